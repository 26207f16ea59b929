"""Template tags made inert, in HTML and in titles. Pure."""

from __future__ import annotations

__all__ = ["inert", "safe_in_any_reader", "safe_in_any_theme"]

import re

from ..text import one_line

TEMPLATE = re.compile(r"\{(?=[{%#])")
NO_TAGS = str.maketrans({"<": "‹", ">": "›"})
LIKENESS = NO_TAGS | str.maketrans({'"': "”", "'": "’", "`": "‘"})


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
