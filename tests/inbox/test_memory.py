"""How texts that are nearly the same find each other."""

import random

from builders import message
from gratitude.inbox.memory import bands_of, key_of, parent_of
from gratitude.text import near_same

VOCABULARY = [f"word{n}" for n in range(500)]
BANDS = (99756087498287, 100909847746708, 226843969398646, 263708010462504)


def test_nearly_the_same_texts_share_a_band():
    """Of letters of 20 to 80 words with one to three words added or changed, nineteen in twenty are found."""
    chance = random.Random(5)
    found = count = 0
    while count < 200:
        words = chance.choices(VOCABULARY, k=chance.randint(20, 80))
        changed = list(words)
        for _ in range(chance.randint(1, 3)):
            changed.insert(chance.randrange(len(changed)), chance.choice(VOCABULARY))
        one, other = " ".join(words), " ".join(changed)
        if near_same(one, other):
            count += 1
            found += any(a == b for a, b in zip(bands_of(one), bands_of(other), strict=True))

    assert found >= 190


def test_different_texts_share_none():
    """So that few letters must be compared."""
    chance = random.Random(6)
    texts = [" ".join(chance.choices(VOCABULARY, k=40)) for _ in range(100)]
    bands = [bands_of(text) for text in texts]

    shared = sum(any(a == b for a, b in zip(x, y, strict=True)) for i, x in enumerate(bands) for y in bands[:i])

    assert shared == 0


def test_bands_are_stored_and_compared_as_they_are():
    """They fit SQLite's integers and never change: rows of today are compared with those of next year."""
    assert bands_of("Thank you for the post!") == bands_of("THANK you, for the post")
    assert bands_of("...") == (0, 0, 0, 0)
    assert bands_of("Thank you for the post!") == BANDS
    assert all(0 < band < 2**48 for band in BANDS)


def test_order_and_parent():
    """Undated first; then by moment, then by identity. In-Reply-To before references."""
    undated, early, late = message(sent=None), message(), message(sent="2026-05-03T10:00:00.500000+00:00")

    assert sorted([late, early, undated], key=key_of) == [undated, early, late]
    assert parent_of(message(in_reply_to="a", references=("b",))) == "a"
    assert parent_of(message(references=("b", "c"))) == "c"
    assert parent_of(message()) == ""
