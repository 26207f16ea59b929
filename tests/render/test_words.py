"""A reader's words: safe, and every one of them still there."""

from __future__ import annotations

import html
import re
from collections import Counter
from html.parser import HTMLParser

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from gratitude.render import code
from gratitude.render import words as module
from gratitude.render.plain import plain_html, visible
from gratitude.render.words import reader_html
from gratitude.text import clean, words

MARKUP = [
    "*", "**", "_", "`", "```", "~~~", "\n", "\n\n", "    ", "- ", "+ ", "1. ", "7) ", "1986. ", "# ", "> ", "[", "](", ")",
    "![", "<", ">", "&", "&amp;", "&#123;", "{{", "{%", "{#", "|", "\\", "-----", "===", "https://example.com/a_b", "x", "Ann",
    "<b>", "</p>", "<script>", "<!--", "javascript:", "mailto:a@example.com", "{static}/x", " ", "é", "\u202e", "\x00", "\t",
]  # fmt: skip
SOUP = st.lists(st.sampled_from(MARKUP), max_size=40).map("".join)


class Links(HTMLParser):
    def __init__(self, markup: str) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.attributes: list[tuple[str, str, str]] = []
        self.feed(markup)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self.attributes += [(tag, name, value or "") for name, value in attrs]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Thank you!", "<p>Thank you!</p>"),
        ("*really* and **very**", "<p><em>really</em> and <strong>very</strong></p>"),
        ("#4 of your list", "<p>#4 of your list</p>"),
        ("# a title", "<p># a title</p>"),
        ("1986. That was the year", "<p>1986. That was the year</p>"),
        ("+ one for the cat", "<p>+ one for the cat</p>"),
        ("2*3*4 and __init__", "<p>2*3*4 and __init__</p>"),
        ("*.txt and foo.*, */*.py, src/**/*.c", "<p>*.txt and foo.*, */*.py, src/**/*.c</p>"),
        (r"C:\*.txt to D:\*.log, \*not\*", r"<p>C:\*.txt to D:\*.log, \*not\*</p>"),
        ("regex .*foo.* and [a-z]*[0-9]*", "<p>regex .*foo.* and [a-z]*[0-9]*</p>"),
        ("/* one */ x /* two */ f(*)(*)", "<p>/* one */ x /* two */ f(*)(*)</p>"),
        ('(*so*), "*so*" and *so*!', '<p>(<em>so</em>), "<em>so</em>" and <em>so</em>!</p>'),
        ("Thanks\n-----\nAnn", "<p>Thanks<br>\n-----<br>\nAnn</p>"),
        ("use <PATH> & go", "<p>use &lt;PATH&gt; &amp; go</p>"),
        ("    Rue de la Paix", "<p>Rue de la Paix</p>"),
        ("&copy; as typed", "<p>&amp;copy; as typed</p>"),
        (r"C:\*new\_me", r"<p>C:\*new\_me</p>"),
        ("* * *", "<p>* * *</p>"),
        ("{{ 7*7 }} {% if %}", "<p>&#123;{ 7*7 }} &#123;% if %}</p>"),
        ("", ""),
    ],
)
def test_plain_words_stay_as_they_were_written(text: str, expected: str) -> None:
    """What a person did not mean as markup is none."""
    assert expected == reader_html(text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("- one\n- two", "<ul>\n<li>one</li>\n<li>two</li>\n</ul>"),
        ("3. a\n4. b", '<ol start="3">\n<li>a</li>\n<li>b</li>\n</ol>'),
        ("3. a\n7. b", "<p>3. a</p>\n<p>7. b</p>"),
        ("1. a\n2. b\n1986. c", "<ol>\n<li>a</li>\n<li>b</li>\n</ol>\n<p>1986. c</p>"),
        ("007. a\n008. b", "<p>007. a</p>\n<p>008. b</p>"),
    ],
)
def test_a_list_shows_the_numbers_that_were_written(text: str, expected: str) -> None:
    """HTML counts by itself; where it would count otherwise than the writer, there is no list."""
    assert expected == reader_html(text)


