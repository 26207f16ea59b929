"""The real package over a real socket, with its traps closed."""

import subprocess
import sys
import traceback

import pytest

from akismet_server import (
    BROKEN,
    CLOSED,
    DISCARD,
    DISCARD_AUTHOR,
    GARBAGE,
    HAM,
    KEY,
    LIMIT,
    SPAM,
    SPAM_AUTHOR,
    SPAM_EMAIL,
    Said,
    Server,
    alert,
    nowhere,
    provisional,
)  # fmt: skip
from gratitude.screen.akismet import Akismet, account_mark

FIELDS = {"user_ip": "9.9.9.9", "comment_content": "Grüße, 你好 & more = less", "comment_author": "Ann"}


@pytest.fixture
def wire(akismet):
    found = Akismet(key=KEY, blog="https://blog.example", endpoint=akismet.url, timeout_s=1.5)
    yield found
    found.close()


@pytest.mark.parametrize(
    ("said", "result", "failure", "status"),
    [
        (HAM, "ham", "", 200), (SPAM, "spam", "", 200), (DISCARD, "discard", "", 200), (provisional(), "ham", "", 200), (alert(), "ham", "", 200),
        (Said("invalid"), "", "key", 200), (GARBAGE, "", "body", 200), (Said(""), "", "body", 200), (Said("TRUE"), "", "body", 200),
        (Said(b"\xff\xfe\x00"), "", "body", 200), (LIMIT, "", "status", 429), (Said("", 403), "", "status", 403),
        (Said("", 302, {"Location": "https://login.example/"}), "", "status", 302), (Said("x" * 200_000), "", "body", None),
    ],
    ids=lambda value: str(value)[:20],
)  # fmt: skip
def test_each_answer_comes_through_the_package(wire, akismet: Server, said, result, failure, status):
    """And each is asked for once."""
    akismet.script = [said]

    found = wire.call("comment-check", FIELDS)

    assert (result, failure, status) == (found.result, found.failure, found.status)
    assert len(akismet.calls) == 1


@pytest.mark.parametrize(("said", "failure"), [(BROKEN, "status"), (CLOSED, "unreachable")])
def test_a_lost_connection_or_a_broken_server_is_tried_once_more(wire, akismet: Server, said, failure):
    """Once: the second answer counts."""
    akismet.script = [said, SPAM, said, said, SPAM]

    assert "spam" == wire.call("comment-check", FIELDS).result
    assert failure == wire.call("comment-check", FIELDS).failure
    assert len(akismet.calls) == 4


@pytest.mark.parametrize("said", [Said("true", delay_s=2.2), Said("true" * 4, drip_s=0.3)], ids=["silent", "dripping"])
def test_no_answer_takes_longer_than_its_time(wire, akismet: Server, said):
    """Also one that goes on for ever, byte by byte; it is not tried again."""
    akismet.script = [said]

    assert ("timeout", 1) == (wire.call("comment-check", FIELDS).failure, len(akismet.calls))


def test_nobody_there_is_a_failure_and_no_error():
    """The network unplugged."""
    assert (
        "unreachable"
        == Akismet(key=KEY, blog="https://blog.example", endpoint=nowhere()).call("comment-check", FIELDS).failure
    )


def test_fields_arrive_as_the_service_documents_them(wire, akismet: Server):
    """UTF-8 in a form; the context under its name with brackets; the trap by its name, with its empty value."""
    more = {"comment_context[]": "A post", "honeypot_field_name": "gratitude_trap", "gratitude_trap": ""}

    wire.call("comment-check", FIELDS | more)

    (call,) = akismet.calls
    assert {**FIELDS, **more, "api_key": KEY, "blog": "https://blog.example"} == call.fields
    assert len(call.fields) == len(call.pairs)
    assert call.user_agent.startswith("gratitude/")
    assert " | akismet.py/" in call.user_agent


