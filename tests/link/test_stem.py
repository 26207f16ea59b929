"""Words and stems."""

from __future__ import annotations

import sqlite3

import pytest

from gratitude.link.stem import is_content, stem, tokens

WORDS = """
caresses ponies ties caress cats feed agreed plastered bled motoring sing conflated troubled sized hopping tanned
falling hissing fizzed failing filing happy sky relational conditional rational valenci hesitanci digitizer conformabli
radicalli differentli vileli analogousli vietnamization predication operator feudalism decisiveness hopefulness
callousness formaliti sensitiviti sensibiliti triplicate formative formalize electriciti electrical hopeful goodness
revival allowance inference airliner gyroscopic adjustable defensible irritant replacement adjustment dependent adoption
homologou communism activate angulariti homologous effective bowdlerize probate rate cease controll roll toy saying
timers running databases configuration installed queries generously archaeology
""".split()  # noqa: SIM905


@pytest.mark.parametrize("word", WORDS)
def test_stems_are_those_of_sqlite(word):
    """FTS5's porter is the measure: two words are found by each other here exactly where they are there."""
    db = sqlite3.connect(":memory:")
    db.execute("CREATE VIRTUAL TABLE t USING fts5(x, tokenize='porter')")
    db.execute("CREATE VIRTUAL TABLE v USING fts5vocab(t, 'row')")
    db.execute("INSERT INTO t VALUES (?)", (word,))

    assert db.execute("SELECT term FROM v").fetchone()[0] == stem(word)


@pytest.mark.parametrize("word", ["", "a", "naïve", "3.11", "日本", "x" * 100])
def test_other_words_stay(word):
    """What is no English word is its own stem."""
    assert word == stem(word)


def test_words_of_a_script_without_spaces_are_cut():
    """Two characters at a time, so that a part of a sentence is found."""
    assert tokens("Cron 環境変数") == ["cron", "環境", "境変", "変数"]


@pytest.mark.parametrize(
    ("word", "says"), [("flock", True), ("the", False), ("thanks", False), ("x", False), ("12", False), ("2024", True)]
)
def test_content_words(word, says):
    """Courtesy and grammar show no subject."""
    assert says == is_content(word)
