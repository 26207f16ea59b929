"""JSON-LD: what the page shows, in the words of schema.org, and no claim beyond it."""

from __future__ import annotations

import json
import re
from datetime import date
from html.parser import HTMLParser
from typing import Any

import pytest
from markupsafe import Markup

from gratitude.note import NoteKind, Show
from gratitude.render import structured
from gratitude.render.card import Card, LinkCard
from render.samples import HOSTILE, OTHER, answer, card, question, turn

BLOG = "https://harbour.example/blog"
SITE = structured.Site(BLOG, "Harbour &amp; Notes", "en")
ZIPS = {"@type": "BlogPosting", "headline": "Q&A: zips", "url": f"{BLOG}/zips/"}
ADA = {"@type": "Person", "name": "Ada"}


class Scripts(HTMLParser):
    """The scripts of a page as a browser cuts them, and whatever stands outside."""

    def __init__(self, markup: str) -> None:
        super().__init__()
        self.inside, self.outside, self.tags = "", "", 0
        self.feed(markup)

    def handle_starttag(self, tag: str, attrs: object) -> None:
        self.tags += 1

    def handle_data(self, data: str) -> None:
        if self.cdata_elem:
            self.inside += data
        else:
            self.outside += data


def read(script: str) -> dict[str, Any]:
    found = Scripts(script)
    assert (found.tags, found.outside) == (1, "")
    return json.loads(found.inside)


def of_wall(*cards: Card, site: structured.Site = SITE) -> dict[str, Any]:
    return read(structured.wall(cards, "who/", "Who", "Letters.", site))


def of_question(**values: Any) -> dict[str, Any]:
    return read(structured.question(question(**values), SITE))["mainEntity"]


def test_the_wall_is_a_collection_of_comments() -> None:
    """As many as stand on this page, in its order."""
    found = of_wall(card(), card(id="2", url="zips/#n-2", show=Show.ANONYMOUS, name="A reader", lang="fr"))
    items = found["mainEntity"].pop("itemListElement")

    assert found == {
        "@context": "https://schema.org",
        "@type": "CollectionPage",
        "url": f"{BLOG}/who/",
        "name": "Who",
        "inLanguage": "en",
        "isPartOf": {"@type": "WebSite", "name": "Harbour & Notes", "url": f"{BLOG}/"},
        "description": "Letters.",
        "mainEntity": {"@type": "ItemList", "numberOfItems": 2},
    }
    assert items[0] == {
        "@type": "ListItem",
        "position": 1,
        "item": {
            "@type": "Comment",
            "url": f"{BLOG}/zips/#n-2026-05-03-k3f9",
            "text": "Warm. x",
            "author": {"@type": "Person", "name": "Ann"},
            "datePublished": "2026-05-03",
            "parentItem": ZIPS,
        },
    }
    assert (items[1]["position"], items[1]["item"]["inLanguage"]) == (2, "fr")


@pytest.mark.parametrize(
    "values",
    [
        {"show": Show.ANONYMOUS, "name": "A reader"},
        {"show": Show.MINE, "name": "A reader, told by Ada", "turns": (answer(),)},
        {"show": Show.NAMED, "kind": NoteKind.CREDIT, "name": "Dele", "turns": (answer(),)},
    ],
)
def test_nobody_is_called_a_reader(values: dict[str, Any]) -> None:
    """Without a name there is no author; and whom the author thanks or tells of did not write the words."""
    assert "author" not in of_wall(card(**values))["mainEntity"]["itemListElement"][0]["item"]


def test_replies_are_comments_below_their_note() -> None:
    """With the name of who wrote them: the blog's author, or the reader where the note is named."""
    turns = (turn(), answer(date(2026, 5, 4)), turn("Thanks.", day=date(2026, 5, 5)))
    items = [of_wall(c)["mainEntity"]["itemListElement"][0]["item"]["comment"] for c in (
        card(turns=turns), card(turns=turns, show=Show.ANONYMOUS),
    )]  # fmt: skip

    assert items[0] == [
        {"@type": "Comment", "text": "Ha. x", "author": ADA, "datePublished": "2026-05-04"},
        {
            "@type": "Comment",
            "text": "Thanks. x",
            "author": {"@type": "Person", "name": "Ann"},
            "datePublished": "2026-05-05",
        },
    ]
    assert [i.get("author") for i in items[1]] == [ADA, None]


