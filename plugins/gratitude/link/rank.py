"""Which posts a message's words and day fit, best first: one weighted sum, its weights in one table. Pure.

Measured on six blogs (benchmarks/links.py): body, best passage, pieces of the title and names say what it is about;
the age of the post enters as a rate, in logarithms, and so do earlier messages about it.
"""

from __future__ import annotations

__all__ = ["Confidence", "Parts", "Ranked", "Ranking", "confidence", "is_likely", "ranked", "ranking", "rare_of"]

import heapq
import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import NamedTuple

from .index import Index, Query
from .memory import Memory
from .weights import TABLE, Weights

RERANKED = 40
"""Posts whose passages and names are looked at. From 40 to 100 it is the same within .003; 10 lose .002/.008."""

WINDOW = 60
REPEATED = (1.0, 0.375, 0.2)
"""What the first, second and further occurrences of a word in a passage add, as parts of its IDF."""

RECENT = 0.4
"""What a message of today adds to the rate of its post; .2 to 1 are the same."""

UNKNOWN_RATE, FLAT_RATE = 0.001, 0.01
GAP, GAP_MEMORY = 3.0, 3.6
"""How far the best must stand before the second to be likely, on day one and where posts of others are known. Set by hand
with all five dated blogs in view: there .948 right at .196, .954 at .222. Weights and cut chosen without the blog they
are tried on (benchmarks/links.py) give .941 at .185 and .936 at .204: expect those of a new blog."""

MATCHED = 2


@dataclass(frozen=True, slots=True, kw_only=True)
class Parts:
    """What speaks for a post, before it is weighted.

    ``body``: BM25 of its text, a word said n times counted 1 + ln n. ``window``: the summed IDF of the message's content words in its best passage of 60
    words. ``title``: that of the four-letter pieces shared with title and slug, by the root of the message's words.
    ``titled``: the part of the title's IDF that the message names, 0..1. ``names``: ln(1 + IDF of shared names of things). ``language``: 1 where message and post are surely in different
    ones. ``rate``: ln(messages a day at its age, and lately). ``alike``: cosine with the most alike earlier message.
    """

    body: float = 0.0
    window: float = 0.0
    title: float = 0.0
    titled: float = 0.0
    names: float = 0.0
    language: float = 0.0
    rate: float = 0.0
    alike: float = 0.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Ranked:
    """A post (its number in the index) with its score and what made it.

    ``score`` has no upper end; ``share`` is its part of a softmax over the posts that were looked at closely.
    """

    post: int
    score: float
    lag: int | None
    share: float
    parts: Parts

    @property
    def alike(self) -> float:
        """Likeness to an earlier message about the post."""
        return self.parts.alike


@dataclass(frozen=True, slots=True)
class Ranking:
    """``order``: best first, by all that is known. ``firm``: by what is known for certain; it alone decides a tier."""

    order: list[Ranked]
    firm: list[Ranked]


class _Text(NamedTuple):
    """The parts that are worked out for every post."""

    body: float
    title: float
    titled: float
    language: float


@dataclass(frozen=True, slots=True)
class _Past:
    """What earlier messages say about each post, and which weights hold then."""

    weights: Weights
    rates: list[float]
    alike: dict[int, float]


def ranked(
    asked: Query, day: int | None, index: Index, memory: Memory | None = None, *, identity: str = "", top: int = 5
) -> list[Ranked]:
    """Return the ``top`` posts for a message by what is known for certain; see `ranking`."""
    return ranking(asked, day, index, memory, identity=identity, top=top).firm


def ranking(
    asked: Query,
    day: int | None,
    index: Index,
    memory: Memory | None = None,
    guessed: Memory | None = None,
    *,
    identity: str = "",
    top: int = 5,
) -> Ranking:
    """Return the ``top`` posts for a message, best first; ties go to the newer post, then by key.

    ``day`` is its ordinal, None where it has no date. ``memory`` holds the messages whose post is known, ``guessed``
    those about which linking only guesses: they help the order. ``identity`` is the message's own, which it must not
    learn from.
    """
    memories = [m for m in (memory, guessed) if m is not None and m.has_others(identity)]
    is_known = memory in memories if memory is not None else False
    firm = _past(asked, day, index, [memory] if memory is not None and is_known else [], identity, "posts known")
    text = _text(asked, index)
    named = _named(asked, index)
    values = {word: index.idf(word) for word in asked.content if word in index.df}
    looked_at: dict[int, Parts] = {}
    by_firm = _best(firm, text, named, values, looked_at, index, day, top)
    if guessed is None or guessed not in memories:
        return Ranking(by_firm, by_firm)
    soft = _past(asked, day, index, memories, identity, "posts known" if is_known else "guesses known")
    return Ranking(_best(soft, text, named, values, looked_at, index, day, top), by_firm)


