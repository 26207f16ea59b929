"""What may leave this machine, and what came of it: the way to Akismet, the dry run, and both in words."""

from __future__ import annotations

__all__ = ["DryRun", "account_of", "consulting", "disclosed", "permitted_by", "summary", "verified"]

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from ..inbox import Inbox
from ..message import Catalogue, Disclosure, Message, Post
from ..screen.akismet import Akismet, account_mark
from ..screen.answers import Answer, heard, moment
from ..screen.asking import Permitted, barred, fields_of
from ..screen.consult import FACT, Account, Consult
from ..screen.service import Service
from ..settings import Settings
from ..text import plural
from .here import Here, now, warn

SHOWN_CHARS = 160
WORDS = {
    Answer.HAM: "fine", Answer.SPAM: "spam", Answer.DISCARD: "spam of the worst kind",
    Answer.PROVISIONAL: "to be looked at again",
}  # fmt: skip


class Remembering:
    """A `Memory`: the record of disclosures and the facts of one inbox."""

    def __init__(self, inbox: Inbox) -> None:
        self.fact, self.remember = inbox.fact, inbox.remember
        self.sending, self.came = inbox.disclosures.sending, inbox.disclosures.came


@contextmanager
def consulting(here: Here, inbox: Inbox) -> Iterator[Consult | None]:
    """Yield the way to Akismet; None where there is no key, or the blog has no address to ask for."""
    settings = here.settings
    if not settings.akismet_key:
        yield None
        return
    if not here.blog.siteurl:
        warn(
            "gratitude: Akismet is not asked: SITEURL is empty here and in publishconf.py, and it wants to know for which site"
        )
        yield None
        return
    wire = _wire(here)
    account = Account(permitted=permitted_by(settings), lang=here.site.lang, mark=account_of(settings))
    try:
        yield Consult(wire, Remembering(inbox), account, lambda message: _post_of(message, here.catalogue))
    finally:
        wire.close()


def permitted_by(settings: Settings) -> Permitted:
    """Return what the settings let out."""
    return Permitted(mail=settings.akismet_mail, imports=settings.akismet_imports, address=settings.akismet_address)


def account_of(settings: Settings) -> str:
    """Return the hash that names key and address of the service; ``""`` without a key."""
    return account_mark(settings.akismet_key, settings.akismet_endpoint) if settings.akismet_key else ""


def verified(here: Here, inbox: Inbox | None) -> tuple[str, bool]:
    """Ask Akismet whether the key holds; return a sentence, and whether all is well. Tells it nothing of any message.

    A key that holds ends a pause that a refusal began.
    """
    if not here.settings.akismet_key:
        return "there is no Akismet key; set [akismet] key in settings.toml, or PYTHON_AKISMET_API_KEY", False
    if not here.blog.siteurl:
        return "Akismet cannot be asked: SITEURL is empty here and in publishconf.py; set it", False
    wire = _wire(here)
    try:
        found = heard(wire.verify(), now())
        if found.answer is not Answer.HAM:
            return f"{found.text}; {_way_out(found.answer)}", False
        used = wire.usage()
    finally:
        wire.close()
    if inbox is not None and Service.left(inbox.fact(FACT), account_of(here.settings)).until:
        inbox.remember(FACT, "")
    much = "" if used is None else f"; {used[0]:,} calls this month" + (f" of {used[1]:,}" if used[1] else "")
    return f"Akismet takes the key for {here.blog.siteurl}{much}", True


