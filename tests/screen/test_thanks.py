"""Sincere thanks are never spam: more than two hundred invented ones, as classify and the built-in prior see them."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import pytest

from gratitude.classify import classify
from gratitude.inbox.memory import MemoryHistory
from gratitude.message import Form, Level, Links, Message, Person, Site
from gratitude.screen import screen
from gratitude.screen.learned import ENOUGH, marks_of

NOW = datetime(2025, 5, 10, tzinfo=UTC)
SITE = Site(hosts=frozenset({"blog.example"}), names=("My Blog", "Author Example"))
FILE = Path(__file__).parents[1] / "corpus" / "thanks" / "sincere.txt"
LINES = [line for line in FILE.read_text("utf-8").splitlines() if line and not line.startswith("#")]


def sent(line: str, make: Callable[..., Message], address: str) -> Message:
    name, website, words = (part.strip(" ") for part in line.split("|", 2))
    form = Form(author_url=website)
    return make(words.replace("\\n", "\n"), sender=Person(name, address), form=form)


def test_there_are_two_hundred():
    """And no two of them say the same."""
    words = {line.split("|", 2)[2].strip() for line in LINES}

    assert len(words) >= 200


@pytest.mark.parametrize("address", ["ann@example.com", "x7@mailinator.com", ""])
@pytest.mark.parametrize("lang", ["en", "de", "ru"])
def test_none_is_spam(message: Callable[..., Message], address: str, lang: str):
    """Alone, from a disposable address or without one, on a blog in another language."""
    site = Site(hosts=SITE.hosts, names=SITE.names, lang=lang)
    spam = []
    for line in LINES:
        one = sent(line, message, address)
        verdict = screen(one, classify(one), Links(), MemoryHistory([]).before(one), site=site, now=NOW)
        if verdict.level in {Level.SPAM, Level.DISCARD}:
            spam.append((line, verdict.signals))

    assert spam == []


def test_a_learner_taught_the_wrong_way_makes_none_spam(message: Callable[..., Message]):
    """Every one of them was called spam before, and insults were let in: they stay out of the spam."""
    all_ = [sent(line, message, "ann@example.com") for line in LINES]
    history = MemoryHistory([])
    for one in all_:
        history.teach(marks_of(one, SITE), is_spam=True)
    for n in range(ENOUGH):
        history.teach(marks_of(message(f"You know nothing, number {n}."), SITE), is_spam=False)

    verdicts = [screen(one, classify(one), Links(), history.before(one), site=SITE, now=NOW) for one in all_]

    assert Level.SPAM not in {v.level for v in verdicts}
    assert any("learned" in {s.code for s in v.signals} for v in verdicts)


def test_most_are_not_even_doubted(message: Callable[..., Message]):
    """At most one in twenty waits for a second look."""
    all_ = [sent(line, message, "ann@example.com") for line in LINES]
    levels = [
        screen(one, classify(one), Links(), MemoryHistory([]).before(one), site=SITE, now=NOW).level for one in all_
    ]

    assert levels.count(Level.UNSURE) <= len(LINES) / 20
