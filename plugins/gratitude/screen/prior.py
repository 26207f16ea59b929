"""What the words of comments that other blogs refused say, before the author has decided anything. Pure.

The file beside this one holds one small number for each of 32,768 places; a word or a pair of words has its place by
its hash, so no word can be read from it. ``python -m benchmarks.prior --data DIR`` makes it anew; what it is made from
and how far it may be believed: docs/decisions/0009.
"""

from __future__ import annotations

__all__ = ["FILE", "PLACES", "Prior", "built_in", "can_read", "packed", "prior_signals", "unpacked"]

import struct
from array import array
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from importlib import resources
from math import sqrt

from ..message import Signal
from .seen import Seen
from .tokens import words_of

FILE = "prior.bin"
PLACES = 2**15
FEW = 10
"""Words and pairs below which a text is too short for its average to mean much."""
SHARE = 0.35
"""How much of the prior's own log-odds counts (benchmarks/screening: more of it costs what the rules know better)."""
MOST = 2.0
"""What it may weigh towards spam: with `BASE` alone that leads to "unsure", never to "spam"."""
LEAST = -1.0
SLIGHT = 0.15
TELLING = 5
"""Letters of a word that is named as a reason: "the" and "but it" tell an author nothing, though they weigh."""
HEAD = struct.Struct("<ff")


@dataclass(frozen=True, slots=True)
class Prior:
    """Numbers of -127 to 127 by place; times ``unit`` and averaged by the root of their count they are log-odds."""

    bias: float
    unit: float
    places: array[int]

    def score(self, marks: dict[int, str]) -> tuple[float, list[tuple[float, str]]]:
        """Return the log-odds of words by number, and what each word adds, strongest towards spam first."""
        norm = self.unit / sqrt(max(len(marks), FEW))
        parts = sorted(((self.places[mark % PLACES] * norm, word) for mark, word in marks.items()), reverse=True)
        return self.bias + sum(part for part, _ in parts), parts


def packed(prior: Prior) -> bytes:
    """Return the bytes of a prior's file."""
    return HEAD.pack(prior.bias, prior.unit) + prior.places.tobytes()


def unpacked(data: bytes) -> Prior:
    """Return the prior in a file's bytes."""
    bias, unit = HEAD.unpack_from(data)
    return Prior(bias, unit, array("b", data[HEAD.size :]))


@cache
def built_in() -> Prior:
    """Return the prior that comes with the package."""
    return unpacked(resources.files(__package__ or "").joinpath(FILE).read_bytes())


def can_read(marks: dict[int, str]) -> bool:
    """Say whether words by number are any it may know: three different ones in ASCII (it was made of English ones)."""
    return sum(word.isascii() and " " not in word for word in marks.values()) > 2


def prior_signals(seen: Seen, prior: Prior | None = None) -> Iterator[Signal]:
    """Return what the prior says of the words of a message, at most one signal; nothing where it `can_read` nothing."""
    marks = words_of(seen.flat)
    if not can_read(marks):
        return
    score, parts = (prior or built_in()).score(marks)
    weight = round(max(LEAST, min(MOST, SHARE * score)), 2)
    if abs(weight) < SLIGHT:
        return
    ours = parts if weight > 0 else parts[::-1]
    strongest = [word for part, word in ours if part * weight > 0 and len(word) >= TELLING and word.isalpha()][:3]
    words = ", ".join(f"'{word[:40]}'" for word in strongest)
    whose = "comments that other blogs refused" if weight > 0 else "readers' comments on other blogs"
    yield Signal(
        "prior",
        weight,
        f"on the whole its words are more like those of {whose}{f': {words}' if words else ''}",
        "prior",
    )
