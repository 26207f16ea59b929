"""The words of the interface: English sentences are the keys, a catalogue may hold others. Pure."""

from __future__ import annotations

__all__ = ["RIGHT_TO_LEFT", "Say", "base", "direction"]

import re
from collections.abc import Callable, Mapping, Sequence
from datetime import date
from functools import cached_property
from typing import Any

from markupsafe import Markup

RIGHT_TO_LEFT = {"ar", "arc", "ckb", "dv", "fa", "he", "ks", "nqo", "ps", "sd", "ug", "ur", "yi"}
DIRECTIVE = re.compile(r"%(-?.)")
OF_A_DAY = re.compile(r"%-?[de]")


class Say:
    """Says a sentence of ours, in the language of its catalogue where that knows it.

    ``catalogue`` is a file of ``locale/`` as it was read; without one it speaks English. ``own`` holds the author's
    words for single sentences; they win. Our own functions and not Jinja's i18n: ``{% trans %}`` is a syntax error in
    Pelican's environment, and with i18n_subsites its catalogue is the theme's (frontend notes, measured).
    """

    def __init__(
        self, catalogue: Mapping[str, Any] | None = None, own: Mapping[str, str] | None = None, lang: str = "en"
    ) -> None:
        self.lang = lang
        self._catalogue: Mapping[str, Any] = catalogue or {}
        self._sentences: Mapping[str, str] = {**self._catalogue.get("sentences", {}), **(own or {})}
        self._counted: Mapping[str, Sequence[str]] = self._catalogue.get("counted", {})
        self._own = own or {}

    @property
    def direction(self) -> str:
        """The writing direction of the language: ``ltr`` or ``rtl``."""
        return direction(self.lang)

    def t(self, text: str, **values: object) -> str:
        """Return ``text`` translated and with ``{name}`` filled in. A value is never read as a pattern.

        Where a value is markup (a link) so is the result: its other parts are escaped.
        """
        return _filled(self._sentences.get(text, text), values)

    def n(self, one: str, many: str, count: int, **values: object) -> str:
        """Return the form of the language for ``count``, with ``{count}`` filled in. ``many`` is the catalogue's key."""
        english = one if count == 1 else many
        forms = () if english in self._own else self._counted.get(many, ())
        said = forms[self._form_of(count)] if forms else self._sentences.get(english, english)
        return _filled(said, {**values, "count": count})

    @cached_property
    def _form_of(self) -> Callable[[int], int]:
        """What says which of the forms goes with a number: the rule that gettext files use, read by its own parser."""
        from gettext import c2py

        return c2py(self._catalogue["plural"])

    @property
    def day_pattern(self) -> str:
        """How a day is written where the site's own pattern holds a time of day."""
        return str(self._catalogue.get("day", "%d %B %Y"))

    @property
    def month_pattern(self) -> str:
        """How a month of a year is written."""
        return str(self._catalogue.get("month", "%B %Y"))

    def named(self, pattern: str, day: date) -> str:
        """Return ``pattern`` (strftime) with the names of month and weekday filled in, where the catalogue has them.

        The system may have no locale of this language; then Pelican writes English names.
        """
        if not self._catalogue:
            return pattern
        months = "months_of_a_day" if OF_A_DAY.search(pattern) and "months_of_a_day" in self._catalogue else "months"
        names = {
            "B": (months, day.month - 1),
            "b": ("months_short", day.month - 1),
            "h": ("months_short", day.month - 1),
            "A": ("weekdays", day.weekday()),
            "a": ("weekdays_short", day.weekday()),
        }

        def name(found: re.Match[str]) -> str:
            table, at = names.get(found[1], ("", 0))
            return str(self._catalogue[table][at]).replace("%", "%%") if table in self._catalogue else found[0]

        return DIRECTIVE.sub(name, pattern)


def base(lang: str) -> str:
    """Return the language of a tag, without region and script: ``pt`` of ``pt-BR`` and of ``pt_BR``."""
    return re.split("[-_]", lang.lower(), maxsplit=1)[0]


def direction(lang: str) -> str:
    """Return the writing direction of a language tag; ``auto`` where the language is not known."""
    if not lang:
        return "auto"
    return "rtl" if base(lang) in RIGHT_TO_LEFT else "ltr"


def _filled(said: str, values: Mapping[str, object]) -> str:
    if not values:
        return said
    if any(hasattr(value, "__html__") for value in values.values()):
        return Markup.escape(said).format(**values)
    return said.format(**values)
