"""A mailbox holds a whole life: what of it is about the blog."""

from __future__ import annotations

from dataclasses import dataclass

import pytest

from gratitude.classify import classify
from gratitude.inbox.memory import MemoryHistory
from gratitude.message import Kind, Level, Link, Links, Person, Reason, Site, Tier
from gratitude.note import Via
from gratitude.screen.relevance import is_chore, ties


@dataclass
class Mailbox:
    """Judges mails with the kinds that classify really gives."""

    message: object
    judged: object

    def verdict(self, subject: str, words: str, *, links: Links = Links(), earlier=(), **more: object):  # noqa: B008
        values: dict[str, object] = {"to": ("author@blog.example",)} | more
        mail = self.message(words, subject=subject, via=Via.MAIL, identity="mid:m@example.com", **values)
        return self.judged(mail, *classify(mail).kinds, links=links, earlier=earlier)


@pytest.fixture
def mailbox(message, judged) -> Mailbox:
    return Mailbox(message, judged)


ABOUT = [
    ("Thank you", "Your post on cron saved my weekend."),
    ("A question", "I have read your excellent blog for years. Which editor do you use?"),
    ("cron", "You wrote about cron and its environment. Does it hold for anacron?"),
    ("Typo", "There is a typo in your article: it is PATH, not PAHT."),
    ("Hello", "I came across https://blog.example/cron/ and learned much. Thanks!"),
    ("blog.example", "The feed of blog.example gives an error since Monday."),
    ("Hi", "I am a long-time reader and want to say thank you."),
    ("Danke", "dein Artikel über Cron hat mir sehr geholfen, vielen Dank!"),
    ("Danke", "Ihre Anleitung war genau richtig. Eine Frage: geht das auch mit systemd?"),
    ("Ihr Blog", "Ich lese Ihren Blog sehr gern."),
    ("Merci", "Merci pour votre article sur cron, il m'a beaucoup aidé."),
    ("Bonjour", "J'ai une question sur ton billet : est-ce que cela marche avec systemd ?"),
    ("Gracias", "Muchas gracias por tu artículo, me ha ayudado mucho."),
    ("Obrigado", "Muito obrigado pelo seu artigo, ajudou bastante."),
    ("Grazie", "Grazie mille per il tuo articolo sui timer."),
    ("Bedankt", "Bedankt voor je artikel over cron, erg nuttig."),
    ("Tack", "Tack för din artikel om cron!"),
    ("Dzięki", "Dzięki za twój wpis o cronie, bardzo mi pomógł."),
    ("Спасибо", "Спасибо за вашу статью о cron, она мне очень помогла."),
    ("谢谢", "谢谢你的文章，对我帮助很大。"),
    ("ありがとう", "ブログを読んで助かりました。ありがとうございます。"),
    ("Guest post", "Would you accept a guest post on your site? We write high quality articles."),
    ("Pull requests", "Your post on git made me open my first pull request. Thank you!"),
    ("Your order of hooks", "In your post the order of hooks is wrong, I think: pre-commit runs first."),
    ("no reply needed", "Your feed is the one I open first."),
    ("reading you in liferea", "On the ferry, without a signal, and every picture is there."),
    ("newsletter", "Your newsletter always comes when the kettle boils."),
    ("Ihr Feed", "Ihr RSS-Feed zeigt jeden Eintrag genau einmal."),
    ("Bonsoir", "Je vous lis chaque dimanche dans mon agrégateur."),
    ("Hola", "Te leo desde hace años en mi lector de feeds."),
    ("Olá", "O seu feed é o primeiro que abro."),
    ("Ciao", "La tua newsletter arriva sempre al momento giusto."),
    ("Dag", "Jouw nieuwsbrief lees ik het eerst."),
    ("Dzień dobry", "Pani kanał RSS czytam w pociągu."),
    ("Здравствуйте", "Читаю вас каждое утро."),
    ("こんにちは", "フィードリーダーで読んでいます。"),
]

