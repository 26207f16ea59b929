"""Invented messages, and a screen with nothing but what a test says."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import UTC, datetime

import pytest

from gratitude.inbox.memory import MemoryHistory
from gratitude.message import Form, History, Kind, Kinds, Links, Message, Person, Signal, Site, Verdict
from gratitude.note import Via
from gratitude.screen import screen
from gratitude.screen.rules import signals
from gratitude.screen.seen import Seen, look

SITE = Site(
    hosts=frozenset({"blog.example"}), addresses=frozenset({"author@blog.example"}), names=("My Blog", "Author Example")
)
NOW = datetime(2025, 5, 10, tzinfo=UTC)
NOBODY = MemoryHistory([])
NO_LINKS = Links()


def message_(words: str = "", *, name: str = "Ann", url: str = "", identity: str = "c:1", **more: object) -> Message:
    values: dict[str, object] = {
        "via": Via.COMMENT, "own_words": words, "body": words, "message_id": identity, "form": Form(author_url=url),
        "sender": Person(name, "ann@example.com"), "sent": datetime(2025, 5, 9, 8, tzinfo=UTC),
    }  # fmt: skip
    return Message(identity=identity, **(values | more))  # type: ignore[arg-type]


def kinds_(*kinds: Kind) -> Kinds:
    return Kinds(kinds=kinds or (Kind.REMARK,), primary=(kinds or (Kind.REMARK,))[0])


@pytest.fixture
def site() -> Site:
    return SITE


@pytest.fixture
def message() -> Callable[..., Message]:
    return message_


@pytest.fixture
def kinds() -> Callable[..., Kinds]:
    return kinds_


@pytest.fixture
def seen() -> Callable[..., Seen]:
    def make(words: str = "", *kinds: Kind, links: Links = NO_LINKS, site: Site = SITE, **more: object) -> Seen:
        return look(message_(words, **more), kinds_(*kinds), links, site)  # type: ignore[arg-type]

    return make


@pytest.fixture
def codes(seen: Callable[..., Seen]) -> Callable[..., set[str]]:
    """The codes of the signals on words, with no past."""

    def make(words: str = "", *kinds: Kind, **more: object) -> set[str]:
        one = seen(words, *kinds, **more)
        return {s.code for s in signals(one, NOBODY.before(one.message))}

    return make


@pytest.fixture
def signal(seen: Callable[..., Seen]) -> Callable[..., Signal]:
    """The one signal with a code, on words with no past."""

    def make(code: str, words: str = "", *kinds: Kind, **more: object) -> Signal:
        one = seen(words, *kinds, **more)
        return next(s for s in signals(one, NOBODY.before(one.message)) if s.code == code)

    return make


@pytest.fixture
def judged() -> Callable[..., Verdict]:
    """The verdict on a message; ``earlier`` are messages of the same batch."""

    def make(
        message: Message, *kinds: Kind, earlier: Sequence[Message] = (), history: History | None = None, **more: object
    ) -> Verdict:
        known = history or MemoryHistory([*earlier, message]).before(message)
        values: dict[str, object] = {"site": SITE, "now": NOW} | more
        return screen(message, kinds_(*kinds), values.pop("links", Links()), known, **values)  # type: ignore[arg-type]

    return make