def test_the_headers_are_not_lost(wire, akismet: Server):
    """On one line, clean, and without the key where the service repeats it."""
    akismet.script = [
        Said("false", headers={"X-akismet-debug-help": f"is {KEY} yours?  ", "X-akismet-recheck-after": "9"})
    ]

    headers = wire.call("comment-check", FIELDS).headers

    assert ("is … yours?", "9") == (headers["x-akismet-debug-help"], headers["x-akismet-recheck-after"])
    assert len(headers["x-akismet-guid"]) == 32


def test_reports_and_the_key_go_their_ways(wire, akismet: Server):
    """submit-spam, submit-ham, verify-key, usage-limit; the key in no address."""
    found = [
        wire.call("submit-spam", FIELDS).result,
        wire.call("submit-ham", FIELDS).result,
        wire.verify().result,
        wire.usage(),
    ]

    assert ["thanks", "thanks", "valid", (7463, 350000)] == found
    assert ["/1.1/submit-spam", "/1.1/submit-ham", "/1.1/verify-key", "/1.2/usage-limit"] == [
        c.target for c in akismet.calls
    ]
    akismet.usage = {"limit": "none", "usage": "12"}
    assert (12, None) == wire.usage()
    for odd in ([], "x", {"usage": None}, {"usage": {}}):
        akismet.usage = odd
        assert wire.usage() is None


def test_a_wrong_key_is_known_on_every_way(akismet: Server):
    """And the key it was is in nothing that is said of it."""
    wrong = Akismet(key="a-wrong-key", blog="https://blog.example", endpoint=akismet.url)

    replies = [wrong.call("comment-check", FIELDS), wrong.call("submit-ham", FIELDS), wrong.verify()]

    assert ["key", "key", ""] == [r.failure for r in replies]
    assert "invalid" == replies[2].result
    assert "a-wrong-key" not in f"{replies}{wrong!r}{traceback.format_exc()}"


def test_two_accounts_have_two_marks_and_none_holds_a_key():
    """Another key or another endpoint is another account."""
    marks = {account_mark(KEY, ""), account_mark(KEY, "https://x.example"), account_mark("other", "")}

    assert 3 == len(marks)
    assert all(KEY not in mark for mark in marks)


def test_nothing_is_loaded_before_the_first_call():
    """The package and its HTTP library cost a fifth of a second."""
    script = "import sys; import gratitude.screen.akismet as a; a.Akismet(key='k', blog='b').close(); print([m for m in ('httpx', 'akismet') if m in sys.modules])"
    done = subprocess.run(
        [sys.executable, "-c", script], env={"PYTHONPATH": "plugins"}, capture_output=True, text=True, check=True
    )

    assert "[]" == done.stdout.strip()


def test_a_setting_that_breaks_the_package_breaks_no_run():
    """PYTHON_AKISMET_TIMEOUT is read as the package is imported."""
    script = "from gratitude.screen.akismet import Akismet; print(Akismet(key='k', blog='b').call('comment-check', {}).failure)"
    env = {"PYTHONPATH": "plugins", "PYTHON_AKISMET_TIMEOUT": "long"}

    assert (
        "package"
        == subprocess.run(
            [sys.executable, "-c", script], env=env, capture_output=True, text=True, check=True
        ).stdout.strip()
    )


@pytest.mark.parametrize(
    ("fields", "result"),
    [
        ({"comment_author": SPAM_AUTHOR}, "spam"), ({"comment_author_email": SPAM_EMAIL}, "spam"), ({"comment_author": DISCARD_AUTHOR}, "discard"),
        ({"comment_author": SPAM_AUTHOR, "user_role": "administrator"}, "ham"), ({"comment_author": "Ann"}, "ham"), ({"user_ip": ""}, ""),
    ],
)  # fmt: skip
def test_the_stand_in_speaks_the_protocol(wire, fields, result):
    """The service's own test values, and what it says where a field is missing."""
    assert result == wire.call("comment-check", FIELDS | fields).result


def test_the_stand_in_wants_the_site_and_a_form(akismet: Server):
    """A blog without its scheme is no answer; an unknown path is not found."""
    assert "body" == Akismet(key=KEY, blog="blog.example", endpoint=akismet.url).call("comment-check", FIELDS).failure
