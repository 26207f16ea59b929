"""Mails out of a Maildir and its subfolders (Maildir++ ``.Name``, or plain folders with ``cur`` inside), read-only."""

from __future__ import annotations

__all__ = ["Maildir", "is_maildir"]

import os
import re
from collections.abc import Callable, Iterator
from pathlib import Path

from ..errors import SourceError
from ..message import Arrival, Folder
from .folders import folder_of, holds_unsent, unescaped_utf7
from .skim import DELETED, DRAFT
from .source import arrival, read_mail

MAX_DEPTH = 8
INFO = re.compile("[:;!\uf03a\uf022]2,([A-Za-z]*)$")
"""What stands behind the unique name. Windows allows no colon: mbsync writes ``;``, others ``!``; Cygwin and WSL map
it to U+F03A, Samba to U+F022."""


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


def _unique(name: str) -> str:
    """A mail's file name without its flags."""
    return INFO.sub("", name)


def _flag_reason(name: str) -> str:
    """Why a mail's own flags leave it out: T is trashed, D a draft (https://cr.yp.to/proto/maildir.html)."""
    found = INFO.search(name)
    flags = found[1] if found else ""
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
        path = inside if called else self._path.name.lstrip(".")
        kind, unsent = folder_of(path, "./"), DRAFT if holds_unsent(path, "./") else ""
        for part in ("cur", "new"):
            place = folder / part
            if not place.is_dir():
                continue
            with os.scandir(place) as entries:
                names = sorted(e.name for e in entries if not e.name.startswith(".") and e.is_file())
            for name in names:
                mark = f"{inside}/{_unique(name)}"
                if not done(mark):
                    yield self._mail(place / name, mark, called, kind, _flag_reason(name) or unsent)

    def _mail(self, path: Path, mark: str, called: str, kind: Folder, reason: str) -> Arrival:
        """One mail."""
        where = f"{called or self._path.name}, {_unique(path.name)[:60]}"
        try:
            raw = read_mail(path)
        except OSError:
            return Arrival(
                message=None, reason="it could not be read (moved away or not permitted)", place=where, mark=mark
            )
        return arrival(
            raw, place=where, mark=mark, folder=kind, trusted=self._trusted, explain=self._explain, reason=reason
        )
