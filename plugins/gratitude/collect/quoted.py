"""What the writer wrote, cut free of quoted letters, attribution lines and signatures. Pure.

Every line gets a letter (see `Kind`), then a few rules over the letters decide. A library would be shorter, but the
best of six kept 37 of 64 real replies in many languages; these rules come from the formats of mail programs.
"""

from __future__ import annotations

__all__ = ["own_words", "split"]

import re
from collections.abc import Sequence
from enum import StrEnum
from itertools import accumulate

from ..text import blank_trimmed
from .card import without_card
from .cited import cited_lines
from .lines import ADDRESS, MAX_LINE, RULE, plain
from .phrases import DEVICES, FORWARDED, HEADER_NAMES, MACHINES, NOTES_NAMES, NOTICES, OPENERS, SENT_FROM, VAGUE, WROTE

MAX_LINES = 20_000
"""Lines of a body that are looked at; what is longer is no letter, and its end counts as quoted."""


class Kind(StrEnum):
    """What a line is."""

    TEXT = "t"
    EMPTY = "e"
    QUOTE = "q"
    WROTE = "b"
    HEADER = "h"
    DIVIDER = "d"
    SIGNATURE = "s"
    DEVICE = "m"
    NOTICE = "n"
    FOOTER = "f"


ADDED = (Kind.SIGNATURE, Kind.DEVICE, Kind.NOTICE)
"""What stands among a writer's lines and is none of them."""
MAX_SIGNATURE = 15
QUOTE = re.compile(r"\s{0,4}(?:>|[|»](?: |$))")
SCRUBBED = re.compile(r"-{8,40} next part -{8,40}$")
"""Below it Mailman's archives tell of the attachments they took out."""
POSTSCRIPT = re.compile(
    r"\s{0,4}(?:(?:[Pp]\.[\s-]?){1,3}[Ss]\.?[:,]?\s|(?:P{1,3}S|p{1,3}s)\s?[:–—-]\s?\S|P{1,3}S\.?\s+[^\W\d_a-z])"
)
"""What a writer adds below the signature."""
FENCE = re.compile(r"\s{0,3}(`{3,}|~{3,})")
SIGNATURE = re.compile(r"(?:-- ?|--\u00a0|—|–)\s*$")
HEADER = re.compile(r"\s{0,4}[*_]{0,2}([^\W\d_][\w\s./-]{0,24}?)\s{0,2}[*_]{0,2}\s{0,2}[:：][*_]{0,2}(?:\s|$)")
DATED = re.compile(
    r"\b(?:19|20)\d\d\b|\b\d{1,2}[/.-]\d{1,2}[/.-]\d{2,4}\b|\b\d{1,2}[:.]\d{2}\b|\d{4}\s?[年년]|\d{1,2}\s?月|\b\d{1,2}\s\w{3,9}\b"
)
CLOCK = re.compile(r"(?<!\d)\d{1,2}[:.h]\d{2}(?!\d)")
YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
DAY = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)|\b\d{1,2}[/.-]\d{1,2}[/.-]\d{2,4}\b|\b\d{1,2}\.?\s[^\W\d_]{3,9}")
FROM_NAMES = frozenset(HEADER_NAMES)
NOTES_SET = frozenset(NOTES_NAMES)
WROTE_END = re.compile(
    "(?:"
    + "|".join(re.escape(w) for w in sorted(WROTE, key=len, reverse=True))
    + r")(?:[^:：\n]|(?<=\d):(?=\d)){0,120}[:：]\s*$",
    re.IGNORECASE,
)
OPENER = re.compile(
    "(?:" + "|".join(re.escape(w) for w in sorted(OPENERS, key=len, reverse=True)) + r")[\s,.:]", re.IGNORECASE
)
LIST_FOOTER = re.compile(r"mailing list|unsubscribe|https?://\S+/(?:mailman|listinfo)", re.IGNORECASE)


def _names_header(line: str) -> str:
    """The header a line of an Outlook-like block names (``Von: ...``), lower case; ``""`` for none."""
    m = HEADER.match(line[:MAX_LINE])
    name = " ".join(m[1].lower().split()) if m else ""
    return name if name in FROM_NAMES else ""


