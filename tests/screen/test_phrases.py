"""The tables of phrases."""

from __future__ import annotations

import re

import pytest

from gratitude.screen import about, phrases


def test_a_table_is_read_by_bars_and_lines():
    """Bars with spaces and line ends part alternatives, a bar at a line end goes on; empty ones are nothing."""
    pattern = phrases.any_of(
        """
        one | two words

        (?:three|
          four) five
        """
    )

    assert pattern.findall("one, two words, four five, twothree") == ["one", "two words", "four five"]


def tables() -> list[tuple[str, re.Pattern[str]]]:
    found = []
    for module in (phrases, about):
        for name, value in vars(module).items():
            several = value.items() if isinstance(value, dict) and not name.startswith("__") else [("", value)]
            found += [(f"{name} {key}", one) for key, one in several if isinstance(one, re.Pattern)]
    return found


@pytest.mark.parametrize(("name", "pattern"), tables(), ids=[name for name, _ in tables()])
def test_no_table_matches_nothing(name: str, pattern: re.Pattern[str]):
    """An empty alternative would match everywhere; every repetition has an end."""
    assert None is pattern.search("")
    assert None is pattern.search("§ … ¶")
    assert not re.findall(r"[^\\][*+](?!\])", re.sub(r"\[[^\]]*\]|\\.", "", pattern.pattern))
