"""Is it thanks, or applause? With the words that say so. Pure."""

from __future__ import annotations

__all__ = ["praised", "thanked"]

import re

from .questions import to_somebody_else
from .reading import Place, Reading, apart_from
from .sentences import Sentence

NAMES = 2
"""Words behind a bare "thanks" that may be a name."""


TO_A_NAME = re.compile(
    r" to (?!(?:the|an?|you|u|ur|your|yours|yourself|this|these|that|those|it|all|both|whoever|god|my|our|one)\b|every)"
    r"((?-i:[A-Z][a-z]{1,20})\b|[a-z][\w-]{1,20}(?=,? (?:i|we|our|everything|all)\b))",
    re.IGNORECASE,
)
"""Behind thanks: whom they go to."""

STORY = 30
"""Sentences: in a longer text the two stand together by chance."""

LETTER = 12
"""Words above a closing "Thanks" that make a letter."""


def thanked(reading: Reading, wanting: frozenset[int]) -> list[Place]:
    """Return where the writer thanks the author, or says that something of theirs helped; in order, none for none.

    ``wanting`` are the indexes of the sentences that ask. Not thanks: in advance, a "Thanks!" that only closes a
    request, a sign-off, sarcasm, "no thanks", "thank God", what is said to a commenter who is called by @name.
    """
    found: list[Place] = []
    for sentence in reading.sentences:
        denied = reading.find_in_any("thanks_not", sentence) + reading.find_in_any("ahead", sentence)
        explicit = apart_from(reading.find_in_any("thanks", sentence), denied)
        explicit = [place for place in explicit if not _goes_to_another(reading, place)]
        helped = apart_from(reading.find("helped", sentence), reading.find("helped_not", sentence))
        if helped and sentence.index in wanting and not explicit:
            helped = [p for p in helped if not sentence.asks]
        asked = any(i <= sentence.index for i in wanting)
        if explicit and not helped and _only_closes(reading, sentence, explicit[-1], asked, wanting):
            explicit = []
        found += explicit + helped
    found = found or _story(reading, wanting)
    return [] if to_somebody_else(reading) else sorted(set(found))


def _goes_to_another(reading: Reading, place: Place) -> bool:
    """Say whether "thanks" goes on with "to Bram", not the author (whose names must be known), or "to rsync"."""
    m = TO_A_NAME.match(reading.text, place[1])
    if m is None or m[1].casefold() in reading.authors:
        return False
    return bool(reading.authors) or m[1][0].islower()


def _story(reading: Reading, wanting: frozenset[int]) -> list[Place]:
    """Return the words of a story: what the author wrote or advised, and what came of it. None where it asks or errs.

    "I followed your steps", "you wrote that one should test the key" with "it works", "now we have one that does".
    Neither alone is thanks, but "I tried your method" is where nothing in the letter spoils it. Many tell it, no two alike: only such pairs reach beyond the phrases of ``helped``.
    """
    if wanting or len(reading.sentences) > STORY:
        return []
    yours = [p for s in reading.sentences for p in reading.find("yours", s)]
    gained = [
        p for s in reading.sentences for p in apart_from(reading.find("gained", s), reading.find("gained_not", s))
    ]
    wrong = any(reading.find(slot, s) for s in reading.sentences for slot in ("correction", "correction_weak"))
    apart = [g for g in gained if not any(g[0] < e and s < g[1] for s, e in yours)]
    if yours and apart and not wrong:
        return [*yours[:1], *apart[:2]]
    spoiled = any(reading.find(slot, s) for s in reading.sentences for slot in ("spoiled", "gained_not", "helped_not"))
    acted = [] if wrong or spoiled else [p for s in reading.sentences if not s.asks for p in reading.find("acted", s)]
    return acted[:2]


def praised(reading: Reading) -> list[Place]:
    """Return where the writer applauds."""
    return [
        place
        for s in reading.sentences
        for place in apart_from(reading.find("praise", s), reading.find("praise_not", s))
    ]


def _only_closes(reading: Reading, sentence: Sentence, place: Place, asked: bool, wanting: frozenset[int]) -> bool:
    """Say whether this thanks is nothing but the end of a request, or a sign-off.

    Bare thanks ("Thanks!", "thank you so much for your help, Ann") close when a request came before them, in an
    earlier sentence or in the same; or as a line of their own that ends in a comma, above a name.
    """
    after = reading.words(place[1], sentence.end)
    if not _is_bare(reading, after, reading.text[place[1] : sentence.end]):
        return False
    before = reading.words(sentence.start, place[0])
    if asked:
        return not before or sentence.index in wanting or not reading.find("praise", sentence)
    last = sentence.index >= len(reading.sentences) - 2
    if before or not last or sentence.index == 0:
        return False
    return reading.words_of(sentence).endswith(",") or (not after and _is_last_paragraph(reading, sentence, place))


def _is_last_paragraph(reading: Reading, sentence: Sentence, place: Place) -> bool:
    """Say whether a plain "Thanks" stands as a paragraph of its own below a message that holds nothing warm.

    That is how letters close. Emphasis ("thank you so much", "Thanks!") and praise or help anywhere make it thanks again.
    """
    above = reading.text[: sentence.start]
    own = "\n" in above[len(above.rstrip()) :][:-1] and len(reading.words(*place)) <= 2
    if not own or "!" in reading.words_of(sentence) or len(reading.words(0, sentence.start)) < LETTER:
        return False
    return not any(reading.find(slot, s) for s in reading.sentences for slot in ("helped", "praise"))


def _is_bare(reading: Reading, after: list[str], text: str) -> bool:
    """Say whether the words behind the thanks add nothing but emphasis, a name or "for your help"; ``text`` is they."""
    fillers = {w for language in reading.languages for w in language.fillers}
    rest = [w for w in after if w not in fillers]
    links = {w for language in reading.languages for w in language.for_what}
    a_name = len(rest) <= NAMES and (not links.intersection(after) or _ends_in_name(after, rest, text))
    return not rest or a_name


def _ends_in_name(after: list[str], rest: list[str], text: str) -> bool:
    """Say whether all that was added ("Ann") stands last, behind a comma: "for your help, Ann"."""
    return "," in text and after[-len(rest) :] == rest
