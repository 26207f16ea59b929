"""What may stand in public: the whole of elision, its properties, and what it costs."""

from urllib.parse import quote

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from effort import is_steep
from gratitude.message import Person
from gratitude.moderate.excerpt import is_excerpt
from gratitude.publish.redact import Redacted, redact

ANN = Person("Ann Example", "ann@example.com")
AUTHOR = Person("", "author@blog.example")

PIECES = st.sampled_from(
    [
        "ann@example.com", "ANN@Example.COM", "ann%40example.com", "ann%2540example%2Ecom", "&#97;nn&#64;example.com",
        "<ann@example.com>", "mailto:ann@example.com?subject=hi", "ann at example dot com", "ann [at] example [dot] com",
        "bob@corp.example", "<20260503.4711@mail.example>", "+49 170 5550123", "Tel. 030 1234567", "(555) 123-4567",
        "https://x.example/?m=ann%40example.com&y=1", "https://x.example/ann@example.com/y", "[ann@example.com](mailto:ann@example.com)",
        "Ann", "Ann Example", "Ann's", "Annual", "ann", "Example", "A.E.", "I'm Ann", "Best regards,", "Thanks, Ann",
        "`", "```", "~~~", "[b]", "[/b]", "[code ann@example.com]", "[…]", "[...]", "[", "]", "(", ")", "<", ">", '"', "'", "%", "\\",
        "\n", "\n\n", "\n    ", " ", "  ", ".", ",", ":", "-", "_", "/", "@", "+", "#", "$", "山田", "\u0301", "\u200b", "é", "İ", "1", "12", "x",
        "getty@tty1.service", "git@github.com:a/b", "192.0.2.1", "fe80::1", "Rosenweg 3", "https://ann.example/",
    ]
)  # fmt: skip
LETTERS = st.lists(st.one_of(PIECES, st.text(max_size=4)), max_size=25).map("".join)
HOSTILE = {
    "addresses": "a@", "numbers": "+1 1 1", "brackets": "<", "quotes": "\"'", "quoted": '"@', "one letter": "a", "digits": "1",
    "number list": "123456, ", "ticks": "` `` ", "spelled": "a at b dot c ", "link": "http://x)))", "escapes": "%40",
    "entities": "&#64;", "same address": "ann@example.com ", "shortcode": "[b a@b.cc]", "dots": "a.", "versions": "1.2.3.4 ",
    "gaps": "[…] ", "spaces": " ", "colons": "1::", "greetings": "Best regards\n", "names": "Ann Example ", "indented": "\n    \nx",
    "streets": "12 Main ", "mailto": "mailto:ann@example.com?", "parens": "1 (1", "cues": "tel ", "unspaced": "山田",
    "marks": "a\u0301", "work": "I work at ", "message-ids": "<a<a", "one long link": "https://x.example/?a@b.cc=",
}  # fmt: skip


ORDINARY = ("Thank you for the page about tides, Ann; on 3 May we walked out and back.\n" * 2_000)[:100_000]


def words(text, **how):
    return redact(text, people=[ANN, AUTHOR], **how).words


def test_a_signature_with_everything():
    """Address and number go; a street and the lines after a greeting stay and are named (case 60)."""
    letter = (
        "It ended a week of failing backups. Feel free to quote me.\n\nKind regards,\nAnn Example\n"
        "Head of Backups | Example Ltd | Rosenweg 7, 12345 Berlin\n"
        "Mobile: +49 170 5550123 | ann.example@work.example.com\nGet Outlook for Android<https://aka.ms/AAb9ysg>"
    )

    found = redact(letter, people=[ANN])

    expected = letter.replace("+49 170 5550123", "[…]").replace("ann.example@work.example.com", "[…]")
    assert expected == found.words
    assert (
        ("a telephone number", "+49 170 5550123"),
        ("a mail address", "ann.example@work.example.com"),
    ) == found.taken
    assert (
        "looks like a street with its number, and stays: “Rosenweg 7”",
        "the lines after “Kind regards” look like a signature",
    ) == found.warnings


def test_a_letter_with_nothing_in_it_is_untouched():
    """Words without anything private come back as they were, with no word about them."""
    letter = "Your post saved my weekend.\n\nDoes `env -i` work on 3.11.7, since 2026-05-03 10:00?\n"

    assert Redacted(letter) == redact(letter, people=[ANN, AUTHOR])


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("write to ann@example.com.", "write to […]."),
        ("write to ANN@EXAMPLE.COM!", "write to […]!"),
        ("Ann <ann@example.com>", "Ann […]"),
        ("_ann@example.com_", "[…]"),
        ("xann@example.commerce", "[…]"),
        ("[write](mailto:ann@example.com?subject=hi)", "[write]([…])"),
        ("[ann@example.com](mailto:ann@example.com)", "[…]"),
        ("ann%40example.com", "[…]"),
        ("ann%2540example%252Ecom", "[…]"),
        ("&#97;nn&commat;example&#46;com", "[…]"),
        ("ann\\@example.com", "[…]"),
        ("ann＠example．com", "[…]"),
        ("ann\u200b@example.com", "[…]"),
        ("ann at example.com", "[…]"),
        ("Ann AT example DOT com", "[…]"),
        ("`ann@example.com`", "`[…]`"),
        ("\n    mail ann@example.com", "\n    mail […]"),
        ("ann@example.com, author@blog.example", "[…], […]"),
        ("ann@example.com author@blog.example", "[…]"),
        ("ann@example.com […]", "[…]"),
        ("ann@example.com\n[…]", "[…]\n[…]"),
    ],
)
def test_peoples_addresses_go_in_any_spelling(text, left):
    """Addresses of the conversation's people go wherever they stand and however they are written, in code too."""
    assert left == words(text)


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("https://x.example/?m=ann%40example.com&y=1", "https://x.example/?m=[…]&y=1"),
        ("https://x.example/?y=1&m=ann@example.com", "https://x.example/?y=1&m=[…]"),
        ("https://x.example/?ann@example.com", "https://x.example/?[…]"),
        ("https://x.example/?data=05%7C02%7Cauthor%40blog.example%7C0a&r=0", "https://x.example/?data=[…]&r=0"),
        ("see https://x.example/u/ann@example.com/posts.", "see […]."),
        ("https://x.example/#ann@example.com", "[…]"),
        ("https://ann:secret@example.com/", "[…]"),
        ("https://ann@example.com=1/?a=b", "[…]"),
        ("[page](https://x.example/?m=ann%40example.com)", "[page](https://x.example/?m=[…])"),
    ],
)
def test_of_a_link_only_the_value_goes(text, left):
    """An address in a link's query takes that value with it; anywhere else in a link it takes the link."""
    assert left == words(text)


