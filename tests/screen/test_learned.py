"""The learner: empty at first, ranks by what was decided, never convicts a thank-you, gives true reasons."""

from __future__ import annotations

import pytest

from gratitude.inbox.memory import MemoryHistory
from gratitude.message import Kind, Lessons, Level, Site
from gratitude.screen.learned import ENOUGH, LEARNED, MOST, learned_signals, marks_of, weight_of

SITE = Site(hosts=frozenset({"blog.example"}))


@pytest.fixture
def taught(message):
    """A history in which so many messages were called spam and let in."""

    def make(spam: int = ENOUGH, ham: int = ENOUGH) -> MemoryHistory:
        history = MemoryHistory([])
        for n in range(spam):
            history.teach(marks_of(message(f"Marble kitchens number {n} for everybody in town"), SITE), is_spam=True)
        for n in range(ham):
            history.teach(marks_of(message(f"The yeast of letter {n} slept in my cold oven?"), SITE), is_spam=False)
        return history

    return make


def said(seen, history: MemoryHistory, words: str):
    one = seen(words)
    return list(learned_signals(one, history.before(one.message)))


@pytest.mark.parametrize(("spam", "ham"), [(0, 0), (ENOUGH - 1, 50), (50, ENOUGH - 1)])
def test_it_says_nothing_before_it_knows_both_kinds(seen, taught, spam: int, ham: int):
    """A blog that only ever called things spam must not learn its own subjects as spam."""
    assert said(seen, taught(spam, ham), "Marble kitchens for everybody") == []


def test_it_speaks_for_and_against_in_the_messages_words(seen, taught):
    """The strongest words that stood more in what was decided that way."""
    (against,) = said(seen, taught(), "Marble kitchens for the sea")
    (for_,) = said(seen, taught(), "Why does yeast sleep in my cold oven?")

    assert against.text.startswith("words you met more in what you called spam: ")
    assert "'marble kitchens'" in against.text
    assert for_.text.startswith("words you met more in what you let in: ")
    assert "'yeast'" in for_.text or "'my cold'" in for_.text
    assert against.weight > 0 > for_.weight
    assert (against.code, against.source) == (LEARNED, "learned")


def test_it_never_weighs_more_than_its_most():
    """However much was decided."""
    lessons = Lessons(ham=1000, spam=1000, counts=dict.fromkeys(range(300), (0, 1000)))

    assert weight_of(lessons) == MOST
    assert weight_of(Lessons(ham=9, spam=9, counts=dict.fromkeys(range(300), (9, 0)))) == -MOST
    assert weight_of(Lessons()) == 0


def test_it_never_convicts_thanks_by_itself(judged, message, taught):
    """A thank-you with a link that rules find doubtful stays doubtful; a remark of the same words may go."""
    words = "Thanks! Marble kitchens for everybody in town: https://marble-kitchens-24.example.com/marble-kitchens"
    one = message(words, name="marble kitchens online", url="https://marble-kitchens-24.example.com")
    history = taught(spam=200, ham=200).before(one)
    without = judged(one, Kind.REMARK)

    thanks, remark = judged(one, Kind.THANKS, history=history), judged(one, Kind.REMARK, history=history)

    if without.level is not Level.SPAM:
        assert thanks.level is Level.UNSURE
    assert remark.score > without.score


def test_marks_know_nothing_of_a_name(message):
    """Nothing is learned of who somebody is but how many words their name has."""
    one = marks_of(message("Marble kitchens", name="Ann Other"), SITE)
    other = marks_of(message("Marble kitchens", name="Bob Elsewhere"), SITE)

    assert one == other
