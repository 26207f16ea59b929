"""What an earlier build made of the same notes, posts and settings, for a build that would make it again.

Most builds change no note: a post was corrected, a theme tried. Then pages, boxes and feeds are taken as they were,
and the theme frames them anew. One digest covers everything our output is made of: the bytes of the notes; of every
post what our pages name (path, title, address, day, tags, status, language); today (an answer grows old); and the
ground: the settings, the dates and words of the site's language, our code, templates and libraries.

Where it is another (a note came), everything is read and put in order again, but boxes and pages that are made of
the same (`marks`), on the same ground, are still taken as they were. A site that changes what cannot be told from a
digest (a template of ours, Jinja's filters) is simply not remembered.
"""

from __future__ import annotations

__all__ = ["SEEN", "Memory", "ground", "is_ours", "shown"]

from collections.abc import Collection, Iterable, Iterator, Mapping
from datetime import date
from functools import cached_property
from hashlib import blake2b
from pathlib import Path
from typing import Any

from jinja2 import Environment
from jinja2.filters import FILTERS
from jinja2.tests import TESTS

from .cache import Cache, Texts, is_plain, version

TEMPLATES = Path(__file__).parent / "templates"
SEEN = ("AUTHOR", "SITENAME", "SITEURL")
"""What our templates print of a page's context besides GRATITUDE_* settings and the values handed to them."""
OURS = ("GRATITUDE_", "AUTHOR", "FEED_DOMAIN")
"""Settings that we look at and that are none of Pelican's defaults."""
ELSEWHERE = {
    "BIND", "CACHE_CONTENT", "CACHE_PATH", "DEBUG", "DELETE_OUTPUT_DIRECTORY", "LOAD_CONTENT_CACHE", "LOG_FILTER",
    "OUTPUT_PATH", "PATH", "PLUGINS", "PLUGIN_PATHS", "PORT", "THEME", "THEME_TEMPLATES_OVERRIDES",
}  # fmt: skip
"""Settings that say where or how the site is built; what of ours they could change is looked at itself."""


class Memory:
    """One build's memory: what it recalls of an earlier one, and what the next may recall of it.

    ``recalled`` is None until `recall` found something, and again after `forget`. ``is_good`` turns False where
    something happened in this build that writing the same bytes again would not make happen.
    """

    def __init__(self, cache: Cache) -> None:
        self._cache = cache
        self._first = self._key = ""
        self.recalled: dict[str, Any] | None = None
        self.is_good = True
        self._before: dict[str, Any] = {}
        self._texts = Texts()
        self._boxes: dict[str, list[list[Any]]] = {}
        self._out: list[list[Any]] = []
        self._new = Texts()

    @property
    def is_kept(self) -> bool:
        """Whether the next build may recall this one; else nobody needs to know what its pages are made of."""
        return bool(self._first) and self.is_good and self._cache.keeps

    def recall(self, key: str) -> dict[str, Any] | None:
        """Return what an earlier build kept that began as this one does, with the digest ``key``; else None."""
        self._first = key
        kept = self._cache.read_with_texts() if key else None
        if kept and isinstance(kept[0], dict):
            self._before, self._texts = kept
            self.recalled = self._before if self._before["first"] == key else None
        return self.recalled

    def fits(self, key: str) -> bool:
        """Say whether the build recalled went on as this one does; else only single boxes and pages are taken of it."""
        self._key = key
        if self.recalled is not None and (not key or self.recalled["key"] != key):
            self.recalled = None
        return self.recalled is not None

    def forget(self) -> None:
        """Recall nothing, and keep nothing of this build."""
        self.recalled, self.is_good = None, False

    def box(self, path: str, seen: list[str]) -> str | None:
        """Return the box on the post at ``path``, on a page on which these values are ``seen``."""
        rows = self.recalled["boxes"].get(path, ()) if self.recalled else ()
        return next((self._texts.get(html) for where, html, _ in rows if where == seen), None)

    def same_box(self, path: str, mark: str) -> str | None:
        """Return the box that an earlier build put on the post at ``path``, where it was made of the same."""
        rows = self._before.get("boxes", {}).get(path, ()) if mark else ()
        return next((self._texts.get(html) for _, html, made_of in rows if made_of == mark), None)

    def add_box(self, path: str, seen: list[str], html: str, mark: str) -> None:
        """Keep a box that was made, and the digest of what it was made of."""
        self._boxes.setdefault(path, []).append([seen, self._new.add(html), mark])

    def add_page(self, path: str, values: Mapping[str, Any], head: Any, mark: str) -> None:
        """Keep a page: what it is made of, days as texts, what its head says (of JSON's types), and its digest."""
        days = [name for name, value in values.items() if type(value) is date]
        plain = {name: value.isoformat() if name in days else value for name, value in values.items()}
        self.is_good = self.is_good and is_plain(plain)
        self._out.append([path, self._new.add(plain.pop("content")), mark, plain, days, head])

    def pages(self) -> Iterator[tuple[str, dict[str, Any], Any]]:
        """Yield what `add_page` was given in the build recalled, and for a file its ``content`` alone and None."""
        for path, where, _, *more in self.recalled["out"] if self.recalled else ():
            yield path, *self._page(where, more)

    def same_page(self, path: str, mark: str) -> tuple[dict[str, Any], Any] | None:
        """Return the values and the head of the page that an earlier build wrote there, where it was made of the same."""
        if not mark:
            return None
        _, where, made_of, *more = self._pages_before.get(path, ("", [], ""))
        return self._page(where, more) if made_of == mark and more else None

    @cached_property
    def _pages_before(self) -> dict[str, list[Any]]:
        """What an earlier build wrote, by path."""
        return {row[0]: row for row in self._before.get("out", ())}

    def _page(self, where: list[int], more: list[Any]) -> tuple[dict[str, Any], Any]:
        content = self._texts.get(where)
        if not more:
            return {"content": content}, None
        plain, days, head = more
        found = {**plain, "content": content}
        return {**found, **{name: date.fromisoformat(found[name]) for name in days}}, head

    def add_file(self, path: str, data: bytes) -> None:
        """Keep a file that is no page."""
        self._out.append([path, self._new.add(data.decode("utf-8")), ""])

    def write(self, **values: Any) -> None:
        """Keep everything for the next build, unless it is what was recalled. ``values`` are for it to find."""
        if self._key and self.is_kept and self.recalled is None:
            kept = {"first": self._first, "key": self._key, "boxes": self._boxes, "out": self._out, **values}
            self._cache.write(kept, self._new)


