"""Where a mail in an mbox begins and ends; memory, growth and marks."""

from __future__ import annotations

import io

import pytest

from collect.samples import mail, mbox
from gratitude.collect import mbox as module
from gratitude.collect import open_source
from gratitude.collect.mbox import Mbox, messages, split
from gratitude.message import Folder

A = mbox(mail(1, "Hello"))
B = b"From b@example.com Thu May 08 11:00:00 2025\n" + mail(2, "World") + b"\n"
TAKEOUT = (
    b"From 1773664405479613283@xxx Tue Aug 08 12:36:29 +0000 2023\nX-GM-THRID: 1773664405479613283\n\nchat text\n\n"
)
NO_DATE = b"From 1773664405479613283@xxx\nX-GM-THRID: 1773664405479613283\nFrom: a@example.com\n\nx\n\n"
PATCH = b"From 8f3a1b2c Mon Sep 17 00:00:00 2001\nFrom: Dev <dev@example.com>\nSubject: [PATCH] x\n\ndiff\n\n"
CASES = {
    "two mails": (A + B, 2),
    "From now on, after an empty line": (A + b"From now on all is well\n\n" + B, 2),
    "From here, then what looks like a header": (A + b"From here\nSubject: x\n\n" + B, 2),
    "CRLF": ((A + B).replace(b"\n", b"\r\n"), 2),
    "no empty line between": (A.rstrip(b"\n") + b"\n" + B, 2),
    "bare From": (b"From \nFrom: a@x\n\nhi\n\nFrom \nFrom: b@x\n\nyo\n", 2),
    "Thunderbird's dash": (
        b"From - Thu May 08 10:00:00 2025\nX-Mozilla-Status: 0001\n\nx\n\nFrom - \nFrom: y@x\n\ny\n",
        2,
    ),
    "Takeout's chat record": (TAKEOUT + B, 2),
    "Takeout without a date": (NO_DATE + NO_DATE + TAKEOUT, 3),
    "a quoted From line before the header": (b"From - Thu May 08 10:00:00 2025\n>From x y\nX-A: 1\n\nx\n\n" + B, 2),
    "an address with at": (A + b"From ann at example.com Fri May  9 08:00:00 2025\nFrom: x@x\n\nlist archive\n\n", 2),
    "an attached patch is no border": (A + PATCH + B, 2),
    "a mailbox of patches": (PATCH + PATCH + PATCH, 3),
    "one mail": (A, 1),
    "nothing": (b"", 0),
    "empty lines": (b"\n\n\n", 0),
    "an envelope in a sentence": (A + b"From 10:00 on in 2025 it works\nand no header\n\n" + B, 2),
}


@pytest.mark.parametrize("chunk", [7, 100, 1 << 20])
@pytest.mark.parametrize("name", CASES)
def test_borders_are_where_mails_begin(monkeypatch, name, chunk):
    """The table of cases that Python's mailbox.mbox gets wrong, whatever the size of the chunks."""
    monkeypatch.setattr(module, "CHUNK", chunk)
    data, expected = CASES[name]

    found = list(split(io.BytesIO(data).read))

    assert (expected, True) == (len(found), all(data[offset : offset + 5] == b"From " for offset, _, _ in found))


def test_a_mail_comes_without_its_from_line_and_closing_empty_line():
    """The bytes between the borders are the mail."""
    assert [mail(1, "Hello"), mail(2, "World")] == [raw for _, raw, _ in split(io.BytesIO(A + B).read)]


def test_resuming_from_any_border_gives_the_rest():
    """A border is a border, whatever was read before it."""
    data = A + B + TAKEOUT + NO_DATE
    whole = list(split(io.BytesIO(data).read))

    for n, (offset, _, _) in enumerate(whole):
        assert [raw for _, raw, _ in whole[n:]] == [raw for _, raw, _ in split(io.BytesIO(data[offset:]).read)]


