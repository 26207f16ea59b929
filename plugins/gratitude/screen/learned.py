"""What the author's own decisions say of a message: it starts empty, and it may rank but never convict. Pure.

A token counts by how much oftener it stood in what the author called spam than in what was let in (Robinson's way, the
25 strongest tokens). Measured by leaving decisions out: benchmarks/screening.
"""

from __future__ import annotations

__all__ = ["ENOUGH", "LEARNED", "learned_signals", "marks_of", "weight_of"]

from collections.abc import Iterator
from math import log

from ..message import History, Kind, Kinds, Lessons, Links, Message, Signal, Site
from .seen import Seen, look
from .tokens import shape_of, words_of

LEARNED = "learned"
ENOUGH = 10
"""Messages of each kind that must have been decided on before it says anything."""
STRONGEST = 25
SMOOTH = 0.5
SHARE = 0.05
MOST = 1.5
SLIGHT = 0.1
PLAIN = Kinds(kinds=(Kind.REMARK,), primary=Kind.REMARK)


def marks_of(message: Message, site: Site) -> frozenset[int]:
    """Return what is learned of ``message``."""
    seen = look(message, PLAIN, Links(), site)
    return frozenset({**words_of(seen.flat), **shape_of(seen)})


def learned_signals(seen: Seen, history: History) -> Iterator[Signal]:
    """Return what the lessons say of a message, at most one signal; nothing before there are `ENOUGH` of both kinds."""
    tokens = {**shape_of(seen), **words_of(seen.flat)}
    lessons = history.lessons(tokens.keys())
    if min(lessons.ham, lessons.spam) < ENOUGH:
        return
    parts = strongest(lessons)
    weight = weight_of(lessons)
    if abs(weight) < SLIGHT:
        return
    words = [tokens[mark] for part, mark in parts if part * weight > 0 and not tokens[mark].startswith("#")][:3]
    which = "called spam" if weight > 0 else "let in"
    seen_in = f"words you met more in what you {which}: " + ", ".join(f"'{w[:40]}'" for w in words)
    yield Signal(LEARNED, weight, seen_in if words else f"it looks more like what you {which}", "learned")


def weight_of(lessons: Lessons) -> float:
    """Return the log-odds that lessons are worth, at most `MOST` either way."""
    return round(max(-MOST, min(MOST, SHARE * sum(part for part, _ in strongest(lessons)))), 2)


def strongest(lessons: Lessons) -> list[tuple[float, int]]:
    """Return the strongest marks of a message with their log-odds, positive towards spam."""
    hams, spams = lessons.ham + 2 * SMOOTH, lessons.spam + 2 * SMOOTH
    parts = [
        (log((spam + SMOOTH) / spams) - log((ham + SMOOTH) / hams), mark)
        for mark, (ham, spam) in lessons.counts.items()
    ]
    return sorted(parts, key=lambda pair: (-abs(pair[0]), pair[1]))[:STRONGEST]
