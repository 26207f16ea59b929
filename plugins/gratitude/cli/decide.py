"""The moves: accept, keep, later, spam, trash, and undo, which takes any of them back."""

from __future__ import annotations

__all__ = ["accept_command", "keep_command", "later_command", "spam_command", "trash_command", "undo_command"]

import secrets
from collections.abc import Callable, Sequence
from datetime import date, timedelta

import click

from ..errors import Refused, UsageError
from ..inbox import Inbox
from ..message import Conversation, Permission, State
from ..moderate import MOVES, Consent, Move, Name, Refusal, Standing, consent_of, decide, standing_of
from ..moderate.standing import UNDATED
from ..note import Show
from ..publish import Changes, Draft, draft
from ..text import plural
from .accepted import told_of
from .here import LETTERS, Here, Tails, now, pass_here, tell, warn
from .typed import DAY, changes_of, note_options, permission_of, too_early, words_of

Outcome = str
TAKEN_BACK = {
    Name.ACCEPTED: "accept", Name.PERMITTED: "the permission", Name.EDITED: "the edit", Name.ANSWERED: "the answer",
    Name.KEPT: "keep", Name.LATER: "later", Name.SPAM: "spam", Name.TRASH: "trash", Name.JOINED: "the merge",
    Name.PARTED: "the split", Name.ASKED: "ask",
}  # fmt: skip


STANDS = {
    State.NEW: "it waits for you again", State.ACCEPTED: "it is accepted as before", State.KEPT: "it is kept private as before",
    State.LATER: "it is away as before", State.SPAM: "it is spam as before", State.TRASH: "it is in the trash as before",
    State.ASKED: "it waits for an answer again",
}  # fmt: skip
MOVED = frozenset({Name.ACCEPTED, Name.KEPT, Name.LATER, Name.SPAM, Name.TRASH, Name.ASKED})
STILL_THERE = "It is still on the blog as it was; next: gratitude publish"


@click.command(
    "accept",
    help=f"""{MOVES[Move.ACCEPT].help}

    What was public on the blog needs no more. A private mail needs --permission, or --show mine and your own words.
    """,
    epilog='Example: gratitude accept 3fa9 --show named --permission "yes, with my name, 2026-05-04"',
)
@click.argument("ids", nargs=-1, required=True, metavar="ID...")
@click.option(
    "--show", type=click.Choice(["named", "anonymous", "mine", "counted"]), help="What may be seen of the writer."
)
@click.option("--words", metavar="FILE|-", help="An excerpt of the writer's words; with --show mine, your own words.")
@click.option("--permission", metavar='"WORDING, DAY"', help="How and when the writer said yes to what --show says.")
@note_options
@pass_here
def accept_command(
    here: Here, ids: tuple[str, ...], *, show: str | None, words: str | None, permission: str | None, **options: object
) -> None:
    """See MOVES."""
    text = words_of(words, mine=show == "mine")
    granted = permission_of(permission)
    changes = changes_of(here, text, options)
    if len(ids) > 1 and (text is not None or changes.name):
        raise UsageError("--words and --name are for one ID at a time")

    tails = Tails(here)

    def accept(inbox: Inbox, conversation: Conversation, step: int) -> Outcome:
        standing = standing_of(conversation.events)
        chosen = Show(show) if show else _show(conversation, standing, granted=granted is not None)
        made = _draft(inbox, conversation, standing, changes, chosen, consented=granted is not None, tails=tails)
        outcome = decide(conversation, Move.ACCEPT, note=made.note, sources=made.sources, permission=granted)
        if isinstance(outcome, Refusal):
            raise Refused(str(outcome))
        inbox.append(conversation.id, outcome, now=now(), step=step)
        if not outcome:
            return f"{conversation.id} is accepted already; nothing changed"
        told = told_of(conversation, made, granted=granted is not None, is_counting=here.settings.counted)
        early = too_early(granted, (t.message.day for t in conversation.reader))
        return told + (f"\n  look at: {early}" if early else "")

    _each(here, ids, accept, then="Next: gratitude publish")


@click.command("keep", help=MOVES[Move.KEEP].help, epilog="Example: gratitude keep 3fa9")
@click.argument("ids", nargs=-1, required=True, metavar="ID...")
@pass_here
def keep_command(here: Here, ids: tuple[str, ...]) -> None:
    """See MOVES."""
    _each(here, ids, _plain(Move.KEEP, "kept private"))


@click.command("later", help=MOVES[Move.LATER].help, epilog="Example: gratitude later 3fa9 --until 2027-01-02")
@click.argument("ids", nargs=-1, required=True, metavar="ID...")
@click.option("--until", type=DAY, help="The day on which it comes back (default: in a week).")
@pass_here
def later_command(here: Here, ids: tuple[str, ...], *, until: date | None) -> None:
    """See MOVES."""
    today = now().date()
    day = until or today + timedelta(days=7)
    if day <= today:
        raise UsageError(f"{day} is here already, so nothing was put away; choose a day to come with --until")
    _each(here, ids, _plain(Move.LATER, f"away until {day}", until=day))


@click.command("spam", help=MOVES[Move.SPAM].help, epilog="Example: gratitude spam 3fa9")
@click.argument("ids", nargs=-1, required=True, metavar="ID...")
@pass_here
def spam_command(here: Here, ids: tuple[str, ...]) -> None:
    """See MOVES."""
    _each(here, ids, _plain(Move.SPAM, f"spam; {_lies(here)}"))


