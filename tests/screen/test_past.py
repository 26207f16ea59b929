"""What came before: repetition, the writer's past, answers to the author."""

from __future__ import annotations

from collections.abc import Collection
from datetime import UTC, datetime, timedelta

import pytest

from gratitude.inbox.memory import MAX_LIKE
from gratitude.message import Earlier, Elsewhere, Form, Lessons, Level, Message, Person, State
from gratitude.screen.past import COUNTED, DUPLICATE, answers_the_author

LONG = "This made my whole evening, the part on timers and locks most of all."


def copies(message, count: int, words: str = LONG, **more: object) -> list[Message]:
    start = datetime(2025, 5, 9, 8, tzinfo=UTC)
    return [
        message(
            words, identity=f"c:{i}", name=f"Name{i}", sent=start + timedelta(minutes=i), form=Form(post=f"post-{i}"),
            sender=Person(f"Name{i}", f"n{i}@example.com"), **more,
        )
        for i in range(count)
    ]  # fmt: skip


def repeated(verdict) -> str:
    return next((s.text for s in verdict.signals if s.code == DUPLICATE), "")


def test_the_same_words_from_other_hands_speak_against(judged, message):
    """Fourteen names under fourteen posts: the last copy says so and is spam."""
    *earlier, last = copies(message, 15)
    verdict = judged(last, earlier=earlier)

    assert repeated(verdict) == "nearly the same words came before from 14 other names and under 14 other posts"
    assert Level.SPAM is verdict.level


def test_the_first_copy_is_not_repeated(judged, message):
    """Only earlier messages count."""
    first, *later = copies(message, 5)

    assert repeated(judged(first, earlier=later)) == ""


def test_the_same_hand_elsewhere_speaks_against(judged, message):
    """One name that writes the same under two posts repeats itself."""
    one = message(LONG, identity="c:1", form=Form(post="a"))
    two = message(LONG, identity="c:2", form=Form(post="b"), sent=datetime(2025, 5, 9, 9, tzinfo=UTC))

    assert repeated(judged(two, earlier=[one])) == "nearly the same words came before under 1 other post"


def test_a_bad_line_sends_twice(judged, message):
    """The same hand and the same post: no repetition, and both copies are ok."""
    one = message(LONG, identity="c:1", post_url="https://blog.example/cron/")
    two = message(LONG, identity="c:2", post_url="https://blog.example/cron/", sent=datetime(2025, 5, 9, 9, tzinfo=UTC))

    assert [judged(m, earlier=[one, two]).level for m in (one, two)] == [Level.OK, Level.OK]
    assert repeated(judged(two, earlier=[one])) == ""


def test_a_bad_line_without_a_known_post(judged, message):
    """Where nobody knows the post, the same hand is taken to have sent twice."""
    one, two = message(LONG, identity="c:1"), message(LONG, identity="c:2", sent=datetime(2025, 5, 9, 9, tzinfo=UTC))

    assert repeated(judged(two, earlier=[one])) == ""


@pytest.mark.parametrize("words", ["Thank you!", "Danke!", "great post, thanks", "+1"])
def test_short_words_are_alike_by_nature(judged, message, words: str):
    """Three readers may all say the same few words (antispam-bee#158)."""
    *earlier, last = copies(message, 3, words)
    verdict = judged(last, earlier=earlier)

    assert repeated(verdict) == ""
    assert Level.OK is verdict.level


def test_few_words_with_the_same_link_are_repeated(judged, message):
    """A link is more than a few words."""
    *earlier, last = copies(message, 3, "see https://one.example.com/a")

    assert repeated(judged(last, earlier=earlier))


def test_the_authors_words_are_no_repetition(judged, message):
    """A reader may repeat what the author wrote."""
    yours = message(LONG, identity="c:1", yours=True, sender=Person("Author", "author@blog.example"))
    last = message(LONG, identity="c:2", sent=datetime(2025, 5, 9, 9, tzinfo=UTC))

    assert repeated(judged(last, earlier=[yours])) == ""


class Decided:
    """A past in which one writer's messages were decided."""

    def __init__(self, *earlier: Earlier) -> None:
        self.earlier = earlier

    def by_message_id(self, message_id: str) -> Earlier | None:
        return next((e for e in self.earlier if e.message.message_id == message_id), None)

    def answers_to(self, message_id: str) -> tuple[Earlier, ...]:
        return ()

    def like(self, message: Message) -> tuple[Earlier, ...]:
        return ()

    def by_writer(self, address: str) -> tuple[Earlier, ...]:
        return tuple(e for e in self.earlier if e.message.sender.address == address)

    def about_posts(self) -> tuple[Earlier, ...]:
        return ()

    def undecided(self) -> tuple[Earlier, ...]:
        return ()

    def elsewhere(self, message: Message) -> Elsewhere:
        return Elsewhere()

    def lessons(self, marks: Collection[int]) -> Lessons:
        return Lessons()


