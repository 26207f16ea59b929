"""The index of a blog's posts that ranking reads: postings of words, pieces of titles, names, and days. Pure.

Own postings in plain dictionaries: faster than FTS5 for every blog measured, and they keep the places of words.
"""

from __future__ import annotations

__all__ = ["Index", "Query", "idf", "query"]

import math
import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from ..message import Post
from ..urls import URL
from .language import language
from .pairs import pairs_of
from .reading import Reading, four, names
from .stem import STOP, is_content, stem, tokens
from .stopwords import FUNCTION_WORDS

K1, B = 2.0, 0.75
"""BM25: k1 2.0 instead of 1.2 gave +.016/+.022 on six blogs."""

MAX_QUERY = 60
"""Rarest words of a message that are looked up. Measured: 60 costs nothing, 30 is where it begins to."""

MAX_TEXT = 40_000
"""Characters of a message that are read for its post; a letter of more says it in these."""

MAIL = re.compile(r"(?<![\w.+-])[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,5}")
"""A mail address: whose it is says nothing about the post."""


@dataclass(frozen=True, slots=True)
class Query:
    """A message as ranking asks for it. ``stems`` in order of the text, each with the word as the message has it.

    ``language`` as `language.language` guesses it. Function words of other languages than English are not asked for:
    on an English blog they are rare, and each would pull to the one post of that language.
    """

    stems: dict[str, str]
    content: frozenset[str]
    pieces: frozenset[str]
    names: dict[str, str]
    tf: dict[str, int]
    language: str = ""
    pairs: tuple[tuple[str, str], ...] = ()


class Index:
    """The posts of one blog, ready to be ranked; made once, never changed.

    ``posts`` stand newest first, undated last, whatever order they came in. ``days`` are ordinals, None for undated.
    ``df`` says in how many posts (titles and texts) a stem stands. ``before`` is an older index of the blog: posts that
    read as they did there are not read again (2,000 posts of 600 words: 0.6 s of CPU instead of 5).
    """

    def __init__(self, posts: Sequence[Post], before: Index | None = None) -> None:
        self.posts = tuple(sorted(posts, key=lambda p: (-(p.day or date.min).toordinal(), p.key)))
        self.days = [p.day.toordinal() if p.day else None for p in self.posts]
        kept: dict[tuple[object, ...], Reading] = before._kept if before is not None else {}
        self._kept: dict[tuple[object, ...], Reading] = {
            _read_of(p): kept.get(_read_of(p)) or Reading(p) for p in self.posts
        }
        self._readings = [self._kept[_read_of(p)] for p in self.posts]
        self.titles = [reading.title for reading in self._readings]
        self.languages = [reading.language for reading in self._readings]
        self.to_reader = [reading.to_reader for reading in self._readings]
        self._where: dict[str, list[int]] = {}
        for i, reading in enumerate(self._readings):
            for word in reading.counts:
                self._where.setdefault(word, []).append(i)
        self.df = {word: len(at) for word, at in self._where.items()}
        for reading in self._readings:
            for word in set(reading.title) - reading.counts.keys():
                self.df[word] = self.df.get(word, 0) + 1
        self._mean = sum(len(r.text) for r in self._readings) / max(1, len(self._readings)) or 1.0
        self._postings: dict[str, list[tuple[int, float]]] = {}
        self._asked: tuple[str, Query] | None = None

    def __len__(self) -> int:
        return len(self.posts)

    def idf(self, word: str) -> float:
        """How much a stem says: high for one that few posts hold."""
        return idf(len(self.posts), self.df.get(word, 0))

    def asked(self, text: str) -> Query:
        """Return what is asked for a message of these words (`query`); the last one is kept, as it is asked for again."""
        kept = self._asked
        if kept is None or kept[0] != text:
            self._asked = kept = (text, query(text, self))
        return kept[1]

    def postings(self, word: str) -> list[tuple[int, float]]:
        """Return the posts whose text holds a stem, each with its BM25 weight."""
        found = self._postings.get(word)
        if found is None:
            at = self._where.get(word, [])
            value = idf(len(self.posts), len(at)) * (K1 + 1)
            found = []
            for i in at:
                reading = self._readings[i]
                tf = reading.counts[word]
                found.append((i, value * tf / (tf + K1 * (1 - B + B * len(reading.text) / self._mean))))
            self._postings[word] = found
        return found

    @cached_property
    def is_dated(self) -> bool:
        """Do the days of the posts say anything? Over half must have one, and not most of them the same."""
        known = [d for d in self.days if d is not None]
        most = max(Counter(known).values(), default=0)
        return len(known) * 2 > len(self.days) and (most * 2 <= len(known) or len(known) == 1)

    @cached_property
    def pieces(self) -> dict[str, tuple[float, tuple[int, ...]]]:
        """Four-letter pieces of title and slug: their IDF and the posts that have them."""
        return self._by_post([reading.pieces for reading in self._readings])

    @cached_property
    def in_titles(self) -> dict[str, list[tuple[int, float]]]:
        """Content stems of titles: the posts whose title holds them, and what part of its IDF each is."""
        found: dict[str, list[tuple[int, float]]] = {}
        for i, title in enumerate(self.titles):
            values = {word: self.idf(word) for word in title if word not in STOP}
            total = sum(values.values())
            for word, value in values.items():
                found.setdefault(word, []).append((i, value / total))
        return found

    @cached_property
    def names(self) -> dict[str, tuple[float, tuple[int, ...]]]:
        """Names of things (`reading.names`) in titles and texts: their IDF and the posts that hold them."""
        return self._by_post([reading.names for reading in self._readings])

    def places(self, post: int) -> dict[str, list[int]]:
        """Where each stem stands in title and text of a post, counted in words."""
        return self._readings[post].places

    def forms(self, post: int) -> frozenset[str]:
        """Return the words of title and text as the post writes them (lower case): what a reason may say it holds."""
        return self._readings[post].forms

    def holds(self, post: int, word: str) -> bool:
        """Say whether the post's title or text holds this stem."""
        return word in self._readings[post].all

    def _by_post(self, sets: Sequence[frozenset[str]]) -> dict[str, tuple[float, tuple[int, ...]]]:
        where: dict[str, list[int]] = {}
        for i, things in enumerate(sets):
            for thing in things:
                where.setdefault(thing, []).append(i)
        return {thing: (idf(len(sets), len(at)), tuple(at)) for thing, at in where.items()}


def _read_of(post: Post) -> tuple[object, ...]:
    """Return what a `Reading` depends on."""
    return (post.titles, post.slug, post.words)


def idf(total: int, df: int) -> float:
    """Return ln(1 + (N - df + .5) / (df + .5))."""
    return math.log(1 + (total - df + 0.5) / (df + 0.5))


def query(text: str, index: Index) -> Query:
    """Return what ranking asks for a message of these words; addresses (web and mail) in them are left out."""
    text = MAIL.sub(" ", URL.sub(" ", text[:MAX_TEXT]))
    words = tokens(text)
    stems: dict[str, str] = {}
    for word in words:
        if word in STOP or word not in FUNCTION_WORDS:
            stems.setdefault(stem(word), word)
    for common in sorted(stems, key=lambda s: (index.df.get(s, 0), s))[MAX_QUERY:]:
        if index.df.get(common, 0) > 1:
            del stems[common]
    content = frozenset(s for s, word in stems.items() if is_content(word))
    said = [stem(word) for word in words]
    return Query(
        stems=stems,
        content=content,
        pieces=four(words),
        names=names(text),
        tf=Counter(said),
        language=language(words),
        pairs=pairs_of(said, content),
    )
