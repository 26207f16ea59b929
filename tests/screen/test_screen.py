"""The verdict: the order of the checks, the guard for sincere thanks, the level that follows from the score."""

from __future__ import annotations

import math
from datetime import UTC, datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from gratitude.classify import classify
from gratitude.inbox.memory import MemoryHistory
from gratitude.message import Form, Kind, Kinds, Level, Links, Message, Person, Signal, Site
from gratitude.note import Via
from gratitude.screen import SPAM, UNSURE, Lists, Opinion, screen
from gratitude.screen.rules import BASE

NOW = datetime(2025, 5, 10, tzinfo=UTC)

THANKS = [
    "Thank you!",
    "Thanks",
    "thx",
    "Danke!",
    "Merci !",
    "Gracias",
    "Obrigado!",
    "Grazie mille",
    "Bedankt",
    "Tack!",
    "Takk!",
    "Kiitos!",
    "Dziękuję!",
    "Děkuji!",
    "Köszönöm!",
    "Teşekkürler!",
    "Спасибо!",
    "Дякую!",
    "Ευχαριστώ!",
    "ありがとうございます",
    "谢谢",
    "감사합니다",
    "شكرا جزيلا",
    "תודה רבה",
    "धन्यवाद",
    "ขอบคุณครับ",
    "Cảm ơn bạn rất nhiều",
    "Terima kasih banyak",
    "Vielen herzlichen Dank für diese Anleitung, sie hat mir den Tag gerettet.",
    "Merci infiniment, ça marche enfin !",
    "Muchísimas gracias, llevaba días con esto.",
    "Muito obrigado, funcionou de primeira.",
    "Спасибо большое, всё заработало!",
    "Great post, thanks for sharing, keep it up!",
    "Thank you so much, I learned a lot and will come back.",
    "Very helpful article, thank you for writing it.",
    "thank you sir very nice explanation",
    "Thanks for https://blog.example/cron-environment/, it saved my weekend.",
    "Thanks! `env -i` was the hint I needed.",
    "Thank you:\n\n    crontab -e\n\nnow runs.",
    "Thanks for explaining why the casino always wins; I use it in class.",
    "Your lines on poker bots and slot machines were a joy, thank you.",
    "Thanks, the comparison of loans and insurance made it click for me.",
    "Thank you for the piece on viagra spam in comment forms, I had 300 of those.",
    "thanks, this SEO myth needed to die",
    "Thanks from a beginner. My website loads fast now.",
    "Thank you!!! 🎉🎉🎉",
    "THANK YOU VERY MUCH",
    "Thanks. I am off-topic, but my sister says hello too.",
    "Thank you, you helped me lose weight off my Docker images.",
    "Thanks again for the quick answer, Ann",
]


@pytest.mark.parametrize("words", THANKS, ids=[f"{i}" for i in range(len(THANKS))])
@pytest.mark.parametrize("address", ["ann@example.com", "x7@mailinator.com", ""])
def test_sincere_thanks_are_never_spam(judged, message, words: str, address: str):
    """Forty and more invented thank-yous, in many languages, one word, with code, from a disposable address."""
    verdict = judged(message(words, sender=Person("Ann", address)), Kind.THANKS)

    assert verdict.level in {Level.OK, Level.UNSURE}
    assert None is verdict.left_out


def test_nearly_all_sincere_thanks_are_ok(judged, message):
    """The guard is the last resort: of these few are even held."""
    held = [w for w in THANKS if judged(message(w), Kind.THANKS).level is not Level.OK]

    assert len(held) <= len(THANKS) / 8, held


WORST = "Thаnk yоu fоr viagra, cialis, online casino, payday loans, free spins; buy followers, write my essay"


def test_the_guard_holds_the_worst_thanks_below_spam(judged, message):
    """Words alone never make spam of thanks that lead nowhere, and the reason is told."""
    verdict = judged(message(WORST), Kind.THANKS)

    assert Level.UNSURE is verdict.level
    assert "thanks-guard" in {s.code for s in verdict.signals}


@pytest.mark.parametrize(
    "more",
    [
        {"words": WORST + " https://one.example.com/"},
        {"url": "https://one.example.com/"},
        {"form": Form(honeypot="bot")},
    ],
    ids=["link", "website", "trap"],
)
def test_the_guard_does_not_cover_what_leads_away(judged, message, more: dict[str, object]):
    """A link, a website or a filled trap, and the sum decides."""
    assert Level.SPAM is judged(message(**{"words": WORST} | more), Kind.THANKS).level


def test_the_guard_does_not_cover_repeated_words(judged, message):
    """The same thanks from other hands may be spam."""
    earlier = [message(WORST, identity=f"c:{i}", name=f"N{i}", sent=datetime(2025, 5, 8, tzinfo=UTC)) for i in range(3)]

    assert Level.SPAM is judged(message(WORST, identity="c:9"), Kind.THANKS, earlier=earlier).level


