"""What stays and a person should look at: IP addresses, streets, the lines after a greeting."""

import pytest

from gratitude.message import Person
from gratitude.publish.redact import redact

STREET = "looks like a street with its number, and stays: “{}”"
IP = "looks like an IP address, and stays: “{}”"


@pytest.mark.parametrize(
    "street",
    [
        "Rosenweg 3",
        "Rosenweg 3a",
        "Lange Straße 12",
        "Hauptstr. 5",
        "Am Markt 3",
        "12 Main Street",
        "221B Baker Street",
        "1600 Old Mill Rd",
        "Rue de la Paix 5",
        "12 rue Victor",
        "Calle Mayor, 5",
        "Via Roma 7",
        "Rua Augusta, 100",
        "ul. Długa 12",
        "ул. Ленина, д. 5",
        "Kerkstraat 10",
        "Storgatan 4",
        "P.O. Box 123",
        "Postfach 12 34",
    ],
)
def test_a_street_is_named(street):
    """A street with its number stays and is named, in many languages."""
    found = redact(f"I live here: {street}")

    assert f"I live here: {street}" == found.words
    assert (STREET.format(street),) == found.warnings


@pytest.mark.parametrize(
    "text",
    [
        "chapter 3 of Main Street",
        "Am Montag 3 Stunden",
        "Am Mai 3",
        "on the Way 3 times",
        "Place 3",
        "via 3 hops",
        "Ring 3",
        "rust 2 Street",
    ],
)
def test_no_street_is_none(text):
    """Weekdays, months and plain words with a number are no street."""
    assert () == redact(text).warnings


@pytest.mark.parametrize("address", ["192.0.2.1", "10.0.0.7", "2001:db8::1", "fe80::1", "::ffff:192.0.2.1"])
@pytest.mark.parametrize("frame", ["from {} it came", "`ping {}`"])
def test_an_ip_address_is_named(address, frame):
    """IP addresses stay and are named, in code too."""
    found = redact(frame.format(address))

    assert frame.format(address) == found.words
    assert (IP.format(address),) == found.warnings


@pytest.mark.parametrize(
    "text", ["127.0.0.1", "0.0.0.0", "::1", "10:00:00", "std::vector a::b", "1.2.3", "999.1.1.1", "1.2.3.4.5"]
)
def test_what_is_everybodys_or_no_ip_address(text):
    """Loopback, times, scopes and versions are not named."""
    assert () == redact(text).warnings


@pytest.mark.parametrize(
    "greeting",
    ["Best regards", "Kind regards", "Regards", "Mit freundlichen Grüßen", "Viele Grüße", "Cordialement", "Bien cordialement", "Saludos",
     "Un saludo", "Met vriendelijke groet", "Med vänliga hälsningar", "С уважением", "Yours sincerely", "MfG", "Cheers", "with best wishes", "All the best", "Pozdrawiam"],
)  # fmt: skip
def test_the_lines_after_a_greeting_are_named(greeting):
    """Lines behind a greeting look like a signature and are named by it."""
    found = redact(f"Thank you.\n\n{greeting},\nAnn\nHead of Backups")

    assert (f"the lines after “{greeting}” look like a signature",) == found.warnings


@pytest.mark.parametrize(
    "text",
    [
        "Thank you.\n\nBest regards",
        "Best regards,\nAnn Example",
        "Best regards,\n\nAnn",
        "My best regards to the team.\nIt works.",
        "Best regards,\n[…]",
    ],
)
def test_a_name_behind_a_greeting_is_no_signature(text):
    """Nothing, a gap, or the writer's own name behind a greeting is how letters end."""
    assert () == redact(text, people=[Person("Ann Example", "")]).warnings


def test_a_greeting_far_above_the_end_is_none():
    """A greeting with more than a dozen lines behind it stands in a letter, not under it."""
    assert () == redact("Regards\n" + "line\n" * 20).warnings


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("password: hunter2", "looks like a password or a key, and stays: “password: hunter2”"),
        ("```\nAPI_KEY=abcd1234\n```", "looks like a password or a key, and stays: “API_KEY=abcd1234”"),
        ("ghp_" + "a1B2" * 9, "looks like a password or a key, and stays: “ghp_" + "a1B2" * 9 + "”"),
        ("-----BEGIN OPENSSH PRIVATE KEY-----", "looks like a password or a key, and stays: “-----BEGIN OPENSSH PRIVATE KEY-----”"),
        ("DE89 3704 0044 0532 0130 00", "looks like the number of an account or a card, and stays: “DE89 3704 0044 0532 0130 00”"),
        ("4111 1111 1111 1111", "looks like the number of an account or a card, and stays: “4111 1111 1111 1111”"),
    ],
)  # fmt: skip
def test_what_opens_something_is_named(text, sentence):
    """A log that somebody pastes holds more than they see; it is their words, so it stays until the author looks."""
    found = redact(text)

    assert (text, True) == (found.words, sentence in found.warnings)


@pytest.mark.parametrize(
    "text", ["I forgot my password: it was easy to reset", "a secret place", "the token is read", "DE88 3704 0044 0532 0130 00", "1234567890123456", "AB12 CDEF GHIJ"],
)  # fmt: skip
def test_words_about_keys_and_numbers_are_none(text):
    """Only what stands like one, and numbers whose check digits hold."""
    assert not [w for w in redact(text).warnings if "password" in w or "account" in w]
