"""What a reply means, in a word, in words, and for the clock."""

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gratitude.screen.answers import Answer, Reply, heard, moment

NOW = datetime(2026, 6, 1, 9, 0, tzinfo=UTC)


def said(result="ham", failure="", status=200, **headers):
    return heard(Reply(result=result, failure=failure, status=status, headers={k.replace("_", "-"): v for k, v in headers.items()}), NOW)  # fmt: skip


@pytest.mark.parametrize(
    ("one", "answer", "wait"),
    [
        (said(), Answer.HAM, None),
        (said("thanks"), Answer.HAM, None),
        (said("spam"), Answer.SPAM, None),
        (said("discard"), Answer.DISCARD, None),
        (said(x_akismet_recheck_after="120"), Answer.PROVISIONAL, timedelta(seconds=120)),
        (said("spam", x_akismet_recheck_after="120"), Answer.SPAM, None),
        (said(x_akismet_recheck_after="soon"), Answer.HAM, None),
        (said(x_akismet_recheck_after="0"), Answer.HAM, None),
        (said(x_akismet_alert_code="10402"), Answer.ALERT, timedelta(hours=6)),
        (said(x_akismet_alert_code="10402", x_akismet_recheck_after="9"), Answer.ALERT, timedelta(hours=6)),
        (said("spam", x_akismet_alert_code="10402"), Answer.SPAM, None),
        (said("", "key"), Answer.REFUSED, timedelta(hours=6)),
        (said("invalid"), Answer.REFUSED, timedelta(hours=6)),
        (said("", "status", 429), Answer.LIMIT, timedelta(hours=1)),
        (said("", "status", 429, retry_after="90"), Answer.LIMIT, timedelta(seconds=90)),
        (said("", "status", 429, retry_after="Mon, 01 Jun 2026 09:30:00 GMT"), Answer.LIMIT, timedelta(minutes=30)),
        (said("", "status", 429, retry_after="Mon, 01 Jun 2020 09:30:00 GMT"), Answer.LIMIT, timedelta(hours=1)),
        (said("", "status", 429, retry_after="999999999999"), Answer.LIMIT, timedelta(days=1)),
        (said("", "status", 429, retry_after="Mon, 01 Jun 2027 09:30:00 GMT"), Answer.LIMIT, timedelta(days=1)),
        (said("", "status", 503), Answer.FAILED, timedelta(minutes=20)),
        (said("", "status", 403), Answer.ODD, timedelta(minutes=20)),
        (said("", "body"), Answer.ODD, timedelta(minutes=20)),
        (said("", "timeout", None), Answer.AWAY, timedelta(minutes=20)),
        (said("", "unreachable", None), Answer.AWAY, timedelta(minutes=20)),
        (said("", "package", None), Answer.AWAY, timedelta(minutes=20)),
        (said("", "", None), Answer.ODD, timedelta(minutes=20)),
    ],
)
def test_each_reply_is_a_state_with_its_time(one, answer, wait):
    """An alert beside "false" is no answer; what is no answer has a time to ask again, an answer has none but "not sure"."""
    assert (answer, NOW + wait if wait else None) == (one.answer, one.again_at)
    assert one.text and not one.text.endswith(".")


def test_no_two_states_read_alike():
    """Each has words of its own, with what the service adds."""
    texts = {
        said().text, said("spam").text, said("discard").text, said(x_akismet_recheck_after="9").text, said(x_akismet_alert_code="1").text,
        said("", "key").text, said("", "status", 429).text, said("", "status", 500).text, said("", "body").text,
        said("", "timeout", None).text, said("", "unreachable", None).text, said("", "package", None).text,
    }  # fmt: skip

    assert 12 == len(texts)
    assert "(We lost it)" in said("", "body", x_akismet_debug_help="We lost it").text
    assert "Pay up (alert 10402)" in said(x_akismet_alert_code="10402", x_akismet_alert_msg="Pay up").text


@given(
    result=st.sampled_from(["ham", "spam", "discard", "thanks", "invalid", "", "x"]),
    failure=st.sampled_from(["", "key", "body", "status", "timeout"]),
    status=st.none() | st.integers(100, 999),
    headers=st.dictionaries(st.sampled_from(["retry-after", "x-akismet-recheck-after", "x-akismet-alert-code", "x-akismet-guid"]), st.text(max_size=40)),
)  # fmt: skip
def test_no_header_raises(result, failure, status, headers):
    """And no wait is longer than a day."""
    found = heard(Reply(result=result, failure=failure, status=status, headers=headers), NOW)

    assert found.again_at is None or NOW < found.again_at <= NOW + timedelta(days=1)


def test_a_time_reads_to_the_minute():
    """In UTC, and says so."""
    assert "2026-06-01 09:00 UTC" == moment(NOW)
