"""An excerpt is the writer's own words with visible gaps, never a rewrite. Pure."""

from __future__ import annotations

__all__ = ["GAP", "Excerpt", "excerpt_of", "is_excerpt", "left_out"]

import re
import unicodedata
from bisect import bisect_left
from dataclasses import dataclass

GAP = "[…]"
UNSPACED = "\u3005-\u3007\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
"""Chinese and Japanese write no spaces: there each character counts as a word."""
EMOJI = "[\U0001f1e6-\U0001f1ff]{2}|[^\\w\\s](?:[\ufe0f\U0001f3fb-\U0001f3ff]|\u200d[^\\w\\s])*"
"""A flag, a family, a hand with its colour: each is one."""
TOKEN = re.compile(rf"\[(?:…|\.\.\.)\]|[{UNSPACED}]|[^\W{UNSPACED}]+|{EMOJI}")
ADDRESS = r"[^\s<>()\[\]]{0,200}(?:@|%40)[^\s<>()\[\]]{0,200}(?<=\w)"
COARSE = re.compile(rf"{ADDRESS}|{TOKEN.pattern}")
"""An address is one piece, so that the full stop behind it is not looked for inside."""
FENCE = re.compile(r"^[ \t]*(?:`{3,}|~{3,})[^\n]*$", re.MULTILINE)
SHORTCODE = re.compile(r"\[/?(?:code|sourcecode|quote|b|i|url|gallery)\b[^\[\]\n]{0,80}\]", re.IGNORECASE)
CLOSING = frozenset(".,;:!?…)]}、。，！？）」』")
MAX_PLACES = 200
"""Places of one word that are tried for the best continuation behind a gap: enough for a letter, and linear."""


@dataclass(frozen=True, slots=True)
class Excerpt:
    """``words`` with a visible gap wherever something is left out; or ``differs``, the first words that are not there."""

    words: str
    differs: str = ""


def is_excerpt(part: str, whole: str) -> bool:
    """Say whether ``part`` holds nothing but words of ``whole``, in order, each left-out place inside marked."""
    found = excerpt_of(part, whole)
    return not found.differs and found.words == unicodedata.normalize("NFC", part)


def excerpt_of(part: str, whole: str) -> Excerpt:
    """Return ``part`` (NFC) as an excerpt of ``whole``: gaps that are not marked get ``[…]``. Never raises.

    Compared are words and punctuation; white space, fence lines and shortcode tags are neither.
    """
    part = unicodedata.normalize("NFC", part)
    mine, theirs = _tokens(part), _without_gaps(whole)
    places = _places(mine, theirs)
    if (n := len(places)) < len(mine):
        end = mine[n + 6][1] if n + 6 < len(mine) else len(part)
        return Excerpt(part, " ".join(part[mine[n][1] : end].split()))
    unmarked, at, marked = [], 0, True
    for (_, position), place in zip(mine, places, strict=True):
        if place is None:
            marked = True
            continue
        if place != at and not marked:
            unmarked.append(position)
        at, marked = place + 1, False
    for position in reversed(unmarked):
        part = _with_gap(part, position)
    return Excerpt(part)


def left_out(part: str, whole: str) -> tuple[str, ...] | None:
    """Return the passages of ``whole`` that the excerpt ``part`` leaves out, in order; None where it is no excerpt."""
    if not is_excerpt(part, whole):
        return None
    part, whole = unicodedata.normalize("NFC", part), unicodedata.normalize("NFC", whole)
    mine, theirs = _tokens(part, COARSE), _without_gaps(whole, COARSE)
    if len(places := _places(mine, theirs)) < len(mine):
        mine, theirs = _tokens(part), _without_gaps(whole)
        places = _places(mine, theirs)
    gone, at = [], 0
    ends = [start for _, start in theirs] + [len(whole)]
    for place in [p for p in places if p is not None] + [len(theirs)]:
        if place > at:
            gone.append(whole[ends[at] : ends[place]].strip())
        at = place + 1
    return tuple(gone)


def _with_gap(part: str, position: int) -> str:
    """Return ``part`` with a gap before ``position``, which is the first character of a word or a mark."""
    before = "" if not position or part[position - 1].isspace() else " "
    after = "" if part[position] in CLOSING else " "
    return f"{part[:position]}{before}{GAP}{after}{part[position:]}"


def _places(mine: list[tuple[str, int]], theirs: list[tuple[str, int]]) -> list[int | None]:
    """Return for each token of ``mine`` its place in ``theirs``, None for a gap; cut before the first that has none.

    Long runs are preferred, so that gaps fall where the author cut; where that leads astray, each token is looked for
    as early as can be, which finds every subsequence.
    """
    words, whole = [t for t, _ in mine], [t for t, _ in theirs]
    places: dict[str, list[int]] = {}
    for n, token in enumerate(whole):
        places.setdefault(token, []).append(n)
    found = _walked(words, whole, places, MAX_PLACES)
    return found if len(found) == len(words) else _walked(words, whole, places, 1)


def _walked(words: list[str], whole: list[str], places: dict[str, list[int]], tries: int) -> list[int | None]:
    found: list[int | None] = []
    at, free = 0, True
    while len(found) < len(words):
        i = len(found)
        if words[i] == GAP:
            found.append(None)
            free = True
            continue
        here = at < len(whole) and whole[at] == words[i] and not (free and tries > 1)
        start, run = (at, _run(words, i, whole, at)) if here else _longest(words, i, whole, at, places, tries)
        if not run:
            return found
        found += range(start, start + run)
        at, free = start + run, False
    return found


def _longest(
    words: list[str], i: int, whole: list[str], at: int, places: dict[str, list[int]], tries: int
) -> tuple[int, int]:
    """Return where in ``whole`` (from ``at``) the longest run of ``words`` (from ``i``) begins, and its length."""
    there = places.get(words[i], [])
    first = bisect_left(there, at)
    best = (0, 0)
    for start in there[first : first + tries]:
        run = _run(words, i, whole, start)
        if run > best[1]:
            best = (start, run)
        if i + run == len(words):
            break
    return best


def _run(words: list[str], i: int, whole: list[str], at: int) -> int:
    n = 0
    while i + n < len(words) and at + n < len(whole) and words[i + n] == whole[at + n]:
        n += 1
    return n


def _without_gaps(whole: str, pieces: re.Pattern[str] = TOKEN) -> list[tuple[str, int]]:
    return [pair for pair in _tokens(unicodedata.normalize("NFC", whole), pieces) if pair[0] != GAP]


def _tokens(text: str, pieces: re.Pattern[str] = TOKEN) -> list[tuple[str, int]]:
    """Return (token, where it begins) of ``text``; gaps are `GAP`."""
    for pattern in (FENCE, SHORTCODE):
        text = pattern.sub(lambda m: " " * len(m[0]), text)
    return [(GAP if m[0] in {GAP, "[...]"} else m[0], m.start()) for m in pieces.finditer(text)]