def _past(
    asked: Query, day: int | None, index: Index, memories: Sequence[Memory], identity: str, situation: str
) -> _Past:
    """Return what day and memories say of each post."""
    recent: dict[int, float] = {}
    alike: dict[int, float] = {}
    for memory in memories:
        for post, value in memory.recent(day, identity).items() if day is not None else ():
            recent[post] = recent.get(post, 0.0) + value
        for post, value in memory.alike(asked, identity).items():
            alike[post] = max(alike.get(post, 0.0), value)
    return _Past(TABLE[situation if memories else "nothing known"], _rates(day, index, recent), alike)


def _text(asked: Query, index: Index) -> list[_Text]:
    """Return what the words say for each post, passages and names left out."""
    body, title, titled = [0.0] * len(index), [0.0] * len(index), [0.0] * len(index)
    for word in asked.stems:
        times = 1 + math.log(asked.tf.get(word, 1))
        for post, weight in index.postings(word):
            body[post] += times * weight
        for post, part in index.in_titles.get(word, ()):
            titled[post] += part
    for piece in asked.pieces:
        value, posts = index.pieces.get(piece, (0.0, ()))
        for post in posts:
            title[post] += value
    root, own = math.sqrt(len(asked.tf) or 1), asked.language
    return [
        _Text(b, t / root, d, 1.0 if own and its and own != its else 0.0)
        for b, t, d, its in zip(body, title, titled, index.languages, strict=True)
    ]


def _best(
    past: _Past,
    text: Sequence[_Text],
    named: Mapping[int, float],
    values: Mapping[str, float],
    looked_at: dict[int, Parts],
    index: Index,
    day: int | None,
    top: int,
) -> list[Ranked]:
    """Return the best posts: all by words, title and past, then the best of them by passage and names too.

    ``looked_at`` keeps the passages and names of posts, which are the same whatever the past says.
    """
    w = past.weights
    scores = [
        w.body * body + w.title * title + w.titled * titled + w.language * other + w.rate * rate
        for (body, title, titled, other), rate in zip(text, past.rates, strict=True)
    ]
    for post, likeness in past.alike.items():
        scores[post] += w.alike * likeness
    near = heapq.nsmallest(max(RERANKED, top), range(len(scores)), key=lambda i: (-scores[i], i))
    for i in near:
        if i not in looked_at:
            window, names = _window(values, index.places(i)), math.log1p(named.get(i, 0.0))
            looked_at[i] = Parts(**text[i]._asdict(), window=window, names=names)
    final = {i: scores[i] + w.window * looked_at[i].window + w.names * looked_at[i].names for i in near}
    highest = max(final.values(), default=0.0)
    total = sum(math.exp(score - highest) for score in final.values())
    return [
        Ranked(
            post=i,
            score=final[i],
            share=math.exp(final[i] - highest) / total,
            lag=_lag(day, index.days[i]),
            parts=replace(looked_at[i], rate=past.rates[i], alike=past.alike.get(i, 0.0)),
        )
        for i in sorted(final, key=lambda i: (-final[i], i))[:top]
    ]


@dataclass(frozen=True, slots=True)
class Confidence:
    """How well the best post stands: its gap to the second, the content words of the message that stand in it."""

    gap: float
    matched: int


def confidence(firm: Sequence[Ranked], asked: Query, index: Index) -> Confidence:
    """Return how well the first of ``firm`` stands; all 0 where there is none."""
    if not firm:
        return Confidence(0.0, 0)
    gap = firm[0].score - firm[1].score if len(firm) > 1 else 0.0
    return Confidence(gap, sum(index.holds(firm[0].post, word) for word in asked.content))


def rare_of(words: Sequence[str], index: Index) -> list[str]:
    """Return the stems that few posts hold: at most 3 % of them, or two."""
    return [w for w in words if index.df[w] <= max(2, 0.03 * len(index))]


def is_likely(best: Confidence, *, is_dated: bool, has_memory: bool) -> bool:
    """Say whether the best post is likely, not only a guess.

    On a blog whose posts have no days nothing is: there the same gap was right in .70 of the cases only.
    """
    gap = GAP_MEMORY if has_memory else GAP
    return is_dated and best.gap >= gap and best.matched >= MATCHED


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
