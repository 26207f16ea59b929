"""The line one would quote: the sentence, or two that stand together, in the writer's own words. Pure."""

from __future__ import annotations

__all__ = ["best_line"]

import re
from collections.abc import Iterable

from ..message import Kind
from .alone import PERSON, breaks_off, goes_on, is_a_rest, is_noise, is_warm
from .asked import CLAUSE, MARK, PRIVATE, SHORT, question_line, start_behind
from .reading import Place, Reading, apart_from
from .sentences import Sentence

LONG, PAIR = 300, 260
"""Characters: above the first a line is too long to quote (below `SHORT` it may want its neighbour), the second is as
long as two sentences may be together."""

TOGETHER = 200
"""Characters of a sentence that goes on with the one it needs; where they are longer, another is quoted."""

GOES_ON, FIRST, POINT = 1.2, 0.6, 0.7
"""What a sentence is worth less that means what stands before it; more, by which a remark begins, or that judges or wishes."""

BARE = 3
"""Words of thanks or applause that never stand alone where there is more: "Thank you!", "Great post, Ann!"."""

PLAIN = 7
"""Words: thanks as short as this say nothing of their own, and a sentence that does is quoted before them."""

MAX_LINE = 400
"""No line is longer; a text without any full stop is cut at a clause or a word."""

DETAIL = re.compile(r"`|\d|(?<=[a-z])[A-Z_]|\w\.\w|\w\(\)|--?\w|(?<!^)(?<![.!?] )\b[A-Z][a-z]")
UNFINISHED = re.compile(r"(?:,?\s(?:i\.?e|e\.?g)\.?[,:]?|(?<=[\w)\"'’”`])(?:\s?[:,;](?:\s[{\[(])?|\s[{\[(]))$")
"""What leads over to a listing or an address that is not quoted with the line."""

AT_LAST = re.compile(
    r"\b(?:i|we|it|this|that|which|can|could|has|have)\s(?:\w+\s)?finally\b|\bfinally\s(?:i|we)\b", re.IGNORECASE
)
EXCLAIMS = re.compile(
    r"(?<!\w)(?:so much|really|finally|years?|days?|hours?|weeks?|weekend|life|never)(?!\w)", re.IGNORECASE
)


def best_line(
    reading: Reading,
    kind: Kind,
    places: Iterable[Place],
    asking: Iterable[Sentence] = (),
    kind_words: Iterable[Place] = (),
) -> Place | None:
    """Return the place of the best line for a message of this kind; None where nothing can be quoted.

    ``places`` show the kind, ``asking`` are its questions, ``kind_words`` its applause, for thanks that say nothing
    else. Thanks: the most telling sentence that thanks; where it is
    bare ("Thanks!"), its neighbour that says for what comes with it. A question: the sentence that asks, with the
    one before where it alone says nothing ("Any idea?"). Never a greeting or a signature where better stands.
    """
    telling = [s for s in reading.sentences if not reading.is_frame(s)]
    telling = [s for s in telling if not _is_about_quoting(reading, s)] or telling
    quotable = [s for s in telling if not is_noise(reading, s)] or telling
    if not quotable:
        return None
    if kind is Kind.QUESTION:
        asked = [s for s in asking if s in quotable] or list(asking)
        line = question_line(reading, asked, quotable) or _telling(reading, [], quotable)
    else:
        shown, applause = list(places), list(kind_words)
        beside = _of_thanks(reading, shown, applause, quotable) if kind is Kind.THANKS else None
        line = beside or _telling(reading, shown, quotable, _first_said(reading, quotable) if not shown else None)
    if line and kind is Kind.CORRECTION and line[1] - line[0] < SHORT:
        line = _with_listing(reading, line)
    return _trimmed(reading, *line) if line else None


def _with_listing(reading: Reading, line: Place) -> Place:
    """Return a short correction with the lines of code around it, which say what is wrong ("should be:")."""
    start, end = line
    above, below = reading.text[:start].rstrip(), reading.text[end:]
    first = above.rfind("\n") + 1
    last = end + len(below) - len(below.lstrip())
    last = reading.text.find("\n", last) if "\n" in reading.text[last:] else len(reading.text)
    if first < len(above) and not any(s.start < len(above) and s.end > first for s in reading.sentences):
        start = first
    if not any(s.start < last and s.end > end for s in reading.sentences):
        end = last
    return line if end - start > PAIR or PRIVATE.search(reading.text, start, end) else (start, end)


