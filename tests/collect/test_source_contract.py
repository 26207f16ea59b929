"""What every source keeps: its arrivals, their marks, and the bytes it read from."""

from __future__ import annotations

import hashlib
import io
import os

import pytest

from collect.samples import mail, mbox, wp_comment, wxr
from gratitude.collect import open_source
from gratitude.collect.source import detect
from gratitude.errors import SourceError

LETTERS = [mail(n, f"Words of letter {n}.") for n in (1, 2, 3)]


def make_mbox(root):
    path = root / "inbox.mbox"
    path.write_bytes(mbox(*LETTERS))
    return path


def make_maildir(root):
    path = root / "Maildir"
    for part in ("cur", "new", "tmp"):
        (path / part).mkdir(parents=True)
    for n, raw in enumerate(LETTERS):
        name = f"17000{n}.M1P1.host" + (":2,S" if n else "")
        (path / ("cur" if n else "new") / name).write_bytes(raw)
    return path


def make_apple(root):
    path = root / "Thanks.mbox"
    path.mkdir()
    (path / "mbox").write_bytes(mbox(*LETTERS))
    (path / "table_of_contents").write_bytes(bytes(range(256)))
    return path


def make_folder(root):
    path = root / "saved"
    (path / "deeper").mkdir(parents=True)
    for n, raw in enumerate(LETTERS):
        (path / ("deeper" if n else ".") / f"letter {n}.EML").write_bytes(raw)
    (path / "readme.txt").write_text("no mail")
    return path


def make_wordpress(root):
    path = root / "export.xml"
    path.write_bytes(wxr(*(wp_comment(n, f"Words of letter {n}.") for n in (1, 2, 3))))
    return path


KINDS = [make_mbox, make_maildir, make_apple, make_folder, make_wordpress]


def state(path):
    """Bytes and times of everything below a path."""
    files = [path, *path.rglob("*")] if path.is_dir() else [path]
    return {
        str(p): (
            p.stat().st_mtime_ns,
            p.stat().st_mode,
            hashlib.sha256(p.read_bytes()).hexdigest() if p.is_file() else sorted(map(str, p.iterdir())),
        )
        for p in files
    }


@pytest.fixture(params=KINDS, ids=lambda f: f.__name__.removeprefix("make_"))
def path(request, tmp_path):
    return request.param(tmp_path)


def test_a_source_yields_its_messages(path):
    """Three letters, each with its words, a place and a mark of its own."""
    found = list(open_source(str(path)).arrivals(lambda mark: False))

    assert sorted(f"Words of letter {n}." for n in (1, 2, 3)) == sorted(a.message.own_words for a in found)
    assert (len({a.mark for a in found}), all(a.place and a.mark and a.reason is None for a in found)) == (3, True)


def test_a_source_is_named_by_its_absolute_path(path, monkeypatch):
    """The name is stable, wherever one stands."""
    monkeypatch.chdir(path.parent)

    assert str(path) == open_source(path.name).name == open_source(str(path)).name


def test_a_source_resumes_by_its_marks(path):
    """What is done is skipped; marks stay the same from run to run."""
    first = list(open_source(str(path)).arrivals(lambda mark: False))
    done = {first[0].mark, first[2].mark}

    again = list(open_source(str(path)).arrivals(done.__contains__))

    assert [first[1].mark] == [a.mark for a in again]


def test_a_source_is_not_changed_by_reading_it(path):
    """Bytes, times, modes and names of files stay as they were."""
    before = state(path)

    list(open_source(str(path), explain=True).arrivals(lambda mark: False))

    assert before == state(path)


def test_a_source_that_may_not_be_written_is_read(path):
    """Read-only folders and files are no hindrance."""
    for p in [path, *path.rglob("*")] if path.is_dir() else [path]:
        p.chmod(0o555 if p.is_dir() else 0o444)

    assert sum(1 for _ in open_source(str(path)).arrivals(lambda mark: False)) == 3


@pytest.mark.parametrize(
    "data",
    [mbox(*LETTERS), wxr(*(wp_comment(n, f"Words of letter {n}.") for n in (1, 2, 3)))],
    ids=["mbox", "wordpress"],
)
def test_standard_input_is_a_source(data):
    """An mbox or an export through a pipe; its name is ``-``."""
    source = detect("-", trusted=False, explain=False, stdin=io.BytesIO(data))

    assert (source.name, sum(1 for _ in source.arrivals(lambda mark: False))) == ("-", 3)


def test_one_mail_through_a_pipe():
    """A single mail on standard input."""
    source = detect("-", trusted=False, explain=False, stdin=io.BytesIO(LETTERS[0]))

    assert [a.message.own_words for a in source.arrivals(lambda mark: False)] == ["Words of letter 1."]


def test_a_left_out_mail_is_parsed_only_to_explain(tmp_path):
    """Without ``explain`` a reason comes alone, with it beside the message."""
    path = tmp_path / "x.eml"
    path.write_bytes(mail(1, List_Id="<x>"))

    plain, explained = (next(iter(open_source(str(path), explain=e).arrivals(lambda m: False))) for e in (False, True))

    assert (plain.reason, plain.message) == ("a newsletter or mailing list", None)
    assert (explained.reason, explained.message.own_words) == ("a newsletter or mailing list", "Thank you.")


