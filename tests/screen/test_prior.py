"""The prior that comes with the package: small, unreadable, weighed lightly, and honest in its reasons."""

from __future__ import annotations

import re
from array import array

from hypothesis import given
from hypothesis import strategies as st

from gratitude.screen.prior import LEAST, MOST, PLACES, Prior, built_in, packed, prior_signals, unpacked
from gratitude.screen.rules import BASE
from gratitude.screen.tokens import number


def prior(bias: float = 0.0, **weights: int) -> Prior:
    places = array("b", bytes(PLACES))
    for word, weight in weights.items():
        places[number(word) % PLACES] = weight
    return Prior(bias, 1.0, places)


def test_the_file_is_small_and_holds_no_words():
    """At most 64 KB of numbers; no run of letters longer than chance makes."""
    data = packed(built_in())

    assert len(data) <= 64 * 1024
    assert max(map(len, re.findall(rb"[a-z]+", data)), default=0) < 8
    assert unpacked(data) == built_in()


def test_its_reasons_are_the_messages_own_words(seen):
    """The strongest first, those that speak the same way."""
    one = seen("Wonderful yeast, horrible dough, no bread")

    (towards,) = prior_signals(one, prior(wonderful=40, yeast=30, horrible=-5))
    (against,) = prior_signals(one, prior(wonderful=-40, horrible=-60, bread=3))

    assert (
        towards.text
        == "on the whole its words are more like those of comments that other blogs refused: 'wonderful', 'yeast'"
    )
    assert (
        against.text
        == "on the whole its words are more like those of readers' comments on other blogs: 'horrible', 'wonderful'"
    )
    assert (towards.source, against.source) == ("prior", "prior")


def test_a_bias_alone_names_no_words(seen):
    """Where no word of the message speaks, none is named."""
    (signal,) = prior_signals(seen("Nothing known in here"), prior(bias=5.0))

    assert signal.text == "on the whole its words are more like those of comments that other blogs refused"


def test_it_weighs_little(seen):
    """Whatever it says, alone it does not make spam, and it says nothing of two words or of a slight lean."""
    (most,) = prior_signals(seen("Casino casino bonus now"), prior(casino=127, bonus=127))
    (least,) = prior_signals(seen("Casino casino bonus now"), prior(casino=-127, bonus=-127))

    assert (most.weight, least.weight) == (MOST, LEAST)
    assert BASE + MOST < 1.0
    assert list(prior_signals(seen("Casino bonus"), prior(casino=127))) == []
    assert list(prior_signals(seen("Casino bonus now then"), prior(casino=1))) == []


def test_it_says_nothing_of_what_it_cannot_read(seen):
    """It was made of English comments: of Hindi or Thai its places say nothing but noise."""
    assert list(prior_signals(seen("धन्यवाद बहुत बहुत आपका"), prior(bias=9.0))) == []


@given(st.text(max_size=300))
def test_any_text_has_a_score(text: str):
    """It never raises, and stays within its bounds."""
    from gratitude.screen.tokens import words_of

    score, parts = built_in().score(words_of(text))

    assert abs(score) < 1e6
    assert parts == sorted(parts, reverse=True)


def test_little_words_are_not_named(seen):
    """Words like "the" weigh, and tell an author nothing; pairs of words may be named by chance of their hash."""
    words = "the and but wonderful yeast in the dough"
    (signal,) = prior_signals(seen(words), prior(**{"the": 90, "and": 80, "but": 70, "wonderful": 40, "yeast": 30}))

    assert signal.text.endswith("refused: 'wonderful', 'yeast'")
