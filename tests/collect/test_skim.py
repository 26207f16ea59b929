"""Why a mail can never be ours, by its raw header alone."""

from __future__ import annotations

import pytest

from collect.samples import mail
from gratitude.collect.skim import skim
from gratitude.message import Folder

FORM = {"From": "Still Pages <noreply@stillpages.example.com>", "Reply-To": "ben@example.com"}


@pytest.mark.parametrize(
    ("headers", "reason"),
    [
        ({}, None),
        ({"List-Id": "<news.example.com>"}, "a newsletter or mailing list"),
        ({"List-Unsubscribe": "<https://example.com/u>"}, "a newsletter or mailing list"),
        ({"Precedence": "bulk"}, "a newsletter or mailing list"),
        ({"List-Id": "<x>", "In-Reply-To": "<1@stillpages.example.com>"}, None),
        ({"Precedence": "first-class"}, None),
        ({"Auto-Submitted": "auto-replied"}, "an automatic reply"),
        ({"Auto-Submitted": "auto-replied", "In-Reply-To": "<1@x>"}, "an automatic reply"),
        ({"Auto-Submitted": "auto-generated"}, "an automatic notice"),
        ({"Auto-Submitted": "no"}, None),
        ({"X-Autoreply": "yes"}, "an automatic reply"),
        ({"X-Autoreply": "no"}, None),
        ({"Precedence": "auto_reply"}, "an automatic reply"),
        ({"X-Auto-Response-Suppress": "All"}, None),
        ({"Subject": "Out of Office: your letter"}, "an automatic reply"),
        ({"Subject": "Automatic reply: cron"}, "an automatic reply"),
        ({"Subject": "=?utf-8?q?Abwesenheitsnotiz=3A_cron?="}, "an automatic reply"),
        ({"Subject": "自動応答: cron"}, "an automatic reply"),
        ({"Subject": "Re: Automatic reply: cron"}, None),
        ({"Subject": "Out of office hours reading"}, None),
        ({"Content-Type": "multipart/report; report-type=delivery-status"}, "a delivery report"),
        ({"From": "MAILER-DAEMON@mx.example.com"}, "a delivery report"),
        ({"Return-Path": "<>"}, "a delivery report"),
        ({"Return-Path": "<ann@example.com>"}, None),
        ({"From": "no-reply@shop.example.com"}, "from a no-reply address"),
        ({"From": "Shop <shop.noreply+17@example.com>"}, "from a no-reply address"),
        ({"From": "do_not_reply@example.com"}, "from a no-reply address"),
        ({"From": "nepasrepondre@example.com"}, "from a no-reply address"),
        ({"From": "noreen@example.com"}, None),
        ({"From": "nora.replyson@example.com"}, None),
        ({"X-Mozilla-Status": "0009"}, "marked as deleted"),
        ({"X-Mozilla-Status": "001B"}, "marked as deleted"),
        ({"X-Mozilla-Status": "0003"}, None),
        ({"X-Mozilla-Status": "zz"}, None),
        ({"Status": "RO", "X-Status": "AD"}, "marked as deleted"),
        ({"Status": "RO", "X-Status": "A"}, None),
        ({"X-Keywords": "$Junk"}, "in the junk folder"),
        ({"X-Mozilla-Keys": "junk  work"}, "in the junk folder"),
        ({"X-Keywords": "NonJunk $NotJunk"}, None),
        ({"X-Status": "T"}, "a draft or a chat, not a mail"),
        ({"X-Evolution": "0000001a-0012"}, "marked as deleted"),
        ({"X-Evolution": "0000001a-0014"}, "a draft or a chat, not a mail"),
        ({"X-Evolution": "0000001a-0011"}, None),
        ({"X-Mozilla-Draft-Info": "internal/draft; vcard=0"}, "a draft or a chat, not a mail"),
        (
            {"X-Mozilla-Draft-Info": "internal/draft", "Received": "by mx.example.com; Fri, 9 May 2025 08:00:00 +0000"},
            None,
        ),
        ({"X-Gmail-Labels": "Inbox,Category Promotions,Opened"}, None),
        ({"X-Gmail-Labels": "Spam"}, "in the junk folder"),
        ({"X-Gmail-Labels": "Papierkorb,Geöffnet"}, "in the trash"),
        ({"X-Gmail-Labels": '"Trash, not really",Inbox'}, None),
        ({"X-Gmail-Labels": "Drafts"}, "a draft or a chat, not a mail"),
        ({"X-Gmail-Labels": "Chat"}, "a draft or a chat, not a mail"),
        ({"X-Spam-Flag": "YES"}, None),
        (FORM, None),
        (FORM | {"Auto-Submitted": "auto-generated"}, None),
        (FORM | {"Return-Path": "<>"}, None),
        (FORM | {"Reply-To": "noreply@stillpages.example.com"}, "from a no-reply address"),
        (FORM | {"Reply-To": "no-reply@other.example.com"}, "from a no-reply address"),
        (FORM | {"X-Mozilla-Status": "0008"}, "marked as deleted"),
    ],
)
def test_marks_that_machines_set_drop_a_mail(headers, reason):
    """Each rule, and what only looks like it. A form's letter survives the rules about senders."""
    assert reason == skim(mail(1, **headers))


@pytest.mark.parametrize(
    ("folder", "reason"),
    [
        (Folder.JUNK, "in the junk folder"),
        (Folder.TRASH, "in the trash"),
        (Folder.SENT, None),
        (Folder.INBOX, "an automatic reply"),
    ],
)
def test_the_folder_speaks_first(folder, reason):
    """Junk and trash are left out; what was sent always goes on, whatever its headers say."""
    assert reason == skim(mail(1, Auto_Submitted="auto-replied"), folder)


def test_words_in_the_body_drop_nothing():
    """Only the header is read."""
    assert skim(mail(1, "List-Id: <x>\nPrecedence: bulk")) is None


@pytest.mark.parametrize(
    "head", [b"", b"\0" * 1000, b"From: " + b'"' * 300_000, b"X: y\n" * 100_000, b"X-Gmail-Labels: " + b'",' * 100_000]
)
def test_hostile_headers_raise_nothing(head):
    """Whatever stands there."""
    assert skim(head) is None
