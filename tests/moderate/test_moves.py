"""The table of moves and what each one appends."""

from datetime import date

import pytest

from builders import WORDS, conversation, event, message, note
from gratitude.codec import to_plain
from gratitude.message import State
from gratitude.moderate import MOVES, Move, Refusal, decide, moves_from, standing_of
from gratitude.moderate.standing import WITHDRAWING, Name
from gratitude.note import Show

SOURCES = ("mid:one@example.com",)
ACCEPTED = event(Name.ACCEPTED, 1, note=to_plain(note()), sources=list(SOURCES))
TO = {
    State.NEW: (), State.ACCEPTED: (ACCEPTED,), State.ASKED: (event(Name.ASKED, 1),), State.KEPT: (event(Name.KEPT, 1),),
    State.LATER: (event(Name.LATER, 1, until=None),), State.SPAM: (event(Name.SPAM, 1),),
    State.TRASH: (event(Name.TRASH, 1),),
}  # fmt: skip


def made(move, events, **more):
    found = conversation(message(public=True), events=tuple(events))
    if move is Move.ACCEPT:
        more = {"note": note(), "sources": SOURCES, **more}
    return decide(found, move, **more)


def after(events, new):
    return standing_of([*events, *(event(e.name, 2, **e.data) for e in new)])


def test_every_move_has_one_key_and_a_sentence():
    """The desk, the command line and the page of the reference are drawn from the table."""
    rows = list(MOVES.values())

    assert list(Move) == [row.move for row in rows]
    assert len(rows) == len({row.key for row in rows})
    assert all(len(row.key) == 1 and row.help.endswith(".") for row in rows)
    assert {"a", "w", "e", "h", "s", "d"} == {row.key for row in rows}


def test_the_table_and_the_journal_agree_on_what_takes_a_note_away():
    """A row withdraws exactly where its event does."""
    named = {Move.KEEP: Name.KEPT, Move.SPAM: Name.SPAM, Move.TRASH: Name.TRASH}

    assert set(WITHDRAWING) == {named[row.move] for row in MOVES.values() if row.withdraws}


@pytest.mark.parametrize("move", Move)
@pytest.mark.parametrize("state", State)
def test_a_move_leads_where_the_table_says_or_is_refused(move, state):
    """From every state: the row's state, or a refusal that names the conversation and a way out."""
    events = TO[state]

    outcome = made(move, events)

    if state in MOVES[move].starts:
        assert MOVES[move].to == after(events, outcome).state
    else:
        assert isinstance(outcome, Refusal)
        assert "gratitude undo c0ffee00" in str(outcome)
    assert (MOVES[move] in moves_from(state)) == (state in MOVES[move].starts)


@pytest.mark.parametrize("move", Move)
def test_the_same_again_changes_nothing(move):
    """A move repeated appends no event, so that it costs no undo."""
    once = [event(e.name, 1, **e.data) for e in made(move, ())]

    assert made(move, once) == ()


def test_accept_of_another_note_is_a_new_decision():
    """Other words, or another message behind them, are recorded."""
    assert [e.name for e in made(Move.ACCEPT, (ACCEPTED,), note=note(title="Timers"))] == [Name.ACCEPTED]


def test_accept_needs_the_note():
    """Accept without a note is a mistake of the program, not of the author."""
    with pytest.raises(ValueError, match="needs the note"):
        decide(conversation(), Move.ACCEPT)


def test_later_has_a_day_that_may_change():
    """Another day is another decision; the same day is none."""
    first = made(Move.LATER, (), until=date(2026, 7, 1))
    events = [event(e.name, 1, **e.data) for e in first]

    assert made(Move.LATER, events, until=date(2026, 7, 1)) == ()
    assert date(2026, 8, 1) == after(events, made(Move.LATER, events, until=date(2026, 8, 1))).until


def test_a_permission_alone_is_recorded_once():
    """The note stands already and the yes is new: one event; the same yes again: none."""
    yes = ("Yes", date(2026, 5, 10))

    first = made(Move.ACCEPT, (ACCEPTED,), permission=yes)
    again = made(Move.ACCEPT, (ACCEPTED, event(first[0].name, 2, **first[0].data)), permission=yes)

    assert [e.name for e in first] == [Name.PERMITTED]
    assert again == ()


def test_the_authors_own_words_record_no_permission():
    """`--permission` with `--show mine` permits nothing: there is nothing of the writer's in it."""
    mine = note("A reader asked.", show=Show.MINE)

    outcome = made(Move.ACCEPT, (), note=mine, sources=(), permission=("Yes", date(2026, 5, 10)))

    assert [e.name for e in outcome] == [Name.ACCEPTED]


def test_what_is_refused_appends_nothing():
    """A private letter without consent: a refusal, also where it was accepted with other words before."""
    outcome = decide(conversation(events=(ACCEPTED,)), Move.ACCEPT, note=note(WORDS + " More."), sources=SOURCES)

    assert isinstance(outcome, Refusal)
