"""The same question of several people, merged by the author."""

from dataclasses import replace

import pytest

from builders import conversation, kinds, message, taken
from gratitude.message import Kind, Person
from gratitude.moderate import standing_of
from gratitude.note import NoteKind, Show
from gratitude.publish.askers import count_of_askers, is_another
from gratitude.publish.draft import Changes, draft

ASKS = kinds(Kind.QUESTION)
BOB, EVE = Person("Bob", "bob@example.com"), Person("Eve", "eve@example.com")


def asked(words: str, *senders: Person):
    """A public question and the same one of others, merged."""
    found = [taken(message("Does it work with timers?", public=True), found=ASKS)]
    for n, sender in enumerate(senders, start=2):
        day = f"2026-05-{n + 3:02d}T10:00:00+00:00"
        found.append(taken(message(words, identity=f"mid:{n}", sent=day, sender=sender, public=True), found=ASKS))
    return conversation(*found)


def made(found, changes=None):
    return draft(found, standing_of(found.events), changes or Changes(), show=Show.NAMED, note_id="2026-05-03-k3f9")


def test_the_note_says_how_many_asked_and_shows_the_first():
    """Nobody's words stand under another's name; the author is told."""
    found = made(asked("Timers too?", BOB, EVE))

    assert (found.note.kind, found.note.asked) == (NoteKind.QUESTION, 3)
    assert [t.words for t in found.note.turns] == ["Does it work with timers?"]
    assert sum("somebody else's" in w for w in found.warnings) == 2


def test_one_person_who_writes_again_is_one():
    """From another address, or twice: their words are turns, and nobody is counted."""
    ann = message().sender
    again = replace(ann, address="ann@work.example.com")
    found = made(asked("And on a laptop?", ann, again))

    assert found.note.asked == 0
    assert [t.words for t in found.note.turns] == ["Does it work with timers?", "And on a laptop?", "And on a laptop?"]


def test_others_who_ask_nothing_are_not_counted():
    """A thank-you merged by mistake is no asker; two letters of one asker are one."""
    found = asked("Timers too?", BOB, BOB)
    thanks = taken(message("Thanks!", identity="mid:9", sent="2026-05-20T10:00:00+00:00", sender=EVE, public=True))

    assert count_of_askers(replace(found, messages=(*found.messages, thanks))) == 2


def test_a_number_the_author_wrote_stays():
    """`Asked: 9` in the file counts those who asked by voice; a merge never makes it smaller."""
    before = made(asked("Timers too?", BOB)).note
    found = asked("Timers too?", BOB, EVE)
    standing = replace(standing_of(found.events), note=replace(before, asked=9))

    assert draft(found, standing, Changes(), show=Show.NAMED, note_id=before.id).note.asked == 9


@pytest.mark.parametrize(
    ("one", "other", "another"),
    [
        (Person("Ann", "a@example.com"), Person("Bob", "b@example.com"), True),
        (Person("Ann", "a@example.com"), Person("ann ", "b@example.com"), False),
        (Person("Ann", "a@example.com"), Person("Bob", "A@example.com"), False),
        (Person("", "a@example.com"), Person("Bob", "b@example.com"), False),
        (Person("Ann", ""), Person("Bob", ""), False),
    ],
)
def test_who_is_another(one: Person, other: Person, another: bool):
    """Only where both name and address differ; what is not known joins."""
    assert is_another(one, other) is another
