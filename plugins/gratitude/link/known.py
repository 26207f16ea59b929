"""What is made once of a catalogue and kept on it: the index, the unmistakable titles, the memory. Pure."""

from __future__ import annotations

__all__ = ["MIN_TITLE_CHARS", "MIN_TITLE_WORDS", "Known", "bare", "known"]

import contextlib
from functools import cached_property

from ..message import Catalogue, Post
from ..text import words
from .index import Index
from .memory import Memory

MIN_TITLE_WORDS, MIN_TITLE_CHARS = 3, 15
KEPT_AS = "_known_for_linking"


class Known:
    """Whatever linking derives from the posts of one catalogue, each made when it is first asked for."""

    def __init__(self, catalogue: Catalogue) -> None:
        self._catalogue = catalogue

    @cached_property
    def index(self) -> Index:
        """The index of the posts: the catalogue's own, where it has one."""
        own = getattr(self._catalogue, "index", None)
        return own if isinstance(own, Index) else Index(self._catalogue.posts())

    @cached_property
    def place(self) -> dict[str, int]:
        """The number of each post's key in the index."""
        return {post.key: i for i, post in enumerate(self.index.posts)}

    @cached_property
    def memory(self) -> Memory:
        """What earlier messages teach; `Memory.learn` before it is asked."""
        return Memory(self.index)

    @cached_property
    def guessed(self) -> Memory:
        """What messages teach about which nobody has decided; `Memory.learn` before it is asked."""
        return Memory(self.index, guessed=True)

    @cached_property
    def titles(self) -> dict[str, Post]:
        """The unmistakable titles (`bare`): of three words or 15 characters, and of one post alone."""
        found: dict[str, Post | None] = {}
        for post in self._catalogue.posts():
            for title in {bare(t) for t in post.titles}:
                found[title] = None if title in found else post
        return {
            title: post
            for title, post in found.items()
            if post is not None and (len(title.split()) >= MIN_TITLE_WORDS or len(title) >= MIN_TITLE_CHARS)
        }


def known(catalogue: Catalogue) -> Known:
    """Return what is known of this catalogue; kept on it, where it lets itself be written to."""
    kept = getattr(catalogue, KEPT_AS, None)
    if not isinstance(kept, Known):
        kept = Known(catalogue)
        with contextlib.suppress(AttributeError, TypeError):
            setattr(catalogue, KEPT_AS, kept)
    return kept


def bare(title: str) -> str:
    """Return the words of a title, folded, without punctuation; both apostrophes are one (typogrify makes ’ of ')."""
    return " ".join(words(title.replace("’", "'")))
