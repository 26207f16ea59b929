"""Letters inside an opaque S/MIME signature."""

from __future__ import annotations

import base64

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gratitude.collect.opaque import DATA, SIGNED
from gratitude.collect.parse import parse

LETTER = b"Content-Type: text/plain; charset=utf-8\r\n\r\nThank you for the caf\xc3\xa9 post.\r\n"


def element(tag, value, indefinite=False):
    """One DER (or BER) element."""
    if indefinite:
        return bytes([tag, 0x80]) + value + b"\0\0"
    size = len(value)
    length = bytes([size]) if size < 128 else b"\x82" + size.to_bytes(2)
    return bytes([tag]) + length + value


def whole(letter):
    """As Outlook writes it: one octet string."""
    return element(
        0x30,
        SIGNED
        + element(0xA0, element(0x30, b"\x02\x01\x01" + element(0x30, DATA + element(0xA0, element(4, letter))))),
    )


def in_pieces(letter):
    """As Apple Mail streams it: lengths are not known yet."""
    pieces = b"".join(element(4, letter[i : i + 20]) for i in range(0, len(letter), 20))
    content = element(0xA0, element(0x24, pieces, indefinite=True), indefinite=True)
    return element(
        0x30,
        SIGNED + element(0xA0, element(0x30, b"\x02\x01\x01" + DATA + content, indefinite=True), indefinite=True),
        indefinite=True,
    )


def mailed(der, kind="signed-data"):
    """The mail around it."""
    head = f"From: Ann <ann@example.com>\nSubject: Hi\nMessage-ID: <1@example.com>\nContent-Type: application/pkcs7-mime; smime-type={kind}; name=smime.p7m\n"
    return head.encode() + b"Content-Transfer-Encoding: base64\n\n" + base64.encodebytes(der)


@pytest.mark.parametrize("build", [whole, in_pieces])
def test_the_words_in_an_opaque_signature_are_read(build):
    """Signed is not encrypted: everybody may read it, but for the mail programs that do not look."""
    found = parse(mailed(build(LETTER)))

    assert ("Thank you for the café post.", None) == (found.own_words, found.facts.get("unreadable"))


def test_what_is_encrypted_stays_unreadable():
    """No letter in it that we could read."""
    enveloped = element(0x30, SIGNED[:-1] + b"\x03" + element(0xA0, b"\x30\x80" + b"x" * 60))

    found = parse(mailed(enveloped, "enveloped-data"))

    assert ("", "its words are encrypted") == (found.own_words, found.facts["unreadable"])


@given(st.binary(max_size=200))
def test_whatever_stands_in_it_is_read_or_unreadable(data):
    """Broken lengths, missing ends."""
    found = parse(mailed(SIGNED + DATA + data))

    assert found.message_id == "1@example.com"
