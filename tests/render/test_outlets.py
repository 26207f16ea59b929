"""Which feeds and files a build offers, and where they lie."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path
from types import SimpleNamespace
from typing import Any
from xml.etree import ElementTree as ET

import pytest

from gratitude.note import Note
from gratitude.render.author import AuthorWords
from gratitude.render.cache import Cache
from gratitude.render.cards import Placed
from gratitude.render.memory import Memory
from gratitude.render.notes import Found
from gratitude.render.outlets import Outlet, outlets, post_heads
from gratitude.render.run import Run
from gratitude.render.targets import Target
from gratitude.render.walls import Group
from render.samples import OTHER, POST, SITE, card, question

ALL = {
    "GRATITUDE_FEED_JSON": "feeds/thanks.json",
    "GRATITUDE_QUESTIONS_FEED_JSON": "feeds/questions.json",
    "GRATITUDE_POST_FEED_ATOM": "feeds/{slug}.xml",
    "GRATITUDE_DATA": "gratitude.json",
}


def run(*, thanks: Any = (), questions: Any = ()) -> Run:
    nothing = Cache(None)
    made = Run(
        settings=SITE,
        found=Found(Path("nowhere"), nothing, nothing),
        contents={},
        author=AuthorWords({"PATH": "", "MARKDOWN": {}, **SITE}, {}, nothing),
        memory=Memory(nothing),
        today=date(2026, 6, 1),
    )
    made.thanks, made.questions = list(thanks), list(questions)
    if thanks:
        made.groups = [Group(POST, tuple(thanks))]
    return made


def found(run: Run, **site: Any) -> dict[str, Outlet]:
    return {outlet.path: outlet for outlet in outlets(run, SITE | site)}


def test_without_settings_there_are_the_two_feeds() -> None:
    """The others are asked for."""
    assert list(found(run(thanks=[card()], questions=[question()]))) == [
        "feeds/thanks.atom.xml",
        "feeds/questions.atom.xml",
    ]


def test_each_holds_what_it_says() -> None:
    """Its type and its words fit; its address is absolute, by FEED_DOMAIN where it is a feed."""
    made = found(run(thanks=[card()], questions=[question()]), **ALL)

    assert [(o.mime, o.of, o.address) for o in made.values()] == [
        ("application/atom+xml", "wall", "https://feeds.example/feeds/thanks.atom.xml"),
        ("application/feed+json", "wall", "https://feeds.example/feeds/thanks.json"),
        ("application/atom+xml", "questions", "https://feeds.example/feeds/questions.atom.xml"),
        ("application/feed+json", "questions", "https://feeds.example/feeds/questions.json"),
        ("application/atom+xml", "a.md", "https://feeds.example/feeds/zips.xml"),
        ("application/json", "", "https://harbour.example/blog/gratitude.json"),
    ]
    for path, outlet in made.items():
        text = outlet.text()
        assert ET.fromstring(text).tag.endswith("feed") if path.endswith("xml") else json.loads(text)
        assert outlet.mime == "application/json" or outlet.address in text


def test_an_address_may_differ_from_the_path() -> None:
    """As Pelican's own ..._URL settings."""
    site = {
        **ALL,
        "GRATITUDE_FEED_JSON_URL": "thanks",
        "GRATITUDE_DATA_URL": "d/",
        "GRATITUDE_POST_FEED_ATOM_URL": "p/{slug}/",
    }
    made = found(run(thanks=[card()]), **site)

    assert [made[path].address for path in ("feeds/thanks.json", "feeds/zips.xml", "gratitude.json")] == [
        "https://feeds.example/thanks",
        "https://feeds.example/p/zips/",
        "https://harbour.example/blog/d/",
    ]


@pytest.mark.parametrize("site", [{"SITEURL": ""}, dict.fromkeys(ALL) | {"GRATITUDE_FEED_ATOM": None}])
def test_none_is_none(site: dict[str, Any]) -> None:
    """Without a SITEURL no address would be absolute."""
    assert found(run(thanks=[card()]), **site) == {}


def test_nothing_to_say_is_no_file() -> None:
    """A feed without an entry, data without a note."""
    assert found(run(), **ALL) == {}
    assert list(found(run(questions=[question(post=None)]), **ALL)) == [
        "feeds/questions.atom.xml",
        "feeds/questions.json",
        "gratitude.json",
    ]


def test_a_posts_feed_holds_what_its_box_shows() -> None:
    """Also a note that names it besides its own post."""
    made = found(run(thanks=[card(), card(id="2", posts=(OTHER,))], questions=[question(id="3")]), **ALL)
    entries = {
        path: [
            e.text.rpartition("/")[2] for e in ET.fromstring(made[path].text()).iter("{http://www.w3.org/2005/Atom}id")
        ]
        for path in ("feeds/zips.xml", "feeds/buttons.xml")
    }

    assert {path: sorted(ids[1:]) for path, ids in entries.items()} == {
        "feeds/zips.xml": ["2", "2026-05-03-k3f9", "3"],
        "feeds/buttons.xml": ["2"],
    }


def test_posts_of_one_slug_have_a_feed_each() -> None:
    """The second is named by its path; whatever that holds, the address is one."""
    second = SimpleNamespace(**{f: getattr(POST, f) for f in ("title", "url", "atom_id")}, key="x", handle="a b/ü.md")
    made = found(run(thanks=[card(), card(id="2", post=second)]), **ALL)

    assert made["feeds/a b/ü.md.xml"].address == "https://feeds.example/feeds/a%20b/%C3%BC.md.xml"


def test_a_slug_that_leads_out_has_no_feed() -> None:
    """Nothing is written outside of the output."""
    bad = SimpleNamespace(title=POST.title, url="x/", atom_id="", key="x", handle="../../etc")

    assert [p for p in found(run(thanks=[card(post=bad)]), **ALL) if ".." in p] == []


def test_the_pages_of_a_post_name_its_feed() -> None:
    """In every language, and where a note names the post besides."""
    one, french, other, silent = (SimpleNamespace(slug=s) for s in ("zips", "zips", "buttons", "x"))
    zips, buttons = Target("a.md", one, (one, french)), Target("pages/b.md", other, (other,))
    note = Note(id="1")
    made = run(thanks=[card(posts=(OTHER,))])
    made.placed = [Placed(note, zips, (buttons,)), Placed(note, None), Placed(note, Target("x.md", silent, (silent,)))]
    heads = post_heads(made, SITE | ALL)

    assert {id(one), id(french), id(other)} == set(heads)
    assert [feed.address for feed in heads[id(french)].feeds] == ["https://feeds.example/feeds/zips.xml"]
    assert post_heads(made, SITE | ALL | {"SITEURL": ""}) == {}
