"""What is counted of a message, and that its number never changes."""

from __future__ import annotations

from gratitude.message import Form
from gratitude.screen.tokens import MAX_WORDS, number, shape_of, words_of


def test_a_number_never_changes():
    """Inboxes and the prior keep it: CRC-32 of UTF-8, also of what is no good Unicode."""
    assert number("123456789") == 0xCBF43926
    assert 0 <= number("\ud800") < 2**32


def test_words_and_pairs():
    """Each once; of a long text the beginning."""
    assert set(words_of("so it is so it").values()) == {"so", "it", "is", "so it", "it is", "is so"}
    assert len(words_of(" ".join(f"w{i}" for i in range(900)))) == 2 * MAX_WORDS - 1
    assert words_of("") == {}


def test_the_shape_of_a_message(seen):
    """Links, website, length, hosts and words of addresses; of the name only how many words it has."""
    one = seen(
        "Look <a href='http://cheap.example.net/pills-now'>here</a>?",
        name="Best Buy Ever",
        form=Form(author_url="shop.example.org"),
    )

    assert set(shape_of(one).values()) == {
        "#links:1", "#site:1", "#leads", "#length:1", "#name:3", "#asks", "#written:href", "#host:cheap.example.net",
        "#ending:net", "#part:cheap", "#part:example", "#part:pills", "#host:shop.example.org", "#ending:org", "#part:shop",
    }  # fmt: skip


def test_a_plain_message_stays_where_it_is(seen):
    """No link, no website."""
    assert {"#links:0", "#site:0", "#stays", "#tells"} <= set(shape_of(seen("Thank you.")).values())
