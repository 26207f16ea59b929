"""Where the journal leaves a conversation."""

from dataclasses import replace
from datetime import date

import pytest

from builders import WORDS, answer, event, note, reader
from gratitude.codec import to_plain
from gratitude.message import State
from gratitude.moderate.standing import Name, Standing, edited, known_notes, standing_of, undone_steps
from gratitude.note import NoteKind, Show


def accepted(step=1, made=None):
    return event(Name.ACCEPTED, step, note=to_plain(made or note()), sources=["mid:one@example.com"])


def published(made=None):
    return event(Name.PUBLISHED, note=to_plain(made or note()))


def undone(step, own=99):
    return event(Name.UNDONE, own, step=step)


def test_an_empty_journal_is_new():
    """Nothing decided."""
    assert Standing() == standing_of([])


def test_accept_sets_the_note_and_publish_the_file():
    """The note is what was decided, `published` what is on disk."""
    standing = standing_of([accepted(), published()])

    assert (State.ACCEPTED, note(), note(), ("mid:one@example.com",)) == (
        standing.state,
        standing.note,
        standing.published,
        standing.sources,
    )


@pytest.mark.parametrize("name", [Name.KEPT, Name.SPAM, Name.TRASH])
def test_taking_it_away_keeps_the_id(name):
    """The note is gone and its id is known, so that publish finds the file."""
    standing = standing_of([accepted(), published(), event(name, 2)])

    assert (None, note(), "2026-05-03-k3f9") == (standing.note, standing.published, standing.note_id)


def test_a_step_taken_back_never_was():
    """Undo gives the standing before the step; of all its events."""
    events = [event(Name.KEPT, 1), event(Name.EDITED, 2, title="T"), accepted(2), undone(2)]

    standing = standing_of(events)

    assert (standing.state, standing.note, dict(standing.edits)) == (State.KEPT, None, {})
    assert {2} == undone_steps(events)


def test_the_id_of_a_note_taken_back_is_not_forgotten():
    """Accept, publish, undo: the file is still on disk, also where the run was cut before the journal knew it."""
    assert standing_of([accepted(), published(), undone(1)]).note_id == "2026-05-03-k3f9"
    assert standing_of([accepted(), undone(1)]).note_id == "2026-05-03-k3f9"
    assert standing_of([event(Name.KEPT, 1)]).note_id == ""


def test_what_is_no_step_cannot_be_taken_back():
    """Publish and take_in write step 0; an undo of another step leaves them."""
    standing = standing_of([accepted(), published(), event(Name.RETURNED, message="mid:two@example.com"), undone(1)])

    assert (State.NEW, None, note()) == (standing.state, standing.note, standing.published)


def test_a_returned_conversation_keeps_its_note():
    """A new message of the reader's asks for a decision and leaves the page alone."""
    standing = standing_of([accepted(), published(), event(Name.RETURNED, message="mid:two@example.com")])

    assert (State.NEW, note(), note()) == (standing.state, standing.note, standing.published)


def test_later_comes_back_on_its_day_and_forgets_it_with_the_next_move():
    """`until` belongs to LATER alone."""
    later = event(Name.LATER, 1, until="2026-07-01")

    assert date(2026, 7, 1) == standing_of([later]).until
    assert standing_of([later, event(Name.KEPT, 2)]).until is None


def test_edits_before_a_note_wait_for_it():
    """What is set early is remembered, and is no note."""
    standing = standing_of([event(Name.EDITED, 1, title="Timers"), event(Name.EDITED, 2, post="timers")])

    assert (standing.note, dict(standing.edits)) == (None, {"title": "Timers", "post": "timers"})


@pytest.mark.parametrize(
    ("edit", "expected"),
    [
        ({"title": "Timers"}, {"title": "Timers"}),
        ({"kind": "question"}, {"kind": NoteKind.QUESTION}),
        ({"name": "Ann B.", "place": "Pune"}, {"name": "Ann B.", "place": "Pune"}),
        ({"unknown": 1}, {}),
    ],
)
def test_an_edit_changes_what_it_names(edit, expected):
    """And nothing else; a field of a later version is passed over."""
    assert replace(note(), **expected) == edited(note(), edit)


def test_an_edit_of_the_words_replaces_the_opening_alone():
    """Later turns stay."""
    made = note(WORDS, reader("It works."))

    assert tuple(t.words for t in edited(made, {"words": "Thank you!"}).turns) == ("Thank you!", "It works.")


def test_a_day_makes_an_undated_note_a_file():
    """The id gets the day once; a corrected day is a header, and the permalink stays."""
    made = note(id="undated-k3f9", day=None)

    once = edited(made, {"day": "2026-05-03"})
    twice = edited(once, {"day": "2026-05-04"})

    assert ("2026-05-03-k3f9", date(2026, 5, 3)) == (once.id, once.day)
    assert ("2026-05-03-k3f9", date(2026, 5, 4)) == (twice.id, twice.day)


def test_no_name_gets_into_a_note_that_shows_none():
    """A name or place set for a note without one waits in the edits."""
    made = note(show=Show.ANONYMOUS)

    assert made == edited(made, {"name": "Ann", "place": "Pune"})


def test_an_answer_stands_in_its_place_and_replaces_the_one_before():
    """By day, before what the reader wrote later; never before the opening."""
    made = note(WORDS, reader("It works.", "2026-05-06"))

    first = edited(made, {"answer": {"words": "Gladly.", "day": "2026-05-04"}})
    second = edited(first, {"answer": {"words": "Very gladly.", "day": "2026-05-01"}})

    assert (made.turns[0], answer(), made.turns[1]) == first.turns
    assert (made.turns[0], answer("Very gladly.", "2026-05-01"), made.turns[1]) == second.turns


def test_a_number_has_no_turns_to_edit():
    """A counted letter takes words and answers without a fault, and shows none."""
    made = replace(note(show=Show.COUNTED), turns=())

    assert made == edited(made, {"words": "x", "answer": {"words": "y", "day": "2026-05-04"}})


def test_all_notes_it_ever_had_are_known():
    """Also those taken back, and those that stood between an undo and the next edit."""
    first, titled = note(), note(title="B")
    events = [
        accepted(),
        event(Name.EDITED, 2, title="A"),
        undone(2),
        event(Name.EDITED, 4, title="B"),
        event(Name.EDITED, 5, title="C"),
        published(note(title="P")),
    ]

    known = set(known_notes(events))

    assert {first, note(title="A"), titled, note(title="C"), note(title="P")} == known
    assert known_notes([event(Name.KEPT, 1)]) == ()
