"""The notes as a build reads them: from their files, or from what the build before made of the same bytes."""

from __future__ import annotations

import os
import time
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gratitude.note import Also, Note, NoteKind, Show, Turn, Via, Who
from gratitude.render import notes
from gratitude.render.cache import Cache
from gratitude.render.notes import Found, packed, unpacked

LONG_AGO = 1_700_000_000


def found(root: Path, cache: Path) -> Found:
    return Found(root, Cache(cache / "files.json"), Cache(cache / "notes.json"))


def note(root: Path, path: str, text: str) -> Path:
    file = root / path
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, encoding="utf-8")
    return file


@pytest.fixture
def late(monkeypatch: pytest.MonkeyPatch) -> None:
    """The clock a day on: every file is old enough to be taken as unchanged."""
    now = time.time_ns
    monkeypatch.setattr("time.time_ns", lambda: now() + 86_400 * 10**9)


def test_a_second_reading_opens_no_file(tmp_path: Path, late: None, monkeypatch: pytest.MonkeyPatch) -> None:
    """The same notes, words and problems come from the cache; nothing is read, rendered or written."""
    root, cache = tmp_path / "notes", tmp_path / "cache"
    note(root, "a/2026-01-01-aaaa.note", "From: Ann\n\nIt *helped*, with 3 of my 4 boilers at home.\n")
    note(root, "a/2026-01-02-bbbb.note", "Kind: question\n\nHow?\n\n--- answer, 2026-01-03\n\nSo.\n")
    first = found(root, cache).read()
    written = {p: p.stat().st_mtime_ns for p in cache.iterdir()}
    monkeypatch.setattr(notes, "data_of", None)
    monkeypatch.setattr("gratitude.render.words.reader_html", None)
    monkeypatch.setattr("gratitude.render.best.best_scored", None)

    assert first == found(root, cache).read()
    assert written == {p: p.stat().st_mtime_ns for p in cache.iterdir()}
    assert "<em>helped</em>" in str(first[0][0].html[0])
    assert (None, "") == (first[0][1].html[1], first[0][1].best) or first[0][1].html[1] is None


def test_a_changed_file_is_read_again(tmp_path: Path, late: None) -> None:
    """Another size, another time, or only another time of change: the new words are shown."""
    root, cache = tmp_path / "notes", tmp_path / "cache"
    file = note(root, "a/2026-01-01-aaaa.note", "One.\n")
    found(root, cache).read()
    kept = file.stat()
    file.write_text("Two.\n")
    os.utime(file, ns=(kept.st_atime_ns, kept.st_mtime_ns))  # same size, same time: as `cp -p` of another version

    assert ["Two."] == [t.note.words for t in found(root, cache).read()[0]]


def test_a_file_just_written_is_compared_by_its_bytes(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Within the tick of a coarse clock a second change leaves size and times as they were."""
    root, cache = tmp_path / "notes", tmp_path / "cache"
    file = note(root, "a/2026-01-01-aaaa.note", "One.\n")
    same = notes.find_notes(root)
    found(root, cache).read()
    file.write_text("Two.\n")
    monkeypatch.setattr(notes, "find_notes", lambda _: same)

    assert ["Two."] == [t.note.words for t in found(root, cache).read()[0]]


def test_a_fresh_checkout_is_rendered_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """CI restores the cache beside files with new times: the bytes are compared, nothing is rendered."""
    root, cache = tmp_path / "notes", tmp_path / "cache"
    file = note(root, "a/2026-01-01-aaaa.note", "One.\n")
    first = found(root, cache).read()
    os.utime(file, (LONG_AGO, LONG_AGO))
    monkeypatch.setattr("gratitude.render.words.reader_html", None)

    assert first == found(root, cache).read()


def test_removed_and_renamed_notes_leave_the_cache(tmp_path: Path) -> None:
    """What is gone is shown no more; a renamed file has its new id."""
    root, cache = tmp_path / "notes", tmp_path / "cache"
    note(root, "a/2026-01-01-aaaa.note", "One.\n")
    file = note(root, "a/2026-01-02-bbbb.note", "Two.\n")
    found(root, cache).read()
    (root / "a/2026-01-01-aaaa.note").unlink()
    file.rename(root / "a/2026-01-02-cccc.note")

    assert ["2026-01-02-cccc"] == [t.note.id for t in found(root, cache).read()[0]]
    assert list(Cache(cache / "notes.json").read()) == ["a/2026-01-02-cccc.note"]


def test_bad_notes_are_told_every_time(tmp_path: Path, late: None) -> None:
    """A bad note, an id twice and a link: told by the first build and by the next."""
    root, cache = tmp_path / "notes", tmp_path / "cache"
    note(root, "a/2026-01-01-aaaa.note", "One.\n")
    note(root, "b/2026-01-01-aaaa.note", "Two.\n")
    note(root, "b/2026-01-02-bbbb.note", "Kind: nonsense\n\nx\n")
    (root / "c.note").symlink_to("/etc/hostname")
    first, again = found(root, cache).read(), found(root, cache).read()

    expected = ["b/2026-01-01-aaaa.note", "b/2026-01-02-bbbb.note", "c.note"]
    assert expected == [bad.path for bad in first[1]] == [bad.path for bad in again[1]]
    assert [str(bad) for bad in first[1]] == [str(bad) for bad in again[1]]


def test_a_broken_cache_of_notes_is_made_anew(tmp_path: Path, late: None) -> None:
    """One of the two files may be missing or broken: the other alone leads nobody astray."""
    root, cache = tmp_path / "notes", tmp_path / "cache"
    note(root, "a/2026-01-01-aaaa.note", "One.\n")
    first = found(root, cache).read()
    for name in ("files.json", "notes.json"):
        (cache / name).write_bytes(b"broken")
        assert first == found(root, cache).read()
    Cache(cache / "files.json").write([1, 2])
    Cache(cache / "notes.json").write("text")
    assert first == found(root, cache).read()


DAYS = st.none() | st.dates(date(1990, 1, 1))
WORDS = st.text(max_size=20)
NOTES = st.builds(
    Note,
    id=WORDS, kind=st.sampled_from(NoteKind), post=WORDS, also=st.lists(st.builds(Also, WORDS, WORDS)).map(tuple),
    title=WORDS, name=WORDS, place=WORDS, person=WORDS, lang=WORDS, day=DAYS, show=st.sampled_from(Show),
    count=st.integers(0, 9), via=st.none() | st.sampled_from(Via), answered_by=st.lists(WORDS).map(tuple), checked=DAYS,
    asked=st.integers(0, 9), pin=st.booleans(),
    turns=st.lists(st.builds(Turn, st.sampled_from(Who), WORDS, DAYS), max_size=3).map(tuple),
)  # fmt: skip


@given(NOTES)
def test_a_note_survives_the_cache(one: Note) -> None:
    """Every field of a note, also one that is added later, comes back as it was."""
    import json

    assert one == unpacked(json.loads(json.dumps(packed(one))))
