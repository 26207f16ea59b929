"""Whole builds: what Pelican writes with notes, without them, and with hostile or broken ones."""

from __future__ import annotations

import re
import subprocess
import sys
from collections.abc import Callable
from html.parser import HTMLParser
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest

from render.conftest import ROOT, Site

OURS = ("who-this-helped/", "questions/", "theme/gratitude/", "feeds/thanks", "feeds/questions")


class Visible(HTMLParser):
    """What a person reads, and the headings: no script, which is where machines read."""

    def __init__(self, markup: str) -> None:
        super().__init__()
        self.text = ""
        self.feed(markup)

    def handle_data(self, data: str) -> None:
        self.text += "" if self.cdata_elem else data


def seen(markup: str, needle: str) -> int:
    return " ".join(Visible(markup).text.split()).count(needle)


def test_without_notes_every_byte_stays(bare: Site) -> None:
    """The plugin costs a site without notes nothing it could see, also with a folder for notes that is empty."""
    bare.build("-e", "PLUGINS=[]")
    without = bare.tree()
    bare.build("--delete-output-directory", "--fatal", "warnings")
    with_plugin = bare.tree()
    (bare.root / "content" / "gratitude").mkdir()
    bare.build("--delete-output-directory", "--fatal", "warnings")

    assert without == with_plugin
    assert without == bare.tree()
    assert not (bare.root / "cache").exists()


def test_a_folder_of_this_name_without_notes_stays_a_folder_of_posts(bare: Site) -> None:
    """A blog that had posts and pictures in content/gratitude keeps them."""
    bare.write("content/gratitude/thanks.md", "Title: A post of old\nDate: 2020-01-01\n\nStill here.\n")
    bare.note("boiler/2026-01-01-aaaa.note", "From: Ann\nShow: named\n\nWarm again.\n")
    bare.build("--fatal", "warnings")

    assert "Still here." in bare.page("a-post-of-old/index.html")
    assert seen(bare.page("boiler/index.html"), "Warm again.") == 1


def test_a_healthy_build_warns_of_nothing_and_writes_what_there_is(built: Site) -> None:
    """Wall, index, a page a question, feeds, stylesheet and script: nothing more."""
    ours = sorted(p for p in built.tree() if p.startswith(OURS))

    expected = [
        "feeds/questions.atom.xml",
        "feeds/thanks.atom.xml",
        "questions/2025-11-03-h8w2/index.html",
        "questions/2026-03-08-m8vb/index.html",
        "questions/2026-10-21-v9hs/index.html",
        "questions/index.html",
        "theme/gratitude/filter.js",
        "theme/gratitude/gratitude.css",
        "who-this-helped/index.html",
    ]
    assert expected == ours


def test_the_box_stands_on_its_post_and_nowhere_else(built: Site) -> None:
    """Index pages, feeds, summaries and other posts show no box, and no marker is left anywhere."""
    boxes = [path for path, data in built.tree().items() if b'data-gratitude="box"' in data]

    expected = [
        "boiler/index.html", "drafts/half-written/index.html", "pages/about.html", "quiet-corner/index.html",
        "tides/fr/index.html", "tides/index.html",
    ]  # fmt: skip
    assert expected == boxes
    assert built.anywhere("gratitude:box") == []


def test_notes_of_an_unlisted_post_show_there_alone(built: Site) -> None:
    """A draft's and a hidden post's notes, titles and addresses stand on no page of ours and in no feed."""
    assert built.anywhere("found the quiet corner through") == ["quiet-corner/index.html"]
    assert built.anywhere("half written post be done") == ["drafts/half-written/index.html"]
    for needle in ("Half written", "half-written", "quiet-corner"):
        assert not [p for p in built.anywhere(needle) if p.startswith(OURS)]


