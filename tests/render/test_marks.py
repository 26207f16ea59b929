"""Two things have one mark where a template would print the same of them, and only there."""

from __future__ import annotations

from dataclasses import fields, replace
from datetime import date
from typing import Any

import pytest
from markupsafe import Markup

from gratitude.note import NoteKind, Show, Via, Who
from gratitude.render.arrange import Section
from gratitude.render.card import Card, LinkCard, PostCard, TurnCard
from gratitude.render.marks import Marks

from .samples import card, turn

OTHER: dict[str, Any] = {
    "id": "2026-05-03-zzzz", "kind": NoteKind.REMARK, "show": Show.MINE, "name": "Bea", "place": "Pune",
    "person": "p-1", "face": "p-1", "lang": "de", "direction": "ltr", "day": date(2026, 5, 4),
    "turns": (turn("<p>Other.</p>"),), "url": "elsewhere/", "title": "Why?", "via": Via.MAIL, "post": None,
    "posts": (PostCard(key="x", title=Markup("X"), url="x/"),), "best": "Good.",
    "before": LinkCard(title=Markup("B"), url="b/"), "answered_by": (LinkCard(title=Markup("A"), url="a/"),),
    "related": (card(id="2020-01-01-aaaa"),), "checked": date(2026, 1, 1), "asked": 3, "pin": True, "is_old": True,
    "size": 9,
}  # fmt: skip


@pytest.mark.parametrize("name", [field.name for field in fields(Card)])
def test_every_field_of_a_card_counts(name: str) -> None:
    """Whatever a template could print of it; also one that is only added later, which OTHER must then name."""
    one = card()

    assert Marks().of(one) == Marks().of(card()) != Marks().of(replace(one, **{name: OTHER[name]}))


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
