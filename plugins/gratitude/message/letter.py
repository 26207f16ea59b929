"""What arrived: a message, who wrote it, and what its form knew. Pure."""

from __future__ import annotations

__all__ = ["Arrival", "Folder", "Form", "Message", "Person", "Site"]

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum

from ..note import Via


class Folder(StrEnum):
    """What the place a message lay in says about it."""

    INBOX = "inbox"
    SENT = "sent"
    JUNK = "junk"
    TRASH = "trash"


@dataclass(frozen=True, slots=True)
class Person:
    """A writer as the message names them: ``name`` on one line, ``address`` in lower case; either may be ``""``."""

    name: str = ""
    address: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Site:
    """What the private steps know of the blog and of its author.

    ``hosts`` without ``www.`` (of SITEURL and of older addresses); ``addresses`` are the author's, lower case;
    ``names`` are what a reader may call the blog or its author (SITENAME, AUTHOR); ``lang`` is DEFAULT_LANG.
    """

    hosts: frozenset[str] = frozenset()
    addresses: frozenset[str] = frozenset()
    names: tuple[str, ...] = ()
    lang: str = "en"


@dataclass(frozen=True, slots=True, kw_only=True)
class Form:
    """What a form, or an export's record, knows beside the words. ``None`` or ``""``: it says nothing.

    ``show`` is private, counted, anonymous or named. ``honeypot`` is what the trap held; ``""`` is good and None means
    there was no trap. ``seconds`` is the time from opening the form to sending it.
    """

    post: str = ""
    show: str = ""
    author_url: str = ""
    honeypot: str | None = None
    seconds: float | None = None
    ip: str = ""
    user_agent: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Message:
    """One thing one writer sent, cleaned (`text.clean`) but otherwise as it came. Private.

    ``identity`` is unique and never changes: ``mid:ID`` (Message-ID without angle brackets), ``wp:SITE:ID``, or
    ``sha256:HEX`` (DESIGN: From, Date, Subject and the first text leaf). ``message_id`` has no angle brackets; an
    export's record uses its identity there, so that threads work alike. ``own_words`` is what the writer wrote
    (`collect.quoted`), links unwrapped; ``quoted`` is the rest of the body. ``sent`` is aware UTC, or None where no
    date can be read. ``public`` says that the words were readable by anybody on the blog (an approved comment).
    ``fingerprint`` is that hash also where there is a Message-ID, which form mailers repeat. ``yours`` says that the
    author wrote it. ``facts`` are the few headers screening reads, lower-case names:
    list-id, list-unsubscribe, auto-submitted, precedence, x-spam-flag, x-spam-status, x-originating-ip, return-path, content-type,
    reply-to (``Name <address>``), unreadable (why), calendar (an invitation), automatic (a vacation note), reaction (``against``: a thumb down, or one taken back),
    typed (``Name <address>`` in a contact form's fields), relayed (a comment system's letter brought it: ``comment``, or ``ping`` for another blog's), and for exports approved, akismet_result, type, post-name, post-title. ``to`` are addresses, lower case.
    """

    identity: str
    via: Via
    sender: Person = Person()
    subject: str = ""
    sent: datetime | None = None
    body: str = ""
    own_words: str = ""
    quoted: str = ""
    message_id: str = ""
    in_reply_to: str = ""
    references: tuple[str, ...] = ()
    to: tuple[str, ...] = ()
    folder: Folder = Folder.INBOX
    facts: Mapping[str, str] = field(default_factory=dict)
    form: Form = Form()
    post_url: str = ""
    public: bool = False
    yours: bool = False
    is_reaction: bool = False
    fingerprint: str = ""
    raw: bytes = b""

    @property
    def day(self) -> date | None:
        """The UTC day it was sent; None where no date can be read."""
        return self.sent.date() if self.sent else None


@dataclass(frozen=True, slots=True, kw_only=True)
class Arrival:
    """What a source yields: a message, or one that was set aside.

    ``message`` is None where it could not be read (``broken``) or need not be (skimmed); ``reason`` says why in words
    without anything private.
    A ``reason`` beside a message says why it would not be taken in (skim: bulk, automatic, junk, trash, deleted).
    ``place`` says where it lay, for the author ("inbox.mbox, message 14"). ``mark`` lets the source resume behind it.
    """

    message: Message | None
    reason: str | None = None
    place: str = ""
    mark: str = ""
    broken: bool = False