def test_every_language_of_a_post_shows_the_box_and_the_wall_once(built: Site) -> None:
    """Translations are one post; the quote says its language."""
    for path in ("tides/index.html", "tides/fr/index.html", "who-this-helped/index.html"):
        assert seen(built.page(path), "relu la table à voix haute") == 1
    assert re.search(r'lang="fr"[^>]*>(?:(?!lang=).)*relu la table', built.page("who-this-helped/index.html"), re.S)


def test_a_note_stands_on_the_posts_it_names_besides(built: Site) -> None:
    """`Also` puts the words in that post's box too, and once on the wall."""
    assert seen(built.page("boiler/index.html"), "Holy Island") == 1
    assert seen(built.page("who-this-helped/index.html"), "Holy Island") == 1


def test_permalinks_lead_to_the_words(built: Site) -> None:
    """A thank-you's is a fragment on its post, a question's a page; a note about the whole blog stands on the wall."""
    wall = built.page("who-this-helped/index.html")
    links = re.findall(r'class="u-url" href="https://harbour.example/([^"]+)#([^"]+)"', wall)

    assert len(links) == 12
    for path, anchor in links:
        page = path + ("" if path.endswith(".html") else "index.html")
        assert f'id="{anchor}"' in built.page(page)


def test_feeds_are_atom_and_say_what_they_answer(built: Site) -> None:
    """The feeds parse; ids come from the notes' ids; a reply names the id of the post in Pelican's own feed."""
    atom, thread = "{http://www.w3.org/2005/Atom}", "{http://purl.org/syndication/thread/1.0}"
    posts = {e.findtext(f"{atom}id") for e in ET.fromstring(built.page("feeds/all.atom.xml")).iter(f"{atom}entry")}
    thanks = list(ET.fromstring(built.page("feeds/thanks.atom.xml")).iter(f"{atom}entry"))
    refs = [e.find(f"{thread}in-reply-to").attrib["ref"] for e in thanks if e.find(f"{thread}in-reply-to") is not None]

    assert len(thanks) == 12
    assert "tag:harbour.example,2021-11-28:gratitude/2021-11-28-s3fh" in {e.findtext(f"{atom}id") for e in thanks}
    assert {ref for ref in refs if ref.startswith("tag:")} <= posts
    questions = list(ET.fromstring(built.page("feeds/questions.atom.xml")).iter(f"{atom}entry"))
    assert [e.findtext(f"{thread}total") for e in questions] == ["0", "0", "1"]


def test_the_authors_links_lead_where_a_posts_would(built: Site) -> None:
    """Relative {filename} and {static} start at the post's source, and are right on every page that shows them."""
    for path in ("who-this-helped/index.html", "boiler/index.html", "feeds/thanks.atom.xml"):
        page = built.page(path).replace("&lt;", "<").replace("&gt;", ">")
        assert '<a href="https://harbour.example/images/gauge.txt">the photograph</a>' in page
        assert '<a href="https://harbour.example/tides/">the table of tides</a>' in page


def test_relative_urls_are_right_on_every_page(tiny: Site) -> None:
    """With RELATIVE_URLS every link of ours leads to a file of the output."""
    tiny.configure("RELATIVE_URLS = True\nSITEURL = ''\nFEED_ALL_ATOM = None")
    tiny.build("--fatal", "warnings")

    for path in (p for p in tiny.tree() if p.endswith(".html")):
        for link in re.findall(r'(?:href|src)="([^"#:]+)[^":]*"', tiny.page(path)):
            target = (tiny.output / path).parent / link
            assert target.is_file() or (target / "index.html").is_file(), f"{path}: {link}"
    assert not (tiny.output / "feeds").exists()


