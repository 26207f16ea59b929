"""What wants something for itself, and what a reader wants."""

from __future__ import annotations

import pytest

from classify_offers import OFFERS, SINCERE
from gratitude.classify import classify
from gratitude.message import Kind, Message
from gratitude.note import Via


def kinds(words: str) -> tuple[Kind, ...]:
    return classify(Message(identity="mid:1@example.com", via=Via.MAIL, own_words=words)).kinds


def lines(text: str) -> list[str]:
    return text.strip().split("\n")


def test_offers_are_told_by_what_they_have_in_common() -> None:
    """Four of 105 are so plain that nothing tells them ("Circling back to my note": from whom?)."""
    missed = [words for words in lines(OFFERS) if Kind.PITCH not in kinds(words)]

    assert len(missed) <= 4


@pytest.mark.parametrize("line", lines(SINCERE))
def test_a_reader_who_writes_of_the_same_things_offers_nothing(line: str) -> None:
    """A dead link, a thesis, a translation, a price, a job: with nothing to sell they stay what they are."""
    assert Kind.PITCH not in kinds(line.split(" | ", 1)[1])


def test_what_readers_want_is_told_beside_the_offers() -> None:
    """The questions and thanks of these letters are found too, but for a few."""
    rows = [line.split(" | ", 1) for line in lines(SINCERE)]
    wrong = [w for label, w in rows if set(label.split()) - {"-"} != {"thanks", "question"}.intersection(kinds(w))]

    assert len(wrong) <= 4
