"""Our pages in a theme that knows nothing of them: Pelican's own two here, any others with ``python -m tests.themes``."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from themes import building
from themes.blog import Blog, large
from themes.building import Built, built, faults, theme, themes_in
from themes.looking import AXE, Looker, places
from themes.serving import served

pytestmark = pytest.mark.slow
MEDDLING = """
.gratitude .g-by { float: right !important }
.gratitude .g-notes { text-transform: uppercase }
.gratitude .g-best { width: 3000px; color: #bbb; font-weight: bold }
.gratitude blockquote { background: #999 !important; height: 1em !important }
.gratitude .g-post-head::before { content: "»" }
.gratitude .g-lede { font-size: 6px !important }
.gratitude.g-box { margin-left: 40px !important }
"""


@pytest.fixture(scope="module")
def blog(tmp_path_factory: pytest.TempPathFactory) -> Blog:
    """The sample blog with more letters: few, difficult ones, questions alone."""
    return large(tmp_path_factory.mktemp("blog") / "blog", (1, 4))


@pytest.fixture(scope="module", params=["simple", "notmyidea"])
def site(request: pytest.FixtureRequest, blog: Blog, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Built]:
    """That blog in a theme, on loopback."""
    folder = tmp_path_factory.mktemp("themes")
    with served(folder) as url:
        yield built(theme(request.param, request.param), blog, folder / "site", url=f"{url}/site")


def test_everything_is_there_once_and_framed_by_the_theme(site: Built) -> None:
    """Each page of ours has the theme's stylesheets and its content once; boxes stand under posts with notes only."""
    assert [] == faults(site)
    assert len(site.questions()) >= 10
    assert {"many-scripts", "only-questions", "letters-4"} <= site.blog.with_notes


def test_it_looks_right(site: Built, chromium: Any, node_file: Any) -> None:
    """Aligned, inside its frame, nothing on top of anything else, nothing of the theme's on single elements."""
    node_file(str(AXE.relative_to(AXE.parents[1])))
    pages = {name: path for name, path in places(site).items() if name in {"wall", "question", "many-scripts"}}
    seen = Looker(chromium, quick=True).look(site, pages)

    assert [] == seen.ours
    assert 3 == len(pages)


def test_the_look_would_tell(site: Built, chromium: Any, node_file: Any) -> None:
    """A theme that reaches into ours is found out, by name: moved, too wide, coloured, ornamented, over one another."""
    node_file(str(AXE.relative_to(AXE.parents[1])))
    css = site.root / "theme/gratitude/gratitude.css"
    kept = css.read_text("utf-8")
    css.write_text(kept + MEDDLING, encoding="utf-8")
    pages = {"wall": "who-this-helped/", "post": "many-scripts/"}
    seen = " ".join(Looker(chromium, quick=True).look(site, pages).ours)
    css.write_text(kept, encoding="utf-8")

    for words in ["sticks out", "moved by", "background", "capitals", "ornament before", "small: 6", "bold",
                  "over one another", "color-contrast", "the box begins 40 px"]:  # fmt: skip
        assert words in seen, words
    assert ("px wide with us" in seen) == (site.theme.name == "simple")  # notmyidea cuts off what is too wide


def test_faults_would_tell(site: Built) -> None:
    """A page that is missing, framed by nothing, there twice, and a box where there are no notes."""
    pages = dict(site.pages)
    wall, post = pages.pop("who-this-helped/"), pages["letters-1/"]
    index = building.html.document_fromstring(
        '<div data-gratitude="questions"></div><h1>a</h1><h1>b</h1><h1>c</h1><h1>d</h1>'
    )
    broken = replace(site)
    broken.__dict__["pages"] = {**pages, "questions/": index, "archives.html": post, "letters-1/": wall}
    found = " ".join(faults(broken))

    for words in ["who-this-helped/: not written", "questions/: 4 h1", "archives.html: 1 boxes instead of 0",
                  "letters-1/: 0 boxes instead of 1"]:  # fmt: skip
        assert words in found, words


def test_a_theme_that_does_not_build_says_why(blog: Blog, tmp_path: Path) -> None:
    """The end of what Pelican said is the fault."""
    (tmp_path / "torn/templates").mkdir(parents=True)
    (tmp_path / "torn/static").mkdir()
    (tmp_path / "torn/templates/index.html").write_text("{% block")
    found = themes_in([tmp_path])

    assert ["torn"] == [t.name for t in found]
    assert "does not build" in faults(built(found[0], blog, tmp_path / "out", url=""))[0]


def test_themes_are_found_where_they_lie(tmp_path: Path) -> None:
    """A theme itself, folders with themes, and repositories that keep the theme in a folder inside."""
    for place in ("many/one", "many/two/pelican-theme", "single"):
        (tmp_path / place / "templates").mkdir(parents=True)
    (tmp_path / "many/one/static/templates").mkdir(parents=True)
    found = themes_in([tmp_path / "many", tmp_path / "single"])

    assert [("one", "many/one"), ("single", "single"), ("two", "many/two/pelican-theme")] == [
        (t.name, Path(t.where).relative_to(tmp_path).as_posix()) for t in found
    ]