def test_withdrawn_words_leave_the_output(tiny: Site) -> None:
    """What an earlier build wrote and this one does not is removed: a question's page, at last the wall."""
    tiny.build()
    mine = tiny.write("output/who-this-helped/by-hand.html", "a file of the author's")
    (tiny.root / "content/gratitude/boiler/2025-11-03-h8w2.note").unlink()
    tiny.build("--fatal", "warnings")
    one_gone = tiny.anywhere("0.8 seems low")
    for note in (tiny.root / "content" / "gratitude").rglob("*.note"):
        note.unlink()
    tiny.build("--fatal", "warnings")

    assert one_gone == []
    assert [p for p in tiny.tree() if p.startswith(OURS)] == ["who-this-helped/by-hand.html"]
    assert mine.exists()
    assert not (tiny.output / "questions").exists()


def test_without_a_cache_the_places_of_the_settings_are_looked_at(tiny: Site) -> None:
    """CI throws the cache away; the pages go all the same."""
    tiny.build()
    (tiny.root / "cache" / "gratitude-pages.json").unlink()
    for note in (tiny.root / "content" / "gratitude").rglob("*.note"):
        note.unlink()
    tiny.build()

    assert [p for p in tiny.tree() if p.startswith(OURS) and not p.startswith("theme/")] == []


JSON = (
    'GRATITUDE_FEED_JSON = "feeds/thanks.json"\nGRATITUDE_QUESTIONS_FEED_JSON = "feeds/questions.json"\n'
    'GRATITUDE_POST_FEED_ATOM = "feeds/readers/{slug}.atom.xml"\nGRATITUDE_DATA = "gratitude.json"'
)
ASKED_FOR = {
    "feeds/thanks.json", "feeds/questions.json", "gratitude.json", "feeds/readers/about.atom.xml",
    "feeds/readers/boiler.atom.xml", "feeds/readers/tides.atom.xml",
}  # fmt: skip


@pytest.mark.parametrize("cached", [True, False])
def test_files_that_are_asked_for_come_and_go(tiny: Site, cached: bool) -> None:
    """JSON too: with the setting unset, and, without a cache, with no note left, none lies on the web any longer."""
    tiny.build()
    before = set(tiny.tree())
    tiny.configure(JSON)
    tiny.build("--fatal", "warnings")
    came = set(tiny.tree()) - before
    if cached:
        tiny.configure("GRATITUDE_FEED_JSON = GRATITUDE_QUESTIONS_FEED_JSON = GRATITUDE_DATA = None")
        tiny.configure("GRATITUDE_POST_FEED_ATOM = None")
    else:
        (tiny.root / "cache" / "gratitude-pages.json").unlink()
        for note in (tiny.root / "content" / "gratitude").rglob("*.note"):
            note.unlink()
    tiny.build("--fatal", "warnings")

    assert came == ASKED_FOR
    assert set(tiny.tree()) & ASKED_FOR == set()


def test_a_post_names_its_feed_in_every_language(tiny: Site) -> None:
    """A page without notes, and a draft, has none to name."""
    tiny.configure(JSON)
    tiny.build("--fatal", "warnings")
    link = 'href="https://harbour.example/feeds/readers/tides.atom.xml" title="What readers wrote about How to read'

    assert sorted(tiny.anywhere(link)) == ["tides/fr/index.html", "tides/index.html"]
    assert "feeds/readers" not in tiny.page("drafts/half-written/index.html")


def test_two_of_our_files_do_not_share_a_place(tiny: Site) -> None:
    """The first stays, and the other is told."""
    tiny.configure('GRATITUDE_FEED_JSON = GRATITUDE_DATA = "x.json"')

    assert "x.json is written by another of our pages" in tiny.build()
    assert '"_gratitude"' in tiny.page("x.json")


def test_a_page_that_the_site_writes_itself_is_never_touched(tiny: Site) -> None:
    """A page of the author's at our place wins; we say so, and the build goes on."""
    tiny.write(
        "content/pages/wall.md",
        "Title: Mine\nURL: who-this-helped/\nsave_as: who-this-helped/index.html\n\nMy own wall.\n",
    )
    said = tiny.build()
    for note in (tiny.root / "content" / "gratitude").rglob("*.note"):
        note.unlink()
    tiny.build()

    assert "who-this-helped/index.html is written by the site itself" in said
    assert "My own wall." in tiny.page("who-this-helped/index.html")


