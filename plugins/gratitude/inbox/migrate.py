"""Opens the inbox file and brings its tables to today's shape: ``user_version`` is the number of the last SQL file."""

from __future__ import annotations

__all__ = ["APPLICATION_ID", "connect", "migrations", "quick_transaction", "transaction"]

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from importlib import resources
from pathlib import Path

from ..errors import InboxError

APPLICATION_ID = 0x47524154  # 'GRAT'
BUSY_S = 10.0


def migrations() -> list[tuple[int, str]]:
    """Return (number, SQL) of every migration, in order."""
    folder = resources.files(__package__ or "").joinpath("sql")
    files = sorted((f for f in folder.iterdir() if f.name.endswith(".sql")), key=lambda f: f.name)
    return [(int(f.name.split("_")[0]), f.read_text("utf-8")) for f in files]


def connect(path: Path, *, readonly: bool = False) -> sqlite3.Connection:
    """Return a connection to the inbox at ``path``, migrated; raise InboxError for a file that is none or is newer.

    Durable by default: WAL, synchronous=FULL (a power cut loses nothing that was said to be stored). ``readonly``
    opens it without changing a byte of the file and without migrating.
    """
    try:
        connection = _open(path, readonly=readonly)
        try:
            version = _checked(connection, path)
            if not readonly:
                for pragma in ("journal_mode=WAL", "synchronous=FULL", "secure_delete=ON"):
                    connection.execute(f"PRAGMA {pragma}")
                _migrate(connection, version, path)
        except BaseException:
            connection.close()
            raise
    except sqlite3.DatabaseError as exc:
        raise InboxError(
            f"{path} cannot be used as an inbox ({_plain(exc)}); restore a backup with `gratitude restore`"
        ) from exc
    return connection


def _open(path: Path, *, readonly: bool) -> sqlite3.Connection:
    if not readonly and not path.exists():
        path.touch(mode=0o600)
    uri = f"{path.resolve().as_uri()}?mode={'ro' if readonly else 'rw'}"
    connection = sqlite3.connect(uri, uri=True, timeout=BUSY_S, isolation_level=None)
    connection.row_factory = sqlite3.Row
    for pragma in ("foreign_keys=ON", "trusted_schema=OFF"):
        connection.execute(f"PRAGMA {pragma}")
    return connection


def _checked(connection: sqlite3.Connection, path: Path) -> int:
    """Return the version of the file; raise InboxError where it is another program's or a newer one's.

    All is read at once: between two looks another process may make the tables of a new file.
    """
    connection.execute("BEGIN")
    try:
        application = int(connection.execute("PRAGMA application_id").fetchone()[0])
        version = int(connection.execute("PRAGMA user_version").fetchone()[0])
        tables = int(connection.execute("SELECT count(*) FROM sqlite_master").fetchone()[0])
    finally:
        connection.execute("ROLLBACK")
    if application not in {0, APPLICATION_ID} or (application == 0 and (version or tables)):
        raise InboxError(f"{path} belongs to another program; name another folder with --home")
    newest = migrations()[-1][0]
    if version > newest:
        raise InboxError(f"{path} was written by a newer gratitude (its tables are number {version}); upgrade this one")
    return version


def _migrate(connection: sqlite3.Connection, version: int, path: Path) -> None:
    """Apply what is pending in one transaction, so that a killed run leaves the old tables or the new ones."""
    pending = [(number, sql) for number, sql in migrations() if number > version]
    if not pending:
        return
    with transaction(connection):
        now = int(connection.execute("PRAGMA user_version").fetchone()[0])  # another process may have been faster
        for number, sql in pending:
            if number > now:
                for statement in _statements(sql):
                    connection.execute(statement)
                connection.execute(f"PRAGMA user_version={number}")
        connection.execute(f"PRAGMA application_id={APPLICATION_ID}")
        if broken := connection.execute("PRAGMA foreign_key_check").fetchone():
            raise InboxError(
                f"{path}: table {broken[0]} does not hold together; restore a backup with `gratitude restore`"
            )


@contextmanager
def transaction(connection: sqlite3.Connection) -> Iterator[None]:
    """Write all of the block or nothing: BEGIN IMMEDIATE, then COMMIT, or ROLLBACK where something is raised."""
    connection.execute("BEGIN IMMEDIATE")
    try:
        yield
    except BaseException:
        connection.execute("ROLLBACK")
        raise
    connection.execute("COMMIT")


@contextmanager
def quick_transaction(connection: sqlite3.Connection) -> Iterator[None]:
    """Write all of the block or nothing, without waiting for the disk: the next `transaction` sees to that.

    A power cut in between takes back the newest of them, whole and in order, and the run that is repeated makes them
    again. For collecting, where a wait for the disk for each of 10,000 messages would take a minute.
    """
    connection.execute("PRAGMA synchronous=NORMAL")
    try:
        with transaction(connection):
            yield
    finally:
        connection.execute("PRAGMA synchronous=FULL")


def _statements(sql: str) -> list[str]:
    """Return the statements of a file one by one: ``executescript`` would commit our transaction first."""
    found, current = [], ""
    for line in sql.splitlines(keepends=True):
        current += line
        if sqlite3.complete_statement(current):
            found.append(current)
            current = ""
    return found


def _plain(exc: sqlite3.Error) -> str:
    return str(exc) or type(exc).__name__
