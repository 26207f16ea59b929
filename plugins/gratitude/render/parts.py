"""A letter in its parts: prose, and the code between it, fenced or not. Pure.

Fences at the margin are read here as CommonMark reads them. Code without a fence is what `codelike` takes for code; at
the margin of a letter it becomes a part of its own, below an item of a list it gets a fence, so that it stays there.
"""

from __future__ import annotations

__all__ = ["Code", "parts"]

import re
from typing import NamedTuple

from . import codelike
from .tags import fenced

FENCE = re.compile(r" {0,3}(`{3,}|~{3,})(.*)")
ITEM = re.compile(r" {0,12}(?:[-+*]|\d{1,9}[.)])(?: {1,4}|\t|$)")
INDENTED = re.compile(r"(?: {4}| {0,3}\t)")
QUOTE = re.compile(r"[ \t]*>")
OTHER_QUOTE = re.compile(r"^[ \t]*>{1,2}(?!>)", re.MULTILINE)
"""Quotes of one and two levels: where there are any, ``>>>`` is a third, and no prompt."""

PLAIN = frozenset("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz")
"""Letters that begin neither a fence nor an item."""

ANSWER = 30
"""Lines that a program prints between two prompts; more are taken for something else."""


class Code(NamedTuple):
    """Code, and what was written behind the backticks that open it."""

    source: str
    info: str = ""


def parts(text: str) -> list[str | Code]:
    """Return ``text`` as prose and code in turn. Together they hold every line; ends of prose may lose empty ones.

    A line of prose is as it was; of indented code the blanks that all its lines share are gone, and a tab at the
    margin is four.
    """
    text = fenced(text)
    if not codelike.may_hold_code(text) and "```" not in text and "~~~" not in text:
        return [text]
    is_session = ">>> " in text and not OTHER_QUOTE.search(text)
    reading = _Reading(text.split("\n"), is_session=is_session)
    reading.read()
    return reading.parts


class _Reading:
    """One pass over the lines of a letter."""

    def __init__(self, lines: list[str], *, is_session: bool) -> None:
        self._is_session = is_session
        self.parts: list[str | Code] = []
        self._lines = lines
        self._at = self._prose = 0  # the line that is read, and the first one that no part holds yet
        self._item = 0  # the column at which the words of the last item of a list begin; 0 where there is no list
        self._fresh = True  # whether an empty line came before

    def read(self) -> None:
        """Fill ``parts``."""
        lines = self._lines
        while self._at < len(lines):
            line = lines[self._at]
            if not line or line.isspace():
                self._at, self._fresh = self._at + 1, True
            elif line[0] in PLAIN and not codelike.may_hold_code(line):
                self._item = 0 if self._fresh else self._item
                self._at, self._fresh = self._at + 1, False
            elif (fence := FENCE.match(line)) and not (fence[1][0] == "`" and "`" in fence[2]):
                self._read_fence(line, fence)
            elif (end := self._code_end(line)) > self._at:
                self._read_code(end)
            else:
                self._read_prose(line)
        self._end_prose(len(lines))

    def _end_prose(self, end: int) -> None:
        if self._prose < end:
            self.parts.append("\n".join(self._lines[self._prose : end]))

    def _add(self, part: Code, end: int) -> None:
        self._end_prose(self._at)
        self.parts.append(part)
        self._at = self._prose = end
        self._fresh, self._item = True, 0

    def _read_fence(self, line: str, fence: re.Match[str]) -> None:
        end = _fence_end(self._lines, self._at, fence[1])
        if self._item and line.startswith(" "):  # the parser reads it, as a part of the item
            self._at, self._fresh = end + 1, True
            return
        inside = [_cut(each, line.index(fence[1])) + "\n" for each in self._lines[self._at + 1 : end]]
        self._add(Code("".join(inside), fence[2].strip()), end + 1)

    def _read_code(self, end: int) -> None:
        block = self._lines[self._at : end]
        shared = min(_indent(line) for line in block if line.strip())
        block = [_cut(line, shared) for line in block]
        if not self._item or not shared:
            self._add(Code("\n".join(block) + "\n"), end)
            return
        blanks = " " * self._item
        fence = blanks + "~" * max([3, *(len(run) + 1 for run in re.findall("~+", "".join(block)))])
        self._lines[self._at : end] = [fence, *(blanks + line for line in block), fence]
        self._at, self._fresh = end + 2, True

    def _code_end(self, line: str) -> int:
        """Return the line behind the code that begins here; this one where none begins."""
        lines, start = self._lines, self._at
        margin = self._item or 4
        if self._fresh and INDENTED.match(line) and _indent(line) >= margin:
            return start if ITEM.match(line) else _end_of_indented(lines, start, margin)
        if ITEM.match(line) or (QUOTE.match(line) and not (self._is_session and line.startswith(">>> "))):
            return start
        return _end_of_run(lines, start, self._fresh)

    def _read_prose(self, line: str) -> None:
        if marker := ITEM.match(line):
            self._item = len(marker[0].expandtabs(4))
        elif self._fresh and not line.startswith((" ", "\t")):
            self._item = 0
        self._at, self._fresh = self._at + 1, False


