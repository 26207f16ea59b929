"""Cards, posts and settings for the tests of what machines read, with values that somebody could not mean well."""

from __future__ import annotations

from datetime import date
from typing import Any

from markupsafe import Markup

from gratitude.note import NoteKind, Show, Who
from gratitude.render import options
from gratitude.render.card import Card, PostCard, TurnCard

SITE: dict[str, Any] = {
    **options.read({})[0],
    "SITENAME": "Harbour &amp; Notes",
    "SITEURL": "https://harbour.example/blog",
    "FEED_DOMAIN": "https://feeds.example",
    "FEED_MAX_ITEMS": 100,
    "FEED_APPEND_REF": False,
    "GRATITUDE_WALL_TITLE": "Who this helped",
    "GRATITUDE_QUESTIONS_TITLE": "Questions readers asked",
    "DEFAULT_LANG": "en",
    "LOCALE": [""],
    "AUTHOR": "Ada",
}
POST = PostCard(
    key="a.md",
    title=Markup("Q&amp;A: <em>zips</em>"),
    url="zips/",
    slug="zips",
    handle="zips",
    day=date(2020, 1, 1),
    atom_id="tag:harbour.example,2020-01-01:/zips/",
)
OTHER = PostCard(key="pages/b.md", title=Markup("Buttons"), url="buttons/", slug="buttons", handle="buttons")
HOSTILE = (
    "</script><script>alert(1)</script>",
    "]]><x>",
    "<!-- ",
    "{{ 7*7 }}{% raw %}{# x",
    '" onload="x',
    "it's `quoted` \\ &lt; &amp;",
    "one\u2028two\u2029three",
    "\x00\x08\x1f\x7f\x85\ufeff",
    "\u202egnirts",
    "🦊" * 50,
)
"""What a name, a place, a title or words may try, each for another reader of ours."""


def turn(words: str = "Warm.", *, who: Who = Who.READER, name: str = "Ann", day: date | None = None) -> TurnCard:
    """A turn with words that are already HTML."""
    return TurnCard(who=who, name=name, html=lambda url: Markup(f'<p>{words} <a href="{url}/x">x</a></p>'), day=day)


def answer(day: date | None = None, words: str = "Ha.") -> TurnCard:
    return turn(words, who=Who.ANSWER, name="Ada", day=day)


def card(**values: Any) -> Card:
    """A note about POST."""
    defaults: dict[str, Any] = {
        "id": "2026-05-03-k3f9", "kind": NoteKind.THANKS, "show": Show.NAMED, "name": "Ann", "place": "", "person": "",
        "face": "", "lang": "", "direction": "auto", "day": date(2026, 5, 3), "turns": (turn(),), "post": POST,
        "url": "zips/#n-2026-05-03-k3f9",
    }  # fmt: skip
    return Card(**(defaults | values))


def question(**values: Any) -> Card:
    """A question about POST, without an answer."""
    defaults = {"kind": NoteKind.QUESTION, "title": "Warm?", "url": "questions/x/"}
    return card(**(defaults | values))
