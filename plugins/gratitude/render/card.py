"""A card is a note as it looks on a page: the values the templates print, decided once. Pure."""

from __future__ import annotations

__all__ = [
    "Card", "Html", "LinkCard", "PostCard", "TurnCard", "byline", "many_more", "plain_title",
    "question_title",
]  # fmt: skip

import html
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import ClassVar
from urllib.parse import quote

from markupsafe import Markup

from ..note import Note, NoteKind, Show, Via, Who
from ..text import one_line
from .best import asking
from .say import Say

Html = Callable[[str], Markup]
"""Words as HTML for a page whose SITEURL is the argument; links of the author's inside the site depend on it."""

TITLE_CHARS = 80
COUNTED_FROM = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class PostCard:
    """A post as our pages name it. ``key`` is its path under PATH, ``title`` the author's HTML, ``url`` site-relative.

    ``listed`` says whether anybody but its own page may name it: a draft and a hidden post may not be named.
    ``tags`` are the names of its tags. ``handle`` names it in the addresses of files: its slug, or its path where an
    older post has the same slug.
    """

    key: str
    title: Markup
    url: str
    listed: bool = True
    day: date | None = None
    atom_id: str = ""
    anchor: str = ""
    slug: str = ""
    handle: str = ""
    tags: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class LinkCard:
    """A link to something of the site (``url`` site-relative) or elsewhere (``absolute``)."""

    title: Markup
    url: str
    absolute: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class TurnCard:
    """One turn: whose it is, the day it was written (None: the note's) and its words."""

    who: Who
    name: str
    html: Html
    day: date | None = None

    @property
    def is_authors(self) -> bool:
        """Whether these are the words of the blog's author."""
        return self.who is Who.ANSWER


@dataclass(
    frozen=True, slots=True, kw_only=True, eq=False
)  # eq: a fragment is remembered by its card, not by its words
class Card:
    """Everything a template prints of one note.

    ``url`` is the note's permalink (site-relative), ``""`` for a question of a draft, which has no page. ``best`` is
    the line that may be set large. ``before`` is the latest older note of the same person. ``face`` draws the
    flower; ``""`` for a writer without a name. ``is_old`` says that its answer was not looked at for years. ``size`` is
    about what the note weighs on a page, in bytes. ``source`` is path and digest of the file it was made of.
    """

    id: str
    kind: NoteKind
    show: Show
    name: str
    place: str
    person: str
    face: str
    lang: str
    direction: str
    day: date
    turns: tuple[TurnCard, ...]
    url: str
    title: str = ""
    via: Via | None = None
    post: PostCard | None = None
    posts: tuple[PostCard, ...] = ()
    best: str = ""
    before: LinkCard | None = None
    answered_by: tuple[LinkCard, ...] = ()
    related: tuple[Card, ...] = field(default=(), repr=False)
    checked: date | None = None
    asked: int = 0
    pin: bool = False
    is_old: bool = False
    size: int = 0
    source: str = ""

    OF_SOURCE: ClassVar = frozenset({
        "kind", "show", "place", "person", "face", "lang", "direction", "day", "turns", "title", "via", "best", "checked",
        "asked", "pin",
    })  # fmt: skip
    """Fields that say nothing which ``source`` and `beside_source` do not: of one file they are always the same."""

    @property
    def beside_source(self) -> tuple[object, ...]:
        """What of its turns the file does not say: the names they are shown under, and the author's words as HTML."""
        return tuple((t.name, t.html if t.who is Who.ANSWER else None) for t in self.turns)

    @property
    def opening(self) -> TurnCard:
        """The turn the note begins with."""
        return self.turns[0]

    @property
    def replies(self) -> tuple[TurnCard, ...]:
        """The turns after the opening."""
        return self.turns[1:]

    @property
    def answer(self) -> TurnCard | None:
        """The author's first answer, or None."""
        return next((t for t in self.turns[1:] if t.is_authors), None)

    @property
    def is_answered(self) -> bool:
        """Whether there is an answer, here or in a post."""
        return self.answer is not None or bool(self.answered_by)

    @property
    def is_question(self) -> bool:
        """Whether it is a question, which has a page of its own."""
        return self.kind is NoteKind.QUESTION

    @property
    def anchor(self) -> str:
        """The fragment under which the note can be linked to on a page with several."""
        return f"n-{self.id}"

    def part(self, number: int) -> str:
        """Return the fragment of turn ``number`` (from 1) on the question's own page."""
        if number == 1:
            return "question"
        part = "answer" if self.turns[number - 1].is_authors else "more"
        return part if number == 2 else f"{part}-{number}"

    @property
    def confirmed(self) -> date:
        """The day on which the author last said or checked the answer; of one without an answer, its own."""
        return max([self.day, *(t.day for t in self.replies if t.day and t.is_authors), *filter(None, [self.checked])])

    @property
    def updated(self) -> date:
        """The day of the latest turn; never a file's time."""
        return max([self.day, *(t.day for t in self.turns if t.day)])

    def large(self, siteurl: str) -> Markup:
        """Return the opening's words with the best line set large, where it stands in one piece."""
        words = str(self.opening.html(siteurl))
        line = html.escape(self.best, quote=False)
        once = bool(line) and words.count(line) == 1
        return Markup(words.replace(line, f'<span class="g-best">{line}</span>') if once else words)


def byline(note: Note, say: Say, author: str) -> str:
    """Return whose words the opening is said to be."""
    if note.kind is NoteKind.CREDIT or (note.show is Show.NAMED and note.name):
        return note.name or author
    if note.show is Show.MINE:
        return say.t("A reader, told by {author}", author=author) if author else say.t("A reader")
    return say.t("A reader")


def question_title(note: Note) -> str:
    """Return what a question is listed by: its title, else its first sentence that asks, else its first line."""
    if note.title:
        return one_line(note.title)
    first = next(filter(None, (one_line(line) for line in note.words.split("\n"))), note.id)
    return _cut(one_line(asking(note.words)) or first)


def plain_title(title: str) -> str:
    """Return the HTML of a title as words, for a mail's subject or a feed."""
    return one_line(Markup(title).striptags())


def many_more(count: int, alone: bool, say: Say) -> str:
    """Return those who do not want to be quoted, in words; ``""`` for fewer than three of them."""
    if count < COUNTED_FROM:
        return ""
    if alone:
        if count < 9:
            return say.t("A few people wrote to say that this was of use, without asking to be quoted.")
        return say.t("A good many people wrote to say that this was of use, without asking to be quoted.")
    if count < 9:
        return say.t("and a few more who wrote without asking to be quoted")
    return say.t("and a good many more who wrote without asking to be quoted")


def mailto(address: str, subject: str) -> str:
    """Return a mail link that opens a letter with this subject."""
    return f"mailto:{quote(address, safe='@')}?subject={quote(subject, safe='')}"


def turn_cards(note: Note, name: str, author: str, words: Sequence[Html]) -> tuple[TurnCard, ...]:
    """Return the turns of ``note``, whose HTML is ``words``, with the names they are shown under."""
    return tuple(
        TurnCard(who=turn.who, name=author if i and turn.who is Who.ANSWER else name, html=html, day=turn.day)
        for i, (turn, html) in enumerate(zip(note.turns, words, strict=True))
    )


def _cut(title: str) -> str:
    """Return ``title`` cut at 80 characters, at a word's end where there is one."""
    if len(title) <= TITLE_CHARS:
        return title
    start = title[: TITLE_CHARS - 1]
    return (start.rsplit(" ", 1)[0] if " " in start[40:] else start).rstrip(" ,;:–-") + "…"
