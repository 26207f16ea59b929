"""The quiet chart at the end of the wall: in which months the letters on it were written. Pure."""

from __future__ import annotations

__all__ = ["CHART_FROM", "Month", "Year", "years"]

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from math import ceil, sqrt

CHART_FROM = 50
"""Fewer letters make no picture."""

SIZES = 4
SPAN = 30
"""Years in a row; when there are more between the first and the last letter, those without one are left out."""


@dataclass(frozen=True, slots=True)
class Month:
    """How many letters are of this month, and how large its dot is: 0 to 4."""

    count: int
    size: int


@dataclass(frozen=True, slots=True)
class Year:
    """A row: twelve months, None for those before the first letter and after the last."""

    year: int
    months: tuple[Month | None, ...]


def years(days: Iterable[date]) -> tuple[Year, ...]:
    """Return the rows for letters of these days, oldest first; none for fewer than CHART_FROM.

    Up to four letters a month the dot grows with each; beyond that its area follows the number.
    """
    counts = Counter((day.year, day.month) for day in days)
    if sum(counts.values()) < CHART_FROM:
        return ()
    first, last, most = min(counts), max(counts), max(counts.values())
    shown = range(first[0], last[0] + 1)
    wanted = sorted({year for year, _ in counts}) if len(shown) > SPAN else list(shown)
    return tuple(
        Year(year, tuple(_month(counts, (year, month), first, last, most) for month in range(1, 13))) for year in wanted
    )


def _month(
    counts: Counter[tuple[int, int]], month: tuple[int, int], first: tuple[int, int], last: tuple[int, int], most: int
) -> Month | None:
    if not first <= month <= last:
        return None
    count = counts[month]
    return Month(count, count if most <= SIZES else ceil(SIZES * sqrt(count / most)))
