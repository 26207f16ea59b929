"""Masking, cutting and folding: what the rules get to see."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gratitude.classify.folding import fold
from gratitude.classify.masking import MASK, masked
from gratitude.classify.sentences import sentences


def cut(text: str) -> list[str]:
    return [text[s.start : s.end] for s in sentences(text, masked(text))]


def seen(text: str) -> str:
    return masked(text).replace(MASK, "")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("One. Two! Three?", ["One.", "Two!", "Three?"]),
        ("See e.g. the post by Dr. Bo, it is 3.5 kB.", ["See e.g. the post by Dr. Bo, it is 3.5 kB."]),
        ("It works... sometimes.", ["It works... sometimes."]),
        ("Thanks!Next one", ["Thanks!", "Next one"]),
        ("I agree with the two apps.Thanks for it", ["I agree with the two apps.", "Thanks for it"]),
        ("In System.Text there is Node.js", ["In System.Text there is Node.js"]),
        ("ありがとう。どうですか？はい", ["ありがとう。", "どうですか？", "はい"]),
        ("Hi Ann,\n\nIt works.\n\nBo", ["Hi Ann,", "It works.", "Bo"]),
        (
            "This line was wrapped by a mail program at\nseventy columns and goes on.",
            ["This line was wrapped by a mail program at\nseventy columns and goes on."],
        ),
        ("Very insightful\nThank you", ["Very insightful", "Thank you"]),
        ("Steps:\n- one\n- two", ["Steps:", "- one", "- two"]),
        ("I know it :) Keep it up", ["I know it :)", "Keep it up"]),
        ("Does it run there?we use it a lot.", ["Does it run there?", "we use it a lot."]),
        ("Go to https://blog.example/new/? and sign in", ["Go to https://blog.example/new/? and sign in"]),
        ("See all (also the CELLAR).All-in-all it is dry", ["See all (also the CELLAR).", "All-in-all it is dry"]),
        ("Call close(door).Open it", ["Call close(door).Open it"]),
        ("The clock is version 2.6.It would help to know", ["The clock is version 2.6.", "It would help to know"]),
        ("It is a joy to me.You made my day", ["It is a joy to me.", "You made my day"]),
        ("A clock of Tower Corp. It ticks", ["A clock of Tower Corp. It ticks"]),
        ("Is it in part 3?Congratulations", ["Is it in part 3?", "Congratulations"]),
        ("It is like the rest and so on.Btw: it ticks", ["It is like the rest and so on.", "Btw: it ticks"]),
        ("I packed it for the year 10.https://example.com/a", ["I packed it for the year 10."]),
        ("Not seen it yet...As to the clock, it ticks", ["Not seen it yet...", "As to the clock, it ticks"]),
        ("Is it the garden ?Or is it the hall?", ["Is it the garden ?", "Or is it the hall?"]),
        ("It stopped at noon.Cheers", ["It stopped at noon.", "Cheers"]),
        (
            "On a long line that the mail program broke before it was over, I ran the second one, followed by\n`make` alone. "
            + "It is wide " * 12,
            [
                "On a long line that the mail program broke before it was over, I ran the second one, followed by\n`make` alone.",
                ("It is wide " * 12).strip(),
            ],
        ),
        (":) ... !!", []),
    ],
)
def test_sentences_are_cut_as_people_read_them(text: str, expected: list[str]) -> None:
    """Abbreviations and wrapped lines hold together; deliberate breaks and full stops do not."""
    assert expected == cut(text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a `b?` c", "a  c"),
        ("```\nx?\n```\nafter", "\n\n\nafter"),
        ("~~~\nnever closed?", "\n"),
        ("<code>x?</code> y", " y"),
        ("<pre>never closed", "never closed"),
        ("[code]x?[/code] y", " y"),
        ("> quoted?\nmine", "\nmine"),
        ("// the face of the clock\nmine", "\nmine"),
        ("$face = clock of the tower;\nmine", "\nmine"),
        ("/opt/clock/faces.d \\\nmine", "\nmine"),
        ("clock --wind -f Roman --hour noon\nmine", "\nmine"),
        ("I wound it with -f as it is told in the note", "I wound it with -f as it is told in the note"),
        ("/opt/clock is a folder", "/opt/clock is a folder"),
        ("https://example.com/?q=1 ok", " ok"),
        ('he said "what now?" and left', "he said  and left"),
        ("„wie denn?“ schrieb er", " schrieb er"),
        ('he said \\"what now?\\" and left', "he said \\ and left"),
        ("It says:\n\n    gpg: no key?\n    exit 2\n\nWhy?", "It says:\n\n\n\n\nWhy?"),
        (
            "Dear Ann,\n\n    this is how I indent every paragraph?\n\nBo",
            "Dear Ann,\n\n    this is how I indent every paragraph?\n\nBo",
        ),
        ("    all of it is indented\n    gpg: no key?", "    all of it is indented\n    gpg: no key?"),
        ("<?php rather than <? here", " rather than  here"),
        ("<b>bold</b> words", "bold words"),
        ("$ ls -l\nfine", "\nfine"),
        ("x = {a: b[0]};\nfine", "\nfine"),
        ("20528 ?        00:00:02 python\nfine", "\nfine"),
        ("Is there a way to\nimport it.", "Is there a way to\nimport it."),
        ("Thank you Joey ^_^", "Thank you Joey ^_^"),
        ("do a = a[::-1] problem solved, all is well", "do a = a[::-1] problem solved, all is well"),
        ("I'm fine; don't worry", "I'm fine; don't worry"),
    ],
)
def test_code_and_other_peoples_words_are_masked(text: str, expected: str) -> None:
    """What is not the writer's own sentence is covered; prose with odd signs is not."""
    assert expected == seen(text)


@given(st.text(max_size=200))
def test_masking_keeps_every_offset(text: str) -> None:
    """The same length and the same line breaks, so that spans fit the message."""
    covered = masked(text)

    assert len(text) == len(covered)
    assert [i for i, c in enumerate(text) if c == "\n"] == [i for i, c in enumerate(covered) if c == "\n"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ça m'a AIDÉ", "ca ma aide"),
        ("c\u0327a", "ca"),
        ("Can’t", "cant"),
        ("soooo  much", "so much"),
        ("hello Ann", "hello ann"),
        ("Groß", "gross"),
        ("Łódź", "lodz"),
        ("ещё йод", "еще иод"),
        ("が", "が"),
        ("ＡＢ？", "ab?"),
    ],
)
def test_folding_makes_spellings_alike(text: str, expected: str) -> None:
    """Case, accents, apostrophes, width, white space and shouted letters do not count; kana keep their marks."""
    assert expected == fold(text).text


@given(st.text(max_size=100))
def test_folding_knows_the_way_back(text: str) -> None:
    """Offsets are rising places of the original, one for every folded character and one for the end."""
    folded = fold(text)

    assert len(folded.text) + 1 == len(folded.at)
    assert sorted(folded.at) == list(folded.at)
    assert folded.at[-1] == len(text)
