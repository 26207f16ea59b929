"""What the steps say of a message, in plain sentences with the message's own words. Pure."""

from __future__ import annotations

__all__ = ["cells", "explained", "fitted", "quoted_lines"]

import re
import textwrap
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice

from ..link.everyday import is_everyday
from ..message import Kind, Kinds, Level, Links, Message, Permission, Span, Tier, Verdict
from .marks import marked, styled

WIDTH = 96
LONGEST = 400
"""Characters on one line of a text without a space, where nothing can be broken but the word."""
THE_LINE = "the line one would quote"
TIERS = {Tier.SURE: "surely", Tier.LIKELY: "probably", Tier.GUESS: "perhaps"}
PERMISSIONS = {
    Permission.NAMED: "may be quoted by name, the writer says",
    Permission.ANONYMOUS: "may be quoted without a name, the writer says",
    Permission.REFUSED: "the writer does not want it published",
    Permission.NONE: "nothing is said about quoting",
}
KINDS = {
    Kind.QUESTION: "a question", Kind.CORRECTION: "a correction", Kind.REMARK: "a remark", Kind.PITCH: "a pitch",
    Kind.BULK: "a letter to many",
}  # fmt: skip
BY_SUBJECT = frozenset({"question", "correction", "pitch"})
REASONS = {
    "not about the blog": "nothing in it makes clear that it is about the blog",
    "spam, not about the blog": "it is spam, and nothing in it makes clear that it is about the blog",
}
"""What `screen` calls shortly: the words of a reader who names nothing may be about the blog all the same."""

SHORT = {
    "yours": "Your own letter; it goes with the message it answers.",
    "the same message came before": "Not taken in: the same message came before.",
}
"""Reasons after which nothing more is said: the first copy's page says it all (`pipeline.TWICE`; a test holds the two alike)."""

OWN_RULES = frozenset({"for-you", "pitch-guard", "thanks-guard", "learner-guard"})
"""Signals that are our rules of fairness, nothing seen in the message."""

LEVELS = {
    Level.OK: "fine", Level.UNSURE: "doubtful, look twice", Level.SPAM: "spam", Level.DISCARD: "spam of the worst kind",
}  # fmt: skip


def explained(
    message: Message,
    kinds: Kinds,
    links: Links,
    verdict: Verdict,
    reason: str | None,
    *,
    most: int = 12,
    beside: Iterable[str] = (),
    on_terminal: bool = False,
) -> str:
    """Return one message as a short page of sentences, an empty line at its end; ``most`` lines of its words.

    ``beside`` are sentences on its writer and on who asked the same. ``on_terminal``: the reasons are marked in its
    words (`marks`).
    """
    day = message.day.isoformat() if message.day else "no readable date"
    who = _visible(message.sender.name) or message.sender.address or "somebody"
    lines = [f"{who}, {day}: {message.subject or '(no subject)'}"]
    if reason in SHORT:
        return "\n".join([*lines, f"  {SHORT[reason]}", ""])
    if reason:
        lines.append(f"  Not taken in: {REASONS.get(reason, reason)}.")
    lines += quoted_lines(message.own_words, most, kinds.evidence if on_terminal else ())
    lines += [f"  Reads like: {_kinds(kinds)}"]
    lines += _quotable(kinds.best)
    lines += list(_links(links))
    lines += [f"  {sentence}" for sentence in beside]
    lines.append(f"  Quoting: {PERMISSIONS[kinds.permission]}{_because(kinds.evidence, 'permission')}")
    lines += list(_verdict(verdict, kinds))
    return "\n".join([*lines, ""])


def quoted_lines(words: str, most: int = 12, evidence: Sequence[Span] = ()) -> list[str]:
    """Return the first ``most`` lines of somebody's words, set off from ours; a long line goes on on the next.

    ``evidence`` is marked in them, for a terminal.
    """
    text = marked(words, evidence) if evidence else words
    lines = list(islice(_wrapped(text.strip() or "(no words of their own)"), most + 1))
    lines = styled(lines) if evidence else lines
    shown = [f"  | {line}".rstrip() for line in lines[:most]]
    return [*shown, "  | …"] if len(lines) > most else shown


def fitted(text: str, width: int) -> str:
    """Return ``text`` in exactly ``width`` cells of a terminal: filled up with spaces, or cut with an ellipsis."""
    if (used := cells(text)) <= width:
        return text + " " * (width - used)
    used = end = 0
    while (more := used + _cells(text[end])) < width:
        used, end = more, end + 1
    return text[:end] + "…" + " " * (width - 1 - used)


