"""The index of questions: answered first, by post and by tag; short lists on one page, long ones on several. Pure."""

from __future__ import annotations

__all__ = ["Index", "Part", "index", "parts", "with_related"]

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date

from .arrange import answered_first, grouped
from .card import Card, PostCard
from .paging import PAGE_BYTES, divided, names

ROW_BYTES, SHORT_ROW_BYTES, LINK_BYTES, GROUP_BYTES = 1_800, 700, 200, 150
"""What a question weighs in the list, in the short list of a large index, and below a post or a tag; what their
headings weigh. The titles come on top. (Measured on the sample blog: a row 900, what machines read of it 130, both
without SITEURL. The rest is room: for long addresses, and for the first sentence of an answer.)"""
RELATED, NEAR = 5, 40
"""Questions shown beside another, and how many of one tag are looked at for it."""
TAGS_FROM = 8
"""Fewer questions need no second order."""
BY_POST, BY_TAG = "by-post", "by-tag"

Groups = tuple[tuple[PostCard | str, tuple[Card, ...]], ...]
"""Questions under a post, or under the name of a tag."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Index:
    """All questions in order: what the first page shows, or the beginning of it where there are `parts`."""

    questions: tuple[Card, ...] = ()
    by_post: Groups = ()
    by_tag: Groups = ()

    def __bool__(self) -> bool:
        return bool(self.questions)


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """One page of the index; ``name`` is ``""`` for the first. ``short`` leaves the answers out of the list.

    ``groups`` are the questions by post or tag, where they stand on this page; ``sort`` says which (``by-post``,
    ``by-tag``, ``""`` for the list itself). ``number`` counts the pages of one sort from 1; ``before`` and ``after``
    are their names (None: there is no such page); ``orders`` names the first page of each other order.
    """

    name: str = ""
    sort: str = ""
    number: int = 1
    short: bool = False
    questions: tuple[Card, ...] = ()
    by_post: Groups = ()
    by_tag: Groups = ()
    before: str | None = None
    after: str | None = None
    orders: tuple[str, ...] = ()

    @property
    def answered(self) -> tuple[Card, ...]:
        """The answered ones of this page."""
        return tuple(q for q in self.questions if q.is_answered)

    @property
    def open(self) -> tuple[Card, ...]:
        """Those that nobody has answered yet."""
        return tuple(q for q in self.questions if not q.is_answered)


def index(questions: Iterable[Card], *, show_open: bool) -> Index:
    """Return the index of ``questions``; without ``show_open`` only of the answered ones."""
    ordered = [q for q in answered_first(questions) if show_open or q.is_answered]
    by_post = grouped((q for q in ordered if q.post), lambda q: q.post.key if q.post else "")
    posts = [(group[0].post, tuple(group)) for group in by_post.values() if group[0].post]
    posts.sort(key=lambda pair: (pair[0].day or date.min, pair[0].key), reverse=True)
    return Index(
        questions=tuple(ordered),
        by_post=tuple(posts) if len(posts) > 1 else (),
        by_tag=_by_tag(ordered) if len(ordered) >= TAGS_FROM else (),
    )


def parts(whole: Index, limit: int = PAGE_BYTES) -> list[Part]:
    """Return the pages of the index, the first of which is always there.

    While everything fits on one page it is one. A longer list leaves the answers to the questions' own pages, and
    the orders by post and by tag get pages of their own.
    """
    groups = whole.by_post + whole.by_tag
    if sum(map(_row, whole.questions)) + sum(map(_group, groups)) <= limit:
        return [Part(questions=whole.questions, by_post=whole.by_post, by_tag=whole.by_tag)]
    orders = tuple(name for name, there in ((BY_POST, whole.by_post), (BY_TAG, whole.by_tag)) if there)
    lists = divided(whole.questions, _short_row, limit)
    called = ["", *names("page", len(lists) + 1)[1:]][: len(lists)]
    found = [
        Part(name=name, number=i, short=True, questions=tuple(page), orders=orders)
        for i, (name, page) in enumerate(zip(called, lists, strict=True), start=1)
    ]
    result = _linked(found)
    for sort, mine in ((BY_POST, whole.by_post), (BY_TAG, whole.by_tag)):
        pages = divided(mine, _group, limit)
        more = [
            Part(name=name, sort=sort, number=i, short=True, **{sort.replace("-", "_"): tuple(page)})  # type: ignore[arg-type]
            for i, (name, page) in enumerate(zip(names(sort, len(pages)), pages, strict=True), start=1)
        ]
        result += _linked(more)
    return result


def with_related(questions: Iterable[Card]) -> list[Card]:
    """Return the questions, each with up to RELATED others: on the same post, then under the same tags.

    Answered ones come first. Not quadratic: of each tag the first NEAR are looked at.
    """
    ordered = answered_first(questions)
    by_post = grouped(ordered, _post)
    by_tag: dict[str, list[Card]] = {}
    for q in ordered:
        for tag in _tags(q):
            near = by_tag.setdefault(tag, [])
            if len(near) < NEAR:
                near.append(q)
    return [replace(q, related=_related(q, by_post, by_tag)) for q in ordered]


def _related(q: Card, by_post: dict[str, list[Card]], by_tag: dict[str, list[Card]]) -> tuple[Card, ...]:
    found = [other for other in by_post[_post(q)][: RELATED + 1] if other is not q] if q.post else []
    if len(found) < RELATED:
        shared: dict[str, tuple[int, Card]] = {}
        for tag in _tags(q):
            for other in by_tag[tag]:
                if _post(other) != _post(q):
                    shared[other.id] = (shared.get(other.id, (0, other))[0] + 1, other)
        found += [other for _, other in sorted(shared.values(), key=lambda pair: -pair[0])]
    return tuple(found[:RELATED])


def _by_tag(questions: Sequence[Card]) -> Groups:
    """Return the questions under each tag that holds two or more: one alone is found by its post as well."""
    by_tag: dict[str, list[Card]] = {}
    for q in questions:
        for tag in _tags(q):
            by_tag.setdefault(tag, []).append(q)
    return tuple((tag, tuple(by_tag[tag])) for tag in sorted(by_tag, key=str.casefold) if len(by_tag[tag]) > 1)


def _tags(q: Card) -> tuple[str, ...]:
    return q.post.tags if q.post else ()


def _post(q: Card) -> str:
    return q.post.key if q.post else ""


def _row(q: Card) -> int:
    return ROW_BYTES + 5 * _bytes(q.title)


def _short_row(q: Card) -> int:
    return SHORT_ROW_BYTES + 3 * _bytes(q.title)


def _group(group: tuple[PostCard | str, Sequence[Card]]) -> int:
    return GROUP_BYTES + sum(LINK_BYTES + _bytes(q.title) for q in group[1])


def _bytes(text: str) -> int:
    return len(text) if text.isascii() else len(text.encode())


def _linked(pages: Sequence[Part]) -> list[Part]:
    """Return the pages of one sort, each with the names of its neighbours."""
    called: list[str | None] = [None, *(p.name for p in pages), None]
    return [replace(p, before=called[i], after=called[i + 2]) for i, p in enumerate(pages)]
