"""The parts of a mail, found by offsets into its bytes: nothing is copied but the text that is wanted. Pure.

Depth, parts and sizes are capped, since 1,500 nested multiparts or 50,000 parts cost the standard library minutes
(``tests/collect/test_hostile.py``). Never raises.
"""

from __future__ import annotations

__all__ = ["Part", "content_type", "leaves", "text_of"]

import binascii
import re
from dataclasses import dataclass, replace

from .charsets import decoded
from .headers import Headers, body_at, read_headers
from .mojibake import mended
from .undeclared import undeclared

MAX_PARTS = 200
MAX_DEPTH = 20
MAX_TEXT = 1 << 20
"""Bytes of one text part that are decoded. The longest comment measured has 19,189 characters."""

PARAMETER = re.compile(r";\s*([A-Za-z0-9_.*-]{1,40})\s*=\s*(?:\"([^\"]{0,1000})\"|([^\s;\"]{1,1000}))")


@dataclass(frozen=True, slots=True)
class Part:
    """One leaf or multipart: its headers, type, parameters, and where its body lies in the mail.

    ``within`` are the types of the multiparts around it, outermost first.
    """

    headers: Headers
    type: str
    parameters: dict[str, str]
    start: int
    end: int
    within: tuple[str, ...] = ()
    group: int = 0

    @property
    def is_attachment(self) -> bool:
        """Whether it was sent as a file."""
        return self.headers.text("content-disposition").lower().startswith("attachment")

    @property
    def is_named(self) -> bool:
        """Whether it has the name of a file: Apple Mail sends a log or a script in line, between the words."""
        return any(name.startswith("name") for name in self.parameters) or bool(
            re.search(r"\bfilename\*?", self.headers.text("content-disposition"), re.IGNORECASE)
        )


def content_type(headers: Headers, default: str = "text/plain") -> tuple[str, dict[str, str]]:
    """Return the type in lower case and its parameters (RFC 2045 §5; at most 4 KiB are read)."""
    value = decoded(headers.raw("content-type")[:4096])
    found = re.match(r"\s*([\w.+-]{1,60}/[\w.+-]{1,80})", value)
    parameters = {m[1].lower().removesuffix("*"): m[2] if m[2] is not None else m[3] for m in PARAMETER.finditer(value)}
    return (found[1].lower() if found else default), parameters


META_CHARSET = re.compile(rb"<meta[^<>]{1,200}charset\s{0,3}=\s{0,3}[\"']?([A-Za-z0-9_:.-]{1,40})", re.IGNORECASE)


MARK_LINE = re.compile(rb"^--([!-~]{1,70})[ \t]*\r?$", re.MULTILINE)


def _children(raw: bytes, part: Part) -> list[tuple[int, int]]:
    """Where the parts of a multipart lie; an unended last one reaches to the end (RFC 2046 §5.1)."""
    mark = b"--" + part.parameters.get("boundary", "").encode("utf-8", "replace")
    spots: list[tuple[int, int]] = []
    at, opened = part.start, -1
    while mark != b"--" and len(spots) < MAX_PARTS:
        i = raw.find(mark, at, part.end)
        if i < 0:
            break
        at = i + len(mark)
        if i > part.start and raw[i - 1] != 10:
            continue
        tail = raw[at : at + 200].split(b"\n", 1)[0]
        closing = tail.startswith(b"--")
        if tail.strip() and not closing:
            continue
        if opened >= 0:
            spots.append((opened, max(opened, i - (2 if raw[i - 2 : i] == b"\r\n" else 1))))
        opened = -1 if closing else min(part.end, at + len(tail) + 1)
        if closing:
            break
    if opened >= 0 and len(spots) < MAX_PARTS:
        spots.append((opened, part.end))
    return spots


