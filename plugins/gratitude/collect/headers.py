"""The header of a mail, read leniently: fields, encoded words, people, ids. Pure.

The standard library's parsers take minutes on a few hundred hostile kilobytes or raise (cpython gh-148518, gh-151857,
#144125), so this is our own: bytes in, every function linear, nothing raises.
"""

from __future__ import annotations

__all__ = ["ADDRESS", "Headers", "body_at", "header_text", "message_ids", "people", "read_headers"]

import binascii
import re
from collections.abc import Iterator
from dataclasses import dataclass

from ..message import Person
from ..text import one_line
from .charsets import decoded
from .mojibake import mended
from .placeholders import without_placeholders

MAX_HEADER = 256 * 1024
"""Bytes of a header that are looked at. Exchange writes 60 KiB on bad days; a hostile mail writes megabytes."""
MAX_FIELDS = 4000
MAX_VALUE = 64 * 1024
MAX_PEOPLE = 500

FIELD = re.compile(rb"([!-9;-~]{1,200})[ \t]*:")
END = re.compile(rb"\r?\n\r?\n|\A\r?\n")
WORD = re.compile(r"=\?([^?\s]{1,64})\?([bBqQ])\?([^?]*)\?=")
MESSAGE_ID = re.compile(r"<([^<>\s]{1,512})>")
SPELLED = re.compile(r"([\w.+-]{1,64}) at ((?:[\w-]{1,63}\.){1,6}[A-Za-z]{2,24})(?=$|[\s>(,;])")
"""How Pipermail and HyperKitty write addresses into the archives that Mailman gives away as mbox."""
BRACKETED = re.compile(r"\s?\[mailto:([^\s<>\[\]]{1,320})\]", re.IGNORECASE)
WITH_ADDRESS = re.compile(r"[<(\[]\s?[^\s<>()\[\]@]{1,128}@[^\s<>()\[\]@]{3,255}\s?[>)\]]")
ADDRESS = re.compile(r"[^\s<>()\[\],;:\"@\\]{1,128}@[^\s<>(),;:\"@\\]{1,255}")


@dataclass(frozen=True, slots=True)
class Headers:
    """The fields of a header in their order: lower-case names, unfolded values as they stood."""

    fields: tuple[tuple[str, bytes], ...] = ()

    def raw(self, name: str) -> bytes:
        """The first value of a field as bytes, stripped; ``b""`` where there is none."""
        return next((v.strip() for k, v in self.fields if k == name), b"")

    def has(self, name: str) -> bool:
        """Whether there is such a field, be it empty."""
        return any(k == name for k, _ in self.fields)

    def every(self, name: str) -> Iterator[bytes]:
        """All values of a field, topmost first."""
        return (v for k, v in self.fields if k == name)

    def text(self, name: str) -> str:
        """The first value of a field, decoded and on one line."""
        return header_text(self.raw(name))


def body_at(raw: bytes, start: int = 0, end: int | None = None) -> tuple[int, int]:
    """Return where the header that begins at ``start`` ends, and where its body begins.

    A header ends at the first empty line; without one everything is header.
    """
    end = len(raw) if end is None else end
    if raw.startswith((b"\n", b"\r\n"), start) and start < end:
        return start, min(end, start + (1 if raw[start : start + 1] == b"\n" else 2))
    best = raw.find(b"\n\n", start, end)
    other = raw.find(b"\n\r\n", start, end if best < 0 else best)
    best = other if other >= 0 else best
    if best < 0:
        return _torn_end(raw, start, end)
    return best + 1, best + (2 if raw[best + 1 : best + 2] == b"\n" else 3)


def _torn_end(raw: bytes, start: int, end: int) -> tuple[int, int]:
    """Where a header ends that no empty line closes: at a line of blanks, or at the first that is no header."""
    at = start
    for _ in range(MAX_FIELDS):
        line, newline, _ = raw[at : min(end, at + MAX_VALUE)].partition(b"\n")
        folded = line[:1] in (b" ", b"\t") and line.strip()
        if at > start and line and not folded and not FIELD.match(line):
            return at, at + len(line) + 1 if not line.strip() else at
        at += len(line) + 1
        if not newline or at >= end:
            break
    return end, end


def read_headers(head: bytes) -> Headers:
    """Return the fields of a header block; lines that are none are passed over. Reads at most `MAX_HEADER` bytes."""
    fields: list[tuple[str, list[bytes]]] = []
    for line in head[:MAX_HEADER].split(b"\n"):
        if line[:1] in (b" ", b"\t"):
            if fields and len(fields[-1][1]) < 1000:
                fields[-1][1].append(line.strip())
            continue
        found = FIELD.match(line)
        if found and len(fields) < MAX_FIELDS:
            fields.append((found[1].decode("ascii").lower(), [line[found.end() :].rstrip(b"\r").strip()]))
    return Headers(tuple((name, b" ".join(parts)[:MAX_VALUE]) for name, parts in fields))


def _word_bytes(encoding: str, data: str) -> bytes:
    """The bytes of one encoded word (RFC 2047 §4), foreign characters of base64 dropped and padding mended."""
    plain = data.encode("utf-8", "surrogateescape")
    if encoding in "qQ":
        return binascii.a2b_qp(plain.replace(b"_", b" ").replace(b"\n", b""), header=True)
    kept = re.sub(rb"[^A-Za-z0-9+/]", b"", plain)
    kept = kept[: len(kept) - 1] if len(kept) % 4 == 1 else kept
    try:
        return binascii.a2b_base64(kept + b"=" * (-len(kept) % 4))
    except binascii.Error:
        return b""


