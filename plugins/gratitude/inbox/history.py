"""The history that the inbox knows: messages taken in or waiting in this run, as the steps may see them."""

from __future__ import annotations

__all__ = ["InboxHistory", "Known", "maybe_posts", "sure_post"]

import json
import sqlite3
from bisect import bisect_left
from collections.abc import Collection, Iterable, Sequence

from ..codec import decode
from ..message import Earlier, Elsewhere, Lessons, Level, Links, Message, State, Tier, Verdict, traces_of
from ..text import near_same, words
from .memory import MAX_BY_WRITER, MAX_CANDIDATES, MAX_LIKE, UNWANTED, bands_of, elsewhere_of, key_of

COLUMNS = (
    "m.identity, m.data, m.verdict, m.links, m.post, m.sent, coalesce(c.state, 'new') AS state "
    "FROM message m LEFT JOIN conversation c ON c.id = m.conversation"
)


SINCE = 3
"""The first version of the tables with traces and lessons."""


class Known:
    """The messages whose post is known or guessed at, oldest first, read once for a run and kept up to date by it."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        rows = connection.execute(
            f"SELECT {COLUMNS} WHERE m.post <> '' AND m.stage = 'taken' ORDER BY m.sent, m.identity"
        )
        self._about = _Line(_earlier(row) for row in rows)
        rows = connection.execute(
            f"SELECT {COLUMNS} WHERE m.post = '' AND m.stage = 'taken' AND m.yours = 0 AND c.state = 'new' "
            "ORDER BY m.sent, m.identity"
        )
        self._open = _Line(e for row in rows if (e := _earlier(row)).maybe)
        version = int(connection.execute("PRAGMA user_version").fetchone()[0])
        self.has_lessons = version >= SINCE  # an older inbox that is only read stays as it is

    def add(self, earlier: Earlier) -> None:
        """Add one that was taken in just now: where its post is known, or may be one of several."""
        if earlier.post:
            self._about.add(earlier)
        elif earlier.maybe and earlier.level not in UNWANTED and not earlier.message.yours:
            self._open.add(earlier)

    def again(self, earlier: Earlier) -> None:
        """Take what is said now of one that was only guessed at; what was decided stays."""
        if self._open.drop(earlier.message):
            self.add(earlier)

    def before(self, message: Message) -> Sequence[Earlier]:
        """Return those whose post is known that were sent before ``message``."""
        return self._about.before(message)

    def undecided(self) -> Sequence[Earlier]:
        """Return those whose post is only guessed at."""
        return self._open.all


class _Line:
    """Messages in order of time, each once."""

    def __init__(self, entries: Iterable[Earlier]) -> None:
        self.all = list(entries)
        self._keys = [key_of(earlier.message) for earlier in self.all]

    def add(self, earlier: Earlier) -> None:
        key = key_of(earlier.message)
        at = bisect_left(self._keys, key)
        if self._keys[at : at + 1] != [key]:
            self._keys.insert(at, key)
            self.all.insert(at, earlier)

    def drop(self, message: Message) -> bool:
        """Say whether it was there."""
        key = key_of(message)
        at = bisect_left(self._keys, key)
        is_there = self._keys[at : at + 1] == [key]
        if is_there:
            del self._keys[at], self.all[at]
        return is_there

    def before(self, message: Message) -> Sequence[Earlier]:
        return self.all[: bisect_left(self._keys, key_of(message))]


class InboxHistory:
    """One message's view of the inbox; implements `message.History`."""

    def __init__(self, connection: sqlite3.Connection, message: Message, known: Known) -> None:
        self._connection, self._message, self._known = connection, message, known

    def by_message_id(self, message_id: str) -> Earlier | None:
        """See `message.History`."""
        found = self._rows("m.message_id = ? AND m.stage <> 'left'", (message_id,)) if message_id else []
        return found[0] if found else None

    def answers_to(self, message_id: str) -> Sequence[Earlier]:
        """See `message.History`."""
        return self._rows("m.parent_id = ? AND m.stage <> 'left'", (message_id,)) if message_id else []

    def like(self, message: Message) -> Sequence[Earlier]:
        """See `message.History`."""
        if not words(message.own_words):
            return []
        where = " OR ".join(f"m.band{i} = ?" for i in range(4))
        found = self._before(f"({where})", bands_of(message.own_words), MAX_CANDIDATES)
        return [e for e in found if near_same(e.message.own_words, message.own_words)][-MAX_LIKE:]

    def by_writer(self, address: str) -> Sequence[Earlier]:
        """See `message.History`."""
        return self._before("m.address = ?", (address,), MAX_BY_WRITER) if address else []

    def about_posts(self) -> Sequence[Earlier]:
        """See `message.History`."""
        return self._known.before(self._message)

    def undecided(self) -> Sequence[Earlier]:
        """See `message.History`."""
        return self._known.undecided()

    def elsewhere(self, message: Message) -> Elsewhere:
        """See `message.History`."""
        sql = f"SELECT DISTINCT hand FROM trace WHERE mark = ? LIMIT {MAX_LIKE + 1}"
        marks = traces_of(message).marks if self._known.has_lessons else ()
        return elsewhere_of(message, {m: {row["hand"] for row in self._connection.execute(sql, (m,))} for m in marks})

    def lessons(self, marks: Collection[int]) -> Lessons:
        """See `message.History`."""
        if not self._known.has_lessons:
            return Lessons()
        totals = {row["is_spam"]: row["messages"] for row in self._connection.execute("SELECT * FROM lessons")}
        if not totals:
            return Lessons()
        sql = "SELECT mark, ham, spam FROM learned WHERE mark IN (SELECT value FROM json_each(?))"
        rows = self._connection.execute(sql, (json.dumps(sorted(marks)),))
        counts = {row["mark"]: (row["ham"], row["spam"]) for row in rows}
        return Lessons(ham=totals.get(0, 0), spam=totals.get(1, 0), counts=counts)

    def _before(self, where: str, values: Iterable[object], limit: int) -> list[Earlier]:
        key = key_of(self._message)
        return self._rows(f"{where} AND (m.sent, m.identity) < (?, ?)", (*values, *key), limit)

    def _rows(self, where: str, values: Iterable[object], limit: int = MAX_BY_WRITER) -> list[Earlier]:
        sql = f"SELECT {COLUMNS} WHERE {where} ORDER BY m.sent DESC, m.identity DESC LIMIT {limit}"
        return [_earlier(row) for row in reversed(self._connection.execute(sql, tuple(values)).fetchall())]


def _earlier(row: sqlite3.Row) -> Earlier:
    level: Level | None = decode(Verdict, row["verdict"]).level if row["verdict"] else None
    message, state = decode(Message, row["data"]), State(row["state"])
    is_open = not row["post"] and row["links"] and state is State.NEW and level not in UNWANTED and not message.yours
    maybe = maybe_posts(decode(Links, row["links"])) if is_open else ()
    return Earlier(message=message, state=state, level=level, post=row["post"], maybe=maybe)


def maybe_posts(links: Links) -> tuple[tuple[str, float], ...]:
    """Return the posts a message may be about, each with its share; none where one is sure."""
    return tuple((link.post, link.score) for link in links.posts if link.tier is not Tier.SURE)


def sure_post(links: Links) -> str:
    """Return the post a message is surely about, else ``""``."""
    return links.posts[0].post if links.posts and links.posts[0].tier is Tier.SURE else ""
