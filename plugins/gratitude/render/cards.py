"""Makes a card of each note: its name, its permalink, its best line, and what its writer wrote before. Pure."""

from __future__ import annotations

__all__ = ["CardMaker", "Placed"]

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from typing import Any

from markupsafe import Markup

from ..note import Note, NoteKind, Show
from .best import best_scored
from .card import Card, Html, LinkCard, PostCard, byline, direction, question_title, turn_cards
from .say import Say
from .targets import Content, Target, Targets

LETTER = 600
"""A longer note is set large only where no shorter one has a line as good: the line would drown in it."""


@dataclass(frozen=True, slots=True)
class Placed:
    """A note and the posts it is about: ``target`` is None for the whole blog."""

    note: Note
    target: Target | None
    also: tuple[Target, ...] = ()
    html: tuple[Html, ...] = ()

    @property
    def listed(self) -> bool:
        """Whether pages other than the post's own may show it."""
        return self.target is None or self.target.listed


class CardMaker:
    """Makes the cards of one build. ``scores`` says afterwards how good the best line of each note is, by its id."""

    def __init__(self, settings: Mapping[str, Any], targets: Targets, atom_id: Callable[[Content], str]) -> None:
        self._settings = settings
        self._targets = targets
        self._atom_id = atom_id
        self._say = Say()
        self._posts: dict[str, PostCard] = {}
        self._slugs: set[str] = set()
        self.scores: dict[str, float] = {}

    def cards(self, placed: Iterable[Placed]) -> list[tuple[Placed, Card]]:
        """Return the card of every note that has words, oldest first, each with the one its writer wrote before."""
        cards = []
        last: dict[str, LinkCard] = {}
        words = [p for p in placed if p.note.show is not Show.COUNTED]
        for one in sorted(words, key=lambda p: (p.note.day, p.note.id)):
            card = self._card(one)
            if one.listed and card.person:
                card = replace(card, before=last.get(card.person))
                if card.post:
                    last[card.person] = LinkCard(title=card.post.title, url=card.url)
            cards.append((one, card))
        return cards

    def _card(self, placed: Placed) -> Card:
        note, target = placed.note, placed.target
        assert note.day is not None
        author = self._author(target)
        name = byline(note, self._say, author)
        score, best = (0.0, "") if note.is_authors else best_scored(note.words)
        self.scores[note.id] = score if len(note.words) <= LETTER else score / 2
        words = dict(zip(map(id, note.turns), placed.html, strict=True))
        is_named = note.show is Show.NAMED or note.kind is NoteKind.CREDIT
        post = self.post(target) if target else None
        return Card(
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
            turns=turn_cards(note, name, author, lambda turn: words[id(turn)]),
            url=self._url(placed, post),
            title=question_title(note) if note.kind is NoteKind.QUESTION else note.title,
            via=note.via,
            post=post,
            posts=tuple(self.post(t) for t in placed.also if t.listed),
            best=best,
            answered_by=tuple(filter(None, (self._answer(a) for a in note.answered_by))),
            checked=note.checked,
            asked=note.asked,
            pin=note.pin,
        )

    def _answer(self, answer: str) -> LinkCard | None:
        """Return the post or address that answers a question; a post that nobody may name is left out."""
        if answer.startswith(("https://", "http://")):
            return LinkCard(title=Markup.escape(answer), url=answer, absolute=True)
        target = self._targets.find(answer)
        if isinstance(target, str) or not target.listed:
            return None
        card = self.post(target)
        return LinkCard(title=card.title, url=card.url)

    def _url(self, placed: Placed, post: PostCard | None) -> str:
        note, settings = placed.note, self._settings
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
            )
            self._slugs.add(main.slug)
        return self._posts[target.path]
