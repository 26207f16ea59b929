"""HTML of mails and old comments to plain text: links, code and quotes kept, decoration and hidden words dropped. Pure.

BeautifulSoup sees only what `tidy` lets through. It reads 1-2 MB a second, so it is kept for the few mails that get here.
"""

from __future__ import annotations

__all__ = ["MAX_HTML", "html_text"]

import re
from collections.abc import Callable
from html import unescape
from typing import TYPE_CHECKING

from ..urls import canonical, unwrapped
from .tidy import SILENT, tidied

if TYPE_CHECKING:
    from bs4 import Tag

MAX_HTML = 512 * 1024
"""Characters of one HTML part that are read; a letter has a few thousand."""
SMILEY = re.compile(r"[:;=8xX>][-o~']?[()\[\]DPpOo/\\|*3<>]|<3|\^_?\^")
"""What WordPress and old forums replaced by a picture."""
ITEM = re.compile(r"(?:-|\d{1,6}\.) ?")

BLOCKS = frozenset(
    """
    address article aside blockquote center dd details div dl dt fieldset figcaption figure footer form h1 h2 h3
    h4 h5 h6 header hr li main nav ol p pre section summary table tr ul
    """.split()  # noqa: SIM905  a list of words is read as one
)
APART = frozenset(
    """
    p blockquote pre h1 h2 h3 h4 h5 h6 ul ol dl table
    """.split()  # noqa: SIM905  a list of words is read as one
)
HIDDEN = re.compile(
    r"display\s*:\s*none|visibility\s*:\s*hidden|mso-hide\s*:\s*all|font-size\s*:\s*(?:0(?![.\d])|1px)"
    r"|(?<![\w-])(?:opacity\s*:\s*0(?![.\d])|max-height\s*:\s*0(?![.\d])|(?:text-indent|left|top)\s*:\s*-\d{3,5}px)",
    re.I,
)
"""How mailers hide the line that stands for a preview, and whatever else nobody should read."""
QUOTE_STARTS = ("divrplyfwdmsg", "appendonsend", "replyfwdmsg", "mail-editor-reference-message-container")
QUOTE_HEADS = frozenset({"gmail_attr", "moz-cite-prefix", "yahoo_quoted_begin", "protonmail_quote_head"})
SIGNATURES = frozenset(
    {"gmail_signature", "moz-signature", "signature", "protonmail_signature_block", "ms-outlook-mobile-signature"}
)


class _Writer:
    """Collects the text: white space made single outside code, blocks on lines of their own, quotes with ``> ``."""

    def __init__(self) -> None:
        self.lines: list[str] = [""]
        self.depth = 0

    def feed(self, text: str, *, keep_breaks: bool) -> None:
        """Add running text."""
        pieces = text.split("\n") if keep_breaks else [text]
        for n, piece in enumerate(pieces):
            if n:
                self.line()
            words = re.sub(r"[ \t\r\n\f\xa0]+", " ", piece)
            self.lines[-1] += words.lstrip(" ") if not self.lines[-1] or self.lines[-1].endswith(" ") else words

    def line(self) -> None:
        """Begin a new line."""
        self.lines[-1] = self._marked(self.lines[-1])
        self.lines.append("")

    def fresh(self, *, apart: bool = False) -> None:
        """Be at the beginning of a line, with an empty one before where it stands apart."""
        if ITEM.fullmatch(self.lines[-1]):
            return
        if self.lines[-1].strip():
            self.line()
        if apart and len(self.lines) > 1 and self.lines[-2].strip("> "):
            self.line()

    def _marked(self, line: str) -> str:
        return (">" * self.depth + " " + line).rstrip() if self.depth else line.rstrip()

    def text(self) -> str:
        """All of it."""
        self.fresh()
        return re.sub(r"\n{3,}", "\n\n", "\n".join(self.lines)).strip("\n")


def _classes(tag: Tag) -> set[str]:
    """Classes and id of a tag, lower case."""
    found = tag.get("class") or []
    names = found if isinstance(found, list) else str(found).split()
    return {str(n).lower() for n in [*names, tag.get("id") or ""]} - {""}


def _is_hidden(tag: Tag) -> bool:
    """Whether a browser would show nothing of it."""
    return tag.has_attr("hidden") or bool(HIDDEN.search(str(tag.get("style") or "")[:2000]))


def _target(tag: Tag) -> str:
    """Where a link leads in truth; ``""`` for one that leads nowhere of ours, ``[…]`` where a filter hides it."""
    original = str(tag.get("originalsrc") or "").strip()
    href = original if original.lower().startswith(("http://", "https://")) else str(tag.get("href") or "").strip()
    if not href.lower().startswith(("http://", "https://")) or len(href) > 4000:
        return ""
    true = unwrapped(re.sub(r"\s+", "", href))
    return "[…]" if true is None else true


def _same(shown: str, target: str) -> bool:
    """Whether the text of a link already shows its address, perhaps shortened or without its scheme."""
    if "[…]" in (shown, target):
        return shown == target
    mine = canonical(shown if "://" in shown else "http://" + shown)
    stem = re.split(r"\.\.\.|…", mine)[0]
    return mine == canonical(target) or (len(stem) >= 8 and stem != mine and canonical(target).startswith(stem))


