"""Files of mails that an editor or a shell saved as UTF-16 or UTF-32 (PowerShell's ``>``), or an old Mac, read like others. Pure."""

from __future__ import annotations

__all__ = ["narrow", "narrowed", "wide"]

import codecs
from collections.abc import Callable

MARKS = (
    (codecs.BOM_UTF32_LE, "utf-32"), (codecs.BOM_UTF32_BE, "utf-32"), (codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"),
)  # fmt: skip
LOOK = 512
"""Bytes that are looked at where there is no byte-order mark: a header is ASCII, so every second byte is 0."""


def wide(head: bytes) -> str:
    """Return the codec of a file that begins with ``head`` where it is UTF-16 or UTF-32, else ``""``."""
    if marked := next((name for mark, name in MARKS if head.startswith(mark)), ""):
        return marked
    piece = head[: min(LOOK, len(head)) & ~1]
    if len(piece) < 16:
        return ""
    even, odd = piece[::2], piece[1::2]
    if not any(odd) and 0 not in even:
        return "utf-16-le"
    return "utf-16-be" if not any(even) and 0 not in odd else ""


def narrow(raw: bytes) -> bytes:
    """Return a whole file's bytes as UTF-8 without a byte-order mark; unchanged where they are no wide characters."""
    codec = wide(raw)
    if codec:
        return raw.decode(codec, "replace").encode("utf-8", "replace").removeprefix(codecs.BOM_UTF8)
    return raw.removeprefix(codecs.BOM_UTF8)


def narrowed(read: Callable[[int], bytes]) -> Callable[[int], bytes]:
    """Return a reader that gives what ``read`` gives, wide characters as UTF-8, an old Mac's CR line ends as LF."""
    head = read(LOOK)
    codec = wide(head)
    pending = [head] if head else []
    if not codec:
        old_mac = b"\n" not in head and b"\r" in head

        def plain(n: int) -> bytes:
            data = pending.pop() if pending else read(n)
            return data.replace(b"\r", b"\n") if old_mac else data

        return plain
    decoder = codecs.getincrementaldecoder(codec)("replace")

    def decoded(n: int) -> bytes:
        while data := (pending.pop() if pending else read(n)):
            if text := decoder.decode(data):
                return text.encode("utf-8", "replace").removeprefix(codecs.BOM_UTF8)
        return decoder.decode(b"", True).encode("utf-8", "replace")

    return decoded
