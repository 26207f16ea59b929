"""Which earlier message a message answers, and whose conversation it belongs to. Pure.

Another person in the same thread opens a conversation of their own; an answer of the author's belongs to the
conversation of the message it answers.
"""

from __future__ import annotations

__all__ = ["ancestors", "joins", "parent", "plain_subject"]

import re
from collections.abc import Iterator

from ..message import Earlier, History, Message
from ..note import Via
from ..text import folded

MAX_CHAIN = 50
"""Messages of a thread that are walked up; a longer one repeats its people."""

MAX_SUBJECT = 500
SAME_SUBJECT_DAYS = 60
REPLY = re.compile(
    r"\s*(?:(?:re|aw|antw|sv|vs|ref|rif|r|odp|ynt|res|fwd?|wg|tr|rv|enc|vb|i|回复|答复|回覆|转发|返信)"
    r"(?:\s?[\[(]\d{1,3}[\])])?\s?[:：]|\[[^\]\n]{1,40}\])\s*",
    re.IGNORECASE,
)
"""What mail programs put before a subject, by language, and a list's name in brackets."""


def plain_subject(subject: str) -> str:
    """Return the subject folded, without "Re:", "Aw:", "Fwd:", "[list]" and their like before it."""
    rest = subject[:MAX_SUBJECT]
    while (m := REPLY.match(rest)) and m.end() < len(rest):
        rest = rest[m.end() :]
    return folded(rest)


def parent(message: Message, history: History) -> Earlier | None:
    """Return the nearest known message that this one answers: In-Reply-To, else the last known reference."""
    return next(ancestors(message, history), None)


def ancestors(message: Message, history: History) -> Iterator[Earlier]:
    """Yield the known messages above this one, nearest first, each once; at most 50."""
    seen = {message.identity}
    waiting = _above(message)
    for _ in range(MAX_CHAIN):
        if not waiting:
            return
        found = history.by_message_id(waiting.pop(0))
        if found is None or found.message.identity in seen:
            continue
        seen.add(found.message.identity)
        yield found
        waiting = [*_above(found.message), *waiting]


def joins(message: Message, history: History) -> str | None:
    """Return the identity of the earlier message whose conversation this one belongs to, None: it opens its own.

    A reader's joins the nearest message of the same writer in the same thread (in a comment, also one that a letter
    brought, the name must be the same too: anybody can type an address). The author's joins the reader's message it
    answers; without ids, the latest one of the same subject from somebody it was sent to, at most 60 days old.
    """
    if message.yours:
        return _answered(message, history)
    for one in ancestors(message, history):
        if _opens_for(one.message, message) and not _is_circle(one.message, message, history):
            return one.message.identity
    return _sibling(message, history)


def _answered(message: Message, history: History) -> str | None:
    """Return the reader's message that a mail of the author's answers."""
    above = list(ancestors(message, history))
    for one in above:
        if not one.message.yours:
            return one.message.identity
    by_subject = _by_subject(message, history)
    return by_subject or (above[0].message.identity if above else None)


def _by_subject(message: Message, history: History) -> str | None:
    subject = plain_subject(message.subject)
    if not subject or message.sent is None:
        return None
    found = [
        one.message
        for address in message.to
        for one in history.by_writer(address)
        if one.message.sent is not None
        and not one.message.yours
        and plain_subject(one.message.subject) == subject
        and 0 <= (message.sent - one.message.sent).total_seconds() <= SAME_SUBJECT_DAYS * 86_400
    ]
    return max(found, key=lambda m: (m.sent, m.identity)).identity if found else None


def _sibling(message: Message, history: History) -> str | None:
    """Return an earlier message of the same writer in another branch of the thread."""
    roots = _roots(message, history)
    if not roots:
        return None
    for one in reversed(history.by_writer(message.sender.address)):
        other = one.message
        if other.identity != message.identity and _opens_for(other, message) and roots & _roots(other, history):
            return None if _is_circle(other, message, history) else other.identity
    return None


def _roots(message: Message, history: History) -> set[str]:
    """Return the ids by which the thread of a message is known: its first reference and its topmost known message."""
    above = list(ancestors(message, history))
    ids = [a for m in (message, *(e.message for e in above)) for a in m.references[:1] or (m.in_reply_to,)]
    top = above[-1].message if above else None
    return {i for i in (*ids, top.message_id if top else "") if i}


def _opens_for(other: Message, message: Message) -> bool:
    """Say whether both are by the same reader."""
    if other.yours:
        return False
    one, two = other.sender, message.sender
    same_name = folded(one.name) == folded(two.name)
    if not one.address and not two.address:
        return bool(one.name.strip()) and same_name
    is_typed = message.via in (Via.COMMENT, Via.IMPORT) or "relayed" in message.facts
    return one.address == two.address and (same_name or not is_typed)


def _is_circle(other: Message, message: Message, history: History) -> bool:
    """Do the two answer each other (forged or broken ids)? Then only the later one joins."""
    if all(e.message.identity != message.identity for e in ancestors(other, history)):
        return False
    order = [(m.sent is None, m.sent.timestamp() if m.sent else 0.0, m.identity) for m in (other, message)]
    return order[0] > order[1]


def _above(message: Message) -> list[str]:
    """Return the ids a message answers, nearest first."""
    ids = [message.in_reply_to, *reversed(message.references[-MAX_CHAIN:])]
    return list(dict.fromkeys(i for i in ids if i))
