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

    assert "has a word much like one of the post's: baskets" in why(got, "slow-bread")


def test_the_words_of_the_title_are_named(message, blog_posts, past):
    """One word or several."""
    assert "the title has bread" in why(guesses(message("my bread"), blog_posts, past()), "slow-bread")
    assert "the title has slow, bread" in why(guesses(message("slow bread"), blog_posts, past()), "slow-bread")


def test_three_telling_words_of_a_title_have_a_name_of_their_own(message, post, past):
    """Screening relies on it; everyday words ("time", "like") do not count."""
    posts = Posts([post("a", "Empty crontab environment", "wombat"), post("b", "A crontab like last time", "wombat")])

    def codes(words):
        return {r.code for one in guesses(message(words), posts, past()) for r in one.evidence}

    assert "titled" in codes("empty environment of crontab")
    assert {"titled", "title"} & codes("empty crontab like last time") == {"title"}


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


def test_a_message_before_the_post_says_so(message, blog_posts, past):
    """Its words may speak for a post that came later (moved, dated anew): the author sees that; and never "-4 days"."""
    words = "slow bread: the dough, the crust, the slow bread of the oven"
    got = guesses(message(words, sent="2024-01-01T10:00+00:00"), blog_posts, past())
    told = why(got, "slow-bread")

    assert "was written before the date of the post" in told
    assert not any("after the post" in text for text in told)


def test_what_is_known_is_told(message, blog_posts, past):
    """Messages of the week, a message like it, and what this writer wrote about."""
    one = message("the crust stays pale", "mid:1@example.com", "2024-01-10T10:00+00:00")
    two = message("an even paler crust", "mid:2@example.com", "2024-01-11T10:00+00:00")
    got = guesses(
        message("my crust stays pale"), blog_posts, past(*(Earlier(message=m, post="slow-bread") for m in (one, two)))
    )

    assert {
        "2 other messages of the four weeks before it are about the post",
        "is like other messages that are about the post",
        "its writer wrote about the post before, twice",
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


@pytest.fixture
def talk(post):
    """A post in which "lately" and "lot" are as rare as "wombat", and one that shares a word with it."""
    fillers = [post(f"week-{i}", f"Week {i}", f"A walk by the river in week {i}.") for i in range(12)]
    own = post("wombats", "Wombats at night", "Lately a wombat digs a lot beside its burrow.")
    return Posts([own, post("burrows", "Old holes", "Another burrow of foxes."), *fillers])


@pytest.mark.parametrize(
    ("words", "says"),
    [
        ("Lately I saw a lot of wombat tracks", "shares the word wombat with the post and no other"),
        ("A burrow of a wombat", "shares the words wombat, burrow with the post and few others"),
        ("Lately I walk a lot", "shares the words lately, lot with the post"),
        ("By the river", "shares the word river with the post"),
    ],
)
def test_words_of_any_letter_are_not_called_rare(words, says, message, talk, past):
    """A word that could stand in any letter is named only where there is no other, and then as no find."""
    links = guesses(message(words), talk, past())

    assert says in {reason.text for link in links for reason in link.evidence}


def test_one_message_and_one_time_are_said_as_one(message, blog_posts, past):
    """No "1 time", no "are" of one message."""
    one = Earlier(
        message=message("the crust stays pale", "mid:1@example.com", "2024-01-10T10:00+00:00"), post="slow-bread"
    )
    told = why(guesses(message("my crust stays pale"), blog_posts, past(one)), "slow-bread")

    assert {
        "another message of the four weeks before it is about the post",
        "its writer wrote about the post before",
    } <= told


def test_weeks_of_undecided_messages_are_said_to_be_undecided(message, blog_posts, past):
    """They only seem to be about the post."""
    other = message("the dough", "mid:1@example.com", "2024-01-11T10:00+00:00")
    told = why(
        guesses(message("my dough"), blog_posts, past(Earlier(message=other, maybe=(("slow-bread", 0.8),)))),
        "slow-bread",
    )

    assert "another message of the four weeks before it, not decided yet, seems to be about the post" in told


def test_what_is_like_a_message_that_nobody_decided_is_said_so(message, blog_posts, past):
    """A guess of ours is not what was written about the post."""
    other = message("quetzalcoatl", "mid:1@example.com", "2023-01-11T10:00+00:00")
    undecided = past(Earlier(message=other, maybe=(("slow-bread", 0.9),)))

    assert "is like other messages that seem to be about the post" in why(
        guesses(message("my quetzalcoatl!"), blog_posts, undecided), "slow-bread"
    )


def test_telling_words_stand_first_among_those_of_one_post(message, talk):
    """Wherever they are named, only some are: the everyday ones give way."""
    _, words = specificity(message("Lately I saw a lot of wombat tracks"), talk, "wombats")

    assert words[0] == "wombat"
    assert {"Lately", "lot"} == set(words[1:])
