"""The same writer, the same words, and the same question in other words."""

from __future__ import annotations

import pytest

from gratitude.link.people import likeness, wrote_about, wrote_before
from gratitude.link.similar import Asked, alike, asks_the_same
from gratitude.message import Earlier, Form, Person


def test_what_a_writer_wrote_about_is_counted(message, past):
    """By exact address; the post written about last stands last."""
    earlier = [
        Earlier(message=message("x", f"mid:{i}@example.com"), post=post)
        for i, post in enumerate(("bread", "cron", "bread", ""))
    ]

    assert list(wrote_about(message("y"), past(*earlier)).items()) == [("cron", 1), ("bread", 2)]


def test_likeness_of_names_joins_nobody(message, past):
    """Another address is another person, and no address is nobody."""
    other = Earlier(
        message=message("x", "mid:1@example.com", sender=Person("Ann", "ann@elsewhere.example")), post="bread"
    )
    nobody = Earlier(message=message("x", "mid:2@example.com", sender=Person("Ann")), post="bread")

    assert wrote_about(message("y"), past(other, nobody)) == {}
    assert wrote_about(message("y", sender=Person("Ann")), past(other, nobody)) == {}


def test_a_message_itself_and_the_authors_mails_do_not_count(message, past):
    """Neither is what this writer wrote before."""
    itself = message("y")
    mine = message("x", "mid:1@example.com", yours=True)

    assert wrote_about(itself, past(Earlier(message=itself, post="bread"), Earlier(message=mine, post="bread"))) == {}


def test_messages_alike_are_told_once_and_in_order(message, past):
    """Nearly the same words, the oldest first; the author's and the message itself are left out."""
    same = "The dough rests in a basket overnight and then it bakes"
    one, two = message(same, "mid:1@example.com"), message(same + "!", "mid:2@example.com")
    mine, itself = message(same, "mid:3@example.com", yours=True), message(same)

    assert alike(itself, past(one, two, mine, itself, one)) == ("mid:1@example.com", "mid:2@example.com")


def at(year: int) -> str:
    return f"{year}-05-03T08:00+00:00"


def test_when_a_writer_wrote_before_is_said_by_year(message):
    """With the posts it was about, each once; undated and later ones, other writers and the same thread do not count."""
    now = message("y", sent=at(2026), references=("mid:thread@example.com",))
    rows = [
        (2023, "bread", {}),
        (2023, "bread", {}),
        (2024, "cron", {}),
        (2024, "rye", {}),
        (2025, "", {}),
        (2027, "later", {}),
        (2022, "other", {"sender": Person("Ann", "ann@elsewhere.example")}),
        (2022, "mine", {"yours": True}),
        (2021, "thread", {"message_id": "mid:thread@example.com"}),
    ]
    earlier = [
        Earlier(message=message("x", f"mid:{i}@example.com", sent=at(year), **more), post=post)
        for i, (year, post, more) in enumerate(rows)
    ]

    assert "in 2023, about bread; in 2024, about cron and rye; in 2025" == wrote_before(now, earlier)
    assert wrote_before(message("y", sender=Person("Ann")), earlier) == ""
    assert "in 2024, in 2025" == wrote_before(
        now, [Earlier(message=message("x", f"mid:{y}@example.com", sent=at(y)), post="") for y in (2024, 2025)]
    )


ANN, ELSEWHERE = Person("Ann Berg", "ann@example.com"), Person("ann  BERG", "ann.berg@elsewhere.example")


@pytest.mark.parametrize(
    ("one", "other", "why"),
    [
        ({"sender": ANN}, {"sender": ELSEWHERE}, "the same full name"),
        ({"sender": ANN}, {"sender": ANN}, ""),
        ({"sender": Person("Ann", "a@example.com")}, {"sender": Person("Ann", "b@example.com")}, ""),
        (
            {"sender": Person("Ann"), "form": Form(author_url="https://www.ann.example/")},
            {"sender": Person("ann", "ann@example.com"), "form": Form(author_url="http://ann.example")},
            "the same name and the same website, ann.example",
        ),
        (
            {"sender": Person("Ann", "a@example.com"), "body": "Hi.\n-- \nAnn, Mill Lane Bakery"},
            {"sender": Person("Ann", "b@example.com"), "body": "Ho.\n-- \nAnn, Mill Lane Bakery\n"},
            "the same name and the same lines below the letter",
        ),
        (
            {"sender": Person("Ann", "annberg@example.com")},
            {"sender": Person("Ann", "annberg@elsewhere.example")},
            "the same name, and the same before the @ of another address",
        ),
        ({"sender": Person("Guest")}, {"sender": Person("guest")}, ""),
        ({"sender": Person("Ann"), "form": Form(author_url="http://[")}, {"sender": Person("Ann")}, ""),
        ({"sender": ANN, "yours": True}, {"sender": ELSEWHERE}, ""),
        ({"sender": Person()}, {"sender": Person()}, ""),
    ],
)
def test_likeness_says_why_and_joins_nothing(message, one, other, why):
    """A first name alone, what many are called, and what the address already tells are no likeness."""
    assert why == likeness(message("x", "mid:1@example.com", **one), message("y", "mid:2@example.com", **other))


SAME = [
    ("Can I freeze the dough?", "Is it possible to freeze the dough before baking?"),
    ("Does it run on Windows 10?", "Will this run on Windows 10 too?"),
    ("Where do I get a sourdough starter?", "Where can I buy a sourdough starter?"),
    ("Is there an RSS feed for comments?", "Do you have a feed for the comments?"),
    ("How do I restore a single file from the backup?", "How can I restore just one file from a backup?"),
]
OTHER = [
    "Does it run on Windows 11?",
    "How often do you feed the sourdough starter?",
    "How do I restore the whole backup to a new disk?",
    "How long does the baked bread keep in the freezer?",
    "Can I use spelt flour instead of rye?",
    "Can I use wholemeal flour instead of rye?",
    "Any ideas?",
]


def test_the_same_question_in_other_words_is_found():
    """Another number, place or thing makes it another question; on another post it is one, too."""
    pairs = [
        Asked(f"{i}{side}", "post", words)
        for i, pair in enumerate(SAME)
        for side, words in zip("ab", pair, strict=True)
    ]
    others = [Asked(f"other{i}", "post", words) for i, words in enumerate(OTHER)]
    elsewhere = [Asked("elsewhere", "second", SAME[0][0]), Asked("nowhere", "", SAME[0][0])]
    expected = {f"{i}{a}": (f"{i}{b}",) for i in range(len(SAME)) for a, b in ("ab", "ba")}

    assert expected == asks_the_same([*pairs, *others, *elsewhere])


def test_who_asks_twice_is_no_second_person():
    """The same address counts once."""
    asked = [Asked(i, "post", "Can I freeze the dough?", "ann@example.com") for i in "ab"]

    assert asks_the_same(asked) == {}