def is_ours(env: Environment) -> bool:
    """Say whether our templates are rendered as they came with the package: no other in their place, no other rules."""
    assert env.loader is not None
    for path in sorted((TEMPLATES / "gratitude").iterdir()):
        found = env.loader.get_source(env, f"gratitude/{path.name}")[1]
        if not found or Path(found) != path:
            return False
    same = all(env.filters.get(n) is f for n, f in FILTERS.items())
    same = same and all(env.tests.get(n) is t for n, t in TESTS.items())
    return same and all(name.startswith("jinja2.ext.") for name in env.extensions)


def ground(settings: Mapping[str, Any], context: Mapping[str, Any], env: Environment, names: Collection[str]) -> str:
    """Return the digest of what every page of ours stands on; ``""`` where it cannot be had.

    ``names`` are the settings of Pelican's own.
    """
    if not version() or not is_ours(env):
        return ""
    tools: Any = env.globals["gratitude"]
    wanted = sorted(n for n in settings if n.startswith(OURS) or (n in names and n not in ELSEWHERE))
    plain = [(n, settings[n] if is_plain(settings[n]) else type(settings[n]).__name__) for n in wanted]
    if any(not is_plain(settings[n]) for n in wanted if n.startswith(("GRATITUDE_", "DATE", "DEFAULT_DATE"))):
        return ""
    return _digest(version(), plain, [str(context.get(n)) for n in SEEN], tools.days.sample())


def shown(base: str, context: Mapping[str, Any], beside: tuple[object, ...]) -> str:
    """Return the digest of everything our output is made of; ``""`` where it cannot be had.

    ``base`` is what `ground` said, ``beside`` what else there is: the day, the notes.
    """
    if not base:
        return ""
    # sorted: Pelican finds files in the order of a set, another in each process
    posts = sorted(_post(path, content) for path, content in context["generated_content"].items())
    static = sorted((path, c.url) for path, c in context["static_content"].items() if c is not None)
    return _digest(base, beside, posts, static)


def _digest(*parts: object) -> str:
    return blake2b(repr(parts).encode("utf-8", "surrogatepass"), digest_size=16).hexdigest()


def _post(path: str, content: Any) -> tuple[str, list[Any]]:
    """Return what our pages, boxes and feeds may name of a post, and what a note finds it by."""
    if content is None:
        return path, []
    names = ("slug", "lang", "status", "title", "url", "date", "author", "in_default_lang", "relative_dir")
    tags = [str(tag) for tag in getattr(content, "tags", ())]
    others: Iterable[Any] = getattr(content, "translations", ())
    values = [str(getattr(content, name, None)) for name in names]
    return path, [type(content).__name__, *values, tags, sorted(str(o.get_relative_source_path()) for o in others)]
