"""`check`, `backup` and `restore`: that nothing is lost, and nothing lies where it should not."""

from __future__ import annotations

__all__ = ["backup_command", "check_command", "restore_command"]

from contextlib import nullcontext
from functools import partial
from pathlib import Path

import click

from ..check import Finding, findings
from ..errors import GratitudeError
from ..inbox import open_inbox
from ..text import plural
from .archive import pack, unpack
from .here import Here, now, pass_here, tell
from .outside import account_of, verified


@click.command("check", epilog="Example: gratitude check")
@click.option(
    "--akismet", "ask", is_flag=True, help="Also ask Akismet whether it takes your key, and how much is used."
)
@pass_here
def check_command(here: Here, *, ask: bool) -> None:
    """Look at notes, private folder and settings for what to mend.

    Says what is wrong, where, and the next step, and lists what left this machine; exits 1 where there is something to
    mend.
    """
    home = here.home_if_any
    account, notes = account_of(here.settings), here.notes()
    look = partial(findings, here.blog, here.catalogue, notes)
    if home is None:
        found = list(look(None, None))
    else:
        with open_inbox(home, readonly=True) as inbox:
            found = list(look(inbox, home, account=account, now=now(), addresses=here.site.addresses))
    if ask:
        with here.inbox() if home else nullcontext() as inbox:
            text, is_well = verified(here, inbox)
        found.append(Finding(text, is_wrong=not is_well))
    for finding in found:
        tell(f"{'mend' if finding.is_wrong else 'note'}: {finding.text}")
    wrong = sum(f.is_wrong for f in found)
    if wrong:
        raise GratitudeError(f"{plural(wrong, 'thing')} to mend")
    inside = "" if home else "; there is no private folder yet (`gratitude init`)"
    tell(f"Looked at {plural(len(notes.notes), 'note')}: all is well{inside}.")


@click.command("backup", epilog="Example: gratitude backup ~/gratitude-2026-05-03.tar.gz")
@click.argument("file", required=False, type=click.Path(path_type=Path), metavar="[FILE]")
@pass_here
def backup_command(here: Here, file: Path | None) -> None:
    """Write the whole private folder into one file.

    It holds the inbox, the spool, and the settings with their keys. Where FILE is a folder it gets a name with the day
    in there; without FILE it goes into backups/ in the private folder. Keep it as safe as that: it holds letters.
    """
    home = here.home
    name = f"gratitude-{now():%Y-%m-%dT%H%M%S}.tar.gz"
    target = file / name if file and file.is_dir() else file or home / "backups" / name
    instead = " in place of the one that was there" if target.exists() else ""
    with here.inbox() as inbox:
        names = pack(home, inbox, target)
    tell(f"Wrote {target}{instead}: {', '.join(names)}")


@click.command("restore", epilog="Example: gratitude restore ~/gratitude-2026-05-03.tar.gz")
@click.argument("file", type=click.Path(path_type=Path, exists=True, dir_okay=False), metavar="FILE")
@click.option("--force", is_flag=True, help="Replace a filled private folder; the old one is kept aside.")
@pass_here
def restore_command(here: Here, file: Path, *, force: bool) -> None:
    """Bring back what `backup` wrote.

    It becomes the private folder of this blog. What is there stays, unless you say --force.
    """
    aside = unpack(file, here.home, force=force)
    with open_inbox(here.home, readonly=True) as inbox:
        count = len(inbox.conversations())
    tell(f"Restored {here.home} from {file}: {plural(count, 'conversation')}")
    if aside:
        tell(f"The old folder is kept as {aside}")
    tell("Next: gratitude check")
