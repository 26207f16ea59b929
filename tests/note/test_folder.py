"""Reading and writing the folder of notes."""

from datetime import date

import pytest

from gratitude.note import Note, Turn, Who
from gratitude.note.folder import read_notes, remove_note, swept, write_note


def note(stem="2026-01-02-ab12", words="It helped.", post="a-post"):
    return Note(id=stem, post=post, day=date(2026, 1, 2), turns=(Turn(Who.READER, words),))


def test_what_is_written_is_read(tmp_path):
    """A written note is found under its path, in the order of the paths."""
    write_note(tmp_path, "b/2026-01-02-ab12.note", note(post="b"))
    write_note(tmp_path, "2026-01-02-cd34.note", note("2026-01-02-cd34", post=""))

    found = read_notes(tmp_path)

    assert [f.path for f in found.notes] == ["2026-01-02-cd34.note", "b/2026-01-02-ab12.note"]
    assert found.notes[1].note == note(post="b")


def test_bad_files_are_reported_and_the_others_are_read(tmp_path):
    """A bad note, an id twice, a link and a hidden file: each is told or passed over, none is raised."""
    write_note(tmp_path, "a/2026-01-02-ab12.note", note(post="a"))
    write_note(tmp_path, "b/2026-01-02-ab12.note", note(post="b"))
    (tmp_path / "a/2026-01-03-zzzz.note").write_text("Kind: nonsense\n\nx\n")
    (tmp_path / "a/.2026-01-04-yyyy.note.1.tmp").write_text("half")
    (tmp_path / "a/2026-01-05-link.note").symlink_to("/etc/hostname")
    (tmp_path / "readme.txt").write_text("no note")

    found = read_notes(tmp_path)

    assert [f.path for f in found.notes] == ["a/2026-01-02-ab12.note"]
    assert [b.path for b in found.bad] == ["a/2026-01-03-zzzz.note", "a/2026-01-05-link.note", "b/2026-01-02-ab12.note"]


def test_a_folder_with_letters_taken_apart_names_the_same_post(tmp_path):
    """As a Mac's file system or an archive made there writes it."""
    (tmp_path / "cafe\u0301").mkdir()
    (tmp_path / "cafe\u0301" / "2026-05-03-k3f9.note").write_text("Merci.\n", "utf-8")

    (found,) = read_notes(tmp_path).notes
    assert ("caf\u00e9", "cafe\u0301/2026-05-03-k3f9.note") == (found.note.post, found.path)


def test_no_folder_has_no_notes(tmp_path):
    """A blog without notes is the usual case."""
    assert read_notes(tmp_path / "none").notes == ()


def test_a_note_that_cannot_be_written_leaves_the_old_one(tmp_path):
    """Half a note is never visible: a file that cannot be made leaves what was there."""
    (tmp_path / "a-post").write_text("a file where the folder should be")

    with pytest.raises(OSError):
        write_note(tmp_path, "a-post/2026-01-02-ab12.note", note())

    assert (tmp_path / "a-post").read_text() == "a file where the folder should be"


def test_removing_takes_the_empty_folder_too(tmp_path):
    """The folder of a post goes with its last note; removing twice is fine."""
    write_note(tmp_path, "a-post/2026-01-02-ab12.note", note())

    remove_note(tmp_path, "a-post/2026-01-02-ab12.note")
    remove_note(tmp_path, "a-post/2026-01-02-ab12.note")

    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("path", ["../x.note", "/etc/x.note", "a/../../x.note", "a/x.md"])
def test_no_path_leads_out(tmp_path, path):
    """Nothing is written outside the notes folder, nor anything that is no note."""
    with pytest.raises(ValueError, match="no path of a note"):
        write_note(tmp_path, path, note())


def test_left_over_temporary_files_are_swept(tmp_path):
    """What a killed run left beside the notes goes at the next publish."""
    (tmp_path / "a").mkdir()
    (tmp_path / "a/.2026-01-02-ab12.note.77.tmp").write_text("half")

    assert swept(tmp_path) == 1
    assert swept(tmp_path) == 0


def test_what_looks_like_notes_and_is_not_read_is_told(tmp_path):
    """A large ending and a link to a folder: nobody should wonder where the words are."""
    write_note(tmp_path / "elsewhere", "2026-01-02-ab12.note", note())
    write_note(tmp_path / "notes", "a/2026-01-03-cd34.note", note("2026-01-03-cd34", post="a"))
    (tmp_path / "notes/a/2026-01-04-ef56.NOTE").write_text("Words.")
    (tmp_path / "notes/b").symlink_to(tmp_path / "elsewhere")
    (tmp_path / "notes/loop").symlink_to(tmp_path / "notes")

    found = read_notes(tmp_path / "notes")

    assert ["a/2026-01-03-cd34.note"] == [f.path for f in found.notes]
    assert ["a/2026-01-04-ef56.NOTE", "b", "loop"] == [b.path for b in found.bad]
