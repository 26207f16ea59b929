"""Where messages were sent from: the IP address and the program of a writer, and how both are forgotten."""

from __future__ import annotations

__all__ = ["Origins", "has_origin", "without_origin"]

import re
import sqlite3
import zlib
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date

from ..codec import decode, encode
from ..message import Event, Message, State
from .journal import event_of
from .migrate import transaction

DECIDED = (State.ACCEPTED, State.ASKED, State.KEPT, State.SPAM, State.TRASH)
"""States in which the author has said what a conversation is; one put away for later waits for that."""
FACT = "x-originating-ip"
HEAD_END = re.compile(rb"\n\r?\n")
TELLING = re.compile(
    rb"^(?:X-Gratitude-(?:Ip|User-Agent)|X-(?:Originating|Sender|Source|Client|Real)-?Ip|X-Forwarded-For|User-Agent"
    rb"|X-Mailer)[ \t]*:[^\n]*(?:\n|\Z)(?:[ \t][^\n]*(?:\n|\Z))*",
    re.I | re.M,
)
"""Headers that say nothing but where from, or with which program."""
ROUTE = re.compile(
    rb"^(?:X-)?(?:Received(?:-SPF)?|(?:ARC-)?Authentication-Results)[ \t]*:[^\n]*(?:\n[ \t][^\n]*)*", re.I | re.M
)
"""Headers that tell the way of a mail, with the day that a mail without ``Date`` has: only the numbers leave them."""
NUMBER = re.compile(
    rb"(?<![\w.])(?:\d{1,3}\.){3}\d{1,3}(?![\w.]*\w)|(?<![\w:])(?:IPv6:)?(?:[0-9a-f]{1,4}:){2,7}(?::?[0-9a-f]{1,4}){0,7}",
    re.I,
)
CLOCK = re.compile(rb"\d{1,2}:\d{2}:\d{2}")


def has_origin(message: Message) -> bool:
    """Say whether ``message`` or what is kept of it as it came may tell where it was sent from."""
    return bool(message.form.ip or message.form.user_agent or FACT in message.facts or message.raw)


def without_origin(raw: bytes) -> bytes:
    """Return a mail without the headers that say where it was sent from; any bytes, the body as it was."""
    found = HEAD_END.search(raw)
    end = found.start() + 1 if found else len(raw)
    head = ROUTE.sub(lambda way: NUMBER.sub(_elided, way[0]), TELLING.sub(b"", raw[:end]))
    return head + raw[end:]


def _elided(found: re.Match[bytes]) -> bytes:
    return found[0] if CLOCK.fullmatch(found[0]) else b"..."


class Origins:
    """What of the table of messages tells where they came from."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._c = connection

    def decided(self) -> Iterator[tuple[str, Sequence[Event]]]:
        """Yield the decided conversations of which that is still known: their IDs and journals."""
        sql = (
            "SELECT DISTINCT m.conversation AS id FROM message m JOIN conversation c ON c.id = m.conversation "
            f"WHERE m.has_origin = 1 AND m.stage = 'taken' AND c.state IN ({', '.join('?' * len(DECIDED))})"
        )
        for row in self._c.execute(sql, tuple(state.value for state in DECIDED)).fetchall():
            events = self._c.execute("SELECT * FROM event WHERE conversation = ? ORDER BY number", (row["id"],))
            yield row["id"], [event_of(event) for event in events]

    def forget(self, conversations: Sequence[str], approved_until: date) -> int:
        """Forget where the messages of ``conversations`` came from, and return of how many messages; one transaction.

        So with comments that an export says were approved, when they were sent on ``approved_until`` or before: their
        decision fell on the old blog, on a day it does not tell.
        """
        sql = "SELECT identity FROM message WHERE has_origin = 1 AND stage = 'taken' AND "
        old = self._c.execute(f"{sql} approved = 1 AND substr(sent, 1, 10) <= ?", (approved_until.isoformat(),))
        identities = [row["identity"] for row in old]
        for name in conversations:
            identities += [row["identity"] for row in self._c.execute(f"{sql} conversation = ?", (name,))]
        if identities:
            with transaction(self._c):
                for identity in dict.fromkeys(identities):
                    self._forget(identity)
        return len(set(identities))

    def _forget(self, identity: str) -> None:
        row = self._c.execute("SELECT data, raw FROM message WHERE identity = ?", (identity,)).fetchone()
        message = decode(Message, row["data"])
        bare = replace(
            message,
            form=replace(message.form, ip="", user_agent=""),
            facts={name: value for name, value in message.facts.items() if name != FACT},
        )
        raw = zlib.decompress(row["raw"])
        kept = without_origin(raw)
        self._c.execute(
            "UPDATE message SET data = ?, raw = ?, has_origin = 0 WHERE identity = ?",
            (encode(bare), row["raw"] if kept == raw else zlib.compress(kept), identity),
        )