def test_each_bad_note_is_one_warning_and_the_build_goes_on(tiny: Site) -> None:
    """File, line and what to write, for every bad note, however many; the good ones are shown."""
    for i in range(8):
        tiny.note(f"boiler/2026-07-0{i + 1}-bad{i}.note", "Show: nmaed\n\nLost words.\n")
    tiny.note("gone/2026-07-09-gone.note", "Words for a post that is gone.\n")
    tiny.note("bioler/2026-07-10-typo.note", "Words for a post with a typing error.\n")
    said = tiny.build()

    assert said.count("line 1:") == 10
    assert "gratitude/gone/2026-07-09-gone.note" in said
    assert "'boiler'" in said
    assert tiny.anywhere("Lost words") == []
    assert tiny.anywhere("Holy Island")


def test_a_slug_of_two_posts_is_told_and_shown_nowhere(tiny: Site) -> None:
    """Words must not stand on the wrong post: the warning names both paths, and `Post:` with one of them mends it."""
    tiny.configure('ARTICLE_URL = "{category}/{slug}.html"\nARTICLE_SAVE_AS = "{category}/{slug}.html"')
    tiny.write("content/two.md", "Title: Another boiler\nDate: 2024-01-01\nSlug: boiler\nCategory: sea\n\nOther.\n")
    tiny.note("boiler/2026-07-01-aaaa.note", "Post: two.md\nFrom: Ann\nShow: named\n\nThe second boiler.\n")
    said = tiny.build()

    assert "'boiler' names several posts (boiler.md, two.md)" in said
    assert seen(tiny.page("sea/boiler.html"), "The second boiler.") == 1
    assert "plumber booked" not in tiny.page("sea/boiler.html") + tiny.page("home/boiler.html")


def test_note_files_are_never_copied(tiny: Site) -> None:
    """STATIC_PATHS = [""] copies all that lies below content, but no note."""
    tiny.configure('STATIC_PATHS = [""]')
    tiny.build("--fatal", "warnings")

    assert [p for p in tiny.tree() if p.endswith(".note")] == []
    assert "images/gauge.txt" in tiny.tree()


def test_the_invitation_stands_on_every_post(bare: Site) -> None:
    """With an address set each post invites, with or without notes; its subject is the post's title."""
    bare.configure('GRATITUDE_INVITATION = "ada@example.com"')
    bare.build("--fatal", "warnings")

    link = "mailto:ada@example.com?subject=Re%3A%20Why%20your%20combi%20boiler%20loses%20pressure"
    assert link in bare.page("boiler/index.html")
    assert len(bare.anywhere("Say thanks or ask")) == 4
    assert bare.anywhere("Dire merci ou poser une question") == ["tides/fr/index.html"]
    assert "theme/gratitude/gratitude.css" in bare.tree()
    assert not (bare.output / "who-this-helped").exists()


def test_settings_show_and_a_wrong_one_is_one_warning(tiny: Site) -> None:
    """`--print-settings` knows our defaults; a wrong value is told once and its default used."""
    tiny.configure("GRATITUDE_MENU = 'yes'")
    said = tiny.build()
    printed = subprocess.run(
        [sys.executable, "-m", "pelican", "--print-settings", "GRATITUDE_WALL_URL", "-s", "pelicanconf.py"],
        cwd=tiny.root, capture_output=True, text=True, check=True,
    ).stdout  # fmt: skip

    assert said.count("GRATITUDE_MENU must be True or False, not 'yes'; False is used") == 1
    assert "who-this-helped/" in printed


