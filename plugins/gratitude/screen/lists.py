"""The author's own lists: whom always to hear, what never. Pure."""

from __future__ import annotations

__all__ = ["Lists", "hosts_of", "match"]

import re
from dataclasses import dataclass

from .. import urls
from ..message import Message
from ..text import folded
from .seen import MAX_CHARS, links_of

HOST = re.compile(r"^(?:[\w-]{1,63}\.){1,6}[a-z][a-z0-9-]{1,62}$", re.I)


@dataclass(frozen=True, slots=True)
class Lists:
    """What the author listed: mail addresses, hosts (with all below them) and words, in any case.

    An address or a host in ``allow`` speaks for a sender and for the website given, a host in it also makes links to
    it no links to other sites. A host in ``deny`` speaks against links to it too. A word is matched whole.
    """

    allow: frozenset[str] = frozenset()
    deny: frozenset[str] = frozenset()


def hosts_of(entries: frozenset[str]) -> frozenset[str]:
    """Return the hosts among ``entries``, lower case, without ``www.``."""
    return frozenset(e.strip().casefold().removeprefix("www.") for e in entries if HOST.match(e.strip()))


def match(entries: frozenset[str], message: Message, *, links: bool) -> str | None:
    """Return the first entry (by alphabet) that fits ``message``, or None; ``links``: also by a link in the words."""
    if not entries:
        return None
    address = message.sender.address.casefold()
    hosts = {address.rpartition("@")[2], _host(message.form.author_url)}
    if links:
        hosts |= {f.host for f in links_of(message.own_words[:MAX_CHARS])}
    hosts.discard("")
    words = folded(f"{message.sender.name}\n{message.subject}\n{message.own_words}"[: MAX_CHARS * 4])
    return next((e for e in sorted(entries) if e.strip() and _fits(folded(e), address, hosts, words)), None)


def _fits(entry: str, address: str, hosts: set[str], words: str) -> bool:
    if "@" in entry and " " not in entry and not entry.startswith("@"):
        return entry == address
    entry = entry.removeprefix("@")
    if HOST.match(entry):
        entry = entry.removeprefix("www.")
        return any(h == entry or h.endswith(f".{entry}") for h in hosts)
    return re.search(rf"(?<!\w){re.escape(entry)}(?!\w)", words) is not None


def _host(url: str) -> str:
    return urls.host(url if "://" in url else f"http://{url}") if url.strip() else ""
