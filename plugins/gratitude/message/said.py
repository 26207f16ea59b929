"""What the steps say of a message: kinds, links, verdict, each with its reasons. Pure."""

from __future__ import annotations

__all__ = ["Kind", "Kinds", "Level", "Link", "Links", "Permission", "Reason", "Signal", "Span", "Tier", "Verdict"]

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum


class Kind(StrEnum):
    """What a message is; a message has one or more, one of them primary."""

    THANKS = "thanks"
    PRAISE = "praise"
    QUESTION = "question"
    CORRECTION = "correction"
    REMARK = "remark"
    PITCH = "pitch"
    BULK = "bulk"


class Permission(StrEnum):
    """What the writer says about being quoted. A hint for the author; never consent by itself."""

    NAMED = "named"
    ANONYMOUS = "anonymous"
    REFUSED = "refused"
    NONE = "none"


class Tier(StrEnum):
    """How well a link to a post is founded."""

    SURE = "sure"
    LIKELY = "likely"
    GUESS = "guess"


class Level(StrEnum):
    """What screening says. Never "publish": that is a person's decision."""

    OK = "ok"
    UNSURE = "unsure"
    SPAM = "spam"
    DISCARD = "discard"


@dataclass(frozen=True, slots=True)
class Span:
    """Words that show something: code-point offsets into ``own_words``, ``text == own_words[start:end]``.

    ``kind`` is a `Kind`, ``best`` (the line one would quote), ``permission``, or the code of a `Reason`.
    """

    kind: str
    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Kinds:
    """What classify says: ``kinds`` in order of weight, never empty; ``primary`` is one of them."""

    kinds: tuple[Kind, ...]
    primary: Kind
    permission: Permission = Permission.NONE
    evidence: tuple[Span, ...] = ()

    def __contains__(self, kind: object) -> bool:
        return kind in self.kinds

    @property
    def best(self) -> str:
        """The sentence one would quote; ``""`` where there is none."""
        return next((s.text for s in self.evidence if s.kind == "best"), "")


@dataclass(frozen=True, slots=True)
class Reason:
    """Why a link is thought of: a code for programs, a sentence for the author.

    ``spans`` are the message's own words the sentence speaks of, each once, where they stand first in ``own_words``.
    """

    code: str
    text: str
    spans: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Link:
    """A message belongs to a post (its key in the catalogue): ``score`` 0..1, 1 is surely."""

    post: str
    score: float
    tier: Tier
    evidence: tuple[Reason, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Links:
    """What link says: posts, best first; the thread; the likeness.

    ``specificity`` 0..1: 1, these words fit only this post; ``specific`` the words that say so, as written.
    ``silent`` is why there is no post, in words, ``""`` where there is one. ``parent`` is the
    identity of the nearest known message it answers; ``joins`` the identity of an earlier message whose conversation
    it belongs to (the same writer's, or the reader's whom the author answers), else None: it opens its own.
    ``alike`` are identities of earlier messages with nearly the same words.
    """

    posts: tuple[Link, ...] = ()
    specificity: float = 0.0
    specific: tuple[str, ...] = ()
    silent: str = ""
    parent: str | None = None
    joins: str | None = None
    alike: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Signal:
    """One thing that speaks for or against a message: ``weight`` is signed log-odds, positive towards spam."""

    code: str
    weight: float
    text: str
    source: str = "rule"


@dataclass(frozen=True, slots=True, kw_only=True)
class Verdict:
    """What screening says. ``left_out`` is why it is not taken in at all, in words; None where it is taken in.

    ``score`` 0..1, 1 is surely spam. ``signals`` strongest first. ``engine`` is local, akismet or local-fallback.
    """

    level: Level
    score: float
    signals: tuple[Signal, ...] = ()
    engine: str = "local"
    left_out: str | None = None
    akismet: Mapping[str, str] | None = None
    recheck_at: datetime | None = None
