"""The kinds as a whole: order, evidence, what is not the writer's, and that nothing makes it fail or slow."""

from __future__ import annotations

import time
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from gratitude.classify import classify
from gratitude.message import Form, Kind, Kinds, Message, Permission
from gratitude.note import Via

QUIRKS = st.sampled_from([
    "thanks ", "Thank you!", "?", "？", "how do I ", "```\n", "`", "<pre>", "\n\n", "> ", "https://example.com/?a=b ", '"',
    "please do not publish this. ", "with my name ", "a\u0301", "\ufffc", "ありがとう", "謝謝", "спасибо ", "İ", "ß", "soooo ",
    "\ud800", "\x00", "e.g. ", "typo ", "guest post ", "@bob ", "\u00a0", "\r", "…", "ﬁ", "\U0001f64f",
])  # fmt: skip
TEXTS = st.one_of(st.text(max_size=300), st.lists(st.one_of(QUIRKS, st.text(max_size=12)), max_size=30).map("".join))


def read(words: str, **more: object) -> Kinds:
    message = Message(identity="mid:1@example.com", via=Via.MAIL, own_words=words)
    return classify(replace(message, **more))  # type: ignore[arg-type]


@given(TEXTS, st.booleans(), st.sampled_from(["", "named", "private"]))
@settings(max_examples=400, deadline=None)
def test_every_span_is_exactly_the_words_of_the_message(words: str, public: bool, show: str) -> None:
    """Whatever was sent, nothing raises, the primary is one of the kinds, and evidence is the writer's own words."""
    found = read(words, public=public, form=Form(show=show), subject=words[:40])

    assert found.primary == found.kinds[0]
    assert len(set(found.kinds)) == len(found.kinds)
    for span in found.evidence:
        assert span.text == words[span.start : span.end]
        assert span.text.strip()
        assert span.kind in {*Kind, "best", "permission"}
        assert span.kind in {*found.kinds, "best", "permission"}


@given(TEXTS)
@settings(max_examples=100, deadline=None)
def test_the_same_message_always_gets_the_same_answer(words: str) -> None:
    """There is no memory in classify."""
    assert read(words) == read(words)


@pytest.mark.parametrize(
    ("words", "asks"),
    [
        ("It covers:\n- how to sharpen a knife\n- how to hold it", False),
        ("1. how to sharpen a knife, 2. how to hold it", True),
        ("Send me all you have, an address (postal? by mail?) and a photo", False),
        ("How do I hold the knife (it slips ??", True),
        ("I can hold it, can I not? :)", True),
    ],
)
def test_what_only_stands_in_a_list_or_a_bracket_asks_nothing(words: str, asks: bool) -> None:
    """An item that tells what a text covers; a doubt of the writer's own; a smiley behind the mark changes nothing."""
    assert asks is (Kind.QUESTION in read(words).kinds)


HOSTILE = {
    "letters": "a" * 1_000_000,
    "thanks": "thanks " * 150_000,
    "questions": "? " * 500_000,
    "open tags": "<pre>" * 200_000,
    "backticks": "`" * 1_000_000,
    "quotes": '"a ' * 330_000,
    "address": "http://a" + ")" * 1_000_000,
    "short lines": "a\n" * 500_000,
    "short sentences": "x. " * 330_000,
    "gaps": "any help a b c d " * 60_000,
    "negations": "please do not ever publish " * 40_000,
    "accents": "e\u0301" * 500_000,
    "han": "如果能" * 330_000,
    "mixed scripts": "".join(chr(32 + i * 7919 % 12_000) for i in range(1_000_000)),
}


@pytest.mark.parametrize("name", HOSTILE)
def test_a_megabyte_of_hostile_text_costs_less_than_a_second(name: str) -> None:
    """No pattern backtracks, and only the first 20,000 characters are read (CPU time, phrases already loaded)."""
    read("thanks")
    start = time.process_time()
    read(HOSTILE[name])

    assert time.process_time() - start < 1.0


