"""The private inbox: messages, the journal of what was decided, and nothing that decides. The only SQL there is."""

from __future__ import annotations

__all__ = ["Inbox", "Intake", "MemoryHistory", "open_inbox"]

import json
import sqlite3
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path

from ..codec import decode
from ..errors import InboxError, Refused, UsageError
from ..message import Conversation, Event, Kinds, Links, Message, Taken, Verdict
from ..moderate import Name
from ..text import is_same_name, words
from . import journal, lessons
from .disclosures import Disclosures
from .history import InboxHistory, Known
from .intake import DELETED, Intake, leave_hash, opened
from .memory import Base, MemoryHistory
from .migrate import connect, transaction
from .origins import Origins

FILE = "inbox.sqlite"


@contextmanager
def open_inbox(home: Path, *, readonly: bool = False) -> Iterator[Inbox]:
    """Yield the inbox in the private folder ``home``, made (0700) where it is missing; raise InboxError in words."""
    try:
        if not readonly:
            home.mkdir(mode=0o700, parents=True, exist_ok=True)
        inbox = Inbox(connect(home / FILE, readonly=readonly))
    except OSError as exc:
        raise InboxError(
            f"{home} cannot be used as the private folder ({exc.strerror}); name another with --home"
        ) from exc
    try:
        yield inbox
    except sqlite3.DatabaseError as exc:
        if type(exc) not in {sqlite3.OperationalError, sqlite3.DatabaseError}:
            raise  # a constraint broken or a statement misused is our mistake, not the file's
        raise InboxError(_in_words(exc)) from exc
    finally:
        inbox.close()


