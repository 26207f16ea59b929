"""What stands in a feed, whatever its format."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from gratitude.note import NoteKind
from gratitude.render import entries
from gratitude.render.card import Card
from gratitude.render.entries import Entry
from gratitude.render.say import Say
from render.samples import HOSTILE, OTHER, POST, SITE, answer, card, question, turn


def first(*cards: Card, **site: Any) -> Entry:
    return entries.thanks(cards, SITE | site, "https://feeds.example/x", Say()).entries[0]


def test_a_posts_feed_holds_its_thanks_and_its_questions() -> None:
    """Newest first, each under the title it has in its own feed; the feed belongs to the post's page."""
    asked = question(id="2026-05-04-aaaa", day=date(2026, 5, 4))
    channel = entries.of_post([card(), asked], POST, SITE, "https://feeds.example/x", Say())

    assert [(e.title, e.kind) for e in channel.entries] == [("Warm?", "question"), ("Ann, on Q&A: zips", "thanks")]
    assert channel.title == "Harbour & Notes - What readers wrote about Q&A: zips"
    assert channel.home == "https://harbour.example/blog/zips/"


def test_only_a_question_counts_its_answers() -> None:
    """A reply of the author's to a letter of thanks answers nothing."""
    turns = (turn(), answer(date(2026, 5, 9)), turn(), answer(date(2026, 5, 11)))

    assert (first(card(turns=turns)).replies, first(card(turns=turns)).replied) == (None, None)
    assert (first(question(turns=turns)).replies, first(question(turns=turns)).replied) == (2, date(2026, 5, 11))


@pytest.mark.parametrize(
    ("url", "expected"),
    [
        ("zips/#n-1", "https://harbour.example/blog/zips/?ref=feed#n-1"),
        ("zips/", "https://harbour.example/blog/zips/?ref=feed"),
        ("?p=7#n-1", "https://harbour.example/blog/?p=7&ref=feed#n-1"),
    ],
)
def test_a_referrer_stands_before_the_fragment(url: str, expected: str) -> None:
    """FEED_APPEND_REF marks the link alone, and leaves the id and the address of the post as they are.

    Behind a fragment it would break the link; in an id it would make every entry new.
    """
    with_ref, without = first(card(url=url), FEED_APPEND_REF=True), first(card(url=url))

    assert with_ref.url == expected
    assert (with_ref.id, with_ref.post) == (without.id, without.post)


def test_a_note_of_the_whole_blog_answers_nothing() -> None:
    """It has the blog's name in its title."""
    entry = first(card(post=None, kind=NoteKind.REMARK))

    assert (entry.title, entry.post, entry.ref) == ("Ann, on Harbour & Notes", "", "")


def test_a_page_has_no_id_of_pelicans() -> None:
    """Then its address stands for it; further posts come along."""
    entry = first(card(post=OTHER, posts=(POST,)))

    assert entry.ref == entry.post == "https://harbour.example/blog/buttons/"
    assert entry.also == ("https://harbour.example/blog/zips/",)


@pytest.mark.parametrize("words", HOSTILE)
def test_titles_and_names_hold_no_tag(words: str) -> None:
    """Both are plain text, and some feed readers read HTML."""
    entry = first(question(title=words, name=words))

    for text in (entry.title, entry.name):
        assert not set("<>\n\x00\x08\x1f\u2028\u2029") & set(text)
        assert "{{" not in text
