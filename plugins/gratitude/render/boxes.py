"""Puts the boxes into the pages of posts that were just written, and takes markers out of all others."""

from __future__ import annotations

__all__ = ["fill"]

import logging
from pathlib import Path
from typing import Any

from . import memory
from .box import NAME, filled, stripped
from .fragments import render
from .head import Head, with_head
from .run import Run

logger = logging.getLogger(__name__)


def fill(path: str, run: Run, context: dict[str, Any], content: Any, number: int | None, head: Head | None) -> None:
    """Put box and ``head`` into the page at ``path``, where it has any, and take markers out.

    ``content`` is what the page shows, ``number`` that of its marker, None where it has no box.
    """
    with open(path, "rb" if number is None and not head else "r+b", buffering=0) as file:  # noqa: PTH123  1,000 times
        data = file.read()
        if number is None and not head and NAME not in data:
            return  # most of a site's pages: nothing to decode, nothing to write
        text = data.decode("utf-8")
        changed = stripped(text) if number is None else _boxed(run, text, number, content, context)
        if head:
            changed = with_head(changed, head)
        if changed == text:
            return
        if file.writable():  # in place: to empty a file and fill it again costs more than all else here
            file.seek(0)
            _write_all(file, changed.encode("utf-8"))
            file.truncate()
            return
    Path(path).write_bytes(changed.encode("utf-8"))


def _boxed(run: Run, text: str, number: int, content: Any, context: dict[str, Any]) -> str:
    """Return the page ``text`` of ``content`` with its box."""
    changed, found = filled(text, number, _box(run, content, context))
    if not found and not run.froze:
        run.froze = True
        logger.info("Another plugin read the posts before us; their boxes stand at the end of the page's article")
    return changed


def _box(run: Run, content: Any, context: dict[str, Any]) -> str:
    """Return the box on ``content``, made anew where no earlier build made it of the same."""
    seen = [str(context.get(name)) for name in memory.SEEN]
    source = run.paths[id(content)]
    box = run.memory.box(source, seen)
    if box is None:
        section = run.section(id(content))
        mark = run.mark(section, seen, content.url, content.title, content.lang)
        box = run.memory.same_box(source, mark)
        if box is None:
            box = render(run.env, "box", context, box=section, at=content)
        run.memory.add_box(source, seen, box, mark)
    return box


def _write_all(file: Any, data: bytes) -> None:
    """Write ``data`` to an unbuffered file, which may take less at a time."""
    view = memoryview(data)
    while view:
        view = view[file.write(view) :]
