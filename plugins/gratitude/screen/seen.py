"""What a message shows at one look: its prose, its links and its writer, read once for all rules. Pure."""

from __future__ import annotations

__all__ = ["Found", "Seen", "look", "unmasked"]

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass

from .. import text, urls
from ..message import Kind, Kinds, Links, Message, Site

MAX_CHARS = 5_000
"""Longer texts are judged by their beginning and their end: spam puts its address at one of them."""

FENCED = re.compile(r"(?:^|\n)(```|~~~)[^\n]{0,200}\n(?:(?!\1).{0,2000}\n){0,400}?\1")
INDENTED = re.compile(r"(?:^|\n)(?:    |\t)[^\n]{0,2000}")
INLINE = re.compile(r"`[^`\n]{1,300}`")
TAGGED = re.compile(
    r"<(pre|code)\b[^>]{0,100}>.{0,3000}?</\1>|\[(?:source)?code\b.{0,3000}?\[/(?:source)?code\]", re.S | re.I
)
IDENTIFIER = re.compile(
    r"\b[a-z]{2,20}[A-Z][a-z]{2,20}[A-Za-z]{0,40}\b|\b[a-z]{1,30}_[a-z]{1,30}\b|(?<!\S)--?[a-z][a-z-]{1,20}\b"
    r"|\b\w{1,30}\(\)|(?<![\w/:.])[~.]{0,2}/[\w.-]{1,40}/[\w.-]{1,40}"
    r"|\b[\w-]{1,40}\.(?:py|js|c|cpp|h|rs|go|rb|sh|conf|json|ya?ml|toml|md)\b"
)

HREF = re.compile(
    r"<a\b[^<>]{0,200}?\bhref\s{0,3}=\s{0,3}[\"'“”]?\s{0,3}([^\s\"'<>“”]{1,500})[^<>]{0,300}>([^<]{0,200})", re.I
)
BBCODE = re.compile(
    r"\[(?:url|link)(?:\s{0,2}=\s{0,2}[\"']?([^\]\s\"']{1,500})[\"']?)?\]([^\[\]]{0,300})\[/(?:url|link)\]", re.I
)
MARKDOWN = re.compile(
    r"\[([^\[\]]{0,200})\]\(\s{0,2}<?((?:https?://|www\.)[^\s()<>]{1,500}(?:\([^\s()<>]{0,80}\)[^\s()<>]{0,80})?)>?"
    r"(?:\s{1,3}[\"']([^\"\n]{0,200})[\"'])?\s{0,2}\)",
    re.I,
)
NAKED = re.compile(r"(?<![\w@./:-])(?:www\.[\w-]{1,60}(?:\.[\w-]{1,60}){1,3})(?:/[^\s<>\"'()]{0,300})?", re.I)
LOGIN = re.compile(
    r"openid|launchpad\.net|livejournal\.com|google\.com/(?:accounts|profiles)|stackexchange\.com|claimid|verisignlabs"
    r"|me\.yahoo\.com"
)
"""Addresses that identity providers give to readers who log in: a login is no website."""
WEB_SCHEME = re.compile(r"^https?://", re.I)
REL = re.compile(r"\brel\s{0,3}=", re.I)
"""What comment software adds to an address that it made a link of; nobody writes it by hand."""
TAG = re.compile(r"<[^<>]{1,300}>")

# Letters of other scripts that look like Latin ones (a small part of Unicode TR 39); NFKC sees to full width and bold.
LOOKALIKES = str.maketrans(
    "аеорсухіјѕһԁԝԛѵьгпʏᴀᴇɡɑıοαυνρτκιօսոցհɩⲟꜱ᧐ᥱᥙᥲց",
    "aeopcyxijshdwqvbrnyaegaioauvptkiounghiosoeuag",
)
ZERO_WIDTH = dict.fromkeys(map(ord, "\u200b\u200c\u200d\u2060\ufeff\u00ad\u180e"))


@dataclass(frozen=True, slots=True)
class Found:
    """One link: ``shape`` is href, bbcode, markdown or bare; ``label`` its words, ``""`` where it has none."""

    url: str
    host: str
    label: str = ""
    title: str = ""
    shape: str = "bare"


@dataclass(frozen=True, slots=True, kw_only=True)
class Seen:
    """A message as the rules read it.

    ``prose`` is the subject and the writer's words without code, at most `MAX_CHARS`; ``flat`` the same in lower case
    without links and disguises, its white space single (bots and mail wrap lines inside phrases). ``outside`` are the
    links to other sites, ``own`` the number of links to the blog. ``website`` is the address the writer gave, None
    where none was given or it is the blog's own or a login. ``words`` counts those of ``flat``.
    """

    message: Message
    kinds: Kinds
    links: Links
    site: Site
    prose: str
    flat: str
    words: int
    outside: tuple[Found, ...]
    own: int
    has_code: bool
    identifiers: int
    name: str
    website: Found | None

    @property
    def is_bare_thanks(self) -> bool:
        """Say whether it is a thank-you that leads nowhere: no link to another site, no website given."""
        return Kind.THANKS in self.kinds and not self.outside and self.website is None