def _is_about_quoting(reading: Reading, sentence: Sentence) -> bool:
    """Say whether the sentence speaks of being quoted. It is meant for the author alone."""
    return any(reading.find_in_any(slot, sentence) for slot in ("refused", "may_publish", "without_name"))


def _of_thanks(reading: Reading, places: list[Place], applause: list[Place], quotable: list[Sentence]) -> Place | None:
    """Return what stands for thanks that say nothing of their own: what came of it, else the applause beside them.

    None where the thanks themselves are worth quoting.
    """
    chosen = _most_telling(reading, places, quotable)
    if len(reading.words(chosen.start, chosen.end)) <= PLAIN and (line := _story(reading, quotable)):
        return line
    if _rest(reading, chosen) > 1 and not reading.find_in_any("ahead", chosen):
        return None
    line = _telling(reading, [*places, *applause], quotable)
    others = [s for s in quotable if s.index != chosen.index and s.end - s.start >= SHORT and not s.asks]
    others = [s for s in others if PERSON.search(reading.words_of(s))]
    return _telling(reading, [], others) if len(reading.words(*line)) <= BARE and others else line


def _rest(reading: Reading, sentence: Sentence) -> int:
    """Return how many words of a sentence are no thanks, nor emphasis of them ("ever so much"); "for" begins a reason."""
    at, rest = sentence.start, list[str]()
    for start, end in reading.find_in_any("thanks", sentence):
        rest += reading.words(at, start)
        at = max(at, end)
    rest += reading.words(at, sentence.end)
    if any(word in language.for_what for language in reading.languages for word in rest):
        return len(rest)
    return sum(not any(word in language.fillers for language in reading.languages) for word in rest)


def _story(reading: Reading, quotable: list[Sentence]) -> Place | None:
    """Return the sentence that tells what came of it, in place of plain thanks; None where none does."""
    long = [s for s in quotable if not s.asks and s.end - s.start >= SHORT and not is_a_rest(reading, s)]
    told = [s for s in long if _is_story(reading, s)]
    chosen = max(told, key=lambda s: (_worth(reading, s, []), -s.index), default=None)
    return (start_behind(reading, chosen, ("greeting",)), chosen.end) if chosen else None


def _is_story(reading: Reading, sentence: Sentence) -> bool:
    """Say whether a sentence tells of luck: what the author's words did, or "finally", and nothing went wrong."""
    if any(reading.find(slot, sentence) for slot in ("spoiled", "trouble", "gained_not", "helped_not", "correction")):
        return False
    came = any(reading.find(slot, sentence) for slot in ("helped", "gained", "acted"))
    return came or bool(AT_LAST.search(reading.words_of(sentence)))


def _first_said(reading: Reading, quotable: list[Sentence]) -> int | None:
    """Return the index of the sentence by which a remark begins in earnest: what follows is mostly detail."""
    long = (s for s in quotable if s.end - s.start >= SHORT and not s.asks and not goes_on(reading, s, []))
    return next((s.index for s in long), None)


def _telling(reading: Reading, places: list[Place], quotable: list[Sentence], first: int | None = None) -> Place:
    """Return the most telling of the sentences that hold a place; of all of them where there is none.

    ``first`` is the index of a sentence that counts more than the others, if any does.
    """
    chosen = _most_telling(reading, places, quotable, first)
    if chosen.end - chosen.start < SHORT:
        near = [n for o in (1, -1) if (n := _neighbour(reading, chosen, o, quotable)) and _adds(reading, chosen, n)]
        if near:
            other = max(near, key=lambda s: (is_warm(reading, s), _worth(reading, s, places)))
            return min(chosen.start, other.start), max(chosen.end, other.end)
    if goes_on(reading, chosen, places):
        before = _neighbour(reading, chosen, -1, quotable)
        if before and len(reading.words(before.start, before.end)) <= BARE:
            return chosen.start, chosen.end  # "Fancy that! It is called a sort": nothing is meant that stands there
        if before and chosen.end - before.start <= TOGETHER:
            return start_behind(reading, before, ("greeting",)), chosen.end
        chosen = _most_telling(reading, places, quotable, first, alone=True)
    if chosen.end - chosen.start > LONG:
        return _clause(reading, chosen, places)
    return start_behind(reading, chosen, ("greeting",)), chosen.end


