"""Builds a blog in a theme and reads what was written: everything of ours, once, in the theme's own frame."""

from __future__ import annotations

__all__ = ["Built", "Theme", "built", "faults", "themes_in"]

import os
import subprocess
import sys
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import Any
from urllib.parse import urljoin

from lxml import html

from .blog import ROOT, Blog
from .needs import NEEDS

OUR_CSS = "/gratitude/gratitude.css"
PAGES = {"wall": "who-this-helped/", "questions": "questions/"}
BOX = '//*[@data-gratitude="box"][.//*[contains(@class, "g-note") or contains(@class, "g-qs")]]'
"""A box with notes in it; one that only invites may stand on any post."""
SHEETS = '//link[contains(@rel, "stylesheet")]/@href'
OWN = "about/"
"""A page of the blog's own: how the theme frames a page."""


@dataclass(frozen=True, kw_only=True)
class Theme:
    """A theme: what THEME is set to, and the settings without which it does not build at all."""

    name: str
    where: str
    settings: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, kw_only=True)
class Built:
    """What one build wrote, below ``root``; ``error`` is the end of what Pelican said where it failed."""

    theme: Theme
    blog: Blog
    root: Path
    url: str
    error: str = ""

    @cached_property
    def pages(self) -> dict[str, Any]:
        """Every page as a tree, by its address below the site."""
        found = {p.relative_to(self.root).as_posix(): p for p in sorted(self.root.rglob("*.html"))}
        parser = html.HTMLParser(encoding="utf-8")
        read = {path: html.document_fromstring(p.read_bytes() or b"<p>", parser=parser) for path, p in found.items()}
        return {path.removesuffix("index.html"): tree for path, tree in read.items()}

    @property
    def has_night(self) -> bool:
        """Whether the theme looks different where one prefers dark colours."""
        folder = self.root / self.theme.settings.get("THEME_STATIC_DIR", "theme")
        sheets = [p for p in folder.rglob("*.css") if not p.as_posix().endswith(OUR_CSS)]
        return any("prefers-color-scheme" in p.read_text("utf-8", "replace") for p in sheets)

    def questions(self) -> list[str]:
        """The addresses of the pages of one question each."""
        return [path for path in self.pages if path.startswith("questions/") and path != "questions/"]


def themes_in(folders: Iterable[Path]) -> list[Theme]:
    """Return the themes in ``folders``: each is a theme, has one in a folder inside, or holds folders of themes."""
    found: list[Theme] = []
    for folder in folders:
        places = [
            p.parent for p in sorted(folder.glob("*/*/templates/")) if not (p.parent.parent / "templates").is_dir()
        ]
        places += [p.parent for p in folder.glob("*/templates/") if not (folder / "templates").is_dir()]
        places += [folder] if (folder / "templates").is_dir() else []
        for place in sorted(set(places)):
            name = place.relative_to(folder).parts[0] if place != folder else folder.name
            found.append(theme(name, place))
    return sorted(found, key=lambda t: t.name.lower())


def theme(name: str, place: Path | str) -> Theme:
    """Return a theme with what `NEEDS` says of it; ``{theme}`` in a setting is the theme's own folder."""
    settings = {key: _filled(value, str(place)) for key, value in NEEDS.get(name, {}).items()}
    return Theme(name=name, where=str(place), settings=settings)


def _filled(value: Any, place: str) -> Any:
    if type(value) is str:
        return value.replace("{theme}", place)
    return [_filled(item, place) for item in value] if isinstance(value, list) else value


def built(theme: Theme, blog: Blog, out: Path, *, url: str) -> Built:
    """Build ``blog`` in ``theme`` into ``out`` for the address ``url``. Never raises where Pelican fails."""
    conf = blog.folder / f"conf_{theme.name.replace('-', '_').replace('.', '_')}.py"
    settings: dict[str, Any] = {
        "THEME": theme.where,
        "SITEURL": url,
        "CACHE_PATH": str(out.with_name(f"{out.name}-cache")),
        "GRATITUDE_INVITATION": "maren@stillpages.example.com",
        **theme.settings,
    }
    settings["PLUGINS"] = ["gratitude", *theme.settings.get("PLUGINS", [])]
    settings["PLUGIN_PATHS"] = [str(ROOT / "plugins"), *theme.settings.get("PLUGIN_PATHS", [])]
    lines = "".join(f"{name} = {value!r}\n" for name, value in settings.items())
    lines = lines.replace("{url}", url)
    conf.write_text(f"from pelicanconf import *\n{lines}", "utf-8")
    command = [sys.executable, "-m", "pelican", "content", "-s", conf.name, "-o", str(out)]
    env = {**os.environ, "PYTHONPATH": str(blog.folder), "COLUMNS": "1000", "NO_COLOR": "1", "TERM": "dumb"}
    run = subprocess.run(command, cwd=blog.folder, env=env, capture_output=True, text=True, check=False, timeout=300)
    said = [line for line in (run.stdout + run.stderr).splitlines() if line.strip()]
    error = "\n".join(said[-3:]) if run.returncode or not (out / "index.html").is_file() else ""
    return Built(theme=theme, blog=blog, root=out, url=url, error=error)


def faults(site: Built) -> list[str]:
    """Return what is wrong with the files of a build, in sentences; nothing where all is right."""
    if site.error:
        return [f"does not build: {site.error}"]
    found = [fault for kind, path in PAGES.items() for fault in _page_faults(site, kind, path)]
    found += [fault for path in site.questions() for fault in _page_faults(site, "question", path)]
    for path, tree in site.pages.items():
        boxes, slug = len(tree.xpath(BOX)), path.rstrip("/")
        wanted = int(any(slug in (name, f"{name}-de", f"drafts/{name}.html") for name in site.blog.with_notes))
        if boxes != wanted:
            found.append(f"{path or 'the front page'}: {boxes} boxes instead of {wanted}")
    texts = (p for p in site.root.rglob("*") if p.suffix in {".html", ".xml", ".json"})
    return found + [f"{p.name}: a marker is left" for p in texts if "gratitude:box" in p.read_text("utf-8", "replace")]


def _page_faults(site: Built, kind: str, path: str) -> list[str]:
    """Say whether a page of ours is there, once, and framed as the theme frames a page of the blog's own."""
    tree, own = site.pages.get(path), site.pages[OWN]
    if tree is None:
        return [f"{path}: not written"]
    found = []
    if len(tree.xpath(f'//*[@data-gratitude="{kind}"]')) != 1:
        found.append(f"{path}: its content is not there once")
    missing = _sheets(own, OWN) - _sheets(tree, path)
    if set(own.xpath(SHEETS)) <= set(tree.xpath(SHEETS)):
        missing = set()  # medio writes "../theme": right one folder down, wrong everywhere else, ours or not
    if missing:
        found.append(f"{path}: without the theme's {', '.join(sorted(missing))}")
    if len(tree.xpath("//h1")) > max(1, len(own.xpath("//h1"))):
        found.append(f"{path}: {len(tree.xpath('//h1'))} h1, the theme's own page has {len(own.xpath('//h1'))}")
    ids = list(tree.xpath('//*[@class and contains(@class, "gratitude")]//@id'))
    return found + [f"{path}: id {i} stands twice" for i in sorted({i for i in ids if ids.count(i) > 1})]


def _sheets(tree: Any, path: str) -> set[str]:
    return {urljoin(f"http://site/{path}", link) for link in tree.xpath(SHEETS)}
