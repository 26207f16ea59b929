"""What ranking reads of the posts, and what it asks of a message."""

from __future__ import annotations

import math

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from gratitude.link.index import MAX_QUERY, Index, idf, query
from gratitude.link.reading import names


@pytest.fixture
def index(post):
    return Index(
        [
            post("one", "Wombats at night", "The wombat digs. A wombat sleeps by day.", "2024-01-03"),
            post("two", "Herons", "A heron sleeps on one leg.", "2024-01-01"),
            post("three", "Otters", "Otters float.", None),
        ]
    )


def test_posts_stand_newest_first(index):
    """The order in which ties are broken: newer posts first, undated ones last."""
    assert [post.key for post in index.posts] == ["one", "two", "three"]
    assert index.days[2] is None


def test_a_rare_word_says_more(index):
    """IDF is that of titles and texts together; of a word of no post it is the highest."""
    assert index.idf("wombat") == pytest.approx(math.log(1 + 2.5 / 1.5))
    assert index.idf("sleep") == pytest.approx(math.log(1 + 1.5 / 2.5))
    assert index.idf("zebra") > index.idf("wombat") > index.idf("sleep") > 0


def test_the_weight_of_a_word_is_bm25(index):
    """k1 2.0, b 0.75, over the text alone: computed by hand for one word."""
    (found,) = index.postings("wombat")
    lengths = [8, 6, 2]
    norm = 2.0 * (0.25 + 0.75 * lengths[0] / (sum(lengths) / 3))

    assert found == (0, pytest.approx(idf(3, 1) * 2 * 3.0 / (2 + norm)))
    assert [post for post, _ in index.postings("sleep")] == [0, 1]


def test_places_are_counted_over_title_and_text(index):
    """The passage that is looked for may begin in the title."""
    assert index.places(0)["wombat"] == [0, 4, 7]
    assert index.holds(0, "night")
    assert not index.holds(1, "night")


def test_the_forms_are_as_written(index):
    """A reason may say only what stands there."""
    assert "wombats" in index.forms(0)
    assert "herons" not in index.forms(0)


def test_pieces_of_titles_and_slugs(index):
    """Four letters at a time, with the ends of words marked."""
    value, posts = index.pieces["_her"]

    assert posts == (1,)
    assert value == pytest.approx(idf(3, 1))
    assert index.pieces["ons_"][1] == (1,)
    assert "ne_l" not in index.pieces


def test_a_query_keeps_the_words_as_written(index):
    """Stems in the order of the text; courtesy and grammar are no content."""
    asked = query("Thanks! Do wombats (and a wombat) sleep?", index)

    assert asked.stems["wombat"] == "wombats"
    assert asked.content == {"wombat", "sleep"}
    assert asked.tf["wombat"] == 2


def test_a_long_message_asks_for_its_rarest_words(post):
    """A letter of thousands of words costs what one of sixty does; the rare ones stay."""
    words = [f"word{chr(97 + i // 26)}{chr(97 + i % 26)}" for i in range(200)]
    index = Index([post(f"p{i}", words=" ".join(words[: 200 - i])) for i in range(100)])

    asked = query(" ".join(words), index)

    assert sum(index.df[word] > 1 for word in asked.stems) <= MAX_QUERY
    assert words[199] in asked.stems.values()
    assert words[0] not in asked.stems.values()


def test_an_index_of_nothing_answers(post):
    """No posts, posts without words, without titles."""
    assert len(Index([])) == 0
    assert not Index([]).is_dated
    assert Index([post("p", "", "", None, titles=())]).places(0) == {}
    assert query("words", Index([])).content == {"word"}


@settings(max_examples=100, deadline=None)
@given(st.text(max_size=200))
def test_any_text_has_names_and_words(text):
    """Names are folded and stand in the text; nothing raises."""
    asked = query(text, Index([]))

    assert all(written in text for written in names(text).values())
    assert all(isinstance(stem, str) and stem for stem in asked.stems)


def test_an_index_after_a_change_is_the_one_from_the_start(post, posts):
    """What is taken over from the older index changes nothing; only what changed is read again."""
    old = Index(posts)
    changed = [
        post("new", "A new one", "wombat and flock", "2024-02-02"),
        *posts[2:],
        post("slow-bread", "Bread", "other"),
    ]

    new, fresh = Index(changed, old), Index(changed)

    assert new.df == fresh.df
    assert (new.names, new.pieces, new.in_titles) == (fresh.names, fresh.pieces, fresh.in_titles)
    assert all(new.postings(word) == fresh.postings(word) for word in fresh.df)
    kept = [new.places(i) is old.places(k) for i, p in enumerate(new.posts) for k, q in enumerate(old.posts) if p == q]
    assert len(kept) == len(posts) - 2 and all(kept)


def test_what_was_asked_last_is_asked_once(index):
    """The same words give the same question; other words, another."""
    first = index.asked("wombat sleeps")

    assert index.asked("wombat sleeps") is first == query("wombat sleeps", index)
    assert set(index.asked("heron").content) == {"heron"}
    assert index.asked("wombat sleeps") == first


@pytest.mark.parametrize(
    ("words", "count"),
    [
        ("You dig with your paws, don't you?", 3),
        ("The wombat digs and it sleeps and then it eats.", 0),
        ("Wenn du magst, lass dir das Brot von einem Freund in der Stadt backen und sag es mir.", 2),
        ("Si vous aimez le pain, les recettes sont dans votre livre et je les ai faites pour vous.", 3),
        ("Je mange du pain et je le fais avec de la farine dans la cuisine.", 0),
    ],
)
def test_a_post_that_speaks_to_its_reader(words, count, post):
    """Its own language's words for "you" are counted: "je" is one in Dutch, and "I" in French."""
    index = Index([post("one", "Title", words)])

    assert [math.log1p(count)] == index.to_reader