def test_of_a_mail_larger_than_memory_the_beginning_is_kept():
    """What stands behind it is found all the same, and no more than the limit and a chunk is held."""
    large = A + b"x" * 5_000_000 + b"\n\n" + B

    found = list(split(io.BytesIO(large).read, limit=1 << 20))

    assert [(cut, len(raw) > 1_000_000) for _, raw, cut in found] == [(True, True), (False, False)]
    assert (mail(2, "World"), True) == (found[1][1], len(found[0][1]) <= 1 << 20)


def test_a_file_is_read_as_large_as_it_was_when_opened(tmp_path):
    """Mail that arrives meanwhile waits for the next time."""
    path = tmp_path / "inbox"
    path.write_bytes(A)
    found = []
    for raw in messages(path):
        found.append(raw)
        with path.open("ab") as file:
            file.write(B)

    assert len(found) == 1


def test_the_last_mail_waits_while_somebody_writes(tmp_path):
    """It may be half of one: it comes with the next run."""
    path = tmp_path / "inbox"
    path.write_bytes(A + B[:-8])
    source = Mbox(name=str(path), path=path)
    found = source.arrivals(lambda m: False)
    first = next(found)
    with path.open("ab") as file:
        file.write(B[-8:])

    rest = list(found)
    again = [a.message.own_words for a in source.arrivals({first.mark}.__contains__)]

    assert (rest, again) == ([], ["World"])


def test_marks_survive_compacting(tmp_path):
    """A mail program that removes a mail from the file moves the others: no offset is in a mark."""
    path = tmp_path / "inbox"
    path.write_bytes(A + B)
    before = [a.mark for a in open_source(str(path)).arrivals(lambda m: False)]
    path.write_bytes(B)

    assert before[1:] == [a.mark for a in open_source(str(path)).arrivals(lambda m: False)]


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("Sent", Folder.SENT),
        ("Gesendete Objekte.mbox", Folder.SENT),
        ("Inbox", Folder.INBOX),
        ("sent.letters.mbox", Folder.INBOX),
    ],
)
def test_the_name_of_an_mbox_says_what_lies_in_it(tmp_path, name, expected):
    """Whole names only: a mailbox called ``sent.letters`` is none of Sent."""
    (tmp_path / name).write_bytes(A)

    assert [expected] == [a.message.folder for a in open_source(str(tmp_path / name)).arrivals(lambda m: False)]


def test_a_mail_in_the_junk_file_is_left_out(tmp_path):
    """Thunderbird keeps Junk as a file of its own."""
    (tmp_path / "Junk").write_bytes(A)

    assert [a.reason for a in open_source(str(tmp_path / "Junk")).arrivals(lambda m: False)] == ["in the junk folder"]


def test_mailboxes_in_a_folder_say_what_lies_in_them(tmp_path):
    """As Takeout unpacks them: ``Spam.mbox`` among others is no inbox."""
    for name in ("Spam.mbox", "Sent.mbox", "Drafts.mbox", "All mail.mbox"):
        (tmp_path / name).write_bytes(A)

    found = list(open_source(str(tmp_path), explain=True).arrivals(lambda m: False))

    assert [
        (None, Folder.INBOX),
        ("a draft or a chat, not a mail", Folder.INBOX),
        (None, Folder.SENT),
        ("in the junk folder", Folder.JUNK),
    ] == [(a.reason, a.message.folder) for a in found]


def test_an_empty_line_behind_the_from_line_is_no_end_of_the_header(tmp_path):
    """Some exporters write one."""
    (tmp_path / "inbox").write_bytes(A.replace(b"\n", b"\n\n", 1))

    assert ["ann@example.com"] == [
        a.message.sender.address for a in open_source(str(tmp_path / "inbox")).arrivals(lambda m: False)
    ]


def test_places_are_told_by_number(tmp_path):
    """A person finds the mail again."""
    (tmp_path / "inbox.mbox").write_bytes(A + B)

    assert [a.place for a in open_source(str(tmp_path / "inbox.mbox")).arrivals(lambda m: False)] == [
        "inbox, message 1",
        "inbox, message 2",
    ]
