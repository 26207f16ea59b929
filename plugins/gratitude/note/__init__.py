"""The seam: a note is what of a conversation may be public. Both halves know it, and neither knows the other. Pure."""

from __future__ import annotations

__all__ = ["MAX_TURN_BYTES", "Also", "Note", "NoteKind", "Show", "Turn", "Via", "Who"]

from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

MAX_TURN_BYTES = 20_000
"""UTF-8 bytes one reader's turn may have (what the renderer is proved for: ``tests/security``)."""


class NoteKind(StrEnum):
    """What a note is."""

    THANKS = "thanks"
    QUESTION = "question"
    CORRECTION = "correction"
    REMARK = "remark"
    CREDIT = "credit"


class Show(StrEnum):
    """What of the writer may be shown; the gate."""

    NAMED = "named"
    ANONYMOUS = "anonymous"
    COUNTED = "counted"
    MINE = "mine"


class Via(StrEnum):
    """How the words came."""

    MAIL = "mail"
    FORM = "form"
    COMMENT = "comment"
    IMPORT = "import"
    WEBMENTION = "webmention"


class Who(StrEnum):
    """Whose words a turn holds."""

    READER = "reader"
    ANSWER = "answer"


@dataclass(frozen=True, slots=True)
class Turn:
    """Words of one person: ``day`` is None for the opening alone, whose day is the note's.

    ``words`` have LF line ends, only XML 1.0 characters and no empty lines at their ends.
    In a ``mine`` or ``credit`` note the opening is the author's, and its ``who`` is ANSWER.
    """

    who: Who
    words: str
    day: date | None = None


@dataclass(frozen=True, slots=True)
class Also:
    """One further post a note belongs to, and how: helped, asks, corrects, inspired."""

    post: str
    verb: str = "helped"


@dataclass(frozen=True, slots=True, kw_only=True)
class Note:
    """One conversation as it may be read by anybody; every value as docs/reference/note-file.md says.

    ``id`` is the stem of the file (``[a-z0-9-]+``; ``"counted"`` for a ``counted.note``). ``post`` is the slug of the
    post, or its path under PATH where several posts share a slug; ``""`` is the whole blog. ``day`` is None in a
    ``counted.note`` alone. ``turns`` begins with the opening; a counted note has none.
    """

    id: str
    kind: NoteKind = NoteKind.THANKS
    post: str = ""
    also: tuple[Also, ...] = ()
    title: str = ""
    name: str = ""
    place: str = ""
    person: str = ""
    lang: str = ""
    day: date | None = None
    show: Show = Show.ANONYMOUS
    count: int = 0
    via: Via | None = None
    answered_by: tuple[str, ...] = ()
    checked: date | None = None
    asked: int = 0
    pin: bool = False
    turns: tuple[Turn, ...] = field(default=())

    @property
    def words(self) -> str:
        """The words of the opening; ``""`` for a counted note."""
        return self.turns[0].words if self.turns else ""

    @property
    def answer(self) -> Turn | None:
        """The author's first answer, or None."""
        return next((t for t in self.turns[1:] if t.who is Who.ANSWER), None)

    @property
    def is_authors(self) -> bool:
        """The opening is the author's own words."""
        return self.show is Show.MINE or self.kind is NoteKind.CREDIT
