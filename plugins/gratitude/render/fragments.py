"""Prepares the Jinja environment it is handed: our templates are found last, and escape everything.

The theme and THEME_TEMPLATES_OVERRIDES come before us, so each fragment can be replaced alone. Pelican's environment
does not escape; one callable makes templates under ``gratitude/`` escape, whoever brings them, and leaves all others
as they were.
"""

from __future__ import annotations

__all__ = ["Tools", "prepare", "render"]

import re
from collections.abc import Callable, Mapping
from datetime import date
from pathlib import Path
from typing import Any

from jinja2 import ChoiceLoader, Environment, FileSystemLoader

from .say import Say

HERE = Path(__file__).parent
CLOCK = r"%-?[HIMSpXcZzf]"
PLAIN_DAY = "%d %B %Y"


class Tools:
    """What our fragments call ``gratitude``: words, days, addresses of our files."""

    def __init__(self, settings: Mapping[str, Any], strftime: Callable[[date, str], str]) -> None:
        say = Say()
        self.t, self.n = say.t, say.n
        self._settings = settings
        self._strftime = strftime
        self._days: dict[tuple[date, str], str] = {}

    def day(self, day: date, lang: str = "") -> str:
        """Return ``day`` as the site writes its posts' dates, without a time of day."""
        if (day, lang) not in self._days:
            self._days[day, lang] = self._written(day, lang)
        return self._days[day, lang]

    def _written(self, day: date, lang: str) -> str:
        formats = self._settings["DATE_FORMATS"]
        wanted = formats.get(lang or self._settings["DEFAULT_LANG"], self._settings["DEFAULT_DATE_FORMAT"])
        wanted = wanted[1] if isinstance(wanted, tuple) else wanted
        return self._strftime(day, PLAIN_DAY if re.search(CLOCK, wanted) else wanted)

    def month(self, day: date) -> str:
        """Return month and year of ``day``."""
        return self._strftime(day, "%B %Y")

    def months(self) -> list[str]:
        """Return the names of the twelve months."""
        return [self._strftime(date(2000, month, 1), "%B") for month in range(1, 13)]

    def beside(self, address: str, part: str) -> str:
        """Return the address of a further page of the list at ``address``."""
        from .paging import beside

        return beside(address, part)

    def petals(self, who: str) -> tuple[str, str]:
        """Return the flower of a person."""
        from .faces import petals

        return petals(who)

    def mailto(self, subject: str) -> str:
        """Return the mail link that invites, ``""`` where the author set no address."""
        from .card import mailto, plain_title

        address = self._settings["GRATITUDE_INVITATION"]
        return mailto(address, plain_title(subject)) if address else ""

    def first_sentence(self, markup: str) -> str:
        """Return the first sentence of an answer's HTML as plain words; the template escapes them."""
        from .best import sentences
        from .words import visible

        return next(iter(sentences(visible(markup))), "")

    def asset(self, siteurl: str, name: str) -> str:
        """Return the address of our stylesheet or script."""
        return f"{siteurl}/{self._settings['THEME_STATIC_DIR']}/gratitude/{name}"


def prepare(env: Environment, settings: Mapping[str, Any]) -> None:
    """Make our fragments loadable in ``env``. Doing it twice is doing it once."""
    if isinstance(env.globals.get("gratitude"), Tools):
        return
    ours = FileSystemLoader(HERE / "templates")
    if isinstance(env.loader, ChoiceLoader):
        env.loader.loaders = [*env.loader.loaders, ours]
    else:
        env.loader = ChoiceLoader([env.loader, ours] if env.loader else [ours])
    env.autoescape = _escaping(env.autoescape)
    env.globals["gratitude"] = Tools(settings, env.filters["strftime"])


def render(env: Environment, name: str, context: Mapping[str, Any], **values: Any) -> str:
    """Return the fragment ``gratitude/NAME.html``, rendered with the context of a page and ``values``.

    In it ``{{`` and its like are inert: a reader's name is no template either, for plugins that run Jinja over pages.
    """
    from .escape import inert

    return inert(env.get_template(f"gratitude/{name}.html").render({**context, **values}))


def _escaping(before: bool | Callable[[str | None], bool]) -> Callable[[str | None], bool]:
    """Return the rule: true for our fragments (also as ``!theme/gratitude/...``), else what was there before."""

    def rule(name: str | None) -> bool:
        if name and re.match(r"(?:![a-z]+/)?gratitude/", name):
            return True
        return before(name) if callable(before) else bool(before)

    return rule
