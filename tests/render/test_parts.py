"""Prose and code of a letter."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from gratitude.render.parts import Code, parts

CODE = {
    "an indented command": "    git pull --rebase",
    "a tab before it": "\tmake html",
    "a prompt": "$ pelican content\nDone: 12 articles in 1.2 seconds.",
    "a prompt with a host": "ann@pi:~/blog$ ls -l\ntotal 8",
    "a session": "$ git push\nEverything up-to-date\n\n$ git status\nnothing to commit",
    "a session in Python": ">>> 2 + 2\n4\n>>> max([1, 2])\n2",
    "commands": "cd ~/blog\ngit add -A\ngit commit -m 'x'",
    "one command that is a paragraph": "rsync -av output/ example.com:/srv/www",
    "a traceback": 'Traceback (most recent call last):\n  File "x.py", line 3, in <module>\n    go()\nKeyError: 3',
    "a trace of Java": "    at org.example.Main.run(Main.java:12)\n    at org.example.Main.main(Main.java:3)",
    "a change": "--- a/x.conf\n+++ b/x.conf\n@@ -1,3 +1,3 @@\n listen 80;\n-root /a;\n+root /b;\n\n server_name example.com;",
    "settings": "[Unit]\nDescription=Backup\n[Timer]\nOnCalendar=daily",
    "a crontab": "    0 3 * * * /usr/bin/backup\n    */5 * * * * /usr/bin/beat",
    "a function": "function go() {\n  return 1;\n}",
    "a function with empty lines": "def go(x):\n    y = x + 1\n\n    return y",
    "markup": "<ul>\n  <li>one</li>\n</ul>",
    "yaml": "    theme: simple\n    plugins:\n      - gratitude\n    base_url: /blog",
    "assignments": "SITEURL = 'https://example.com'\nRELATIVE_URLS = False",
    "columns": "name     size   day\nfoo.txt     3   Monday\nbar.txt     4   Friday",
    "what a program printed": "    error: src refspec main does not match any\n    error: failed to push some refs",
}
PROSE = {
    "a first line that is indented": "    Dear Ann, this is how I was taught to begin a letter,\nand I still do it.",
    "a verse": "    The night is long, the lamp is low;\n    I read until the embers glow;\n    and then to bed.",
    "an address": "    12 Harbour Street\n    Hexham\n    Northumberland",
    "an address with numbers": "    Ann Example\n    phone: 000 11 22 33\n    mail: ann@example.com",
    "a passage": "    What you said about the quiet page, that it does not ask for anything, is what I will keep.",
    "a link": "    https://example.com/a/long/path",
    "a greeting": "    Thanks & Regards\n    A.Example",
    "one assignment in a sentence": "With x = 3 it works, and with x = 4 it does not.",
    "money": "It cost me $ 5 and saved me $ 50; 20 % of a day.",
    "a smiley": "Thank you ;)\nYou made my day (really);",
    "a sentence with commands": "Make sure that git is there.\nFind the file first, then open it.",
    "a quote": "> one\n>>> three",
    "a title": "# My question",
    "a drawn line": "Thanks\n-----\nAnn",
    "a key and a value": "Name: Ann\nPlace: Hexham",
    "a tag that is no code": '<a href="https://example.com">my page</a>',
    "steps": "1. git pull\n2. make html",
    "dialogue": "Ann: did it work?\nBob: it did!",
    "a wink in brackets": "[Feel free to delete this.]",
    "Russian": "    Спасибо за статью, она мне очень помогла;\n    всё заработало.",
    "Japanese": "    ありがとうございました。",
}


@pytest.mark.parametrize("name", CODE)
def test_what_a_person_sees_as_code_is_code(name: str) -> None:
    """Between two paragraphs of prose, with its lines and blanks."""
    found = parts(f"This is what I did:\n\n{CODE[name]}\n\nand it helped.")

    code = [part for part in found if isinstance(part, Code)]
    assert len(code) == 1
    assert [line.split() for line in code[0].source.split("\n") if line] == [
        line.split() for line in CODE[name].split("\n") if line
    ]


@pytest.mark.parametrize("name", PROSE)
def test_a_letter_is_no_code(name: str) -> None:
    """Indented first lines, verses, addresses, passages, signs that code has too."""
    text = f"This is what I read:\n\n{PROSE[name]}\n\nand it helped."

    assert [text] == parts(text)


def test_blanks_that_all_lines_share_are_the_letters() -> None:
    """The margin goes, the indentation of the code stays."""
    text = "So:\n\n    if (x) {\n      go();\n    }"

    assert ["So:\n", Code("if (x) {\n  go();\n}\n")] == parts(text)


def test_a_fence_is_read_as_commonmark_reads_it() -> None:
    """With its language, to its end or the end of all, and what is in it is not looked at."""
    text = "a\n```python\nx\n\n[code]\n```\nb\n~~~~\n```\n~~~\n~~~~~\nc\n```\nopen"

    assert ["a", Code("x\n\n[code]\n", "python"), "b", Code("```\n~~~\n"), "c", Code("open\n")] == parts(text)


def test_code_below_an_item_stays_in_the_list() -> None:
    """It gets a fence at the item's column, so that the numbers go on."""
    text = "1. pull\n\n       $ git pull\n\n2. build"

    assert ["1. pull\n\n   ~~~\n   $ git pull\n   ~~~\n\n2. build"] == parts(text)


def test_code_at_the_margin_between_steps_is_code() -> None:
    """The steps around it are the reader's own numbers."""
    assert ["1. pull\n", Code("$ git pull\n"), "\n2. build"] == parts("1. pull\n\n$ git pull\n\n2. build")


LINES = [*"\n".join([*CODE.values(), *PROSE.values()]).split("\n"), "", "", "- a", "1. b", "```", "~~~ x", "  y", "> z"]


@settings(max_examples=300, deadline=None)
@given(st.lists(st.sampled_from(LINES), max_size=30).map("\n".join))
def test_nothing_is_lost(text: str) -> None:
    """Whatever lines follow whatever lines, all their signs are there, in order; only fences come and go."""

    def signs(text: str) -> str:
        return "".join(line for line in text.split("\n") if not line.strip().startswith(("```", "~~~"))).replace(
            " ", ""
        )

    found = "\n".join(part if isinstance(part, str) else part.source for part in parts(text))
    assert signs(text.replace("\t", "")) == signs(found.replace("\t", ""))
