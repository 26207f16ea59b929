"""A message cut into sentences, as a person would who quotes one. Pure."""

from __future__ import annotations

__all__ = ["Sentence", "sentences"]

import itertools
import re
from dataclasses import dataclass

from .folding import Folded, fold
from .masking import MASK

CAPITAL = r"(?=[A-Z][a-z'-]{0,15}(?:[\s,!:]|$))"
"""A word that begins a sentence right behind the mark that ends another."""

END = re.compile(
    r"[.!?…]+[)\]\"'”’*_]{0,3}(?=\s|$)|(?<=[a-z0-9]) ?[!?]{1,9}(?=[A-Z])|[。！？]+[」』）]?"
    rf"|(?:(?<=[A-Za-z ][a-z][a-z)])|(?<=[A-Za-z]{{2}}\)))[.]{CAPITAL}|(?<=\d)[.](?=[A-Z][a-z]{{0,15}} [a-z])"
    rf"|(?<=[\w)])[.](?={MASK})|(?<=[\w)])[.]{{2,3}}(?=[A-Z][a-z'-]{{0,15}}[\s,])"
    r"|(?<=\s)[:;]-?[)(DP](?=\s+[A-Z])|(?<=[a-z]{3})[?](?=[a-z]{1,15}[ ,.!])"
)
GLUED = re.compile(r"(?:^|\s)(?:[a-z'’]{2,30}|[A-Za-z'’]{3,30}\)|\S{0,24}\d)$")
"""A small word before a full stop without a space ("two apps.Thanks for"): some exports lose the line breaks."""

ABBREVIATION = re.compile(
    r"(?:^|[\s(])(?:e\.g|i\.e|etc|vs|cf|ca|approx|mr|mrs|ms|dr|prof|st|no|nr|corp|inc|ltd|resp|bzw|usw|z\.\s?b|d\.\s?h|u\.\s?a|p\.\s?ex|p\.s|ps|p\.p\.s"
    r"|ev|evtl|ggf|sr|sra|sig|bijv|np|tzw|т\.\s?е|т\.\s?к|[a-zа-я])$",
    re.IGNORECASE,
)
LIST_ITEM = re.compile(r"\s*(?:[-*+•–]\s|\d{1,3}[.)]\s|#{1,6}\s)")
WORDY = re.compile(r"[^\W_]")
ASKS = re.compile(r"[?？؟][!?？)\]\"'”’*_\s.…]*(?:[:;]-?[)(DP]\s*)?$")


FULL = 60
"""Characters of a line that may have been broken because it was full."""


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence: its place in the text, and its words folded for matching (`fold`)."""

    index: int
    start: int
    end: int
    folded: Folded
    asks: bool


def sentences(text: str, masked: str) -> tuple[Sentence, ...]:
    """Return the sentences of ``text`` in order; ``masked`` is what `masked` makes of it.

    A sentence ends at ``.!?…`` before white space, at a smiley before a capital, between a small word and a capital ("apps.Thanks"), at a "?" between small words, at ``。！？``,
    at an empty line, and at a line break that was made on purpose: one behind which the next word would have fitted,
    so that hard-wrapped mail reads as it was written.
    Ends and starts hold no white space; pieces without a letter or digit (":)", code) belong to no sentence. Linear.
    """
    found: list[Sentence] = []
    for first, last in _pieces(masked):
        piece = masked[first:last].strip()
        if not WORDY.search(piece):
            continue
        start = first + len(masked[first:last]) - len(masked[first:last].lstrip())
        end = start + len(piece)
        found.append(Sentence(len(found), start, end, fold(masked, start, end), bool(ASKS.search(piece))))
    return tuple(found)


def _pieces(masked: str) -> list[tuple[int, int]]:
    """Return the raw cuts."""
    cuts = {0, len(masked)} | _line_cuts(masked)
    for m in END.finditer(masked):
        before = masked[max(0, m.start() - 12) : m.start()]
        after = masked[m.end() : m.end() + 2].strip()
        if m[0] == "." and masked[m.end() : m.end() + 1].isalpha() and not GLUED.search(masked[: m.start()][-32:]):
            continue
        if m[0] == "." and (ABBREVIATION.search(before) or _is_list_number(masked, m.start())):
            continue
        if (
            masked[m.start() - 1 : m.start()] == MASK
            and after[:1].islower()
            and "\n" not in masked[m.end() : m.end() + 2]
        ):
            continue  # "go to https://example.com/new/? and sign in"
        if (m[0] in ("...", "..", "…") or m[0].endswith(")")) and after and after[0].islower():
            continue
        cuts.add(m.end())
    order = sorted(cuts)
    return list(itertools.pairwise(order))


def _is_list_number(text: str, dot: int) -> bool:
    """Say whether the dot is that of "1." at the beginning of a line."""
    line = text[max(0, dot - 5) : dot].rpartition("\n")[2]
    return line.strip().isdigit() and len(line) < 5


def _line_cuts(masked: str) -> set[int]:
    """Return the offsets of the line breaks that were made on purpose."""
    lines = masked.split("\n")
    cuts: set[int] = set()
    offset, paragraph, width = 0, -1, 0
    for i, line in enumerate(lines[:-1]):
        if i > paragraph:
            paragraph = next((k for k in range(i, len(lines)) if not lines[k].strip()), len(lines))
            width = max((len(x) for x in lines[i:paragraph]), default=0)
        offset += len(line) + 1
        if _on_purpose(line, lines[i + 1], width):
            cuts.add(offset - 1)
    return cuts


def _on_purpose(line: str, following: str, width: int) -> bool:
    """Say whether a break between two lines of a paragraph ``width`` wide ends a sentence."""
    bare, after = line.strip(), following.strip()
    if not bare or not after or LIST_ITEM.match(following) or not (WORDY.search(bare) and WORDY.search(after)):
        return True
    if bare[-1] in "{[(<":
        return True
    if after[0].islower():
        return (width > 100 and bare[-1] in ".!?:") or (len(bare) < 25 and bare[-1] in ",!:")
    if len(bare) >= FULL and (bare[-1].isalnum() or bare[-1] == ",") and not after[0].isalnum():
        return False  # a long line in mid-sentence, and what follows is no word ("`id`", "(") that could begin one
    first = len(after.split(None, 1)[0])
    return width > 100 or len(bare) < 40 or len(bare) + 1 + first <= width
