"""What left this machine about a message, kept so that anybody can ask for it. Pure."""

from __future__ import annotations

__all__ = ["Disclosure"]

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Disclosure:
    """One request that left, written down before it was sent.

    ``message`` is the identity, ``""`` once the message was deleted. ``call`` is the service's own name for it
    (comment-check, submit-spam, submit-ham), ``fields`` the names of all that it held: the values stand in the
    message, and leave with it. ``outcome`` is what came of it in one word, ``""`` where the run was cut before.
    """

    message: str
    at: datetime
    call: str
    fields: tuple[str, ...]
    outcome: str = ""
