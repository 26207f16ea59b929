"""Headers: fields, encoded words, people and ids, as leniently as real programs need."""

from __future__ import annotations

import time

import pytest

from gratitude.collect.headers import body_at, header_text, message_ids, people, read_headers
from gratitude.message import Person


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("Ann <Ann@Example.com>", [("Ann", "ann@example.com")]),
        ("ann@example.com (Ann Example)", [("Ann Example", "ann@example.com")]),
        (
            '"Example, Ann" <ann@example.com>, ben@example.com',
            [("Example, Ann", "ann@example.com"), ("", "ben@example.com")],
        ),
        ("=?utf-8?q?J=C3=B6rg=2C_B=2E?= <j@example.com>", [("Jörg, B.", "j@example.com")]),
        ('"=?utf-8?b?w4TDlg==?=" <j@example.com>', [("ÄÖ", "j@example.com")]),
        ('"Ann \\"Q\\" Example" <ann@example.com>', [('Ann "Q" Example', "ann@example.com")]),
        ("'Ann' <ann@example.com>", [("Ann", "ann@example.com")]),
        ("ann@example.com <ann@example.com>", [("", "ann@example.com")]),
        ("friends: ann@example.com, Ben <ben@example.com>;", [("", "ann@example.com"), ("Ben", "ben@example.com")]),
        ("undisclosed-recipients:;", []),
        ("Ann <ann@example.com", [("Ann", "ann@example.com")]),
        ("Example, Ann <ann@example.com>", [("Example, Ann", "ann@example.com")]),
        (
            "Example, Ann, PhD <ann@example.com>, ben@example.com",
            [("Example, Ann, PhD", "ann@example.com"), ("", "ben@example.com")],
        ),
        ("http://ann.example.com/ <ann@example.com>", [("http://ann.example.com/", "ann@example.com")]),
        ("ann.q at example.com  (Ann Example)", [("Ann Example", "ann.q@example.com")]),
        ("Ann Example <ann at example.com>", [("Ann Example", "ann@example.com")]),
        ("Ann at home <ann@example.com>", [("Ann at home", "ann@example.com")]),
        ("Ann Example [mailto:ann@example.com]", [("Ann Example", "ann@example.com")]),
        ("ann@example.com <Ann Example>", [("Ann Example", "ann@example.com")]),
        ("Ann; Ben <ben@example.com>", [("Ann", ""), ("Ben", "ben@example.com")]),
        ("Ann, ben@example.com", [("Ann", ""), ("", "ben@example.com")]),
        ("ann@example.com, Ben <ben@example.com>", [("", "ann@example.com"), ("Ben", "ben@example.com")]),
        ('Ann, "Ben" <ben@example.com>', [("Ann", ""), ("Ben", "ben@example.com")]),
        ("Ann", [("Ann", "")]),
        ("", []),
        ('"', []),
        ("<", []),
        ("<>", []),
    ],
)
def test_people_are_read_as_programs_write_them(value, expected):
    """Name and address, the address in lower case."""
    assert [Person(*p) for p in expected] == list(people(value.encode()))


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        (b"=?UTF-8?Q?=C3?= =?utf-8?q?=A4?=", "ä"),
        (b"=?utf-8?q?a?=  =?utf-8?q?b?= c", "ab c"),
        (b"a =?utf-8?q?b?= c", "a b c"),
        (b"=?iso-8859-1*en?q?caf=E9?=", "café"),
        (b"=?utf-8?b?w6Q?=", "ä"),
        (b"=?utf-8?b?!w6Q=!?=", "ä"),
        (b"=?x-foo?q?caf=E9?=", "café"),
        (b"J\xc3\xb6rg", "Jörg"),
        (b"J\xf6rg", "Jörg"),
        (b"=?utf-8?q?a=0d=0aBcc:_x?=", "a Bcc: x"),
        (b"=?utf-8?q?=ED=A0=80?=", "\ufffd\ufffd\ufffd"),
        (b"a\0b\x1b", "ab"),
        (b"=?utf-8?z?x?= =?=", "=?utf-8?z?x?= =?="),
    ],
)
def test_values_are_decoded_and_stay_on_one_line(value, expected):
    """RFC 2047, raw UTF-8, else Windows-1252; never a line break or a control character."""
    assert expected == header_text(value)


