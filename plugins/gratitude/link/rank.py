"""Which posts a message's words and day fit, best first: one weighted sum, its weights in one table. Pure.

Measured on six blogs (benchmarks/links.py): body, best passage, pieces of the title and names say what it is about;
the age of the post enters as a rate, in logarithms, and so do earlier messages about it.
"""

from __future__ import annotations

__all__ = ["Ranked", "Weights", "is_likely", "ranked"]

import heapq
import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from .index import Index, Query
from .memory import Memory

RERANKED = 60
"""Posts whose passages and names are looked at. From 40 to 100 it is the same within .003; 10 lose .002/.008."""

WINDOW = 60
REPEATED = (1.0, 0.375, 0.2)
"""What the first, second and further occurrences of a word in a passage add, as parts of its IDF."""

RECENT = 0.4
"""What a message of today adds to the rate of its post; .2 to 1 are the same."""

UNKNOWN_RATE, FLAT_RATE = 0.001, 0.01
GAP = 3.5
"""How far the best must stand before the second to be likely: .95 right at .20 of the messages of dated blogs."""

MATCHED = 2


@dataclass(frozen=True, slots=True, kw_only=True)
class Weights:
    """What each part adds. Rounded by hand; fitted ones do no better (field measurement: six fits, ranges inside)."""

    body: float = 0.08
    window: float = 0.20
    title: float = 0.17
    names: float = 0.70
    rate: float = 0.93
    alike: float = 0.0


DAY_ONE = Weights()
WITH_MEMORY = Weights(rate=1.1, alike=7.0)


@dataclass(frozen=True, slots=True, kw_only=True)
class Ranked:
    """A post (its number in the index) with its score and what made it; ``score`` has no upper end."""

    post: int
    score: float
    lag: int | None
    alike: float = 0.0


def ranked(
    asked: Query, day: int | None, index: Index, memory: Memory | None = None, *, identity: str = "", top: int = 5
) -> list[Ranked]:
    """Return the ``top`` posts for a message, best first; ties go to the newer post, then by key.

    ``day`` is its ordinal, None where it has no date. ``memory`` None or empty: day one. ``identity`` is the
    message's own, which it must not learn from.
    """
    if memory is not None and not memory.has_others(identity):
        memory = None
    weights = DAY_ONE if memory is None else WITH_MEMORY
    recent = memory.recent(day, identity) if memory is not None and day is not None else {}
    alike = memory.alike(asked, identity) if memory is not None else {}
    scores = [0.0] * len(index)
    for word in asked.stems:
        for post, weight in index.body.get(word, ()):
            scores[post] += weight
    rates = _rates(day, index, recent)
    scores = [weights.body * text + weights.rate * rate for text, rate in zip(scores, rates, strict=True)]
    per_piece = weights.title / math.sqrt(len(asked.tf) or 1)
    for piece in asked.pieces:
        value, posts = index.pieces.get(piece, (0.0, ()))
        for post in posts:
            scores[post] += per_piece * value
    for post, likeness in alike.items():
        scores[post] += weights.alike * likeness
    best = heapq.nsmallest(max(RERANKED, top), range(len(scores)), key=lambda i: (-scores[i], i))
    named = _named(asked, index)
    values = {word: index.idf(word) for word in asked.content if word in index.df}
    final = {
        i: scores[i] + weights.window * _window(values, index.places(i)) + weights.names * math.log1p(named.get(i, 0.0))
        for i in best
    }
    return [
        Ranked(post=i, score=final[i], lag=_lag(day, index.days[i]), alike=alike.get(i, 0.0))
        for i in sorted(final, key=lambda i: (-final[i], i))[:top]
    ]


def is_likely(best: Sequence[Ranked], index: Index, *, matched: int, rare: int, has_memory: bool) -> bool:
    """Say whether the best post is likely, not only a guess.

    ``matched`` content words of the message stand in it, ``rare`` of them in few posts. On a blog whose posts have no
    days nothing is: there the same gap was right in .70 of the cases only.
    """
    gap = best[0].score - best[1].score if len(best) > 1 else 0.0
    return index.is_dated and gap >= GAP and matched >= MATCHED and (rare > 0 or not has_memory)


def _lag(day: int | None, post: int | None) -> int | None:
    return None if day is None or post is None else day - post


def _rates(day: int | None, index: Index, recent: dict[int, float]) -> list[float]:
    """Return the logarithm of each post's rate: messages a day at this age, and lately.

    A post is written about most when it is new: (1 + weeks) ** -0.9. A day before it counts as on it (time zones).
    """
    if not index.is_dated:
        rates = [FLAT_RATE] * len(index)
    elif day is None:
        rates = [UNKNOWN_RATE if d is None else 1.0 for d in index.days]
    else:
        rates = [UNKNOWN_RATE if d is None or d > day + 1 else (1 + max(0, day - d) / 7) ** -0.9 for d in index.days]
    for post, messages in recent.items():
        rates[post] += RECENT * messages
    return [math.log(rate) for rate in rates]


def _named(asked: Query, index: Index) -> dict[int, float]:
    """Return for each post the IDF of the names it shares with the message."""
    found: dict[int, float] = {}
    for name in asked.names:
        value, posts = index.names.get(name, (0.0, ()))
        for post in posts:
            found[post] = found.get(post, 0.0) + value
    return found


def _window(values: Mapping[str, float], places: Mapping[str, list[int]]) -> float:
    """Return the summed IDF (``values``) of the message's content words in the best passage of a post."""
    at = sorted([(i, word) for word in values.keys() & places.keys() for i in places[word]])
    counts: dict[str, int] = {}
    best = now = 0.0
    first = 0
    for place, word in at:
        while at[first][0] <= place - WINDOW:
            gone = at[first][1]
            counts[gone] = left = counts[gone] - 1
            now -= values[gone] * (REPEATED[left] if left < 2 else REPEATED[2])
            first += 1
        had = counts.get(word, 0)
        now += values[word] * (REPEATED[had] if had < 2 else REPEATED[2])
        counts[word] = had + 1
        best = max(best, now)
    return best
