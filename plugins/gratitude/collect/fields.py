"""The words in a letter that a contact form wrote as fields: ``Name: Ben``, ``Email: ...``, ``Message: ...``. Pure."""

from __future__ import annotations

__all__ = ["Fields", "form_fields"]

import re
from collections.abc import Sequence
from dataclasses import dataclass

from ..text import blank_trimmed, one_line
from .lines import ADDRESS, MAX_LINE

FIELD = re.compile(r"\s{0,4}[*_]{0,2}([^\W\d_][^:：\n]{0,40}?)\s{0,3}[*_]{0,2}\s?[:：][*_]{0,2}\s{0,20}(.{0,5000})")
NAME = frozenset(
    [
        "name",
        "your name",
        "full name",
        "first name",
        "ihr name",
        "dein name",
        "vorname",
        "nom",
        "votre nom",
        "nombre",
        "su nombre",
        "nome",
        "il tuo nome",
        "seu nome",
        "naam",
        "uw naam",
        "namn",
        "navn",
        "имя",
        "お名前",
        "姓名",
        "from",
    ]
)
EMAIL = frozenset(
    [
        "email",
        "e-mail",
        "your email",
        "your e-mail",
        "email address",
        "e-mail address",
        "e-mail-adresse",
        "ihre e-mail",
        "ihre e-mail-adresse",
        "deine e-mail",
        "mail",
        "adresse e-mail",
        "votre e-mail",
        "correo",
        "correo electrónico",
        "indirizzo e-mail",
        "endereço de e-mail",
        "e-mailadres",
        "e-post",
        "メールアドレス",
        "邮箱",
    ]
)
MESSAGE = frozenset(
    [
        "message",
        "your message",
        "message body",
        "comment",
        "comments",
        "your comment",
        "nachricht",
        "ihre nachricht",
        "deine nachricht",
        "kommentar",
        "votre message",
        "mensaje",
        "su mensaje",
        "messaggio",
        "il tuo messaggio",
        "mensagem",
        "sua mensagem",
        "bericht",
        "uw bericht",
        "meddelande",
        "besked",
        "сообщение",
        "メッセージ本文",
        "留言",
        "text",
        "question",
        "feedback",
    ]
)
HEADING = re.compile(
    r"form|contact|kontakt|message|nachricht|submi|inquiry|enquiry|anfrage|mensaje|messaggio|mensagem|bericht", re.I
)
"""What stands above the fields: "New message from your contact form"."""
FOOTER = re.compile(
    r"(?:time|date|ip(?: address)?|contact form url|page(?: url)?|referr?er|user agent|browser|sent by an? |sent from|this (?:e-?mail|message) was sent|diese (?:e-?mail|nachricht) wurde"
    r"|cet e-mail a été envoyé|este (?:mensaje|correo|e-mail) (?:se ha enviado|ha sido enviado|foi enviado)|questa e-mail è stata inviata|deze e-mail is verzonden|submitted (?:on|at|from)"
    r"|akismet|site|website)\b.{0,500}|-{2,40}\s*",
    re.IGNORECASE,
)
MAX_FIELDS = 14


@dataclass(frozen=True, slots=True)
class Fields:
    """What the visitor typed."""

    name: str
    address: str
    words: str


def form_fields(text: str) -> Fields | None:
    """Return what a form's fields hold, None for any other letter.

    It begins with fields; among them are a name or an address, and behind these a message. Never raises.
    """
    lines = text.split("\n")
    told = {"name": "", "email": ""}
    fields = 0
    for i, line in enumerate(lines[:40]):
        m = FIELD.fullmatch(line[:MAX_LINE].rstrip()) if ":" in line or "：" in line else None
        if m is None:
            if line.strip() and (fields or i > 2 or not HEADING.search(line[:200])):
                return None
            continue
        fields += 1
        label = " ".join(m[1].lower().split())
        if label in MESSAGE and any(told.values()):
            words = _words([line[m.start(2) :], *lines[i + 1 :]])
            return Fields(one_line(told["name"])[:200], told["email"].lower(), words) if words else None
        kind = "name" if label in NAME else "email" if label in EMAIL else ""
        found = ADDRESS.search(m[2]) if kind == "email" else None
        if kind and not told[kind]:
            told[kind] = found[0] if found else "" if kind == "email" else m[2].strip()
        if fields > MAX_FIELDS:
            return None
    return None


def _words(lines: Sequence[str]) -> str:
    """The message without the lines that the form puts below it."""
    kept = list(lines)
    cut = len(kept)
    for i in range(len(kept) - 1, max(0, len(kept) - 14), -1):
        if kept[i].strip() and not FOOTER.fullmatch(kept[i].strip()[:600]):
            break
        if kept[i].strip():
            cut = i
    return blank_trimmed("\n".join(kept[:cut])).lstrip()
