"""Days read as those of the site's posts do."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest
from pelican.utils import DateFormatter

from gratitude.render.days import Days
from gratitude.render.language import speaker

SETTINGS: dict[str, Any] = {
    "DATE_FORMATS": {"fr": ("fr_FR", "%d.%m.%Y"), "de": "%d. %m. %Y, %H:%M Uhr"},
    "DEFAULT_DATE_FORMAT": "%Y/%m/%d",
    "DEFAULT_LANG": "en",
}


def days(lang: str = "en", **settings: Any) -> Days:
    mine = {**SETTINGS, **settings, "DEFAULT_LANG": lang}
    return Days(mine, DateFormatter(), speaker(mine), lang)


@pytest.mark.parametrize(
    ("lang", "expected"), [("", "2026/05/03"), ("fr", "03.05.2026"), ("de", "03 May 2026"), ("pl", "2026/05/03")]
)
def test_days_read_as_the_posts_do_without_a_time(lang: str, expected: str) -> None:
    """The site's own format; one with a clock in it would show midnight."""
    assert expected == days().day(date(2026, 5, 3), lang)


@pytest.mark.parametrize("pattern", ["%a %d %B %Y", "%-d. %b %y", "%%d %e %j %U %G-W%V %u", "%A, %x"])
@pytest.mark.parametrize("lang", ["en", "de", "pl"])
def test_directives_filled_in_one_by_one_are_what_pelican_writes(pattern: str, lang: str) -> None:
    """Each is kept for all days that share it; no day may get another's."""
    here = days(lang, DATE_FORMATS={}, DEFAULT_DATE_FORMAT=pattern)
    say, strftime = speaker({"DEFAULT_LANG": lang}), DateFormatter()
    some = [date(2011, 1, 1) + timedelta(days) for days in range(0, 4_000, 7)]

    assert [strftime(day, say.named(pattern, day)) for day in some] == [here.day(day) for day in some]


def test_a_filter_of_the_sites_own_gets_the_whole_pattern() -> None:
    """It may write days in a way that no directive says alone."""
    seen: list[str] = []
    own = Days(SETTINGS, lambda day, pattern: seen.append(pattern) or "today", speaker(SETTINGS), "en")  # type: ignore[func-returns-value]

    assert "today" == own.day(date(2026, 5, 3)) == own.day(date(2026, 5, 3))
    assert ["%Y/%m/%d"] == seen


@pytest.mark.parametrize(
    ("lang", "month", "first"),
    [
        ("en", "May 2026", ("January", "J", "an")),
        ("ja", "2026年5月", ("1月", "1", "月")),
        ("pl", "maj 2026", ("styczeń", "s", "ty")),
    ],
)
def test_months_are_named_in_the_language(lang: str, month: str, first: tuple[str, str, str]) -> None:
    """With the year, and alone for the chart of the years, where a name has room for three signs."""
    assert month == days(lang).month(date(2026, 5, 3))
    assert first == days(lang).months()[0]
