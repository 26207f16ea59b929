"""One mail's bytes to a `Message`, whatever they hold. Pure.

Everything a mail says is hostile: all values are decoded, cleaned (`text.clean`) and capped, and one that defeats us is
kept as unreadable rather than lost (ietf-tools/mailarchive#3510: real products lost mail by a bad charset).
"""

from __future__ import annotations

__all__ = ["parse", "true_addresses"]

import hashlib
import re
from dataclasses import replace
from datetime import datetime
from html import unescape

from ..message import Folder, Form, Message, Person
from ..note import Via
from ..text import clean, one_line
from ..urls import find, unwrapped
from .armor import is_sealed, unarmored
from .dates import read_date, received_date
from .fields import form_fields
from .flowed import joined_addresses, unflowed, unquoted_from
from .folders import labels_folder, read_labels
from .forwarded import shown
from .headers import Headers, body_at, header_text, message_ids, people, read_headers
from .html import html_text
from .mime import MAX_TEXT, Part, leaf_bytes, leaves, text_of
from .opaque import signed_letter
from .placeholders import without_placeholders
from .quoted import split
from .reactions import announces, is_tapback, speaks_against
from .relayed import Relayed, relayed

FACTS = ("list-id", "list-unsubscribe", "auto-submitted", "precedence", "x-spam-flag", "x-spam-status", "return-path",
         "content-type", "x-originating-ip")  # fmt: skip
MACHINES_OWN = (
    "list-id",
    "list-unsubscribe",
    "auto-submitted",
    "precedence",
    "return-path",
    "reply-to",
    "x-originating-ip",
)
ELIDED = "[…]"
REACTION_TYPE = "text/vnd.google.email-reaction+json"
AWAY = re.compile(
    r"(?:(?:hi|hello|dear|hallo|guten tag|bonjour|hola|ciao)\b[^.!?]{0,40}[,!.] )?"
    r"(?:(?:many )?thank(?:s| you)(?: very much)? for (?:your|the) (?:e-?mail|message|mail)|(?:vielen )?dank für (?:ihre|deine|die) (?:e-?mail|mail|nachricht)"
    r"|merci (?:pour|de) votre (?:message|e-?mail|mail|courriel)|gracias por (?:su|tu) (?:mensaje|correo)|grazie per (?:il|la) (?:tuo|suo|sua|tua) (?:messaggio|e-?mail|mail)"
    r"|obrigad[oa] pel[oa] (?:sua|seu) (?:mensagem|e-?mail)|(?:hartelijk )?dank (?:u )?voor (?:uw|je) (?:bericht|e-?mail|mail))[.!, ]{1,3}"
    r".{0,120}\b(?:out of (?:the )?office|on (?:annual |parental |maternity )?leave|on vacation|on holiday|nicht im (?:büro|haus)|im urlaub|abwesend|absente? (?:du bureau|jusqu)|en congés?"
    r"|fuera de la oficina|de vacaciones|fuori (?:ufficio|sede)|in ferie|ausente|de férias|afwezig|niet op kantoor|met vakantie)\b",
    re.IGNORECASE,
)
"""A vacation note that says so in its words alone: thanks for the mail, and away."""
WAS_AWAY = re.compile(
    r"\b(?:was|were|been|war(?:en)?|gewesen|étais|étions|estaba|estuve|estado|ero|eravamo|stat[oaie]|estava|estive|waren|geweest)\b[^.!?]{0,40}\Z",
    re.IGNORECASE,
)
"""Who says that they were away is back, and writes: "I was on vacation, so I only tried it now"."""
HTML_AS_TEXT = re.compile(
    r"\s{0,20}<(?:!doctype html|html|body|(?:div|p|table)(?=[ >])[^<>]{0,200}>[^<>]{0,2000}<)", re.IGNORECASE
)
"""How a page begins that some mailers send as text/plain."""
HTML_ENDS = re.compile(r"<(?:/[a-z]|br\b|img\b|hr\b|!--)[^<>]{0,250}>$", re.IGNORECASE)
"""How such a page ends; a letter that only begins with a line of HTML ends in words, or in ``<ann@example.com>``."""
RICH = ("text/enriched", "text/richtext")
PLAIN = ("text/plain", "text/markdown", "text/x-markdown", "text/x-web-markdown", *RICH)
"""Types whose text a person reads as it stands; of RFC 1896's only the marks go."""
ESCAPED = re.compile(r"[^\W\d_]&(?:#0{0,2}39|#8217|rsquo|apos);[^\W\d_]")
"""An apostrophe that a form mailer escaped as if the letter were a page: then all of it is."""
MEANT_SO = re.compile(r"[^\W\d_]['’][^\W\d_]|entit|escap|encod|html", re.IGNORECASE)
"""Who also writes a plain apostrophe, or speaks of such things, shows it on purpose."""
HTML_ONLY = re.compile(
    r"\A\W{0,20}(?:this (?:is an )?html|your (?:mail|e-?mail) (?:client|program|reader)|to view this|view this)", re.I
)