def cells(text: str) -> int:
    """Return how many cells of a terminal ``text`` takes: two for each wide character, none for a combining one."""
    return len(text) if text.isascii() else sum(map(_cells, text))


def _cells(char: str) -> int:
    return 0 if unicodedata.combining(char) else 2 if unicodedata.east_asian_width(char) in "WF" else 1


def _wrapped(words: str) -> Iterator[str]:
    for line in words.split("\n"):
        if len(line) <= WIDTH:
            yield line
            continue
        for piece in textwrap.wrap(line, WIDTH, break_long_words=False, break_on_hyphens=False):
            yield from (piece[at : at + LONGEST] for at in range(0, len(piece), LONGEST))


def _visible(name: str) -> str:
    """Return a name, ``""`` for one of invisible characters alone."""
    return name if any(c.isprintable() and not c.isspace() for c in name) else ""


def _kinds(kinds: Kinds) -> str:
    """Return the kinds with their words; a question that stands on the next line, as what one would quote, only once."""
    best = next((s for s in kinds.evidence if s.kind == "best"), None)
    parts = [f"{KINDS.get(kind, kind.value)}{_because(kinds.evidence, kind.value, best)}" for kind in kinds.kinds]
    return "; ".join(parts)


def _because(evidence: Iterable[Span], kind: str, best: Span | None = None) -> str:
    """Return the words that show a kind; a question, correction or pitch without any is told by the subject alone."""
    spans = _apart([s for s in evidence if s.kind == kind])[:2]
    words = [THE_LINE if _is_the_line(s, best) else f"“{_short(s.text)}”" for s in spans]
    if not words and kind in BY_SUBJECT:
        return ", because of its subject"
    return f", because of {' and '.join(dict.fromkeys(words))}" if words else ""


def _apart(spans: Sequence[Span]) -> list[Span]:
    """Return the spans without those that lie in another ("thanks" in "thanks to you"), or reach into the one before."""
    whole = [s for s in spans if not any(o is not s and o.start <= s.start and s.end <= o.end for o in spans)]
    return [s for s in whole if not any(o.start < s.start < o.end for o in whole)]


def _is_the_line(span: Span, best: Span | None) -> bool:
    """Say whether a span is more than half of the best line, or the line is most of it."""
    if best is None:
        return False
    common = min(span.end, best.end) - max(span.start, best.start)
    return 2 * common > max(span.end - span.start, best.end - best.start)


def _quotable(best: str) -> list[str]:
    """Return the line one would quote, whole."""
    if not best:
        return []
    return textwrap.wrap(
        f"One would quote: “{' '.join(best.split())}”", WIDTH, initial_indent="  ", subsequent_indent="    ",
        break_long_words=False, break_on_hyphens=False,
    )  # fmt: skip


def _links(links: Links) -> Iterable[str]:
    if not links.posts:
        yield f"  About: no post can be told: {links.silent or 'nothing names one'}"
    for link in links.posts[:3]:
        why = "; ".join(r.text for r in link.evidence[:3])
        yield f"  About: {TIERS[link.tier]} {link.post}{f' ({why})' if why else ''}"
    said = set(
        re.findall(r"[^\W_]+", " ".join(r.text for link in links.posts[:1] for r in link.evidence[:3]).casefold())
    )
    if more := [w for w in links.specific[:6] if w.casefold() not in said and not is_everyday(w)]:
        yield f"  {'A word' if len(more) == 1 else 'Words'} that few other posts have in any form: {', '.join(more)}"


def _verdict(verdict: Verdict, kinds: Kinds) -> Iterable[str]:
    """Yield what screening says; what stands above already, words of this post and those that ask, is not repeated."""
    said = {"specific"} | ({"asks", "corrects"} if kinds.evidence else set())
    yield f"  Screening: {LEVELS[verdict.level]}"
    for signal in [s for s in verdict.signals if s.weight][:5]:
        text = signal.text.partition(": ")[0] if signal.code in said else signal.text
        side = "" if signal.code in OWN_RULES else "against it: " if signal.weight > 0 else "for it: "
        yield f"    {side}{text}"
    for signal in (s for s in verdict.signals if not s.weight):
        yield f"    {signal.text}"


def _short(text: str) -> str:
    text = " ".join(text.split())
    return text if len(text) <= WIDTH else text[: WIDTH - 1] + "…"
