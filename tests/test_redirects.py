"""Older addresses, from the files that web servers read for their redirects."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gratitude.blog.redirects import read_redirects, redirects_in
from gratitude.link.posts import Posts
from link_samples import post_


@pytest.mark.parametrize(
    ("line", "found"),
    [
        ("/old.html /new.html 301", [("/old.html", "/new.html")]),
        ("/old   /new", [("/old", "/new")]),
        ("https://old.example/a https://blog.example/b 301!", [("https://old.example/a", "https://blog.example/b")]),
        ("Redirect 301 /old.html /new.html", [("/old.html", "/new.html")]),
        ("Redirect permanent /old.html https://blog.example/new.html", [("/old.html", "https://blog.example/new.html")]),
        ("  RedirectPermanent /old /new  ", [("/old", "/new")]),
        ('Redirect 301 "/old" "/new"', [("/old", "/new")]),
        (r"RedirectMatch 301 ^/old\.html$ /new.html", [("/old.html", "/new.html")]),
        (r"RewriteRule ^2012/old-post/?$ /new.html [R=301,L]", [("/2012/old-post", "/new.html")]),
        ("RewriteRule ^old$ /index.php [L]", []),
        (r"RedirectMatch 301 ^/blog/(.*)$ /$1", []),
        ("/blog/* /:splat 301", []),
        ("# /old /new", []), ("", []), ("/old", []), ("ErrorDocument 404 /404.html", [("/404", "/404.html")][:0]),
        ('Redirect 301 "/old /new', []), ("RewriteEngine On", []), ("Options -Indexes", []),
    ],
)  # fmt: skip
def test_a_line_says_where_an_address_went(line, found):
    """Netlify's and Apache's ways; a rule with a pattern is no address, an inner rewriting neither."""
    assert found == list(redirects_in(line))


@given(st.text(max_size=300))
def test_no_line_is_too_strange(text):
    """Whatever the file holds."""
    assert all(old and new for old, new in redirects_in(text))


def test_the_files_of_the_site_are_read(tmp_path):
    """In the site's folder and where sites keep what goes to the root; the first that speaks decides."""
    (tmp_path / "content" / "extra").mkdir(parents=True)
    (tmp_path / "_redirects").write_text("/a /one.html\n", "utf-8")
    (tmp_path / "content" / "extra" / ".htaccess").write_text("Redirect 301 /a /two.html\nRedirect 301 /b /two.html\n")
    (tmp_path / "content" / "_redirects").write_bytes(b"\xff\xfe/c /three\n")

    got = read_redirects(tmp_path, tmp_path / "content")

    assert {"/a": "/one.html", "/b": "/two.html"}.items() <= got.items()
    assert read_redirects(tmp_path / "none", tmp_path / "none") == {}


def test_a_redirected_address_is_its_posts():
    """Through a chain too; a circle and a post that is gone lead nowhere, and no address of a post is taken from it."""
    redirects = {
        "/a": "/b",
        "/b": "/bread.html",
        "/c": "/d",
        "/d": "/c",
        "/e": "/gone.html",
        "/flock.html": "/bread.html",
    }
    posts = Posts([post_("bread"), post_("flock")], siteurl="https://blog.example", redirects=redirects)

    found = {path: getattr(posts.by_url(f"https://blog.example{path}"), "key", None) for path in redirects}

    assert {"/a": "bread", "/b": "bread", "/c": None, "/d": None, "/e": None, "/flock.html": "flock"} == found
