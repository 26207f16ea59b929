"""`init`: a private folder for the blog, and settings that were guessed and looked at."""

from __future__ import annotations

__all__ = ["begin", "init_command"]

import secrets
import sys
from pathlib import Path

import click

from .. import blog as blogs
from ..errors import BlogError, GratitudeError, UsageError
from ..inbox import open_inbox
from ..note.folder import write_whole
from ..settings import FILE, Settings, settings_text
from .here import LETTERS, Here, pass_here, tell

NEXT = "Next: gratitude collect SOURCE, for instance your mailbox or a WordPress export"
WHY = "Names the private folder of gratitude. Letters and decisions lie there, outside this repository."
NO_ADDRESS = "none yet. Write them into settings.toml in there before you collect: till then only what lies in a Sent folder is yours"


@click.command("init", epilog="Example: gratitude init --yes")
@click.option("--yes", is_flag=True, help="Take what was guessed, without asking.")
@pass_here
def init_command(here: Here, *, yes: bool) -> None:
    """Make the private folder of this blog.

    It lies outside the blog's repository, so that nothing private can be published or committed. Its random name is
    written into pelicanconf.py as GRATITUDE_BLOG. Running it again changes nothing.
    """
    begin(here, ask=not yes)


def begin(here: Here, *, ask: bool, then: str = NEXT) -> None:
    """Make the private folder, its inbox and its settings where they are missing; say where they are, and ``then``."""
    blog = here.blog
    is_new = not (here.has_home and (here.home / FILE).exists())
    settings = _asked(here) if ask and is_new else Settings(addresses=_guessed(here))
    try:
        _ = here.home
    except BlogError:
        if blog.blog_id:
            raise
        blogs.write_setting(blog, "GRATITUDE_BLOG", "b-" + "".join(secrets.choice(LETTERS) for _ in range(12)), why=WHY)
        here.__dict__.pop("blog", None)
    home = here.home
    with open_inbox(home):
        pass
    try:
        for sub in ("", "spool", "spool/tmp", "spool/new", "spool/cur", "backups"):
            (home / sub).mkdir(mode=0o700, exist_ok=True)
        home.chmod(0o700)
        if is_new:
            write_whole(home / FILE, settings_text(settings).encode(), mode=0o600)
    except OSError as exc:
        raise GratitudeError(f"{home} cannot be written to ({exc.strerror}); name another place with --home") from exc
    here.__dict__.pop("settings", None)
    tell(f"{'Made' if is_new else 'There already is'} the private folder {home}")
    known = ", ".join(here.settings.addresses)
    tell(f"Your addresses: {f'{known}   (settings.toml in there)' if known else NO_ADDRESS}")
    if then:
        tell(then)


def _guessed(here: Here) -> tuple[str, ...]:
    return (here.blog.author_email,) if here.blog.author_email else ()


def _asked(here: Here) -> Settings:
    """Return what the author answers; nothing is made before. Raises UsageError where nobody is there to answer."""
    guess = ", ".join(_guessed(here))
    try:
        addresses = click.prompt(
            "Your mail addresses, with commas between them (a letter from one of them is yours and no reader's)",
            default=guess,
            show_default=bool(guess),
            value_proc=_addresses,
        )
        sources = click.prompt(
            "What to read by default (paths, with commas between them; empty for none)",
            default="",
            show_default=False,
            value_proc=_paths,
        )
    except click.Abort as exc:
        if sys.stdin.isatty():
            raise
        raise UsageError("nobody answers here; `gratitude init --yes` takes what can be guessed") from exc
    return Settings(addresses=addresses, sources=sources)


def _addresses(answer: str) -> tuple[str, ...]:
    """Return the addresses in an answer; an error asks again."""
    found = tuple(a.strip().lower() for a in answer.split(",") if a.strip())
    if not all(a.count("@") == 1 for a in found):
        raise click.UsageError("every mail address has one @")
    return found


def _paths(answer: str) -> tuple[str, ...]:
    """Return the paths in an answer, whole, so that they hold wherever `collect` is run."""
    return tuple(str(Path(p.strip()).expanduser().absolute()) for p in answer.split(",") if p.strip())
