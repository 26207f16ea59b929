"""The feeds hold what the pages hold, and stay the same entries from build to build."""

from __future__ import annotations

from xml.parsers import expat

import feedparser
import pytest
from lxml import etree

from gratitude.note.folder import NoteFile
from sample_blog import Output

THANKS, QUESTIONS = "feeds/thanks.atom.xml", "feeds/questions.atom.xml"


def test_every_feed_parses_everywhere(published: Output) -> None:
    """For a lenient reader without a complaint, and for two strict ones at all."""
    feeds = {path: data for path, data in published.files.items() if path.endswith(".xml")}
    for path, data in feeds.items():
        parsed = feedparser.parse(data)
        etree.fromstring(data)
        expat.ParserCreate().Parse(data, True)
        assert (False, True) == (bool(parsed.bozo), bool(parsed.entries)), path

    assert {THANKS, QUESTIONS, "feeds/all.atom.xml"} <= set(feeds)


def test_each_note_is_one_entry(published: Output, notes: list[NoteFile]) -> None:
    """Thanks, remarks and corrections in one feed, questions in the other; days, and no time of day."""
    asked = {f.note.id for f in notes if f.note.kind.value == "question"}
    for path, expected in ((THANKS, {f.note.id for f in notes} - asked), (QUESTIONS, asked)):
        entries = feedparser.parse(published.files[path]).entries
        assert sorted(expected) == sorted(e.id.rpartition("/")[2] for e in entries)
        assert {"T00:00:00+00:00"} == {e[name][10:] for e in entries for name in ("published", "updated")}


@pytest.mark.parametrize("path", [THANKS, QUESTIONS, "feeds/all.atom.xml"])
def test_ids_are_the_same_in_the_next_build(published: Output, in_simple: Output, path: str) -> None:
    """Another day, another theme, another folder: a feed reader shows nothing twice."""
    once, again = ([e.id for e in feedparser.parse(site.files[path]).entries] for site in (published, in_simple))

    assert once == again
    assert len(set(once)) == len(once)


@pytest.mark.parametrize("path", [THANKS, QUESTIONS])
def test_entries_lead_somewhere(published: Output, path: str) -> None:
    """To the letter on its post, or the page of the question."""
    found = [e.link for e in feedparser.parse(published.files[path]).entries]

    assert [] == [link for link in found if published.dangling("", link)]
    assert all(link.startswith(published.url) for link in found)
