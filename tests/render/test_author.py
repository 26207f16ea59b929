"""The author's own words: the site's Markdown, and links as in a post."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from pelican.contents import Article, Static
from pelican.settings import DEFAULT_CONFIG

from gratitude.render.author import AuthorWords
from gratitude.render.cache import Cache


@pytest.fixture
def settings(tmp_path: Path) -> dict[str, Any]:
    return {**DEFAULT_CONFIG, "PATH": str(tmp_path), "SITEURL": "https://blog.example", "AUTHOR": "Ada"}


def site(settings: dict[str, Any]) -> tuple[dict[str, Any], Article]:
    """A context with one post in a folder, another beside it, and a picture."""
    context: dict[str, Any] = {"generated_content": {}, "static_content": {}, "static_links": set(), "localsiteurl": ""}

    def content(kind: Any, path: str, **metadata: str) -> Any:
        made = kind("", {"title": path, **metadata}, settings, str(Path(settings["PATH"], path)), context)
        context["static_content" if kind is Static else "generated_content"][path] = made
        return made

    post = content(Article, "notes/cron.md", slug="cron")
    content(Article, "notes/timers.md", slug="timers")
    content(Static, "notes/pic.png")
    return context, post


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("*Yes*: `x`", "<p><em>Yes</em>: <code>x</code></p>"),
        ("Title: kept", "<p>Title: kept</p>"),
        ("[a]({filename}timers.md)", '<p><a href="https://blog.example/timers.html">a</a></p>'),
        ("[a]({filename}/notes/timers.md#x)", '<p><a href="https://blog.example/timers.html#x">a</a></p>'),
        ("[a](|filename|timers.md)", '<p><a href="https://blog.example/timers.html">a</a></p>'),
        ("![a]({static}pic.png)", '<p><img alt="a" src="https://blog.example/notes/pic.png"></p>'),
        ("[a](https://example.com/{x})", '<p><a href="https://example.com/{x}">a</a></p>'),
        ("[a]({tag}cron)", '<p><a href="https://blog.example/tag/cron.html">a</a></p>'),
    ],
)
def test_words_are_rendered_as_in_the_post(settings: dict[str, Any], words: str, expected: str) -> None:
    """With the site's Markdown; relative links start at the post's source."""
    context, post = site(settings)

    assert expected == AuthorWords(settings, context, Cache(None)).html(words, post)("https://blog.example")


def test_an_attached_file_goes_to_the_post(settings: dict[str, Any]) -> None:
    """A page of ours has no source to attach to (Pelican would fail there): the post is what it is attached to."""
    context, post = site(settings)
    shown = AuthorWords(settings, context, Cache(None)).html("![a]({attach}pic.png)", post)

    assert 'src="https://blog.example/pic.png"' in shown("https://blog.example")
    assert context["static_content"]["notes/pic.png"].save_as == "pic.png"


def test_words_about_the_whole_blog_start_at_the_content(settings: dict[str, Any]) -> None:
    """And what they attach is linked where it lies."""
    settings["RELATIVE_URLS"] = True
    context, _ = site(settings)
    author = AuthorWords(settings, context, Cache(None))

    assert 'href="../timers.html"' in author.html("[a]({filename}notes/timers.md)", None)("..")
    assert 'src="../notes/pic.png"' in author.html("![a]({attach}notes/pic.png)", None)("..")


def test_linked_files_are_told_to_pelican_and_stay_below_the_content(settings: dict[str, Any]) -> None:
    """Pelican copies what is named there; no note reaches beyond PATH."""
    context, post = site(settings)
    author = AuthorWords(settings, context, Cache(None))
    author.html("![a]({static}pic.png) [b]({attach}../../../../etc/hostname) ![c]({static}/a%20b.png)", post)

    assert author.static_links == {"notes/pic.png", "etc/hostname", "a b.png"}


def test_each_page_gets_its_own_addresses(settings: dict[str, Any]) -> None:
    """With RELATIVE_URLS the same words stand on pages of different depth."""
    settings["RELATIVE_URLS"] = True
    context, post = site(settings)
    shown = AuthorWords(settings, context, Cache(None)).html("[a]({filename}timers.md)", post)

    assert [shown(siteurl) for siteurl in ("../..", ".")] == [
        '<p><a href="../../timers.html">a</a></p>',
        '<p><a href="./timers.html">a</a></p>',
    ]


def test_markdown_that_breaks_the_library_stays_readable(settings: dict[str, Any]) -> None:
    """Five hundred list markers raise RecursionError in Markdown 3.11; the build goes on."""
    context, post = site(settings)
    shown = AuthorWords(settings, context, Cache(None)).html("* " * 700 + "words", post)("")

    assert "words" in shown
