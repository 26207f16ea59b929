"""The question as one would list it: one sentence that can stand alone, or one with what it points at. Pure."""

from __future__ import annotations

__all__ = ["question_line"]

import re
from collections.abc import Iterable

from .lexicon import Language
from .reading import Place, Reading, apart_from
from .sentences import Sentence

SHORT = 35
"""Characters: a shorter sentence tells of no trouble."""

PAIR, ALONE = 300, 160
"""Characters of a question together with what stands before it; above the second one sentence before is enough."""

LEAD = re.compile(r"(?:[-*+•]|#{1,6}|\(?\d{1,2}[.)]|Q\d{0,2}[.):])\s+", re.IGNORECASE)
"""What numbers or marks a sentence of a list."""

FRAMES = ("greeting", "thanks", "praise", "announce")
"""What may stand before a question in its sentence and is not quoted with it."""

TOPIC = 3
"""Words that not every question has: so many tell what it is about."""

FULL, FULLER = 15, 20
"""Words: a question as long as this means something, common as they may be; the second with phrases of ``vague``."""

POINTER = 9
"""Words of a question whose last word ("it?") means what stands before; a longer one says itself what it means."""

GAP = 40
"""Characters before a sentence in which its empty line stands, if it has one."""

SCRAP = 6
"""Words: a question as short as this that begins like none ("Or the cache?") gives way to another."""

MACHINE = re.compile(r"[a-z][\w./-]*(?:\[\d+\])?: |\d\d:\d\d")
"""How a program begins what it says ("gpg: no secret key"); nothing that tells what a question means."""

CLAUSE = re.compile(r"[,;:–—] ")
CALLED = re.compile(r",\s(?:[A-Z]\w{1,20}|sir|man|guys)\s?[?.!]+$")
"""The name at the end of a question ("Any idea what is wrong, Ann?")."""

TAG = re.compile(
    r"(?:,\s?(?:no|yes|correct|eh|huh|ok|isn.t it|n.est-ce pas|oder|nicht wahr|vero|né)|\bright)\s?\?+$", re.IGNORECASE
)
MARK = 3
"""Characters between two sentences that may be a list's; more is code or a quotation, and they stand apart."""

PRIVATE = re.compile(r"https?://|www\.|@\w|\+?\d[\d ()/-]{6,}\d")
NAMED = re.compile(r"(?<!^)\b(?!I\b)[A-Z]|\d|`|\w[_.]\w")
"""A word that names something, wherever it stands: a capital, a digit, code."""


def question_line(reading: Reading, asking: list[Sentence], quotable: list[Sentence]) -> Place | None:
    """Return the question one would list; None without one.

    The first that can stand alone: one with a question mark or "I wonder whether" before others, one in brackets and
    "..., no?" last. One that says nothing by itself ("Any idea?", "How can I test them?") takes the sentence before it
    along; where code or an address lies between, the sentence that tells of the trouble stands for it.
    """
    alone = [s for s in asking if not is_vague(reading, s) and not _leans(reading, s)]
    if alone:
        chosen = min(alone, key=lambda s: (*_is_aside(reading, s), _rank(reading, s), s.index))
        return start_behind(reading, chosen, FRAMES), chosen.end
    if not asking:
        return None
    asking = [s for s in asking if not _only_announces(reading, s)] or asking
    asking.sort(key=lambda s: _is_formula(reading, s))
    for chosen in asking:
        if _only_announces(reading, chosen) and _tells_its_topic(reading, chosen):
            return _with_what_follows(reading, chosen, quotable) or (chosen.start, chosen.end)
        told = _told_trouble(reading, chosen, quotable) if _is_courtesy(reading, chosen) else None
        if line := told or _with_what_came_before(reading, chosen, quotable):
            return line
    leaning = [s for s in asking if not is_vague(reading, s)]
    if leaning:
        return start_behind(reading, leaning[0], FRAMES), leaning[0].end
    for find in (_told_trouble, _with_what_follows, _what_is_wanted):
        for chosen in asking:
            if line := find(reading, chosen, quotable):
                return line
    return asking[0].start, asking[0].end


def _leans(reading: Reading, sentence: Sentence) -> bool:
    """Say whether a question points at what stands before it ("the other one", "worry about it?"), or goes on from it."""
    names = NAMED.search(reading.text, start_behind(reading, sentence, FRAMES) + 1, sentence.end)
    if names and _opens_a_paragraph(reading, sentence) and _tells_its_topic(reading, sentence):
        return False
    goes_on = any(start == sentence.start for start, _ in reading.find("continues", sentence))
    words = reading.words(sentence.start, sentence.end)
    ends_pointing = len(words) <= POINTER and any(words[-1] in x.pointing for x in reading.languages)
    return goes_on or ends_pointing or bool(reading.find("leaning", sentence))


