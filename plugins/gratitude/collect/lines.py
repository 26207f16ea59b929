"""What is seen of one line of a letter, whoever looks at it. Pure."""

from __future__ import annotations

__all__ = ["ADDRESS", "MAX_LINE", "RULE", "plain"]

import re

MAX_LINE = 1000
"""Characters of a line that are looked at: every pattern below is bounded by it."""
MARKS = "\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"
ADDRESS = re.compile(r"[^\s<>@\[\]\"]{1,64}@[^\s<>@\[\]\"]{2,255}")
RULE = re.compile(r"\s{0,4}(?:_{5,}|-{10,}|={10,}|\*{10,}|─{5,}|—{5,})\s*$")


def plain(line: str) -> str:
    """A line without marks of direction and emphasis, cut at `MAX_LINE`."""
    return line[:MAX_LINE].strip().strip(MARKS).strip("*_ \u00a0")
