"""Writes our pages, feeds and files: virtual pages that the theme's own ``page.html`` frames, in no page list."""

from __future__ import annotations

__all__ = ["Site", "menu_items", "write", "write_again"]

import logging
import os
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import partial
from importlib import resources
from pathlib import Path
from typing import Any

from . import stale
from .about import about
from .box import stripped
from .fragments import render
from .head import Head, Link, packed, unpacked, with_head
from .outlets import Outlet, outlets
from .run import Run
from .sheets import Sheet, sheets

logger = logging.getLogger(__name__)
FOLDER = "gratitude"


@dataclass(frozen=True, slots=True, kw_only=True)
class Site:
    """What Pelican lends us to write with: its context, writer, the theme's templates, and a maker of pages."""

    settings: Mapping[str, Any]
    context: dict[str, Any]
    env: Any
    template: Callable[[str], Any]
    writer: Any
    output: Path
    make_page: Callable[..., Any]
    taken: frozenset[str]

    def siteurl(self, save_as: str) -> str:
        """Return SITEURL as Pelican's writer sets it for a page: relative with RELATIVE_URLS."""
        if not self.settings["RELATIVE_URLS"]:
            return str(self.context["SITEURL"])
        return "/".join([".."] * save_as.count("/")) or "."


def write(run: Run, site: Site) -> None:
    """Write everything there is to show, after removing what an earlier build showed and this one does not."""
    plan = _Plan(run, site)
    stale.sweep(site.settings, site.output, site.writer, plan.files)
    for path, job in plan.files.items():
        job(path)


def write_again(run: Run, site: Site) -> bool:
    """Write what an earlier build wrote; return False, and write nothing, where the site now writes one of them."""
    plan = _Plan(run, site)
    out = list(run.memory.pages())
    if any(plan.is_theirs(path) for path, *_ in out):
        run.memory.forget()
        return False
    stale.sweep(site.settings, site.output, site.writer, [path for path, *_ in out])
    for path, values, head in out:
        if head is None:
            plan.target(path).write_bytes(values["content"].encode("utf-8"))
        else:
            plan.put_page(path, values, unpacked(head))
    return True


def menu_items(run: Run, settings: Mapping[str, Any]) -> list[tuple[str, str]]:
    """Return what joins MENUITEMS: wall, index and credits, those that are written."""
    items = []
    for name, there in (("WALL", run.wall.sections), ("QUESTIONS", run.index), ("CREDITS", run.credits)):
        if there and settings[f"GRATITUDE_{name}_SAVE_AS"]:
            address = f"{settings['SITEURL']}/{settings[f'GRATITUDE_{name}_URL']}"
            items.append((settings[f"GRATITUDE_{name}_TITLE"], address))
    return items


