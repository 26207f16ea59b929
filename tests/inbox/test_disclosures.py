"""The record of what left this machine."""

from datetime import timedelta

import pytest

from builders import NOW, message, take
from gratitude.inbox import open_inbox
from gratitude.message import Disclosure

ID = "mid:one@example.com"


def test_a_record_is_there_before_anything_came_back(inbox):
    """With the names of the fields, and no outcome; then with one."""
    take(inbox, message())
    number = inbox.disclosures.sending(ID, "comment-check", ("user_ip", "comment_content"), at=NOW)
    record = Disclosure(message=ID, at=NOW, call="comment-check", fields=("user_ip", "comment_content"))
    assert [record] == inbox.disclosures.all()

    inbox.disclosures.came(number, "spam")

    assert "spam" == inbox.disclosures.all()[0].outcome


def test_records_are_found_by_their_message(inbox):
    """Oldest first."""
    take(inbox, message(), message("Another one", identity="mid:two@example.com"))
    for name, call in ((ID, "comment-check"), ("mid:two@example.com", "comment-check"), (ID, "submit-ham")):
        inbox.disclosures.sending(name, call, ("user_ip",), at=NOW)

    found = inbox.disclosures.by_message()

    assert {ID: ["comment-check", "submit-ham"], "mid:two@example.com": ["comment-check"]} == {
        k: [r.call for r in v] for k, v in found.items()
    }


def test_a_deleted_message_leaves_the_record_and_takes_its_name(inbox):
    """That something left stays known; about whom does not."""
    (found,) = take(inbox, message())
    inbox.disclosures.sending(ID, "comment-check", ("user_ip",), at=NOW)

    inbox.delete(found, reason="deleted by the author")

    assert [""] == [r.message for r in inbox.disclosures.all()]
    assert {} == inbox.disclosures.by_message()


def test_a_record_outlives_a_kill(tmp_path):
    """It is in the file when `sending` returns, also where the connection is never closed."""
    with open_inbox(tmp_path) as inbox:
        take(inbox, message())
        inbox.disclosures.sending(ID, "comment-check", ("user_ip",), at=NOW)
        with open_inbox(tmp_path, readonly=True) as other:
            assert 1 == len(other.disclosures.all())


def test_a_record_of_no_message_is_refused(inbox):
    """What leaves is always about one."""
    import sqlite3

    with pytest.raises(sqlite3.IntegrityError):
        inbox.disclosures.sending("mid:nobody@example.com", "comment-check", (), at=NOW)


def test_the_messages_to_look_at_again_are_those_whose_time_has_come(inbox):
    """By their verdicts; at the moment, not after."""
    from dataclasses import replace

    from builders import taken

    for n, wait in enumerate((None, 0, 60)):
        one = taken(message(f"Number {n}, thank you.", identity=f"mid:{n}@example.com"))
        when = None if wait is None else NOW + timedelta(minutes=wait)
        take(inbox, replace(one, verdict=replace(one.verdict, recheck_at=when)))

    assert {"mid:1@example.com"} == inbox.to_look_at_again(NOW)
    assert {"mid:1@example.com", "mid:2@example.com"} == inbox.to_look_at_again(NOW + timedelta(hours=1))
