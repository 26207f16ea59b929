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
LETTER = frozenset(
    "to cc sent gesendet an envoyé à enviado para inviato verzonden aan skickat till sendt til wysłano do отправлено кому".split()  # noqa: SIM905
)
"""Fields of a letter that was answered or sent on, and of no form: what stands below is somebody else's."""
SPEAKS = re.compile(r"\b(?:I|we|my|ich|wir|mein\w{0,2}|je|j['’]\w+|nous|yo|io|eu|ik|mijn|jag|jeg)\b")
"""A person says what follows ("I get this error message:"); a form's heading speaks of nobody."""
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
IN_NAME = re.compile(r"[<(\[]?[^\s<>@\[\]\"()]{1,64}@[^\s<>@\[\]\"()]{2,255}[>)\]]?")
MAX_FIELDS = 14


@dataclass(frozen=True, slots=True)
class Fields:
    """What the visitor typed."""

    name: str
    address: str
    words: str


def form_fields(text: str, *, name_is_enough: bool = True) -> Fields | None:
    """Return what a form's fields hold, None for any other letter.

    It begins with fields; among them are an address, or a name where that ``name_is_enough``, and behind these a message:
    programs print ``Name: web`` and ``Message: ...`` too. Never raises.
    """
    lines = text.split("\n")
    told = {"name": "", "email": ""}
    sender = dict(told)
    fields = 0
    for i, line in enumerate(lines[:40]):
        m = FIELD.fullmatch(line[:MAX_LINE].rstrip()) if ":" in line or "：" in line else None
        if m is None:
            if line.strip() and (fields or i > 2 or not HEADING.search(line[:200]) or SPEAKS.search(line[:MAX_LINE])):
                return None
            continue
        fields += 1
        label = " ".join(m[1].lower().split())
        if label in LETTER or SPEAKS.search(m[1]):
            return None
        if label in MESSAGE:
            told = {key: told[key] or sender[key] for key in told}
            words = _words([line[m.start(2) :], *lines[i + 1 :]])
            counts = words and (told["email"] or (told["name"] and name_is_enough))
            return Fields(one_line(told["name"])[:200], told["email"].lower(), words) if counts else None
        kind = "name" if label in NAME else "email" if label in EMAIL else ""
        found = ADDRESS.search(m[2]) if kind else None
        into = sender if label == "from" else told  # of a letter that was sent on From may be the form's own
        if found and not into["email"]:
            into["email"] = found[0]
        if kind == "name" and not into["name"]:
            into["name"] = IN_NAME.sub(" ", m[2]).strip(" \t\"'")  # a name goes into a note, an address never
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
