"""A text as elision looks at it: its readings without escapes, its code, its links, and where a word may be cut. Pure."""

from __future__ import annotations

__all__ = ["Find", "Page", "View", "grown", "page_of"]

import html
import re
import unicodedata
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from urllib.parse import unquote

from .. import urls
from ..moderate.excerpt import FENCE, SHORTCODE, TOKEN, UNSPACED

MAX_URL = 4096
"""A longer link is taken as it stands: trimming the marks behind it costs the square of its length."""
MAX_LAYERS = 3
"""How often an escape is looked for inside an escape (``%2540``): links that passed two filters have two."""

ESCAPE = re.compile(
    r"%[0-7][0-9A-Fa-f]"
    r"|%[Cc][2-9A-Fa-f]%[89ABab][0-9A-Fa-f]|%[Ee][0-9A-Fa-f](?:%[89ABab][0-9A-Fa-f]){2}"
    r"|%[Ff][0-4](?:%[89ABab][0-9A-Fa-f]){3}"
    r"|&(?:#[0-9]{1,7}|#[xX][0-9A-Fa-f]{1,6}|[A-Za-z]{2,12});"
    r"|\\[!-/:-@\[-`{-~]"
    r"|[\uff01-\uff5e\ufe6b\ufe52\u00ad\u034f\u180e\u200b-\u200d\u2060\ufeff]"
)
SMALL = {"\ufe6b": "@", "\ufe52": "."}

