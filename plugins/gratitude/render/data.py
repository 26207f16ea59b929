"""The notes as one JSON file for others to use: what the pages show, and nothing besides. Pure.

The format is described in docs/reference/data.md. Within a version fields are only added.
"""

from __future__ import annotations

__all__ = ["FORMAT", "VERSION", "data"]

from collections.abc import Iterable, Mapping
from typing import Any

from ..note import NoteKind, Show
from .arrange import Section
from .card import Card, PostCard, TurnCard, plain_title
from .escape import inert, served_json
from .plain import visible
from .walls import Group

FORMAT, VERSION = "gratitude", 1


def data(
    groups: Iterable[Group], questions: Iterable[Card], credits: Iterable[Section], site: Mapping[str, Any]
) -> str:
    """Return the file. ``groups`` are what the wall shows by post, ``credits`` whom the author thanks.

    Addresses are absolute. Left out on purpose: ``Person`` (the pages only use it to say "wrote before"), how a note
    came, the day of ``Checked`` (the pages show its year), and the number of those who are only counted (the pages say
    it in words).
    """
    asked, siteurl = sorted(questions, key=lambda c: (c.day, c.id), reverse=True), site["SITEURL"]
    posts: dict[str, tuple[PostCard | None, list[Card], str]] = {}
    for group in groups:
        posts[_key(group.post)] = (group.post, list(group.cards), group.more)
    for section in credits:
        posts.setdefault(_key(section.post), (section.post, [], ""))[1].extend(section.credits)
    shown = [c for _, cards, _ in posts.values() for c in cards] + asked
    value = {
        "format": FORMAT,
        "version": VERSION,
        "site": {"name": plain_title(site["SITENAME"]), "url": f"{siteurl}/", "language": site["DEFAULT_LANG"]},
        "updated": max((c.updated.isoformat() for c in shown), default=None),
        "posts": [_post(post, cards, more, siteurl) for post, cards, more in posts.values()],
        "questions": [_question(card, siteurl) for card in asked],
    }
    return served_json(value, indent=1) + "\n"


def _key(post: PostCard | None) -> str:
    return post.key if post else ""


def _post(post: PostCard | None, cards: Iterable[Card], more: str, siteurl: str) -> dict[str, object]:
    """Return one post and its notes; ``None`` for title and address is the whole blog."""
    found: dict[str, object] = {
        "title": plain_title(post.title) if post else None,
        "url": f"{siteurl}/{post.url}" if post else None,
    }
    if post and post.day:
        found["date"] = post.day.isoformat()
    found["notes"] = [_note(card, siteurl) for card in cards]
    if more:
        found["more"] = more
    return found


def _note(card: Card, siteurl: str) -> dict[str, object]:
    """Return what every sort of note has."""
    note: dict[str, object] = {
        "id": card.id,
        "kind": card.kind.value,
        "url": f"{siteurl}/{card.url}",
        "date": card.day.isoformat(),
        "updated": card.updated.isoformat(),
        "show": card.show.value,
        "byline": card.name,
        **_words(card.opening, siteurl),
        "replies": [_reply(turn, siteurl) for turn in card.replies],
    }
    if card.show is Show.NAMED or card.kind is NoteKind.CREDIT:
        note["name"] = card.name
    if card.place:
        note["place"] = card.place
    if card.lang:
        note["language"] = card.lang
    if card.posts:
        note["also"] = [f"{siteurl}/{post.url}" for post in card.posts]
    if card.before:
        note["before"] = f"{siteurl}/{card.before.url}"
    return note


def _question(card: Card, siteurl: str) -> dict[str, object]:
    """Return a question: a note with a title, its post, and what answers it."""
    question = {"title": card.title, "answered": card.is_answered, **_note(card, siteurl)}
    if card.post:
        question["post"] = {"title": plain_title(card.post.title), "url": f"{siteurl}/{card.post.url}"}
    if card.answered_by:
        question["answered_by"] = [link.url if link.absolute else f"{siteurl}/{link.url}" for link in card.answered_by]
    if card.is_old:
        question["old"] = True
    elif card.checked:
        question["checked"] = card.checked.year
    if card.asked > 1:
        question["asked"] = card.asked
    return question


def _reply(turn: TurnCard, siteurl: str) -> dict[str, object]:
    reply: dict[str, object] = {"by": "author" if turn.is_authors else "reader", "byline": turn.name}
    if turn.day:
        reply["date"] = turn.day.isoformat()
    return reply | _words(turn, siteurl)


def _words(turn: TurnCard, siteurl: str) -> dict[str, object]:
    markup = str(turn.html(siteurl))
    return {"html": inert(markup), "text": " ".join(visible(markup).split())}
