"""Reads the note files of a blog and writes them whole: a reader of the folder never sees half a note."""

from __future__ import annotations

__all__ = [
    "NoteFile", "NoteFolder", "Stamp", "data_of", "find_notes", "in_order", "note_of", "once_each", "read_notes", "remove_note",
    "swept", "write_note", "write_whole",
]  # fmt: skip

import os
import stat
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import NamedTuple, Protocol, TypeVar

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


class Stamp(NamedTuple):
    """One file that may be a note, as it was found: ``path`` as in `NoteFile`, times in ns, ``size`` in bytes.

    While these stay, so do its bytes: the time of change (ctime) is the file system's own, nobody can set it.
    """

    path: str
    modified: int
    changed: int
    size: int
    mode: int


class _Named(Protocol):
    @property
    def path(self) -> str: ...
    @property
    def note(self) -> Note: ...


T = TypeVar("T", bound=_Named)


def read_notes(root: Path) -> NoteFolder:
    """Return the notes under ``root``; a missing folder has none. Bad files are reported, never raised."""
    notes: list[NoteFile] = []
    stamps, bad = find_notes(root)
    for stamp in stamps:
        try:
            notes.append(NoteFile(stamp.path, note_of(data_of(root, stamp), stamp.path)))
        except NoteError as exc:
            bad.append(exc)
    return NoteFolder(tuple(once_each(notes, bad)), in_order(bad))


def find_notes(root: Path) -> tuple[list[Stamp], list[NoteError]]:
    """Return the visible note files under ``root`` in the order of their paths, and which folders cannot be read.

    Each is looked at once (10,000 files: .1 s); links to folders are not followed.
    """
    bad: list[NoteError] = []
    found = list(_found(str(root), "", bad))
    found.sort(key=lambda stamp: stamp.path.split("/"))
    return found, bad


def data_of(root: Path, stamp: Stamp) -> bytes:
    """Return the bytes of one file; raise NoteError for one that is no note or cannot be read."""
    if not stat.S_ISREG(stamp.mode) or stamp.size > MAX_BYTES:
        link = stat.S_ISLNK(stamp.mode)
        long = "this file is far too long for a note" if stat.S_ISREG(stamp.mode) else "this is no file"
        raise NoteError(stamp.path, (Problem(1, "a link to elsewhere is not read" if link else long),))
    try:
        with open(f"{root}/{stamp.path}", "rb", buffering=0) as file:  # noqa: PTH123  half the time of a Path's
            return file.read()
    except OSError as exc:
        raise NoteError(stamp.path, (Problem(1, f"the file cannot be read ({exc.strerror})"),)) from exc


def note_of(data: bytes, path: str) -> Note:
    """Return the note that ``data`` makes at ``path``; raise NoteError where it is none.

    A slug's letters are composed (Pelican's slugify); a folder that came by a Mac may have them apart (``e`` and ``´``).
    """
    folder, _, name = path.rpartition("/")
    folder = folder if folder.isascii() else unicodedata.normalize("NFC", folder)
    return parse(data, path=path, folder=folder, stem=name[: -len(SUFFIX)])


def once_each(files: Iterable[T], bad: list[NoteError]) -> list[T]:
    """Return ``files`` without those whose id another has already; these are added to ``bad``."""
    seen: dict[str, str] = {}
    kept: list[T] = []
    for file in files:
        before = seen.setdefault(file.note.id, file.path)
        if before == file.path or file.note.id == COUNTED:
            kept.append(file)
        else:
            text = f"the id {file.note.id} is already that of {before}; rename one of the two files"
            bad.append(NoteError(file.path, (Problem(1, text),)))
    return kept


def in_order(bad: Iterable[NoteError]) -> tuple[NoteError, ...]:
    """Return what is wrong in the order of the paths."""
    return tuple(sorted(bad, key=lambda exc: exc.path.split("/")))


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


def _found(folder: str, below: str, bad: list[NoteError]) -> Iterator[Stamp]:
    """Yield the note files in ``folder`` and the folders in it; ``below`` is its path under the root, with a slash."""
    try:
        with os.scandir(folder) as entries:
            for entry in entries:
                name = entry.name
                if name.startswith("."):
                    continue
                if name.endswith(SUFFIX) and not entry.is_dir(follow_symlinks=False):
                    s = entry.stat(follow_symlinks=False)
                    yield Stamp(below + name, s.st_mtime_ns, s.st_ctime_ns, s.st_size, s.st_mode)
                elif entry.is_dir(follow_symlinks=False):
                    yield from _found(entry.path, f"{below}{name}/", bad)
                elif why := _passed_over(entry):
                    bad.append(NoteError(below + name, (Problem(1, why),)))
    except FileNotFoundError:
        return  # a missing folder has no notes; one that went meanwhile neither
    except OSError as exc:
        bad.append(NoteError(below.rstrip("/") or ".", (Problem(1, f"the folder cannot be read ({exc.strerror})"),)))


def _passed_over(entry: os.DirEntry[str]) -> str:
    """Why something that looks like notes is not read; ``""`` for other files."""
    if entry.is_symlink() and entry.is_dir():
        return "a link to a folder is not followed; put the notes themselves here"
    return "write the ending small: .note" if entry.name.lower().endswith(SUFFIX) else ""


def _inside(root: Path, path: str) -> Path:
    """Return ``root / path``; raise ValueError for a path that would lead out of it."""
    pure = PurePosixPath(path)
    if pure.is_absolute() or ".." in pure.parts or not path.endswith(SUFFIX):
        raise ValueError(f"{path!r} is no path of a note")
    return root / pure
