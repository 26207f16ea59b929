"""The index of a blog's posts that ranking reads: postings of words, pieces of titles, names, and days. Pure.

Own postings in plain dictionaries: faster than FTS5 for every blog measured, and they keep the places of words.
"""

from __future__ import annotations

__all__ = ["Index", "Query", "idf", "names", "query"]

import math
import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from ..message import Post
from ..urls import URL
from .stem import is_content, stem, tokens

K1, B = 2.0, 0.75
"""BM25: k1 2.0 instead of 1.2 gave +.016/+.022 on six blogs."""

MAX_QUERY = 60
"""Rarest words of a message that are looked up. Measured: 60 costs nothing, 30 is where it begins to."""

MAX_TEXT = 40_000
"""Characters of a message that are read for its post; a letter of more says it in these."""

NAME = re.compile(
    r"(?<![\w.-])(?:"
    r"--?[a-zA-Z][\w-]{0,40}"  # options
    r"|0x[0-9a-fA-F]{1,16}"
    r"|[\w-]{1,60}(?:\.[\w-]{1,60}){1,6}"  # versions, file names
    r"|\w{1,60}\(\)"
    r"|\w{1,60}(?:-\w{1,60}){1,6}"
    r"|\w{2,60}"
    r")"
)
MAIL = re.compile(r"(?<![\w.+-])[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,5}")
"""A mail address: whose it is says nothing about the post."""

CAMEL = re.compile(r"[a-z][A-Z]|[A-Z]{2}[a-z]|_")
MIXED = re.compile(r"[^\W\d_]\d|\d[^\W\d_]")


@dataclass(frozen=True, slots=True)
class Query:
    """A message as ranking asks for it. ``stems`` in order of the text, each with the word as the message has it."""

    stems: dict[str, str]
    content: frozenset[str]
    pieces: frozenset[str]
    names: dict[str, str]
    tf: dict[str, int]


class Index:
    """The posts of one blog, ready to be ranked; made once, never changed.

    ``posts`` stand newest first, undated last, whatever order they came in. ``days`` are ordinals, None for undated.
    ``body`` maps a stem to (post, BM25 weight); ``df`` says in how many posts (titles and texts) a stem stands.
    """

    def __init__(self, posts: Sequence[Post]) -> None:
        self.posts = tuple(sorted(posts, key=lambda p: (-(p.day or date.min).toordinal(), p.key)))
        self.days = [p.day.toordinal() if p.day else None for p in self.posts]
        self.titles = [[stem(w) for t in p.titles for w in tokens(t)] for p in self.posts]
        self.texts = [[stem(w) for w in tokens(p.words)] for p in self.posts]
        self.df: Counter[str] = Counter()
        for title, text in zip(self.titles, self.texts, strict=True):
            self.df.update({*title, *text})
        self._idf = {word: idf(len(self.posts), df) for word, df in self.df.items()}
        self.body = self._postings()
        self._places: dict[int, dict[str, list[int]]] = {}
        self._forms: dict[int, frozenset[str]] = {}

    def __len__(self) -> int:
        return len(self.posts)

    def idf(self, word: str) -> float:
        """How much a stem says: high for one that few posts hold."""
        value = self._idf.get(word)
        return idf(len(self.posts), self.df.get(word, 0)) if value is None else value

    @cached_property
    def is_dated(self) -> bool:
        """Do the days of the posts say anything? Over half must have one, and not most of them the same."""
        known = [d for d in self.days if d is not None]
        most = max(Counter(known).values(), default=0)
        return len(known) * 2 > len(self.days) and (most * 2 <= len(known) or len(known) == 1)

    @cached_property
    def pieces(self) -> dict[str, tuple[float, tuple[int, ...]]]:
        """Four-letter pieces of title and slug: their IDF and the posts that have them."""
        return self._by_post([_four(tokens(f"{' '.join(p.titles)} {p.slug}")) for p in self.posts])

    @cached_property
    def names(self) -> dict[str, tuple[float, tuple[int, ...]]]:
        """Names of things (`names`) in titles and texts: their IDF and the posts that hold them."""
        return self._by_post([frozenset(names("\n".join((*p.titles, p.words)))) for p in self.posts])

    def places(self, post: int) -> dict[str, list[int]]:
        """Where each stem stands in title and text of a post, counted in words."""
        found = self._places.get(post)
        if found is None:
            found = self._places[post] = {}
            for i, word in enumerate(self.titles[post] + self.texts[post]):
                found.setdefault(word, []).append(i)
        return found

    def forms(self, post: int) -> frozenset[str]:
        """Return the words of title and text as the post writes them (lower case): what a reason may say it holds."""
        found = self._forms.get(post)
        if found is None:
            one = self.posts[post]
            found = self._forms[post] = frozenset(tokens("\n".join((*one.titles, one.words))))
        return found

    def holds(self, post: int, word: str) -> bool:
        """Say whether the post's title or text holds this stem."""
        return word in self.places(post)

    def _by_post(self, sets: Sequence[frozenset[str]]) -> dict[str, tuple[float, tuple[int, ...]]]:
        where: dict[str, list[int]] = {}
        for i, things in enumerate(sets):
            for thing in things:
                where.setdefault(thing, []).append(i)
        return {thing: (idf(len(sets), len(at)), tuple(at)) for thing, at in where.items()}

    def _postings(self) -> dict[str, list[tuple[int, float]]]:
        counts = [Counter(text) for text in self.texts]
        df = Counter(word for count in counts for word in count)
        mean = sum(map(len, self.texts)) / max(1, len(self.texts)) or 1.0
        found: dict[str, list[tuple[int, float]]] = {}
        for i, count in enumerate(counts):
            norm = K1 * (1 - B + B * len(self.texts[i]) / mean)
            for word, tf in count.items():
                weight = idf(len(counts), df[word]) * tf * (K1 + 1) / (tf + norm)
                found.setdefault(word, []).append((i, weight))
        return found


