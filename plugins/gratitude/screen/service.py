"""How a spam service stands: whether it may be asked now, over a run and from one run to the next. Pure."""

from __future__ import annotations

__all__ = ["Service"]

from dataclasses import dataclass, replace
from datetime import datetime

from ..codec import decode
from .answers import ANSWERED, Answer, Heard, moment

MOST_FAILURES = 3
"""In a row; then nobody is asked for a while, so that a thousand messages do not wait five seconds each."""
AT_ONCE = frozenset({Answer.LIMIT, Answer.REFUSED, Answer.ALERT})
"""The next message would hear the same."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Service:
    """The circuit breaker: while ``until`` lies ahead, nobody is asked, and ``text`` says why.

    ``answer`` is what was heard last where that was no answer. ``failures`` in a row stay after a pause, so that one
    more begins the next pause. ``account`` is a hash of key and address: another key begins anew.
    """

    answer: Answer | None = None
    text: str = ""
    until: datetime | None = None
    failures: int = 0
    account: str = ""

    @staticmethod
    def left(text: str, account: str) -> Service:
        """Return it as another run left it in ``text``; a new one for another account, or where it cannot be read."""
        try:
            service = decode(Service, text) if text else Service()
        except (ValueError, TypeError, AttributeError):
            service = Service()
        return service if service.account == account else Service(account=account)

    def pauses(self, now: datetime) -> bool:
        """Say whether nobody is to be asked at ``now``."""
        return self.until is not None and now < self.until

    def after(self, heard: Heard) -> Service:
        """Return how it stands after this was heard."""
        if heard.answer in ANSWERED:
            return Service(account=self.account)
        failures = self.failures + 1
        pause = heard.again_at if heard.answer in AT_ONCE or failures >= MOST_FAILURES else None
        return replace(self, answer=heard.answer, text=heard.text, until=pause, failures=failures)

    def told(self) -> str:
        """Return why it is not asked and until when, as a sentence without its full stop; ``""`` where it is."""
        return f"{self.text}; it is not asked again before {moment(self.until)}" if self.until else ""
