"""OpenPGP's armour around a letter taken off: a signed text stays, its signature and keys go. Pure."""

from __future__ import annotations

__all__ = ["is_sealed", "unarmored"]

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence

BEGIN = re.compile(r"-----BEGIN PGP (SIGNED MESSAGE|SIGNATURE|MESSAGE|PUBLIC KEY BLOCK)(?:, PART [\d/]{1,9})?-----\s*$")
END = re.compile(r"-----END PGP (SIGNATURE|MESSAGE|PUBLIC KEY BLOCK)")
MAX_BLOCK = 5_000
"""Lines of one block; a key has a few hundred. Without its end within them a block is text like any other."""


def is_sealed(text: str) -> bool:
    """Return whether a letter holds an encrypted block, and nothing in the clear."""
    return "-----BEGIN PGP MESSAGE" in text and not unarmored(text).strip()


def unarmored(text: str) -> str:
    """Return ``text`` without the armour of RFC 9580: of a signed text (§7) the text, of other blocks (§6.2) nothing.

    Quoted blocks (``> -----BEGIN``) stay: they are cut with the quote. Linear; never raises.
    """
    if "-----BEGIN PGP " not in text:
        return text
    return "\n".join(_lines(text.split("\n")))


def _lines(lines: Sequence[str]) -> Iterator[str]:
    """Yield the lines that are the writer's."""
    i, is_signed = 0, False
    ends: dict[str, list[int]] = {}
    for n, line in enumerate(lines):
        if m := END.match(line):
            ends.setdefault(m[1], []).append(n)
    while i < len(lines):
        found = BEGIN.match(lines[i])
        kind = found[1] if found else ""
        if kind == "SIGNED MESSAGE":
            is_signed = True
            i = _headers_end(lines, i + 1)
            continue
        if kind and (end := _block_end(ends.get(kind, ()), i)):
            is_signed = is_signed and kind != "SIGNATURE"
            i = end
            continue
        yield lines[i][2:] if is_signed and lines[i].startswith("- ") else lines[i]  # dash-escaped (§7.2)
        i += 1


def _headers_end(lines: Sequence[str], start: int) -> int:
    """The line behind ``Hash: SHA256`` and the empty line that closes such headers."""
    i = start
    while i < len(lines) and i < start + 8 and re.match(r"[A-Za-z]{1,20}: ", lines[i]):
        i += 1
    return i + 1 if i < len(lines) and not lines[i].strip() else i


def _block_end(ends: Sequence[int], start: int) -> int:
    """The line behind the block that begins at ``start``, 0 where it has no end. ``ends`` are those of its kind."""
    n = bisect_right(ends, start)
    return ends[n] + 1 if n < len(ends) and ends[n] - start <= MAX_BLOCK else 0
