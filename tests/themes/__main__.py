"""The command: ``python -m tests.themes [--themes DIR...] [--only NAME...] [--pictures DIR]``."""

from __future__ import annotations

import argparse
import sys
import tempfile
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from .blog import ROOT, large, sample
from .building import Built, Theme, built, faults, theme, themes_in
from .looking import Looker, browser
from .serving import served


def main() -> int:
    """Try the themes and print a line for each, then what is wrong; return how many have something wrong of ours."""
    parser = argparse.ArgumentParser(prog="python -m tests.themes", description=__doc__)
    parser.add_argument("--themes", nargs="+", type=Path, default=[], help="folders with themes, or themes")
    parser.add_argument("--only", nargs="+", default=[], help="of these, the ones with these names")
    parser.add_argument(
        "--quick", action="store_true", help="fewer letters, fewer pages, axe-core only in a wide window"
    )
    parser.add_argument("--pictures", type=Path, help="a folder to put pictures of every page into")
    parser.add_argument("--keep", type=Path, help="a folder to build in, kept afterwards; else a temporary one")
    parser.add_argument(
        "--docs", action="store_true", help="make the pictures of docs/images of the sample blog instead"
    )
    wanted = parser.parse_args()
    own = [theme(name, name) for name in ("simple", "notmyidea")] + [theme("still-pages", ROOT / "theme")]
    themes = own + themes_in(wanted.themes)
    themes = [t for t in themes if not wanted.only or t.name in wanted.only]
    with tempfile.TemporaryDirectory() as scratch:
        if wanted.docs:
            return _picture(themes, wanted.keep or Path(scratch))
        return _try(themes, wanted.keep or Path(scratch), wanted.pictures, quick=wanted.quick)


def _try(themes: list[Theme], folder: Path, pictures: Path | None, *, quick: bool) -> int:
    blog = large(folder / "blog", (1, 3, 12) if quick else (1, 3, 12, 80))
    out = folder / "output"
    out.mkdir()
    wrong = 0
    with served(out) as url, ThreadPoolExecutor(2) as pool, browser() as chromium:
        looker = Looker(chromium, pictures, quick=quick)
        for site in pool.map(lambda t: built(t, blog, out / t.name, url=f"{url}/{t.name}"), themes):
            wrong += _report(site, looker)
    print(f"{len(themes)} themes, {wrong} with something to mend")
    return wrong


def _picture(themes: list[Theme], folder: Path) -> int:
    """Make the pictures of docs/images."""
    from . import sheets

    blog = sample(folder / "blog")
    out = folder / "output"
    out.mkdir()
    with served(out) as url, ThreadPoolExecutor(2) as pool, browser() as chromium:
        for site in pool.map(lambda t: built(t, blog, out / t.name, url=f"{url}/{t.name}"), themes):
            print(f"{site.theme.name}: {site.error or sheets.make(site, chromium)}")
    return 0


def _report(site: Built, looker: Looker) -> bool:
    ours, theirs = faults(site), []
    if not site.error:
        seen = looker.look(site)
        ours, theirs = ours + seen.ours, seen.theirs
    print(f"{site.theme.name}: {len(_grouped(ours))} to mend, {len(_grouped(theirs))} the theme's own")
    for words, where in _grouped(ours).items():
        print(f"    {words}   [{where}]")
    for words in sorted({w.partition(": ")[2] for w in theirs if "the theme's own" in w}):
        print(f"    (its own: {words})")
    sys.stdout.flush()
    return bool(ours)


def _grouped(sentences: list[str]) -> dict[str, str]:
    """Return what was said, each once, with all the places where it was seen."""
    where: dict[str, list[str]] = {}
    for sentence in sentences:
        place, _, words = sentence.partition(": ")
        where.setdefault(words, []).append(place)
    return {words: "; ".join(places) for words, places in where.items()}


if __name__ == "__main__":
    sys.exit(bool(main()))
