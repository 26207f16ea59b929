"""The catalogue: the blog's posts, to look up by slug and address and to search. Reads the blog, decides nothing."""

from __future__ import annotations

__all__ = ["Posts", "catalogue"]

from collections.abc import Iterable, Mapping, Sequence
from functools import cached_property
from pathlib import Path
from types import MappingProxyType

from ..blog import Blog, read_posts
from ..blog.redirects import read_redirects
from ..message import Post
from .addresses import Addresses
from .index import Index, query

TITLE_WEIGHT = 0.5
"""A word in the title, as a part of its IDF, beside BM25 of the text: .3-.6 is best, 1 costs, 2.5 ruins (measured)."""

NOTHING: Mapping[str, str] = MappingProxyType({})


def catalogue(blog: Blog, cache: Path | None = None, hosts: Iterable[str] = ()) -> Posts:
    """Return the posts of the blog. ``cache`` as `blog.read_posts`; ``hosts`` are the site's older ones (`Site.hosts`)."""
    redirects = read_redirects(blog.root, blog.path)
    return Posts(read_posts(blog, cache), siteurl=blog.siteurl, hosts=hosts, redirects=redirects)


class Posts:
    """A catalogue in memory (`message.Catalogue`), with an index that is made when it is first asked for.

    ``redirects`` lead from older addresses to newer ones (`blog.redirects`). ``before`` is the catalogue as it was: after
    one of 2,000 posts changed, the new one is there in under a second.
    """

    def __init__(
        self,
        posts: Sequence[Post],
        *,
        siteurl: str = "",
        hosts: Iterable[str] = (),
        redirects: Mapping[str, str] = NOTHING,
        before: Posts | None = None,
    ) -> None:
        self._before = before
        self._posts = tuple(sorted(posts, key=lambda p: (p.day is None, -p.day.toordinal() if p.day else 0, p.key)))
        self._by_key = {post.key: post for post in self._posts}
        self._addresses = Addresses(self._posts, siteurl, hosts, redirects)

    def posts(self) -> Sequence[Post]:
        """All posts and pages, drafts and hidden ones too; newest first, undated last."""
        return self._posts

    def get(self, key: str) -> Post | None:
        """The post with this key, or None."""
        return self._by_key.get(key)

    def by_url(self, url: str) -> Post | None:
        """The post an address of the site's hosts leads to, old patterns and aliases too, or None."""
        key = self._addresses.find(url)
        return self._by_key.get(key) if key else None

    def scores(self, words: str) -> Mapping[str, float]:
        """BM25 of each post's text plus the title's words; posts without a match are left out."""
        asked = query(words, self.index)
        found: dict[str, float] = {}
        for word in asked.stems:
            for number, weight in self.index.postings(word):
                key = self.index.posts[number].key
                found[key] = found.get(key, 0.0) + weight
        for post, title in zip(self.index.posts, self.index.titles, strict=True):
            for word in asked.stems.keys() & set(title):
                found[post.key] = found.get(post.key, 0.0) + TITLE_WEIGHT * self.index.idf(word)
        return found

    @cached_property
    def index(self) -> Index:
        """The index that ranking reads; what an older catalogue has read of the same posts is not read again."""
        before, self._before = self._before, None
        return Index(self._posts, before.index if before is not None else None)
