"""Links that a message names itself."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from gratitude.link.explicit import explicit
from gratitude.link.posts import Posts
from gratitude.message import Earlier, Form

BREAD = "https://blog.example/slow-bread.html"
BEDS = "https://blog.example/tomato-beds.html"


@pytest.fixture
def codes(blog_posts, past):
    """Return (post, reasons) of a message's sure links."""

    def of(message, *earlier):
        found = explicit(message, blog_posts, past(*earlier))
        return [(one.post, [reason.code for reason in one.evidence]) for one in found]

    return of


def test_reasons_for_one_post_are_gathered(message, codes):
    """Form, address and title of the same post make one link with three reasons."""
    got = codes(
        message(f"See {BREAD} and {BREAD}", form=Form(post="slow-bread"), subject="Re: Slow bread for beginners")
    )

    assert got == [("slow-bread", ["form", "address", "title"])]


@pytest.mark.parametrize(
    ("values", "post"),
    [
        ({"form": Form(post="slow-bread"), "words": BEDS}, "slow-bread"),
        ({"post_url": BREAD, "words": BEDS}, "slow-bread"),
        ({"words": BREAD, "subject": "Re: Tomato beds in a small garden"}, "slow-bread"),
        (
            {"words": "Hello", "subject": "Re: Slow bread for beginners", "to": ("me+tomato-beds@example.com",)},
            "slow-bread",
        ),
        ({"words": "Hello", "to": ("me+slow-bread@example.com",), "quoted": BEDS}, "slow-bread"),
    ],
)
def test_what_stands_nearer_to_the_writer_comes_first(values, post, message, codes):
    """Form, then place, words, thread, subject, address it was sent to, quote."""
    assert codes(message(values.pop("words", ""), **values))[0][0] == post


@pytest.mark.parametrize(
    ("values", "stands_under"),
    [
        ({"post_url": "https://blog.example/?p=12", "facts": {"post-name": "slow-bread"}}, ["slow-bread"]),
        ({"post_url": "https://old.example/12", "facts": {"post-title": "Slow bread for beginners"}}, ["slow-bread"]),
        ({"post_url": BREAD, "facts": {"post-name": "tomato-beds"}}, ["slow-bread"]),
        ({"post_url": "https://blog.example/?p=12", "facts": {"post-name": "gone", "post-title": "Gone"}}, []),
    ],
)
def test_a_comment_stands_under_the_post_its_export_names(values, stands_under, message, codes):
    """By address, else by slug, else by whole title: WordPress's plain addresses name nothing."""
    assert [post for post, _ in codes(message("Thank you.", **values))] == stands_under


def test_the_address_of_a_copy_leads_to_the_post(message, codes):
    """Somebody read it in an archive or translated."""
    words = "I found https://web.archive.org/web/2024/https://blog.example/slow-bread.html, thank you."

    assert codes(message(words)) == [("slow-bread", ["address"])]


def test_a_subject_does_not_add_a_second_post(message, codes):
    """An old subject over new words: only the words count."""
    assert [post for post, _ in codes(message(BREAD, subject="Re: Tomato beds in a small garden"))] == ["slow-bread"]


@pytest.mark.parametrize(
    "name",
    ["slow-bread", " slow-bread ", "/slow-bread/", "slow-bread.html", "/slow-bread.html", BREAD, "blog.example/slow-bread.html",
     "www.blog.example/2024/01/slow-bread", "//blog.example/slow-bread.html"],
)  # fmt: skip
def test_a_form_names_its_post_in_any_way(name, message, codes):
    """Slug, path or address, as the page's author wrote it into the form."""
    assert codes(message("Hi", form=Form(post=name))) == [("slow-bread", ["form"])]


@pytest.mark.parametrize(
    "name", ["", "nothing", "https://elsewhere.example/slow-bread.html", "../slow-bread/x", "a" * 5_000]
)
def test_a_form_of_an_unknown_post_names_none(name, message, codes):
    """A renamed post or a forged header is no evidence."""
    assert codes(message("Hi", form=Form(post=name))) == []