def _fence_end(lines: list[str], start: int, fence: str) -> int:
    """Return the number of the line that closes the fence, or that of the end."""
    closing = re.compile(rf" {{0,3}}{re.escape(fence)}{re.escape(fence[0])}*[ \t]*")
    return next((i for i in range(start + 1, len(lines)) if closing.fullmatch(lines[i])), len(lines))


def _end_of_indented(lines: list[str], start: int, margin: int) -> int:
    """Return the line behind indented paragraphs of which the first is code, and the others are no prose."""
    end = at = start
    while at < len(lines) and _indent(lines[at]) >= margin:
        last = next((i for i in range(at, len(lines)) if _indent(lines[i]) < margin), len(lines))
        block = lines[at:last]
        if not (codelike.is_block(block) or (at > start and all(map(codelike.is_output, block)))):
            break
        end = last
        at = next((i for i in range(last, len(lines)) if lines[i].strip()), len(lines))
    return end


def _end_of_run(lines: list[str], start: int, fresh: bool) -> int:
    """Return the line behind a run of lines at the margin that are plainly code, with what a program printed between.

    One line alone is a run where it begins with a prompt, or is a paragraph.
    """
    if codelike.is_diff_head(lines[start]):
        return _end_of_diff(lines, start)
    if not (codelike.is_code_line(lines[start]) or codelike.is_section(lines[start : start + 2])):
        return _end_of_table(lines, start) if fresh else start
    if codelike.is_prompt(lines[start]):
        return _end_of_session(lines, start)
    last, count = start, 1
    for i in range(start + 1, len(lines)):
        if FENCE.match(lines[i]) or QUOTE.match(lines[i]) or i - last > 3:
            break
        if lines[i].strip() and (codelike.is_code_line(lines[i]) or _goes_on(lines[i])):
            last, count = i, count + 1
    alone = fresh and not "".join(lines[last + 1 : last + 2]).strip()
    return last + 1 if count > 1 or alone else start


def _goes_on(line: str) -> bool:
    """Whether a line behind code is indented, as the body of what was begun, and is itself no sentence."""
    return _indent(line) >= 2 and codelike.is_block([line])


def _end_of_session(lines: list[str], start: int) -> int:
    """Return the line behind what somebody typed at prompts, and what was answered as far as it is no sentence."""
    end = start + 1
    for i in range(start + 1, len(lines)):
        if codelike.is_prompt(lines[i]):
            end = i + 1
        elif FENCE.match(lines[i]) or i - end > ANSWER or not codelike.is_output(lines[i]):
            break
    while end < len(lines) and lines[end].strip() and codelike.is_output(lines[end]) and not FENCE.match(lines[end]):
        end += 1
    return end


def _end_of_diff(lines: list[str], start: int) -> int:
    """Return the line behind a change to files."""
    end = next((i for i in range(start, len(lines)) if not _in_diff(lines[i])), len(lines))
    while not lines[end - 1].strip():
        end -= 1
    return end


def _in_diff(line: str) -> bool:
    return codelike.is_diff_line(line) and line not in ("--", "-- ")


def _end_of_table(lines: list[str], start: int) -> int:
    """Return the line behind a paragraph that is set in columns."""
    if not codelike.in_columns(lines[start]):
        return start
    end = next((i for i in range(start, len(lines)) if not lines[i].strip()), len(lines))
    return end if codelike.is_table(lines[start:end]) else start


def _indent(line: str) -> int:
    head = line[: len(line) - len(line.lstrip(" \t"))]
    return len(head.expandtabs(4))


def _cut(line: str, blanks: int) -> str:
    """Return ``line`` without its first ``blanks`` blanks, or as many as it has."""
    head = line[: len(line) - len(line.lstrip(" \t"))]
    return head.expandtabs(4)[blanks:] + line[len(head) :] if "\t" in head[:blanks] else line[min(blanks, len(head)) :]
