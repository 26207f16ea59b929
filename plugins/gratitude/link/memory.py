"""What earlier messages teach: which posts are being written about, and which one a message is like. Pure."""

from __future__ import annotations

__all__ = ["Memory"]

import heapq
import math
from collections import Counter
from collections.abc import Iterable, Sequence

from ..message import Earlier, Message
from .index import MAX_TEXT, Index, Query
from .stem import is_content, stem, tokens

LAST = 30
"""Messages of a post that count towards its rate; older ones add nothing measurable."""


class Memory:
    """The messages whose post is known. `learn` brings it up to date; what is no longer known is forgotten."""

    def __init__(self, index: Index) -> None:
        self._index = index
        self._post = {post.key: i for i, post in enumerate(index.posts)}
        self._last: list[Earlier] = []
        self._known: dict[str, tuple[int, int | None, dict[str, float]]] = {}
        self._days: dict[int, dict[str, int]] = {}
        self._where: dict[str, dict[str, float]] = {}

    def __len__(self) -> int:
        return len(self._known)

    def has_others(self, identity: str) -> bool:
        """Say whether it knows any message but this one."""
        return len(self._known) > (identity in self._known)

    def learn(self, earlier: Sequence[Earlier]) -> None:
        """Know exactly these messages: new ones are added, those that are gone or moved to another post forgotten.

        Cheap where they begin with the same objects as the last time: messages come in order of time, so each sees
        what the one before it saw, and a little more.
        """
        same = next((i for i, (a, b) in enumerate(zip(self._last, earlier, strict=False)) if a is not b), None)
        same = min(len(self._last), len(earlier)) if same is None else same
        wanted = {e.message.identity: e for e in earlier[same:] if e.post in self._post}
        for one in self._last[same:]:
            identity = one.message.identity
            if identity in self._known and not self._stands(wanted.get(identity), identity):
                self._forget(identity)
        for identity, one in wanted.items():
            if identity not in self._known:
                self._add(identity, one.message, self._post[one.post])
        self._last = list(earlier)

    def has_word(self, words: Iterable[str], without: str) -> bool:
        """Say whether any message but this one holds one of these stems."""
        return any(self._where.get(word, {}).keys() - {without} for word in words)

    def recent(self, day: int, without: str) -> dict[int, float]:
        """Return for each post the sum of 1 / (1 + days since) over its last messages, this one itself left out."""
        found = {}
        for post, days in self._days.items():
            at = heapq.nlargest(LAST, (d for i, d in days.items() if d <= day and i != without))
            if at:
                found[post] = sum(1 / (1 + day - d) for d in at)
        return found

    def week(self, post: int, day: int, without: str) -> int:
        """Return how many messages a post had in the seven days up to ``day``."""
        return sum(1 for i, d in self._days.get(post, {}).items() if day - 7 < d <= day and i != without)

    def alike(self, asked: Query, without: str) -> dict[int, float]:
        """Return for each post the cosine with the most alike of its messages, this one itself left out."""
        own = self._vector(asked.tf)
        dots: dict[str, float] = {}
        for word, weight in own.items():
            for identity, other in self._where.get(word, {}).items():
                dots[identity] = dots.get(identity, 0.0) + weight * other
        dots.pop(without, None)
        best: dict[int, float] = {}
        for identity, dot in dots.items():
            post = self._known[identity][0]
            best[post] = max(best.get(post, 0.0), dot)
        return best

    def _stands(self, one: Earlier | None, identity: str) -> bool:
        return one is not None and self._post[one.post] == self._known[identity][0]

    def _add(self, identity: str, message: Message, post: int) -> None:
        day = message.day.toordinal() if message.day else None
        vector = self._vector(Counter(map(stem, tokens(message.own_words[:MAX_TEXT]))))
        self._known[identity] = (post, day, vector)
        if day is not None:
            self._days.setdefault(post, {})[identity] = day
        for word, weight in vector.items():
            self._where.setdefault(word, {})[identity] = weight

    def _forget(self, identity: str) -> None:
        post, _, vector = self._known.pop(identity)
        self._days.get(post, {}).pop(identity, None)
        for word in vector:
            self._where[word].pop(identity, None)

    def _vector(self, tf: dict[str, int]) -> dict[str, float]:
        """Return ln tf x IDF of the content stems, of length 1. The posts' IDF: that of the messages would move."""
        raw = {w: (1 + math.log(n)) * self._index.idf(w) for w, n in tf.items() if is_content(w)}
        length = math.sqrt(sum(x * x for x in raw.values())) or 1.0
        return {w: x / length for w, x in raw.items()}
