"""A note on disk is taken over by the conversation it was made of."""

from dataclasses import replace
from datetime import date

import pytest

from builders import conversation, event, message, note, reader, taken
from gratitude.codec import to_plain
from gratitude.message import State
from gratitude.moderate import missing, standing_of
from gratitude.moderate.adoption import adoptable, adoptions, sources_of
from gratitude.moderate.standing import Name
from gratitude.note import NoteKind, Show

LETTER = "Your post saved my weekend. Write to ann@example.com. Does it work with timers? Ann"


def adopted(made, *later):
    found = conversation(message(LETTER))
    first = event(Name.ADOPTED, note=to_plain(made), sources=["mid:one@example.com"])
    return found, standing_of([first, *later])


@pytest.mark.parametrize(
    ("words", "fits"),
    [
        (LETTER, True),
        ("Your post saved my weekend. Write to […]. Does it work with timers? Ann", True),
        ("Your post saved my weekend.", True),
        ("your POST saved […] timers", True),
        ("Does it work with timers? Your post saved my weekend.", False),
        ("Your post ruined my weekend.", False),
        ("[…]", False),
    ],
)
def test_the_readers_words_whole_elided_or_cut(words, fits):
    """Words in their order make it the same; other words, another order, or none do not."""
    assert fits == (adoptable(conversation(message(LETTER)), [note(words)]) is not None)


def test_the_day_must_be_that_of_the_first_letter():
    """The same words on another day are another letter; an undated letter adopts nothing."""
    made = note(LETTER, day=date(2026, 5, 4))

    assert adoptable(conversation(message(LETTER)), [made]) is None
    assert adoptable(conversation(message(LETTER, sent=None)), [made]) is None


@pytest.mark.parametrize("change", [{"show": Show.MINE}, {"show": Show.COUNTED}, {"kind": NoteKind.CREDIT}])
def test_the_authors_own_notes_are_nobodys(change):
    """Notes in the author's words and numbers belong to no letter."""
    assert adoptable(conversation(message(LETTER)), [note(LETTER, **change)]) is None


def test_of_several_notes_the_fuller_one_or_none():
    """More words win; two with equally many are ambiguous."""
    whole, part = note(LETTER), note("Your post saved my weekend.", id="2026-05-03-aaaa")

    assert whole == adoptable(conversation(message(LETTER)), [part, whole])
    assert adoptable(conversation(message(LETTER)), [part, replace(part, id="2026-05-03-bbbb")]) is None


def test_a_short_note_goes_to_the_letter_it_leaves_less_out_of():
    """Two letters of one day both hold "Thank you!": the shorter one is meant; two equal ones get nothing."""
    short = conversation(message("Thank you!", identity="mid:a@example.com"), name="aaaaaaaa")
    long = conversation(message("Thank you for the post!", identity="mid:b@example.com"), name="bbbbbbbb")
    other = replace(short, id="cccccccc")
    made = note("Thank you!")

    assert {"aaaaaaaa": made} == adoptions([long, short], [made])
    assert adoptions([long, short, other], [made]) == {}


def test_each_note_has_one_conversation():
    """Several letters and notes of one day find each other."""
    one = conversation(message("Thank you for cron!", identity="mid:a@example.com"), name="aaaaaaaa")
    two = conversation(message("Thank you for timers!", identity="mid:b@example.com"), name="bbbbbbbb")
    cron, timers = note("Thank you for cron!"), note("Thank you […] timers!", id="2026-05-03-bbbb")

    assert {"aaaaaaaa": cron, "bbbbbbbb": timers} == adoptions([one, two], [timers, cron, note("Something else")])


def test_the_messages_behind_each_turn_are_found():
    """Each reader's turn gets its message; one that was rewritten by hand gets none and keeps its place."""
    found = conversation(
        taken(LETTER),
        taken("It works.", identity="mid:two@example.com"),
        taken("Really!", identity="mid:three@example.com"),
    )
    made = note("Your post saved my weekend.", reader("Rewritten."), reader("Really!"))

    assert sources_of(found, made) == ("mid:one@example.com", "", "mid:three@example.com")


def test_an_adopted_note_shows_as_published_and_permits_itself():
    """It is accepted and published as it stands, and needs nothing more."""
    made = note("Your post saved my weekend.", title="Timers", person="p-7xk2")
    found, standing = adopted(made)

    assert (State.ACCEPTED, made, made, True) == (
        standing.state,
        standing.note,
        standing.published,
        standing.adopted,
    )
    assert missing(made, found, standing) == ()


@pytest.mark.parametrize(
    ("edit", "asks"),
    [
        ({"title": "Other"}, False),
        ({"kind": "question"}, False),
        ({"words": "Does it work with timers?"}, True),
        ({"name": "Ann of Pune"}, True),
        ({"post": "timers"}, True),
    ],
)
def test_an_edit_changes_only_what_it_names_and_asks_where_the_writer_must(edit, asks):
    """Title and kind are the author's; words, name and post were permitted as they stood."""
    made = note(
        "Your post saved my weekend.", reader("It works."), title="Timers", person="p-7xk2", pin=True, place="Pune"
    )
    found, standing = adopted(made, event(Name.EDITED, 1, **edit))
    unchanged = {
        f for f in made.__dataclass_fields__ if f not in edit and getattr(made, f) != getattr(standing.note, f)
    } - ({"turns"} if "words" in edit else set())

    assert set() == unchanged
    assert asks == bool(missing(standing.note, found, standing))