def look(message: Message, kinds: Kinds, links: Links, site: Site, known: frozenset[str] = frozenset()) -> Seen:
    """Return what ``message`` shows. ``known`` are hosts that count as the blog's own. Any text; never raises."""
    ours = site.hosts | known
    whole = "\n.\n".join(part for part in (message.subject, message.own_words) if part)  # no phrase reaches over both
    if len(whole) > MAX_CHARS:
        whole = f"{whole[: MAX_CHARS * 3 // 4]}\n{whole[-MAX_CHARS // 4 :]}"
    prose = without_code(whole)
    found = tuple(links_of(prose))
    outside = tuple(f for f in found if not _is_of(f.host, ours))
    flat = flattened(prose)
    return Seen(
        message=message,
        kinds=kinds,
        links=links,
        site=site,
        prose=prose,
        flat=flat,
        words=len(text.words(flat)),
        outside=outside,
        own=len(found) - len(outside),
        has_code=len(prose) < len(whole) - 5,
        identifiers=len({m[0] for m in IDENTIFIER.finditer(urls.URL.sub(" ", prose))}),
        name=text.one_line(message.sender.name)[:200],
        website=_website(message.form.author_url, ours),
    )


def _website(address: str, ours: frozenset[str]) -> Found | None:
    """The address a writer gave in the form, unless it is the blog's own, a login or a bare ``http://``."""
    address = address.strip()[:1000]
    if not address:
        return None
    url = address if WEB_SCHEME.match(address) else f"http://{address}"
    host = urls.host(url)
    return Found(url, host) if host and not _is_of(host, ours) and not LOGIN.search(url) else None


def _is_of(host: str, ours: frozenset[str]) -> bool:
    return any(host == one or host.endswith(f".{one}") for one in ours)


def without_code(words: str) -> str:
    """Return ``words`` without fenced, indented, tagged and quoted code: a posted ``<a href`` is no link."""
    for pattern in (TAGGED, FENCED, INDENTED, INLINE):
        words = pattern.sub("\n" if pattern is not INLINE else " ", words)
    return words


def links_of(prose: str) -> Iterator[Found]:
    """Yield the links of ``prose``, each place once: written as HTML, BBCode or Markdown, then the bare ones."""
    rest = prose
    for pattern, shape in ((HREF, "href"), (BBCODE, "bbcode"), (MARKDOWN, "markdown")):
        for m in pattern.finditer(rest):
            label, url, title = (
                (m[1], m[2], m[3] or "") if shape == "markdown" else (m[2] or "", m[1] or m[2] or "", "")
            )
            if (host := urls.host(url if WEB_SCHEME.match(url) else f"http://{url}")) and "." in host:
                kept = "bare" if shape == "href" and REL.search(m[0].partition(">")[0]) else shape
                yield Found(url, host, text.one_line(TAG.sub(" ", label)), text.one_line(title), kept)
        rest = pattern.sub(" ", rest)
    for _, _, url in urls.find(rest):
        if host := urls.host(url):
            yield Found(url, host)
    for m in NAKED.finditer(urls.URL.sub(" ", rest)):
        yield Found(m[0], urls.host(f"http://{m[0]}"))


def unmasked(words: str) -> str:
    """Return ``words`` in lower case with disguises undone: full width, invisible characters, letters that look alike.

    A word is translated only where it mixes scripts: a Russian text stays Russian.
    """
    words = unicodedata.normalize("NFKC", words).translate(ZERO_WIDTH).casefold()
    if words.isascii():
        return words
    return " ".join(w if w.isascii() or not is_mixed(w) else w.translate(LOOKALIKES) for w in words.split())


def is_mixed(word: str) -> bool:
    """Say whether ``word`` mixes Latin letters with letters of another script that look like Latin ones."""
    latin = any(c.isascii() and c.isalpha() for c in word)
    return latin and any(ord(c) in LOOKALIKES for c in word)


def flattened(prose: str) -> str:
    """Return ``prose`` for matching phrases: labels kept, addresses and tags gone, disguises undone, spaces single."""
    for pattern, kept in ((BBCODE, r" \2 "), (MARKDOWN, r" \1 "), (TAG, " "), (urls.URL, " ")):
        prose = pattern.sub(kept, prose)
    flat = unmasked(prose).replace("’", "'").replace("`", "'")
    return " ".join(flat.split())
