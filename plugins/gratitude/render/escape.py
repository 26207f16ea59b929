"""Template tags made inert, in HTML, in titles and in JSON that stands in a page or is served. Pure."""

from __future__ import annotations

__all__ = ["inert", "safe_in_any_reader", "safe_in_any_theme", "served_json"]

import json
import re

from ..text import one_line

TEMPLATE = re.compile(r"\{(?=[{%#])")
NO_TAGS = str.maketrans({"<": "‹", ">": "›"})
LIKENESS = NO_TAGS | str.maketrans({'"': "”", "'": "’", "`": "‘"})
IN_JSON = str.maketrans({sign: f"\\u{ord(sign):04x}" for sign in "<>&\u2028\u2029"})


def inert(markup: str) -> str:
    """Return HTML that reads the same and in which no template engine finds a tag of its own."""
    return TEMPLATE.sub("&#123;", markup)


def safe_in_any_theme(title: str) -> str:
    """Return a reader's words for a theme to print as a title: themes print titles raw, or stripped of tags.

    Pelican's environment does not escape, and ``striptags`` undoes entities: an escaped ``</title><script>`` would
    come back as one. So the signs that could end a tag or an attribute get their typographic likeness.
    """
    return TEMPLATE.sub("{ ", one_line(title).translate(LIKENESS)).replace("&", "&amp;")


def safe_in_any_reader(words: str) -> str:
    """Return a reader's words for a feed's title or name: both are plain text, and some feed readers read HTML."""
    return TEMPLATE.sub("{ ", one_line(words).translate(NO_TAGS))


def served_json(value: object, *, indent: int | None = None) -> str:
    r"""Return ``value`` as JSON that may be served, or stand in a ``script`` element; it reads back the same.

    ``<``, ``>``, ``&`` and the two line ends that JavaScript once forbade in strings are ``\u`` escapes, so nothing in
    it ends an element, a comment or a CDATA section; so is the first sign of ``{{``, ``{%`` and ``{#``, which JSON
    itself never writes outside of a string.
    """
    separators = (",", ":") if indent is None else None
    text = json.dumps(value, ensure_ascii=False, indent=indent, separators=separators).translate(IN_JSON)
    return TEMPLATE.sub(r"\\u007b", text)
