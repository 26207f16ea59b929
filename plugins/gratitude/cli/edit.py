"""`edit`, `answer`, `merge` and `split`: changing what a note will say, and which messages belong together."""

from __future__ import annotations

__all__ = ["answer_command", "edit_command", "merge_command", "split_command"]

from collections.abc import Mapping
from dataclasses import replace
from datetime import date

import click

from ..codec import to_plain
from ..errors import Refused, UsageError
from ..message import Conversation, Event
from ..moderate import Consent, Name, Standing, consent_of, missing, standing_of
from ..moderate.consent import permit_for
from ..moderate.standing import edited
from ..note import Show
from ..publish import Changes, Told, changed_fields, draft, elided_answer
from ..text import plural
from .accepted import about_quoting, taken_out
from .here import Here, now, pass_here, tell
from .typed import DAY, HOW, changes_of, from_editor, note_options, permission_of, too_early, words_of


@click.command("edit", epilog='Example: gratitude edit 3fa9 --title "Does it work with timers?"')
@click.argument("conversation_id", metavar="ID")
@click.option("--words", metavar="FILE|-", help="An excerpt of the writer's words.")
@click.option(
    "--show",
    type=click.Choice(["named", "anonymous"]),
    help="With --permission: what the writer allowed (default: anonymous).",
)
@click.option(
    "--permission", metavar='"WORDING, DAY"', help="How and when the writer said yes to the note as it now is."
)
@note_options
@pass_here
def edit_command(
    here: Here, conversation_id: str, *, words: str | None, show: str | None, permission: str | None, **options: object
) -> None:
    """Change what a note says, or which post it is about.

    Only what is named changes. A change of the writer's words, name or post asks for a new yes: until then a published note stays as it is.
    """
    text, granted = words_of(words), permission_of(permission)
    changes = changes_of(here, text, options)
    if changes == Changes() and granted is None and show is None:
        raise UsageError("say what to change, for instance --title; `gratitude edit --help` lists what there is")
    if show and granted is None:
        raise UsageError("--show goes with --permission here; `accept --show` decides what is shown")
    with here.inbox() as inbox:
        conversation = inbox.conversation(conversation_id)
        standing = standing_of(conversation.events)
        told: list[str] = []
        fields = _fields(conversation, standing, changes, told)
        events = [Event(name=Name.EDITED, data=fields)] if _is_new(standing, fields) else []
        after = standing_of((*conversation.events, *events))
        if granted is not None:
            events.append(_permitted(conversation, after, Show(show or "anonymous"), granted))
            if early := too_early(granted, (t.message.day for t in conversation.reader)):
                told.append(f"look at: {early}")
        if not events:
            tell(f"{conversation.id}: nothing changed")
            return
        inbox.append(conversation.id, events, now=now(), step=inbox.next_step())
        after = standing_of((*conversation.events, *events))
        done = [f"changed {', '.join(fields)}"] if fields else []
        done += ["recorded the permission"] if granted is not None else []
        tell(f"{conversation.id}: {' and '.join(done)}")
        for line in told:
            tell(f"  {line}")
        for line in about_quoting(conversation, after.note, granted=True) if after.note and granted else ():
            tell(f"  look at: {line}")
        if after.note is not None and (wrong := missing(after.note, conversation, after)):
            tell(
                f"  consent is missing for this: {'; '.join(wrong)}. Until there is a new yes, what is published stays:"
            )
            shown = after.note.show.value
            tell(f'  gratitude edit {conversation.id} --show {shown} --permission "{HOW}, DAY"')
        elif after.note is not None:
            tell("Next: gratitude publish")


@click.command("answer", epilog="Example: gratitude answer 3fa9 --sent")
@click.argument("conversation_id", metavar="ID")
@click.option("--words", metavar="FILE|-", help="Your answer, as Markdown.")
@click.option("--sent", is_flag=True, help="Take the answer you sent, as it is.")
@click.option("--date", "day", type=DAY, help="The day of the answer (default: that of what you sent, else today).")
@pass_here
def answer_command(here: Here, conversation_id: str, *, words: str | None, sent: bool, day: date | None) -> None:
    """Put your answer into the note. It sends nothing.

    Without --words or --sent it opens your editor, with the answer you sent where there is one.
    """
    with here.inbox() as inbox:
        conversation = inbox.conversation(conversation_id)
        mine = conversation.answers[0].message if conversation.answers else None
        if sent and mine is None:
            raise Refused(f"no letter of yours in {conversation.id} was read; give the answer with --words FILE")
        text = (
            words_of(words)
            if words
            else mine.own_words
            if sent and mine
            else from_editor(mine.own_words if mine else "")
        )
        if not text or not text.strip():
            raise UsageError("no answer: give it with --words FILE, or --sent for the one you sent")
        when = day or (mine.day if mine and not words and mine.day else now().date())
        standing, told = standing_of(conversation.events), Told()
        answer = elided_answer(conversation, standing, text, show=_show_of(conversation, standing), told=told)
        data = {"answer": {"words": answer, "day": when.isoformat()}}
        if not _is_new(standing, data):
            tell(f"{conversation.id}: nothing changed")
            return
        inbox.append(conversation.id, [Event(name=Name.ANSWERED, data=data)], now=now(), step=inbox.next_step())
        tell(
            f"{conversation.id}: your answer of {when} {'stands in the note' if standing.note else 'will stand in the note'}"
        )
        for what, taken in told.taken:
            tell(f"  taken out: {taken_out(what, taken)}")
        tell(f"Next: gratitude {'publish' if standing.note else f'accept {conversation.id}'}")