def test_the_menu_leads_to_our_pages_when_asked_to(tiny: Site) -> None:
    """GRATITUDE_MENU puts all of them into MENUITEMS behind the site's own; no page of ours is in Pelican's list of pages."""
    tiny.configure('GRATITUDE_MENU = True\nMENUITEMS = (("Home", "/"),)')
    tiny.build("--fatal", "warnings")
    menu = re.search(r"<nav>.*?</nav>", tiny.page("index.html"), re.S)[0]

    assert re.findall(r">([^<>\s][^<>]*)</a>", menu) == [
        "Home",
        "Who this helped",
        "Questions readers asked",
        "Who helped me",
        "About",
        "home",
        "sea",
    ]


def test_a_theme_may_replace_one_fragment_and_it_still_escapes(tiny: Site) -> None:
    """THEME_TEMPLATES_OVERRIDES wins over ours, one file alone, and a fragment escapes whoever wrote it."""
    tiny.write("mine/gratitude/name.html", "<b>{{ card.name }}</b>")
    tiny.configure('THEME_TEMPLATES_OVERRIDES = ["mine"]')
    tiny.note("boiler/2026-07-01-aaaa.note", 'From: Jo <3 & "co"\nShow: named\n\nWarm again.\n')
    tiny.build("--fatal", "warnings")

    for path in ("boiler/index.html", "who-this-helped/index.html"):
        assert "<b>Jo &lt;3 &amp; &#34;co&#34;</b>" in tiny.page(path)


def test_a_theme_may_place_the_box_itself(tiny: Site) -> None:
    """`include` in the theme's own article template shows the same box once; with GRATITUDE_BOX it is not put twice."""
    tiny.write(
        "mine/article.html",
        '{% extends "!simple/article.html" %}{% block footer %}{% include "gratitude/box.html" %}{% endblock %}',
    )
    tiny.configure('THEME_TEMPLATES_OVERRIDES = ["mine"]')
    tiny.build("--fatal", "warnings")
    both = tiny.page("boiler/index.html")
    tiny.configure("GRATITUDE_BOX = False")
    tiny.build("--fatal", "warnings")
    alone = tiny.page("boiler/index.html")

    assert [seen(page, "plumber booked for Monday") for page in (both, alone)] == [1, 1]
    assert 'href="https://harbour.example/who-this-helped/#n-2021-11-28-s3fh"' in tiny.page(
        "who-this-helped/index.html"
    )
    assert 'id="n-2021-11-28-s3fh"' in tiny.page("who-this-helped/index.html")


@pytest.mark.parametrize("autoescape", ["True", "lambda name: True"])
def test_a_site_that_escapes_itself_keeps_its_own_rule(tiny: Site, autoescape: str) -> None:
    """A site's own autoescape stays in force for its templates, and ours are escaped once."""
    tiny.configure(f'JINJA_ENVIRONMENT = {{"autoescape": {autoescape}, "trim_blocks": True}}')
    tiny.write("mine/index.html", "{{ SITENAME }} {{ '<i>' }}{% for a in articles %}{{ a.title }}{% endfor %}")
    tiny.write("mine/page.html", "{{ page.content|safe }}")
    tiny.write("mine/article.html", "{{ article.content|safe }}")
    tiny.configure('THEME_TEMPLATES_OVERRIDES = ["mine"]')
    tiny.note("boiler/2026-07-01-aaaa.note", "From: Jo <3\nShow: named\n\nWarm again.\n")
    tiny.build()

    assert "&lt;i&gt;" in tiny.page("index.html")
    assert "Jo &lt;3" in tiny.page("who-this-helped/index.html")
    assert "&amp;lt;" not in tiny.page("who-this-helped/index.html")


