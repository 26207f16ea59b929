"""What programs write into a text in the place of something else, and letters that nobody sees: none of it is words. Pure."""

from __future__ import annotations

__all__ = ["without_placeholders"]

import re
from bisect import bisect
from collections.abc import Iterator
from itertools import groupby

UNSEEN = re.compile(
    "[\u00ad\u180e\u2060\ufeff]|(?<![\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff])\u200b(?![\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff])"
)
"""Soft hyphens, word joiners and zero-width spaces (a text without spaces keeps these: Thai, Lao, Burmese, Khmer)."""
IN_LINE = re.compile(
    r"\[cid:[^\]\s]{1,200}\]|\[(?:inline image|image|bild|imagen|immagine|imagem|afbeelding)(?: [^\]\n:]{0,60})?: [^\]\n]{0,200}\]"
    r"|\[(?:inline image \d{0,3}|image removed by sender\.?|bild wurde vom absender entfernt\.?|image supprimée par l.expéditeur\.?)[^\]\n]{0,120}\]|\ufffc",
    re.IGNORECASE,
)
"""Pictures as Gmail, Outlook and Apple Mail show them in plain text."""
ON_A_LINE = re.compile(
    r"^[ \t]{0,8}(?:(?:<<[^<>\n]{1,120}\.[a-z]{2,4} ?>>|<[^<>\n]{1,120}\.(?:png|jpe?g|gif|heic|tiff?|bmp)>)[ \t]{0,4}){1,8}$",
    re.IGNORECASE | re.MULTILINE,
)
"""Attachments as Outlook and Apple Mail name them, in a line of their own."""
FENCE = re.compile(r" {0,3}(`{3,}|~{3,})")
CARD_BEGINS, CARD_ENDS = "BEGIN:VCARD", "END:VCARD"
MAX_CARD = 200
"""Lines of one card; a picture inside takes some hundred, and such a card is no text."""
TERMINAL = re.compile("\x1b\\[[0-9;]{0,12}[A-Za-z]")
"""A terminal's colours, pasted with its output."""
SIGNS = re.compile("[\x0b\x0c\u00ad\u180e\u200b\u2060\ufeff\ufffc]|\\[|<|BEGIN:VCARD", re.IGNORECASE)


def without_placeholders(text: str) -> str:
    """Return ``text`` without a program's ``[cid:...]``, ``<<winmail.dat>>`` and pasted cards, and without unseen letters.

    What is fenced as code stands there on purpose; only unseen letters and a terminal's colours go.
    """
    if not SIGNS.search(text):
        return text
    text = UNSEEN.sub("", TERMINAL.sub("", text)).replace("\x0c", "\n").replace("\x0b", "\n")
    if "```" not in text and "~~~" not in text:
        return _cut(text)
    pieces = groupby(zip(text.split("\n"), _fenced(text.split("\n")), strict=True), key=lambda line: line[1])
    said = ((fenced, "\n".join(line for line, _ in lines)) for fenced, lines in pieces)
    return "\n".join(piece if fenced else _cut(piece) for fenced, piece in said)


def _fenced(lines: list[str]) -> Iterator[bool]:
    """Yield of each line whether it belongs to a block between fences (CommonMark §4.5)."""
    fence = ""
    for line in lines:
        mark = FENCE.match(line)
        yield bool(mark or fence)
        if mark and (not fence or mark[1].startswith(fence)):
            fence = "" if fence else mark[1]


def _cut(text: str) -> str:
    """Return a text without fences as it was before a program wrote into it."""
    if CARD_ENDS in text.upper():
        text = "\n".join(_without_cards(text.split("\n")))
    return ON_A_LINE.sub("", IN_LINE.sub("", text))


def _without_cards(lines: list[str]) -> Iterator[str]:
    """Yield the lines outside of pasted cards (RFC 6350); one without its end is text."""
    marks = [line.strip().upper() for line in lines]
    ends = [i for i, mark in enumerate(marks) if mark == CARD_ENDS]
    behind = 0
    for i, line in enumerate(lines):
        if i < behind:
            continue
        if marks[i] == CARD_BEGINS and (n := bisect(ends, i)) < len(ends) and ends[n] - i <= MAX_CARD:
            behind = ends[n] + 1
            continue
        yield line
