"""A small flower for each person, drawn from what is public anyway, never from an address. Pure."""

from __future__ import annotations

__all__ = ["NOBODY", "flower"]

import hashlib
import math
from functools import cache

from markupsafe import Markup

WAYS = 16
"""How many widths a petal may have; each rosette is worked out once and only turned for the next person."""

SVG = '<svg class="g-face" viewBox="-12 -12 24 24" width="24" height="24" aria-hidden="true" focusable="false">{}</svg>'
"""With a size of its own: where our stylesheet does not come (a page opened from disk, a blocked request, a reading
view) a drawing without one is as wide as the window."""

NOBODY = Markup(
    SVG.format('<circle r="5.5" fill="none" stroke="currentColor" stroke-opacity=".6" stroke-width="1.4"/>')
)
"""An empty ring: two people without a name must never share a face."""


def flower(who: str) -> Markup:
    """Return the drawing of a person, the same for the same ``who``: an ``svg`` element of numbers alone.

    ``who`` is a note's ``Person``, or the shown name; for ``""`` it is NOBODY. Of 4,096,000 flowers any two people
    have the same one by chance once in as many.
    """
    if not who:
        return NOBODY
    drawn = hashlib.blake2b(who.encode("utf-8", "replace"), digest_size=8).digest()
    count, reach, width = 4 + drawn[0] % 5, 14 + drawn[1] % 4, drawn[3] % WAYS
    turn = round((drawn[2] * 256 + drawn[5]) * 360 / (count * 65_536), 1)
    petals = (
        f'<path fill="currentColor" fill-opacity=".62" transform="rotate({turn})" d="{_rosette(count, reach, width)}"/>'
    )
    return Markup(SVG.format(f'{petals}<circle r="{(14 + drawn[4] % 9) / 10}" fill="currentColor"/>'))


@cache
def _rosette(count: int, reach: int, width: int) -> str:
    """Return the path of ``count`` petals, from the middle of the box ``-12 -12 24 24``."""
    spread = 0.44 + 0.22 * width / (WAYS - 1)
    parts = []
    for i in range(count):
        middle = 2 * math.pi * i / count
        ends = " ".join(
            f"{reach * math.cos(angle):.1f} {reach * math.sin(angle):.1f}"
            for angle in (middle - spread, middle + spread)
        )
        parts.append(f"M0 0C{ends} 0 0")
    return "".join(parts)
