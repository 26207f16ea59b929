"""Which messages may be asked about, and what exactly would leave."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from builders import ANN, message
from gratitude.message import Form, Message, Person, Post
from gratitude.note import Via
from gratitude.screen.asking import HONEYPOT_FIELD, NO_IP, Permitted, barred, fields_of, is_import, real_ip

IP = "9.9.9.9"
ALL = Permitted(mail=True, imports=True, address=True)
POST = Post(key="cron", slug="cron", path="cron.md", titles=("Cron", "Le cron"), urls=("https://blog.example/cron.html",), day=date(2024, 1, 10))  # fmt: skip


def form(words="Hello", via=Via.FORM, identity="mid:1@example.com", facts=None, public=False, **more):
    """A form message of Ann's from a real IP; ``more`` are fields of its form."""
    return Message(
        identity=identity, via=via, sender=ANN, own_words=words, facts=facts or {}, public=public, form=Form(**({"ip": IP} | more)),
    )  # fmt: skip


@pytest.mark.parametrize(
    ("ip", "real"),
    [
        (IP, IP), (" 9.9.9.9\n", IP), ("::ffff:9.9.9.9", IP), ("2001:4860:4860::8888", "2001:4860:4860::8888"),
        ("127.0.0.1", ""), ("10.0.0.1", ""), ("192.168.1.1", ""), ("169.254.1.1", ""), ("203.0.113.9", ""), ("224.0.0.1", ""),
        ("8.8.8.0", ""), ("2001:4860:4860::", ""), ("fe80::1%eth0", ""), ("::1", ""), ("", ""), ("unknown", ""), ("9.9.9", ""),
        ("9.9.9.9, 10.0.0.1", ""), ("9" * 5000, ""), ("0.0.0.0", ""),
    ],
)  # fmt: skip
def test_a_real_ip_is_one_that_somebody_wrote_from(ip, real):
    """Of the internet, whole, alone; mapped ones unwrapped; nothing is made up of the rest."""
    assert real == real_ip(ip)


def test_forms_are_asked_about_and_nothing_else_is_by_default():
    """Mails, exports, webmentions and the author's own stay."""
    none = Permitted()
    assert "" == barred(form(), none)
    assert "[akismet] mail is off" in barred(form(via=Via.MAIL), none)
    assert "[akismet] imports is off" in barred(form(via=Via.COMMENT, identity="wp:blog.example:1"), none)
    assert "[akismet] imports is off" in barred(form(via=Via.IMPORT), none)
    assert barred(form(via=Via.WEBMENTION), ALL)
    assert "it is your own" == barred(replace(form(), yours=True), ALL)


def test_what_is_let_out_still_needs_a_real_ip():
    """An opt-in does not invent one."""
    for via, identity in ((Via.MAIL, "mid:1@x"), (Via.COMMENT, "wp:b:1"), (Via.FORM, "mid:1@x")):
        assert "" == barred(form(via=via, identity=identity), ALL)
        assert NO_IP == barred(form(via=via, identity=identity, ip="10.1.2.3"), ALL)


def test_an_approved_comment_is_never_asked_about():
    """The old blog's author decided already."""
    for more in ({"public": True}, {"facts": {"approved": "1"}}):
        assert "it was approved on the old blog" == barred(form(via=Via.COMMENT, identity="wp:b:1", **more), ALL)


def test_a_filled_trap_stays_here():
    """It is decided already; an empty one is sent."""
    assert "do not see" in barred(form(honeypot="x"), ALL)
    assert "" == barred(form(honeypot=""), ALL)
    fields = fields_of(form(honeypot=""), Permitted(), post=None, lang="en")
    assert (HONEYPOT_FIELD, "") == (fields["honeypot_field_name"], fields[HONEYPOT_FIELD])
    assert "honeypot_field_name" not in fields_of(form(), Permitted(), post=None, lang="en")


def test_a_mail_is_known_by_what_its_provider_noted():
    """Not by Received: X-Originating-IP, in brackets or not."""
    mail = message(facts={"x-originating-ip": "[9.9.9.9]"})
    assert "" == barred(mail, ALL)
    assert (IP, "message") == tuple(fields_of(mail, ALL, post=None, lang="en")[n] for n in ("user_ip", "comment_type"))


@pytest.mark.parametrize(
    ("more", "kind"),
    [
        ({"post": "cron", "show": "named"}, "comment"), ({"post": "cron"}, "comment"), ({"post": "cron", "show": "private"}, "contact-form"),
        ({"post": "cron", "show": "counted"}, "contact-form"), ({"show": "named"}, "contact-form"),
    ],
)  # fmt: skip
def test_what_is_meant_for_everybody_is_a_comment(more, kind):
    """Words for the author alone came by a contact form."""
    assert kind == fields_of(form(**more), Permitted(), post=None, lang="en")["comment_type"]


def test_what_is_not_known_is_not_sent():
    """No field is empty but the words, which may be."""
    assert {"user_ip": IP, "comment_type": "contact-form", "comment_author": "Ann", "comment_content": "", "blog_charset": "UTF-8"} == fields_of(
        form(""), Permitted(), post=None, lang=""
    )  # fmt: skip


def test_the_post_gives_address_day_and_context():
    """Its own title, the original's."""
    fields = fields_of(form(post="cron"), Permitted(), post=POST, lang="en")

    assert ("https://blog.example/cron.html", "2024-01-10T00:00:00Z", "Cron") == tuple(
        fields[n] for n in ("permalink", "comment_post_modified_gmt", "comment_context[]")
    )


@given(
    words=st.text(max_size=60),
    how=st.sampled_from(["ann@example.com", "ANN@Example.Com", "ann%40example.com", "mailto:ann@example.com"]),
)
def test_the_writers_address_leaves_nowhere_unless_it_may(words, how):
    """Neither as a field nor in the words, the name or the website; with the setting as it is."""
    one = form(f"{words} {how} {words}", author_url=f"https://x.example/?{how}")
    one = replace(one, sender=Person(how, "ann@example.com"))

    sent = " ".join(fields_of(one, Permitted(), post=POST, lang="en").values()).lower()
    told = fields_of(one, Permitted(address=True), post=POST, lang="en")

    assert "ann@example.com" not in sent.replace("%40", "@")
    assert ("ann@example.com", one.own_words) == (told["comment_author_email"], told["comment_content"])


def test_a_long_letter_is_cut():
    """What makes it spam stands in its first 20,000 characters."""
    assert 20_000 == len(fields_of(form("x" * 50_000), Permitted(), post=None, lang="en")["comment_content"])


def test_what_comes_from_an_export_is_known_by_its_identity():
    """A site's own number; whatever else is no mail counts as one, so that a doubt keeps it here."""
    assert [True, True, True, False, False] == [
        is_import(form(via=via, identity=identity))
        for via, identity in (
            (Via.COMMENT, "wp:b:1"), (Via.COMMENT, "isso:b:1"), (Via.IMPORT, "mid:1@x"), (Via.COMMENT, "mid:1@x"), (Via.FORM, "sha256:00"),
        )
    ]  # fmt: skip
