"""What a spam service's reply means: a state, words for the author, and when to ask again. Pure."""

from __future__ import annotations

__all__ = ["ANSWERED", "Answer", "Heard", "Reply", "heard", "moment"]

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from email.utils import parsedate_to_datetime
from enum import StrEnum

SOON = timedelta(minutes=20)
"""After no answer or an odd one (WordPress waits as long)."""
LATER = timedelta(hours=6)
"""After trouble with the key, which only the author can end (WordPress waits as long)."""
LIMIT = timedelta(hours=1)
"""After a 429 that does not say how long."""
LONGEST = timedelta(days=1)


class Answer(StrEnum):
    """What came of asking. The first four are answers; of the others nothing is known about the message."""

    HAM = "ham"
    SPAM = "spam"
    DISCARD = "discard"
    PROVISIONAL = "provisional"
    ALERT = "alert"
    LIMIT = "limit"
    REFUSED = "refused"
    AWAY = "away"
    FAILED = "failed"
    ODD = "odd"


AWAY = {
    "timeout": "Akismet did not answer in time",
    "unreachable": "Akismet could not be reached",
    "package": "the akismet package cannot be used; install it again, and look at PYTHON_AKISMET_TIMEOUT",
}
ANSWERED = frozenset({Answer.HAM, Answer.SPAM, Answer.DISCARD, Answer.PROVISIONAL})


@dataclass(frozen=True, slots=True, kw_only=True)
class Reply:
    """What came back: ``result`` is ham, spam, discard, thanks, valid or invalid, else ``failure`` says what happened.

    ``failure`` is key (``invalid``), body (no answer of the protocol), timeout, unreachable, status, or package.
    ``status`` is None where nothing came back. ``headers`` are the service's own, lower case, cleaned, without the key.
    """

    result: str = ""
    failure: str = ""
    status: int | None = None
    headers: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Heard:
    """A reply understood. ``text`` is a sentence without its full stop; ``again_at`` is when to ask again, or None."""

    answer: Answer
    text: str
    again_at: datetime | None = None
    guid: str = ""
    alert: str = ""


def heard(reply: Reply, now: datetime) -> Heard:
    """Return what ``reply`` to a check or a report means. Never raises, whatever the headers hold."""
    answer, text, wait = _read(reply, now)
    alert = _alert(reply)
    if answer is Answer.HAM and alert:  # "false" beside an alert: it was not really looked at
        answer, text, wait = Answer.ALERT, f"Akismet did not look at it: {alert}", LATER
    elif answer is Answer.HAM and (seconds := _seconds(reply.headers.get("x-akismet-recheck-after", ""), now)):
        answer, text, wait = Answer.PROVISIONAL, "Akismet is not sure yet and wants to look again", seconds
    return Heard(
        answer=answer, text=text, again_at=now + wait if wait else None, alert=alert,
        guid=reply.headers.get("x-akismet-guid", "")[:80],
    )  # fmt: skip


def moment(at: datetime) -> str:
    """Return a time as the author reads it: to the minute, in UTC."""
    return f"{at:%Y-%m-%d %H:%M} UTC"


def _read(reply: Reply, now: datetime) -> tuple[Answer, str, timedelta | None]:
    if reply.result in {"ham", "thanks", "valid"}:
        return Answer.HAM, "Akismet finds nothing against it", None
    if reply.result == "spam":
        return Answer.SPAM, "Akismet calls it spam", None
    if reply.result == "discard":
        return Answer.DISCARD, "Akismet calls it spam of the worst kind", None
    if reply.failure == "key" or reply.result == "invalid":
        why = f" ({_help(reply)})" if _help(reply) else ""
        return Answer.REFUSED, f"Akismet refused the key{why}", LATER
    if reply.status == 429:
        wait = _seconds(reply.headers.get("retry-after", ""), now) or LIMIT
        return Answer.LIMIT, "Akismet's limit is reached", wait
    if reply.status is not None and reply.status >= 500:
        return Answer.FAILED, f"Akismet has trouble of its own (HTTP {reply.status})", SOON
    if reply.failure in AWAY:
        return Answer.AWAY, AWAY[reply.failure], SOON
    what = _help(reply) or (f"HTTP {reply.status}" if reply.status not in {None, 200} else "")
    return Answer.ODD, f"Akismet answered something that is no answer{f' ({what})' if what else ''}", SOON


def _help(reply: Reply) -> str:
    return reply.headers.get("x-akismet-debug-help", "")


def _alert(reply: Reply) -> str:
    """What the service tells the author about their account: its words and its number; ``""`` for nothing."""
    code, words = (reply.headers.get(f"x-akismet-alert-{name}", "") for name in ("code", "msg"))
    return f"{words or 'there is trouble with the account'} (alert {code[:10]})" if code else words


def _seconds(value: str, now: datetime) -> timedelta | None:
    """Return a wait given in seconds or as an HTTP date (RFC 9110 §10.2.3), at most a day; None where it is neither."""
    value = value.strip()
    if value.isascii() and value.isdigit():
        return min(LONGEST, timedelta(seconds=int(value[:9]))) or None
    try:
        until = parsedate_to_datetime(value)
        wait = (until if until.tzinfo else until.replace(tzinfo=UTC)) - now
    except (TypeError, ValueError, OverflowError):
        return None
    return min(LONGEST, wait) if wait > timedelta() else None