def _is_wrote(line: str, *, quote_follows: bool) -> bool:
    """Whether the line introduces a quote: "On ... wrote:" in a language we know, or any writer and day before one."""
    words = plain(line)
    if len(words) < 6 or len(words) > 400:
        return False
    dated, addressed = bool(DATED.search(words)), bool(ADDRESS.search(words))
    if not words.endswith((":", "：")):
        # Gmail's old form "2011/4/7 Ann <ann@example.com>" has no colon.
        return quote_follows and dated and addressed and words.endswith(">") and len(words) < 160
    if WROTE_END.search(words):
        at_a_time = bool(CLOCK.search(words) and DAY.search(words))
        return quote_follows or addressed or at_a_time or bool(YEAR.search(words) and OPENER.match(words))
    return (dated and addressed) or (quote_follows and (dated or addressed) and len(words) < 200)


def _is_device(line: str) -> bool:
    """Whether it is a line that a telephone or its program adds."""
    words = plain(line).lower().lstrip("-–—~ ")
    if not 0 < len(words) <= 120:
        return False
    return words.startswith(DEVICES) or (words.endswith(SENT_FROM) and any(d in words for d in MACHINES))


def _is_apart(lines: Sequence[str], i: int) -> bool:
    """Whether a line begins or ends its paragraph; one that could be a sentence ("Sent with curl ...") must do both."""
    begins = i == 0 or not lines[i - 1].strip()
    ends = i + 1 == len(lines) or not lines[i + 1].strip() or bool(QUOTE.match(lines[i + 1]))
    return (begins and ends) if plain(lines[i]).lower().startswith(VAGUE) else (begins or ends)


def _is_notice(line: str) -> bool:
    """Whether it is a sentence that a company's or a virus scanner's program adds to every letter."""
    if len(line) < 50:
        return False
    low = line[:MAX_LINE].lower()
    return any(notice in low for notice in NOTICES)


def _is_divider(line: str) -> bool:
    """Whether it is "-----Original Message-----" in a language we know."""
    line = line[:200].strip()
    if SCRUBBED.match(line):
        return True
    words = line.strip("-_=*~#<>:. \u00a0").lower()
    enclosed = line[:2] == line[0] * 2 and line[-2:] == line[-1] * 2 and not line[0].isalnum() and len(words) < 80
    if words in FORWARDED_SET:
        return True
    return enclosed and (any(w in words for w in FORWARDED) or bool(WROTE_END.search(words + ":")))


FORWARDED_SET = frozenset(FORWARDED)


def _header_block(lines: Sequence[str], at: int) -> int:
    """The line behind a block of mail headers that begins at ``at``, 0 where none begins.

    Three known names (From, Sent, To, Subject: Outlook writes four), or two with an address or a day in one of them.
    A value may go on in the next line.
    """
    names: list[str] = []
    i, wrapped, addressed, dated = at, 0, False, False
    while i < len(lines) and i < at + 30:
        line = lines[i]
        name = _names_header(line)
        if name in names:
            break
        if name:
            names.append(name)
            wrapped = 0
            addressed = addressed or bool(ADDRESS.search(line[:MAX_LINE]))
            dated = dated or bool(CLOCK.search(line[:MAX_LINE]) or YEAR.search(line[:MAX_LINE]))
        elif not names or wrapped >= 2 or not line.strip() or QUOTE.match(line):
            break
        else:
            wrapped += 1
        i += 1
    end = i - wrapped
    known = len(set(names))
    if known >= 3:
        return end if addressed or dated else 0
    if known == 2 and (addressed or dated):
        return end if (addressed and dated) or _block_opens(lines, at) else 0
    return 0


def _notes_block(lines: Sequence[str], at: int) -> int:
    """The line behind the header block that begins at ``at`` as Lotus Notes writes it, 0 where none begins.

    The writer, the moment on a line of its own, then names and values each on their own lines (``An``, ``Thema``).
    """
    if at + 1 >= len(lines) or not lines[at].strip() or len(lines[at]) > 120:
        return 0
    moment = lines[at + 1].strip()
    if len(moment) > 40 or not (CLOCK.search(moment) and DAY.search(moment)):
        return 0
    named = [i for i in range(at + 2, min(len(lines), at + 16)) if lines[i].strip(" :\t").lower() in NOTES_SET]
    return named[-1] + 2 if len(named) >= 2 else 0