@pytest.mark.parametrize(
    "words",
    [
        f"({BREAD})", f"<{BREAD}>", f'"{BREAD}"', f"{BREAD}, and", f"{BREAD}.", f"**{BREAD}**", f"[bread]({BREAD})", f"Siehe „{BREAD}“!",
        f"{BREAD}\nnext line", "http://blog.example/slow-bread.html", "HTTPS://BLOG.EXAMPLE/slow-bread.html", f"{BREAD}?fbclid=1",
        "https://blog.example/slow%2Dbread.html", "blog.example/slow-bread.html", "(www.blog.example/slow-bread)",
        "https://blog.example/slow-\nbread.html is it", "https://blog.example/\nslow-bread.html is it",
    ],
)  # fmt: skip
def test_an_address_is_found_however_it_stands(words, message, codes):
    """In brackets, quotes, Markdown, wrapped by a line's end, encoded, without its scheme."""
    assert codes(message(words)) == [("slow-bread", ["address"])]


@pytest.mark.parametrize(
    "words",
    ["https://elsewhere.example/slow-bread.html", "me@blog.example/slow-bread.html", "elsewhere.example/blog.example/slow-bread.html",
     "https://elsewhere.example/?u=https://blog.example/slow-bread.html", "https://blog.example/", "slow-bread.html"],
)  # fmt: skip
def test_an_address_of_elsewhere_is_none(words, message, codes):
    """A foreign host never matches, nor does the front page."""
    assert codes(message(words)) == []


def test_a_quote_of_three_posts_is_three_links(message, codes):
    """More would be a list."""
    quoted = "\n".join(f"> https://blog.example/diary-{i}.html" for i in range(3))

    assert [post for post, _ in codes(message("Yes!", quoted=quoted))] == ["diary-0", "diary-1", "diary-2"]


def test_the_nearest_message_above_that_names_a_post(message, codes):
    """A thread that went from one post to another is about the later."""
    one = Earlier(message=message("one", "mid:1@example.com"), post="tomato-beds")
    two = Earlier(message=message("two", "mid:2@example.com", in_reply_to="1@example.com"), post="slow-bread")
    three = message("three", "mid:3@example.com", in_reply_to="2@example.com")
    reply = message("four", in_reply_to="3@example.com")

    assert codes(reply, one, two, three) == [("slow-bread", ["thread"])]


def test_a_post_that_is_gone_is_no_link(message, codes):
    """What was decided for a post that no longer exists decides nothing."""
    assert (
        codes(
            message("two", in_reply_to="1@example.com"),
            Earlier(message=message("one", "mid:1@example.com"), post="gone"),
        )
        == []
    )


@pytest.mark.parametrize(
    ("title", "subject", "is_sure"),
    [
        ("Ünïcode in tïtles", "Re: ünïcode  in TÏTLES", True),
        ("What's new in cron?", "What’s new in cron", True),
        ("What's new in cron?", "Re: What's New In Cron", True),
        ("Thirteen letter", "thirteen letter", True),
        ("Short one", "Re: Short one", False),
        ("On the way home", "Notes: on the way home, again", True),
        ("A to Z", "From A to Z in cron", False),
        ("A to Z", "Re: A to Z", True),
    ],
)
def test_how_much_of_a_title_is_unmistakable(title, subject, is_sure, message, post, past):
    """Three words or fifteen characters as the whole subject; within a longer one, both."""
    got = explicit(message("Hi", subject=subject), Posts([post("p", title)]), past())

    assert bool(got) == is_sure


def test_the_longest_title_in_a_subject_counts(message, post, past):
    """A title may begin another one."""
    posts = Posts([post("short", "The story of cron"), post("long", "The story of cron and at")])

    assert explicit(message("Hi", subject="On The story of cron and at: typo"), posts, past())[0].post == "long"


@pytest.mark.parametrize("to", ["me+slow-bread@example.com", "a.b+slow-bread@example.com"])
def test_a_plus_address_names_the_post(to, message, codes):
    """RFC 5233; one of a word that is no post names none."""
    assert codes(message("Hi", to=("x@example.com", to))) == [("slow-bread", ["plus"])]
    assert codes(message("Hi", to=("me+shop@example.com", "slow-bread@example.com"))) == []


@settings(max_examples=80, deadline=None)
@given(st.text(alphabet="htps:/.blogexamp-slwrd \n?<>()[]\"'%@+#", max_size=200))
def test_any_words_name_known_posts_only(words):
    """Nothing raises, and every link is a post of the catalogue."""
    from link_samples import Past, message_, post_

    posts = Posts([post_("slow-bread", "Slow bread for beginners")], siteurl="https://blog.example")
    got = explicit(
        message_(words, subject=words, quoted=words, to=(words,), form=Form(post=words), post_url=words), posts, Past()
    )

    assert {one.post for one in got} <= {"slow-bread"}
