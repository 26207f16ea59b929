"""Everything that can go wrong and that somebody can do something about, one class for each thing to do.

Messages say what happened, where, and the next step. They hold no key, no address and no writer's words.
"""

from __future__ import annotations

__all__ = [
    "BlogError",
    "GratitudeError",
    "InboxError",
    "NoteError",
    "Problem",
    "Refused",
    "SettingsError",
    "SourceError",
    "UsageError",
]

from dataclasses import dataclass


class GratitudeError(Exception):
    """Something a person can mend. ``str()`` is a whole sentence."""

    exit_code = 1


class UsageError(GratitudeError):
    """The command was put together wrongly; nothing was done."""

    exit_code = 2


class BlogError(GratitudeError):
    """The folder is no Pelican site, or its settings cannot be read: name another, or mend ``pelicanconf.py``."""


class SettingsError(GratitudeError):
    """Settings that cannot be used. Reports all problems at once: mend them and run again."""


class SourceError(GratitudeError):
    """A source is missing or cannot be read: correct its name, or run again later."""


class InboxError(GratitudeError):
    """The private folder or its inbox cannot be used: free it, make room, or restore a backup."""


class Refused(GratitudeError):
    """A move or an edit that must not be made now; the message names the ways out."""


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing wrong in a note file: the line (from 1) and what to write instead."""

    line: int
    text: str


class NoteError(GratitudeError):
    """A note file that breaks the grammar: repair the file.

    ``problems`` are all of them, in the order of the lines; ``path`` is the file as it should be named to the author.
    """

    def __init__(self, path: str, problems: tuple[Problem, ...]) -> None:
        self.path = path
        self.problems = problems
        super().__init__("; ".join(f"{path}, line {p.line}: {p.text}" for p in problems))
