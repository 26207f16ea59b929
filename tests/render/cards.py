"""Cards and posts for tests, with what does not matter filled in."""

from __future__ import annotations

from datetime import date
from typing import Any

from markupsafe import Markup

from gratitude.note import NoteKind, Show, Who
from gratitude.render.card import Card, PostCard, TurnCard

NO_WORDS = TurnCard(who=Who.READER, name="", html=lambda _: Markup(""))
ANSWER = TurnCard(who=Who.ANSWER, name="Ada", html=lambda _: Markup(""))


def post(key: str, day: date | None = None, **values: Any) -> PostCard:
    return PostCard(key=key, title=Markup(key.upper()), url=f"{key}/", day=day, slug=key, **values)


def card(day: int, *, answered: bool = False, year: int = 2026, month: int = 1, **values: Any) -> Card:
    defaults: dict[str, Any] = {
        "id": f"n{day}", "kind": NoteKind.THANKS, "show": Show.NAMED, "name": "Ann", "place": "", "person": "", "face": "",
        "lang": "", "direction": "auto", "url": f"#n{day}", "turns": (NO_WORDS, ANSWER) if answered else (NO_WORDS,),
        "day": date(year, month, day),
    }  # fmt: skip
    return Card(**(defaults | values))


def days(cards: Any) -> list[int]:
    return [c.day.day for c in cards]
