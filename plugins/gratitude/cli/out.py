"""`publish` and `new`: what was decided becomes note files, shown before it is done."""

from __future__ import annotations

__all__ = ["new_command", "publish_command"]

import difflib
from datetime import date
from pathlib import PurePosixPath

import click

from ..errors import GratitudeError, Refused, UsageError
from ..note import Note, NoteKind, Show, Turn, Who
from ..note.folder import write_note
from ..note.format import format_note, note_path
from ..pipeline import plan_out, put_out
from ..publish import Confirm, Held, Remove, Step, Write, too_many
from ..publish.redact import redact
from ..text import blank_trimmed, clean, plural
from .here import Here, Tails, now, pass_here, tell, warn
from .typed import DAY, from_editor, words_of

NAMED = 3
"""Notes that could not be written and are named one by one: on a full disk it is all of them."""


@click.command("publish", epilog="Example: gratitude publish --dry-run")
@click.option("--dry-run", is_flag=True, help="Only show what would be written and removed.")
@click.option(
    "--overwrite", multiple=True, metavar="ID", help="Let the file of this conversation, edited by hand, give way."
)
@click.option("--force", is_flag=True, help="Also remove more than five notes that are more than a third of all.")
@pass_here
def publish_command(here: Here, *, dry_run: bool, overwrite: tuple[str, ...], force: bool) -> None:
    """Write the notes you accepted, remove those you took back.

    Shows each change, then writes. `pelican content` shows them on the blog. A note you edited by hand stays as it is.
    """
    root = here.blog.notes_path
    with here.inbox() as inbox:
        folder = here.notes()
        given = frozenset(inbox.find(i) for i in overwrite)
        steps = plan_out(
            inbox,
            folder.notes,
            folder_of=here.folder_of,
            overwrite=given,
            counted=here.settings.counted,
            unreadable={PurePosixPath(e.path).stem: e.path for e in folder.bad},
        )
        for step in steps:
            _tell(here, step)
        gone = too_many(steps, folder.notes)
        if gone and not force and not dry_run:
            raise Refused(
                f"this would remove {gone} of {plural(len(folder.notes), 'note')}; if that is meant, run `gratitude publish --force`"
            )
        if dry_run:
            tell(_sum(steps, dry=True))
            return
        failed = put_out(inbox, steps, root, now=now())
        if not failed:
            tell(_sum(steps, dry=False))
    for error in folder.bad:
        for problem in error.problems:
            warn(f"gratitude: {here.place_of(error.path)}, line {problem.line}: {problem.text}; the blog leaves it out")
    if failed:
        more = f"; and {len(failed) - NAMED} more" if len(failed) > NAMED else ""
        rest = "" if len(failed) == len(steps) else "; the rest was done"
        raise GratitudeError("; ".join(failed[:NAMED]) + more + rest)


@click.command("new", epilog="Example: gratitude new cron-environment --words thanks.txt --from Ann --date 2026-05-03")
@click.argument("post", metavar="POST|-")
@click.option(
    "--kind",
    type=click.Choice([k.value for k in NoteKind]),
    default=NoteKind.THANKS.value,
    help="What it is (default: thanks).",
)
@click.option("--from", "name", default="", help="The name, where the writer agreed to it.")
@click.option("--words", metavar="FILE|-", help="The words; without it your editor opens.")
@click.option("--mine", is_flag=True, help="You tell it in your own words.")
@click.option("--date", "day", type=DAY, help="The day (default: today).")
@pass_here
def new_command(
    here: Here, post: str, *, kind: str, name: str, words: str | None, mine: bool, day: date | None
) -> None:
    """Start a note by hand, for words that came to you some other way.

    POST is a slug, or - for the whole blog. The file is yours: no command ever touches it.
    """
    key = here.post(post)
    text = words_of(words) if words else from_editor("")
    if not text or not text.strip():
        raise UsageError(
            "no words: give them with --words FILE, or - for standard input; in a terminal your editor opens"
        )
    authors = mine or kind == NoteKind.CREDIT.value
    if mine and name:
        raise Refused("--mine tells it in your own words, without the writer's name; leave --from out")
    if redact(name).taken:
        raise Refused("an address never stands in a note; write the name as the writer wants to be shown")
    show = Show.MINE if mine else Show.NAMED if name else Show.ANONYMOUS
    when = day or now().date()
    note_id = f"{when}-{_tail(here)}"
    turn = Turn(Who.ANSWER if authors else Who.READER, blank_trimmed(clean(text)))
    note = Note(id=note_id, kind=NoteKind(kind), post=key, name=name, show=show, day=when, turns=(turn,))
    path = note_path(note_id, here.folder_of(key))
    _checked(note, here.folder_of(key), path)
    try:
        write_note(here.blog.notes_path, path, note)
    except OSError as exc:
        raise GratitudeError(
            f"{path} was not written ({exc.strerror}); look at the permissions of {here.blog.notes_path}"
        ) from exc
    tell(f"Wrote {here.blog.notes_path / path}")
    found = redact(turn.words)
    for what in (
        *(f"{kind} ({said}) stands in it for everybody to read" for kind, said in found.taken),
        *found.warnings,
    ):
        tell(f"  look at: {what}")
    tell("Next: pelican content")


def _tail(here: Here) -> str:
    """Return what makes the note's id its own; the inbox is asked where there is one."""
    if here.home_if_any is None:
        return Tails(here).free(None)
    with here.inbox() as inbox:
        return Tails(here).free(inbox)


def _checked(note: Note, folder: str, path: str) -> None:
    """Raise NoteError where the note would not be read back, before anything is written."""
    from ..note.format import parse

    parse(format_note(note, folder=folder), path=path, folder=folder, stem=note.id)


def _tell(here: Here, step: Step) -> None:
    """Show one step: what is written as a difference, line by line."""
    if isinstance(step, Held):
        tell(f"held back: {step.path or step.conversation}: {step.why}\n  way out: {step.way}")
    elif isinstance(step, Remove):
        tell(f"{'moved from' if step.moved else 'remove'} {step.path}")
    elif isinstance(step, Write):
        tell(f"{'change' if step.old else 'write'} {step.path}")
        folder = here.folder_of(step.note.post)
        old = format_note(step.old, folder=folder).splitlines() if step.old else []
        for line in list(
            difflib.unified_diff(old, format_note(step.note, folder=folder).splitlines(), n=1, lineterm="")
        )[2:]:
            if not line.startswith("@@"):
                tell(f"    {line}")


def _sum(steps: tuple[Step, ...], *, dry: bool) -> str:
    written = sum(isinstance(s, Write) for s in steps)
    removed = sum(isinstance(s, Remove) and not s.moved for s in steps)
    held = sum(isinstance(s, Held) for s in steps)
    confirmed = sum(isinstance(s, Confirm) for s in steps)
    if not (written or removed or held or confirmed):
        return "Nothing to publish: the notes are as you decided."
    counted = [(written, "written"), (removed, "removed"), (held, "held back"), (confirmed, "already there")]
    parts = [f"{count} {what}" for count, what in counted if count]
    end = "gratitude publish" if dry else "pelican content"
    told = f"\n{'This would be' if dry else 'Notes'}: {', '.join(parts)}."
    return f"{told} Next: {end}" if written or removed else told
