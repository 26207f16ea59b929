"""The backup file: the private folder as one .tar.gz (0600), packed whole and unpacked only where it is one of ours."""

from __future__ import annotations

__all__ = ["pack", "unpack"]

import os
import shutil
import tarfile
import tempfile
import zlib
from pathlib import Path

from ..errors import GratitudeError, Refused
from ..inbox import Inbox, open_inbox

INBOX = "inbox.sqlite"
NO_LOSS = frozenset({"backups", "settings.toml", "collect.lock", "posts.json"})
"""What `init` and a first look make, and what is moved or made again."""


def pack(home: Path, inbox: Inbox, target: Path) -> list[str]:
    """Write the backup of ``home`` to ``target`` whole or not at all; return what is in it, in words."""
    temporary = target.with_name(f".{target.name}.{os.getpid()}.tmp")
    try:
        if target.parent == home / "backups":  # any other folder is there, or its disk is not: nothing is made up
            target.parent.mkdir(mode=0o700, exist_ok=True)
        with tempfile.TemporaryDirectory(dir=home, prefix=".backup-") as folder:
            copy = Path(folder, INBOX)
            inbox.backup_to(copy)
            fd = os.open(temporary, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
            with os.fdopen(fd, "wb") as stream, tarfile.open(fileobj=stream, mode="w:gz") as tar:
                tar.add(copy, INBOX)
                named = ["the inbox"]
                for name, words in (("settings.toml", "the settings with their keys"), ("spool", "the spool")):
                    if (home / name).exists():
                        tar.add(home / name, name)
                        named.append(words)
                stream.flush()
                os.fsync(stream.fileno())
        temporary.replace(target)
    except OSError as exc:
        temporary.unlink(missing_ok=True)
        raise GratitudeError(f"{target} was not written ({exc.strerror}); nothing was changed") from exc
    return named


def unpack(file: Path, home: Path, *, force: bool) -> Path | None:
    """Put the backup in ``file`` in the place of ``home``; return where the old folder was kept, if there was one.

    Refused over a filled folder without ``force``. What was there is kept aside, and comes back if anything fails.
    """
    filled = _is_filled(home)
    if filled and not force:
        raise Refused(f"{home} is not empty; --force replaces it and keeps the old one aside")
    home.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=home.parent, prefix=".restore-") as folder:
        new = Path(folder, "home")
        new.mkdir(mode=0o700)
        _extract(file, new)
        with open_inbox(new) as inbox:
            if (state := inbox.checked()) != "ok":
                raise GratitudeError(f"the inbox in {file} is damaged ({state}); try an older backup")
        aside = _aside(home) if home.exists() else None
        try:
            if aside:
                home.rename(aside)
            new.rename(home)
        except OSError as exc:
            if aside and not home.exists():
                aside.rename(home)
            raise GratitudeError(f"{home} could not be replaced ({exc.strerror}); it is as it was") from exc
    if aside and not filled:
        for name in ("backups", "settings.toml"):
            if (aside / name).exists() and not (home / name).exists():
                shutil.move(aside / name, home / name)
        shutil.rmtree(aside, ignore_errors=True)
        return None
    return aside


def _extract(file: Path, folder: Path) -> None:
    """Unpack with the ``data`` filter (PEP 706): no links out, no absolute paths, no special files."""
    try:
        with tarfile.open(file, "r:gz") as tar:
            if INBOX not in tar.getnames():
                raise GratitudeError(f"{file} is no backup of gratitude: it holds no inbox")
            tar.extractall(folder, filter="data")
    except OSError as exc:
        raise GratitudeError(f"{file} cannot be read ({exc.strerror or 'it is no backup'})") from exc
    except (tarfile.TarError, EOFError, zlib.error) as exc:
        raise GratitudeError(f"{file} is no whole backup; try another one") from exc
    for path in folder.rglob("*"):
        path.chmod(0o700 if path.is_dir() else 0o600)


def _aside(home: Path) -> Path:
    for n in range(1, 1000):
        place = home.with_name(f"{home.name}.before-restore-{n}")
        if not place.exists():
            return place
    raise GratitudeError(f"too many old folders beside {home}; delete some that end in .before-restore-N")


def _is_filled(home: Path) -> bool:
    """Say whether something lies there that a backup would bury.

    An inbox without a row is nothing: `init` and any look make one, and who does that first on a new machine must not
    be told to use --force.
    """
    if not home.exists():
        return False
    names = {p.name for p in home.iterdir() if not _is_empty(p)} - NO_LOSS
    if INBOX in names and _holds_nothing(home):
        names = {name for name in names if not name.startswith(INBOX)}
    return bool(names)


def _holds_nothing(home: Path) -> bool:
    try:
        with open_inbox(home, readonly=True) as inbox:
            return inbox.is_empty()
    except GratitudeError:
        return False  # a damaged one may be mended yet


def _is_empty(path: Path) -> bool:
    return path.is_dir() and not any(p.is_file() for p in path.rglob("*"))
