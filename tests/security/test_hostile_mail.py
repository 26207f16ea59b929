"""Every message is hostile until parsed: nothing hangs, raises, or gets a line break into a value."""

import re

import pytest

from gratitude.collect.parse import parse

from .limits import run

ORDINARY = (
    b"From: Ann <ann@example.com>\r\nSubject: Thank you\r\n\r\n"
    + b"It helped us on a Sunday, and on Monday too.\r\n" * 20_000
)


def bombs(times):
    """Return mails that were made to cost; ``times`` is 2 for the whole of each, 1 for half of it."""
    return {
        "deep multiparts": ("MIME-Version: 1.0\r\n" + "".join(f'Content-Type: multipart/mixed; boundary="b{i}"\r\n\r\n--b{i}\r\n' for i in range(750 * times)) + "Content-Type: text/plain\r\n\r\nhi\r\n").encode(),
        "many parts": b"Content-Type: multipart/mixed; boundary=b\r\n\r\n" + b"--b\r\n\r\nx\r\n" * (15_000 * times) + b"--b--",
        "quotes in From": b"From: " + b'"' * (5_000 * times) + b"\r\n\r\nx",
        "a crowd in To": b"To: " + b"a@example.com," * (10_000 * times) + b"\r\n\r\nx",
        "nested comments": b"From: " + b"(" * (1_500 * times) + b"\r\n\r\nx",
        "encoded words": b"Subject: " + b"=?utf-8?q?a?= " * (10_000 * times) + b"\r\n\r\nx",
        "parameters": b"Content-Type: text/plain; " + b"".join(b'name*%d*="x"; ' % i for i in range(2_500 * times)) + b"\r\n\r\nx",
        "headers without end": b"".join(b"X-%d: y\r\n" % i for i in range(30_000 * times)) + b"\r\nx",
        "folded for ever": b"Subject: a" + b"\r\n x" * (30_000 * times) + b"\r\n\r\nx",
        "base64 cut short": b"Content-Transfer-Encoding: base64\r\n\r\n" + b"A" * (500_000 * times),
        "html without end": b"Content-Type: text/html\r\n\r\n" + b"<div>" * (30_000 * times),
        "quotes of quotes": b"\r\n\r\n" + b"\n".join(b">" * (i % 300) + b" a" for i in range(2_500 * times)),
        "a wall of attributions": b"\r\n\r\n" + b"On Monday, somebody wrote:\n" * (10_000 * times),
        "one long line": b"\r\n\r\n" + b"a" * (1_500_000 * times),
    }  # fmt: skip


LINE_BREAK = re.compile("[\r\n\x0b\x0c\x85\u2028\u2029]")


def test_no_bomb_takes_long():
    """Each costs about what an honest mail of a megabyte costs, or in proportion to its length."""
    wholes, halves = bombs(2), bombs(1)
    pairs = {name: (halves[name], whole) for name, whole in wholes.items()}

    found = run("gratitude.collect.parse:parse", pairs, ordinary=ORDINARY, cpu_s=120)

    assert [name for name, (steep, _) in found.items() if steep] == []


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
