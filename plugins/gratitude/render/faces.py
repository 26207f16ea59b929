"""A small flower for each person, drawn from what is public anyway, never from an address. Pure."""

from __future__ import annotations

__all__ = ["petals"]

import hashlib
import math
from functools import lru_cache


@lru_cache(maxsize=4096)
def petals(who: str) -> tuple[str, str]:
    """Return the path of a rosette and the radius of its middle, the same for the same ``who``.

    ``who`` is a note's ``Person``, or the shown name; for ``""`` there is none, and the face is an empty ring, so
    that two people without a name never share a face. The box is ``-12 -12 24 24``.
    """
    if not who:
        return "", ""
    drawn = hashlib.blake2b(who.encode("utf-8", "replace"), digest_size=8).digest()
    count = 4 + drawn[0] % 5
    reach = 14 + drawn[1] % 4
    turn = 2 * math.pi * drawn[2] / 256
    spread = 0.44 + 0.22 * drawn[3] / 255
    parts = []
    for i in range(count):
        middle = turn + 2 * math.pi * i / count
        ends = " ".join(
            f"{reach * math.cos(angle):.1f} {reach * math.sin(angle):.1f}"
            for angle in (middle - spread, middle + spread)
        )
        parts.append(f"M0 0C{ends} 0 0")
    return "".join(parts), f"{1.4 + drawn[4] % 9 / 10:.1f}"
