"""Words that could stand in any letter."""

from __future__ import annotations

import pytest

from gratitude.link.everyday import EVERYDAY, is_everyday
from gratitude.link.stem import tokens


@pytest.mark.parametrize(
    ("word", "is_one"),
    [("probably", True), ("Many", True), ("www", True), ("2018", True), ("", False), ("wombat", False), ("crontab", False),
     ("v2", False)],
)  # fmt: skip
def test_a_word_of_any_letter_tells_no_post(word: str, is_one: bool) -> None:
    """Whatever its case; a bare number is none that tells."""
    assert is_one == is_everyday(word)


def test_the_list_holds_words_as_messages_are_cut() -> None:
    """One that `tokens` cuts differently would never be met."""
    assert [word for word in EVERYDAY if tokens(word) != [word]] == []
