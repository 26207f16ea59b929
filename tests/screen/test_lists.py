"""The author's lists come first."""

from __future__ import annotations

import pytest

from gratitude.message import Kind, Level, Person
from gratitude.screen import Lists
from gratitude.screen.lists import hosts_of, match

SPAM = "Best online casino bonus <a href=https://casino.example.com>casino</a>"


@pytest.mark.parametrize(
    ("entry", "fits"),
    [
        ("ann@example.com", True), ("ANN@EXAMPLE.COM", True), ("ann@example.org", False), ("nn@example.com", False),
        ("example.com", True), ("@example.com", True), ("www.example.com", True), ("ample.com", False),
        ("home.example.net", True), ("example.net", True), ("timers", True), ("Timers and locks", True), ("timer", False),
        ("", False), ("  ", False), ("(", False), (".*", False),
    ],
)  # fmt: skip
def test_an_entry_fits_whole(message, entry: str, fits: bool):
    """Addresses, hosts with all below them, and whole words; nothing is a pattern."""
    one = message("About timers and locks", url="https://home.example.net/")

    assert (entry if fits else None) == match(frozenset({entry}), one, links=False)


def test_a_link_counts_against_but_not_for(message):
    """Who links to an allowed host is not allowed by it; who links to a denied one is denied."""
    one, entries = message("See https://casino.example.org/x"), frozenset({"example.org"})

    assert None is match(entries, one, links=False)
    assert match(entries, one, links=True) == "example.org"


def test_the_allowed_are_ok_whatever_they_write(judged, message):
    """The allow list comes before everything, the deny list too."""
    lists = Lists(allow=frozenset({"ann@example.com"}), deny=frozenset({"casino"}))
    verdict = judged(message(SPAM), lists=lists)

    assert Level.OK is verdict.level
    assert [(s.code, s.source) for s in verdict.signals] == [("allowed", "user")]


def test_an_allowed_newsletter_is_taken_in(judged, message):
    """The lists come before bulk and relevance."""
    from gratitude.note import Via

    verdict = judged(message("News", via=Via.MAIL), Kind.BULK, lists=Lists(allow=frozenset({"example.com"})))

    assert None is verdict.left_out


def test_the_denied_are_spam_with_the_entry(judged, message):
    """A denied word makes spam of thanks too, and says which."""
    verdict = judged(message("Thank you, heliotrope"), Kind.THANKS, lists=Lists(deny=frozenset({"heliotrope"})))

    assert Level.SPAM is verdict.level
    assert verdict.signals[0].text == "your list denies 'heliotrope'"


def test_an_allowed_host_is_no_other_site(judged, message):
    """Links to an allowed host weigh nothing."""
    one = message("See https://code.example.org/x for it", sender=Person("Ben", "ben@example.net"))
    lists = Lists(allow=frozenset({"example.org"}))

    assert "links" in {s.code for s in judged(one).signals}
    assert "links" not in {s.code for s in judged(one, lists=lists).signals}


def test_hosts_are_told_from_words_and_addresses():
    """Only what looks like a host is one."""
    assert frozenset({"example.org"}) == hosts_of(frozenset({"WWW.example.org", "casino", "ann@example.com", "1.5"}))
