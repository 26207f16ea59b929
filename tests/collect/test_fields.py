"""A contact form's letter: the visitor's message out of its fields."""

from __future__ import annotations

import pytest

from collect.samples import mail
from gratitude.collect.author import whose
from gratitude.collect.fields import form_fields
from gratitude.collect.parse import parse
from gratitude.message import Site

SITE = Site(hosts=frozenset({"stillpages.example.com"}), addresses=frozenset({"maren@stillpages.example.com"}))
JETPACK = """Name: Jon Example
Email: jon@example.com
Website: https://jon.example.com
Message: Your post saved my weekend.

Note: I use nginx. Thank you!

Time: May 9, 2025 at 8:00 am
IP Address: 192.0.2.13
Contact Form URL: https://stillpages.example.com/contact/
Sent by an unverified visitor to your site.
"""


@pytest.mark.parametrize(
    ("body", "name", "address", "words"),
    [
        (JETPACK, "Jon Example", "jon@example.com", "Your post saved my weekend.\n\nNote: I use nginx. Thank you!"),
        (
            "Your Name: Ann\nYour Email: ann@example.com\nYour Message:\n\nIt works.",
            "Ann",
            "ann@example.com",
            "It works.",
        ),
        ("*Nom :* Zoé\n*E-mail :* zoe@example.com\n*Message :* Merci.", "Zoé", "zoe@example.com", "Merci."),
    ],
)
def test_the_message_is_the_visitors(body, name, address, words):
    """Jetpack, Contact Form 7 and their like: fields before and below are the form's."""
    found = form_fields(body)

    assert (name, address, words) == (found.name, found.address, found.words)


@pytest.mark.parametrize(
    "body",
    [
        "Dear Maren,\n\nName: this is no form.\nEmail: neither.\nMessage: none.",
        "Name: Ann\n\nI write to you because of the post.\n\nMessage: none.",
        "Message: Thank you.",
        "Question: does it work?\nAnswer: yes.",
        "Name: Ann\nEmail: ann@example.com",
        "",
    ],
)
def test_a_persons_letter_is_no_form(body):
    """A letter that begins otherwise, or has fields without a message, is read as it stands."""
    assert form_fields(body) is None


@pytest.mark.parametrize("sender", ["wordpress@stillpages.example.com", "maren@stillpages.example.com"])
def test_a_form_without_reply_to_names_its_visitor(sender):
    """Older forms send in the blog's or the author's name and put the visitor into the text alone."""
    found = whose(parse(mail(words=JETPACK, From=sender)), SITE)

    assert ("Jon Example", "jon@example.com", False) == (found.sender.name, found.sender.address, found.yours)


def test_what_a_person_types_changes_nobody():
    """A reader's own letter in the shape of a form stays theirs: an address typed anywhere makes nobody its owner."""
    assert "ann@example.com" == whose(parse(mail(words=JETPACK)), SITE).sender.address


@pytest.mark.parametrize(
    "body",
    [
        "From: Maren <maren@stillpages.example.com>\nSent: Monday\nTo: Ben\nSubject: Re: cron\n\nQuestion: did it work?",
        "I get this error message:\nName: web\nEmail: root@web.example.com\nMessage: it could not bind.\n\nThank you!",
        "Name: web\nStatus: failed\nMessage: it could not bind.\n\nWhat can I do?",
    ],
)
def test_what_a_letter_quotes_is_no_form(body):
    """The head of an answered letter, and what programs print as fields, make nobody's words a reader's and cut none."""
    message = parse(mail(words=body))

    assert (False, False) == ("typed" in message.facts, "Question" in message.own_words)
    assert message.own_words in ("", body)


@pytest.mark.parametrize(
    ("fields", "name"),
    [
        ("From: Jon Example <jon@example.com>\nEmail: jon@example.com", "Jon Example"),
        ("Name: jon@example.com\nEmail: jon@example.com", ""),
        ("From: Blog <wordpress@stillpages.example.com>\nName: Jon Example\nEmail: jon@example.com", "Jon Example"),
        ("From: Jon Example <jon@example.com>\nSubject: Hello", "Jon Example"),
    ],
)
def test_no_address_is_a_name(fields, name):
    """Contact Form 7 writes name and address in one line: the first may stand in a note, the second never."""
    found = form_fields(f"{fields}\n\nMessage Body:\nThank you.")

    assert (name, "jon@example.com", "Thank you.") == (found.name, found.address, found.words)


def test_a_name_without_an_address_is_enough_beside_reply_to():
    """A form that sets Reply-To need not print the address."""
    raw = mail(words="Name: Jon Example\nMessage: Thank you.", From="wordpress@stillpages.example.com",
               Reply_To="<jon@example.com>")  # fmt: skip
    found = whose(parse(raw), SITE)

    assert ("Jon Example", "Thank you.") == (found.sender.name, found.own_words)


def test_a_forms_letter_keeps_its_writers_address_from_reply_to():
    """Where there is a Reply-To it counts, and the typed name only where it has none."""
    raw = mail(words=JETPACK, From="wordpress@stillpages.example.com", Reply_To="<other@example.com>")
    found = whose(parse(raw), SITE)

    assert ("Jon Example", "other@example.com") == (found.sender.name, found.sender.address)
