"""Text made alike for matching, with the way back to where every character stood. Pure."""

from __future__ import annotations

__all__ = ["Folded", "fold", "fold_phrase"]

import unicodedata
from dataclasses import dataclass
from functools import lru_cache

from .masking import MASK

APOSTROPHES = frozenset("'’‘ʼ´`′")
UNDECOMPOSED = {"ß": "ss", "ł": "l", "Ł": "l", "ø": "o", "Ø": "o", "đ": "d", "Đ": "d", "æ": "ae", "œ": "oe", "ı": "i"}
"""Letters that Unicode does not take apart, as people write them on a keyboard without them."""


@dataclass(frozen=True, slots=True)
class Folded:
    """``text``: lower case, without accents and apostrophes, white space single. ``at[i]``: where character i stood.

    ``at`` has one entry more than ``text``: the end.
    """

    text: str
    at: tuple[int, ...]

    def back(self, start: int, end: int) -> tuple[int, int]:
        """Return the offsets in the original text of what stands at ``start:end`` here; ``start < end``."""
        return self.at[start], self.at[end]


@lru_cache(maxsize=4096)
def _folded_char(char: str) -> str:
    """Return one character without accents, in lower case; ``""`` for an apostrophe or a bare accent."""
    if char in APOSTROPHES:
        return ""
    if char in UNDECOMPOSED:
        return UNDECOMPOSED[char]
    parts = "".join(c for c in unicodedata.normalize("NFKD", char) if not "\u0300" <= c <= "\u036f")
    # Kana keep their voicing marks, Hangul its syllables: only accents of Latin, Greek and Cyrillic letters go.
    return unicodedata.normalize("NFC", parts).lower()


def fold(text: str, start: int = 0, end: int | None = None) -> Folded:
    """Return ``text[start:end]`` folded; offsets of ``Folded.at`` count in the whole ``text``.

    "Merci, ça m'a aidé" and "merci, ca ma aide" become the same; so do "can't" and "cant", "soooo" and "so".
    A letter three times or more in a row becomes one; a run of masked characters becomes one. Linear.
    """
    end = len(text) if end is None else end
    out: list[str] = []
    at: list[int] = []
    for i in range(start, end):
        char = text[i]
        for c in " " if char.isspace() else _folded_char(char).replace("\xa0", " "):
            last = out[-1] if out else ""
            if c == last and (c in (" ", MASK) or _in_long_run(text, i, char)):
                if c.isalpha() and len(out) > 1 and out[-2] == c:
                    out.pop()
                    at.pop()
                continue
            out.append(c)
            at.append(i)
    return Folded("".join(out), (*at, end))


def _in_long_run(text: str, i: int, char: str) -> bool:
    """Say whether ``text[i]`` is the third or a later one of the same letters in a row."""
    return char.isascii() and char.isalpha() and i > 1 and text[i - 1].lower() == text[i - 2].lower() == char.lower()


def fold_phrase(phrase: str) -> str:
    """Return the words of a phrase file as `fold` would make them."""
    return fold(phrase).text