def test_an_unreadable_mail_is_set_aside_with_its_reason(tmp_path):
    """It is neither lost nor taken in."""
    path = tmp_path / "x.eml"
    path.write_bytes(b"\xff\xfe no mail")

    found = list(open_source(str(path)).arrivals(lambda m: False))

    assert [(a.reason, a.message) for a in found] == [("unreadable: it has no header", None)]


def test_headers_of_ours_count_only_where_they_are_trusted(tmp_path):
    """``--trust-headers`` is what makes a form of a mail."""
    path = tmp_path / "x.eml"
    path.write_bytes(mail(1, X_Gratitude_Show="named"))

    shows = [
        next(iter(open_source(str(path), trust_headers=t).arrivals(lambda m: False))).message.form.show
        for t in (False, True)
    ]

    assert shows == ["", "named"]


@pytest.mark.parametrize(
    ("name", "data", "says"),
    [
        ("x.pst", b"!BDN....", "export it from Outlook"),
        ("x.msg", b"\xd0\xcf\x11\xe0", "save the mail as .eml"),
        ("x.zip", b"PK\3\4", "unpack it"),
        ("x.mbox.gz", b"\x1f\x8b\x08", "unpack it"),
        ("x.jpg", b"\xff\xd8\xff\xe0", "neither a mailbox"),
        ("x.xml", b"<?xml version='1.0'?><feed/>", "no WordPress export"),
        ("x.txt", b"only words\n", "neither a mailbox"),
    ],
)
def test_what_is_no_source_is_refused_with_the_next_step(tmp_path, name, data, says):
    """One clear sentence that names the file."""
    path = tmp_path / name
    path.write_bytes(data)

    with pytest.raises(SourceError) as told:
        open_source(str(path))

    assert (str(path) in str(told.value), says in str(told.value), "\n" in str(told.value)) == (True, True, False)


def test_a_calendar_writes_no_letters(tmp_path):
    """An invitation and its answer are a calendar's words; a letter with a meeting attached is a letter."""
    for name, extra in (("a", "; method=REPLY"), ("b", "")):
        body = f"--b\n\nAccepted.\n--b\nContent-Type: text/calendar{extra}\n\nBEGIN:VCALENDAR\n--b--"
        (tmp_path / f"{name}.eml").write_bytes(mail(1, body, Content_Type="multipart/alternative; boundary=b"))

    assert ["a calendar's invitation or its answer", None] == [
        a.reason for a in open_source(str(tmp_path)).arrivals(lambda m: False)
    ]


def test_a_plain_mail_may_be_called_msg(tmp_path):
    """Only Outlook's own kind cannot be read."""
    (tmp_path / "x.msg").write_bytes(mail(1, "Words."))

    assert ["Words."] == [a.message.own_words for a in open_source(str(tmp_path / "x.msg")).arrivals(lambda m: False)]


@pytest.mark.parametrize("make", ["missing", "empty folder", "pipe"])
def test_a_place_without_mail_is_refused(tmp_path, make):
    """A name that is not there, a folder of something else, and what is no file at all (which would hang)."""
    path = tmp_path / "x"
    if make == "pipe":
        os.mkfifo(path)
    elif make == "empty folder":
        path.mkdir()

    with pytest.raises(SourceError, match=r"correct the name|name the folder|copy what it holds"):
        open_source(str(path))


def test_an_empty_file_is_an_empty_mailbox(tmp_path):
    """Mail programs leave such files behind."""
    (tmp_path / "Inbox").write_bytes(b"")

    assert list(open_source(str(tmp_path / "Inbox")).arrivals(lambda m: False)) == []


def test_standard_input_that_is_nothing_is_refused():
    """With the next step."""
    with pytest.raises(SourceError, match="pipe one of these in"):
        detect("-", trusted=False, explain=False, stdin=io.BytesIO(b"words"))


def test_a_name_that_no_file_can_have_is_refused():
    """A NUL in a name is no crash."""
    with pytest.raises(SourceError, match="cannot be read"):
        open_source("a\0b")


@pytest.mark.parametrize(
    ("words", "reason"),
    [
        ("Thank you for your email. I am currently out of the office until Monday.", "an automatic reply"),
        (
            "Hallo Maren,\n\nvielen Dank für Ihre Nachricht. Ich bin bis zum 12. Mai nicht im Büro.",
            "an automatic reply",
        ),
        ("Thank you for the post. I read it on vacation.", None),
        ("Thanks for your mail! I was on vacation, so I only tried it now. It works, thank you.", None),
        ("Vielen Dank für Ihre Mail. Ich war bis gestern im Urlaub; jetzt läuft es, danke!", None),
        ("I am out of the office, but had to thank you.", None),
    ],
)
def test_a_vacation_note_is_known_by_its_words(words, reason, tmp_path):
    """Some programs mark a vacation note by nothing: thanks for the mail, and away, is one."""
    (tmp_path / "one.eml").write_bytes(mail(words=words, Subject="Re: your comment"))

    assert [reason] == [
        a.reason for a in detect(str(tmp_path / "one.eml"), trusted=False, explain=True).arrivals(lambda _mark: False)
    ]
