"""What the steps say of a message, in plain sentences with the message's own words. Pure."""

from __future__ import annotations

__all__ = ["cells", "explained", "fitted", "quoted_lines"]

import textwrap
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice

from ..message import Kinds, Level, Links, Message, Permission, Span, Tier, Verdict
from .marks import marked, styled

WIDTH = 96
LONGEST = 400
"""Characters on one line of a text without a space, where nothing can be broken but the word."""
TIERS = {Tier.SURE: "surely", Tier.LIKELY: "probably", Tier.GUESS: "perhaps"}
PERMISSIONS = {
    Permission.NAMED: "may be quoted by name, the writer says",
    Permission.ANONYMOUS: "may be quoted without a name, the writer says",
    Permission.REFUSED: "the writer does not want it published",
    Permission.NONE: "nothing is said about quoting",
}
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
    who = message.sender.name or message.sender.address or "somebody"
    lines = [f"{who}, {day}: {message.subject or '(no subject)'}"]
    if reason == "yours":
        return "\n".join([*lines, "  Your own letter; it goes with the message it answers.", ""])
    if reason:
        lines.append(f"  Not taken in: {reason}.")
    lines += quoted_lines(message.own_words, most, kinds.evidence if on_terminal else ())
    lines += [f"  What it is: {_kinds(kinds)}"]
    if kinds.best:
        lines.append(f"  One would quote: “{_short(kinds.best)}”")
    lines += list(_links(links))
    lines += [f"  {sentence}" for sentence in beside]
    lines.append(f"  Quoting: {PERMISSIONS[kinds.permission]}{_because(kinds.evidence, 'permission')}")
    lines += list(_verdict(verdict))
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


def _kinds(kinds: Kinds) -> str:
    parts = [f"{kind.value}{_because(kinds.evidence, kind.value)}" for kind in kinds.kinds]
    return "; ".join(parts)


def _because(evidence: Iterable[Span], kind: str) -> str:
    words = [f"“{_short(s.text)}”" for s in evidence if s.kind == kind][:2]
    return f", because of {' and '.join(words)}" if words else ""


def _links(links: Links) -> Iterable[str]:
    if not links.posts:
        yield f"  About: no post can be told: {links.silent or 'nothing names one'}"
    for link in links.posts[:3]:
        why = "; ".join(r.text for r in link.evidence[:3])
        yield f"  About: {TIERS[link.tier]} {link.post}{f' ({why})' if why else ''}"
    if links.specific:
        yield f"  Words that fit few other posts: {', '.join(links.specific[:6])}"


def _verdict(verdict: Verdict) -> Iterable[str]:
    yield f"  Screening: {LEVELS[verdict.level]}"
    for signal in [s for s in verdict.signals if s.weight][:5]:
        yield f"    {'against' if signal.weight > 0 else 'for'} it: {signal.text}"
    for signal in (s for s in verdict.signals if not s.weight):
        yield f"    {signal.text}"


def _short(text: str) -> str:
    text = " ".join(text.split())
    return text if len(text) <= WIDTH else text[: WIDTH - 1] + "…"
