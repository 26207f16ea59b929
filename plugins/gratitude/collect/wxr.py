"""One comment of a WordPress export to a `Message`: what is taken, what was public, whose it is. Pure."""

from __future__ import annotations

__all__ = ["Blog", "Item", "Record", "comment", "paired"]

import hashlib
import re
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime
from html import unescape
from urllib.parse import unquote

from ..message import Arrival, Folder, Form, Message, Person
from ..note import Via
from ..text import clean, one_line
from ..urls import host
from .dates import wordpress_date
from .headers import ADDRESS
from .html import html_text
from .mojibake import mended
from .parse import true_addresses
from .placeholders import without_placeholders
from .relayed import PINGBACK

MAX_TEXT = 256 * 1024
TAKEN = {"1", "0"}
"""Statuses that are taken: approved and pending. WordPress also exports its trash (wp-admin/includes/export.php)."""
STATUSES = {
    "approve": "1",
    "approved": "1",
    "publish": "1",
    "hold": "0",
    "pending": "0",
    "unapproved": "0",
    "unapprove": "0",
}
SPAM = "marked as spam on the old blog"
LEFT_OUT = {"trash": "in the trash of the old blog", "post-trashed": "in the trash of the old blog", "spam": SPAM}
OTHERS = {
    "pingback": PINGBACK,
    "trackback": "a trackback",
    "note": "an editor's note",
    "order_note": "a shop's note",
    "webhook_delivery": "a shop's note",
    "action_log": "a shop's note",
    "review": "a shop's review",
}
REFERENCE = re.compile(r"&(?:amp;)?(?:#\d{1,6}|#x[0-9a-f]{1,5}|[a-z]{2,8}\d{0,2});", re.IGNORECASE)
SHORTCODE = re.compile(
    r"\[(/?)(?:code|sourcecode|source|cc|pre|php|python|bash|shell)\b[^\]\n]{0,120}\]", re.IGNORECASE
)
QUOTE_TAG = re.compile(r"\[(/?)quote(?:=[^\]\n]{0,80})?\]", re.IGNORECASE)
"""How forums mark a quote; comment plugins took it over."""
FENCE = re.compile(r"\s{0,3}`{3,}\s*$")
PING = re.compile(
    r"(?:<strong>.{0,300}</strong>\s*)?\[(?:\.\.\.|…|&#8230;|&hellip;)\].*\[(?:\.\.\.|…|&#8230;|&hellip;)\]", re.DOTALL
)
REBLOG = re.compile(
    r"\s*(?:Reblogged this on|A reblogué ceci sur|Reblogueó esto en|Reblogou isso em|Ha ripubblicato questo su"
    r"|Hat dies auf|Heeft dit herblogd op) (?!(?:my|our)\b)[^\n!?]{1,200}?(?: rebloggt)?"
    r"(?:(?: and commented| et a commenté| y comentado| e comentado| e ha commentato| en reageerde| und kommentierte) ?:"
    r"|\.?\s*\Z|\.\s*\n)\s*",
    re.IGNORECASE,
)
"""What WordPress.com writes in the name of somebody who shows the post on a blog of their own; their words may follow."""
WRAPPED_NAME = re.compile(r"\s*<(a|b|i|em|strong|span|font)(?:\s[^<>]*)?>(.*)</\1>\s*", re.IGNORECASE)
PAIR = re.compile(r"&(?:amp;)?#(5[5-6]\d{3});&(?:amp;)?#(5[6-7]\d{3});")


@dataclass(frozen=True, slots=True)
class Blog:
    """The old blog: its address without scheme, and its authors' numbers and addresses."""

    site: str = ""
    weight: int = -1
    author_ids: frozenset[str] = frozenset()
    author_emails: frozenset[str] = frozenset()

    def with_site(self, site: str, weight: int) -> Blog:
        """The blog with this address, where it is a better founded one."""
        return replace(self, site=site, weight=weight) if site and weight > self.weight else self

    def with_author(self, number: str, email: str) -> Blog:
        """The blog with one more author."""
        emails = self.author_emails | {email} if email else self.author_emails
        return replace(self, author_ids=self.author_ids | {number} if number else self.author_ids, author_emails=emails)


@dataclass(frozen=True, slots=True)
class Item:
    """The post a comment stands under."""

    link: str = ""
    title: str = ""
    name: str = ""
    status: str = "publish"
    is_locked: bool = False


