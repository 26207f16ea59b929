"""Mail files saved as UTF-16 or UTF-32, with and without a byte-order mark."""

from __future__ import annotations

import codecs
import io

import pytest

from collect.samples import mail, mbox, wp_comment, wxr
from gratitude.collect.source import detect
from gratitude.collect.wide import narrow, narrowed, wide

CODECS = [
    ("utf-16-le", codecs.BOM_UTF16_LE), ("utf-16-be", codecs.BOM_UTF16_BE), ("utf-16-le", b""), ("utf-16-be", b""),
    ("utf-32-le", codecs.BOM_UTF32_LE), ("utf-8", codecs.BOM_UTF8),
]  # fmt: skip


@pytest.mark.parametrize(("codec", "mark"), CODECS)
@pytest.mark.parametrize("piped", [False, True])
def test_a_mailbox_saved_wide_is_read(codec, mark, piped, tmp_path):
    """PowerShell's ``>`` and some editors save a mailbox so; every mail of it is read, from a file and through a pipe."""
    raw = mark + mbox(mail(1, "Grüße, one."), mail(2, "Grüße, two.")).decode().encode(codec)
    (tmp_path / "thanks.mbox").write_bytes(raw)
    source = detect(
        "-" if piped else str(tmp_path / "thanks.mbox"), trusted=False, explain=False, stdin=io.BytesIO(raw)
    )

    words = [a.message.own_words for a in source.arrivals(lambda _mark: False)]

    assert ["Grüße, one.", "Grüße, two."] == words


@pytest.mark.parametrize(("codec", "mark"), CODECS)
def test_a_mail_and_an_export_saved_wide_are_read(codec, mark, tmp_path):
    """A single mail and a WordPress export too."""
    (tmp_path / "one.eml").write_bytes(mark + mail(1, "Grüße, one.").decode().encode(codec))
    export = wxr(wp_comment(1, "Grüße, two."), head="")
    (tmp_path / "two.xml").write_bytes(mark + export.decode().encode(codec))

    words = [
        a.message.own_words
        for name in ("one.eml", "two.xml")
        for a in detect(str(tmp_path / name), trusted=False, explain=False).arrivals(lambda _mark: False)
    ]

    assert ["Grüße, one.", "Grüße, two."] == words


@pytest.mark.parametrize("raw", [b"", b"From: a\n\nb\0c\0d\0e\0", b"\0\0\0\0" * 8, mail(1, "ab")])
def test_other_bytes_stay(raw):
    """Some NULs make no wide file; a torn one raises nothing."""
    read = narrowed(io.BytesIO(raw).read)

    assert ("", raw, raw) == (wide(raw), narrow(raw), b"".join(iter(lambda: read(100), b"")))


def test_a_torn_wide_file_raises_nothing():
    """Half a character at the end is passed over."""
    assert narrow(b"\xff\xfeF\0r\0o\0\xd8").startswith(b"Fro")


def test_a_mailbox_of_an_old_mac_is_read(tmp_path):
    """Eudora on a Mac ended its lines with CR alone: every mail is found, also in a folder under its own ending."""
    raw = mbox(mail(1, "One line.\nAnd another."), mail(2, "Two.")).replace(b"\n", b"\r")
    (tmp_path / "box").mkdir()
    (tmp_path / "box/In.mbx").write_bytes(raw)
    sources = [detect(str(p), trusted=False, explain=False) for p in (tmp_path / "box/In.mbx", tmp_path / "box")]

    words = [[a.message.own_words for a in source.arrivals(lambda _mark: False)] for source in sources]

    assert [["One line.\nAnd another.", "Two."]] * 2 == words
