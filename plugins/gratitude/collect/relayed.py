"""A reader's comment inside the letter by which a comment system tells the author of it. Pure.

Who has no export any more often has these letters. The words are the visitor's and so is the letter: not the service's, and
not the author's, though many systems send it from the author's own address.
"""

from __future__ import annotations

__all__ = ["PINGBACK", "Relayed", "may_relay", "relayed"]

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from ..text import blank_trimmed, one_line
from .headers import ADDRESS

PINGBACK = "a pingback"
MAX_LINES = 400
ABOUT_COMMENTS = re.compile(
    r"\b(?:comment|moderate|pingback|trackback|reply|response)\b|kommentar|moderieren|commentaire|modérer|comentario|comentário|moderar"
    r"|commento|moderare|reactie|modereer|komentarz|комментари|コメント|评论",
    re.IGNORECASE,
)
"""What the subject of such a letter says."""
URL = re.compile(r"https?://[^\s<>\"]{3,500}")
AT_IP = re.compile(
    r"(?:[^\W\d_][^:：\n]{0,24}?)\s{0,2}[:：]\s{0,3}(.{0,120}?)\s?\((?:[^()]{0,30}?[:：]\s?)?([0-9a-fA-F.:]{3,45})\s{0,2},[^()]{0,255}\)\s*"
)
"""``Author : Ben (IP: 192.0.2.7 , host.example.net)``: WordPress, in every language (wp-includes/pluggable.php)."""
LABEL = re.compile(r"[^\W\d_][^:：\n]{0,24}?\s{0,5}[:：]\s*(.{0,500})")
EXCERPT = re.compile(r"excerpt|auszug|extrait|extracto|estratto|resumo|fragment", re.IGNORECASE)
WP_END = re.compile(
    r"wp-admin/|/comment\.php\?|#comments\b|#comment-\d|[?&]action=(?:approve|trash|spam|cdc)\b", re.IGNORECASE
)
WHO = r"(?:new (?:comment|reply|response) (?:from|by) )?(?P<name>[^<>:\n]{1,80}?)(?:\s<(?P<address>[^<>\s]{3,320})>)?(?: \((?:unregistered|guest)\))?"
WROTE = re.compile(
    WHO + r"(?: (?:wrote|says)(?:, in (?:response|reply) to .{1,80})?[:：]?"
    r"| (?:has )?(?:commented|left a (?:new )?comment|posted a (?:new )?comment|replied) (?:on|to|at) .{1,300}"
    r"| on (?:your (?:site|blog|page)\b.{0,200}|.{1,200})[:：])\s*|"
    + WHO.replace("?P<name>", "?P<name2>").replace("?P<address>", "?P<address2>")
    + r" on your (?:site|blog|page)\b.{0,200}",
    re.IGNORECASE,
)
NOBODY = re.compile(
    r"(?:an? |the )?(?:new )?(?:comment|reply|response|someone|somebody|visitor|guest|anonymous|user|unknown)\b.*",
    re.IGNORECASE,
)
BY = re.compile(
    r"a new comment (?:was|has been) (?:posted|left|made) by (?P<name>[^<>:\n]{1,80}?)(?:\s<(?P<address>[^<>\s]{3,320})>)?(?: on .{1,300})?\s*",
    re.IGNORECASE,
)
ISSO = re.compile(r"(?P<name>[^<>\n]{1,120}?)(?: <(?P<address>[^<>\s]{3,320})>)? wrote:\s*")
ISSO_END = re.compile(r"(?:User's URL|IP address|Link to comment): ")
FOOTER = re.compile(
    r"(?:-{3,}\s*$|(?:link to (?:the |this )?comment|view (?:the |this )?comment|reply(?: to this comment)?|approve|delete(?: comment)?|trash|mark as spam|moderate"
    r"|options|settings|unsubscribe|to (?:turn off|unsubscribe|manage)|you(?:'re| are) receiving|ip(?: address)?|name|e-?mail|website|url|user's url)\b\s?(?::|<https?:|$|\s{2,}\w|from\b|notifications\b|to this\b|off\b))"
    r"|https?://\S{1,500}\s*$",
    re.IGNORECASE,
)
"""How the lines below the visitor's words begin."""
SERVICE = re.compile(
    r"@(?:[\w.-]{1,100}\.)?(?:disqus\.(?:net|com)|commento\.io|staticman\.net|wordpress\.com|intensedebate\.com|cusdis\.com|hyvor\.com|livefyre\.com|remark42\.com)$"
    r"|^(?:isso|remark42?|commento|comentario|staticman|disqus|wordpress|comments?|cusdis|hashover|talkyard|waline|twikoo|artalk|schnack|notify|notifications?|no-?reply|mailer)@",
    re.IGNORECASE,
)
MAILED = re.compile(r"^e-?mail\s?: (\S{3,320}@\S{3,255})$", re.IGNORECASE | re.MULTILINE)
PLACE = re.compile(r"#(?:comments?|isso|remark42|commento|cusdis|disqus)\b")
RAW = re.compile(r"raw comment data:\s*$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Relayed:
    """What such a letter tells of a comment: its ``words`` and visitor, and the address of its post; ``ping``: another blog's."""

    words: str = ""
    name: str = ""
    address: str = ""
    url: str = ""
    ip: str = ""
    ping: bool = False
    post_url: str = ""


def may_relay(subject: str) -> bool:
    """Say whether the subject is one of such a letter."""
    return bool(ABOUT_COMMENTS.search(subject[:300]))


def relayed(body: str, *, sender: str, subject: str) -> Relayed | None:
    """Return the comment that a letter's ``body`` brings, None for any other letter. Never raises.

    WordPress's and Isso's forms are known by themselves, where nothing else stands around them: a person who shows such a
    letter is not its visitor. A looser one counts only from a comment system's address.
    """
    lines = body.split("\n", MAX_LINES)[:MAX_LINES]
    lines = lines[next((i for i, line in enumerate(lines) if line.strip()), 0) :]
    is_service = bool(SERVICE.search(sender))
    found = _wordpress(lines, alone=not is_service) or _isso(lines, alone=not is_service) or _pelican(lines, sender)
    if found is None and is_service and may_relay(subject):
        found = _loose(lines)
    return replace(found, post_url=_post(body, found.words)) if found else None


def _post(body: str, words: str) -> str:
    """The address of the post: the comment's own place on it, else the first that the service wrote."""
    around = body[:100_000].replace(words, " ", 1)
    urls = [m[0].rstrip(".,;:!?)") for m in URL.finditer(around)][:40]
    return next((u for u in urls if PLACE.search(u)), next(iter(urls), "")).partition("#")[0]


def _only_links(lines: Sequence[str]) -> bool:
    """Whether nothing but links and what announces them stands in a letter's last lines."""
    bare = [line.strip() for line in lines if line.strip(" \r\n\t-")]
    return all(
        "http" in line[:1000] or (line.endswith((":", "：")) and i + 1 < len(bare)) for i, line in enumerate(bare)
    )


def _wordpress(lines: Sequence[str], *, alone: bool) -> Relayed | None:
    """WordPress's "A new comment on the post ...": four or five labels, the words, links to its administration.

    ``alone``: only where no other words stand below it.
    """
    at = next((i for i, line in enumerate(lines[:5]) if AT_IP.fullmatch(line[:500])), -1)
    if at < 0 or any(line.strip() and not URL.fullmatch(line.strip()) for line in lines[1:at]):
        return None
    who = AT_IP.fullmatch(lines[at][:500])
    ping = at + 2 < len(lines) and bool(EXCERPT.search(lines[at + 2][:60]))
    begins = at + (2 if ping else 4 if at + 3 < len(lines) and "whois" in lines[at + 3][:200].lower() else 3)
    if begins >= len(lines) or not (m := LABEL.fullmatch(lines[begins].rstrip()[:600])) or m[1]:
        return None
    ends = next((i for i in range(begins + 1, len(lines)) if WP_END.search(lines[i][:1000])), -1)
    if who is None or ends < 0 or (alone and not _only_links(lines[ends:])):
        return None
    while (
        ends > begins + 1 and lines[ends].strip().startswith("http") and lines[ends - 1].rstrip().endswith((":", "："))
    ):
        ends -= 1
    values = [m[1].strip() for line in lines[at + 1 : begins] if (m := LABEL.fullmatch(line.rstrip()[:600]))]
    address = next((v for v in values if ADDRESS.fullmatch(v)), "")
    url = next((v for v in values if URL.fullmatch(v) and "whois" not in v), "")
    return Relayed(_text(lines[begins + 1 : ends]), one_line(who[1]), address.lower(), url, who[2], ping)


def _isso(lines: Sequence[str], *, alone: bool) -> Relayed | None:
    """Isso's "Ann <ann@example.com> wrote:", words, "Link to comment: ...#isso-17"; ``alone``: and nothing around it."""
    at = next((i for i, line in enumerate(lines[:4]) if ISSO.fullmatch(line[:500])), -1)
    link = next((i for i, line in enumerate(lines) if line.startswith("Link to comment: ") and "#isso-" in line), -1)
    if at < 0 or link < at or (alone and (at > 0 or not _only_links(lines[link:]))):
        return None
    ends = next((i for i in range(link, at, -1) if not ISSO_END.match(lines[i])), at)
    who = ISSO.fullmatch(lines[at][:500])
    told = dict(line.split(": ", 1) for line in lines[ends + 1 : link] if ": " in line)
    name = one_line(who["name"]) if who else ""
    return Relayed(
        words=_text(lines[at + 1 : ends + 1]),
        name="" if name == "Anonymous" else name,
        address=(who["address"] or "").lower() if who else "",
        url=told.get("User's URL", "").strip(),
        ip=told.get("IP address", "").strip(),
    )


def _pelican(lines: Sequence[str], sender: str) -> Relayed | None:
    """The letter that pelican_comment_system's form writes for a visitor: a comment file below "Raw comment data:".

    The form only opens the visitor's own mail program, so the address is the ``sender``'s.
    """
    at = next((i for i, line in enumerate(lines[:12]) if RAW.match(line)), -1)
    if at < 0:
        return None
    told: dict[str, str] = {}
    for i in range(at + 1, min(at + 16, len(lines))):
        key, colon, value = lines[i].partition(":")
        if colon and re.fullmatch(r"[a-z_]{2,16}", key.strip()):
            told[key.strip()] = value.strip()
        elif told and not lines[i].strip():
            return (
                Relayed(_text(lines[i + 1 :]), one_line(told.get("author", "")), sender, told.get("website", ""))
                if "author" in told
                else None
            )
    return None


def _loose(lines: Sequence[str]) -> Relayed | None:
    """Any other service's letter: who wrote, the words, and a foot of links."""
    at, name, address = -1, "", ""
    for i, line in enumerate(lines[:8]):
        if (m := BY.fullmatch(line[:500]) or WROTE.fullmatch(line[:500])) is not None:
            groups = m.groupdict()
            at, name = i, one_line(groups["name"] or groups.get("name2") or "")
            address = groups["address"] or groups.get("address2") or ""
        elif at >= 0 and line.strip():
            break
    if at < 0:
        return None
    ends = next((j for j in range(at + 1, len(lines)) if FOOTER.match(lines[j].strip()[:600])), len(lines))
    words = _text([x for x in lines[at + 1 : ends] if not x.lstrip().startswith(">")])
    typed = MAILED.search("\n".join(lines[ends:])[:2000])
    address = address or (typed[1] if typed else "")
    return Relayed(words, "" if NOBODY.fullmatch(name) else name, address.lower()) if words else None


def _text(lines: Sequence[str]) -> str:
    """The words between two lines."""
    return blank_trimmed("\n".join(lines))