def _opens_a_paragraph(reading: Reading, sentence: Sentence) -> bool:
    """Say whether an empty line stands before a sentence."""
    before = reading.text[max(0, sentence.start - GAP) : sentence.start]
    return before[len(before.rstrip()) :].count("\n") > 1


def _is_aside(reading: Reading, sentence: Sentence) -> tuple[bool, bool]:
    """Say whether a question stands in brackets, and whether it only wants to hear yes ("..., right?")."""
    return reading.text[sentence.start] == "(", bool(TAG.search(reading.text, sentence.start, sentence.end))


def _rank(reading: Reading, sentence: Sentence) -> int:
    """Return 0 for a question by its mark or its words, 1 for a scrap with a mark, 2 for a request or trouble told."""
    if reading.find("indirect", sentence):
        return 0
    scrap = len(reading.words(sentence.start, sentence.end)) <= SCRAP and not reading.find("ask", sentence)
    return (1 if scrap else 0) if sentence.asks else 2


def is_vague(reading: Reading, sentence: Sentence) -> bool:
    """Say whether this question means nothing by itself.

    It does where hardly a word is left beside the phrases of ``vague``, or beside the words that every question has
    (`Language.hollow`); one that is left is enough unless the question points at something ("Could you test them?").
    """
    start, end = start_behind(reading, sentence, FRAMES), sentence.end
    if called := CALLED.search(reading.text, start, end):
        end = called.start()
    words = reading.words(start, end)
    empty = sum(len(reading.words(max(a, start), b)) for a, b in reading.find("vague", sentence))
    if len(words) < 4 or (empty > 0 and len(words) - empty <= 3) or _only_announces(reading, sentence):
        return True
    spoken = _spoken(reading)
    if spoken is None or len(words) >= (FULLER if empty else FULL):
        return False
    told = _own(words, spoken)
    if told and NAMED.search(reading.text, start + 1, end):
        return False
    points = sum(word in spoken.pointing for word in words)
    return not told or len(told) <= min(points, 2)


def _spoken(reading: Reading) -> Language | None:
    """Return the language of the message; None if it is none for sure, or one whose hollow words nobody has listed."""
    spoken = [x for x in reading.languages if x.hollow]
    return spoken[0] if len(spoken) == 1 else None


def _own(words: Iterable[str], spoken: Language) -> list[str]:
    """Return the words that not every question has."""
    empty = (spoken.hollow, spoken.common, spoken.pointing)
    return [word for word in words if not any(word in known for known in empty)]


def _is_formula(reading: Reading, sentence: Sentence) -> bool:
    """Say whether nothing is left of a question beside a phrase of ``vague`` ("I was wondering if I could get some help")."""
    empty = sum(len(reading.words(*place)) for place in reading.find("vague", sentence))
    return empty >= len(reading.words(sentence.start, sentence.end))


def _tells_its_topic(reading: Reading, sentence: Sentence) -> bool:
    """Say whether a sentence tells by itself what it is about ("I have a question on mixing paints by weight")."""
    spoken = _spoken(reading)
    words = reading.words(sentence.start, sentence.end)
    if reading.words_of(sentence).endswith(":") or reading.find_in_any("thanks_not", sentence):
        return False  # a listing follows, or it is only "any thoughts are appreciated"
    return spoken is not None and len(_own(words, spoken)) >= TOPIC


def _only_announces(reading: Reading, sentence: Sentence) -> bool:
    """Say whether it says that a question follows ("I have a question about the feed.", "Could you add these:")."""
    return reading.words_of(sentence).endswith(":") or (not sentence.asks and bool(reading.find("announce", sentence)))


def start_behind(reading: Reading, sentence: Sentence, skip: Iterable[str]) -> int:
    """Return where a sentence begins behind its mark in a list, behind "By the way," and a clause of these lists."""
    text = reading.words_of(sentence)
    lead = LEAD.match(text)
    first = lead.end() if lead else 0
    cut = CLAUSE.search(text, first)
    start = sentence.start + first
    if cut is None or cut.end() > len(text) - 15:
        return start
    head_end = sentence.start + cut.start()
    links = {word for language in reading.languages for word in language.links}
    if " ".join(reading.words(start, head_end)) in links:
        return sentence.start + cut.end()
    frames = [place for slot in skip for place in reading.find(slot, sentence) if place[1] <= head_end + 1]
    few = len(reading.words(start, head_end)) <= 6
    asked = [s for s, _ in apart_from(reading.find("ask", sentence), frames)]
    return sentence.start + cut.end() if frames and few and (not asked or min(asked) > head_end) else start


