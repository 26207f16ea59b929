"""What a source is: something with a stable name that yields arrivals and resumes by their marks.

`detect` looks at a path (or standard input) and says which kind of source lies there; nothing is ever written to it.
"""

from __future__ import annotations

__all__ = ["MAX_MAIL", "Source", "arrival", "detect", "kind_of_file", "read_mail"]

import re
import stat
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import BinaryIO, Protocol

from ..errors import SourceError
from ..message import Arrival, Folder
from .headers import MAX_HEADER, body_at, read_headers
from .parse import parse
from .relayed import PINGBACK, may_relay
from .skim import AUTOMATIC, BULK, NO_REPLY, NOTICE, REPORT, skim
from .wide import narrow

MAX_MAIL = 64 << 20
"""Bytes of one mail that are held in memory; the rest of a larger one is passed over."""
MBOX = re.compile(rb"\s{0,100}From[ \t-]")
MAIL = re.compile(rb"\s{0,100}[!-9;-~]{1,100}[ \t]*:")
EXPORT = b"wordpress.org/export/"
MAIL_HEADER = re.compile(rb"^(?:from|message-id|received|mime-version)[ \t]*:", re.IGNORECASE | re.MULTILINE)
CALENDAR = "a calendar's invitation or its answer"
XML = re.compile(rb"\s{0,100}<(?:\?xml|rss\b|!--)", re.IGNORECASE)
SERVICES_SAY = (NO_REPLY, BULK, NOTICE, REPORT)
"""Marks of a machine that a comment system's letters carry too."""
NEXT_STEP = {
    ".pst": "export it from Outlook as mbox or .eml first (readpst does it too)",
    ".ost": "export it from Outlook as mbox or .eml first (readpst does it too)",
    ".olm": "export the folders from Outlook as .mbox (drag them to the desktop)",
    ".dbx": "drag the mails out of Outlook Express as .eml, or let Thunderbird import them",
    ".msg": "save the mail as .eml, or drag it into a mail program that does",
    ".zip": "unpack it and name what lies inside",
    ".gz": "unpack it (gunzip) and name what lies inside",
    ".tgz": "unpack it and name what lies inside",
    ".bz2": "unpack it and name what lies inside",
}


class Source(Protocol):
    """Somewhere messages lie. ``name`` is stable: an absolute path, or ``-``."""

    name: str

    def arrivals(self, done: Callable[[str], bool]) -> Iterator[Arrival]:
        """Yield what lies there; an item whose mark is ``done`` is skipped. Raises SourceError where it breaks off."""


def arrival(
    raw: bytes,
    *,
    place: str,
    mark: str,
    folder: Folder = Folder.INBOX,
    trusted: bool = False,
    explain: bool = False,
    reason: str = "",
) -> Arrival:
    """Return one mail as it arrived: skimmed first, parsed only where it goes on, or to ``explain``.

    ``reason`` is one the source itself knows (a Maildir's flags).
    """
    why = reason or skim(raw[:MAX_HEADER], folder) or None
    perhaps = why in SERVICES_SAY and may_relay(_subject(raw))  # a comment system may have sent it for a reader
    if why and not explain and not perhaps:
        return Arrival(message=None, reason=why, place=place, mark=mark)
    message = parse(raw, folder=folder, trusted=trusted)
    if brings := message.facts.get("relayed"):
        why = PINGBACK if brings == "ping" else None if perhaps else why
    elif message.facts.get("automatic") and folder is not Folder.SENT:
        why = why or AUTOMATIC
    if why and not explain:
        return Arrival(message=None, reason=why, place=place, mark=mark)
    unreadable = message.facts.get("unreadable")
    if unreadable and not why:
        return Arrival(message=message if explain else None, reason=f"unreadable: {unreadable}", place=place, mark=mark)
    if message.facts.get("calendar") and not why and folder is not Folder.SENT:
        return Arrival(message=message if explain else None, reason=CALENDAR, place=place, mark=mark)
    return Arrival(message=message, reason=why, place=place, mark=mark)


def _subject(raw: bytes) -> str:
    """A mail's subject."""
    head = raw[:MAX_HEADER]
    return read_headers(head[: body_at(head)[0]]).text("subject")


def read_mail(path: Path) -> bytes:
    """Return the bytes of a mail's file, at most `MAX_MAIL`, without the marks that an editor or a shell adds.

    A byte-order mark would cost the first header; PowerShell's ``>`` writes UTF-16. Raises OSError.
    """
    with path.open("rb") as file:
        raw = file.read(MAX_MAIL)
    return narrow(raw)


