"""The wall: one page while it is short, else a front with the newest letters and further pages by year. Pure."""

from __future__ import annotations

__all__ = ["Group", "Part", "Wall", "groups", "places", "wall"]

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import groupby

from .arrange import Returned, Section, newest_first, returned, section
from .card import Card, PostCard
from .paging import PAGE_BYTES, divided, names
from .years import Year, years

FRONT_BYTES = 90_000
"""Of the newest letters on the front of a wall that has further pages."""
FRONT_EACH = 3
"""Letters of one post there; the others stand on its own page."""
POSTS, PEOPLE = "posts", "people"
LINK_BYTES, PERSON_BYTES, VISIT_BYTES = 400, 900, 250
"""What an entry of the list of posts and of the list of people weighs, and each visit of a person."""


@dataclass(frozen=True, slots=True)
class Group:
    """What people wrote about one post (None: the whole blog), and what is said of those who are not quoted."""

    post: PostCard | None
    cards: tuple[Card, ...]
    more: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """A further page of the wall. ``year`` is that of its letters, ``number`` counts the pages of one sort from 1.

    ``newer`` and ``older`` name the pages before and after it.
    """

    name: str
    year: int = 0
    number: int = 1
    sections: tuple[Section, ...] = ()
    posts: tuple[Group, ...] = ()
    returned: tuple[Returned, ...] = ()
    newer: str = ""
    older: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Wall:
    """What stands on the first page: all of it, or the newest where there are ``parts``.

    ``years`` is the chart, ``more`` the first further page of each sort.
    """

    sections: tuple[Section, ...] = ()
    returned: tuple[Returned, ...] = ()
    years: tuple[Year, ...] = ()
    parts: tuple[Part, ...] = field(default=(), repr=False)

    @property
    def cards(self) -> tuple[Card, ...]:
        """The letters on the first page, as they stand there."""
        return tuple(c for s in self.sections for c in s.all)

    @property
    def more(self) -> tuple[Part, ...]:
        """The first part of each year, newest first, then the list of posts and the people who came back."""
        return tuple(p for p in self.parts if p.number == 1)

    def part_of(self, year: int) -> str:
        """Return the name of the page with the letters of ``year``; ``""`` where the wall is one page."""
        return next((p.name for p in self.parts if p.year == year), "")


def groups(
    cards: Iterable[Card], posts: Mapping[str, PostCard | None], more: Mapping[str, str], first: Sequence[str] = ()
) -> list[Group]:
    """Return the letters by post: ``first`` (slugs or paths, the author's order), then the newest post first.

    ``posts`` are those with public notes by key (``""``: the whole blog, which comes last), ``more`` what is said of
    those who are not quoted.
    """
    mine: dict[str, list[Card]] = {key: [] for key in posts}
    for card in cards:
        mine[card.post.key if card.post else ""].append(card)
    found = [
        Group(post, tuple(newest_first(mine[key])), more.get(key, ""))
        for key, post in posts.items()
        if mine[key] or more.get(key)
    ]
    found.sort(key=_newest_post, reverse=True)
    return sorted(found, key=lambda group: _place(group.post, first))


def places(found: Sequence[Group], limit: int = PAGE_BYTES) -> dict[str, str]:
    """Return on which further page each letter stands, by its id; nothing where one page holds them all."""
    cards = [c for group in found for c in group.cards]
    if sum(c.size for c in cards) + LINK_BYTES * len(found) <= limit:
        return {}
    result: dict[str, str] = {}
    for year in sorted({c.day.year for c in cards}, reverse=True):
        pages = divided((c for c in cards if c.day.year == year), lambda card: card.size, limit)
        for name, page in zip(names(str(year), len(pages)), pages, strict=True):
            result.update((c.id, name) for c in page)
    return result


def wall(
    found: Sequence[Group], where: Mapping[str, str], scores: Mapping[str, float], came: Iterable[Card] = ()
) -> Wall:
    """Return the wall of ``found``; ``where`` is what `places` said, ``came`` whose writers may have come back."""
    cards = [c for group in found for c in group.cards]
    back = returned(came)
    chart = years(c.day for c in cards)
    if not where:
        sections = tuple(section(g.cards, scores, post=g.post, more=g.more) for g in found)
        return Wall(sections=sections, returned=back, years=chart)
    by_name: dict[str, list[Card]] = {}
    for card in cards:
        by_name.setdefault(where[card.id], []).append(card)
    parts = [_year_part(name, mine) for name, mine in by_name.items()]
    parts.sort(key=lambda part: (-part.year, part.number))
    parts = _linked(parts) + _linked(_post_parts(found)) + _linked(_people_parts(back))
    return Wall(sections=_front(found, scores), years=chart, parts=tuple(parts))


def _year_part(name: str, cards: Sequence[Card]) -> Part:
    """Return the page of a year: by post, newest first; no line is set large there, so none comes first for its line."""
    sections = tuple(
        section(tuple(mine), {}, post=mine[0].post)
        for mine in (list(one) for _, one in groupby(cards, key=lambda c: c.post.key if c.post else ""))
    )
    year, _, number = name.partition("-")
    return Part(name=name, year=int(year), number=int(number or 1), sections=sections)


def _post_parts(found: Sequence[Group]) -> list[Part]:
    pages = divided([g for g in found if g.post], lambda group: LINK_BYTES + len(group.more))
    return [
        Part(name=name, number=number, posts=tuple(page))
        for number, (name, page) in enumerate(zip(names(POSTS, len(pages)), pages, strict=True), start=1)
    ]


def _people_parts(back: Sequence[Returned]) -> list[Part]:
    pages = divided(back, lambda person: PERSON_BYTES + VISIT_BYTES * len(person.path))
    return [
        Part(name=name, number=number, returned=tuple(page))
        for number, (name, page) in enumerate(zip(names(PEOPLE, len(pages)), pages, strict=True), start=1)
    ]


def _linked(parts: Sequence[Part]) -> list[Part]:
    """Return the parts, each with the names of its neighbours."""
    called = ["", *(p.name for p in parts), ""]
    return [replace(p, newer=called[i], older=called[i + 2]) for i, p in enumerate(parts)]


def _front(found: Sequence[Group], scores: Mapping[str, float]) -> tuple[Section, ...]:
    """Return the newest letters by post, after what the author pinned; a post's with the newest letter comes first."""
    ranked = sorted((c for g in found for c in g.cards), key=lambda c: (c.pin, c.day, c.id), reverse=True)
    room, taken = FRONT_BYTES, dict[str, list[Card]]()
    for card in ranked:
        key = card.post.key if card.post else ""
        if len(taken.get(key, ())) < FRONT_EACH and card.size <= room:
            room -= card.size
            taken.setdefault(key, []).append(card)
        if room < FRONT_BYTES // 20:
            break
    by_key = {g.post.key if g.post else "": g for g in found}
    return tuple(section(mine, scores, post=by_key[key].post) for key, mine in taken.items())


def _newest_post(group: Group) -> tuple[bool, object, str]:
    post = group.post
    return (True, post.day.toordinal() if post.day else 0, post.key) if post else (False, 0, "")


def _place(post: PostCard | None, first: Sequence[str]) -> int:
    wanted = (post.key, post.slug) if post else ("",)
    return next((i for i, name in enumerate(first) if name in wanted), len(first))