def true_addresses(text: str) -> str:
    """Return ``text`` with mail filters' wrappings of links undone; one that cannot be is elided whole as ``[…]``."""
    out, at = [], 0
    for start, end, url in find(text):
        true = unwrapped(url)
        if true != url:
            out += [text[at:start], ELIDED if true is None else true]
            at = end
    return "".join([*out, text[at:]]) if out else text


def _shown_twice(text: str) -> str:
    """``text`` with ``address <address>`` said once: Outlook writes both, and a filter wraps both."""
    return re.sub(r"(https?://[^\s<>]{4,2000})\s?<\1/?>", r"\1", text)


def _plain_text(raw: bytes, part: Part) -> str:
    """The text of a plain leaf, lines put together as its format says."""
    text = unquoted_from(text_of(raw, part))
    if part.type in RICH:
        text = re.sub(r"<<|<[^<>\n]{0,200}>", lambda m: "<" if m[0] == "<<" else "", text)
    if ESCAPED.search(text) and not MEANT_SO.search(text):
        text = unescape(text)
    if part.parameters.get("format", "").lower() == "flowed":
        text = unflowed(text, delsp=part.parameters.get("delsp", "").lower() == "yes")
    return joined_addresses(text)


def _readable(raw: bytes, found: list[Part]) -> tuple[str, str]:
    """The words of a mail and, apart, what its program marked as quoted: text/plain before HTML in an alternative."""
    wanted = [p for p in found if (p.type in PLAIN or p.type == "text/html") and not p.is_attachment]
    if wanted and not wanted[0].is_named:
        wanted = [p for p in wanted if not p.is_named]
    words: list[str] = []
    tails: list[str] = []
    done: set[int] = set()
    for part in wanted:
        if part.group and part.group in done:
            continue
        among = [p for p in wanted if p.group == part.group] if part.group else [part]
        text = ""
        for plain in (p for p in among if p.type in PLAIN):
            text = _plain_text(raw, plain)
            if HTML_AS_TEXT.match(text) and HTML_ENDS.search(text.rstrip()[-300:]):
                text, tail = html_text(text)
                tails.append(tail)
            if text.strip() and not (len(text) < 300 and HTML_ONLY.match(text)):
                break
            text = ""
        if not text:
            for page in (p for p in among if p.type == "text/html"):
                text, tail = html_text(text_of(raw, page))
                tails.append(tail)
                if text or tail:
                    break
        done.add(part.group)
        words.append(text.strip("\n"))
    return "\n\n".join(w for w in words if w.strip()), "\n\n".join(t for t in tails if t)


def _text_leaf(raw: bytes, found: list[Part]) -> bytes:
    """The first text leaf as the identity sees it: containers differ in line ends, ``>From `` and empty last lines."""
    first = next((p for p in found if p.type.startswith("text/")), None)
    data = leaf_bytes(raw, first) if first else b""
    data = data.replace(b"\r\n", b"\n").replace(b"\r", b"\n")
    return re.sub(rb"(?m)^>(>*From )", rb"\1", data).rstrip(b"\n \t")


def _hashed(headers: Headers, leaf: bytes) -> str:
    """The identity of a mail without a Message-ID."""
    parts = [b" ".join(headers.raw(name).split()) for name in ("from", "date", "subject")]
    return "sha256:" + hashlib.sha256(b"\0".join([*parts, leaf])).hexdigest()


def _sent(headers: Headers) -> datetime | None:
    """The day of Date, else of the topmost readable Received. A Date two days after its own receipt is a broken clock."""
    received = next((d for v in list(headers.every("received"))[:50] if (d := received_date(header_text(v)))), None)
    dated = read_date(headers.text("date"))
    if dated and received and (dated - received).days >= 2:
        dated = None
    return dated or received