def idf(total: int, df: int) -> float:
    """Return ln(1 + (N - df + .5) / (df + .5))."""
    return math.log(1 + (total - df + 0.5) / (df + 0.5))


def query(text: str, index: Index) -> Query:
    """Return what ranking asks for a message of these words; addresses (web and mail) in them are left out."""
    text = MAIL.sub(" ", URL.sub(" ", text[:MAX_TEXT]))
    words = tokens(text)
    stems: dict[str, str] = {}
    for word in words:
        stems.setdefault(stem(word), word)
    for common in sorted(stems, key=lambda s: (index.df.get(s, 0), s))[MAX_QUERY:]:
        if index.df.get(common, 0) > 1:
            del stems[common]
    return Query(
        stems=stems,
        content=frozenset(s for s, word in stems.items() if is_content(word)),
        pieces=_four(words),
        names=names(text),
        tf=Counter(map(stem, words)),
    )


def names(text: str) -> dict[str, str]:
    """Return the names of things in ``text``, folded, each with how it is written first.

    camelCase, snake_case, versions and file names, 0x numbers, options, ALLCAPS, letters with digits, hyphenated
    words, calls.
    """
    found: dict[str, str] = {}
    for m in NAME.finditer(text):
        word = m[0].rstrip(".-")
        if _is_name(word):
            found.setdefault(word.casefold().removesuffix("()"), word)
    return found


def _is_name(word: str) -> bool:
    if len(word) < 2:
        return False
    if word[0] == "-" or word.endswith("()") or "-" in word or "." in word:
        return any(c.isalpha() for c in word) or "." in word
    is_caps = word.isupper() and len(word) > 1
    return is_caps or CAMEL.search(word) is not None or MIXED.search(word) is not None


def _four(words: Sequence[str]) -> frozenset[str]:
    """Return the four-letter pieces of words, their ends marked with ``_``."""
    marked = {f"_{word}_" for word in words if len(word) <= 64}
    return frozenset(word[i : i + 4] for word in marked for i in range(max(1, len(word) - 3)))
