"""The chart at the end of the wall."""

from __future__ import annotations

from datetime import date

from gratitude.render.years import CHART_FROM, years


def letters(*months: tuple[int, int, int]) -> list[date]:
    """So many letters of a month: (year, month, how many)."""
    return [date(year, month, 1) for year, month, count in months for _ in range(count)]


def test_few_letters_make_no_chart() -> None:
    """Below fifty there is none, from fifty on there is."""
    assert years(letters((2025, 1, CHART_FROM - 1))) == ()
    assert len(years(letters((2025, 1, CHART_FROM)))) == 1


def test_every_month_between_the_first_and_the_last_is_there() -> None:
    """Empty ones with a nought; those before and after are empty cells."""
    rows = years(letters((2024, 11, 30), (2026, 2, 20)))

    assert [row.year for row in rows] == [2024, 2025, 2026]
    assert [m and m.count for m in rows[0].months] == [None] * 10 + [30, 0]
    assert [m and m.count for m in rows[1].months] == [0] * 12
    assert [m and m.count for m in rows[2].months] == [0, 20] + [None] * 10


def test_the_numbers_add_up_to_the_letters() -> None:
    """Every figure equals what is on the page."""
    given = letters((2019, 3, 17), (2020, 1, 21), (2020, 12, 40))

    assert sum(m.count for row in years(given) for m in row.months if m) == len(given)


def test_dots_grow_with_the_letters() -> None:
    """One to four sizes; none for a month without letters; the fullest month is largest."""
    few = years(
        letters(
            *[(2025, month, 1 + month % 4) for month in range(1, 13)],
            (2024, 1, 4),
            (2024, 2, 4),
            (2024, 3, 4),
            (2024, 4, 4),
            (2024, 5, 4),
        )
    )
    many = years(letters((2025, 1, 1), (2025, 2, 25), (2025, 3, 100)))

    assert [m.size for m in few[1].months if m] == [2, 3, 4, 1] * 3
    assert [m and m.size for m in many[0].months[:4]] == [1, 2, 4, None]


def test_a_letter_from_long_ago_makes_no_hundred_rows() -> None:
    """Where the years between are too many, only those with letters are rows."""
    rows = years(letters((1900, 1, 1), (2025, 1, 60)))

    assert [row.year for row in rows] == [1900, 2025]
