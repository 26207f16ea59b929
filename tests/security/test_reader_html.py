"""A reader's words on a page: nothing runs, nothing phones home, nothing hangs, and every word is read."""

from html.parser import HTMLParser

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gratitude.render.words import reader_html

from .limits import run

SIZE = 20_000
ORDINARY = ("Thank you for the page about tides. We *walked* out and back, see https://example.com/a.\n\n" * SIZE)[
    :SIZE
]


def shapes(size):
    """Return pathological texts of about ``size`` characters."""
    return {
        "brackets": "[" * size,
        "open links": "[a](" * (size // 4),
        "nested images": "![" * (size // 2),
        "backticks of every length": "".join("`" * (i % 50 + 1) + " " for i in range(size))[:size],
        "emphasis": "*_" * (size // 2),
        "bold": "**a " * (size // 4),
        "quotes": ">" * size + "a",
        "staircase of quotes": "\n".join(">" * i + " a" for i in range(int((2 * size) ** 0.5) - 10)),
        "staircase of lists": "\n".join("    " * i + "- a" for i in range(int((size / 2) ** 0.5) - 5)),
        "rules": "* " * (size // 2) + "x",
        "numbers": "1. " * (size // 3),
        "less than": "<" * size,
        "comments": "<!--" * (size // 4),
        "entities": "&#" * (size // 2),
        "references": "".join(f"[{i}]: x\n" for i in range(size // 9)),
        "a long reference": f"[a]: http://x.example/{'y' * (size // 2)}\n\n" + "[a] " * (size // 8),
        "fences": "```\n" * (size // 4),
        "autolinks": "<http://" * (size // 8),
        "addresses": "a@" * (size // 2),
        "a code block in a slow language": f"```make\n{'a' * size}!\n```\n",
        "setext": "a\n=" * (size // 3),
        "tables": "|" * size + "\n" + "|-" * (size // 2),
        "backslashes": "\\" * size,
        "parentheses": "[a](" + "(" * size,
        "indented paragraphs": "    once upon a time there was\n\n" * (size // 32),
        "indented commands": "    make x\n\n" * (size // 12),
        "prompts": "$ x\n" * (size // 4),
        "prompts far apart": ("$ x\n" + "y\n" * 40) * (size // 84),
        "half a prompt": "a@b:" * (size // 4),
        "assignments": "a=b\n" * (size // 4),
        "a long line of signs": "a(b)[c]{" * (size // 8),
        "heads of changes": "@@ -1\n" * (size // 6),
        "columns": "a   b   c\n" * (size // 10),
        "tags that are opened": "[code]<pre><code>" * (size // 17),
        "tags in tags": "<pre>" * (size // 11) + "</pre>" * (size // 11),
        "tags of code": "[code]x[/code]" * (size // 14),
        "items and code": "- a\n\n      $ x\n\n" * (size // 16),
        "addresses of their own": "https://a.b/" * (size // 12),
        "stars apart": "*a b* " * (size // 6),
    }


TAGS = {
    "p",
    "br",
    "em",
    "strong",
    "code",
    "pre",
    "blockquote",
    "ul",
    "ol",
    "li",
    "a",
    "hr",
    "del",
    "span",
    "div",
    "b",
    "i",
}
HOSTILE = [
    "<script>alert(1)</script>", "<img src=x onerror=alert(1)>", "![x](https://evil.example/pixel.png)", "[x](javascript:alert(1))",
    "[x](data:text/html,<script>1</script>)", "<javascript:alert(1)>", "[x]({attach}/../../etc/hostname)", "[x](|static|/../secret)",
    "[x][y]\n\n[y]: {static}/secret", '[x](https://a.example "onmouseover=alert(1)")', "<a href='{attach}../x'>x</a>", "{{ 7*7 }} {% x %} {# y #}",
    "[x](//evil.example)", "[x](/admin)", "[x](vbscript:1)", "<svg onload=alert(1)>", "<iframe src=//evil.example>", "`<b onclick=1>`",
    "[x](https://a.example/\"onmouseover=\"alert(1))", "# heading\n\nText\n====\n\nmore\n----", "<style>*{display:none}</style>", "&lt;script&gt;",
    "[x]: {: onclick=alert(1)}", "a {: #id .class onclick=1}", "<!--gratitude:box-->", "\x02klzzwxh:0\x03", "<input autofocus onfocus=alert(1)>",
]  # fmt: skip


class Reader(HTMLParser):
    """Collects what is on the page, and what must never be."""

    def __init__(self):
        super().__init__(convert_charrefs=True)
        self.text, self.wrong = [], []

    def handle_starttag(self, tag, attrs):
        if tag not in TAGS:
            self.wrong.append(tag)
        for name, value in attrs:
            fine = (tag, name) == ("a", "href") and (value or "").startswith(("https://", "http://", "mailto:"))
            fine = fine or (tag, name) == ("a", "rel") or (tag, name) == ("ol", "start") or name == "class"
            if not fine or (value or "").startswith(("{", "|")):
                self.wrong.append((tag, name, value))

    def handle_comment(self, data):
        self.wrong.append(("comment", data))

    def handle_data(self, data):
        self.text.append(data)


def read(html):
    reader = Reader()
    reader.feed(html)
    reader.close()
    return reader


@pytest.mark.parametrize("words", HOSTILE)
def test_nothing_forbidden_is_on_the_page(words):
    """Only our tags, only absolute links, no attribute that runs or that Pelican would resolve."""
    html = reader_html(words)

    assert read(html).wrong == []
    assert "{{" not in html
    assert "{%" not in html


@given(st.text(alphabet=st.sampled_from("<>\"'`[](){}|*_#-=:/\\!& \n\tabcjs1.@"), max_size=300))
def test_nothing_forbidden_whatever_is_typed(words):
    """The same for any text made of the characters that matter, and the size stays bounded."""
    html = reader_html(words)

    assert read(html).wrong == []
    assert len(html) <= 10 * len(words) + 1_000


@given(st.lists(st.from_regex(r"[a-z]{2,8}|[0-9]{1,4}", fullmatch=True), min_size=1, max_size=30), st.data())
def test_every_word_and_number_is_still_read(parts, data):
    """What looks like markup may change its look, never its text: 1986. stays 1986."""
    text = ""
    for part in parts:
        mark = data.draw(
            st.sampled_from(
                ["{}", "**{}**", "_{}_", "`{}`", "<{}>", "# {}", "{}.", "- {}", "> {}", "[{}]", "~~{}~~", "{}:"]
            )
        )
        text += mark.format(part) + data.draw(st.sampled_from([" ", "\n", "\n\n"]))

    html = reader_html(text)

    seen = "".join(read(html).text) + " ".join(part.split('"')[0] for part in html.split('<ol start="')[1:])
    missing = [p for p in parts if p not in seen]
    assert not [m for m in missing if not (m.isdigit() and (f"{m}." in text))], (text, html)


def test_no_shape_hangs_or_swells():
    """Each pathological text of 20 kB costs what a letter does or grows as it does; its HTML is ten times it at most."""
    wholes, halves = shapes(SIZE), shapes(SIZE // 2)
    pairs = {name: (halves[name], whole) for name, whole in wholes.items()}

    found = run("gratitude.render.words:reader_html", pairs, ordinary=ORDINARY, cpu_s=60)

    slow = [name for name, (steep, _) in found.items() if steep]
    large = [name for name, (_, length) in found.items() if length > 10 * len(wholes[name]) + 1_000]
    assert (slow, large) == ([], [])
