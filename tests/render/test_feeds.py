"""Atom, the threading extension, and ids that stay."""

from __future__ import annotations

from datetime import date
from typing import Any
from xml.etree import ElementTree as ET

import feedparser
import pytest

from gratitude.render import entries as made
from gratitude.render.card import Card
from gratitude.render.feeds import atom
from gratitude.render.say import Say
from render.samples import OTHER, POST, SITE, answer, card, question

ATOM, THREAD = "{http://www.w3.org/2005/Atom}", "{http://purl.org/syndication/thread/1.0}"
ADDRESS = "https://feeds.example/feeds/thanks.atom.xml"


def entries(feed: str) -> list[ET.Element]:
    return list(ET.fromstring(feed).iter(f"{ATOM}entry"))


def thanks(*cards: Card, **site: Any) -> str:
    return atom(made.thanks(cards, SITE | site, ADDRESS, Say()))


def questions(*cards: Card) -> str:
    return atom(made.questions(cards, SITE, ADDRESS, Say()))


def test_an_entry_says_who_wrote_what_about_which_post() -> None:
    """Addresses are absolute, the post is named by the id it has in Pelican's own feed."""
    entry = entries(thanks(card()))[0]

    assert entry.findtext(f"{ATOM}title") == "Ann, on Q&A: zips"
    assert entry.find(f"{ATOM}link").attrib["href"] == "https://harbour.example/blog/zips/#n-2026-05-03-k3f9"
    assert entry.find(f"{THREAD}in-reply-to").attrib == {
        "ref": "tag:harbour.example,2020-01-01:/zips/",
        "href": "https://harbour.example/blog/zips/",
        "type": "text/html",
    }
    assert 'href="https://harbour.example/blog/x"' in entry.findtext(f"{ATOM}content")


@pytest.mark.parametrize(
    "changed",
    [
        {"day": date(2026, 6, 1)},
        {"url": "moved/#n-2026-05-03-k3f9"},
        {"post": None},
        {"name": "Somebody else"},
        {"turns": (answer(date(2027, 1, 1)),)},
    ],
)
def test_an_id_never_changes(changed: dict[str, Any]) -> None:
    """A moved post, a mended day, another name: feed readers must not show the note as new."""
    before, after = (entries(thanks(c))[0].findtext(f"{ATOM}id") for c in (card(), card(**changed)))

    assert before == after == "tag:harbour.example,2026-05-03:gratitude/2026-05-03-k3f9"


def test_a_note_named_by_hand_has_an_id_too() -> None:
    """Its stem is no day."""
    entry = entries(thanks(card(id="first-letter")))[0]

    assert entry.findtext(f"{ATOM}id") == "tag:harbour.example,2026-05-03:gratitude/first-letter"


def test_updated_is_the_day_of_the_latest_turn() -> None:
    """Never a file's time; times of day are not told."""
    entry = entries(thanks(card(turns=(card().opening, answer(date(2026, 5, 9))))))[0]

    assert entry.findtext(f"{ATOM}published") == "2026-05-03T00:00:00+00:00"
    assert entry.findtext(f"{ATOM}updated") == "2026-05-09T00:00:00+00:00"


def test_newest_come_first_and_no_more_than_the_site_wants() -> None:
    """FEED_MAX_ITEMS holds for ours as well; None is all."""
    cards = [card(id=f"2026-05-{d:02}-aaaa", day=date(2026, 5, d)) for d in range(1, 6)]

    assert len(entries(thanks(*cards, FEED_MAX_ITEMS=None))) == 5
    assert [e.findtext(f"{ATOM}id")[-18:-5] for e in entries(thanks(*cards, FEED_MAX_ITEMS=2))] == [
        "de/2026-05-05",
        "de/2026-05-04",
    ]


def test_the_feed_names_itself_and_its_page() -> None:
    """By FEED_DOMAIN where the site has one."""
    root = ET.fromstring(thanks(card()))
    links = {link.attrib["rel"]: link.attrib["href"] for link in root.findall(f"{ATOM}link")}

    assert root.findtext(f"{ATOM}title") == "Harbour & Notes - Who this helped"
    assert links == {
        "alternate": "https://harbour.example/blog/who-this-helped/",
        "self": "https://feeds.example/feeds/thanks.atom.xml",
    }


def test_a_question_counts_its_answers() -> None:
    """RFC 4685: a link to the replies, their number there and as a total."""
    asked = question(turns=(card().opening, answer(date(2026, 5, 4)), card().opening))
    entry = entries(questions(asked))[0]
    replies = next(link for link in entry.findall(f"{ATOM}link") if link.attrib["rel"] == "replies")

    assert replies.attrib[f"{THREAD}count"] == entry.findtext(f"{THREAD}total") == "1"
    assert replies.attrib["href"] == "https://harbour.example/blog/questions/x/"
    assert replies.attrib[f"{THREAD}updated"] == "2026-05-04T00:00:00+00:00"


def test_a_question_without_an_answer_has_none() -> None:
    """Their number is told as 0, and no day of the latest."""
    entry = entries(questions(question()))[0]
    replies = next(link for link in entry.findall(f"{ATOM}link") if link.attrib["rel"] == "replies")

    assert entry.findtext(f"{THREAD}total") == "0"
    assert f"{THREAD}updated" not in replies.attrib


def test_further_posts_are_related() -> None:
    """One post is answered, which feed readers show; the others stand beside it."""
    entry = entries(thanks(card(posts=(OTHER,))))[0]
    related = [link.attrib["href"] for link in entry.findall(f"{ATOM}link") if link.attrib["rel"] == "related"]

    assert len(entry.findall(f"{THREAD}in-reply-to")) == 1
    assert related == ["https://harbour.example/blog/buttons/"]


def test_a_feed_reader_finds_it_all() -> None:
    """Feedparser knows the extension, and complains of nothing."""
    found = feedparser.parse(thanks(card(lang="fr", name="Zoé <3")))

    assert found.bozo is False
    assert found.entries[0]["thr_in-reply-to"]["ref"] == POST.atom_id
    assert found.entries[0].author == "Zoé ‹3"
    assert 'xml:lang="fr"' in thanks(card(lang="fr"))


def test_a_note_about_the_whole_blog_answers_no_post() -> None:
    """It is listed under the blog's name."""
    entry = entries(thanks(card(post=None)))[0]

    assert entry.findtext(f"{ATOM}title") == "Ann, on Harbour & Notes"
    assert entry.find(f"{THREAD}in-reply-to") is None