LIFE = [
    ("Reminder", "Your appointment with the dentist is on Tuesday at 9."),
    ("Dinner on Friday?", "Shall we meet at eight? Love, Mum"),
    ("Order 4711", "Thank you for your order. It has shipped today."),
    ("Your invoice", "Please find attached the invoice for May. Thank you for your business."),
    ("Receipt", "Receipt for your payment of 12.00. Thanks!"),
    ("Tracking", "Your parcel is out for delivery. Tracking number 00340434161094."),
    ("Invitation: standup", "Ann invites you to a weekly standup, Monday 10:00."),
    ("Password reset", "Somebody asked to reset your password. Was it you?"),
    ("Code", "Your verification code is 123456."),
    ("Build failed", "The build failed on branch main, step lint."),
    ("Moving", "Thank you so much for helping us move on Saturday! You are the best."),
    ("Photos", "Here are the photos from the lake. Did you get home well?"),
    ("Question", "Can you pick up the kids at four?"),
    ("Termin", "Terminerinnerung: Zahnarzt am Dienstag um 9 Uhr."),
    ("Rechnung", "anbei die Rechnung für Mai. Vielen Dank!"),
    ("Merci", "Merci pour le dîner, c'était délicieux !"),
    ("Hola", "¿Vienes el sábado a la fiesta?"),
    ("Your account", "A new sign-in to your account from Berlin."),
    ("Hi Author Example", "Hi Author Example, are you coming on Sunday? Bring cake."),
    ("Mail", "Please write to author@blog.example from now on, the old address is closed."),
    ("", ""),
    ("👍", "👍"),
    ("Your preferences", "Change your newsletter preferences or your feed settings here."),
    ("Dinner", "I will follow you in the car, see you at eight."),
]


@pytest.mark.parametrize(("subject", "words"), ABOUT, ids=[f"{i}-{s}" for i, (s, _) in enumerate(ABOUT)])
def test_what_is_about_the_blog_is_taken_in(mailbox, subject: str, words: str):
    """Names the writing, the blog or its address: in, in many languages; and not as spam."""
    verdict = mailbox.verdict(subject, words)

    assert None is verdict.left_out
    assert verdict.level in {Level.OK, Level.UNSURE}


@pytest.mark.parametrize(("subject", "words"), LIFE, ids=[f"{i}-{s}" for i, (s, _) in enumerate(LIFE)])
def test_a_private_life_stays_out(mailbox, subject: str, words: str):
    """Nothing in it points to the blog: left out, with a reason in words."""
    assert mailbox.verdict(subject, words).left_out == "not about the blog"


@pytest.mark.parametrize(
    ("subject", "words"),
    [
        ("Thanks", "Thank you for the tutorial on timers, it ended a long search."),
        ("Danke", "Danke für den Artikel, er hat mir geholfen!"),
        ("Question", "After the article on cron I wonder: does it hold for anacron?"),
        ("Hello", "I just found your lessons, really awesome! Which pen do you use for them?"),
        ("Hello", "Thanks for sharing your story, it gave me courage."),
    ],
)
def test_in_doubt_it_is_unsure_and_says_why(mailbox, subject: str, words: str):
    """Something written is spoken of, but not whose: a person should look."""
    verdict = mailbox.verdict(subject, words)

    assert (verdict.left_out, verdict.level) == (None, Level.UNSURE)
    assert any(
        s.code == "perhaps" and s.text.startswith("it is only perhaps about the blog: it ") for s in verdict.signals
    )


def posts(tier: Tier, specificity: float = 0.0, *specific: str) -> Links:
    found = Link(
        post="cron",
        score=0.9,
        tier=tier,
        evidence=(Reason("words", "shares the word crontab with the post and few others"),),
    )
    return Links(posts=(found,), specificity=specificity, specific=specific)


