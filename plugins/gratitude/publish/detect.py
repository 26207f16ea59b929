"""Mail addresses and message-ids in a text: what must go, and what only looks like one and stays. Pure."""

from __future__ import annotations

__all__ = ["ADDRESS", "IN_CODE", "MESSAGE_ID", "UNDELIVERABLE", "addresses"]

import re
from collections.abc import Iterator, Sequence
from urllib.parse import quote

from ..message import Person
from .seen import Find, Page, View

ADDRESS, MESSAGE_ID = "a mail address", "a message-id"
IN_CODE, UNDELIVERABLE = "in code", "undeliverable"
MAX_LOCAL = 320
"""Longest local part looked at: RFC 5321 allows 64, senders of bulk mail write more."""

ENCODED_AT = re.compile(r"%(?:25){0,3}40|&#0{0,4}64;|&#[xX]0{0,4}40;|&commat;|[\uff20\ufe6b]")
"""Looked for in the text itself too: behind a stray percent sign an address does not decode (``%ann%40...``)."""
HOST = re.compile(r"\[(?:IPv6:)?[0-9A-Fa-f.:]{2,45}\]|[^\W_][\w-]{0,62}(?:\.[\w-]{1,63}){0,8}")
HOST_RUN = re.compile(r"[^\s<>@]{1,255}")
ENDING = re.compile(r"xn--[\w-]{2,59}|[^\W\d_]{2,63}")
_NOT_ENDINGS = (
    # systemd.unit(5)
    "service socket device mount automount swap target path timer slice scope "
    # names that no public server answers to (RFC 6761, RFC 6762, ICANN SAC113)
    "local localhost localdomain lan internal intranet invalid onion "
    # files, as in image@2x.png
    "png jpg jpeg gif svg webp ico css js html htm txt pdf json yaml yml xml conf log gz zip"
)
NOT_ENDINGS = frozenset(_NOT_ENDINGS.split())
ACCOUNTS = frozenset({"git", "hg", "svn", "cvs", "gitea", "forgejo", "aur"})
PROMPT = re.compile(r":[^\s@]{0,80}[$#%](?:\s|$)|[ \t]+~?[^\s@]{0,40}\]?[$#](?:\s|$)")
REMOTE = re.compile(r":[^\s:]")
ID = re.compile(r"<([^<>\s@]{1,250})@([^<>\s]{1,250})>")

AT = (
    r"(?:[^\S\n]{0,3}[\[({<][^\S\n]?(?:at|ät|arobase|arroba|@)[^\S\n]?[\])}>][^\S\n]{0,3}"
    r"|[^\S\n]{1,3}(?:at|ät|@)[^\S\n]{1,3}|@)"
)
DOT = (
    r"(?:[^\S\n]{0,3}[\[({<][^\S\n]?(?:dot|punkt|point|punto|ponto|\.)[^\S\n]?[\])}>][^\S\n]{0,3}"
    r"|[^\S\n]{1,3}(?:dot|punkt|point|punto|ponto)[^\S\n]{1,3}|\.)"
)
SPELLED = re.compile(
    rf"(?<![\w.+-])(?P<local>[\w+-]{{1,64}}(?:{DOT}[\w+-]{{1,64}}){{0,3}})(?P<at>{AT})"
    rf"(?P<host>[\w-]{{1,63}}(?:{DOT}[\w-]{{1,63}}){{1,5}})(?!\w)",
    re.IGNORECASE,
)
DOTS = re.compile(DOT, re.IGNORECASE)
DOT_WORD = re.compile(r"dot|punkt|point|punto|ponto", re.IGNORECASE)
NO_LOCALS = frozenset({"me", "us", "it", "you", "him", "her", "them", "is", "are", "was", "mich", "uns", "moi", "nous"})
CUE = re.compile(
    r"(?:e-?mails?|mail|mailto|address|adresse|contact|reach|write to|correo|courriel|posta)\b[^\n]{0,30}$",
    re.IGNORECASE,
)


