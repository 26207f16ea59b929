"""Names and websites: few rules, capped together."""

from __future__ import annotations

import pytest

from gratitude.message import Kind, Level, Person
from gratitude.screen.writer import MOST, has_name, is_deep, writer_signals


def found(seen, **more):
    return {s.code: s for s in writer_signals(seen("Nice to read.", **more))}


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("best casino bonus", "name-trade"),
        ("Cheap Hotels", "name-trade"),
        ("Example Solutions Pvt Ltd", "name-trade"),
        ("www.pills.example.com", "name-address"),
        ("https://one.example.com/", "name-address"),
        ("keyword keyword keyword", "name-lower"),
        ("Some Words That Make Sentences", "name-long"),
    ],
)
def test_a_name_of_keywords_is_seen(seen, name: str, code: str):
    """A name that is a firm, an address or a search is told with the name in it."""
    signals = found(seen, name=name)

    assert code in signals
    assert name[:20] in signals[code].text


@pytest.mark.parametrize(
    "name",
    [
        "Ann",
        "Ann Example",
        "ann",
        "ann example",
        "J. R. Example",
        "Ann van der Example",
        "Жанна",
        "田中",
        "",
        "d'Arc",
        "Dr. Ann Example",
        "annie77",
    ],
)
def test_a_persons_name_says_nothing(seen, name: str):
    """Names of people, nicknames and none at all give no signal."""
    assert found(seen, name=name) == {}


@pytest.mark.parametrize("domain", ["mailinator.com", "eu.yopmail.com", "Trashmail.DE"])
def test_a_throwaway_address_is_told_by_its_domain(seen, domain):
    """Lightly, in any case and below, and without the address itself."""
    signal = found(seen, sender=Person("Ann", f"ann.private@{domain}"))["throwaway"]

    assert signal.weight <= 0.5
    assert "private" not in signal.text


@pytest.mark.parametrize("domain", ["example.com", "notmailinator.com", "mailinator.com.example.com", ""])
def test_other_addresses_are_no_throwaway_ones(seen, domain):
    """Nor is no address at all."""
    assert "throwaway" not in found(seen, sender=Person("Ann", f"ann@{domain}" if domain else ""))


@pytest.mark.parametrize(
    "words", ["Thank you, that helped.", "Great post, thank you so much! https://one.example.com/"]
)
def test_a_thank_you_from_a_throwaway_address_weighs_as_any_other(judged, message, words):
    """Readers protect themselves so; the verdict is the one it would have from anywhere."""
    thrown, kept = (
        judged(message(words, sender=Person("Ann", f"ann@{d}")), Kind.THANKS) for d in ("yopmail.com", "example.com")
    )

    assert thrown == kept
    assert thrown.level is not Level.SPAM


def test_an_address_that_is_the_senders_is_no_keyword(seen):
    """A mail without a display name has the address as its name."""
    assert found(seen, sender=Person("ann@example.com", "ann@example.com")) == {}


@pytest.mark.parametrize(
    ("url", "expected"),
    [
        ("https://one.example.com/", {"website"}),
        ("https://annie.example.com/", set()),
        ("https://annie.github.io/", {"website"}),
        ("https://one.example.com/buy/pills/now.html", {"website", "deep-website"}),
        ("https://one.example.com/?ref=7", {"website", "deep-website"}),
        ("https://cheap-pills.example.com", {"website", "website-trade-host"}),
        ("https://something.top", {"website", "website-ending"}),
        ("https://bit.ly/x", {"website", "website-shortener"}),
        ("", set()),
    ],
)
def test_a_website_is_judged_by_its_address(seen, url: str, expected: set[str]):
    """A person's own place says nothing, a page deep inside and a trade do."""
    assert expected == set(found(seen, url=url, name="Annie"))


def test_name_and_website_together_never_make_spam(judged, message):
    """The worst name with the worst website is unsure where the words say nothing."""
    worst = message("Hm.", name="best casino bonus", url="https://buy-cheap-pills77.xyz/casino/bonus.html?x=1")
    weights = [s.weight for s in judged(worst).signals if s.code.startswith(("name", "website", "deep"))]

    assert sum(weights) <= MOST + 0.05
    assert judged(worst).level == "unsure"


@pytest.mark.parametrize(
    ("name", "host", "expected"),
    [
        ("Ann Example", "annexample.org", True),
        ("Ann", "ann.org", False),
        ("Bernd", "bernd.net", True),
        ("cheap bags online now", "cheapbags.com", False),
    ],
)
def test_a_host_may_bear_a_name(name: str, host: str, expected: bool):
    """A word of four letters or more, of a name and not of a list of keywords."""
    assert expected is has_name(name, host)


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        ("", False),
        ("/", False),
        ("/blog", False),
        ("/~ann", False),
        ("/a/b", True),
        ("/how-to-buy", True),
        ("/index.php", True),
        ("/?p=1", True),
    ],
)
def test_a_deep_page_is_not_a_front_page(seen, path: str, expected: bool):
    """Links that are sold lead inside a site."""
    website = seen("x", url=f"https://one.example.com{path}").website

    assert website is not None
    assert expected is is_deep(website)
