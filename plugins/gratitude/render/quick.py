"""Paragraphs of a letter without the parser: most hold nothing that only a parser could read. Pure.

What is written here is what the subset would write (a test compares them), at a tenth of the cost.
"""

from __future__ import annotations

__all__ = ["MAX_ADDRESS", "REL", "paragraph"]

import html
import re

from .. import urls
from .lines import joined

REL = "nofollow ugc noopener noreferrer"
MAX_ADDRESS = 2_000
"""Longer addresses stay words."""

EMPTY_LINES = re.compile(r"\A(?:[ \t]*\n)+")
MARKER = r"[ \t]*(?:>|(?:[-+*]|\d{1,9}[.)])(?:[ \t]|$|\n))"
LATER_LINE = re.compile(rf"\n{MARKER}")
FIRST_LINE = re.compile(rf"{MARKER}|[ \t]*(?:[-_*][ \t]*){{3}}")
AUTOLINK = re.compile(r"<(?:https?:|mailto:|[^\s<>@]{1,99}@)", re.IGNORECASE)
LINK = re.compile(r"\]\([ \t\n]*(?:\)|<?(?:https?:|mailto:))", re.IGNORECASE)
STRESS, STRESSED = re.compile(r"(?<![^\W_])\*+(?=[^\s*])"), re.compile(r"(?<=[^\s*])\*(?!\*?[^\W_])")
"""What may be emphasis, a link, a fence, a quote or a list. (The rest of what the subset reads is read here.)"""

PLAIN_ADDRESS = re.compile(
    r"https?://(?!\S*xn--)(?:[A-Za-z0-9-]+\.)*[A-Za-z][A-Za-z0-9-]*(?::\d{1,4})?"
    r"(?:[/?#](?:[A-Za-z0-9;/?:@&=+$,\-_.!~*'()#]|%[0-9A-Fa-f]{2})*)?",
    re.IGNORECASE,
)
"""An address that a browser takes as it is."""


def paragraph(block: str) -> str | None:
    """Return the HTML of a paragraph without empty lines; None where only the parser can read it."""
    block = EMPTY_LINES.sub("", block)
    if _needs_parser(block):
        return None
    text = block.strip(" \t\n")
    if "\n" in text:
        text = "\n".join([line.strip(" \t") for line in joined(text).split("\n")])
    inner = _inline(text) if "`" in text or "://" in text else _escaped(text)
    return f"<p>{inner}</p>" if inner is not None else None


def _needs_parser(block: str) -> bool:
    return (
        "``" in block or "~~~" in block or "\xa0" in block
        or ("](" in block and bool(LINK.search(block)))
        or (block.count("*") > 1 and _may_stress(block))
        or bool(FIRST_LINE.match(block))
        or ("\n" in block and bool(LATER_LINE.search(block)))
        or ("<" in block and bool(AUTOLINK.search(block)))
    )  # fmt: skip


def _may_stress(block: str) -> bool:
    """Whether a star that may open emphasis stands before one that may close it."""
    opening = STRESS.search(block)
    return bool(opening and STRESSED.search(block, opening.end()))


def _inline(text: str) -> str | None:
    pieces = text.split("`")
    written: list[str | None] = []
    while len(pieces) > 2:
        before, inside, *pieces = pieces
        inside = inside.replace("\n", " ")
        if inside.startswith(" ") and inside.endswith(" ") and inside.strip(" "):
            inside = inside[1:-1]
        written += [_linked(before), f"<code>{html.escape(inside, quote=False)}</code>"]
    written.append(_linked("`".join(pieces)))
    return None if None in written else "".join(filter(None, written))


def _linked(text: str) -> str | None:
    if "://" not in text:
        return _escaped(text)
    written, done = [], 0
    for start, end, address in urls.find(text):
        if len(address) > MAX_ADDRESS or not PLAIN_ADDRESS.fullmatch(address):
            return None
        words = html.escape(address, quote=False)
        written += [_escaped(text[done:start]), f'<a href="{words}" rel="{REL}">{words}</a>']
        done = end
    return "".join(written) + _escaped(text[done:])


def _escaped(text: str) -> str:
    if "&" in text or "<" in text or ">" in text:
        text = html.escape(text, quote=False)
    return text.replace("\n", "<br>\n")
