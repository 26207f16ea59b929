"""Whose message it is: the author's, a reader's, or a reader's through the contact form."""

from __future__ import annotations

import pytest

from collect.samples import mail, message
from gratitude.collect.author import whose
from gratitude.collect.parse import parse
from gratitude.message import Folder, Person, Site

SITE = Site(
    hosts=frozenset({"stillpages.example.com"}),
    addresses=frozenset({"maren@stillpages.example.com", "maren@home.example.com"}),
)
MINE = {"sender": Person("Maren", "maren@home.example.com")}
FORM = Person("Still Pages", "wordpress@stillpages.example.com")
TO_ME = {"to": ("maren@home.example.com",)}


@pytest.mark.parametrize(
    ("values", "sender", "is_yours"),
    [
        pytest.param({}, "ann@example.com", False, id="a reader"),
        pytest.param(MINE, "maren@home.example.com", True, id="the author"),
        pytest.param({"folder": Folder.SENT}, "ann@example.com", True, id="what lies in Sent"),
        pytest.param({"yours": True}, "ann@example.com", True, id="what the export says"),
        pytest.param({"sender": FORM, "facts": {"reply-to": "Ben <ben@example.com>"}} | TO_ME, "ben@example.com", False, id="a form"),
        pytest.param(MINE | TO_ME | {"facts": {"reply-to": "<ben@example.com>"}}, "ben@example.com", False, id="a form in the author's name"),
        pytest.param(MINE | TO_ME | {"facts": {"reply-to": "<ben@example.com>"}, "folder": Folder.SENT}, "ben@example.com", False,
                     id="a form whose letters lie in Sent"),
        pytest.param(MINE | {"to": ("ann@example.com",), "facts": {"reply-to": "<ben@example.com>"}}, "maren@home.example.com", True,
                     id="a letter of the author's with a Reply-To"),
        pytest.param(MINE | TO_ME | {"facts": {"reply-to": "<maren@stillpages.example.com>"}}, "maren@home.example.com", True,
                     id="a note to herself"),
        pytest.param({"sender": FORM, "facts": {"reply-to": "<noreply@stillpages.example.com>"}} | TO_ME, FORM.address, False,
                     id="a notice of the blog's machine"),
        pytest.param({"sender": FORM} | TO_ME, FORM.address, False, id="a notice without Reply-To"),
        pytest.param({"sender": Person("", "www@mail.stillpages.example.com"), "facts": {"reply-to": "<ben@example.com>"}} | TO_ME,
                     "ben@example.com", False, id="a machine below the host"),
        pytest.param({"sender": Person("", "x@notstillpages.example.com"), "facts": {"reply-to": "<ben@example.com>"}} | TO_ME,
                     "x@notstillpages.example.com", False, id="a host that only looks alike"),
        pytest.param({"facts": {"reply-to": "<ben@example.com>"}} | TO_ME, "ann@example.com", False, id="a reader's own Reply-To"),
        pytest.param({"sender": Person("Formular", "noreply@forms.example"), "facts": {"reply-to": "<ben@example.com>"}} | TO_ME,
                     "ben@example.com", False, id="a hosted form service"),
        pytest.param({"sender": Person("Formular", "noreply@forms.example"), "facts": {"reply-to": "<ben@example.com>"},
                      "to": ("maren@another.example.org",)}, "ben@example.com", False, id="a form service that knows another address of hers"),
        pytest.param({"sender": Person("", "formresponses@forms.example"), "facts": {"reply-to": "<ben@example.com>"}} | TO_ME,
                     "ben@example.com", False, id="a form service that says so in its name"),
        pytest.param({"sender": Person("Ann via Readers", "readers@lists.example"), "facts": {"reply-to": "Ann <ann@example.com>"}} | TO_ME,
                     "ann@example.com", False, id="a list that puts itself into From (DMARC)"),
        pytest.param({"sender": Person("Ann via Readers", "readers@lists.example")} | TO_ME, "readers@lists.example", False,
                     id="a list that says nobody"),
        pytest.param({"sender": Person("", "notifications@talk.example"), "facts": {"reply-to": "<reply+a1b2@in.talk.example>"}} | TO_ME,
                     "notifications@talk.example", False, id="a service that reads the answers itself"),
        pytest.param({"sender": Person("", "noreply@shop.example"), "facts": {"reply-to": "<help@shop.example>"}} | TO_ME,
                     "noreply@shop.example", False, id="a shop and its help desk"),
    ],
)  # fmt: skip
def test_whose_it_is(values, sender, is_yours):
    """From alone does not say it (handesk#295); see the id."""
    found = whose(message(**values), SITE)

    assert (sender, is_yours) == (found.sender.address, found.yours)


