"""What the feeds hold, whatever their format: which cards, newest first, under which ids, titles and addresses. Pure."""

from __future__ import annotations

__all__ = ["Channel", "Entry", "of_post", "questions", "thanks"]

import html
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any
from urllib.parse import urljoin, urlsplit

from .card import Card, PostCard, plain_title
from .escape import inert, safe_in_any_reader
from .say import Say

DAY = re.compile(r"\d{4}-\d\d-\d\d")
REF = "ref=feed"
"""What Pelican appends to the addresses in its feeds with FEED_APPEND_REF."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One note in a feed. Addresses are absolute, words plain text but for ``html``.

    ``post`` is the address of the post it answers, ``ref`` that post's id in Pelican's own feed; ``""`` for a note
    about the whole blog. ``also`` are the addresses of further posts. ``replies`` (None for what is no question)
    counts the answers, the last of which came on ``replied``.
    """

    id: str
    url: str
    title: str
    name: str
    kind: str
    published: date
    updated: date
    html: str
    lang: str = ""
    post: str = ""
    ref: str = ""
    also: tuple[str, ...] = ()
    replies: int | None = None
    replied: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Channel:
    """One feed: ``home`` is the page it belongs to, ``address`` its own. ``author`` is None where the site names none."""

    title: str
    home: str
    address: str
    language: str
    author: str | None
    entries: tuple[Entry, ...]


def thanks(cards: Iterable[Card], site: Mapping[str, Any], address: str, say: Say) -> Channel:
    """Return the feed of what people wrote, at most FEED_MAX_ITEMS notes."""
    return _channel(cards, site, site["GRATITUDE_WALL_TITLE"], site["GRATITUDE_WALL_URL"], address, say)


def questions(cards: Iterable[Card], site: Mapping[str, Any], address: str, say: Say) -> Channel:
    """Return the feed of the questions, each with its answers."""
    return _channel(cards, site, site["GRATITUDE_QUESTIONS_TITLE"], site["GRATITUDE_QUESTIONS_URL"], address, say)


def of_post(cards: Iterable[Card], post: PostCard, site: Mapping[str, Any], address: str, say: Say) -> Channel:
    """Return the feed of one post: its thanks and its questions together."""
    title = say.t("What readers wrote about {post}", post=plain_title(post.title))
    return _channel(cards, site, safe_in_any_reader(title), post.url, address, say)


def _channel(
    cards: Iterable[Card], site: Mapping[str, Any], title: str, home: str, address: str, say: Say
) -> Channel:  # fmt: skip
    newest = sorted(cards, key=lambda c: (c.day, c.id), reverse=True)[: site["FEED_MAX_ITEMS"]]
    return Channel(
        title=f"{plain_title(site['SITENAME'])} - {title}",
        home=urljoin(site["SITEURL"] + "/", home),
        address=address,
        language=site["DEFAULT_LANG"],
        author=site.get("AUTHOR") or None,
        entries=tuple(_entry(card, site, say) for card in newest),
    )


def _entry(card: Card, site: Mapping[str, Any], say: Say) -> Entry:
    siteurl = site["SITEURL"]
    post = urljoin(siteurl + "/", card.post.url) if card.post else ""
    answers = [t.day for t in card.replies if t.is_authors] if card.is_question else []
    return Entry(
        id=_tag(card, siteurl),
        url=_link(urljoin(siteurl + "/", card.url), append_ref=bool(site.get("FEED_APPEND_REF"))),
        title=safe_in_any_reader(_title(card, site, say)),
        name=safe_in_any_reader(card.name),
        kind=card.kind.value,
        published=card.day,
        updated=card.updated,
        html=_content(card, siteurl),
        lang=card.lang,
        post=post,
        ref=(card.post.atom_id or post) if card.post else "",
        also=tuple(urljoin(siteurl + "/", other.url) for other in card.posts),
        replies=len(answers) if card.is_question else None,
        replied=max((day for day in answers if day), default=None),
    )


def _title(card: Card, site: Mapping[str, Any], say: Say) -> str:
    if card.is_question:
        return card.title
    about = plain_title(card.post.title if card.post else site["SITENAME"])
    return say.t("{name}, on {post}", name=card.name, post=about)


def _link(address: str, *, append_ref: bool) -> str:
    """Return ``address``, marked as FEED_APPEND_REF wants it: before the fragment, which ends an address."""
    if not append_ref:
        return address
    path, sign, fragment = address.partition("#")
    return f"{path}{'&' if '?' in path else '?'}{REF}{sign}{fragment}"


def _tag(card: Card, siteurl: str) -> str:
    """Return the entry's id (RFC 4151), made of the note's id alone: it stays when the post moves or a day is mended."""
    day = DAY.match(card.id)
    return f"tag:{urlsplit(siteurl).hostname},{day[0] if day else card.day.isoformat()}:gratitude/{card.id}"


def _content(card: Card, siteurl: str) -> str:
    """Return the conversation as HTML."""
    parts = [f"<blockquote>{card.opening.html(siteurl)}</blockquote>"]
    for turn in card.replies:
        parts.append(f"<p>{html.escape(turn.name)}:</p>\n<blockquote>{turn.html(siteurl)}</blockquote>")
    return inert("\n".join(parts))