def _show_of(conversation: Conversation, standing: Standing) -> Show:
    """Return what a note of this conversation shows of its writer, or would."""
    if standing.note is not None:
        return standing.note.show
    return Show.ANONYMOUS if consent_of(conversation, standing) is Consent.ANONYMOUS else Show.NAMED


@click.command("merge", epilog="Example: gratitude merge 3fa9 81c0")
@click.argument("ids", nargs=-1, required=True, metavar="ID ID...")
@pass_here
def merge_command(here: Here, ids: tuple[str, ...]) -> None:
    """Make one conversation of several. The oldest one's ID stays, the others lead to it."""
    with here.inbox() as inbox:
        found = [inbox.conversation(i) for i in dict.fromkeys(inbox.find(i) for i in ids)]
        if len(found) < 2:
            raise UsageError("merge takes two or more different conversations")
        oldest, *rest = sorted(found, key=lambda c: (str(c.opening.message.sent or "~"), c.id))
        for other in rest:
            if standing_of(other.events).note is not None:
                raise Refused(
                    f"{other.id} has a note of its own; take it back first (`gratitude keep {other.id}`), then merge"
                )
        step = inbox.next_step()
        for other in rest:
            inbox.merge(oldest.id, other.id, now=now(), step=step)
        count = sum(len(c.messages) for c in found)
        leads = f"{', '.join(c.id for c in rest)} {'leads' if len(rest) == 1 else 'lead'} to it"
        tell(
            f"{oldest.id} is one conversation of {plural(count, 'message')} now; {leads}. `gratitude undo` parts them."
        )
        if standing_of(oldest.events).note is not None:
            tell(f"Its note stays as it is; with what came in: gratitude accept {oldest.id}")


@click.command("split", epilog="Example: gratitude split 3fa9 2")
@click.argument("conversation_id", metavar="ID")
@click.argument("number", type=click.IntRange(min=2), metavar="N")
@pass_here
def split_command(here: Here, conversation_id: str, number: int) -> None:
    """Make a conversation of its own of the N-th message.

    Those after it go along. Message 1 is the first that `gratitude show ID` prints.
    """
    with here.inbox() as inbox:
        conversation = inbox.conversation(conversation_id)
        moved = [t.message for t in conversation.messages[number - 1 :]]
        if not moved or all(m.yours for m in moved):
            count = plural(len(conversation.messages), "message")
            why = (
                "from there on they are yours, and a conversation needs a reader's"
                if moved
                else f"there is no message {number}"
            )
            raise UsageError(f"{conversation.id} has {count}: {why}")
        first = next(m for m in moved if not m.yours)
        order = [first.identity, *(m.identity for m in moved if m is not first)]
        new = inbox.split(conversation.id, order, now=now(), step=inbox.next_step())
        tell(f"{plural(len(moved), 'message')} moved from {conversation.id} into {new}")


def _fields(conversation: Conversation, standing: Standing, changes: Changes, told: list[str]) -> dict[str, object]:
    """Return what is set, elided; what elision took and what should be looked at goes to ``told``."""
    found = Told()
    show = standing.note.show if standing.note else Show.NAMED
    fields = changed_fields(conversation, standing, changes, show=show, told=found)
    told += [f"taken out: {taken_out(what, text)}" for what, text in found.taken]
    told += [f"look at: {warning}" for warning in found.warnings]
    return fields


def _is_new(standing: Standing, fields: Mapping[str, object]) -> bool:
    """Say whether the fields say anything that does not stand already."""
    if not fields:
        return False
    same_edits = all(standing.edits.get(k) == v for k, v in fields.items())
    return not same_edits or (standing.note is not None and edited(standing.note, fields) != standing.note)


def _permitted(conversation: Conversation, standing: Standing, show: Show, granted: tuple[str, date]) -> Event:
    """Return the record of a permission for the note as it now is, or as accept would make it."""
    wording, day = granted
    note = standing.note
    if note is None:
        note = draft(conversation, standing, Changes(), show=show, note_id="draft", consented=True).note
    data = permit_for(replace(note, show=show), show)
    return Event(name=Name.PERMITTED, data={**to_plain(data), "wording": wording, "day": day.isoformat()})
