"""Invented messages, conversations and notes with defaults, for tests that care about one thing at a time."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime
from typing import Any

from gratitude.message import (
    Arrival,
    Conversation,
    Event,
    Folder,
    Form,
    Kind,
    Kinds,
    Level,
    Link,
    Links,
    Message,
    Permission,
    Person,
    Span,
    Taken,
    Tier,
    Verdict,
)
from gratitude.moderate.standing import Name
from gratitude.note import Note, Show, Turn, Via, Who

NOW = datetime(2026, 6, 1, 9, 0, tzinfo=UTC)
ANN = Person("Ann", "ann@example.com")
WORDS = "Your post saved my weekend. Thank you!"


def message(
    words: str = WORDS,
    *,
    identity: str = "mid:one@example.com",
    sent: str | None = "2026-05-03T10:00:00+00:00",
    sender: Person = ANN,
    form: str = "",
    **more: Any,
) -> Message:
    """Return a mail of Ann's; ``form`` is what a form's ``show`` said, ``sent`` an ISO time or None."""
    values: dict[str, Any] = {
        "via": Via.MAIL,
        "own_words": words,
        "body": words,
        "subject": "Thanks",
        "message_id": identity.removeprefix("mid:"),
        "to": ("maren@stillpages.example.com",),
        "folder": Folder.INBOX,
        "form": Form(show=form),
        "raw": words.encode("utf-8", "replace"),
    }
    when = datetime.fromisoformat(sent) if sent else None
    return Message(identity=identity, sender=sender, sent=when, **(values | more))


def kinds(*found: Kind, permission: Permission = Permission.NONE, said: str = "") -> Kinds:
    """Return kinds (thanks where none are named); ``said`` are the words that give or refuse permission."""
    all_ = found or (Kind.THANKS,)
    evidence = (Span("permission", 0, len(said), said),) if said else ()
    return Kinds(kinds=all_, primary=all_[0], permission=permission, evidence=evidence)


def links(post: str = "cron", tier: Tier = Tier.SURE, **more: Any) -> Links:
    """Return links to one post; ``""`` for none."""
    return Links(posts=(Link(post=post, score=0.9, tier=tier),) if post else (), **more)


def taken(
    words: str | Message = WORDS,
    *,
    found: Kinds | None = None,
    to: Links | None = None,
    level: Level = Level.OK,
    **more: Any,
) -> Taken:
    """Return a message with what the steps said of it; ``words`` may be a whole message."""
    whole = words if isinstance(words, Message) else message(words, **more)
    verdict = Verdict(level=level, score=0.9 if level in {Level.SPAM, Level.DISCARD} else 0.1)
    return Taken(message=whole, kinds=found or kinds(), links=links() if to is None else to, verdict=verdict)


def conversation(*messages: Taken | Message, events: tuple[Event, ...] = (), name: str = "c0ffee00") -> Conversation:
    """Return a conversation of these messages (one of Ann's where none are given), numbered events included."""
    all_ = tuple(m if isinstance(m, Taken) else taken(m) for m in messages) or (taken(),)
    return Conversation(id=name, messages=all_, events=events)


def note(words: str = WORDS, *later: Turn, **more: Any) -> Note:
    """Return a named note of Ann's about the post ``cron``, with further turns."""
    show = more.get("show", Show.NAMED)
    values: dict[str, Any] = {
        "id": "2026-05-03-k3f9",
        "post": "cron",
        "day": date(2026, 5, 3),
        "show": show,
        "name": "Ann" if show is Show.NAMED else "",
        "via": Via.MAIL,
    }
    opening = Turn(Who.ANSWER if show is Show.MINE else Who.READER, words)
    return Note(turns=(opening, *later), **(values | more))


def reader(words: str, day: str = "2026-05-06") -> Turn:
    """Return a later turn of the reader's."""
    return Turn(Who.READER, words, date.fromisoformat(day))


def answer(words: str = "Gladly.", day: str = "2026-05-04") -> Turn:
    """Return an answer of the author's."""
    return Turn(Who.ANSWER, words, date.fromisoformat(day))


def event(name: Name, step: int = 0, /, **data: Any) -> Event:
    """Return an event; a step of 0 is no move of the author's."""
    return Event(name=name, data=data, step=step, at=NOW)


def take(inbox: Any, *messages: Taken | Message, source: str = "test", joins: str | None = None) -> list[str]:
    """Stage messages in an inbox and take them in with what their builders say; return their conversations' IDs.

    ``joins`` is the identity of the message whose conversation they belong to.
    """
    run = inbox.intake(NOW)
    all_ = [m if isinstance(m, Taken) else taken(m) for m in messages]
    run.stage(source, [Arrival(message=t.message, mark=t.message.identity) for t in all_])
    return [run.take(t.message, t.kinds, replace(t.links, joins=joins) if joins else t.links, t.verdict) for t in all_]
