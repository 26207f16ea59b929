"""Whose conversation a message belongs to."""

from __future__ import annotations

import pytest

from gratitude.link.threads import joins, parent, plain_subject
from gratitude.message import Person
from gratitude.note import Via

BEN = Person("Ben", "ben@example.com")
ME = Person("Author", "author@example.com")


@pytest.fixture
def asked(message):
    return message("How?", "mid:1@example.com", "2024-01-01T10:00+00:00", subject="Timers")


@pytest.fixture
def answered(message):
    return message(
        "So.", "mid:2@example.com", "2024-01-02T10:00+00:00", sender=ME, yours=True, subject="Re: Timers",
        in_reply_to="1@example.com", references=("1@example.com",), to=("ann@example.com",),
    )  # fmt: skip


def test_the_parent_is_what_it_replies_to_else_the_last_known_reference(message, past, asked, answered):
    """In-Reply-To first; a lost one falls back to the references, last first."""
    reply = message(in_reply_to="lost@example.com", references=("1@example.com", "2@example.com", "gone@example.com"))

    assert answered == parent(reply, past(asked, answered)).message
    assert None is parent(message(in_reply_to="lost@example.com"), past(asked))


def test_an_answer_joins_the_conversation_of_what_it_answers(past, asked, answered):
    """The author's mail belongs to the reader's."""
    assert joins(answered, past(asked, answered)) == "mid:1@example.com"


def test_it_worked_joins_the_readers_own_conversation(message, past, asked, answered):
    """The same address further down the thread goes on with its own conversation."""
    reply = message("It worked", "mid:3@example.com", in_reply_to="2@example.com")

    assert joins(reply, past(asked, answered, reply)) == "mid:1@example.com"


def test_another_person_opens_their_own(message, past, asked, answered):
    """Ben's question in Ann's thread is Ben's conversation."""
    reply = message("And on BSD?", "mid:3@example.com", sender=BEN, in_reply_to="2@example.com")

    assert None is joins(reply, past(asked, answered, reply))


def test_the_author_answers_the_second_person(message, past, asked, answered):
    """Two conversations in one thread: the answer belongs to the message it answers."""
    ben = message("And on BSD?", "mid:3@example.com", sender=BEN, in_reply_to="2@example.com")
    mine = message(
        "Too", "mid:4@example.com", sender=ME, yours=True, in_reply_to="3@example.com", references=("1@example.com",)
    )

    assert joins(mine, past(asked, answered, ben, mine)) == "mid:3@example.com"


def test_a_second_mail_in_another_branch_joins_too(message, past, asked):
    """Ann answers Ben in the thread she opened, though her own mail is not known as his parent."""
    ben = message(
        "Me too", "mid:3@example.com", sender=BEN, in_reply_to="list@example.com", references=("1@example.com",)
    )
    ann = message(
        "Same here",
        "mid:4@example.com",
        references=("1@example.com", "list@example.com"),
        in_reply_to="list@example.com",
    )
    twig = message("Another", "mid:5@example.com", references=("root@example.com", "x@example.com"))
    leaf = message("And more", "mid:6@example.com", references=("root@example.com", "y@example.com"))

    assert joins(ann, past(asked, ben, ann)) == "mid:1@example.com"
    assert joins(leaf, past(twig, leaf)) == "mid:5@example.com"


def test_a_new_mail_of_the_same_person_is_a_new_conversation(message, past, asked):
    """Without a thread, the same address alone joins nothing."""
    assert None is joins(message("Now bread", "mid:9@example.com"), past(asked))


def test_an_answer_without_ids_is_found_by_person_and_subject(message, past, asked):
    """Some programs answer without In-Reply-To: to the asker, same subject, within 60 days; the latest counts."""
    later = message("Again", "mid:7@example.com", "2024-01-20T10:00+00:00", subject="timers")
    mine = {"sender": ME, "yours": True, "subject": "AW: RE: Timers", "to": ("ann@example.com",)}

    assert (
        joins(message("So.", "mid:8@example.com", "2024-01-25T10:00+00:00", **mine), past(asked, later))
        == "mid:7@example.com"
    )
    assert None is joins(message("So.", "mid:8@example.com", "2024-06-01T10:00+00:00", **mine), past(asked, later))
    assert None is joins(message("So.", "mid:8@example.com", "2023-12-01T10:00+00:00", **mine), past(asked, later))
    assert None is joins(
        message("So.", "mid:8@example.com", "2024-01-25T10:00+00:00", **{**mine, "subject": "Bread"}), past(asked)
    )


def test_a_comment_needs_name_and_address(message, past):
    """Anybody can type another's address into a comment."""
    first = message("One", "wp:site:1", via=Via.COMMENT, message_id="wp:site:1")
    same = message("Two", "wp:site:2", via=Via.COMMENT, message_id="wp:site:2", in_reply_to="wp:site:1")
    other = message(
        "Two", "wp:site:3", via=Via.COMMENT, in_reply_to="wp:site:1", sender=Person("Mallory", "ann@example.com")
    )

    assert joins(same, past(first, same)) == "wp:site:1"
    assert None is joins(other, past(first, other))


def test_a_comment_that_a_letter_brought_needs_name_and_address(message, past):
    """The address in a comment system's letter was typed by a visitor, whoever that was."""
    first = message("One", "mid:1@example.com")
    relayed = {"in_reply_to": "1@example.com", "facts": {"relayed": "comment"}}
    other = message("Two", "mid:3@example.com", sender=Person("Mallory", "ann@example.com"), **relayed)

    assert ("mid:1@example.com", None) == (
        joins(message("Two", "mid:2@example.com", **relayed), past(first)), joins(other, past(first)),
    )  # fmt: skip


def test_names_alone_join_where_there_are_no_addresses(message, past):
    """An export without addresses: the same name in the same thread; no name joins nobody."""
    first = message("One", "wp:site:1", via=Via.COMMENT, message_id="wp:site:1", sender=Person("Zoë"))
    same = message("Two", "wp:site:2", via=Via.COMMENT, in_reply_to="wp:site:1", sender=Person("zoë"))
    blank = message("Two", "wp:site:4", via=Via.COMMENT, message_id="wp:site:4", sender=Person())

    assert joins(same, past(first, same)) == "wp:site:1"
    assert None is joins(
        message("Three", "wp:site:5", via=Via.COMMENT, in_reply_to="wp:site:4", sender=Person()), past(blank)
    )


def test_a_circle_has_one_opener(message, past):
    """Two messages that claim to answer each other: the later joins the earlier, never both."""
    one = message("a", "mid:a@example.com", "2024-01-01T10:00+00:00", in_reply_to="b@example.com")
    two = message("b", "mid:b@example.com", "2024-01-02T10:00+00:00", in_reply_to="a@example.com")

    assert (joins(one, past(one, two)), joins(two, past(one, two))) == (None, "mid:a@example.com")


@pytest.mark.parametrize(
    ("subject", "plain"),
    [
        ("Re: Timers", "timers"), ("AW: WG:  Timers", "timers"), ("Re[2]: [blog] Fwd: Timers", "timers"), ("RE：Timers", "timers"),
        ("Regarding: Timers", "regarding: timers"), ("Re:", "re:"), ("", ""), ("[blog]", "[blog]"), ("Recipe: bread", "recipe: bread"),
    ],
)  # fmt: skip
def test_a_subject_without_its_prefixes(subject, plain):
    """What mail programs and lists put before a subject is not its words."""
    assert plain == plain_subject(subject)