def test_a_plugin_that_read_the_posts_before_us_hides_no_box(tiny: Site) -> None:
    """Pelican remembers content once read; the box then goes before the end of the post's article."""
    tiny.write(
        "plugins/early.py",
        "from pelican import signals\n\ndef look(generators):\n    for c in generators[0].articles:\n        c.content\n\ndef register():\n    signals.all_generators_finalized.connect(look)\n",
    )
    tiny.configure(f'PLUGIN_PATHS = ["plugins", {str(ROOT / "plugins")!r}]\nPLUGINS = ["early", "gratitude"]')
    tiny.build("--fatal", "warnings")
    page = tiny.page("boiler/index.html")

    assert seen(page, "plumber booked for Monday") == 1
    assert page.index('data-gratitude="box"') < page.rindex("</article>")


def test_the_themes_own_stylesheet_wins(tiny: Site) -> None:
    """static/gratitude/gratitude.css of a theme stands where ours would."""
    theme = tiny.root / "theme"
    (theme / "templates").mkdir(parents=True)
    (theme / "static" / "gratitude").mkdir(parents=True)
    (theme / "static" / "gratitude" / "gratitude.css").write_text("/* the theme's */")
    tiny.build("-t", str(theme), "--fatal", "warnings")

    assert tiny.page("theme/gratitude/gratitude.css") == "/* the theme's */"
    assert "theme/gratitude/filter.js" in tiny.tree()


def test_building_twice_writes_the_same(new_site: Callable[[], Site]) -> None:
    """The output depends on the notes alone: not on time, order of files or an earlier build."""
    one, other = new_site(), new_site()
    one.build()
    one.build()
    other.build()

    assert one.tree() == other.tree()


def test_both_names_of_the_package_are_one_plugin(tiny: Site) -> None:
    """Installed and found by PLUGIN_PATHS at once, we work once."""
    namespace = tiny.root / "elsewhere" / "pelican" / "plugins"
    namespace.mkdir(parents=True)
    (namespace / "gratitude").symlink_to(ROOT / "plugins" / "gratitude")
    tiny.write(
        "plugins/other.py",
        "import sys\nsys.path.insert(0, 'elsewhere')\nimport pelican.plugins\npelican.plugins.__path__.append('elsewhere/pelican/plugins')\nfrom pelican.plugins import gratitude\nregister = gratitude.register\n",
    )
    tiny.configure(f'PLUGIN_PATHS = ["plugins", {str(ROOT / "plugins")!r}]\nPLUGINS = ["other", "gratitude"]')
    tiny.build("--fatal", "warnings")

    assert seen(tiny.page("boiler/index.html"), "plumber booked for Monday") == 1


def test_cached_posts_show_their_box_once(tiny: Site) -> None:
    """The marker never gets into Pelican's cache of contents, and the author's links are looked up in this build."""
    tiny.configure('CACHE_CONTENT = LOAD_CONTENT_CACHE = True\nCONTENT_CACHING_LAYER = "generator"')
    for _ in range(2):
        tiny.build()  # from its cache Pelican itself warns of the post's own {static} links
        page = tiny.page("boiler/index.html")

        assert seen(page, "plumber booked for Monday") == 1
        assert '<a href="https://harbour.example/images/gauge.txt">the photograph</a>' in page
        assert tiny.anywhere("gratitude:box") == []


def test_a_bad_note_is_told_at_every_rebuild(tiny: Site) -> None:
    """Pelican shows the same warning once a process; with autoreload the author would take the note for mended."""
    tiny.note("boiler/2026-07-01-bad1.note", "Show: nmaed\n\nLost words.\n")
    twice = (
        "import logging\nlogging.basicConfig()\nfrom pelican import Pelican\nfrom pelican.settings import read_settings\n"
        "pelican = Pelican(read_settings('pelicanconf.py'))\npelican.run()\npelican.run()\n"
    )
    run = subprocess.run([sys.executable, "-c", twice], cwd=tiny.root, capture_output=True, text=True, check=True)

    assert run.stderr.count("2026-07-01-bad1.note, line 1") == 2
    assert seen(tiny.page("boiler/index.html"), "plumber booked for Monday") == 1


