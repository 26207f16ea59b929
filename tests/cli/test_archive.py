"""The backup file: whole or not at all, and nothing but a backup is unpacked."""

import io
import sqlite3
import tarfile

import pytest

from gratitude.cli.archive import pack, unpack
from gratitude.errors import GratitudeError, Refused
from gratitude.inbox import open_inbox


@pytest.fixture
def home(tmp_path):
    """A private folder with an inbox that remembers something, settings, and a letter in its spool."""
    home = tmp_path / "home"
    with open_inbox(home) as inbox:
        inbox.remember("colour", "green")
    (home / "settings.toml").write_text("# mine\n")
    (home / "spool/new").mkdir(parents=True)
    (home / "spool/new/letter").write_text("Subject: hello\n\nHello.\n")
    return home


@pytest.fixture
def file(home, tmp_path):
    target = tmp_path / "b.tar.gz"
    with open_inbox(home) as inbox:
        pack(home, inbox, target)
    return target


def colour(home):
    with open_inbox(home) as inbox:
        return inbox.fact("colour")


def tree(home):
    return {p.relative_to(home).as_posix() for p in home.rglob("*") if p.is_file() and ".sqlite-" not in p.name}


def test_what_was_packed_is_what_is_unpacked(home, file, tmp_path):
    """Inbox, settings and spool; folders 0700, files 0600, the backup too."""
    other = tmp_path / "deep/other"

    assert unpack(file, other, force=False) is None
    assert tree(home) == tree(other)
    assert colour(other) == "green"
    assert {p.stat().st_mode & 0o777 for p in (other, other / "spool", other / "spool/new")} == {0o700}
    assert {p.stat().st_mode & 0o777 for p in (file, other / "settings.toml", other / "spool/new/letter")} == {0o600}


def test_it_names_what_is_inside(home, tmp_path):
    """In words, for the author; what is not there is not named."""
    (home / "settings.toml").unlink()
    with open_inbox(home) as inbox:
        assert pack(home, inbox, tmp_path / "b.tar.gz") == ["the inbox", "the spool"]


def test_a_folder_that_is_not_there_is_not_made_up(home, tmp_path):
    """A disk that is not plugged in must not become a folder on this one."""
    with open_inbox(home) as inbox, pytest.raises(GratitudeError, match="was not written"):
        pack(home, inbox, tmp_path / "usb/b.tar.gz")

    assert not (tmp_path / "usb").exists()


def test_a_backup_that_fails_leaves_the_old_one(home, file, monkeypatch):
    """Written beside it and renamed; nothing half-written stays."""
    before, around = file.read_bytes(), sorted(file.parent.iterdir())

    def full(*_args, **_more):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(tarfile.TarFile, "add", full)
    with open_inbox(home) as inbox, pytest.raises(GratitudeError, match="No space left"):
        pack(home, inbox, file)

    assert (before, around) == (file.read_bytes(), sorted(file.parent.iterdir()))


def test_a_filled_folder_is_refused_and_forced_kept_aside(home, file):
    """--force replaces it; what was there lies beside it, twice as well."""
    with open_inbox(home) as inbox:
        inbox.remember("colour", "red")

    with pytest.raises(Refused, match="--force"):
        unpack(file, home, force=False)
    first, second = unpack(file, home, force=True), unpack(file, home, force=True)

    assert (colour(home), colour(first), colour(second)) == ("green", "red", "green")
    assert first.name.endswith(".before-restore-1")


def test_over_a_damaged_inbox_it_can_be_restored(home, file):
    """That is what a backup is for."""
    (home / "inbox.sqlite").write_bytes(b"garbage" * 1000)

    aside = unpack(file, home, force=True)

    assert colour(home) == "green"
    assert (aside / "inbox.sqlite").read_bytes().startswith(b"garbage")


def test_settings_and_backups_alone_do_not_fill_a_folder(home, file, tmp_path):
    """After `init` on a new machine: its backups stay, and the restored settings win."""
    new = tmp_path / "new"
    (new / "backups").mkdir(parents=True)
    (new / "backups/old.tar.gz").write_text("old")
    (new / "settings.toml").write_text("# new\n")

    assert unpack(file, new, force=False) is None
    assert (new / "settings.toml").read_text() == "# mine\n"
    assert (new / "backups/old.tar.gz").read_text() == "old"