@dataclass(frozen=True, slots=True)
class Record:
    """One ``wp:comment``: its values by name and its metadata."""

    values: Mapping[str, str] = field(default_factory=dict)
    meta: Mapping[str, str] = field(default_factory=dict)

    def __getitem__(self, name: str) -> str:
        return self.values.get(name, "").strip()

    @property
    def status(self) -> str:
        """``1``, ``0``, ``spam``, ``trash``, or whatever else it says; WordPress's own interfaces spell the first two."""
        status = self["comment_approved"].lower()
        return STATUSES.get(status, status or "0")

    @property
    def number(self) -> str:
        """The comment's own number; ``""`` where it has none."""
        number = self["comment_id"]
        return number if number.isascii() and number.isdigit() and len(number) < 20 else ""

    @property
    def parent(self) -> str:
        """The number of the comment it answers; ``""`` for none."""
        number = self["comment_parent"]
        return number if number.isascii() and number.isdigit() and len(number) < 20 and number.strip("0") else ""


def _unescaped(text: str) -> str:
    """Entities undone, also those that were escaped twice, and backslashes before quotes (WeBlog#228)."""
    text = paired(text)
    for _ in range(3):
        if not REFERENCE.search(text):
            break
        text = unescape(text)
    return re.sub(r"\\+(['\"])", r"\1", text)


def paired(text: str) -> str:
    """Return ``text`` with the halves of a character that somebody escaped one by one (``&#55357;&#56397;``) made whole."""
    return PAIR.sub(_whole, text) if "&#5" in text or "&amp;#5" in text else text


def _whole(m: re.Match[str]) -> str:
    high, low = int(m[1]), int(m[2])
    if 0xD800 <= high < 0xDC00 <= low < 0xE000:
        return chr(0x10000 + (high - 0xD800 << 10) + low - 0xDC00)
    return m[0]


def mended_name(text: str) -> str:
    """Return a comment's author as a person would write it: ``O&#039;Neill`` is O'Neill, a link is its text."""
    name = one_line(mended(_unescaped(text[:2000])))
    while m := WRAPPED_NAME.fullmatch(name):
        name = m[2].strip()
    return name[:200]


