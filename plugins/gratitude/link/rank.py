"""Which posts a message's words and day fit, best first: one weighted sum, its weights in one table. Pure.

Measured on six blogs (benchmarks/links.py): body, best passage, pieces of the title, names and pairs of words say what
it is about; the age of the post enters as a rate, in logarithms, and so do earlier messages about it.
"""

from __future__ import annotations

__all__ = ["Parts", "Ranked", "Ranking", "ranked", "ranking", "rare_of"]

import heapq
import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import NamedTuple

from .index import Index, Query
from .memory import Memory
from .pairs import shared_pairs
from .weights import TABLE, Weights

RERANKED = 40
"""Posts whose passages and names are looked at. From 40 to 100 it is the same within .003; 10 lose .002/.008."""

LEADERS = 5
"""Posts looked at besides, because of their words alone: an old post may fit better than all that are new."""

WINDOW = 60
REPEATED = (1.0, 0.375, 0.2)
"""What the first, second and further occurrences of a word in a passage add, as parts of its IDF."""

BY_CHANCE = 10
"""The more words a letter has, the more of them a post holds by chance: body and passage are divided by the root of its
content words and these (from 4 to 30 it is the same within .004). Undivided, the first is .006 lower on day one, and
.013 where posts are known, there on five of six blogs; and the same gap to the second would mean less in a long letter."""

STYLE = 0.5
"""What a stop word or a courtesy counts in the text of a post. As much as others, .001/.004 are lost, on no blog any of
the first five is won; left out, .008/.002."""

RECENT, RECENT_GUESSED = 1.0, 0.4
"""What a message of today adds to the rate of its post, where its post is known and where it is guessed. Known: from .7 to
2 it is the same within .004, .4 is .002/.004 lower; guessed: 1 loses .016 of the first."""

UNKNOWN_RATE, FLAT_RATE = 0.001, 0.01


@dataclass(frozen=True, slots=True, kw_only=True)
class Parts:
    """What speaks for a post, before it is weighted.

    ``body``: BM25 of its text, a word said n times counted 1 + ln n, half where it is a word of style. ``window``: the
    summed IDF of the message's content words in its best passage of 60 words. Both by the root of the content words
    (`BY_CHANCE`). ``title``: that of the four-letter pieces shared with title and slug, by the root of the message's words.
    ``titled``: the part of the title's IDF that the message names, 0..1. ``names``: ln(1 + IDF of shared names of things).
    ``pairs``: neighbouring words that both have (`pairs.shared_pairs`), by the same root; day one only (+.010/.000,
    memory -.003/-.001). ``to_reader``: ln(1 + how often the post says "you"): who is spoken to answers (day one
    +.004/+.016; nothing once messages are known, which say it better). ``language``: 1 where message and post are
    surely in different ones. ``rate``: ln(messages a day at its age, and lately). ``alike``: root of the likeness
    (`Memory.alike`) to earlier messages about it (likeness itself: -.007/-.006).
    """

    body: float = 0.0
    window: float = 0.0
    title: float = 0.0
    titled: float = 0.0
    names: float = 0.0
    pairs: float = 0.0
    to_reader: float = 0.0
    language: float = 0.0
    rate: float = 0.0
    alike: float = 0.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Ranked:
    """A post (its number in the index) with its score and what made it.

    ``score`` has no upper end; ``share`` is its part of a softmax over the posts that were looked at closely.
    ``leads``: of these its words alone put it first, without day, earlier messages and to whom it speaks.
    """

    post: int
    score: float
    lag: int | None
    share: float
    leads: bool
    parts: Parts

    @property
    def alike(self) -> float:
        """Likeness (cosine) to earlier messages about the post."""
        return self.parts.alike**2


@dataclass(frozen=True, slots=True)
class Ranking:
    """``order``: best first, by all that is known. ``firm``: by what is known for certain; it alone decides a tier."""

    order: list[Ranked]
    firm: list[Ranked]


