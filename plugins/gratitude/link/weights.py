"""The one table of what each part of the ranking adds, fitted by ``benchmarks/fit_links.py``. Pure."""

from __future__ import annotations

__all__ = ["FITTED", "TABLE", "Weights"]

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Weights:
    """What one unit of each part adds (`rank.Parts` says what they are). The text's are the same in every situation."""

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
        body=0.08, window=0.17, title=0.14, titled=2.3, names=0.55, to_reader=0.3, language=-1, rate=0.92, alike=0
    ),
    "posts known": Weights(
        body=0.08, window=0.17, title=0.14, titled=2.3, names=0.55, to_reader=0, language=-1, rate=1.16, alike=4.3
    ),
    "guesses known": Weights(
        body=0.08, window=0.17, title=0.14, titled=2.3, names=0.55, to_reader=0, language=-1, rate=0.96, alike=3.3
    ),
}
"""By what is known of earlier messages: nothing, the posts of some, or only what was guessed of them."""
