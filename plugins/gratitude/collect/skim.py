"""Why a mail can never be ours, seen from its raw header alone, before anything is parsed. Pure.

Only marks that machines set drop a mail: our first filter also believed Gmail's categories, and 21 of 45 thank-you
mails were lost. A letter with a ``Reply-To`` of somebody else may be a contact form's, so it passes the rules about
senders.
"""

from __future__ import annotations

__all__ = ["skim"]

import re

from ..message import Folder
from .folders import is_unsent, labels_folder, read_labels
from .headers import MAX_HEADER, Headers, body_at, people, read_headers

JUNK = "in the junk folder"
TRASH = "in the trash"
DELETED = "marked as deleted"
DRAFT = "a draft or a chat, not a mail"
REPORT = "a delivery report"
AUTOMATIC = "an automatic reply"
NOTICE = "an automatic notice"
BULK = "a newsletter or mailing list"
NO_REPLY = "from a no-reply address"

NO_REPLY_NAME = re.compile(
    r"(?:^|[._+-])(?:no|non|not|never|ne|nie)[._-]?(?:reply|respond|responder|answer|replies|antworten|repondre|responda|rispondere)"
    r"|^(?:do[._-]?not[._-]?(?:reply|respond)|donotreply|dontreply|nichtantworten|keineantwort|nepasrepondre|noresponder|noreplay)"
)
DAEMON = re.compile(
    r"^(?:mailer[._-]?daemon|postmaster|mail[._-]?delivery[._-]?(?:system|subsystem)?|bounces?)(?:\+[^@]{0,64})?(?:@|$)"
)
EVOLUTION = re.compile(rb"[0-9A-Fa-f]{8}-([0-9A-Fa-f]{4})")


AUTOMATIC_SUBJECT = re.compile(
    r"(?:automatic reply|auto(?:matic|mated)?[ -]?(?:reply|response)|out of (?:the )?office(?: (?:auto-?)?reply)?"
    r"|abwesenheits?(?:notiz|meldung|nachricht|benachrichtigung)|automatische antwort|réponse automatique|absence du bureau"
    r"|respuesta automática|fuera de (?:la )?oficina|risposta automatica|fuori (?:sede|ufficio)|resposta automática|ausência temporária"
    r"|automatisch antwoord|afwezigheids?bericht|autosvar|automatiskt svar|automatisk svar|automaattinen vastaus"
    r"|odpowiedź automatyczna|automatyczna odpowiedź|automatická odpově[dď]|automatikus válasz|otomatik yanıt"
    r"|автоответ|автоматический ответ|автоматична відповідь|自動応答|自動返信|自动回复|自動回覆|자동 회신)\s{0,2}(?:[:：]|$)",
    re.IGNORECASE,
)
"""How programs title a vacation note. Old Exchange and GroupWise ones carry no other mark; ``Re: Automatic reply`` is a person's."""


def _is_no_reply(address: str) -> bool:
    """Whether the address says that nobody reads it."""
    return bool(NO_REPLY_NAME.search(address.partition("@")[0][:64]))


def _replies_to_somebody_else(headers: Headers, sender: str) -> bool:
    """Whether an answer would go to a person other than the sender, as with every contact form."""
    answers = [p.address for p in people(headers.raw("reply-to")) if p.address]
    return any(a != sender and not _is_no_reply(a) and not DAEMON.match(a) for a in answers)


def _thrown_away(headers: Headers, folder: Folder) -> str | None:
    """The owner or the mail program has put it away already."""
    labels = read_labels(headers.raw("x-gmail-labels"))
    place = folder if folder is not Folder.INBOX else labels_folder(labels)
    if place in (Folder.JUNK, Folder.TRASH):
        return JUNK if place is Folder.JUNK else TRASH
    if is_unsent(labels):
        return DRAFT
    # Thunderbird only marks a mail (MSG_FLAG_EXPUNGED, bit 8) until the folder is compacted (MimeKit#853).
    status = headers.raw("x-mozilla-status")[:8]
    if re.fullmatch(rb"[0-9A-Fa-f]{1,8}", status) and int(status, 16) & 0x0008:
        return DELETED
    if mark := _marked(headers):
        return mark
    return "" if place is Folder.SENT else None


def _marked(headers: Headers) -> str:
    """What other programs write into a mail that they keep in a mailbox of theirs.

    ``X-Keywords`` (Dovecot's mbox) and ``X-Mozilla-Keys`` hold ``$Junk``, RFC 9051's keyword, or ``Junk``.
    ``X-Status`` (Pine, mutt, Dovecot's mbox): D is deleted, T a draft. ``X-Evolution: 0000001a-0012``: the last four are
    Camel's flags, 2 is deleted, 4 a draft. Thunderbird's draft has ``X-Mozilla-Draft-Info``; so has a letter sent later,
    but that one was received.
    """
    keywords = (headers.raw("x-keywords")[:1000] + b" " + headers.raw("x-mozilla-keys")[:1000]).lower().split()
    if b"$junk" in keywords or b"junk" in keywords:
        return JUNK
    status = headers.raw("x-status")[:16].upper()
    evolution = EVOLUTION.fullmatch(headers.raw("x-evolution"))
    flags = int(evolution[1], 16) if evolution else 0
    if b"D" in status or flags & 0x0002:
        return DELETED
    unsent = headers.has("x-mozilla-draft-info") and not headers.has("received")
    return DRAFT if b"T" in status or flags & 0x0004 or unsent else ""


def _automatic(headers: Headers, sender: str) -> str | None:
    """A machine wrote it (RFC 3834, RFC 3464)."""
    submitted = headers.text("auto-submitted").lower()
    precedence = headers.text("precedence").lower()
    if headers.raw("content-type").lower().startswith(
        (b"multipart/report", b"message/delivery-status")
    ) or DAEMON.match(sender):
        return REPORT
    auto_reply = any(
        headers.text(n).lower() not in ("", "no") for n in ("x-autoreply", "x-autorespond", "x-auto-reply")
    )
    if submitted.startswith("auto-replied") or auto_reply or precedence.startswith("auto"):
        return AUTOMATIC
    if AUTOMATIC_SUBJECT.match(headers.text("subject")):
        return AUTOMATIC
    if _replies_to_somebody_else(headers, sender):
        return None
    if submitted and not submitted.startswith("no"):
        return NOTICE
    return REPORT if headers.has("return-path") and headers.raw("return-path") in (b"<>", b"< >") else None


def skim(head: bytes, folder: Folder = Folder.INBOX) -> str | None:
    """Return why a mail is left out, as a short sentence that stays the same, or None where it goes on.

    ``head`` is its header, or more of it; at most 256 KiB are read. What lies in a Sent folder always goes on.
    """
    headers = read_headers(head[: body_at(head[:MAX_HEADER])[0]])
    thrown = _thrown_away(headers, folder)
    if thrown is not None:
        return thrown or None
    sender = next((p.address for p in people(headers.raw("from"))), "")
    if reason := _automatic(headers, sender):
        return reason
    bulk = headers.text("precedence").lower().startswith(("bulk", "list", "junk"))
    if (headers.has("list-id") or headers.has("list-unsubscribe") or bulk) and not headers.raw("in-reply-to"):
        return BULK
    if _is_no_reply(sender) and not _replies_to_somebody_else(headers, sender):
        return NO_REPLY
    return None
