"""Links that a message names itself: form, address, thread, title, plus-address. Each is sure. Pure."""

from __future__ import annotations

__all__ = ["explicit"]

import re
from collections.abc import Iterator

from ..message import Catalogue, Earlier, History, Link, Message, Post, Reason, Tier
from ..urls import find, original, unwrapped
from .known import MIN_TITLE_CHARS, MIN_TITLE_WORDS, bare, known
from .threads import ancestors, plain_subject

MAX_ADDRESSES = 200
MAX_TEXT = 100_000
MAX_QUOTED_POSTS = 3
"""More posts in quoted text are a list (a digest, a feed), not what the message is about."""

BARE = re.compile(r"(?<![\w@/.:-])(?:[\w-]{1,63}\.){1,5}[a-zA-Z]{2,18}/[^\s<>\"'“”«»]{1,300}")
"""An address somebody typed without https://."""

QUOTED_TITLE = re.compile(r"[\"“„«‘']([^\"“”„«»\n]{15,200}?)[\"”“»’']")
PLUS = re.compile(r"[^@+]{1,64}\+([^@]{2,200})@")


def explicit(message: Message, catalogue: Catalogue, history: History) -> tuple[Link, ...]:
    """Return the sure links of a message, the one that decides first; several addresses are several links.

    What stands nearest to the writer decides: the form, the post it stands under, addresses in the writer's words,
    the thread, the subject, the address it was sent to, addresses in the quoted text.
    """
    found: dict[str, list[Reason]] = {}
    for post, reason in _named(message, catalogue):
        found.setdefault(post.key, []).append(reason)
    others = (_thread(message, catalogue, history), _title(message, catalogue), _plus(message, catalogue))
    for also, reason in others:
        if also is not None and (not found or also.key in found):
            found.setdefault(also.key, []).append(reason)
    if not found:
        quoted = _addresses(message.quoted, catalogue)
        if len(quoted) <= MAX_QUOTED_POSTS:
            found = {p.key: [Reason("quoted", "the mail it answers holds the address of the post")] for p in quoted}
    return tuple(
        Link(post=key, score=1.0, tier=Tier.SURE, evidence=tuple(dict.fromkeys(why))) for key, why in found.items()
    )


def _named(message: Message, catalogue: Catalogue) -> Iterator[tuple[Post, Reason]]:
    """Yield the posts that form, place and words name, with their reasons."""
    if message.form.post and (post := _by_name(message.form.post, catalogue)):
        yield post, Reason("form", "the form it was sent with stands on the post")
    if post := _place(message, catalogue):
        yield post, Reason("post_url", "it stands under the post")
    for post in _addresses(message.own_words, catalogue):
        yield post, Reason("address", "its words hold the address of the post")
    for title in _quoted_titles(message.own_words):
        if post := known(catalogue).titles.get(title):
            yield post, Reason("title", "its words name the title of the post in quotes")


def _place(message: Message, catalogue: Catalogue) -> Post | None:
    """Return the post an export says a comment stands under: by its address, else its slug or its whole title.

    WordPress's plain addresses (``/?p=12``) name nothing, and a blog that moved has others now.
    """
    if message.post_url and (post := _by_name(message.post_url, catalogue)):
        return post
    if (slug := message.facts.get("post-name", "")) and (post := catalogue.get(slug)):
        return post
    return known(catalogue).titles.get(bare(message.facts.get("post-title", "")))


def _by_name(name: str, catalogue: Catalogue) -> Post | None:
    """Return the post of a slug, a path or an address."""
    name = name.strip()
    found = catalogue.get(name) or catalogue.get(name.strip("/")) or catalogue.by_url(name)
    return found or (None if "//" in name else catalogue.by_url(f"https://{name}"))


def _addresses(text: str, catalogue: Catalogue) -> list[Post]:
    """Return the posts whose addresses stand in the text, in its order."""
    text = text[:MAX_TEXT]
    places = [(start, end, url) for start, end, url in find(text)]
    taken = [(start, end) for start, end, _ in places]
    for m in BARE.finditer(text):
        if not any(start <= m.start() < end for start, end in taken):
            places.append((m.start(), m.end(), "https://" + m[0].rstrip(".,;:!?)")))
    found: dict[str, Post] = {}
    for _, end, url in sorted(places)[:MAX_ADDRESSES]:
        post = _whole(text, end, url, catalogue) or catalogue.by_url(original(unwrapped(url) or url))
        if post is not None:
            found.setdefault(post.key, post)
    return list(found.values())


def _whole(text: str, end: int, url: str, catalogue: Catalogue) -> Post | None:
    """Return the post of an address that a line's end cut in two (RFC 3676 mails of careless programs)."""
    m = re.compile(r"[-/_.=]?\n(?=[^\s])([^\s<>\"]{1,300})").match(text, end)
    return catalogue.by_url(url + m[0].replace("\n", "").rstrip(".,;:!?)>")) if m else None


def _thread(message: Message, catalogue: Catalogue, history: History) -> tuple[Post | None, Reason]:
    """Return the post that the messages above this one are about, the nearest that names one."""
    for one in ancestors(message, history):
        post = catalogue.get(one.post) if one.post else _named_above(one, catalogue)
        if post is not None:
            return post, Reason("thread", "it answers a message about the post")
    return None, Reason("thread", "")


def _named_above(one: Earlier, catalogue: Catalogue) -> Post | None:
    return next((post for post, _ in _named(one.message, catalogue)), None)


def _title(message: Message, catalogue: Catalogue) -> tuple[Post | None, Reason]:
    """Return the post whose whole title stands in the subject: the longest, if it is unmistakable."""
    reason = Reason("title", "its subject is the title of the post")
    subject = plain_subject(message.subject)
    if not subject:
        return None, reason
    titles = known(catalogue).titles
    if (post := titles.get(bare(subject))) is not None:
        return post, reason
    reason = Reason("title", "its subject holds the title of the post")
    padded = f" {bare(subject)} "
    within = [
        t for t in titles if len(t) < len(padded) - 2 and f" {t} " in padded and len(t.split()) >= MIN_TITLE_WORDS
    ]
    best = max(within, key=len, default="")
    return (titles[best] if len(best) >= MIN_TITLE_CHARS else None), reason


def _quoted_titles(text: str) -> list[str]:
    return [bare(m[1]) for m in QUOTED_TITLE.finditer(text[:MAX_TEXT])]


def _plus(message: Message, catalogue: Catalogue) -> tuple[Post | None, Reason]:
    """Return the post that the address after the + names: name+slug@host (RFC 5233)."""
    reason = Reason("plus", "it was sent to the address of the post")
    for address in message.to:
        if (m := PLUS.match(address)) and (post := catalogue.get(m[1])):
            return post, reason
    return None, reason
