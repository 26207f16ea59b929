"""The letter inside an opaque S/MIME signature: readable by anybody, though no mail program without S/MIME shows it. Pure."""

from __future__ import annotations

__all__ = ["signed_letter"]

from .mime import Part, leaf_bytes

SIGNED = bytes.fromhex("06092a864886f70d010702")
DATA = bytes.fromhex("06092a864886f70d010701")
"""Object identifiers of CMS (RFC 5652 §4 and §5): signed-data, and the data in it."""
EXPLICIT, OCTETS, PIECES = 0xA0, 0x04, 0x24
MAX_PIECES = 20_000


def signed_letter(raw: bytes, found: list[Part]) -> bytes:
    """Return the MIME entity that a mail of one ``application/pkcs7-mime`` part signs; ``b""`` for any other mail.

    The signature is not checked: who wrote says From, as everywhere. At most 1 MiB is read; never raises.
    """
    if len(found) != 1 or found[0].type not in ("application/pkcs7-mime", "application/x-pkcs7-mime"):
        return b""
    der = leaf_bytes(raw, found[0])
    outer = der.find(SIGNED, 0, 64)
    at = der.find(DATA, outer) if outer >= 0 else -1
    if at < 0:
        return b""
    tag, start, end = _element(der, at + len(DATA))
    if tag != EXPLICIT:
        return b""
    return _octets(der, start, end)


def _octets(der: bytes, start: int, end: int) -> bytes:
    """The bytes of an octet string, whole or in pieces (BER, as Apple and OpenSSL stream it)."""
    tag, start, inner = _element(der, start)
    if tag == OCTETS:
        return der[start : min(inner, end)]
    out: list[bytes] = []
    for _ in range(MAX_PIECES if tag == PIECES else 0):
        if start >= min(inner, end):
            break
        tag, begin, stop = _element(der, start)
        if tag != OCTETS:
            break
        out.append(der[begin:stop])
        start = stop
    return b"".join(out)


def _element(der: bytes, at: int) -> tuple[int, int, int]:
    """Tag, beginning and end of the value at ``at``; the end of a value of indefinite length is that of the file."""
    head = der[at : at + 2]
    if len(head) < 2:
        return -1, len(der), len(der)
    start, length = at + 2, head[1]
    if length == 0x80:
        return head[0], start, len(der)
    if length > 0x80:
        size = length & 0x7F
        length = int.from_bytes(der[start : start + min(size, 8)])
        start += size
    return head[0], start, min(len(der), start + length)
