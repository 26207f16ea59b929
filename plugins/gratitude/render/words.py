"""A reader's words as safe HTML: a small CommonMark subset in which no word and no number gets lost. Pure.

Readers wrote plain text, in mails and old comment boxes. So only what a person means as markup is markup (emphasis
with stars, lists, quotes, fences, code, links), and what is not sure stays as it was written: ``#4``, ``1986.``,
``__init__``, a line of dashes, ``<PATH>``. markdown-it-py reads it (of the linear-time candidates the one whose
tokens can be corrected before they are written; figures in docs/explanation), nh3 sanitises what comes out.
"""

from __future__ import annotations

__all__ = ["plain_html", "reader_html", "visible"]

import html
import re
from collections import Counter
from functools import cache
from typing import TYPE_CHECKING

from ..note import MAX_TURN_BYTES
from ..text import clean, words
from .escape import inert

if TYPE_CHECKING:
    from markdown_it import MarkdownIt

TAGS = {"p", "br", "em", "strong", "code", "pre", "blockquote", "ul", "ol", "li", "a", "div", "span"}
ATTRIBUTES = {"a": {"href"}, "ol": {"start"}}
DROPPED = {"script", "style", "template", "noscript", "iframe", "xmp", "noembed", "noframes", "plaintext", "title"}
REL = "nofollow ugc noopener noreferrer"
GROWTH, ROOM = 10, 1_000
"""HTML is at most ``GROWTH`` times as long as its text, and ``ROOM`` characters; else the words stand as plain text."""

MANY = 1_000
"""Signs of one sort in a text; more are no letter, and cost up to .2 CPU seconds for nothing (redos.py, 20 kB)."""
BLANK = re.compile(r"\n[ \t]*\n\s*")
INLINE_TAG = re.compile(r"</?(?:a|em|strong|code|span)\b[^>]*>")
TAG = re.compile(r"<[^>]*>")
MARKUP = re.compile(r"[*`~<>\[\]\\\xa0]|://|^[ \t]*(?:[-+]|\d+[.)])(?:[ \t]|$)|(?:[-_][ \t]*){3}", re.MULTILINE)
"""What the subset may read as markup. Most letters hold none of it, and need no parser (a sixth of the time)."""


def reader_html(text: str) -> str:
    """Return a reader's words as HTML that may stand in any page. Never raises.

    ``text`` is what a person wrote, of any length; beyond a reader's turn (20,000 bytes) it stays plain text.
    Links are absolute (http, https, mailto) with ``rel="nofollow ugc noopener noreferrer"``, and their addresses are
    readable; there are no images, headings, ids, styles; no attribute value begins with ``{`` or ``|``, which Pelican
    would rewrite, and ``{{``, ``{%``, ``{#`` are inert, for sites whose plugins run Jinja over pages.
    Where markup would swallow a word, or the HTML swell, the words come out as `plain_html`.
    """
    text = clean(text).strip("\n")
    if not MARKUP.search(text):
        return inert(_paragraphs(text))
    if len(text) <= 2 * MAX_TURN_BYTES and max(map(text.count, "[*`<>")) <= MANY:
        for coloured in (True, False):
            rendered = _rendered(text, coloured)
            if rendered and len(rendered) <= GROWTH * len(text) + ROOM:
                return rendered
    return plain_html(text)


def _paragraphs(text: str) -> str:
    """Return text without any markup as the subset would write it."""
    from .lines import joined

    blocks = [joined(block.strip()).split("\n") for block in BLANK.split(text) if block.strip()]
    written = ["<br>\n".join(html.escape(line.strip(), quote=False) for line in lines) for lines in blocks]
    return "\n".join(f"<p>{lines}</p>" for lines in written)


def plain_html(text: str) -> str:
    """Return ``text`` as paragraphs and lines with nothing but escaping. Any length; never raises."""
    blocks = BLANK.split(clean(text).strip())
    paragraphs = [
        "<br>".join(html.escape(line, quote=False) for line in block.split("\n")) for block in blocks if block
    ]
    return inert("\n".join(f"<p>{paragraph}</p>" for paragraph in paragraphs))


def visible(markup: str) -> str:
    """Return what a person reads of HTML that this module made: no tags, entities undone, blocks apart."""
    return html.unescape(TAG.sub(" ", INLINE_TAG.sub("", markup)))


def _rendered(text: str, coloured: bool) -> str:
    """Return the sanitised HTML of ``text``, or ``""`` where it cannot be had without losing words."""
    import nh3

    from . import code

    shown: list[str] = []  # numbers that the browser writes before items, and names of languages behind backticks
    env: dict[str, object] = {"coloured": coloured, "shown": shown}
    try:
        dirty = _reader().render(text, env)
    except Exception:  # noqa: BLE001  a bug of the library's must not cost the page; the words stay readable
        return ""
    safe = nh3.clean(
        dirty,
        tags=TAGS,
        attributes=ATTRIBUTES,
        allowed_classes={"div": {"highlight"}, "span": code.CLASSES},
        clean_content_tags=DROPPED,
        url_schemes={"http", "https", "mailto"},
        url_relative="deny",
        link_rel=REL,
    )
    lost = Counter(words(text)) - Counter(words(" ".join(shown))) - Counter(words(visible(safe)))
    return "" if lost else inert(safe.strip())


@cache
def _reader() -> MarkdownIt:
    """Return the one Markdown reader; made when the first note needs it, since a blog without notes never does."""
    from .subset import reader

    return reader()
