"""Which earlier messages say nearly the same. Pure."""

from __future__ import annotations

__all__ = ["alike"]

from ..message import History, Message


def alike(message: Message, history: History) -> tuple[str, ...]:
    """Return the identities of earlier readers' messages with nearly the same words, oldest first, itself left out."""
    return tuple(
        dict.fromkeys(
            one.message.identity
            for one in history.like(message)
            if one.message.identity != message.identity and not one.message.yours
        )
    )
