"""The table of moves: one row for each thing the author can do with a conversation. Pure.

The desk draws its buttons and keys from this table, the command line its verbs, the reference its page, and the
stateful test walks it.
"""

from __future__ import annotations

__all__ = ["MOVES", "Move", "Row", "moves_from"]

from dataclasses import dataclass
from enum import StrEnum

from ..message import State


class Move(StrEnum):
    """One thing the author does with a conversation."""

    ACCEPT = "accept"
    ASK = "ask"
    KEEP = "keep"
    LATER = "later"
    SPAM = "spam"
    TRASH = "trash"


@dataclass(frozen=True, slots=True)
class Row:
    """One move: its key in the desk, where it leads, where it may start, and whether it takes the note away.

    ``help`` is one sentence for --help, the desk and the reference.
    """

    move: Move
    key: str
    to: State
    starts: frozenset[State]
    withdraws: bool
    help: str


ANYWHERE = frozenset(State)

MOVES: dict[Move, Row] = {
    row.move: row
    for row in (
        Row(Move.ACCEPT, "a", State.ACCEPTED, ANYWHERE, False, "On the page at the next publish, where consent allows it."),
        Row(
            Move.ASK, "w", State.ASKED, ANYWHERE - {State.SPAM, State.TRASH}, False,
            "Write the letter that asks for permission, and wait.",
        ),
        Row(Move.KEEP, "e", State.KEPT, ANYWHERE, True, "Keep it private, for your own joy."),
        Row(
            Move.LATER, "h", State.LATER, ANYWHERE - {State.ACCEPTED, State.SPAM, State.TRASH}, False,
            "Put it away until a day.",
        ),
        Row(Move.SPAM, "s", State.SPAM, ANYWHERE, True, "Out, and what made it spam is remembered."),
        Row(Move.TRASH, "d", State.TRASH, ANYWHERE, True, "Out; nothing is learned from it."),
    )
}  # fmt: skip


def moves_from(state: State) -> tuple[Row, ...]:
    """Return the moves that may be made from ``state``, in the order of the table."""
    return tuple(row for row in MOVES.values() if state in row.starts)
