"""The headers of a note file, in one table: what each is called, how it is read, checked and written. Pure."""

from __future__ import annotations

__all__ = ["HEADERS", "NAMES", "Header", "day_of", "read_headers"]

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Any

from ..errors import Problem
from . import Also, NoteKind, Show, Via

VERBS = ("helped", "asks", "corrects", "inspired")
DAY = re.compile(r"\d{4}-\d\d-\d\d")
LANG = re.compile(r"[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8}){0,3}")
PERSON = re.compile(r"[a-z0-9-]{1,40}")
SLUG = re.compile(r"[^\s,]+")


class _Wrong(Exception):
    """A value that is not right; the text says what to write."""


@dataclass(frozen=True, slots=True)
class Header:
    """One header: ``title`` as written, the ``field`` of `Note` it fills, a sentence for the reference page."""

    title: str
    field: str
    read: Callable[[str], Any]
    write: Callable[[Any], str]
    help: str

    def says(self, value: Any) -> bool:
        """Say whether ``value`` is worth a line: not the value a note has without one."""
        return bool(value)


def day_of(text: str) -> date | None:
    """Return the day that ``text`` (YYYY-MM-DD) names, or None where there is no such day."""
    try:
        return date.fromisoformat(text) if DAY.fullmatch(text) else None
    except ValueError:
        return None


def _one_of(kind: Any) -> Callable[[str], Any]:
    allowed = ", ".join(k.value for k in kind)

    def read(text: str) -> Any:
        try:
            return kind(text)
        except ValueError:
            raise _Wrong(f"write one of {allowed}") from None

    return read


def _day(text: str) -> date:
    day = day_of(text)
    if day is None:
        raise _Wrong("write a day like 2026-05-03")
    return day


def _number(text: str) -> int:
    if not re.fullmatch(r"[1-9][0-9]{0,5}", text):
        raise _Wrong("write a number from 1 on")
    return int(text)


def _yes(text: str) -> bool:
    if text != "yes":
        raise _Wrong("write `yes`, or leave the line out")
    return True


def _matching(pattern: re.Pattern[str], example: str) -> Callable[[str], str]:
    def read(text: str) -> str:
        if not pattern.fullmatch(text):
            raise _Wrong(f"write something like {example}")
        return text

    return read


def _list(text: str) -> tuple[str, ...]:
    items = tuple(item.strip() for item in text.split(","))
    if not all(SLUG.fullmatch(item) for item in items):
        raise _Wrong("separate the items by commas, without blanks inside them")
    return items


def _also(text: str) -> tuple[Also, ...]:
    found = []
    for item in text.split(","):
        parts = item.split()
        if len(parts) == 1 and parts[0] not in VERBS:
            found.append(Also(parts[0]))
        elif len(parts) == 2 and parts[0] in VERBS:
            found.append(Also(parts[1], parts[0]))
        else:
            raise _Wrong(f"write slugs separated by commas, each alone or after one of {', '.join(VERBS)}")
    return tuple(found)


def _write_also(value: tuple[Also, ...]) -> str:
    return ", ".join(f"{a.verb} {a.post}" for a in value)


def _header(title: str, field: str, read: Callable[[str], Any], write: Callable[[Any], str], text: str) -> Header:
    return Header(title, field, read, write, text)


HEADERS: dict[str, Header] = {
    h.title.lower(): h
    for h in (
        _header(
            "Kind",
            "kind",
            _one_of(NoteKind),
            str,
            "`thanks` (the default), `question`, `correction`, `remark`, `credit` (you thank someone)",
        ),
        _header(
            "Post",
            "post",
            _matching(SLUG, "its-slug"),
            str,
            "slug of the post if it is not the folder's; its path under PATH where several posts share a slug",
        ),
        _header(
            "Also",
            "also",
            _also,
            _write_also,
            "further posts, each `slug` or `verb slug` (helped, asks, corrects, inspired)",
        ),
        _header(
            "Title", "title", str, str, "your title for it; a question without one is listed by its asking sentence"
        ),
        _header("From", "name", str, str, "the name as the writer wants it to be shown"),
        _header("Place", "place", str, str, "the place as the writer wants it to be shown"),
        _header(
            "Person",
            "person",
            _matching(PERSON, "p-7xk2"),
            str,
            "opaque and random, the same for one person's named notes",
        ),
        _header("Lang", "lang", _matching(LANG, "fr or pt-BR"), str, "language of the words"),
        _header("Date", "day", _day, str, "the day, where the file's name has none"),
        _header(
            "Show",
            "show",
            _one_of(Show),
            str,
            "`named`, `anonymous`, `counted`, `mine`; missing: `named` with a `From`, else `anonymous`",
        ),
        _header("Count", "count", _number, str, "only in `counted.note`: how many"),
        _header("Via", "via", _one_of(Via), str, "`mail`, `form`, `comment`, `import`, `webmention`"),
        _header("Answered-By", "answered_by", _list, ", ".join, "slugs or addresses that answer it"),
        _header("Checked", "checked", _day, str, "the day you last found the answer still right"),
        _header("Asked", "asked", _number, str, "how many asked the same"),
        _header("Pin", "pin", _yes, lambda _: "yes", "`yes`: first among its post's"),
    )
}
NAMES = {name.replace("-", "") for name in HEADERS}


def read_headers(lines: list[str]) -> tuple[dict[str, tuple[Any, int]], int, list[Problem]]:
    """Return ({lower-case name: (value, line)}, the line after the block, problems); lines count from 1.

    The block ends at the first empty line; everything in it that is not exactly right is a problem.
    """
    found: dict[str, tuple[Any, int]] = {}
    problems: list[Problem] = []
    n = 0
    for n, line in enumerate(lines, 1):
        if not line.strip():
            return found, n + 1, problems
        title, colon, value = line.partition(":")
        header = HEADERS.get(title.lower())
        if not colon or header is None or header.title != title:
            problems.append(Problem(n, _unknown(title, colon)))
        elif title.lower() in found:
            problems.append(Problem(n, f"`{title}:` stands twice; delete one"))
        elif not value.strip():
            problems.append(Problem(n, f"`{title}:` has no value; write one or delete the line"))
        else:
            try:
                found[title.lower()] = (header.read(value.strip()), n)
            except _Wrong as wrong:
                problems.append(Problem(n, f"`{title}:` {wrong}"))
    return found, n + 1, problems


def _unknown(title: str, colon: str) -> str:
    near = re.sub(r"[\s_-]", "", title).lower()
    for header in HEADERS.values():
        if colon and header.title.replace("-", "").lower() == near:
            return f"write `{header.title}:` exactly so"
    known = ", ".join(h.title for h in HEADERS.values())
    return f"no header of a note; known are {known} (words that begin so stand after an empty line)"
