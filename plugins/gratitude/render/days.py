"""Days as a site writes them: its own format, the names of its language, and never a time of day. Pure."""

from __future__ import annotations

__all__ = ["Days"]

import re
from collections.abc import Callable, Mapping
from datetime import date
from typing import Any

from .say import Say

CLOCK = re.compile(r"%-?[HIMSpXcZzf]")
DIRECTIVE = re.compile(r"%-?.")
FIELDS: dict[str, Callable[[date], object]] = {
    **dict.fromkeys("aAuw", date.weekday),
    **dict.fromkeys("bBhm", lambda day: day.month),
    "d": lambda day: day.day,
    **dict.fromkeys("yY", lambda day: day.year),
}
"""What of a day a directive of strftime says; any other is filled in for each day."""


class Days:
    """Writes days in one language, each once a build.

    ``strftime`` is the filter of the site's templates, ``lang`` the language of what stands around our words.
    """

    def __init__(self, settings: Mapping[str, Any], strftime: Callable[[date, str], str], say: Say, lang: str) -> None:
        self._settings = settings
        self._strftime = strftime
        self._say = say
        self._lang = lang
        self._written: dict[tuple[date, str], str] = {}
        self._parts: dict[tuple[str, object], str] = {}

    def day(self, day: date, lang: str = "") -> str:
        """Return ``day`` as the site writes its posts' dates, without a time of day; names in the page's language."""
        if (day, lang) not in self._written:
            self._written[day, lang] = self._in_format(day, lang)
        return self._written[day, lang]

    def month(self, day: date) -> str:
        """Return month and year of ``day``."""
        key = day.replace(day=1), "month"
        if key not in self._written:
            self._written[key] = self._named(day, self._say.month_pattern)
        return self._written[key]

    def months(self) -> list[tuple[str, str, str]]:
        """Return the names of the twelve months, each with its first sign and what makes it three: ``May, M, ay``.

        Where months are numbers (``10月``) the first sign is the number.
        """
        names = [self._named(date(2000, month, 1), "%B") for month in range(1, 13)]
        firsts = [re.match(r"\d+|.|", name) for name in names]
        return [(name, first[0], name[first.end() : 3]) for name, first in zip(names, firsts, strict=True) if first]

    def sample(self) -> tuple[object, ...]:
        """Return what the site's language and dates look like: two sites for which this is the same print the same."""
        days = [self.day(date(2001, month, 2 * month)) for month in range(1, 13)]
        return self.months(), [self.month(date(2001, month, 1)) for month in range(1, 13)], days

    def _in_format(self, day: date, lang: str) -> str:
        formats, default = self._settings["DATE_FORMATS"], self._settings["DEFAULT_LANG"]
        wanted = next((formats[tag] for tag in (lang, self._lang, default) if tag in formats), None)
        wanted = wanted or self._settings["DEFAULT_DATE_FORMAT"]
        wanted = wanted[1] if isinstance(wanted, tuple) else wanted
        return self._named(day, self._say.day_pattern if CLOCK.search(wanted) else wanted)

    def _named(self, day: date, pattern: str) -> str:
        """Fill in ``pattern``: names from our catalogue, as the system may lack the locale; the rest by Pelican.

        Directive by directive, each kept for all days that have it in common: Pelican sets the locale for every call.
        """
        named = self._say.named(pattern, day)
        if type(self._strftime).__module__ != "pelican.utils":
            return self._strftime(day, named)  # a filter of the site's own may look at the pattern as a whole
        return DIRECTIVE.sub(lambda found: self._part_of(day, found[0]), named)

    def _part_of(self, day: date, directive: str) -> str:
        """Return one directive filled in, such as ``%B``."""
        key = directive, FIELDS.get(directive[-1], date.toordinal)(day)
        if key not in self._parts:
            self._parts[key] = self._strftime(day, directive)
        return self._parts[key]
