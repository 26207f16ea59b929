"""Makes a card of each note: its name, its permalink, its best line, and what its writer wrote before. Pure."""

from __future__ import annotations

__all__ = ["CardMaker", "Placed"]

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from markupsafe import Markup

from ..note import Note, NoteKind, Show
from .card import Card, Html, LinkCard, PostCard, TurnCard, byline, question_title, turn_cards
from .paging import beside
from .say import Say, direction
from .targets import Content, Target, Targets

LETTER = 600
"""A longer note is set large only where no shorter one has a line as good: the line would drown in it."""

CARD_BYTES, TURN_BYTES = 1_450, 400
"""Of markup around the words of a note and of each turn (measured on the sample blog: 840 and 190), and of what
machines read of a note (290 without SITEURL), which holds the words once more. The rest is room for long addresses."""


@dataclass(frozen=True, slots=True)
class Placed:
    """A note and the posts it is about: ``target`` is None for the whole blog.

    ``html`` are the words of each turn, ``best`` the line that may be set large, ``score`` how good it is. ``source``
    is path and digest of its file.
    """

    note: Note
    target: Target | None
    also: tuple[Target, ...] = ()
    html: tuple[Html, ...] = ()
    score: float = 0.0
    best: str = ""
    source: str = ""

    @property
    def listed(self) -> bool:
        """Whether pages other than the post's own may show it."""
        return self.target is None or self.target.listed


class CardMaker:
    """Makes the cards of one build. ``scores`` says afterwards how good the best line of each note is, by its id."""

    def __init__(
        self, settings: Mapping[str, Any], targets: Targets, atom_id: Callable[[Content], str], today: date, say: Say
    ) -> None:
        self._settings = settings
        self._old = _years_before(today, settings["GRATITUDE_OUT_OF_DATE"])
        self._targets = targets
        self._atom_id = atom_id
        self._say = say
        self._posts: dict[str, PostCard] = {}
        self._slugs: set[str] = set()
        self.scores: dict[str, float] = {}

    def cards(self, placed: Iterable[Placed]) -> list[tuple[Placed, Card]]:
        """Return the card of every note that has words, oldest first. `finished` makes them whole."""
        words = [p for p in placed if p.note.show is not Show.COUNTED]
        return [(one, self._card(one)) for one in sorted(words, key=lambda p: (p.note.day, p.note.id))]

    def finished(self, cards: Iterable[tuple[Placed, Card]], where: Mapping[str, str]) -> list[tuple[Placed, Card]]:
        """Return the cards with their last values, which need all cards: address, and what the writer wrote before.

        ``where`` names the further page of the wall each card stands on, by its id; it counts for those at home there.
        """
        last: dict[str, LinkCard] = {}
        result = []
        at_wall = f"{self._settings['GRATITUDE_WALL_URL']}#"
        for one, made in cards:
            card = made
            if card.id in where and card.url.startswith(at_wall):
                home = beside(self._settings["GRATITUDE_WALL_URL"], where[card.id])
                card = replace(card, url=f"{home}#{card.anchor}")
            if card.person and one.listed:
                if card.person in last:
                    card = replace(card, before=last[card.person])
                if card.post:
                    last[card.person] = LinkCard(title=card.post.title, url=card.url)
            result.append((one, card))
        return result

    def _card(self, placed: Placed) -> Card:
        note, target = placed.note, placed.target
        assert note.day is not None
        author = self._author(target)
        name = byline(note, self._say, author)
        self.scores[note.id] = placed.score if len(note.words) <= LETTER else placed.score / 2
        is_named = note.show is Show.NAMED or note.kind is NoteKind.CREDIT
        post = self.post(target) if target else None
        turns = turn_cards(note, name, author, placed.html)
        card = Card(
            id=note.id,
            kind=note.kind,
            show=note.show,
            name=name,
            place=note.place,
            person=note.person if is_named else "",
            face=(note.person or note.name) if is_named else "",
            lang=note.lang,
            direction=direction(note.lang),
            day=note.day,
            turns=turns,
            url=self._url(placed, post),
            title=question_title(note) if note.kind is NoteKind.QUESTION else note.title,
            via=note.via,
            post=post,
            posts=tuple(self.post(t) for t in placed.also if t.listed),
            best=placed.best,
            answered_by=tuple(filter(None, (self._answer(a) for a in note.answered_by))),
            checked=note.checked,
            asked=note.asked,
            pin=note.pin,
            size=CARD_BYTES + sum(map(_size, turns)),
            source=placed.source,
        )
        is_old = card.is_question and card.answer is not None and card.confirmed < self._old
        return replace(card, is_old=True) if is_old else card

    def spoken(self, placed: Placed, card: Card, say: Say) -> Card:
        """Return ``card`` for a page in another language: only whom we name in our own words changes."""
        name = byline(placed.note, say, self._author(placed.target))
        if name == card.name:
            return card
        turns = tuple(replace(turn, name=name) if turn.name == card.name else turn for turn in card.turns)
        return replace(card, name=name, turns=turns)

    def _answer(self, answer: str) -> LinkCard | None:
        """Return the post or address that answers a question; a post that nobody may name is left out."""
        if answer.startswith(("https://", "http://")):
            return LinkCard(title=Markup.escape(answer), url=answer, absolute=True)
        found = self._targets.find(answer)
        target = None if isinstance(found, str) else self._targets.here(found)
        if target is None or not target.listed:
            return None
        card = self.post(target)
        return LinkCard(title=card.title, url=card.url)

    def _url(self, placed: Placed, post: PostCard | None) -> str:
        note, settings = placed.note, self._settings
        if note.kind is NoteKind.CREDIT and not post:
            return f"{settings['GRATITUDE_CREDITS_URL']}#n-{note.id}"
        if note.kind is NoteKind.QUESTION:
            if not placed.listed:
                return ""
            if settings["GRATITUDE_QUESTION_SAVE_AS"]:
                return str(settings["GRATITUDE_QUESTION_URL"].format(id=note.id))
            return f"{settings['GRATITUDE_QUESTIONS_URL']}#n-{note.id}"
        at_home = post and (settings["GRATITUDE_BOX"] or not placed.listed)
        return f"{post.url if post and at_home else settings['GRATITUDE_WALL_URL']}#n-{note.id}"

    def _author(self, target: Target | None) -> str:
        author = getattr(target.main, "author", None) if target else None
        return str(getattr(author, "name", "") or self._settings.get("AUTHOR") or self._settings["SITENAME"])

    def post(self, target: Target) -> PostCard:
        """Return the card of a post, one each: the title and address of its main language."""
        if target.path not in self._posts:
            main = target.main
            day = getattr(main, "date", None)
            self._posts[target.path] = PostCard(
                key=target.path,
                title=Markup(main.title),
                url=main.url,
                listed=target.listed,
                day=day.date() if day else None,
                atom_id=self._atom_id(main),
                anchor=f"p-{main.slug}-{len(self._slugs)}" if main.slug in self._slugs else f"p-{main.slug}",
                slug=main.slug,
                handle=self._targets.handle(target),
                tags=tuple(tag.name for tag in getattr(main, "tags", ())),
            )
            self._slugs.add(main.slug)
        return self._posts[target.path]


def _size(turn: TurnCard) -> int:
    words = turn.html("")
    return TURN_BYTES + 2 * (len(words) if words.isascii() else len(words.encode()))


def _years_before(today: date, years: int | None) -> date:
    """Return the day before which an answer is old; the beginning of time where the author wants no such day."""
    return date(today.year - years, today.month, min(today.day, 28)) if years else date.min
