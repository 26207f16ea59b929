"""A text as plain paragraphs, and what a person reads of HTML."""

from __future__ import annotations

import pytest

from gratitude.render.plain import plain_html, visible


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("One <b>\ntwo & three", "<p>One &lt;b&gt;<br>two &amp; three</p>"),
        ("\n one\n \t\n\n two\n", "<p>one</p>\n<p>two</p>"),
        ("- a\n# b\r\n*c*", "<p>- a<br># b<br>*c*</p>"),
        ("{{ x }} {% y %}", "<p>&#123;{ x }} &#123;% y %}</p>"),
        ("\x00\u202e", ""),
        ("", ""),
    ],
)
def test_paragraphs_and_lines_are_kept_and_all_else_is_words(text: str, expected: str) -> None:
    """No sign means anything, and none is lost but what no page may hold."""
    assert expected == plain_html(text)


@pytest.mark.parametrize(
    ("markup", "expected"),
    [
        ('<p>my<em>self</em> and <a href="https://example.com">you</a></p><p>too</p>', ["myself", "and", "you", "too"]),
        ("<ul><li>one</li><li>two</li></ul>", ["one", "two"]),
        ("<p>a &lt;b&gt; &amp;amp;</p>", ["a", "<b>", "&amp;"]),
    ],
)
def test_what_a_person_reads(markup: str, expected: list[str]) -> None:
    """Emphasis stands within a word, a block ends one; entities are undone once."""
    assert expected == visible(markup).split()
