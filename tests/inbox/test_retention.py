"""Where a message was sent from is known until its decision is old; letters, words and names stay."""

import sqlite3
from dataclasses import replace
from datetime import timedelta

import pytest

from builders import NOW, event, message, note, take
from gratitude.codec import to_plain
from gratitude.inbox.origins import has_origin, without_origin
from gratitude.inbox.retention import forget_origins, purge
from gratitude.message import Form
from gratitude.moderate import Name

RAW = b"""Received: from mail.example.com (mail.example.com [192.0.2.9])
\tby mx.example.com with ESMTP id 4x7; Sun, 3 May 2026 10:00:05 +0000
Received: from [IPv6:2001:db8::12:7] by mail.example.com; Sun, 3 May 2026 10:00:04 +0000
X-Gratitude-Ip: 192.0.2.7
X-Gratitude-User-Agent: Lynx/2.9
 (a second line of it)
x-originating-ip: [192.0.2.7]
From: Ann <ann@example.com>
Message-ID: <one.192.0.2.7@example.com>

X-Gratitude-Ip: 192.0.2.7 is what the letter itself says.
"""
BARE = b"""Received: from mail.example.com (mail.example.com [...])
\tby mx.example.com with ESMTP id 4x7; Sun, 3 May 2026 10:00:05 +0000
Received: from [...] by mail.example.com; Sun, 3 May 2026 10:00:04 +0000
From: Ann <ann@example.com>
Message-ID: <one.192.0.2.7@example.com>

X-Gratitude-Ip: 192.0.2.7 is what the letter itself says.
"""
FORM = Form(post="timers", ip="192.0.2.7", user_agent="Lynx/2.9")
FACTS = {"x-originating-ip": "[192.0.2.7]", "list-id": "walks"}
MOVES = (Name.ACCEPTED, Name.ADOPTED, Name.ASKED, Name.KEPT, Name.SPAM, Name.TRASH)


def sent(identity="mid:one@example.com", **more):
    values = {"raw": RAW, "facts": FACTS} | more
    return replace(message(identity=identity, **values), form=FORM)


def moved(name):
    made = {"note": to_plain(note()), "sources": []} if name in {Name.ACCEPTED, Name.ADOPTED} else {}
    return event(name, **made)


def day(after):
    return (NOW + timedelta(days=after)).date()


def forgotten(inbox, after):
    return forget_origins(inbox, today=day(after), ip_days=15)


@pytest.mark.parametrize("name", MOVES)
def test_it_is_forgotten_fifteen_days_after_the_decision(inbox, name):
    """Until then Akismet may be told; the form's other answers and the letter stay."""
    (found,) = take(inbox, sent())
    inbox.append(found, [moved(name)], now=NOW, step=1)

    assert [forgotten(inbox, after) for after in (0, 14, 15, 16)] == [0, 0, 1, 0]
    kept = inbox.conversation(found).opening.message
    assert (kept.form, kept.facts, kept.own_words) == (Form(post="timers"), {"list-id": "walks"}, sent().own_words)
    assert inbox.raw(kept.identity) == BARE
    assert not any("192.0.2.7" in str(v) for row in inbox._c.execute("SELECT data FROM message") for v in row)


def test_what_waits_for_a_decision_keeps_it(inbox):
    """New, put away for later, and decided but brought back by the reader's next letter."""
    new, later, woken = take(inbox, sent(), sent("mid:2"), sent("mid:3"))
    inbox.append(later, [event(Name.LATER, until="2026-07-01")], now=NOW, step=1)
    inbox.append(woken, [event(Name.KEPT), event(Name.RETURNED)], now=NOW, step=2)

    assert forgotten(inbox, 400) == 0
    assert all(inbox.conversation(c).opening.message.form == FORM for c in (new, later, woken))


def test_the_newest_decision_begins_the_days_anew(inbox):
    """Also one that was only taken back: Akismet may have to hear of it at the next collect."""
    (found,) = take(inbox, sent())
    inbox.append(found, [moved(Name.KEPT)], now=NOW, step=inbox.next_step())
    inbox.append(found, [moved(Name.SPAM)], now=NOW + timedelta(days=10), step=inbox.next_step())
    inbox.undo(None, now=NOW + timedelta(days=12))

    assert [forgotten(inbox, after) for after in (15, 25, 26, 27)] == [0, 0, 0, 1]


def test_a_later_letter_of_a_decided_conversation_is_forgotten_too(inbox):
    """One that came after the first was forgotten, with the decision that took it in."""
    (found,) = take(inbox, sent())
    inbox.append(found, [moved(Name.SPAM)], now=NOW, step=1)
    forgotten(inbox, 15)
    take(inbox, sent("mid:2"), joins="mid:one@example.com")

    assert forgotten(inbox, 16) == 1
    assert [t.message.form.ip for t in inbox.conversation(found).messages] == ["", ""]


def test_what_an_export_approved_was_decided_there(inbox):
    """By the day it was sent, since an export tells no other; what it had pending waits for the author."""
    approved = sent(facts={"approved": "1"}, sent="2026-05-20T10:00:00+00:00")
    undated = sent("mid:undated", facts={"approved": "1"}, sent=None)
    take(inbox, approved, undated, sent("mid:pending", facts={"approved": "0"}))

    assert [forgotten(inbox, after) for after in (0, 2, 3)] == [1, 0, 1]


def test_nothing_else_is_read_again(inbox):
    """A message that tells nothing of where it came from is never looked at."""
    plain = message(raw=b"")
    (found,) = take(inbox, plain)
    inbox.append(found, [moved(Name.KEPT)], now=NOW, step=1)

    assert (has_origin(plain), has_origin(sent(raw=b""))) == (False, True)
    assert forgotten(inbox, 400) == 0


@pytest.mark.parametrize(
    "raw",
    [b"", b"\n", b"\xff\xfe", b"User-Agent: x", b"Received: from [1.2.3.4" * 500, b"Received:" + b" 1:2:" * 40_000,
     b"X-Mailer: x\n" + b" y\n" * 50_000, b"no header at all\n\nReceived: from [192.0.2.7]\n"],
)  # fmt: skip
def test_any_bytes_survive(raw):
    """No header, no end, no text: what comes after the head is as it was, and twice is once."""
    bare = without_origin(raw)

    assert bare.partition(b"\n\n")[2] == raw.partition(b"\n\n")[2]
    assert without_origin(bare) == bare


def test_all_of_a_deleted_message_goes_but_hashes_and_counts(inbox):
    """Traces and what it taught go with it; the record that something left no longer says about whom."""
    (found,) = take(inbox, sent())
    identity = inbox.conversation(found).opening.message.identity
    inbox.append(found, [moved(Name.SPAM)], now=NOW, step=1)
    inbox.learn(lambda m: [1, 2])
    inbox.disclosures.sending(identity, "comment-check", ("user_ip",), at=NOW)
    assert _naming(inbox._c, identity) == {"message", "trace", "taught", "disclosure", "conversation"}

    assert purge(inbox, today=day(30), spam_days=30) == 1

    assert _naming(inbox._c, identity) == set()
    assert _naming(inbox._c, "ann@example.com") == _naming(inbox._c, "192.0.2.7") == set()


def _naming(c: sqlite3.Connection, text: str) -> set[str]:
    """The tables in which ``text`` stands anywhere."""
    names = [row[0] for row in c.execute("SELECT name FROM sqlite_master WHERE type = 'table'")]
    rows = {name: c.execute(f"SELECT * FROM {name}").fetchall() for name in names}
    return {name for name, found in rows.items() if any(text in str(value) for row in found for value in row)}
