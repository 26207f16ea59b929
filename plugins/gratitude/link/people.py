"""Who a writer is: the same address is the same person, anything less is only a likeness. Pure."""

from __future__ import annotations

__all__ = ["wrote_about"]

from ..message import History, Message


def wrote_about(message: Message, history: History) -> dict[str, int]:
    """Return the posts this writer wrote about before (exact address), each with how often; newest last.

    Evidence for the author. Which conversation a message joins is `threads.joins`' alone.
    """
    found: dict[str, int] = {}
    for one in history.by_writer(message.sender.address):
        if one.post and not one.message.yours and one.message.identity != message.identity:
            found[one.post] = found.pop(one.post, 0) + 1
    return found
