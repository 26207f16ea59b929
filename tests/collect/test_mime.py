"""Parts, transfer encodings and soft line breaks."""

from __future__ import annotations

import pytest

from gratitude.collect.charsets import decoded
from gratitude.collect.flowed import joined_addresses, unflowed, unquoted_from
from gratitude.collect.headers import body_at, read_headers
from gratitude.collect.mime import content_type, leaf_bytes, leaves, text_of


def parts(raw):
    """The leaves of a mail as (type, bytes)."""
    stop, body = body_at(raw)
    found, _ = leaves(raw, read_headers(raw[:stop]), body)
    return [(p.type, leaf_bytes(raw, p)) for p in found]


MULTI = b'Content-Type: multipart/mixed; boundary="b"\n\npreamble\n--b\n\none\n--b\nContent-Type: text/html\n\ntwo\n--b--\nepilogue\n'
NESTED = (
    b"Content-Type: multipart/mixed; boundary=a\n\n--a\nContent-Type: multipart/alternative; boundary=b\n\n"
    b"--b\n\none\n--b\nContent-Type: text/html\n\ntwo\n--b--\n--a\nContent-Type: image/png\n\nx\n--a--\n"
)


@pytest.mark.parametrize(
    ("raw", "expected"),
    [
        (b"A: 1\n\nwords\n", [("text/plain", b"words\n")]),
        (MULTI, [("text/plain", b"one"), ("text/html", b"two")]),
        (MULTI.replace(b"\n", b"\r\n"), [("text/plain", b"one"), ("text/html", b"two")]),
        (MULTI.replace(b"--b--\nepilogue\n", b""), [("text/plain", b"one"), ("text/html", b"two\n")]),
        (NESTED, [("text/plain", b"one"), ("text/html", b"two"), ("image/png", b"x")]),
        (MULTI.replace(b"--b", b"--c"), [("text/plain", MULTI.replace(b"--b", b"--c").partition(b"\n\n")[2])]),
        (MULTI.replace(b'; boundary="b"', b""), [("text/plain", b"one"), ("text/html", b"two")]),
        (b"Content-Type: multipart/mixed\n\nwords\n--\nAnn\n", [("text/plain", b"words\n--\nAnn\n")]),
        (MULTI.replace(b"--b\n\none", b"--bb\n\none"), [("text/html", b"two")]),
        (
            b"Content-Type: multipart/mixed; boundary=b\n\n--b\nwords without a header\n--b--",
            [("text/plain", b"words without a header")],
        ),
        (b"Content-Type: message/rfc822\n\nFrom: x\n\ninner", [("message/rfc822", b"From: x\n\ninner")]),
    ],
)
def test_leaves_lie_where_their_boundaries_say(raw, expected):
    """RFC 2046 §5.1, and what programs make of it."""
    assert expected == parts(raw)


@pytest.mark.parametrize(
    ("encoding", "data", "expected"),
    [
        (b"base64", b"VGhhbmsgeW91", b"Thank you"),
        (b"BASE64", b"VGhhb\nmsg?eW91\n", b"Thank you"),
        (b"base64", b"VGhhbmsgeW9", b"Thank yo"),
        (b"base64", b"V", b""),
        (b"quoted-printable", b"a=3Db=\nc =E4=\n", b"a=bc \xe4"),
        (b"quoted-printable", b"100=% =zz", b"100=% =zz"),
        (b"x-uuencode", b"begin 644 x\n%5&AA;FL \n`\nend\n", b"Thank"),
        (b"8bit", b"caf\xe9", b"caf\xe9"),
        (b"nonsense", b"words", b"words"),
    ],
)
def test_transfer_encodings_are_undone_as_far_as_they_go(encoding, data, expected):
    """Truncated, foreign and unknown ones too (2,867 of 18,035 mails were cut in mid-base64)."""
    assert [("text/plain", expected)] == parts(b"Content-Transfer-Encoding: " + encoding + b"\n\n" + data)


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        (b"text/plain; charset=utf-8", ("text/plain", {"charset": "utf-8"})),
        (b'TEXT/HTML;\tcharset="UTF-8" ; format=flowed', ("text/html", {"charset": "UTF-8", "format": "flowed"})),
        (b"text/plain; name*=utf-8''a%20b", ("text/plain", {"name": "utf-8''a%20b"})),
        (b"text", ("text/plain", {})),
        (b"", ("text/plain", {})),
    ],
)
def test_types_and_parameters(value, expected):
    """RFC 2045 §5; what cannot be read is plain text."""
    assert expected == content_type(read_headers(b"Content-Type: " + value))


