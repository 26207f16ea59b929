"""Decisions are learned, counted by marks, and unlearned exactly."""

from builders import NOW, event, message, take
from gratitude.inbox import Inbox
from gratitude.message import Lessons
from gratitude.moderate import Name


def marks(m):
    return [len(word) for word in m.own_words.split()]


def known(inbox: Inbox, *asked: int) -> Lessons:
    return inbox.base_history()(message()).lessons(asked)


def decided(inbox: Inbox, name: str, what: Name, step: int) -> None:
    inbox.append(name, [event(what)], now=NOW, step=step)
    inbox.learn(marks)


def test_a_decision_is_learned_and_taken_back(inbox):
    """Spam, then undo: as if nothing had been."""
    one, two = take(
        inbox, message("a bb", identity="mid:1@example.com"), message("a ccc", identity="mid:2@example.com")
    )

    decided(inbox, one, Name.SPAM, 1)
    decided(inbox, two, Name.KEPT, 2)
    assert known(inbox, 1, 2, 3, 4) == Lessons(ham=1, spam=1, counts={1: (1, 1), 2: (0, 1), 3: (1, 0)})

    inbox.undo(None, now=NOW)
    inbox.undo(None, now=NOW)
    inbox.learn(marks)

    assert known(inbox, 1, 2, 3, 4) == Lessons()


def test_it_is_learned_once(inbox):
    """Learning again changes nothing; another decision replaces the first."""
    (one,) = take(inbox, message("a bb"))
    decided(inbox, one, Name.SPAM, 1)

    assert inbox.learn(marks) == 0
    decided(inbox, one, Name.KEPT, 2)
    assert known(inbox, 1) == Lessons(ham=1, spam=0, counts={1: (1, 0)})


def test_what_was_taught_is_unlearned_whatever_is_counted_today(inbox):
    """A newer version that counts other things takes back what the old one had counted."""
    (one,) = take(inbox, message("a bb"))
    decided(inbox, one, Name.SPAM, 1)
    inbox.undo(None, now=NOW)

    inbox.learn(lambda _m: [77])

    assert known(inbox, 1, 2, 77) == Lessons()


def test_later_and_trash_teach_nothing(inbox):
    """They say when, not what."""
    one, two = take(inbox, message("a", identity="mid:1@example.com"), message("b", identity="mid:2@example.com"))

    decided(inbox, one, Name.LATER, 1)
    decided(inbox, two, Name.TRASH, 2)

    assert known(inbox, 1) == Lessons()


def test_what_an_export_approved_and_what_it_calls_spam_teach(inbox):
    """Until the author decides otherwise; spam is learned without being taken in, once however often it is read."""
    (one,) = take(inbox, message("a bb", identity="wp:s:1", facts={"approved": "1"}))
    spam = message("ccc", identity="wp:s:2", facts={"approved": "spam"})

    inbox.learn(marks, [spam])
    inbox.learn(marks, [spam])
    assert known(inbox, 1, 3) == Lessons(ham=1, spam=1, counts={1: (1, 0), 3: (0, 1)})

    decided(inbox, one, Name.SPAM, 1)
    assert known(inbox, 1) == Lessons(ham=0, spam=2, counts={1: (0, 1)})


def test_your_own_letters_teach_nothing(inbox):
    """Only what readers wrote."""
    (one,) = take(inbox, message("a bb"))
    take(inbox, message("dddd", identity="mid:mine@example.com", yours=True), joins="mid:one@example.com")

    decided(inbox, one, Name.KEPT, 1)

    assert known(inbox, 1, 4) == Lessons(ham=1, spam=0, counts={1: (1, 0)})


def test_the_lesson_outlives_the_message(inbox):
    """Spam is deleted after its days; what it taught stays, as numbers."""
    (one,) = take(inbox, message("a bb"))
    decided(inbox, one, Name.SPAM, 1)

    inbox.delete(one, reason="spam")

    assert known(inbox, 1) == Lessons(ham=0, spam=1, counts={1: (0, 1)})
    assert inbox._c.execute("SELECT count(*) FROM taught").fetchone()[0] == 0
    assert inbox._c.execute("SELECT count(*) FROM trace").fetchone()[0] == 0


def test_an_inbox_of_before_gets_its_traces_at_the_next_run(inbox):
    """Messages that were stored without traces are met again too."""
    take(inbox, message("Few people dare to touch on this subject at all", identity="wp:s:1", facts={"approved": "1"}))
    inbox._c.execute("DELETE FROM trace")
    inbox._c.execute("UPDATE message SET is_traced = 0, approved = 0")

    asking = message(
        "Few people dare to touch on it", identity="mid:2@example.com", sender=message().sender.__class__("Bob")
    )
    history = inbox.intake(NOW).history(asking)
    inbox.learn(marks)

    assert history.elsewhere(asking).shared == 3
    assert known(inbox, 3).ham == 1
