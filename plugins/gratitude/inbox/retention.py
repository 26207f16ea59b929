"""What is kept for how long: spam and trash leave after their days; of what stays, where it was sent from is forgotten."""

from __future__ import annotations

__all__ = ["forget_origins", "purge"]

from datetime import date, timedelta

from ..message import Conversation, State
from ..moderate import Name, Pile, piles_of, standing_of
from . import Inbox

DECIDING = frozenset({Name.ACCEPTED, Name.ADOPTED, Name.ASKED, Name.KEPT, Name.SPAM, Name.TRASH, Name.UNDONE})
"""Events that say what a conversation is, or take that back; the newest of them begins the days."""


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


def forget_origins(inbox: Inbox, *, today: date, ip_days: int) -> int:
    """Forget IP address and user agent of what was decided ``ip_days`` ago or before; return of how many messages.

    Until then a decision can still be told to Akismet, which needs the address; after that nothing asks for it. What
    waits for a decision, or was put away for later, keeps it. Letters, words and names stay.
    """
    until = today - timedelta(days=ip_days)
    due = []
    for name, events in inbox.origins.decided():
        days = [e.at.date() for e in events if e.name in DECIDING and e.at]
        if days and max(days) <= until:
            due.append(name)
    return inbox.origins.forget(due, until)


def _moved_on(conversation: Conversation, state: State) -> date | None:
    """Return the day on which the author moved it into spam or trash; None where screening did."""
    if state not in {State.SPAM, State.TRASH}:
        return None
    return next((e.at.date() for e in reversed(conversation.events) if e.name in {"spam", "trash"} and e.at), None)
