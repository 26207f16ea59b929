"""Whose message it is: the author's own, a reader's, or a reader's that the contact form sent in the site's name. Pure."""

from __future__ import annotations

__all__ = ["whose"]

import re
from dataclasses import replace

from ..message import Folder, Message, Person, Site
from ..text import blank_trimmed, one_line
from .forwarded import forwarded

NAMED = re.compile(
    r"^\W{0,4}(?:your |full |ihr |dein |votre |su |il tuo )?(?:name|nom|nombre|nome|naam|namn|navn|nimi|имя|author|auteur|autor)\W{0,4}[:：]\W{0,3}(.{1,80})$",
    re.IGNORECASE | re.MULTILINE,
)
"""How contact forms hand on the visitor's name (Contact Form 7, Jetpack, WPForms print ``Name: Ben``)."""
ROLE = re.compile(r"^(?:no[._-]?reply|do[._-]?not[._-]?reply|mailer-daemon|postmaster|bounces?|reply[+=_-])")
FORM_SERVICE = re.compile(
    r"^(?:(?:[\w.-]{1,30}[._+-])?(?:no|do[._-]?not)[._-]?reply(?:[._+-][\w.-]{1,30})?|wordpress|web-?form|form(?:s|mail|responses?|submissions?)?"
    r"|submissions?|notify|notifications?|mailer|website|kontaktformular|contact-?form)@"
)
"""Under what names hosted form services send (Formspree, Netlify, Web3Forms, Google Forms, Wufoo, Jotform)."""


VIA = re.compile(r"['\"‘“]?([^'\"’”]{1,80}?)['\"’”]?\s+\(?via\s+\S", re.IGNORECASE)
"""``Ann Example via Somelist``: what a list or a service puts into From where DMARC forbids the writer's own address."""


def _at_the_blog(address: str, site: Site) -> bool:
    """Whether the address is at the blog's own host, or at a machine below it."""
    host = address.rpartition("@")[2].removeprefix("www.")
    return bool(host) and any(host == h or host.endswith("." + h) for h in site.hosts)


def _is_authors(address: str, site: Site) -> bool:
    """Whether it is one of the author's addresses, or one with more behind a ``+`` (RFC 5233: the same mailbox)."""
    name, at, host = address.rpartition("@")
    return address in site.addresses or f"{name.partition('+')[0]}{at}{host}" in site.addresses


def _is_ours(address: str, site: Site) -> bool:
    return _is_authors(address, site) or _at_the_blog(address, site)


def _sends_for_others(address: str, writer: str) -> bool:
    """Whether a machine sends from ``address`` and ``writer`` is a person elsewhere, not the machine's own mailbox."""
    mine, theirs = address.rpartition("@")[2], writer.rpartition("@")[2]
    return bool(FORM_SERVICE.match(address)) and not (
        f".{theirs}".endswith(f".{mine}") or f".{mine}".endswith(f".{theirs}")
    )


def _reply_to(message: Message) -> Person:
    """Whom an answer would reach (``facts["reply-to"]`` is ``Name <address>``)."""
    told = message.facts.get("reply-to") or (message.facts.get("typed", "") if message.to else "")
    name, bracket, address = told.rpartition("<")
    return Person(name=one_line(name), address=address.rstrip(">").strip().lower() if bracket else "")


def _form_writer(message: Message, site: Site) -> Person | None:
    """The reader for whom a contact form, the blog's or a hosted one, sent this to the author; None for other mail."""
    writer = _reply_to(message)
    sender = message.sender.address
    via = VIA.match(message.sender.name)
    if not writer.address or not (_is_ours(sender, site) or via or _sends_for_others(sender, writer.address)):
        return None
    if writer.address == message.sender.address or _is_authors(writer.address, site) or ROLE.match(writer.address):
        return None
    to_author = any(_is_ours(a, site) for a in message.to)
    elsewhere = bool(message.to and site.addresses) and _is_ours(sender, site)  # the author's own, to somebody
    if not to_author and (message.folder is Folder.SENT or elsewhere):
        return None
    if not writer.name and via:
        return replace(writer, name=via[1].strip())
    if not writer.name and (typed := message.facts.get("typed", "").partition("<")[0]):
        return replace(writer, name=one_line(typed))
    if not writer.name and (named := NAMED.search(message.body[:2000])):
        return replace(writer, name=one_line(named[1].partition(" (IP")[0]))  # as WordPress tells of a comment
    return writer


def whose(message: Message, site: Site) -> Message:
    """Return the message with ``yours`` set, and a form mailer's letter with its true writer as ``sender``.

    A mail to the author from one of the author's addresses, any at the blog's host, or a form service's, whose Reply-To
    is somebody else is that person's (handesk#295); looked at first, since such letters also lie in Sent folders: else
    all visitors of a form would be one writer, called Formspree. A letter that the author only sent on to an address of
    their own is its writer's. Otherwise the author's
    are those from ``site.addresses``, in a Sent folder, or marked so by the export.
    """
    writer = _form_writer(message, site)
    if writer is not None:
        # Some forms begin with From, Date and Subject of the visitor, which read like a forwarded letter's.
        words = message.own_words or blank_trimmed(message.body)
        return replace(message, sender=writer, yours=False, own_words=words)
    sent = message.folder is Folder.SENT and not message.facts.get("relayed")
    yours = message.yours or sent or _is_authors(message.sender.address, site)
    if yours and not message.own_words and (letter := _sent_on(message, site)):
        return letter
    return replace(message, yours=yours)


def _sent_on(message: Message, site: Site) -> Message | None:
    """The reader's letter that the author sent on to an address of their own, without a word of theirs."""
    to_themselves = bool(message.to) and all(_is_ours(a, site) for a in message.to)
    inner = forwarded(message.body) if to_themselves else None
    if inner is None or not inner.words or _is_ours(inner.sender.address, site):
        return None
    return replace(
        message,
        sender=inner.sender,
        sent=inner.sent or message.sent,
        subject=inner.subject or message.subject,
        own_words=inner.words,
        folder=Folder.INBOX,
        yours=False,
    )
