"""Neighbouring words that a message and a post share."""

from __future__ import annotations

import math
import random
from datetime import date
from itertools import pairwise

import pytest

from gratitude.link.index import Index, query
from gratitude.link.memory import Memory
from gratitude.link.pairs import MAX_PAIRS, pairs_of, shared_pairs
from gratitude.link.rank import ranked
from gratitude.message import Earlier

DAY = date(2024, 1, 12).toordinal()


def places_of(words):
    found: dict[str, list[int]] = {}
    for i, word in enumerate(words.split()):
        found.setdefault(word, []).append(i)
    return found


def test_one_word_of_a_pair_must_say_something():
    """Each pair once; a word said twice is no pair, nor are two small words."""
    said = ["in", "the", "shared", "folder", "the", "very", "very", "shared", "folder"]

    assert (("the", "shared"), ("shared", "folder"), ("folder", "the"), ("very", "shared")) == pairs_of(
        said, frozenset({"shared", "folder"})
    )
    assert () == pairs_of([], frozenset()) == pairs_of(["alone"], frozenset({"alone"}))


def test_of_many_pairs_the_first_are_asked_for():
    """A letter of any length costs no more."""
    said = [f"word{i}" for i in range(500)]

    assert tuple(pairwise(said))[:MAX_PAIRS] == pairs_of(said, frozenset(said))


def test_a_pair_counts_by_how_few_posts_hold_it():
    """In this order and side by side: of four posts one holds the first pair, two the second."""
    posts = {
        7: places_of("shared folder here"), 8: places_of("folder shared then new shared thing"),
        9: places_of("shared old folder new shared"), 10: {},
    }  # fmt: skip

    got = shared_pairs((("shared", "folder"), ("new", "shared"), ("not", "here")), posts)

    assert {7: math.log(1 + 3.5 / 1.5), 8: math.log(1 + 2.5 / 2.5), 9: math.log(1 + 2.5 / 2.5), 10: 0} == pytest.approx(
        got
    )


def test_pairs_are_found_as_the_text_has_them():
    """The same as looking at every two neighbours, whichever word is the more frequent."""
    chance = random.Random(5)
    words = [chance.choice("aaaabbc") for _ in range(40)]
    every = [(a, b) for a in "abcd" for b in "abcd" if a != b]

    for n in range(2, 40):
        text = words[:n]
        held = {pair for pair in every if shared_pairs([pair], {0: places_of(" ".join(text)), 1: {}})[0] > 0}
        assert {(a, b) for a, b in pairwise(text) if a != b} == held


def test_of_two_posts_with_the_same_words_the_one_with_the_pair_comes_first(post, posts, message):
    """On the first day; once posts of messages are known, pairs are not looked for."""
    index = Index([*posts, post("apart", "A", "a folder that ann had shared", "2024-01-10"), post("pair", "B", "that ann had a shared folder", "2024-01-10")])  # fmt: skip
    asked, memory = query("my shared folder", index), Memory(index)
    memory.learn([Earlier(message=message("weather", "mid:1@example.com", None), post="diary-3")])

    first, second = ranked(asked, DAY, index)[:2]
    known = ranked(asked, DAY, index, memory)

    assert ("pair", "apart") == (index.posts[first.post].key, index.posts[second.post].key)
    assert first.parts.pairs > second.parts.pairs == 0
    assert {0.0} == {one.parts.pairs for one in known}
