"""A small guess which language a text is in, by its function words. Pure.

It only has to say when a message and a post are surely not in the same language. Silence is the usual answer for a
short text, and for a language none of whose words are known here.
"""

from __future__ import annotations

__all__ = ["MIN_SEEN", "language"]

from collections.abc import Iterable

from .stem import STOP
from .stopwords import LANGUAGES

MIN_SEEN = 3
"""Function words that must have been seen."""

LEAD = 1.4
"""How much more often than the next language's: neighbours (es and pt, de and nl) share many words."""

MAX_WORDS = 400
"""Words of a text that are read; its language shows in them."""


def _by_word() -> dict[str, tuple[str, ...]]:
    found: dict[str, list[str]] = {}
    for code, words in {"en": STOP, **LANGUAGES}.items():
        for word in words:
            found.setdefault(word, []).append(code)
    return {word: tuple(codes) for word, codes in found.items()}


CODES = _by_word()


def language(words: Iterable[str]) -> str:
    """Return the language of lower-case words as two letters (en, de, fr, es, pt, it, nl, pl), ``""``: cannot say."""
    seen: dict[str, int] = {}
    for _, word in zip(range(MAX_WORDS), words, strict=False):
        for code in CODES.get(word, ()):
            seen[code] = seen.get(code, 0) + 1
    first, *rest = sorted(seen.items(), key=lambda item: (-item[1], item[0])) or [("", 0)]
    second = rest[0][1] if rest else 0
    return first[0] if first[1] >= MIN_SEEN and first[1] >= LEAD * second else ""