def _clause(reading: Reading, sentence: Sentence, places: list[Place]) -> Place:
    """Return the end of a sentence that is too long to quote, from the clause on that shows the kind."""
    shown = min((a for a, _ in places if sentence.start <= a < sentence.end), default=sentence.start)
    cuts = [m.end() for m in CLAUSE.finditer(reading.text, sentence.start, shown)]
    return (cuts[-1] if cuts and shown - sentence.start > SHORT else sentence.start), sentence.end


def _most_telling(
    reading: Reading, places: list[Place], quotable: list[Sentence], first: int | None = None, *, alone: bool = False
) -> Sentence:
    """Return the sentence itself, without its neighbour; ``alone``: one that needs none, if there is one nearly as good."""
    shown = [s for s in quotable if any(s.start <= a < s.end for a, _ in places)]

    def weight(s: Sentence) -> float:
        unable = alone and goes_on(reading, s, places)
        points = first is not None and bool(reading.find("point", s))
        return _worth(reading, s, places) + FIRST * (s.index == first) + POINT * points - GOES_ON * unable

    able = shown or quotable
    return able[0] if len(able) == 1 else max(able, key=lambda s: (weight(s), -s.index))


def _adds(reading: Reading, bare: Sentence, other: Sentence) -> bool:
    """Say whether ``other`` tells more about short thanks: what it did, or anything at all beside a mere "Thanks!".

    A short correction ("There is a typo.") is told by what follows ("It should read twelve.").
    """
    if reading.find("correction", bare):
        points = any(
            word in language.pointing for language in reading.languages for word in reading.words(bare.start, bare.end)
        )
        return points == (other.index < bare.index) or bool(reading.find("correction", other))
    return (
        _rest(reading, bare) <= BARE - 1 or len(reading.words(bare.start, bare.end)) <= BARE or is_warm(reading, other)
    )


def _worth(reading: Reading, sentence: Sentence, places: list[Place]) -> float:
    """Return how much a sentence tells: what it did, with what, and warmly; long ones, addresses, questions less."""
    text = reading.words_of(sentence)
    length = len(text)
    worth = min(length, 160) / 60
    worth += 1.5 * bool(apart_from(reading.find("helped", sentence), reading.find("helped_not", sentence)))
    held = sum(1 for s, _ in places if sentence.start <= s < sentence.end and reading.text[s - 1 : s] != "(")
    worth += 0.5 * min(2, held) - 2.0 * bool(held and reading.find_in_any("ahead", sentence))
    worth += 0.3 * min(3, len(DETAIL.findall(text))) + 0.4 * min(2, len(EXCLAIMS.findall(text)))
    unfinished = text.endswith(":") or breaks_off(reading, sentence)
    worth -= 2.0 * sentence.asks + 1.5 * bool(PRIVATE.search(text)) + unfinished + 3.0 * is_a_rest(reading, sentence)
    return worth - max(0, length - LONG) / 100


def _neighbour(reading: Reading, sentence: Sentence, offset: int, quotable: list[Sentence]) -> Sentence | None:
    """Return the sentence before or behind, if both together make a line one would quote."""
    index = sentence.index + offset
    other = next((s for s in quotable if s.index == index), None)
    if other is None or (other.asks and not sentence.asks) or breaks_off(reading, other) or is_a_rest(reading, other):
        return None
    start, end = min(sentence.start, other.start), max(sentence.end, other.end)
    private = PRIVATE.search(reading.text, start, end)
    apart = "\n\n" in reading.text[start:end] and not (sentence.asks or reading.find("ask", sentence))
    between = reading.text[min(sentence.end, other.end) : max(sentence.start, other.start)].strip()
    return None if end - start > PAIR or private or apart or len(between) > MARK else other


def _trimmed(reading: Reading, start: int, end: int) -> Place:
    """Return a place without white space at its ends, at most `MAX_LINE` long."""
    if end - start > MAX_LINE:
        cut = [m.start() for m in CLAUSE.finditer(reading.text, start + SHORT, start + LONG)]
        space = reading.text.rfind(" ", start + SHORT, start + LONG)
        end = cut[-1] if cut else space if space > 0 else start + LONG
    words = reading.text[start:end]
    bare = UNFINISHED.sub("", words.rstrip())
    return start + len(words) - len(words.lstrip()), start + len(bare)