class _Text(NamedTuple):
    """The parts that are worked out for every post, each a list in the order of the index."""

    body: list[float]
    title: list[float]
    titled: list[float]
    to_reader: list[float]
    language: list[float]


class _Close(NamedTuple):
    """What the posts that are looked at closely are asked for: `_named`, the words' `_window` values, pairs of words.

    ``by`` is what pairs are divided by (`_by_chance`).
    """

    named: Mapping[int, float]
    values: Mapping[str, tuple[float, ...]]
    pairs: Sequence[tuple[str, str]]
    by: float


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
    both = ((memory, RECENT), (guessed, RECENT_GUESSED))
    memories = [(m, adds) for m, adds in both if m is not None and m.has_others(identity)]
    certain = [one for one in memories if one[0] is memory]
    firm = _past(asked, day, index, certain, identity, "posts known")
    text = _text(asked, index)
    by = _by_chance(asked)
    values = {w: tuple(index.idf(w) * times / by for times in REPEATED) for w in asked.content if w in index.df}
    close = _Close(_named(asked, index), values, asked.pairs, by)
    looked_at: dict[int, Parts] = {}
    by_firm = _best(firm, text, close, looked_at, index, day, top)
    if memories == certain:
        return Ranking(by_firm, by_firm)
    soft = _past(asked, day, index, memories, identity, "posts known" if certain else "guesses known")
    return Ranking(_best(soft, text, close, looked_at, index, day, top), by_firm)


def _past(
    asked: Query, day: int | None, index: Index, memories: Sequence[tuple[Memory, float]], identity: str, situation: str
) -> _Past:
    """Return what day and memories say of each post; each memory comes with what a message of today adds."""
    recent: dict[int, float] = {}
    alike: dict[int, float] = {}
    for memory, adds in memories:
        for post, value in memory.recent(day, identity).items() if day is not None else ():
            recent[post] = recent.get(post, 0.0) + adds * value
        for post, value in memory.alike(asked, identity).items():
            alike[post] = max(alike.get(post, 0.0), math.sqrt(value))
    return _Past(TABLE[situation if memories else "nothing known"], _rates(day, index, recent), alike)


def _text(asked: Query, index: Index) -> _Text:
    """Return what the words say for each post, passages and names left out."""
    body, title, titled = [0.0] * len(index), [0.0] * len(index), [0.0] * len(index)
    by = _by_chance(asked)
    for word in asked.stems:
        times = (1 if word in asked.content else STYLE) * (1 + math.log(asked.tf.get(word, 1))) / by
        for post, weight in index.postings(word):
            body[post] += times * weight
        for post, part in index.in_titles.get(word, ()):
            titled[post] += part
    root = math.sqrt(len(asked.tf) or 1)
    for piece in asked.pieces:
        value, posts = index.pieces.get(piece, (0.0, ()))
        part = value / root
        for post in posts:
            title[post] += part
    own = asked.language
    language = [1.0 if own and its and own != its else 0.0 for its in index.languages]
    return _Text(body, title, titled, index.to_reader, language)


def _by_chance(asked: Query) -> float:
    """Return by what words that a post shares are divided: the more are asked for, the less each one shows."""
    return math.sqrt(len(asked.content) + BY_CHANCE)


