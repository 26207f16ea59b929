"""Which post an address leads to."""

from __future__ import annotations

import pytest

from gratitude.link.posts import Posts


@pytest.fixture
def site(post):
    """A site in a folder of its host, with posts of every habit."""
    return Posts(
        [
            post("cron", urls=("https://blog.example/notes/cron/",), day="2019-05-07"),
            post("bread", urls=("https://blog.example/notes/2020/03/bread.html",), aliases=("/?p=12", "brot.html", "https://old.example/a/b/")),
            post("caf\u00e9", urls=("https://blog.example/notes/caf\u00e9.html", "https://blog.example/notes/fr/caf%C3%A9-fr.html")),
            post("a-very-long-title-of-a-post-about-clocks", urls=(), day="2014-08-02"),
            post("one.md", slug="intro", urls=("https://blog.example/notes/cron/intro.html",), day="2021-01-01"),
            post("two.md", slug="intro", urls=("https://blog.example/notes/bread/intro.html",), day="2022-02-02"),
            post("idea", urls=("https://blog.example/notes/drafts/idea.html",), status="draft", day=None),
        ],
        siteurl="https://blog.example/notes",
        hosts=["old.example"],
    )  # fmt: skip


@pytest.mark.parametrize(
    ("url", "key"),
    [
        ("https://blog.example/notes/cron/", "cron"),
        ("http://www.blog.example:8080/notes/cron/index.html?utm_medium=mail#c3", "cron"),
        ("https://blog.example/notes/cron", "cron"),
        ("https://blog.example/notes/cron.html", "cron"),
        ("https://blog.example/notes/Cron/", "cron"),
        ("https://blog.example/notes/cron/?replytocom=4", "cron"),
        ("https://blog.example/notes/cron/feed/", "cron"),
        ("https://blog.example/notes/cron/comment-page-2/#comment-9", "cron"),
        ("/cron/", "cron"),
        ("/notes/cron.html", "cron"),
        ("https://old.example/2019/05/cron/", "cron"),
        ("https://old.example/2019/05/07/cron", "cron"),
        ("https://old.example/linux/2019/05/07/cron.html", "cron"),
        ("https://old.example/2019-05-07-cron.html", "cron"),
        ("https://old.example/blog/cron", "cron"),
        ("https://old.example/en/posts/cron/", "cron"),
        ("https://old.example/?p=12", "bread"),
        ("https://old.example/brot", "bread"),
        ("https://old.example/a/b", "bread"),
        ("https://blog.example/notes/caf%C3%A9.html", "caf\u00e9"),
        ("https://blog.example/notes/fr/caf\u00e9-fr.html", "caf\u00e9"),
        ("https://old.example/2014/08/a-very-long-title-of-a.html", "a-very-long-title-of-a-post-about-clocks"),
        ("https://blog.example/notes/cron/intro.html", "one.md"),
        ("https://blog.example/notes/bread/intro.html", "two.md"),
        ("https://old.example/2022/02/intro/", "two.md"),
        ("https://blog.example/notes/drafts/idea.html", "idea"),
        ("https://amp.blog.example/notes/cron/", "cron"),
        ("https://m.blog.example/notes/cron/", "cron"),
        ("https://blog.example/notes/amp/cron/", "cron"),
        ("https://blog.example/notes/index.php/cron/", "cron"),
        ("https://blog.example/notes/cron/&source=gmail&ust=1", "cron"),
        ("https://blog.example/notes/cron/%20", "cron"),
    ],
)
def test_an_address_leads_to_its_post(url, key, site):
    """The address as it is now, as people copy it, and as older homes wrote it."""
    assert key == getattr(site.by_url(url), "key", None)


@pytest.mark.parametrize(
    "url",
    [
        "https://elsewhere.example/notes/cron/",
        "https://blog.example.evil.example/notes/cron/",
        "https://evil.example/?u=https://blog.example/notes/cron/",
        "https://blog.example@evil.example/notes/cron/",
        "https://blog.example/notes/",
        "https://blog.example/",
        "https://old.example?p=13",
        "https://blog.example/notes/tag/cron.html",
        "https://blog.example/notes/projects/cron/",
        "https://old.example/blog/intro",
        "https://old.example/2014/09/a-very-long-title-of-a.html",
        "https://old.example/2014/08/a-very.html",
        "",
        "mailto:cron@blog.example",
        "http://[::1/cron",
        "https://blog.example/" + "a/" * 50_000,
    ],
)
def test_what_is_no_post_leads_nowhere(url, site):
    """A foreign host, a list, a tag, two posts of one slug, a broken address."""
    assert None is site.by_url(url)
