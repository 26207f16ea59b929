"""The grammar of a note file: `parse` is strict and exact about errors, `format_note` writes what `parse` reads. Pure.

The grammar is described in docs/reference/note-file.md. Both directions are held together by property tests:
``parse(format_note(note)) == note``.
"""

from __future__ import annotations

__all__ = ["format_note", "note_path", "parse"]

import re
from collections.abc import Iterator
from datetime import date

from ..errors import NoteError, Problem
from ..text import blank_trimmed, xml_errors
from . import MAX_TURN_BYTES, Note, Show, Turn, Who
from .headers import HEADERS, NAMES, day_of, read_headers

LOOKS_LIKE_HEADER = re.compile(r"[A-Z][A-Za-z-]*: ")
TURN = re.compile(r"--- (answer|reader), (\d{4}-\d\d-\d\d)")
LOOKS_LIKE_TURN = re.compile(r"(\\*)---[ \t]*(?:answer|reader)\b", re.IGNORECASE)
LOOKS_LIKE_OURS = re.compile(r"(\\*)(?:---[ \t]*(?:answer|reader)\b|<{7} \S)", re.IGNORECASE)
"""A line of someone's words that looks like a turn, or like the beginning of a merge conflict, gets one backslash more in
the file, and `parse` takes one away."""
CONFLICT = (re.compile(r"<{7} \S"), re.compile(r"={7}$"), re.compile(r">{7} \S"))
"""The three lines that ``git merge`` writes around two versions, in their order."""
STEM = re.compile(r"[a-z0-9-]+")
STEM_DAY = re.compile(r"(\d{4}-\d\d-\d\d)(?:-|$)")
COUNTED = "counted"


def note_path(note_id: str, folder: str) -> str:
    """Return where a note stands under the notes folder: ``folder/id.note``, or ``id.note`` for the whole blog."""
    return f"{folder}/{note_id}.note" if folder else f"{note_id}.note"


def parse(data: str | bytes, *, path: str, folder: str, stem: str) -> Note:
    """Return the note in one file, or raise NoteError with every problem: line and what to write instead.

    ``path`` names the file to the author; ``folder`` is the folder under the notes folder (``""`` for none), which
    names the post; ``stem`` is the file name without ``.note``. A byte-order mark is dropped, CRLF is read.
    """
    text, problems = _decoded(data)
    lines = text.split("\n")
    if line := _conflict(lines):
        told = "a merge conflict: keep one version and delete its marks (words that look so: put a backslash before `<<<<<<<`)"
        raise NoteError(path, (*problems, Problem(line, told)))
    headers, first, wrong = read_headers(lines) if _has_headers(lines[0]) else ({}, 1, [])
    problems += wrong
    turns, wrong = _turns(lines, first)
    problems += wrong
    values = {HEADERS[name].field: value for name, (value, _) in headers.items()}
    where = {name: line for name, (_, line) in headers.items()}
    note, wrong = _note(values, where, turns, folder=folder, stem=stem)
    problems += wrong
    if problems or note is None:
        raise NoteError(path, tuple(sorted(problems, key=lambda p: p.line)))
    return note


def format_note(note: Note, *, folder: str) -> str:
    """Return the text of the file of ``note`` in ``folder`` (under the notes folder; ``""`` for none), LF line ends."""
    head = "".join(f"{line}\n" for line in _header_lines(note, folder))
    parts = [head.rstrip("\n")]
    for i, turn in enumerate(note.turns):
        if i:
            parts.append(f"--- {turn.who.value}, {turn.day}")
        parts.append(_escaped(turn.words))
    return "\n\n".join(parts) + "\n"


def _decoded(data: str | bytes) -> tuple[str, list[Problem]]:
    """Return the text with LF line ends and what is wrong with its characters."""
    problems: list[Problem] = []
    text = data if isinstance(data, str) else ""
    if isinstance(data, bytes):
        try:
            text = data.decode("utf-8")
        except UnicodeDecodeError as exc:
            line = data.count(b"\n", 0, exc.start) + 1
            problems.append(Problem(line, "these bytes are not UTF-8; save the file as UTF-8"))
            text = data.decode("utf-8", "replace")
    text = text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
    problems += [Problem(n, "a control character that no page or feed may hold; delete it") for n in xml_errors(text)]
    return text, problems


def _conflict(lines: list[str]) -> int:
    """Return the line (from 1) at which a merge conflict of git's begins, 0 for none."""
    wanted, begins = 0, 0
    for n, line in enumerate(lines, 1):
        if CONFLICT[wanted].match(line):
            begins = begins or n
            wanted += 1
            if wanted == len(CONFLICT):
                return begins
    return 0


def _has_headers(first: str) -> bool:
    """Say whether the first line begins a header block: a known name and a colon however spelt, or `Name: `."""
    name, colon, _ = first.partition(":")
    return bool(colon and re.sub(r"[\s_-]", "", name).lower() in NAMES) or bool(LOOKS_LIKE_HEADER.match(first))


