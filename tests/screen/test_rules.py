"""What speaks for and against a message, each rule from a shape as it comes, with invented words."""

from __future__ import annotations

from dataclasses import replace

import pytest

from gratitude.classify import classify
from gratitude.inbox.memory import MemoryHistory
from gratitude.message import Form, Kind, Link, Links, Tier
from gratitude.screen.rules import BASE, quoted, signals


@pytest.mark.parametrize(
    ("words", "code"),
    [
        ("Get viagra here without prescription", "trade"),
        ("The best online casino with free spins", "trade"),
        ("Write my essay, quick and good", "trade"),
        ("We offer pest control and carpet cleaning, call us", "sales"),
        ("I do SEO and can get more traffic to your site", "outreach"),
        ("Would you accept a guest post with a do-follow link?", "outreach"),
        ("Please visit my website for more", "invitation"),
        ("I was ill until doctor Example gave me herbs and it was cured", "testimonial"),
        ("You should reach out to them via their e-mail today", "testimonial"),
        ("Thаnks fоr the nice lines", "disguise"),
        ("Спасибо большое за интересный рассказ", "script"),
        ("leather wallets outlet store handbags summer collection", "babble"),
        ("Hi there everyone, this piece of writing is fastidious", "template"),
        ("What blog platform are you using? And did you design the site yourself?", "template"),
        ("Great post, thanks for sharing, keep it up", "flattery"),
        ("Great article, thanks for sharing this, I will bookmark your blog and come back again", "nothing-else"),
        ("```\nls -l\n```\nThat is what I ran", "code"),
        ("Set LC_ALL in /etc/environment and use --verbose with my_tool", "names-of-things"),
        ("I tried it on my laptop and it worked for me", "experience"),
        ("@ann that is not what was meant", "answers-someone"),
        ("See https://blog.example/cron/ for what came before", "own-link"),
        ("A long letter about many things and nothing. " * 12, "long"),
    ],
)
def test_a_rule_speaks_on_its_shape(codes, words: str, code: str):
    """Each rule sees the shape it is for."""
    assert code in codes(words)


@pytest.mark.parametrize(
    ("kind", "code"), [(Kind.QUESTION, "asks"), (Kind.CORRECTION, "corrects"), (Kind.REMARK, "")], ids=str
)
def test_what_readers_want_counts_for_them(codes, kind: Kind, code: str):
    """A question and a correction are what readers write."""
    found = codes("Is the second line right?", kind)

    assert ({code} - {""}) == found & {"asks", "corrects"}


@pytest.mark.parametrize(
    "words",
    [
        "Thank you!",
        "The slot of the thread is freed twice, see the second paragraph.",
        "I compiled it with version 4.2 and the error message is gone.",
        "My dentist would disagree, but the comparison made me laugh.",
        "The insurance of a backup is that you tested it.",
        "Der Artikel hat mir sehr geholfen, vielen Dank dafür.",
        "C'est exactement ce que je cherchais, merci beaucoup !",
        "xxx marks the spot in the template",
        '0x7f and 0xFF, as in printf("%x")',
    ],
)
def test_plain_words_stay_below_unsure(judged, message, words: str):
    """What readers write without a link is ok."""
    assert judged(message(words)).level == "ok"


@pytest.mark.parametrize(
    ("form", "code"),
    [
        (Form(honeypot="http://bot"), "honeypot"),
        (Form(honeypot=""), ""),
        (Form(honeypot="  "), ""),
        (Form(), ""),
        (Form(seconds=1.2), "hasty"),
        (Form(seconds=5.0), ""),
        (Form(seconds=-3.0), ""),
        (Form(seconds=90.0), ""),
    ],
)
def test_the_form_notices_traps_and_hurry(codes, form: Form, code: str):
    """A filled trap and less than five seconds count; an empty trap, none at all and a broken clock do not."""
    assert ({code} - {""}) == codes("Hello", form=form) & {"honeypot", "hasty"}


def test_a_filled_trap_is_spam(judged, message):
    """Only a machine fills what people do not see."""
    assert judged(message("Hello", form=Form(honeypot="x"))).level == "spam"


def test_praise_weighs_when_it_leads_away(signal):
    """The same words with a website weigh more."""
    words = "Great post, thanks for sharing, keep it up"
    plain, leading = signal("flattery", words), signal("flattery", words, url="https://one.example.com/")

    assert leading.weight == pytest.approx(plain.weight + 0.9)
    assert "together with an address" in leading.text