class Inbox:
    """The inbox of one blog. Methods that write are one transaction each; a killed run loses nothing it reported."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._c = connection
        self.disclosures = Disclosures(connection)
        self.origins = Origins(connection)

    def close(self) -> None:
        """Close the file; what was written is safe without it."""
        self._c.close()

    def intake(self, now: datetime) -> Intake:
        """Return a run of collect."""
        return Intake(self._c, now)

    def base_history(self) -> Base:
        """Return what gives the history of a message that is not in the inbox (for ``explain``)."""
        known = Known(self._c)
        return lambda message: InboxHistory(self._c, message, known)

    # --- reading ----------------------------------------------------------------------------------------------------

    def find(self, beginning: str) -> str:
        """Return the ID that begins so; a merged one leads to the older. Raises UsageError for none or several."""
        wanted = beginning.strip().lower()
        sql = "SELECT id FROM conversation WHERE substr(id, 1, ?) = ? AND ? <> '' ORDER BY id LIMIT 6"
        rows = self._c.execute(sql, (len(wanted), wanted, wanted)).fetchall()
        if not rows:
            raise UsageError(
                f"no conversation has the ID {beginning[:20]!r}; `gratitude list everything` shows them all"
            )
        homes = {self._home(row["id"]) for row in rows}
        if len(homes) > 1:
            names = ", ".join(row["id"] for row in rows)
            raise UsageError(f"{beginning!r} is the beginning of several IDs ({names}); write one more character")
        return homes.pop()

    def conversation(self, beginning: str) -> Conversation:
        """Return the conversation whose ID begins so."""
        name = self.find(beginning)
        for found in self._load("c.id = ?", (name,)):
            return found
        raise UsageError(f"{name} has no messages any more")

    def conversations(self) -> list[Conversation]:
        """Return every conversation, newest opening first, undated ones last."""
        found = list(self._load("c.leads_to IS NULL", ()))
        return sorted(
            found, key=lambda c: (c.opening.message.sent is not None, str(c.opening.message.sent), c.id), reverse=True
        )

    def to_look_at_again(self, now: datetime) -> set[str]:
        """Return the identities of the messages whose verdict asks for another look at ``now`` or before."""
        sql = "SELECT identity, json_extract(verdict, '$.recheck_at') AS due FROM message WHERE stage = 'taken'"
        return {
            row["identity"] for row in self._c.execute(sql) if row["due"] and datetime.fromisoformat(row["due"]) <= now
        }

    def merged(self) -> list[Conversation]:
        """Return the conversations that lead to another one, with their journals and no messages.

        A note that one of them has on disk is to be withdrawn: the conversation it went into has its own.
        """
        events: dict[str, list[Event]] = {}
        sql = (
            "SELECT e.* FROM event e JOIN conversation c ON c.id = e.conversation "
            "WHERE c.leads_to IS NOT NULL ORDER BY e.number"
        )
        for row in self._c.execute(sql):
            events.setdefault(row["conversation"], []).append(journal.event_of(row))
        return [Conversation(id=name, messages=(), events=tuple(found)) for name, found in sorted(events.items())]

    def raw(self, identity: str) -> bytes:
        """Return the message as it came; ``b""`` where it is not kept."""
        import zlib

        row = self._c.execute("SELECT raw FROM message WHERE identity = ?", (identity,)).fetchone()
        return zlib.decompress(row["raw"]) if row else b""

    def has_sent_mail(self) -> bool:
        """Say whether any letter of the author's was ever read, so that "never heard back" can be said."""
        return self._c.execute("SELECT 1 FROM message WHERE yours = 1 LIMIT 1").fetchone() is not None or bool(
            self.fact("sent")
        )

    def fact(self, name: str) -> str:
        """Return a small thing the inbox remembers; ``""`` where it does not."""
        row = self._c.execute("SELECT value FROM fact WHERE name = ?", (name,)).fetchone()
        return str(row["value"]) if row else ""

    def remember(self, name: str, value: str) -> None:
        """Keep a small thing."""
        self._c.execute("INSERT OR REPLACE INTO fact VALUES (?, ?)", (name, value))

    # --- writing ----------------------------------------------------------------------------------------------------

    def next_step(self) -> int:
        """Return the number of the step that the next command's events share; nobody else gets the same."""
        with transaction(self._c):
            return journal.next_step(self._c)

    def append(self, conversation: str, events: Sequence[Event], *, now: datetime, step: int) -> None:
        """Append ``events`` to the journal of ``conversation`` as part of ``step`` (0: not the author's move)."""
        if not events:
            return
        with transaction(self._c):
            for event in events:
                journal.write(self._c, conversation, event, now=now, step=step)
            journal.project(self._c, conversation)

    def learn(self, marks_of: Callable[[Message], Iterable[int]], spam: Iterable[Message] = ()) -> int:
        """Bring what the learner knows in step with the journal, and with ``spam`` an export brought; return the changes.

        A decision that was taken back is unlearned by the marks it had taught, whatever ``marks_of`` says today.
        """
        with transaction(self._c):
            found = [*lessons.due(self._c), *((message, True) for message in spam)]
            for message, is_spam in found:
                lessons.teach(self._c, message.identity, marks_of(message), is_spam=is_spam)
        return len(found)

    def merge(self, older: str, younger: str, *, now: datetime, step: int) -> None:
        """Join the messages of ``younger`` to ``older``, whose ID stays; the other ID leads to it.

        A note that ``younger`` has on disk is from then on nobody's to keep: see `merged`. Raises Refused where both
        are one.
        """
        if older == younger:
            raise Refused(f"{older} is one conversation already")
        with transaction(self._c):
            rows = self._c.execute("SELECT identity FROM message WHERE conversation = ?", (younger,)).fetchall()
            moved = [row["identity"] for row in rows]
            self._c.execute("UPDATE message SET conversation = ? WHERE conversation = ?", (older, younger))
            self._c.execute("UPDATE conversation SET leads_to = ? WHERE id = ?", (older, younger))
            event = Event(name=Name.JOINED, data={"from": younger, "messages": moved})
            journal.write(self._c, older, event, now=now, step=step)
            journal.project(self._c, older)

    def split(self, conversation: str, identities: Sequence[str], *, now: datetime, step: int) -> str:
        """Move messages of ``conversation`` into one of their own, named for the first of them; return its ID.

        ``conversation`` keeps its ID, also where the message that opened it moves. Raises Refused where no message
        would stay, or none moves.
        """
        with transaction(self._c):
            sql = "SELECT identity FROM message WHERE conversation = ?"
            there = {row["identity"] for row in self._c.execute(sql, (conversation,))}
            if not identities or not there - set(identities):
                raise Refused(f"{conversation} would be empty; leave a message in it")
            new = opened(self._c, identities[0], is_empty=True)
            self._c.execute("UPDATE conversation SET leads_to = NULL WHERE id = ?", (new,))
            for identity in identities:
                self._c.execute("UPDATE message SET conversation = ? WHERE identity = ?", (new, identity))
            event = Event(name=Name.PARTED, data={"to": new, "messages": list(identities)})
            journal.write(self._c, conversation, event, now=now, step=step)
            journal.project(self._c, conversation)
            journal.project(self._c, new)
        return new

    def undo(self, beginning: str | None, *, now: datetime) -> tuple[Event, ...]:
        """Take back the newest step that still stands, and return its events, or ().

        With ``beginning``: the newest of that conversation, and what it did there; a step that touched several
        conversations still stands in the others.
        """
        only = None if beginning is None else self.find(beginning)
        with transaction(self._c):
            rows = journal.newest_step(self._c, only)
            if not rows:
                return ()
            touched = dict.fromkeys(row["conversation"] for row in rows)
            step = journal.next_step(self._c)
            for name in touched:
                event = Event(name=Name.UNDONE, data={"step": rows[0]["step"]})
                journal.write(self._c, name, event, now=now, step=step)
            for row in reversed(rows):
                touched.update(dict.fromkeys(self._move_back(row)))
            for name in touched:
                journal.project(self._c, name)
        return tuple(journal.event_of(row) for row in rows)

    def person(self, address: str, new: str, *, name: str = "") -> str:
        """Return the opaque word for the writer with this address; ``new`` (random) becomes it the first time.

        ``name`` is the writer's as the message has it: a family that shares an address is not one person.
        """
        key = self._person_key(address, name)
        self._c.execute("INSERT OR IGNORE INTO person VALUES (?, ?)", (key, new))
        row = self._c.execute("SELECT token FROM person WHERE address = ?", (key,)).fetchone()
        if row:
            return str(row["token"])
        return self.person(address, new + new[-1:], name=name)  # the word is somebody else's already

    def _person_key(self, address: str, name: str) -> str:
        """The address, and for whoever is not called like the first who wrote from it the name as well."""
        sql = "SELECT data FROM message WHERE address = ? AND yours = 0 ORDER BY sent, identity LIMIT 50"
        rows = self._c.execute(sql, (address,)) if name else ()
        first = next((n for row in rows if (n := decode(Message, row["data"]).sender.name)), "")
        return address if not first or is_same_name(first, name) else f"{address}\0{' '.join(sorted(words(name)))}"

    def delete(self, conversation: str, *, reason: str) -> None:
        """Delete a conversation with all its messages for good; hashed identities stay, so that it stays away."""
        reason = reason if reason.startswith(DELETED) else f"{DELETED}: {reason}"
        with transaction(self._c):
            for row in self._c.execute(
                "SELECT identity, data FROM message WHERE conversation = ?", (conversation,)
            ).fetchall():
                leave_hash(self._c, row, reason)
                self._c.execute("DELETE FROM taught WHERE identity = ?", (row["identity"],))  # the lesson itself stays
            self._delete(conversation)
            self._c.execute("DELETE FROM fact WHERE name = ?", (f"spam since {conversation}",))

    def backup_to(self, target: Path) -> None:
        """Write a whole copy of the inbox to ``target`` by SQLite's own backup, also while others write."""
        target.touch(mode=0o600)
        copy = sqlite3.connect(target)
        try:
            self._c.backup(copy)
        finally:
            copy.close()

    def is_empty(self) -> bool:
        """Say whether nothing was ever stored in it: no table has a row."""
        sql = "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite!_%' ESCAPE '!'"
        tables = [row["name"] for row in self._c.execute(sql)]
        return not any(self._c.execute(f"SELECT 1 FROM {name} LIMIT 1").fetchone() for name in tables)

    def checked(self) -> str:
        """Return ``"ok"``, or what SQLite's integrity check finds wrong."""
        return str(self._c.execute("PRAGMA integrity_check").fetchone()[0])

    def _delete(self, conversation: str) -> None:
        sql = "SELECT id FROM conversation WHERE leads_to = ?"
        for row in self._c.execute(sql, (conversation,)).fetchall():
            self._delete(row["id"])
        for statement in (
            "DELETE FROM message WHERE conversation = ?",
            "DELETE FROM event WHERE conversation = ?",
            "DELETE FROM conversation WHERE id = ?",
        ):
            self._c.execute(statement, (conversation,))

    def _home(self, conversation: str) -> str:
        """Return the conversation that this one's ID leads to, itself where it was not merged."""
        row = self._c.execute("SELECT leads_to FROM conversation WHERE id = ?", (conversation,)).fetchone()
        return self._home(row["leads_to"]) if row and row["leads_to"] else conversation

    # --- inside -----------------------------------------------------------------------------------------------------

    def _load(self, where: str, values: Sequence[object]) -> Iterator[Conversation]:
        messages: dict[str, list[Taken]] = {}
        sql = f"SELECT m.* FROM message m JOIN conversation c ON c.id = m.conversation WHERE m.stage = 'taken' AND {where} ORDER BY m.sent, m.identity"
        for row in self._c.execute(sql, tuple(values)):
            messages.setdefault(row["conversation"], []).append(_taken(row))
        events: dict[str, list[Event]] = {}
        sql = f"SELECT e.* FROM event e JOIN conversation c ON c.id = e.conversation WHERE {where} ORDER BY e.number"
        for row in self._c.execute(sql, tuple(values)):
            events.setdefault(row["conversation"], []).append(journal.event_of(row))
        for name, found in messages.items():
            yield Conversation(id=name, messages=tuple(found), events=tuple(events.get(name, ())))

    def _move_back(self, row: sqlite3.Row) -> tuple[str, ...]:
        """Undo what a merge or a split did to the messages; return the other conversations it touched."""
        data = json.loads(row["data"])
        if row["name"] == Name.JOINED:
            home, other = data["from"], data["from"]
            self._c.execute("UPDATE conversation SET leads_to = NULL WHERE id = ?", (home,))
        elif row["name"] == Name.PARTED:
            home, other = row["conversation"], data["to"]
            self._c.execute("UPDATE conversation SET leads_to = ? WHERE id = ?", (home, other))
            self._c.execute("UPDATE message SET conversation = ? WHERE conversation = ?", (home, other))
        else:
            return ()
        for identity in data["messages"]:
            self._c.execute("UPDATE message SET conversation = ? WHERE identity = ?", (home, identity))
        return (other,)


def _taken(row: sqlite3.Row) -> Taken:
    return Taken(
        message=decode(Message, row["data"]),
        kinds=decode(Kinds, row["kinds"]),
        links=decode(Links, row["links"]),
        verdict=decode(Verdict, row["verdict"]),
    )


def _in_words(exc: sqlite3.DatabaseError) -> str:
    text = str(exc)
    if "full" in text or "disk I/O" in text:
        return "the disk is full or does not take what is written; make room and run the command again, nothing reported is lost"
    if "locked" in text:
        return "another gratitude command is writing to the inbox; run this one again in a moment"
    if "readonly" in text or "unable to open" in text:
        return "the inbox cannot be written to; look at the permissions of the private folder"
    if "malformed" in text or "not a database" in text:
        return f"the inbox file is damaged ({text}); restore a backup with `gratitude restore`"
    return f"the inbox could not be used ({text}); `gratitude check` tells more"
