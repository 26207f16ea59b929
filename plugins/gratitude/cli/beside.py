"""What lies beside a conversation: who asked the same, when its writer wrote before, who may be the same person. Pure."""

from __future__ import annotations

__all__ = ["beside", "same_questions", "told"]

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from ..link.people import likeness, wrote_before
from ..link.similar import Asked, asks_the_same
from ..message import Conversation, Earlier, Kind, State
from ..moderate import standing_of
from .rows import post_of

MOST = 5
"""Conversations that one sentence names."""


@dataclass(frozen=True, slots=True)
class Beside:
    """``before``: "in 2023, about bread", or ``""``. ``same_question``: IDs. ``maybe_same_writer``: (ID, why)."""

    before: str
    same_question: tuple[str, ...]
    maybe_same_writer: tuple[tuple[str, str], ...]


def same_questions(conversations: Iterable[Conversation]) -> dict[str, tuple[str, ...]]:
    """Return {ID: IDs of those that ask nearly the same about the same post}; spam and trash ask nothing."""
    asked = []
    for conversation in conversations:
        standing, opening = standing_of(conversation.events), conversation.opening
        if Kind.QUESTION in opening.kinds and standing.state not in (State.SPAM, State.TRASH):
            post, _ = post_of(conversation, standing)
            words = opening.kinds.best or opening.message.own_words[:300]
            asked.append(Asked(conversation.id, post or "", words, opening.message.sender.address))
    return asks_the_same(asked)


def beside(conversation: Conversation, everything: Sequence[Conversation]) -> Beside:
    """Return what is known beside ``conversation``, out of all of the inbox."""
    opening = conversation.opening.message
    others = [c for c in everything if c.id != conversation.id]
    earlier = [
        Earlier(message=taken.message, post=post_of(other, standing_of(other.events))[0] or "")
        for other in others
        if opening.sender.address
        for taken in other.reader
        if taken.message.sender.address == opening.sender.address
    ]
    maybe = ((other.id, likeness(opening, other.opening.message)) for other in others)
    return Beside(
        before=wrote_before(opening, earlier),
        same_question=same_questions(everything).get(conversation.id, ()),
        maybe_same_writer=tuple((name, why) for name, why in maybe if why),
    )


def told(conversation: Conversation, found: Beside) -> list[str]:
    """Return the same as sentences, each with what the author can do; the author decides, nothing is joined."""
    name = conversation.opening.message.sender.name or "The writer"
    lines = [f"{name} wrote before, {found.before}."] if found.before else []
    for other, why in found.maybe_same_writer[:MOST]:
        lines.append(
            f"Perhaps the same person wrote {other}: {why}. `gratitude merge {conversation.id} {other}` joins them."
        )
    if same := found.same_question[:MOST]:
        asks = "asks" if len(same) == 1 else "ask"
        lines.append(
            f"{_listed(same)} {asks} nearly the same. `gratitude merge {conversation.id} {' '.join(same)}` makes it one."
        )
    return lines


def _listed(names: Sequence[str]) -> str:
    return names[0] if len(names) == 1 else f"{', '.join(names[:-1])} and {names[-1]}"