@click.command("trash", help=MOVES[Move.TRASH].help, epilog="Example: gratitude trash 3fa9")
@click.argument("ids", nargs=-1, required=True, metavar="ID...")
@pass_here
def trash_command(here: Here, ids: tuple[str, ...]) -> None:
    """See MOVES."""
    _each(here, ids, _plain(Move.TRASH, f"in the trash; {_lies(here)}"))


@click.command("undo", epilog="Example: gratitude undo")
@click.argument("conversation_id", required=False, metavar="[ID]")
@pass_here
def undo_command(here: Here, conversation_id: str | None) -> None:
    """Take back the newest thing you decided; again goes further back.

    With an ID, the newest about that conversation. After a publish, the next publish shows the removal.
    """
    with here.inbox() as inbox:
        step = inbox.undo(conversation_id, now=now())
        if not step:
            raise Refused("there is nothing to take back" + (f" in {conversation_id}" if conversation_id else ""))
        touched = _touched_by_undo(inbox.conversations())
        names = ", ".join(c.id for c in touched[:5]) + (", …" if len(touched) > 5 else "")
        what = " and ".join(dict.fromkeys(TAKEN_BACK.get(Name(e.name), e.name) for e in step))
        standings = [standing_of(c.events) for c in touched]
        has_moved = any(Name(e.name) in MOVED for e in step)
        where = f"; {STANDS[standings[0].state]}" if has_moved and len(touched) == 1 else ""
        tell(f"Taken back{f' in {names}' if names else ''}: {what}{where}.")
        if any(s.published is not None and s.published != s.note for s in standings):
            tell(STILL_THERE)


def _touched_by_undo(conversations: Sequence[Conversation]) -> list[Conversation]:
    """Return the conversations in which the newest undo took something back."""
    undone = {c.id: c.events[-1] for c in conversations if c.events and c.events[-1].name == Name.UNDONE}
    newest = max((e.step for e in undone.values()), default=0)
    return [c for c in conversations if c.id in undone and undone[c.id].step == newest]


def _plain(move: Move, words: str, *, until: date | None = None) -> Callable[[Inbox, Conversation, int], Outcome]:
    """Return what makes a move that needs nothing but the conversation."""

    def make(inbox: Inbox, conversation: Conversation, step: int) -> Outcome:
        outcome = decide(conversation, move, until=until)
        if isinstance(outcome, Refusal):
            raise Refused(str(outcome))
        inbox.append(conversation.id, outcome, now=now(), step=step)
        if not outcome:
            return f"{conversation.id}: nothing changed"
        standing = standing_of((*conversation.events, *outcome))
        is_there = standing.published is not None and standing.note is None
        return f"{conversation.id}: {words}" + (f"\n{STILL_THERE}" if is_there else "")

    return make


def _lies(here: Here) -> str:
    return f"it lies in the spam pile for {plural(here.settings.spam_days, 'day')}"


def _each(
    here: Here, ids: tuple[str, ...], make: Callable[[Inbox, Conversation, int], Outcome], *, then: str = ""
) -> None:
    """Make one move on each conversation as one step; what is refused is told, and the others are made.

    ``then`` is said at the end where something was made.
    """
    refused = 0
    with here.inbox() as inbox:
        found = _found(inbox, ids)
        step = inbox.next_step()
        for conversation_id in dict.fromkeys(found):
            try:
                tell(make(inbox, inbox.conversation(conversation_id), step))
            except Refused as exc:
                refused += 1
                warn(f"gratitude: {exc}")
        if then and any(e.step == step for i in found for e in inbox.conversation(i).events):
            tell(then)
    if refused:
        raise click.exceptions.Exit(1)


def _found(inbox: Inbox, ids: tuple[str, ...]) -> list[str]:
    """Return the whole IDs; raises UsageError where one is nobody's, and says that then none was decided."""
    try:
        return [inbox.find(i) for i in ids]
    except UsageError as exc:
        raise UsageError(f"{exc}; nothing was decided" if len(ids) > 1 else str(exc)) from exc


def _show(conversation: Conversation, standing: Standing, *, granted: bool) -> Show:
    """Return what accept shows without --show: what stands, else what consent allows; a new permission: no name."""
    if granted:
        return Show.ANONYMOUS
    if standing.note is not None:
        return standing.note.show
    consent = consent_of(conversation, standing)
    if consent is Consent.COUNTED:
        return Show.COUNTED
    said = [t.kinds.permission for t in conversation.reader if t.kinds.permission is not Permission.NONE]
    # no consent by itself, but the refusal then names what the writer would allow
    is_anonymous = consent is Consent.ANONYMOUS or (consent is Consent.NONE and said[-1:] == [Permission.ANONYMOUS])
    return Show.ANONYMOUS if is_anonymous else Show.NAMED


def _draft(
    inbox: Inbox,
    conversation: Conversation,
    standing: Standing,
    changes: Changes,
    show: Show,
    *,
    consented: bool,
    tails: Tails,
) -> Draft:
    """Return the note that accept would make, under the id it has or a new one."""
    day = changes.day or conversation.opening.message.day
    writer = conversation.opening.message.sender
    person = ""
    if show is Show.NAMED and writer.address:
        new = "p-" + "".join(secrets.choice(LETTERS) for _ in range(4))
        person = inbox.person(writer.address, new, name=writer.name)
    note_id = standing.note_id or f"{day or UNDATED}-{tails.free(inbox)}"
    return draft(conversation, standing, changes, show=show, note_id=note_id, person=person, consented=consented)
