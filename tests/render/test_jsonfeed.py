"""JSON Feed 1.1, by what its specification asks for."""

from __future__ import annotations

import json
import re
from datetime import date
from typing import Any

import pytest

from gratitude.render import entries
from gratitude.render.card import Card
from gratitude.render.jsonfeed import json_feed
from gratitude.render.say import Say
from render.samples import HOSTILE, OTHER, SITE, answer, card, question, turn

ADDRESS = "https://feeds.example/thanks.json"


def feed(*cards: Card, **site: Any) -> dict[str, Any]:
    return json.loads(json_feed(entries.thanks(cards, SITE | site, ADDRESS, Say())))


def test_the_feed_names_itself_and_its_page() -> None:
    """By the one version we write; the object of ours says ours."""
    found = feed(card())

    assert found | {"items": []} == {
        "version": "https://jsonfeed.org/version/1.1",
        "title": "Harbour & Notes - Who this helped",
        "home_page_url": "https://harbour.example/blog/who-this-helped/",
        "feed_url": ADDRESS,
        "language": "en",
        "authors": [{"name": "Ada"}],
        "_gratitude": {"version": 1},
        "items": [],
    }


def test_an_item_says_who_wrote_what_about_which_post() -> None:
    """The id is Atom's, so that a reader who changes the format sees nothing twice."""
    item = feed(card(lang="fr", posts=(OTHER,), turns=(turn(), answer(date(2026, 5, 9)))))["items"][0]

    assert "Warm." in item.pop("content_html")
    assert item == {
        "id": "tag:harbour.example,2026-05-03:gratitude/2026-05-03-k3f9",
        "url": "https://harbour.example/blog/zips/#n-2026-05-03-k3f9",
        "external_url": "https://harbour.example/blog/zips/",
        "title": "Ann, on Q&A: zips",
        "date_published": "2026-05-03T00:00:00Z",
        "date_modified": "2026-05-09T00:00:00Z",
        "authors": [{"name": "Ann"}],
        "language": "fr",
        "tags": ["thanks"],
        "_gratitude": {
            "kind": "thanks",
            "in_reply_to": ["https://harbour.example/blog/zips/", "https://harbour.example/blog/buttons/"],
        },
    }


def test_what_is_not_known_is_left_out() -> None:
    """No author of the site, no language, no post: no empty member."""
    found = feed(card(post=None), AUTHOR="")
    item = found["items"][0]

    assert "authors" not in found
    assert not {"external_url", "language"} & set(item)
    assert item["_gratitude"] == {"kind": "thanks"}


def test_a_question_counts_its_answers() -> None:
    """In the object of ours: the format has no word for it."""
    assert feed(question(turns=(turn(), answer())))["items"][0]["_gratitude"]["answers"] == 1


@pytest.mark.parametrize("words", HOSTILE)
def test_it_may_be_served_as_anything(words: str) -> None:
    """Nobody's words end an element where a server calls the file HTML."""
    asked = question(title=words, name=words, turns=(turn(name=words),))
    text = json_feed(entries.questions([asked], SITE, ADDRESS, Say()))

    assert not re.search("[<>&\u2028\u2029]|\\{[{%#]", text)
    assert len(json.loads(text)["items"]) == 1
