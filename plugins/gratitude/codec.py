"""Our frozen values as JSON and back, by their type hints; a field that is missing has its default. Pure."""

from __future__ import annotations

__all__ = ["decode", "encode", "from_plain", "to_plain"]

import dataclasses
import json
import types
import typing
from collections.abc import Mapping
from datetime import date, datetime
from enum import Enum
from functools import cache
from typing import Any, TypeVar

T = TypeVar("T")


def encode(value: Any, *, without: frozenset[str] = frozenset()) -> str:
    """Return ``value`` (a dataclass instance) as JSON, fields at their default left out, fields ``without`` too."""
    return json.dumps(_plain(value, without), ensure_ascii=False, separators=(",", ":"))


def decode(kind: type[T], text: str) -> T:
    """Return the ``kind`` that `encode` wrote."""
    return typing.cast(T, _value(kind, json.loads(text)))


def to_plain(value: Any) -> Any:
    """Return ``value`` as JSON values (dicts, lists, texts, numbers), as `encode` writes them."""
    return _plain(value)


def from_plain(kind: type[T], data: Any) -> T:
    """Return the ``kind`` that `to_plain` took apart."""
    return typing.cast(T, _value(kind, data))


def _plain(value: Any, without: frozenset[str] = frozenset()) -> Any:
    if dataclasses.is_dataclass(value) and not isinstance(value, type):
        out = {}
        for f in dataclasses.fields(value):
            item = getattr(value, f.name)
            if f.name not in without and not (f.default is not dataclasses.MISSING and item == f.default):
                out[f.name] = _plain(item)
        return out
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, datetime | date):
        return value.isoformat()
    if isinstance(value, tuple | list):
        return [_plain(v) for v in value]
    if isinstance(value, Mapping):
        return {k: _plain(v) for k, v in value.items()}
    return value


@cache
def _hints(kind: type) -> dict[str, Any]:
    return typing.get_type_hints(kind)


def _value(kind: Any, data: Any) -> Any:
    origin = typing.get_origin(kind)
    if origin in {types.UnionType, typing.Union}:
        if data is None:
            return None
        kind = next(a for a in typing.get_args(kind) if a is not type(None))
        origin = typing.get_origin(kind)
    if origin is tuple:
        return tuple(_value(typing.get_args(kind)[0], item) for item in data)
    if dataclasses.is_dataclass(kind) and isinstance(kind, type):
        hints = _hints(kind)
        return kind(**{name: _value(hints[name], item) for name, item in data.items() if name in hints})
    if isinstance(kind, type) and issubclass(kind, Enum):
        return kind(data)
    if kind is datetime:
        return datetime.fromisoformat(data)
    if kind is date:
        return date.fromisoformat(data)
    return float(data) if kind is float else data
