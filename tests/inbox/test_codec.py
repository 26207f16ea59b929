"""Frozen values as JSON and back."""

from dataclasses import fields

import pytest
from hypothesis import given
from hypothesis import strategies as st

from builders import answer, kinds, links, note, reader
from builders import message as whole_message
from builders import taken as whole_taken
from gratitude.codec import decode, encode, from_plain, to_plain
from gratitude.message import (
    Folder,
    Kind,
    Kinds,
    Level,
    Link,
    Links,
    Message,
    Permission,
    Reason,
    Signal,
    Taken,
    Tier,
    Verdict,
)
from gratitude.note import Also, Note, NoteKind, Show, Via
from gratitude.text import clean

TEXT = st.text(max_size=20).map(clean)


def message(*words, **more):
    """A message without its raw bytes, which are stored apart."""
    return whole_message(*words, **({"raw": b""} | more))


def taken():
    return whole_taken(message())


@pytest.mark.parametrize(
    "value",
    [
        message(),
        message("", sent=None, in_reply_to="a", references=("b", "c"), folder=Folder.SENT, facts={"list-id": "x"}, yours=True),
        kinds(Kind.QUESTION, Kind.THANKS, permission=Permission.NAMED, said="yes"),
        Links(posts=(Link(post="a", score=1, tier=Tier.GUESS, evidence=(Reason("url", "linked"),)),), alike=("mid:x",)),
        links("", joins="mid:x", parent="mid:y", specificity=0.25, specific=("env -i",)),
        Verdict(level=Level.SPAM, score=0.5, signals=(Signal("x", -1.5, "said"),), left_out="no", akismet={"a": "b"}),
        note("It helped.", answer(), reader("Yes."), also=(Also("b", "asks"),), kind=NoteKind.QUESTION, pin=True),
        note(show=Show.COUNTED, count=4, id="counted", day=None),
        taken(),
    ],
)  # fmt: skip
def test_what_is_written_is_read(value):
    """Every value of the road comes back the same, by text and by plain values."""
    assert decode(type(value), encode(value)) == value
    assert from_plain(type(value), to_plain(value)) == value


@given(words=TEXT, subject=TEXT, facts=st.dictionaries(TEXT, TEXT, max_size=3), via=st.sampled_from(list(Via)))
def test_any_clean_message_comes_back(words, subject, facts, via):
    """Whatever the words."""
    value = message(words, subject=subject, facts=facts, via=via)

    assert decode(Message, encode(value)) == value


def test_what_is_at_its_default_is_not_stored():
    """Rows stay small, and a field that a later version adds has its default when an old row is read."""
    assert encode(Kinds(kinds=(Kind.THANKS,), primary=Kind.THANKS)) == '{"kinds":["thanks"],"primary":"thanks"}'
    assert decode(Kinds, '{"kinds":["thanks"],"primary":"thanks","later":1}') == kinds()


def test_a_field_can_be_left_out():
    """The raw mail is stored beside the rest."""
    value = message(raw=b"\xff\x00")

    assert decode(Message, encode(value, without=frozenset({"raw"}))).raw == b""


def test_plain_values_are_json_all_the_way():
    """What an event keeps of a note survives JSON."""
    import json

    value = note("It helped.", answer(), also=(Also("b"),))

    assert from_plain(Note, json.loads(json.dumps(to_plain(value)))) == value
    assert {f.name for f in fields(Taken)} == set(to_plain(taken()))
