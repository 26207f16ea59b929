"""Maildir, its subfolders and flags; folders of mail files."""

from __future__ import annotations

import pytest

from collect.samples import mail, mbox
from gratitude.collect import open_source
from gratitude.message import Folder


def folder(root, name, raw=None):
    """A Maildir folder with one mail."""
    for part in ("cur", "new", "tmp"):
        (root / name / part).mkdir(parents=True, exist_ok=True)
    (root / name / "cur" / "1.host:2,S").write_bytes(raw or mail(1, f"from {name}"))
    return root


def read(path, done=lambda mark: False, **options):
    return list(open_source(str(path), **options).arrivals(done))


@pytest.mark.parametrize(
    ("name", "reason", "kind"),
    [
        (".Sent", None, Folder.SENT),
        (".Gesendet", None, Folder.SENT),
        (".Junk", "in the junk folder", Folder.JUNK),
        (".INBOX.Trash", "in the trash", Folder.TRASH),
        (".Archive.2019", None, Folder.INBOX),
        ("Sent", None, Folder.SENT),
    ],
)
def test_subfolders_tell_what_lies_in_them(tmp_path, name, reason, kind):
    """Maildir++ with a dot, or plain folders as Evolution and mu have them."""
    folder(folder(tmp_path, "."), name)

    found = read(tmp_path, explain=True)

    assert [(None, Folder.INBOX), (reason, kind)] == [(a.reason, a.message.folder) for a in found]


@pytest.mark.parametrize(
    ("flags", "reason"),
    [("S", None), ("RS", None), ("ST", "marked as deleted"), ("D", "a draft or a chat, not a mail")],
)
def test_flags_leave_a_mail_out(tmp_path, flags, reason):
    """T is trashed, D a draft."""
    folder(tmp_path, ".")
    (tmp_path / "cur" / "1.host:2,S").rename(tmp_path / "cur" / f"1.host:2,{flags}")

    assert [reason] == [a.reason for a in read(tmp_path)]


@pytest.mark.parametrize("separator", [":", ";", "!", "\uf03a", "\uf022"])
def test_flags_count_behind_whatever_stands_for_a_colon(tmp_path, separator):
    """Windows allows no colon in a name; the same mail with other flags keeps its mark."""
    folder(tmp_path, ".")
    seen = tmp_path / "cur" / f"1.host{separator}2,S"
    (tmp_path / "cur" / "1.host:2,S").rename(seen)
    (first,) = read(tmp_path)
    seen.rename(tmp_path / "cur" / f"1.host{separator}2,ST")
    (second,) = read(tmp_path)

    assert (None, "marked as deleted", first.mark) == (first.reason, second.reason, second.mark)


@pytest.mark.parametrize("name", [".Drafts", ".Entw&APw-rfe", ".Templates"])
def test_a_folder_of_drafts_is_left_out(tmp_path, name):
    """A draft of the author's would count as an answer that nobody ever got."""
    folder(tmp_path, name)

    assert ["a draft or a chat, not a mail"] == [a.reason for a in read(tmp_path)]


def test_reading_a_mail_elsewhere_changes_no_mark(tmp_path):
    """A mail program moves it from new to cur and adds flags: it is the same mail."""
    folder(tmp_path, ".")
    (tmp_path / "cur" / "1.host:2,S").rename(tmp_path / "new" / "1.host")
    (first,) = read(tmp_path)
    (tmp_path / "new" / "1.host").rename(tmp_path / "cur" / "1.host:2,FRS")

    assert [] == read(tmp_path, {first.mark}.__contains__)


def test_what_is_being_delivered_is_not_read(tmp_path):
    """``tmp`` and dot files are half mails."""
    folder(tmp_path, ".")
    (tmp_path / "tmp" / "2.host").write_bytes(mail(2))
    (tmp_path / "cur" / ".hidden").write_bytes(mail(3))

    assert 1 == len(read(tmp_path))


def test_a_mail_that_vanishes_is_set_aside(tmp_path):
    """Somebody moved it meanwhile: one reason, and the run goes on."""
    folder(tmp_path, ".")
    (tmp_path / "cur" / "2.host:2,").write_bytes(mail(2))
    found = []
    for a in open_source(str(tmp_path)).arrivals(lambda m: False):
        found.append(a.reason)
        (tmp_path / "cur" / "2.host:2,").unlink(missing_ok=True)

    assert [None, "it could not be read (moved away or not permitted)"] == found


def test_a_link_to_a_folder_is_not_followed(tmp_path):
    """No loops, and nothing from outside."""
    folder(tmp_path, ".")
    (tmp_path / ".Loop").symlink_to(tmp_path, target_is_directory=True)

    assert 1 == len(read(tmp_path))