class _Reader:
    """Walks the tree without recursion (20,000 nested tags are a letter too) and writes own words and the quoted tail."""

    def __init__(self, *, keep_breaks: bool) -> None:
        self.own = self.out = _Writer()
        self.tail = _Writer()
        self.keep_breaks = keep_breaks
        self.stack: list[object] = []
        self.items: dict[int, int] = {}

    def read(self, root: Tag) -> None:
        """Read a whole document."""
        from bs4 import Tag

        self.stack = list(reversed(root.contents))
        while self.stack:
            node = self.stack.pop()
            if isinstance(node, str):
                self.out.feed(node, keep_breaks=self.keep_breaks)
            elif isinstance(node, Tag):
                self._open(node)
            elif callable(node):  # (a Tag is callable too)
                node()

    def _fresh(self) -> None:
        self.out.fresh()

    def _then(self, tag: Tag, after: Callable[[], None] | None = None) -> None:
        """Go through the children, then do the rest."""
        if after:
            self.stack.append(after)
        self.stack.extend(reversed(tag.contents))

    def _aside(self, tag: Tag) -> None:
        """Read a tag into the quoted tail."""
        before, self.out = self.out, self.tail

        def back() -> None:
            self.tail.fresh(apart=True)
            self.out = before

        self._then(tag, back)

    def _open(self, tag: Tag) -> None:
        """Begin a tag."""
        name, classes, out = tag.name.lower(), _classes(tag), self.out
        if name in SILENT or _is_hidden(tag):
            return
        if any(c.endswith(QUOTE_STARTS) for c in classes) and out is not self.tail:
            out.fresh()
            self.out = self.tail  # Outlook: everything from here on is the letter it answers
            self._then(tag)
        elif (classes & (QUOTE_HEADS | SIGNATURES) and out is not self.tail) or (
            "gmail_quote" in classes and name != "blockquote" and not tag.find("blockquote") and out is not self.tail
        ):
            out.fresh()
            self._aside(tag)
        elif name == "a":
            self._link(tag)
        elif name == "blockquote":
            self._quote(tag)
        elif name == "pre" or (name in ("code", "tt", "samp") and "\n" in tag.get_text().strip()):
            self._fence(tag)
        elif name in ("code", "tt", "samp", "kbd"):
            words = tag.get_text()
            out.feed(f"`{words}`" if words.strip() and "`" not in words else words, keep_breaks=False)
        elif name in ("br", "hr", "img", "td", "th", "li"):
            self._mark(tag, name)
        elif name in BLOCKS:
            out.fresh(apart=name in APART)
            self._then(tag, lambda: self.out.fresh(apart=name in APART))
        else:
            self._then(tag)

    def _mark(self, tag: Tag, name: str) -> None:
        """Tags that are themselves a sign in the text."""
        out = self.out
        if name == "br":
            out.line()
            following: object = tag.next_sibling
            if self.keep_breaks and isinstance(following, str) and following.startswith("\n") and self.stack:
                self.stack[-1] = following[1:]  # one break, not two
            self._then(tag)
        elif name == "hr":
            out.fresh(apart=True)
            self._then(tag)
        elif name == "img":
            alt = str(tag.get("alt") or "").strip()
            if 0 < len(alt) <= 8 and (not alt.isascii() or SMILEY.fullmatch(alt)):
                out.feed(alt, keep_breaks=False)
        elif name == "li":
            out.fresh()
            out.lines[-1] = self._item(tag)
            self._then(tag, self._fresh)
        else:
            if out.lines[-1].strip():
                out.feed(" ", keep_breaks=False)
            self._then(tag)

    def _item(self, tag: Tag) -> str:
        """What stands before an item of a list: its number where the list counts."""
        parent = tag.parent
        if parent is None or parent.name != "ol":
            return "- "
        start = str(parent.get("start") or "1")
        self.items[id(parent)] = number = self.items.get(id(parent), int(start[:6]) - 1 if start.isdecimal() else 0) + 1
        return f"{number}. "

    def _link(self, tag: Tag) -> None:
        """A link: its text, and its address where the text shows another thing."""
        target = _target(tag)
        shown = " ".join(tag.get_text().split())
        if not target or (tag.find("img") and not shown):
            self._then(tag)
        elif not shown or _same(shown, target):
            self.out.feed(target if shown else "", keep_breaks=False)
        else:
            self._then(tag, lambda: self.out.feed(f" <{target}>", keep_breaks=False))

    def _quote(self, tag: Tag) -> None:
        """A quoted block: every line with ``> ``, which `quoted` knows how to cut."""
        out = self.out
        out.fresh(apart=not out.depth)
        out.depth += 1

        def close() -> None:
            out.fresh()
            while len(out.lines) > 1 and out.lines[-2].strip() == ">" * out.depth:
                del out.lines[-2]
            out.depth -= 1
            out.fresh(apart=not out.depth)

        self._then(tag, close)

    def _fence(self, tag: Tag) -> None:
        """Code on lines of its own, as a fence longer than any inside it."""
        out = self.out
        code = re.sub(r"\A\s*\n|\s+\Z", "", tag.get_text(separator=""))
        mark = "`" * max(3, 1 + max((len(m) for m in re.findall("`+", code)), default=0))
        out.fresh(apart=True)
        for line in [mark, *code.split("\n"), mark] if code.strip() else []:
            out.lines[-1] = line
            out.line()
        out.fresh(apart=True)


def html_text(html: str, *, typed: bool = False) -> tuple[str, str]:
    """Return the words of an HTML text and, apart, what its mail program marked as the letter it answers.

    Quotes become lines with ``> ``, code becomes fences, a link whose text shows another thing is followed by
    ``<address>``. ``typed``: a comment somebody typed, where line breaks count and an unknown tag is words (``vector<int>``).
    Reads at most `MAX_HTML` characters. Never raises.
    """
    from bs4 import BeautifulSoup

    reader = _Reader(keep_breaks=typed)
    try:
        reader.read(BeautifulSoup(tidied(html[:MAX_HTML], typed=typed), "html.parser"))
    except (ValueError, RecursionError, AssertionError, AttributeError):
        return " ".join(unescape(re.sub(r"<[^<>]{0,2000}>", " ", html[:MAX_HTML])).split()), ""
    return reader.own.text(), reader.tail.text()
