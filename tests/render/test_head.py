"""The head of our pages: what we say, and never what the theme said already."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest
from lxml import html

from gratitude.render.head import Head, Link, locale, packed, unpacked, with_head
from render.samples import HOSTILE

FEED = Link("https://x/feed", "application/atom+xml", "Who & what")
FULL = Head(
    description="What it is.",
    canonical="https://x/who/",
    properties=(("og:type", "website"), ("og:title", "Who"), ("og:url", "")),
    feeds=(FEED,),
    script="<script>1</script>",
)
DESCRIPTION = '<meta name="description" content="What it is.">\n'
CANONICAL = '<link rel="canonical" href="https://x/who/">\n'
TYPE = '<meta property="og:type" content="website">\n'
TITLE = '<meta property="og:title" content="Who">\n'
ALTERNATE = '<link rel="alternate" type="application/atom+xml" href="https://x/feed" title="Who &amp; what">\n'
SCRIPT = "<script>1</script>\n"
ALL = DESCRIPTION + CANONICAL + TYPE + TITLE + ALTERNATE + SCRIPT


def added(theme: str, head: Head = FULL) -> str:
    """What is put in behind what the theme wrote."""
    page = with_head(f"<html><head>{theme}</head><body></head></body>", head)
    before, after = f"<html><head>{theme}", "</head><body></head></body>"
    assert page.startswith(before)
    assert page.endswith(after)
    return page[len(before) : -len(after)]


def test_a_bare_head_gets_everything() -> None:
    """Before its end, once; what is empty is left unsaid."""
    assert added("<title>x</title>") == ALL
    assert added("", Head()) == ""


@pytest.mark.parametrize(
    ("theme", "missing"),
    [
        ('<meta name="description" content="x">', DESCRIPTION),
        ("<META CONTENT='x' NAME='Description'/>", DESCRIPTION),
        ("<meta content=x name=description>", DESCRIPTION),
        ('<meta property="og:title" content="x" />', TITLE),
        ('<meta name="og:title" content="a > b">', TITLE),
        ('<meta data-a=\'"\' property=og:type content="article">', TYPE),
        ('<link href="/who/" rel="nofollow Canonical">', CANONICAL),
        ('<link rel="alternate" title="t" href="https://x/feed">', ALTERNATE),
    ],
)
def test_what_the_theme_says_is_not_said_again(theme: str, missing: str) -> None:
    """However it is written; the rest of ours is said."""
    assert added(theme) == ALL.replace(missing, "")


@pytest.mark.parametrize(
    "theme",
    [
        '<!-- <meta name="description" content="x"> -->',
        '<script>var a = \'<meta name="description" content="x">\'</script>',
        '<title><meta name="description" content="x"></title>',
        '<meta name="description" content="">',
        '<meta name="description">',
        '<meta name="x" content="name=description">',
        '<link rel="alternate" hreflang="de" href="https://x/de/">',
        "<meta",
        '<meta name="description',
        "<!--",
    ],
)
def test_what_only_looks_like_it_says_nothing(theme: str) -> None:
    """A comment, a script, a title, an empty description, a broken tag."""
    assert added(theme) == ALL


def test_a_page_without_a_head_stays() -> None:
    """HTML may leave the tags out; then there is no safe place."""
    assert with_head("<title>x</title><p>y", FULL) == "<title>x</title><p>y"


@pytest.mark.parametrize("words", HOSTILE)
def test_no_words_leave_their_attribute(words: str) -> None:
    """A reader's question is the description of its page and its title."""
    head = replace(FULL, description=words, properties=(("og:title", words),), feeds=(replace(FEED, title=words),))
    page = with_head("<html><head></head><body>b</body></html>", head)
    tree = html.document_fromstring(page.translate(dict.fromkeys([0, 8, 0x1F])))
    said = " ".join(words.split()).translate(dict.fromkeys([0, 8, 0x1F]))

    assert [t.tag for t in tree.find("head")] == ["meta", "link", "meta", "link", "script"]
    assert tree.xpath("//@content") == [said, said]
    assert "{{" not in page


@pytest.mark.parametrize(
    ("lang", "locales", "expected"),
    [
        ("en", [""], ""),
        ("de", ["de_AT.UTF-8"], "de_AT"),
        ("de", ["en_GB.utf8", "de_DE"], "de_DE"),
        ("pt-br", [], "pt_BR"),
        ("pt_BR", ["pt_PT"], "pt_BR"),
        ("zh-Hant", ["C.UTF-8"], ""),
        ("zh-hant", [7, None], ""),
        ("", ["C"], ""),
    ],
)
def test_a_territory_is_not_guessed(lang: str, locales: list[object], expected: str) -> None:
    """OpenGraph wants one; of a bare language nobody knows it."""
    assert locale(lang, locales) == expected


def test_a_head_survives_the_cache() -> None:
    """Every field comes back as it was."""
    head = Head(
        description="a", canonical="b", properties=(("og:title", "c"),), feeds=(Link("d", "e", "f"),), script="g"
    )

    assert head == unpacked(json.loads(json.dumps(packed(head))))
