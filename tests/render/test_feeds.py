"""Atom, the threading extension, and ids that stay."""

from __future__ import annotations

from datetime import date
from io import StringIO
from typing import Any
from xml.etree import ElementTree as ET

import feedparser
import pytest
from markupsafe import Markup

from gratitude.note import NoteKind, Show, Who
from gratitude.render import options
from gratitude.render.card import Card, PostCard, TurnCard
from gratitude.render.feeds import ThreadedAtom, questions_feed, thanks_feed
from gratitude.render.say import Say

SITE: dict[str, Any] = {
    **options.read({})[0],
    "SITENAME": "Harbour &amp; Notes",
    "SITEURL": "https://harbour.example/blog",
    "FEED_DOMAIN": "https://feeds.example",
    "FEED_MAX_ITEMS": 100,
    "GRATITUDE_WALL_TITLE": "Who this helped",
    "GRATITUDE_QUESTIONS_TITLE": "Questions readers asked",
    "DEFAULT_LANG": "en",
    "AUTHOR": "Ada",
}
POST = PostCard(
    key="a.md", title=Markup("Q&amp;A: <em>zips</em>"), url="zips/", atom_id="tag:harbour.example,2020-01-01:/zips/"
)
ATOM, THREAD = "{http://www.w3.org/2005/Atom}", "{http://purl.org/syndication/thread/1.0}"


def card(**values: Any) -> Card:
    words = TurnCard(who=Who.READER, name="Ann", html=lambda url: Markup(f'<p>Warm. <a href="{url}/x">x</a></p>'))
    defaults: dict[str, Any] = {
        "id": "2026-05-03-k3f9", "kind": NoteKind.THANKS, "show": Show.NAMED, "name": "Ann", "place": "", "person": "",
        "face": "", "lang": "", "direction": "auto", "day": date(2026, 5, 3), "turns": (words,), "post": POST,
        "url": "zips/#n-2026-05-03-k3f9",
    }  # fmt: skip
    return Card(**(defaults | values))


def answer(day: date) -> TurnCard:
    return TurnCard(who=Who.ANSWER, name="Ada", html=lambda _: Markup("<p>Ha.</p>"), day=day)


def text(feed: ThreadedAtom) -> str:
    file = StringIO()
    feed.write(file, "utf-8")
    return file.getvalue()


def entries(feed: ThreadedAtom) -> list[ET.Element]:
    return list(ET.fromstring(text(feed)).iter(f"{ATOM}entry"))


def thanks(*cards: Card, **site: Any) -> ThreadedAtom:
    return thanks_feed(cards, SITE | site, "feeds/thanks.atom.xml", Say())


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
    root = ET.fromstring(text(thanks(card())))
    links = {link.attrib["rel"]: link.attrib["href"] for link in root.findall(f"{ATOM}link")}

    assert root.findtext(f"{ATOM}title") == "Harbour & Notes - Who this helped"
    assert links == {
        "alternate": "https://harbour.example/blog/who-this-helped/",
        "self": "https://feeds.example/feeds/thanks.atom.xml",
    }


def test_a_question_counts_its_answers() -> None:
    """RFC 4685: a link to the replies, their number there and as a total."""
    question = card(
        kind=NoteKind.QUESTION,
        title="Warm?",
        url="questions/x/",
        turns=(card().opening, answer(date(2026, 5, 4)), card().opening),
    )
    entry = entries(questions_feed([question], SITE, "feeds/questions.atom.xml"))[0]
    replies = next(link for link in entry.findall(f"{ATOM}link") if link.attrib["rel"] == "replies")

    assert replies.attrib[f"{THREAD}count"] == entry.findtext(f"{THREAD}total") == "1"
    assert replies.attrib["href"] == "https://harbour.example/blog/questions/x/"


def test_a_feed_reader_finds_it_all() -> None:
    """Feedparser knows the extension, and complains of nothing."""
    found = feedparser.parse(text(thanks(card(lang="fr", name="Zoé <3"))))

    assert found.bozo is False
    assert found.entries[0]["thr_in-reply-to"]["ref"] == POST.atom_id
    assert found.entries[0].author == "Zoé ‹3"
    assert 'xml:lang="fr"' in text(thanks(card(lang="fr")))


def test_a_note_about_the_whole_blog_answers_no_post() -> None:
    """It is listed under the blog's name."""
    entry = entries(thanks(card(post=None)))[0]

    assert entry.findtext(f"{ATOM}title") == "Ann, on Harbour & Notes"
    assert entry.find(f"{THREAD}in-reply-to") is None
