"""What folders and labels say, in the languages of mail programs."""

from __future__ import annotations

import pytest

from gratitude.collect.folders import folder_of, holds_unsent, is_unsent, labels_folder, read_labels, unescaped_utf7
from gratitude.message import Folder


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        (".Sent", Folder.SENT),
        (".INBOX.Sent Items", Folder.SENT),
        (".Gesendet", Folder.SENT),
        (".&AMk-l&AOk-ments envoy&AOk-s", Folder.SENT),
        (".&kAFP4W4IMH8-", Folder.SENT),
        (".Junk", Folder.JUNK),
        (".INBOX.Junk-E-Mail", Folder.JUNK),
        (".Trash.2019", Folder.TRASH),
        (".Papierkorb", Folder.TRASH),
        (".&BBoEPgRABDcEOAQ9BDA-", Folder.TRASH),
        (".Thanks", Folder.INBOX),
        (".Trash talk", Folder.INBOX),
        (".Unsent", Folder.INBOX),
        (".", Folder.INBOX),
    ],
)
def test_a_maildir_folder_says_what_lies_in_it(name, expected):
    """Its own name or that of a folder around it, whole."""
    assert expected == folder_of(name, "./")


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("Entw&APw-rfe", "Entwürfe"),
        ("a&-b", "a&b"),
        ("plain", "plain"),
        ("broken&!-x", "broken&!-x"),
        ("&", "&"),
        ("&AAA", "&AAA"),
    ],
)
def test_modified_utf7_is_undone(name, expected):
    """RFC 3501 §5.1.3; a broken name stays."""
    assert expected == unescaped_utf7(name)


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        (b"Inbox,Important", ("Inbox", "Important")),
        (b"=?UTF-8?Q?=C3=85pnet,Kategori:_Reklame?=", ("Åpnet", "Kategori: Reklame")),
        (b'"Travel, 2023",Sent', ("Travel, 2023", "Sent")),
        (b"=?UTF-8?Q?Posteingang,?= =?UTF-8?Q?Gesendet?=", ("Posteingang", "Gesendet")),
        (b"", ()),
    ],
)
def test_labels_are_decoded_before_they_are_cut(value, expected):
    """The header is one encoded word as a whole (vandelay#7); quoted commas are no borders."""
    assert expected == read_labels(value)


@pytest.mark.parametrize(
    ("labels", "expected"),
    [
        (("Inbox",), None),
        (("Spam",), Folder.JUNK),
        (("Корзина",), Folder.TRASH),
        (("已发送邮件",), Folder.SENT),
        (("보낸편지함",), Folder.SENT),
        (("Sent", "Trash"), Folder.TRASH),
        (("Category Promotions",), None),
    ],
)
def test_labels_say_where_a_mail_lies(labels, expected):
    """Trash before Spam before Sent; nothing where they say nothing."""
    assert expected == labels_folder(labels)


def test_drafts_and_chats_are_no_mails():
    """Whole names, in several languages."""
    assert [True, True, False] == [is_unsent(("Entwürfe",)), is_unsent(("Chat",)), is_unsent(("Draft ideas",))]


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("Deleted Messages.mbox/Messages", Folder.TRASH),
        ("Junk.mbox", Folder.JUNK),
        ("Sent Messages.mbox", Folder.SENT),
        ("Trash.sbd/2019", Folder.TRASH),
        ("Thanks.mbox", Folder.INBOX),
    ],
)
def test_what_a_program_adds_to_a_folders_name_is_no_part_of_it(name, expected):
    """Apple Mail's ``.mbox`` folders, Thunderbird's ``.sbd``."""
    assert expected == folder_of(name)


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("Drafts", True),
        (".Entw&APw-rfe", True),
        ("INBOX.Drafts", True),
        ("Drafts.mbox", True),
        ("Unsent Messages", True),
        ("Templates", True),
        ("Sent", False),
        ("draft horses", False),
    ],
)
def test_a_folder_of_drafts_says_so(name, expected):
    """Nobody sent what lies there."""
    assert expected == holds_unsent(name, "./")
