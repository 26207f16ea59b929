"""Screening: what is not about the blog stays out, spam is held, and a sincere thank-you never is.

`screen` is the step. Everything here is explained in `Verdict.signals`; nothing is ever deleted, and nothing is ever
published, by screening. Pure, but for the judge it may be given to ask.
"""

from __future__ import annotations

__all__ = ["SPAM", "UNSURE", "Ask", "Lists", "Opinion", "screen"]

import math
from collections.abc import Iterable
from dataclasses import replace
from datetime import datetime

from ..message import History, Kind, Kinds, Level, Links, Message, Signal, Site, Verdict
from ..note import Via
from . import lists as author_lists
from .learned import LEARNED
from .lists import Lists
from .opinion import Ask, Opinion
from .past import DUPLICATE
from .relevance import Tie, ties
from .rules import BASE, shown, signals
from .seen import Seen, look

UNSURE = -0.25
"""Log-odds from which a person should look twice: 3 % of published comments on blogs left out (benchmarks/screening.md)."""
SPAM = 1.1
"""Log-odds from which a message lies in the spam: .5 % of them."""
JUST_BELOW = 0.1
COURTING = frozenset(
    {"outreach", "sales", "invitation", "flattery", "nothing-else", "template", "testimonial", "prior"}
)
"""Signals that speak of how somebody courts the author: they make a pitch, and not spam of it."""
KNOWN = frozenset({"welcome-writer", "answers-you"})
"""Signals of a writer whom the author has heard or answered before."""
NOT_OURS = "not about the blog"


def screen(
    message: Message,
    kinds: Kinds,
    links: Links,
    history: History,
    *,
    site: Site,
    now: datetime,
    ask: Ask | None = None,
    lists: Lists = Lists(),  # noqa: B008  (frozen)
) -> Verdict:
    """Return the verdict on one message: its level, its score, the reasons, and why it is left out, if it is.

    In this order: what cannot be read and the author's own letters; the author's lists; newsletters; relevance (mail
    only); rules on the words, links, writer, form and past; then ``ask``, where one is given. ``score`` is the
    logistic of `BASE` and the weights of all signals; ``level`` follows from it, and ``discard`` never comes from
    here, only from ``ask``. ``engine`` is "local" unless ``ask`` answered. ``now`` is handed to ``ask``. Never raises
    on anything a message holds.
    """
    if why := message.facts.get("unreadable", ""):
        return Verdict(level=Level.OK, score=0.0, left_out=why)
    if message.yours:
        return Verdict(level=Level.OK, score=0.0, left_out="yours")
    if entry := author_lists.match(lists.allow, message, links=False):
        return _verdict([Signal("allowed", -6.0, f"your list allows '{entry}'", "user")])
    if entry := author_lists.match(lists.deny, message, links=True):
        return _verdict([Signal("denied", 6.0, f"your list denies '{entry}'", "user")])
    seen = look(message, kinds, links, site, author_lists.hosts_of(lists.allow))
    found = list(signals(seen, history))
    if Kind.BULK in kinds and message.via is Via.MAIL:
        return _verdict(found, left_out="a newsletter or mailing list")
    found = _fair(found, seen)
    tied = ties(message, kinds, links, history, site)
    if not tied:
        is_spam = _total(found) >= SPAM
        return _verdict(found, left_out=f"spam, {NOT_OURS}" if is_spam else NOT_OURS)
    found = _doubted(found, tied)
    opinion = ask(message, now) if ask is not None and not _has(found, "honeypot") else None
    return _verdict(found) if opinion is None else _with(opinion, found, seen)


def _total(found: Iterable[Signal]) -> float:
    return BASE + sum(s.weight for s in found)


def _has(found: Iterable[Signal], code: str) -> bool:
    return any(s.code == code for s in found)


def _level(total: float) -> Level:
    return Level.SPAM if total >= SPAM else Level.UNSURE if total >= UNSURE else Level.OK