@pytest.mark.parametrize(
    ("links", "left_out", "level"),
    [
        (posts(Tier.SURE), None, Level.OK),
        (posts(Tier.LIKELY), None, Level.OK),
        (posts(Tier.GUESS, 0.7, "crontab", "anacron"), None, Level.UNSURE),
        (posts(Tier.GUESS, 0.7, "crontab"), "not about the blog", Level.OK),
        (posts(Tier.GUESS, 0.3, "crontab", "anacron"), "not about the blog", Level.OK),
        (Links(parent="mid:l@example.com"), None, Level.UNSURE),
        (Links(joins="mid:l@example.com"), None, Level.OK),
        (Links(), "not about the blog", Level.OK),
    ],
)
def test_links_tie_a_mail_to_the_blog(mailbox, links: Links, left_out: str | None, level: Level):
    """A founded link or its own thread ties it; for a guess by two rare words, or an answer to somebody else, a person looks."""
    verdict = mailbox.verdict("Hello", "It runs now, with crontab and anacron.", links=links)

    assert (left_out, level) == (verdict.left_out, verdict.level)


@pytest.mark.parametrize(
    ("code", "words", "left_out"),
    [
        ("titled", "Would it run hourly?", None),
        ("titled", "See you there.", "not about the blog"),
        ("title", "Would it run hourly?", "not about the blog"),
    ],
)
def test_three_words_of_a_title_are_looked_at(mailbox, code: str, words: str, left_out: str | None):
    """A reader who asks puts the post's title into the subject, or half of it: a person looks. Two words are chance."""
    said = Reason(code, "the title has crontab, empty, environment")
    links = Links(posts=(Link(post="cron", score=0.5, tier=Tier.GUESS, evidence=(said,)),))
    verdict = mailbox.verdict("Empty crontab environment", words, links=links)

    assert left_out == verdict.left_out
    assert left_out or "of the title of the post cron: crontab, empty, environment" in verdict.signals[0].text


def test_a_long_letter_shares_words_with_any_blog(mailbox):
    """Two rare words in a long private letter are chance."""
    letter = "We went to the lake and had a walk. " * 60
    links = posts(Tier.GUESS, 0.7, "lake", "walk")

    assert mailbox.verdict("Holidays", letter, links=links).left_out == "not about the blog"


def test_an_answer_to_a_letter_of_the_author_is_in(mailbox, message):
    """A known thread ties it, whatever its words."""
    letter = message(
        "Did it help?", identity="mid:l@blog.example", message_id="l@blog.example", yours=True, via=Via.MAIL
    )
    verdict = mailbox.verdict("Re: Hello", "Yes.", earlier=[letter], in_reply_to="l@blog.example")

    assert (verdict.left_out, verdict.level) == (None, Level.OK)


def test_a_reaction_without_its_letter_is_in_doubt(mailbox):
    """A thumb is no words; the letter it answers may not be at hand."""
    verdict = mailbox.verdict("Re: Hello", "", is_reaction=True, in_reply_to="gone@blog.example")

    assert (verdict.left_out, verdict.level) == (None, Level.UNSURE)


@pytest.mark.parametrize(
    "more",
    [
        {"own_words": "Name: Ben\nEmail: ben@example.com\nMessage: Hello there"},
        {"own_words": "Hello", "body": "Hello\n-- \nThis e-mail was sent from a contact form on My Blog"},
        {"own_words": "Hallo", "body": "Hallo\n\nGesendet über das Kontaktformular von My Blog"},
    ],
)
def test_a_mail_of_the_contact_form_is_about_the_blog(message, judged, more: dict[str, str]):
    """The form stands on the blog."""
    mail = message(via=Via.MAIL, **{"words": more.pop("own_words")} | more)

    assert None is judged(mail).left_out


@pytest.mark.parametrize("via", [Via.COMMENT, Via.FORM, Via.IMPORT, Via.WEBMENTION])
def test_only_mail_is_asked(message, judged, via: Via):
    """Comments and forms are about the blog by the way they came."""
    assert None is judged(message("Dinner on Friday?", via=via)).left_out


def test_machines_must_be_certain(mailbox):
    """A social network's "somebody liked your post" is only perhaps about the blog."""
    words = "Somebody liked your post and left a comment."
    by_machine = mailbox.verdict("News", words, sender=Person("Network", "notification@facebookmail.com"))

    assert Level.UNSURE is by_machine.level
    assert Level.OK is mailbox.verdict("News", words).level


