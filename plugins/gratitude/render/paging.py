"""Divides what is too long for one page, and says how its further pages are called. Pure."""

from __future__ import annotations

__all__ = ["PAGE_BYTES", "beside", "divided", "names"]

from collections.abc import Callable, Iterable
from typing import TypeVar

T = TypeVar("T")

PAGE_BYTES = 240_000
"""Of notes on one page, in UTF-8, for people and for machines. With the theme's frame and our markup a page stays under
300 KB, which a telephone opens at once; about 150 letters, and nobody reads more of them in one go."""


def divided(items: Iterable[T], weight: Callable[[T], int], limit: int = PAGE_BYTES) -> list[list[T]]:
    """Return ``items`` in order as lists of at most ``limit`` bytes; one that is heavier alone has a list of its own."""
    pages: list[list[T]] = []
    room = -1
    for item in items:
        needed = weight(item)
        if needed > room or not pages:
            pages.append([])
            room = limit
        pages[-1].append(item)
        room -= needed
    return pages


def names(name: str, count: int) -> list[str]:
    """Return the names of ``count`` pages: ``2021``, ``2021-2``, ``2021-3``."""
    return [name if number == 1 else f"{name}-{number}" for number in range(1, count + 1)]


def beside(address: str, part: str) -> str:
    """Return the address (or file) of a further page: below the page's own folder, in the same manner.

    ``helped/`` gives ``helped/2021/``, ``helped/index.html`` ``helped/2021/index.html``, ``helped.html``
    ``helped/2021.html``.
    """
    folder, slash, last = address.rpartition("/")
    if not last:
        return f"{address}{part}/"
    stem, dot, extension = last.rpartition(".")
    if stem == "index":
        return f"{folder}{slash}{part}/{last}"
    return f"{folder}{slash}{stem}/{part}{dot}{extension}" if dot else f"{address}/{part}"
