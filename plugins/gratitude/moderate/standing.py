"""Where a conversation stands: derived from its journal, never stored. Pure."""

from __future__ import annotations

__all__ = ["Name", "Permit", "Standing", "known_notes", "only_elided", "standing_of", "undone_steps"]

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from enum import StrEnum
from typing import Any

from ..codec import from_plain
from ..message import Event, State
from ..note import Also, Note, NoteKind, Show, Turn, Who
from ..text import words as words_of
from .excerpt import left_out


class Name(StrEnum):
    """What an event says has happened."""

    ACCEPTED = "accepted"
    ADOPTED = "adopted"
    ANSWERED = "answered"
    ASKED = "asked"
    EDITED = "edited"
    JOINED = "joined"
    KEPT = "kept"
    LATER = "later"
    PARTED = "parted"
    PERMITTED = "permitted"
    PUBLISHED = "published"
    REMOVED = "removed"
    RETURNED = "returned"
    SPAM = "spam"
    TRASH = "trash"
    UNDONE = "undone"


STATES = {
    Name.ACCEPTED: State.ACCEPTED, Name.ADOPTED: State.ACCEPTED, Name.ASKED: State.ASKED, Name.KEPT: State.KEPT,
    Name.LATER: State.LATER, Name.SPAM: State.SPAM, Name.TRASH: State.TRASH, Name.RETURNED: State.NEW,
}  # fmt: skip
MIN_DIGITS = 6
"""Fewer digits are no telephone number, and leaving them out would change what was said."""
MARKS = frozenset("<>()[]{}\"'“”‘’.,;:-–—/|*_")
UNDATED = "undated"
"""Stands in the id of a note for the day it does not have yet."""
WITH_NOTE = {Name.ACCEPTED, Name.ADOPTED, Name.PUBLISHED}
WITHDRAWING = {Name.KEPT, Name.SPAM, Name.TRASH}


@dataclass(frozen=True, slots=True)
class Permit:
    """A permission as it was given: what it allows, in which words and when, and what the writer was shown.

    It holds for exactly these ``words`` (of each reader's turn), this ``name`` and ``place``, and this ``post``.
    """

    show: Show
    wording: str
    day: date | None
    words: tuple[str, ...]
    name: str
    place: str
    post: str

    def covers(self, note: Note, words: str, names: frozenset[str] = frozenset()) -> bool:
        """Say whether it allows to show ``words`` in ``note``. ``names`` are the writer's own, lower case.

        What elision takes out of words that were allowed (an address, a number, their name) asks nobody again.
        """
        named = note.show is Show.NAMED
        if named and (self.show is not Show.NAMED or (note.name, note.place) != (self.name, self.place)):
            return False
        if note.post != self.post or self.show not in {Show.NAMED, Show.ANONYMOUS}:
            return False
        mine = names | frozenset(words_of(self.name))
        return words in self.words or any(only_elided(words, whole, mine) for whole in self.words)


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """A conversation's state, its note as the author last decided it, and the permissions recorded.

    ``note`` is None where nothing of it is to be public. ``published`` is the note as publish last wrote it (or found
    it), None where no file of it is known. ``sources`` are the identities of the messages behind the reader's turns of
    ``note``, opening first. ``edits`` are the fields the author set, also before there is a note. ``until`` is the day
    on which a conversation put away comes back. ``had`` is the id of the newest note it ever had, undone or not.
    """

    state: State = State.NEW
    until: date | None = None
    note: Note | None = None
    published: Note | None = None
    adopted: bool = False
    sources: tuple[str, ...] = ()
    edits: Mapping[str, Any] = field(default_factory=dict)
    permits: tuple[Permit, ...] = ()
    had: str = ""

    @property
    def note_id(self) -> str:
        """The id its note has or had, also one that was taken back; ``""`` where it never had one."""
        return str(self.edits.get("note_id", "")) or self.had


def undone_steps(events: Sequence[Event]) -> frozenset[int]:
    """Return the steps that were taken back."""
    return frozenset(int(str(e.data["step"])) for e in events if e.name == Name.UNDONE)


def standing_of(events: Sequence[Event]) -> Standing:
    """Return where the journal ``events`` (in order) leaves a conversation."""
    gone = undone_steps(events)
    now = Standing(had=next((str(e.data["note"]["id"]) for e in reversed(events) if e.name in WITH_NOTE), ""))  # type: ignore[index]
    for event in events:
        if event.name != Name.UNDONE and not (event.step and event.step in gone):
            now = _after(now, Name(event.name), event.data)
    return now


