"""The one table of what each part of the ranking adds, fitted by ``benchmarks/fit_links.py``. Pure."""

from __future__ import annotations

__all__ = ["TABLE", "Weights"]

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Weights:
    """What one unit of each part adds (`rank.Parts` says what they are).

    All are fitted but ``language``: the blogs at hand have too few posts of a second one. The text's are the same
    wherever earlier messages are known or guessed, which say a part of what it says.
    """

    body: float
    window: float
    title: float
    titled: float
    names: float
    pairs: float
    to_reader: float
    language: float
    rate: float
    alike: float


TABLE = {
    "nothing known": Weights(
        body=0.638,
        window=0.732,
        title=0.124,
        titled=2.43,
        names=0.42,
        pairs=0.342,
        to_reader=0.281,
        language=-1,
        rate=0.963,
        alike=0,
    ),
    "posts known": Weights(
        body=0.584,
        window=0.79,
        title=0.108,
        titled=1.95,
        names=0.479,
        pairs=0,
        to_reader=0,
        language=-1,
        rate=1.11,
        alike=3.75,
    ),
    "guesses known": Weights(
        body=0.584,
        window=0.79,
        title=0.108,
        titled=1.95,
        names=0.479,
        pairs=0,
        to_reader=0,
        language=-1,
        rate=0.967,
        alike=3,
    ),
}
"""By what is known of earlier messages: nothing, the posts of some, or only what was guessed of them."""