def _with_boundary(raw: bytes, part: Part) -> Part:
    """A multipart whose header lost its boundary, with the one its body shows; plain text where it shows none."""
    m = MARK_LINE.search(raw, part.start, min(part.end, part.start + 8192))
    if m and raw.find(b"\n--" + m[1], m.end() - 1, part.end) >= 0:
        return replace(part, parameters={**part.parameters, "boundary": m[1].decode("ascii", "replace")})
    return replace(part, type="text/plain")


def leaves(raw: bytes, headers: Headers, start: int) -> tuple[list[Part], bool]:
    """Return the leaves of a mail in their order, and whether anything lay deeper than we look.

    Of a multipart without a boundary the one its body shows counts, else it is text; a mail inside a mail is a leaf.
    """
    kind, parameters = content_type(headers)
    stack = [Part(headers, kind, parameters, start, len(raw))]
    found: list[Part] = []
    cut, group = False, 0
    while stack and len(found) < MAX_PARTS:
        part = stack.pop()
        if part.type.startswith("multipart/") and not part.parameters.get("boundary"):
            part = _with_boundary(raw, part)
        if not part.type.startswith("multipart/"):
            found.append(part)
            continue
        if len(part.within) >= MAX_DEPTH:
            cut = True
            continue
        inner = []
        group += 1
        spots = _children(raw, part)
        if not spots and part.end > part.start:
            found.append(replace(part, type="text/plain"))  # its boundary never comes
        for begin, end in spots:
            stop, body = body_at(raw, begin, end)
            head = read_headers(raw[begin : min(stop, begin + 65536)])
            default = "message/rfc822" if part.type == "multipart/digest" else "text/plain"
            kind, parameters = content_type(head, default)
            if stop == end and not head.fields:
                stop, body = begin, begin  # neither header nor empty line: the words themselves
            around = (*part.within, part.type)
            mine = group if part.type == "multipart/alternative" else part.group
            inner.append(Part(head, kind, parameters, body, end, around, mine))
        stack.extend(reversed(inner))
    return found, cut or bool(stack)


def _base64(data: bytes) -> bytes:
    """Base64 with whatever does not belong taken out and the end mended."""
    kept = re.sub(rb"[^A-Za-z0-9+/]", b"", data)
    kept = kept[: len(kept) - 1] if len(kept) % 4 == 1 else kept
    return binascii.a2b_base64(kept + b"=" * (-len(kept) % 4))


def _uu(data: bytes) -> bytes:
    """Uuencoded lines; one that cannot be read is left out."""
    out = bytearray()
    for line in data.split(b"\n")[:40000]:
        if line[:6].lower() == b"begin " or line.strip() in (b"end", b"`", b""):
            continue
        try:
            out += binascii.a2b_uu(line.rstrip(b"\r"))
        except binascii.Error:
            continue
    return bytes(out)


def leaf_bytes(raw: bytes, part: Part, limit: int = MAX_TEXT) -> bytes:
    """Return the body of a leaf with its transfer encoding undone, at most ``limit`` bytes (RFC 2045 §6)."""
    encoding = part.headers.text("content-transfer-encoding").lower()
    data = raw[part.start : min(part.end, part.start + limit * 2)]
    if "base64" in encoding:
        return _base64(data)[:limit]
    if "quoted" in encoding:
        return binascii.a2b_qp(data)[:limit]
    return (_uu(data) if "uu" in encoding else data)[:limit]


def text_of(raw: bytes, part: Part) -> str:
    """Return the decoded text of a leaf with LF line ends, not yet cleaned."""
    data, charset = leaf_bytes(raw, part), part.parameters.get("charset", "")
    if part.type == "text/html" and charset.lower() in ("", "us-ascii") and (m := META_CHARSET.search(data[:4096])):
        charset = m[1].decode("ascii")  # newsletters and old webmailers say it in the page alone
    if part.headers.text("content-transfer-encoding").lower() in ("", "7bit", "8bit"):
        data = undeclared(data)
    text = mended(decoded(data, charset))
    return text.replace("\r\n", "\n").replace("\r", "\n").removeprefix("\ufeff")