def kind_of_file(head: bytes) -> str:
    """Return ``mbox``, ``wordpress``, ``mail``, ``xml``, ``empty`` or ``""``, by how a file begins."""
    head = narrow(head)
    if not head.strip():
        return "empty"
    if MBOX.match(head):
        return "mbox"
    if XML.match(head):
        return "wordpress" if EXPORT in head or b"<rss" in head else "xml"
    warnings, declaration, _ = head.partition(b"<?xml")
    if declaration and EXPORT in head and not MAIL_HEADER.search(warnings):
        return "wordpress"  # PHP printed its warnings into the download
    return "mail" if MAIL.match(head) else ""


def _of_stdin(stream: BinaryIO, *, trusted: bool, explain: bool) -> Source:
    """What comes through a pipe: an mbox, a WordPress export or one mail."""
    from .eml import OneMail
    from .mbox import Mbox
    from .wordpress import WordPress

    head = stream.read(65536)
    kind = kind_of_file(head)
    if kind in ("mbox", "empty"):
        return Mbox(name="-", stream=stream, head=head, trusted=trusted, explain=explain)
    if kind == "wordpress":
        return WordPress(name="-", stream=stream, head=head, explain=explain)
    if kind == "mail":
        return OneMail(name="-", stream=stream, head=head, trusted=trusted, explain=explain)
    raise SourceError("-: standard input is neither an mbox, a mail nor a WordPress export; pipe one of these in")


def _of_folder(path: Path, *, trusted: bool, explain: bool) -> Source:
    """A Maildir, Apple Mail's export folder, or a folder of .eml files."""
    from .eml import Folderful, has_mails
    from .maildir import Maildir, is_maildir
    from .mbox import Mbox

    if (path / "mbox").is_file():
        return Mbox(name=str(path), path=path / "mbox", called=path.stem, trusted=trusted, explain=explain)
    if is_maildir(path):
        return Maildir(path, trusted=trusted, explain=explain)
    if has_mails(path):
        return Folderful(path, trusted=trusted, explain=explain)
    raise SourceError(
        f"{path}: this folder is no Maildir (it has no `cur` and `new`) and holds no mail or mailbox; name the folder or file "
        "in which the mails themselves lie"
    )


def _of_file(path: Path, *, trusted: bool, explain: bool) -> Source:
    """An mbox, a mail or a WordPress export."""
    from .eml import OneMail
    from .mbox import Mbox
    from .wordpress import WordPress

    with path.open("rb") as file:
        head = file.read(65536)
    kind = kind_of_file(head)
    if kind not in ("mail", "mbox") and (step := NEXT_STEP.get(path.suffix.lower())):  # some save plain mails as .msg
        raise SourceError(f"{path}: gratitude cannot read {path.suffix.lower()} files; {step}")
    if kind in ("mbox", "empty"):
        return Mbox(name=str(path), path=path, trusted=trusted, explain=explain)
    if kind == "wordpress":
        return WordPress(name=str(path), path=path, explain=explain)
    if kind == "mail" or path.suffix.lower() in (".eml", ".emlx"):
        return OneMail(name=str(path), path=path, trusted=trusted, explain=explain)
    if kind == "xml":
        raise SourceError(
            f"{path}: this XML file is no WordPress export (Tools > Export > All content writes one); name that file"
        )
    raise SourceError(
        f"{path}: neither a mailbox (mbox, Maildir, .eml) nor a WordPress export; name one of these, or `-` for standard input"
    )


def detect(spec: str, *, trusted: bool, explain: bool, stdin: BinaryIO | None = None) -> Source:
    """Return the source a path or ``-`` names. Raises SourceError with the next step where there is none."""
    if spec == "-":
        return _of_stdin(stdin or sys.stdin.buffer, trusted=trusted, explain=explain)
    path = Path(spec).expanduser().absolute()
    try:
        mode = path.stat().st_mode
        if stat.S_ISDIR(mode):
            return _of_folder(path, trusted=trusted, explain=explain)
        if stat.S_ISREG(mode):
            return _of_file(path, trusted=trusted, explain=explain)
    except FileNotFoundError as problem:
        raise SourceError(f"{path}: there is no such file or folder; correct the name") from problem
    except (OSError, ValueError) as problem:
        why = getattr(problem, "strerror", None) or "the name cannot be used"
        raise SourceError(f"{path}: it cannot be read ({why}); correct the name or its permissions") from problem
    raise SourceError(f"{path}: neither a file nor a folder; copy what it holds into a file, or pipe it into `-`")
