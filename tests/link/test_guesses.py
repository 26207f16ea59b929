"""Links from words, and the sentences that say why."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from gratitude.link.guesses import guesses, specificity
from gratitude.link.index import Index, query
from gratitude.link.posts import Posts
from gratitude.message import Earlier, Tier


def why(links, post):
    return {reason.text for found in links if found.post == post for reason in found.evidence}


def test_five_posts_at_most_and_their_scores_fall(message, blog_posts, past):
    """The list is short, its scores are shares of all that was looked at."""
    got = guesses(message("flock, bread and tomatoes in the weather of the week"), blog_posts, past())

    assert len(got) == 5
    assert [one.score for one in got] == sorted((one.score for one in got), reverse=True)
    assert 0 < sum(one.score for one in got) <= 1.001
    assert {one.tier for one in got[1:]} == {Tier.GUESS}


def test_the_subject_is_words_too(message, blog_posts, past):
    """A mail may name its post's subject in the Subject only; "Re:" is no word."""
    got = guesses(message("It does not wait for the other.", subject="Re: flock and systemd"), blog_posts, past())

    assert got[0].post == "flock-timers"


def test_addresses_are_no_words(message, post, past):
    """Neither the host of an address nor that of a mail says the subject."""
    posts = Posts([post("one", "Hosts", "wombat example bread"), post("two", "Other", "flock")])

    assert guesses(message("me@wombat.example https://wombat.example/bread"), posts, past()) == ()


def test_a_word_in_another_form_is_not_said_to_stand_there(message, blog_posts, past):
    """A reason is true to the letter: "baskets" is no word of a post that says "basket"."""
    got = guesses(message("baskets"), blog_posts, past())

    assert "has baskets, which the post has in another form" in why(got, "slow-bread")


def test_the_words_of_the_title_are_named(message, blog_posts, past):
    """One word or several."""
    assert "has the title's word bread" in why(guesses(message("my bread"), blog_posts, past()), "slow-bread")
    assert "has the title's words slow, bread" in why(guesses(message("slow bread"), blog_posts, past()), "slow-bread")


@pytest.mark.parametrize(
    ("day", "says"),
    [
        ("2024-01-04", "a day before the date of the post"),
        ("2024-01-05", "on the day of the post"), ("2024-01-06", "1 day after the post"), ("2024-01-18", "13 days after the post"),
        ("2024-01-20", "2 weeks after the post"), ("2024-03-20", "2 months after the post"), ("2027-01-06", "3 years after the post"),
    ],
)  # fmt: skip
def test_the_time_since_the_post_is_told(day, says, message, blog_posts, past):
    """In the unit one would say it in."""
    got = guesses(message("the dough and the crust", sent=f"{day}T10:00+00:00"), blog_posts, past())

    assert f"was written {says}" in why(got, "slow-bread")


def test_a_message_before_the_post_says_no_time(message, blog_posts, past):
    """Nothing is written "-4 days after"."""
    got = guesses(message("the dough and the crust", sent="2024-01-01T10:00+00:00"), blog_posts, past())

    assert not any("written" in text for text in why(got, "slow-bread"))


def test_what_is_known_is_told(message, blog_posts, past):
    """Messages of the week, a message like it, and what this writer wrote about."""
    one = message("the crust stays pale", "mid:1@example.com", "2024-01-10T10:00+00:00")
    two = message("an even paler crust", "mid:2@example.com", "2024-01-11T10:00+00:00")
    got = guesses(
        message("my crust stays pale"), blog_posts, past(*(Earlier(message=m, post="slow-bread") for m in (one, two)))
    )

    assert {
        "2 earlier messages of the seven days before it are about the post",
        "is like what was written about the post before",
        "its writer wrote about the post before, 2 times",
    } <= why(got, "slow-bread")


def test_words_of_an_earlier_message_are_words(message, blog_posts, past):
    """What no post says, an earlier reader may have said."""
    one = message("quetzalcoatl", "mid:1@example.com", "2024-01-10T10:00+00:00")

    assert (
        guesses(message("quetzalcoatl!"), blog_posts, past(Earlier(message=one, post="slow-bread")))[0].post
        == "slow-bread"
    )


def test_an_empty_blog_and_a_blog_of_one_post(message, post, past):
    """Nothing to choose from is nothing likely."""
    one = Posts([post("one", "Wombats dig burrows", "A wombat digs its burrow at night.")])

    assert guesses(message("wombat burrow"), Posts([]), past()) == ()
    assert [found.tier for found in guesses(message("wombat burrow at night"), one, past())] == [Tier.GUESS]


def test_specificity_grows_with_rare_words_and_falls_with_others_that_hold_them(message, post, posts):
    """Two words only this post has are .63; half of that where another post has both."""
    alone = Posts([*posts, post("one", "A", "wombat burrow")])
    twice = Posts([*posts, post("one", "A", "wombat burrow"), post("two", "B", "wombat burrow")])
    both, single = message("the wombat and its burrow"), message("the wombat")

    assert specificity(single, alone, "one")[0] < specificity(both, alone, "one")[0]
    assert specificity(both, alone, "one")[0] == pytest.approx(0.632, abs=0.001)
    assert specificity(both, twice, "one")[0] == pytest.approx(specificity(both, alone, "one")[0] / 2, abs=0.05)
    assert specificity(both, alone, "gone") == (0.0, ())


@settings(max_examples=60, deadline=None)
@given(st.text(alphabet="aábckoflт日本\n .,'-_()\"@/:+0x", max_size=300))
def test_any_words_are_ranked_without_an_error(words):
    """Whatever stands in a message: an order without repeats, scores of 0..1, specific words that stand in it."""
    from link_samples import Past, message_, post_

    posts = Posts(
        [post_("flock", "Flock of oak", "a flock, a cloak 日本 k-o 0x0"), post_("book", "A book", "cook, look", None)]
    )
    got = guesses(message_(words), posts, Past())
    score, specific = specificity(message_(words), posts, "flock")

    assert len({one.post for one in got}) == len(got)
    assert all(0 <= one.score <= 1 for one in got)
    assert 0 <= score <= 1
    assert set(specific) <= set(query(words, Index(posts.posts())).stems.values())
