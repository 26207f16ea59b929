"""Excerpts: the writer's own words with visible gaps."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gratitude.moderate.excerpt import excerpt_of, is_excerpt, left_out

LETTER = "Your post saved my weekend, really. I had tried cron for days! Does it work with timers? Thank you."


@pytest.mark.parametrize(
    ("part", "expected"),
    [
        (LETTER, LETTER),
        ("I had tried cron for days!", "I had tried cron for days!"),
        ("Your post saved my weekend. Thank you.", "Your post saved my weekend […]. […] Thank you."),
        ("Your post saved my weekend […] Thank you.", "Your post saved my weekend […] Thank you."),
        ("Your post saved my weekend [...] Thank you.", "Your post saved my weekend [...] Thank you."),
        ("Your post\n\nsaved my   weekend, really.", "Your post\n\nsaved my   weekend, really."),
    ],
)
def test_left_out_places_become_visible(part, expected):
    """A place left out inside gets `[…]` where the author set none; spacing is free."""
    found = excerpt_of(part, LETTER)

    assert (expected, "") == (found.words, found.differs)


@pytest.mark.parametrize(
    ("part", "differs"),
    [
        ("Your post ruined my weekend", "ruined my weekend"),
        ("Thank you. Your post saved my weekend", "Your post saved my weekend"),
        ("Thank you. Thank you.", "Thank you."),
        ("your post", "your post"),
        ("Thank you!", "!"),
    ],
)
def test_a_rewrite_names_the_first_words_that_are_not_there(part, differs):
    """Other words, another order, words used twice, another case or mark: none is an excerpt."""
    assert differs == excerpt_of(part, LETTER).differs


def test_words_are_taken_where_they_stand_together():
    """Words that stand earlier too get no needless gap: the longest run is preferred."""
    found = excerpt_of("The cat sat down.", "The cat. The cat sat down.")

    assert found.words == "The cat sat down."


def test_every_subsequence_is_an_excerpt():
    """Preferring long runs never refuses words that do stand there in order."""
    found = excerpt_of("a b m n", "z a k b k m k n k a b")

    assert (found.words, found.differs) == ("a […] b […] m […] n", "")


@given(st.lists(st.sampled_from("ab.c"), max_size=14), st.data())
def test_any_choice_of_words_is_found_and_marked(tokens, data):
    """Whatever is chosen in order is an excerpt, and its marked form is one that needs no more marks."""
    chosen = [t for t in tokens if data.draw(st.booleans())]

    found = excerpt_of(" ".join(chosen), " ".join(tokens))

    assert found.differs == ""
    assert is_excerpt(found.words, " ".join(tokens))


@given(st.text(max_size=60), st.text(max_size=60))
def test_nothing_raises(part, whole):
    """Any two texts can be compared, and a whole is an excerpt of itself."""
    excerpt_of(part, whole)
    left_out(part, whole)

    assert excerpt_of(whole, whole).differs == ""


def test_fences_and_shortcodes_are_no_words():
    """What only marks code up may come and go."""
    whole = "Try this:\n[code lang=sh]\nenv -i sh\n[/code]\nIt helped."
    part = "Try this:\n\n```sh\nenv -i sh\n```\n\nIt helped."

    assert is_excerpt(part, whole)
    assert is_excerpt(whole, part)


def test_words_in_brackets_are_words():
    """Only the known tags are passed over: other brackets are the writer's."""
    assert not is_excerpt("It helped [a lot].", "It helped.")


def test_chinese_and_japanese_words_have_no_spaces():
    """A clause cut in the middle is an excerpt; a changed character is none."""
    whole = "この記事はとても役に立ちました。ありがとうございます。"

    assert excerpt_of("この記事は役に立ちました。", whole).words == "この記事は […] 役に立ちました。"
    assert excerpt_of("この記事は悪", whole).differs == "悪"


def test_emoji_are_kept_whole():
    """A family or a flag is one, and never cut into its people."""
    whole = "Thank you 👨‍👩‍👧 and 🇩🇪 ❤️"

    assert is_excerpt("Thank you 👨‍👩‍👧", whole)
    assert excerpt_of("Thank you 👨‍👧", whole).differs == "👨‍👧"
    assert excerpt_of("Thank you ❤️", whole).words == "Thank you […] ❤️"


def test_an_accent_may_be_written_in_two_ways():
    """Mail programs and editors differ in composing é; it is the same word."""
    whole = unicodedata.normalize("NFD", "Le café était bon. Merci.")

    assert is_excerpt("Le café était bon.", whole)
    assert is_excerpt(whole, whole)


def test_what_is_left_out_is_told():
    """The passages left out, in order, also at both ends; None for a rewrite."""
    assert left_out("my weekend,", LETTER) == (
        "Your post saved",
        "really. I had tried cron for days! Does it work with timers? Thank you.",
    )
    assert left_out(LETTER, LETTER) == ()
    assert left_out("her weekend", LETTER) is None
    assert left_out("my weekend Thank you.", LETTER) is None, "an unmarked gap"


def test_hostile_repetition_takes_no_time():
    """A letter of one word 20,000 times is compared in well under a second."""
    whole = "a " * 20_000

    assert excerpt_of("a " * 19_000, whole).differs == ""
    assert excerpt_of("a " * 5_000 + "b", whole).differs == "b"
