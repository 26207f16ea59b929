"""A channel as JSON Feed 1.1 (https://www.jsonfeed.org/version/1.1/). Pure."""

from __future__ import annotations

__all__ = ["MIME", "json_feed"]

from datetime import date

from .entries import Channel, Entry
from .escape import served_json

VERSION = "https://jsonfeed.org/version/1.1"
MIME = "application/feed+json"


def json_feed(channel: Channel) -> str:
    """Return ``channel`` as JSON Feed, to be written as UTF-8.

    What the format has no word for stands in an object of ours, ``_gratitude``: of an item its kind, the posts it
    answers, and of a question how many answers it has. The feed's own says our version, and is our mark
    (render.stale).
    """
    feed: dict[str, object] = {
        "version": VERSION,
        "title": channel.title,
        "home_page_url": channel.home,
        "feed_url": channel.address,
        "language": channel.language,
        "_gratitude": {"version": 1},
    }
    if channel.author:
        feed["authors"] = [{"name": channel.author}]
    return served_json({**feed, "items": [_item(entry) for entry in channel.entries]}, indent=1) + "\n"


def _item(entry: Entry) -> dict[str, object]:
    """Return one item. ``external_url`` is what ``url`` talks about: the post."""
    ours: dict[str, object] = {"kind": entry.kind}
    item: dict[str, object] = {"id": entry.id, "url": entry.url}
    if entry.post:
        item["external_url"] = entry.post
        ours["in_reply_to"] = [entry.post, *entry.also]
    if entry.replies is not None:
        ours["answers"] = entry.replies
    item |= {
        "title": entry.title,
        "content_html": entry.html,
        "date_published": _midnight(entry.published),
        "date_modified": _midnight(entry.updated),
        "authors": [{"name": entry.name}],
        "tags": [entry.kind],
    }
    if entry.lang:
        item["language"] = entry.lang
    return {**item, "_gratitude": ours}


def _midnight(day: date) -> str:
    return f"{day.isoformat()}T00:00:00Z"