FENCE_LINE = re.compile(r"[ \t]{0,3}(`{3,}|~{3,})(.*)")
FENCE_TICKS = re.compile(r"[ \t]*(?:`{3,}|~{3,})")
INDENTED = re.compile(r"(?: {4}| {0,3}\t)[ \t]*[^ \t]")
TICKS = re.compile(r"`+")
UNSPACED_ONE = re.compile(f"[{UNSPACED}]")
CODE_TAG = re.compile(
    r"\[(/?)(code|sourcecode)\b[^\[\]\n]{0,80}\]|<(/?)(code|pre|tt|kbd|samp)\b[^<>\n]{0,80}>", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class Find:
    """Something found at ``start:end`` of the text; ``kind`` says what, in words."""

    start: int
    end: int
    kind: str


@dataclass(frozen=True, slots=True)
class View:
    """A reading of a text with escapes undone; character ``i`` of ``text`` stands at ``starts[i]:ends[i]`` of it."""

    text: str
    starts: Sequence[int]
    ends: Sequence[int]


@dataclass(frozen=True, slots=True)
class Page:
    """A text with its readings (the text itself first), the places of code and of links, sorted."""

    text: str
    views: tuple[View, ...]
    code: tuple[tuple[int, int], ...]
    links: tuple[tuple[int, int], ...]

    def in_code(self, start: int, end: int) -> bool:
        """Say whether all of ``start:end`` is code."""
        return _holding(self.code, start, end) is not None

    def link(self, start: int, end: int) -> tuple[int, int] | None:
        """Return the place of the link that holds ``start:end``, or None."""
        return _holding(self.links, start, end)

    def whole(self, view: View, i: int, j: int) -> tuple[int, int]:
        """Return where characters ``i:j`` of ``view`` stand in the text, widened so that no word is cut.

        `is_excerpt` compares word by word, in NFC: an escape, a combining mark and the rest of a word go along.
        """
        text, start, end = self.text, view.starts[i], view.ends[j - 1]
        while i > 0 and start > 0 and _joined(text, start):
            i -= 1
            start = min(start, view.starts[i])
        while j < len(view.text) and end < len(text) and _joined(text, end):
            end = max(end, view.ends[j])
            j += 1
        return start, end


def page_of(text: str) -> Page:
    """Return ``text`` looked at once. Linear in its length; never raises."""
    plain = View(text, range(len(text)), range(1, len(text) + 1))
    views = [plain]
    for _ in range(MAX_LAYERS):
        further = _undone(views[-1])
        if further is None:
            break
        views.append(further)
    return Page(text, tuple(views), tuple(_code(text)), tuple(_links(text)))


def grown(text: str, ranges: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """Return ``ranges`` widened to what an excerpt compares: whole words, gaps and emoji; whole shortcodes and fences."""
    tokens = [m.span() for m in TOKEN.finditer(text)]
    codes = [m.span() for m in SHORTCODE.finditer(text)]
    fences = [m.span() for m in FENCE.finditer(text)]
    out = []
    for start, end in ranges:
        cut = [_cut(places, at) for places in (tokens, codes, fences) for at in (start, end)]
        marks = [mark for mark in cut if mark and not _is_behind_fence(text, mark[0], start)]
        out.append((min([start, *(a for a, _ in marks)]), max([end, *(b for _, b in marks)])))
    return out


def _cut(marks: Sequence[tuple[int, int]], at: int) -> tuple[int, int] | None:
    n = bisect_left(marks, at, key=lambda m: m[0])
    return marks[n - 1] if n and at < marks[n - 1][1] else None


def _is_behind_fence(text: str, begin: int, start: int) -> bool:
    """Say whether ``start`` lies behind the ticks of a fence line: cut there, the line stays a fence."""
    ticks = FENCE_TICKS.match(text, begin)
    return bool(ticks and ticks.end() <= start)


def _joined(text: str, at: int) -> bool:
    """Say whether a cut at ``at`` would part a word, or a letter from its combining mark."""
    before, behind = text[at - 1], text[at]
    if unicodedata.category(behind)[0] == "M":
        return True
    if unicodedata.category(before)[0] == "M":
        return _is_letter(behind)  # in NFC the mark may be part of a letter
    return _is_letter(before) and _is_letter(behind) and not (_is_unspaced(before) or _is_unspaced(behind))


def _is_letter(c: str) -> bool:
    return c.isalnum() or c == "_"


def _is_unspaced(c: str) -> bool:
    return c > "\u3000" and bool(UNSPACED_ONE.match(c))


def _undone(view: View) -> View | None:
    """Return ``view`` with its escapes undone once; None where there is none."""
    parts: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    at = 0
    for m in ESCAPE.finditer(view.text):
        plain = _character(m[0])
        if plain == m[0]:
            continue
        s, e = m.span()
        parts += (view.text[at:s], plain)
        starts += view.starts[at:s]
        ends += view.ends[at:s]
        starts += [view.starts[s]] * len(plain)
        ends += [view.ends[e - 1]] * len(plain)
        at = e
    if not parts:
        return None
    return View("".join(parts) + view.text[at:], [*starts, *view.starts[at:]], [*ends, *view.ends[at:]])


def _character(escape: str) -> str:
    if escape[0] == "%":
        return unquote(escape)
    if escape[0] == "&":
        return html.unescape(escape)
    if escape[0] == "\\":
        return escape[1]
    if "\uff01" <= escape <= "\uff5e":
        return chr(ord(escape) - 0xFEE0)
    return SMALL.get(escape, "")


def _holding(places: Sequence[tuple[int, int]], start: int, end: int) -> tuple[int, int] | None:
    n = bisect_right(places, start, key=lambda p: p[0])
    return places[n - 1] if n and places[n - 1][0] <= start and end <= places[n - 1][1] else None


def _links(text: str) -> Iterator[tuple[int, int]]:
    for m in urls.URL.finditer(text):
        if len(m[0]) > MAX_URL:
            yield m.span()
        else:
            for start, end, _ in urls.find(m[0]):
                yield m.start() + start, m.start() + end


def _code(text: str) -> list[tuple[int, int]]:
    """Return the merged places of code: fences, indented blocks, code spans (CommonMark), code shortcodes and tags."""
    found: list[tuple[int, int]] = []
    ticks: list[tuple[int, int, int]] = []
    fence, at, paragraph, after_blank = "", 0, 0, True
    for line in text.split("\n"):
        marker = FENCE_LINE.match(line)
        if fence:
            found.append((at, at + len(line)))
            if marker and marker[1].startswith(fence) and not marker[2].strip():
                fence = ""
        elif marker and not ("`" in marker[1] and "`" in marker[2]):
            found.append((at, at + len(line)))
            fence, after_blank, paragraph = marker[1], True, paragraph + 1
        elif after_blank and INDENTED.match(line):
            found.append((at, at + len(line)))
        else:
            after_blank = not line.strip()
            paragraph += after_blank
            ticks += [(paragraph, at + m.start(), at + m.end()) for m in TICKS.finditer(line)]
        at += len(line) + 1
    return _merged(found + _spans(ticks) + _tagged(text))


def _spans(ticks: list[tuple[int, int, int]]) -> list[tuple[int, int]]:
    """Return the code spans between runs of backticks of one length in one paragraph (CommonMark 6.1)."""
    following: dict[tuple[int, int], int] = {}
    closing = [-1] * len(ticks)
    for n in range(len(ticks) - 1, -1, -1):
        key = (ticks[n][0], ticks[n][2] - ticks[n][1])
        closing[n] = following.get(key, -1)
        following[key] = n
    found, n = [], 0
    while n < len(ticks):
        if closing[n] >= 0:
            found.append((ticks[n][1], ticks[closing[n]][2]))
            n = closing[n]
        n += 1
    return found


def _tagged(text: str) -> list[tuple[int, int]]:
    opened: dict[str, int] = {}
    found = []
    for m in CODE_TAG.finditer(text):
        name = (m[2] or m[4]).lower()
        if not (m[1] or m[3]):
            opened.setdefault(name, m.start())
        elif name in opened:
            found.append((opened.pop(name), m.end()))
    return found


def _merged(ranges: list[tuple[int, int]]) -> list[tuple[int, int]]:
    out: list[tuple[int, int]] = []
    for start, end in sorted(ranges):
        if out and start <= out[-1][1]:
            out[-1] = (out[-1][0], max(out[-1][1], end))
        else:
            out.append((start, end))
    return out
