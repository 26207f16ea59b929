"""In which order cards stand, and which stands first: what the wall, the index and the boxes are made of. Pure."""

from __future__ import annotations

__all__ = [
    "Index",
    "Returned",
    "Section",
    "Wall",
    "index",
    "newest_first",
    "newest_post",
    "returned",
    "section",
    "with_related",
]

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import TypeVar

from markupsafe import Markup

from .card import Card, LinkCard, PostCard

SHOWN_AT_ONCE = 3
RELATED = 5
T = TypeVar("T")


@dataclass(frozen=True, slots=True, kw_only=True)
class Section:
    """What is shown of one post (None: of the whole blog): one card set large, the rest, those who are not quoted.

    In a box ``rest`` and ``folded`` are apart; the wall shows both, one after the other.
    """

    post: PostCard | None = None
    lead: Card | None = None
    rest: tuple[Card, ...] = ()
    folded: tuple[Card, ...] = ()
    more: str = ""
    questions: tuple[Card, ...] = ()
    credits: tuple[Card, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.lead or self.more or self.questions or self.credits)

    @property
    def cards(self) -> tuple[Card, ...]:
        """All cards but the lead, as they follow it."""
        return self.rest + self.folded


@dataclass(frozen=True, slots=True, kw_only=True)
class Returned:
    """A person who wrote again over the years: ``path`` holds year and post, oldest first."""

    card: Card
    path: tuple[tuple[int, LinkCard], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Wall:
    """The page that shows who was helped."""

    sections: tuple[Section, ...] = ()
    returned: tuple[Returned, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Index:
    """The list of all questions, answered first, and the same by post."""

    answered: tuple[Card, ...] = ()
    open: tuple[Card, ...] = ()
    by_post: tuple[tuple[PostCard, tuple[Card, ...]], ...] = ()

    def __bool__(self) -> bool:
        return bool(self.answered or self.open)


def newest_first(cards: Iterable[Card]) -> list[Card]:
    """Return ``cards`` pinned first, then by day, newest first; of one day by id, so that builds agree."""
    return sorted(cards, key=lambda c: (c.pin, c.day, c.id), reverse=True)


def section(
    cards: Iterable[Card], scores: dict[str, float], *, post: PostCard | None = None, more: str = "",
    questions: Iterable[Card] = (), credits: Iterable[Card] = (),
) -> Section:  # fmt: skip
    """Return the cards of one post in order. Large is the first pinned one, else the one with the best line."""
    ordered = newest_first(cards)
    lead = next((c for c in ordered if c.pin), None) or max(
        ordered, key=lambda c: scores.get(c.id, 0.0), default=None
    )  # max keeps the first of equals: the newest
    rest = tuple(c for c in ordered if c is not lead)
    return Section(
        post=post,
        lead=lead,
        rest=rest[: SHOWN_AT_ONCE - 1],
        folded=rest[SHOWN_AT_ONCE - 1 :],
        more=more,
        questions=tuple(_answered_first(questions)),
        credits=tuple(newest_first(credits)),
    )


def newest_post(section: Section) -> tuple[bool, date, str]:
    """Return what sections of the wall are sorted by, newest post first; what is about the whole blog comes last."""
    post = section.post
    return (True, post.day or date.min, post.key) if post else (False, date.min, "")


def returned(cards: Iterable[Card], days: int = 1) -> tuple[Returned, ...]:
    """Return who came back: the same ``Person`` on more than ``days`` days, whoever wrote last first, never by count."""
    persons = _grouped((c for c in cards if c.person), lambda c: c.person)
    found = []
    for group in persons.values():
        ordered = sorted(group, key=lambda c: (c.day, c.id))
        if len({c.day for c in ordered}) > days:
            found.append((ordered[-1].day, ordered))
    found.sort(key=lambda pair: (pair[0], pair[1][-1].id), reverse=True)
    return tuple(
        Returned(card=group[-1], path=tuple((c.day.year, LinkCard(title=_about(c), url=c.url)) for c in group))
        for _, group in found
    )


def index(questions: Sequence[Card], *, show_open: bool) -> Index:
    """Return the index of ``questions``; without ``show_open`` only of the answered ones."""
    ordered = [q for q in _answered_first(questions) if show_open or q.is_answered]
    by_post = _grouped((q for q in ordered if q.post), lambda q: q.post.key if q.post else "")
    posts = [(group[0].post, tuple(group)) for group in by_post.values() if group[0].post]
    posts.sort(key=lambda pair: (pair[0].day or date.min, pair[0].key), reverse=True)
    return Index(
        answered=tuple(q for q in ordered if q.is_answered),
        open=tuple(q for q in ordered if not q.is_answered),
        by_post=tuple(posts),
    )


def with_related(questions: Iterable[Card]) -> list[Card]:
    """Return the questions, each with others on the same post, answered first."""
    groups = _grouped(_answered_first(questions), lambda q: q.post.key if q.post else "")
    return [
        replace(q, related=tuple([other for other in group[: RELATED + 1] if other is not q][:RELATED]))
        for group in groups.values()
        for q in group
    ]


def _answered_first(questions: Iterable[Card]) -> list[Card]:
    return sorted(questions, key=lambda q: (q.is_answered, q.pin, q.day, q.id), reverse=True)


def _about(card: Card) -> Markup:
    return card.post.title if card.post else Markup("")


def _grouped(items: Iterable[T], key: Callable[[T], str]) -> dict[str, list[T]]:
    groups: dict[str, list[T]] = {}
    for item in items:
        groups.setdefault(key(item), []).append(item)
    return groups
