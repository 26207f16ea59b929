"""Quotes marked with their writer's initials or name (``Ann> ``), as Supercite, Gnus and FidoNet readers write them. Pure."""

from __future__ import annotations

__all__ = ["cited_lines"]

import re
from collections import Counter
from collections.abc import Sequence

from .lines import MAX_LINE

CITED = re.compile(r"\s{0,4}(?:[>|]{1,5}\s?)?([^\W\d_][\w.-]{0,15})>{1,5}(?: |$)")
ANNOUNCED = re.compile(
    r"(?:[^\n:]{1,200}|>{2,8} [^\n]{1,300}) (?:writes|wrote|said|schrieb|schreibt|écrit|skrev|escribió|scrive|says):\s*$",
    re.I,
)
PROSE = re.compile(r"(?<![\w'’])[^\W\d_][\w'’]*(?: [\w'’-]+[,.;:!?]?){2}")
WORD = re.compile(r"\w[\w.-]{0,40}")
PROMPTS = frozenset("SQL PS CMD DOS OK IDL GAP JS CLI VMS RMAN GDB TCL HTML XML BR LI TD TR UL".split())  # noqa: SIM905


def cited_lines(lines: Sequence[str]) -> set[int]:
    """Return which lines are quotes behind their writer's name or initials.

    A name counts where a line announces it ("Ann writes:"; "The manual says:" announces no ``mysql>``) or where it is two
    or three capitals before prose, twice; ``mysql> show tables;`` is a prompt, and so is a router's ``R1> show ip route``.
    """
    found: dict[str, list[int]] = {}
    for i, line in enumerate(lines):
        if ">" in line[:40] and (m := CITED.match(line)):
            found.setdefault(m[1], []).append(i)
    return {i for name, at in found.items() if _is_cited(name, at, lines) for i in at}


def _is_cited(name: str, at: Sequence[int], lines: Sequence[str]) -> bool:
    """Whether lines behind ``name`` are somebody's words."""
    before = next((lines[i] for i in range(at[0] - 1, max(-1, at[0] - 4), -1) if lines[i].strip()), "")
    said = Counter(bool(PROSE.search(lines[i][:MAX_LINE].partition(">")[2])) for i in at)
    if ANNOUNCED.match(before[:MAX_LINE]):
        is_named = name.casefold() in WORD.findall(before[:MAX_LINE].casefold())
        return is_named + name[0].isupper() + (said[True] * 2 > len(at)) >= 2
    capitals = 2 <= len(name) <= 3 and name.isalpha() and name.isupper() and name not in PROMPTS
    return capitals and len(at) >= 2 and said[True] * 2 > len(at)
