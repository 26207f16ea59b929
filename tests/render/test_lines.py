"""Which line breaks are the writer's."""

from __future__ import annotations

import pytest

from gratitude.render.lines import joined


@pytest.mark.parametrize(
    ("paragraph", "expected"),
    [
        ("one\ntwo", "one\ntwo"),
        ("Your post saved my weekend. Does the same trick\nwork with systemd timers?",
         "Your post saved my weekend. Does the same trick work with systemd timers?"),
        ("1986. That is when I wrote my first crontab.\nThirty years later I learn why it failed.",
         "1986. That is when I wrote my first crontab.\nThirty years later I learn why it failed."),
        ("12 Harbour Street\nHexham\nNorthumberland, a long way from the sea", "12 Harbour Street\nHexham\nNorthumberland, a long way from the sea"),
        ("A line which ends in two blanks is a break  \nas Markdown has it, in the middle", "A line which ends in two blanks is a break  \nas Markdown has it, in the middle"),
        ("May  8 10:00:01 host CRON[123]: (root) CMD (/usr/bin/backup --all)\nMay  8 10:05:01 host CRON[124]: (root) CMD (/usr/bin/backup --all)",
         "May  8 10:00:01 host CRON[123]: (root) CMD (/usr/bin/backup --all)\nMay  8 10:05:01 host CRON[124]: (root) CMD (/usr/bin/backup --all)"),
        ("I ran it twice and the second time it began to answer only at about\n10:05:01 in the morning.",
         "I ran it twice and the second time it began to answer only at about 10:05:01 in the morning."),
        ("", ""),
    ],
)  # fmt: skip
def test_a_break_where_the_next_word_would_have_fitted_is_a_persons(paragraph: str, expected: str) -> None:
    """A mail program breaks late and in mid-sentence; verses, addresses and lists do neither."""
    assert expected == joined(paragraph)


def test_a_mail_of_72_columns_flows() -> None:
    """Also where a line happens to end with a sentence."""
    mail = (
        "We walked out to the island on the Sunday and had our sandwiches there.\n"
        "Thanks to the rule of twelfths we also walked back with dry socks, which\n"
        "my father never managed."
    )

    assert joined(mail) == mail.replace("\n", " ")


@pytest.mark.parametrize(
    ("paragraph", "expected"),
    [
        ("I read until I found\n[…] on Sunday. We read it\naloud on Monday, all twenty-four of us together.",
         "I read until I found […] on Sunday. We read it aloud on Monday, all twenty-four of us together."),
        ("stumbled over this\n\"map $uri\" line, which is older than my site and still in use.",
         "stumbled over this \"map $uri\" line, which is older than my site and still in use."),
        ("[…]\nEvery address still works, and that since last Tuesday at noon.",
         "[…] Every address still works, and that since last Tuesday at noon."),
        ("Good morning\nevery address still works, and that since last Tuesday.",
         "Good morning\nevery address still works, and that since last Tuesday."),
        ("What I changed:\nnothing […] but the timer, and only on the second day of it.",
         "What I changed:\nnothing […] but the timer, and only on the second day of it."),
    ],
)  # fmt: skip
def test_an_excerpt_that_was_cut_in_mid_line_flows(paragraph: str, expected: str) -> None:
    """Words left out make a line short; its break is still the mail program's. A greeting's stays."""
    assert expected == joined(paragraph)


def test_japanese_lines_end_and_join_without_a_space() -> None:
    """A sentence ends with its own full stop; a line that was broken in mid-sentence goes on without a blank."""
    ends = (
        "はじめてのブログはいつも夜に書いていましたので画面の白い光にずっと困っていたのです。\nありがとうございました。"
    )
    wraps = "はじめてのブログはいつも夜に書いていましたので画面の白い光にずっと困っていたのです\nよ。"

    assert ends == joined(ends)
    assert wraps.replace("\n", "") == joined(wraps)
