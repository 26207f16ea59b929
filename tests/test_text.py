"""Text: clean characters, words, likeness."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gratitude.text import (
    NOT_XML,
    blank_trimmed,
    clean,
    folded,
    near_same,
    one_line,
    plural,
    words,
    xml_errors,
)


@given(st.text())
def test_clean_text_may_be_published(text):
    """Whatever comes, no character stays that XML forbids, that hides, or that breaks a line unseen."""
    cleaned = clean(text)

    assert not NOT_XML.search(cleaned)
    assert not set(cleaned) & set("\r\x85\u2028\u2029\u202e\u2066\u200f\x7f")
    assert clean(cleaned) == cleaned


@given(st.text())
def test_one_line_is_one_line(text):
    """A value that must stay on its line does."""
    assert len(one_line(text).splitlines()) <= 1


def test_errors_say_their_lines():
    """Each line with a forbidden character is named once."""
    assert xml_errors("a\nb\x00\x01\nc\ufffe\nd") == [2, 3]


def test_empty_lines_at_the_ends_go():
    """Indentation of the first line stays: it may be code."""
    assert blank_trimmed("\n \n    code\n\nend  \n\n") == "    code\n\nend"


def test_words_are_compared_without_case_and_form():
    """Two spellings of one text are equal where they should be."""
    assert words("Ｅｎｖ’s café, CAFÉ!") == ["env’s", "café", "café"]
    assert folded("  Straße\n X ") == "strasse x"


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        (
            "Great post about cron jobs and timers, thank you a lot",
            "great post about cron jobs and timers,   thank you a lot!",
            True,
        ),
        ("Thank you!", "thank you", True),
        ("Great post about cron jobs and timers, thank you", "I could not get the mail filter to run at all", False),
        ("", "x", False),
    ],
)
def test_nearly_the_same(one, other, same):
    """Likeness is in the words, not in their dress."""
    assert near_same(one, other) is same


def test_plural():
    """Numbers and words agree."""
    assert [plural(1, "note"), plural(2, "note"), plural(0, "person", "people")] == ["1 note", "2 notes", "0 people"]
