"""What of a message is counted by the prior and the learner: its words, pairs of them, and its shape, as numbers. Pure."""

from __future__ import annotations

__all__ = ["MAX_WORDS", "number", "shape_of", "words_of"]

import re
import zlib
from itertools import pairwise
from math import log2

from ..text import words
from .seen import Found, Seen

MAX_WORDS = 400
PART = re.compile(r"[a-z]{4,15}")


def number(token: str) -> int:
    """Return the 32-bit number of a token; it never changes, inboxes and the prior keep it."""
    return zlib.crc32(token.encode("utf-8", "surrogatepass"))


def words_of(flat: str) -> dict[int, str]:
    """Return the words of ``Seen.flat`` and each two that follow one another, by number; at most `MAX_WORDS` words."""
    found = words(flat)[:MAX_WORDS]
    pairs = (f"{one} {other}" for one, other in pairwise(found))
    return {number(token): token for token in (*found, *pairs)}


def shape_of(seen: Seen) -> dict[int, str]:
    """Return what else a message shows, by number: links, website, length, hosts and the words in addresses.

    Nothing of the writer's name but how many words it has.
    """
    given = [seen.website] if seen.website else []
    tokens = {
        f"#links:{min(len(seen.outside), 3)}",
        f"#site:{len(given)}",
        "#leads" if seen.outside or given else "#stays",
        f"#length:{min(int(log2(seen.words + 1)), 8)}",
        f"#name:{min(len(seen.name.split()), 4)}",
        "#asks" if "?" in seen.prose else "#tells",
        *(f"#written:{f.shape}" for f in seen.outside if f.shape != "bare"),
    }
    for found in (*seen.outside, *given):
        tokens |= _address(found)
    return {number(token): token for token in tokens}


def _address(found: Found) -> set[str]:
    address = found.url.partition("://")[2].casefold()[:300]
    parts = {f"#part:{part}" for part in PART.findall(address)}
    return {f"#host:{found.host}", f"#ending:{found.host.rsplit('.', 1)[-1]}"} | parts
