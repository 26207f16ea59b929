"""Opening the file: what is migrated, what is refused, and what never changes."""

import re
import sqlite3
from contextlib import closing, suppress
from pathlib import Path

import pytest

from builders import message, take
from gratitude.errors import InboxError
from gratitude.inbox import open_inbox
from gratitude.inbox.migrate import APPLICATION_ID, _checked, connect, migrations
from gratitude.message import Lessons, State
from gratitude.moderate import standing_of

SCHEMA = Path(__file__).with_name("schema.sql")


def dumped(path):
    c = sqlite3.connect(path)
    try:
        rows = c.execute("SELECT sql FROM sqlite_master WHERE sql IS NOT NULL ORDER BY type = 'index', name").fetchall()
    finally:
        c.close()
    return "\n\n".join(f"{row[0]};" for row in rows if "sqlite_sequence" not in row[0]) + "\n"


def test_the_schema_for_readers_is_todays(tmp_path):
    """tests/inbox/schema.sql is what all migrations give; write it anew with the text this test prints."""
    connect(tmp_path / "a.sqlite").close()

    assert SCHEMA.read_text("utf-8") == dumped(tmp_path / "a.sqlite"), dumped(tmp_path / "a.sqlite")


def test_migrations_are_numbered_without_a_gap():
    """The number of the file is the user_version it leads to."""
    assert [n for n, _ in migrations()] == list(range(1, len(migrations()) + 1))


def test_a_file_is_looked_at_as_a_whole(tmp_path):
    """Another process may make the tables between two looks: then it was new, or is ours, but never a stranger's."""
    path = tmp_path / "inbox.sqlite"
    path.touch()

    class Slow(sqlite3.Connection):
        def execute(self, sql, *values):
            if sql == "PRAGMA user_version":
                with suppress(sqlite3.OperationalError), closing(sqlite3.connect(path, timeout=0)) as other:
                    other.executescript(
                        f"CREATE TABLE t (a); PRAGMA user_version=1; PRAGMA application_id={APPLICATION_ID}"
                    )
            return super().execute(sql, *values)

    with closing(sqlite3.connect(path, factory=Slow, isolation_level=None)) as connection:
        assert _checked(connection, path) in {0, 1}


def test_a_second_open_changes_nothing(tmp_path):
    """Not a byte, and the version is the newest."""
    connect(tmp_path / "a.sqlite").close()
    before = (tmp_path / "a.sqlite").read_bytes()

    c = connect(tmp_path / "a.sqlite")

    assert c.execute("PRAGMA user_version").fetchone()[0] == migrations()[-1][0]
    assert c.execute("PRAGMA application_id").fetchone()[0] == APPLICATION_ID
    assert (c.execute("PRAGMA journal_mode").fetchone()[0], c.execute("PRAGMA synchronous").fetchone()[0]) == ("wal", 2)
    c.close()
    assert (tmp_path / "a.sqlite").read_bytes() == before


def made(path, *statements):
    c = sqlite3.connect(path)
    for statement in statements:
        c.execute(statement)
    c.commit()
    c.close()
    return path.read_bytes()


@pytest.mark.parametrize(
    ("statements", "told"),
    [
        ((f"PRAGMA application_id={APPLICATION_ID}", "PRAGMA user_version=999"), "newer gratitude"),
        (("PRAGMA application_id=77",), "another program"),
        (("PRAGMA user_version=3",), "another program"),
        (("CREATE TABLE things (x)",), "another program"),
    ],
)
@pytest.mark.parametrize("readonly", [False, True])
def test_a_file_that_is_not_ours_is_refused_and_left_alone(tmp_path, statements, told, readonly):
    """A newer one, another program's by its number or by its tables: not a byte of it changes."""
    path = tmp_path / "inbox.sqlite"
    before = made(path, *statements)

    with pytest.raises(InboxError, match=told):
        connect(path, readonly=readonly)

    assert path.read_bytes() == before


@pytest.mark.parametrize(
    "content",
    [b"this is no database, and it is long enough to be read as one" * 20, b"SQLite format 3\0" + b"\xff" * 4000],
)
def test_a_broken_file_is_told_with_the_way_out(tmp_path, content):
    """Garbage in place of the inbox names `restore` and stays as it is."""
    path = tmp_path / "inbox.sqlite"
    path.write_bytes(content)

    with pytest.raises(InboxError, match="restore"):
        connect(path)

    assert path.read_bytes() == content


