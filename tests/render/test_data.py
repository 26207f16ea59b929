"""The data for others: what the pages show, and nothing besides."""

from __future__ import annotations

import json
import re
from datetime import date
from typing import Any

import pytest
from markupsafe import Markup

from gratitude.note import NoteKind, Show, Via
from gratitude.render.arrange import Section
from gratitude.render.card import LinkCard
from gratitude.render.data import data
from gratitude.render.walls import Group
from render.conftest import ROOT
from render.samples import HOSTILE, OTHER, POST, SITE, answer, card, question, turn

BLOG = "https://harbour.example/blog"


def made(*groups: Group, questions: Any = (), credits: Any = ()) -> dict[str, Any]:
    return json.loads(data(groups, questions, credits, SITE))


def test_it_names_its_format_and_its_site() -> None:
    """A program that reads it looks at these first; the day is that of the latest words, so two builds agree."""
    later = card(turns=(turn(), answer(date(2026, 6, 1))))
    found = made(Group(POST, (card(), later)))

    assert found | {"posts": []} == {
        "format": "gratitude",
        "version": 1,
        "site": {"name": "Harbour & Notes", "url": f"{BLOG}/", "language": "en"},
        "updated": "2026-06-01",
        "posts": [],
        "questions": [],
    }


def test_a_note_stands_with_its_post() -> None:
    """Who, when, the words twice (as HTML and as text), what was replied."""
    before = LinkCard(title=Markup("Buttons"), url="buttons/#n-1")
    note = card(place="Oban", lang="en", posts=(OTHER,), before=before, turns=(turn(), answer(date(2026, 5, 4))))
    post = made(Group(POST, (note,), "and a few more"))["posts"][0]

    assert post | {"notes": []} == {
        "title": "Q&A: zips", "url": f"{BLOG}/zips/", "date": "2020-01-01", "notes": [], "more": "and a few more",
    }  # fmt: skip
    assert post["notes"] == [
        {
            "id": "2026-05-03-k3f9",
            "kind": "thanks",
            "url": f"{BLOG}/zips/#n-2026-05-03-k3f9",
            "date": "2026-05-03",
            "updated": "2026-05-04",
            "show": "named",
            "byline": "Ann",
            "name": "Ann",
            "place": "Oban",
            "language": "en",
            "html": f'<p>Warm. <a href="{BLOG}/x">x</a></p>',
            "text": "Warm. x",
            "also": [f"{BLOG}/buttons/"],
            "before": f"{BLOG}/buttons/#n-1",
            "replies": [
                {
                    "by": "author",
                    "byline": "Ada",
                    "date": "2026-05-04",
                    "html": f'<p>Ha. <a href="{BLOG}/x">x</a></p>',
                    "text": "Ha. x",
                }
            ],
        }
    ]


def test_a_question_says_what_answers_it() -> None:
    """And how many asked, where the page says so."""
    asked = question(
        answered_by=(
            LinkCard(title=Markup("B"), url="b/"),
            LinkCard(title=Markup("C"), url="https://c", absolute=True),
        ),
        asked=4,
        checked=date(2026, 2, 1),
    )
    found = made(questions=[asked])["questions"][0]

    assert found["post"] == {"title": "Q&A: zips", "url": f"{BLOG}/zips/"}
    assert found["answered_by"] == [f"{BLOG}/b/", "https://c"]
    assert (found["title"], found["answered"], found["asked"], found["checked"]) == ("Warm?", True, 4, 2026)


def test_an_old_answer_says_so_as_the_page_does() -> None:
    """Instead of the year in which it was last looked at."""
    found = made(questions=[question(checked=date(2016, 2, 1), is_old=True)])["questions"][0]

    assert (found["old"], "checked" in found) == (True, False)


def test_what_the_pages_do_not_show_is_not_in_it() -> None:
    """The opaque person, the way a note came, a day the pages shorten to a year; nobody without a name has one."""
    note = card(person="p-secret", face="p-secret", via=Via.MAIL, show=Show.ANONYMOUS, name="A reader", pin=True)
    asked = question(checked=date(2026, 2, 17), asked=1, person="p-secret")
    text = data([Group(POST, (note,))], [asked], [], SITE)

    assert [w for w in ("p-secret", "mail", "2026-02", "pin", '"asked"', "person") if w in text] == []
    assert "name" not in json.loads(text)["posts"][0]["notes"][0]


def test_those_who_are_counted_are_words_as_on_the_page() -> None:
    """A post that only has those stands in the list as well; never a number."""
    found = made(Group(POST, (), "A few people wrote"))["posts"][0]

    assert (found["notes"], found["more"]) == ([], "A few people wrote")


def test_whom_the_author_thanks_stands_with_the_post() -> None:
    """Also on a post that nobody else wrote about; the name is of whom the words are about."""
    credits = [
        Section(post=OTHER, credits=(card(kind=NoteKind.CREDIT, name="Dele", post=OTHER),)),
        Section(post=POST, credits=(card(kind=NoteKind.CREDIT, name="Bo"),)),
    ]
    found = made(Group(POST, (card(),)), credits=credits)["posts"]

    assert [(p["title"], [n["name"] for n in p["notes"]]) for p in found] == [
        ("Q&A: zips", ["Ann", "Bo"]),
        ("Buttons", ["Dele"]),
    ]


def test_a_note_of_the_whole_blog_has_no_post() -> None:
    """``null`` and not a missing member: the note belongs to none, and says so."""
    found = made(Group(None, (card(post=None),)))["posts"][0]

    assert (found["title"], found["url"]) == (None, None)


@pytest.mark.parametrize("words", HOSTILE)
def test_it_may_be_served_as_anything(words: str) -> None:
    """Whatever a name, a place or a title tries."""
    note = card(name=words, place=words, lang="x", turns=(turn(name=words),))
    text = data([Group(POST, (note,), words)], [question(title=words)], [], SITE)

    assert not re.search("[<>&\u2028\u2029]|\\{[{%#]", text)
    assert json.loads(text)["posts"][0]["notes"][0]["place"] == words


def test_every_member_is_in_the_reference() -> None:
    """docs/reference/data.md is the format; a member that it does not name is none of it."""
    full = card(place="Oban", lang="en", posts=(OTHER,), before=LinkCard(title=Markup("B"), url="b/"),
                turns=(turn(), answer(date(2026, 5, 4))))  # fmt: skip
    asked = question(answered_by=(LinkCard(title=Markup("B"), url="b/"),), asked=4, checked=date(2026, 2, 1))
    page = (ROOT / "docs" / "reference" / "data.md").read_text("utf-8")
    members = _members(made(Group(POST, (full,), "and more"), questions=[asked, question(is_old=True)]))

    assert [] == [name for name in sorted(members) if f"`{name}`" not in page]
    assert set(re.findall(r"`([a-z_]+)`(?=[^|\n]*\|[^|\n]*\|\n)", page)) <= members


def _members(value: Any) -> set[str]:
    if isinstance(value, dict):
        return set(value) | {name for v in value.values() for name in _members(v)}
    return {name for v in value for name in _members(v)} if isinstance(value, list) else set()