def test_an_inbox_in_which_nothing_is_stored_fills_no_folder(file, tmp_path):
    """`init` makes one, and so does a first look; a single row of it is not buried."""
    new = tmp_path / "new"
    (new / "spool/new").mkdir(parents=True)
    (new / "collect.lock").touch()
    with open_inbox(new) as inbox:
        assert inbox.is_empty()

    assert unpack(file, new, force=False) is None
    assert colour(new) == "green"
    (new / "spool/new/letter").unlink()
    with pytest.raises(Refused, match="--force"):
        unpack(file, new, force=False)


def planted(file, name, *, kind=tarfile.REGTYPE, link=""):
    """Return a backup with one more member."""
    with tarfile.open(file) as old:
        data = old.extractfile("inbox.sqlite").read()
    target = file.with_name("evil.tar.gz")
    with tarfile.open(target, "w:gz") as tar:
        inside = tarfile.TarInfo("inbox.sqlite")
        inside.size = len(data)
        tar.addfile(inside, io.BytesIO(data))
        member = tarfile.TarInfo(name)
        member.type, member.linkname = kind, link
        tar.addfile(member, io.BytesIO())
    return target


@pytest.mark.parametrize(
    ("name", "kind", "link"),
    [
        ("../outside", tarfile.REGTYPE, ""),
        ("spool/x", tarfile.SYMTYPE, "/etc/passwd"),
        ("spool/x", tarfile.SYMTYPE, "../../outside"),
        ("spool/x", tarfile.LNKTYPE, "../outside"),
        ("spool/x", tarfile.FIFOTYPE, ""),
        ("spool/x", tarfile.CHRTYPE, ""),
    ],
)
def test_nothing_leads_out_of_the_folder(home, file, tmp_path, name, kind, link):
    """Somebody else's file may be handed to `restore`: links out and special files end it, and nothing changes."""
    with pytest.raises(GratitudeError, match="no whole backup"):
        unpack(planted(file, name, kind=kind, link=link), home, force=True)

    assert colour(home) == "green"
    assert not (tmp_path / "outside").exists()
    assert [p.name for p in tmp_path.iterdir() if "restore" in p.name] == []


def test_a_backup_of_something_else_is_refused(home, tmp_path):
    """A tar without an inbox, or with one that is another program's."""
    other = tmp_path / "other.tar.gz"
    with tarfile.open(other, "w:gz") as tar:
        tar.add(home / "settings.toml", "settings.toml")
    foreign = tmp_path / "foreign.sqlite"
    c = sqlite3.connect(foreign)
    c.execute("CREATE TABLE t (x)")
    c.close()
    with tarfile.open(tmp_path / "foreign.tar.gz", "w:gz") as tar:
        tar.add(foreign, "inbox.sqlite")

    with pytest.raises(GratitudeError, match="no backup of gratitude"):
        unpack(other, home, force=True)
    with pytest.raises(GratitudeError, match="another program"):
        unpack(tmp_path / "foreign.tar.gz", home, force=True)
    assert colour(home) == "green"


def test_a_damaged_inbox_in_a_backup_is_found_before_anything_is_replaced(home, file, tmp_path):
    """SQLite's own check runs over it first."""
    folder = tmp_path / "torn"
    with tarfile.open(file) as tar:
        tar.extractall(folder, filter="data")
    data = bytearray((folder / "inbox.sqlite").read_bytes())
    data[8192:] = b"\x41" * (len(data) - 8192)
    (folder / "inbox.sqlite").write_bytes(data)
    with tarfile.open(tmp_path / "torn.tar.gz", "w:gz") as tar:
        tar.add(folder / "inbox.sqlite", "inbox.sqlite")

    with pytest.raises(GratitudeError):
        unpack(tmp_path / "torn.tar.gz", home, force=True)
    assert colour(home) == "green"
