"""The moment a mail was sent: every readable form, never a guess."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from gratitude.collect.dates import read_date, received_date, wordpress_date


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Fri, 9 May 2025 08:00:00 +0000", "2025-05-09T08:00"),
        ("9 May 2025 08:00 GMT", "2025-05-09T08:00"),
        ("Fri, 09 May 25 08:00:00 -0500", "2025-05-09T13:00"),
        ("Fri, 09 May 99 08:00:00 EST", "1999-05-09T13:00"),
        ("Wed Jun 04 10:00:00 2003", "2003-06-04T10:00"),
        ("Wed Jun 04 10:00:00 +0200 2003", "2003-06-04T08:00"),
        ("06-MAY-2022", "2022-05-06T00:00"),
        ("2025-05-09T23:00:00-05:00", "2025-05-10T04:00"),
        ("2025-05-09 08:00:00Z", "2025-05-09T08:00"),
        ("2025年5月9日 10:00", "2025-05-09T10:00"),
        ("May 3, 2024 at 3:04 PM", "2024-05-03T15:04"),
        ("19/05/2025 10:00", "2025-05-19T10:00"),
        ("Mon, 3 Mar 2014 10:00:00 +0100 (W. Europe Standard Time)", "2014-03-03T09:00"),
        ("Tue, 11 Mar 2014 10.20.30 +0100", "2014-03-11T09:20"),
        ("Sun, 30 Apr 2006 23:59:60 +0000", "2006-04-30T23:59"),
        ("fre, 9 maj 2025 21:47:11 +0200 (CEST)", "2025-05-09T19:47"),
        ("Sa, 10 Mai 2025 00:29:50 0200", "2025-05-10T00:29"),
        ("mar., 9 août 2024 10:00:00 +0200", "2024-08-09T08:00"),
        ("Пт, 9 мая 2025 10:00:00 +0300", "2025-05-09T07:00"),
        ("9 de mayo de 2025 10:00:00", "2025-05-09T10:00"),
        ("Di, 4 Mär 2014 10:00:00 +0100", "2014-03-04T09:00"),
        ("pt., 9 paź 2015 10:00", "2015-10-09T10:00"),
        ("Cum, 9 Ağu 2024 10:00", "2024-08-09T10:00"),
        ("ma, 5 marraskuuta 2012 10:00", "2012-11-05T10:00"),
        ("Thu, 8 Feb 2024 10:00:00 +1400", "2024-02-07T20:00"),
    ],
)
def test_a_readable_date_is_read_in_utc(text, expected):
    """RFC 5322 and what programs make of it."""
    found = read_date(text)

    assert (expected, 0.0) == (found.isoformat()[:16], found.utcoffset().total_seconds())


@pytest.mark.parametrize(
    "text",
    ["", "nonsense", "32/13/25 at 25:61", "Mon, 99 Foo 999999 99:99:99 +9999999", "Thu, 01 Jan 1970 00:00:00 +0000", "Fri, 9 May 0025 08:00:00",
     "Fri, 31 Feb 2025 08:00:00 +0000", "09/05/2025 10:00", "Fri, 9 May 2525 08:00:00", "Mon, " * 5000, "1 " * 5000, "May", "٩ مايو ٢٠٢٥"],
)  # fmt: skip
def test_what_cannot_be_read_is_none(text):
    """No clock, no guess between day and month, nothing before 1990 or a lifetime ahead."""
    assert read_date(text) is None


def test_a_received_line_is_dated_behind_its_last_semicolon():
    """RFC 5321 §4.4; without one there is no date."""
    line = "from a (8 May 2024; x) by mx.example.com; Fri, 9 May 2025 21:47:20 +0200"

    assert (received_date(line).isoformat(), received_date("Fri, 9 May 2025 21:47:20")) == (
        "2025-05-09T19:47:20+00:00",
        None,
    )


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2024-05-03 21:30:00", "2024-05-03T21:30:00+00:00"),
        (" 2024-05-03 21:30:00\n", "2024-05-03T21:30:00+00:00"),
        ("2024-05-03T21:30:00Z", "2024-05-03T21:30:00+00:00"),
        ("2024-05-03 21:30:00.123456", "2024-05-03T21:30:00+00:00"),
        ("2024-05-03 21:30", "2024-05-03T21:30:00+00:00"),
        ("2024-05-03 21:30:00 +0200", None),
        ("0000-00-00 00:00:00", None),
        ("-0001-11-30 00:00:00", None),
        ("1970-01-01 00:00:00", None),
        ("2024-02-30 00:00:00", None),
        ("", None),
    ],
)
def test_a_zero_date_of_wordpress_is_none(text, expected):
    """Year zero is no year (Annotum#28)."""
    found = wordpress_date(text)

    assert expected == (found.isoformat() if found else None)


@pytest.mark.parametrize(
    ("text", "hour"),
    [
        ("1746777600", 8),
        ("1746777600000", 8),
        ("Fri, 9 May 2025 10:00:00 +02", 8),
        ("2025-05-09T03:00:00-05", 8),
        ("9.5.2025 8.00", 8),
    ],
)
def test_what_scripts_write_into_date_is_read(text, hour):
    """Seconds and milliseconds since 1970, offsets without minutes, and dotted dates, in which the day leads."""
    assert datetime(2025, 5, 9, hour, tzinfo=UTC) == read_date(text)