def _verdict(found: Iterable[Signal], left_out: str | None = None) -> Verdict:
    """The verdict that signals add up to."""
    ordered = tuple(sorted(found, key=lambda s: (-abs(s.weight), s.code)))
    total = _total(ordered)
    score = 1 / (1 + math.exp(-max(-30.0, min(30.0, total))))
    return Verdict(level=_level(total), score=round(score, 4), signals=ordered, left_out=left_out)


def _fair(found: list[Signal], seen: Seen) -> list[Signal]:
    """Hold back what must not be called spam: a thank-you that leads nowhere, and a pitch for being one.

    The guard costs .001 of recall (field section 4j). It does not cover repeated words or a filled trap.
    """
    if Kind.PITCH in seen.kinds:
        offers = sum(s.weight for s in found if s.code in COURTING and s.weight > 0)
        found = [*found, Signal("pitch", 0.6, f"it reads like a pitch{shown(seen, Kind.PITCH)}")]
        if (total := _total(found)) < UNSURE:
            lift = round(UNSURE + JUST_BELOW - total, 2)
            found.append(Signal("for-you", lift, "whether a pitch is welcome is for you to say"))
        if (total := _total(found)) >= SPAM > total - offers:
            found.append(
                Signal("pitch-guard", round(SPAM - JUST_BELOW - total, 2), "a pitch is not spam for being a pitch")
            )
    found = _taught_fairly(found, seen)
    if not seen.is_bare_thanks or _has(found, "honeypot") or _has(found, DUPLICATE):
        return found
    if (total := _total(found)) >= SPAM:
        words = "thanks without a link or a website are never called spam by rules alone"
        found.append(Signal("thanks-guard", round(SPAM - JUST_BELOW - total, 2), words))
    return found


def _taught_fairly(found: list[Signal], seen: Seen) -> list[Signal]:
    """Keep the learner from being what convicts a thank-you: its mistakes are thanks (field section 4d)."""
    taught = sum(s.weight for s in found if s.code == LEARNED)
    total = _total(found)
    if Kind.THANKS not in seen.kinds or not total - taught < SPAM <= total:
        return found
    words = "what was learned never makes a thank-you spam by itself"
    return [*found, Signal("learner-guard", round(SPAM - JUST_BELOW - total, 2), words)]


def _doubted(found: list[Signal], tied: tuple[Tie, ...]) -> list[Signal]:
    """Raise a mail that is only perhaps about the blog to "unsure", with the reason."""
    if tied[0].is_clear:
        return found
    lift = max(0.1, round(UNSURE + JUST_BELOW - _total(found), 2))
    return [*found, Signal("perhaps", lift, f"it is only perhaps about the blog: {tied[0].text}")]


def _with(opinion: Opinion, found: list[Signal], seen: Seen) -> Verdict:
    """The verdict with another judge's opinion. It decides, but not alone against a thank-you or a reader you know.

    A bot's thanks and a reader's can be the same words, and a judge that never saw this blog errs on either; such a
    message waits among the doubtful with both reasons (docs/decisions/0008-akismet-is-a-second-opinion.md).
    """
    if opinion.level is None:
        said = [Signal("asked", 0.0, opinion.text, opinion.engine)] if opinion.text else []
        local = _verdict([*found, *said])
        return replace(local, engine=opinion.engine, akismet=opinion.trace, recheck_at=opinion.recheck_at)
    weights = {Level.OK: -2.0, Level.UNSURE: 0.0, Level.SPAM: 4.0, Level.DISCARD: 6.0}
    joined = _verdict([*found, Signal("asked", weights[opinion.level], opinion.text, opinion.engine)])
    level = joined.level
    if opinion.level is Level.UNSURE and level is Level.OK:
        level = Level.UNSURE
    if opinion.level in {Level.SPAM, Level.DISCARD}:
        is_known = any(_has(found, code) for code in KNOWN)
        condemned_alone = _total(found) < UNSURE and (is_known or Kind.THANKS in seen.kinds)
        level = Level.UNSURE if condemned_alone else opinion.level
    return replace(joined, level=level, engine=opinion.engine, akismet=opinion.trace, recheck_at=opinion.recheck_at)
