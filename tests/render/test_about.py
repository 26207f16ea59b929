"""What a page tells machines of itself."""

from __future__ import annotations

import json
from datetime import date
from typing import Any

import pytest

from gratitude.render.about import about
from gratitude.render.head import Head, Link
from gratitude.render.sheets import Sheet
from render.samples import SITE, answer, card, question, turn

BLOG = "https://harbour.example/blog"
FEED = Link("https://x", "application/atom+xml", "Who")


def sheet(kind: str, *cards: Any, **values: Any) -> Sheet:
    defaults = {"url": "x/", "save_as": "x/index.html", "title": "Who", "day": date(2026, 1, 1), "summary": "Letters."}
    return Sheet(kind=kind, cards=cards, values={}, **(defaults | values))


def data(head: Head) -> dict[str, Any]:
    return json.loads(head.script.partition(">")[2].removesuffix("</script>"))


def test_a_list_says_its_title_and_its_first_words() -> None:
    """And nothing of when: it changes with every letter."""
    head = about(sheet("wall", card()), BLOG, (FEED,), SITE | {"LOCALE": ["en_GB.UTF-8"]})

    assert (head.description, head.canonical, head.feeds) == ("Letters.", f"{BLOG}/x/", (FEED,))
    assert dict(head.properties) == {
        "og:type": "website",
        "og:title": "Who",
        "og:description": "Letters.",
        "og:url": f"{BLOG}/x/",
        "og:site_name": "Harbour & Notes",
        "og:locale": "en_GB",
    }


def test_a_question_says_what_was_asked() -> None:
    """Its title and words as the reader wrote them, not in the likeness that a theme prints; its days, without hours."""
    asked = question(title='Is <b> & "x" fine?', turns=(turn("I ask " + "so " * 80), answer(date(2026, 5, 9))))
    head = about(sheet("question", asked, title="likeness", summary="likeness"), BLOG, (), SITE)
    told = dict(head.properties)

    assert (told["og:type"], told["og:title"]) == ("article", 'Is <b> & "x" fine?')
    assert (told["article:published_time"], told["article:modified_time"]) == ("2026-05-03", "2026-05-09")
    assert head.description.startswith("I ask so so")
    assert head.description.endswith("so…")
    assert len(head.description) <= 160


def test_without_an_answer_nothing_was_modified() -> None:
    """The day of the question alone."""
    head = about(sheet("question", question()), BLOG, (), SITE)

    assert "article:modified_time" not in dict(head.properties)
    assert head.description == "Warm. x"


@pytest.mark.parametrize("base", ["", "..", "."])
def test_what_must_be_absolute_is_left_unsaid(base: str) -> None:
    """With RELATIVE_URLS or without a SITEURL."""
    head = about(sheet("wall", card()), base, (), SITE)

    assert (head.canonical, dict(head.properties)["og:url"]) == ("", "")
    assert data(head)["url"] == f"{base}/x/"


@pytest.mark.parametrize(
    ("kind", "expected"),
    [("wall", "Comment"), ("part", "Comment"), ("credits", "Comment"), ("questions", None), ("question", "Question")],
)
def test_each_sort_of_page_has_its_own_structure(kind: str, expected: str | None) -> None:
    """Letters and credits are comments; the index has addresses alone; a question is one."""
    found = data(about(sheet(kind, question()), BLOG, (), SITE))["mainEntity"]
    thing = found["itemListElement"][0].get("item", {}) if "itemListElement" in found else found

    assert thing.get("@type") == expected
