"""Text whose transfer encoding nobody declared: the header was lost in an archive, a gateway or a copy. Pure."""

from __future__ import annotations

__all__ = ["undeclared"]

import binascii
import re

EVERY_EQUALS = re.compile(rb"=(?![0-9A-F]{2}|[ \t]*\r?\n|[ \t]*\Z)")
SOFT_BREAK = re.compile(rb"=(?:20)?[ \t]*\r?\n")
FOREIGN = re.compile(rb"=(?:C[2-9A-F]|[DE][0-9A-F]|F[0-4])=[89AB][0-9A-F]|=3D")
BASE64 = re.compile(rb"\s*(?:[A-Za-z0-9+/]{40,76}\r?\n)+[A-Za-z0-9+/]{0,76}={0,2}\s*\Z")


def undeclared(data: bytes) -> bytes:
    """Return a text's bytes with quoted-printable or base64 undone where they can be nothing else, else as they are.

    Quoted-printable: every ``=`` is one of its own, with a soft line break and a foreign letter (or ``=3D``) among them.
    Base64: whole lines of it and nothing else, holding readable UTF-8. Linear; never raises.
    """
    if (
        b"=" in data
        and data.isascii()
        and not EVERY_EQUALS.search(data)
        and SOFT_BREAK.search(data)
        and FOREIGN.search(data)
    ):
        return binascii.a2b_qp(data)
    if len(data) >= 60 and b" " not in data.strip() and BASE64.match(data):
        try:
            text = binascii.a2b_base64(data).decode("utf-8")
        except ValueError:
            return data
        if " " in text and not re.search(r"[\x00-\x08\x0e-\x1f]", text):
            return text.encode()
    return data
