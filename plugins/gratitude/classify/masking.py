"""What in a message is not its writer's own sentence: code, quoted lines, addresses, words between quotes. Pure."""

from __future__ import annotations

__all__ = ["MASK", "masked"]

import re

from ..urls import find

MASK = "\ufffc"
"""Stands for every masked character (OBJECT REPLACEMENT CHARACTER), so that offsets stay."""

INDENT = re.compile(r"(?: {4}|\t)\s*\S")
PROSE = 5
"""Plain words of an indented line that is no code."""

FENCE = re.compile(r" {0,3}(`{3,}|~{3,})")
PAIRS = tuple(
    (re.compile(opening, re.IGNORECASE), closing)
    for opening, closing in (
        (r"<pre\b[^<>]{0,200}>", "</pre>"),
        (r"<code\b[^<>]{0,200}>", "</code>"),
        (r"<blockquote\b[^<>]{0,200}>", "</blockquote>"),
        (r"\[code\b[^\[\]]{0,200}\]", "[/code]"),
        (r"\[sourcecode\b[^\[\]]{0,200}\]", "[/sourcecode]"),
        (r"\[quote\b[^\[\]]{0,200}\]", "[/quote]"),
    )
)
INLINE = re.compile(
    r"``[^\n]{1,300}?``|`[^`\n]{1,300}`"  # code spans
    r"|<[/!]?[A-Za-z][^<>\n]{0,300}>"  # tags: what stands between them is read
    r"|\{[{%][^{}\n]{0,300}[%}]\}"  # template tags (Jekyll, Jinja)
    r"|\$\$[^$\n]{1,300}\$\$"  # formulas
    r"|<\?\w{0,8}|<%|%>"  # what opens and closes a program in a page
    r"|\)\s?\?\s?[\w.>-]{1,60}\s?:"  # ternaries
)
QUOTED_WORDS = re.compile(
    r"(?<![^\s(\\])\"(?=\S)[^\"\n]{1,300}\"(?![\w])|“[^“”\n]{1,300}”|„[^„“”\n]{1,300}[“”]|«[^«»\n]{1,300}»|「[^「」\n]{1,300}」"
)
CODE_START = re.compile(
    r"\s*(?:>>> |\.\.\. |\$ |#!|#include\b|import \w[\w.]{0,58}\w$|from [\w.]{1,60} import |def \w{1,60}\(|class \w{1,60}[:(]"
    r"|function \w{0,60}\(|(?:var|let|const) \w{1,60} ?=|sudo |\*{3} |//\s|\$\w{1,60} ?(?:=|->)|[~.]{0,2}/\S{1,300}[ ]?\\?$|<\?php|\d{1,9} +\S{1,20} +\d{1,3}:\d\d|[-dl](?:[r-][w-][xsS-]){3}[ .@+])"
)
CODE_END = re.compile(r"(?:[;{}]|\);|\},|=>)\s*$")
OPTION = re.compile(r"(?<=\s)--?[A-Za-z]")
OPTIONS, FEW = 3, 6
"""So many options ("-r --all") beside so few plain words are a command."""

SYMBOL = re.compile(r"[{}\[\]<>=;|&$\\/#+%@()]")
PLAIN_WORD = re.compile(r"(?<!\S)[^\W\d_]{2,}[.,!?:;)]{0,3}(?!\S)")


def masked(text: str) -> str:
    """Return ``text`` with `MASK` for every character of code, quoted lines, tags, addresses and words in quotes.

    The result has the same length and the same line breaks. A block that is never closed is read as text, a fence
    that is never closed masks the rest (CommonMark 0.31 §4.5). Linear in the length; never raises.
    """
    text = _masked_indented(_masked_pairs(_masked_fences(text)))
    text = INLINE.sub(_same_length, text)
    for start, end, _url in list(find(text)):
        text = text[:start] + MASK * (end - start) + text[end:]
    text = "\n".join(_masked_line(line) for line in text.split("\n"))
    return QUOTED_WORDS.sub(_same_length, text)


def _same_length(match: re.Match[str]) -> str:
    return _cover(match[0])


def _cover(text: str) -> str:
    """Return `MASK` for every character but line breaks."""
    return re.sub(r"[^\n]", MASK, text)


def _masked_fences(text: str) -> str:
    """Mask fenced blocks, fences too."""
    lines, fence = text.split("\n"), ""
    for i, line in enumerate(lines):
        found = FENCE.match(line)
        if fence:
            if found and found[1].startswith(fence) and not line[found.end() :].strip():
                fence = ""
        elif found and not ("`" in found[1] and "`" in line[found.end() :]):
            fence = found[1]
        else:
            continue
        lines[i] = _cover(line)
    return "\n".join(lines)


def _masked_indented(text: str) -> str:
    """Mask blocks that Markdown takes for code by their indent (CommonMark 0.31 §4.4), where others have none.

    A paragraph that somebody indented reads as prose and stays: every line of it has several plain words.
    """
    lines = text.split("\n")
    if not any(line[:1].strip() for line in lines):
        return text
    at = 0
    while at < len(lines):
        end = at
        while end < len(lines) and INDENT.match(lines[end]):
            end += 1
        if end > at and (at == 0 or not lines[at - 1].strip()):
            block = lines[at:end]
            if not all(_is_prose(line) for line in block):
                lines[at:end] = [_cover(line) for line in block]
        at = max(end, at + 1)
    return "\n".join(lines)


def _is_prose(line: str) -> bool:
    """Say whether an indented line reads like a sentence."""
    return (
        len(PLAIN_WORD.findall(line)) >= PROSE
        and line.lstrip()[0].isalpha()
        and len(SYMBOL.findall(line)) * 20 < len(line)
    )


def _masked_pairs(text: str) -> str:
    """Mask what stands between tags that hold code or somebody else's words."""
    for opening, closing in PAIRS:
        lower, pos, out = text.lower(), 0, []
        if len(lower) != len(text):  # a few capitals grow in lower case; then the offsets would lie
            lower = text
        while (found := opening.search(text, pos)) and (end := lower.find(closing, found.end())) >= 0:
            end += len(closing)
            out += [text[pos : found.start()], _cover(text[found.start() : end])]
            pos = end
        text = "".join(out) + text[pos:]
    return text


def _masked_line(line: str) -> str:
    """Mask a quoted line and one that can only be code."""
    if line.lstrip().startswith((">", "&gt;")) and not line.lstrip().startswith(">>>>"):
        return _cover(line)
    return _cover(line) if _is_code(line) else line


def _is_code(line: str) -> bool:
    """Say whether this line is code that stands there without any markup (``ls -l`` output, assignments, braces)."""
    bare = line.replace(MASK, "").strip()
    if len(bare) < 3:
        return False
    if CODE_START.match(bare):
        return True
    words, symbols = len(PLAIN_WORD.findall(bare)), len(SYMBOL.findall(bare))
    if words <= FEW and len(OPTION.findall(bare)) >= OPTIONS:
        return True
    if CODE_END.search(bare) and symbols >= 2 and words < 6:
        return True
    dense = symbols >= 3 and symbols * 6 >= len(bare) - bare.count(" ")
    return dense and words < 4
