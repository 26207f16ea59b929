"""The one table of what each part of the ranking adds, fitted by ``benchmarks/fit_links.py``. Pure."""

from __future__ import annotations

__all__ = ["FITTED", "TABLE", "Weights"]

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Weights:
    """What one unit of each part adds (`rank.Parts` says what they are).

    The text's are the same wherever earlier messages are known or guessed, which say a part of what it says.
    """

    body: float
    window: float
    title: float
    titled: float
    names: float
    to_reader: float
    language: float
    rate: float
    alike: float


FITTED = ("body", "window", "title", "titled", "names", "to_reader", "rate", "alike")
"""What the fit decides. ``language`` is set by hand: the blogs at hand have too few posts of a second language."""

TABLE = {
    "nothing known": Weights(
        body=0.66,
        window=0.834,
        title=0.131,
        titled=2.36,
        names=0.452,
        to_reader=0.307,
        language=-1,
        rate=0.975,
        alike=0,
    ),
    "posts known": Weights(
        body=0.584, window=0.791, title=0.106, titled=1.98, names=0.473, to_reader=0, language=-1, rate=1.11, alike=3.75
    ),
    "guesses known": Weights(
        body=0.584,
        window=0.791,
        title=0.106,
        titled=1.98,
        names=0.473,
        to_reader=0,
        language=-1,
        rate=0.972,
        alike=3.05,
    ),
}
"""By what is known of earlier messages: nothing, the posts of some, or only what was guessed of them."""
