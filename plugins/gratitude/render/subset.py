"""The CommonMark subset of readers, as a markdown-it reader whose tokens are put right before they are written. Pure."""

from __future__ import annotations

__all__ = ["reader"]

import re
from collections.abc import MutableMapping, Sequence
from typing import Any

from markdown_it import MarkdownIt
from markdown_it.common.normalize_url import normalizeLink
from markdown_it.renderer import RendererHTML
from markdown_it.rules_block import StateBlock
from markdown_it.rules_block.hr import hr
from markdown_it.rules_core import StateCore
from markdown_it.rules_inline import StateInline
from markdown_it.rules_inline.state_inline import Delimiter
from markdown_it.token import Token
from markdown_it.utils import OptionsDict

from .. import urls
from . import code
from .lines import joined
from .lists import faithful_lists, paragraph
from .quick import MAX_ADDRESS

Env = MutableMapping[str, Any]
ABSOLUTE = re.compile(r"https?://[^\s/?#]|mailto:[^\s@]+@[^\s@]", re.IGNORECASE)

BEFORE_STRESS = frozenset("([{\"'“„‘«¡¿—–")
NO_STRESS, NO_STRESSED = frozenset("./\\)]}>,;:|&=+-!?%^~"), frozenset("/\\[({<|&=+^%$")
"""What stands before stars that stress words; what does not stand behind the first, nor before the last. Globs, regexes,
pointers and comments of programs are no emphasis: without its stars ``*.txt`` is another thing."""


def reader() -> MarkdownIt:
    """Return a reader of the subset: paragraphs, lists, quotes, fences, emphasis with stars, code, links.

    Not read: headings, rules, raw HTML, images, references, entities, backslashes, indented code, underscores.
    What is not read stays as it was written. ``env["left"]`` says how many characters of code may be in colours.
    Languages of fences and numbers of lists, which are on the page without being in its HTML, stand in comments.
    """
    md = MarkdownIt("zero", {"breaks": True, "maxNesting": 20})
    md.enable(["blockquote", "fence", "list", "newline", "autolink", "backticks", "link", "emphasis", "balance_pairs"])
    # "zero" switches rules off and keeps them; a line of dashes is read before lists, as words
    md.block.ruler.at("hr", _dashes, {"alt": []})
    md.block.ruler.enable(["hr"])
    md.inline.ruler.at("emphasis", _stars)
    md.core.ruler.before("inline", "gratitude_lists", faithful_lists)
    md.core.ruler.before("inline", "gratitude_lines", _unwrapped_lines)
    md.core.ruler.push("gratitude_addresses", _addresses)
    md.validateLink = lambda url: len(url) <= MAX_ADDRESS and bool(ABSOLUTE.match(url))  # type: ignore[method-assign]
    md.normalizeLink = lambda url: url  # type: ignore[method-assign]
    md.normalizeLinkText = lambda link: link  # type: ignore[method-assign]
    md.add_render_rule("fence", _fence)
    md.add_render_rule("list_item_open", _item)
    return md


def _dashes(state: StateBlock, start: int, end: int, silent: bool) -> bool:
    """Read a line of dashes, stars or underscores as the words it is: a person drew it, and no rule says why."""
    if not hr(state, start, end, True):
        return False
    if silent:
        return True
    state.line = start + 1
    paragraph(state.tokens, state.getLines(start, start + 1, state.blkIndent, False).strip(), state.level, start)
    return True


def _stars(state: StateInline, silent: bool) -> bool:
    """Read stars around words as emphasis; in ``2*3*4``, ``*.txt``, ``.*x.*`` and ``/*`` they stay, as all underscores do."""
    if silent or state.src[state.pos] != "*":
        return False
    scanned = state.scanDelims(state.pos, False)
    behind = state.pos + scanned.length
    before, after = state.src[state.pos - 1 : state.pos], state.src[behind : behind + 1]
    opens = scanned.can_open and (not before or before.isspace() or before in BEFORE_STRESS) and after not in NO_STRESS
    closes = scanned.can_close and before not in NO_STRESSED
    for _ in range(scanned.length):
        token = state.push("text", "", 0)
        token.content = "*"
        last = len(state.tokens) - 1
        state.delimiters.append(Delimiter(ord("*"), scanned.length, last, -1, opens, closes))
    state.pos += scanned.length
    return True


def _unwrapped_lines(state: StateCore) -> None:
    """Undo the line breaks of mail programs in every paragraph."""
    for token in state.tokens:
        if token.type == "inline" and "\n" in token.content:
            token.content = joined(token.content)


def _addresses(state: StateCore) -> None:
    """Link bare addresses, and write the address of every other link behind it: a reader's page hides nothing."""
    for token in state.tokens:
        if token.type == "inline" and token.children:
            token.children = _linked(token.children)


def _linked(children: Sequence[Token]) -> list[Token]:
    result: list[Token] = []
    shown = ""
    inside = False
    for token in children:
        if token.type == "link_open":
            address = str(token.attrs.get("href", ""))
            title = str(token.attrs.pop("title", ""))
            inside = bool(address)
            if not inside:  # "[x]()" are words, as is every link to nothing absolute
                shown = f']( "{title}")' if title else "]()"
                result.append(_text("["))
                continue
            shown = "" if token.info == "auto" else f" ({' '.join(filter(None, (address, title)))})"
            token.attrs["href"] = normalizeLink(address)
            result.append(token)
        elif token.type == "link_close":
            result += [token] if inside else []
            result += [_text(shown)] if shown else []
            inside = False
        elif token.type == "text" and not inside:
            result += _with_links(token)
        else:
            result.append(token)
    return result


def _with_links(token: Token) -> list[Token]:
    """Return one text token as text and links."""
    result: list[Token] = []
    done = 0
    for start, end, address in urls.find(token.content):
        if len(address) > MAX_ADDRESS:
            continue
        result.append(_text(token.content[done:start]))
        result.append(Token("link_open", "a", 1, attrs={"href": normalizeLink(address)}))
        result += [_text(address), Token("link_close", "a", -1)]
        done = end
    return [*result, _text(token.content[done:])] if result else [token]


def _text(content: str) -> Token:
    return Token("text", "", 0, content=content)


def _fence(renderer: RendererHTML, tokens: Sequence[Token], i: int, options: OptionsDict, env: Env) -> str:
    """Write fenced code; the name of its language, which is not shown, stands in a comment that the sanitiser takes."""
    source, info = tokens[i].content, tokens[i].info.strip()
    shown = f"<!--{info}-->" if code.is_known(info) else ""
    env["left"] -= len(source)
    return f"{shown}{code.block(source, info, coloured=env['left'] >= 0)}\n"


def _item(renderer: RendererHTML, tokens: Sequence[Token], i: int, options: OptionsDict, env: Env) -> str:
    """Write the beginning of an item; its number, which the browser writes, stands in a comment."""
    number = f"<!--{tokens[i].info}-->" if tokens[i].info else ""
    return number + renderer.renderToken(tokens, i, options, env)