def test_a_reaction_is_praise_without_evidence() -> None:
    """A thumb is no words: whatever stands around it is the mail program's (case 16)."""
    expected = Kinds(kinds=(Kind.PRAISE,), primary=Kind.PRAISE)

    assert expected == read("Thank you! Did it help?", is_reaction=True)


@pytest.mark.parametrize("words", ["", "  \n ", "> quoted alone", "```\nthanks?\n```"])
def test_no_words_of_their_own_are_a_remark(words: str) -> None:
    """Without a sentence there is no kind and no line to quote."""
    found = read(words)

    assert ((Kind.REMARK,), "") == (found.kinds, found.best)


def test_the_authors_own_mail_is_never_classified() -> None:
    """``yours`` is a remark without evidence, whatever it says."""
    expected = Kinds(kinds=(Kind.REMARK,), primary=Kind.REMARK)

    assert expected == read("Thank you. Did it work?", yours=True)


@pytest.mark.parametrize(
    ("facts", "bulk"),
    [
        ({"list-id": "<news.example.com>"}, True),
        ({"list-unsubscribe": "<mailto:off@example.com>"}, True),
        ({"precedence": "Bulk"}, True),
        ({"precedence": "first-class"}, False),
        ({"auto-submitted": "no"}, False),
    ],
)
def test_headers_say_what_is_bulk(facts: dict[str, str], bulk: bool) -> None:
    """What went to many is bulk first, whatever its words."""
    found = read("Thanks for reading our news!", facts=facts)

    assert (Kind.BULK if bulk else Kind.THANKS) == found.primary


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("Your note saved my weekend. Does it work with timers?", "question thanks"),
        ("Thanks! There is a typo in the title.", "correction thanks"),
        ("Great post! There is a typo in the title. How do I subscribe?", "question correction praise"),
        ("Great post, thank you!", "thanks"),
        ("I love your blog. May we send you a guest post?", "pitch question"),
        ("It rained.", "remark"),
    ],
)
def test_kinds_stand_in_the_order_of_weight(words: str, expected: str) -> None:
    """Pitch, question, correction, thanks, praise; applause is a kind of its own only without thanks or pitch."""
    assert expected == " ".join(read(words).kinds)


@pytest.mark.parametrize(
    "words",
    [
        "My log:\n\n```\nstatus ok?\n```\n\nIt ran.",
        "I use `how do I quote?` in my script.",
        "<pre>is it there?</pre> It ran.",
        "See https://example.com/?page=what for it.",
        "> Does it work?\n\nIt ran here.",
        'The dialog says "Are you sure?" now.',
        "It was `a ? b : c` all along.",
        "Great work!!!?",
        "We moved in 2019 (?) to the new host.",
    ],
)
def test_a_question_mark_in_code_or_quotes_asks_nothing(words: str) -> None:
    """What is pasted, quoted or doubted is no question of the writer's."""
    assert Kind.QUESTION not in read(words)


@pytest.mark.parametrize(
    ("words", "thanks"),
    [
        ("Can you help me? Thanks!", False),
        ("How do I do this, thanks", False),
        ("Does it work on BSD?\n\nThanks for your help, Bo", False),
        ("Thanks. How do I add a feed?", True),
        ("Does it work on BSD? Thanks for the wonderful guide!", True),
        ("I moved the files to the new host and wrote it all down for the others here.\n\nThanks,\nBo", False),
        ("It runs now.\n\nThank you so much!", True),
        ("I can't find the log. Thanks in advance.", False),
        ("I would appreciate a hint.", False),
        ("I appreciate your work.", True),
    ],
)
def test_thanks_that_only_close_a_request_are_none(words: str, thanks: bool) -> None:
    """A closer or a sign-off is politeness; thanks with a reason are meant."""
    assert thanks is (Kind.THANKS in read(words))