@pytest.mark.parametrize(
    "text",
    ["[x]({attach}/../../etc/hostname)", "[x]({static}/a)", "[x](|filename|/a)", "[x](/root)", "[x](javascript:alert(1))",
     "[x](data:text/html,1)", "[x](ftp://example.com)", "[x](//example.com)", "<javascript:alert(1)>", "[x](vbscript:1)"],
)  # fmt: skip
def test_only_absolute_web_and_mail_links(text: str) -> None:
    """Anything else stays words: Pelican would rewrite it, and publish the file it names."""
    rendered = reader_html(text)

    assert Links(rendered).attributes == []
    assert text == html.unescape(rendered.removeprefix("<p>").removesuffix("</p>"))


def test_the_address_of_a_link_is_readable() -> None:
    """A link hides nothing: its address stands behind it, and title and all."""
    rendered = reader_html('see [here](https://example.com/42 "the page")')

    rel = 'rel="nofollow ugc noopener noreferrer"'
    expected = f'<p>see <a href="https://example.com/42" {rel}>here</a> (https://example.com/42 the page)</p>'
    assert expected == rendered


def test_bare_addresses_are_linked_and_read_as_written() -> None:
    """An address is a link; its text is not decoded."""
    rendered = reader_html("at https://example.com/a_b?x=1&y=%20é.")

    assert Links(rendered).attributes[:1] == [("a", "href", "https://example.com/a_b?x=1&y=%20%C3%A9")]
    assert visible(rendered).strip() == "at https://example.com/a_b?x=1&y=%20é."


def test_an_image_is_its_words() -> None:
    """No picture is loaded; alternative text and address are read."""
    rendered = reader_html("![my cat](https://example.com/cat.png)")

    assert "img" not in Links(rendered).tags
    assert Counter(["my", "cat", "https", "example", "com", "cat", "png"]) <= Counter(words(visible(rendered)))


def test_code_is_coloured_and_its_words_kept() -> None:
    """A fence with a language we know is in colours; what is no language stays readable above it."""
    known = reader_html("```python\nx = 1\n```")
    unknown = reader_html("~~~ my notes\nx = 1\n~~~")

    assert '<div class="highlight"><pre><code><span class="n">x</span>' in known
    assert unknown.startswith('<p>my notes</p>\n<div class="highlight"><pre><code>x = 1')


def test_line_breaks_of_a_person_stay_and_those_of_a_program_go() -> None:
    """A mail program breaks where the next word would not fit; a person breaks where a thought ends."""
    wrapped = (
        "I had the plumber booked for Monday. On Saturday night I pressed the\nvalve like you said and water came out."
    )
    poem = "First line.\nSecond line."

    assert "<br>" not in reader_html(wrapped)
    assert reader_html(poem) == "<p>First line.<br>\nSecond line.</p>"


