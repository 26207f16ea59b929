"""The author's own words as HTML: the site's Markdown settings, and links inside the site as in a post."""

from __future__ import annotations

__all__ = ["AuthorWords", "as_set"]

import copy
import logging
import posixpath
import re
from collections.abc import Mapping
from typing import Any
from urllib.parse import unquote

from markupsafe import Markup
from pelican.contents import Content

from .cache import Cache, digest, is_plain
from .card import Html
from .plain import plain_html

logger = logging.getLogger(__name__)
IN_FOLDERS = ("filename", "static", "attach")
UNRESOLVED = re.compile(r"[\"'][{|](?:filename|static|attach|author|category|tag|index|page)[}|]")
EXTENSIONS = {
    "abbr", "admonition", "attr_list", "codehilite", "def_list", "extra", "fenced_code", "footnotes", "md_in_html",
    "meta", "nl2br", "sane_lists", "smarty", "tables", "toc", "wikilinks",
}  # fmt: skip
"""Of the Markdown package itself: what they make of a text depends on nothing but its version and their settings."""


class AuthorWords:
    """Renders what the author wrote: answers, whole ``mine`` and ``credit`` notes.

    One Markdown instance serves all notes of a build (a new one for each note costs three times as much).
    ``static_links`` collects the files the words link to, so that Pelican copies them. ``cache`` remembers what
    Markdown made of each text, where that depends on nothing else. ``acts`` says whether to render does more than
    that, or more than can be known: it moved a file (``{attach}``), told of a link that leads nowhere, or ran an
    extension from elsewhere.
    """

    def __init__(self, settings: Mapping[str, Any], context: dict[str, Any], cache: Cache) -> None:
        self._settings = settings
        self._blog = _Blog(settings, context)
        self._markdown: Any = None
        self._cache = cache
        self._as_set = as_set(settings)
        self._kept: dict[str, str] | None = None
        self._made: dict[str, str] = {}
        self.static_links: set[str] = set()
        self.acts = False

    def html(self, markdown: str, post: Content | None) -> Html:
        """Return the HTML of ``markdown``; relative links start at ``post``'s source, else at PATH. Never raises."""
        resolver = self._blog
        if post is not None:
            resolver = copy.copy(post)
            resolver._context = self._blog._context  # one from Pelican's cache of contents knows an old site only
        rooted = self._rooted(self._converted(markdown), resolver, whole_blog=post is None)
        self.acts = self.acts or not self._as_set

        def html(siteurl: str) -> Markup:
            resolved = str(resolver._update_content(rooted, siteurl))
            self.acts = self.acts or bool(UNRESOLVED.search(resolved))
            return Markup(resolved)

        return html

    def keep(self) -> None:
        """Remember for the next build what this one made of the author's words."""
        if self._made != (self._kept or {}):
            self._cache.write([self._as_set, self._made])

    def _converted(self, markdown: str) -> str:
        if not self._as_set:
            return self._made_of(markdown)
        if self._kept is None:
            kept = self._cache.read()
            self._kept = kept[1] if isinstance(kept, list) and kept[0] == self._as_set else {}
        key = digest(markdown.encode("utf-8", "surrogatepass"))
        if key not in self._made:
            self._made[key] = self._kept[key] if key in self._kept else self._made_of(markdown)
        return self._made[key]

    def _made_of(self, markdown: str) -> str:
        try:
            if self._markdown is None:
                self._markdown = _markdown(self._settings)
            self._markdown.reset()
            return str(self._markdown.convert(markdown))
        except Exception as exc:  # noqa: BLE001  extensions of a site may raise anything; its words stay readable
            logger.debug("Markdown could not read an answer (%s); it is shown as plain text", type(exc).__name__)
            return plain_html(markdown)

    def _rooted(self, html: str, resolver: Content, *, whole_blog: bool) -> str:
        """Return ``html`` with ``{filename}x`` as ``{filename}/folder/x``: on our pages there is no folder to start at.

        A relative ``{attach}`` on a page without a source ends Pelican's build (pelican contents.py, attach_to).
        """
        folder = "" if whole_blog else resolver.relative_dir

        def root(match: re.Match[str]) -> str:
            what, value = match["what"], match["value"]
            if what not in IN_FOLDERS:
                return match[0]
            path, tail = re.match(r"([^?#]*)(.*)", value, re.DOTALL).groups()  # type: ignore[union-attr]
            path = posixpath.normpath(
                "/" + (path if path.startswith("/") else posixpath.join(folder, path)).lstrip("/")
            )
            if what != "filename":
                self.static_links.add(unquote(path).lstrip("/"))
            what = "static" if what == "attach" and whole_blog else what
            self.acts = self.acts or what == "attach"
            return f"{match['markup']}{match['quote']}{{{what}}}{path}{tail}{match['quote']}"

        return str(resolver._get_intrasite_link_regex().sub(root, html))


class _Blog(Content):  # type: ignore[misc]
    """What links of a note about the whole blog start at. Not a real content: it fires no signal, has no page."""

    def __init__(self, settings: Mapping[str, Any], context: dict[str, Any]) -> None:
        self.settings = settings
        self._context = context
        self.source_path = posixpath.join(str(settings["PATH"]), "gratitude")


def as_set(settings: Mapping[str, Any]) -> str:
    """Return the site's Markdown settings as a text; ``""`` where a text made with them cannot be remembered.

    An extension from elsewhere may read a file, a clock or the build itself; one handed over as an object cannot be
    told from another.
    """
    config = dict(settings["MARKDOWN"])
    names = [*config.get("extensions", ()), *config.get("extension_configs", {})]
    known = all(isinstance(n, str) and n.removeprefix("markdown.extensions.") in EXTENSIONS for n in names)
    return repr(config) if known and is_plain(config) else ""


def _markdown(settings: Mapping[str, Any]) -> Any:
    """Return a Markdown instance with the site's settings, without ``meta``, which would eat a first line."""
    from markdown import Markdown

    config = dict(settings["MARKDOWN"])
    wanted = [*config.get("extensions", ()), *config.get("extension_configs", {})]
    config["extensions"] = [e for e in dict.fromkeys(wanted) if e not in ("meta", "markdown.extensions.meta")]
    return Markdown(**config)
