"""collect: where messages come from. A source yields arrivals; each mail becomes one clean `Message`.

`open_source` looks at what lies there; `parse`, `skim`, `quoted` and `author` are pure and can be called alone.
"""

from __future__ import annotations

__all__ = ["Source", "open_source"]

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from .source import Source


def open_source(spec: str, *, trust_headers: bool = False, explain: bool = False) -> Source:
    """Return the source that ``spec`` names: a path, or ``-`` for standard input.

    An mbox, a Maildir, Apple Mail's ``NAME.mbox`` folder, a folder of mails, a single mail, a WordPress export (WXR).
    ``trust_headers``: the ``X-Gratitude-*`` headers count (our own spool). ``explain``: a mail that skim leaves out is
    parsed too; without it such an Arrival has a reason and no message. Opened read-only.
    Raises SourceError with what to do instead.
    """
    from .source import detect

    return detect(spec, trusted=trust_headers, explain=explain)


def __getattr__(name: str) -> object:
    if name == "Source":
        from .source import Source

        return Source
    raise AttributeError(name)
