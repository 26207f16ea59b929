"""A message's own words with the reasons marked in place: bold what one would quote, underlined what shows a kind. Pure."""

from __future__ import annotations

__all__ = ["marked", "styled"]

from collections.abc import Iterable, Sequence

from ..message import Span

BOLD, PLAIN_WEIGHT, LINE, NO_LINE = "\ufdd0", "\ufdd1", "\ufdd2", "\ufdd3"
"""Stand in the words while these are broken into lines: noncharacters, which no text may hold (Unicode 23.7)."""

SGR = {BOLD: "\x1b[1m", PLAIN_WEIGHT: "\x1b[22m", LINE: "\x1b[4m", NO_LINE: "\x1b[24m"}
ENDS = {BOLD: PLAIN_WEIGHT, LINE: NO_LINE}
NO_MARKS = str.maketrans("", "", "".join(SGR))


def marked(words: str, evidence: Iterable[Span]) -> str:
    """Return ``words`` with a mark before and behind each piece of evidence; overlapping pieces become one.

    ``best`` is bold, all else underlined. A text that holds the marks itself comes back without them, and bare.
    """
    if words.translate(NO_MARKS) != words:
        return words.translate(NO_MARKS)
    spans = list(evidence)
    best = [(s.start, s.end) for s in spans if s.kind == "best"]
    why = [(s.start, s.end) for s in spans if s.kind != "best"]
    at: dict[int, str] = {}
    for mark, places in ((BOLD, best), (LINE, why)):
        for start, end in _joined(places):
            at[end] = ENDS[mark] + at.get(end, "")
            at[start] = at.get(start, "") + mark
    out, last = [], 0
    for place in sorted(at):
        out += [words[last:place], at[place]]
        last = place
    return "".join([*out, words[last:]])


def styled(lines: Sequence[str]) -> list[str]:
    """Return lines with the marks turned into what a terminal understands; no line leaves a style open."""
    shown, still = [], ""
    for line in lines:
        text, begun = still + line, still
        for char in line:
            if char in ENDS:
                begun += char
            elif char in ENDS.values():
                begun = "".join(b for b in begun if ENDS[b] != char)
        still = begun
        text += "".join(ENDS[b] for b in reversed(begun))
        shown.append("".join(SGR.get(c, c) for c in text))
    return shown


def _joined(places: Iterable[tuple[int, int]]) -> list[tuple[int, int]]:
    """Return places in order, those that overlap or touch as one."""
    found: list[tuple[int, int]] = []
    for start, end in sorted(p for p in places if p[0] < p[1]):
        if found and start <= found[-1][1]:
            found[-1] = (found[-1][0], max(end, found[-1][1]))
        else:
            found.append((start, end))
    return found
