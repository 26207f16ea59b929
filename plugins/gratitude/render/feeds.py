"""Atom feeds of the thanks and of the questions, with the threading extension (RFC 4685), by feedgenerator."""

from __future__ import annotations

__all__ = ["ThreadedAtom", "questions_feed", "thanks_feed"]

import html
import re
from collections.abc import Iterable, Mapping
from datetime import UTC, date, datetime, time
from typing import Any
from urllib.parse import urljoin, urlsplit

from feedgenerator import Atom1Feed

from .card import Card, plain_title
from .escape import inert, safe_in_any_reader
from .say import Say

THREADING = "http://purl.org/syndication/thread/1.0"
DAY = re.compile(r"\d{4}-\d\d-\d\d")


class ThreadedAtom(Atom1Feed):  # type: ignore[misc]
    """Pelican's Atom feed, whose entries also say which post they answer, and how many answers they have."""

    def root_attributes(self) -> dict[str, str]:
        """Return the attributes of the feed: Atom's, and the prefix of the extension."""
        return {**super().root_attributes(), "xmlns:thr": THREADING}

    def item_attributes(self, item: Mapping[str, Any]) -> dict[str, str]:
        """Return the attributes of one entry: its language, where it has one of its own."""
        return {**super().item_attributes(item), **({"xml:lang": item["lang"]} if item.get("lang") else {})}

    def add_root_elements(self, handler: Any) -> None:
        """Write the head of the feed. The generator is our mark (render.stale)."""
        super().add_root_elements(handler)
        handler.addQuickElement("generator", "gratitude")

    def add_item_elements(self, handler: Any, item: Mapping[str, Any]) -> None:
        """Write one entry."""
        super().add_item_elements(handler, item)
        if item.get("in_reply_to"):
            handler.addQuickElement("thr:in-reply-to", "", item["in_reply_to"])
        if item.get("replies") is not None:
            attributes = {
                "rel": "replies",
                "type": "text/html",
                "href": item["link"],
                "thr:count": str(item["replies"]),
            }
            handler.addQuickElement("link", "", attributes)
            handler.addQuickElement("thr:total", str(item["replies"]))


def thanks_feed(cards: Iterable[Card], site: Mapping[str, Any], path: str, say: Say) -> ThreadedAtom:
    """Return the feed of what people wrote, newest first."""
    feed = _feed(site, site["GRATITUDE_WALL_TITLE"], site["GRATITUDE_WALL_URL"], path)
    for card in _newest(cards, site):
        about = plain_title(card.post.title) if card.post else plain_title(site["SITENAME"])
        title = say.t("{name}, on {post}", name=card.name, post=about)
        _add(feed, card, site, title, category=card.kind.value)
    return feed


def questions_feed(cards: Iterable[Card], site: Mapping[str, Any], path: str) -> ThreadedAtom:
    """Return the feed of the questions, each with its answers, newest first."""
    feed = _feed(site, site["GRATITUDE_QUESTIONS_TITLE"], site["GRATITUDE_QUESTIONS_URL"], path)
    for card in _newest(cards, site):
        _add(feed, card, site, card.title, category="question", replies=sum(t.is_authors for t in card.replies))
    return feed


def _feed(site: Mapping[str, Any], title: str, url: str, path: str) -> ThreadedAtom:
    siteurl = site["SITEURL"] + "/"
    return ThreadedAtom(
        title=f"{plain_title(site['SITENAME'])} - {title}",
        link=urljoin(siteurl, url),
        feed_url=urljoin((site.get("FEED_DOMAIN") or site["SITEURL"]) + "/", path),
        description="",
        language=site["DEFAULT_LANG"],
        author_name=site.get("AUTHOR") or None,
    )


def _newest(cards: Iterable[Card], site: Mapping[str, Any]) -> list[Card]:
    return sorted(cards, key=lambda c: (c.day, c.id), reverse=True)[: site["FEED_MAX_ITEMS"]]


def _add(
    feed: ThreadedAtom, card: Card, site: Mapping[str, Any], title: str, *, category: str, replies: int | None = None
) -> None:
    siteurl = site["SITEURL"]
    address = urljoin(siteurl + "/", card.post.url) if card.post else ""
    ref = card.post.atom_id or address if card.post else ""
    reply = {"ref": ref, "href": address, "type": "text/html"} if card.post else None
    feed.add_item(
        title=safe_in_any_reader(title),
        link=urljoin(siteurl + "/", card.url),
        unique_id=_tag(card, siteurl),
        description=None,
        content=_content(card, siteurl),
        author_name=safe_in_any_reader(card.name),
        pubdate=_midnight(card.day),
        updateddate=_midnight(card.updated),
        categories=(category,),
        lang=card.lang,
        in_reply_to=reply,
        replies=replies,
    )


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


def _midnight(day: date) -> datetime:
    return datetime.combine(day, time(), UTC)
