"""Where words stand in a message."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from gratitude.link import link
from gratitude.link.posts import Posts
from gratitude.link.spans import as_written, spans
from gratitude.message import Span
from link_samples import Past, message_, post_

WORDS = (
    "flock",
    "Timer",
    "ＴＩＭＥＲ",
    "ﬁne",
    "bread",
    "straße",
    "日本語",
    "É",
    "\u0130stanbul",
    "x",
    "½",
    "don't",
    "of",
    "the",
    "...",
    "\n",
)


def test_each_word_once_where_it_stands_first(message):
    """As written, in the order of the text."""
    got = spans("words", ["timer", "flock"], message("My Flock, the TIMER and a flock of timers"))

    assert got == (Span("words", 3, 8, "Flock"), Span("words", 14, 19, "TIMER"))


def test_a_word_of_the_subject_has_no_place(message):
    """Spans are offsets into the own words; a word that stands in the Subject only keeps its spelling there is none of."""
    assert spans("words", ["bread"], message("my oven", subject="bread")) == ()
    assert as_written(["bread", "oven"], message("my Oven", subject="bread")) == ("bread", "Oven")


@pytest.mark.parametrize(("text", "word", "at"), [("日本語の本", "本語", (1, 3)), ("ein ﬁle", "file", (4, 7))])
def test_other_scripts_and_ligatures(text, word, at, message):
    """A pair of characters is a part of a run; a ligature is the letters it stands for."""
    assert [(s.start, s.end) for s in spans("words", [word], message(text))] == [at]


@settings(max_examples=60, deadline=None)
@given(st.lists(st.sampled_from(WORDS) | st.text(max_size=6), max_size=12), st.sampled_from(["", "Re: flock bread"]))
def test_every_span_is_exactly_the_words_of_the_message(words, subject):
    """Whatever is written, and whatever the posts hold."""
    posts = Posts(
        [post_("flock", "Flock and timer", "flock fine timer"), post_("bread", "Bread", "straße 日本語 é istanbul")]
    )
    letter = message_(" ".join(words), subject=subject)

    found = link(letter, None, posts, Past())  # type: ignore[arg-type]

    for one in found.posts:
        for reason in one.evidence:
            assert all(s.text == letter.own_words[s.start : s.end] != "" for s in reason.spans)
    assert all(w in letter.own_words or w in subject.casefold() for w in found.specific)
    assert bool(found.silent) != bool(found.posts)
