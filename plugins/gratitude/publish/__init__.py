"""From what the author approved to note files: a plan that can be looked at, then applied whole, note by note."""

from __future__ import annotations

__all__ = [
    "Approved",
    "Changes",
    "Confirm",
    "Draft",
    "Held",
    "Remove",
    "Step",
    "Told",
    "Withdrawn",
    "Write",
    "apply",
    "changed_fields",
    "draft",
    "elided_answer",
    "plan",
    "too_many",
]

from collections.abc import Callable, Iterable
from pathlib import Path

from ..errors import GratitudeError
from ..note.folder import remove_note, swept, write_note
from .draft import Changes, Draft, Told, changed_fields, draft, elided_answer
from .plan import Approved, Confirm, Held, Remove, Step, Withdrawn, Write, plan, too_many


def apply(steps: Iterable[Step], root: Path, *, done: Callable[[Step], None]) -> tuple[str, ...]:
    """Carry out ``steps`` under ``root``; call ``done`` after each, so that the journal follows the files.

    A note that cannot be written is told and the others go on: returns such sentences. Each file is whole or as it
    was. What a killed run left half-written beside the notes is swept first.
    """
    failed = []
    try:
        swept(root)
    except OSError as exc:
        raise GratitudeError(f"{root} cannot be written to ({exc.strerror}); look at its permissions") from exc
    for step in steps:
        if isinstance(step, Held):
            continue
        try:
            if isinstance(step, Write):
                write_note(root, step.path, step.note)
            elif isinstance(step, Remove):
                remove_note(root, step.path)
        except OSError as exc:
            failed.append(f"{step.path} was not written ({exc.strerror}); mend that and run `gratitude publish` again")
            continue
        done(step)
    return tuple(failed)
