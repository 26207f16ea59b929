"""Reads the notes for a build, and remembers for the next one what each took to work out.

A note is taken from the cache while its file stands there unchanged: same size and times, of which the time of change
is the file system's own. Where a file is so young that a second change might have left no trace (`git` calls it racy;
also after a checkout in CI), its bytes are compared.
"""

from __future__ import annotations

__all__ = ["Found", "Told"]

import time
from collections.abc import Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import Any, NamedTuple

from ..errors import NoteError
from ..note import Also, Note, NoteKind, Show, Turn, Via, Who
from ..note.folder import Stamp, data_of, find_notes, in_order, note_of, once_each
from .cache import Cache, digest

RACY_NS = 2_000_000_000
"""A file changed less than this before it was read may change again within the same tick of its clock (FAT: 2 s)."""


class Told(NamedTuple):
    """One good note as it will be shown: the HTML of each turn (None for the author's) and its best line."""

    path: str
    note: Note
    html: tuple[str | None, ...]
    score: float
    best: str


class Found:
    """The files of the notes folder, each with the digest of its bytes; most are known without being opened.

    ``stamps`` and ``notes`` are the caches of the two: which bytes a file held when it was last read, and what these
    bytes made. Two, since a build that changes nothing needs the small one only.
    """

    def __init__(self, root: Path, stamps: Cache, notes: Cache) -> None:
        self._root = root
        self._notes = notes
        self._data: dict[str, bytes] = {}
        self._stamps: dict[str, Stamp] = {}
        found, self.bad = find_notes(root)
        kept = _mapping(stamps.read())
        now = time.time_ns()
        self.digests: dict[str, str] = {}
        seen: dict[str, list[Any]] = {}
        for stamp in found:
            try:
                row = self._row(stamp, kept.get(stamp.path), now)
            except NoteError as exc:
                self.bad.append(exc)
                continue
            seen[stamp.path] = row
            self._stamps[stamp.path] = stamp
            self.digests[stamp.path] = row[4]
        if seen != kept:
            stamps.write(seen)

    def __bool__(self) -> bool:
        """Say whether there is any file that should be a note."""
        return bool(self.digests or self.bad)

    def _row(self, stamp: Stamp, row: list[Any] | None, now: int) -> list[Any]:
        if row and row[3] and row[0] == stamp.modified and row[1] == stamp.changed and row[2] == stamp.size:
            return row
        data = self._data[stamp.path] = data_of(self._root, stamp)
        is_old = now - max(stamp.modified, stamp.changed) > RACY_NS
        return [stamp.modified, stamp.changed, stamp.size, is_old, digest(data)]

    def read(self) -> tuple[list[Told], tuple[NoteError, ...]]:
        """Return the notes in the order of their paths, and what is wrong with the others."""
        kept = _mapping(self._notes.read())
        rows: dict[str, list[Any]] = {}
        told: list[Told] = []
        bad = list(self.bad)
        for path, hashed in self.digests.items():
            row = kept.get(path)
            if row and row[0] == hashed:
                rows[path] = row
                told.append(Told(path, unpacked(row[1]), tuple(row[2]), row[3], row[4]))
                continue
            try:
                one = self._worked_out(path)
            except NoteError as exc:
                bad.append(exc)
                continue
            rows[path] = [hashed, packed(one.note), one.html, one.score, one.best]
            told.append(one)
        if rows != kept:
            self._notes.write(rows)
        return once_each(told, bad), in_order(bad)

    def _worked_out(self, path: str) -> Told:
        """Return what one note makes; raise NoteError for a file that is none."""
        from .best import best_scored  # with all that reads Markdown and code: not for notes that are remembered

        data = self._data.get(path)
        note = note_of(data_of(self._root, self._stamps[path]) if data is None else data, path)
        html = tuple(_html(note, i, turn) for i, turn in enumerate(note.turns))
        return Told(path, note, html, *((0.0, "") if note.is_authors else best_scored(note.words)))


def _mapping(kept: Any) -> Mapping[str, list[Any]]:
    return kept if isinstance(kept, dict) else {}


def _html(note: Note, number: int, turn: Turn) -> str | None:
    """Return a reader's words as HTML; None for the author's, which depend on the site."""
    if turn.who is Who.ANSWER or (note.is_authors and number == 0):
        return None
    from .words import reader_html

    return reader_html(turn.words)


def packed(note: Note) -> list[Any]:
    """Return ``note`` as a row of JSON's values. A row and not names: half the bytes, and a third of the time."""
    also = [[a.post, a.verb] for a in note.also]
    turns = [[t.who.value, t.words, _text(t.day)] for t in note.turns]
    return [
        note.id, note.kind.value, note.post, also, note.title, note.name, note.place, note.person, note.lang,
        _text(note.day), note.show.value, note.count, note.via and note.via.value, note.answered_by,
        _text(note.checked), note.asked, note.pin, turns,
    ]  # fmt: skip


def unpacked(row: Sequence[Any]) -> Note:
    """Return the note that `packed` made a row of."""
    (
        stem, kind, post, also, title, name, place, person, lang, day, show, count, via, answered_by, checked, asked,
        pin, turns,
    ) = row  # fmt: skip
    return Note(
        id=stem, kind=KINDS[kind], post=post, also=tuple(Also(p, verb) for p, verb in also), title=title, name=name,
        place=place, person=person, lang=lang, day=_day(day), show=SHOWS[show], count=count, via=VIAS[via],
        answered_by=tuple(answered_by), checked=_day(checked), asked=asked, pin=pin,
        turns=tuple(Turn(WHO[who], words, _day(when)) for who, words, when in turns),
    )  # fmt: skip


KINDS: dict[str, NoteKind] = {kind.value: kind for kind in NoteKind}
SHOWS: dict[str, Show] = {show.value: show for show in Show}
VIAS: dict[str | None, Via | None] = {None: None, **{via.value: via for via in Via}}
WHO: dict[str, Who] = {who.value: who for who in Who}


def _text(day: date | None) -> str | None:
    return day.isoformat() if day else None


def _day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None
