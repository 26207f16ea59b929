"""What earlier messages teach: which posts are being written about, and which one a message is like. Pure."""

from __future__ import annotations

__all__ = ["Memory"]

import math
from bisect import bisect_right, insort
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from ..message import Earlier, Message
from .index import MAX_TEXT, Index, Query
from .stem import is_content, stem, tokens

LAST = 30
"""Messages of a post that count towards its rate; older ones add nothing measurable."""

NOTHING = 1e-9
"""What adding and taking away leaves of 0."""

MIN_SHARE = 0.05
"""A post that an undecided message is about with less than this is not remembered."""

LATELY = 28
"""Days in which what was written about a post may place a few words that name nothing ("Thanks!"). With seven .002/.003
are lost where posts are known, .002/.002 in an import."""


@dataclass(frozen=True, slots=True)
class _Trace:
    """What is kept of one message: its posts with their shares (one of 1, where it is known), day and words."""

    posts: tuple[tuple[int, float], ...]
    day: int | None
    vector: dict[str, float]


class Memory:
    """Messages whose post is known, or may be one of several. `learn` brings it up to date; the rest is forgotten.

    ``guessed``: of messages nobody decided, those of a later day count towards the rate of a post as earlier ones do,
    and likeness is that to one of them, not to all together, of which many are about another post.
    """

    def __init__(self, index: Index, *, guessed: bool = False) -> None:
        self._guessed = guessed
        self._index = index
        self._post = {post.key: i for i, post in enumerate(index.posts)}
        self._last: list[Earlier] = []
        self._known: dict[str, _Trace] = {}
        self._days: dict[int, list[tuple[int, str, float]]] = {}
        self._where: dict[str, dict[str, float]] = {}
        self._sums: dict[str, dict[int, float]] = {}
        self._squares: dict[int, float] = {}

    def __len__(self) -> int:
        return len(self._known)

    def has_others(self, identity: str) -> bool:
        """Say whether it knows any message but this one."""
        return len(self._known) > (identity in self._known)

    def learn(self, earlier: Sequence[Earlier]) -> None:
        """Know exactly these messages: new ones are added, those that are gone or moved to another post forgotten.

        Cheap where they begin and end with the same objects as the last time: messages come in order of time, so each
        sees what the one before it saw, and a little more; in a second pass one of many has changed.
        """
        first = _same(self._last, earlier)
        last = _same(self._last[first:][::-1], earlier[first:][::-1])
        wanted = {e.message.identity: (e, p) for e in earlier[first : len(earlier) - last] if (p := self._posts(e))}
        for one in self._last[first : len(self._last) - last]:
            identity = one.message.identity
            if identity in self._known and wanted.get(identity, (None, ()))[1] != self._known[identity].posts:
                self._forget(identity)
        for identity, (one, posts) in wanted.items():
            if identity not in self._known:
                self._add(identity, one.message, posts)
        self._last = list(earlier)

    def recent(self, day: int, without: str) -> dict[int, float]:
        """Return for each post the sum of 1 / (1 + days since) over its last messages, this one itself left out.

        Of those of later days, where they count, the next ones.
        """
        found = {}
        for post, days in self._days.items():
            end = bisect_right(days, (day + 1,))
            last = [(d, share) for d, identity, share in days[max(0, end - LAST - 1) : end] if identity != without]
            near = last[-LAST:]
            if self._guessed:
                near += [(d, share) for d, _, share in days[end : end + LAST]]
            if near:
                found[post] = sum(share / (1 + abs(day - d)) for d, share in near)
        return found

    def lately(self, post: int, day: int, without: str, share: float = 0.0) -> int:
        """Return how many messages (of at least this ``share``) a post had in the four weeks up to ``day``."""
        days = self._days.get(post, ())
        return sum(1 for d, identity, s in days if day - LATELY < d <= day and identity != without and s >= share)

    def alike(self, asked: Query, without: str) -> dict[int, float]:
        """Return for each post how alike its messages are, this one left out: the cosine with all of them together.

        Together instead of the most alike one: +.006 of the first. Where they are guessed, the cosine with the most
        alike, times the share of the post (together: -.01).
        """
        return self._most_alike(asked, without) if self._guessed else self._alike_together(asked, without)

    def _alike_together(self, asked: Query, without: str) -> dict[int, float]:
        vector = self._vector(asked.tf)
        dots: dict[int, float] = {}
        for word, weight in vector.items():
            for post, other in self._sums.get(word, {}).items():
                dots[post] = dots.get(post, 0.0) + weight * other
        squares = {post: self._squares[post] for post in dots}
        if own := self._known.get(without):
            for post, share in own.posts:
                if post in dots:
                    dots[post] -= share * sum(weight * own.vector.get(word, 0.0) for word, weight in vector.items())
                    squares[post] += share * (share * _square(own.vector) - 2 * self._dot(own.vector, post))
        return {
            post: min(1.0, max(0.0, dot) / math.sqrt(squares[post]))
            for post, dot in dots.items()
            if squares[post] > NOTHING
        }

    def _most_alike(self, asked: Query, without: str) -> dict[int, float]:
        dots: dict[str, float] = {}
        for word, weight in self._vector(asked.tf).items():
            for identity, other in self._where.get(word, {}).items():
                dots[identity] = dots.get(identity, 0.0) + weight * other
        dots.pop(without, None)
        best: dict[int, float] = {}
        for identity, dot in dots.items():
            for post, share in self._known[identity].posts:
                best[post] = max(best.get(post, 0.0), dot * share)
        return best

    def _posts(self, one: Earlier) -> tuple[tuple[int, float], ...]:
        """Return the posts a message is about, as numbers of the index; none for a post that is gone."""
        named = ((one.post, 1.0),) if one.post else one.maybe
        return tuple((self._post[key], share) for key, share in named if key in self._post and share >= MIN_SHARE)

    def _add(self, identity: str, message: Message, posts: tuple[tuple[int, float], ...]) -> None:
        day = message.day.toordinal() if message.day else None
        vector = self._vector(Counter(map(stem, tokens(message.own_words[:MAX_TEXT]))))
        self._known[identity] = _Trace(posts, day, vector)
        if day is not None:
            for post, share in posts:
                insort(self._days.setdefault(post, []), (day, identity, share))
        for word, weight in vector.items():
            self._where.setdefault(word, {})[identity] = weight
        for post, share in () if self._guessed else posts:
            self._sum_up(post, vector, share)

    def _forget(self, identity: str) -> None:
        gone = self._known.pop(identity)
        if gone.day is not None:
            for post, share in gone.posts:
                self._days[post].remove((gone.day, identity, share))
        for word in gone.vector:
            self._where[word].pop(identity, None)
        for post, share in () if self._guessed else gone.posts:
            self._sum_up(post, gone.vector, -share)

    def _sum_up(self, post: int, vector: dict[str, float], share: float) -> None:
        """Add a message's words to those of its post, or take them away (a share below 0)."""
        before = self._squares.get(post, 0.0)
        self._squares[post] = before + share * (share * _square(vector) + 2 * self._dot(vector, post))
        for word, weight in vector.items():
            sums = self._sums.setdefault(word, {})
            sums[post] = sums.get(post, 0.0) + share * weight
            if abs(sums[post]) < NOTHING:
                del sums[post]

    def _dot(self, vector: dict[str, float], post: int) -> float:
        return sum(weight * self._sums.get(word, {}).get(post, 0.0) for word, weight in vector.items())

    def _vector(self, tf: dict[str, int]) -> dict[str, float]:
        """Return ln tf x IDF of the content stems, of length 1. The posts' IDF: that of the messages would move."""
        raw = {w: (1 + math.log(n)) * self._index.idf(w) for w, n in tf.items() if is_content(w)}
        length = math.sqrt(sum(x * x for x in raw.values())) or 1.0
        return {w: x / length for w, x in raw.items()}


def _square(vector: dict[str, float]) -> float:
    return sum(weight * weight for weight in vector.values())


def _same(one: Sequence[Earlier], other: Sequence[Earlier]) -> int:
    """Return with how many of the same objects both begin."""
    return next((i for i, (a, b) in enumerate(zip(one, other, strict=False)) if a is not b), min(len(one), len(other)))
