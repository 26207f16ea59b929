"""Everything `gratitude check` looks at: what is wrong, where, and the next step."""

from __future__ import annotations

__all__ = ["Finding", "findings"]

import re
import stat
from collections import Counter
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from .blog import Blog
from .inbox import Inbox
from .message import Catalogue, Conversation, Disclosure
from .moderate import Standing, missing, standing_of
from .moderate.excerpt import is_excerpt
from .note import Note, Who
from .note.folder import NoteFile, NoteFolder
from .publish.redact import redact
from .screen.answers import Answer, moment
from .screen.consult import FACT
from .screen.service import Service
from .text import plural

SUSPECT = re.compile(
    r"@|[%;&]\S{0,4}40|\uff20|\ufe6b|\b(?:at|ät|arobase|arroba)\b|\d[\d\s()./-]{4,30}\d", re.IGNORECASE
)
"""Without any of it nothing would be taken out; most notes have none."""


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing to look at: ``is_wrong`` or only worth knowing. ``text`` says what, where and the next step."""

    text: str
    is_wrong: bool = True


def findings(
    blog: Blog,
    catalogue: Catalogue,
    folder: NoteFolder,
    inbox: Inbox | None,
    home: Path | None,
    *,
    account: str = "",
    now: datetime | None = None,
    addresses: Collection[str] | None = None,
) -> Iterator[Finding]:
    """Yield all there is to say, what is wrong first within each part. ``inbox`` None: there is none yet.

    ``account`` is the hash of the key for Akismet, ``""`` without one; with ``now``, a pause of the service is told.
    ``addresses`` are those that are known as the author's, None where nobody looked.
    """
    yield from _plugin(blog)
    for error in folder.bad:
        for problem in error.problems:
            yield Finding(f"{_place(blog, error.path)}, line {problem.line}: {problem.text}")
    yield from _posts(blog, catalogue, folder.notes)
    yield from _reachable(blog, folder.notes)
    if home is not None:
        yield from _private(home)
        if addresses is not None and not addresses:
            yield Finding(
                "no mail address of yours is known, so your own letters may stand among those of readers; "
                "set [author] addresses in settings.toml, then run `gratitude collect`",
                is_wrong=False,
            )
    if inbox is not None:
        if (state := inbox.checked()) != "ok":
            yield Finding(f"the inbox is damaged ({state}); restore a backup with `gratitude restore FILE`")
        yield from _decided(blog, inbox, folder.notes, catalogue)
        yield from _outside(blog, inbox, account, now)


def _outside(blog: Blog, inbox: Inbox, account: str, now: datetime | None) -> Iterator[Finding]:
    """Yield how Akismet stands, and what left this machine: how many requests of a kind, when last, which fields."""
    if account and not blog.siteurl:
        yield Finding(
            "there is a key for Akismet, but SITEURL is empty here and in publishconf.py, so it is never asked"
        )
    service = Service.left(inbox.fact(FACT), account)
    if account and now and service.pauses(now):
        is_wrong = service.answer in {Answer.REFUSED, Answer.ALERT}
        way = "; look at your key and your account, then `gratitude check --akismet`" if is_wrong else ""
        yield Finding(f"{service.told()}{way}", is_wrong=is_wrong)
    by_call: dict[str, list[Disclosure]] = {}
    for record in inbox.disclosures.all():
        by_call.setdefault(record.call, []).append(record)
    for call, records in by_call.items():
        fields = Counter(name for record in records for name in record.fields)
        listed = ", ".join(name if n == len(records) else f"{name} ({n})" for name, n in fields.most_common())
        yield Finding(
            f"{plural(len(records), 'request')} left this machine for Akismet ({call}), the last on {moment(records[-1].at)}: {listed}",
            is_wrong=False,
        )


def _plugin(blog: Blog) -> Iterator[Finding]:
    """Yield what keeps Pelican from loading us: an explicit PLUGINS that does not name the plugin."""
    plugins = blog.settings.get("PLUGINS")
    if plugins is not None and not any(str(p).rpartition(".")[2] == "gratitude" for p in plugins):
        yield Finding(
            f'{blog.conf.name}: PLUGINS does not name "gratitude", so `pelican` shows no notes; add it to the list'
        )
    if not blog.siteurl:
        yield Finding(
            "SITEURL is empty here and in publishconf.py, so links to your posts in mails are not understood",
            is_wrong=False,
        )


def _place(blog: Blog, path: str) -> str:
    """Return a note's path as it is written in the blog's folder."""
    place = blog.notes_path / path
    return place.relative_to(blog.root).as_posix() if place.is_relative_to(blog.root) else str(place)


def _posts(blog: Blog, catalogue: Catalogue, notes: tuple[NoteFile, ...]) -> Iterator[Finding]:
    """Yield the notes whose post is gone, was renamed, or shares its slug with another."""
    for file in notes:
        for name in _named(file.note):
            if catalogue.get(name):
                continue
            same = sorted(p.key for p in catalogue.posts() if p.slug == name)
            if len(same) > 1:
                yield Finding(
                    f"{_place(blog, file.path)}: {name} names several posts; write one of them as `Post: {same[0]}` ({', '.join(same)})"
                )
                continue
            yield Finding(f"{_place(blog, file.path)}: the blog has no post {name}{_renamed(name, catalogue)}")


def _reachable(blog: Blog, notes: tuple[NoteFile, ...]) -> Iterator[Finding]:
    """Yield the notes by which somebody can be reached: what `accept` takes out, a hand may have written."""
    for file in notes:
        note = file.note
        shown = "\n".join((note.name, note.place, note.title, *(t.words for t in note.turns)))
        if SUSPECT.search(shown) and (kinds := dict.fromkeys(kind for kind, _ in redact(shown).taken)):
            is_wrong = bool(redact(f"{note.name}\n{note.place}").taken)
            yield Finding(
                f"{_place(blog, file.path)}: {' and '.join(kinds)} {'stands' if len(kinds) == 1 else 'stand'} in it for everybody to read",
                is_wrong,
            )


def _named(note: Note) -> list[str]:
    return [name for name in (note.post, *(a.post for a in note.also)) if name]


def _renamed(name: str, catalogue: Catalogue) -> str:
    import difflib

    near = difflib.get_close_matches(name, [p.key for p in catalogue.posts()], n=1, cutoff=0.5)
    if near:
        return f"; if it was renamed to {near[0]}, rename the folder too, or write `Post: {near[0]}` (gratitude edit ID --post {near[0]})"
    return "; if it was renamed, rename the folder to its new slug, or write `Post: SLUG`"


def _private(home: Path) -> Iterator[Finding]:
    """Yield what lies open in the private folder."""
    for path, wanted in ((home, 0o700), (home / "inbox.sqlite", 0o600), (home / "settings.toml", 0o600)):
        if path.exists() and stat.S_IMODE(path.stat().st_mode) & 0o077:
            yield Finding(f"{path} can be read by others on this machine; run: chmod {wanted:o} {path}")


def _decided(blog: Blog, inbox: Inbox, notes: tuple[NoteFile, ...], catalogue: Catalogue) -> Iterator[Finding]:
    """Yield what the journal and the blog do not agree on, and consent that is recorded elsewhere."""
    on_disk = {f.note.id: f for f in notes}
    elsewhere = 0
    for conversation in inbox.conversations():
        standing = standing_of(conversation.events)
        elsewhere += standing.adopted and standing.note is not None and standing.note.id in on_disk
        yield from _one(conversation, standing, catalogue)
        if standing.note is not None and (file := on_disk.get(standing.note.id)):
            yield from _by_hand(conversation, standing, file, _place(blog, file.path))
    if elsewhere:
        yield Finding(
            f"{plural(elsewhere, 'note')} of this inbox: consent recorded elsewhere (taken over from the blog as it stood)",
            is_wrong=False,
        )


def _by_hand(conversation: Conversation, standing: Standing, file: NoteFile, place: str) -> Iterator[Finding]:
    """Yield that a hand changed a note into what its writer did not agree to; a shorter excerpt is only worth knowing."""
    note = standing.note
    if note is None or file.note == note or not (wrong := missing(file.note, conversation, standing)):
        return
    said = "\n".join(t.words for t in note.turns if t.who is Who.READER)
    shown = "\n".join(t.words for t in file.note.turns if t.who is Who.READER)
    same = (file.note.name, file.note.place, file.note.post, file.note.show) == (
        note.name,
        note.place,
        note.post,
        note.show,
    )
    yield Finding(
        f"{place}: a hand changed it, and {'; '.join(wrong)}; `gratitude publish --overwrite {conversation.id}` puts it back",
        is_wrong=not (same and is_excerpt(shown, said)),
    )


def _one(conversation: Conversation, standing: Standing, catalogue: Catalogue) -> Iterator[Finding]:
    note = standing.note
    if note is None:
        return
    if wrong := missing(note, conversation, standing):
        yield Finding(
            f"{conversation.id}: consent is missing: {'; '.join(wrong)}; `gratitude publish` names the way out"
        )
    if note.post and not catalogue.get(note.post):
        yield Finding(
            f"{conversation.id}: its post {note.post} is gone{_renamed(note.post, catalogue)}; gratitude edit {conversation.id} --post SLUG"
        )
    if note.day is None:
        yield Finding(f"{conversation.id}: it has no day; gratitude edit {conversation.id} --date DAY")
