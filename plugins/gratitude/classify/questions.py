"""Does the writer want an answer? And do they point out an error? With the sentences that say so. Pure."""

from __future__ import annotations

__all__ = ["Wishes", "thanks_another", "to_somebody_else", "wishes"]

import re
from dataclasses import dataclass

from .reading import WORD, Place, Reading, apart_from
from .sentences import Sentence

TO_SOMEBODY = re.compile(r"\s*@([^\W_]+)")
"""How a comment begins that answers another commenter, or the author (1,671 of 39,806 comments)."""

THANKS_SOMEBODY = re.compile(
    r"\s*(?:[Tt]hanks|[Tt]hank you|[Dd]anke|[Mm]erci|[Gg]racias|[Oo]brigad[oa]|[Gg]razie|[Bb]edankt|[Dd]zięki),? ([A-Z][^\W\d_]+)\s?[,.!:–—-]"
)
"""Thanks that call somebody by name, as those who answer each other do."""

THANKS_AT = re.compile(
    r"\s*(?:[Tt]hank|[Tt]hx|[Dd]anke|[Mm]erci|[Gg]racias|[Oo]brigad|[Gg]razie)[^@.!?\n]{0,24}@([^\W_]+)"
)
"""Thanks to an @name ("Thanks @marta, that did it"): somebody else's where the author's names are known and it is none."""

NO_QUESTION_MARK = re.compile(r"!\s?[?？]|[?？]+\s?\)[.!]?$|\(\s?[?？]+\s?\)|[?？]\s?!{2}")
"""Emphasis, doubt and asides, not a question: "great work!!!?", "in 2019 (?)", "(and who would not?)"."""

BULLET = re.compile(r"[-*+•]\s")
IN_BRACKETS = 20
"""Characters of a bracket that is cut by its own question mark ("an address (postal? by mail?)")."""


@dataclass(frozen=True, slots=True)
class Wishes:
    """``asking``: the sentences that want an answer; ``correcting``: those that point out an error in the post.

    ``wanting``: indexes of every sentence that asks or tells of trouble, also where it is settled later on: a bare
    "Thanks!" behind one of them closes it.
    """

    asking: tuple[Sentence, ...]
    correcting: tuple[Place, ...]
    wanting: frozenset[int]


def to_somebody_else(reading: Reading) -> bool:
    """Say whether the message begins with "@name" and the name is not the author's; also behind thanks, if it is known."""
    found = TO_SOMEBODY.match(reading.text) or (THANKS_AT.match(reading.text) if reading.authors else None)
    return found is not None and found[1].casefold() not in reading.authors


def thanks_another(reading: Reading) -> bool:
    """Say whether an answer to a comment begins with "Thanks Bram, ..." and Bram is not the author.

    Only where the author's names are known: else every "Thanks Ann" below a post might be meant for its author.
    """
    found = THANKS_SOMEBODY.match(reading.text)
    return bool(reading.authors) and found is not None and found[1].casefold() not in reading.authors


def wishes(reading: Reading) -> Wishes:
    """Return what the writer wants of the author.

    A question is a sentence with a question mark or with words that ask, without rhetoric; where there is none, trouble
    that is told and not settled ("I can't get it to work") is one. Not: what stands in code or quotes, what is said
    to another commenter ("@name ..."), a correction put as a question.
    """
    elsewhere = to_somebody_else(reading)
    corrections = {s.index: _corrections(reading, s) for s in reading.sentences}
    asking = [s for s in reading.sentences if not elsewhere and not corrections[s.index] and _asks(reading, s)]
    troubled = [s for s in reading.sentences if apart_from(reading.find("trouble", s), reading.find("trouble_not", s))]
    wanting = frozenset(s.index for s in (*asking, *troubled))
    if not asking and not elsewhere:
        settled = max((s.index for s in reading.sentences if _is_settled(reading, s)), default=-1)
        asking = [s for s in troubled if s.index > settled and not corrections[s.index]][:1]
    places = [p for found in corrections.values() for p in found]
    if not asking and not troubled:
        places += [p for s in reading.sentences for p in _corrections(reading, s, "correction_weak")]
    return Wishes(tuple(asking), tuple(sorted(set(places))), wanting)


def _is_settled(reading: Reading, sentence: Sentence) -> bool:
    """Say whether the trouble is over: solved, or told beside what ended it ("struggling, and this is so helpful")."""
    ended = (
        reading.find("trouble", sentence) and reading.find("helped", sentence) and not reading.find("spoiled", sentence)
    )
    return bool(reading.find("solved", sentence) or ended)


def _asks(reading: Reading, sentence: Sentence) -> bool:
    """Say whether this sentence wants an answer. Neither an item of a list without "?" nor a mark in a bracket does."""
    text = reading.words_of(sentence)
    if BULLET.match(text) and not sentence.asks:
        return False
    denied = reading.find("ask_not", sentence)
    if apart_from(reading.find("ask", sentence), denied if sentence.asks else denied + _allowing(reading, sentence)):
        return True
    if not sentence.asks or denied:
        return False
    following = reading.sentences[sentence.index + 1 : sentence.index + 2]
    if following and reading.find("self_answer", following[0]):
        return False
    if text.rfind("(") > max(text.rfind(")"), len(text) - IN_BRACKETS):
        return False
    return len(WORD.findall(sentence.folded.text)) > 1 and not NO_QUESTION_MARK.search(text[-8:])


def _allowing(reading: Reading, sentence: Sentence) -> list[Place]:
    """Return the words about being quoted: "pode publicar" and "bitte nicht veröffentlichen" look like requests."""
    slots = ("may_publish", "with_name", "without_name", "refused")
    return [place for slot in slots for place in reading.find_in_any(slot, sentence)]


def _corrections(reading: Reading, sentence: Sentence, slot: str = "correction") -> list[Place]:
    """Return the words by which a sentence points out an error: plainly, or in the slot ``correction_weak``."""
    return apart_from(reading.find(slot, sentence), reading.find("correction_not", sentence))
