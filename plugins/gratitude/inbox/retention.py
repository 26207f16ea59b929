"""What is kept for how long: spam and trash leave after their days, and leave a hashed identity behind."""

from __future__ import annotations

__all__ = ["purge"]

from datetime import date, timedelta

from ..message import Conversation, State
from ..moderate import Pile, piles_of, standing_of
from . import Inbox


def purge(inbox: Inbox, *, today: date, spam_days: int) -> int:
    """Delete the conversations that have lain in spam or trash for ``spam_days``; return how many.

    The days count from the author's move, or from the day screening put it there (the message's arrival in the inbox
    is not kept, so from the day of the first run that saw it: the inbox remembers that day). A conversation whose note
    is still on disk waits for the next publish.
    """
    gone = 0
    for conversation in inbox.conversations():
        standing = standing_of(conversation.events)
        if standing.published is not None or Pile.SPAM not in piles_of(conversation, standing, today=today):
            continue
        since = _moved_on(conversation, standing.state)
        if since is None and not (seen := inbox.fact(f"spam since {conversation.id}")):
            inbox.remember(f"spam since {conversation.id}", today.isoformat())
        elif today - (since or date.fromisoformat(seen)) >= timedelta(days=spam_days):
            inbox.delete(conversation.id, reason="deleted after its days in the spam")
            gone += 1
    return gone


def _moved_on(conversation: Conversation, state: State) -> date | None:
    """Return the day on which the author moved it into spam or trash; None where screening did."""
    if state not in {State.SPAM, State.TRASH}:
        return None
    return next((e.at.date() for e in reversed(conversation.events) if e.name in {"spam", "trash"} and e.at), None)
