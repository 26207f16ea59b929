"""Where a command works: the blog, its private folder, its settings, its posts; found once, when they are needed."""

from __future__ import annotations

__all__ = ["LETTERS", "Here", "Tails", "now", "pass_here", "tell", "warn"]

import functools
import os
import secrets
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from functools import cached_property
from pathlib import Path, PurePosixPath
from typing import Any, TypeVar, cast

import click

from .. import blog as blogs
from ..errors import BlogError, InboxError, UsageError
from ..inbox import FILE, Inbox, open_inbox
from ..message import Catalogue, Post, Site
from ..note.folder import NoteFolder, read_notes
from ..pipeline import How, learn
from ..screen import Lists
from ..settings import Settings, read_settings

LETTERS = "abcdefghjkmnpqrstuvwxyz23456789"
F = TypeVar("F", bound=Callable[..., Any])


def now() -> datetime:
    """Return the time, aware UTC; the only clock of the command line."""
    return datetime.now(UTC)


def tell(text: str = "") -> None:
    """Say something to the person at standard output; the command goes on where nobody reads it any more (`| head`)."""
    try:
        click.echo(text)
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def warn(text: str) -> None:
    """Say something to the person at standard error, so that a pipe stays clean."""
    click.echo(text, err=True)


class Here:
    """The blog a command works for, by --site and --home."""

    def __init__(self, site: Path | None, home: Path | None) -> None:
        self._site, self._flag = site, home

    @cached_property
    def blog(self) -> blogs.Blog:
        """The blog; raises BlogError in words."""
        return blogs.find_blog(self._site)

    @cached_property
    def home(self) -> Path:
        """The private folder; raises BlogError where none is known yet."""
        return blogs.home(self.blog, self._flag, os.environ)

    @property
    def home_if_any(self) -> Path | None:
        """The private folder where there is one with an inbox, else None; raises BlogError for one in a wrong place."""
        return self.home if self.has_home and (self.home / FILE).exists() else None

    @property
    def has_home(self) -> bool:
        """Something names a private folder, so that `home` need not be made first."""
        blog = self.blog
        return bool(self._flag or os.environ.get("GRATITUDE_HOME") or blog.conf_home or blog.blog_id)

    @cached_property
    def settings(self) -> Settings:
        """The private settings; without a private folder the defaults, and what the environment says."""
        return read_settings(self.home if self.has_home else None, os.environ)

    @cached_property
    def site(self) -> Site:
        """What the steps know of the blog."""
        return blogs.site_of(self.blog, self.settings.addresses, self.settings.hosts)

    @cached_property
    def catalogue(self) -> Catalogue:
        """The blog's posts."""
        from ..link.posts import catalogue

        home = self.home_if_any
        return catalogue(self.blog, home / "posts.json" if home else None, self.site.hosts)

    def how(self) -> How:
        """What holds for a run of the pipeline that begins now."""
        lists = Lists(allow=frozenset(self.settings.allow), deny=frozenset(self.settings.deny))
        return How(site=self.site, catalogue=self.catalogue, lists=lists, now=now())

    @contextmanager
    def inbox(self) -> Iterator[Inbox]:
        """Yield the inbox to read and write; what was decided meanwhile is learned. Raises InboxError in words where its folder or file is read-only."""
        for place in (self.home, self.home / FILE):
            if place.exists() and not os.access(place, os.R_OK | os.W_OK):
                raise InboxError(
                    f"{place} cannot be written to; mend its permissions, or name another folder with --home"
                )
        with open_inbox(self.home) as inbox:
            yield inbox
            learn(inbox, self.site)  # what the command decided, or took back

    def notes(self) -> NoteFolder:
        """Return the note files of the blog; raises BlogError where their folder may not be read: it is not empty."""
        folder = self.blog.notes_path
        if folder.is_dir() and not os.access(folder, os.R_OK | os.X_OK):
            raise BlogError(f"{folder} cannot be read; mend its permissions and run the command again")
        return read_notes(self.blog.notes_path)

    def place_of(self, path: str) -> str:
        """Return a path under the notes folder as it is written in the blog's folder."""
        place = self.blog.notes_path / path
        return place.relative_to(self.blog.root).as_posix() if place.is_relative_to(self.blog.root) else str(place)

    def folder_of(self, post: str) -> str:
        """Return the folder under the notes folder for a post's key: its slug."""
        found = self.catalogue.get(post) if post else None
        return found.slug if found else post

    def post(self, name: str) -> str:
        """Return the key of the post an author names (``-`` is the whole blog: ``""``); raises UsageError in words."""
        if name == "-":
            return ""
        if self.catalogue.get(name):
            return name
        return _post_named(name, self.catalogue)


def _post_named(name: str, catalogue: Catalogue) -> str:
    import difflib

    posts: list[Post] = list(catalogue.posts())
    same = [p.key for p in posts if p.slug == name]
    if len(same) > 1:
        raise UsageError(f"several posts have the slug {name!r}; name one by its path: {', '.join(sorted(same))}")
    if same:
        return same[0]
    found = catalogue.by_url(name) if "/" in name else None
    if found:
        return found.key
    near = difflib.get_close_matches(name, [p.key for p in posts], n=3)
    if not near and name:
        near = [p.key for p in posts if name.lower() in f"{p.key} {p.title}".lower()][:3]
    hint = f"; near it: {', '.join(near)}" if near else "; `gratitude posts` lists them"
    raise UsageError(f"the blog has no post {name!r}{hint}")


class Tails:
    """Four random characters for the id of a note, that end no other note's id.

    Four alone are not enough: of a hundred notes of one day two had the same. The day does not count, since that of
    an undated note is set later.
    """

    def __init__(self, here: Here) -> None:
        self._here, self._taken = here, set[str]()

    def free(self, inbox: Inbox | None) -> str:
        """Return four characters that are nobody's yet."""
        if not self._taken:
            folder = self._here.notes()
            names = [f.note.id for f in folder.notes] + [PurePosixPath(e.path).stem for e in folder.bad]
            for conversation in (*inbox.conversations(), *inbox.merged()) if inbox else ():
                notes = (e.data.get("note") for e in conversation.events)
                names += [str(note["id"]) for note in notes if isinstance(note, dict)]
            self._taken = {name[-4:] for name in names}
        while (found := "".join(secrets.choice(LETTERS) for _ in range(4))) in self._taken:
            pass
        self._taken.add(found)
        return found


def pass_here(function: F) -> F:
    """Give a command --site and --home, and hand it a `Here` as its first argument."""

    @click.option(
        "--site",
        type=click.Path(path_type=Path),
        help="The folder of the Pelican site (default: this folder, or the nearest above it).",
    )
    @click.option(
        "--home",
        type=click.Path(path_type=Path),
        help="The private folder (default: GRATITUDE_HOME, else your data folder).",
    )
    @functools.wraps(function)
    def command(site: Path | None, home: Path | None, **values: Any) -> Any:
        return function(Here(site, home), **values)

    return cast("F", command)
