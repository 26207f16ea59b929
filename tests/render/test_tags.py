"""Tags of old comment boxes."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from gratitude.render.tags import fenced
from gratitude.render.words import reader_html
from gratitude.text import words


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("[code]\nmake html\n[/code]", "\n~~~ \nmake html\n~~~\n"),
        ("[code lang=bash]\nmake html\n[/code]", "\n~~~ bash\nmake html\n~~~\n"),
        ('[sourcecode language="python"]x = 1\ny = 2[/sourcecode]', "\n~~~ python\nx = 1\ny = 2\n~~~\n"),
        ("[python]\nx = 1\n[/python]", "\n~~~ python\nx = 1\n~~~\n"),
        ('<pre class="brush: sql">\nselect 1\n</pre>', "\n~~~ sql\nselect 1\n~~~\n"),
        ('<PRE><code class="language-js">a()\nb()</code></PRE>', "\n~~~ js\na()\nb()\n~~~\n"),
        ("<pre>make html</pre>", "\n~~~ \nmake html\n~~~\n"),
        ("run <code>make html</code> twice", "run `make html` twice"),
        ("run <code>a `b`</code>", "run `` a `b` ``"),
        ("[code]\n~~~~\n[/code]", "\n~~~~~ \n~~~~\n~~~~~\n"),
        ("he said\n<blockquote>One.\n\nTwo.</blockquote>", "he said\n\n\n> One.\n> \n> Two.\n\n"),
        ("<pre>\nThis is what he wrote to me\n</pre>", "\n\n> This is what he wrote to me\n\n"),
    ],
)
def test_a_tag_is_the_markup_it_stands_for(text: str, expected: str) -> None:
    """Code becomes a fence or backticks, a quote becomes a quote; prose in a ``pre`` is a quote, that it may wrap."""
    assert expected == fenced(text)


@pytest.mark.parametrize(
    "text",
    [
        "no tag at all", "the <PATH> of [code]", "<pre> and never closed", "[/code] only closed", "[code][/code]",
        "`<pre>` opens and `</pre>` closes", "```\n[code]x[/code]\n```", "```\n<pre>\nx\n</pre>", "<code>",
        '<code title="a file of mine">x</code> in a line', "[codex]x[/codex]", "<blockquote cite=x>y</blockquote>", "[bash] [/sh]",
    ],
)  # fmt: skip
def test_all_else_stays_as_it_was_written(text: str) -> None:
    """What is not closed, what stands in code, and what says more than a language is words."""
    assert text == fenced(text)


def test_what_a_tag_says_besides_is_read() -> None:
    """Attributes that are no language stand above the code."""
    assert reader_html('[code title="my timer"]\na\nb\n[/code]').startswith('<p>title="my timer"</p>\n<div')


PIECES = ["[code]", "[/code]", "[code lang=bash]", "<pre>", "</pre>", "<code>", "</code>", "<blockquote>", "</blockquote>",
          "`", "```", "\n", " ", "a", "b = 1", "İ", "~~~", "[bash]", "[/bash]"]  # fmt: skip
MARKS = {"code", "lang", "bash", "pre", "blockquote"}


@settings(max_examples=300, deadline=None)
@given(st.lists(st.sampled_from(PIECES), max_size=20).map("".join))
def test_no_word_goes_but_those_of_the_tags(text: str) -> None:
    """Whatever is nested in whatever."""
    expected = [word for word in words(text) if word not in MARKS]

    assert expected == [word for word in words(fenced(text)) if word not in MARKS]
