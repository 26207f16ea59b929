"""What a person types after the verbs: days, permissions, words from a file, and the fields of a note."""

from __future__ import annotations

__all__ = [
    "DAY",
    "HOW",
    "PILE",
    "Day",
    "PileName",
    "changes_of",
    "from_editor",
    "note_options",
    "permission_of",
    "too_early",
    "words_of",
]

import sys
from collections.abc import Callable, Iterable, Mapping
from datetime import date, timedelta
from pathlib import Path
from typing import Any, TypeVar

import click

from ..errors import UsageError
from ..message import Kind
from ..moderate import Pile
from ..note.headers import VERBS
from ..publish import Changes
from .here import Here, now, warn

F = TypeVar("F", bound=Callable[..., Any])
MAX_WORDS = 200_000
HOW = "how they said yes"
"""What stands for the wording in the ways out; pasted as it is it would be no record of anything."""


class Day(click.ParamType[date]):
    """A day, YYYY-MM-DD."""

    name = "day"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> date:
        """Return the day, or end with a usage error that shows one."""
        if isinstance(value, date):
            return value
        try:
            return date.fromisoformat(str(value))
        except ValueError:
            self.fail(f"{str(value)[:20]!r} is no day; write it like 2026-05-03", param, ctx)


DAY = Day()


class PileName(click.ParamType[str]):
    """A pile by its word; case and whether it is written with spaces, hyphens or underscores do not count."""

    name = "pile"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> str:
        """Return the pile's word, or end with a usage error that names what is near, else all of them."""
        import difflib

        names = [pile.value for pile in Pile]
        word = "-".join(str(value).lower().replace("_", " ").split())
        if word not in names:
            beginnings = {name[: len(word) + 1]: name for name in names} if word else {}
            near = [name for name in names if word and name.startswith(word)]
            near = near or [beginnings[b] for b in difflib.get_close_matches(word, beginnings, n=1, cutoff=0.7)]
            hint = f"did you mean `{near[0]}`?" if len(near) == 1 else f"there are {', '.join(names)}"
            self.fail(f"there is no pile {str(value)[:20]!r}; {hint}", param, ctx)
        return word


PILE = PileName()


def note_options(function: F) -> F:
    """Give a command the fields of a note that an author may set."""
    options = (
        click.option("--post", metavar="SLUG|-", help="The post it is about; - for the whole blog."),
        click.option("--also", metavar='"VERB SLUG, ..."', help=f"Further posts; verbs: {', '.join(VERBS)}."),
        click.option("--kind", type=click.Choice([k.value for k in Kind if k is not Kind.BULK]), help="What it is."),
        click.option("--title", help="Your title for it."),
        click.option("--name", help="The name as the writer wants it to be shown."),
        click.option("--place", help="The place as the writer wants it to be shown."),
        click.option("--lang", help="The language of the words, like fr."),
        click.option("--date", "day", type=DAY, help="The day, for a message that has none."),
        click.option("--keep", multiple=True, metavar="TEXT", help="A text that elision took and that may stay."),
    )
    for option in reversed(options):
        function = option(function)
    return function


def changes_of(here: Here, words: str | None, options: Mapping[str, Any]) -> Changes:
    """Return what the options set; posts are looked up, so that a mistyped slug never gets into a note."""
    post = options.get("post")
    also = options.get("also")
    return Changes(
        words=words,
        post=here.post(post) if post is not None else None,
        also=tuple(_also(here, item) for item in also.split(",") if item.strip()) if also is not None else None,
        kind=options.get("kind"),
        title=options.get("title"),
        name=options.get("name"),
        place=options.get("place"),
        lang=options.get("lang"),
        day=options.get("day"),
        keep=tuple(options.get("keep") or ()),
    )


def _also(here: Here, item: str) -> tuple[str, str]:
    parts = item.split()
    verb, name = (parts[0], parts[1]) if len(parts) == 2 and parts[0] in VERBS else ("helped", item.strip())
    if len(parts) == 2 and verb != parts[0] and here.catalogue.get(parts[1]):
        raise UsageError(f"{parts[0]!r} is no verb of --also; write one of {', '.join(VERBS)} before {parts[1]}")
    return here.post(name), verb


def permission_of(text: str | None) -> tuple[str, date] | None:
    """Return (wording, day) of ``--permission "wording, 2026-05-03"``; the day stands after the last comma."""
    if text is None:
        return None
    wording, comma, day = text.rpartition(",")
    try:
        when = date.fromisoformat(day.strip())
    except ValueError:
        when = None
    if wording.strip().lower() == HOW:
        raise UsageError("write how they said yes in their words or yours: the wording is kept, and asked for one day")
    if not comma or not wording.strip() or when is None:
        raise UsageError('write --permission "how they said yes, 2026-05-03": the wording, a comma, the day')
    if when > now().date() + timedelta(days=1):  # the author's clock may be a day ahead of UTC
        raise UsageError(f"{when} is yet to come; the day after the last comma is the one on which they said yes")
    return " ".join(wording.split()), when


def too_early(granted: tuple[str, date] | None, days: Iterable[date | None]) -> str:
    """Return what is odd about a yes that is older than one of the letters it is for; ``""`` for nothing.

    ``days`` are those of the writer's messages; a day's difference may be the zone's.
    """
    newest = max((day for day in days if day), default=None)
    if granted is None or newest is None or granted[1] >= newest - timedelta(days=1):
        return ""
    return f"this yes ({granted[1]}) is older than what they wrote on {newest}: did they mean that too?"


def words_of(name: str | None, *, mine: bool = False) -> str | None:
    """Return the words in a file or on standard input (``-``); with ``mine`` and no file, what the editor gives."""
    if name is None:
        return from_editor() if mine else None
    if name == "-" and sys.stdin.isatty():
        warn("Write the words; Ctrl-D on a line of its own ends them.")
    try:
        text = sys.stdin.read(MAX_WORDS + 1) if name == "-" else Path(name).expanduser().read_text("utf-8")
    except OSError as exc:
        raise UsageError(f"{name} cannot be read ({exc.strerror})") from exc
    except UnicodeDecodeError as exc:
        raise UsageError(f"{name} is not UTF-8 text; save it as that") from exc
    if len(text) > MAX_WORDS:
        raise UsageError(f"{name} is too long for a note")
    if not text.strip():
        raise UsageError(f"{'standard input' if name == '-' else name} is empty")
    return text


def from_editor(start: str = "") -> str | None:
    """Return what the author writes in their editor; None where there is no terminal to open one in."""
    if not (sys.stdin.isatty() and sys.stdout.isatty()):
        return None
    found: str | None = click.edit(start, extension=".md")
    return found
