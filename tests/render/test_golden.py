"""The pages of tests/sites/tiny, byte for byte as they stand in tests/sites/tiny.expected.

After a change that is meant: ``UPDATE_GOLDEN=1 pytest tests/render/test_golden.py``, and read the difference.
"""

from __future__ import annotations

import os
import shutil

import pytest

from render.conftest import ROOT, Site

EXPECTED = ROOT / "tests" / "sites" / "tiny.expected"
PAGES = [
    "boiler/index.html", "drafts/half-written/index.html", "feeds/questions.atom.xml", "feeds/thanks.atom.xml",
    "pages/about.html", "questions/2025-11-03-h8w2/index.html", "questions/2026-03-08-m8vb/index.html",
    "questions/2026-10-21-v9hs/index.html", "questions/index.html", "quiet-corner/index.html", "tides/fr/index.html",
    "tides/index.html", "who-helped-me/index.html", "who-this-helped/index.html",
]  # fmt: skip
"""Every page and feed that holds words of a note; the others are Pelican's own."""


def test_the_list_is_whole(built: Site) -> None:
    """A page of notes that is not compared would change unseen."""
    assert sorted(built.anywhere("gratitude")) == sorted(
        [*PAGES, "theme/gratitude/filter.js", "theme/gratitude/gratitude.css"]
    )


@pytest.mark.parametrize("page", PAGES)
def test_a_page_is_what_it_was(built: Site, page: str) -> None:
    """Compared as text, so that a failure shows the line."""
    target = EXPECTED / page
    if os.environ.get("UPDATE_GOLDEN"):
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(built.output / page, target)

    assert target.read_text(encoding="utf-8") == built.page(page)