def _form(headers: Headers) -> Form:
    """What our own form wrote into its headers."""
    seconds = re.fullmatch(r"\d{1,7}(?:\.\d{1,3})?", headers.text("x-gratitude-seconds"))
    show = headers.text("x-gratitude-show").lower()
    return Form(
        post=headers.text("x-gratitude-post")[:500],
        show=show if show in ("private", "counted", "anonymous", "named") else "",
        author_url=headers.text("x-gratitude-author-url")[:500],
        honeypot=headers.text("x-gratitude-honeypot")[:500] if headers.has("x-gratitude-honeypot") else None,
        seconds=float(seconds[0]) if seconds else None,
        ip=headers.text("x-gratitude-ip")[:64],
        user_agent=headers.text("x-gratitude-user-agent")[:500],
    )


def _facts(headers: Headers) -> dict[str, str]:
    """The few headers that later steps read, and Reply-To as ``Name <address>`` for `author.whose`."""
    facts = {name: headers.text(name)[:500] for name in FACTS if headers.has(name)}
    for person in people(headers.raw("reply-to"))[:1]:
        facts["reply-to"] = f"{person.name} <{person.address}>".strip() if person.address else person.name
    return facts


def _addressees(headers: Headers) -> tuple[str, ...]:
    """Who it was sent to, without repeats."""
    named = [p.address for field in ("to", "cc") for v in headers.every(field) for p in people(v)]
    return tuple(dict.fromkeys(a for a in named if a))[:100]


def _with_words(message: Message, raw: bytes, found: list[Part], *, cut: bool) -> Message:
    """The message with its body, own words and quoted rest."""
    words, tail = _readable(raw, found)
    if (
        not words.strip()
        and not tail.strip()
        and (inner := next((p for p in found if p.type == "message/rfc822"), None))
    ):
        words = _attached(leaf_bytes(raw, inner))
    sealed, words = is_sealed(words), unarmored(words)
    words, tail = (
        clean(_shown_twice(true_addresses(without_placeholders(t[:MAX_TEXT]))))[:MAX_TEXT] for t in (words, tail)
    )
    own, rest = split(words)
    body = "\n\n".join(t for t in (words, tail) if t)
    first = next((line.strip() for line in words.split("\n") if line.strip()), "")
    facts = dict(message.facts)
    # Our own form says whose it is: whatever its visitor types there, also what looks like a machine's letter, is theirs.
    is_ours = message.via is Via.FORM
    reaction = any(p.type == REACTION_TYPE for p in found) or (
        announces(first) and not split(words.partition(first)[2])[0]
    )
    if not is_ours and (reaction or is_tapback(own, answers=bool(message.in_reply_to or message.references))):
        facts |= {"reaction": "against"} if speaks_against(own) else {}
        return replace(message, body=body, quoted=body.strip("\n"), is_reaction=True, facts=facts)
    if not words and not tail and (why := _why_unreadable(found, cut=cut, sealed=sealed)):
        facts["unreadable"] = why
    if any(p.type == "text/calendar" and p.parameters.get("method") for p in found):
        facts["calendar"] = "yes"
    quoted = "\n\n".join(t for t in (rest, tail) if t)
    message = replace(message, body=body, own_words=own, quoted=quoted, facts=facts)
    return message if is_ours else _of_machine(message, words)


def _of_machine(message: Message, words: str) -> Message:
    """A letter that a program wrote or brought, a vacation note, a form's or a comment system's, as what it is."""
    own, facts = message.own_words, dict(message.facts)
    if (away := AWAY.match(" ".join(own[:600].split()))) and not WAS_AWAY.search(away[0]):
        message = replace(message, facts=facts | {"automatic": "yes"})
    if (typed := form_fields(own or words, name_is_enough="reply-to" in facts)) is not None:
        facts |= {"typed": f"{typed.name} <{typed.address}>" if typed.address else typed.name}
        message = replace(message, own_words=typed.words, quoted=_besides(message.body, typed.words), facts=facts)
    told = relayed(words, sender=message.sender.address, subject=message.subject)
    return _of_visitor(message, told) if told else message


def _attached(raw: bytes) -> str:
    """The words of a mail that lies in a mail which has none of its own."""
    stop, body = body_at(raw)
    found, _ = leaves(raw, read_headers(raw[:stop]), body)
    return shown(raw[:stop], _readable(raw, found)[0])


