"""Built messages that name their post: each way of naming leads to the right one, and to no other."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from benchmarks.link_sure import CARRIERS, built, measured_sure

from gratitude.link import link
from gratitude.message import Tier

ANIMALS = ("wombat", "heron", "badger", "otter", "lynx", "marten", "plover", "shrew", "stoat", "raven")


@pytest.fixture(scope="module")
def blogs():
    """Two blogs: dated posts with plain slugs, and undated ones whose slugs begin with a day."""
    from link_samples import post_

    dated = [
        post_(f"how-a-{a}-lives-through-the-long-winter-days", f"How a {a} lives through winter", f"The {a} sleeps.", str(date(2019, 1, 1) + timedelta(40 * i)))
        for i, a in enumerate(ANIMALS)
    ]  # fmt: skip
    undated = [
        post_(f"2016-0{i % 9 + 1}-11-the-{a}", f"About the {a} at night", f"The {a} walks.", None)
        for i, a in enumerate(ANIMALS)
    ]
    return [(dated, []), (undated, [])]


@pytest.mark.parametrize("carrier", CARRIERS)
def test_every_carrier_is_sure_of_its_post(carrier, blogs):
    """The form, the thread, an address in any dress, a title, a plus-address: sure, of this post alone."""
    for seed, blog in enumerate(blogs):
        catalogue, messages, past = built(blog, 5 * len(CARRIERS), seed)
        for one in (m for m in messages if m.carrier == carrier):
            got = link(one.message, None, catalogue, past).posts  # type: ignore[arg-type]

            assert [(one.post, Tier.SURE)] == [(p.post, p.tier) for p in got], one.message.own_words


def test_the_count_is_of_all_carriers(blogs):
    """The measure builds as many as it is asked for, the same ones for the same seed."""
    total, wrong, missed = measured_sure(blogs, 2 * len(CARRIERS))

    assert (2 * len(CARRIERS), 0, 0) == (total, wrong.total(), missed.total())
    assert [m.message for m in built(blogs[0], 40, 3)[1]] == [m.message for m in built(blogs[0], 40, 3)[1]]


def test_a_foreign_host_with_the_same_path_is_never_sure(blogs):
    """Somebody else's blog may have a post of the same name."""
    catalogue, messages, past = built(blogs[0], 40, 1)
    address = next(m for m in messages if m.carrier == "address")
    words = address.message.own_words.replace("blog.example", "elsewhere.example")
    foreign = type(address.message)(identity="mid:f@example.com", via=address.message.via, own_words=words)

    assert all(p.tier is not Tier.SURE for p in link(foreign, None, catalogue, past).posts)  # type: ignore[arg-type]