@pytest.mark.parametrize(
    ("data", "charset", "expected"),
    [
        ("grüße".encode(), "", "grüße"),
        ("grüße".encode(), "iso-8859-1", "grüße"),
        ("grüße".encode("latin-1"), "iso-8859-1", "grüße"),
        ("“q”".encode("cp1252"), "us-ascii", "“q”"),
        ("привет".encode("koi8-r"), "KOI8-R", "привет"),
        ("привет".encode("cp1251"), "'windows-1251'", "привет"),
        ("你好".encode("gb18030"), "gb2312", "你好"),
        ("안녕".encode("cp949"), "ks_c_5601-1987", "안녕"),
        ("안녕".encode("iso2022_kr"), "", "안녕"),
        ("日本".encode("iso2022_jp"), "utf-8", "日本"),
        ("x".encode("utf-16"), "utf-16", "x"),
        (b"+AOQ-", "utf-7", "ä"),
        (b"caf\xe9", "x-foo", "café"),
        (b"caf\xe9", "hex", "café"),
        (b"caf\xe9", "unicode_escape", "café"),
        (b"caf\xe9", "idna", "café"),
        (b"caf\xe9", "\0", "café"),
        (b"", "utf-8", ""),
        (b"caf\xe9 and \x93so\x94", "utf-8", "caf\u00e9 and \u201cso\u201d"),
        (b"ok \xc3\xa9, Gr\xfc\xdfe", "utf-8", "ok \u00e9, Gr\u00fc\u00dfe"),
        (b"Ann\xe9", "x-unknown", "Ann\u00e9"),
        ("谢谢".encode("gb2312"), "gb2312", "谢谢"),
        ("谢谢你的文章".encode(), "gb2312", "谢谢你的文章"),
        ("Спасибо большое за статью".encode("cp1251"), "", "Спасибо большое за статью"),
        ("Спасибо большое за статью".encode("koi8_r"), "iso-8859-1", "Спасибо большое за статью"),
        ("Спасибо большое за статью".encode(), "us-ascii", "Спасибо большое за статью"),
        ("Ça marche, déjà vu, ÉÀÈÙ ÉÀÈÙ".encode("cp1252"), "", "Ça marche, déjà vu, ÉÀÈÙ ÉÀÈÙ"),
        (b"\xc3\xa9 cut \xe2", "utf-8", "\u00e9 cut \ufffd"),
        (b"\xed\xa0\x80", "utf-8", "\ufffd\ufffd\ufffd"),
        (b"\x1b(I\x31\x1b(B and \x1b$B\x2d\x21\x1b(B", "", "ｱ and ①"),
    ],
)
def test_bytes_become_text_whatever_their_charset_says(data, charset, expected):
    """Escape sequences, UTF-8 where valid, the declared charset, Windows-1252; never an exception."""
    assert expected == decoded(data, charset)


@pytest.mark.parametrize(
    ("text", "delsp", "expected"),
    [
        ("a \nb\nc", False, "a b\nc"),
        ("a \nb", True, "ab"),
        ("> a \n> b\nc", False, "> a b\nc"),
        ("> a \nb", False, "> a \nb"),
        (" >a\n From x", False, ">a\nFrom x"),
        ("a \n-- \nAnn", False, "a \n-- \nAnn"),
        (">> a \n>> b", False, ">> a b"),
    ],
)
def test_flowed_lines_are_joined(text, delsp, expected):
    """RFC 3676 §4: the same quote depth, space-stuffing undone, never into a signature."""
    assert expected == unflowed(text, delsp=delsp)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("see <https://example.com/a\n/b\n/c> and", "see <https://example.com/a/b/c> and"),
        ("see <https://example.com/a> and\nmore", "see <https://example.com/a> and\nmore"),
        ("<https://example.com/a b\nc>", "<https://example.com/a b\nc>"),
        ("https://example.com/a\n/b", "https://example.com/a\n/b"),
    ],
)
def test_an_address_in_brackets_is_made_whole(text, expected):
    """RFC 3986 appendix C; outside brackets nobody can know."""
    assert expected == joined_addresses(text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a\n>From now\nb", "a\nFrom now\nb"),
        ("a\n>>From now", "a\n>From now"),
        ("> a\n>From now\n> b", "> a\n>From now\n> b"),
        (">Fromage", ">Fromage"),
    ],
)
def test_from_is_unquoted_unless_it_stands_in_a_quote(text, expected):
    """An mbox wrote ``>From ``; among other quoted lines a person did."""
    assert expected == unquoted_from(text)


@pytest.mark.parametrize(
    ("kind", "expected"),
    [("text/html", "Спасибо"), ("text/html; charset=us-ascii", "Спасибо"), ("text/html; charset=koi8-r", "яОЮЯХАН")],
)
def test_a_page_may_say_its_charset_itself(kind, expected):
    """Where the mail's header is silent; what the header says counts more (HTML 5 §13.2.3.2)."""
    page = '<html><head><meta http-equiv="Content-Type" content="text/html; charset=windows-1251"></head>Спасибо'
    raw = f"Content-Type: {kind}\n\n".encode() + page.encode("cp1251")
    stop, body = body_at(raw)
    (leaf,), _ = leaves(raw, read_headers(raw[:stop]), body)

    assert expected.casefold() == text_of(raw, leaf).rpartition(">")[2].casefold()
