"""Who a writer is: the same address is the same person, anything less is only a likeness. Pure."""

from __future__ import annotations

__all__ = ["likeness", "wrote_about", "wrote_before"]

import re
import unicodedata
from collections.abc import Iterable
from urllib.parse import urlsplit

from ..message import Earlier, History, Message

SIGNATURE = re.compile(r"(?:\A|\n)-- ?\n(.{8,400}?)\s*\Z", re.DOTALL)
"""RFC 3676 §4.3: what stands below a line of two hyphens; at least eight characters, so that "Ann" is none."""

EVERYBODYS = frozenset(
    re.findall(
        r"\w+",
        "admin anonymous contact guest hello info mail me name nobody office reader somebody someone test user webmaster",
    )
)
"""What many are called, before an @ or as a name."""

YEARS = 4
"""Years that one sentence names; more tell the author nothing new."""


def wrote_about(message: Message, history: History) -> dict[str, int]:
    """Return the posts this writer wrote about before (exact address), each with how often; newest last.

    Evidence for the author. Which conversation a message joins is `threads.joins`' alone.
    """
    found: dict[str, int] = {}
    for one in history.by_writer(message.sender.address):
        if one.post and not one.message.yours and one.message.identity != message.identity:
            found[one.post] = found.pop(one.post, 0) + 1
    return found


def wrote_before(message: Message, earlier: Iterable[Earlier]) -> str:
    """Return when the writer of ``message`` wrote before and about which posts, as the end of a sentence.

    "in 2023, about bread; in 2024, about cron and rye". ``""`` where nothing is known. Only the exact address counts,
    across mail, form and imports; what belongs to the same thread, and what has no date, does not.
    """
    address, thread = message.sender.address, {message.in_reply_to, *message.references} - {""}
    by_year: dict[int, list[str]] = {}
    for one in earlier:
        m = one.message
        is_theirs = address and m.sender.address == address and not m.yours and m.identity != message.identity
        if (
            not is_theirs
            or m.day is None
            or m.message_id in thread
            or (message.sent and m.sent and m.sent > message.sent)
        ):
            continue
        posts = by_year.setdefault(m.day.year, [])
        if one.post and one.post not in posts:
            posts.append(one.post)
    years = sorted(by_year)[-YEARS:]
    said = [f"in {year}{_about(by_year[year])}" for year in years]
    return ("; " if any(map(by_year.get, years)) else ", ").join(said)


def likeness(one: Message, other: Message) -> str:
    """Return why two messages may come from one person, in words; ``""`` where nothing says so, or where it is known.

    The same name, and the same website, signature or address before the @; or the same full name alone. It joins
    nothing: two people may share a name, and a name can be typed by anybody.
    """
    mine, theirs = one.sender, other.sender
    name = _plain(mine.name)
    if one.yours or other.yours or not name or name in EVERYBODYS or name != _plain(theirs.name):
        return ""
    if mine.address and mine.address == theirs.address:
        return ""
    if (site := _site(one)) and site == _site(other):
        return f"the same name and the same website, {site}"
    if (below := _signature(one)) and below == _signature(other):
        return "the same name and the same lines below the letter"
    before = mine.address.partition("@")[0]
    if len(before) > 3 and before not in EVERYBODYS and before == theirs.address.partition("@")[0]:
        return "the same name, and the same before the @ of another address"
    return "the same full name" if " " in name else ""


def _about(posts: list[str]) -> str:
    if not posts:
        return ""
    return f", about {posts[0]}" if len(posts) == 1 else f", about {', '.join(posts[:-1])} and {posts[-1]}"


def _plain(name: str) -> str:
    """Return a name without accents, in lower case, its words parted by one space."""
    parts = unicodedata.normalize("NFKD", name[:200]).casefold()
    return " ".join("".join(c if c.isalnum() else " " for c in parts if not unicodedata.combining(c)).split())


def _site(message: Message) -> str:
    """Return the website a writer gave, as it is compared and shown; ``""`` for none."""
    try:
        parts = urlsplit(message.form.author_url.strip()[:500])
        host = (parts.hostname or "").removeprefix("www.")
    except ValueError:
        return ""
    return host + parts.path.rstrip("/") if "." in host else ""


def _signature(message: Message) -> str:
    """Return the lines below a letter's ``-- ``; ``""`` for none."""
    found = SIGNATURE.search(message.body[-500:])
    return " ".join(found[1].split()) if found else ""
