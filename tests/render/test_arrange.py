"""In which order cards stand."""

from __future__ import annotations

from datetime import date
from typing import Any

from markupsafe import Markup

from gratitude.note import NoteKind, Show, Who
from gratitude.render import arrange
from gratitude.render.card import Card, PostCard, TurnCard

NO_WORDS = TurnCard(who=Who.READER, name="", html=lambda _: Markup(""))
ANSWER = TurnCard(who=Who.ANSWER, name="Ada", html=lambda _: Markup(""))


def post(key: str, day: date | None = None) -> PostCard:
    return PostCard(key=key, title=Markup(key.upper()), url=f"{key}/", day=day)


def card(day: int, *, answered: bool = False, **values: Any) -> Card:
    defaults: dict[str, Any] = {
        "id": f"n{day}", "kind": NoteKind.THANKS, "show": Show.NAMED, "name": "Ann", "place": "", "person": "", "face": "",
        "lang": "", "direction": "auto", "url": f"#n{day}", "turns": (NO_WORDS, ANSWER) if answered else (NO_WORDS,),
        "day": date(2026, 1, day),
    }  # fmt: skip
    return Card(**(defaults | values))


def days(cards: Any) -> list[int]:
    return [c.day.day for c in cards]


def test_the_best_line_comes_first_and_then_the_newest() -> None:
    """Large is the best line; three are shown at once, the rest folded."""
    section = arrange.section([card(d) for d in (1, 2, 3, 4, 5)], {"n2": 1.5, "n4": 0.5})

    assert section.lead is not None
    assert section.lead.day.day == 2
    assert (days(section.rest), days(section.folded)) == ([5, 4], [3, 1])


def test_a_pinned_note_comes_first() -> None:
    """The author's choice wins over any line."""
    section = arrange.section([card(1, pin=True), card(2)], {"n2": 2.0})

    assert (section.lead and section.lead.day.day, days(section.cards)) == (1, [2])


def test_among_equals_the_newest_is_large() -> None:
    """Also where no line stands out at all."""
    section = arrange.section([card(1), card(3), card(2)], {})

    assert section.lead and section.lead.day.day == 3


def test_a_section_with_nothing_to_show_is_none() -> None:
    """A box or a heading without words would promise something."""
    assert not arrange.section([], {})
    assert arrange.section([], {}, more="and a few more")
    assert arrange.section([], {}, questions=[card(1)])


def test_sections_stand_by_the_day_of_their_post() -> None:
    """Newest post first, then pages without a day, at last what is about the whole blog."""
    sections = [
        arrange.section([card(1)], {}, post=p)
        for p in (None, post("page"), post("old", date(2020, 1, 1)), post("new", date(2026, 1, 1)))
    ]
    ordered = sorted(sections, key=arrange.newest_post, reverse=True)

    assert [s.post and s.post.key for s in ordered] == ["new", "old", "page", None]


def test_people_who_came_back_are_those_of_several_days() -> None:
    """By their last letter, never by count; two notes of one day are no coming back."""
    cards = [
        card(1, person="a", post=post("x")), card(9, person="a", post=post("y")),
        card(2, person="b"), card(3, person="b"), card(4, person="b"),
        card(5, person="c", id="c1"), card(5, person="c", id="c2"), card(6),
    ]  # fmt: skip
    found = arrange.returned(cards)

    assert [(r.card.person, [link.title for _, link in r.path]) for r in found] == [
        ("a", ["X", "Y"]),
        ("b", ["", "", ""]),
    ]


def test_the_index_has_answered_questions_first() -> None:
    """Newest first in each part; by post, newest post first; open ones can be left out."""
    old, new = post("old", date(2020, 1, 1)), post("new", date(2026, 1, 1))
    questions = [card(1, answered=True, post=old), card(2, post=new), card(3, answered=True, post=new), card(4)]
    both = arrange.index(questions, show_open=True)
    answered = arrange.index(questions, show_open=False)

    assert (days(both.answered), days(both.open)) == ([3, 1], [4, 2])
    assert [(p.key, days(qs)) for p, qs in both.by_post] == [("new", [3, 2]), ("old", [1])]
    assert (days(answered.answered), days(answered.open)) == ([3, 1], [])
    assert not arrange.index([card(1)], show_open=False)


def test_related_are_five_others_of_the_same_post() -> None:
    """Answered ones first, never the question itself."""
    questions = [card(d, post=post("x"), answered=d == 2) for d in range(1, 9)] + [card(20, post=post("y"))]
    related = {q.day.day: days(q.related) for q in arrange.with_related(questions)}

    assert related[1] == [2, 8, 7, 6, 5]
    assert related[8] == [2, 7, 6, 5, 4]
    assert related[20] == []
    assert len(related) == 9