@pytest.mark.parametrize("piece", ["<", "&", "* a ", "{{", "[x](https://e.co/) ", "`a` ", "```python\n+\n```\n", "> "])
def test_html_never_swells(piece: str) -> None:
    """The HTML is at most ten times the text and a thousand characters."""
    for size in (10, 1_000, 20_000):
        text = piece * (size // len(piece))

        assert len(reader_html(text)) <= 10 * len(text) + 1_000


class Reading(HTMLParser):
    """What a person reads of HTML, in order: its text, and the numbers that a browser writes before items."""

    def __init__(self, markup: str) -> None:
        super().__init__()
        self.text = ""
        self._lists: list[int | None] = []
        self.feed(markup)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in ("ul", "ol"):
            self._lists.append(int(dict(attrs).get("start") or 1) if tag == "ol" else None)
        elif tag == "li" and (number := self._lists[-1]) is not None:
            self.text += f" {number} "
            self._lists[-1] = number + 1
        if tag not in ("a", "em", "strong", "code", "span"):
            self.text += " "

    def handle_endtag(self, tag: str) -> None:
        if tag in ("ul", "ol"):
            self._lists.pop()

    def handle_data(self, data: str) -> None:
        self.text += data


def letters(text: str) -> str:
    """Return the letters and digits of ``text``, in order."""
    return "".join(words(text))


@settings(max_examples=300, deadline=None)
@given(SOUP)
@example("> " * 30 + "deep")
@example("1. " * 40 + "deep")
@example("[a]: https://example.com\n\n[a] [a]")
@example("a\n===\nb\n---")
@example("`.mp3`link and <3 x")
@example("1. 1 a\n2. 121\n\n       $ x\n3. b")
def test_every_word_is_read_in_the_order_it_was_written(text: str) -> None:
    """Whatever the renderer takes for markup, it changes the look of words and never the words nor their order."""
    rendered = reader_html(text)

    languages = "|".join(sorted(code.LANGUAGES, key=len, reverse=True))
    without_markup = re.sub(
        rf"(?mi)^([ \t>]*(?:[-+*] |\d+[.)] )*(?:```+|~~~+)[ \t]*)(?:{languages})[ \t]*$", r"\1", clean(text)
    )
    assert letters(Reading(rendered).text) in (letters(without_markup), letters(text))


PROSE = st.from_regex(
    r"[A-Za-zäé]{1,9}[.,;:!?]?|\d{1,4}[.)]?|https://example\.com/[a-z_()]{0,6}|<3|:-\)|x_y|C:\\x|ann@example\.com",
    fullmatch=True,
)
JOINTS = st.sampled_from(
    [" ", " ", " ", "\n", "\n\n", "\n- ", "\n> ", "\n    ", "\n1. ", " *", "* ", "`", " -- ", "\n$ "]
)


@settings(max_examples=300, deadline=None)
@given(st.lists(st.tuples(PROSE, JOINTS), min_size=1, max_size=30).map(lambda pairs: "".join(map("".join, pairs))))
def test_every_word_of_a_letter_is_read_in_order(text: str) -> None:
    """The same for what letters are made of: words, numbers, addresses, smileys, lists, quotes, commands."""
    assert letters(text) == letters(Reading(reader_html(text)).text)


@settings(max_examples=150, deadline=None)
@given(SOUP)
def test_what_comes_out_is_always_safe(text: str) -> None:
    """Only our tags and attributes; every link absolute and marked; nothing a template engine or Pelican would read."""
    rendered = reader_html(text)
    found = Links(rendered)

    assert set(found.tags) <= module.TAGS
    assert {(t, n) for t, n, _ in found.attributes} <= {
        ("a", "href"), ("a", "rel"), ("ol", "start"), ("div", "class"), ("span", "class"),
    }  # fmt: skip
    assert all(re.match("https?://|mailto:", v) for _, n, v in found.attributes if n == "href")
    assert not re.search(r"\{[{%#]", rendered)
    assert not re.search(r"=\s*[\"'][{|]", re.sub(r">[^<]*<", "><", rendered))


@pytest.mark.parametrize("text", ["[x]()", "![]()", '[x]( "t")', "[x](y.html)", "[x](<>)", "see [this]() and *that*"])
def test_a_link_to_nothing_is_words(text: str) -> None:
    """Whatever stands around it: there would be an element that leads nowhere."""
    rendered = reader_html(text)

    assert "<a" not in rendered
    assert visible(rendered).replace("*", "").split() == text.replace("*", "").split()


def test_what_is_too_long_stays_plain() -> None:
    """Beyond a reader's turn there is no markup, and nothing is cut."""
    text = "*word* " * 10_000

    assert plain_html(text) == reader_html(text)
    assert text.split() == visible(reader_html(text)).split()
