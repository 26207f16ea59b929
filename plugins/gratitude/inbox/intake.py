"""What arrives is staged in short transactions, judged, and then taken in or left out; a cut run resumes."""

from __future__ import annotations

__all__ = ["Intake", "conversation_id", "digest", "leave_hash", "named_apart", "opened"]

import hashlib
import json
import sqlite3
import zlib
from collections.abc import Collection, Iterable, Iterator
from dataclasses import replace
from datetime import datetime

from ..codec import decode, encode
from ..errors import InboxError
from ..message import (
    Arrival,
    Earlier,
    Event,
    History,
    Kinds,
    Links,
    Message,
    State,
    Verdict,
    hand_of,
    traces_of,
)
from ..moderate import Name
from ..note import Via
from .history import InboxHistory, Known, maybe_posts, sure_post
from .journal import project, write
from .memory import bands_of, parent_of
from .migrate import quick_transaction, transaction
from .origins import has_origin

RAW = frozenset({"raw"})
DELETED = "deleted"
"""How the reason of a message begins that was deleted for good: `collect --again` does not bring it back."""
RETURNING = {State.ACCEPTED, State.KEPT, State.ASKED, State.LATER, State.TRASH}
"""Decided states that a reader's new message brings back; a spammer's second letter wakes nobody."""


def conversation_id(identity: str) -> str:
    """Return the ID of the conversation that the message with this identity opens: eight hexadecimal digits."""
    return hashlib.sha256(identity.encode()).hexdigest()[:8]


def opened(c: sqlite3.Connection, identity: str, *, is_empty: bool = False) -> str:
    """Return the ID of the conversation that the message with this identity opens, made where it is missing.

    Where the first eight digits of the hash are another message's (it happens in one of a hundred inboxes with ten thousand
    conversations), the next eight are taken: two readers must never share a conversation by chance. ``is_empty``: nor
    one that has messages, as when this message is split off the conversation it had opened.
    """
    digits = hashlib.sha256(identity.encode()).hexdigest()
    for at in range(0, len(digits), 8):
        name = digits[at : at + 8]
        c.execute("INSERT OR IGNORE INTO conversation (id, opened) VALUES (?, ?)", (name, identity))
        row = c.execute("SELECT opened FROM conversation WHERE id = ?", (name,)).fetchone()
        if row["opened"] == identity and not (is_empty and _holds_any(c, name)):
            return name
    raise InboxError("no ID is left for a new conversation; this cannot happen by chance")


def _holds_any(c: sqlite3.Connection, conversation: str) -> bool:
    return c.execute("SELECT 1 FROM message WHERE conversation = ?", (conversation,)).fetchone() is not None


def digest(*parts: str) -> bytes:
    """Return the 16-byte hash under which the inbox remembers a mark or an identity without keeping it."""
    return hashlib.blake2b("\0".join(parts).encode("utf-8", "surrogatepass"), digest_size=16).digest()


def leave_hash(c: sqlite3.Connection, row: sqlite3.Row, reason: str) -> None:
    """Remember a message that leaves (``row`` has identity and data) by hashes, so that it does not come back."""
    fingerprint = decode(Message, row["data"]).fingerprint
    values = (digest(row["identity"]), digest(fingerprint), reason)
    c.execute("INSERT OR REPLACE INTO left_out (identity, fingerprint, reason) VALUES (?, ?, ?)", values)


def named_apart(message: Message, other: Message) -> Message:
    """Return ``message`` under an identity of its own where another From *and* another Date share its Message-ID.

    Form mailers repeat theirs; ``other`` is the message that has it already.
    """
    if other.sender.address == message.sender.address or other.sent == message.sent:
        return message
    return replace(message, identity=f"{message.identity}#{message.fingerprint}")


def leave_traces(c: sqlite3.Connection, message: Message) -> None:
    """Store what of a message can be met again; nothing of the author's own."""
    if not message.yours:
        rows = [(mark, hand_of(message), message.identity) for mark in traces_of(message).marks]
        c.executemany("INSERT OR IGNORE INTO trace (mark, hand, identity) VALUES (?, ?, ?)", rows)


def is_approved(message: Message) -> bool:
    """Say whether an export says that the comment stood on the blog."""
    return message.facts.get("approved") == "1"


def fill_traces(c: sqlite3.Connection) -> None:
    """Leave the traces of messages that were stored before there were any."""
    rows = c.execute("SELECT identity, data FROM message WHERE is_traced = 0").fetchall()
    if not rows:
        return
    with transaction(c):
        for row in rows:
            message = decode(Message, row["data"])
            leave_traces(c, message)
            values = (is_approved(message), message.identity)
            c.execute("UPDATE message SET is_traced = 1, approved = ? WHERE identity = ?", values)


