"""About which messages a spam service may be asked, and exactly what it would be told of them. Pure."""

from __future__ import annotations

__all__ = ["HONEYPOT_FIELD", "NO_IP", "Permitted", "barred", "fields_of", "is_import", "real_ip"]

import ipaddress
import re
from dataclasses import dataclass

from ..message import Message, Post
from ..note import Via

HONEYPOT_FIELD = "gratitude_trap"
"""What the trap of a form is called there; no name of the service's own."""
NO_IP = "the IP address of its writer is not known"
MAX_CONTENT = 20_000
"""Characters of somebody's words that are sent: as many as a note may hold."""
CONTACT = frozenset({"private", "counted"})
"""What a form's writer chose who did not write for everybody's eyes: it was a contact form, not a comment."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Permitted:
    """What the author lets out beside comments and form messages: mails, imported comments, writers' addresses."""

    mail: bool = False
    imports: bool = False
    address: bool = False


def is_import(message: Message) -> bool:
    """Say whether it comes from an export, not from a reader just now: its identity is then a site's, not a mail's."""
    return message.via is Via.IMPORT or (
        message.via is Via.COMMENT and not message.identity.startswith(("mid:", "sha256:"))
    )


def barred(message: Message, permitted: Permitted) -> str:
    """Return why nobody may be asked about ``message``, in words; ``""`` where it may be sent."""
    if message.yours:
        return "it is your own"
    if message.via is Via.WEBMENTION:
        return "a webmention is public already and names its own page"
    if message.via is Via.MAIL and not permitted.mail:
        return "it is a mail, and [akismet] mail is off"
    if is_import(message):
        if message.public or message.facts.get("approved") == "1":
            return "it was approved on the old blog"
        if not permitted.imports:
            return "it comes from an export, and [akismet] imports is off"
    if (message.form.honeypot or "").strip():
        return "it filled the field that people do not see, which is decided here"
    return "" if _ip_of(message) else NO_IP


def real_ip(text: str) -> str:
    """Return the address of somebody on the internet that ``text`` is, else ``""``.

    Not one of a private network, of documentation, or one whose last part was cut off for privacy (WordPress's eraser
    leaves 203.0.113.0 and 2001:db8:1:2::): the service must not learn anything of an address that nobody wrote from.
    """
    try:
        found = ipaddress.ip_address(text.strip()[:64].partition("%")[0])
    except ValueError:
        return ""
    if isinstance(found, ipaddress.IPv6Address) and found.ipv4_mapped:
        found = found.ipv4_mapped
    cut_off = 0xFF if found.version == 4 else 0xFFFF_FFFF_FFFF_FFFF
    return str(found) if found.is_global and not found.is_multicast and int(found) & cut_off else ""


def fields_of(message: Message, permitted: Permitted, *, post: Post | None, lang: str) -> dict[str, str]:
    """Return all that would be told of ``message``, by the names under which it travels; it must not be `barred`.

    ``post`` is the one it stands under, where that is known: its address and, as context, its title. The writer's
    address is left out, also of their own words, unless it is ``permitted``. The honeypot is always empty: a filled
    one is never sent. https://akismet.com/developers/detailed-docs/comment-check/
    """
    address = "" if permitted.address else message.sender.address
    sent = message.sent.strftime("%Y-%m-%dT%H:%M:%SZ") if message.sent else ""
    values = {
        "user_ip": _ip_of(message),
        "user_agent": message.form.user_agent,
        "permalink": _permalink(message, post),
        "comment_type": _type_of(message),
        "comment_author": _without(message.sender.name, address),
        "comment_author_email": message.sender.address if permitted.address else "",
        "comment_author_url": _without(message.form.author_url, address),
        "comment_content": _without(message.own_words[:MAX_CONTENT], address),
        "comment_date_gmt": sent,
        "comment_post_modified_gmt": f"{post.day}T00:00:00Z" if post and post.day else "",
        "comment_context[]": post.title if post else "",
        "blog_lang": lang,
        "blog_charset": "UTF-8",
    }
    if message.form.honeypot is not None:
        values |= {"honeypot_field_name": HONEYPOT_FIELD, HONEYPOT_FIELD: ""}
    return {name: value for name, value in values.items() if value or name in {"comment_content", HONEYPOT_FIELD}}


def _ip_of(message: Message) -> str:
    """The address the writer's form noted; of a mail what its provider noted. Never one out of ``Received``."""
    return real_ip(message.form.ip or message.facts.get("x-originating-ip", "").strip("[] "))


def _type_of(message: Message) -> str:
    if message.via is Via.MAIL:
        return "message"
    place = message.form.post or message.post_url
    return "comment" if place and message.form.show not in CONTACT else "contact-form"


def _permalink(message: Message, post: Post | None) -> str:
    if post and post.urls and post.urls[0].startswith(("http://", "https://")):
        return post.urls[0]
    return next((p for p in (message.post_url, message.form.post) if p.startswith(("http://", "https://"))), "")


def _without(text: str, address: str) -> str:
    """Return ``text`` without the writer's ``address``, also where it stands percent-encoded in a link."""
    local, _, domain = address.partition("@")
    if not local or not domain:
        return text
    return re.sub(f"{re.escape(local)}(?:@|%40){re.escape(domain)}", "[address]", text, flags=re.I)