def test_a_missing_library_is_a_sentence(tiny: Site) -> None:
    """With PLUGIN_PATHS nobody has installed what we need; and no page of an earlier build is taken away."""
    tiny.build()
    wall = tiny.page("who-this-helped/index.html")
    without = "import sys\nsys.modules['nh3'] = None\nimport pelican\npelican.main(['--ignore-cache'])\n"
    tiny.note("boiler/2026-07-01-new1.note", "It *sings* again.\n")
    run = subprocess.run([sys.executable, "-c", without], cwd=tiny.root, capture_output=True, text=True, check=False)

    assert run.returncode == 1
    assert "nh3 is not installed. Next: python -m pip install nh3" in run.stderr
    assert "Traceback" not in run.stdout + run.stderr
    assert wall == tiny.page("who-this-helped/index.html")


def test_nothing_stays_out_of_the_garbage_collectors_sight(tiny: Site) -> None:
    """While pages are written it need not look at the notes; what one build made can be collected after it."""
    frozen = (
        "import gc\nfrom pelican import Pelican, signals\nfrom pelican.settings import read_settings\n"
        "pelican = Pelican(read_settings('pelicanconf.py'))\nseen = []\n"
        "def look(path, context): seen.append(gc.get_freeze_count())\n"
        "signals.content_written.connect(look)\npelican.run()\nprint(seen[0] > 0, gc.get_freeze_count())\n"
    )
    run = subprocess.run([sys.executable, "-c", frozen], cwd=tiny.root, capture_output=True, text=True, check=True)

    assert run.stdout.splitlines()[-1] == "True 0"


def test_only_answered_questions_are_listed_when_asked_to(tiny: Site) -> None:
    """GRATITUDE_OPEN_QUESTIONS = False keeps open ones off the index; their pages stay, since links lead there."""
    tiny.configure("GRATITUDE_OPEN_QUESTIONS = False")
    tiny.build("--fatal", "warnings")

    assert "rule of twelfths hold" not in tiny.page("questions/index.html")
    assert "rule of twelfths hold" in tiny.page("questions/2026-10-21-v9hs/index.html")


def test_pages_that_are_not_wanted_are_not_written(tiny: Site) -> None:
    """An empty SAVE_AS is no page; questions are then linked to in the index."""
    tiny.configure('GRATITUDE_WALL_SAVE_AS = GRATITUDE_QUESTION_SAVE_AS = ""\nGRATITUDE_FEED_ATOM = None')
    tiny.build("--fatal", "warnings")

    expected = [
        "feeds/questions.atom.xml",
        "questions/index.html",
        "theme/gratitude/filter.js",
        "theme/gratitude/gratitude.css",
    ]
    assert [p for p in tiny.tree() if p.startswith(OURS)] == expected
    assert 'href="https://harbour.example/questions/#n-2025-11-03-h8w2"' in tiny.page("boiler/index.html")
    assert 'id="n-2025-11-03-h8w2"' in tiny.page("questions/index.html")


def test_an_inner_build_keeps_to_itself(tiny: Site) -> None:
    """A plugin that builds the site again inside a build, as i18n_subsites does, disturbs neither build."""
    inner = (
        "from pelican import Pelican, signals\nbusy = []\n\ndef nest(pelican):\n    if busy:\n        return\n    busy.append(1)\n"
        "    settings = pelican.settings.copy()\n    settings['OUTPUT_PATH'] = pelican.settings['OUTPUT_PATH'] + '/inner'\n"
        "    settings['SITEURL'] += '/inner'\n    Pelican(settings).run()\n\ndef register():\n    signals.get_writer.connect(nest)\n"
    )
    tiny.write("plugins/nesting.py", inner)
    tiny.configure(f'PLUGIN_PATHS = ["plugins", {str(ROOT / "plugins")!r}]\nPLUGINS = ["nesting", "gratitude"]')
    tiny.build("--fatal", "warnings")

    for path in ("boiler/index.html", "inner/boiler/index.html", "who-this-helped/index.html"):
        assert seen(tiny.page(path), "plumber booked for Monday") == 1
    assert "https://harbour.example/inner/tides/" in tiny.page("inner/who-this-helped/index.html")
    assert "/inner/" not in tiny.page("who-this-helped/index.html")