def test_what_is_said_to_another_commenter_is_not_for_the_author() -> None:
    """What begins with "@bob" is between readers, unless Bob is the author."""
    words = "@bob did you find the file? Thanks, that helped."

    assert (Kind.REMARK,) == read(words).kinds
    message = Message(identity="mid:1@example.com", via=Via.COMMENT, own_words=words)
    assert {Kind.QUESTION, Kind.THANKS} == set(classify(message, names=("Bob Holt",)).kinds)


def test_thanks_to_an_at_name_are_that_readers() -> None:
    """Where the author's names are known; else the name may be theirs."""
    message = Message(
        identity="mid:1@example.com", via=Via.COMMENT, own_words="Thanks a lot @marta, that did it for me."
    )

    assert (Kind.REMARK,) == classify(message, names=("Bob Holt",)).kinds
    assert (Kind.THANKS,) == classify(message, names=("Marta Lind",)).kinds == classify(message).kinds


def test_trouble_is_a_question_until_it_is_settled() -> None:
    """Who tells that it does not work wants help; who goes on to say that it works does not."""
    assert Kind.QUESTION in read("I can't get the timer to run.")
    assert Kind.QUESTION not in read("I can't get the timer to run. Fixed it, it was the path.")
    assert {Kind.THANKS} == set(read("I've been struggling with timers all week and this was so helpful.").kinds)


@pytest.mark.parametrize(
    ("subject", "via", "asks"),
    [
        ("Does it work with nginx?", Via.MAIL, True),
        ("Re: Does it work with nginx?", Via.MAIL, False),
        ("AW: Does it work with nginx?", Via.MAIL, False),
        ("Does it work with nginx?", Via.COMMENT, False),
        ("About nginx", Via.MAIL, False),
    ],
)
def test_a_new_letters_subject_may_ask(subject: str, via: Via, asks: bool) -> None:
    """Only the writer's own subject counts: an answer's, a form's and an export's are somebody else's words."""
    assert asks is (Kind.QUESTION in read("My config is below.", subject=subject, via=via))


def test_permission_and_best_stand_among_the_evidence() -> None:
    """The desk marks the words for each reason."""
    found = read("Your note saved my weekend. You may quote me with my name.")
    shown = {span.kind: span.text for span in found.evidence}

    assert {"thanks", "permission", "best"} == set(shown)
    assert ("Your note saved my weekend.", Permission.NAMED) == (found.best, found.permission)


@pytest.mark.parametrize(
    ("words", "evidence"),
    [
        ("I love the watercolour look of it, what a tutorial", "I love the watercolour look"),
        ("Loved your garden. More of it!", "Loved your garden"),
        ("We appreciate the hard work of all", "We appreciate the hard work"),
        ("I love the way of it", "I love the way"),
        ("This is a great source of wombats", "This is a great source"),
        ("Keep up the great work, Ann.", "Keep up the great work"),
        ("Cool: a wombat", "Cool"),
        ("You want 8 instead of 4, typo, I think", "typo"),
        ("Thanks a lot Bram", "Thanks a lot"),
    ],
)
def test_evidence_does_not_end_in_an_article(words: str, evidence: str) -> None:
    """Words like "I love the" show an author nothing; the words stay exactly those of the message."""
    spans = read(words).evidence

    assert evidence in [s.text for s in spans]
    assert all(s.text == words[s.start : s.end] for s in spans)


