"""Line breaks: a mail program's are undone, the writer's are kept. Pure."""

from __future__ import annotations

__all__ = ["joined"]

import re
from itertools import pairwise
from unicodedata import east_asian_width

SENTENCE_ENDS = tuple(".!?…:;,。！？：；、")
ELIDED = "[…]"
WRAPPED, SURELY_WRAPPED = 40, 60
"""A line as long as this may have been broken by a mail program; one as long as that surely was."""

RAGGED = 4
"""Columns that an editor may leave empty, for instance so that "2 GB" stays on one line."""

MOMENT = re.compile(
    r"[\[(<]?(?:\d{4}-\d\d-\d\d[ T]\d|\d{1,2}/\d{1,2}/\d{2,4} \d|[A-Z][a-z]{2} {1,2}\d{1,2} \d\d:|\d\d:\d\d:\d\d)"
)
"""How the lines of a log begin: two in a row are no sentence that was broken."""


def joined(paragraph: str) -> str:
    """Return ``paragraph`` with the line breaks that a mail program put in undone, and the writer's kept.

    A break was put in where the next word would not have fitted: into the width of the paragraph, and (unless the
    lines are long) in the middle of a sentence. Where an excerpt begins or was cut in the middle of a line, that line's
    length says nothing any more; there a break in the middle of a sentence is taken for the mail program's.
    """
    lines = [line.lstrip() for line in paragraph.split("\n")]
    width = max(len(line.rstrip()) for line in lines)
    if width < WRAPPED or len(lines) == 1:
        return paragraph
    parts = [lines[0]]
    for number, (before, line) in enumerate(pairwise(lines)):
        word = line.split(" ", 1)[0]
        inside = not before.rstrip().endswith(SENTENCE_ENDS)
        fits = width - RAGGED if inside and width >= SURELY_WRAPPED else width
        full = len(before.rstrip()) + 1 + len(word) > fits
        wrapped = full and (width >= SURELY_WRAPPED or inside)
        wrapped = wrapped and not (before.rstrip().endswith(":") and not line[:1].islower())
        wrapped = wrapped or (inside and _was_cut(before, line, first=number == 0))
        kept = not wrapped or before.endswith("  ")  # two blanks: the writer's, in Markdown
        kept = kept or bool(MOMENT.match(line) and MOMENT.match(before))
        parts.append("\n" if kept else _between(before, line))
        parts.append(line)
    return "".join(parts)


def _was_cut(before: str, line: str, *, first: bool) -> bool:
    """Whether ``before`` is only a part of the line it was: words were left out of it, or it begins in mid-line.

    Of a first line that is guessed: some words, and the next line goes on in lower case. (Of a greeting it is not.)
    """
    if ELIDED in before or line.startswith(ELIDED):
        return True
    return first and len(before.split()) > 2 and line.lstrip("\"'“„«(")[:1].islower()


def _between(before: str, line: str) -> str:
    """Return what stands between two lines that become one: nothing where both sides are written without spaces."""
    return "" if before and line and {east_asian_width(before[-1]), east_asian_width(line[0])} <= {"W", "F"} else " "
