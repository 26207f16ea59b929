"""What the author should know of a note before it is public: as what it stands, what was taken out, what to look at."""

from __future__ import annotations

__all__ = ["about_quoting", "taken_out", "told_of"]

import shlex

from ..message import Conversation, Permission
from ..moderate import quoting
from ..note import Note, Show, Who
from ..publish import Draft


def taken_out(what: str, text: str) -> str:
    """Return one thing that elision took, with the option that keeps it where it is not the writer's own."""
    return f"{what} ({text})" + ("" if "writer" in what else f"; --keep {shlex.quote(text)} leaves it in")


def about_quoting(conversation: Conversation, note: Note, *, granted: bool) -> list[str]:
    """Return what the writer says about being quoted that the author should see before a note is public.

    A no beside the yes that was just recorded (``granted``), and a yes that would itself stand on the page: it was
    said to the author, and a blog on which readers read "you may publish this" reads like a form.
    """
    if note.show is Show.MINE:
        return []
    found = []
    opening = " ".join(next((t.words for t in note.turns if t.who is Who.READER), "").split())
    for said in quoting(conversation):
        if said.said is Permission.REFUSED:
            if granted:
                words = f": “{' '.join(said.sentences)}”" if said.sentences else ""
                found.append(
                    f"the writer also said no{f' on {said.day}' if said.day else ''}{words}; undo takes this back"
                )
            continue
        for sentence in said.sentences:
            if sentence in opening:
                found.append(f"“{sentence}” was said to you; --words FILE can leave it out")
    return found


def told_of(conversation: Conversation, made: Draft, *, granted: bool, is_counting: bool) -> str:
    """Return what the author should know of an accepted conversation: name, post, what was taken out, warnings.

    ``is_counting``: letters that may only be counted are counted on this blog.
    """
    note = made.note
    who = (
        f"as {note.name}"
        if note.name
        else {"mine": "in your words", "counted": "as one of many"}.get(note.show.value, "without a name")
    )
    lines = [f"{conversation.id} is accepted: {note.kind.value} {who}, about {note.post or 'the whole blog'}"]
    for what, text in made.taken:
        lines.append(f"  taken out: {taken_out(what, text)}")
    warnings = (*made.warnings, *about_quoting(conversation, note, granted=granted))
    lines += [f"  look at: {warning}" for warning in warnings]
    if note.show is Show.COUNTED:
        off = "" if is_counting else ", and only with `[publish] counted = true` in settings.toml"
        lines.append(f"  it is told as a number of people, from three about this post on{off}")
    if note.day is None:
        lines.append(f"  it has no date; before publishing: gratitude edit {conversation.id} --date DAY")
    return "\n".join(lines)
