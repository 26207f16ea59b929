"""What the author decides on: messages that belong together, and the journal. Pure."""

from __future__ import annotations

__all__ = ["Conversation", "Event", "State", "Taken"]

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum

from .letter import Message
from .said import Kinds, Links, Verdict


class State(StrEnum):
    """Where the author's decisions have put a conversation."""

    NEW = "new"
    ACCEPTED = "accepted"
    ASKED = "asked"
    KEPT = "kept"
    LATER = "later"
    SPAM = "spam"
    TRASH = "trash"


@dataclass(frozen=True, slots=True, kw_only=True)
class Taken:
    """A message that was taken in, and what the steps said of it when it came."""

    message: Message
    kinds: Kinds
    links: Links
    verdict: Verdict


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """One entry of the journal of a conversation, in order of ``number``; ``at`` is aware UTC.

    ``step`` is the same for all events of one command or key; 0: no move of the author's (publish, take_in).
    ``data`` holds JSON values only.
    """

    name: str
    data: Mapping[str, object] = field(default_factory=dict)
    step: int = 0
    at: datetime | None = None
    number: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Conversation:
    """The messages of one reader that belong together, the author's answers, and the journal of what was decided.

    ``id`` is eight characters and never changes. ``messages`` are oldest first, undated ones first of all.
    """

    id: str
    messages: tuple[Taken, ...]
    events: tuple[Event, ...] = ()

    @property
    def reader(self) -> tuple[Taken, ...]:
        """The reader's messages, oldest first; never empty."""
        return tuple(t for t in self.messages if not t.message.yours) or self.messages

    @property
    def opening(self) -> Taken:
        """The message that opened it."""
        return self.reader[0]

    @property
    def answers(self) -> tuple[Taken, ...]:
        """The author's messages in it, oldest first."""
        return tuple(t for t in self.messages if t.message.yours)
