"""Every message is hostile until parsed: nothing hangs, raises, or gets a line break into a value."""

import re

import pytest

from gratitude.collect.parse import parse

from .limits import run

BOMBS = {
    "deep multiparts": ("MIME-Version: 1.0\r\n" + "".join(f'Content-Type: multipart/mixed; boundary="b{i}"\r\n\r\n--b{i}\r\n' for i in range(1500)) + "Content-Type: text/plain\r\n\r\nhi\r\n").encode(),
    "many parts": b"Content-Type: multipart/mixed; boundary=b\r\n\r\n" + b"--b\r\n\r\nx\r\n" * 30_000 + b"--b--",
    "quotes in From": b"From: " + b'"' * 10_000 + b"\r\n\r\nx",
    "a crowd in To": b"To: " + b"a@example.com," * 20_000 + b"\r\n\r\nx",
    "nested comments": b"From: " + b"(" * 3_000 + b"\r\n\r\nx",
    "encoded words": b"Subject: " + b"=?utf-8?q?a?= " * 20_000 + b"\r\n\r\nx",
    "parameters": b"Content-Type: text/plain; " + b"".join(b'name*%d*="x"; ' % i for i in range(5_000)) + b"\r\n\r\nx",
    "headers without end": b"".join(b"X-%d: y\r\n" % i for i in range(60_000)) + b"\r\nx",
    "folded for ever": b"Subject: a" + b"\r\n x" * 60_000 + b"\r\n\r\nx",
    "base64 cut short": b"Content-Transfer-Encoding: base64\r\n\r\n" + b"A" * 1_000_001,
    "html without end": b"Content-Type: text/html\r\n\r\n" + b"<div>" * 60_000,
    "quotes of quotes": b"\r\n\r\n" + b"\n".join(b">" * (i % 300) + b" a" for i in range(5_000)),
    "a wall of attributions": b"\r\n\r\n" + b"On Monday, somebody wrote:\n" * 20_000,
    "one long line": b"\r\n\r\n" + b"a" * 3_000_000,
}  # fmt: skip
LINE_BREAK = re.compile("[\r\n\x0b\x0c\x85\u2028\u2029]")


def test_no_bomb_takes_long():
    """All of them together stay within a few CPU seconds and the memory of a small machine."""
    cases = [case.replace(b"\0", b"") for case in BOMBS.values()]

    found = run("gratitude.collect.parse:parse", cases, cpu_s=60)

    assert [name for name, (cpu, _) in zip(BOMBS, found, strict=True) if cpu > 4] == []


@pytest.mark.parametrize(
    "head",
    [
        b"Subject: =?utf-8?q?a=0d=0aBcc:_x=40example.com?=",
        b"Subject: =?utf-8?q?a=E2=80=A8Bcc:_x=40example.com?=",
        b"From: =?utf-8?b?YQ0KQmNjOiBldmlsQHgK?= <a@example.com>",
        b"Subject: a\rBcc: x@example.com",
        b"Subject: =?utf-8?q?a=00=1b=08=0b?=",
    ],
)
def test_no_value_breaks_out_of_its_line(head):
    """A decoded subject or name is one line, without control characters."""
    message = parse(head + b"\r\n\r\nx")

    for value in (message.subject, message.sender.name, message.sender.address, message.message_id):
        assert not LINE_BREAK.search(value)
        assert all(c.isprintable() for c in value)


@pytest.mark.parametrize("charset", ["zip", "hex", "undefined", "idna", "unicode_escape", "x-foo", "\xff\xfe", ""])
def test_no_charset_raises(charset):
    """A charset that is none of a text's leaves the words readable as far as they are."""
    raw = f"Content-Type: text/plain; charset={charset}\r\n\r\nIt helped.".encode("latin-1")

    assert "It helped." in parse(raw).body
