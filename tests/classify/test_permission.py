"""What a writer says about being quoted, and what a form says for them."""

from __future__ import annotations

import pytest

from gratitude.classify import classify
from gratitude.message import Form, Message
from gratitude.note import Via

SAID = [
    ("You may quote me with my name.", "named"),
    ("Feel free to quote me, my name is fine.", "named"),
    ("Yes, you may print it. Use my full name.", "named"),
    ("I don't want to be anonymous, so you may publish this under my name.", "named"),
    ("You can publish this.", "anonymous"),
    ("I don't mind if you share this on your blog.", "anonymous"),
    ("You have my permission to publish it.", "anonymous"),
    ("You can publish this without my name.", "anonymous"),
    ("If you quote this, leave my name out.", "anonymous"),
    ("Please don't publish my name, but the rest is fine to quote.", "anonymous"),
    ("Happy for you to quote this, but anonymously please.", "anonymous"),
    ("Please do not publish this.", "refused"),
    ("please dont post this comment", "refused"),
    ("I'd rather you didn't publish it.", "refused"),
    ("This stays between us, please do not put it on your site.", "refused"),
    ("This is not for publication.", "refused"),
    ("Please treat this as confidential, it is only for you.", "refused"),
    ("Please delete this comment again, I wrote my real name by mistake.", "refused"),
    ("Could you take my comment down?", "refused"),
    ("I withdraw my permission.", "refused"),
    ("You can quote the first part with my name, but do not publish the rest.", "refused"),
    ("Keep it between us, please.", "refused"),
    ("A neighbour asked me, years ago, to take it down.", "none"),
    ("The only thing between us and the sea is a wall.", "none"),
    ("The plugin is free to use.", "none"),
    ("Please don't publish my email address.", "none"),
    ("You may publish this, but please do not show my e-mail address.", "anonymous"),
    ("Please do not publish this, nor my email address.", "refused"),
    ("Thank you for the post.", "none"),
    ("May I quote you with your name?", "none"),
    ("You can publish it with make publish.", "none"),
    ("I never publish anything before noon.", "none"),
    ("My site is a place where people can share their thoughts anonymously with others.", "none"),
    ("You can use anonymous functions here.", "none"),
    ("Please don't use tabs in a Makefile.", "none"),
    ("You do not publish often enough.", "none"),
    ("Please delete this file after the build.", "none"),
    ('The footer says "please do not publish this" in red.', "none"),
]


def permission(words: str, show: str = "") -> str:
    return classify(
        Message(identity="mid:1@example.com", via=Via.MAIL, own_words=words, form=Form(show=show))
    ).permission


@pytest.mark.parametrize(("words", "expected"), SAID)
def test_permission_is_read_carefully(words: str, expected: str) -> None:
    """A refusal beats everything; a yes without a word about the name is anonymous; a question is no answer."""
    assert expected == permission(words)


@pytest.mark.parametrize("words", [words for words, expected in SAID if expected != "none"])
def test_the_words_that_say_so_are_shown(words: str) -> None:
    """Every permission that words give or refuse has its evidence."""
    found = classify(Message(identity="mid:1@example.com", via=Via.MAIL, own_words=words))

    assert [span for span in found.evidence if span.kind == "permission"]


@pytest.mark.parametrize(
    ("show", "expected"),
    [("private", "refused"), ("counted", "refused"), ("anonymous", "anonymous"), ("Named", "named"), ("?", "none")],
)
def test_a_form_says_it_by_its_choice(show: str, expected: str) -> None:
    """Private and counted let no word be shown."""
    assert expected == permission("Thank you.", show)


@pytest.mark.parametrize(
    ("words", "show", "expected"),
    [
        ("Please do not publish this.", "named", "refused"),
        ("You may publish this, but without my name.", "named", "anonymous"),
        ("You may quote me with my name.", "private", "refused"),
        ("You may quote me with my name.", "anonymous", "anonymous"),
    ],
)
def test_the_stricter_of_words_and_form_counts(words: str, show: str, expected: str) -> None:
    """Who clicks one thing and writes another is not shown more than either allows."""
    assert expected == permission(words, show)
