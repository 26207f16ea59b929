"""What a decision teaches the learner: accept, ask, keep and answer are ham, spam is spam, trash and later nothing. Pure."""

from __future__ import annotations

__all__ = ["lesson_of"]

from collections.abc import Sequence

from ..message import Event
from .standing import Name, undone_steps

HAM = frozenset({Name.ACCEPTED, Name.ADOPTED, Name.ASKED, Name.KEPT, Name.ANSWERED})


def lesson_of(events: Sequence[Event]) -> bool | None:
    """Return whether the journal ``events`` (in order) says spam (True) or not (False); None where it teaches nothing.

    The newest decision counts; `later` and a reader's new message change nothing, `trash` takes back.
    """
    gone, lesson = undone_steps(events), None
    for event in events:
        if event.step and event.step in gone:
            continue
        if event.name in HAM:
            lesson = False
        elif event.name in {Name.SPAM, Name.TRASH}:
            lesson = True if event.name == Name.SPAM else None
    return lesson
