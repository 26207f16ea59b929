"""The wall: one page, or a front and pages by year."""

from __future__ import annotations

from datetime import date

from gratitude.render import walls
from gratitude.render.card import Card
from render.cards import card, days, post

OLD, NEW, PAGE = post("old", date(2020, 1, 1)), post("new", date(2026, 1, 1)), post("page")


def grouped(cards: list[Card], **values: object) -> list[walls.Group]:
    posts = {c.post.key if c.post else "": c.post for c in cards}
    return walls.groups(cards, posts, {}, **values)  # type: ignore[arg-type]


def many() -> list[Card]:
    """Six letters a year to each of two posts and the blog, 2,000 bytes each."""
    return [
        card(
            1 + n,
            year=year,
            id=f"{year}-{n}-{p.key if p else 'blog'}",
            post=p,
            size=2_000,
            url="w/#x" if not p else "p",
        )
        for year in (2024, 2025, 2026)
        for p in (OLD, NEW, None)
        for n in range(6)
    ]


def test_posts_stand_newest_first() -> None:
    """Then pages without a day, at last what is about the whole blog."""
    found = grouped([card(1, post=p) for p in (None, PAGE, OLD, NEW)])

    assert [g.post and g.post.key for g in found] == ["new", "old", "page", None]


def test_the_author_may_say_which_posts_come_first() -> None:
    """By slug; what is not there is no error; the others follow as ever."""
    found = grouped([card(1, post=p) for p in (None, PAGE, OLD, NEW)], first=["page", "gone", "old"])

    assert [g.post and g.post.key for g in found] == ["page", "old", "new", None]


def test_a_post_of_which_nothing_can_be_shown_has_no_group() -> None:
    """Only a sentence about those who are not quoted, or a letter, makes one."""
    found = walls.groups([card(1, post=NEW)], {"new": NEW, "old": OLD, "page": PAGE}, {"old": "and a few more"})

    assert [(g.post and g.post.key, g.more) for g in found] == [("new", ""), ("old", "and a few more")]


def test_a_short_wall_is_one_page() -> None:
    """With all letters by post, and those who came back."""
    found = grouped([card(1, post=NEW, person="a"), card(2, post=OLD, person="a")])
    wall = walls.wall(found, walls.places(found), {}, found[0].cards + found[1].cards)

    assert walls.places(found) == {}
    assert [(s.post and s.post.key, days(s.all)) for s in wall.sections] == [("new", [1]), ("old", [2])]
    assert (len(wall.returned), wall.parts, wall.more) == (1, (), ())


def test_a_long_wall_has_pages_by_year_that_hold_every_letter_once() -> None:
    """And none of them is heavier than the limit."""
    cards = many()
    found = grouped(cards)
    where = walls.places(found, limit=20_000)
    wall = walls.wall(found, where, {})
    years = [p for p in wall.parts if p.year]

    assert sorted(c.id for p in years for s in p.sections for c in s.all) == sorted(c.id for c in cards)
    assert [p.name for p in years] == ["2026", "2026-2", "2025", "2025-2", "2024", "2024-2"]
    assert all(sum(c.size for s in p.sections for c in s.all) <= 20_000 for p in years)
    assert {p.name for p in years for s in p.sections for c in s.all if c.day.year != p.year} == set()
    assert [(p.newer, p.older) for p in years[:2]] == [("", "2026-2"), ("2026", "2025")]


def test_on_the_page_of_a_year_the_newest_comes_first() -> None:
    """No line is set large there, so the best line gives no place; a pin does."""
    cards = [card(1 + n, id=f"n{n}", post=NEW, size=9_000, pin=n == 2) for n in range(5)]
    found = grouped(cards)
    wall = walls.wall(found, walls.places(found, limit=40_000), {"n0": 2.0})
    (first, *_) = wall.parts

    assert [c.id for c in first.sections[0].all] == ["n2", "n4", "n3", "n1"]


def test_a_long_wall_also_lists_its_posts_and_the_people_who_came_back() -> None:
    """Each on pages of their own; the front leads to the first of each sort."""
    cards = [*many(), card(1, id="a1", person="a", post=NEW, size=9), card(2, id="a2", person="a", post=OLD, size=9)]
    found = grouped(cards)
    wall = walls.wall(found, walls.places(found, limit=20_000), {}, cards)

    assert [p.name for p in wall.more] == ["2026", "2025", "2024", "posts", "people"]
    assert [[g.post and g.post.key for g in p.posts] for p in wall.parts if p.posts] == [["new", "old"]]
    assert [len(p.returned) for p in wall.parts if p.returned] == [1]
    assert (wall.part_of(2025), wall.part_of(1999)) == ("2025", "")


def test_the_front_of_a_long_wall_has_the_newest_and_what_is_pinned() -> None:
    """Three of a post at most, the post of the newest letter first, within its weight."""
    cards = [card(1 + n % 28, year=2000 + n, id=f"n{n}", post=post(f"p{n % 40}"), size=5_000) for n in range(80)]
    cards.append(card(1, year=1999, id="pinned", post=OLD, size=5_000, pin=True))
    found = grouped(cards)
    wall = walls.wall(found, walls.places(found), {})

    assert [c.id for c in wall.cards[:3]] == ["pinned", "n79", "n78"]
    assert sum(c.size for c in wall.cards) <= walls.FRONT_BYTES
    assert all(len(s.all) <= walls.FRONT_EACH for s in wall.sections)
