"""What the service is told after the author decided."""

import pytest

from builders import NOW, conversation, event, message, taken
from gratitude.message import Disclosure
from gratitude.moderate import Name, corrections, standing_of

ID = "mid:one@example.com"


def record(call="comment-check", outcome="ham", fields=("user_ip", "comment_content")):
    return Disclosure(message=ID, at=NOW, call=call, fields=fields, outcome=outcome)


def told(*names, known=None):
    """Which corrections follow from these events and records: True for spam."""
    events = tuple(
        event(name, n, **({"step": n - 1} if name is Name.UNDONE else {})) for n, name in enumerate(names, 1)
    )
    one = conversation(taken(message()), events=events)
    return [c.is_spam for c in corrections(one, standing_of(events), {ID: [record()] if known is None else known})]


@pytest.mark.parametrize(
    ("answer", "move", "expected"),
    [
        ("ham", Name.SPAM, [True]), ("provisional", Name.SPAM, [True]), ("spam", Name.SPAM, []), ("discard", Name.SPAM, []),
        ("spam", Name.KEPT, [False]), ("discard", Name.KEPT, [False]), ("ham", Name.KEPT, []), ("spam", Name.ASKED, [False]),
        ("spam", Name.TRASH, []), ("ham", Name.TRASH, []), ("spam", Name.LATER, []), ("ham", Name.LATER, []),
        ("limit", Name.SPAM, []), ("alert", Name.SPAM, []), ("", Name.SPAM, []),
    ],
)  # fmt: skip
def test_only_an_answer_that_the_author_contradicts_is_corrected(answer, move, expected):
    """Trash teaches nothing, nor does putting it away; no answer cannot be wrong."""
    assert expected == told(move, known=[record(outcome=answer)])


def test_what_was_never_asked_about_is_never_told():
    """A mail that stayed here stays here."""
    assert [] == told(Name.SPAM, known=[])


def test_nothing_is_told_twice():
    """But what did not arrive is told again."""
    assert [] == told(Name.SPAM, known=[record(), record("submit-spam", "told")])
    assert [True] == told(Name.SPAM, known=[record(), record("submit-spam", "away")])
    assert [True] == told(Name.SPAM, known=[record(), record("submit-spam", "")])


def test_a_second_thought_is_told_too():
    """Against what was told before, whatever the first answer was."""
    assert [False] == told(Name.SPAM, Name.UNDONE, Name.KEPT, known=[record(), record("submit-spam", "told")])
    assert [True] == told(Name.SPAM, known=[record(outcome="spam"), record("submit-ham", "told")])


def test_a_spam_that_was_taken_back_is_taken_back_there():
    """Such a word harms a person; where the service said so itself, nothing is taken back."""
    assert [False] == told(Name.SPAM, Name.UNDONE, known=[record(), record("submit-spam", "told")])
    assert [] == told(
        Name.SPAM, Name.UNDONE, known=[record(), record("submit-spam", "told"), record("submit-ham", "told")]
    )
    assert [] == told(Name.SPAM, Name.UNDONE, known=[record()])
    assert [] == told(Name.KEPT, Name.UNDONE, known=[record(outcome="spam"), record("submit-ham", "told")])


def test_the_newest_answer_and_its_fields_count():
    """A second look may have said something else, and been told more."""
    one = conversation(taken(message()), events=(event(Name.KEPT, 1),))
    known = {ID: [record(outcome="ham"), record(outcome="spam", fields=("user_ip", "recheck_reason"))]}

    (found,) = corrections(one, standing_of(one.events), known)

    assert (ID, False, frozenset({"user_ip", "recheck_reason"})) == (
        found.message.identity,
        found.is_spam,
        found.fields,
    )
