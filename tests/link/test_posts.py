"""The catalogue in memory."""

from __future__ import annotations

import pytest

from gratitude.blog import find_blog
from gratitude.link.posts import Posts, catalogue


def test_posts_stand_newest_first_undated_last(post):
    """The order of the catalogue is that of its days, whatever the order of the files."""
    old, new, none = post("old", day="2001-01-01"), post("new", day="2020-01-01"), post("none", day=None)

    assert (new, old, none) == tuple(Posts([none, old, new]).posts())


def test_a_draft_can_be_linked_and_says_so(post):
    """Whoever was shown a draft may write about it."""
    got = Posts([post("idea", status="draft")], siteurl="https://blog.example").by_url("https://blog.example/idea.html")

    assert (got.key, got.status) == ("idea", "draft")


def test_scores_of_words(blog_posts):
    """Only posts with a word of the message score, and the one that holds more of them scores higher."""
    scores = blog_posts.scores("the flock timer locks")

    assert max(scores, key=scores.__getitem__) == "flock-timers"
    assert "slow-bread" not in blog_posts.scores("flock")
    assert dict(blog_posts.scores("")) == {}


def test_a_word_of_the_title_counts(post):
    """The title is searched too."""
    assert list(Posts([post("one", "Wombats", "text"), post("two", "Other", "text")]).scores("wombat")) == ["one"]


@pytest.fixture
def site(tmp_path):
    """Write a site and return its catalogue: ``site(conf, {"a.md": "Title: ..."})``."""

    def make(conf, files):
        for name, text in files.items():
            file = tmp_path / "content" / name
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(text + "\n\nWords.\n", encoding="utf-8")
        head = 'PATH = "content"\nSITEURL = "https://blog.example"\nTIMEZONE = "UTC"\n'
        (tmp_path / "pelicanconf.py").write_text(head + conf)
        return catalogue(find_blog(tmp_path))

    return make


def test_every_language_leads_to_one_post(site):
    """The French address links the post that both languages share."""
    posts = site("", {
        "en.md": "Title: Cron\nSlug: cron\nDate: 2024-01-10", "fr.md": "Title: Le cron\nSlug: cron\nLang: fr\nDate: 2024-01-11",
    })  # fmt: skip

    assert len(posts.posts()) == 1
    assert {posts.by_url(f"https://blog.example/{name}.html").key for name in ("cron", "cron-fr")} == {"cron"}


def test_an_address_tells_two_posts_of_one_slug_apart(site):
    """Each address ends on its own post; the slug alone on none."""
    posts = site('ARTICLE_URL = ARTICLE_SAVE_AS = "{category}/{slug}.html"', {
        name: f"Title: {name}\nSlug: intro\nCategory: {name[:-3]}\nDate: 2024-01-10" for name in ("cron.md", "bread.md")
    })  # fmt: skip

    assert posts.by_url("https://blog.example/cron/intro.html").key == "cron.md"
    assert posts.by_url("https://blog.example/bread/intro").key == "bread.md"
    assert posts.by_url("https://blog.example/intro.html") is None
    assert posts.get("intro") is None


def test_the_catalogue_of_a_site(tmp_path):
    """The posts of a folder with pelicanconf.py, found by their addresses."""
    (tmp_path / "content").mkdir()
    (tmp_path / "content" / "a.md").write_text("Title: Cron\nDate: 2024-01-01\nAliases: /old/cron.html\n\nIt starts.\n")
    (tmp_path / "pelicanconf.py").write_text('PATH = "content"\nSITEURL = "https://blog.example"\nTIMEZONE = "UTC"\n')

    posts = catalogue(find_blog(tmp_path), tmp_path / "posts.json", hosts=["old.example"])

    assert [post.key for post in posts.posts()] == ["cron"]
    assert posts.by_url("https://old.example/old/cron").key == "cron"
    assert None is posts.get("other")