def test_thanks_are_guarded_not_all_words(judged, message):
    """The same words without thanks are spam."""
    assert Level.SPAM is judged(message(WORST), Kind.REMARK).level


SPAM_SHAPES = [
    ("", "", '<a href="https://cheap-pills.example.com/">buy kamagra online</a>'),
    ("", "", "[url=https://casino.example.com]casino[/url] [url=https://slots.example.com]slots[/url]"),
    ("online loans", "https://loans-24.example.com/apply/now.html", "Great post, thanks for sharing, keep it up!"),
    ("Ann", "", 'Nice article. Check out my website [best hotels](https://hotels.example.com "best hotels")'),
    ("Ann", "", "Ꮃhat a рost, I lovе hоw yоu writе, thаnks https://one.example.com"),
    ("seo expert", "https://seo-77.example.com/", "I can get your site on the first page of google, contact us"),
    (
        "Ben",
        "",
        "I was broke until Doctor Example gave me a loan, contact him on whatsapp +1 555 0100, bad credit loans",
    ),
]


@pytest.mark.parametrize(("name", "url", "words"), SPAM_SHAPES)
def test_shapes_of_spam_are_spam(judged, message, name: str, url: str, words: str):
    """Invented spam of the usual shapes, also where it says thanks."""
    mail = message(words, name=name, url=url)

    assert Level.SPAM is judged(mail, *classify(mail).kinds).level


PITCHES = [
    "Would you accept a guest post on your blog? I write about DevOps.",
    "We offer $50 for a link insertion in one of your posts, do-follow.",
    "For my course I am required to have a mentor who blogs. Would you be mine?",
    "Dear webmaster, we want to place a sponsored article with a backlink, for more organic traffic. Your price?",
]


@pytest.mark.parametrize("words", PITCHES)
@pytest.mark.parametrize("via", [Via.MAIL, Via.COMMENT])
def test_a_pitch_is_taken_in_and_not_spam_for_being_one(judged, message, words: str, via: Via):
    """Pitches have their own pile; the reason is in words."""
    verdict = judged(message(words, via=via), Kind.PITCH)

    assert None is verdict.left_out
    assert verdict.level in {Level.OK, Level.UNSURE}
    assert "it reads like a pitch" in {s.text for s in verdict.signals}


def test_what_makes_it_a_pitch_does_not_make_it_spam(judged, message):
    """The same words are spam where nobody calls them a pitch; as one they are held, with the reason."""
    words = (
        "Dear webmaster, our SEO services and link insertion get more traffic to your site. We offer a discount, "
        "sponsored posts and backlinks. Check out our website, contact us!"
    )
    pitch, other = (judged(message(words, url="https://one.example.com/"), kind) for kind in (Kind.PITCH, Kind.REMARK))

    assert [pitch.level, other.level] == [Level.UNSURE, Level.SPAM]
    assert "pitch-guard" in {s.code for s in pitch.signals}


def test_a_pitch_may_be_spam_for_other_reasons(judged, message):
    """Being a pitch is no shelter."""
    words = "Guest post? <a href=https://casino-77.example.com/bonus>casino bonus</a> viagra"

    assert Level.SPAM is judged(message(words), Kind.PITCH).level


def test_what_cannot_be_read_is_left_out_with_its_reason(judged, message):
    """The collector's words are passed on."""
    assert judged(message("x", facts={"unreadable": "it is encrypted"})).left_out == "it is encrypted"


def test_the_authors_own_letters_are_not_judged(judged, message):
    """They read ok, score 0, no signals (design)."""
    verdict = judged(message("viagra casino", yours=True))

    assert (verdict.level, verdict.score, verdict.signals, verdict.left_out) == (Level.OK, 0.0, (), "yours")


def test_the_engine_is_local_without_a_judge(judged, message):
    """Nobody is asked by default."""
    verdict = judged(message("Hello"))

    assert (verdict.engine, verdict.akismet, verdict.recheck_at) == ("local", None, None)


@pytest.mark.parametrize(
    ("opinion", "words", "level"),
    [
        (Level.OK, "Hello", Level.OK),
        (Level.UNSURE, "Hello", Level.UNSURE),
        (Level.SPAM, "Hello", Level.SPAM),
        (Level.DISCARD, "Hello", Level.DISCARD),
        (Level.SPAM, "Thank you!", Level.UNSURE),
        (Level.DISCARD, "Thank you!", Level.UNSURE),
        (None, "Hello", Level.OK),
    ],
)
def test_a_judge_is_heard(judged, message, opinion: Level | None, words: str, level: Level):
    """Its level counts, but thanks that it alone condemns are for the author to see; without an answer, ours stands."""
    mail = message(words)
    verdict = judged(mail, *classify(mail).kinds, ask=lambda m, now: Opinion(level=opinion, text="it says so"))

    assert (level, "akismet") == (verdict.level, verdict.engine)


