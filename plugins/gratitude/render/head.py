"""What a page of ours says in its head, put into whatever the theme wrote there and never twice. Pure."""

from __future__ import annotations

__all__ = ["Head", "Link", "locale", "packed", "unpacked", "with_head"]

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from html import escape, unescape
from typing import Any

from .escape import inert

END = re.compile(r"</head\s*>", re.IGNORECASE)
TAG = re.compile(
    r"<!--.*?-->|<(script|style|title|noscript|template)\b.*?</\1|<(meta|link)\b((?:[^>\"']|\"[^\"]*\"|'[^']*')*)>",
    re.IGNORECASE | re.DOTALL,
)
ATTRIBUTE = re.compile(r"([\w:.-]+)\s*=\s*(?:\"([^\"]*)\"|'([^']*)'|([^\s\"'>]+))")
TERRITORY = re.compile(r"([a-z]{2,3})[_-]([A-Z]{2})(?![A-Za-z])", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Link:
    """A feed: its address, its MIME type and its title."""

    address: str
    mime: str
    title: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Head:
    """What a page says of itself; ``""`` is left unsaid. Words are plain text.

    ``properties`` are those of OpenGraph; ``script`` is the element that holds the structured data.
    """

    description: str = ""
    canonical: str = ""
    properties: tuple[tuple[str, str], ...] = ()
    feeds: tuple[Link, ...] = ()
    script: str = ""


def packed(head: Head) -> list[Any]:
    """Return ``head`` as a row of JSON's values."""
    return [
        head.description,
        head.canonical,
        [list(pair) for pair in head.properties],
        [[feed.address, feed.mime, feed.title] for feed in head.feeds],
        head.script,
    ]


def unpacked(row: Sequence[Any]) -> Head:
    """Return the head that `packed` made a row of."""
    description, canonical, properties, feeds, script = row
    return Head(
        description=description,
        canonical=canonical,
        properties=tuple((name, value) for name, value in properties),
        feeds=tuple(Link(address, mime, title) for address, mime, title in feeds),
        script=script,
    )


def with_head(page: str, head: Head) -> str:
    """Return ``page`` with what ``head`` says and the theme did not say already; unchanged where it has no head.

    Many themes print a description, a canonical address or OpenGraph of their own for pages: theirs stay.
    """
    end = END.search(page)
    if not end:
        return page
    names, canonical, hrefs = _said(page[: end.start()])
    lines = []
    if head.description and "description" not in names:
        lines.append(f'<meta name="description" content="{_value(head.description)}">')
    if head.canonical and not canonical:
        lines.append(f'<link rel="canonical" href="{_value(head.canonical)}">')
    lines += [
        f'<meta property="{name}" content="{_value(value)}">'
        for name, value in head.properties
        if value and name not in names
    ]
    lines += [
        f'<link rel="alternate" type="{feed.mime}" href="{_value(feed.address)}" title="{_value(feed.title)}">'
        for feed in head.feeds
        if feed.address not in hrefs
    ]
    if head.script:
        lines.append(head.script)
    return page[: end.start()] + "".join(f"{line}\n" for line in lines) + page[end.start() :]


def locale(lang: str, locales: Iterable[object]) -> str:
    """Return ``language_TERRITORY`` as OpenGraph wants it, ``""`` where the site names no territory.

    ``lang`` is DEFAULT_LANG, ``locales`` are LOCALE's. Of a bare ``de`` nobody knows whether it is Austria's.
    """
    language = re.split("[-_]", lang.lower())[0]
    for tag in (lang, *locales):
        found = TERRITORY.match(str(tag))
        if found and found[1].lower() == language:
            return f"{language}_{found[2].upper()}"
    return ""


def _said(head: str) -> tuple[set[str], bool, set[str]]:
    """Return the names of the metas in ``head``, whether it names a canonical address, and where alternates lie."""
    names: set[str] = set()
    hrefs: set[str] = set()
    canonical = False
    for tag in TAG.finditer(head):
        if not tag[2]:
            continue
        values = {name.lower(): unescape(one or two or bare) for name, one, two, bare in ATTRIBUTE.findall(tag[3])}
        rel = values.get("rel", "").lower().split()
        canonical = canonical or "canonical" in rel
        if "alternate" in rel:
            hrefs.add(values.get("href", ""))
        if tag[2].lower() == "meta" and values.get("content", "").strip():
            names |= {values[key].strip().lower() for key in ("name", "property") if key in values}
    return names, canonical, hrefs


def _value(text: str) -> str:
    return inert(escape(" ".join(text.split())))
