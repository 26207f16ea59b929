"""The blogs of ``link_dev`` as the linking steps see them, and pasts in which more or less is known."""

from __future__ import annotations

__all__ = ["REMARK", "Blog", "Past", "read"]

import gzip
import json
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

from gratitude.message import Earlier, Kind, Kinds, Message, Post
from gratitude.note import Via

REMARK = Kinds(kinds=(Kind.REMARK,), primary=Kind.REMARK)

Blog = tuple[list[Post], list[tuple[Message, str]]]
"""Posts, and messages with their true posts in order of time."""


@dataclass
class Past:
    """A history in which the posts of earlier messages are known, or were guessed."""

    known: list[Earlier] = field(default_factory=list)
    guessed: list[Earlier] = field(default_factory=list)

    def by_message_id(self, message_id: str) -> Earlier | None:
        """Nothing: the messages stand alone."""
        return None

    def answers_to(self, message_id: str) -> Sequence[Earlier]:
        """Nothing."""
        return ()

    def like(self, message: Message) -> Sequence[Earlier]:
        """Nothing."""
        return ()

    def by_writer(self, address: str) -> Sequence[Earlier]:
        """Nothing."""
        return ()

    def about_posts(self) -> Sequence[Earlier]:
        """What was told so far."""
        return self.known

    def undecided(self) -> Sequence[Earlier]:
        """What was guessed so far."""
        return self.guessed


def read(folder: Path) -> list[Blog]:
    """Return the blogs of ``link_dev`` in ``folder``, in order of their names."""
    return [_blog(file) for file in sorted(folder.glob("*.posts.jsonl.gz"))]


def _blog(file: Path) -> Blog:
    posts = [
        Post(
            key=row["id"],
            slug=row["id"].rstrip("/").split("/")[-1],
            path=row["id"],
            titles=(row["title"] or "",),
            urls=(),
            day=date.fromisoformat(row["date"]) if row["date"] else None,
            words=row["text"] or "",
        )
        for row in _rows(file)
    ]
    rows = _rows(file.with_name(file.name.replace(".posts.", ".comments.")))
    rows.sort(key=lambda row: (row["date"] or "", str(row["id"])))
    return posts, [(_message(row), row["post_id"]) for row in rows]


def _rows(file: Path) -> list[dict[str, Any]]:
    with gzip.open(file, "rt", encoding="utf-8") as lines:
        return [json.loads(line) for line in lines]


def _message(row: dict[str, Any]) -> Message:
    sent = datetime.combine(date.fromisoformat(row["date"]), datetime.min.time(), UTC) if row["date"] else None
    return Message(identity=f"wp:example:{row['id']}", via=Via.IMPORT, own_words=row["text"] or "", sent=sent)
