"""What a message belongs to: the evidence it names itself first, then its words."""

from __future__ import annotations

import pytest

from gratitude.link import link, link_again
from gratitude.link.posts import Posts
from gratitude.message import Earlier, Form, Person, Tier

SURE = Tier.SURE


def told(links):
    return [(found.post, found.tier) for found in links.posts]


@pytest.mark.parametrize(
    ("code", "how"),
    [
        ("form", {"form": Form(post="slow-bread")}),
        ("form", {"form": Form(post="https://blog.example/slow-bread.html")}),
        ("form", {"form": Form(post="/slow-bread.html")}),
        ("post_url", {"post_url": "https://old.example/2024/01/slow-bread/"}),
        ("address", {"own_words": "Thanks for https://www.blog.example/slow-bread.html?utm_source=x#crust!"}),
        ("address", {"own_words": "Thanks for blog.example/slow-bread.html, it rose."}),
        ("address", {"own_words": "See <https://blog.example/slow-\nbread.html>"}),
        ("quoted", {"quoted": "> I wrote https://blog.example/slow-bread.html"}),
        ("title", {"subject": "Re: Slow bread for beginners"}),
        ("title", {"subject": "AW: [blog] A word on “Slow Bread, for Beginners”"}),
        ("title", {"own_words": 'I read "Slow bread for beginners" and smiled.'}),
        ("plus", {"to": ("me+slow-bread@example.com",)}),
    ],
)
def test_explicit_evidence_is_sure(code, how, message, blog_posts, past, remark):
    """A form, an address, a title or a plus-address names the post, whatever the words fit."""
    got = link(
        message(**{"words": how.pop("own_words", "the flock timer of systemd"), **how}), remark, blog_posts, past()
    )

    assert told(got) == [("slow-bread", SURE)]
    assert code == got.posts[0].evidence[0].code
    assert got.posts[0].score == 1.0


def test_several_addresses_are_several_links(message, blog_posts, past, remark):
    """Each address in the words is a sure link; the first decides."""
    words = "First https://blog.example/tomato-beds.html then https://blog.example/slow-bread.html, both good."

    got = link(message(words), remark, blog_posts, past())

    assert told(got) == [("tomato-beds", SURE), ("slow-bread", SURE)]


def test_own_words_decide_before_thread_and_quote(message, blog_posts, past, remark):
    """Who writes another address into an old thread means the other post."""
    first = message("first", "mid:first@example.com")
    reply = message(
        "And https://blog.example/tomato-beds.html?", in_reply_to="first@example.com",
        quoted="> https://blog.example/slow-bread.html",
    )  # fmt: skip

    got = link(reply, remark, blog_posts, past(Earlier(message=first, post="slow-bread")))

    assert told(got) == [("tomato-beds", SURE)]


def test_an_answer_is_about_what_its_thread_is_about(message, blog_posts, past, remark):
    """A known post anywhere up the thread is sure for the answer."""
    first = Earlier(message=message("first", "mid:1@example.com"), post="slow-bread")
    yours = message("mine", "mid:2@example.com", yours=True, in_reply_to="1@example.com")
    reply = message("It worked", in_reply_to="gone@example.com", references=("1@example.com", "2@example.com"))

    got = link(reply, remark, blog_posts, past(first, yours))

    assert told(got) == [("slow-bread", SURE)]
    assert (got.parent, got.joins) == ("mid:2@example.com", "mid:1@example.com")


def test_an_address_named_above_counts_before_anyone_decided(message, blog_posts, past, remark):
    """In one batch the message above may not be linked yet; its own address says the post."""
    first = message("On https://blog.example/slow-bread.html", "mid:1@example.com")
    reply = message("It worked", in_reply_to="1@example.com")

    assert told(link(reply, remark, blog_posts, past(first))) == [("slow-bread", SURE)]


def test_a_list_of_posts_in_a_quote_names_none(message, blog_posts, past, remark):
    """A quoted digest of many posts is not what the message is about."""
    digest = "\n".join(f"> https://blog.example/diary-{i}.html" for i in range(5))

    assert link(message("Thanks!", quoted=digest), remark, blog_posts, past()).posts == ()


@pytest.mark.parametrize("subject", ["Slow bread", "Re: Diary", "Locking systemd", "beginners"])
def test_part_of_a_title_is_not_its_title(subject, message, blog_posts, past, remark):
    """Only the whole title in the subject is unmistakable."""
    got = link(message("hello", subject=subject), remark, blog_posts, past())

    assert SURE not in {found.tier for found in got.posts}


def test_a_title_of_two_posts_decides_nothing(message, post, past, remark):
    """Two posts of one title: the subject does not say which."""
    both = Posts([post("one", "Notes from the workshop"), post("two", "Notes from the workshop")])

    got = link(message("hello", subject="Re: Notes from the workshop"), remark, both, past())

    assert SURE not in {found.tier for found in got.posts}


def test_words_rank_and_say_why(message, blog_posts, past, remark):
    """Without an address the words decide, with the words themselves as the reason."""
    got = link(message("Could flock lock two timers of systemd at once?"), remark, blog_posts, past())

    assert told(got)[0] == ("flock-timers", Tier.LIKELY)
    assert {
        "shares the words flock, lock, timers, systemd with the post and no other",
        "was written 2 days after the post",
    } <= {reason.text for reason in got.posts[0].evidence}
    assert {Tier.GUESS} == {found.tier for found in got.posts[1:]}
    assert 0 <= got.posts[1].score < got.posts[0].score <= 1