def _block_opens(lines: Sequence[str], at: int) -> bool:
    """Whether a rule or a divider stands before the block."""
    before = [line for line in lines[max(0, at - 3) : at] if line.strip()]
    return bool(before) and (bool(RULE.match(before[-1])) or _is_divider(before[-1]))


def _quote_follows(lines: Sequence[str], at: int) -> bool:
    """Whether the next line with words, at most two empty ones on, is a quote."""
    for line in lines[at : at + 3]:
        if line.strip():
            return bool(QUOTE.match(line))
    return False


def _kinds(lines: Sequence[str]) -> list[Kind]:
    """The kind of every line."""
    cited = cited_lines(lines)
    kinds = [Kind.QUOTE if i in cited else Kind.TEXT for i in range(len(lines))]
    i, fence = 0, ""
    while i < len(lines):
        line = lines[i]
        mark = FENCE.match(line)
        if mark and not fence and any(other.strip().startswith(mark[1]) for other in lines[i + 1 : i + 400]):
            fence = mark[1]
        elif fence:
            kinds[i] = Kind.TEXT
            fence = "" if mark and mark[1].startswith(fence) else fence
        elif i not in cited:
            end, kind = _kind(lines, i)
            kinds[i:end] = [kind] * (end - i)
            i = end
            continue
        i += 1
    return kinds


def _kind(lines: Sequence[str], i: int) -> tuple[int, Kind]:
    """The kind of the line at ``i``, and where the lines of this kind end that belong together."""
    line = lines[i]
    if not line.strip():
        return i + 1, Kind.EMPTY
    if QUOTE.match(line):
        return i + 1, Kind.QUOTE
    if span := _attribution(lines, i):
        return i + span, Kind.WROTE
    if SIGNATURE.match(line):
        return i + 1, Kind.SIGNATURE
    if _is_divider(line):
        return i + 1, Kind.DIVIDER
    if (":" in line or "：" in line) and (end := _header_block(lines, i)):
        return end, Kind.HEADER
    if end := _notes_block(lines, i):
        return end, Kind.HEADER
    if RULE.match(line):
        after = next((j for j in range(i + 1, min(i + 4, len(lines))) if lines[j].strip()), 0)
        if after and (_names_header(lines[after]) and _header_block(lines, after)):
            return i + 1, Kind.DIVIDER
        if after and any(LIST_FOOTER.search(x[:MAX_LINE]) for x in lines[after : after + 4]) and len(lines) - i < 12:
            return i + 1, Kind.FOOTER
    if _is_notice(line):
        return i + 1, Kind.NOTICE
    return i + 1, Kind.DEVICE if _is_device(line) and _is_apart(lines, i) else Kind.TEXT


def _attribution(lines: Sequence[str], i: int) -> int:
    """How many lines an attribution that begins here takes (mail programs break it over two or three); 0 for none."""
    for span in (1, 2, 3):
        last = lines[i + span - 1] if i + span <= len(lines) else ""
        if not last.strip() or (span > 1 and QUOTE.match(last)):
            return 0
        tail = last[-6:]
        marked = ":" in tail or ">" in tail or "：" in tail
        if marked and (span == 1 or _may_go_on(lines[i : i + span - 1])):
            words = " ".join(part.strip() for part in lines[i : i + span])
            if _is_wrote(words, quote_follows=_quote_follows(lines, i + span)):
                return span
    return 0


def _may_go_on(parts: Sequence[str]) -> bool:
    """Whether these lines may be the beginning of an attribution that a mail program broke."""
    first = plain(parts[0])
    begins = bool(OPENER.match(first) or first[:1].isdigit() or DATED.search(first[:40]) or ADDRESS.search(first))
    return begins and not any(plain(part).endswith((".", "!", "?", ":")) and len(plain(part)) < 60 for part in parts)


