"""Two things have one mark where a template would print the same of them, and only there."""

from __future__ import annotations

from dataclasses import fields, replace
from datetime import date
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from markupsafe import Markup

from gratitude.note import NoteKind, Show, Via, Who
from gratitude.render.arrange import Section
from gratitude.render.cache import Cache
from gratitude.render.card import Card, LinkCard, PostCard, TurnCard
from gratitude.render.marks import Marks
from gratitude.render.memory import Memory
from gratitude.render.notes import Found
from gratitude.render.run import Run

from .samples import SITE, answer, card, turn

OTHER: dict[str, Any] = {
    "id": "2026-05-03-zzzz", "kind": NoteKind.REMARK, "show": Show.MINE, "name": "Bea", "place": "Pune",
    "person": "p-1", "face": "p-1", "lang": "de", "direction": "ltr", "day": date(2026, 5, 4),
    "turns": (turn("<p>Other.</p>"),), "url": "elsewhere/", "title": "Why?", "via": Via.MAIL, "post": None,
    "posts": (PostCard(key="x", title=Markup("X"), url="x/"),), "best": "Good.",
    "before": LinkCard(title=Markup("B"), url="b/"), "answered_by": (LinkCard(title=Markup("A"), url="a/"),),
    "related": (card(id="2020-01-01-aaaa"),), "checked": date(2026, 1, 1), "asked": 3, "pin": True, "is_old": True,
    "size": 9, "source": "zips/2026-05-03-zzzz.note 1",
}  # fmt: skip


@pytest.mark.parametrize("name", [field.name for field in fields(Card)])
def test_every_field_of_a_card_counts(name: str) -> None:
    """Whatever a template could print of it; also one that is only added later, which OTHER must then name."""
    one = card()

    assert Marks().of(one) == Marks().of(card()) != Marks().of(replace(one, **{name: OTHER[name]}))


@pytest.mark.parametrize("name", [field.name for field in fields(Card) if field.name not in Card.OF_SOURCE])
def test_every_field_that_the_file_does_not_say_counts_beside_it(name: str) -> None:
    """A new field of a card counts, until somebody says that it follows from the file alone."""
    other = {**OTHER, "source": "zips/2026-05-03-zzzz.note 1"}
    one = card(source="zips/2026-05-03-k3f9.note 0")

    assert Marks().of(one) == Marks().of(replace(one)) != Marks().of(replace(one, **{name: other[name]}))


def test_the_authors_words_and_every_name_count_beside_the_file() -> None:
    """Where a link of the author's leads depends on the posts, whom we call "a reader" on the language."""
    one = card(turns=(turn(), answer()), source="zips/2026-05-03-k3f9.note 0")
    linked, named = replace(one, turns=(turn(), answer(words="Hu."))), replace(one, turns=(turn(name="B"), answer()))

    assert len({Marks().of(each) for each in (one, linked, named)}) == 3


NOTE = """\
Kind: question
Title: How?
From: Ann
Place: Pune
Person: p-1
Lang: de
Via: mail
Checked: 2026-05-09
Asked: 2
Pin: yes

It saved my whole weekend. How?

--- answer, 2026-05-04

So.
"""


def made(root: Path, author: str, url: str) -> Card:
    """The card of the one note in ``root``, on the site of ``author``, whose post lies at ``url``."""
    nothing = Cache(None)
    post = SimpleNamespace(slug="zips", lang="en", title="Zips", url=url, status="published", in_default_lang=True)
    settings = {**SITE, "AUTHOR": author, "GRATITUDE_QUESTION_URL": f"{url}{{id}}/"}
    words = SimpleNamespace(html=lambda text, post: Markup(f"{text} {post.url}").format, keep=lambda: None)
    found, today = Found(root, nothing, nothing), date(2026, 6, 1)
    run = Run(settings, found, {"zips.md": post}, words, Memory(nothing), today)  # type: ignore[arg-type]
    run.read()
    run.arrange([], lambda _content: "")
    return run.questions[0]


def test_cards_of_one_file_differ_in_nothing_that_it_says(tmp_path: Path) -> None:
    """What ``OF_SOURCE`` names is the same whatever the site around the note is: only then may the file say it."""
    (tmp_path / "zips").mkdir()
    (tmp_path / "zips/2026-05-04-k3f9.note").write_text(NOTE, encoding="utf-8")
    one, two = made(tmp_path, "Ada", "zips/"), made(tmp_path, "Bea", "elsewhere/zips/")

    assert one.source == two.source != ""
    assert one.url != two.url
    assert one.turns[1].name != two.turns[1].name
    for name in Card.OF_SOURCE - {"turns"}:
        assert getattr(one, name) == getattr(two, name), name
        assert name == "show" or getattr(one, name) != getattr(card(), name), name


@pytest.mark.parametrize("change", [{"who": Who.ANSWER}, {"name": "Bea"}, {"day": date(2026, 1, 1)}, {"html": Markup}])
def test_every_field_of_a_turn_counts(change: dict[str, Any]) -> None:
    """The words count as HTML: those of the author depend on the posts they link to."""
    one = TurnCard(who=Who.READER, name="Ann", html=lambda _siteurl: Markup("<p>Warm.</p>"))

    assert Marks().of(one) == Marks().of(replace(one)) != Marks().of(replace(one, **change))


def test_order_and_place_count() -> None:
    """The same cards elsewhere in a section, or in another order, are another section."""
    a, b = card(id="a"), card(id="b")
    sections = [
        Section(lead=a, rest=(b,)), Section(lead=b, rest=(a,)), Section(lead=a, folded=(b,)), Section(rest=(a, b)),
        Section(questions=(a, b)), Section(lead=a, rest=(b,), more="and a few more"),
    ]  # fmt: skip
    marks = Marks()

    assert len({marks.of(one) for one in sections}) == len(sections)
    assert marks.of(sections[0]) == marks.of(Section(lead=a, rest=(b,)))


def test_text_that_looks_like_more_is_not_taken_for_it() -> None:
    """Neither a list and its text, nor a text and markup, nor values that run into each other."""
    marks = Marks()
    values: list[tuple[object, ...]] = [
        ("a", "b"),
        ("ab", ""),
        (["a", "b"],),
        ("['a', 'b']",),
        (Markup("a"), "b"),
        ({"a": "b"},),
    ]

    assert len({marks.of(*one) for one in values}) == len(values)


def test_what_cannot_be_told_apart_is_refused() -> None:
    """An object without fields has a text that says where it lies, not what it is."""
    with pytest.raises(TypeError, match="has no mark"):
        Marks().of(object())
