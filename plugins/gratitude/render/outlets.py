"""Which feeds and files this build offers besides its pages: where each lies, under which address, what it holds."""

from __future__ import annotations

__all__ = ["ATOM", "Outlet", "outlets", "post_heads"]

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import partial
from typing import Any
from urllib.parse import quote

from . import entries
from .card import Card, PostCard, plain_title
from .data import data
from .entries import Channel
from .head import Head, Link
from .jsonfeed import MIME as JSON_FEED
from .jsonfeed import json_feed
from .run import Run
from .sheets import QUESTIONS, WALL

ATOM = "application/atom+xml"


@dataclass(frozen=True, slots=True)
class Outlet:
    """One file: ``path`` below the output, its absolute ``address``, what it belongs to (a list, a post's key).

    ``text`` makes what it holds, as text for UTF-8.
    """

    path: str
    address: str
    mime: str
    title: str
    of: str
    text: Callable[[], str]

    @property
    def link(self) -> Link:
        """How a page's head names it."""
        return Link(self.address, self.mime, self.title)


def outlets(run: Run, site: Mapping[str, Any]) -> list[Outlet]:
    """Return the feeds and files that have something to hold and that the settings want.

    Without a SITEURL there are none: all their addresses are absolute, and Pelican warns of its own feeds.
    """
    if not site["SITEURL"]:
        return []
    found = []
    if run.thanks:
        make = partial(entries.thanks, run.thanks, site, say=run.say)
        found += _feeds("FEED", WALL, site["GRATITUDE_WALL_TITLE"], make, site)
    if run.questions:
        make = partial(entries.questions, run.questions, site, say=run.say)
        found += _feeds("QUESTIONS_FEED", QUESTIONS, site["GRATITUDE_QUESTIONS_TITLE"], make, site)
    found += _post_feeds(run, site)
    if site["GRATITUDE_DATA"] and (run.groups or run.questions or run.credits):
        address = f"{site['SITEURL']}/{site['GRATITUDE_DATA_URL'] or site['GRATITUDE_DATA']}"
        text = partial(data, run.groups, run.questions, run.credits, site)
        found.append(Outlet(site["GRATITUDE_DATA"], address, "application/json", "", "", text))
    return found


def post_heads(run: Run, site: Mapping[str, Any]) -> dict[int, Head]:
    """Return what the pages of posts say of their feeds, by ``id()`` of the content, in every language of a post."""
    feeds = {outlet.of: outlet.link for outlet in _post_feeds(run, site)} if site["SITEURL"] else {}
    targets = [t for p in run.placed for t in (p.target, *p.also) if t and t.path in feeds]
    return {id(content): Head(feeds=(feeds[t.path],)) for t in targets for content in t.contents}


def _feeds(
    name: str, of: str, title: str, make: Callable[..., Channel], site: Mapping[str, Any]
) -> list[Outlet]:  # fmt: skip
    """Return the Atom and the JSON feed of one list, those that are wanted."""
    found = []
    for setting, mime, write in ((f"{name}_ATOM", ATOM, _atom), (f"{name}_JSON", JSON_FEED, json_feed)):
        path = site[f"GRATITUDE_{setting}"]
        if path:
            address = _address(site[f"GRATITUDE_{setting}_URL"] or path, site)
            found.append(Outlet(path, address, mime, title, of, partial(_text, write, make, address)))
    return found


def _post_feeds(run: Run, site: Mapping[str, Any]) -> list[Outlet]:
    """Return the feed of each post that somebody wrote about, thanks and questions together."""
    pattern = site["GRATITUDE_POST_FEED_ATOM"]
    posts: dict[str, tuple[PostCard, list[Card]]] = {}
    for card in (*run.thanks, *run.questions) if pattern else ():
        for post in (card.post, *card.posts):
            if post:
                posts.setdefault(post.key, (post, []))[1].append(card)
    found = []
    for key, (post, cards) in posts.items():
        path = pattern.format(slug=post.handle)
        if ".." in path.split("/"):
            continue  # a slug of the author's that leads out of the output
        address = _address((site["GRATITUDE_POST_FEED_ATOM_URL"] or pattern).format(slug=quote(post.handle)), site)
        title = run.say.t("What readers wrote about {post}", post=plain_title(post.title))
        make = partial(entries.of_post, cards, post, site, say=run.say)
        found.append(Outlet(path, address, ATOM, title, key, partial(_text, _atom, make, address)))
    return found


def _address(url: str, site: Mapping[str, Any]) -> str:
    return f"{site.get('FEED_DOMAIN') or site['SITEURL']}/{url}"


def _text(write: Callable[[Channel], str], make: Callable[..., Channel], address: str) -> str:
    return write(make(address=address))


def _atom(channel: Channel) -> str:
    from .feeds import atom

    return atom(channel)