def test_keep_keeps_and_is_silent():
    """A text that the author keeps stays, and is no longer named."""
    letter = "bob@corp.example and Tel. 030 1234567, at Rosenweg 3, root@localhost; not carl@corp.example"

    found = redact(letter, keep=["bob@corp.example", "030 1234567", "Rosenweg 3", "root@localhost", "", " "])

    assert letter.replace("carl@corp.example", "[…]") == found.words
    assert (("a mail address", "carl@corp.example"),) == found.taken
    assert () == found.warnings


def test_keep_holds_exactly_what_was_printed():
    """Each text of ``taken`` given back as ``keep`` keeps it; so does the author's own address."""
    letter = "<ann@example.com>, <20260503.4711@mail.example>, https://x.example/ann@example.com, +49 170 5550123 x12"
    taken = redact(letter, people=[ANN]).taken

    found = redact(letter, people=[ANN], keep=[text for _, text in taken])

    assert 4 == len(taken)
    assert Redacted(letter) == found


def test_what_is_taken_is_told_once_and_in_order():
    """``taken`` names each text once, in the order of the words."""
    found = redact("+49 170 5550123 or bob@corp.example or +49 170 5550123")

    assert (("a telephone number", "+49 170 5550123"), ("a mail address", "bob@corp.example")) == found.taken


def test_shortcode_and_fence_stay_comparable():
    """An excerpt is compared without shortcodes and fences: a cut one goes whole, a fence's words may go alone."""
    letter = "[quote ann@example.com]hi[/quote]\n```ann@example.com\nx\n```"

    assert "[…]hi[/quote]\n```[…]\nx\n```" == words(letter)


@settings(max_examples=150, deadline=None)
@given(LETTERS, st.booleans())
def test_a_redaction_is_an_excerpt(letter, without_names):
    """What is left is the writer's own words with visible gaps, whatever was taken out."""
    left = words(letter, without_names=without_names)

    assert is_excerpt(left, letter)


@settings(max_examples=150, deadline=None)
@given(LETTERS, st.booleans())
def test_twice_changes_nothing_more(letter, without_names):
    """Redacting what is redacted takes nothing more and leaves the same warnings."""
    once = redact(letter, people=[ANN, AUTHOR], without_names=without_names)

    twice = redact(once.words, people=[ANN, AUTHOR], without_names=without_names)

    assert Redacted(once.words, (), once.warnings) == twice


def test_a_stray_percent_sign_hides_no_address():
    """A percent sign in front of an encoded address takes its first letters for an escape; it goes all the same."""
    found = redact("%00%2f%40a.example", people=[Person("", "00/@a.example")])

    assert "%[…]" == found.words


@settings(max_examples=150, deadline=None)
@given(LETTERS, st.emails(), LETTERS)
def test_no_address_of_the_people_is_left(before, address, behind):
    """A redacted text contains no address of the people, in plain, upper case or percent-encoded."""
    person = Person("", address.lower())
    spellings = (address, address.upper(), quote(address, safe=""), address.replace("@", "%40"))

    for spelling in spellings:
        left = redact(f"{before}{spelling}{behind}", people=[ANN, person]).words.lower()

        for shape in (
            address,
            quote(address, safe=""),
            address.replace("@", "%40"),
            "ann@example.com",
            "ann%40example.com",
        ):
            assert shape.lower() not in left


@settings(max_examples=200, deadline=None)
@given(
    st.text(),
    st.lists(st.text(max_size=6), max_size=3),
    st.lists(st.builds(Person, st.text(max_size=8), st.text(max_size=8)), max_size=3),
)
def test_nothing_raises(letter, texts, people):
    """Whatever a letter, a name, an address or a text to keep holds, there is an answer."""
    found = redact(letter, people=people, keep=texts, without_names=True, names=texts)

    assert isinstance(found, Redacted)


@pytest.mark.parametrize("name", HOSTILE)
def test_the_time_is_linear(name):
    """Hostile text costs time in proportion to its length."""
    letter = (HOSTILE[name] * 100_000)[:100_000]

    def redacted(text):
        return redact(text, people=[ANN, AUTHOR], without_names=True)

    assert not is_steep(redacted, letter[:50_000], letter, ORDINARY)
