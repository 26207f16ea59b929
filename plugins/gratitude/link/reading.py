"""One post as the index reads it: its words, names and pieces, each worked out once. Pure."""

from __future__ import annotations

__all__ = ["Reading", "four", "names"]

import math
import re
from collections import Counter
from collections.abc import Sequence
from functools import cached_property

from ..message import Post
from .language import language
from .stem import stem, tokens
from .stopwords import READER

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
CAMEL = re.compile(r"[a-z][A-Z]|[A-Z]{2}[a-z]|_")
MIXED = re.compile(r"[^\W\d_]\d|\d[^\W\d_]")


class Reading:
    """What one post's title and text hold; it depends on them and the slug alone, so an index hands it to the next.

    ``to_reader`` is ln(1 + how often the text says "you"), in the post's own language.
    """

    def __init__(self, post: Post) -> None:
        self._post = post
        self._title_words = tokens("\n".join(post.titles))
        words = tokens(post.words)
        self.title = [stem(word) for word in self._title_words]
        self.text = [stem(word) for word in words]
        self.counts = Counter(self.text)
        self.language = language([*self._title_words, *words[:400]])
        spoken = READER.get(self.language, READER["en"])
        self.to_reader = math.log1p(sum(word in spoken for word in words))

    @cached_property
    def all(self) -> set[str]:
        """The stems of title and text."""
        return self.counts.keys() | set(self.title)

    @cached_property
    def pieces(self) -> frozenset[str]:
        """Four-letter pieces of title and slug."""
        return four(tokens(f"{' '.join(self._post.titles)} {self._post.slug}"))

    @cached_property
    def names(self) -> frozenset[str]:
        """Names of things (`names`) in title and text."""
        return frozenset(names("\n".join((*self._post.titles, self._post.words))))

    @cached_property
    def places(self) -> dict[str, list[int]]:
        """Where each stem stands in title and text, counted in words."""
        found: dict[str, list[int]] = {}
        for i, word in enumerate(self.title + self.text):
            found.setdefault(word, []).append(i)
        return found

    @cached_property
    def forms(self) -> frozenset[str]:
        """The words of title and text as the post writes them (lower case): what a reason may say it holds."""
        return frozenset((*self._title_words, *tokens(self._post.words)))


def names(text: str) -> dict[str, str]:
    """Return the names of things in ``text``, folded, each with how it is written first.

    camelCase, snake_case, versions and file names, 0x numbers, options, ALLCAPS, letters with digits, hyphenated
    words, calls.
    """
    found: dict[str, str] = {}
    for m in NAME.finditer(text):
        word = m[0]
        if word.isalpha() and (word.islower() or word[1:].islower()):
            continue  # a plain word, as most are
        word = word.rstrip(".-")
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


def four(words: Sequence[str]) -> frozenset[str]:
    """Return the four-letter pieces of words, their ends marked with ``_``."""
    marked = {f"_{word}_" for word in words if len(word) <= 64}
    return frozenset(word[i : i + 4] for word in marked for i in range(max(1, len(word) - 3)))
