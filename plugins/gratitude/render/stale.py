"""Removes what an earlier build wrote and this one does not: else a withdrawn letter would stay on the web.

Pelican leaves old pages lying. Only files go that lie in this OUTPUT_PATH, follow no link, carry our mark, and were
written by nobody in this build; the list in the cache says where they are, and without one the places that the
settings name.
"""

from __future__ import annotations

__all__ = ["MARKS", "ListOfPages", "candidates", "remove", "sweep", "written_files"]

import logging
import os
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

logger = logging.getLogger(__name__)
NAME = "gratitude-pages.json"
MARKS = (
    b"data-gratitude=", b"gratitude</generator>", b'"_gratitude": ', b'"format": "gratitude"', b"/* gratitude.css",
    b"// gratitude: filter",
)  # fmt: skip
"""What a page, the feeds, the data, the stylesheet and the script of ours hold, whatever the theme around them.

In JSON that quotes another file the quotation marks are escaped: no words make a file ours.
"""
FILES = ("FEED_ATOM", "QUESTIONS_FEED_ATOM", "FEED_JSON", "QUESTIONS_FEED_JSON", "DATA")
HEAD = 4096


class ListOfPages:
    """Which files of ours stand in which output folder: one small JSON file in Pelican's CACHE_PATH."""

    def __init__(self, cache: Path, output: Path) -> None:
        self._path = cache / NAME
        self._output = str(output.resolve())
        self._all = self._read()

    @property
    def written(self) -> list[str]:
        """The paths (POSIX, below the output folder) an earlier build wrote there; ``[]`` when nobody knows."""
        return [p for p in self._all.get(self._output, ()) if isinstance(p, str)]

    def save(self, paths: Iterable[str]) -> None:
        """Remember ``paths``. Writes only what changed, so that a cache below PATH does not rebuild for ever."""
        found = sorted(set(paths))
        if found == self._all.get(self._output, []):
            return
        self._all[self._output] = found
        self._all = {output: pages for output, pages in self._all.items() if pages}
        import json

        try:
            self._path.parent.mkdir(parents=True, exist_ok=True)
            temporary = self._path.with_suffix(f".{os.getpid()}.tmp")
            temporary.write_text(json.dumps(self._all, indent=1), encoding="utf-8")
            temporary.replace(self._path)
        except OSError:
            return  # a disposable cache: without it the settings' places are looked at

    def _read(self) -> dict[str, list[str]]:
        try:
            text = self._path.read_text(encoding="utf-8")
        except (OSError, ValueError):
            return {}  # most runs of Pelican end here, and need no json
        import json

        try:
            found = json.loads(text)
        except ValueError:
            return {}
        return {k: v for k, v in found.items() if isinstance(v, list)} if isinstance(found, dict) else {}


def sweep(settings: Mapping[str, Any], output: Path, writer: Any, files: Iterable[str] = ()) -> list[str]:
    """Remove what an earlier build wrote and ``files`` (paths below ``output``, this build's) do not name.

    Call it before this build's files are written: what another writes later in the build is then simply new.
    """
    listed = ListOfPages(Path(settings["CACHE_PATH"]), output)
    wanted = set(files)
    old = [p for p in candidates(listed.written, output, settings) - wanted if (output / p).is_file()]
    gone = remove(old, output, written_files(writer)) if old else []
    for path in gone:
        logger.info("Removed %s: an earlier build wrote it, and it has nothing to show any more", path)
    listed.save(wanted)
    return gone


def written_files(writer: Any) -> set[str]:
    """Return the absolute paths that Pelican's writer wrote in this build so far, as it spells them."""
    return set(getattr(writer, "_written_files", ()))


def candidates(listed: Iterable[str], output: Path, settings: Mapping[str, Any]) -> set[str]:
    """Return the paths where a page of ours may lie: of the list, and where the settings put them."""
    paths = set(listed)
    lists = [settings[f"GRATITUDE_{name}_SAVE_AS"] for name in ("WALL", "QUESTIONS", "CREDITS")]
    paths.update(filter(None, lists + [settings[f"GRATITUDE_{name}"] for name in FILES]))
    for save_as in lists:
        if save_as and (output / save_as).is_file():
            paths.update(_further(output, save_as))
    for name, key in (("QUESTION_SAVE_AS", "{id}"), ("POST_FEED_ATOM", "{slug}")):
        before, has_key, after = (settings[f"GRATITUDE_{name}"] or "").partition(key)
        folder, _, stem = before.rpartition("/")
        found = (output / folder).glob(f"{stem}*{after}") if has_key and "{" not in after else ()
        paths.update(p.relative_to(output).as_posix() for p in found)
    return paths


def _further(output: Path, save_as: str) -> Iterator[str]:
    """Yield the places of the further pages of the list at ``save_as``."""
    import glob

    from .paging import beside

    yield from (p.relative_to(output).as_posix() for p in output.glob(beside(glob.escape(save_as), "*")))


def remove(paths: Iterable[str], output: Path, written: set[str]) -> list[str]:
    """Remove those of ``paths`` that are ours and stale, and folders they leave empty; return what went.

    ``written`` are the absolute paths that somebody wrote in this build.
    """
    root = output.resolve()
    gone = []
    for path in sorted(set(paths)):
        target = root / path
        spelled = os.path.normpath(output.absolute() / path)  # as Pelican's writer spells its files
        if target.resolve() != target or root not in target.parents or spelled in written:
            continue  # leads out of the output, over a link, or is new
        if target.is_file() and _is_ours(target):
            target.unlink()
            gone.append(path)
            _remove_empty(target.parent, root)
    return gone


def _is_ours(path: Path) -> bool:
    try:
        data = path.read_bytes()
    except OSError:
        return False
    return any(mark in data for mark in MARKS)


def _remove_empty(folder: Path, root: Path) -> None:
    while folder != root and root in folder.parents:
        try:
            folder.rmdir()
        except OSError:
            return
        folder = folder.parent
