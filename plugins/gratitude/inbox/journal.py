"""The journal in its table: events written and read, steps taken back, and what SQL looks up kept in step with it."""

from __future__ import annotations

__all__ = ["event_of", "newest_step", "next_step", "project", "write"]

import json
import sqlite3
from datetime import datetime
from typing import Any

from ..codec import decode
from ..message import Event, Links
from ..moderate import Name, standing_of
from .history import sure_post


def event_of(row: sqlite3.Row) -> Event:
    """Return the event in a row."""
    return Event(
        name=row["name"],
        data=json.loads(row["data"]),
        step=row["step"],
        at=datetime.fromisoformat(row["at"]),
        number=row["number"],
    )


def write(c: sqlite3.Connection, conversation: str, event: Event, *, now: datetime, step: int) -> None:
    """Append one event; the caller holds the transaction."""
    c.execute(
        "INSERT INTO event (step, conversation, at, name, data) VALUES (?, ?, ?, ?, ?)",
        (step, conversation, now.isoformat(), str(event.name), json.dumps(dict(event.data), ensure_ascii=False)),
    )


def next_step(c: sqlite3.Connection) -> int:
    """Return a number that no other step has or will have, also not another process's; the caller holds the transaction."""
    row = c.execute(
        "SELECT max(coalesce((SELECT CAST(value AS INTEGER) FROM fact WHERE name = 'step'), 0), "
        "coalesce((SELECT max(step) FROM event), 0)) + 1 AS step"
    ).fetchone()
    c.execute("INSERT OR REPLACE INTO fact VALUES ('step', ?)", (str(row["step"]),))
    return int(row["step"])


def newest_step(c: sqlite3.Connection, conversation: str | None) -> list[sqlite3.Row]:
    """Return the events of the newest of the author's steps that still stand, of one conversation where it is given.

    A step that touched several conversations may have been taken back in some of them.
    """
    undone = c.execute("SELECT conversation, data FROM event WHERE name = ?", (Name.UNDONE.value,))
    gone = {(row["conversation"], int(json.loads(row["data"])["step"])) for row in undone}
    only, values = ("AND conversation = ?", (conversation,)) if conversation else ("", ())
    newest: list[int] = []
    step = 0
    for row in c.execute(
        f"SELECT number, step, conversation FROM event WHERE step > 0 AND name <> ? {only} ORDER BY step DESC, number",
        (Name.UNDONE.value, *values),
    ):
        if newest and row["step"] != step:
            break
        if (row["conversation"], row["step"]) not in gone:
            newest.append(row["number"])
            step = row["step"]
    return [c.execute("SELECT * FROM event WHERE number = ?", (number,)).fetchone() for number in newest]


def project(c: sqlite3.Connection, conversation: str) -> None:
    """Keep what SQL looks up in step with the journal: the state, and the post its messages are known to be about."""
    rows = c.execute("SELECT * FROM event WHERE conversation = ? ORDER BY number", (conversation,)).fetchall()
    standing = standing_of([event_of(row) for row in rows])
    c.execute("UPDATE conversation SET state = ?, lesson = '?' WHERE id = ?", (standing.state.value, conversation))
    decided: Any = standing.note.post if standing.note else standing.edits.get("post")
    messages = c.execute("SELECT identity, links FROM message WHERE conversation = ? AND yours = 0", (conversation,))
    for row in messages.fetchall():
        sure = sure_post(decode(Links, row["links"])) if row["links"] and decided is None else ""
        post = sure if decided is None else str(decided)
        c.execute("UPDATE message SET post = ? WHERE identity = ?", (post, row["identity"]))
