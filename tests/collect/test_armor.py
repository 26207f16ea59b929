"""OpenPGP's armour: a signed text stays, what only machines read goes."""

from __future__ import annotations

import time

import pytest

from gratitude.collect.armor import is_sealed, unarmored
from gratitude.collect.parse import parse

SIGNED = """-----BEGIN PGP SIGNED MESSAGE-----
Hash: SHA256

Thank you for the post.
- - with a list
- --{space}
Ann
-----BEGIN PGP SIGNATURE-----

iQEzBAEBCAAdFiEE
=abcd
-----END PGP SIGNATURE-----""".replace("{space}", " ")
SEALED = """-----BEGIN PGP MESSAGE-----

hQEMA0123456789ABCDEF
=abcd
-----END PGP MESSAGE-----"""
KEY = """-----BEGIN PGP PUBLIC KEY BLOCK-----

mQENBFexample
=abcd
-----END PGP PUBLIC KEY BLOCK-----"""
LETTER = b"From: Ann <ann@example.com>\nSubject: Hi\nMessage-ID: <1@example.com>\n\n%s\n"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(SIGNED, "Thank you for the post.\n- with a list\n-- \nAnn", id="a signed text, its dashes undone"),
        pytest.param(f"{SIGNED}\nlist footer", "Thank you for the post.\n- with a list\n-- \nAnn\nlist footer", id="what a list adds"),
        pytest.param(f"My key:\n{KEY}\nThanks!", "My key:\nThanks!", id="a key"),
        pytest.param(f"See below.\n{SEALED}", "See below.", id="a sealed block under words"),
        pytest.param("> " + SIGNED.replace("\n", "\n> "), "> " + SIGNED.replace("\n", "\n> "), id="a quoted one"),
        pytest.param("How do I read -----BEGIN PGP MESSAGE-----?", "How do I read -----BEGIN PGP MESSAGE-----?", id="words about it"),
        pytest.param("-----BEGIN PGP MESSAGE-----\nno end", "-----BEGIN PGP MESSAGE-----\nno end", id="no end"),
        pytest.param("- plain\n- list", "- plain\n- list", id="no armour"),
    ],
)  # fmt: skip
def test_armour_is_taken_off(text, expected):
    """RFC 9580 §7 and §6.2; see the id."""
    assert expected == unarmored(text)


@pytest.mark.parametrize(
    ("text", "expected"), [(SEALED, True), (SIGNED, False), (f"hello\n{SEALED}", False), ("", False)]
)
def test_a_letter_is_sealed_when_nothing_is_in_the_clear(text, expected):
    """Then its words are unreadable, as with PGP/MIME."""
    assert expected == is_sealed(text)


def test_a_signed_letter_loses_its_signature_in_both_senses():
    """The armour first, then the lines behind ``-- ``."""
    assert "Thank you for the post.\n- with a list" == parse(LETTER % SIGNED.encode()).own_words


def test_a_sealed_letter_is_unreadable():
    """Nobody publishes its base64."""
    found = parse(LETTER % SEALED.encode())

    assert ("", "its words are encrypted") == (found.own_words, found.facts["unreadable"])


@pytest.mark.parametrize(
    "line", ["-----BEGIN PGP MESSAGE-----\n", "-----BEGIN PGP SIGNED MESSAGE-----\n", "-----END PGP MESSAGE-----\n"]
)
def test_hostile_armour_takes_no_time(line):
    """Forty thousand beginnings without an end."""
    start = time.process_time()
    unarmored(line * 40_000)

    assert time.process_time() - start < 2
