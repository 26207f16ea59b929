"""Telephone numbers: the shapes that go, and the numbers that are none."""

import pytest

from gratitude.publish.redact import redact


@pytest.mark.parametrize(
    "number",
    [
        "+49 170 5550123",
        "+491705550123",
        "+49 (0)170 5550123",
        "+49 (170) 555-0123",
        "+1 (555) 123-4567",
        "+1-555-123-4567",
        "+33 1 23 45 67 89",
        "+44\u00a020\u00a07946\u00a00018",
        "+48 22 123 45 67",
        "0049 170 5550123",
        "(555) 123-4567",
        "555-123-4567",
        "555.123.4567",
        "1-555-123-4567",
        "01 23 45 67 89",
        "01.23.45.67.89",
        "030/1234567",
        "030 / 12 34 567",
        "(030) 1234567",
        "0170-5550123",
        "0412 345 678",
        "044 668 18 00",
        "03-1234-5678",
        "020 7946 0018",
        "+1 555 123 4567 x12",
        "+49 30 1234567 Durchwahl 8",
    ],
)
def test_international_and_grouped_national_shapes_go(number):
    """A number that is written as one dials one goes, with its extension, and the words around it stay."""
    found = redact(f"Ring {number}, or (so) write.")

    assert "Ring […], or (so) write." == found.words
    assert (("a telephone number", number),) == found.taken


@pytest.mark.parametrize(
    "text",
    [
        "Tel. 123456",
        "Tel.: 123456",
        "Phone: 123456",
        "phone number is 123456",
        "Mobile 123456",
        "Handy: 123456",
        "Handynummer 123456",
        "☎ 123456",
        "📞123456",
        "Fax (work): 123456",
        "call me at 123456",
        "Téléphone : 123456",
        "Móvil: 123456",
        "тел. 123456",
        "电话: 123456",
        "T: 123456",
        "Ann | M: 123456",
        "my number 123456",
        "WhatsApp 123456",
        "tel:123456",
    ],
)
def test_behind_a_word_any_shape_goes(text):
    """Six digits and more go behind a word that says telephone, in many languages."""
    assert text.replace("123456", "[…]") == redact(text).words


@pytest.mark.parametrize(
    "text",
    [
        "version 1.2.3.4, 10.0.19045.3803 and 2.0.1234567",
        "on 2026-05-03, 03.05.2026, 03-05-2026 or 5/3/2026",
        "at 2026-05-03T10:00:00+02:00 or 10:00:00+0200, UTC+0100",
        "[2026-05-03 23:24:01.852275553] chat, after 01.852275553 s, 12:01-852 275553",
        "port 8080, host:8080, 8443",
        "costs 1.234.567,89 € or $1,234,567.00 or 10 000 000",
        "about 123 456 789 of them, +100 000 000 more, +10000000",
        "ISBN 978-3-16-148410-0, ISBN 0-306-40615-2, ISBN-10 0306 406152",
        "hash 550e8400-e29b-41d4-a716-446655440000, d41d8cd98f00b204e9800998ecf8427e, 0612345678abcdef",
        "bytes 00 11 22 33 44 55, 00 01 02 03 04 05 06 07 08 09 0a",
        "IBAN DE89 3704 0044 0532 0130 00",
        "order 0123-456789, invoice no. 0123 456789, #0123 456789",
        "Windows Phone 8.1.14157.200",
        "RFC 5322, pages 100-200, 1914-1918, 2024-2026",
        "x = 12345678901, y=0123 456789",
        "1 2 3 4 5 6 7 8 9 10",
        "https://shop.example/0170-5550123/",
        "52.520008, 13.404954",
        "Mobile 2026-05-03",
        "cell 12, phone 15 pro, tel 911",
    ],
)
def test_other_numbers_stay(text):
    """Versions, dates, times, prices, ports, hashes, serial numbers, and what stands in links are no telephone's."""
    found = redact(text)

    assert (text, ()) == (found.words, found.taken)


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("(0170 5550123)", "([…])"),
        ("+49 170 5550123 / 030 1234567", "[…] / […]"),
        ("+49 170 5550123\n+49 170 5550124", "[…]\n[…]"),
        ("+49 170 5550123 or +49 170 5550124.", "[…] or […]."),
        ("https://wa.me/491705550123", "[…]"),
        ("[call](tel:+491705550123)", "[call](tel:[…])"),
    ],
)
def test_beside_others_each_goes(text, left):
    """Two numbers are two, marks around a number stay, and a link that dials goes."""
    assert left == redact(text).words


def test_in_code_a_number_stays_and_is_named():
    """A number in code stays, and a person is asked to look."""
    found = redact("`call(+49 170 5550123)`")

    assert "`call(+49 170 5550123)`" == found.words
    assert ("stands in code and stays: “+49 170 5550123”",) == found.warnings


def test_a_long_number_with_a_zero_first_is_named():
    """Ten digits and more in one piece with a zero first stay, for they may be anything, and are named."""
    found = redact("it was 01705550123")

    assert "it was 01705550123" == found.words
    assert ("could be a telephone number, and stays: “01705550123”",) == found.warnings
