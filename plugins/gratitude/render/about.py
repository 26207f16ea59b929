"""What a page of ours tells machines of itself: title, description, addresses, feeds and structured data. Pure."""

from __future__ import annotations

__all__ = ["about"]

from collections.abc import Mapping
from typing import Any

from . import structured
from .card import Card, plain_title
from .head import Head, Link, locale
from .plain import visible
from .sheets import Sheet

DESCRIPTION_CHARS = 160
"""As many as a search result shows."""


def about(sheet: Sheet, base: str, feeds: tuple[Link, ...], settings: Mapping[str, Any]) -> Head:
    """Return the head of one page. ``base`` is SITEURL as the page has it.

    With RELATIVE_URLS or an empty SITEURL the addresses that must be absolute are left unsaid.
    """
    asked = sheet.cards[0] if sheet.kind == "question" else None
    title, summary = (asked.title, _beginning(asked, base)) if asked else (sheet.title, sheet.summary)
    address = f"{base}/{sheet.url}" if base.startswith(("https://", "http://")) else ""
    properties = [
        ("og:type", "article" if asked else "website"),
        ("og:title", title),
        ("og:description", summary),
        ("og:url", address),
        ("og:site_name", plain_title(settings["SITENAME"])),
        ("og:locale", locale(settings["DEFAULT_LANG"], settings["LOCALE"])),
    ]
    if asked:
        properties.append(("article:published_time", asked.day.isoformat()))
        if asked.updated > asked.day:
            properties.append(("article:modified_time", asked.updated.isoformat()))
    site = structured.Site(base, settings["SITENAME"], settings["DEFAULT_LANG"])
    return Head(
        description=summary,
        canonical=address,
        properties=tuple(properties),
        feeds=feeds,
        script=_script(sheet, site),
    )


def _script(sheet: Sheet, site: structured.Site) -> str:
    """Return the structured data: letters and credits are comments, the index lists addresses."""
    if sheet.kind == "question":
        return structured.question(sheet.cards[0], site)
    write = structured.index if sheet.kind == "questions" else structured.wall
    return write(sheet.cards, sheet.url, sheet.title, sheet.summary, site)


def _beginning(card: Card, base: str) -> str:
    """Return the first words of a question."""
    line = " ".join(visible(str(card.opening.html(base))).split())
    if len(line) <= DESCRIPTION_CHARS:
        return line
    return line[: DESCRIPTION_CHARS - 1].rsplit(" ", 1)[0].rstrip(" ,;:–-") + "…"
