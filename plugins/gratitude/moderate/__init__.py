"""The author decides: moves, where they lead, and the gate of consent. Pure.

``decide(conversation, move, ...)`` gives the events to append, or a refusal that names the ways out. State is derived
from the journal (`standing_of`), so whatever was decided can be taken back.
"""

from __future__ import annotations

__all__ = [
    "MOVES", "Consent", "Correction", "Events", "Move", "Name", "Pile", "Quoting", "Refusal", "Standing",
    "consent_of", "corrections", "decide", "lesson_of", "missing", "moves_from", "piles_of", "quoting", "standing_of",
]  # fmt: skip

from dataclasses import dataclass
from datetime import date

from ..codec import to_plain
from ..message import Conversation, Event, Permission, State
from ..note import Note, Show
from .consent import Consent, Quoting, consent_of, missing, permit_for, quoting
from .corrections import Correction, corrections
from .lessons import lesson_of
from .moves import MOVES, Move, moves_from
from .piles import Pile, piles_of
from .standing import Name, Permit, Standing, standing_of

Events = tuple[Event, ...]
MAX_SAID = 240
"""Characters of a writer's own sentences in a refusal."""
EVENT_OF = {
    Move.ASK: Name.ASKED,
    Move.KEEP: Name.KEPT,
    Move.LATER: Name.LATER,
    Move.SPAM: Name.SPAM,
    Move.TRASH: Name.TRASH,
}


@dataclass(frozen=True, slots=True)
class Refusal:
    """Why a move is not made, and what can be done instead, in words."""

    why: str
    ways: tuple[str, ...] = ()

    def __str__(self) -> str:
        return self.why + "".join(f"\n  {way}" for way in self.ways)


def decide(
    conversation: Conversation,
    move: Move,
    *,
    note: Note | None = None,
    sources: tuple[str, ...] = (),
    permission: tuple[str, date] | None = None,
    until: date | None = None,
) -> Events | Refusal:
    """Return the events that ``move`` appends to the journal of ``conversation``, none where it changes nothing.

    ``note`` (ACCEPT only) is what would be public, elided and whole, ``sources`` the identities of the messages behind
    its reader's turns; ``permission`` (wording, day) records the writer's yes to exactly that note. ``until`` is for
    LATER. Never raises for anything a conversation can hold.
    """
    standing = standing_of(conversation.events)
    row = MOVES[move]
    if standing.state not in row.starts:
        return Refusal(
            f"{conversation.id} is {standing.state.value}; `{move.value}` is not for that",
            (f"gratitude undo {conversation.id}",),
        )
    if move is Move.ACCEPT:
        if note is None:
            raise ValueError("accept needs the note it would make")
        return _accept(conversation, standing, note, sources, permission)
    if move is Move.LATER:
        if standing.state is State.LATER and standing.until == until:
            return ()
        return (Event(name=Name.LATER, data={"until": until.isoformat() if until else None}),)
    if standing.state is row.to and (standing.note is None or not row.withdraws):
        return ()
    return (Event(name=EVENT_OF[move]),)


def _accept(
    conversation: Conversation,
    standing: Standing,
    note: Note,
    sources: tuple[str, ...],
    permission: tuple[str, date] | None,
) -> Events | Refusal:
    """Return the events of accepting ``note``, or why consent does not allow it."""
    events: list[Event] = []
    permits = standing.permits
    if permission is not None and note.show is not Show.MINE:
        wording, day = permission
        data = {**permit_for(note, note.show), "wording": wording, "day": day.isoformat()}
        new = Permit(note.show, wording, day, *_bound(note))
        if new not in permits:
            events.append(Event(name=Name.PERMITTED, data=data))
            permits = (*permits, new)
    gate = Standing(permits=permits, sources=sources, adopted=standing.adopted)
    wrong = missing(note, conversation, gate)
    if wrong:
        return Refusal(_why(conversation, wrong), ways_out(conversation, note.show))
    same = standing.note == note and standing.state is State.ACCEPTED and standing.sources == sources
    if not same:
        data = {"note": to_plain(note), "sources": list(sources)}
        events.append(Event(name=Name.ACCEPTED, data=data))
    return tuple(events)


def _bound(note: Note) -> tuple[tuple[str, ...], str, str, str]:
    words = tuple(t.words for t in note.turns if t.who.value == "reader")
    return words, note.name, note.place, note.post


def _why(conversation: Conversation, wrong: tuple[str, ...]) -> str:
    if no := next((q for q in quoting(conversation) if q.said is Permission.REFUSED), None):
        said = f"says “{' '.join(no.sentences)[:MAX_SAID]}”" if no.sentences else "asked not to"
        return f"{conversation.id} is not accepted: its writer {said}"
    return f"{conversation.id} is not accepted: {'; '.join(wrong)}"


def ways_out(conversation: Conversation, show: Show) -> tuple[str, ...]:
    """Return what the author can do where consent is missing, as commands with a word of explanation."""
    mail = f"gratitude accept {conversation.id}"
    hint = ""
    for said in quoting(conversation):
        if said.said is not Permission.REFUSED and said.sentences:
            when = f"on {said.day} " if said.day else ""
            hint = f" ({when}the writer says: “{' '.join(said.sentences)[:MAX_SAID]}”)"
    return (
        f'{mail} --show {show.value} --permission "how they said yes, DAY"   records the writer\'s permission{hint}',
        f"{mail} --show mine   tells it in your own words, with none of the writer's",
        f"gratitude keep {conversation.id}   keeps it private, for your own joy",
    )
