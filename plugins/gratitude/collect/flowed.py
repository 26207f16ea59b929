"""Lines that a mail program broke, put together again: format=flowed (RFC 3676) and addresses in angle brackets. Pure."""

from __future__ import annotations

__all__ = ["joined_addresses", "unflowed", "unquoted_from"]

import re

QUOTES = re.compile(r">*")
BROKEN = re.compile(r"<(https?://[^<>\s]{1,2000}(?:\n[^<>\s]{1,2000}){1,8})>", re.IGNORECASE)


def unflowed(text: str, *, delsp: bool = False) -> str:
    """Return format=flowed text with its soft line breaks undone (RFC 3676 §4).

    A line that ends in a space goes on in the next one of the same quote depth; ``-- `` never does.
    """
    out: list[str] = []
    open_depth = -1
    for line in text.split("\n"):
        marks = QUOTES.match(line)
        depth = marks.end() if marks else 0
        words = line[depth:].removeprefix(" ")
        signature = words in ("-- ", "--")
        if depth == open_depth and not signature:
            out[-1] += words
        else:
            out.append(">" * depth + (" " if depth else "") + words)
        soft = words.endswith(" ") and not signature
        open_depth = depth if soft else -1
        if soft and delsp:
            out[-1] = out[-1][:-1]
    return "\n".join(out)


def joined_addresses(text: str) -> str:
    """Return ``text`` with addresses in angle brackets that were broken over lines made whole (RFC 3986 appendix C)."""
    return BROKEN.sub(lambda m: "<" + m[1].replace("\n", "") + ">", text) if "<http" in text.lower() else text


def unquoted_from(text: str) -> str:
    """Return ``text`` with ``>From `` as it was before an mbox quoted it.

    Inside a block of quotes it stays: there the mark is somebody's reply.
    """
    if ">From " not in text:
        return text
    lines = text.split("\n")
    quoted = [line.startswith(">") for line in lines]
    for i, line in enumerate(lines):
        alone = not (i and quoted[i - 1]) and not (i + 1 < len(lines) and quoted[i + 1])
        if alone and re.match(r">+From ", line):
            lines[i] = line[1:]
    return "\n".join(lines)