def test_without_known_addresses_a_form_at_the_host_is_still_a_form():
    """Before ``init`` asked, only the host is known."""
    form = message(sender=FORM, to=("maren@home.example.com",), facts={"reply-to": "Ben <ben@example.com>"})

    found = whose(form, Site(hosts=SITE.hosts))

    assert (Person("Ben", "ben@example.com"), False) == (found.sender, found.yours)


def test_a_forms_name_line_names_its_writer():
    """Where Reply-To has no name, the form's own line has."""
    form = message(sender=FORM, body="Name: Ben Example\nMessage: hi", facts={"reply-to": "<ben@example.com>"}, **TO_ME)

    assert Person("Ben Example", "ben@example.com") == whose(form, SITE).sender


def test_a_notice_of_a_comment_names_its_writer():
    """WordPress tells the author of every comment by mail, with the address of the machine behind the name."""
    body = "New comment on your post\nAuthor: Ben Example (IP address: 192.0.2.7, host.example.com)\nComment: Thanks"
    notice = message(sender=FORM, body=body, facts={"reply-to": "<ben@example.com>"}, **TO_ME)

    assert Person("Ben Example", "ben@example.com") == whose(notice, SITE).sender


def test_the_name_before_via_is_the_writers():
    """Where Reply-To holds the address alone."""
    munged = message(
        sender=Person("'Ann Example' via Readers", "r@lists.example"), facts={"reply-to": "<ann@example.com>"}, **TO_ME
    )

    assert Person("Ann Example", "ann@example.com") == whose(munged, SITE).sender


def test_a_forms_header_lines_do_not_cost_its_words():
    """Some forms begin with From, Date and Subject of the visitor, which read like a forwarded letter."""
    raw = mail(
        1, "From: Ben <ben@example.com>\nDate: 9 May 2025 10:00\nSubject: Hi\n\nThe timer post helped.",
        From="Still Pages <wordpress@stillpages.example.com>", Reply_To="ben@example.com",
    )  # fmt: skip

    assert "The timer post helped." in whose(parse(raw), SITE).own_words


def test_the_reply_to_of_a_mail_reaches_whose():
    """Parse keeps name and address, a comma in the name included."""
    raw = mail(1, From="x@stillpages.example.com", Reply_To='"Ben, of Example" <Ben@example.com>')

    assert Person("Ben, of Example", "ben@example.com") == whose(parse(raw), SITE).sender


SENT_ON = """---------- Forwarded message ---------
From: Cara Example <cara@example.com>
Date: Thu, 8 May 2025 at 08:00
Subject: redirects
To: Maren <maren@stillpages.example.com>

Your post saved my weekend, thank you!
"""
ATTACHED = b"""From: maren@home.example.com
To: maren@stillpages.example.com
Subject: Fwd: redirects
Date: Fri, 09 May 2025 08:00:00 +0000
Message-ID: <outer@example.com>
MIME-Version: 1.0
Content-Type: multipart/mixed; boundary=b

--b
Content-Type: text/plain


--b
Content-Type: message/rfc822

From: =?utf-8?q?C=C3=A4ra?= <cara@example.com>
Subject: redirects
Date: Thu, 08 May 2025 08:00:00 +0000

Your post saved my weekend, thank you!
--b--
"""


@pytest.mark.parametrize(
    ("raw", "name"),
    [(mail(words=SENT_ON, From="maren@home.example.com"), "Cara Example"), (ATTACHED, "Cära")],
    ids=["in line", "attached"],
)
def test_a_letter_the_author_sent_on_is_its_writers(raw, name):
    """Who moves readers' letters between accounts by forwarding them keeps them, with their writer and day."""
    found = whose(parse(raw), SITE)

    assert (name, "cara@example.com", "redirects", "2025-05-08", False, "Your post saved my weekend, thank you!") == (
        found.sender.name, found.sender.address, found.subject, str(found.day), found.yours, found.own_words,
    )  # fmt: skip


@pytest.mark.parametrize(
    "headers",
    [
        {"To": "ben@example.com"},
        {"From": "ben@example.com"},
        {"words": f"Look at this:\n\n{SENT_ON}"},
        {"words": SENT_ON.replace("cara@example.com", "maren@home.example.com")},
    ],
    ids=["to somebody", "by a friend", "with a word", "the author's own"],
)
def test_other_forwards_stay_as_they_are(headers):
    """Sent on to somebody, by a friend, with a word of the sender's, or the author's own: the sender stays its writer."""
    raw = mail(**({"words": SENT_ON, "From": "maren@home.example.com"} | headers))

    assert headers.get("From", "maren@home.example.com") == whose(parse(raw), SITE).sender.address


def test_more_behind_a_plus_is_the_same_mailbox():
    """The author's address with a tag is the author's (RFC 5233)."""
    assert whose(message(sender=Person("Maren", "maren+notes@home.example.com")), SITE).yours
