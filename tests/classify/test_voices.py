"""Whole comments in many voices: a technical blog, a cooking blog, a personal one, in eleven languages."""

from __future__ import annotations

import pytest

from classify_voices import VOICES
from gratitude.classify import classify
from gratitude.message import Message
from gratitude.note import Via


def rows(code: str) -> list[tuple[frozenset[str], str]]:
    """Return the lines of a language: the kinds a reader sees, and the words."""
    lines = (line.split(" | ", 1) for line in VOICES[code].strip().split("\n"))
    return [(frozenset(kinds.split()) - {"-"}, words.replace("\\n", "\n")) for kinds, words in lines]


def kinds(words: str) -> frozenset[str]:
    found = classify(Message(identity="wp:example:1", via=Via.IMPORT, own_words=words))
    return frozenset({"pitch"}) if found.primary == "pitch" else frozenset(map(str, found.kinds)) - {"remark"}


def f1(code: str, kind: str) -> float:
    pairs = [(kind in wanted, kind in kinds(words)) for wanted, words in rows(code)]
    return 2 * sum(a and b for a, b in pairs) / sum(a + b for a, b in pairs)


@pytest.mark.parametrize(
    ("wanted", "words"),
    [row for code in sorted(VOICES) if code != "en" for row in rows(code)],
    ids=lambda x: x[:40] if isinstance(x, str) else " ".join(sorted(x)),
)
def test_a_comment_is_read_as_its_speakers_read_it(wanted: frozenset[str], words: str) -> None:
    """Twenty a language; applause beside thanks or a question is no kind one would ask about."""
    assert wanted == kinds(words) - ({"praise"} - wanted)


@pytest.mark.parametrize(
    ("kind", "least"), [("thanks", 0.93), ("question", 0.93), ("correction", 0.85), ("pitch", 1.0)]
)
def test_english_voices_are_read_right(kind: str, least: float) -> None:
    """Some of these nobody tells without knowing the people ("Dave, did you find it?"); the rest must be right."""
    assert f1("en", kind) >= least


@pytest.mark.parametrize("code", sorted(VOICES))
def test_every_language_has_twenty_of_every_sort(code: str) -> None:
    """Thanks, questions, corrections, remarks, applause and offers are in every file."""
    found = rows(code)

    assert len(found) >= 20
    assert {"thanks", "question", "correction", "praise", "pitch"} == frozenset().union(*(k for k, _ in found))
