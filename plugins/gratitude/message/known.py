"""What the steps may know of the world: the posts, and the past. Pure."""

from __future__ import annotations

__all__ = ["Catalogue", "Earlier", "Elsewhere", "History", "Lessons", "Post"]

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Protocol

from .conversation import State
from .letter import Message
from .said import Level


@dataclass(frozen=True, slots=True, kw_only=True)
class Post:
    """A post or page of the blog, as Pelican reads it.

    ``key`` is what note files and JSON call it: the slug, or ``path`` (POSIX, under PATH, of the original) where
    several posts share a slug. Translations are one post: ``titles`` and ``urls`` hold those of every language, the
    original's first; ``urls`` are absolute where the site has an address. ``words`` is the text of all languages
    without markup. ``status`` is published, draft or hidden. ``day`` None: undated.
    """

    key: str
    slug: str
    path: str
    titles: tuple[str, ...]
    urls: tuple[str, ...]
    aliases: tuple[str, ...] = ()
    day: date | None = None
    status: str = "published"
    lang: str = ""
    words: str = ""

    @property
    def title(self) -> str:
        """The original's title."""
        return self.titles[0] if self.titles else self.slug


class Catalogue(Protocol):
    """The posts of the blog, to look up and to search."""

    def posts(self) -> Sequence[Post]:
        """All posts and pages, drafts and hidden ones too; newest first, undated last."""

    def get(self, key: str) -> Post | None:
        """The post with this key, or None."""

    def by_url(self, url: str) -> Post | None:
        """The post an address leads to (also an old one: WordPress patterns, aliases), or None."""

    def scores(self, words: str) -> Mapping[str, float]:
        """How well each post's text and title match (BM25, higher is better); posts without a match are left out."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Earlier:
    """An earlier message (by date, of the inbox or of the batch) and what became of it.

    ``post`` is the post it is known to be about (set by the author, or a sure link), else ``""``. ``state`` is that
    of its conversation; NEW for one of the batch. ``level`` None: not screened yet. ``maybe`` are the posts it may be
    about, each with its share (0..1), where nobody knows: what linking guessed when it was judged.
    """

    message: Message
    state: State = State.NEW
    level: Level | None = None
    post: str = ""
    maybe: tuple[tuple[str, float], ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Elsewhere:
    """What of a message other names sent too (`message.traces`): ``shared`` of its ``runs`` of four words, and hosts.

    ``hosts`` gives for each host the number of other names that gave or linked to it; hosts of nobody else are left out.
    """

    runs: int = 0
    shared: int = 0
    hosts: Mapping[str, int] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Lessons:
    """What the author's decisions taught: from how many messages, and in how many of each kind a mark stood.

    ``counts`` gives (ham, spam) for the marks that were asked for and are known.
    """

    ham: int = 0
    spam: int = 0
    counts: Mapping[int, tuple[int, int]] = field(default_factory=dict)


class History(Protocol):
    """What a step may know of the past and of the batch at hand: only messages before this one, by date.

    `undecided` and `elsewhere` know later ones too.
    """

    def by_message_id(self, message_id: str) -> Earlier | None:
        """The message with this Message-ID, whatever its date, or None."""

    def answers_to(self, message_id: str) -> Sequence[Earlier]:
        """The messages whose In-Reply-To or last known reference is this one, whatever their date; oldest first."""

    def like(self, message: Message) -> Sequence[Earlier]:
        """Earlier messages with the same or nearly the same words, oldest first; at most 50."""

    def by_writer(self, address: str) -> Sequence[Earlier]:
        """Earlier messages of one address, oldest first; at most 200; none for ``""``."""

    def about_posts(self) -> Sequence[Earlier]:
        """Earlier messages whose post is known, oldest first."""

    def undecided(self) -> Sequence[Earlier]:
        """Messages about which linking only guesses (``maybe``) and nobody has decided, whatever their date; oldest first.

        This one may be among them.
        """

    def elsewhere(self, message: Message) -> Elsewhere:
        """What of ``message`` other names sent too, whatever the date: a campaign's first is no better than its last.

        The author's own messages count for nobody.
        """

    def lessons(self, marks: Collection[int]) -> Lessons:
        """What the author's decisions taught of these marks (`screen.learned`)."""
