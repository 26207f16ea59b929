"""In which order cards stand, and which stands first: what wall, boxes and lists of questions are made of. Pure."""

from __future__ import annotations

__all__ = ["Returned", "Section", "answered_first", "grouped", "newest_first", "returned", "section"]

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import TypeVar

from markupsafe import Markup

from .card import Card, LinkCard, PostCard

SHOWN_AT_ONCE = 3
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
    def all(self) -> tuple[Card, ...]:
        """All letters, the large one first."""
        return (self.lead, *self.cards) if self.lead else ()

    @property
    def cards(self) -> tuple[Card, ...]:
        """All cards but the lead, as they follow it."""
        return self.rest + self.folded


@dataclass(frozen=True, slots=True, kw_only=True)
class Returned:
    """A person who wrote again over the years: ``path`` holds year and post, oldest first."""

    card: Card
    path: tuple[tuple[int, LinkCard], ...]


def newest_first(cards: Iterable[Card]) -> list[Card]:
    """Return ``cards`` pinned first, then by day, newest first; of one day by id, so that builds agree."""
    return sorted(cards, key=lambda c: (c.pin, c.day, c.id), reverse=True)


def section(
    cards: Iterable[Card], scores: Mapping[str, float], *, post: PostCard | None = None, more: str = "",
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
        questions=tuple(answered_first(questions)),
        credits=tuple(newest_first(credits)),
    )


def returned(cards: Iterable[Card], days: int = 1) -> tuple[Returned, ...]:
    """Return who came back: the same ``Person`` on more than ``days`` days, whoever wrote last first, never by count."""
    persons = grouped((c for c in cards if c.person), lambda c: c.person)
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


def answered_first(questions: Iterable[Card]) -> list[Card]:
    """Return questions as lists show them: the answered ones first, then the author's pins, then the newest."""
    return sorted(questions, key=lambda q: (q.is_answered, q.pin, q.day, q.id), reverse=True)


def grouped(items: Iterable[T], key: Callable[[T], str]) -> dict[str, list[T]]:
    """Return the items by key, keys and items in the order in which they came."""
    groups: dict[str, list[T]] = {}
    for item in items:
        groups.setdefault(key(item), []).append(item)
    return groups


def _about(card: Card) -> Markup:
    return card.post.title if card.post else Markup("")
