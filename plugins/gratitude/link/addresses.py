"""The post an address leads to: as the site writes it now, and as its older homes did. Pure."""

from __future__ import annotations

__all__ = ["Addresses"]

import re
from collections.abc import Iterable, Mapping, Sequence
from types import MappingProxyType
from urllib.parse import unquote, urlsplit

from ..message import Post
from ..urls import canonical, host

MAX_URL = 2_000
PLAIN_FOLDERS = frozenset(
    [
        "amp",
        "article",
        "articles",
        "blog",
        "blogs",
        "draft",
        "drafts",
        "entries",
        "index.php",
        "entry",
        "journal",
        "log",
        "p",
        "page",
        "pages",
        "post",
        "posts",
        "story",
        "weblog",
    ]
)
"""Folders that only say "a post stands here"; another one (``tag/``, ``projects/``) may mean something else."""

HERE = "here.invalid"
"""Stands for the host of an address without one (RFC 2606: no host is called so)."""

LANGUAGE = re.compile(r"[a-z]{2}(?:-[a-z]{2})?")
ENDING = re.compile(r"\.(?:html?|php|aspx?|md)$", re.IGNORECASE)
PARTS_OF_A_POST = re.compile(r"/(?:amp|feed|trackback|embed|comments?|comment-page-\d{1,5}|\d{1,3})$", re.IGNORECASE)
JEKYLL_DAY = re.compile(r"(\d{4})-(\d{2})-\d{2}-(.+)")
MIN_CUT_SLUG = 15
"""Blogger cuts a title's slug after about 39 characters, at a word."""


FOR_PHONES = re.compile(r"^(?:amp|m|mobile)\.")
"""Hosts of a blog's pages for telephones, long since given up."""
GLUED = re.compile(r"(?:&[\w.-]{1,40}=[^/]*|[\s\xa0\u200b]+)$")
"""What mail programs and careless copies glue to the end of an address: ``&source=gmail``, ``%20``."""


class Addresses:
    """Looks up addresses of the posts' own hosts; one of a foreign host is never a post."""

    def __init__(
        self,
        posts: Sequence[Post],
        siteurl: str = "",
        hosts: Iterable[str] = (),
        redirects: Mapping[str, str] = MappingProxyType({}),
    ) -> None:
        self._hosts = {host(siteurl), *hosts} - {""}
        self._prefix = unquote(urlsplit(siteurl).path).strip("/")
        self._exact: dict[str, str] = {}
        self._loose: dict[str, str | None] = {}
        self._slugs: dict[str, list[Post]] = {}
        for post in sorted(posts, key=lambda p: (p.status != "published", p.key)):
            for url in (*post.urls, *post.aliases):
                self._learn(url, post.key)
            slug = post.slug.casefold()
            without_day = m[3] if (m := JEKYLL_DAY.fullmatch(slug)) else slug
            for name in {slug, without_day} - {""}:
                self._slugs.setdefault(name, []).append(post)
        found = [(old, self.find(self._followed(old, redirects))) for old in redirects]
        for old, known in found:
            if known is not None and not self.find(old):
                self._learn(old, known)

    def find(self, url: str) -> str | None:
        """Return the key of the post, or None. ``url`` is absolute, or a path from the site's root. Never raises."""
        if len(url) > MAX_URL:
            return None
        name, path = self._parts(url)
        if name not in self._hosts | {HERE} and FOR_PHONES.sub("", name) not in self._hosts:
            return None
        return self._exact.get(path) or self._without_query(GLUED.sub("", path.partition("?")[0]))

    def _followed(self, url: str, redirects: Mapping[str, str]) -> str:
        """Return where an old address leads in the end; a chain of more than ten, or a circle, leads nowhere."""
        for _ in range(10):
            if (new := redirects.get(url)) is None:
                return url
            url = new
        return ""

    def _without_query(self, path: str) -> str | None:
        for _ in range(3):
            known = self._exact.get(path) or self._loose.get(_loose(path)) or self._by_pattern(path)
            if known or not PARTS_OF_A_POST.search(path):
                return known
            path = PARTS_OF_A_POST.sub("", path)
        return None

    def _learn(self, url: str, key: str) -> None:
        _, path = self._parts(url)
        if path == "/":
            return
        self._exact.setdefault(path, key)
        loose = _loose(path)
        if "?" not in path:
            self._loose[loose] = key if self._loose.get(loose, key) == key else None

    def _parts(self, url: str) -> tuple[str, str]:
        """Return host and path (with its query) of an address; the host of a path alone is `HERE`."""
        one = canonical(url if "//" in url else f"//{HERE}/{url.lstrip('/')}")
        name = re.split(r"[/?]", one, maxsplit=1)[0]
        return name, self._under(one[len(name) :])

    def _under(self, path: str) -> str:
        """Return the path with one slash before it, without the folder the site stands in."""
        path = path.strip("/")
        if self._prefix and (path + "/").startswith(self._prefix + "/"):
            path = path[len(self._prefix) :].strip("/")
        return "/" + path

    def _by_pattern(self, path: str) -> str | None:
        """Return the post of an older address: /2019/05/slug, /2019/05/07/slug, /2019-05-07-slug, /blog/slug."""
        *folders, last = _loose(path).strip("/").split("/")
        year, month = _dated(folders)
        if m := JEKYLL_DAY.fullmatch(last):
            year, month, last = int(m[1]), int(m[2]), m[3]
        if not year and not all(f in PLAIN_FOLDERS or LANGUAGE.fullmatch(f) for f in folders):
            return None
        known = self._slugs.get(last, [])
        if len(known) > 1 and year:
            known = [p for p in known if p.day and (p.day.year, p.day.month) == (year, month)]
        if not known and year and len(last) >= MIN_CUT_SLUG:
            starts = [ps for slug, ps in self._slugs.items() if slug.startswith(last + "-")]
            known = [p for ps in starts for p in ps if not p.day or (p.day.year, p.day.month) == (year, month)]
            known = list({p.key: p for p in known}.values())
        return known[0].key if len(known) == 1 else None


def _dated(folders: Sequence[str]) -> tuple[int, int]:
    """Return year and month of a dated path, (0, 0) where it has none."""
    for i, folder in enumerate(folders[:-1]):
        if re.fullmatch(r"(?:19|20)\d\d", folder) and re.fullmatch(r"0?[1-9]|1[0-2]", folders[i + 1]):
            return int(folder), int(folders[i + 1])
    return 0, 0


def _loose(path: str) -> str:
    """Return the path without its ending and case."""
    return ENDING.sub("", path.rstrip("/")).removesuffix("/index").casefold()