def _with_what_came_before(reading: Reading, chosen: Sentence, quotable: list[Sentence]) -> Place | None:
    """Return a question with the one or two sentences before it that it needs; None where they cannot be quoted."""
    start = chosen.start
    for other in reversed([s for s in quotable if s.index < chosen.index][-2:]):
        if not _stands_with(reading, other, start, chosen.end) or _is_courtesy(reading, other):
            break
        if start == chosen.start and _is_all_well(reading, other):
            break
        enough = start < chosen.start and chosen.end - start >= SHORT + len(reading.words_of(chosen))
        if enough or (start < chosen.start and chosen.end - other.start > ALONE):
            break
        start = other.start
    return (_behind_lead(reading, start), chosen.end) if start < chosen.start else None


def _behind_lead(reading: Reading, start: int) -> int:
    """Return where the words begin behind what numbers them, if anything does."""
    lead = LEAD.match(reading.text, start)
    return lead.end() if lead else start


def _with_what_follows(reading: Reading, chosen: Sentence, quotable: list[Sentence]) -> Place | None:
    """Return a question with the sentence behind it, which may say what it is about."""
    after = next((s for s in quotable if s.index == chosen.index + 1), None)
    if after is None or after.end - chosen.start > PAIR or _is_courtesy(reading, after):
        return None
    if MACHINE.match(reading.words_of(after)):
        return None
    between = reading.text[chosen.end : after.start].strip()
    private = PRIVATE.search(reading.text, chosen.start, after.end)
    return (chosen.start, after.end) if len(between) <= MARK and not private else None


def _stands_with(reading: Reading, other: Sentence, start: int, end: int) -> bool:
    """Say whether ``other`` stands right before ``start`` and all together makes a line one would quote."""
    between = reading.text[other.end : start].strip()
    code = len(other.folded.text) * 3 < (other.end - other.start) * 2
    private = PRIVATE.search(reading.text, other.start, end)
    if code or MACHINE.match(reading.words_of(other)) or len(reading.words(other.start, other.end)) < 3:
        return False
    return end - other.start <= PAIR and len(between) <= MARK and not private


def _is_courtesy(reading: Reading, sentence: Sentence) -> bool:
    """Say whether a sentence only thanks or applauds, and so tells nothing of what is asked."""
    if reading.find("praise", sentence) and len(reading.words(sentence.start, sentence.end)) <= SCRAP:
        return True
    return bool(reading.find_in_any("thanks", sentence) or reading.find_in_any("ahead", sentence))


def _is_all_well(reading: Reading, sentence: Sentence) -> bool:
    """Say whether a sentence says no more than that something works: not what is asked about."""
    return len(reading.words(sentence.start, sentence.end)) <= SCRAP and bool(reading.find("solved", sentence))


def _told_trouble(reading: Reading, chosen: Sentence, quotable: list[Sentence]) -> Place | None:
    """Return the sentence that tells of the trouble the question ``chosen`` is about; None where none does."""
    told = [s for s in _others(reading, chosen, quotable) if reading.find("trouble", s)]
    if (
        told
        and reading.words_of(told[0]).endswith(":")
        and (line := _with_what_came_before(reading, told[0], quotable))
    ):
        return line
    return (start_behind(reading, told[0], FRAMES), told[0].end) if told else None


def _what_is_wanted(reading: Reading, chosen: Sentence, quotable: list[Sentence]) -> Place | None:
    """Return what the writer wants to do, or what stands before the question; None where nothing does."""
    earlier = [s for s in _others(reading, chosen, quotable) if s.index < chosen.index]
    told = [s for s in earlier if reading.find("goal", s)] or earlier
    return (start_behind(reading, told[-1], FRAMES), told[-1].end) if told else None


def _others(reading: Reading, chosen: Sentence, quotable: list[Sentence]) -> list[Sentence]:
    """Return the sentences that may stand for a question."""
    long = [s for s in quotable if s.index != chosen.index and s.end - s.start >= SHORT]
    return [s for s in long if not MACHINE.match(reading.words_of(s))]
