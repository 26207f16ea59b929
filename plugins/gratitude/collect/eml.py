"""Single mails: one ``.eml``, one through a pipe, or a folder of them (and of mbox files, as Takeout unpacks), read-only."""

from __future__ import annotations

__all__ = ["Folderful", "OneMail", "has_mails"]

import os
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import BinaryIO

from ..errors import SourceError
from ..message import Arrival
from .folders import folder_of
from .mbox import Mbox
from .source import MAX_MAIL, arrival, read_mail

MAX_DEPTH = 12
MAILS = (".eml", ".emlx")


def _unpacked(raw: bytes, path: Path) -> bytes:
    """The mail inside Apple's ``.emlx``: a line with its length, the mail, a property list."""
    length, _, rest = raw.partition(b"\n")
    if path.suffix.lower() == ".emlx" and length.strip().isdigit() and len(length) < 12:
        return rest[: int(length)]
    return raw


def _files(root: Path, depth: int = 0) -> Iterator[Path]:
    """The mail files of a folder and the folders in it, by name. Links to folders are not followed."""
    with os.scandir(root) as found:
        entries = sorted(found, key=lambda e: e.name)
    for entry in entries:
        if entry.is_dir(follow_symlinks=False):
            if depth < MAX_DEPTH and not entry.name.startswith("."):
                yield from _files(Path(entry.path), depth + 1)
        elif (
            entry.is_file() and Path(entry.name).suffix.lower() in (*MAILS, ".mbox") and not entry.name.startswith(".")
        ) or (entry.name == "mbox" and root.suffix == ".mbox" and entry.is_file()):
            yield Path(entry.path)


def has_mails(path: Path) -> bool:
    """Whether the folder, or one in it, holds a mail file."""
    return any(True for _ in _files(path))


def _mark(raw: bytes, inside: str) -> str:
    """A file's mark: its place below the folder and its size."""
    return f"{inside}:{len(raw)}"


class OneMail:
    """One mail in a file or through a pipe."""

    def __init__(
        self,
        *,
        name: str,
        path: Path | None = None,
        stream: BinaryIO | None = None,
        head: bytes = b"",
        trusted: bool = False,
        explain: bool = False,
    ) -> None:
        self.name = name
        self._path, self._stream, self._head = path, stream, head
        self._trusted, self._explain = trusted, explain

    def arrivals(self, done: Callable[[str], bool]) -> Iterator[Arrival]:
        """Yield the mail. Raises SourceError where it cannot be read."""
        try:
            if self._path:
                raw = _unpacked(read_mail(self._path), self._path)
            else:
                raw = self._head + (self._stream.read(MAX_MAIL) if self._stream else b"")
        except OSError as problem:
            raise SourceError(
                f"{self.name}: it cannot be read ({problem.strerror}); correct its permissions"
            ) from problem
        called = self._path.name if self._path else "standard input"
        mark = _mark(raw, called)
        if not done(mark):
            yield arrival(raw, place=called, mark=mark, trusted=self._trusted, explain=self._explain)


class Folderful:
    """A folder of ``.eml`` files, at any depth; a subfolder called Sent or Spam means what it says."""

    def __init__(self, path: Path, *, trusted: bool = False, explain: bool = False) -> None:
        self.name = str(path)
        self._path, self._trusted, self._explain = path, trusted, explain

    def arrivals(self, done: Callable[[str], bool]) -> Iterator[Arrival]:
        """Yield the mails by path. Raises SourceError where the folder cannot be read."""
        try:
            for path in _files(self._path):
                inside = path.relative_to(self._path).as_posix()
                if path.suffix.lower() in MAILS:
                    yield from self._mail(path, inside, done)
                else:
                    box = Mbox(name=self.name, path=path, called=inside, trusted=self._trusted, explain=self._explain)
                    yield from box.arrivals(done)
        except OSError as problem:
            raise SourceError(
                f"{self.name}: reading broke off ({problem.strerror}); run `gratitude collect` again"
            ) from problem

    def _mail(self, path: Path, inside: str, done: Callable[[str], bool]) -> Iterator[Arrival]:
        """One file."""
        try:
            mark = f"{inside}:{path.stat().st_size}"
            if done(mark):
                return
            raw = _unpacked(read_mail(path), path)
        except OSError:
            yield Arrival(
                message=None, reason="it could not be read (moved away or not permitted)", place=inside, mark=inside
            )
            return
        folder = folder_of(path.parent.relative_to(self._path).as_posix())
        yield arrival(raw, place=inside, mark=mark, folder=folder, trusted=self._trusted, explain=self._explain)
