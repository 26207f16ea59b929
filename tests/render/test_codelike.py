"""Lines that only a machine reads."""

from __future__ import annotations

import pytest

from gratitude.render import codelike


@pytest.mark.parametrize(
    "line",
    [
        "$ ls", "ann@pi:~/blog$ make html", "[ann@pi blog]$ make", "# apt install nginx", ">>> x = 3", "In [3]: x", "C:\\Users\\ann> dir",
        "git log --oneline", "sudo systemctl restart nginx | tail", "cp a.txt /srv/www", "./configure", "PATH=/usr/bin", "x := 3",
        'File "x.py", line 3', "at org.example.Main(Main.java:3)", "ValueError: no such tide", "@@ -1,2 +1,2 @@", "#include <stdio.h>", "<li>one</li>",
        "0 3 * * * /usr/bin/backup", "def tide(hour):", "const x = 3", "if (x) {", "});", "go(1, 2);", "SELECT name FROM notes;",
        "Traceback (most recent call last):", "import os",
    ],
)  # fmt: skip
def test_code_is_seen(line: str) -> None:
    """Prompts, commands with options or paths, traces, heads, statements."""
    assert codelike.is_code_line(line)


@pytest.mark.parametrize(
    "line",
    [
        "Thank you!", "$5 well spent", "It cost $ 5.", "git is a tool - it helps", "Find the file first, then open it.", "make sure it is there",
        "https://example.com/a=b", "see https://example.com/?a=b", "Name: Ann", "Thanks;", "(and so on)", "1986. That was the year", "2 + 2 = 4",
        "<PATH>", "<b>bold</b>", '<a href="https://example.com">x</a>', "a well-known/unknown thing", "import duties are high here",
        "Error: it did not work", "[Feel free to delete this]", "With x = 3 it works and with y it does not", "# My question", "",
    ],
)  # fmt: skip
def test_a_sentence_is_none(line: str) -> None:
    """Money, addresses, smileys, headings, and commands that are words of a sentence."""
    assert not codelike.is_code_line(line)


def test_a_third_of_prose_is_no_block() -> None:
    """A passage between two settings is the letter's."""
    prose = "which is what I had before I read your page"

    assert codelike.is_block(["a: 1", "b: 2", "c: 3"])
    assert not codelike.is_block(["a: 1", prose, "c: 3"])


def test_columns_need_three_lines() -> None:
    """Two lines with a gap are no table yet."""
    assert codelike.is_table(["a   b", "c   d", "e   f"])
    assert not codelike.is_table(["a   b", "c   d"])
