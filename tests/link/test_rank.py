"""The order that words and days give."""

from __future__ import annotations

import math
import random
from datetime import date

import pytest

from gratitude.link.guesses import guesses
from gratitude.link.index import Index, query
from gratitude.link.memory import Memory
from gratitude.link.rank import ranked, ranking
from gratitude.link.reading import names
from gratitude.link.weights import TABLE
from gratitude.message import Earlier, Tier

DAY = date(2024, 1, 12).toordinal()


def order(words, index, day=DAY):
    return [index.posts[one.post].key for one in ranked(query(words, index), day, index, top=len(index))]


def test_the_order_of_the_files_changes_nothing(posts):
    """Same message, same posts: the same order, ties included."""
    mixed = list(posts)
    random.Random(7).shuffle(mixed)

    for words in ("flock and bread", "weather and music", "great", "zzz"):
        assert order(words, Index(posts)) == order(words, Index(mixed))


def test_a_post_dated_after_the_message_never_wins(post, posts):
    """Two days after the message against the day before, all else the same; a day's difference may be the zone's."""
    words = "the wombat digs"
    later, before = post("later", "A", words, "2024-01-14"), post("before", "B", words, "2024-01-11")

    assert order("wombat digs", Index([*posts, later, before]))[0] == "before"
    assert order("wombat digs", Index([*posts, before, later]))[0] == "before"


def test_newer_posts_come_first_where_words_are_the_same(post):
    """What is new is written about."""
    index = Index([post(f"p{i}", f"P{i}", "the wombat digs", f"2024-01-{i:02d}") for i in (2, 9, 5)])

    assert order("wombat", index) == ["p9", "p5", "p2"]


def test_each_part_of_the_sum_counts(post, posts):
    """Body, passage, title pieces and names each move a post up by themselves."""
    far = "x " * 100
    index = Index([
        *posts,
        post("near", "Near", f"{far} wombat burrow {far}", "2020-01-01"), post("apart", "Apart", f"wombat {far}{far} burrow", "2020-01-01"),
        post("named", "Named", "set max_depth here", "2020-01-01"), post("unnamed", "Unnamed", "set max depth here and there", "2020-01-01"),
        post("titled", "On marmalading", "about fruit", "2020-01-01"), post("untitled", "On other", "about fruit", "2020-01-01"),
    ])  # fmt: skip

    def first(words, one, other):
        return next(key for key in order(words, index) if key in (one, other))

    assert first("wombat burrow", "near", "apart") == "near"
    assert first("what does max_depth do", "named", "unnamed") == "named"
    assert first("my marmalade fruit", "titled", "untitled") == "titled"


def test_the_more_words_a_letter_has_the_less_each_one_shows(post, posts):
    """A short letter that names a rare word finds its post; a long one that names it in passing, that of the day."""
    index = Index([*posts, post("old", "Old", "the wombat digs", "2024-01-01"), post("new", "New", "x", "2024-01-12")])
    passing = " ".join(f"word{i}" for i in range(59))

    short, long = (ranked(query(words, index), DAY, index, top=9) for words in ("wombat", f"wombat {passing}"))
    one, other = (next(o.parts for o in found if index.posts[o.post].key == "old") for found in (short, long))

    assert ("old", "new") == (index.posts[short[0].post].key, index.posts[long[0].post].key)
    assert (math.sqrt(70 / 11),) * 2 == pytest.approx((one.body / other.body, one.window / other.window))


def test_a_word_of_style_counts_half_in_the_text(posts):
    """Any post may hold "overnight"; "until" is held by chance."""
    index = Index(posts)

    def body(words):
        return next(
            o.parts.body for o in ranked(query(words, index), DAY, index) if index.posts[o.post].key == "slow-bread"
        )

    telling, style = (dict(index.postings(word))[1] for word in ("overnight", "until"))

    assert index.posts[1].key == "slow-bread"
    assert telling + style / 2 == pytest.approx(body("until overnight") * math.sqrt(11))


def test_of_two_posts_that_fit_the_one_that_speaks_to_its_reader_comes_first(post, message):
    """Who is spoken to answers; once posts of messages are known, these say it better."""
    index = Index([
        post("tells", "A", "The wombat digs. " + "It digs on and on. " * 9), post("asks", "B", "The wombat digs. " + "You dig with it. " * 9),
    ])  # fmt: skip
    memory = Memory(index)
    memory.learn([Earlier(message=message("a wombat"), post="tells")])
    parts = ranked(query("wombat", index), DAY, index)[0].parts

    assert ("asks", "tells") == tuple(order("wombat", index))
    assert parts.to_reader > 2
    assert TABLE["nothing known"].to_reader > 0 == TABLE["guesses known"].to_reader == TABLE["posts known"].to_reader


def test_the_root_of_likeness_counts_and_the_cosine_is_told(message, posts):
    """Half alike counts for more than half; a reason speaks of the cosine."""
    index = Index(posts)
    memory = Memory(index)
    memory.learn([Earlier(message=message("crust oven", "mid:1@example.com", None), post="slow-bread")])
    asked = query("crust water", index)
    cosine = max(memory.alike(asked, "").values())

    first = ranked(asked, DAY, index, memory)[0]

    assert 0.2 < cosine < 0.9
    assert (cosine, cosine**0.5) == pytest.approx((first.alike, first.parts.alike))


