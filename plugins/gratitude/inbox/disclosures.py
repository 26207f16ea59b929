"""The record of what left this machine: written before a request is sent, completed when something came back."""

from __future__ import annotations

__all__ = ["Disclosures"]

import sqlite3
from collections.abc import Iterable
from datetime import datetime

from ..message import Disclosure
from .migrate import quick_transaction


class Disclosures:
    """The table of disclosures. A killed run leaves a record without an outcome, never a request without a record."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._c = connection

    def sending(self, message: str, call: str, fields: Iterable[str], *, at: datetime) -> int:
        """Write down that these fields of ``message`` (its identity) are about to leave; return the record's number."""
        with quick_transaction(self._c):
            done = self._c.execute(
                "INSERT INTO disclosure (message, at, call, fields) VALUES (?, ?, ?, ?)",
                (message, at.isoformat(), call, " ".join(fields)),
            )
        return int(done.lastrowid or 0)

    def came(self, number: int, outcome: str) -> None:
        """Write down in a word what came of it."""
        with quick_transaction(self._c):
            self._c.execute("UPDATE disclosure SET outcome = ? WHERE number = ?", (outcome, number))

    def all(self) -> list[Disclosure]:
        """Return every record, oldest first; none where the inbox is opened to be read and was never migrated."""
        known = "SELECT 1 FROM sqlite_master WHERE name = 'disclosure'"
        if self._c.execute(known).fetchone() is None:
            return []
        return [
            Disclosure(
                message=row["message"] or "", at=datetime.fromisoformat(row["at"]), call=row["call"],
                fields=tuple(row["fields"].split()), outcome=row["outcome"],
            )
            for row in self._c.execute("SELECT * FROM disclosure ORDER BY number")
        ]  # fmt: skip

    def by_message(self) -> dict[str, list[Disclosure]]:
        """Return the records by the identity of their message, each oldest first; of deleted ones none."""
        found: dict[str, list[Disclosure]] = {}
        for record in self.all():
            if record.message:
                found.setdefault(record.message, []).append(record)
        return found