def _besides(body: str, words: str) -> str:
    """The lines of ``body`` that are not the writer's ``words``."""
    own = set(words.split("\n"))
    return "\n".join(line for line in body.split("\n") if line not in own).strip("\n")


def _of_visitor(message: Message, told: Relayed) -> Message:
    """A comment system's letter as the visitor's own: the marks of its machine say nothing of the comment."""
    facts = {k: v for k, v in message.facts.items() if k not in MACHINES_OWN}
    return replace(
        message,
        sender=Person(name=told.name, address=told.address),
        own_words=told.words,
        quoted=_besides(message.body, told.words),
        facts=facts | {"relayed": "ping" if told.ping else "comment"},
        form=Form(author_url=told.url[:500], ip=told.ip[:64]),
        post_url=told.post_url[:1000],
    )


def _why_unreadable(found: list[Part], *, cut: bool, sealed: bool) -> str:
    """Why there are no words, where that is no choice of the writer's."""
    types = {p.type for p in found}
    around = {t for p in found for t in p.within}
    if sealed or "multipart/encrypted" in around or types & {"application/pkcs7-mime", "application/x-pkcs7-mime"}:
        return "its words are encrypted"
    if types == {"application/ms-tnef"}:
        return "its words lie in a winmail.dat, which only Outlook opens"
    return "its parts are nested too deeply" if cut else ""


def _read(raw: bytes, folder: Folder, *, trusted: bool) -> Message:
    """`parse` without its net."""
    stop, body = body_at(raw)
    headers = read_headers(raw[:stop])
    found, cut = leaves(raw, headers, body)
    message_id = next(iter(message_ids(headers.raw("message-id"))), "")
    if not message_id and (bare := headers.raw("message-id")) and b"<" not in bare and b"@" in bare:
        message_id = one_line(header_text(bare))[:512].replace(" ", "")
    answers = message_ids(headers.raw("in-reply-to"))
    if folder is Folder.INBOX:
        folder = labels_folder(read_labels(headers.raw("x-gmail-labels"))) or folder
    from_form = trusted and any(name.startswith("x-gratitude-") for name, _ in headers.fields)
    facts = _facts(headers)
    if not headers.fields:
        facts["unreadable"] = "it has no header"
    fingerprint = _hashed(headers, _text_leaf(raw, found))
    message = Message(
        identity=f"mid:{message_id}" if message_id else fingerprint,
        fingerprint=fingerprint,
        via=Via.FORM if from_form else Via.MAIL,
        sender=next(iter(people(headers.raw("from"))), None) or next(iter(people(headers.raw("sender"))), Person()),
        subject=headers.text("subject")[:1000],
        sent=_sent(headers),
        message_id=message_id,
        in_reply_to=answers[0] if answers else "",
        references=message_ids(b" ".join(headers.every("references"))),
        to=_addressees(headers),
        folder=folder,
        facts=facts,
        form=_form(headers) if from_form else Form(),
        raw=raw,
    )
    if letter := signed_letter(raw, found):
        stop, body = body_at(letter)
        found, cut = leaves(letter, read_headers(letter[:stop]), body)
        raw = letter
    return _with_words(message, raw, found, cut=cut)


def parse(raw: bytes, *, folder: Folder = Folder.INBOX, trusted: bool = False) -> Message:
    """Return a mail as a `Message`. Never raises: one that cannot be read says why in ``facts["unreadable"]``.

    ``folder`` is where it lay; Gmail's labels refine it. ``trusted``: it lay in our own spool, so its ``X-Gratitude-*``
    headers count. Linear in ``raw``; at most 1 MiB of text and 256 KiB of header are read.
    """
    if b"\n" not in raw[:65536] and b"\r" in raw[:65536]:
        raw = raw.replace(b"\r", b"\n")
    try:
        return _read(raw, folder, trusted=trusted)
    except Exception as problem:  # noqa: BLE001  the one-bad-message guard: a letter may be lost by no bug of ours
        identity = "sha256:" + hashlib.sha256(raw).hexdigest()
        facts = {"unreadable": f"gratitude could not read it ({type(problem).__name__})"}
        return Message(identity=identity, via=Via.MAIL, folder=folder, facts=facts, raw=raw)
