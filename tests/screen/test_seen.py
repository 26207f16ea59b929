"""What a message shows at one look."""

from __future__ import annotations

import pytest

from gratitude.message import Kind, Links, Site
from gratitude.screen.seen import MAX_CHARS, links_of, look, unmasked, without_code


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("See https://one.example.com/a.", [("one.example.com", "", "bare")]),
        ('<a href="https://one.example.com">pills</a>', [("one.example.com", "pills", "href")]),
        ('<a href="https://one.example.com" rel="nofollow">one</a>', [("one.example.com", "one", "bare")]),
        ("<a href=https://one.example.com>pills</a>", [("one.example.com", "pills", "href")]),
        ('<a href=" https://one.example.com "> <b>pills</b> </a>', [("one.example.com", "", "href")]),
        ("[url=http://one.example.com/]pills[/url]", [("one.example.com", "pills", "bbcode")]),
        ("[link]http://one.example.com/[/link]", [("one.example.com", "http://one.example.com/", "bbcode")]),
        ("[a page](http://one.example.com/x)", [("one.example.com", "a page", "markdown")]),
        ("[a\npage](http://one.example.com/x 'a page')", [("one.example.com", "a page", "markdown")]),
        ("www.one.example.com is mine", [("one.example.com", "", "bare")]),
        ("ann@www.example.com", []),
        ("no link at all", []),
        ("https://", []),
    ],
)
def test_a_link_is_found_however_it_is_written(words: str, expected: list[tuple[str, str, str]]):
    """HTML, BBCode, Markdown and bare addresses are links, each once."""
    found = [(f.host, f.label, f.shape) for f in links_of(words)]

    assert expected == found


@pytest.mark.parametrize(
    "code",
    [
        '```\n<a href="https://one.example.com">x</a>\n```',
        'Try this:\n\n    <a href="https://one.example.com">x</a>\n\nIt works.',
        'Write `<a href="https://one.example.com">x</a>` there.',
        '<pre><a href="https://one.example.com">x</a></pre>',
        '[sourcecode lang="html"]<a href="https://one.example.com">x</a>[/sourcecode]',
    ],
)
def test_a_link_in_code_is_no_link(seen, code: str):
    """Readers post HTML; a link in their code leads nowhere."""
    one = seen(code)

    assert one.outside == ()
    assert one.has_code


def test_code_is_taken_out_and_words_stay():
    """What stands around the code is still read."""
    expected = "Before\nafter"

    assert expected == without_code("Before\n```\ncode\n```after")


def test_links_to_the_blog_are_its_own(seen):
    """The blog's hosts, and those below them, are not other sites."""
    one = seen(
        "https://blog.example/post https://www.blog.example/x https://old.blog.example/ https://notblog.example/"
    )

    assert [f.host for f in one.outside] == ["notblog.example"]
    assert one.own == 3


@pytest.mark.parametrize(
    ("url", "expected"),
    [
        ("", None),
        ("http://", None),
        ("https://blog.example/me", None),
        ("https://www.google.com/accounts/o8/id?id=x", None),
        ("ann.example.com", "ann.example.com"),
        ("https://ann.example.com/", "ann.example.com"),
        ("http://[broken", None),
    ],
)
def test_a_website_is_one_that_leads_away(seen, url: str, expected: str | None):
    """Nothing, the blog itself, a login and nonsense are no website."""
    website = seen("Thanks", url=url).website

    assert expected == (website and website.host)


@pytest.mark.parametrize(
    ("masked", "expected"),
    [
        ("Tһanks fоr shаring", "thanks for sharing"),
        ("ｖｉａｇｒａ", "viagra"),
        ("vi\u200bagra", "viagra"),
        ("спасибо за статью", "спасибо за статью"),
        ("Grüße aus Köln", "grüße aus köln".casefold()),
    ],
)
def test_disguises_are_undone_and_languages_stay(masked: str, expected: str):
    """Only a word that mixes scripts is translated."""
    assert expected == unmasked(masked)


def test_phrases_are_found_over_line_ends(seen):
    """Bots and mail wrap lines inside phrases; labels of links stay, addresses go."""
    one = seen("please visit\n  [my   site](https://one.example.com) now")

    assert one.flat == "please visit my site now"


def test_a_long_text_is_judged_by_its_ends(seen):
    """Beginning and end are read: an address at the very end is seen."""
    one = seen("word " * 20_000 + "https://one.example.com")

    assert len(one.prose) <= MAX_CHARS + 1
    assert [f.host for f in one.outside] == ["one.example.com"]


def test_bare_thanks_lead_nowhere(seen):
    """Thanks without a link to another site and without a website are bare; a link to the blog is no matter."""
    cases = [
        seen("Thanks for https://blog.example/a", Kind.THANKS),
        seen("Thanks for https://one.example.com/a", Kind.THANKS),
        seen("Thanks", Kind.THANKS, url="https://one.example.com"),
        seen("Hello"),
    ]

    assert [c.is_bare_thanks for c in cases] == [True, False, False, False]


def test_known_hosts_count_as_the_blogs(message, kinds, site: Site):
    """What the author allows is no other site."""
    one = look(message("https://code.example.com/x"), kinds(), Links(), site, frozenset({"example.com"}))

    assert one.outside == ()