def mended_text(content: str) -> str:
    """Return a comment's words: HTML to text, shortcodes to fences, escapes mended everywhere but in code."""
    content = paired(mended(content[:MAX_TEXT]))
    marks = [m[1] for m in SHORTCODE.finditer(content)]
    if marks and marks == ["", "/"] * (len(marks) // 2):
        content = SHORTCODE.sub(lambda m: "</pre>" if m[1] else "<pre>", content)
    out: list[str] = []
    fenced = False
    if len(QUOTE_TAG.findall(content)) and [m[1] for m in QUOTE_TAG.finditer(content)] == [
        "",
        "/",
    ] * content.lower().count("[/quote]"):
        content = QUOTE_TAG.sub(lambda m: "</blockquote>" if m[1] else "<blockquote>", content)
    words, tail = html_text(content, typed=True)
    for line in "\n\n".join(t for t in (words, tail) if t).split("\n"):
        if FENCE.match(line):
            fenced = not fenced
        out.append(line if fenced or FENCE.match(line) else "`".join(
            piece if n % 2 else _unescaped(piece) for n, piece in enumerate(line.split("`"))))  # fmt: skip
    return without_placeholders(clean(true_addresses("\n".join(out)))).strip("\n")


def _chain(number: str, parents: Mapping[str, str], site: str) -> tuple[str, ...]:
    """The identities of the comments it answers, oldest first; a missing parent is named all the same."""
    chain: list[str] = []
    current = parents.get(number, "")
    while current and current not in chain and current != number and len(chain) < 200:
        chain.append(current)
        current = parents.get(current, "")
    return tuple(f"wp:{site}:{n}" for n in reversed(chain))


def _identity(record: Record, site: str) -> str:
    """The site and the comment's number, else a hash of author, time and text."""
    if record.number:
        return f"wp:{site}:{record.number}"
    parts = "\0".join(record[n] for n in ("comment_author", "comment_author_email", "comment_date", "comment_content"))
    return f"wp:{site}:sha256-{hashlib.sha256(parts.encode('utf-8', 'replace')).hexdigest()[:32]}"


def _is_authors(record: Record, blog: Blog) -> bool:
    """Whether a user of the blog wrote it: with a list of authors, one of these; a registered reader is none."""
    number = record["comment_user_id"]
    if not number.isdigit() or not number.strip("0"):
        return False
    if not blog.author_ids and not blog.author_emails:
        return True
    return number in blog.author_ids or record["comment_author_email"].lower() in blog.author_emails


def _left_out(record: Record) -> str | None:
    """Why a record is not taken in."""
    kind, status = record["comment_type"].lower(), record.status
    if kind not in ("", "comment"):
        return OTHERS.get(kind, "a record that is no comment")
    if record["comment_author_email"].lower() == "wapuu@wordpress.example" or (
        host(record["comment_author_url"]) == "wordpress.org" and "WordPress" in record["comment_author"]
    ):
        return "the sample comment of a new blog"
    if (
        not record["comment_author_email"]
        and record["comment_author_url"]
        and PING.fullmatch(record["comment_content"])
    ):
        return OTHERS["pingback"]  # of 234 in seventeen exports many have no type
    if REBLOG.fullmatch(record["comment_content"]):
        return "told that somebody shows the post on another blog"
    if status not in TAKEN:
        return LEFT_OUT.get(status, "a comment of a status that gratitude does not know")
    return None


def _sent(record: Record) -> datetime | None:
    """The moment it was written; by the blog's own clock where nothing else is left."""
    return wordpress_date(record["comment_date_gmt"]) or wordpress_date(record["comment_date"])


def _facts(record: Record, item: Item) -> dict[str, str]:
    """What screening and linking read of a comment. ``akismet_as_submitted`` holds request data and is dropped."""
    facts = {"approved": record.status, "type": record["comment_type"]}
    facts |= {k: v for k, v in (("post-name", unquote(item.name)), ("post-title", mended_name(item.title))) if v}
    facts |= {k: record.meta[k] for k in ("akismet_result", "akismet_user_result") if record.meta.get(k)}
    return {k: one_line(v)[:200] for k, v in facts.items()}


def _message(record: Record, item: Item, blog: Blog, parents: Mapping[str, str]) -> Message:
    """The comment as a message."""
    identity = _identity(record, blog.site)
    words = mended_text(record.values.get("comment_content", ""))
    words = REBLOG.sub("", words, count=1) if REBLOG.match(words) else words
    address = ADDRESS.fullmatch(record["comment_author_email"])
    is_authors = _is_authors(record, blog)
    chain = _chain(record.number, parents, blog.site)
    return Message(
        identity=identity,
        via=Via.COMMENT,
        sender=Person(
            name=mended_name(record["comment_author"]), address=one_line(address[0]).lower() if address else ""
        ),
        sent=_sent(record),
        body=words,
        own_words=words,
        message_id=identity,
        in_reply_to=chain[-1] if chain else "",
        references=chain,
        folder=Folder.SENT if is_authors else Folder.INBOX,
        facts=_facts(record, item),
        form=Form(
            author_url=one_line(record["comment_author_url"])[:500],
            ip=one_line(record["comment_author_IP"]).removeprefix("::ffff:")[:64],
            user_agent=one_line(record["comment_agent"])[:500],
        ),
        post_url=one_line(item.link)[:1000],
        public=record.status == "1" and item.status == "publish" and not item.is_locked,
        yours=is_authors,
    )


def comment(
    record: Record, item: Item, blog: Blog, parents: Mapping[str, str], *, place: str, explain: bool = False
) -> Arrival:
    """Return one comment as it arrived, with the reason where it is not taken in. Never raises.

    ``parents`` maps the numbers of the post's comments to those they answer.
    """
    if not blog.site:
        blog = replace(blog, site=host(item.link) or "unknown")
    mark = _identity(record, blog.site)
    reason = _left_out(record)
    if reason and reason != SPAM and not explain:  # spam teaches the learner
        return Arrival(message=None, reason=reason, place=place, mark=mark)
    try:
        message = _message(record, item, blog, parents)
    except Exception as problem:  # noqa: BLE001  the one-bad-message guard
        return Arrival(message=None, reason=f"unreadable ({type(problem).__name__})", place=place, mark=mark)
    if not reason and not message.own_words:
        reason = "an empty comment"
    return Arrival(message=message, reason=reason, place=place, mark=mark)
