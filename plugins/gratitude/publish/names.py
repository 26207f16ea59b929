"""The writer's own names in a text that is shown without a name. Pure."""

from __future__ import annotations

__all__ = ["NAME", "Names", "names_of", "own_names"]

import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from ..message import Person
from ..moderate.excerpt import UNSPACED
from .common import COMMON, ROLES
from .seen import Find, Page

NAME = "the writer's name"
MAX_NAMES = 60
MAX_PARTS = 8

MARKS = "\u0300-\u036f\u0591-\u05c7\u0610-\u065f\u0900-\u0963\u0966-\u0dff\u0e30-\u0e4e"
"""Marks that stand inside words and that ``\\w`` leaves out: accents, Hebrew, Arabic, Indic, Thai."""
TOKEN = re.compile(rf"[{UNSPACED}]+|(?:(?![{UNSPACED}])[\w{MARKS}])+")
JOINT = re.compile(r"[^\w\n]{1,3}")
INTRO = re.compile(
    r"(?<!\w)(?:i['’]?m|i am|my name is|name['’]?s|this is|it['’]s|call me|ich bin|ich heiße|ich heisse|mein name ist|"
    r"hier ist|hier schreibt|je suis|je m['’]appelle|mon nom est|c['’]est|soy|me llamo|mi nombre es|sono|mi chiamo|ik ben|"
    r"mijn naam is|jag heter|jeg heter|meu nome é|me chamo|nazywam się|mam na imię|jmenuji se|меня зовут|я)[^\S\n]{1,3}$",
    re.IGNORECASE,
)
NAMED = re.compile(r"(?<!\w)name (?:is|ist)[^\S\n]{1,3}$", re.IGNORECASE)
ENDING = re.compile(
    r"(?:(?<!\w)(?:thanks|thank you|thx|cheers|best|regards|wishes|love|yours|sincerely|truly|greetings|grüße|grüßen|gruß|"
    r"merci|cordialement|saludos|gracias|abrazo|saluti|grazie|ciao|mvh|lg|vg|mfg|groet|groeten|hälsningar|hilsen|"
    r"pozdrawiam|уважением)[\s,.!–—-]{1,4}|[.!?)…][^\S\n]{1,3}|(?<!\w)[–—~-]{1,2}[^\S\n]?)$",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Names:
    """What the writer is called: whole names as words in a row, single names, and names that are words as well.

    All NFC and casefolded. ``letters`` are their first ones; ``unspaced``: names in Chinese or Japanese, as written.
    """

    rows: dict[str, tuple[tuple[str, ...], ...]]
    single: frozenset[str]
    parts: frozenset[str]
    weak: frozenset[str]
    letters: frozenset[str]
    unspaced: tuple[str, ...]

    @property
    def every(self) -> frozenset[str]:
        """All single words of the names."""
        return self.single | self.parts | self.weak


def names_of(names: Sequence[str], people: Sequence[Person]) -> Names:
    """Return what the writer is called by ``names`` and by ``people``: their names, and what an address holds of one.

    Of people without a name only the first one's address counts, since the rest are those who were written to.
    """
    rows: dict[str, list[tuple[str, ...]]] = {}
    single: set[str] = set()
    parts: set[str] = set()
    unspaced: set[str] = set()
    given = dict.fromkeys(n for n in (*names, *(p.name for p in people)) if n and "@" not in n)
    for name in list(given)[:MAX_NAMES]:
        tokens = tuple(_key(m[0]) for m in TOKEN.finditer(name))[:MAX_PARTS]
        unspaced.update(t for t in tokens if re.match(f"[{UNSPACED}]{{2}}", t))
        tokens = tuple(t for t in tokens if t and not re.match(f"[{UNSPACED}]", t))
        if len(tokens) > 1:
            rows.setdefault(tokens[0], []).append(tokens)
        (parts if len(tokens) > 1 else single).update(tokens)
    for n, person in enumerate(people[:MAX_NAMES]):
        local = _key(person.address.rpartition("@")[0].partition("+")[0]) if person.name or not n else ""
        parts.update(w for w in re.split(r"[\d._-]+", local) if len(w) > 2 and w not in ROLES)
    every = single | parts
    weak = {n for n in every if len(n) > 1 and (len(n) < 3 or n in COMMON)}
    plain = frozenset(n for n in every - weak if len(n) > 1)
    return Names(
        rows={k: tuple(v) for k, v in rows.items()},
        single=plain & single,
        parts=plain - single,
        weak=frozenset(weak),
        letters=frozenset(n[0] for n in every),
        unspaced=tuple(sorted(unspaced, key=len, reverse=True)),
    )


def own_names(page: Page, names: Names) -> Iterator[Find]:
    """Yield where ``names`` stand: whole ones in any case, parts with a capital, common words only where they sign.

    Never inside another word, in code or in a link. Linear in the text.
    """
    for name in names.unspaced:
        for m in re.finditer(re.escape(name), page.text):
            yield Find(*page.whole(page.views[0], *m.span()), NAME)
    tokens = [(m.start(), m.end(), _key(m[0])) for m in TOKEN.finditer(page.text)]
    places = [*_rows(page.text, tokens, names), *_singles(page.text, tokens, names), *_signed(page.text, tokens, names)]
    for place in sorted(places):
        if page.link(*place) or page.in_code(*place):
            continue
        start, end = page.whole(page.views[0], *place)
        possessive = page.text[end : end + 2].lower() in {"'s", "’s"} and not page.text[end + 2 : end + 3].isalnum()
        yield Find(start, end + 2 * possessive, NAME)


def _rows(text: str, tokens: list[tuple[int, int, str]], names: Names) -> Iterator[tuple[int, int]]:
    for i, (start, _, key) in enumerate(tokens):
        for row in names.rows.get(key, ()):
            here = tokens[i : i + len(row)]
            joints = all(JOINT.fullmatch(text, a[1], b[0]) for a, b in pairwise(here))
            if tuple(t[2] for t in here) == row and joints:
                yield start, here[-1][1]


def _singles(text: str, tokens: list[tuple[int, int, str]], names: Names) -> Iterator[tuple[int, int]]:
    for start, end, key in tokens:
        if key in names.single:
            yield start, end
        elif key in names.parts or key in names.weak:
            has_capital = text[start] == text[start].upper()
            before = text[max(0, start - 24) : start]
            if (has_capital and (key in names.parts or INTRO.search(before))) or NAMED.search(before):
                yield start, end


def _signed(text: str, tokens: list[tuple[int, int, str]], names: Names) -> Iterator[tuple[int, int]]:
    """Yield the names in lines that sign: nothing but names and initials, or behind a closing at a line's end."""
    every, letters = names.every, names.letters
    last = tokens[-1][1] if tokens else 0
    for line in _lines(text, tokens):
        run = []
        for token in reversed(line):
            if token[2] not in every and not (token[2] in letters or _are_initials(text, token, letters)):
                break
            run.append(token)
        run.reverse()
        while run and run[0][2] not in every and len(run) < len(line):
            run.pop(0)
        named = any(t[2] in every for t in run)
        whole = len(run) == len(line)
        if not run or len(run) > MAX_PARTS or not (named or (whole and line[-1][1] == last)):
            continue
        before = text[max(0, run[0][0] - 24) : run[0][0]]
        if whole or (ENDING.search(before) and (line[-1][1] == last or before[-2:-1] not in {".", "!", "?", ")", "…"})):
            yield run[0][0], run[-1][1]


def _lines(text: str, tokens: list[tuple[int, int, str]]) -> Iterator[list[tuple[int, int, str]]]:
    line: list[tuple[int, int, str]] = []
    for token in tokens:
        if line and "\n" in text[line[-1][1] : token[0]]:
            yield line
            line = []
        line.append(token)
    if line:
        yield line


def _are_initials(text: str, token: tuple[int, int, str], letters: frozenset[str]) -> bool:
    return len(token[2]) <= 3 and text[token[0] : token[1]].isupper() and set(token[2]) <= letters


def _key(word: str) -> str:
    return unicodedata.normalize("NFC", word).casefold().strip("_")