def known_notes(events: Sequence[Event]) -> tuple[Note, ...]:
    """Return every note a conversation ever had or published, oldest first, also what was taken back."""
    found: dict[Note, None] = {}
    now, is_plain = Standing(), True
    for n, event in enumerate(events, 1):
        is_plain = is_plain and event.name != Name.UNDONE
        now = _after(now, Name(event.name), event.data) if is_plain else standing_of(events[:n])
        found.update(dict.fromkeys(note for note in (now.published, now.note) if note is not None))
    return tuple(found)


def _after(now: Standing, name: Name, data: Mapping[str, Any]) -> Standing:
    """Return the standing after one event."""
    if name in STATES:
        now = replace(now, state=STATES[name], until=None)
    if name in WITHDRAWING:
        now = replace(now, note=None, sources=())
    match name:
        case Name.ACCEPTED | Name.ADOPTED:
            note = from_plain(Note, data["note"])
            edits = {**now.edits, "note_id": note.id}
            now = replace(now, note=note, sources=tuple(data.get("sources", ())), edits=edits)
            if name is Name.ADOPTED:
                now = replace(now, published=note, adopted=True, permits=(*now.permits, _as_it_stands(note)))
        case Name.LATER:
            now = replace(now, until=date.fromisoformat(data["until"]) if data.get("until") else None)
        case Name.EDITED | Name.ANSWERED:
            changed = edited(now.note, data) if now.note else None
            edits = {**now.edits, **data, **({"note_id": changed.id} if changed else {})}
            now = replace(now, edits=edits, note=changed)
        case Name.PERMITTED:
            now = replace(now, permits=(*now.permits, _permit(data)))
        case Name.PUBLISHED:
            now = replace(now, published=from_plain(Note, data["note"]))
        case Name.REMOVED:
            now = replace(now, published=None)
        case _:
            pass
    return now


def edited(note: Note, edits: Mapping[str, Any]) -> Note:
    """Return ``note`` with what the author set (JSON values, names as in Event EDITED and ANSWERED)."""
    for key, value in edits.items():
        match key:
            case "title" | "name" | "place" | "post" | "lang":
                note = replace(note, **{key: value})
            case "kind":
                note = replace(note, kind=NoteKind(value))
            case "also":
                note = replace(note, also=tuple(Also(post, verb) for post, verb in value))
            case "day":
                note = replace(note, day=date.fromisoformat(value), id=note.id.replace(UNDATED, value, 1))
            case "words" if note.turns:
                note = replace(note, turns=(replace(note.turns[0], words=value), *note.turns[1:]))
            case "answer" if note.turns:
                note = _answered(note, value["words"], date.fromisoformat(value["day"]))
            case _:
                pass
    return (
        replace(note, name="", place="") if note.show is not Show.NAMED and note.kind is not NoteKind.CREDIT else note
    )


def only_elided(part: str, whole: str, names: frozenset[str]) -> bool:
    """Say whether ``part`` is ``whole`` but for what elision takes: addresses, telephone numbers, the writer's names."""
    gone = left_out(part, whole)
    return gone is not None and all(_is_elidable(passage, names) for passage in gone)


def _is_elidable(passage: str, names: frozenset[str]) -> bool:
    digits = sum(c.isdigit() for c in passage)
    return all(
        "@" in piece
        or "%40" in piece
        or (digits >= MIN_DIGITS and not any(c.isalpha() for c in piece) and piece.isascii())
        or all(c in MARKS for c in piece)
        or (bool(found := words_of(piece)) and names.issuperset(found))
        for piece in passage.split()
    )


def _answered(note: Note, words: str, day: date) -> Note:
    """Return ``note`` with the author's answer, in its place by day; an answer that was there is replaced."""
    old = note.answer
    turns = [t for t in note.turns if t is not old]
    at = next((i for i, t in enumerate(turns) if i and t.day and t.day > day), len(turns))
    turns.insert(at, Turn(Who.ANSWER, words, day))
    return replace(note, turns=tuple(turns))


def _permit(data: Mapping[str, Any]) -> Permit:
    day = date.fromisoformat(data["day"]) if data.get("day") else None
    return Permit(
        Show(data["show"]), data["wording"], day, tuple(data["words"]), data["name"], data["place"], data["post"]
    )


def _as_it_stands(note: Note) -> Permit:
    """Return the permission an adopted note brings with it: exactly the note as it stands."""
    words = tuple(t.words for t in note.turns if t.who is Who.READER)
    return Permit(note.show, "consent recorded elsewhere", None, words, note.name, note.place, note.post)
