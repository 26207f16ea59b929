"""The notation of the phrase files: what a phrase matches, and by what it can begin. Pure.

How to write it stands in ``phrases/README.md``.
"""

from __future__ import annotations

__all__ = ["Beginnings", "beginnings", "compiled"]

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from .folding import fold_phrase

TOKEN = re.compile(r"\(([^()]*)\)|\[([^\[\]]*)\]|(\.\.)|([^\s()\[\]]+?)(?=\.\.|[\s()\[\]]|$)")
MISPLACED = re.compile(r"\S[(\[]|[)\]]\S|\([^)]*\(|\[[^\]]*\[|\([^)]*\.\.[^)]*\)")
BEFORE = r"(?<!\w)"
AFTER = r"(?!\w)"
NEVER = re.compile(r"(?!)")
WORD = re.compile(r"\w+")


@dataclass(frozen=True, slots=True)
class Beginnings:
    """By what phrases of a slot can begin: whole words, the first letters of words, single letters (no spaces).

    ``anything`` where one begins with any word at all.
    """

    words: frozenset[str] = frozenset()
    starts: tuple[str, ...] = ()
    letters: frozenset[str] = frozenset()
    anything: bool = False

    def may_stand_in(self, text: str) -> bool:
        """Say whether a phrase may stand in a folded text; where not, none does, and its pattern need not be tried."""
        words, letters = _runs(text)
        return (
            self.anything
            or not self.words.isdisjoint(words)
            or not self.letters.isdisjoint(letters)
            or (bool(self.starts) and any(word.startswith(self.starts) for word in words))
        )


@lru_cache(maxsize=256)
def _runs(text: str) -> tuple[frozenset[str], frozenset[str]]:
    """Return the words and the letters of a text."""
    return frozenset(WORD.findall(text)), frozenset(text)


def compiled(
    phrases: Sequence[str], *, spaced: bool = True, links: Sequence[str] = (), comma: bool = True
) -> re.Pattern[str]:
    """Return one pattern for phrases in the notation of ``phrases/README.md``.

    ``(a|b)`` one of these, ``[a|b]`` perhaps one of these, ``..`` up to four words, ``word*`` a word that begins so,
    ``_`` any word, ``#`` a word with a digit,
    ``^`` first: only where a clause begins; ``links`` are the words ("but", "so") behind which one begins too, with
    or without a comma; behind other commas only if ``comma``.
    Every repetition in it is bounded, and no phrase is empty: matching is linear. Raises ValueError for a phrase that
    begins with something optional.
    """
    free: list[str] = []
    starting: list[str] = []
    for phrase in sorted(set(phrases), key=lambda p: (-len(p), p)):
        (starting if phrase.startswith("^") else free).extend(_regexes(phrase.removeprefix("^"), spaced=spaced))
    before, after = (BEFORE, AFTER) if spaced else ("", "")
    branches = [f"{before}(?:{'|'.join(free)})"] if free else []
    if starting:
        words = [re.escape(fold_phrase(w)) for w in links]
        behind = "".join(f"|(?<={b}{w}{e} )" for w in words for b in (" ", r"\A") for e in ("", ","))
        marks = (r"|(?<=[,;:(*.!?…–—-] )|(?<=[,;:(、，。])") if comma else r"|(?<=[;:(*.!?…–—-] )|(?<=[;:(])"
        behind += marks if spaced else r"|(?<=[、,。.:;! ])"
        branches.append(rf"{before}(?:\A{behind})(?:{'|'.join(starting)})")
    return re.compile(f"(?:{'|'.join(branches)}){after}") if branches else NEVER


def beginnings(phrases: Sequence[str], *, spaced: bool = True) -> Beginnings:
    """Return by what the phrases can begin, as `compiled` reads them."""
    words, starts, letters = set(), set(), set()
    for phrase in phrases:
        first = TOKEN.match(phrase.removeprefix("^"))
        assert first
        group, _, _, word = first.groups()
        for head in filter(None, map(str.strip, (group or "").split("|") if group is not None else [word])):
            literal = re.split(r"[*_#]", fold_phrase(head), maxsplit=1)[0]
            run = WORD.match(literal)
            if not run:
                return Beginnings(anything=True)
            if not spaced:
                letters.add(literal[0])
            elif run.end() == len(literal) < len(fold_phrase(head)):
                starts.add(run[0])
            else:
                words.add(run[0])
    return Beginnings(frozenset(words), tuple(sorted(starts)), frozenset(letters))


def _regexes(phrase: str, *, spaced: bool) -> list[str]:
    """Return the patterns of one phrase: one for each way it can begin, since `re` skips quickly by first letters."""
    space = ",? " if spaced else ""
    gap = "[,;:]?(?: [^ ]{1,40}){0,4}" if spaced else "[^ ]{0,12}"
    heads: list[str] = []
    tail = ""
    if spaced and MISPLACED.search(phrase):
        raise ValueError(f"brackets must not touch a word and must not stand within others: {phrase}")
    for m in TOKEN.finditer(phrase):
        group, optional, dots, word = m.groups()
        if not heads:
            if dots or optional is not None:
                raise ValueError(f"a phrase must not begin with something optional: {phrase}")
            heads = [_literal(x) for x in (group.split("|") if group is not None else [word])]
        elif dots or optional == "..":
            tail += gap
        elif optional is not None:
            tail += f"(?:{space}(?:{'|'.join(_literal(x) for x in optional.split('|'))}))?"
        elif word and not word[0].isalnum() and word[0] not in "_#":
            tail += " ?" + re.escape(word)
        else:
            tail += space + (
                f"(?:{'|'.join(map(_literal, group.split('|')))})" if group is not None else _literal(word)
            )
    return [head + tail for head in heads if head]


def _literal(words: str) -> str:
    """Return the pattern of plain words; ``*``: the rest of a word, ``_``: one whole word, ``#``: one with a digit."""
    parts = [re.escape(fold_phrase(part)).replace("\\ ", " ").replace("\\#", "#") for part in words.strip().split("*")]
    return r"\w{0,20}".join(parts).replace("_", r"[^ ]{1,40}").replace("#", r"[^ \d]{0,10}\d[^ ]{0,30}")
