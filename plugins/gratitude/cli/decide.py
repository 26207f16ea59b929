"""The moves: accept, keep, later, spam, trash, and undo, which takes any of them back."""

from __future__ import annotations

__all__ = ["accept_command", "keep_command", "later_command", "spam_command", "trash_command", "undo_command"]

import secrets
import shlex
from collections.abc import Callable, Sequence
from datetime import date, timedelta

import click

from ..errors import Refused, UsageError
from ..inbox import Inbox
from ..message import Conversation, Permission
from ..moderate import MOVES, Consent, Move, Name, Refusal, Standing, consent_of, decide, standing_of
from ..moderate.standing import UNDATED
from ..note import Show
from ..publish import Changes, Draft, draft
from .here import LETTERS, Here, Tails, now, pass_here, tell, warn
from .typed import DAY, changes_of, note_options, permission_of, words_of

Outcome = str
TAKEN_BACK = {
    Name.ACCEPTED: "accept", Name.PERMITTED: "the permission", Name.EDITED: "the edit", Name.ANSWERED: "the answer",
    Name.KEPT: "keep", Name.LATER: "later", Name.SPAM: "spam", Name.TRASH: "trash", Name.JOINED: "the merge",
    Name.PARTED: "the split", Name.ASKED: "ask",
}  # fmt: skip


@click.command("accept", help=MOVES[Move.ACCEPT].help, epilog="Example: gratitude accept 3fa9 --show anonymous")
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
        return _told(conversation, made) if outcome else f"{conversation.id} is accepted already; nothing changed"

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
    told = f"away until {day}" if day > today else f"not away: {day} is here already; choose a day to come with --until"
    _each(here, ids, _plain(Move.LATER, told, until=day))


@click.command("spam", help=MOVES[Move.SPAM].help, epilog="Example: gratitude spam 3fa9")
@click.argument("ids", nargs=-1, required=True, metavar="ID...")
@pass_here
def spam_command(here: Here, ids: tuple[str, ...]) -> None:
    """See MOVES."""
    _each(here, ids, _plain(Move.SPAM, "spam; it stays in its pile for a while"))


@click.command("trash", help=MOVES[Move.TRASH].help, epilog="Example: gratitude trash 3fa9")
@click.argument("ids", nargs=-1, required=True, metavar="ID...")
@pass_here
def trash_command(here: Here, ids: tuple[str, ...]) -> None:
    """See MOVES."""
    _each(here, ids, _plain(Move.TRASH, "in the trash; it stays in its pile for a while"))


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
        tell(f"Taken back{f' in {names}' if names else ''}: {what}.")
        standings = [standing_of(c.events) for c in touched]
        if any(s.published is not None and s.published != s.note for s in standings):
            tell("It is still on the blog as it was; next: gratitude publish")


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
        return f"{conversation.id}: {words}" if outcome else f"{conversation.id}: nothing changed"

    return make


def _each(
    here: Here, ids: tuple[str, ...], make: Callable[[Inbox, Conversation, int], Outcome], *, then: str = ""
) -> None:
    """Make one move on each conversation as one step; what is refused is told, and the others are made.

    ``then`` is said at the end where something was made.
    """
    refused = 0
    with here.inbox() as inbox:
        found = [inbox.find(i) for i in ids]
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


def taken_out(what: str, text: str) -> str:
    """Return one thing that elision took, with the option that keeps it where it is not the writer's own."""
    return f"{what} ({text})" + ("" if "writer" in what else f"; --keep {shlex.quote(text)} leaves it in")


def _told(conversation: Conversation, made: Draft) -> str:
    """Return what the author should know of an accepted conversation: name, post, what was taken out, warnings."""
    note = made.note
    who = (
        f"as {note.name}"
        if note.name
        else {"mine": "in your words", "counted": "as one of many"}.get(note.show.value, "without a name")
    )
    lines = [f"{conversation.id} is accepted: {note.kind.value} {who}, about {note.post or 'the whole blog'}"]
    for what, text in made.taken:
        lines.append(f"  taken out: {taken_out(what, text)}")
    lines += [f"  look at: {warning}" for warning in made.warnings]
    if note.day is None:
        lines.append(f"  it has no date; before publishing: gratitude edit {conversation.id} --date DAY")
    return "\n".join(lines)