def _turns(lines: list[str], first: int) -> tuple[tuple[Turn, ...], list[Problem]]:
    """Return the turns that begin at line ``first`` (from 1), and what is wrong with them."""
    problems: list[Problem] = []
    starts: list[tuple[int, Who, date | None]] = [(first - 1, Who.READER, None)]
    for n in range(first, len(lines) + 1):
        line = lines[n - 1]
        look = LOOKS_LIKE_TURN.match(line)
        if look is None or look[1]:
            continue
        found = TURN.fullmatch(line)
        day = day_of(found[2]) if found else None
        if found is None or day is None:
            problems.append(
                Problem(
                    n,
                    "a turn begins with `--- answer, 2026-05-04` or `--- reader, 2026-05-04` (words that look so: put a backslash before them)",
                )
            )
            continue
        if (n > first and lines[n - 2].strip()) or (n < len(lines) and lines[n].strip()):
            problems.append(Problem(n, "leave an empty line before and after the line that begins a turn"))
        starts.append((n, Who(found[1]), day))
    turns = []
    for i, (start, who, day) in enumerate(starts):
        end = starts[i + 1][0] - 1 if i + 1 < len(starts) else len(lines)
        words = blank_trimmed("\n".join(_unescaped(line) for line in lines[start:end]))
        if i and not words:
            problems.append(Problem(start, "this turn has no words; write them below it, or delete the line"))
        if who is Who.READER and len(words.encode("utf-8", "replace")) > MAX_TURN_BYTES:
            problems.append(Problem(start + 1, f"a reader's words may have {MAX_TURN_BYTES:,} bytes; shorten them"))
        turns.append(Turn(who, words, day))
    return tuple(turns), problems


def _note(
    values: dict[str, object], where: dict[str, int], turns: tuple[Turn, ...], *, folder: str, stem: str
) -> tuple[Note | None, list[Problem]]:
    """Return the note that the parts make, or what keeps them from being one."""
    values.setdefault("post", folder)
    if "show" not in values:
        values["show"] = Show.NAMED if "name" in values else Show.ANONYMOUS
    named_by_file = STEM_DAY.match(stem)
    if "day" not in values and named_by_file and (day := day_of(named_by_file[1])):
        values["day"] = day
    note = Note(id=stem, **values)  # type: ignore[arg-type]
    if note.is_authors and turns:
        turns = (Turn(Who.ANSWER, turns[0].words), *turns[1:])
    problems = list(_contradictions(note, turns, where, stem))
    if note.show is Show.COUNTED:
        turns = ()
    object.__setattr__(note, "turns", turns)
    return (None if problems else note), problems


def _contradictions(note: Note, turns: tuple[Turn, ...], where: dict[str, int], stem: str) -> Iterator[Problem]:
    """Yield what does not go together; what is missing is reported at line 1."""
    if not STEM.fullmatch(stem):
        yield Problem(1, "name the file with small letters, digits and hyphens only, like 2026-05-03-k3f9.note")
    if note.name and note.show in {Show.ANONYMOUS, Show.MINE}:
        yield Problem(
            where.get("from", 1), f"a name and `Show: {note.show.value}` do not go together; delete one of the two"
        )
    if note.show is Show.NAMED and not note.name:
        yield Problem(where.get("show", 1), "`Show: named` needs a `From:` with the name as the writer wants it")
    yield from _counting(note, turns, where, stem)
    if note.show is not Show.COUNTED:
        if note.day is None:
            yield Problem(1, "no day: write `Date: 2026-05-03`, or begin the file name with one")
        if not (turns and turns[0].words):
            yield Problem(1, "no words: write them after an empty line")
    if note.is_authors and (turn := next((t for t in turns[1:] if t.who is Who.READER), None)):
        kind = "mine" if note.show is Show.MINE else "credit"
        yield Problem(
            1, f"a {kind} note is told in your words and has no reader's turn (that of {turn.day}); delete it"
        )
    if note.kind.value == "credit" and not note.name and note.show is not Show.MINE:
        yield Problem(1, "a credit names whom you thank: write `From: NAME`")


def _counting(note: Note, turns: tuple[Turn, ...], where: dict[str, int], stem: str) -> Iterator[Problem]:
    """Yield what is wrong about counting: it has a file of its own, `counted.note`, and nothing else stands in it."""
    if note.show is Show.COUNTED and stem != COUNTED:
        yield Problem(where.get("show", 1), "`Show: counted` belongs into a file called counted.note")
    if stem == COUNTED and note.show is not Show.COUNTED:
        yield Problem(where.get("show", 1), "counted.note needs `Show: counted`")
    if note.count and stem != COUNTED:
        yield Problem(where.get("count", 1), "`Count:` belongs into a file called counted.note")
    if note.show is Show.COUNTED:
        if not note.count:
            yield Problem(1, "counted.note needs `Count: 4`")
        if any(t.words for t in turns) or len(turns) > 1:
            yield Problem(1, "counted.note holds a number and no words; delete them")


def _header_lines(note: Note, folder: str) -> Iterator[str]:
    """Yield the header lines in their usual order, without those that say nothing."""
    for name, header in HEADERS.items():
        value = getattr(note, header.field)
        stem_day = STEM_DAY.match(note.id)
        if name == "post" and value == folder:
            continue
        if name == "date" and (value is None or (stem_day and day_of(stem_day[1]) == value)):
            continue
        if name == "show" or header.says(value):
            yield f"{header.title}: {header.write(value)}"


def _escaped(words: str) -> str:
    return "\n".join("\\" + line if LOOKS_LIKE_OURS.match(line) else line for line in words.split("\n"))


def _unescaped(line: str) -> str:
    look = LOOKS_LIKE_OURS.match(line)
    return line[1:] if look and look[1] else line