def test_damage_found_while_reading_is_told_too(tmp_path):
    """Pages overwritten in the middle: an InboxError, no traceback."""
    with open_inbox(tmp_path) as inbox:
        for n in range(60):
            take(inbox, message(f"word{n} " * 200, identity=f"mid:{n}@example.com"))
    path = tmp_path / "inbox.sqlite"
    data = bytearray(path.read_bytes())
    data[8192 : len(data) - 4096] = b"\xa5" * (len(data) - 12288)
    path.write_bytes(data)

    with pytest.raises(InboxError), open_inbox(tmp_path) as inbox:
        inbox.conversations()


def test_reading_changes_no_byte(tmp_path):
    """`explain` and `check` open it so: whatever they read, the file is as before."""
    with open_inbox(tmp_path) as inbox:
        (found,) = take(inbox, message())
    path = tmp_path / "inbox.sqlite"
    before = path.read_bytes()

    with open_inbox(tmp_path, readonly=True) as inbox:
        assert inbox.conversation(found).id == found
        assert inbox.base_history()(message(identity="mid:new@example.com")).by_writer("ann@example.com") == []
        assert inbox.checked() == "ok"
        with pytest.raises(sqlite3.OperationalError):
            inbox.remember("x", "y")

    assert path.read_bytes() == before


def test_reading_what_is_not_there_makes_nothing(tmp_path):
    """A readonly open of a missing inbox is an error and leaves no file."""
    with pytest.raises(InboxError), open_inbox(tmp_path, readonly=True):
        pass

    assert list(tmp_path.iterdir()) == []


OLD = sorted(Path(__file__).with_name("old").glob("*.sql"), key=lambda p: int(p.stem))


def test_an_inbox_of_every_version_is_kept():
    """tests/inbox/old/N.sql is a small inbox as version N of the tables wrote it (its ``iterdump``, with the numbers)."""
    assert [n for n, _ in migrations()[:-1]] == [int(p.stem) for p in OLD]


@pytest.mark.parametrize("old", OLD, ids=lambda p: p.stem)
def test_an_old_inbox_is_brought_to_today_with_all_that_is_in_it(tmp_path, old):
    """Conversations, journal, persons and facts are as they were; its tables are today's."""
    path = tmp_path / "inbox.sqlite"
    c = sqlite3.connect(path)
    c.executescript(old.read_text("utf-8"))
    c.close()

    with open_inbox(tmp_path) as inbox:
        found = {
            c.opening.message.sender.name: (c.opening.message.own_words, standing_of(c.events))
            for c in inbox.conversations()
        }
        raw = inbox.raw("mid:two@example.com")
        person, sent = inbox.person("ann@example.com", "p-new1"), inbox.fact("sent")

    assert {"Ann": "Your post saved my weekend. Thank you!", "Bo": "Does it work with timers?"} == {
        k: v[0] for k, v in found.items()
    }
    assert {"Ann": State.ACCEPTED, "Bo": State.SPAM} == {k: v[1].state for k, v in found.items()}
    assert (b"Does it work?", "p-7xk2", "yes") == (raw, person, sent)
    assert SCHEMA.read_text("utf-8") == dumped(path)


@pytest.mark.parametrize("old", OLD, ids=lambda p: p.stem)
def test_an_old_inbox_can_be_read_as_it_is(tmp_path, old):
    """`check` and `explain` migrate nothing: not a byte changes."""
    path = tmp_path / "inbox.sqlite"
    c = sqlite3.connect(path)
    c.executescript(old.read_text("utf-8"))
    c.close()
    before = path.read_bytes()

    with open_inbox(tmp_path, readonly=True) as inbox:
        history = inbox.base_history()(message("Few people dare to touch on this", identity="mid:new@example.com"))
        assert Lessons() == history.lessons([1])
        assert 0 == history.elsewhere(message("Few people dare to touch on this")).shared
        assert 2 == len(inbox.conversations())
        assert [] == inbox.disclosures.all()

    assert path.read_bytes() == before


def test_a_migration_that_fails_leaves_the_file_as_it_was(tmp_path, monkeypatch):
    """All pending migrations are one transaction."""
    path = tmp_path / "a.sqlite"
    connect(path).close()
    newest = migrations()[-1][0]
    bad = [*migrations(), (newest + 1, "CREATE TABLE more (x TEXT);\nCREATE TABLE message (x TEXT);\n")]
    monkeypatch.setattr("gratitude.inbox.migrate.migrations", lambda: bad)

    with pytest.raises(InboxError):
        connect(path)

    assert re.search(r"\bmore\b", dumped(path)) is None
    c = sqlite3.connect(path)
    assert c.execute("PRAGMA user_version").fetchone()[0] == newest
    c.close()