def test_an_errand_that_names_the_host_stays_out(mailbox):
    """The registrar names the blog's address too."""
    assert mailbox.verdict("Renewal", "Domain renewal: blog.example ends in 30 days.").left_out == "not about the blog"


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("https://blog.example/x", True), ("see www.blog.example", True), ("blog.example.", True),
        ("author@blog.example", False), ("myblog.example", False), ("blog.example.com", False), ("sub-blog.example", False),
    ],
)  # fmt: skip
def test_the_host_is_named_whole(message, kinds, words: str, expected: bool):
    """An address of the author's and a host that only looks alike do not name the blog."""
    site = Site(hosts=frozenset({"blog.example"}))
    mail = message(words, via=Via.MAIL)
    found = ties(mail, kinds(), Links(), MemoryHistory([]).before(mail), site)

    assert expected is ("host" in {t.code for t in found})


@pytest.mark.parametrize(
    ("name", "words", "expected"),
    [
        ("The Example Notes", "I like The Example Notes a lot.", [True]),
        ("Ann Example", "Hi Ann Example, how are you?", []),
        ("Ann Example", "Nobody explains it like Ann Example does.", [False]),
        ("Ann", "Ann is here", []),
    ],
)
def test_a_name_may_be_the_blogs_or_a_persons(message, kinds, name: str, words: str, expected: list[bool]):
    """A title ties clearly, a person's name only perhaps, and a greeting not at all."""
    mail = message(words, via=Via.MAIL)
    found = ties(mail, kinds(), Links(), MemoryHistory([]).before(mail), Site(names=(name,)))

    assert expected == [t.is_clear for t in found if t.code == "name"]


def test_spam_that_nothing_ties_is_left_out_as_such(mailbox):
    """Spam in the mailbox is not the blog's."""
    words = "Best online casino bonus! <a href=https://casino-77.example.com/bonus>free spins</a>"

    assert mailbox.verdict("You won", words).left_out == "spam, not about the blog"


def test_spam_about_the_blog_is_taken_in_as_spam(mailbox):
    """Where something ties it to the blog, it lies in the spam."""
    words = "I like your blog. Best casino bonus! <a href=https://casino-77.example.com/bonus>free spins</a>"
    verdict = mailbox.verdict("Hello", words)

    assert (verdict.left_out, verdict.level) == (None, Level.SPAM)


def test_errands_are_known(message):
    """By their words and by the address of a machine."""
    assert is_chore(message("Your order has shipped"))
    assert is_chore(message("Hello", sender=Person("Shop", "no-reply@shop.example.com")))
    assert not is_chore(message("Your post has helped", sender=Person("Ann", "ann@example.com")))


def test_a_newsletter_is_bulk(mailbox, judged, message):
    """Bulk is a kind of its own, not spam."""
    verdict = judged(message("News about your blog", via=Via.MAIL), Kind.BULK)

    assert verdict.left_out == "a newsletter or mailing list"


@pytest.mark.parametrize(
    ("words", "says"),
    [
        ("Awesome article. It was very helpful, thanks.", "'awesome article'"),
        ("Thank you for sharing this series, I feel ready now.", "'sharing this series'"),
        ("This review is amazing! Thank you.", "'this review'"),
        ("Love the website! Keep up the good work, thanks.", "'love the website'"),
        ("Thank you for the kettles you created here!", "'you created here'"),
        ("Thanks, it will run on my blog.", None),
        ("Thanks, it is at https://one.example.com/blog/post-a/ now.", None),
    ],
)
def test_words_for_something_written_leave_a_doubt(mailbox, words: str, says: str | None):
    """Not the reader's own blog, and not the words of an address."""
    verdict = mailbox.verdict("Hello", words)
    told = [s.text for s in verdict.signals if s.code == "perhaps"]

    assert told == (
        [f"it is only perhaps about the blog: it speaks of a text or a blog, perhaps yours: {says}"] if says else []
    )
