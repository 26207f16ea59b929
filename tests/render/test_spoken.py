"""Whole blogs in other languages: what their pages say, how they are marked, and sites of several languages."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

import pytest
from lxml import html

from gratitude.render import language
from render.conftest import ROOT, Site

pytestmark = pytest.mark.slow

SUBSITES = '''"""Builds a French site inside the build, and leaves to each site the posts in its language."""

from pelican import Pelican, signals

SITES = ("en", "fr")
busy = []


def inner(pelican):
    if busy:
        return
    busy.append(1)
    settings = pelican.settings.copy()
    settings.update(DEFAULT_LANG="fr", THEME_STATIC_DIR="../theme", THEME_STATIC_PATHS=[])
    for name in ("OUTPUT_PATH", "CACHE_PATH", "SITEURL"):
        settings[name] += "/fr"
    Pelican(settings).run()


def leave_to_others(generator):
    lang = generator.settings["DEFAULT_LANG"]
    for name in ("articles", "translations", "drafts", "drafts_translations"):
        found = getattr(generator, name)
        found[:] = [c for c in found if c.lang == lang or c.lang not in SITES]


def register():
    signals.get_writer.connect(inner)
    signals.article_generator_pretaxonomy.connect(leave_to_others)
'''


def in_language(site: Site, lang: str) -> Site:
    """Make the blog's language ``lang``, also that of the posts that say they are English."""
    for path in (site.root / "content").rglob("*.md"):
        path.write_text(path.read_text("utf-8").replace("Lang: en\n", f"Lang: {lang}\n"), encoding="utf-8")
    site.configure(f'DEFAULT_LANG = "{lang}"\nGRATITUDE_INVITATION = "ada@example.com"\nGRATITUDE_MENU = True')
    return site


def ours(page: str) -> Any:
    """Return our outermost element of a page."""
    (root,) = html.document_fromstring(page).xpath("//*[contains(concat(' ', @class, ' '), ' gratitude ')]")
    return root


def our_words(page: str) -> str:
    """Return what we say on a page: without letters, answers, names and titles."""
    root = ours(page)
    labels = [str(value) for value in root.xpath(".//@aria-label | .//abbr/@title")]
    for theirs in root.xpath(".//blockquote | .//*[contains(@class, '-content')] | .//bdi | .//h3/a | .//svg"):
        theirs.drop_tree() if theirs.tail else theirs.getparent().remove(theirs)
    return " ".join(" ".join([*root.itertext(), *labels]).split())


def english(lang: str) -> list[str]:
    """Return the English words of our sentences that the language does not share: its pages must not hold them."""
    book = language.catalogue(lang)
    assert book is not None
    pieces = [(p, said) for key, said in book["sentences"].items() for p in re.split(r"\{\w+\}", key)]
    return [p.strip(" ,:;.") for p, said in pieces if len(p.strip(" ,:;.")) > 3 and p.strip(" ,:;.") not in said]


PAGES = ("who-this-helped", "questions", "questions/2025-11-03-h8w2", "who-helped-me", "boiler", "quiet-corner")


@pytest.fixture(scope="module")
def german(new_site: Callable[[], Site]) -> Site:
    site = in_language(new_site(), "de")
    site.build("--fatal", "warnings")
    return site


@pytest.mark.parametrize("page", PAGES)
def test_a_german_page_says_nothing_in_english(german: Site, page: str) -> None:
    """No sentence of ours, no label and no month; and nothing needs to be marked, since the page is German too."""
    text = german.page(f"{page}/index.html")
    said = our_words(text)

    assert [] == [p for p in english("de") if re.search(rf"\b{re.escape(p)}\b", said)]
    assert not re.search(r"\b(January|February|March|May|June|July|October|December)\b", said)
    assert ours(text).get("lang") is None
    assert ours(text).get("dir") is None


def test_english_would_be_found(built: Site) -> None:
    """The same look at an English page finds plenty."""
    said = our_words(built.page("questions/index.html"))

    assert len([p for p in english("de") if re.search(rf"\b{re.escape(p)}\b", said)]) > 5


def test_titles_menu_and_feeds_are_german(german: Site) -> None:
    """Also where a theme prints them, and where nobody looks."""
    front = html.document_fromstring(german.page("index.html"))
    menu = [a.text_content() for a in front.xpath("//nav//a")]

    assert menu[:3] == ["Wem das geholfen hat", "Was ich gefragt wurde", "Wer mir geholfen hat"]
    assert "<title>Harbour Notes - Wem das geholfen hat</title>" in german.page("feeds/thanks.atom.xml")
    assert "Graham P. zu How to read a tide table" in german.page("feeds/thanks.atom.xml")
    assert "<title>Harbour Notes - Wem das geholfen hat</title>" in german.page("who-this-helped/index.html")


def test_the_box_of_a_translated_post_speaks_its_language(german: Site) -> None:
    """Heading, names that are ours to give, days; titles among our words are marked as the blog's language."""
    page = german.page("tides/fr/index.html")
    root = ours(page)

    assert (root.get("lang"), root.get("dir")) == ("fr", "ltr")
    assert root.xpath("string(.//h2)") == "À qui cela a servi"
    assert "14 septembre 2025" in page
    assert root.xpath(".//*[@class='g-again']/a/@lang") == ["de"]
    assert [] == [p for p in english("fr") if re.search(rf"\b{re.escape(p)}\b", our_words(page))]


