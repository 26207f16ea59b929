"""When the best post is likely, and when no more than a guess."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from gratitude.link.index import Index, query
from gratitude.link.likely import GAP, Confidence, confidence, is_likely
from gratitude.link.rank import ranked

DAY = date(2024, 1, 12).toordinal()


def test_likely_needs_gap_words_and_days(posts, post):
    """One matched word, a narrow gap, words that do not lead, or a blog without days: a guess at most."""
    index = Index(posts)
    asked = query("flock, the timers of systemd", index)
    best = confidence(ranked(asked, DAY, index), asked, index)

    assert best.gap > GAP and best.matched == 3 and best.leads
    assert is_likely(best, is_dated=True)
    assert not is_likely(best, is_dated=False)
    assert not is_likely(replace(best, matched=1), is_dated=True)
    assert not is_likely(replace(best, gap=GAP - 0.1), is_dated=True)
    assert not is_likely(replace(best, leads=False), is_dated=True)
    assert confidence([], asked, index) == Confidence(0.0, 0, leads=False)


def test_a_post_leads_by_its_words_not_by_its_day(post, posts):
    """A new post wins over an old one that fits better, and is then no more than a guess."""
    index = Index([*posts, post("new", "Heron", "heron marsh", "2024-01-12"), post("old", "Heron", "heron marsh heron", "2008-01-01")])  # fmt: skip
    asked = query("heron marsh", index)
    alone = ranked(asked, None, index)
    dated = ranked(asked, DAY, index)

    assert [("old", True), ("new", False)] == [(index.posts[o.post].key, o.leads) for o in alone[:2]]
    assert ("new", False) == (index.posts[dated[0].post].key, dated[0].leads)
    assert not confidence(dated, asked, index).leads


def test_of_two_posts_with_the_same_words_none_leads(post, posts):
    """The title says it, but the second holds every word of the message too."""
    index = Index([*posts, post("one", "Heron marsh", "heron marsh", "2024-01-10"), post("two", "Birds", "heron marsh", "2024-01-11")])  # fmt: skip
    asked = query("heron marsh", index)
    best = ranked(asked, DAY, index)

    assert ("one", True) == (index.posts[best[0].post].key, best[0].leads)
    assert not confidence(best, asked, index).leads
