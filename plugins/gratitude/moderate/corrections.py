"""What a spam service should be told after the author decided, derived from the journal and the record of what left. Pure.

There is no queue to keep in step: what is to be told is the difference between what the author says now and what the
service believes, so that a run cut short, an undo, or a second thought all end the same.
"""

from __future__ import annotations

__all__ = ["Correction", "corrections"]

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from ..message import Conversation, Disclosure, Message, State
from .standing import Standing

GOOD = frozenset({State.ACCEPTED, State.KEPT, State.ASKED})
CHECK, SPAM, HAM = "comment-check", "submit-spam", "submit-ham"
SAID = {"ham": False, "provisional": False, "spam": True, "discard": True}
"""Whether an answer called the message spam; other outcomes were no answer."""


@dataclass(frozen=True, slots=True)
class Correction:
    """``message`` was misjudged; ``fields`` are the names of those that the service was asked about it with."""

    message: Message
    is_spam: bool
    fields: frozenset[str]


def corrections(
    conversation: Conversation, standing: Standing, known: Mapping[str, Sequence[Disclosure]]
) -> Iterator[Correction]:
    """Yield what the service should be told of the reader's messages in ``conversation``.

    Only of messages that it was asked about and answered; nothing where it believes the same as the author. A ``spam``
    that was reported and then taken back is reported as good again: such a word harms a person. A taken-back
    ``accept`` is not: it does not say that the message is spam.
    """
    for taken in conversation.reader:
        records = known.get(taken.message.identity, ())
        checks = [r for r in records if r.call == CHECK and r.outcome in SAID]
        if not checks:
            continue
        told = next((r.call == SPAM for r in reversed(records) if r.call != CHECK and r.outcome == "told"), None)
        answer = SAID[checks[-1].outcome]
        believed = answer if told is None else told
        wanted = _wanted(standing.state, took_back=told is True and not answer)
        if wanted is not None and wanted != believed:
            yield Correction(taken.message, wanted, frozenset(checks[-1].fields))


def _wanted(state: State, *, took_back: bool) -> bool | None:
    """Return whether the author calls it spam; None where nothing is to be told."""
    if state is State.SPAM:
        return True
    if state in GOOD:
        return False
    return False if took_back and state is State.NEW else None