def test_a_folder_of_mails_is_read_at_any_depth(tmp_path):
    """Subfolders called Sent or Spam mean what they say; an .mbox among the mails is read too, as Takeout unpacks."""
    for place in ("a", "Sent", "Spam/2019"):
        (tmp_path / place).mkdir(parents=True)
        (tmp_path / place / "x.eml").write_bytes(mail(1))
    (tmp_path / "all.mbox").write_bytes(mbox(mail(2), mail(3)))

    found = {a.place: (a.reason, a.message and a.message.folder) for a in read(tmp_path)}

    assert {
        "a/x.eml": (None, Folder.INBOX),
        "Sent/x.eml": (None, Folder.SENT),
        "Spam/2019/x.eml": ("in the junk folder", None),
        "all.mbox, message 1": (None, Folder.INBOX),
        "all.mbox, message 2": (None, Folder.INBOX),
    } == found


def test_apples_single_mails_are_unpacked(tmp_path):
    """An .emlx has a length before the mail and a list of properties behind it."""
    raw = mail(1, "Words.")
    (tmp_path / "1.emlx").write_bytes(b"%d\n" % len(raw) + raw + b'<?xml version="1.0"?><plist/>')

    assert ["Words."] == [a.message.own_words for a in read(tmp_path / "1.emlx")]


@pytest.mark.parametrize(
    ("flags", "reason"),
    [
        (1, None),
        (8590195713, None),
        (3, "marked as deleted"),
        (8590195715, "marked as deleted"),
        (65, "a draft or a chat, not a mail"),
    ],
)
def test_apples_flags_leave_a_mail_out(tmp_path, flags, reason):
    """They stand in the list of properties behind the mail: bit 1 is deleted, bit 6 a draft."""
    raw = mail(1)
    plist = b"<plist><dict><key>flags</key>\n\t<integer>%d</integer></dict></plist>" % flags
    (tmp_path / "1.emlx").write_bytes(b"%-10d\n" % len(raw) + raw + plist)

    assert [reason] * 2 == [a.reason for path in (tmp_path, tmp_path / "1.emlx") for a in read(path)]


def test_a_folder_without_endings_is_read(tmp_path):
    """Thunderbird's and mutt's mailboxes have none, MH's mails are numbers; indexes and rules beside them are no mail."""
    for name in ("Inbox", "Trash", "Drafts", "Inbox.sbd/Thanks"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_bytes(mbox(mail(1)))
    (tmp_path / "mh").mkdir()
    for name, data in (("17", mail(2)), (",18", mail(3)), ("notes", mail(4)), (".mh_sequences", b"unseen: 17\n")):
        (tmp_path / "mh" / name).write_bytes(data)
    (tmp_path / "Inbox.msf").write_bytes(b'// <!-- <mdb:mork:z v="1.4"/> -->')
    (tmp_path / "filters.dat").write_bytes(b'version="9"\n')

    assert {
        "Inbox, message 1": None,
        "Trash, message 1": "in the trash",
        "Drafts, message 1": "a draft or a chat, not a mail",
        "Inbox.sbd/Thanks, message 1": None,
        "mh/17": None,
    } == {a.place: a.reason for a in read(tmp_path)}


@pytest.mark.parametrize("name", ["Trash", "Deleted Messages.mbox"])
def test_the_folder_that_was_named_says_what_lies_in_it_too(tmp_path, name):
    """``collect ~/export/Trash`` is no inbox."""
    (tmp_path / name / "Messages").mkdir(parents=True)
    (tmp_path / name / "Messages" / "1.eml").write_bytes(mail(1))

    assert ["in the trash"] * 2 == [a.reason for path in (tmp_path, tmp_path / name) for a in read(path)]


@pytest.mark.parametrize("mark", [b"\xef\xbb\xbf", b"\xff\xfe"])
def test_a_byte_order_mark_costs_no_header(tmp_path, mark):
    """An editor adds one, PowerShell's ``>`` writes UTF-16."""
    raw = mail(1, "Words.")
    (tmp_path / "1.eml").write_bytes(mark + (raw.decode().encode("utf-16-le") if mark == b"\xff\xfe" else raw))

    assert [("ann@example.com", "Words.")] == [
        (a.message.sender.address, a.message.own_words) for a in read(tmp_path / "1.eml")
    ]


@pytest.mark.parametrize(
    ("beside", "reason", "kind"),
    [
        ('{"Version": 1, "Payload": {"LabelIDs": ["0", "5"]}}', None, Folder.INBOX),
        ('{"Payload": {"LabelIDs": ["3", "5"]}}', "in the trash", Folder.TRASH),
        ('{"Payload": {"LabelIDs": ["4"]}}', "in the junk folder", Folder.JUNK),
        ('{"Payload": {"LabelIDs": ["7", "2"]}}', None, Folder.SENT),
        ('{"Payload": {"LabelIDs": ["8"]}}', "a draft or a chat, not a mail", Folder.INBOX),
        ('{"Payload": {"LabelIDs": 3}}', None, Folder.INBOX),
        ("[1]", None, Folder.INBOX),
        ("{", None, Folder.INBOX),
    ],
)
def test_what_protons_export_says_beside_a_mail_counts(tmp_path, beside, reason, kind):
    """All mails lie in one folder there; whatever else the file holds breaks nothing."""
    (tmp_path / "a.eml").write_bytes(mail(1))
    (tmp_path / "a.metadata.json").write_text(beside, "utf-8")

    assert [(reason, kind)] == [(a.reason, a.message.folder) for a in read(tmp_path, explain=True)]
