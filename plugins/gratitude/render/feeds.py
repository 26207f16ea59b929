"""A channel as Atom, with the threading extension (RFC 4685), by feedgenerator."""

from __future__ import annotations

__all__ = ["ThreadedAtom", "atom"]

from collections.abc import Mapping
from datetime import UTC, date, datetime, time
from io import StringIO
from typing import Any

from feedgenerator import Atom1Feed, rfc3339_date

from .entries import Channel, Entry

THREADING = "http://purl.org/syndication/thread/1.0"


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
        """Write one entry. A question's page holds its replies, so RFC 4685 §4 has a link of type text/html."""
        super().add_item_elements(handler, item)
        entry: Entry = item["entry"]
        if entry.post:
            reply = {"ref": entry.ref, "href": entry.post, "type": "text/html"}
            handler.addQuickElement("thr:in-reply-to", "", reply)
        for address in entry.also:
            handler.addQuickElement("link", "", {"rel": "related", "type": "text/html", "href": address})
        if entry.replies is not None:
            total = str(entry.replies)
            link = {"rel": "replies", "type": "text/html", "href": entry.url, "thr:count": total}
            if entry.replied:
                link["thr:updated"] = rfc3339_date(_midnight(entry.replied))
            handler.addQuickElement("link", "", link)
            handler.addQuickElement("thr:total", total)


def atom(channel: Channel) -> str:
    """Return ``channel`` as an Atom document, to be written as UTF-8."""
    feed = ThreadedAtom(
        title=channel.title,
        link=channel.home,
        feed_url=channel.address,
        description="",
        language=channel.language,
        author_name=channel.author,
    )
    for entry in channel.entries:
        feed.add_item(
            title=entry.title,
            link=entry.url,
            unique_id=entry.id,
            description=None,
            content=entry.html,
            author_name=entry.name,
            pubdate=_midnight(entry.published),
            updateddate=_midnight(entry.updated),
            categories=(entry.kind,),
            lang=entry.lang,
            entry=entry,
        )
    file = StringIO()
    feed.write(file, "utf-8")
    return file.getvalue()


def _midnight(day: date) -> datetime:
    return datetime.combine(day, time(), UTC)
