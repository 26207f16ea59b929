"""Builders for the tests of linking: invented posts and messages, and a past held in memory."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from gratitude.message import Earlier, Message, Person, Post
from gratitude.note import Via
from gratitude.text import near_same

SITE = "https://blog.example"


def post_(key: str, title: str = "", words: str = "", day: str | None = "2024-01-10", **more: object) -> Post:
    values: dict[str, object] = {
        "slug": key, "path": f"{key}.md", "titles": (title or key,), "urls": (f"{SITE}/{key}.html",), "words": words,
        "day": date.fromisoformat(day) if day else None,
    }  # fmt: skip
    return Post(key=key, **(values | more))  # type: ignore[arg-type]


def message_(
    words: str = "", identity: str = "mid:m@example.com", sent: str | None = "2024-01-12T10:00+00:00", **more: object
) -> Message:
    values: dict[str, object] = {
        "via": Via.MAIL, "own_words": words, "sender": Person("Ann", "ann@example.com"),
        "message_id": identity.removeprefix("mid:"), "sent": datetime.fromisoformat(sent) if sent else None,
    }  # fmt: skip
    return Message(identity=identity, **(values | more))  # type: ignore[arg-type]


@dataclass
class Past:
    """A history of the messages it was given (tests only; the real ones are in inbox)."""

    all: Sequence[Earlier] = ()

    def by_message_id(self, message_id: str) -> Earlier | None:
        return next((e for e in self.all if e.message.message_id == message_id), None)

    def answers_to(self, message_id: str) -> Sequence[Earlier]:
        return [e for e in self.all if e.message.in_reply_to == message_id]

    def like(self, message: Message) -> Sequence[Earlier]:
        return [e for e in self.all if near_same(e.message.own_words, message.own_words)]

    def by_writer(self, address: str) -> Sequence[Earlier]:
        return [e for e in self.all if address and e.message.sender.address == address]

    def about_posts(self) -> Sequence[Earlier]:
        return [e for e in self.all if e.post]

    def undecided(self) -> Sequence[Earlier]:
        return [e for e in self.all if e.maybe and not e.post]