def summary(consult: Consult) -> list[str]:
    """Return what came of a run in sentences; none where nothing was asked and nothing waits."""
    counts, lines = consult.counts, []
    if asked := sum(counts[a.value] for a in WORDS):
        parts = [f"{counts[a.value]} {words}" for a, words in WORDS.items() if counts[a.value]]
        lines.append(f"Akismet was asked about {plural(asked, 'message')}: {', '.join(parts)}.")
    if counts["reported"]:
        lines.append(
            f"Akismet was told of {plural(counts['reported'], 'decision')} of yours that it had judged otherwise."
        )
    if consult.waiting:
        why = f" ({consult.service.text})" if consult.service.text else ""
        after = f" after {moment(consult.again_at)}" if consult.again_at else ""
        lines.append(
            f"{plural(consult.waiting, 'message')} could not be asked about{why}; local rules judged, and the first "
            f"`gratitude collect`{after} asks again."
        )
    if consult.service.answer in {Answer.REFUSED, Answer.ALERT}:
        lines.append(f"To mend it: {_way_out(consult.service.answer)}.")
    if consult.alert:
        lines.append(f"Akismet says: {consult.alert}")
    return lines


@dataclass(slots=True)
class DryRun:
    """An `Ask` that asks nobody and remembers what would be sent: of mails and exports as if they were let out."""

    permitted: Permitted
    catalogue: Catalogue
    lang: str
    found: dict[str, tuple[str, Mapping[str, str]]] = field(default_factory=dict)
    """By identity: why it stays (``""`` where it would leave), and the fields that would leave, or could."""

    def __call__(self, message: Message, _now: datetime) -> None:
        """Note what would be sent of ``message``."""
        everything = Permitted(mail=True, imports=True, address=self.permitted.address)
        fields: Mapping[str, str] = {}
        if not (why := barred(message, everything)):
            fields = fields_of(message, everything, post=_post_of(message, self.catalogue), lang=self.lang)
            why = barred(message, self.permitted)
        self.found[message.identity] = (why, fields)

    def row(self, message: Message) -> dict[str, Any]:
        """Return what would become of ``message`` as JSON values."""
        why, fields = self._of(message)
        return {"sent": not why, "why": why or None, "fields": dict(fields)}

    def lines(self, message: Message) -> list[str]:
        """Return the same for the eye, field by field."""
        why, fields = self._of(message)
        if not fields:
            return [f"  Akismet: nothing is sent: {why}"]
        head = (
            f"  Akismet: nothing is sent: {why}. With it on, this would be:"
            if why
            else "  Akismet: this would be sent:"
        )
        return [head, *(f"    {name} = {_short(value)}" for name, value in fields.items())]

    def _of(self, message: Message) -> tuple[str, Mapping[str, str]]:
        return self.found.get(message.identity, ("it is decided here before anybody is asked", {}))

    def total(self) -> str:
        """Return how many would be sent, and why how many would not."""
        stay = Counter(why for why, _ in self.found.values() if why)
        sent = len(self.found) - stay.total()
        parts = "".join(f"\n  {count:>4}  not, because {why}" for why, count in stay.most_common())
        return f"Dry run: {plural(sent, 'message')} of these would be sent to Akismet; nothing was.{parts}"


def disclosed(records: Sequence[Disclosure]) -> list[str]:
    """Return in lines what left about one message."""
    return [
        f"  Left this machine: {r.call} to Akismet, {moment(r.at)} ({r.outcome or 'the run was cut before an answer'}): "
        f"{', '.join(r.fields)}"
        for r in records
    ]


def _wire(here: Here) -> Akismet:
    settings = here.settings
    return Akismet(key=settings.akismet_key, blog=here.blog.siteurl, endpoint=settings.akismet_endpoint)


def _post_of(message: Message, catalogue: Catalogue) -> Post | None:
    """The post that a form or an export says a message stands under."""
    named = message.form.post or message.post_url
    return (catalogue.get(named) or catalogue.by_url(named)) if named else None


def _way_out(answer: Answer) -> str:
    if answer is Answer.REFUSED:
        return "look at [akismet] key in settings.toml and at SITEURL; `gratitude check --akismet` tries them"
    if answer is Answer.ALERT:
        return "look at your account on akismet.com; `gratitude check --akismet` tries the key"
    return "try again later"


def _short(value: str) -> str:
    line = " ".join(value.split())
    return line if len(line) <= SHOWN_CHARS else f"{line[:SHOWN_CHARS]}… ({len(value):,} characters)"