def test_somebody_without_a_name_is_called_so_in_each_language(tiny: Site) -> None:
    """The same letter in the boxes of a post and its translation."""
    tiny.note("tides/2026-06-01-an0n.note", "Show: anonymous\n\nNobody drowned.\n")
    tiny.note("tides/counted.note", "Show: counted\nCount: 4\n")
    tiny.build("--fatal", "warnings")

    assert "A reader" in our_names(tiny.page("tides/index.html"))
    assert "Une lectrice ou un lecteur" in our_names(tiny.page("tides/fr/index.html"))
    assert "sans demander à être cités" in tiny.page("tides/fr/index.html")


def our_names(page: str) -> list[str]:
    return [str(name) for name in ours(page).xpath(".//bdi[@class='p-name']/text()")]


def test_a_language_without_words_is_english_and_says_so(tiny: Site) -> None:
    """Our element and what is Danish in it are marked, the build is clean, and one line of `-v` tells."""
    said = in_language(tiny, "da").build("--fatal", "warnings", "-v")
    wall = ours(tiny.page("who-this-helped/index.html"))

    assert said.count("there are no words in 'da' yet") == 1
    assert (wall.get("lang"), wall.get("dir")) == ("en", "ltr")
    assert set(wall.xpath(".//h2/a/@lang")) == {"da"}
    assert set(wall.xpath(".//blockquote/@lang")) == {"da", "fr", "he"}


def test_own_words_and_a_wrong_one(tiny: Site) -> None:
    """One stands on page, menu and feed; one that cannot be filled in is a warning, and ours stays."""
    tiny.configure(
        'GRATITUDE_MENU = True\nGRATITUDE_WORDS = {"Who this helped": "Letters I keep", "checked in {year}": "of {yaer}"}'
    )
    said = tiny.build()

    assert said.count("GRATITUDE_WORDS") == 1
    assert "Letters I keep</a>" in tiny.page("index.html")
    assert "Letters I keep" in tiny.page("feeds/thanks.atom.xml")
    assert "checked in 2026" in tiny.page("questions/index.html")


def test_a_menu_that_the_site_never_set_is_begun(tiny: Site) -> None:
    """Pelican has no MENUITEMS of its own: with GRATITUDE_MENU the build ended in a KeyError."""
    tiny.configure("GRATITUDE_MENU = True")
    tiny.build("--fatal", "warnings")

    assert 'who-this-helped/">Who this helped</a>' in tiny.page("index.html")


def test_sites_of_two_languages_in_one_build(tiny: Site) -> None:
    """Each in its folder and language, with the letters about its own posts, and nothing of a draft.

    A stand-in for i18n_subsites (on the package index as pelican-i18n-subsites), which is not among our
    dependencies: with it installed every build of this environment would run it. It nests a build the same way,
    inside `get_writer`, with a shallow copy of the settings, and takes the other language's posts out of the lists
    but not out of `generated_content`. The real one was run by hand with three languages.
    """
    tiny.write("plugins/subsites.py", SUBSITES)
    tiny.write("content/sel.md", "Title: Le sel\nDate: 2025-04-04\nSlug: sel\nCategory: sea\nLang: fr\n\nGris.\n")
    tiny.write("content/brume.md", "Title: Brume\nDate: 2025-04-04\nSlug: brume\nLang: fr\nStatus: draft\n\nChut.\n")
    tiny.note("sel/2026-01-02-sel0.note", "From: Yann\nShow: named\n\nDu gris, enfin, SELGRIS.\n")
    question = tiny.note(
        "sel/2026-01-03-sel1.note", "Kind: question\nFrom: Yann\nShow: named\n\nOù sécher le SELGRIS ?\n"
    )
    tiny.note("brume/2026-01-04-brum.note", "From: Yann\nShow: named\n\nBROUILLON.\n")
    tiny.configure(
        f'PLUGIN_PATHS = ["plugins", {str(ROOT / "plugins")!r}]\nPLUGINS = ["subsites", "gratitude"]\nGRATITUDE_MENU = True'
    )
    tiny.build("--fatal", "warnings")
    first = tiny.tree()

    assert all(path.startswith("fr/") for path in tiny.anywhere("SELGRIS"))
    assert {"fr/sel/index.html", "fr/who-this-helped/index.html", "fr/questions/index.html"} <= set(
        tiny.anywhere("SELGRIS")
    )
    assert [] == [path for path in tiny.anywhere("BROUILLON") if "draft" not in path]
    assert "Who this helped</a>" in tiny.page("index.html")
    assert "À qui cela a servi</a>" in tiny.page("fr/index.html")
    assert "harbour.example/fr/" not in tiny.page("who-this-helped/index.html")
    assert "https://harbour.example/fr/tides/" in tiny.page("fr/who-this-helped/index.html")
    assert {"theme/gratitude/gratitude.css"} == {path for path in first if path.endswith("gratitude.css")}

    tiny.build("--fatal", "warnings")
    assert first == tiny.tree()

    question.unlink()
    tiny.build("--fatal", "warnings")
    gone = set(first) - set(tiny.tree())
    assert gone == {"fr/questions/2026-01-03-sel1/index.html"}