class _Known:
    """The addresses of the conversation's people, by host and by length of the local part."""

    def __init__(self, people: Sequence[Person]) -> None:
        self.hosts: dict[str, dict[int, set[str]]] = {}
        for person in people:
            local, at, host = _lowered(person.address.strip()).rpartition("@")
            for spelling in _hosts(host) if local and at and host else ():
                for written in {local, quote(local, safe="", errors="replace").lower()}:
                    self.hosts.setdefault(spelling, {}).setdefault(len(written), set()).add(written)
        self.lengths = sorted({len(h) for h in self.hosts})

    def at(self, low: str, at: int, behind: int) -> tuple[int, int] | None:
        """Return the place of a known address whose ``@`` stands at ``at:behind`` of the lower-case text, the longest."""
        run = HOST_RUN.match(low, behind)
        best = None
        for length in self.lengths:
            if run is None or length > run.end() - behind:
                break
            for size, locals_ in self.hosts.get(low[behind : behind + length], {}).items():
                if size <= at and low[at - size : at] in locals_ and (best is None or at - size < best[0]):
                    best = (at - size, behind + length)
        return best

    def has(self, address: str) -> bool:
        local, _, host = _lowered(address).rpartition("@")
        return local in self.hosts.get(host, {}).get(len(local), ())


def addresses(page: Page, people: Sequence[Person]) -> Iterator[tuple[Find, str]]:
    """Yield (find, why it stays) for whatever looks like an address or a message-id; ``""``: it must go.

    Addresses of ``people`` always go. Why others stay: `IN_CODE` or `UNDELIVERABLE`. Places are those of the text,
    whatever escape the address was written in; they may overlap. Linear in the text.
    """
    known = _Known(people)
    ids = [m.span() for m in ID.finditer(page.text) if _is_message_id(page.text, m)]
    for start, end in ids:
        yield Find(start + 1, end - 1, MESSAGE_ID), IN_CODE if page.in_code(start, end) else ""
    low = _lowered(page.text)
    for m in ENCODED_AT.finditer(page.text):
        if theirs := known.at(low, m.start(), m.end()):
            yield Find(*page.whole(page.views[0], *theirs), ADDRESS), ""
    for view in page.views:
        yield from _in_view(page, view, known, ids if view is page.views[0] else [])
    yield from _spelled(page, known)


def _in_view(page: Page, view: View, known: _Known, ids: list[tuple[int, int]]) -> Iterator[tuple[Find, str]]:
    low = _lowered(view.text)
    floor, n = 0, 0
    for m in re.finditer("@", view.text):
        at = m.start()
        theirs = known.at(low, at, at + 1)
        if theirs:
            yield Find(*page.whole(view, *theirs), ADDRESS), ""
        while n < len(ids) and ids[n][1] <= at:
            n += 1
        start, host = _local(view.text, at, floor), HOST.match(view.text, at + 1)
        floor = at + 1
        if theirs or host is None or start == at or (n < len(ids) and ids[n][0] <= at):
            continue
        stays = _stays(view.text, start, at, host)
        if stays is None:
            continue
        begin, end = page.whole(view, start, at + 1 + len(host[0].rstrip("-_")))
        link = page.link(begin, end)
        if stays and link:
            continue
        yield Find(begin, end, ADDRESS), stays or (IN_CODE if page.in_code(begin, end) else "")


def _local(text: str, at: int, floor: int) -> int:
    """Return where the local part before ``at`` begins; ``at`` where there is none."""
    floor = max(floor, at - MAX_LOCAL)
    if at > floor and text[at - 1] == '"':
        begin = text.rfind('"', max(floor, at - 66), at - 1)
        return begin if begin >= 0 and "\n" not in text[begin:at] else at
    start = at
    while start > floor and (text[start - 1].isalnum() or text[start - 1] in "_.+-'’"):
        start -= 1
    while start < at and text[start] in ".-'’+":
        start += 1
    return start


