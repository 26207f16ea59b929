"""What a page is made of, as a digest: where it is the same, so is the HTML, and an earlier build's will do. Pure.

Every field of what a template is handed counts, whether it prints it or not: a new one cannot be forgotten here.
What was made of a file (``source``) need not be gone over field by field: the fields that follow from the file
(``OF_SOURCE``) are said by it. (With 10,000 notes .24 s instead of .40, since most of a card is not touched.)
"""

from __future__ import annotations

__all__ = ["Marks"]

from collections.abc import Collection, Mapping
from dataclasses import fields, is_dataclass
from datetime import date
from hashlib import blake2b
from operator import attrgetter
from typing import Any

from markupsafe import Markup

ATOMS = {"bool", "date", "date | None", "float", "int", "int | None", "Markup", "str", "str | None"}
"""Types of fields whose ``repr`` says all of them (the annotations as they are written)."""
WORDS = {"NoteKind", "Show", "Who"}
"""Those of which ``value`` says it, at a tenth of the cost of their ``repr``."""


PLAIN = {bool, date, float, int, Markup, str, type(None)}
SMALL = 4
"""A thing of at most so many fields is said whole wherever it stands; a larger one by its digest."""


class Marks:
    """The digests of one build: of cards, of sections, of whatever holds them; each is looked at once."""

    def __init__(self) -> None:
        self._known: dict[int, tuple[object, str]] = {}
        self._ways: dict[type, tuple[Any, Any, bool]] = {}
        self._sourced: dict[type, tuple[Any, Any, bool]] = {}

    def of(self, *values: object) -> str:
        """Return 32 hexadecimal digits that nothing else has. Words as HTML count as they are without a SITEURL.

        Takes our dataclasses, the values of a template, and lists and mappings of these. Others raise TypeError.
        """
        return _digest(self._plain(values))

    def _plain(self, value: Any) -> object:
        """Return what says all of ``value`` by its ``repr``."""
        kind = type(value)
        if kind in PLAIN:
            return value
        if kind is tuple or kind is list:
            return [one if type(one) in PLAIN else self._plain(one) for one in value] if value else ()
        way = self._sourced.get(kind) if kind in self._sourced and value.source else self._ways.get(kind)
        if way:
            return self._thing(value, *way)
        if is_dataclass(value):
            self._ways[kind] = _way(value)
            if hasattr(kind, "OF_SOURCE"):
                self._sourced[kind] = _way(value, kind.OF_SOURCE, "beside_source")
            return self._plain(value)
        if isinstance(value, Mapping):
            return sorted((name, self._plain(one)) for name, one in value.items())
        if isinstance(value, (str, int)):
            return kind.__name__, value
        if callable(value):
            return value("")
        raise TypeError(f"{kind.__name__} has no mark")

    def _thing(self, value: Any, atoms: Any, others: Any, is_small: bool) -> object:
        """Return what says a dataclass. A larger one is kept beside its digest, since its ``id()`` must stay its own."""
        known = None if is_small else self._known.get(id(value))
        if known:
            return known[1]
        plain = (type(value).__name__, atoms and atoms(value), others and list(map(self._plain, others(value))))
        if is_small:
            return plain
        mark = _digest(plain)
        self._known[id(value)] = value, mark
        return mark


def _digest(plain: object) -> str:
    return blake2b(repr(plain).encode("utf-8", "surrogatepass"), digest_size=16).hexdigest()


def _way(value: Any, said: Collection[str] = (), *beside: str) -> tuple[Any, Any, bool]:
    """Return what gets the fields of such a thing, those that ``repr`` says and the others, and whether it is small.

    Without those that are ``said`` otherwise, and with what stands ``beside``.
    """
    found = [f for f in fields(value) if f.name not in said]
    atoms = [f.name for f in found if f.type in ATOMS] + [f"{f.name}._value_" for f in found if f.type in WORDS]
    others = [f.name for f in found if f.type not in ATOMS | WORDS] + [*beside]
    return _getter(atoms), _getter(others), len(found) <= SMALL


def _getter(names: list[str]) -> Any:
    """Return what gets the attributes as a tuple; None for no names."""
    if len(names) == 1:
        only = attrgetter(names[0])
        return lambda value: (only(value),)
    return attrgetter(*names) if names else None
