"""In which piles a conversation lies."""

from datetime import date

import pytest

from builders import answer, conversation, event, kinds, message, note, taken
from gratitude.codec import to_plain
from gratitude.message import Kind, Level, Permission
from gratitude.moderate import Pile, piles_of, standing_of
from gratitude.moderate.piles import is_answered, primary_of
from gratitude.moderate.standing import Name

TODAY = date(2026, 6, 1)
ACCEPTED = event(Name.ACCEPTED, 1, note=to_plain(note()), sources=["mid:one@example.com"])


def piles(*messages, events=()):
    found = conversation(*messages, events=tuple(events))
    return [p.value for p in piles_of(found, standing_of(events), today=TODAY)]


@pytest.mark.parametrize(
    ("level", "kind", "events", "expected"),
    [
        (Level.OK, Kind.REMARK, (), ["new", "ask-first", "everything"]),
        (Level.OK, Kind.THANKS, (), ["new", "ask-first", "never-heard-back", "everything"]),
        (Level.OK, Kind.QUESTION, (), ["new", "questions", "ask-first", "never-heard-back", "everything"]),
        (Level.UNSURE, Kind.THANKS, (), ["doubtful", "everything"]),
        (Level.OK, Kind.PITCH, (), ["doubtful", "everything"]),
        (Level.SPAM, Kind.THANKS, (), ["spam", "everything"]),
        (Level.DISCARD, Kind.QUESTION, (), ["spam", "everything"]),
        (Level.OK, Kind.QUESTION, (event(Name.TRASH, 1),), ["spam", "everything"]),
        (Level.OK, Kind.REMARK, (event(Name.KEPT, 1),), ["done", "everything"]),
        (Level.OK, Kind.REMARK, (event(Name.ASKED, 1),), ["done", "everything"]),
        (Level.SPAM, Kind.REMARK, (ACCEPTED,), ["done", "everything"]),
        (Level.OK, Kind.REMARK, (event(Name.LATER, 1, until="2026-06-02"),), ["later", "everything"]),
        (Level.OK, Kind.REMARK, (event(Name.LATER, 1, until="2026-06-01"),), ["new", "ask-first", "everything"]),
        (Level.OK, Kind.REMARK, (event(Name.LATER, 1, until=None),), ["later", "everything"]),
    ],
)
def test_piles_of_one_letter(level, kind, events, expected):
    """What screening, classify and the author said decides; doubt and spam keep it out of the others."""
    assert expected == piles(taken(found=kinds(kind), level=level), events=events)


def test_a_returned_conversation_is_new_again():
    """The reader wrote again."""
    assert "new" in piles(taken(), events=(ACCEPTED, event(Name.RETURNED, message="mid:two@example.com")))


@pytest.mark.parametrize(
    ("found", "expected"),
    [
        (taken(message(public=True)), False),
        (taken(message(form="named")), False),
        (taken(message(form="counted")), False),
        (taken(message(form="private")), True),
        (taken(found=kinds(permission=Permission.NAMED)), True),
    ],
)
def test_ask_first_is_what_lacks_consent(found, expected):
    """A hint in the words is no consent yet; a form's choice and publicity are."""
    assert expected == ("ask-first" in piles(found))


def test_who_was_answered_has_heard_back():
    """A letter of the author's, an answer set, or one in the note."""
    own = taken(message("Gladly.", identity="mid:own@example.com", yours=True))
    set_ = event(Name.ANSWERED, 1, answer={"words": "Gladly.", "day": "2026-05-04"})
    noted = event(Name.ADOPTED, note=to_plain(note("Thank you!", answer())))

    assert "never-heard-back" in piles(taken())
    assert "never-heard-back" not in piles(taken(), own)
    assert "never-heard-back" not in piles(taken(), events=(set_,))
    assert "never-heard-back" not in piles(taken(), events=(noted,))
    assert is_answered(conversation(taken(), own), standing_of([]))


def test_thanks_that_also_ask_wait_for_both():
    """A question whose thanks are still there; an accepted one that got no answer still waits."""
    found = taken(found=kinds(Kind.QUESTION, Kind.THANKS))

    assert {"questions", "never-heard-back", "done"} < set(piles(found, events=(ACCEPTED,)))


def test_the_kind_the_author_set_counts():
    """Also for a value this version does not know."""
    found = conversation()

    assert primary_of(found, standing_of([event(Name.EDITED, 1, kind="question")])) == Kind.QUESTION
    assert primary_of(found, standing_of([event(Name.EDITED, 1, kind="credit")])) == Kind.REMARK
    assert primary_of(found, standing_of([])) == Kind.THANKS


def test_every_pile_has_its_own_key():
    """One letter after g."""
    assert len(Pile) == len({p.key for p in Pile})
    assert set("nqfhlusda") == {p.key for p in Pile}
