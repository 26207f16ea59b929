"""The measure of a build still runs, and makes the blog it says; its figures are for people."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

sys.path.append(str(Path(__file__).resolve().parents[1]))

from benchmarks.build import Size, is_same, make_sites, measured, table

from gratitude.note import NoteKind
from gratitude.note.folder import read_notes

TINY = Size(posts=6, notes=20, questions=4)


def test_the_same_blog_is_made_every_time(tmp_path: Path) -> None:
    """One seed gives the same posts, and notes that are all good, questions among them; the peer gets as many."""
    for folder in ("one", "other"):
        make_sites(tmp_path / folder, TINY, with_peer=True)
    found = read_notes(tmp_path / "one" / "ours" / "content" / "gratitude")

    assert is_same(tmp_path / "one", tmp_path / "other")
    assert ((), 20) == (found.bad, len(found.notes))
    assert 4 == sum(f.note.kind is NoteKind.QUESTION for f in found.notes)
    assert 20 == len(list((tmp_path / "one" / "peer" / "content" / "comments").rglob("*.md")))


def test_other_bytes_are_told(tmp_path: Path) -> None:
    """A file more, or one that differs, is not the same."""
    for name, text in (("one", "a"), ("other", "b")):
        (tmp_path / name).mkdir()
        (tmp_path / name / "index.html").write_text(text)

    assert not is_same(tmp_path / "one", tmp_path / "other")
    (tmp_path / "other" / "index.html").write_text("a")
    assert is_same(tmp_path / "one", tmp_path / "other")
    (tmp_path / "one" / "more.html").write_text("")
    assert not is_same(tmp_path / "one", tmp_path / "other")


@pytest.mark.slow
def test_it_measures_every_case(tmp_path: Path) -> None:
    """One round of a tiny blog gives a figure for each case, the same bytes with no notes, and a table."""
    found = measured(tmp_path, TINY, rounds=1)
    rows = table(found)

    assert 1.0 == found["same bytes"]
    assert min(found.values()) > 0
    assert "the peer" not in rows
    for case in ("notes, cold", "notes, warm", "rebuild after a note", "write a question", "largest page of ours"):
        assert f"| {case} |" in rows