def _words_decoded(text: str) -> str:
    """Undo encoded words; adjacent ones of one charset are joined as bytes, since a character may be split over two."""
    out: list[str] = []
    pending, charset, at = b"", "", 0
    for m in WORD.finditer(text):
        between = text[at : m.start()]
        name = m[1].split("*")[0].lower()
        if pending and (name != charset or between.strip()):
            out.append(decoded(pending, charset))
            pending = b""
        if between.strip() or not at:
            out.append(between)
        pending += _word_bytes(m[2], m[3])
        charset, at = name, m.end()
    if pending:
        out.append(decoded(pending, charset))
    return "".join([*out, text[at:]])


def header_text(value: bytes) -> str:
    """Return a header's value decoded (RFC 2047, raw UTF-8, else Windows-1252), cleaned and on one line."""
    text = decoded(value[:MAX_VALUE])
    return one_line(without_placeholders(mended(_words_decoded(text) if "=?" in text else text)))


def message_ids(value: bytes, limit: int = 200) -> tuple[str, ...]:
    """Return the message ids of a value without brackets, in order and without repeats; the last ``limit`` of them."""
    found = dict.fromkeys(one_line(m[1]) for m in MESSAGE_ID.finditer(decoded(value[:MAX_VALUE])))
    return tuple(i for i in found if i)[-limit:]


def _chunks(text: str) -> Iterator[str]:
    """Cut a list of people at commas and semicolons that stand in no quotes, comment or brackets.

    ``Example, Ann <ann@example.com>``, which should have quotes and often has none, stays one.
    """
    waiting: list[str] = []
    for piece, mark in _pieces(text):
        words = piece.strip()
        bare = 0 < len(words) <= 60 and not re.search(r"[@<>:()\"]", words)
        if bare and mark == "," and len(waiting) < 3:
            waiting.append(words)
            continue
        if waiting and "<" in piece and re.match(r"[^\s<>\"@(:]", words):
            yield ", ".join([*waiting, words])
        else:
            yield from (*waiting, piece)
        waiting = []
    yield from waiting


def _pieces(text: str) -> Iterator[tuple[str, str]]:
    """The same, at every such comma and semicolon, with the mark that ends the piece."""
    start, quoted, depth, angle, i = 0, False, 0, False, 0
    while i < len(text):
        c = text[i]
        if c == "\\":
            i += 1
        elif c == '"' and not depth:
            quoted = not quoted
        elif quoted:
            pass
        elif c == "(":
            depth += 1
        elif c == ")":
            depth = max(0, depth - 1)
        elif c in "<>":
            angle = c == "<"
        elif c in ",;" and not depth and not angle:
            yield text[start:i], c
            start = i + 1
        i += 1
    yield text[start:], ""


def _name(text: str) -> str:
    """A display name as a person would write it: decoded, without quotes and backslashes."""
    name = one_line(without_placeholders(mended(_words_decoded(text)))).strip()
    name = re.sub(r"\\(.)", r"\1", name)
    for mark in ('"', "'"):
        if len(name) > 1 and name[0] == name[-1] == mark:
            name = name[1:-1].strip()
    bare = WITH_ADDRESS.sub(" ", name) if "@" in name else name  # a relay's "Ann <ann@example.com>" in front of its own
    return one_line((bare if bare.strip() else name).strip('"'))[:200]


def _is_group(rest: str) -> bool:
    """Whether a colon parts a group's name from a person's; one inside quotes, an encoded word or an address does not."""
    return ":" in rest and not any(mark in rest for mark in ('"', "=?", "://"))


def _as_written(chunk: str) -> str:
    """One person as other programs write them: ``at`` undone, an address in square brackets in angled ones."""
    if "@" not in chunk and " at " in chunk:
        chunk = SPELLED.sub(r"\1@\2", chunk, count=1)
    return BRACKETED.sub(r" <\1>", chunk)


def people(value: bytes) -> tuple[Person, ...]:
    """Return the people a From, To or Reply-To names, at most 500; addresses in lower case, names decoded.

    Reads what programs really write: ``Ann <a@b>``, ``a@b (Ann)``, ``"Last, First" <a@b>``, groups, bare addresses,
    ``a at b (Ann)``, ``Ann [mailto:a@b]``, and the two in the wrong order.
    """
    found: list[Person] = []
    for chunk in map(_as_written, _chunks(decoded(value[:MAX_VALUE]))):
        opened, closed = chunk.rfind("<"), chunk.rfind(">")
        inside = chunk[opened + 1 : closed] if 0 <= opened < closed else chunk[opened + 1 :] if opened >= 0 else ""
        at = ADDRESS.search(inside) or ADDRESS.search(chunk)
        address = at[0].strip(".'").lower() if at else ""
        if at and opened >= 0 and inside.strip() and "@" not in inside:
            opened, rest = -1, inside  # the two in the wrong order
        else:
            behind = chunk[closed + 1 :] if 0 <= opened < closed else ""
            rest = (
                (chunk[:opened] if chunk[:opened].strip() else behind)
                if opened >= 0
                else (chunk[: at.start()] + chunk[at.end() :] if at else chunk)
            )
        comment = re.search(r"\(([^()]{1,200})\)", chunk)
        name = _name(rest.split(":", 1)[-1] if at and _is_group(rest) else rest)
        if (not name or name.startswith("(")) and comment:
            name = _name(comment[1])
        name = "" if name.casefold() == address or name.endswith(":") else name
        if (name or address) and len(found) < MAX_PEOPLE:
            found.append(Person(name=name, address=one_line(address)))
    return tuple(found)
