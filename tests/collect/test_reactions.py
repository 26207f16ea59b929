"""Reactions that arrive as letters: none of their words are the writer's."""

from __future__ import annotations

import pytest

from collect.samples import mail
from gratitude.classify import classify
from gratitude.collect.parse import parse
from gratitude.message import Kind


@pytest.mark.parametrize(
    "words",
    [
        "Liked “I rewrote the part about PATH. Does it help?”",
        "Loved an image",
        "Laughed at “That job ran twice”",
        "👍 to “ Did you restart cron? ”",
        "Reacted ❤️ to “Did you restart cron?”",
        "A aimé « As-tu redémarré cron ? »",
        "Gefällt „Hast du cron neu gestartet?“",
        "Ann Example reacted to your message in Microsoft Teams\n\n> Did you restart?",
        "Ann Example reacted with 👍 to your message:\n\nFrom: Author <author@blog.example>\nSent: Friday, May 9, 2025\nTo: Ann\nSubject: Re: cron\n\nThank you.",
    ],
)
def test_a_reaction_has_no_words(words):
    """What Messages, Outlook and Teams write out for a thumb is the author's own words, not the reader's; it is praise."""
    message = parse(mail(words=words))

    assert (True, "", Kind.PRAISE) == (message.is_reaction, message.own_words, classify(message).primary)


@pytest.mark.parametrize(
    "words", ["Questioned “Did you restart cron?”", "Disliked an image", "Removed a heart from “Yes”"]
)
def test_a_thumb_down_is_no_praise(words):
    """A thumb down, a question mark and a heart taken back are reactions, and applaud nothing."""
    message = parse(mail(words=words))

    assert (True, Kind.REMARK) == (message.is_reaction, classify(message).primary)


@pytest.mark.parametrize(
    "words",
    [
        "Liked “the trick with env -i” a lot. Thank you for writing it down!",
        "Loved it! Thank you.",
        'Liked "the trick with env -i"',
        "Ann reacted to your message: she is happy.\n\nAnd so am I.",
        "Loved “Cron for humans”. It saved my weekend, thank you! Please write about “timers”.",
    ],
)
def test_a_sentence_stays_the_readers(words):
    """A reader who begins so and goes on, or quotes a title with straight marks in a first letter, keeps the words."""
    assert words == parse(mail(words=words)).own_words


@pytest.mark.parametrize(
    ("words", "is_reaction"),
    [
        ('Liked "Did you restart cron?"', True),
        ('Liked "I wrote "env -i" there"', True),
        ('Liked "env -i" and the rest of "cron"', False),
        ("Loved “I wrote “env -i” there”", True),
        ("Gefällt „Cron“. Es läuft wieder, danke für „Timer“", False),
    ],
)
def test_straight_quotes_count_in_an_answer(words, is_reaction):
    """A gateway that straightens the quotes is believed where the letter answers another; two quotations are a sentence."""
    assert is_reaction == parse(mail(words=words, In_Reply_To="<author-1@blog.example>")).is_reaction


def test_a_forms_words_are_no_reaction():
    """Nobody reacts by a form: "Loved “Cron”" is what its visitor wrote."""
    raw = mail(words="Loved “Cron for humans”", **{"X-Gratitude-Show": "named"})

    assert "Loved “Cron for humans”" == parse(raw, trusted=True).own_words
