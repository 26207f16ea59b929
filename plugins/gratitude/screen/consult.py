"""Asks a spam service about one message at a time: permission first, then a record of what leaves, then the question.

It is handed everything that touches the world: the `Wire`, and a `Memory` that the inbox keeps. Pure.
"""

from __future__ import annotations

__all__ = ["FACT", "Account", "Consult", "Memory", "Wire", "remembered"]

from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Protocol

from ..codec import encode
from ..message import Level, Message, Post, Verdict
from .answers import ANSWERED, Answer, Heard, Reply, heard, moment
from .asking import NO_IP, Permitted, barred, fields_of
from .opinion import Opinion
from .service import Service

CHECK, SPAM, HAM = "comment-check", "submit-spam", "submit-ham"
FACT = "akismet"
MOST_LOOKS = 3
"""Times that "not sure yet" sends a message back; then its doubt is the author's."""
LEVELS = {
    Answer.HAM: Level.OK, Answer.SPAM: Level.SPAM, Answer.DISCARD: Level.DISCARD, Answer.PROVISIONAL: Level.UNSURE,
}  # fmt: skip


class Wire(Protocol):
    """The service itself."""

    def call(self, name: str, fields: Mapping[str, str]) -> Reply:
        """Send one request and return what came back. Never raises."""


class Memory(Protocol):
    """What outlives a run."""

    def fact(self, name: str) -> str:
        """A small thing that was remembered, or ``""``."""

    def remember(self, name: str, value: str) -> None:
        """Remember a small thing."""

    def sending(self, message: str, call: str, fields: Iterable[str], *, at: datetime) -> int:
        """Write down that these fields of a message are about to leave; return the number of the record."""

    def came(self, number: int, outcome: str) -> None:
        """Write down what came of it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Account:
    """What holds for all questions: the permissions, the blog's language, a hash that names key and address."""

    permitted: Permitted
    lang: str = ""
    mark: str = ""


class Consult:
    """One run's way to the service.

    ``counts`` says what came of each question and report, ``waiting`` how many messages got no answer, ``again_at`` from
    when on all of them may be asked about, ``alert`` what the service said last of the account.
    """

    def __init__(
        self, wire: Wire, memory: Memory, account: Account, post_of: Callable[[Message], Post | None] = lambda _m: None
    ) -> None:
        self._wire, self._memory, self._account, self._post_of = wire, memory, account, post_of
        self.service = Service.left(memory.fact(FACT), account.mark)
        self.counts: Counter[str] = Counter()
        self.waiting = 0
        self.again_at: datetime | None = None
        self.alert = ""

    def check(self, message: Message, now: datetime) -> Opinion | None:
        """Return what the service says; an `Ask`. None for a kind of message that the author does not let out."""
        return self._asked(message, now, None)

    def again(self, message: Message, now: datetime, before: Opinion | None) -> Opinion | None:
        """Return what the service says now; ``before`` is what was known of it, and stays where no answer comes."""
        return self._asked(message, now, before)

    def report(self, message: Message, now: datetime, *, as_spam: bool, names: frozenset[str]) -> bool:
        """Tell the service that it was wrong about a message it was asked about; return whether it heard.

        ``names`` are the fields it was told then; it is told the same ones now.
        """
        if self.service.pauses(now):
            return False
        everything = Permitted(mail=True, imports=True, address="comment_author_email" in names)
        fields = {name: value for name, value in self._fields(message, everything).items() if name in names}
        if "user_ip" not in fields:  # it was deleted when its days were over
            return False
        found = self._call(message, SPAM if as_spam else HAM, fields, now)
        is_told = found.answer is Answer.HAM
        self.counts["reported"] += is_told
        return is_told

    def _asked(self, message: Message, now: datetime, before: Opinion | None) -> Opinion | None:
        if why := barred(message, self._account.permitted):
            if before is not None and before.level is not None:
                return replace(before, recheck_at=None)
            if why != NO_IP:  # a kind that stays here anyway; of the others the author should know why one stayed
                return None
            return Opinion(level=None, text=f"Akismet was not asked: {why}", engine="local")
        if self.service.pauses(now):
            return self._without(self.service.text, self.service.until, before)
        fields = self._fields(message, self._account.permitted)
        if before is not None and before.level is not None:
            fields["recheck_reason"] = "recheck"
        found = self._call(message, CHECK, fields, now)
        self.counts[found.answer.value] += 1
        if found.answer not in ANSWERED:
            return self._without(found.text, found.again_at, before)
        return _opinion(found, fields, now, looks=_looks(before) + 1)

    def _without(self, why: str, until: datetime | None, before: Opinion | None) -> Opinion:
        """The opinion where there is no answer: an older one, else ours alone, and when to ask again."""
        self.waiting += 1
        self.again_at = max(filter(None, (self.again_at, until)), default=None)
        if before is not None and before.level is not None:
            return replace(before, recheck_at=until)
        text = f"{why}; judged here alone" + (f", and asked again after {moment(until)}" if until else "")
        return Opinion(level=None, text=text, engine="local-fallback", recheck_at=until)

    def _fields(self, message: Message, permitted: Permitted) -> dict[str, str]:
        return fields_of(message, permitted, post=self._post_of(message), lang=self._account.lang)

    def _call(self, message: Message, call: str, fields: Mapping[str, str], now: datetime) -> Heard:
        """Send, with a record that is written before anything leaves and completed after."""
        number = self._memory.sending(message.identity, call, fields, at=now)
        found = heard(self._wire.call(call, fields), now)
        self._memory.came(number, "told" if call != CHECK and found.answer is Answer.HAM else found.answer.value)
        self.alert = found.alert or self.alert
        if (service := self.service.after(found)) != self.service:
            self.service = service
            self._memory.remember(FACT, encode(service))
        return found


def remembered(verdict: Verdict) -> Opinion | None:
    """Return the opinion that ``verdict`` holds, so that judging anew need not ask anew; None where it holds none."""
    said = next((s.text for s in verdict.signals if s.code == "asked"), "")
    if verdict.akismet is None and not said:
        return None
    level = (verdict.akismet or {}).get("level", "")
    return Opinion(
        level=Level(level) if level in set(Level) else None, text=said, engine=verdict.engine, trace=verdict.akismet,
        recheck_at=verdict.recheck_at,
    )  # fmt: skip


def _opinion(found: Heard, fields: Mapping[str, str], now: datetime, *, looks: int) -> Opinion:
    again_at = found.again_at if looks < MOST_LOOKS else None
    text = f"{found.text}, after {moment(again_at)}" if again_at else found.text
    trace = {
        "level": LEVELS[found.answer].value, "answer": found.answer.value, "at": now.isoformat(),
        "fields": " ".join(fields), "looks": str(looks), "guid": found.guid, "alert": found.alert,
    }  # fmt: skip
    kept = {name: value for name, value in trace.items() if value}
    return Opinion(level=LEVELS[found.answer], text=text, trace=kept, recheck_at=again_at)


def _looks(before: Opinion | None) -> int:
    value = (before.trace or {}).get("looks", "") if before else ""
    return int(value) if value.isdigit() else 0
