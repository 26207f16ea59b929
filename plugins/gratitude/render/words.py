"""A reader's words as safe HTML: a small CommonMark subset in which no word and no number gets lost. Pure.

Readers wrote plain text, in mails and old comment boxes. So only what a person means as markup is markup (emphasis
with stars, lists, quotes, fences, code, links), and what is not sure stays as it was written: ``#4``, ``1986.``,
``__init__``, a line of dashes, ``<PATH>``. markdown-it-py reads it (of the linear-time candidates the one whose
tokens can be corrected before they are written; figures in docs/explanation), nh3 sanitises what comes out.
"""

from __future__ import annotations

__all__ = ["reader_html"]

import re
from collections.abc import Iterator
from functools import cache
from typing import TYPE_CHECKING

from ..note import MAX_TURN_BYTES
from ..text import clean
from . import code, quick
from .escape import inert
from .parts import parts
from .plain import plain_html, visible

if TYPE_CHECKING:
    import nh3
    from markdown_it import MarkdownIt

TAGS = {"p", "br", "em", "strong", "code", "pre", "blockquote", "ul", "ol", "li", "a", "div", "span"}
ATTRIBUTES = {"a": {"href"}, "ol": {"start"}}
DROPPED = {"script", "style", "template", "noscript", "iframe", "xmp", "noembed", "noframes", "plaintext", "title"}
GROWTH, ROOM = 10, 1_000
"""HTML is at most ``GROWTH`` times as long as its text, and ``ROOM`` characters; else the words stand as plain text."""

MANY = 1_000
"""Signs of one sort in a text; more are no letter, and cost up to .2 CPU seconds for nothing (redos.py, 20 kB)."""
GAP = re.compile(r"\n(?:[ \t]*\n)+")
SHOWN = re.compile(r"<!--(.*?)-->", re.DOTALL)
MARKS = re.compile(r"[\s*`~<>\[\]()+\-.\"']+")
"""White space, and what the subset may take for markup. Everything else that was written must be on the page."""


def reader_html(text: str) -> str:
    """Return a reader's words as HTML that may stand in any page. Never raises.

    ``text`` is what a person wrote, of any length; beyond a reader's turn (20,000 bytes) it stays plain text.
    Links are absolute (http, https, mailto) with ``rel="nofollow ugc noopener noreferrer"``, and their addresses are
    readable; there are no images, headings, ids, styles; no attribute value begins with ``{`` or ``|``, which Pelican
    would rewrite, and ``{{``, ``{%``, ``{#`` are inert, for sites whose plugins run Jinja over pages.
    Where markup would swallow a word, or the HTML swell, the words come out as `plain_html`.
    """
    text = clean(text).strip("\n")
    if len(text) <= 2 * MAX_TURN_BYTES and max(map(text.count, "[*`<>")) <= MANY:
        for coloured in (True, False):
            rendered = inert(_rendered(text, coloured))
            if len(rendered) <= GROWTH * len(text) + ROOM:
                return rendered
    return plain_html(text)


def _rendered(text: str, coloured: bool) -> str:
    """Return the HTML of ``text``, its parts one by one. Colours end where all code together is long."""
    written: list[str] = []
    left = code.MAX_CHARS if coloured else 0
    for part in parts(text):
        if isinstance(part, str):
            written += _prose(part, left)
        else:
            written.append(code.block(part.source, part.info, coloured=len(part.source) <= left))
            left -= len(part.source)
    return "\n".join(written)


def _prose(text: str, left: int) -> Iterator[str]:
    """Yield the paragraphs of prose; those that need the parser, and what is indented below them, in one piece."""
    hard: list[str] = []
    for block in GAP.split(text):
        if not block.strip():
            continue
        paragraph = None if hard and block.startswith((" ", "\t")) else quick.paragraph(block)
        if paragraph is None:
            hard.append(block)
            continue
        if hard:
            yield _parsed("\n\n".join(hard), left)
            hard = []
        yield paragraph
    if hard:
        yield _parsed("\n\n".join(hard), left)


def _parsed(text: str, left: int) -> str:
    """Return the sanitised HTML of prose as the parser reads it, or plain text where a word would be lost.

    ``left`` says how many characters of code may still be in colours.
    """
    try:
        dirty = _reader().render(text, {"left": left})
    except Exception:  # noqa: BLE001  a bug of the library's must not cost the page; the words stay readable
        return plain_html(text)
    # what a browser shows and HTML does not hold (the numbers of a list), and names of languages, stand in comments
    if _signs(text) != _signs(visible(SHOWN.sub(r"\1", dirty))):
        return plain_html(text)
    return _sanitiser().clean(dirty).strip()


def _signs(text: str) -> str:
    """Return everything of ``text`` that can be no markup, in order."""
    return MARKS.sub("", text)


@cache
def _reader() -> MarkdownIt:
    """Return the one Markdown reader; made when the first note needs it, since a blog without notes never does."""
    from .subset import reader

    return reader()


@cache
def _sanitiser() -> nh3.Cleaner:
    """Return the one sanitiser; it takes a third of a millisecond to make."""
    import nh3

    return nh3.Cleaner(
        tags=TAGS,
        attributes=ATTRIBUTES,
        allowed_classes={"div": {"highlight"}, "span": code.CLASSES},
        clean_content_tags=DROPPED,
        url_schemes={"http", "https", "mailto"},
        url_relative="deny",
        link_rel=quick.REL,
    )
