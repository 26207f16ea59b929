"""A build that would make the same takes it from the one before; a change of anything that is shown is seen."""

from __future__ import annotations

import re
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from jinja2 import Environment, meta
from pelican.settings import DEFAULT_CONFIG

from gratitude.render.cache import Cache, Texts
from gratitude.render.memory import OURS, SEEN, TEMPLATES, Memory
from render.conftest import Site, copy_of_tiny

NO_CACHE = ("-e", "GRATITUDE_CACHE=false")
MARK = b"PLANTED__"
"""As long as the word it stands for: the texts of the cache are known by where they stand."""
TODAY = "1790000000"


@pytest.fixture(autouse=True)
def _one_day(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", TODAY)


@pytest.fixture(scope="module")
def remembered(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The tiny site, built once, with its cache."""
    site = copy_of_tiny(tmp_path_factory.mktemp("remembered"))
    site.configure("GRATITUDE_MENU = True")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("SOURCE_DATE_EPOCH", TODAY)
        site.build("--fatal", "warnings")
    return site.root


@pytest.fixture
def site(remembered: Path, tmp_path: Path) -> Site:
    """A copy of it, in whose cache every page and box of ours holds MARK."""
    shutil.copytree(remembered, tmp_path / "site")
    copy = Site(tmp_path / "site")
    plant(copy)
    return copy


def shown(site: Site) -> Path:
    (path,) = (site.root / "cache").glob("gratitude-shown-*")
    return path


@pytest.fixture
def fresh(remembered: Path, tmp_path: Path) -> Site:
    """A copy of it as it is."""
    shutil.copytree(remembered, tmp_path / "fresh")
    return Site(tmp_path / "fresh")


def plant(site: Site) -> None:
    kept = Cache(shown(site)).read_with_texts()
    assert kept
    Cache(shown(site)).write(kept[0], Texts(kept[1].data.replace(b'class="gratitude', b'class="' + MARK)))


def is_recalled(site: Site) -> bool:
    return any(MARK in data for data in site.tree().values())


def test_a_second_build_is_the_first_byte_for_byte(remembered: Path, tmp_path: Path) -> None:
    """Recalled, taken note by note from the cache, and made with none: the same tree; the cache is not written."""
    shutil.copytree(remembered, tmp_path / "site")
    site = Site(tmp_path / "site")
    first, kept = site.tree(), shown(site).stat().st_mtime_ns
    site.build("--fatal", "warnings")
    recalled, still = site.tree(), shown(site).stat().st_mtime_ns
    shown(site).unlink()
    site.build("--fatal", "warnings")
    noted = site.tree()
    site.build("--fatal", "warnings", *NO_CACHE)

    assert first == recalled == noted == site.tree()
    assert kept == still


def test_pages_boxes_and_menu_are_recalled(site: Site) -> None:
    """Every page and box of ours comes from the build before."""
    site.build("--fatal", "warnings")

    ours = [p for p, data in site.tree().items() if p.endswith(".html") and b'class="gratitude' in data]
    assert ours == []
    assert MARK in site.tree()["boiler/index.html"]
    assert MARK in site.tree()["who-this-helped/index.html"]
    assert "who-this-helped/" in site.page("tides/index.html")


def edit_note(site: Site) -> None:
    path = site.root / "content/gratitude/boiler/2025-11-03-h8w2.note"
    path.write_text(path.read_text().replace("0.8", "0.9"))


def edit_title(site: Site) -> None:
    path = site.root / "content/boiler.md"
    path.write_text(path.read_text().replace("combi boiler", "old boiler"))


def override(site: Site) -> None:
    site.write("mine/gratitude/name.html", "<b>{{ card.name }}</b>")
    site.configure('THEME_TEMPLATES_OVERRIDES = ["mine"]')


CHANGES: dict[str, Callable[[Site], object]] = {
    "a note": edit_note,
    "a new note": lambda s: s.note("tides/2026-10-01-zzzz.note", "From: Zoe\n\nNew words.\n"),
    "a note less": lambda s: (s.root / "content/gratitude/boiler/2025-11-03-h8w2.note").unlink(),
    "the title of a post": edit_title,
    "the address of posts": lambda s: s.configure('ARTICLE_URL = "p/{slug}/"\nARTICLE_SAVE_AS = ARTICLE_URL + "index.html"'),
    "a setting of ours": lambda s: s.configure('GRATITUDE_WALL_INTRO = "Hello."'),
    "a pattern of days": lambda s: s.configure('DEFAULT_DATE_FORMAT = "%Y/%m"\nDATE_FORMATS = {}'),
    "the language": lambda s: s.configure('GRATITUDE_LANG = "de"'),
    "SITEURL": lambda s: s.configure('SITEURL = "https://other.example"'),
    "RELATIVE_URLS": lambda s: s.configure("RELATIVE_URLS = True"),
    "a template of ours": override,
    "a filter of Jinja's": lambda s: s.configure('JINJA_FILTERS = {"striptags": lambda value: "x"}'),
    "the address of feeds": lambda s: s.configure('FEED_DOMAIN = "https://feeds.example"'),
    "a feed": lambda s: s.configure("GRATITUDE_FEED_ATOM = None"),
}  # fmt: skip


@pytest.mark.slow
@pytest.mark.parametrize("change", CHANGES.values(), ids=CHANGES)
def test_a_change_is_seen(fresh: Site, change: Callable[[Site], object]) -> None:
    """With the cache of the build before, the output is that of a build without any."""
    before = fresh.tree()
    change(fresh)
    fresh.build()
    with_cache = fresh.tree()
    fresh.build(*NO_CACHE)

    assert fresh.tree() == with_cache != before


OF_ALL = {"a setting of ours", "a pattern of days", "the language", "SITEURL", "RELATIVE_URLS", "a template of ours",
          "a filter of Jinja's", "the address of feeds"}  # fmt: skip


@pytest.mark.slow
@pytest.mark.parametrize("change", [CHANGES[name] for name in sorted(OF_ALL)], ids=sorted(OF_ALL))
def test_what_every_page_stands_on_makes_all_anew(site: Site, change: Callable[[Site], object]) -> None:
    """Settings, language, templates: nothing is taken of the build before."""
    change(site)
    site.build()

    assert not is_recalled(site)


@pytest.mark.slow
def test_after_one_note_the_rest_is_taken_as_it_was(site: Site) -> None:
    """The pages on which the changed note stands are made anew, the others are those of the build before."""
    edit_note(site)
    site.build("--fatal", "warnings")

    ours = {path: data for path, data in site.tree().items() if b'data-gratitude="' in data}
    anew = {path for path, data in ours.items() if MARK not in data}
    assert {"boiler/index.html", "questions/2025-11-03-h8w2/index.html"} <= anew
    assert {
        "tides/index.html",
        "who-helped-me/index.html",
        "questions/2026-10-21-v9hs/index.html",
    } <= ours.keys() - anew
    site.build("--fatal", "warnings")
    assert {path for path, data in site.tree().items() if MARK in data} == ours.keys() - anew


def test_what_changes_no_page_of_ours_keeps_them(site: Site) -> None:
    """The words of a post, another theme's frame, another folder of output's neighbours: ours are taken as they were."""
    path = site.root / "content/boiler.md"
    path.write_text(path.read_text() + "\n\nA sentence more.\n")
    site.configure('BUILT = __import__("time").time()')
    site.build("--fatal", "warnings")

    assert "A sentence more." in site.page("boiler/index.html")
    assert MARK in site.tree()["boiler/index.html"]


def test_the_theme_frames_recalled_pages_anew(site: Site) -> None:
    """A changed page.html shows at once; the page's content comes from the build before."""
    site.write("mine/page.html", "{% extends '!simple/page.html' %}{% block footer %}NEW FRAME{% endblock %}")
    site.configure('THEME_TEMPLATES_OVERRIDES = ["mine"]')
    site.build()

    assert "NEW FRAME" in site.page("who-this-helped/index.html")
    assert is_recalled(site)


def test_a_theme_that_shows_the_section_itself_gets_it(site: Site) -> None:
    """`article.gratitude` is made when a template looks at it, also where the pages are recalled."""
    site.write(
        "mine/article.html",
        "{% extends '!simple/article.html' %}{% block footer %}"
        "{% if article.gratitude %}LEAD {{ article.gratitude.lead.name }}{% endif %}{% endblock %}",
    )
    site.configure('THEME_TEMPLATES_OVERRIDES = ["mine"]')
    site.build()
    with_cache = site.page("boiler/index.html")
    site.build(*NO_CACHE)

    assert "LEAD " in with_cache
    assert site.page("boiler/index.html").replace('class="gratitude g-box', 'class="PLANTED__ g-box') == with_cache


def test_two_outputs_have_a_memory_each(site: Site) -> None:
    """A second output folder recalls nothing of the first, and takes nothing from it."""
    site.build("-o", "elsewhere")
    first = site.tree()
    elsewhere = {p.relative_to(site.root / "elsewhere").as_posix() for p in (site.root / "elsewhere").rglob("*.html")}
    plain = (site.root / "elsewhere" / "boiler" / "index.html").read_bytes()

    assert MARK not in plain
    assert {p for p in first if p.endswith(".html")} == elsewhere
    site.build()
    assert is_recalled(site)


@pytest.mark.parametrize("extension", ["'site_ext'", "'markdown.extensions.toc', 'site_ext'"])
def test_an_extension_of_the_sites_own_is_not_remembered(remembered: Path, tmp_path: Path, extension: str) -> None:
    """What it makes of the author's words may depend on anything: it runs in every build."""
    shutil.copytree(remembered, tmp_path / "site")
    site = Site(tmp_path / "site")
    code = (
        "import pathlib\nfrom markdown import Extension, preprocessors\n"
        "class P(preprocessors.Preprocessor):\n"
        "    def run(self, lines):\n"
        "        return [line.replace('photograph', pathlib.Path('word.txt').read_text()) for line in lines]\n"
        "class E(Extension):\n"
        "    def extendMarkdown(self, md):\n"
        "        md.preprocessors.register(P(md), 'p', 1)\n"
        "def makeExtension(**kwargs):\n    return E(**kwargs)\n"
    )
    site.write("site_ext.py", code)
    site.configure(f"import sys; sys.path.insert(0, {str(site.root)!r})\nMARKDOWN = {{'extensions': [{extension}]}}")
    pages = []
    for word in ("sketch", "drawing"):
        site.write("word.txt", word)
        site.build()
        pages.append(site.page("boiler/index.html"))

    assert ["sketch" in pages[0], "drawing" in pages[1], "sketch" in pages[1]] == [True, True, False]


def test_what_nobody_will_recall_is_not_digested(tmp_path: Path) -> None:
    """Without a cache, before its key is known, and after something that the same bytes would not make happen."""
    none, kept = Memory(Cache(None)), Memory(Cache(tmp_path / "c.json"))
    none.recall("key")
    assert (none.is_kept, kept.is_kept) == (False, False)
    kept.recall("key")
    assert kept.is_kept
    kept.forget()
    assert not kept.is_kept


def test_every_setting_we_look_at_is_in_the_digest() -> None:
    """A setting that our pages print must change it: Pelican's own are all in it, others must be put into OURS."""
    names: set[str] = set()
    for path in TEMPLATES.parent.glob("*.py"):
        names |= set(
            re.findall(r"""(?:settings|site|s)(?:\.get\(|\[)["']([A-Z_]+)""", path.read_text(encoding="utf-8"))
        )

    assert {"SITENAME", "FEED_DOMAIN"} <= names
    assert {n for n in names if n not in DEFAULT_CONFIG and not n.startswith(OURS)} == set()


def test_our_templates_look_at_nothing_else_of_a_page() -> None:
    """What they print of the context is in the digest, or is handed to them; a new name must be put into SEEN."""
    env = Environment()
    names: set[str] = set()
    for path in (TEMPLATES / "gratitude").iterdir():
        names |= meta.find_undeclared_variables(env.parse(path.read_text(encoding="utf-8")))

    given = {
        "article", "page", "at", "box", "card", "cards", "turn", "number", "lead", "link", "anchored", "face", "day",
        "auto", "gratitude", "section", "sections", "wall", "part", "index", "returned", "heading", "back", "here",
        "feeds", "has_index", "has_credits", "newer", "older", "range", "post", "posts", "who", "plain", "turned",
    }  # fmt: skip
    assert {n for n in names if not n.startswith("GRATITUDE_")} - given == set(SEEN)
