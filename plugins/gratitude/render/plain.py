"""Words without their markup: a text as plain paragraphs, and HTML as a person reads it. Pure."""

from __future__ import annotations

__all__ = ["plain_html", "visible"]

import html
import re

from ..text import clean
from .escape import inert

BLANK = re.compile(r"\n[ \t]*\n\s*")
TAG = re.compile(r"<[^>]*>")
INLINE_TAG = re.compile(r"</?(?:a|em|strong|code|span)\b[^>]*>")


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