@pytest.mark.parametrize(
    ("head", "expected"),
    [
        (b"A: 1\nB : 2\n", [("a", b"1"), ("b", b"2")]),
        (b"A: 1\r\n 2\r\n\t3\r\nB:4", [("a", b"1 2 3"), ("b", b"4")]),
        (b"From x@y Thu\n>From z\nA: 1\nno header\nB: 2", [("a", b"1"), ("b", b"2")]),
        (b" folded first\nA: 1", [("a", b"1")]),
        (b"A:\nA: 2", [("a", b""), ("a", b"2")]),
    ],
)
def test_fields_keep_their_order_and_lines_that_are_none_are_passed_over(head, expected):
    """Folded lines are joined by a space (RFC 5322 §2.2.3)."""
    assert expected == list(read_headers(head).fields)


@pytest.mark.parametrize(
    ("raw", "expected"),
    [
        (b"A: 1\n\nbody", b"body"),
        (b"A: 1\r\n\r\nbody", b"body"),
        (b"\nbody", b"body"),
        (b"A: 1\n \nbody text", b"body text"),
        (b"A: 1\nbody without an empty line", b"body without an empty line"),
        (b"A: 1\n", b""),
        (b"A: 1\r\n\r\nx\n\ny", b"x\n\ny"),
    ],
)
def test_the_body_begins_behind_the_first_empty_line(raw, expected):
    """A line of blanks ends a torn header too, and so does the first line that is none."""
    assert expected == raw[body_at(raw)[1] :]


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        (b"<a@b> <c@d>", ("a@b", "c@d")),
        (b"<>", ()),
        (b"<a@b><a@b>", ("a@b",)),
        (b"<a b>", ()),
        (b"<[hex@example.com]>", ("[hex@example.com]",)),
    ],
)
def test_message_ids_lose_their_brackets(value, expected):
    """Repeats count once; an empty one is none."""
    assert expected == message_ids(value)


@pytest.mark.parametrize(
    "value",
    [b'"' * 60000, b"(" * 60000, b"<" * 60000, b"a:" * 30000, b"a@" * 30000, b"a." * 30000 + b"@x", b"=?utf-8?q?a?= " * 4000, b"=?" * 30000,
     b"=?a?q?" * 9000, b'\\"' * 30000, b"a@b.example," * 5000, b"(a) " * 15000],
)  # fmt: skip
def test_hostile_values_take_no_time(value):
    """Linear, whatever is repeated."""
    start = time.process_time()

    people(value), header_text(value), message_ids(value)

    assert time.process_time() - start < 1


@pytest.mark.parametrize(
    ("value", "name", "address"),
    [
        ("=?utf-8?Q?Email:_Dire=C3=A7=C3=A3o?= <direccao@example.com>", "Email: Direção", "direccao@example.com"),
        ("<ann@example.com> Ann Example", "Ann Example", "ann@example.com"),
        ("=?utf-8?Q?Ann_=3Cann=40example=2Ecom=3E?= <relay@example.com>", "Ann", "relay@example.com"),
        ('"Ann (ann@example.com)" <relay@example.com>', "Ann", "relay@example.com"),
        ("Josh @ FreeDNS <josh@example.com>", "Josh @ FreeDNS", "josh@example.com"),
        ("Friends: Ann <ann@example.com>;", "Ann", "ann@example.com"),
    ],
)
def test_names_that_other_programs_lost(value, name, address):
    """A colon in an encoded name (thunderbird-android#7752), a name behind its address, an address inside a name."""
    found = people(value.encode())[0]

    assert (name, address) == (found.name, found.address)
