"""In which order cards stand."""

from __future__ import annotations

from gratitude.render import arrange
from render.cards import card, days, post


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
