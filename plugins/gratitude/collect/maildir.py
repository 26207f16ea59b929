"""Mails out of a Maildir and its subfolders (Maildir++ ``.Name``, or plain folders with ``cur`` inside), read-only."""

from __future__ import annotations

__all__ = ["Maildir", "is_maildir"]

import os
from collections.abc import Callable, Iterator
from pathlib import Path

from ..errors import SourceError
from ..message import Arrival, Folder
from .folders import folder_of, unescaped_utf7
from .skim import DELETED, DRAFT
from .source import arrival, read_mail

MAX_DEPTH = 8


def is_maildir(path: Path) -> bool:
    """Whether mails lie here as in a Maildir: in ``cur`` and ``new``, or in a subfolder that has them."""
    if (path / "cur").is_dir() or (path / "new").is_dir():
        return True
    return any((child / "cur").is_dir() for child in path.iterdir() if child.is_dir())


def _folders(root: Path, depth: int = 0) -> Iterator[Path]:
    """Every folder with mails, the root first, in order of their names. Links to folders are not followed."""
    if (root / "cur").is_dir() or (root / "new").is_dir():
        yield root
    with os.scandir(root) as entries:
        inner = sorted(
            e.path for e in entries if e.is_dir(follow_symlinks=False) and e.name not in ("cur", "new", "tmp")
        )
    for path in inner if depth < MAX_DEPTH else ():
        yield from _folders(Path(path), depth + 1)


def _flag_reason(name: str) -> str:
    """Why a mail's own flags leave it out: T is trashed, D a draft (https://cr.yp.to/proto/maildir.html)."""
    flags = name.rpartition(":2,")[2] if ":2," in name else ""
    return DELETED if "T" in flags else DRAFT if "D" in flags else ""


class Maildir:
    """A Maildir. A mail's mark is its folder and unique name without flags, so reading it elsewhere changes nothing."""

    def __init__(self, path: Path, *, trusted: bool = False, explain: bool = False) -> None:
        self.name = str(path)
        self._path, self._trusted, self._explain = path, trusted, explain

    def arrivals(self, done: Callable[[str], bool]) -> Iterator[Arrival]:
        """Yield the mails folder by folder; one that vanishes meanwhile is set aside. Raises SourceError."""
        try:
            for folder in _folders(self._path):
                yield from self._folder(folder, done)
        except OSError as problem:
            raise SourceError(
                f"{self.name}: reading broke off ({problem.strerror}); run `gratitude collect` again"
            ) from problem

    def _folder(self, folder: Path, done: Callable[[str], bool]) -> Iterator[Arrival]:
        """The mails of one folder, ``cur`` before ``new``, by name (that is, by arrival)."""
        inside = folder.relative_to(self._path).as_posix()
        called = unescaped_utf7(inside) if inside != "." else ""
        kind = folder_of(inside if called else self._path.name.lstrip("."), "./")
        for part in ("cur", "new"):
            place = folder / part
            if not place.is_dir():
                continue
            with os.scandir(place) as entries:
                names = sorted(e.name for e in entries if not e.name.startswith(".") and e.is_file())
            for name in names:
                mark = f"{inside}/{name.partition(':2,')[0]}"
                if not done(mark):
                    yield self._mail(place / name, mark, called, kind)

    def _mail(self, path: Path, mark: str, called: str, kind: Folder) -> Arrival:
        """One mail."""
        where = f"{called or self._path.name}, {path.name.partition(':2,')[0][:60]}"
        try:
            raw = read_mail(path)
        except OSError:
            return Arrival(
                message=None, reason="it could not be read (moved away or not permitted)", place=where, mark=mark
            )
        reason = _flag_reason(path.name)
        return arrival(
            raw, place=where, mark=mark, folder=kind, trusted=self._trusted, explain=self._explain, reason=reason
        )
