"""A reader's letter inside one by which the author sent it on to an address of their own. Pure."""

from __future__ import annotations

__all__ = ["Forwarded", "forwarded", "shown"]

import re
from dataclasses import dataclass
from datetime import datetime

from ..message import Person
from ..text import one_line
from .dates import read_date
from .headers import header_text, people, read_headers
from .lines import plain
from .phrases import FORWARDED
from .quoted import own_words

MARK = "---------- Forwarded message ---------"
FIELD = re.compile(r"\s{0,4}[*_]{0,2}([^\W\d_][\w\s-]{0,20}?)\s{0,2}[*_]{0,2}\s{0,2}[:：][*_]{0,2}\s{1,4}(.{1,400})")
FROM = frozenset(
    [
        "from",
        "von",
        "de",
        "da",
        "van",
        "från",
        "fra",
        "od",
        "от",
        "lähettäjä",
        "gönderen",
        "kimden",
        "από",
        "feladó",
        "odesílatel",
        "发件人",
        "差出人",
    ]
)
DATE = frozenset(
    "date sent datum gesendet fecha enviado data inviato verzonden skickat sendt dato wysłano odesláno отправлено дата".split()  # noqa: SIM905
)
SUBJECT = frozenset(
    [
        "subject",
        "betreff",
        "objet",
        "asunto",
        "oggetto",
        "assunto",
        "onderwerp",
        "ämne",
        "emne",
        "temat",
        "předmět",
        "тема",
        "aihe",
        "konu",
        "tárgy",
    ]
)
MAX_LINES = 40


@dataclass(frozen=True, slots=True)
class Forwarded:
    """The letter inside: who wrote it, when, its subject and its writer's words."""

    sender: Person
    sent: datetime | None
    subject: str
    words: str


def shown(raw: bytes, words: str) -> str:
    """Return an attached mail as a program shows one that was sent on in line: a mark, three headers, its ``words``."""
    headers = read_headers(raw[:65536])
    fields = ((n, header_text(headers.raw(n.lower()))) for n in ("From", "Date", "Subject"))
    return "\n".join([MARK, *(f"{name}: {value}" for name, value in fields if value), "", words])


def forwarded(body: str) -> Forwarded | None:
    """Return the letter that ``body`` sends on, None where it begins with no such mark or names no writer's address."""
    lines = body.split("\n")
    begins = next((i for i, line in enumerate(lines[:MAX_LINES]) if line.strip()), -1)
    if begins < 0 or not _is_mark(lines[begins]):
        return None
    told: dict[str, str] = {}
    at = begins + 1
    while at < min(len(lines), begins + MAX_LINES):
        m = FIELD.fullmatch(lines[at].rstrip()[:500])
        if m:
            told.setdefault(_kind(m[1]), m[2].strip())
        elif told and not lines[at].strip():
            break
        at += 1
    who = next(iter(people(told.get("from", "").encode())), Person())
    if not who.address:
        return None
    return Forwarded(
        who, read_date(told.get("date", "")), one_line(told.get("subject", "")), own_words("\n".join(lines[at:]))
    )


def _is_mark(line: str) -> bool:
    """Whether it is "---------- Forwarded message ---------" in a language we know."""
    words = plain(line).strip("-_=*~#<>:. ").lower()
    return any(words == mark for mark in FORWARDED)


def _kind(name: str) -> str:
    """``from``, ``date``, ``subject``, or the name itself."""
    word = " ".join(name.lower().split())
    return "from" if word in FROM else "date" if word in DATE else "subject" if word in SUBJECT else word
