"""How links look: how many, how written, where to."""

from __future__ import annotations

import pytest

from gratitude.screen.shapes import is_known, is_odd


@pytest.mark.parametrize(
    ("words", "code"),
    [
        ("Read it at https://one.example.com/a and tell me", "links"),
        ('Nice. <a href="https://one.example.com">pills</a>', "html-link"),
        ("[url=https://one.example.com]pills[/url]", "bbcode"),
        ('[cheap bags](https://one.example.com "cheap bags")', "titled-link"),
        ("https://one.example.com/a", "only-a-link"),
        ("I wrote more about all of this at https://one.example.com/a", "link-last"),
        ("https://one.example.com/a and again https://one.example.com/a", "link-twice"),
        ("look what I found there https://bit.ly/x1y2", "shortener"),
        ("more of it at https://best-cheap-pills.example.com/", "trade-host"),
        ("more of it at https://a-very-long-name.example.com/", "odd-host"),
        ("more of it at https://something.xyz/", "ending"),
        ("read https://one.example.com/buy-cialis-online/ for it", "trade-page"),
        ("read https://one.example.com/best-hotels-of-town/ for it", "sales-page"),
    ],
)
def test_a_shape_gives_its_signal(codes, words: str, code: str):
    """Each way to place a link is seen."""
    assert code in codes(words)


@pytest.mark.parametrize(
    "words",
    [
        "No link at all, only words.",
        "As I said in https://blog.example/cron-environment/ it works.",
        "The answer is at https://stackoverflow.com/questions/1/how-to-do-it for those who look.",
        "```\ncurl https://one.example.com/a\n```",
    ],
)
def test_readers_links_weigh_next_to_nothing(seen, words: str):
    """Links to the blog, in code and to places that readers point to are no shape of spam."""
    from gratitude.screen.shapes import link_signals

    weights = [s.weight for s in link_signals(seen(words))]

    assert sum(weights) <= 0.2


def test_the_sentence_names_number_and_hosts(signal):
    """The reason says how many links there are and where to."""
    found = signal("links", "https://one.example.com/a https://two.example.com/b and https://three.example.com/c")

    assert found.text == "3 links to other sites (one.example.com, two.example.com, three.example.com)"
    assert signal("links", "See https://one.example.com/a now").text == "1 link to another site (one.example.com)"


def test_many_links_weigh_more_than_one(signal):
    """Four links and hardly a word between them are another thing than one."""
    one, four = (signal("links", " ".join(f"https://s{i}.example.com/" for i in range(n))) for n in (1, 4))

    assert four.weight > one.weight + 0.5


def test_a_long_letter_may_have_many_links(signal):
    """Four links in five hundred words are a reader's."""
    words = "some words of a longer letter " * 90
    few = signal("links", words + " ".join(f"https://s{i}.example.com/" for i in range(4)))

    assert few.weight == 0.5


@pytest.mark.parametrize(("host", "expected"), [("gist.github.com", True), ("github.com.evil.com", False), ("", False)])
def test_known_places_hold_their_own_hosts_only(host: str, expected: bool):
    """A host that merely begins like a known one is strange."""
    assert expected is is_known(host)


@pytest.mark.parametrize(
    ("host", "expected"),
    [
        ("buy-pills-now.com", True), ("w1nner5.com", True), ("averyveryverylongname.com", True), ("shop77.net", True),
        ("example.com", False), ("ann-example.com", False), ("blog.ann.example.com", False), ("", False),
    ],
)  # fmt: skip
def test_a_made_up_host_is_odd(host: str, expected: bool):
    """Hyphens, digits and length make a host odd, a person's name does not."""
    assert expected is is_odd(host)
