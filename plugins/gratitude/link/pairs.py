"""Pairs of neighbouring words that a message and a post share: "shared folder" is more than "shared" and "folder". Pure.

Only the posts that are looked at closely are searched, and a pair counts by how few of these hold it: an index of all
pairs would be four times the size of that of the words.
"""

from __future__ import annotations

__all__ = ["MAX_PAIRS", "pairs_of", "shared_pairs"]

import math
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence, Set
from itertools import pairwise

MAX_PAIRS = 60
"""Pairs of a message that are looked for, the first ones; with all of them it is the same within .004."""

Pair = tuple[str, str]


def pairs_of(stems: Sequence[str], content: Set[str]) -> tuple[Pair, ...]:
    """Return the pairs of neighbouring stems of which at least one says what it is about (``content``), each once."""
    telling = dict.fromkeys((a, b) for a, b in pairwise(stems) if a != b and (a in content or b in content))
    return tuple(telling)[:MAX_PAIRS]


def shared_pairs(pairs: Iterable[Pair], posts: Mapping[int, Mapping[str, Sequence[int]]]) -> dict[int, float]:
    """Return for each post the sum over the pairs it holds, each counted by how few of ``posts`` hold it.

    ``posts`` says where each stem stands in a post, in rising order (`Index.places`).
    """
    held = {
        post: [pair for pair in pairs if pair[0] in places and pair[1] in places and _meet(*pair, places)]
        for post, places in posts.items()
    }
    holding = Counter(pair for found in held.values() for pair in found)
    values = {pair: math.log(1 + (len(posts) - n + 0.5) / (n + 0.5)) for pair, n in holding.items()}
    return {post: sum(map(values.__getitem__, found)) for post, found in held.items()}


def _meet(first: str, second: str, places: Mapping[str, Sequence[int]]) -> bool:
    """Say whether the second word stands right after the first anywhere."""
    before, after = places[first], places[second]
    if len(before) > len(after):
        return any(_holds(before, place - 1) for place in after)
    return any(_holds(after, place + 1) for place in before)


def _holds(places: Sequence[int], place: int) -> bool:
    at = bisect_left(places, place)
    return at < len(places) and places[at] == place
