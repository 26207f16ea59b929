"""Mails out of an mbox file: one pass in chunks, read-only, however large the file or how torn its borders.

Python's `mailbox.mbox` takes 31 MB a CPU second and splits at every ``From `` (cpython gh-93376); this takes some 500 MB.
"""

from __future__ import annotations

__all__ = ["Mbox", "messages", "split"]

import hashlib
import io
import os
import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import BinaryIO

from ..errors import SourceError
from ..message import Arrival
from .folders import folder_of, holds_unsent
from .skim import DRAFT
from .source import MAX_MAIL, arrival
from .wide import narrowed

CHUNK = 1 << 20
LOOK_AHEAD = 4096
"""Bytes behind a candidate that are needed to judge it: its line and the next."""

CANDIDATE = b"\nFrom "
NEXT_LINE = re.compile(rb"(?:>?From [^\n]{0,1000}\n)?[!-9;-~]{1,200}[ \t]*:")
CLOCK = re.compile(rb"(?<!\d)\d{1,2}:\d{2}(?::\d{2})?(?!\d)")
YEAR = re.compile(rb"(?<!\d)(?:19|20)\d\d(?!\d)")
BARE = re.compile(rb"From (?:\S{1,300}@\S{0,300}|-)?[ \t]*\r?$")
PATCH = re.compile(rb"From [0-9a-f]{7,64} Mon Sep 17 00:00:00 2001")
"""The first line of a ``git format-patch`` letter; attached to a mail it is no border."""


def _is_border(buffer: bytearray, at: int, *, patches: bool) -> bool:
    """Whether a ``From `` line at ``at`` begins a mail: an envelope with time and year, an address or a dash, then a header."""
    end = buffer.find(b"\n", at, at + 1000)
    if end < 0 or not NEXT_LINE.match(buffer, end + 1):
        return False
    line = bytes(buffer[at:end])
    if PATCH.match(line):
        return patches
    if CLOCK.search(line) and YEAR.search(line):
        return True
    after_empty = bytes(buffer[max(0, at - 3) : at]).replace(b"\r", b"").endswith(b"\n\n") or at == 0
    return (bool(BARE.match(line)) and (b"@" in line or after_empty)) or (line.startswith(b"From - ") and after_empty)


def split(read: Callable[[int], bytes], limit: int = MAX_MAIL) -> Iterator[tuple[int, bytes, bool]]:
    """Yield (offset of the ``From `` line, the mail without it, whether the end was cut off) for each mail.

    ``read(n)`` gives the next bytes, ``b""`` at the end. At most ``limit`` bytes of one mail and a chunk are held; of
    a longer mail the beginning is given. What stands before the first border is a mail of its own if it is no blank.
    """
    buffer, base, scan, kept = bytearray(), 0, 0, b""
    patches, ended, begun = False, False, 0
    while not ended:
        data = read(CHUNK)
        ended = not data
        buffer += data
        patches = patches or (not base and bool(PATCH.match(buffer)))
        while (i := buffer.find(CANDIDATE, scan)) >= 0 and (ended or len(buffer) - i > LOOK_AHEAD):
            scan = i + 1
            if _is_border(buffer, i + 1, patches=patches):
                yield begun, kept or _mail(bytes(buffer[: i + 1])), bool(kept)
                del buffer[: i + 1]
                base += i + 1
                begun, scan, kept = base, 0, b""
        if i < 0:
            scan = max(scan, len(buffer) - len(CANDIDATE) + 1)
        if len(buffer) > limit and not ended:
            kept = kept or _mail(bytes(buffer[:limit]))
            drop = max(0, min(scan, len(buffer) - LOOK_AHEAD) - 4)
            del buffer[:drop]
            base, scan = base + drop, max(0, scan - drop)
    if buffer.strip() or kept:
        yield begun, kept or _mail(bytes(buffer)), bool(kept)


def _mail(piece: bytes) -> bytes:
    """A piece without its ``From `` line and without the one empty line that closes it."""
    piece = piece.lstrip(b"\r\n").removeprefix(b"\xef\xbb\xbf")
    if piece.startswith((b"From ", b"From\t")):
        piece = piece.partition(b"\n")[2].lstrip(b"\r\n")
    if piece.endswith(b"\r\n\r\n"):
        return piece[:-2]
    return piece[:-1] if piece.endswith(b"\n\n") else piece


def _limited(file: BinaryIO, size: int) -> Callable[[int], bytes]:
    """A reader that stops at ``size``, wherever the file has grown to meanwhile."""
    left = size

    def read(n: int) -> bytes:
        nonlocal left
        data = file.read(min(n, left))
        left -= len(data)
        return data

    return read


def messages(path: str | Path) -> Iterator[bytes]:
    """Yield the bytes of every mail in an mbox file, as large as it was when opened. Raises OSError."""
    with Path(path).open("rb", buffering=0) as file:
        for _, raw, _ in split(_limited(file, os.fstat(file.fileno()).st_size)):
            yield raw


def _mark(raw: bytes) -> str:
    """The mark of a mail: it stays when a mail program compacts the file, so no offset is in it."""
    digest = hashlib.blake2b(raw[:8192], digest_size=12)
    digest.update(b"%d" % len(raw))
    return digest.hexdigest()


class Mbox:
    """An mbox file, or one that comes through a pipe. A mail that is just being written is left for the next time."""

    def __init__(
        self,
        *,
        name: str,
        path: Path | None = None,
        stream: BinaryIO | None = None,
        head: bytes = b"",
        called: str = "",
        trusted: bool = False,
        explain: bool = False,
    ) -> None:
        self.name = name
        self._path, self._stream, self._head = path, stream, head
        self._called = called or (path.name.removesuffix(".mbox") if path else "standard input")
        self._trusted, self._explain = trusted, explain
        self._folder = folder_of(self._called)
        self._reason = DRAFT if holds_unsent(self._called) else ""

    def arrivals(self, done: Callable[[str], bool]) -> Iterator[Arrival]:
        """Yield the mails in their order. Raises SourceError where the file can no longer be read."""
        try:
            if self._path is None:
                rest = self._stream or io.BytesIO()
                yield from self._read(_joined(self._head, rest.read), done)
                return
            with self._path.open("rb", buffering=0) as file:
                size = os.fstat(file.fileno()).st_size
                yield from self._read(_limited(file, size), done, grows=lambda: os.fstat(file.fileno()).st_size > size)
        except OSError as problem:
            raise SourceError(
                f"{self.name}: reading broke off ({problem.strerror}); run `gratitude collect` again"
            ) from problem

    def _read(
        self, read: Callable[[int], bytes], done: Callable[[str], bool], grows: Callable[[], bool] = bool
    ) -> Iterator[Arrival]:
        """One pass; the last mail is held back while somebody still writes to the file."""
        waiting: Arrival | None = None
        for number, (_, raw, _) in enumerate(split(narrowed(read)), 1):
            if waiting:
                yield waiting
                waiting = None
            mark = _mark(raw)
            if not raw.strip() or done(mark):
                continue
            place = f"{self._called}, message {number}"
            waiting = arrival(
                raw, place=place, mark=mark, folder=self._folder, trusted=self._trusted, explain=self._explain,
                reason=self._reason,
            )  # fmt: skip
        if waiting and not grows():
            yield waiting


def _joined(head: bytes, read: Callable[[int], bytes]) -> Callable[[int], bytes]:
    """A reader that gives ``head`` first."""
    pending = [head] if head else []

    def joined(n: int) -> bytes:
        return pending.pop() if pending else read(n)

    return joined
