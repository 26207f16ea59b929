"""A writer's card under the letter that nothing marks as a signature: name, firm, telephone. Pure."""

from __future__ import annotations

__all__ = ["without_card"]

import re
from collections.abc import Sequence

from .lines import ADDRESS, RULE, plain
from .phrases import CLOSINGS

PHONE = re.compile(
    r"(?:\+|\b00|\(0|\b0)\d[\d\s()./-]{5,18}\d|\b\d{3}[-. ]\d{3}[-. ]\d{4}\b|\(\d{3}\)\s?\d{3}[-. ]\d{4}"
)
SIGN_OFF = re.compile(r"\s{0,2}(?:--\s?|[–—]\s?|-|~\s?|/)([^\W\d_][\w.'’]{0,20}(?: [^\W\d_][\w.'’]{0,20}){0,2})\s*$")
SHORT_RULE = re.compile(r"\s{0,4}(?:-{3,9}|={3,9}|\*{3,9}|~{3,40}|#{3,40}|_{3,4}|\+{3,40})\s*$")
CLOSING_SET = frozenset(CLOSINGS)


def without_card(lines: Sequence[str], keep: list[bool]) -> list[bool]:
    """Cut an unmarked signature behind a closing or a drawn line, where it is unmistakable.

    That is: a name behind a dash ("-Ann", "--Bob"; not "- Docker", which is an item of a list), or two to eight short
    lines up to the end of the letter, with a telephone number or a mail address among them. A rule counts as a closing.
    """
    last = [i for i, kept in enumerate(keep) if kept and lines[i].strip()]
    if (
        len(last) > 1
        and (m := SIGN_OFF.match(lines[last[-1]][:80]))
        and m[1][0].isupper()
        and _stands_alone(lines, last)
    ):
        keep = [kept and i < last[-1] for i, kept in enumerate(keep)]
        last.pop()
    for n, i in enumerate(last[-12:]):
        behind, rule = last[-12:][n + 1 :], bool(n and (RULE.match(lines[i]) or SHORT_RULE.match(lines[i])))
        closing = plain(lines[i]).lower().rstrip(",.! ") in CLOSING_SET
        if not (closing or rule) or not 2 <= len(behind) <= 8:
            continue
        texts = [lines[j] for j in behind]
        contact = sum(bool(PHONE.search(t[:200]) or ADDRESS.search(t[:200])) for t in texts)
        if contact and all(len(t) <= 90 and not t.rstrip().endswith(("?", "!")) for t in texts):
            return [kept and j <= i - rule for j, kept in enumerate(keep)]
    return keep


def _stands_alone(lines: Sequence[str], last: Sequence[int]) -> bool:
    """Whether the last line is no item of a list: an empty line before it, or words that are no item themselves."""
    before = lines[last[-2]].lstrip()
    return last[-1] - last[-2] > 1 or not before.startswith(("-", "*", "+", "–", "—", "/", "~"))