@pytest.mark.parametrize("subject", ["", "Thank you very much"])
@pytest.mark.parametrize("words", ["", "Thanks!", "Good post!!", "👍", "Danke!", "Спасибо!", "ありがとう"])
def test_a_short_courtesy_is_not_guessed_about(words, subject, message, blog_posts, past, remark):
    """A few words that any post may hear, in any language, have no post by their day; no subject makes them more."""
    got = link(message(words, subject=subject), remark, blog_posts, past())

    assert (got.posts, got.specificity, got.specific) == ((), 0.0, ())


def test_a_short_word_of_no_post_is_placed_by_its_day_and_says_so(message, blog_posts, past, remark):
    """It names a subject, so it is no courtesy; without a day there is nothing to place it by, and that is said too."""
    got = link(message("kivy?"), remark, blog_posts, past())
    undated = link(message("kivy?", sent=None), remark, blog_posts, past())

    assert {Tier.GUESS} == {one.tier for one in got.posts}
    assert ["flock-timers", "slow-bread"] == [one.post for one in got.posts][:2]
    assert {(("silent", "shares no telling word with the post"), "date")} == {
        ((p.evidence[0].code, p.evidence[0].text), p.evidence[1].code) for p in got.posts
    }
    assert ((), "none of its telling words stands in a post") == (undated.posts, undated.silent)


def test_a_longer_courtesy_is_placed_by_its_day_and_says_so(message, blog_posts, past, remark):
    """Its words fit any post; the day is all there is, and it is a guess."""
    got = link(message("Great post, thank you so much!!"), remark, blog_posts, past())

    assert {Tier.GUESS} == {one.tier for one in got.posts}
    assert {("its words fit any post", "date")} == {(p.evidence[0].text, p.evidence[1].code) for p in got.posts}
    assert {"silent"} == {p.evidence[0].code for p in got.posts}
    assert (got.specificity, got.specific) == (0.0, ())


def test_a_short_thanks_follows_the_conversation(message, blog_posts, past, remark):
    """Days after somebody wrote about a post; nothing else is said of it. Alone it says why it has no post."""
    other = message("the dough", "mid:1@example.com", "2024-01-11T10:00+00:00")
    known, guessed = Earlier(message=other, post="slow-bread"), Earlier(message=other, maybe=(("slow-bread", 0.8),))

    for before in (known, guessed):
        assert ["slow-bread"] == [one.post for one in link(message("Thanks!"), remark, blog_posts, past(before)).posts]
    assert "its words fit any post" == link(message("Thanks!"), remark, blog_posts, past()).silent


def test_the_authors_own_mail_is_never_guessed_about(message, blog_posts, past, remark):
    """Only a thread or an address links what the author wrote."""
    assert link(message("flock and timers of systemd", yours=True), remark, blog_posts, past()).posts == ()


def test_specific_words_are_named(message, blog_posts, past, remark):
    """Praise that holds rare words of the post fits only this one; praise with its address alone fits any."""
    own = link(
        message("The basket and the dough: what a crust! https://blog.example/slow-bread.html"),
        remark,
        blog_posts,
        past(),
    )
    any_ = link(
        message("So well written, I learnt a lot! https://blog.example/slow-bread.html"), remark, blog_posts, past()
    )

    assert own.specificity > 0.6
    assert {"basket", "dough", "crust"} <= set(own.specific)
    assert (any_.specificity, any_.specific) == (0.0, ())


def test_the_same_words_are_alike_and_a_message_is_not_like_itself(message, blog_posts, past, remark):
    """Alike are other readers' messages only."""
    one = message("The crust was brown at last", "mid:1@example.com", sender=Person("Ben", "ben@example.com"))
    two = message("The crust was brown at last")

    assert link(two, remark, blog_posts, past(one, two)).alike == ("mid:1@example.com",)


def test_a_hostile_message_is_only_a_message(message, blog_posts, past, remark):
    """Long, broken and circular input ends quickly and without an error."""
    words = "https://" * 5_000 + "a." * 20_000 + "/" + '"' * 20_000 + "-" * 20_000 + "http://[::1/" + "\ud800"
    circle = message(words, "mid:1@example.com", in_reply_to="1@example.com", references=("1@example.com",) * 5_000)
    hostile = message(words, subject="Re: " * 10_000, in_reply_to="1@example.com", quoted=words, to=("+@", "a+@", "@"))

    assert {Tier.GUESS} >= {one.tier for one in link(hostile, remark, blog_posts, past(circle, hostile)).posts}


def test_only_the_order_of_guesses_is_looked_at_again(message, blog_posts, past, remark):
    """What is sure stays; a guess follows the messages after it, and what is likely stays likely and first."""
    vague, clear = message("how lovely, that was fun"), message("flock, the timers of systemd")
    sure = message("see https://blog.example/slow-bread.html")
    later = past(
        *(Earlier(message=message("", f"mid:{n}@example.com"), maybe=(("tomato-beds", 1.0),)) for n in range(9))
    )

    def again(one):
        before = link(one, remark, blog_posts, past())
        return before, link_again(one, before, blog_posts, later)

    before, after = again(vague)
    assert ("tomato-beds", Tier.GUESS) == told(after)[0] != told(before)[0]
    before, after = again(clear)
    assert ("flock-timers", Tier.LIKELY) == told(after)[0] == told(before)[0]
    before, after = again(sure)
    assert before is after