@pytest.mark.parametrize(
    ("words", "kinds"),
    [
        ("I love the wombat stamp.", {Kind.REMARK}),
        ("I love the idea of your wombat stamp.", {Kind.PRAISE}),
        ("It's neat that the kettle can sing, but who has one.", {Kind.REMARK}),
        ("It's neat how you wrote it.", {Kind.PRAISE}),
        ("One must take care when a survey is thorough.", {Kind.REMARK}),
        ("Your survey is thorough.", {Kind.PRAISE}),
        ("Looks like you had a very fun trip.", {Kind.REMARK}),
        ("Even by following your steps I can't make the kettle sing.", {Kind.QUESTION}),
        ("By following your steps I made the kettle sing.", {Kind.THANKS}),
        ("I am looking for much of help with my kettle.", {Kind.REMARK}),
        ("It was of great help.", {Kind.THANKS}),
        ("There is a bug in above snippet.", {Kind.CORRECTION}),
        ("I'm not convinced that anyone can tame a kettle.", {Kind.REMARK}),
        ("Anyone able to tame a kettle?", {Kind.QUESTION}),
        ("Open your eyes: who is cleaning the kettles?", {Kind.REMARK}),
        ("What could be the problem?", {Kind.QUESTION}),
        ("I mended it. The problem? A wombat.", {Kind.REMARK}),
        ("It lies in the cellar. Hope that helps?", {Kind.REMARK}),
        ("My guess, then, is that if a kettle is cold, it will not sing.", {Kind.REMARK}),
        ("I'm not sure if I have a reason.", {Kind.REMARK}),
        ("Would a kettle be a good tool for singing?", {Kind.QUESTION}),
        ("A good tool! Would a kettle sing?", {Kind.QUESTION, Kind.PRAISE}),
        ("Another bug is the comma in line two.", {Kind.CORRECTION}),
        ("Your list of kettles is out of date.", {Kind.CORRECTION}),
        ("Cases two and three I think are really interesting.", {Kind.REMARK}),
        ("I find it really interesting.", {Kind.PRAISE}),
        ("Really interesting.", {Kind.PRAISE}),
        ("Please see if you can make it sing less.", {Kind.QUESTION}),
        ("If I need a kettle and cannot work out how to mend it, only then will I ask.", {Kind.REMARK}),
        ("I just want to understand and learn.", {Kind.REMARK}),
        ("A friend helped me with the kettle.", {Kind.REMARK}),
        ("It helped me with the kettle.", {Kind.THANKS}),
        ("I have read the book on kettles and thought it was interesting.", {Kind.REMARK}),
        ("You mention kettles but no pans.", {Kind.REMARK}),
        ("You mention kettles but it should be pans.", {Kind.CORRECTION}),
        ("Der Kessel kommt morgen.\n\nVielen Dank und freundliche Grüße", {Kind.REMARK}),
        ("Vielen Dank für den Kessel und viele Grüße", {Kind.THANKS}),
    ],
)
def test_words_that_only_look_like_a_kind(words: str, kinds: set[Kind]) -> None:
    """Each beside its like that is of the kind: found in a reading of whole pages of `explain`."""
    assert kinds == set(read(words).kinds)


@pytest.mark.parametrize(
    ("words", "is_thanks"),
    [
        ("Solved. Thanks to Bram for the idea of a look inside.", False),
        ("Solved. Thanks to Ann for the idea of a look inside.", True),
        ("Solved. Thanks to your idea of a look inside.", True),
        ("Thanks to The Kettle I sleep again, your post has helped me.", True),
        ("Thanks to rsync our kettle is copied every night.", False),
        ("thanks to you our kettle is copied every night.", True),
        ("thanks to ann our kettle is copied every night.", True),
    ],
)
def test_thanks_to_somebody_are_for_that_name(words: str, is_thanks: bool) -> None:
    """Where the author's names are known, "thanks to Bram" are Bram's."""
    message = Message(identity="mid:1@example.com", via=Via.MAIL, own_words=words)

    assert is_thanks == (Kind.THANKS in classify(message, ("Ann Example",)))


@pytest.mark.parametrize(
    ("subject", "kind"),
    [
        ("Can a kettle sing?", Kind.QUESTION),
        ("[kettles] RE: Can a kettle sing?", Kind.REMARK),
        ("[kettles] Can it sing?", Kind.QUESTION),
    ],
)
def test_the_subject_of_an_answer_asks_nothing(subject: str, kind: Kind) -> None:
    """Nor where a list puts its name before "Re:"."""
    assert read("It does not care which one.", subject=subject).primary == kind