def _best(
    past: _Past,
    text: _Text,
    close: _Close,
    looked_at: dict[int, Parts],
    index: Index,
    day: int | None,
    top: int,
) -> list[Ranked]:
    """Return the best posts: all by words, title and past, then the best of them by passage, names and pairs too.

    ``looked_at`` keeps the passages and names of posts, which are the same whatever the past says.
    """
    w = past.weights
    by_words = [
        w.body * body + w.title * title + w.titled * titled + w.language * other
        for body, title, titled, other in zip(text.body, text.title, text.titled, text.language, strict=True)
    ]
    scores = [
        words + w.to_reader * said + w.rate * rate
        for words, said, rate in zip(by_words, text.to_reader, past.rates, strict=True)
    ]
    for post, likeness in past.alike.items():
        scores[post] += w.alike * likeness
    near = _highest(scores, max(RERANKED, top))
    looked = {*near, *_highest(by_words, LEADERS)}
    for i in looked:
        if i not in looked_at:
            of_all = {name: column[i] for name, column in zip(text._fields, text, strict=True)}
            window, names = _window(close.values, index.places(i)), math.log1p(close.named.get(i, 0.0))
            looked_at[i] = Parts(**of_all, window=window, names=names)
    pairs = shared_pairs(close.pairs, {i: index.places(i) for i in looked}) if w.pairs else {}
    pairs = {i: value / close.by for i, value in pairs.items()}
    closely = {
        i: w.window * parts.window + w.names * parts.names + w.pairs * pairs.get(i, 0.0)
        for i, parts in looked_at.items()
    }
    leader = max(closely, key=lambda i: (by_words[i] + closely[i], -i), default=None)
    final = {i: scores[i] + closely[i] for i in near}
    highest = max(final.values(), default=0.0)
    total = sum(math.exp(score - highest) for score in final.values())
    return [
        Ranked(
            post=i,
            score=final[i],
            share=math.exp(final[i] - highest) / total,
            leads=i == leader,
            lag=_lag(day, index.days[i]),
            parts=replace(looked_at[i], pairs=pairs.get(i, 0.0), rate=past.rates[i], alike=past.alike.get(i, 0.0)),
        )
        for i in sorted(final, key=lambda i: (-final[i], i))[:top]
    ]


def _highest(scores: Sequence[float], count: int) -> list[int]:
    """Return where the highest scores stand; of equal ones the first."""
    return heapq.nsmallest(count, range(len(scores)), key=lambda i: (-scores[i], i))


def rare_of(words: Sequence[str], index: Index) -> list[str]:
    """Return the stems that few posts hold: at most 3 % of them, or two."""
    return [w for w in words if index.df[w] <= max(2, 0.03 * len(index))]


def _lag(day: int | None, post: int | None) -> int | None:
    return None if day is None or post is None else day - post


def _rates(day: int | None, index: Index, recent: dict[int, float]) -> list[float]:
    """Return the logarithm of each post's rate: messages a day at this age, and lately.

    A post is written about most when it is new: (1 + weeks) ** -0.9. A day before it counts as on it (time zones).
    """
    unknown = math.log(UNKNOWN_RATE)
    if not index.is_dated:
        rates = [math.log(FLAT_RATE)] * len(index)
    elif day is None:
        rates = [unknown if d is None else 0.0 for d in index.days]
    else:
        rates = [unknown if d is None or d > day + 1 else _by_age(day - d) for d in index.days]
    for post, messages in recent.items():
        rates[post] = math.log(math.exp(rates[post]) + messages)
    return rates


@lru_cache(maxsize=20_000)
def _by_age(days: int) -> float:
    """Return the logarithm of the rate of a post that is so many days old."""
    return -0.9 * math.log1p(max(0, days) / 7)


def _named(asked: Query, index: Index) -> dict[int, float]:
    """Return for each post the IDF of the names it shares with the message."""
    found: dict[int, float] = {}
    for name in asked.names:
        value, posts = index.names.get(name, (0.0, ()))
        for post in posts:
            found[post] = found.get(post, 0.0) + value
    return found


def _window(values: Mapping[str, tuple[float, ...]], places: Mapping[str, list[int]]) -> float:
    """Return the summed IDF (``values``: by `REPEATED`) of the message's content words in the best passage of a post."""
    words = [word for word in values if word in places]
    at = sorted([(i, n) for n, word in enumerate(words) for i in places[word]])
    adds, counts = [values[word] for word in words], [0] * len(words)
    best = now = 0.0
    first = 0
    for place, word in at:
        while at[first][0] <= place - WINDOW:
            gone = at[first][1]
            counts[gone] = left = counts[gone] - 1
            now -= adds[gone][left if left < 2 else 2]
            first += 1
        had = counts[word]
        now += adds[word][had if had < 2 else 2]
        counts[word] = had + 1
        if now > best:  # noqa: PLR1730 - half the time of max() here
            best = now
    return best
