"""A history held in memory: what ``explain`` and the tests use, under the same contract as the inbox's own."""

from __future__ import annotations

__all__ = ["MemoryHistory", "key_of"]

from bisect import bisect_left
from collections import Counter
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence, Set
from dataclasses import replace
from hashlib import blake2b

from ..message import Earlier, Elsewhere, History, Lessons, Level, Message, hand_of, traces_of
from ..text import near_same, words

MAX_LIKE, MAX_BY_WRITER, MAX_CANDIDATES = 50, 200, 500
UNWANTED = (Level.SPAM, Level.DISCARD)
"""Levels of which nothing is learnt."""

MASK = 2**64 - 1
FACTORS = tuple(int.from_bytes(blake2b(bytes([i]), digest_size=8).digest(), "big") | 1 for i in range(12))
Base = Callable[[Message], History]


def key_of(message: Message) -> tuple[str, str]:
    """Return what messages are ordered by: when they were sent (undated ones first), then their identity."""
    return (message.sent.isoformat() if message.sent else "", message.identity)


def bands_of(text: str) -> tuple[int, int, int, int]:
    """Return four numbers of which texts with nearly the same words share at least one; zeros for no words.

    MinHash over three-word shingles (Broder 1997), three lowest values to a band: of texts that share .8 of their
    shingles 94 in 100 are found, at .9 practically all. (SimHash in 16-bit bands, tried before, missed a letter of
    twenty words with one word added.)
    """
    found = words(text)
    if not found:
        return (0, 0, 0, 0)
    shingles = {" ".join(found[i : i + 3]) for i in range(max(1, len(found) - 2))}
    values = [int.from_bytes(blake2b(s.encode(), digest_size=8).digest(), "big") for s in shingles]
    lowest = [min([value * factor & MASK for value in values]) for factor in FACTORS]
    one, two, three, four = (_number(lowest[i : i + 3]) for i in range(0, 12, 3))
    return (one, two, three, four)


def _number(values: list[int]) -> int:
    """Return a number of 48 bits, which SQLite stores as it is, for a band."""
    data = b"".join(value.to_bytes(8, "big") for value in values)
    return int.from_bytes(blake2b(data, digest_size=6).digest(), "big")


def parent_of(message: Message) -> str:
    """Return the Message-ID that a message answers: In-Reply-To, else the last reference, else ``""``."""
    return message.in_reply_to or (message.references[-1] if message.references else "")


class MemoryHistory:
    """Messages of one batch, with what is known of them, over the history of an inbox where there is one.

    ``before(message)`` gives the `History` a step sees for that message. ``judged`` records what became of one.
    """

    def __init__(self, messages: Iterable[Message], base: Base | None = None) -> None:
        self._base = base
        self._entries = {m.identity: Earlier(message=m) for m in messages}
        self._order = sorted(key_of(e.message) for e in self._entries.values())
        self._by_id: dict[str, str] = {}
        self._left: set[str] = set()
        self._answers: dict[str, list[str]] = {}
        self._writers: dict[str, list[str]] = {}
        self._like: dict[tuple[int, int], list[tuple[str, str]]] = {}
        self._known: list[tuple[str, str]] = []
        self._open: list[tuple[str, str]] = []
        self._hands: dict[int, set[int]] = {}
        self._taught: Counter[bool] = Counter()
        self._lessons: dict[int, tuple[int, int]] = {}
        for _, identity in self._order:
            message = self._entries[identity].message
            self._by_id.setdefault(message.message_id, identity)
            self._answers.setdefault(parent_of(message), []).append(identity)
            self._writers.setdefault(message.sender.address, []).append(identity)
            if words(message.own_words):
                for band in enumerate(bands_of(message.own_words)):
                    self._like.setdefault(band, []).append(key_of(message))
            if not message.yours:
                for mark in traces_of(message).marks:
                    self._hands.setdefault(mark, set()).add(hand_of(message))

    def judged(
        self,
        message: Message,
        *,
        level: Level,
        post: str,
        maybe: tuple[tuple[str, float], ...] = (),
        left_out: bool = False,
    ) -> None:
        """Record what screening and linking said of a message of the batch (``post``: a sure link's, else ``""``).

        What is ``left_out`` is no longer found by its Message-ID, so that nothing joins it.
        """
        if left_out:
            self._left.add(message.identity)
            post, maybe = "", ()
        maybe = () if post or level in UNWANTED or message.yours else maybe
        self._entries[message.identity] = replace(self._entries[message.identity], level=level, post=post, maybe=maybe)
        if post or maybe:
            key, where = key_of(message), self._known if post else self._open
            at = bisect_left(where, key)
            if where[at : at + 1] != [key]:
                where.insert(at, key)

    def teach(self, marks: Iterable[int], *, is_spam: bool) -> None:
        """Learn from one message of which these are the marks (for tests and benchmarks; the inbox does it itself)."""
        self._taught[is_spam] += 1
        for mark in frozenset(marks):
            ham, spam = self._lessons.get(mark, (0, 0))
            self._lessons[mark] = (ham + (not is_spam), spam + is_spam)

    def before(self, message: Message) -> History:
        """Return the history that a step may see for ``message``."""
        return _Before(self, message, self._base(message) if self._base else None)


