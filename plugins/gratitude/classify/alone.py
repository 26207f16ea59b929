"""Can a sentence be quoted by itself: is it a person's, whole, and understood without what stands before it? Pure."""

from __future__ import annotations

__all__ = ["PERSON", "breaks_off", "goes_on", "is_a_rest", "is_noise", "is_warm"]

import re

from .asked import MARK, PRIVATE
from .masking import MASK
from .reading import WORD, Place, Reading
from .sentences import Sentence

SIGN = re.compile(r"[\\/_=<>{}\[\]|$:#]|[(,]\"|\"[),]")
SIGNS = 4
"""Signs of paths and traces that make a sentence a machine's, if every fourteenth character is one; digits, if every fifth."""

PATH = re.compile(r"\S*[\\/_=<>{}\[\]|$#]\S*")
"""A sentence of one word with such a sign in it."""

PERSON = re.compile(
    r"\b(?:I|my|me|we|us|our|ich|mir|mich|mein\w{0,2}|wir|uns|je|mon|ma|nous|yo|mi|me|nos|io|mio|ja|mi|mój)\b"
)
"""Where a writer speaks of themselves."""


def is_noise(reading: Reading, sentence: Sentence) -> bool:
    """Say whether this is what a machine said (a path, a trace, a listing), though nothing marks it as code."""
    text = reading.words_of(sentence)
    if PATH.fullmatch(text) or (MASK in sentence.folded.text and len(WORD.findall(sentence.folded.text)) <= 1):
        return True
    if PERSON.search(text) and not PRIVATE.search(text):
        return False
    signs = len(SIGN.findall(text))
    if signs >= SIGNS and signs * 14 >= len(text):
        return not sentence.asks
    return sum(map(str.isdigit, text)) * 5 >= len(text) and not sentence.asks


def goes_on(reading: Reading, sentence: Sentence, places: list[Place]) -> bool:
    """Say whether a sentence begins with words that mean what stands before it ("They", "Especially").

    Words at the head of a message mean the post, and what shows the kind or is warm is understood without.
    """
    if sentence.index == 0 or any(sentence.start <= a < sentence.end for a, _ in places):
        return False
    begins = any(start == sentence.start for start, _ in reading.find("follows", sentence))
    return begins and not reading.find("follows_not", sentence) and not is_warm(reading, sentence)


def breaks_off(reading: Reading, sentence: Sentence) -> bool:
    """Say whether a sentence stops at code or a quotation in mid-thought ("Although I would argue that")."""
    if not reading.text[sentence.end - 1].isalnum():
        return False
    after = reading.sentences[sentence.index + 1 : sentence.index + 2]
    return len(reading.text[sentence.end : after[0].start if after else len(reading.text)].strip()) > MARK


def is_a_rest(reading: Reading, sentence: Sentence) -> bool:
    """Say whether a sentence only ends what stood before the code above it ("is what did it in the end")."""
    if sentence.index == 0 or not reading.text[sentence.start].islower():
        return False
    before = reading.sentences[sentence.index - 1]
    if not reading.text[before.start].isupper():
        return False
    return len(reading.text[before.end : sentence.start].strip()) > MARK


def is_warm(reading: Reading, sentence: Sentence) -> bool:
    """Say whether a sentence applauds or tells what was good for what."""
    return any(reading.find(slot, sentence) for slot in ("helped", "praise", "yours", "gained", "acted"))
