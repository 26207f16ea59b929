"""What publish would write and remove: decided from what is approved and what is on disk. Pure."""

from __future__ import annotations

__all__ = ["Approved", "Confirm", "Held", "Remove", "Step", "Withdrawn", "Write", "plan", "too_many"]

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from types import MappingProxyType
from typing import Protocol

from ..note import Note, Show
from ..note.format import COUNTED, note_path

MANY = 5
"""More removals than this, and than a third of all notes, are refused without --force (vdirsyncer's StorageEmpty)."""
COUNTED_FROM = 3


class OnDisk(Protocol):
    """A note file as `note.folder` gives it (named here by its shape, since that module touches the world)."""

    @property
    def path(self) -> str:
        """POSIX, under the notes folder."""

    @property
    def note(self) -> Note:
        """What it holds."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Approved:
    """A conversation whose note is to be public. ``folder`` is the post's slug, ``""`` for the whole blog.

    ``known`` are all notes this conversation ever had, so that a file can be told from one edited by hand.
    ``missing`` says in words what consent lacks; such a note stays as it is on disk. ``published`` is the note as
    publish last wrote it, None where it never did.
    """

    conversation: str
    note: Note
    folder: str
    known: tuple[Note, ...] = ()
    missing: tuple[str, ...] = ()
    published: Note | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Withdrawn:
    """A conversation that had a note and shall have none."""

    conversation: str
    note_id: str
    known: tuple[Note, ...] = ()


@dataclass(frozen=True, slots=True)
class Write:
    """Write ``note`` to ``path`` (POSIX, under the notes folder); ``old`` is what stands there now."""

    conversation: str
    path: str
    note: Note
    old: Note | None = None


@dataclass(frozen=True, slots=True)
class Remove:
    """Remove ``path``; ``moved`` where the note is written elsewhere in the same plan."""

    conversation: str
    path: str
    note: Note
    moved: bool = False


@dataclass(frozen=True, slots=True)
class Held:
    """Nothing is done about this note, and why; ``way`` is what to do about it. ``path`` ``""``: there is no file."""

    conversation: str
    path: str
    why: str
    way: str


@dataclass(frozen=True, slots=True)
class Confirm:
    """The file is already as it should be (written by a run that was cut): only the journal learns of it."""

    conversation: str
    path: str
    note: Note


Step = Write | Remove | Held | Confirm


def plan(
    approved: Iterable[Approved],
    withdrawn: Iterable[Withdrawn],
    on_disk: Sequence[OnDisk],
    *,
    overwrite: frozenset[str] = frozenset(),
    counted: Mapping[str, int] | None = None,
    unreadable: Mapping[str, str] = MappingProxyType({}),
) -> tuple[Step, ...]:
    """Return the steps that bring ``on_disk`` to what is approved, in a stable order; none where all is well.

    ``overwrite`` holds conversations whose hand-edited file gives way. ``counted`` is {folder: number of letters that
    may be counted}, None where counting is off. ``unreadable`` is {id: path} of files there that are no notes (a hand
    broke one). Files that match no conversation are never touched.
    """
    files = {f.note.id: f for f in on_disk if f.note.id != COUNTED}
    steps: list[Step] = []
    approved = sorted(approved, key=lambda a: a.note.id)
    claimed = {a.note.id for a in approved}
    for a in approved:
        if a.note.id in unreadable and a.note.id not in files and a.conversation not in overwrite:
            way = f"mend the file, or gratitude publish --overwrite {a.conversation}"
            steps.append(Held(a.conversation, unreadable[a.note.id], "its file cannot be read as a note", way))
            continue
        file = files.get(a.note.id)
        if file is None and a.conversation not in overwrite and (renamed := _renamed(a, files, claimed)):
            steps.append(renamed)
            continue
        steps += _approved(a, file, overwrite=a.conversation in overwrite)
        if not a.missing:  # a day that was set or taken back changes the id
            earlier = Withdrawn(conversation=a.conversation, note_id="", known=a.known)
            moved = a.note.day is not None
            steps += _withdrawn(earlier, files, claimed, overwrite=a.conversation in overwrite, moved=moved)
    for w in sorted(withdrawn, key=lambda w: w.note_id):
        steps += _withdrawn(w, files, claimed, overwrite=w.conversation in overwrite)
        if w.note_id in unreadable and w.note_id not in files:
            why = "it is withdrawn, but its file cannot be read as a note"
            steps.append(Held(w.conversation, unreadable[w.note_id], why, "delete the file"))
    steps += _counted(counted or {}, [f for f in on_disk if f.note.id == COUNTED], is_on=counted is not None)
    return tuple(steps)


def _renamed(a: Approved, files: Mapping[str, OnDisk], claimed: set[str]) -> Held | None:
    """What to say of a published note that stands under another file name now; None where it does not."""
    if a.published is None or a.published.id != a.note.id:
        return None
    same = (a.published.name, a.published.turns)
    found = next((f for i, f in files.items() if i not in claimed and (f.note.name, f.note.turns) == same), None)
    if found is None:
        return None
    why = f"its file was renamed by hand to {found.path}; under that name it is nobody's"
    return Held(a.conversation, found.path, why, f"call the file {a.note.id}.note again")


def too_many(steps: Iterable[Step], on_disk: Sequence[OnDisk]) -> int:
    """Return how many notes would vanish where that is more than five and more than a third; else 0."""
    gone = sum(isinstance(s, Remove) and not s.moved for s in steps)
    return gone if gone > MANY and gone * 3 > len(on_disk) else 0


def _approved(a: Approved, file: OnDisk | None, *, overwrite: bool) -> list[Step]:
    here = file.path if file else ""
    if a.note.day is None:
        return [Held(a.conversation, here, "it has no day", f"gratitude edit {a.conversation} --date 2026-05-03")]
    if a.missing and not (file and file.note == a.note):
        why = f"consent is missing: {'; '.join(a.missing)}" + ("; the note stays as it is" if file else "")
        show = f" --show {a.note.show.value}" if a.note.show is Show.NAMED else ""
        way = f'gratitude edit {a.conversation}{show} --permission "how they said yes, DAY"'
        return [Held(a.conversation, here, why, way)]
    stays = file is not None and file.note.post == a.note.post  # also in a folder that a hand chose
    path = file.path if file and stays else note_path(a.note.id, a.folder)
    if a.missing and a.published is not None:
        why = f"consent is missing: {'; '.join(a.missing)}; the note is on the blog as it was"
        return [Held(a.conversation, here, why, f"gratitude keep {a.conversation} takes it down")]
    if file is None:
        if a.published is not None and a.published.id == a.note.id and not overwrite:
            return [
                Held(
                    a.conversation,
                    "",
                    "its file was deleted by hand, and stays so",
                    f"gratitude publish --overwrite {a.conversation} writes it anew; gratitude keep {a.conversation} lets it be",
                )
            ]
        return [Write(a.conversation, path, a.note)]
    if file.note == a.note:
        return [] if a.published == a.note else [Confirm(a.conversation, file.path, a.note)]
    if file.note not in a.known and not overwrite:
        if a.note == a.published:
            return []  # nothing new of ours, and the hand wins
        why = "its file was edited by hand, and that wins"
        return [Held(a.conversation, file.path, why, f"gratitude publish --overwrite {a.conversation}")]
    if file.path == path:
        return [Write(a.conversation, path, a.note, file.note)]
    return [Write(a.conversation, path, a.note, file.note), Remove(a.conversation, file.path, file.note, moved=True)]


def _withdrawn(
    w: Withdrawn, files: Mapping[str, OnDisk], claimed: set[str], *, overwrite: bool, moved: bool = False
) -> list[Step]:
    """Return the steps that take away what a conversation has on disk, under any id its note ever had."""
    steps: list[Step] = []
    for note_id in sorted({w.note_id, *(note.id for note in w.known)} - claimed):
        file = files.get(note_id)
        if file is None:
            continue
        if file.note in w.known or overwrite:
            steps.append(Remove(w.conversation, file.path, file.note, moved))
        else:
            way = f"gratitude publish --overwrite {w.conversation}"
            steps.append(Held(w.conversation, file.path, "it is withdrawn, but its file was edited by hand", way))
    return steps


def _counted(counts: Mapping[str, int], files: Sequence[OnDisk], *, is_on: bool) -> list[Step]:
    """Return the steps for the counted.note of each post: written from three on, removed below."""
    if not is_on:
        return []
    there = {f.note.post: f for f in files}
    steps: list[Step] = []
    for post in sorted({*counts, *there}):
        file, count = there.get(post), counts.get(post, 0)
        note = Note(id=COUNTED, post=post, show=Show.COUNTED, count=count)
        if count < COUNTED_FROM:
            steps += [Remove("", file.path, file.note)] if file else []
        elif file is None:
            steps.append(Write("", note_path(COUNTED, post), note))
        elif file.note != note:
            steps.append(Write("", file.path, replace(file.note, count=count), file.note))
    return steps
