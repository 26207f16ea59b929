"""A writer's words as they may stand in public: what must not be there is taken out, and what stays is named. Pure."""

from __future__ import annotations

__all__ = ["Redacted", "redact"]

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from ..message import Person
from ..moderate.excerpt import GAP
from .detect import IN_CODE, UNDELIVERABLE, addresses
from .names import NAME, Names, names_of, own_names
from .numbers import maybe_telephones, telephones
from .remains import accounts, identifying, ip_addresses, keys, quoted, signature, streets
from .seen import Find, Page, grown, page_of

MAX_ROUNDS = 12
"""Taking something out can show something else (``a@b.example@c.example``); two rounds are the rule."""

# Two gaps with spaces between them; and what a gap leaves of a link to an address.
NEIGHBOURS = re.compile(r"\[…\](?:[^\S\n]{0,8}\[…\])+")
ALONE = "(?![\u0300-\u036f\u20d0-\u20ff\u200d\ufe0f\U0001f3fb-\U0001f3ff])"
"""No mark behind it that would make one character of both."""
EMPTY_LINKS = (
    (re.compile(r"(?<!\w)mailto:\[…\](?:\?[^\s<>()\[\]\"]*)?", re.IGNORECASE), GAP),
    (re.compile(rf"(?<!\u200d)<\[…\]>{ALONE}"), GAP),
    (re.compile(rf"(?<!\u200d)\[\[…\]\]\(\[…\]\){ALONE}"), GAP),
)
VALUE = re.compile(r"(?<=[?&;])(?:[^=&;#?]{0,200}=)?([^&#]+)")


@dataclass(frozen=True, slots=True)
class Redacted:
    """What is left of a text, and what became of the rest.

    ``words`` have ``[…]`` where something was taken out, and are an excerpt of the whole (`is_excerpt`). ``taken``:
    (what it is, in words; the text), once each, in order. ``warnings`` say what stays and a person should look at.
    """

    words: str
    taken: tuple[tuple[str, str], ...] = ()
    warnings: tuple[str, ...] = ()


def redact(
    words: str,
    *,
    people: Sequence[Person] = (),
    keep: Sequence[str] = (),
    without_names: bool = False,
    names: Sequence[str] = (),
) -> Redacted:
    """Return ``words`` without addresses of ``people`` and others, message-ids and telephone numbers.

    ``people`` are all of the conversation, the writer first: their addresses go wherever they stand, in any spelling.
    What stands in code or cannot be delivered to stays and is named. ``without_names``: what the writer is called
    (``names`` and the names of ``people``) goes too. ``keep`` are exact texts that stay and are not named.
    Done twice it changes nothing more. Linear in the text; never raises.
    """
    called = names_of(names, people)
    text, taken = _joined(words), dict[tuple[str, str], None]()
    for _ in range(MAX_ROUNDS):
        page = page_of(text)
        kept = _Kept(text, keep)
        must, stay = _found(page, people, called if without_names else None, kept)
        if not must:
            break
        text = _without(page, must, taken)
    else:
        page, stay = page_of(text), []
    warnings = _warnings(page, stay, called, keep, without_names=without_names)
    return Redacted(text, tuple(taken), tuple(warnings))


class _Kept:
    """Where the texts stand that the author keeps."""

    def __init__(self, text: str, keep: Sequence[str]) -> None:
        self.places = [m.span() for k in keep if k.strip() for m in re.finditer(re.escape(k.strip()), text)]

    def holds(self, find: Find) -> bool:
        return any(start <= find.start and find.end <= end for start, end in self.places)


def _found(
    page: Page, people: Sequence[Person], called: Names | None, kept: _Kept
) -> tuple[list[Find], list[tuple[str, str]]]:
    """Return what must go, and (why, text) of what stays."""
    must: list[Find] = []
    stay: list[tuple[str, str]] = []
    for find, why in (*addresses(page, people), *telephones(page)):
        if kept.holds(find):
            continue
        if why:
            stay.append((why, page.text[find.start : find.end]))
        else:
            must.append(find)
    if called:
        must += [find for find in own_names(page, called) if not kept.holds(find)]
    return must, stay


def _without(page: Page, must: Sequence[Find], taken: dict[tuple[str, str], None]) -> str:
    """Return the text with gaps for ``must``; what overlaps is one. Adds to ``taken``."""
    text = page.text
    values: dict[tuple[int, int], list[tuple[int, int]]] = {}
    places = grown(text, [_in_link(page, find, values) for find in must])
    wide = [page.whole(page.views[0], *place) for place in places]
    pieces: list[str] = []
    at = 0
    for start, end, kind in _clusters(wide, must):
        taken[kind, text[start:end]] = None
        pieces += (text[at:start], GAP)
        at = end
    return _joined("".join(pieces) + text[at:])


def _in_link(page: Page, find: Find, values: dict[tuple[int, int], list[tuple[int, int]]]) -> tuple[int, int]:
    """Return what of a link goes with ``find``: the value of one parameter where that holds it, else all of it.

    ``values`` remembers where the values of each link stand.
    """
    link = page.link(find.start, find.end)
    if link is None:
        return find.start, find.end
    if link not in values:
        query = page.text.find("?", *link)
        values[link] = [m.span(1) for m in VALUE.finditer(page.text, query + 1, link[1])] if query >= 0 else []
    n = bisect_right(values[link], find.start, key=lambda place: place[0])
    value = values[link][n - 1] if n else (-1, -1)
    return value if find.end <= value[1] else link


def _clusters(wide: Sequence[tuple[int, int]], must: Sequence[Find]) -> Iterator[tuple[int, int, str]]:
    """Yield the places that overlap as one, in order; a name inside an address is an address."""
    start, end, kind = -1, -1, ""
    for (s, e), find in sorted(zip(wide, must, strict=True), key=lambda pair: pair[0]):
        if s < end:
            end, kind = max(end, e), find.kind if kind == NAME else kind
            continue
        if kind:
            yield start, end, kind
        start, end, kind = s, e, find.kind
    if kind:
        yield start, end, kind


def _joined(text: str) -> str:
    """Return ``text`` with neighbouring gaps made one, and without what is left of a link around a gap."""
    for pattern, plain in EMPTY_LINKS:
        text = pattern.sub(plain, text)
    return NEIGHBOURS.sub(GAP, text)


def _warnings(
    page: Page, stay: Sequence[tuple[str, str]], called: Names, keep: Sequence[str], *, without_names: bool
) -> Iterator[str]:
    """Yield a sentence for each sort of thing that stays."""
    sorts = [
        ([t for why, t in stay if why == IN_CODE], "stands in code and stays: {}"),
        ([t for why, t in stay if why == UNDELIVERABLE], "looks like an address that no mail reaches, and stays: {}"),
        (maybe_telephones(page), "could be a telephone number, and stays: {}"),
        (ip_addresses(page), "looks like an IP address, and stays: {}"),
        (streets(page), "looks like a street with its number, and stays: {}"),
        (keys(page), "looks like a password or a key, and stays: {}"),
        (accounts(page), "looks like the number of an account or a card, and stays: {}"),
        (identifying(page, called) if without_names else (), "could tell who wrote it, and stays: {}"),
    ]
    for texts, sentence in sorts:
        named = [t for t in texts if not any(t in k or k.strip() in t for k in keep if k.strip())]
        if named:
            yield sentence.format(quoted(named))
    greeting = signature(page, called)
    if greeting and not any(greeting in k for k in keep):
        yield f"the lines after “{greeting}” look like a signature"