class _Before:
    """One message's view of a `MemoryHistory`."""

    def __init__(self, all_: MemoryHistory, message: Message, base: History | None) -> None:
        self._all, self._key, self._base = all_, key_of(message), base

    def by_message_id(self, message_id: str) -> Earlier | None:
        identity = self._all._by_id.get(message_id) if message_id else None
        mine = [self._all._entries[identity]] if identity is not None and identity not in self._all._left else []
        known = self._base.by_message_id(message_id) if self._base else None
        return next(iter(_merged([known] if known else [], mine)), None)

    def answers_to(self, message_id: str) -> Sequence[Earlier]:
        found = self._all._answers.get(message_id, []) if message_id else []
        mine = [self._all._entries[i] for i in found if i not in self._all._left][-MAX_BY_WRITER:]
        return _merged(self._base.answers_to(message_id) if self._base else (), mine)

    def like(self, message: Message) -> Sequence[Earlier]:
        seen: set[tuple[str, str]] = set()
        for band in enumerate(bands_of(message.own_words)):
            keys = self._all._like.get(band, [])
            end = bisect_left(keys, self._key)
            seen.update(keys[max(0, end - MAX_CANDIDATES) : end])
        newest = self._earlier(identity for _, identity in sorted(seen)[-MAX_CANDIDATES:])
        near = [e for e in newest if near_same(e.message.own_words, message.own_words)]
        return _merged(self._base.like(message) if self._base else (), near)[-MAX_LIKE:]

    def by_writer(self, address: str) -> Sequence[Earlier]:
        mine = self._earlier(self._all._writers.get(address, [])) if address else []
        return _merged(self._base.by_writer(address) if self._base else (), mine)[-MAX_BY_WRITER:]

    def about_posts(self) -> Sequence[Earlier]:
        known = self._all._known[: bisect_left(self._all._known, self._key)]
        mine = [self._all._entries[identity] for _, identity in known]
        return _merged(self._base.about_posts(), mine) if self._base else mine

    def undecided(self) -> Sequence[Earlier]:
        mine = [self._all._entries[identity] for _, identity in self._all._open]
        if self._base is None:
            return mine
        decided = {e.message.identity for e in self._base.about_posts()}
        return [e for e in _merged(self._base.undecided(), mine) if e.message.identity not in decided]

    def elsewhere(self, message: Message) -> Elsewhere:
        mine = elsewhere_of(message, self._all._hands)
        return joined(mine, self._base.elsewhere(message)) if self._base else mine

    def lessons(self, marks: Collection[int]) -> Lessons:
        if self._base:
            return self._base.lessons(marks)
        counts = {mark: found for mark in marks if (found := self._all._lessons.get(mark))}
        return Lessons(ham=self._all._taught[False], spam=self._all._taught[True], counts=counts)

    def _earlier(self, identities: Iterable[str]) -> list[Earlier]:
        found = (self._all._entries[i] for i in identities)
        return [e for e in found if key_of(e.message) < self._key]


def elsewhere_of(message: Message, hands: Mapping[int, Set[int]]) -> Elsewhere:
    """Return what of ``message`` other hands sent, where ``hands`` gives those that sent a mark."""
    traces, mine = traces_of(message), {hand_of(message)}
    others = {host: len(hands.get(mark, frozenset()) - mine) for host, mark in traces.hosts.items()}
    return Elsewhere(
        runs=len(traces.runs),
        shared=sum(bool(hands.get(mark, frozenset()) - mine) for mark in traces.runs),
        hosts={host: min(count, MAX_LIKE) for host, count in others.items() if count},
    )


def joined(one: Elsewhere, other: Elsewhere) -> Elsewhere:
    """Return what a batch and an inbox know together: the larger of each, since a message may stand in both."""
    hosts = {h: max(one.hosts.get(h, 0), other.hosts.get(h, 0)) for h in {*one.hosts, *other.hosts}}
    return Elsewhere(runs=one.runs, shared=max(one.shared, other.shared), hosts=hosts)


def _merged(one: Sequence[Earlier], other: Sequence[Earlier]) -> list[Earlier]:
    """Return both, oldest first, each message once (what the inbox knows of it counts)."""
    if not one:
        return list(other)
    both = {e.message.identity: e for e in (*other, *one)}
    return sorted(both.values(), key=lambda e: key_of(e.message))
