"""What another judge says of a message, when there is one to ask. Pure."""

from __future__ import annotations

__all__ = ["Ask", "Opinion"]

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime

from ..message import Level, Message


@dataclass(frozen=True, slots=True, kw_only=True)
class Opinion:
    """What the judge says: ``level`` ok, unsure, spam or discard, in words, and what of it should be kept.

    ``engine`` is ``akismet``, or ``local-fallback`` where it could not be asked; ``level`` is then None.
    """

    level: Level | None
    text: str
    engine: str = "akismet"
    trace: Mapping[str, str] | None = None
    recheck_at: datetime | None = None


Ask = Callable[[Message, datetime], Opinion | None]
"""Asks about a message at a time; None where nobody may be asked about this one. Must not raise."""
