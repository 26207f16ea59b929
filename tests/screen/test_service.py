"""The circuit breaker."""

from datetime import UTC, datetime, timedelta

import pytest

from gratitude.codec import encode
from gratitude.screen.answers import Reply, heard
from gratitude.screen.service import Service

NOW = datetime(2026, 6, 1, 9, 0, tzinfo=UTC)
AWAY = Reply(failure="unreachable")
HAM = Reply(result="ham", status=200)
AT_ONCE = [
    Reply(failure="status", status=429),
    Reply(failure="key"),
    Reply(result="ham", headers={"x-akismet-alert-code": "1"}),
]


def after(*replies, now=NOW, service=None):
    service = service or Service(account="a")
    for reply in replies:
        service = service.after(heard(reply, now))
    return service


def test_three_failures_in_a_row_begin_a_pause():
    """Two do not, nor three with an answer between."""
    assert not after(AWAY, AWAY).pauses(NOW)
    assert not after(AWAY, AWAY, HAM, AWAY).pauses(NOW)
    assert after(AWAY, AWAY, AWAY).pauses(NOW)


def test_after_a_pause_one_more_failure_begins_the_next():
    """The first try after it is the only one that waits."""
    end = NOW + timedelta(minutes=20)
    paused = after(AWAY, AWAY, AWAY)

    assert not paused.pauses(end)
    assert after(AWAY, service=paused, now=end).pauses(end)
    assert not after(HAM, AWAY, service=paused, now=end).pauses(end)


@pytest.mark.parametrize("reply", AT_ONCE)
def test_what_every_message_would_hear_begins_one_at_once(reply):
    """The limit, the key, an alert."""
    assert after(reply).pauses(NOW)


def test_an_answer_ends_everything():
    """Nothing of an old trouble is told."""
    assert Service(account="a") == after(AWAY, AWAY, AWAY, HAM)
    assert "" == after(HAM).told()


def test_a_pause_says_why_and_until_when():
    """In one sentence."""
    assert (
        "Akismet could not be reached; it is not asked again before 2026-06-01 09:20 UTC"
        == after(AWAY, AWAY, AWAY).told()
    )


def test_it_outlives_the_run_for_the_same_account():
    """Another key, or a record that cannot be read, begins anew."""
    paused = after(AWAY, AWAY, AWAY)

    assert paused == Service.left(encode(paused), "a")
    for text, account in (
        (encode(paused), "b"),
        ("", "a"),
        ("{", "a"),
        ('{"until": 3}', "a"),
        ("[]", "a"),
        ('{"answer": "x"}', "a"),
    ):
        assert Service(account=account) == Service.left(text, account)
