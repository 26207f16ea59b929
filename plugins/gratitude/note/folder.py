"""Reads the note files of a blog and writes them whole: a reader of the folder never sees half a note."""

from __future__ import annotations

__all__ = ["NoteFile", "NoteFolder", "read_notes", "remove_note", "swept", "write_note", "write_whole"]

import os
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from ..errors import NoteError, Problem
from . import Note
from .format import COUNTED, format_note, parse

SUFFIX = ".note"
MAX_BYTES = 4 << 20
"""A longer file is no note somebody wrote; it is not read into memory."""


@dataclass(frozen=True, slots=True)
class NoteFile:
    """One good note and where it stands: ``path`` is POSIX and relative to the notes folder."""

    path: str
    note: Note


@dataclass(frozen=True, slots=True)
class NoteFolder:
    """All notes of a blog, in the order of their paths, and what is wrong with the other files."""

    notes: tuple[NoteFile, ...] = ()
    bad: tuple[NoteError, ...] = ()


def read_notes(root: Path) -> NoteFolder:
    """Return the notes under ``root``; a missing folder has none. Bad files are reported, never raised."""
    notes: list[NoteFile] = []
    bad: list[NoteError] = []
    seen: dict[str, str] = {}
    for path in sorted(_files(root, bad)):
        relative = path.relative_to(root).as_posix()
        try:
            note = _read(path, relative)
        except NoteError as exc:
            bad.append(exc)
            continue
        if note.id != COUNTED and note.id in seen:
            text = f"the id {note.id} is already that of {seen[note.id]}; rename one of the two files"
            bad.append(NoteError(relative, (Problem(1, text),)))
            continue
        seen[note.id] = relative
        notes.append(NoteFile(relative, note))
    return NoteFolder(tuple(notes), tuple(bad))


def write_note(root: Path, path: str, note: Note) -> None:
    """Write ``note`` to ``path`` (POSIX, under ``root``) whole or not at all; folders are made. Raises OSError."""
    pure = PurePosixPath(path)
    folder = "" if str(pure.parent) == "." else str(pure.parent)
    target = _inside(root, path)
    target.parent.mkdir(parents=True, exist_ok=True)
    write_whole(target, format_note(note, folder=folder).encode("utf-8"), mode=0o644)


def remove_note(root: Path, path: str) -> None:
    """Remove the note at ``path`` and the folders that it leaves empty, never ``root``. Missing is fine."""
    target = _inside(root, path)
    target.unlink(missing_ok=True)
    folder = target.parent
    while folder != root and root in folder.parents:
        try:
            folder.rmdir()
        except OSError:
            return
        folder = folder.parent


def swept(root: Path) -> int:
    """Remove the temporary files that a killed run left under ``root``; return how many there were."""
    found = [p for p in root.rglob(".*.tmp") if p.is_file()] if root.is_dir() else []
    for path in found:
        path.unlink(missing_ok=True)
    return len(found)


def write_whole(target: Path, data: bytes, *, mode: int) -> None:
    """Make ``target`` hold ``data`` or leave it as it was, also across a power cut. Raises OSError."""
    temporary = target.with_name(f".{target.name}.{os.getpid()}.tmp")
    flags = os.O_WRONLY | os.O_CREAT | os.O_TRUNC | getattr(os, "O_NOFOLLOW", 0)
    try:
        fd = os.open(temporary, flags, mode)
        try:
            view = memoryview(data)
            while view:
                view = view[os.write(fd, view) :]
            os.fsync(fd)
        finally:
            os.close(fd)
        temporary.replace(target)
    except OSError:
        temporary.unlink(missing_ok=True)
        raise
    folder = os.open(target.parent, os.O_RDONLY)
    try:
        os.fsync(folder)
    finally:
        os.close(folder)


def _files(root: Path, bad: list[NoteError]) -> Iterator[Path]:
    """Yield the visible note files under ``root``; links are not followed. A folder that cannot be read is ``bad``."""

    def unreadable(exc: OSError) -> None:
        if Path(exc.filename) != root or root.exists():
            where = Path(exc.filename).relative_to(root).as_posix()
            bad.append(NoteError(where, (Problem(1, f"the folder cannot be read ({exc.strerror})"),)))

    for folder, folders, names in os.walk(root, onerror=unreadable):
        folders[:] = [f for f in folders if not f.startswith(".")]
        yield from (Path(folder, n) for n in names if n.endswith(SUFFIX) and not n.startswith("."))


def _read(path: Path, relative: str) -> Note:
    """Return the note in one file; raise NoteError for one that is none or cannot be read."""
    folder = str(PurePosixPath(relative).parent)
    try:
        if path.is_symlink() or path.stat().st_size > MAX_BYTES:
            text = "a link to elsewhere is not read" if path.is_symlink() else "this file is far too long for a note"
            raise NoteError(relative, (Problem(1, text),))
        data = path.read_bytes()
    except OSError as exc:
        raise NoteError(relative, (Problem(1, f"the file cannot be read ({exc.strerror})"),)) from exc
    return parse(data, path=relative, folder="" if folder == "." else folder, stem=path.name[: -len(SUFFIX)])


def _inside(root: Path, path: str) -> Path:
    """Return ``root / path``; raise ValueError for a path that would lead out of it."""
    pure = PurePosixPath(path)
    if pure.is_absolute() or ".." in pure.parts or not path.endswith(SUFFIX):
        raise ValueError(f"{path!r} is no path of a note")
    return root / pure
