"""Who of a merged conversation asked: another person's words are no turn of the first one's note. Pure."""

from __future__ import annotations

__all__ = ["count_of_askers", "is_another"]

from ..message import Conversation, Kind, Person


def is_another(one: Person, other: Person) -> bool:
    """Say whether two messages are of two people: other addresses *and* other names.

    Somebody who wrote from two addresses under one name, or from one address under two, is one person; so is a
    message without either, which the author put there.
    """
    names = {p.name.casefold().strip() for p in (one, other) if p.name.strip()}
    addresses = {p.address.casefold() for p in (one, other) if p.address}
    return len(addresses) == 2 and len(names) == 2


def count_of_askers(conversation: Conversation) -> int:
    """Return how many people asked in ``conversation``; 0 where nobody but its first writer did."""
    first = conversation.opening.message.sender
    others: list[Person] = []
    for taken in conversation.reader[1:]:
        sender = taken.message.sender
        if Kind.QUESTION in taken.kinds and all(is_another(sender, known) for known in (first, *others)):
            others.append(sender)
    return len(others) + 1 if others else 0
