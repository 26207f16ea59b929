"""Single mails: one ``.eml``, one through a pipe, or a folder of them and of mbox files (Takeout, Thunderbird, MH), read-only."""

from __future__ import annotations

__all__ = ["Folderful", "OneMail", "has_mails"]

import json
import os
import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import BinaryIO

from ..errors import SourceError
from ..message import Arrival, Folder
from .folders import folder_of, holds_unsent
from .mbox import Mbox
from .skim import DELETED, DRAFT
from .source import MAX_MAIL, arrival, kind_of_file, read_mail
from .wide import narrow

MAX_DEPTH = 12
MAILS = (".eml", ".emlx")
PROTON = {Folder.TRASH: {"3"}, Folder.JUNK: {"4"}, Folder.SENT: {"2", "7"}}
PROTON_UNSENT = {"1", "8", "9", "12"}
"""Proton's numbers for its own labels; 1 and 8 are drafts, 9 and 12 wait to be sent."""
EMLX_FLAGS = re.compile(rb"<key>flags</key>\s{0,20}<integer>(\d{1,20})</integer>")
"""Apple Mail's bits: 0 read, 1 deleted, 6 a draft."""


def _unpacked(raw: bytes, path: Path) -> tuple[bytes, str]:
    """The mail inside Apple's ``.emlx`` (a line with its length, the mail, a property list), and why it is left out."""
    length, _, rest = raw.partition(b"\n")
    if path.suffix.lower() != ".emlx" or not length.strip().isdigit() or len(length) > 12:
        return raw, ""
    found = EMLX_FLAGS.search(rest, int(length))
    flags = int(found[1]) if found else 0
    return rest[: int(length)], DELETED if flags & 0x02 else DRAFT if flags & 0x40 else ""


def _proton_labels(path: Path) -> tuple[Folder, str]:
    """What Proton's export says of a mail in ``NAME.metadata.json`` beside it: its folder, and why it is left out."""
    try:
        with path.with_name(path.stem + ".metadata.json").open("rb") as file:
            payload = json.loads(file.read(1 << 20)).get("Payload", {})
        labels = {str(label) for label in payload.get("LabelIDs", ())}
    except (OSError, ValueError, AttributeError, TypeError, RecursionError):
        return Folder.INBOX, ""
    folder = next((folder for folder, ids in PROTON.items() if ids & labels), Folder.INBOX)
    return folder, DRAFT if labels & PROTON_UNSENT else ""


def _files(root: Path, depth: int = 0) -> Iterator[tuple[Path, str]]:
    """The mail files of a folder and the folders in it with their kind, by name. Links to folders are not followed."""
    with os.scandir(root) as found:
        entries = sorted(found, key=lambda e: e.name)
    for entry in entries:
        if entry.is_dir(follow_symlinks=False):
            if depth < MAX_DEPTH and not entry.name.startswith("."):
                yield from _files(Path(entry.path), depth + 1)
        elif entry.is_file() and not entry.name.startswith(".") and (kind := _kind(Path(entry.path))):
            yield Path(entry.path), kind


def _kind(path: Path) -> str:
    """``mail``, ``mbox``, or ``""`` for neither: by its ending, and where it has none by how it begins.

    Thunderbird's and mutt's mailboxes are called ``Inbox`` or ``thanks``, MH's mails ``17``.
    """
    suffix = path.suffix.lower()
    if suffix in (*MAILS, ".mbox"):
        return "mail" if suffix in MAILS else "mbox"
    if suffix and suffix[1:].isalpha() and suffix not in (".mbx", ".mbs"):  # Eudora's and Opera's mailboxes
        return ""
    try:
        with path.open("rb") as file:
            kind = kind_of_file(file.read(4096))
    except OSError:
        return ""
    return kind if kind == "mbox" or (kind == "mail" and path.name.isdecimal()) else ""


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
                raw, reason = _unpacked(read_mail(self._path), self._path)
            else:
                raw, reason = narrow(self._head + (self._stream.read(MAX_MAIL) if self._stream else b"")), ""
        except OSError as problem:
            raise SourceError(
                f"{self.name}: it cannot be read ({problem.strerror}); correct its permissions"
            ) from problem
        called = self._path.name if self._path else "standard input"
        mark = _mark(raw, called)
        if not done(mark):
            yield arrival(raw, place=called, mark=mark, trusted=self._trusted, explain=self._explain, reason=reason)


class Folderful:
    """A folder of mails and mailboxes, at any depth; a folder or mailbox called Sent or Spam means what it says."""

    def __init__(self, path: Path, *, trusted: bool = False, explain: bool = False) -> None:
        self.name = str(path)
        self._path, self._trusted, self._explain = path, trusted, explain

    def arrivals(self, done: Callable[[str], bool]) -> Iterator[Arrival]:
        """Yield the mails by path. Raises SourceError where the folder cannot be read."""
        try:
            for path, kind in _files(self._path):
                inside = path.relative_to(self._path).as_posix()
                if kind == "mail":
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
            raw, reason = _unpacked(read_mail(path), path)
        except OSError:
            yield Arrival(
                message=None, reason="it could not be read (moved away or not permitted)", place=inside, mark=inside
            )
            return
        called = f"{self._path.name}/{path.parent.relative_to(self._path).as_posix()}"
        folder, unsent = _proton_labels(path)
        folder = folder if folder is not Folder.INBOX else folder_of(called)
        reason = reason or unsent or (DRAFT if holds_unsent(called) else "")
        yield arrival(
            raw,
            place=inside,
            mark=mark,
            folder=folder,
            trusted=self._trusted,
            explain=self._explain,
            reason=reason,
        )
