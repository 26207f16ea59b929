"""The words of the interface: English sentences are the keys, a catalogue may hold others. Pure."""

from __future__ import annotations

__all__ = ["Say"]

from collections.abc import Mapping


class Say:
    """Says a sentence of ours, in the language of its catalogue where that knows it.

    Our own functions and not Jinja's i18n: ``{% trans %}`` is a syntax error in Pelican's environment, and with
    i18n_subsites its catalogue is the theme's (frontend notes, measured).
    """

    def __init__(self, catalogue: Mapping[str, str] | None = None) -> None:
        self._catalogue = catalogue or {}

    def t(self, text: str, **values: object) -> str:
        """Return ``text`` translated and with ``{name}`` filled in. A value is never read as a pattern."""
        said = self._catalogue.get(text, text)
        return said.format(**values) if values else said

    def n(self, one: str, many: str, count: int) -> str:
        """Return ``one`` or ``many`` with ``{count}`` filled in."""
        return self.t(one if count == 1 else many, count=count)
