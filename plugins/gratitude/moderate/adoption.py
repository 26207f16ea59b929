"""A note on disk that no conversation owns is taken over by the one it was made of. Pure."""

from __future__ import annotations

__all__ = ["adoptable", "adoptions", "sources_of"]

from collections.abc import Iterable, Iterator, Sequence

from ..message import Conversation
from ..note import Note, Show, Who
from ..text import words
from .excerpt import GAP


def adoptable(conversation: Conversation, notes: Iterable[Note]) -> Note | None:
    """Return the note that was made of ``conversation``, or None.

    It has the day of the oldest of the reader's messages and the reader's words, whole, elided or as an excerpt in
    their order. Where several fit, the one with the most words; two with equally many are ambiguous: None.
    """
    mine = words(conversation.opening.message.own_words)
    fitting = [(len(_reader_words(n)), n) for n in notes if _of_its_day(conversation, n) and _fits(n, mine)]
    fitting.sort(key=lambda pair: -pair[0])
    if not fitting or (len(fitting) > 1 and fitting[0][0] == fitting[1][0]):
        return None
    return fitting[0][1]


def adoptions(conversations: Sequence[Conversation], notes: Sequence[Note]) -> dict[str, Note]:
    """Return {ID: note} for the ``conversations`` (which have no note) that ``notes`` (which nobody owns) were made of.

    Two letters of one day may both hold the words of a short note ("Thank you!"): it belongs to the one of which it
    leaves out less, and to nobody where two leave out equally much.
    """
    of_day: dict[object, list[tuple[Conversation, list[str]]]] = {}
    days = {n.day for n in notes}
    for c in conversations:
        if (day := c.opening.message.day) in days:
            of_day.setdefault(day, []).append((c, words(c.opening.message.own_words)))
    wanted: dict[str, list[Note]] = {}
    for note in notes:
        fitting = [(len(w), c) for c, w in of_day.get(note.day, []) if _of_its_day(c, note) and _fits(note, w)]
        fitting.sort(key=lambda pair: pair[0])
        if fitting and (len(fitting) == 1 or fitting[0][0] < fitting[1][0]):
            wanted.setdefault(fitting[0][1].id, []).append(note)
    by_id = {c.id: c for c in conversations}
    found = {name: adoptable(by_id[name], few) for name, few in wanted.items()}
    return {name: note for name, note in found.items() if note is not None}


def sources_of(conversation: Conversation, note: Note) -> tuple[str, ...]:
    """Return the identities of the messages behind the reader's turns of an adopted ``note``; ``""`` for one unknown."""
    waiting = list(conversation.reader)
    found: list[str] = []
    for turn in (t for t in note.turns if t.who is Who.READER):
        wanted = words(turn.words.replace(GAP, " "))
        at = next((i for i, t in enumerate(waiting) if _in_order(wanted, words(t.message.own_words))), None)
        found.append("" if at is None else waiting[at].message.identity)
        waiting = waiting if at is None else waiting[at + 1 :]
    return tuple(found)


def _of_its_day(conversation: Conversation, note: Note) -> bool:
    may_be = note.show in {Show.NAMED, Show.ANONYMOUS} and not note.is_authors
    return may_be and note.day is not None and note.day == conversation.opening.message.day


def _fits(note: Note, mine: list[str]) -> bool:
    found = _reader_words(note)
    return bool(found) and _in_order(found, mine)


def _reader_words(note: Note) -> list[str]:
    return words(note.words.replace(GAP, " "))


def _in_order(part: list[str], whole: list[str]) -> bool:
    rest: Iterator[str] = iter(whole)
    return all(word in rest for word in part)
