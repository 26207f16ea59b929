"""Opens our pages of a built blog in Chromium, says what does not look right, and makes pictures."""

from __future__ import annotations

__all__ = ["Look", "Looker", "browser", "places", "window"]

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from .blog import ROOT
from .building import PAGES, Built

AXE = ROOT / "node_modules" / "axe-core" / "axe.min.js"
RULES = {"type": "tag", "values": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]}
HERE = Path(__file__).parent
WIDTHS = (1280, 390)
TALL = 2000
"""How much of a page a picture shows, in pixels."""
# No window, and no request of the browser's own: without these it looks up its maker's hosts at every start.
CHROMIUM = [
    "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
    "--disable-background-networking", "--disable-component-update", "--disable-sync", "--hide-scrollbars",
]  # fmt: skip


@dataclass
class Look:
    """What was seen: ``ours`` is for us to mend; ``theirs`` the theme does to its own words as well."""

    ours: list[str] = field(default_factory=list)
    theirs: list[str] = field(default_factory=list)


@contextmanager
def browser(program: str = "/usr/bin/chromium") -> Iterator[Any]:
    """Start Chromium and end it."""
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        running = playwright.chromium.launch(executable_path=program, args=CHROMIUM)
        yield running
        running.close()


class Looker:
    """Looks at pages with one browser; what a page wants from other hosts it does not get."""

    def __init__(self, chromium: Any, pictures: Path | None = None, *, quick: bool = False) -> None:
        self._chromium, self._pictures, self._quick = chromium, pictures, quick
        self._look, self._axe = ((HERE / name).read_text("utf-8") for name in ("look.js", "axe.js"))

    def look(self, site: Built, pages: dict[str, str] | None = None) -> Look:
        """Return what is wrong with ``pages`` (name and address; else wall, index, a question, posts), by width and light."""
        seen = Look()
        lights = ("light", "dark") if site.has_night else ("light",)
        for width in WIDTHS:
            opened = window(self._chromium, width)
            for name, path in (pages or places(site, quick=self._quick)).items():
                tab = opened.new_page()
                tab.goto(f"{site.url}/{path}", wait_until="load")
                for light in lights:
                    tab.emulate_media(color_scheme=light)
                    where = f"{name} at {width}{', dark' if light == 'dark' else ''}"
                    self._one(tab, seen, where, deep=width == WIDTHS[0] or (name in PAGES and not self._quick))
                    self._picture(tab, site.theme.name, f"{name}-{width}{'-dark' if light == 'dark' else ''}")
                tab.close()
            opened.close()
        return seen

    def _one(self, tab: Any, seen: Look, where: str, *, deep: bool) -> None:
        seen.ours += [f"{where}: {words}" for words in tab.evaluate(self._look)]
        if not deep:
            return
        tab.evaluate(AXE.read_text("utf-8"))
        axe = tab.evaluate(self._axe, RULES)
        seen.ours += [f"{where}: {words}" for words in axe["ours"]]
        seen.theirs += [f"{where}: {words}" for words in axe["theirs"]]

    def _picture(self, tab: Any, folder: str, name: str) -> None:
        """Take a picture of the page from its top; of a post from a little above its box."""
        if self._pictures is None:
            return
        size = tab.evaluate("[innerWidth, Math.max(document.documentElement.scrollHeight, document.body.scrollHeight)]")
        box = tab.evaluate("(document.querySelector('.g-box')?.getBoundingClientRect().top ?? 0) + scrollY")
        top = max(0, min(box - 420, size[1] - 600)) if box else 0
        height = min(TALL, size[1] - top)
        file = self._pictures / folder / f"{name}.png"
        clip = {"x": 0, "y": top, "width": size[0], "height": max(height, 200)}
        tab.screenshot(path=file, full_page=True, clip=clip)


def window(chromium: Any, width: int) -> Any:
    """Return a window of its own, ``width`` pixels wide, that reaches no other host."""
    opened = chromium.new_context(viewport={"width": width, "height": 900}, reduced_motion="reduce")
    opened.route("**/*", lambda r: r.continue_() if urlsplit(r.request.url).hostname == "127.0.0.1" else r.abort())
    opened.set_default_timeout(60_000)
    return opened


def places(site: Built, *, quick: bool = False) -> dict[str, str]:
    """Return the pages to look at: ours, and posts with many letters, difficult ones, questions alone."""
    wanted = {**PAGES}
    questions = [q for q in site.questions() if site.pages[q].xpath('//*[contains(@class, "g-answer")]')]
    if questions:
        wanted["question"] = max(questions, key=lambda q: len(site.pages[q].text_content()))
    for slug in (
        ("letters-12", "many-scripts") if quick else ("letters-80", "many-scripts", "only-questions", "letters-1")
    ):
        if f"{slug}/" in site.pages:
            wanted[slug] = f"{slug}/"
    return wanted
