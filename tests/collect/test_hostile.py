"""Hostile mails: little time, little memory, no exception, nothing unclean in any value."""

from __future__ import annotations

import dataclasses
import re
import subprocess
import sys
import time
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from gratitude.collect.parse import parse

UNCLEAN = re.compile("[\0-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff\u2028\u2029\u202e]")
PLUGINS = Path(__file__).parents[2] / "plugins"


def deep(levels):
    nested = "".join(f'Content-Type: multipart/mixed; boundary="b{i}"\n\n--b{i}\n' for i in range(levels))
    return (nested + "Content-Type: text/plain\n\nhi\n").encode()


MAILS = {
    "1,500 nested multiparts": deep(1500),
    "50,000 parts": b"Content-Type: multipart/mixed; boundary=b\n\n" + b"--b\n\nx\n" * 50_000 + b"--b--",
    "boundaries that are none": b"Content-Type: multipart/mixed; boundary=b\n\n" + b"--bx\n" * 200_000,
    "100,000 headers": b"".join(b"X-%d: y\n" % i for i in range(100_000)) + b"\nx",
    "a header folded 100,000 times": b"Subject: a" + b"\n x" * 100_000 + b"\n\nx",
    "a million in Subject": b"Subject: " + b"=?utf-8?q?a?= " * 70_000 + b"\n\nx",
    "quotes in From": b"From: " + b'"' * 1_000_000 + b"\n\nx",
    "parentheses in From": b"From: " + b"(" * 500_000 + b"\n\nx",
    "words for a date": b"Date: " + b"Mon, " * 200_000 + b"\n\nx",
    "parameters": b"Content-Type: text/plain; " + b'name*0*="x"; ' * 50_000 + b"\n\nx",
    "base64 of nothing": b"Content-Transfer-Encoding: base64\n\n" + b"A" * 3_000_001,
    "quoted-printable": b"Content-Transfer-Encoding: quoted-printable\n\n" + b"=3D" * 500_000,
    "uuencode": b"Content-Transfer-Encoding: uuencode\n\nbegin 644 x\n" + b"M" + b"5" * 60 + b"\n" * 200_000,
    "open links": b"Content-Type: text/html\n\n" + b'<a href="https://x.example.com/' * 30_000,
    "nested tags": b"Content-Type: text/html\n\n" + b"<div><blockquote>" * 60_000,
    "wrapped links": b"\n".join(
        [b"A: 1", b""] + [b"https://x.safelinks.protection.outlook.com/?url=https%3A%2F%2Fx.example.com"] * 10_000
    ),
    "angle brackets": b"A: 1\n\n" + b"<https://x\n" * 80_000,
    "gmail labels": b"X-Gmail-Labels: " + b'",' * 500_000 + b"\n\nx",
    "references": b"References: " + b"<a@b> " * 200_000 + b"\n\nx",
    "a line of a megabyte": b"A: 1\n\n" + b"On " * 350_000 + b"wrote:\n> x",
    "escape sequences": b"A: 1\n\n" + b"\x1b$B!!" * 200_000,
    "no line end": b"x" * 3_000_000,
}


def texts(value):
    """Every string in a message."""
    if isinstance(value, str):
        yield value
    elif dataclasses.is_dataclass(value):
        for f in dataclasses.fields(value):
            yield from texts(getattr(value, f.name))
    elif isinstance(value, dict):
        yield from (t for pair in value.items() for x in pair for t in texts(x))
    elif isinstance(value, tuple):
        yield from (t for x in value for t in texts(x))


@pytest.mark.parametrize("name", MAILS)
def test_a_hostile_mail_is_read_in_little_time(name):
    """Two CPU seconds at most, and no value that could break out of its line or out of XML."""
    start = time.process_time()

    found = parse(MAILS[name])

    assert time.process_time() - start < 2
    assert [] == [t[:40] for t in texts(found) if UNCLEAN.search(t)]


@given(st.binary(max_size=400) | st.text(max_size=200).map(lambda t: t.encode("utf-8", "surrogatepass")))
@settings(max_examples=300, deadline=None)
def test_no_bytes_raise(raw):
    """As a whole mail, as a header and as a body of either kind."""
    for whole in (
        raw,
        b"Subject: " + raw,
        b"From: " + raw + b"\nDate: " + raw + b"\n\n" + raw,
        b"Content-Type: text/html\n\n" + raw,
        b"Content-Type: " + raw + b"\nContent-Transfer-Encoding: quoted-printable\n\n" + raw,
    ):
        for text in texts(parse(whole)):
            assert not UNCLEAN.search(text)
            text.encode()


def test_subjects_of_more_than_a_line_stay_on_one():
    """A decoded CR LF injects no header later (cpython#144125)."""
    found = parse(
        b"Subject: =?utf-8?q?a=0d=0aBcc:_evil=40x?=\nFrom: =?utf-8?b?YQ0KQmNjOiBldmlsQHgK?= <a@b.example>\n\nx"
    )

    assert ("a Bcc: evil@x", "a Bcc: evil@x") == (found.subject, found.sender.name)


PURE = [
    "parse",
    "skim",
    "quoted",
    "armor",
    "card",
    "lines",
    "opaque",
    "author",
    "headers",
    "charsets",
    "dates",
    "mime",
    "flowed",
    "folders",
    "html",
    "tidy",
    "phrases",
    "wxr",
]


@pytest.mark.parametrize("module", PURE)
def test_a_pure_module_touches_no_world(module):
    """Of what the world is made of nothing is loaded by importing it alone: no sockets, no folders, no database."""
    code = (
        "import sys; before = set(sys.modules)\n"
        f"import gratitude.collect.{module}\n"
        "world = {'pathlib', 'tempfile', 'sqlite3', 'socket', 'http', 'subprocess', 'random', 'secrets', 'uuid', 'mailbox', 'bs4', 'defusedxml'}\n"
        "print(sorted(world & (set(sys.modules) - before)))"
    )

    told = subprocess.run(
        [sys.executable, "-c", code], env={"PYTHONPATH": str(PLUGINS)}, capture_output=True, text=True, check=True
    )

    assert "[]" == told.stdout.strip()


def test_opening_the_package_loads_no_heavy_library():
    """``gratitude.collect`` imports lazily."""
    code = "import sys, gratitude.collect as c\nprint([m for m in ('bs4', 'defusedxml', 'xml', 'gratitude.collect.parse') if m in sys.modules], c.__all__)"

    told = subprocess.run(
        [sys.executable, "-c", code], env={"PYTHONPATH": str(PLUGINS)}, capture_output=True, text=True, check=True
    )

    assert "[] ['Source', 'open_source']" == told.stdout.strip()
