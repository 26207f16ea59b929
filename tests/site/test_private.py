"""What was collected and what was published are two things: nothing private of samples/ is in the output."""

from __future__ import annotations

import re
from email import message_from_bytes
from email.message import Message
from email.policy import compat32
from functools import cache
from html import unescape
from urllib.parse import unquote

from lxml import etree

from sample_blog import ROOT, Output

SAMPLES = ROOT / "samples"
ADDRESS = re.compile(r"[\w.+%-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,8}")
FEEDS = ("feeds/thanks.atom.xml", "feeds/questions.atom.xml")
AUTHOR = "maren@stillpages.example.com"


@cache
def letters() -> list[Message]:
    """The letters of the sample mailbox."""
    return [message_from_bytes(p.read_bytes(), policy=compat32) for p in (SAMPLES / "mail").rglob("*") if p.is_file()]


def in_clear(data: bytes) -> str:
    """The text of a file, also as it reads once entities and percent signs are undone."""
    text = data.decode("utf-8")
    return f"{text}\n{unescape(unescape(text))}\n{unquote(unescape(text))}".lower()


def addresses() -> set[str]:
    """Everything in samples/ that reads as an address: of people, and message-ids; in parts decoded as well."""
    texts = [p.read_bytes().decode("utf-8", "replace") for p in SAMPLES.rglob("*") if p.is_file()]
    parts = [part for letter in letters() for part in letter.walk() if part.get_content_maintype() == "text"]
    texts += [(part.get_payload(decode=True) or b"").decode("utf-8", "replace") for part in parts]
    return {found.lower().rstrip(".") for text in texts for found in ADDRESS.findall(unescape(text))}


def test_no_address_of_the_samples_is_published(published: Output) -> None:
    """Nobody's mail address and no message-id, in any file; the author's own public one stands in the foot."""
    private = addresses() - {AUTHOR}
    clear = {path: in_clear(data) for path, data in published.files.items()}

    assert len(private) > 100
    assert [] == [(path, a) for path, text in clear.items() for a in private if a in text]


def test_what_we_write_holds_no_address_at_all(published: Output) -> None:
    """Not in our part of any page, nor in our feeds."""
    ours = "//*[contains(concat(' ', @class, ' '), ' gratitude ')]"
    parts = [etree.tostring(part, encoding="unicode") for page in published.pages.values() for part in page.xpath(ours)]
    feeds = [published.files[path].decode() for path in FEEDS]

    assert len(parts) >= 15
    assert [] == [found for text in parts + feeds for found in ADDRESS.findall(text)]


def test_no_time_of_day_is_published(published: Output) -> None:
    """A note has a day. When somebody sat at the keyboard is theirs: no clock time of any letter's Date."""
    headers = " ".join(str(letter["Date"]) for letter in letters())
    times = set(re.findall(r"\d\d:\d\d:\d\d", headers)) - {"00:00:00"}
    ours = {path: published.files[path].decode() for path in (*published.ours, *FEEDS)}
    stamps = [t for page in published.pages.values() for t in page.xpath("//*[@class='dt-published']/@datetime")]

    assert len(times) > 50
    assert [] == [(path, time) for path, text in ours.items() for time in times if time in text]
    assert [] == [stamp for stamp in stamps if not re.fullmatch(r"\d{4}-\d{2}-\d{2}", stamp)]


def test_no_note_file_is_published(published: Output) -> None:
    """The files of the notes stay where they are."""
    assert [] == [path for path in published.files if path.endswith(".note")]
    assert [] == published.holding("Person: p-")
