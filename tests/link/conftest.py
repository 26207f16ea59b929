"""Invented posts and messages, and a past held in memory."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta

import pytest

from gratitude.link.posts import Posts
from gratitude.message import Earlier, Kind, Kinds, Message, Post
from link_samples import SITE, Past, message_, post_

FLOCK = "Run a job twice and it fails. Use flock to lock the timer unit of systemd so that one waits for the other."
BREAD = "Flour, water, salt. The dough rests in a basket overnight, then bakes in a hot oven until the crust is brown."
GARDEN = "Tomatoes need sun. Water the beds each evening, mulch the soil, and tie the plants to a stake in June."


@pytest.fixture
def post() -> Callable[..., Post]:
    return post_


@pytest.fixture
def message() -> Callable[..., Message]:
    return message_


@pytest.fixture
def past() -> Callable[..., Past]:
    def make(*earlier: Earlier | Message) -> Past:
        return Past([e if isinstance(e, Earlier) else Earlier(message=e) for e in earlier])

    return make


@pytest.fixture
def remark() -> Kinds:
    return Kinds(kinds=(Kind.REMARK,), primary=Kind.REMARK)


@pytest.fixture
def posts() -> tuple[Post, ...]:
    """Three subjects, and fillers so that rare words are rare."""
    start = date(2023, 1, 1)
    fillers = [
        post_(
            f"diary-{i}",
            f"Diary of week {i}",
            f"A walk, a book, some music and the weather of week {i}.",
            str(start + timedelta(7 * i)),
        )
        for i in range(30)
    ]
    subjects = [
        post_("flock-timers", "Locking systemd timers with flock", FLOCK, "2024-01-10"),
        post_("slow-bread", "Slow bread for beginners", BREAD, "2024-01-05"),
        post_("tomato-beds", "Tomato beds in a small garden", GARDEN, "2023-05-01"),
    ]
    return (*subjects, *fillers)


@pytest.fixture
def blog_posts(posts: tuple[Post, ...]) -> Posts:
    return Posts(posts, siteurl=SITE, hosts=["old.example"])
