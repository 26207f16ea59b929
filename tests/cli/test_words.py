"""What the steps say of a message, in sentences."""

import pytest

import builders
from gratitude.cli.words import LONGEST, WIDTH, cells, explained, fitted, quoted_lines
from gratitude.message import Kind, Kinds, Level, Link, Links, Permission, Person, Reason, Signal, Span, Tier, Verdict
from gratitude.pipeline import TWICE

OK = Verdict(level=Level.OK, score=0.1)


def said(words=builders.WORDS, *, kinds=None, links=None, verdict=OK, reason=None, **more):
    message = builders.message(words, **more)
    return explained(message, kinds or builders.kinds(), Links() if links is None else links, verdict, reason)


def test_the_first_line_says_who_when_and_about_what():
    """The name, else the address, else somebody; no readable date is said."""
    assert said().startswith("Ann, 2026-05-03: Thanks\n")
    assert said(sender=Person("", "ann@example.com"), sent=None, subject="").startswith("ann@example.com, no readable date: (no subject)\n")  # fmt: skip
    assert said(sender=Person()).startswith("somebody, ")


def test_it_ends_with_an_empty_line():
    """So that messages in a row stand apart."""
    assert said().endswith("\n")


def test_a_kind_names_the_words_that_show_it():
    """At most two passages a kind."""
    spans = tuple(Span("thanks", 9 * i, 9 * i + 5, f"word{i}") for i in range(3))
    kinds = Kinds(kinds=(Kind.THANKS, Kind.QUESTION), primary=Kind.THANKS, evidence=spans)

    assert "Reads like: thanks, because of “word0” and “word1”; a question, because of its subject\n" in said(
        kinds=kinds
    )


@pytest.mark.parametrize(("tier", "word"), [(Tier.SURE, "surely"), (Tier.LIKELY, "probably"), (Tier.GUESS, "perhaps")])
def test_a_link_says_how_sure_it_is_and_why(tier, word):
    """In a word and a reason, never a number."""
    links = Links(
        posts=(Link(post="cron", score=0.5, tier=tier, evidence=(Reason("url", "its words hold the address"),)),)
    )

    text = said(links=links)

    assert f"About: {word} cron (its words hold the address)" in text
    assert "0.5" not in text


def test_no_link_is_said_too():
    """An author should not wonder whether it was looked for."""
    assert "no post can be told" in said(links=Links())


def test_the_reason_for_leaving_it_out_stands_before_its_words():
    """And the rest is told all the same."""
    text = said(reason="not about the blog")

    told = "Not taken in: nothing in it makes clear that it is about the blog."
    assert text.index(told) < text.index("| Your post") < text.index("Reads like")


def test_words_within_others_are_no_second_reason():
    """Bare "thanks" says nothing that "thanks to you" does not."""
    spans = (Span("thanks", 10, 16, "thanks"), Span("thanks", 10, 23, "thanks to you"))
    kinds = Kinds(kinds=(Kind.THANKS,), primary=Kind.THANKS, evidence=spans)

    assert "Reads like: thanks, because of “thanks to you”\n" in said(kinds=kinds)


def test_a_passage_that_reaches_into_another_is_not_shown_twice():
    """The first of the two says it."""
    spans = (Span("praise", 0, 16, "I like your site"), Span("praise", 12, 26, "site is cosy"))
    kinds = Kinds(kinds=(Kind.PRAISE,), primary=Kind.PRAISE, evidence=spans)

    assert "Reads like: praise, because of “I like your site”\n" in said(kinds=kinds)