class _Plan:
    """Which files this build writes, and how: ``files`` maps a path below the output to what writes it."""

    def __init__(self, run: Run, site: Site) -> None:
        self._run, self._site, self._settings = run, site, site.settings
        self._theirs = stale.written_files(site.writer) | {self._spelled(path) for path in site.taken}
        self.files: dict[str, Callable[[str], None]] = {}
        self._plan_pages()
        self._outlets = [o for o in outlets(run, self._settings) if self._add(o.path, partial(self._outlet, o))]
        if self.files or run.boxes:
            self._add(f"{self._settings['THEME_STATIC_DIR']}/{FOLDER}/gratitude.css", self._asset)
        if run.index and self._settings["GRATITUDE_QUESTIONS_SAVE_AS"]:
            self._add(f"{self._settings['THEME_STATIC_DIR']}/{FOLDER}/filter.js", self._asset)

    def _add(self, path: str, job: Callable[[str], None]) -> bool:
        """Plan to write ``path``, unless the site writes it itself: one of ours must not end the build."""
        if not path:
            return False
        if path in self.files or self.is_theirs(path):
            whose = "another of our pages" if path in self.files else "the site itself"
            logger.warning("%s is written by %s; set another GRATITUDE_... path for ours", path, whose)
            self._run.memory.forget()  # the next build shall say so too
            return False
        self.files[path] = job
        return True

    def is_theirs(self, path: str) -> bool:
        """Say whether the site itself writes ``path``."""
        return self._spelled(path) in self._theirs

    def _spelled(self, path: str) -> str:
        return os.path.normpath(self._site.output.absolute() / path)

    def _plan_pages(self) -> None:
        run = self._run
        for sheet in sheets(run.wall, run.index, run.questions, run.credits, self._settings, run.say):
            self._add(sheet.save_as, partial(self._page, sheet))

    def _page(self, sheet: Sheet, path: str) -> None:
        """Write one page, as it was made by an earlier build where nothing on it changed."""
        feeds, siteurl = self._feeds(sheet.feed), self._site.siteurl(path)
        has_index = self._settings["GRATITUDE_QUESTIONS_SAVE_AS"] in self.files
        mark = self._run.mark(sheet, feeds, siteurl, has_index)
        kept = self._run.memory.same_page(path, mark)
        if kept:
            values, head = kept[0], unpacked(kept[1])
        else:
            values = self._made(sheet, path, siteurl=siteurl, feeds=feeds, has_index=has_index)
            head = about(sheet, siteurl, feeds, self._settings)
        self._run.memory.add_page(path, values, packed(head), mark)
        self.put_page(path, values, head)

    def _made(
        self, sheet: Sheet, path: str, *, siteurl: str, feeds: tuple[Link, ...], has_index: bool
    ) -> dict[str, Any]:
        """Return what the page is made of. The wrapper carries our mark, so that a replaced fragment cannot lose it."""
        context = {**self._site.context, "SITEURL": siteurl}
        values = {"here": sheet.url, "feeds": feeds, "has_index": has_index, **sheet.values}
        inner = render(self._site.env, sheet.kind, context, **values)
        return {
            "title": sheet.title,
            "content": f'<div class="gratitude-page" data-gratitude="{sheet.kind}">\n{inner}\n</div>',
            "url": sheet.url,
            "save_as": path,
            "day": sheet.day,
            "summary": sheet.summary,
        }

    def put_page(self, path: str, values: dict[str, Any], head: Head) -> None:
        """Write the page that is made of ``values``; ``head`` is what its head says."""
        site = self._site
        page = site.make_page(**values)
        self._run.whole.append(page)
        relative = self._settings["RELATIVE_URLS"]
        framed = _Framed(site.template("page"), head)
        site.writer.write_file(path, framed, site.context, relative_urls=relative, page=page, url=values["url"])

    def _feeds(self, of: str) -> tuple[Link, ...]:
        """Return the feeds that are written of one list; of ``""`` there is none."""
        return tuple(outlet.link for outlet in self._outlets if of and outlet.of == of)

    def _outlet(self, outlet: Outlet, path: str) -> None:
        self._put_file(path, outlet.text().encode("utf-8"))

    def _asset(self, path: str) -> None:
        """Copy one of our files. The theme's own ``static/gratitude/`` is copied later by Pelican, and so wins."""
        data = resources.files(__package__).joinpath("static", FOLDER, path.rpartition("/")[2]).read_bytes()
        self._put_file(path, data)

    def _put_file(self, path: str, data: bytes) -> None:
        self._run.memory.add_file(path, data)
        self.target(path).write_bytes(data)

    def target(self, path: str) -> Path:
        """Return where ``path`` lies, its folder made."""
        target = self._site.output / path
        target.parent.mkdir(parents=True, exist_ok=True)
        return target


class _Framed:
    """The theme's template with what our page says in its head: what Pelican's writer asks of a template.

    So a page of ours is written once; a post's box comes later, when its page was written (`plugin._fill_box`).
    """

    def __init__(self, template: Any, head: Head) -> None:
        self._template, self._head = template, head

    def render(self, context: dict[str, Any]) -> str:
        """Return the page; a theme that lists posts on it may have brought their markers."""
        return with_head(stripped(self._template.render(context)), self._head)
