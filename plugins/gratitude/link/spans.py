"""Where the words that ranking speaks of stand in a message, exactly as its writer wrote them. Pure."""

from __future__ import annotations

__all__ = ["as_written", "spans"]

from collections.abc import Iterable
from functools import lru_cache

from ..message import Message, Span
from .index import MAX_TEXT
from .stem import TOKEN, tokens


def spans(code: str, words: Iterable[str], message: Message) -> tuple[Span, ...]:
    """Return the place of each of ``words`` (folded, as `stem.tokens` gives them) in the message's own words.

    Each word once, where it stands first, in the order of the text; those that stand in the subject only are left out.
    ``span.text == message.own_words[span.start:span.end]`` always.
    """
    text = message.own_words[:MAX_TEXT]
    first = _first_places(text)
    at = sorted({first[word] for word in words if word in first})
    return tuple(Span(code, start, end, text[start:end]) for start, end in at)


@lru_cache(maxsize=4)
def _first_places(text: str) -> dict[str, tuple[int, int]]:
    """Return where each word of a text, folded, stands first. Several reasons ask about the same text."""
    found: dict[str, tuple[int, int]] = {}
    for m in TOKEN.finditer(text):
        if m[0].isascii():
            found.setdefault(m[0].lower(), m.span())
            continue
        pieces = tokens(m[0])
        if len(pieces) == 1:
            found.setdefault(pieces[0], m.span())
            continue
        for piece in pieces:  # in a script without spaces a word is a part of a run
            if (start := m[0].find(piece)) >= 0:
                found.setdefault(piece, (m.start() + start, m.start() + start + len(piece)))
    return found


def as_written(words: Iterable[str], message: Message) -> tuple[str, ...]:
    """Return ``words`` as the message writes them (its subject's as they are), in their order, each spelling once."""
    given = tuple(words)
    how = {word: s.text for word in given for s in spans("", (word,), message)}
    return tuple(dict.fromkeys(how.get(word, word) for word in given))