def test_a_question_is_quoted_once():
    """It is what shows that it asks, the line one would quote, and what screening has for it."""
    words = "Does it rise in a cold room? Thank you!"
    spans = (Span("question", 0, 28, words[:28]), Span("thanks", 29, 38, "Thank you"), Span("best", 0, 28, words[:28]))
    kinds = Kinds(kinds=(Kind.QUESTION, Kind.THANKS), primary=Kind.QUESTION, evidence=spans)
    asks = Signal("asks", -0.3, f"it reads like a question: '{words[:28]}'")

    text = said(words, kinds=kinds, verdict=Verdict(level=Level.OK, score=0.1, signals=(asks,)))

    assert "Reads like: a question, because of the line one would quote; thanks, because of “Thank you”\n" in text
    assert "    for it: it reads like a question\n" in text
    assert text.count("cold room") == 2


def test_the_line_one_would_quote_is_shown_whole():
    """Broken at spaces, never cut: it is what may stand on the page."""
    line = "We " + "really " * 40 + "mean it."
    kinds = Kinds(kinds=(Kind.REMARK,), primary=Kind.REMARK, evidence=(Span("best", 0, len(line), line),))

    text = said(line, kinds=kinds)

    quoted = text[text.index("One would quote") : text.index("  About")]
    assert line in " ".join(quoted.split())
    assert max(map(len, quoted.split("\n"))) <= WIDTH


def test_words_of_one_post_are_named_once():
    """What the link's reason names already is not listed again."""
    link = Link(
        post="cron",
        score=0.5,
        tier=Tier.GUESS,
        evidence=(Reason("words", "shares the word crontab with the post and few others"),),
    )
    verdict = Verdict(
        level=Level.OK, score=0.1, signals=(Signal("specific", -0.6, "words that speak for one post: 'Crontab'"),)
    )

    text = said(links=Links(posts=(link,), specific=("Crontab", "anacron")), verdict=verdict)

    assert "A word that few other posts have in any form: anacron\n" in text
    assert "for it: words that speak for one post\n" in text


def test_a_letter_of_the_authors_is_not_judged():
    """It goes with the message it answers; nothing is said of spam."""
    text = said(reason="yours")

    assert "Your own letter" in text
    assert "Screening" not in text


def test_signals_speak_for_or_against_it():
    """In sentences, by the sign of their weight."""
    verdict = Verdict(
        level=Level.UNSURE, score=0.5, signals=(Signal("a", 1.0, "it shouts"), Signal("b", -1.0, "it asks"))
    )

    text = said(verdict=verdict)

    assert "Screening: doubtful, look twice" in text
    assert "against it: it shouts" in text
    assert "    for it: it asks" in text


@pytest.mark.parametrize("permission", list(Permission))
def test_every_permission_has_its_sentence(permission):
    """With the words that give or refuse it."""
    text = said(kinds=builders.kinds(permission=permission, said="quote me"))

    assert "Quoting: " in text
    assert "“quote me”" in text


@pytest.mark.parametrize("level", list(Level))
def test_every_level_has_a_word(level):
    """A person reads no "discard"."""
    assert "Screening: " in said(verdict=Verdict(level=level, score=0.5))


def test_a_long_line_goes_on_on_the_next():
    """Nothing is cut away unseen: all words of a paragraph without line breaks are there."""
    words = " ".join(f"word{i}" for i in range(200))

    lines = quoted_lines(words, 1000)

    assert max(len(line) for line in lines) <= WIDTH + len("  | ")
    assert words.split() == " ".join(line.removeprefix("  | ") for line in lines).split()


def test_an_address_is_never_broken():
    """A link can be copied from the screen."""
    url = "https://blog.example/" + "x" * 200

    assert any(url in line for line in quoted_lines(f"See {url} for more, and so on", 100))


def test_a_text_without_a_space_is_cut_in_pieces():
    """A megabyte on one line is not printed on one line."""
    lines = quoted_lines("x" * 100_000, 5)

    assert max(map(len, lines)) <= LONGEST + len("  | ")
    assert lines[-1] == "  | …"


def test_more_lines_than_are_shown_are_told():
    """Three dots, and no more than was asked for."""
    lines = quoted_lines("one\ntwo\nthree", 2)

    assert lines == ["  | one", "  | two", "  | …"]


