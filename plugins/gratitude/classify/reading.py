"""A message as the rules read it: its sentences, its languages, and how to look for phrases in them. Pure."""

from __future__ import annotations

__all__ = ["MAX_CHARS", "WORD", "Place", "Reading", "apart_from", "read"]

import re
from collections.abc import Iterable
from dataclasses import dataclass, field

from .folding import fold
from .lexicon import Language, Lexicon, lexicon
from .masking import masked
from .sentences import Sentence, sentences

MAX_CHARS = 20_000
"""Of a longer message only the beginning is read; 95 of 100 real ones have at most 1,204 characters."""

Place = tuple[int, int]
"""Offsets into the own words."""

WORD = re.compile(r"[^\W_]+")
FRAME_WORDS = 7
"""A greeting or a closing formula is at most so long; behind it a sentence says something."""

CLOSING_WORDS = 4
"""So long may one be that thanks ("Many thanks and regards, Ann"): "Many thanks for your reply" says something."""


@dataclass(frozen=True, slots=True)
class Reading:
    """``text`` is the beginning of the own words; ``sentences`` are its sentences without code and quotes.

    ``authors`` are the words of the author's names, lower case.
    """

    text: str
    sentences: tuple[Sentence, ...]
    languages: tuple[Language, ...]
    lexicon: Lexicon
    authors: frozenset[str] = frozenset()
    known: dict[tuple[str, int, bool], list[Place]] = field(default_factory=dict, compare=False, repr=False)

    def find(self, slot: str, sentence: Sentence) -> list[Place]:
        """Return where phrases of ``slot`` stand, of the languages the message is written in."""
        return self._found(slot, sentence, everywhere=False)

    def find_in_any(self, slot: str, sentence: Sentence) -> list[Place]:
        """Return where phrases of ``slot`` stand, of all languages: people write "merci" and "danke" everywhere."""
        return self._found(slot, sentence, everywhere=True)

    def _found(self, slot: str, sentence: Sentence, *, everywhere: bool) -> list[Place]:
        """Return the same, looked for once: rules ask for the same list two or three times."""
        key = (slot, sentence.index, everywhere)
        if key not in self.known:
            self.known[key] = self.lexicon.find(slot, sentence, None if everywhere else self.languages)
        return list(self.known[key])

    def words(self, start: int, end: int) -> list[str]:
        """Return the words between two offsets, folded."""
        return WORD.findall(fold(self.text, start, end).text) if start < end else []

    def words_of(self, sentence: Sentence) -> str:
        """Return the sentence as it was written."""
        return self.text[sentence.start : sentence.end]

    def is_frame(self, sentence: Sentence) -> bool:
        """Say whether this is a greeting, a closing formula or the name below: nothing one would quote."""
        count = len(self.words(sentence.start, sentence.end))
        if count <= FRAME_WORDS and (self.find("greeting", sentence) or self.find("closing", sentence)):
            thanks = count > CLOSING_WORDS and self.find_in_any("thanks", sentence)
            warm = self.find("helped", sentence) or self.find("praise", sentence)
            return not sentence.asks and not thanks and not warm
        last = sentence.index > 0 and sentence.index >= len(self.sentences) - 2
        return (
            last and count <= 3 and self.words_of(sentence)[-1].isalnum() and not self.find_in_any("thanks", sentence)
        )


def read(own_words: str, names: Iterable[str] = ()) -> Reading:
    """Return what a person wrote, ready for the rules; ``names`` are what the author may be called.

    Never raises; linear, and at most `MAX_CHARS` are looked at.
    """
    authors = frozenset(word for name in names for word in WORD.findall(name.casefold()))
    text = own_words[:MAX_CHARS]
    found = lexicon()
    cut = sentences(text, masked(text))
    return Reading(text, cut, found.spoken(" ".join(s.folded.text for s in cut)), found, authors)


def apart_from(places: list[Place], denied: list[Place]) -> list[Place]:
    """Return the places that none of ``denied`` overlaps."""
    return [(s, e) for s, e in places if not any(s < de and ds < e for ds, de in denied)]