def test_a_judge_that_did_not_answer_is_told(judged, message):
    """The verdict is that of our rules, and its reasons say that nobody else was heard."""
    asked = Opinion(level=None, text="Akismet could not be reached", engine="local-fallback", recheck_at=NOW)

    alone, verdict = judged(message("Hello")), judged(message("Hello"), ask=lambda m, now: asked)

    assert (alone.level, alone.score, "local-fallback", NOW) == (
        verdict.level,
        verdict.score,
        verdict.engine,
        verdict.recheck_at,
    )
    assert (*alone.signals, Signal("asked", 0.0, "Akismet could not be reached", "local-fallback")) == verdict.signals


@pytest.mark.parametrize("opinion", [Level.SPAM, Level.DISCARD])
def test_a_reader_you_know_is_not_spam_on_a_judges_word_alone(judged, message, opinion: Level):
    """You answered them before; the two of you disagree, so you look. Where our rules condemn it too, it is spam."""
    yours = message("Glad to.", identity="mid:yours", yours=True, message_id="yours")
    mine = message("One more thing about timers.", identity="mid:2", in_reply_to="yours")
    ask = lambda m, now: Opinion(level=opinion, text="it says so")  # noqa: E731

    assert Level.UNSURE == judged(mine, earlier=[yours], ask=ask).level
    assert opinion == judged(message("One more thing about timers."), ask=ask).level
    assert (
        opinion
        == judged(
            message("casino viagra <a href='http://x.example'>x</a>", identity="mid:2", in_reply_to="yours"),
            earlier=[yours],
            ask=ask,
        ).level
    )


def test_nobody_is_asked_about_a_trap_or_a_stranger(judged, message):
    """A filled trap and what is left out never leave the machine; "not this one" leaves the verdict local."""
    asked: list[Message] = []

    def ask(one: Message, now: datetime) -> None:
        asked.append(one)

    for mail in (
        message("x", form=Form(honeypot="y")), message("Dinner?", via=Via.MAIL), message("x", yours=True),
    ):  # fmt: skip
        judged(mail, ask=ask)
    judged(message("denied"), ask=ask, lists=Lists(deny=frozenset({"denied"})))

    assert asked == []
    assert judged(message("Hello"), ask=ask).engine == "local"
    assert len(asked) == 1


ANY = st.text(max_size=400) | st.text(alphabet="<a href=\"[]()url=/'`\n https://x.example.com", max_size=400)


@settings(max_examples=150, deadline=None)
@given(words=ANY, name=ANY, url=ANY, subject=ANY, address=ANY, via=st.sampled_from(Via), kind=st.sampled_from(Kind))
def test_nothing_a_message_holds_raises(
    words: str, name: str, url: str, subject: str, address: str, via: Via, kind: Kind
):
    """Score in 0..1, signals strongest first, the level follows from the sum, never discard."""
    one = Message(
        identity="c:1", via=via, own_words=words, body=words, sender=Person(name, address), subject=subject,
        form=Form(author_url=url), in_reply_to=address, references=(subject,),
    )  # fmt: skip
    lists = Lists(allow=frozenset({subject[:20]}), deny=frozenset({name[:5]}))
    for chosen in (lists, Lists()):
        verdict = screen(
            one, Kinds(kinds=(kind,), primary=kind), Links(), MemoryHistory([one]).before(one),
            site=Site(hosts=frozenset({"blog.example"}), names=(name,)), now=NOW, lists=chosen,
        )  # fmt: skip
        total = BASE + sum(s.weight for s in verdict.signals)
        expected = Level.SPAM if total >= SPAM else Level.UNSURE if total >= UNSURE else Level.OK

        assert expected == verdict.level
        assert math.isclose(verdict.score, 1 / (1 + math.exp(-total)), abs_tol=1e-3)
        assert sorted((abs(s.weight) for s in verdict.signals), reverse=True) == [
            abs(s.weight) for s in verdict.signals
        ]


@pytest.mark.parametrize(
    "words",
    [
        "<a " * 40_000, "[" * 100_000, "[url=" * 30_000, "<pre>" * 20_000, "```\n" * 20_000, "i just also had " * 9_000, "very " * 30_000,
        "your a b c " * 10_000, "https://" * 20_000, "dr x " * 20_000, "`" * 100_000, "а" * 100_000, "a_" * 50_000, "[](https://a" * 9_000,
    ],
    ids=range(14),
)  # fmt: skip
def test_hostile_text_takes_no_longer(judged, message, words: str):
    """No pattern runs away: a long hostile text costs less than a second of CPU."""
    import time

    started = time.process_time()
    judged(message(words, name=words, url=words, subject=words, via=Via.MAIL))

    assert time.process_time() - started < 1