def _earlier(message: Message, links: Links, verdict: Verdict) -> Earlier:
    """Return a message as the ones after it know it."""
    post = sure_post(links)
    return Earlier(message=message, level=verdict.level, post=post, maybe=() if post else maybe_posts(links))


class Intake:
    """One run of collect on an open inbox. Every method is one short transaction; `finish` makes all of them last."""

    def __init__(self, connection: sqlite3.Connection, now: datetime) -> None:
        self._c, self._now = connection, now
        self._known = Known(connection)
        fill_traces(connection)

    def done(self, source: str, mark: str, *, again: bool = False) -> bool:
        """Say whether the source need not read what carries ``mark``; ``again``: everything is read once more.

        Screening leaves out without knowing the mark, so a mark does not tell what was taken in; identities do.
        """
        if again:
            return False
        return self._c.execute("SELECT 1 FROM seen WHERE mark = ?", (digest(source, mark),)).fetchone() is not None

    def stage(self, source: str, arrivals: Iterable[Arrival], *, again: bool = False) -> list[Message]:
        """Store what arrived, with its mark, and return the messages that are new. One transaction."""
        new = []
        with quick_transaction(self._c):
            for arrival in arrivals:
                if arrival.message is not None and arrival.reason is None:
                    message = self._named_apart(arrival.message)
                    if not self._is_known(message, again=again) and not self._has_moved(message):
                        self._insert(message)
                        new.append(message)
                if arrival.mark:
                    row = (digest(source, arrival.mark), digest(source), arrival.reason)
                    self._c.execute("INSERT OR REPLACE INTO seen (mark, source, reason) VALUES (?, ?, ?)", row)
        return new

    def waiting(self) -> int:
        """Return how many messages a run that was cut has read and not judged."""
        return int(self._c.execute("SELECT count(*) FROM message WHERE stage = 'staged'").fetchone()[0])

    def reclaim(self, addresses: Collection[str]) -> int:
        """Stage anew, as the author's own, what was taken in from ``addresses`` as a reader's; return how many there were.

        They were set after the first run. Only conversations that hold nothing else and on which nothing was decided:
        what the author dealt with as a reader's stays as they left it.
        """
        sql = (
            "SELECT m.identity, m.data, m.conversation FROM message m WHERE m.stage = 'taken' AND m.yours = 0 "
            "AND m.address IN (SELECT value FROM json_each(:own)) AND m.conversation NOT IN (SELECT conversation FROM event) "
            "AND m.conversation NOT IN (SELECT conversation FROM message WHERE conversation IS NOT NULL "
            "AND address NOT IN (SELECT value FROM json_each(:own))) "
            "AND m.conversation NOT IN (SELECT leads_to FROM conversation WHERE leads_to IS NOT NULL)"
        )
        rows = self._c.execute(sql, {"own": json.dumps(sorted(addresses))}).fetchall()
        if not rows:
            return 0
        with transaction(self._c):
            for row in rows:
                mine = encode(replace(decode(Message, row["data"]), yours=True), without=RAW)
                self._c.execute(
                    "UPDATE message SET stage = 'staged', yours = 1, conversation = NULL, kinds = NULL, links = NULL, "
                    "verdict = NULL, post = '', data = ? WHERE identity = ?",
                    (mine, row["identity"]),
                )
                self._c.execute("DELETE FROM trace WHERE identity = ?", (row["identity"],))
            for name in {row["conversation"] for row in rows}:
                self._c.execute(
                    "UPDATE message SET conversation = NULL, stage = 'staged' WHERE conversation = ?", (name,)
                )
                self._c.execute("DELETE FROM conversation WHERE id = ?", (name,))
        self._known = Known(self._c)
        return len(rows)

    def staged(self, *, yours: bool) -> Iterator[Message]:
        """Yield what waits to be judged, oldest first: the readers' messages, or the author's own."""
        sql = "SELECT identity FROM message WHERE stage = 'staged' AND yours = ? ORDER BY sent, identity"
        for row in self._c.execute(sql, (int(yours),)).fetchall():
            found = self._c.execute("SELECT data, raw FROM message WHERE identity = ?", (row["identity"],)).fetchone()
            yield replace(decode(Message, found["data"]), raw=zlib.decompress(found["raw"]))

    def history(self, message: Message) -> History:
        """Return what a step may know for ``message``."""
        return InboxHistory(self._c, message, self._known)

    def take(self, message: Message, kinds: Kinds, links: Links, verdict: Verdict) -> str:
        """Take ``message`` in: into the conversation it joins, or into one it opens. Return the conversation's ID."""
        with quick_transaction(self._c):
            conversation = self._joined(links.joins) or opened(self._c, message.identity)
            post = sure_post(links)
            self._c.execute(
                "UPDATE message SET stage = 'taken', conversation = ?, kinds = ?, links = ?, verdict = ?, post = ? WHERE identity = ?",
                (conversation, encode(kinds), encode(links), encode(verdict), post, message.identity),
            )
            if not message.yours and not message.is_reaction:
                self._wake(conversation, message.identity)
            if links.joins:
                project(self._c, conversation)
        self._known.add(_earlier(message, links, verdict))
        return conversation

    def is_taken(self, identity: str) -> bool:
        """Say whether the message with this identity was taken in."""
        row = self._c.execute("SELECT 1 FROM message WHERE identity = ? AND stage = 'taken'", (identity,)).fetchone()
        return row is not None

    def rejudge(self, message: Message, kinds: Kinds, links: Links, verdict: Verdict) -> None:
        """Replace what the steps said of a message that was taken in; its conversation stays."""
        with quick_transaction(self._c):
            self._c.execute(
                "UPDATE message SET kinds = ?, links = ?, verdict = ?, post = ? WHERE identity = ?",
                (encode(kinds), encode(links), encode(verdict), sure_post(links), message.identity),
            )
            if conversation := self._joined(message.identity):
                project(self._c, conversation)
        self._known.again(_earlier(message, links, verdict))

    def leave_out(self, message: Message, reason: str) -> None:
        """Mark ``message`` as left out; it leaves the inbox when the run ends."""
        with quick_transaction(self._c):
            self._c.execute(
                "UPDATE message SET stage = 'left', reason = ? WHERE identity = ?", (reason, message.identity)
            )

    def finish(self) -> dict[str, int]:
        """Drop what was left out, keeping hashed identities; return how many by reason."""
        with transaction(self._c):
            rows = self._c.execute("SELECT identity, data, reason FROM message WHERE stage = 'left'").fetchall()
            for row in rows:
                leave_hash(self._c, row, row["reason"])
            self._c.execute("DELETE FROM message WHERE stage = 'left'")
        counts: dict[str, int] = {}
        for row in rows:
            counts[row["reason"]] = counts.get(row["reason"], 0) + 1
        return counts

    def _named_apart(self, message: Message) -> Message:
        """Return ``message`` with an identity of its own where a form mailer gave it another letter's Message-ID."""
        row = self._c.execute("SELECT data FROM message WHERE identity = ?", (message.identity,)).fetchone()
        if row is not None:
            return named_apart(message, decode(Message, row["data"]))
        left = self._c.execute(
            "SELECT fingerprint FROM left_out WHERE identity = ?", (digest(message.identity),)
        ).fetchone()
        if left is not None and left["fingerprint"] != digest(message.fingerprint):
            return replace(message, identity=f"{message.identity}#{message.fingerprint}")
        return message

    def _is_known(self, message: Message, *, again: bool) -> bool:
        if self._c.execute("SELECT 1 FROM message WHERE identity = ?", (message.identity,)).fetchone():
            return True
        row = self._c.execute("SELECT reason FROM left_out WHERE identity = ?", (digest(message.identity),)).fetchone()
        return row is not None and (not again or row["reason"].startswith(DELETED))

    def _has_moved(self, m: Message) -> bool:
        """Say whether it is here from an export that the same blog made under another address: number, moment, hand, words."""
        if m.via is not Via.COMMENT or m.sent is None:
            return False
        number = m.identity.rpartition(":")[2]
        sql = "SELECT identity FROM message WHERE words_hash = ? AND sent = ? AND address = ?"
        rows = self._c.execute(sql, (digest(m.own_words), m.sent.isoformat(), m.sender.address))
        return any(r["identity"].startswith("wp:") and r["identity"].rpartition(":")[2] == number for r in rows)

    def _insert(self, m: Message) -> None:
        values = (
            m.identity, m.message_id, parent_of(m), m.sent.isoformat() if m.sent else "", m.sender.address, int(m.yours),
            digest(m.own_words), *bands_of(m.own_words), encode(m, without=RAW), zlib.compress(m.raw),
        )  # fmt: skip
        self._c.execute(
            "INSERT INTO message (stage, is_traced, approved, has_origin, identity, message_id, parent_id, sent, address, yours, "
            "words_hash, band0, band1, band2, band3, data, raw) "
            f"VALUES ('staged', 1, ?, ?, {', '.join('?' * len(values))})",
            (is_approved(m), has_origin(m), *values),
        )
        leave_traces(self._c, m)

    def _joined(self, identity: str | None) -> str | None:
        row = self._c.execute("SELECT conversation FROM message WHERE identity = ?", (identity,)).fetchone()
        return row["conversation"] if row else None

    def _wake(self, conversation: str, identity: str) -> None:
        """Bring a decided conversation back to new: its reader wrote again."""
        row = self._c.execute("SELECT state FROM conversation WHERE id = ?", (conversation,)).fetchone()
        if State(row["state"]) in RETURNING:
            event = Event(name=Name.RETURNED, data={"message": identity})
            write(self._c, conversation, event, now=self._now, step=0)
