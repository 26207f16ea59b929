"""What the author's decisions taught the learner: counted by marks, and taken back when a decision is."""

from __future__ import annotations

__all__ = ["due", "forget", "teach"]

import sqlite3
from array import array
from collections.abc import Iterable, Iterator

from ..codec import decode
from ..message import Message
from ..moderate import lesson_of
from .journal import event_of

WANTED = """
SELECT m.identity, m.data, t.is_spam AS taught, CASE
    WHEN c.lesson <> '' THEN c.lesson = 'spam'
    WHEN m.approved THEN 0
  END AS wanted
FROM message m JOIN conversation c ON c.id = m.conversation LEFT JOIN taught t ON t.identity = m.identity
WHERE m.stage = 'taken' AND m.yours = 0 AND wanted IS NOT t.is_spam
"""


def due(c: sqlite3.Connection) -> Iterator[tuple[Message, bool | None]]:
    """Yield each message that must be learned anew: as spam, as none, or (None) not at all any more.

    A decision counts for all of a conversation; where there is none, what an export says was approved counts as none.
    """
    for row in c.execute("SELECT id FROM conversation WHERE lesson = '?'").fetchall():
        events = c.execute("SELECT * FROM event WHERE conversation = ? ORDER BY number", (row["id"],)).fetchall()
        keep(c, row["id"], lesson_of([event_of(event) for event in events]))
    for row in c.execute(WANTED).fetchall():
        yield decode(Message, row["data"]), None if row["wanted"] is None else bool(row["wanted"])


def keep(c: sqlite3.Connection, conversation: str, is_spam: bool | None) -> None:
    """Store what a conversation teaches, for `due` to find."""
    lesson = "" if is_spam is None else "spam" if is_spam else "ham"
    c.execute("UPDATE conversation SET lesson = ? WHERE id = ?", (lesson, conversation))


def teach(c: sqlite3.Connection, identity: str, marks: Iterable[int], *, is_spam: bool | None) -> None:
    """Learn from one message instead of what was learned from it before; the caller holds the transaction."""
    forget(c, identity)
    if is_spam is None:
        return
    kept = array("I", sorted(frozenset(marks)))
    _count(c, kept, is_spam=is_spam, by=1)
    c.execute("INSERT INTO taught (identity, is_spam, marks) VALUES (?, ?, ?)", (identity, is_spam, kept.tobytes()))


def forget(c: sqlite3.Connection, identity: str) -> None:
    """Take back what one message taught."""
    row = c.execute("SELECT is_spam, marks FROM taught WHERE identity = ?", (identity,)).fetchone()
    if row is not None:
        kept = array("I")
        kept.frombytes(row["marks"])
        _count(c, kept, is_spam=bool(row["is_spam"]), by=-1)
        c.execute("DELETE FROM taught WHERE identity = ?", (identity,))


def _count(c: sqlite3.Connection, marks: array[int], *, is_spam: bool, by: int) -> None:
    column = "spam" if is_spam else "ham"
    c.executemany("INSERT OR IGNORE INTO learned (mark, ham, spam) VALUES (?, 0, 0)", [(m,) for m in marks])
    c.executemany(f"UPDATE learned SET {column} = {column} + ? WHERE mark = ?", [(by, m) for m in marks])
    if by < 0:
        c.executemany("DELETE FROM learned WHERE mark = ? AND ham = 0 AND spam = 0", [(m,) for m in marks])
    c.execute("INSERT OR IGNORE INTO lessons (is_spam, messages) VALUES (?, 0)", (is_spam,))
    c.execute("UPDATE lessons SET messages = messages + ? WHERE is_spam = ?", (by, is_spam))
