"""The phrases by which languages thank, ask and allow: read from ``phrases/``, one file a language. Pure.

The files are data of the package, read once; how to write one stands in ``phrases/README.md``.
"""

from __future__ import annotations

__all__ = ["SLOTS", "Language", "Lexicon", "compiled", "lexicon"]

import itertools
import re
import tomllib
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from importlib import resources

from .folding import fold_phrase
from .sentences import Sentence

SLOTS = (
    "thanks", "thanks_not", "ahead", "helped", "helped_not", "yours", "acted", "gained", "gained_not", "spoiled", "ask", "ask_not",
    "trouble", "trouble_not", "solved", "vague", "announce", "leaning", "continues", "indirect", "goal", "self_answer",
    "correction", "correction_not", "correction_weak", "praise", "praise_not", "greeting", "closing",
    "may_publish", "may_publish_not", "agreed", "with_name", "with_name_not", "without_name", "without_name_not",
    "refused", "refused_not",
    "pitch", "pitch_not", "pitch_praise", "pitch_partner", "pitch_article", "pitch_traffic", "pitch_site", "pitch_yours", "homework",
)  # fmt: skip
"""Every list a language may have; all but the first few are optional."""

TOKEN = re.compile(r"\(([^()]*)\)|\[([^\[\]]*)\]|(\.\.)|([^\s()\[\]]+?)(?=\.\.|[\s()\[\]]|$)")
MISPLACED = re.compile(r"\S[(\[]|[)\]]\S|\([^)]*\(|\[[^\]]*\[|\([^)]*\.\.[^)]*\)")
BEFORE = r"(?<!\w)"
AFTER = r"(?!\w)"
SURE = 2
"""Common words that must stand in a text before its language is known; one alone may be anybody's ("so", "no")."""

NEVER = re.compile(r"(?!)")


@dataclass(frozen=True, slots=True)
class Language:
    """One phrase file.

    ``common`` are its most frequent words, by which it is recognised; ``fillers`` those that may follow a bare "thanks"
    without adding anything; ``for_what`` those that say what the thanks are for. ``comma``: a question may begin behind
    a comma; not where relative clauses begin with the words that ask ("..., que es muy útil"). ``hollow`` are words
    that every question has ("know", "problem"), ``pointing`` those that need what stands before ("it").
    """

    code: str
    name: str
    common: frozenset[str]
    fillers: frozenset[str]
    for_what: frozenset[str]
    script: re.Pattern[str] | None
    spaced: bool
    comma: bool
    links: tuple[str, ...]
    hollow: frozenset[str]
    pointing: frozenset[str]
    phrases: Mapping[str, Sequence[str]]
    patterns: dict[str, re.Pattern[str]] = field(default_factory=dict, compare=False, repr=False)

    def pattern(self, slot: str) -> re.Pattern[str]:
        """Return the pattern of a slot, compiled when it is first asked for (all of them cost .6 s of CPU)."""
        if slot not in self.patterns:
            opens = self.comma or slot != "ask"
            self.patterns[slot] = compiled(
                self.phrases.get(slot, ()), spaced=self.spaced, links=self.links, comma=opens
            )
        return self.patterns[slot]


@dataclass(frozen=True, slots=True)
class Lexicon:
    """All languages."""

    languages: tuple[Language, ...]

    def spoken(self, folded: str) -> tuple[Language, ...]:
        """Return the languages a text may be written in; all of them where nothing tells.

        Weak phrases ("come", "was", "is er") mean something else in another language, so they are only looked for in
        these. Counted are common words, and letters of scripts of their own.
        """
        words = Counter(re.findall(r"[^\W\d_]+", folded))
        always = tuple(x for x in self.languages if not x.common and x.script is None)
        scores = {x.code: _share(x, words, folded) for x in self.languages if x not in always}
        best = max(scores.values(), default=0.0)
        if best < SURE:
            return self.languages
        return always + tuple(x for x in self.languages if scores.get(x.code, 0) >= 0.34 * best)

    def find(self, slot: str, sentence: Sentence, languages: Iterable[Language] | None = None) -> list[tuple[int, int]]:
        """Return where phrases of ``slot`` stand, as offsets into the message; in order, in all languages by default."""
        found = []
        for language in self.languages if languages is None else languages:
            pattern = language.pattern(slot)
            if pattern is not NEVER:
                found += [sentence.folded.back(*m.span()) for m in pattern.finditer(sentence.folded.text)]
        return sorted(set(found))

    def has(self, slot: str, sentence: Sentence, languages: Iterable[Language] | None = None) -> bool:
        """Say whether a phrase of ``slot`` stands in the sentence."""
        return bool(self.find(slot, sentence, languages))


def _share(language: Language, words: Counter[str], folded: str) -> float:
    """Return how much of a text looks like this language."""
    if language.script is not None:
        return len(language.script.findall(folded)) / 2
    return float(sum(n for word, n in words.items() if word in language.common))


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


def _language(code: str, data: Mapping[str, object]) -> Language:
    """Return one file as a language."""

    def strings(key: str) -> list[str]:
        value = data.get(key, [])
        return [str(x) for x in value] if isinstance(value, list) else []

    script = str(data.get("script", ""))

    def words(key: str) -> frozenset[str]:
        return frozenset(itertools.chain.from_iterable(fold_phrase(w).split() for w in strings(key)))

    return Language(
        code=code,
        name=str(data.get("name", code)),
        common=words("common"),
        fillers=words("fillers"),
        for_what=words("for_what"),
        script=re.compile(script) if script else None,
        spaced=bool(data.get("spaces", True)),
        comma=bool(data.get("comma", True)),
        links=tuple(strings("links")),
        hollow=words("hollow"),
        pointing=words("pointing"),
        phrases={slot: strings(slot) for slot in SLOTS},
    )


@lru_cache(maxsize=1)
def lexicon() -> Lexicon:
    """Return all languages of the package, read once."""
    folder = resources.files(__package__).joinpath("phrases")
    files = sorted((f for f in folder.iterdir() if f.name.endswith(".toml")), key=lambda f: f.name)
    return Lexicon(tuple(_language(f.name[:-5], tomllib.loads(f.read_text(encoding="utf-8"))) for f in files))