def test_a_note_is_about_its_posts() -> None:
    """A page of the site is no blog post; a note about the whole blog has no parent."""
    page = {"@type": "WebPage", "name": "Buttons", "url": f"{BLOG}/buttons/"}
    items = of_wall(card(posts=(OTHER,)), card(post=OTHER), card(post=None))["mainEntity"]["itemListElement"]

    assert [i["item"].get("parentItem") for i in items] == [[ZIPS, page], page, None]


def test_a_question_tells_its_answers_and_accepts_none() -> None:
    """Nobody accepted one: the author of an answer does not, and "that did it" is a comment, not a choice.

    Answers lead to where they stand on the page.
    """
    turns = (turn(), answer(date(2026, 5, 4)), turn("That did it.", day=date(2026, 5, 5)), answer(words="Good."))
    found = of_question(turns=turns)

    assert (found["@type"], found["name"], found["text"], found["answerCount"]) == ("Question", "Warm?", "Warm. x", 2)
    assert found["suggestedAnswer"] == [
        {
            "@type": "Answer",
            "text": "Ha. x",
            "author": ADA,
            "url": f"{BLOG}/questions/x/#answer",
            "datePublished": "2026-05-04",
        },
        {"@type": "Answer", "text": "Good. x", "author": ADA, "url": f"{BLOG}/questions/x/#answer-4"},
    ]
    assert [(c["@type"], c["url"]) for c in found["comment"]] == [("Comment", f"{BLOG}/questions/x/#more-3")]
    assert "acceptedAnswer" not in found


def test_the_parts_of_a_question_have_names() -> None:
    """The first answer's is short, since people link to it; they stay when the author writes more."""
    asked = question(turns=(turn(), answer(), turn(), answer()))

    assert [asked.part(number) for number in range(1, 5)] == ["question", "answer", "more-3", "answer-4"]


def test_an_open_question_has_no_answer() -> None:
    """Its number is 0, as the page says."""
    found = of_question()

    assert found["answerCount"] == 0
    assert not {"suggestedAnswer", "comment"} & set(found)


def test_posts_that_answer_are_related() -> None:
    """They are no Answer: only what stands on the page is."""
    links = (LinkCard(title=Markup("B"), url="b/"), LinkCard(title=Markup("C"), url="https://c", absolute=True))
    page = read(structured.question(question(answered_by=links), SITE))

    assert (page["@type"], page["relatedLink"]) == ("WebPage", [f"{BLOG}/b/", "https://c"])
    assert page["mainEntity"]["answerCount"] == 0


def test_the_index_is_a_list_of_addresses() -> None:
    """No FAQPage: readers wrote the questions, and their answers stand elsewhere."""
    found = read(structured.index([question()], "questions/", "Questions", "Asked.", SITE))

    assert found["mainEntity"] == {
        "@type": "ItemList",
        "numberOfItems": 1,
        "itemListElement": [{"@type": "ListItem", "position": 1, "url": f"{BLOG}/questions/x/", "name": "Warm?"}],
    }


def test_a_page_that_only_leads_on_has_no_list() -> None:
    """The wall's lists of posts and people: no letter stands there, so none is told."""
    assert "mainEntity" not in of_wall()


def test_addresses_follow_the_page() -> None:
    """With RELATIVE_URLS they are relative, as JSON-LD allows in a page."""
    found = of_wall(card(), site=structured.Site("..", "Harbour", "en"))

    assert (found["url"], found["mainEntity"]["itemListElement"][0]["item"]["url"][:9]) == ("../who/", "../zips/#")


@pytest.mark.parametrize("words", HOSTILE)
def test_no_words_leave_the_script(words: str) -> None:
    """Read as a browser does: one element, nothing outside; and nothing a template engine would run."""
    asked = question(title=words, name=words, turns=(turn(name=words),))
    scripts = [
        structured.wall([card(name=words)], "who/", "Who", words, SITE),
        structured.index([asked], "questions/", "Questions", words, SITE),
        structured.question(asked, SITE),
    ]

    for script in scripts:
        assert words in _strings(read(script))
        assert not re.search(r"\{[{%#]", script)


def _strings(value: Any) -> list[str]:
    if isinstance(value, dict):
        return [s for v in value.values() for s in _strings(v)]
    if isinstance(value, list):
        return [s for v in value for s in _strings(v)]
    return [value] if isinstance(value, str) else []
