"""Quotes marked with a name: Supercite, Gnus, FidoNet."""

from __future__ import annotations

import pytest

from gratitude.collect.quoted import own_words


@pytest.mark.parametrize(
    "letter",
    [
        '>>>>> "Author" == Author Example <author@blog.example> writes:\n\nAuthor> Did you restart cron?\nAuthor> Try env -i.\n\nYes, that was it.',
        "Author Example <author@blog.example> writes:\n\nSC> Did you restart cron? Thank you for writing.\n\nYes, that was it.",
        "Ann Example <ann@example.com> writes:\n\nann> Did you restart the machine?\n\nYes, that was it.",
        "AE> Did you restart the machine?\nAE> Thank you for the long letter.\n\nYes, that was it.",
    ],
)
def test_the_quoted_part_is_not_the_writers(letter):
    """Lines behind the quoted writer's name or initials are that writer's."""
    assert "Yes, that was it." == own_words(letter)


@pytest.mark.parametrize(
    "letter",
    [
        "My shell says\n\nmysql> show tables;\nmysql> select 1;\n\nand now it works.",
        "SQL> select name from users where id = 1;\nSQL> commit work and go on;\n\nThat did it.",
        "I use it as a> b in my notes.",
        "The manual says:\n\nmysql> show tables;\n\nand now it works.",
        "My mysql says:\n\nmysql> show tables;\n\nand now it works.",
        "My router says\n\nR1> show ip route\nR1> show ip interface brief\n\nand now it works.",
        "Our chat was\n\n```\nBOB> hello there my friend\nBOB> and thank you for that\n```\n\nand now it works.",
    ],
)
def test_a_prompt_is_no_quote(letter):
    """A program's prompt before a command stays in the words, and so does all that is fenced as code."""
    assert letter == own_words(letter)
