"""Transfer encodings that no header declares."""

from __future__ import annotations

import base64

import pytest

from collect.samples import mail
from gratitude.collect.parse import parse
from gratitude.collect.undeclared import undeclared

WORDS = "Thank you, that saved my weekend. It’s a café of a post, and was not declared."


def test_undeclared_encodings_are_undone():
    """A mail whose encoding header was lost on its way reads as it was written."""
    quoted = "Thank you, that saved my weekend. It=E2=80=99s a caf=C3=A9 of a post, =\nand was not declared."
    packed = base64.encodebytes(WORDS.encode()).decode()

    assert [WORDS, WORDS] == [parse(mail(words=w)).own_words for w in (quoted, packed)]


@pytest.mark.parametrize(
    "text",
    [
        "See https://x.example/?p=12 =\nand more",
        "x =3D y without a line break",
        "a=1\nb=2\nc =C3=A9 =\n",
        "caf=E9 =\nonly",
        "A" * 80,
        "VGhhbmsgeW91\n" * 3,
        base64.encodebytes(bytes(range(256))).decode(),
        "",
    ],
)
def test_what_may_be_the_writers_stays(text):
    """Equals signs, addresses and lines of letters that may be meant so are left alone."""
    assert text.encode() == undeclared(text.encode())