def test_praise_in_words_of_the_post_is_no_flattery(codes):
    """Where the words fit one post alone, praise is praise."""
    words = "Great post, thanks for sharing, keep it up. My crontab and its PATH agree."
    links = Links(posts=(Link(post="cron", score=1.0, tier=Tier.SURE),), specificity=0.7, specific=("crontab", "PATH"))

    assert {"specific"} == codes(words, links=links) & {"flattery", "nothing-else", "specific"}
    assert "flattery" in codes(words)


def test_saying_more_than_praise_is_seen(codes):
    """That it says nothing of the post is only said where it is true."""
    praise = "Great post, thanks for sharing, keep it up. "

    assert "nothing-else" in codes(praise)
    assert "nothing-else" not in codes(praise + "Does it work with anacron?", Kind.QUESTION)
    assert "nothing-else" not in codes(praise + "I tried it on my laptop.")
    assert "nothing-else" not in codes(praise + "`crontab -e` was new to me.")
    assert "nothing-else" not in codes(praise + "And now to something else that happened to me. " * 8)


def test_sentences_name_what_was_seen(signal):
    """A reason quotes the words it is about."""
    assert "'viagra'" in signal("trade", "Buy viagra now").text
    assert "'keep it up'" in signal("flattery", "Great post, thanks for sharing, keep it up").text
    assert "Cyrillic" in signal("script", "Спасибо большое").text
    assert signal("hasty", "Hi", form=Form(seconds=2.0)).text == "it was sent 2 s after the form was opened"


@pytest.mark.parametrize(
    ("code", "words", "kinds", "text"),
    [
        ("own-link", "See https://blog.example/a/ and https://blog.example/a/ again", (), "2 links to the blog itself"),
        ("names-of-things", "It lies in /etc/cron.d here", (), "words that look like names in programs or of files: '/etc/cron.d'"),
        ("experience", "This helped me fix the boiler", (), "words that readers use and spam seldom does: 'helped me fix'"),
        ("asks", "Is it so?", (Kind.QUESTION,), "it reads like a question"),
        ("flattery", "Great post, found your blog on bing, http://one.example.com", (),
         "phrases that fit any post, together with an address: 'great post', 'your blog', 'found your blog on'"),
        ("flattery", "Great post, http://one.example.com", (), "a phrase that fits any post, together with an address: 'great post'"),
        ("babble", "casino bonus online poker slots", (), "none of the commonest words of a dozen languages stands in it"),
        ("disguise", "A re\u200bply to read", (), "1 word in disguise, by letters of other scripts or invisible ones: 'reply'"),
    ],
)  # fmt: skip
def test_a_sentence_claims_no_more_than_was_seen(signal, code, words, kinds, text):
    """Read against 120 comments: what a rule concludes is said as what it looks like, with the words that look so."""
    assert signal(code, words, *kinds).text == text


def test_a_kind_is_shown_by_its_words(message, seen):
    """What classify found stands in the reason, on one line, so that the author can judge the judgement."""
    words = "Great. There is a typo in\nthe second line. Does it work with anacron?"
    found = classify(message(words))
    one = replace(seen(words), kinds=found)

    texts = {s.code: s.text for s in signals(one, MemoryHistory([]).before(one.message))}

    assert texts["asks"] == "it reads like a question: 'Does it work with anacron?'"
    assert texts["corrects"] == "it reads like a correction: 'typo in the second line'"


def test_quoted_shows_three_different_finds():
    """Reasons stay short."""
    assert quoted(["a", "b", "a", "c", "d"]) == "'a', 'b', 'c'"
    assert f"'{'x' * 40}…'" == quoted(["x" * 90])
    assert quoted([]) == ""


def test_signals_are_sorted_and_base_is_below_unsure(seen, message):
    """Strongest first; a message without signals is ok."""
    from gratitude.inbox.memory import MemoryHistory

    one = seen("Great post! Visit my site https://a-b-c.xyz/ casino", url="https://one.example.com")
    weights = [abs(s.weight) for s in signals(one, MemoryHistory([]).before(one.message))]

    assert sorted(weights, reverse=True) == weights
    assert BASE < 0


def test_no_phrase_reaches_from_the_subject_into_the_letter(seen):
    """What is quoted stands so in the message: the subject ends where it ends."""
    one = seen("Love your kettle, what a great post.", subject="Keep up the good")

    texts = {s.code: s.text for s in signals(one, MemoryHistory([]).before(one.message))}

    assert texts["flattery"] == "phrases that fit any post: 'a great post', 'keep up the good'"
