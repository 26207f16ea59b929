"""Which pages there are: a title, an address and the values of a fragment for each. Pure."""

from __future__ import annotations

__all__ = ["QUESTIONS", "WALL", "Sheet", "sheets"]

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from . import asked
from .arrange import Section
from .card import Card
from .escape import safe_in_any_theme
from .paging import PAGE_BYTES, beside, divided, names
from .say import Say
from .walls import PEOPLE, POSTS, Part, Wall

LONG_AGO = date(1970, 1, 1)
WALL, QUESTIONS = "wall", "questions"


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """One page to be written: ``kind`` names its fragment, ``feed`` the list whose feeds it leads to.

    ``url`` and ``save_as`` are site-relative, ``values`` are what the fragment prints. ``cards`` are the notes whose
    words stand on it, for what machines read.
    """

    kind: str
    url: str
    save_as: str
    title: str
    day: date
    summary: str
    values: Mapping[str, Any]
    cards: tuple[Card, ...] = field(default=(), repr=False)
    feed: str = ""


def sheets(
    wall: Wall, index: asked.Index, questions: list[Card], credits: list[Section], settings: Mapping[str, Any], say: Say
) -> Iterator[Sheet]:
    """Yield every page of ours; a page whose ``save_as`` is ``""`` is not wanted."""
    yield from _wall(wall, settings, say, has_credits=bool(credits and settings["GRATITUDE_CREDITS_SAVE_AS"]))
    yield from _index(index, settings, say)
    yield from _questions(questions, settings)
    yield from _credits(credits, settings)


def _wall(wall: Wall, settings: Mapping[str, Any], say: Say, *, has_credits: bool) -> Iterator[Sheet]:
    if not wall.sections and not wall.parts:
        return
    title, url, save_as = (settings[f"GRATITUDE_WALL_{name}"] for name in ("TITLE", "URL", "SAVE_AS"))
    values = {"wall": wall, "has_credits": has_credits}
    yield Sheet(
        kind="wall",
        url=url,
        save_as=save_as,
        title=title,
        day=_latest(wall.cards),
        summary=settings["GRATITUDE_WALL_INTRO"],
        values=values,
        cards=wall.cards,
        feed=WALL,
    )
    for part in wall.parts if save_as else ():
        called = _called(part, say)
        cards = tuple(c for s in part.sections for c in s.all)
        yield Sheet(
            kind="part",
            url=beside(url, part.name),
            save_as=beside(save_as, part.name),
            title=f"{title}: {called}",
            day=_latest(cards),
            summary=f"{title}: {called}",
            values={"part": part} | _neighbours(url, part.newer or None, part.older or None),
            cards=cards,
            feed=WALL,
        )


def _called(part: Part, say: Say) -> str:
    """Return what a further page of the wall holds, in words."""
    if part.name.startswith(POSTS):
        name = say.t("all posts")
    elif part.name.startswith(PEOPLE):
        name = say.t("people who came back")
    else:
        name = str(part.year)
    return name if part.number == 1 else f"{name} ({part.number})"


def _index(index: asked.Index, settings: Mapping[str, Any], say: Say) -> Iterator[Sheet]:
    title, url, save_as = (settings[f"GRATITUDE_QUESTIONS_{name}"] for name in ("TITLE", "URL", "SAVE_AS"))
    if not index or not save_as:
        return
    sorts = {asked.BY_POST: say.t("by post"), asked.BY_TAG: say.t("by tag"), "": ""}
    for part in asked.parts(index):
        called = " ".join(filter(None, (sorts[part.sort], f"({part.number})" if part.number > 1 else "")))
        yield Sheet(
            kind="questions",
            url=beside(url, part.name) if part.name else url,
            save_as=beside(save_as, part.name) if part.name else save_as,
            title=f"{title}: {called}" if called else title,
            day=_latest(index.questions),
            summary=settings["GRATITUDE_QUESTIONS_INTRO"],
            values={"index": part} | _neighbours(url, part.before, part.after),
            cards=part.questions,
            feed=QUESTIONS,
        )


def _questions(questions: list[Card], settings: Mapping[str, Any]) -> Iterator[Sheet]:
    for card in asked.with_related(questions) if settings["GRATITUDE_QUESTION_SAVE_AS"] else ():
        title = safe_in_any_theme(card.title)
        yield Sheet(
            kind="question",
            url=card.url,
            save_as=settings["GRATITUDE_QUESTION_SAVE_AS"].format(id=card.id),
            title=title,
            day=card.day,
            summary=title,
            values={"card": card},
            cards=(card,),
        )


def _credits(credits: list[Section], settings: Mapping[str, Any]) -> Iterator[Sheet]:
    title, url, save_as = (settings[f"GRATITUDE_CREDITS_{name}"] for name in ("TITLE", "URL", "SAVE_AS"))
    pages = divided(credits, lambda section: 500 + sum(c.size for c in section.credits), PAGE_BYTES)
    called = ["", *names("page", len(pages) + 1)[1:]]
    for number, page in enumerate(pages if save_as else ()):
        cards = tuple(c for s in page for c in s.credits)
        name = called[number]
        yield Sheet(
            kind="credits",
            url=beside(url, name) if name else url,
            save_as=beside(save_as, name) if name else save_as,
            title=f"{title} ({number + 1})" if name else title,
            day=_latest(cards),
            summary=settings["GRATITUDE_CREDITS_INTRO"],
            values={"sections": page}
            | _neighbours(
                url, called[number - 1] if number else None, called[number + 1] if page is not pages[-1] else None
            ),
            cards=cards,
        )


def _neighbours(url: str, newer: str | None, older: str | None) -> dict[str, str | None]:
    """Return the addresses of the pages before and after one, from their names; None where there is none."""
    found = {"newer": newer, "older": older}
    return {key: beside(url, name) if name else url if name == "" else None for key, name in found.items()}


def _latest(cards: tuple[Card, ...]) -> date:
    return max((c.day for c in cards), default=LONG_AGO)
