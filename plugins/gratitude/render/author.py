"""The author's own words as HTML: the site's Markdown settings, and links inside the site as in a post."""

from __future__ import annotations

__all__ = ["AuthorWords"]

import copy
import logging
import posixpath
import re
from collections.abc import Mapping
from typing import Any
from urllib.parse import unquote

from markupsafe import Markup
from pelican.contents import Content

from .card import Html
from .words import plain_html

logger = logging.getLogger(__name__)
IN_FOLDERS = ("filename", "static", "attach")


class AuthorWords:
    """Renders what the author wrote: answers, whole ``mine`` and ``credit`` notes.

    One Markdown instance serves all notes of a build (a new one for each note costs three times as much).
    ``static_links`` collects the files the words link to, so that Pelican copies them.
    """

    def __init__(self, settings: Mapping[str, Any], context: dict[str, Any]) -> None:
        self._settings = settings
        self._blog = _Blog(settings, context)
        self._markdown: Any = None
        self.static_links: set[str] = set()

    def html(self, markdown: str, post: Content | None) -> Html:
        """Return the HTML of ``markdown``; relative links start at ``post``'s source, else at PATH. Never raises."""
        resolver = self._blog
        if post is not None:
            resolver = copy.copy(post)
            resolver._context = self._blog._context  # one from Pelican's cache of contents knows an old site only
        rooted = self._rooted(self._converted(markdown), resolver, whole_blog=post is None)
        return lambda siteurl: Markup(resolver._update_content(rooted, siteurl))

    def _converted(self, markdown: str) -> str:
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
            return f"{match['markup']}{match['quote']}{{{what}}}{path}{tail}{match['quote']}"

        return str(resolver._get_intrasite_link_regex().sub(root, html))


class _Blog(Content):  # type: ignore[misc]
    """What links of a note about the whole blog start at. Not a real content: it fires no signal, has no page."""

    def __init__(self, settings: Mapping[str, Any], context: dict[str, Any]) -> None:
        self.settings = settings
        self._context = context
        self.source_path = posixpath.join(str(settings["PATH"]), "gratitude")


def _markdown(settings: Mapping[str, Any]) -> Any:
    """Return a Markdown instance with the site's settings, without ``meta``, which would eat a first line."""
    from markdown import Markdown

    config = dict(settings["MARKDOWN"])
    wanted = [*config.get("extensions", ()), *config.get("extension_configs", {})]
    config["extensions"] = [e for e in dict.fromkeys(wanted) if e not in ("meta", "markdown.extensions.meta")]
    return Markdown(**config)
