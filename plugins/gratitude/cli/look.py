"""`list`, `show` and `posts`: reading what waits, one conversation whole, and what the posts are called."""

from __future__ import annotations

__all__ = ["list_command", "posts_command", "show_command"]

import shutil
import sys
from collections import Counter
from collections.abc import Iterator
from typing import Any

import click

from ..codec import to_plain
from ..inbox import Inbox
from ..message import Conversation, Kind
from ..moderate import Consent, Move, Pile, Standing, consent_of, missing, moves_from, piles_of, standing_of
from ..moderate.piles import primary_of
from ..note import Who
from ..text import plural
from .beside import beside, same_questions, told
from .here import Here, now, pass_here, tell
from .outside import disclosed
from .rows import conversation_row, event_rows, json_line, lines_of, message_row, post_label, post_of
from .typed import PILE
from .words import cells, explained, quoted_lines

WHOLE = 10_000
"""Lines: `show` prints a message whole."""

CONSENTS = {
    Consent.PUBLIC: "it was public on the blog and may be shown",
    Consent.NAMED: "the writer agreed, by name",
    Consent.ANONYMOUS: "the writer agreed, without a name",
    Consent.COUNTED: "it may be counted, and not shown",
    Consent.REFUSED: "the writer does not want it published",
    Consent.NONE: "no permission is recorded yet",
}


def note_paths(here: Here) -> dict[str, str]:
    """Return {id of a note on disk: its path under PATH}."""
    base = (
        here.blog.notes_path.relative_to(here.blog.path)
        if here.blog.notes_path.is_relative_to(here.blog.path)
        else None
    )
    prefix = f"{base.as_posix()}/" if base is not None else ""
    return {f.note.id: prefix + f.path for f in here.notes().notes}


@click.command("list", epilog="Example: gratitude list questions")
@click.argument("pile", type=PILE, default=Pile.NEW.value, metavar="[PILE]")
@click.option("--json", "as_json", is_flag=True, help="JSON lines, one a conversation.")
@pass_here
def list_command(here: Here, pile: str, *, as_json: bool) -> None:
    """Show the conversations of a pile; without one, what is new.

    Piles: new, questions, ask-first, never-heard-back, later, doubtful, spam, done, everything. They may overlap.
    """
    today, chosen = now().date(), Pile(pile)
    counts: Counter[Pile] = Counter()
    paths = note_paths(here)
    with here.inbox() as inbox:
        rows = []
        everything = inbox.conversations()
        same = same_questions(everything)
        for conversation in everything:
            standing = standing_of(conversation.events)
            piles = piles_of(conversation, standing, today=today)
            counts.update(piles)
            if chosen in piles:
                note = paths.get(standing.note_id) if standing.note_id else None
                row = conversation_row(conversation, standing, note=note, today=today)
                rows.append({**row, "same_question": list(same.get(conversation.id, ()))})
    if chosen is Pile.NEVER_HEARD_BACK:
        rows.reverse()
    if as_json:
        for row in rows:
            tell(json_line(row))
        return
    width = shutil.get_terminal_size((160, 24)).columns if sys.stdout.isatty() else 400
    posts = [post_label(row) for row in rows]
    widest = max(map(cells, posts), default=0)
    for row in rows:
        tell("\n".join(lines_of(row, width, widest)))
    if not rows:
        tell(f"Nothing in {chosen.value}.")
    if not everything:
        tell("The inbox is empty: `gratitude collect SOURCE` fills it, `gratitude restore FILE` brings a backup back.")
    for sentence in _repeated(rows):
        tell(sentence)
    if any(post.endswith("?") for post in posts):
        tell("\nA post with a ? is not sure; `gratitude edit ID --post SLUG` sets it.")
    others = ", ".join(f"{p.value} {counts[p]}" for p in Pile if p is not chosen)
    tell(f"\nIn the other piles: {others}")