def _unquoted(kinds: list[Kind]) -> list[bool]:
    """Which lines stay once quotes and quoted letters are gone: the heart of it."""
    keep = [k in (Kind.TEXT, Kind.EMPTY, *ADDED) for k in kinds]
    marks = (Kind.WROTE, Kind.HEADER, Kind.DIVIDER)
    following: Kind | None = None
    cut = len(kinds)
    for i in range(len(kinds) - 1, -1, -1):
        kind = kinds[i]
        if kind is Kind.FOOTER or (kind in marks and following is not Kind.QUOTE):
            cut = i  # the letter below is not marked line by line: all of it goes
        elif kind not in (Kind.EMPTY, *marks):
            following = kind
    return keep[:cut] + [False] * (len(kinds) - cut)


def _without_signature(lines: Sequence[str], kinds: list[Kind], keep: list[bool]) -> list[bool]:
    """Cut signatures: what stands behind ``-- `` (RFC 3676 §4.3), a telephone's paragraph, a company's notice."""
    keep = list(keep)
    counts = [0, *accumulate(kept and kind is Kind.TEXT for kept, kind in zip(keep, kinds, strict=True))]
    stops = _next_stop(kinds, keep)
    for i, kind in enumerate(kinds):
        if kind not in ADDED or not keep[i]:
            continue
        end = stops[i]
        before, behind = counts[i], counts[end] - counts[i]
        exact = kind is Kind.SIGNATURE and lines[i].startswith("-- ")
        on_top = not before and behind and (end == len(kinds) or kind is not Kind.SIGNATURE)
        if kind is Kind.DEVICE or (on_top and kind is Kind.NOTICE):
            end = _paragraph_end(kinds, i)
        elif on_top:
            end = i + 1  # a signature on top: the letter stands below it
        elif before and behind > MAX_SIGNATURE and not exact:
            end = i  # a rule of the writer's own
        if kind is Kind.SIGNATURE and not on_top:
            end = next((j for j in range(i + 1, end) if kinds[j] is Kind.TEXT and POSTSCRIPT.match(lines[j])), end)
        keep[i:end] = [False] * (end - i)
    return keep


def _paragraph_end(kinds: list[Kind], i: int) -> int:
    """The line behind the paragraph that ``i`` stands in."""
    end = i + 1
    while end < len(kinds) and end < i + MAX_SIGNATURE and kinds[end] in (Kind.TEXT, *ADDED):
        end += 1
    return end


def _next_stop(kinds: list[Kind], keep: list[bool]) -> list[int]:
    """For every line, where the next line that was cut stands, or the end."""
    stops, stop = [0] * len(kinds), len(kinds)
    for i in range(len(kinds) - 1, -1, -1):
        stops[i] = stop
        if not keep[i] and kinds[i] is not Kind.EMPTY:
            stop = i
    return stops


def _without_rule(lines: Sequence[str], keep: list[bool]) -> list[bool]:
    """Cut the rule at the end of a letter that parted it from what was cut below."""
    below = False
    for i in range(len(lines) - 1, -1, -1):
        if not lines[i].strip():
            continue
        if keep[i] and not (below and RULE.match(lines[i])):
            break
        below, keep[i] = True, False
    return keep


def split(body: str) -> tuple[str, str]:
    r"""Return what the writer wrote and, apart, the rest of the body; both are lines of ``body`` in their order."""
    lines = body.split("\n")
    beyond = lines[MAX_LINES:]
    del lines[MAX_LINES:]
    kinds = _kinds(lines)
    keep = _without_rule(lines, without_card(lines, _without_signature(lines, kinds, _unquoted(kinds))))
    own: list[str] = []
    for line, kept in zip(lines, keep, strict=True):
        if kept and (line.strip() or (own and own[-1].strip())):
            own.append(line)
    rest = [line for line, kept in zip(lines, keep, strict=True) if not kept] + beyond
    return blank_trimmed("\n".join(own)), blank_trimmed("\n".join(rest))


def own_words(body: str) -> str:
    r"""Return what the writer wrote, without quoted replies and signature.

    ``body`` is decoded text with ``\n`` line ends, at most 1 MiB (`parse` sees to both). ``""`` when everything was
    quoted. Line order is kept, every line is one of the body's, empty lines are made single. Never raises.
    Signature separator: RFC 3676 §4.3. Attribution lines and header blocks: `phrases`, one word per language.
    """
    return split(body)[0]