@pytest.mark.parametrize(
    ("states", "code"),
    [
        ([State.ACCEPTED], "welcome-writer"),
        ([State.KEPT, State.SPAM, State.ASKED], "welcome-writer"),
        ([State.SPAM], "spam-writer"),
        ([State.SPAM, State.ACCEPTED], "spam-writer"),
        ([State.NEW, State.LATER, State.TRASH], ""),
        ([], ""),
    ],
)
def test_what_became_of_the_writer_counts(judged, message, states: list[State], code: str):
    """Accepted before speaks for, spam before against, undecided says nothing."""
    earlier = [Earlier(message=message("Hi", identity=f"c:{i + 9}"), state=s) for i, s in enumerate(states)]
    found = {s.code for s in judged(message("Hello"), history=Decided(*earlier)).signals}

    assert ({code} - {""}) == found & {"welcome-writer", "spam-writer"}


@pytest.mark.parametrize(("yours", "expected"), [(True, True), (False, False)])
def test_an_answer_to_the_author_speaks_for(judged, message, yours: bool, expected: bool):
    """In-Reply-To or a reference to a letter of the author's, and not to another reader's."""
    letter = message("I wrote to you", identity="mid:l@blog.example", message_id="l@blog.example", yours=yours)
    past = Decided(Earlier(message=letter))
    by_reply = message("Yes", in_reply_to="l@blog.example")
    by_reference = message("Yes", references=("other@example.com", "l@blog.example"))

    assert [expected, expected] == [answers_the_author(m, past) for m in (by_reply, by_reference)]
    assert expected is ("answers-you" in {s.code for s in judged(by_reply, history=past).signals})


def code_of(verdict, code: str) -> str:
    return next((s.text for s in verdict.signals if s.code == code), "")


def sent_by(message, name: str, words: str, **more: object) -> Message:
    return message(words, identity=f"c:{name}", sender=Person(name, f"{name.lower()}@example.com"), **more)


def test_a_host_under_other_names_speaks_against(judged, message):
    """In the words or as the website, before or after; places readers point to count for nobody."""
    words = "See http://pills.example.com/{} and https://github.com/someone/{} for the rest of it"
    later = datetime(2025, 5, 10, tzinfo=UTC)
    others = [sent_by(message, name, words.format(name, name), sent=later) for name in ("Bob", "Cat", "Dan")]

    verdict = judged(sent_by(message, "Ann", words.format("a", "b")), earlier=others)

    assert code_of(verdict, "shared-host") == "3 other senders led to pills.example.com too"


def test_where_counting_stops_is_said(judged, message):
    """A history counts up to fifty; a host that more senders led to is not said to have had just so many."""
    words = "See http://pills.example.com/{} for the rest of it"
    later = datetime(2025, 5, 10, tzinfo=UTC)
    others = [sent_by(message, f"Name{n}", words.format(n), sent=later) for n in range(60)]

    verdict = judged(sent_by(message, "Ann", words.format("a")), earlier=others)

    assert code_of(verdict, "shared-host") == "50 other senders or more led to pills.example.com too"
    assert COUNTED == MAX_LIKE


def test_words_under_other_names_speak_against(judged, message):
    """A spun text shares runs of four words with its like, though no two are nearly the same."""
    one = "Quiet mornings teach us more about patience than any book that was ever sold in shops."
    other = "My cousin says quiet mornings teach us more about patience, and he should know it best."

    verdict = judged(sent_by(message, "Ann", one), earlier=[sent_by(message, "Bob", other)])

    assert code_of(verdict, "shared-words") == "4 of 13 strings of words in it came from other senders too"
    assert not repeated(verdict)


@pytest.mark.parametrize("words", ["Thank you very much!", "Thanks for this post, it is great"])
def test_what_everybody_says_is_shared_by_none(judged, message, words: str):
    """Three runs of four words are too few to mean anything; nor is the same person another name."""
    short = judged(sent_by(message, "Ann", words), earlier=[sent_by(message, "Bob", "Thank you very much! Bye.")])
    again = judged(
        sent_by(message, "Ann", LONG), earlier=[message(LONG, identity="c:0", sender=Person("Ann", "ann@example.com"))]
    )

    assert (code_of(short, "shared-words"), code_of(again, "shared-words")) == ("", "")