@click.command("show", epilog="Example: gratitude show 3fa9")
@click.argument("conversation_id", metavar="ID")
@click.option("--json", "as_json", is_flag=True, help="One JSON object with messages and events.")
@pass_here
def show_command(here: Here, conversation_id: str, *, as_json: bool) -> None:
    """Show one conversation whole, and what can be done with it.

    Its words, why it is where it is, what was decided, and what of it will be on the blog.
    Also who asked nearly the same, when its writer wrote before, and who may be the same person: suggestions, for
    `merge` alone joins, and `undo` or `split` parts again.
    """
    with here.inbox() as inbox:
        conversation = inbox.conversation(conversation_id)
        found = beside(conversation, inbox.conversations())
        left = inbox.disclosures.by_message()
    standing = standing_of(conversation.events)
    note = note_paths(here).get(standing.note_id) if standing.note_id else None
    row = conversation_row(conversation, standing, note=note, today=now().date())
    if as_json:
        messages = [
            message_row(t.message, t.kinds, t.links, t.verdict, "yours" if t.message.yours else None)
            | {"disclosed": [to_plain(d) for d in left.get(t.message.identity, ())]}
            for t in conversation.messages
        ]
        extra = {
            "wrote_before": found.before,
            "same_question": list(found.same_question),
            "maybe_same_writer": [{"id": name, "why": why} for name, why in found.maybe_same_writer],
        }
        tell(json_line({**row, **extra, "messages": messages, "events": event_rows(conversation.events)}))
        return
    tell(_headline(conversation, standing))
    for sentence in told(conversation, found):
        tell(f"{sentence}\n")
    for taken in conversation.messages:
        message = taken.message
        if message.yours:
            tell(f"You answered, {message.day or 'no date'}:")
            tell("\n".join(quoted_lines(message.own_words, WHOLE)))
        else:
            page = explained(
                message, taken.kinds, taken.links, taken.verdict, None, most=WHOLE, on_terminal=sys.stdout.isatty()
            )
            tell(page.rstrip())
            for line in disclosed(left.get(message.identity, ())):
                tell(line)
        tell()
    _tell_note(conversation, standing, note)
    tell("\nWhat you can do:" if note or standing.note else "What you can do:")
    rows = [(move.move.value, move.help) for move in moves_from(standing.state) if move.move is not Move.ASK]
    if primary_of(conversation, standing) is Kind.QUESTION and not (standing.note and standing.note.answer):
        rows.append(("answer", "Put your answer into the note. It sends nothing."))
    if any(event.step for event in conversation.events):
        rows.append(("undo", "Take back the newest thing you decided about it."))
    for verb, words in rows:
        tell(f"  {f'gratitude {verb} {conversation.id}':<28}  {words}")


@click.command("posts", epilog="Example: gratitude posts cron")
@click.argument("words", nargs=-1, metavar="[WORD...]")
@click.option("--json", "as_json", is_flag=True, help="JSON lines, one a post.")
@pass_here
def posts_command(here: Here, words: tuple[str, ...], *, as_json: bool) -> None:
    """List the posts by the names that commands know.

    With words, only the posts that fit them best.
    """
    catalogue = here.catalogue
    posts = list(catalogue.posts())
    if words:
        scores = catalogue.scores(" ".join(words))
        posts = sorted((p for p in posts if p.key in scores), key=lambda p: -scores[p.key])[:10]
    for post in posts:
        if as_json:
            tell(
                json_line(
                    {
                        "post": post.key,
                        "title": post.title,
                        "date": str(post.day) if post.day else None,
                        "status": post.status,
                        "urls": post.urls,
                    }
                )
            )
        else:
            tell(
                f"{post.key:<36}  {post.day or 'no date   '}  {post.title}{'' if post.status == 'published' else f' ({post.status})'}"
            )
    if not posts and not as_json:
        tell("No post fits these words." if words else "The blog has no posts yet.")


def read(inbox: Inbox, conversation_id: str) -> tuple[Conversation, Standing]:
    """Return a conversation and where it stands."""
    conversation = inbox.conversation(conversation_id)
    return conversation, standing_of(conversation.events)


def _repeated(rows: list[dict[str, Any]]) -> Iterator[str]:
    """Yield a sentence for each question that several people ask, with the command that makes it one."""
    seen: set[str] = set()
    for row in reversed(rows):
        group = [row["id"], *row["same_question"]]
        if len(group) > 1 and not seen.intersection(group):
            seen.update(group)
            yield f"\nAsked by several: `gratitude merge {' '.join(group)}` makes one question of it."


def _headline(conversation: Conversation, standing: Standing) -> str:
    post, tier = post_of(conversation, standing)
    about = f", about {post}{'' if tier in {'sure', 'set'} else ' (not sure)'}" if post else ""
    until = f" until {standing.until}" if standing.until else ""
    consent = CONSENTS[consent_of(conversation, standing)]
    return (
        f"{conversation.id}: {primary_of(conversation, standing).value}{about}, {standing.state.value}{until}\n"
        f"{plural(len(conversation.messages), 'message')}; consent: {consent}\n"
    )


def _tell_note(conversation: Conversation, standing: Standing, path: str | None) -> None:
    note = standing.note
    if note is None:
        return
    is_shown = path is not None and standing.published == note
    as_whom = f"{note.show.value}{f', as {note.name}' if note.name else ''}"
    tell(f"What {'is' if is_shown else 'will be'} shown ({as_whom}){f', in {path}' if path else ''}:")
    if note.title:
        tell(f"  Title: {note.title}")
    for turn in note.turns:
        who = "you" if turn.who is Who.ANSWER else "the reader"
        tell(f"  {who}{f', {turn.day}' if turn.day else ''}:")
        for line in turn.words.split("\n"):
            tell(f"  | {line}")
    if wrong := missing(note, conversation, standing):
        tell(f"Held back: {'; '.join(wrong)}. `gratitude publish` names the way out.")
