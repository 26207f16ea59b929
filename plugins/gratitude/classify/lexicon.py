"""The phrases by which languages thank, ask and allow: read from ``phrases/``, one file a language. Pure.

The files are data of the package, read once; how to write one stands in ``phrases/README.md``.
"""

from __future__ import annotations

__all__ = ["SLOTS", "Language", "Lexicon", "lexicon"]

import itertools
import re
import tomllib
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from importlib import resources

from .folding import fold_phrase
from .notation import Beginnings, beginnings, compiled
from .sentences import Sentence

SLOTS = (
    "thanks", "thanks_not", "ahead", "helped", "helped_not", "yours", "acted", "gained", "gained_not", "spoiled", "ask", "ask_not",
    "trouble", "trouble_not", "solved", "vague", "announce", "leaning", "continues", "follows", "follows_not", "point", "indirect", "goal", "self_answer",
    "correction", "correction_not", "correction_weak", "praise", "praise_not", "greeting", "closing",
    "may_publish", "may_publish_not", "agreed", "with_name", "with_name_not", "without_name", "without_name_not",
    "refused", "refused_not",
    "pitch", "pitch_not", "pitch_praise", "pitch_partner", "pitch_article", "pitch_traffic", "pitch_site", "pitch_yours", "homework",
)  # fmt: skip
"""Every list a language may have; all but the first few are optional."""

SURE = 2
"""Common words that must stand in a text before its language is known; one alone may be anybody's ("so", "no")."""


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
    firsts: dict[str, Beginnings] = field(default_factory=dict, compare=False, repr=False)

    def may_say(self, slot: str, text: str) -> bool:
        """Say whether a phrase of the slot may stand in a folded text: most do not, and cost nothing then."""
        if slot not in self.firsts:
            self.firsts[slot] = beginnings(self.phrases.get(slot, ()), spaced=self.spaced)
        return self.firsts[slot].may_stand_in(text)

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
            if language.may_say(slot, sentence.folded.text):
                found_here = language.pattern(slot).finditer(sentence.folded.text)
                found += [sentence.folded.back(*m.span()) for m in found_here]
        return sorted(set(found))

    def has(self, slot: str, sentence: Sentence, languages: Iterable[Language] | None = None) -> bool:
        """Say whether a phrase of ``slot`` stands in the sentence."""
        return bool(self.find(slot, sentence, languages))


def _share(language: Language, words: Counter[str], folded: str) -> float:
    """Return how much of a text looks like this language."""
    if language.script is not None:
        return len(language.script.findall(folded)) / 2
    return float(sum(n for word, n in words.items() if word in language.common))


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