def test_no_words_are_said():
    """An empty frame would look like a fault."""
    assert quoted_lines(" \n ") == ["  | (no words of their own)"]


@pytest.mark.parametrize(("text", "count"), [("", 0), ("abc", 3), ("日本", 4), ("e\u0301", 1), ("…", 1)])
def test_cells_are_counted_as_a_terminal_does(text, count):
    """Wide characters take two, combining ones none."""
    assert count == cells(text)


@pytest.mark.parametrize(
    ("text", "result"), [("ab", "ab  "), ("abcd", "abcd"), ("abcde", "abc…"), ("日本語", "日… "), ("日本", "日本")]
)
def test_fitted_takes_exactly_its_cells(text, result):
    """Filled up with spaces, or cut with an ellipsis."""
    assert result == fitted(text, 4)
    assert cells(fitted(text, 4)) == 4


def test_what_was_not_asked_is_said_after_the_reasons():
    """It speaks neither for nor against, and is told also where five reasons stand before it."""
    signals = (
        *(Signal(f"s{n}", 2.0, f"reason {n}") for n in range(6)),
        Signal("asked", 0.0, "Akismet was not asked: x", "local-fallback"),
    )

    text = said(verdict=Verdict(level=Level.OK, score=0.1, signals=signals))

    assert text.endswith("    against it: reason 4\n    Akismet was not asked: x\n")


@pytest.mark.parametrize(
    ("specific", "line"),
    [
        (("anacron",), "  A word that few other posts have in any form: anacron\n"),
        (("Probably", "anacron", "flock", "2018"), "  Words that few other posts have in any form: anacron, flock\n"),
    ],
)
def test_telling_words_are_counted_right(specific, line):
    """One or several; a word of any letter is none of them."""
    link = Link(post="cron", score=1.0, tier=Tier.SURE, evidence=(Reason("post_url", "it stands under the post"),))

    assert line in said(links=Links(posts=(link,), specific=specific))


def test_everyday_words_alone_are_not_listed():
    """They tell the author nothing."""
    link = Link(post="cron", score=1.0, tier=Tier.SURE, evidence=(Reason("post_url", "it stands under the post"),))

    assert "few other posts" not in said(links=Links(posts=(link,), specific=("many", "probably")))


def test_a_name_that_nobody_sees_is_none():
    """A zero-width joiner is no name to call anybody by."""
    assert said(sender=Person("\u200d", "")).startswith("somebody, ")


@pytest.mark.parametrize(
    ("kind", "says"),
    [
        (Kind.THANKS, "thanks"), (Kind.PRAISE, "praise"), (Kind.REMARK, "a remark"),
        (Kind.BULK, "a letter to many"), (Kind.QUESTION, "a question, because of its subject"),
        (Kind.CORRECTION, "a correction, because of its subject"), (Kind.PITCH, "a pitch, because of its subject"),
    ],
)  # fmt: skip
def test_a_kind_is_said_as_what_it_reads_like(kind, says):
    """Rules read words; what was meant the author knows. What no word of its own shows, its subject does."""
    assert f"  Reads like: {says}\n" in said(kinds=Kinds(kinds=(kind,), primary=kind))


def test_a_second_copy_is_told_in_a_line():
    """Its kinds and posts are the first one's, and stand on that page."""
    text = said(reason=TWICE)

    assert text == "Ann, 2026-05-03: Thanks\n  Not taken in: the same message came before.\n"


def test_a_rule_of_ours_is_neither_for_nor_against_it():
    """Such as "a pitch is not spam for being a pitch": nothing of it was seen in the message."""
    rule = Signal("pitch-guard", -1.0, "a pitch is not spam for being a pitch")
    verdict = Verdict(level=Level.UNSURE, score=0.5, signals=(rule, Signal("links", 0.5, "1 link to another site")))

    text = said(verdict=verdict)

    assert "\n    a pitch is not spam for being a pitch\n    against it: 1 link to another site\n" in text