def test_only_notes_load_the_heavy_parts(bare: Site) -> None:
    """A run without notes imports neither the Markdown reader of readers, nor the sanitiser, nor the notes' parser."""
    bare.write(
        "plugins/names.py",
        "import sys\nfrom pelican import signals\n\ndef say(pelican):\n    print('LOADED', *sorted(sys.modules))\n\ndef register():\n    signals.finalized.connect(say)\n",
    )
    bare.configure(f'PLUGIN_PATHS = ["plugins", {str(ROOT / "plugins")!r}]\nPLUGINS = ["gratitude", "names"]')
    without = set(re.search("LOADED (.*)", bare.build())[1].split())
    bare.note("boiler/2026-01-01-aaaa.note", "From: Ann\nShow: named\n\n*Warm* again.\n")
    with_notes = set(re.search("LOADED (.*)", bare.build())[1].split())

    mine = {
        m.split("gratitude.", 1)[1] for m in without if "gratitude." in m and ".plugins.gratitude" in f".plugins.{m}"
    }
    assert {m.removeprefix("plugins.") for m in mine} <= {
        "render",
        "render.plugin",
        "render.options",
        "render.fragments",
        "render.tools",
        "render.stale",
    }
    assert without.isdisjoint({"markdown_it", "nh3"})
    assert {"markdown_it", "nh3"} <= with_notes
    assert with_notes.isdisjoint({"sqlite3", "imaplib", "smtplib", "mailbox", "flask", "bs4", "akismet", "httpx"})


def test_the_build_writes_nothing_into_the_content(tiny: Site) -> None:
    """Autoreload would build for ever."""
    before = {p: p.stat().st_mtime_ns for p in (tiny.root / "content").rglob("*")}
    tiny.build()

    assert before == {p: p.stat().st_mtime_ns for p in (tiny.root / "content").rglob("*")}


def test_no_reader_reaches_a_file_or_a_script(tiny: Site) -> None:
    """Links that would make Pelican publish a file, and markup in every header, come out as words."""
    (tiny.root / "secret.txt").write_text("SECRET-CANARY")
    tiny.write("content/private.txt", "SECRET-CANARY")
    bad = '</title><script>alert(1)</script>"><img src=x onerror=alert(1)> {static}/private.txt {{ 7*7 }}'
    links = "[x]({attach}../secret.txt) [y]({static}/private.txt) ![z](|attach|../secret.txt) <a href='{static}/private.txt'>"
    for kind in ("thanks", "question"):
        tiny.note(
            f"boiler/2026-08-01-{kind[:4]}.note",
            f"Kind: {kind}\nTitle: {bad}\nFrom: {bad}\nPlace: {bad}\nLang: en\nShow: named\n\n{bad}\n\n{links}\n",
        )
    tiny.note("tides/2026-08-02-titl.note", f"Kind: question\n\n{bad}?\n")
    tiny.configure(JSON)
    tiny.build("--fatal", "warnings")

    assert tiny.anywhere("SECRET-CANARY") == []
    for path in (p for p in tiny.tree() if p.endswith((".html", ".xml", ".json"))):
        page = tiny.page(path)
        assert "<script>" not in page
        assert "<img src=x" not in page
        assert "{{" not in page
        if path.endswith(".xml"):
            ET.fromstring(page)


def test_the_stylesheet_is_small() -> None:
    """At most 14 KB, and it asks nothing of anybody else's server."""
    css = Path(ROOT, "plugins/gratitude/render/static/gratitude/gratitude.css").read_bytes()

    assert len(css) <= 14 * 1024
    assert b"url(" not in css
    assert b"@import" not in css
