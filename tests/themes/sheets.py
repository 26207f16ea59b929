"""The pictures of docs/: our pages in the sample blog's own theme, and a sheet for every theme. Needs Pillow."""

from __future__ import annotations

__all__ = ["make"]

from pathlib import Path
from typing import Any

from .blog import ROOT
from .building import Built
from .looking import window

IMAGES = ROOT / "docs" / "images"
COLOURS = 96
"""Enough for type on paper; a sheet of eight pages is then 200 to 300 KB."""
SHEET = {"who-this-helped/": (1280, 1000), "questions/": (1280, 1000), "QUESTION": (1280, 1000), "POST": (1280, 1000)}
GAP = 16
WIDE, NARROW, TALL = 640, 250, 560
POST = "redirects-that-last/"


def make(site: Built, chromium: Any) -> Path:
    """Write the sheet of ``site``'s theme, and of the sample blog's own also single pages, by night and on paper."""
    IMAGES.joinpath("any-theme").mkdir(parents=True, exist_ok=True)
    shots = _shots(site, chromium)
    sheet = IMAGES / "any-theme" / f"{site.theme.name}.png"
    _save(_sheet(shots), sheet)
    if site.theme.where == str(ROOT / "theme"):
        _own(site, chromium)
    return sheet


def _pages(site: Built) -> dict[str, str]:
    question = next(q for q in site.questions() if "2023-04-25" in q)
    return {"wall": "who-this-helped/", "questions": "questions/", "question": question, "post": POST}


def _shots(site: Built, chromium: Any) -> dict[str, Any]:
    """Return a picture of each page by name and width; of the post from where its last words end."""
    shots = {}
    for width, tall in ((1280, TALL * 2), (390, TALL * 390 // NARROW)):
        opened = window(chromium, width)
        for name, path in _pages(site).items():
            tab = opened.new_page()
            tab.goto(f"{site.url}/{path}", wait_until="load")
            shots[f"{name}-{width}"] = _shot(tab, width, tall)
            tab.close()
        opened.close()
    return shots


def _shot(tab: Any, width: int, tall: int) -> Any:
    """Return what ``tab`` shows from its top, or from a little above the box, ``tall`` pixels of it."""
    from io import BytesIO

    from PIL import Image

    box = tab.evaluate("(document.querySelector('.g-box')?.getBoundingClientRect().top ?? 0) + scrollY")
    end = tab.evaluate("Math.max(document.documentElement.scrollHeight, document.body.scrollHeight)")
    top = int(max(0, min(box - tall // 4, end - tall))) if box else 0
    clip = {"x": 0, "y": top, "width": width, "height": min(tall, end - top)}
    return Image.open(BytesIO(tab.screenshot(full_page=True, clip=clip))).convert("RGB")


def _sheet(shots: dict[str, Any]) -> Any:
    """Return the four pages as in a wide window, two and two, and beside them as on a telephone."""
    from PIL import Image

    sheet = Image.new("RGB", (2 * WIDE + 2 * NARROW + 5 * GAP, 2 * TALL + 3 * GAP), "#d8d6d0")
    for number, name in enumerate(("wall", "questions", "question", "post")):
        row, column = divmod(number, 2)
        for width, shown, left in (
            (1280, WIDE, column * (WIDE + GAP)),
            (390, NARROW, 2 * (WIDE + GAP) + column * (NARROW + GAP)),
        ):
            shot = shots[f"{name}-{width}"]
            small = shot.resize((shown, round(shot.height * shown / width)), Image.Resampling.LANCZOS)
            place = Image.new("RGB", (shown, TALL), shot.getpixel((2, shot.height - 2)))
            place.paste(small.crop((0, 0, shown, min(TALL, small.height))), (0, 0))
            sheet.paste(place, (GAP + left, GAP + row * (TALL + GAP)))
    return sheet


def _own(site: Built, chromium: Any) -> None:
    """Write the single pictures of the sample blog: each page by day, the wall by night, and a sheet of paper."""
    opened = window(chromium, 1280)
    for name, path in _pages(site).items():
        tab = opened.new_page()
        tab.goto(f"{site.url}/{path}", wait_until="load")
        _save(_shot(tab, 1280, 1500), IMAGES / f"{name}.png")
        if name == "wall":
            tab.emulate_media(color_scheme="dark")
            _save(_shot(tab, 1280, 1000), IMAGES / "wall-dark.png")
        tab.close()
    opened.close()


def _save(picture: Any, file: Path) -> None:
    from PIL import Image

    picture.quantize(COLOURS, method=Image.Quantize.MAXCOVERAGE, kmeans=1, dither=Image.Dither.NONE).save(
        file, optimize=True
    )