def test_a_guessed_message_adds_less_to_the_rate_than_a_known_one(message, posts):
    """A message of the same day: its post's rate grows by 1 where it is known, by .4 where it is guessed."""
    index = Index(posts)
    known, guessed = Memory(index), Memory(index)
    known.learn([Earlier(message=message("weather", "mid:1@example.com"), post="slow-bread")])
    guessed.learn([Earlier(message=message("weather", "mid:1@example.com"), maybe=(("slow-bread", 1.0),))])
    asked = query("crust", index)

    def rate(*memories):
        found = ranking(asked, DAY, index, *memories).order
        return next(math.exp(o.parts.rate) for o in found if index.posts[o.post].key == "slow-bread")

    assert (1.0, 0.4) == pytest.approx((rate(known, None) - rate(), rate(None, guessed) - rate()))


def test_no_day_is_a_day_too(posts, post):
    """A message without a date, and posts without one, are ranked by words."""
    undated = Index([post(p.key, p.titles[0], p.words, None) for p in posts])

    assert order("flock the timers", Index(posts), None)[0] == "flock-timers"
    assert order("flock the timers", undated)[0] == "flock-timers"
    assert not undated.is_dated


def test_one_day_for_all_is_no_day(post):
    """A blog imported on one day looks dated and is not."""
    assert not Index([post(f"p{i}", day="2020-01-01") for i in range(5)]).is_dated
    assert Index([post(f"p{i}", day=f"2020-01-0{i + 1}") for i in range(5)]).is_dated


def test_what_nobody_decided_moves_the_order_and_never_the_tier(message, blog_posts, past):
    """A guess about an earlier message helps the next one's order; what is likely without it stays first and likely."""
    one = message("the weather here is grey", "mid:1@example.com", "2024-01-11T10:00+00:00")
    two = message("grey weather again, is it not")
    sure_of_itself = message("flock, the timers of systemd")
    guessed = past(Earlier(message=one, maybe=(("diary-3", 0.9), ("gone", 0.1))))
    before, after = guesses(two, blog_posts, past()), guesses(two, blog_posts, guessed)
    many = past(
        *(
            Earlier(message=message("flock timers systemd", f"mid:{n}@example.com"), maybe=(("slow-bread", 1.0),))
            for n in range(40)
        )
    )

    assert "diary-3" == after[0].post != before[0].post
    assert {Tier.GUESS} == {found.tier for found in after}
    assert ("flock-timers", Tier.LIKELY) == next((f.post, f.tier) for f in guesses(sure_of_itself, blog_posts, many))


def test_the_parts_make_the_score(posts):
    """The score is the weighted sum of what `Parts` names, so that the fit sees what ranking sees."""
    index = Index(posts)
    w = TABLE["nothing known"]

    for one in ranked(query("bread and flock, weather of week 7", index), DAY, index, top=9):
        parts = {name: getattr(one.parts, name) * getattr(w, name) for name in one.parts.__dataclass_fields__}
        assert one.score == pytest.approx(sum(parts.values()))


def test_memory_moves_the_next_message_and_undo_moves_it_back(message, blog_posts, past):
    """Deciding one message changes the order for the next about that post; undoing it restores the order."""
    one = message("the weather here is grey", "mid:1@example.com", "2024-01-11T10:00+00:00")
    two = message("grey weather again, is it not")
    before = [found.post for found in guesses(two, blog_posts, past())]

    after = [found.post for found in guesses(two, blog_posts, past(Earlier(message=one, post="diary-3")))]
    again = [found.post for found in guesses(two, blog_posts, past())]

    assert "diary-3" == after[0] != before[0]
    assert before == again


def test_a_decision_that_moves_to_another_post_moves_the_memory(message, blog_posts, past):
    """The same message under another post is remembered there, and only there."""
    one = message("the weather here is grey", "mid:1@example.com", "2024-01-11T10:00+00:00")
    two = message("grey weather again, is it not")

    first = guesses(two, blog_posts, past(Earlier(message=one, post="diary-3")))[0]
    second = guesses(two, blog_posts, past(Earlier(message=one, post="diary-4")))[0]

    assert (first.post, second.post) == ("diary-3", "diary-4")
    assert {"memory", "alike"} <= {reason.code for reason in second.evidence}


def test_a_message_is_never_its_own_memory(message, blog_posts, past):
    """Judged again after it was decided, a message ranks as before (field notes: .88 top-1, and all of it false)."""
    one = message("the weather here is grey")

    decided = past(Earlier(message=one, post="diary-3"))

    assert guesses(one, blog_posts, past()) == guesses(one, blog_posts, decided)


def test_memory_knows_only_what_it_was_told(message, posts):
    """A post that no longer exists teaches nothing."""
    index = Index(posts)
    memory = Memory(index)

    memory.learn([Earlier(message=message("words"), post="gone")])

    assert len(memory) == 0


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("call readConfig() with --dry-run on foo_bar.py", {"readconfig", "--dry-run", "foo_bar.py"}),
        ("Python 3.11.7 on x86 sets 0xFF via HTTP", {"3.11.7", "x86", "0xff", "http"}),
        ("a well-known camelCase word. Yes", {"well-known", "camelcase"}),
        ("plain words only, no. Names here 2024", set()),
    ],
)
def test_names_of_things(text, found):
    """What programmers copy from a post."""
    assert found == set(names(text))