def _stays(text: str, start: int, at: int, host: re.Match[str]) -> str | None:
    """Say why what looks like an address is none; ``""`` where it is one, None where it looks like nothing at all."""
    local, name = text[start:at], host[0].rstrip("-_")
    labels = name.split(".")
    if name[0] == "[":
        return ""
    ending = ENDING.match(labels[-1])
    if len(labels) == 1:
        return UNDELIVERABLE if name[:1].isalpha() else None
    if ending is None or all(label.lstrip("v").isdigit() for label in labels[:-1]):
        return None
    if (start and text[start - 1] == "@") or ending[0].lower() in NOT_ENDINGS:
        return UNDELIVERABLE
    if local.lower() in ACCOUNTS and (REMOTE.match(text, host.end()) or text[max(0, start - 3) : start] == "://"):
        return UNDELIVERABLE
    return UNDELIVERABLE if PROMPT.match(text, host.end()) else ""


def _is_message_id(text: str, m: re.Match[str]) -> bool:
    """Say whether ``<...@...>`` is an id and not somebody's address: long, many digits, or named as one."""
    local, host = m[1], m[2]
    digits = sum(c.isdigit() for c in local)
    named = re.search(
        r"(?:message-id|in-reply-to|references|mid)\W{0,4}$", text[max(0, m.start() - 20) : m.start()], re.I
    )
    return bool(named) or len(local) >= 24 or digits >= 6 or bool(set(local) & set("$%=")) or "@" in host


def _spelled(page: Page, known: _Known) -> Iterator[tuple[Find, str]]:
    """Yield addresses written out ("name at example dot com"), where nothing else can be meant."""
    text = page.text
    for m in SPELLED.finditer(text):
        local, host = DOTS.sub(".", m["local"]), DOTS.sub(".", m["host"])
        if known.has(f"{local}@{host}"):
            yield Find(*page.whole(page.views[0], *m.span()), ADDRESS), ""
            continue
        if m["at"] == "@" and m["host"] == host:
            continue  # a plain one: seen already
        ending = ENDING.fullmatch(host.rpartition(".")[2])
        if ending is None or ending[0].lower() in NOT_ENDINGS or not _is_meant(text, m):
            continue
        place = page.whole(page.views[0], *m.span())
        if page.link(*place) is None:
            yield Find(*place, ADDRESS), IN_CODE if page.in_code(*place) else ""


def _is_meant(text: str, m: re.Match[str]) -> bool:
    at = m["at"].strip()
    if m["at"] == "@" or at[0] in "[({<":
        return True
    if (at != "@" and not DOT_WORD.search(m["host"])) or m["local"].lower() in NO_LOCALS:
        return False  # "look at example.com", "reach me at example dot com"
    line = text.rfind("\n", 0, m.start()) + 1
    end = text.find("\n", m.end(), m.end() + 80)
    alone = not text[line : m.start()].strip() and not text[m.end() : end if end >= 0 else m.end() + 80].strip(" .\t")
    odd = bool(re.search(r"[\d.+_-]|dot", m["local"], re.IGNORECASE))
    return alone or odd or bool(CUE.search(text[max(line, m.start() - 60) : m.start()]))


def _hosts(host: str) -> Iterator[str]:
    """Yield the spellings of a host: as it stands, and in the other letters of the DNS (RFC 3490)."""
    yield host
    try:
        if not host.isascii() and len(host) < 200:
            yield host.encode("idna").decode()
        elif "xn--" in host and len(host) < 200:
            yield host.encode().decode("idna")
    except UnicodeError:
        pass


def _lowered(text: str) -> str:
    """Return ``text`` in lower case with every character at its place ("İ" would become two)."""
    low = text.lower()
    return low if len(low) == len(text) else "".join(c if len(c.lower()) != 1 else c.lower() for c in text)
