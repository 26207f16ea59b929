"""A text as elision looks at it: readings without escapes, code, links, and where a word may be cut."""

import pytest

from gratitude.publish.seen import grown, page_of


@pytest.mark.parametrize(
    ("text", "reading"),
    [
        ("a%40b", "a@b"),
        ("a%2540b", "a@b"),
        ("a%252540b", "a@b"),
        ("&#64;&#x40;&commat;", "@@@"),
        ("%C3%A9%E2%82%AC%F0%9F%99%82", "é€🙂"),
        ("a\\@b", "a@b"),
        ("a＠b．c", "a@b.c"),
        ("a\u00ad\u200bb", "ab"),
        ("100% of %zz and %ad", "100% of %zz and %ad"),
        ("&nosuch; &", "&nosuch; &"),
    ],
)
def test_the_last_reading_has_no_escapes(text, reading):
    """Percent-encoding, entities, backslashes, wide letters and invisible characters are undone, one in another too."""
    assert reading == page_of(text).views[-1].text


def test_a_reading_knows_its_places():
    """Each character of a reading knows where it stands in the text, however it was written there."""
    page = page_of("x%2540y")
    view = page.views[-1]

    assert "x@y" == view.text
    assert [(0, 1), (1, 6), (6, 7)] == list(zip(view.starts, view.ends, strict=True))


@pytest.mark.parametrize(
    ("text", "cut", "whole"),
    [
        ("one two", (0, 2), "one"),
        ("one two", (1, 5), "one two"),
        ("a_b.c", (0, 1), "a_b"),
        ("cafe\u0301s x", (0, 4), "cafe\u0301s"),
        ("e\u0301x", (2, 3), "e\u0301x"),
        ("山田太郎", (0, 2), "山田"),
        ("(one)", (1, 4), "one"),
    ],
)
def test_no_word_is_cut(text, cut, whole):
    """What is taken out is widened to whole words, accents included; Chinese and Japanese characters are words."""
    page = page_of(text)

    start, end = page.whole(page.views[0], *cut)

    assert whole == text[start:end]


def test_an_escape_is_not_cut():
    """A word that touches an escape takes all of it along, so that no percent sign is left behind."""
    page = page_of("x=%20ann")
    view = page.views[-1]

    start, end = page.whole(view, view.text.index("ann"), len(view.text))

    assert "%20ann" == page.text[start:end]


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("a `b` c", ["`b`"]),
        ("a ``b ` c`` d", ["``b ` c``"]),
        ("a ` b", []),
        ("a ` b\n\nc ` d", []),
        ("```\nx\n```\ny", ["```", "x", "```"]),
        ("~~~\n```\n~~~\ny", ["~~~", "```", "~~~"]),
        ("````\n```\nx", ["````", "```", "x"]),
        ("a\n\n    b\n\n    c\nd", ["    b", "    c"]),
        ("a\n    b", []),
        ("[code]a[/code] [/code] [code]", ["[code]a[/code]"]),
        ("<pre>a</pre> b </pre>", ["<pre>a</pre>"]),
    ],
)
def test_code_is_what_commonmark_calls_code(text, code):
    """Fences, indented blocks and code spans as CommonMark has them, and the code tags of blogs."""
    assert code == [text[start:end] for start, end in page_of(text).code]


def test_links_end_before_the_marks_of_the_sentence():
    """A link is known without the full stop or bracket behind it, and a very long one as it stands."""
    long = "https://x.example/" + "a)" * 4000

    page = page_of(f"(see https://x.example/a.) {long}")

    assert ["https://x.example/a", long] == [page.text[start:end] for start, end in page.links]


def test_places_inside_code_and_links():
    """A place is in code or in a link only where all of it is."""
    page = page_of("`a b` https://x.example/c d")

    assert page.in_code(1, 4)
    assert not page.in_code(3, 7)
    assert (6, 25) == page.link(20, 25)
    assert page.link(20, 27) is None
    assert page.link(0, 1) is None


@pytest.mark.parametrize(
    ("text", "cut", "whole"),
    [
        ("[quote a b]c", (7, 8), "[quote a b]"),
        ("x\n```sh a\ny", (3, 4), "```sh a"),
        ("x\n```sh a\ny", (8, 9), "a"),
        ("a[…]b", (0, 3), "a[…]"),
        ("see 👍🏽 it", (4, 5), "👍🏽"),
        ("one two", (1, 2), "one"),
        ("one [b]two", (0, 3), "one"),
    ],
)
def test_what_an_excerpt_does_not_compare_goes_whole(text, cut, whole):
    """A shortcode, the ticks of a fence, a gap and an emoji are never cut; the words behind a fence's ticks may be."""
    ((start, end),) = grown(text, [cut])

    assert whole == text[start:end]
