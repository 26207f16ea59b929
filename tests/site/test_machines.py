"""What machines read of our pages: feeds, data, JSON-LD, microformats, heads and the sitemap, all as the pages show it."""

from __future__ import annotations

import json
import re
from collections import Counter
from functools import partial
from pathlib import Path
from typing import Any
from urllib.parse import urljoin
from xml.parsers import expat

import extruct
import feedparser
import mf2py
import pytest
from lxml import etree

from gratitude.note import Note, NoteKind, Show, Who
from gratitude.note.folder import read_notes
from render.conftest import TINY, copy_of_tiny
from render.samples import HOSTILE
from sample_blog import Output

WALL, INDEX = "who-this-helped/index.html", "questions/index.html"
TINY_URL = "https://harbour.example"
EVERYTHING = """
GRATITUDE_FEED_JSON = "feeds/thanks.json"
GRATITUDE_QUESTIONS_FEED_JSON = "feeds/questions.json"
GRATITUDE_POST_FEED_ATOM = "feeds/readers/{slug}.atom.xml"
GRATITUDE_DATA = "gratitude.json"
PLUGINS = ["sitemap", "gratitude"]
SITEMAP = {"format": "xml"}
"""
DRAFT, UNLISTED = "2026-02-03-dr4f", "half-written"


@pytest.fixture(scope="session")
def full(tmp_path_factory: pytest.TempPathFactory) -> Output:
    """The tiny site with everything that may be asked for, and a sitemap."""
    site = copy_of_tiny(tmp_path_factory.mktemp("full"))
    site.configure(EVERYTHING)
    site.build("--fatal", "warnings")
    return Output(site.output, TINY_URL)


@pytest.fixture(scope="session")
def hostile(tmp_path_factory: pytest.TempPathFactory) -> Output:
    """The same after readers tried everything that a note file can hold, in every place of a note."""
    site = copy_of_tiny(tmp_path_factory.mktemp("hostile"))
    for number, words in enumerate(line for line in HOSTILE if line.isprintable()):
        headers = f"Title: {words}\nFrom: {words}\nPlace: {words}\nShow: named\n"
        for kind, day in (("thanks", 10), ("question", 11)):
            site.note(
                f"boiler/2026-08-{day}-bad{number}.note",
                f"Kind: {kind}\n{headers}\n{words}\n\n--- reader, 2026-08-12\n\n{words}\n",
            )
    site.configure(EVERYTHING)
    site.build("--fatal", "warnings")
    return Output(site.output, TINY_URL)


@pytest.fixture(scope="session")
def listed() -> dict[str, Note]:
    """The notes of the tiny site that everybody may read, by id; not those that are only counted."""
    found = {f.note.id: f.note for f in read_notes(TINY / "content" / "gratitude").notes}
    return {id: n for id, n in found.items() if n.show is not Show.COUNTED and id not in (DRAFT, "2026-02-02-q1et")}


def flat(text: str) -> str:
    return " ".join(text.split())


def ld(output: Output, path: str) -> dict[str, Any]:
    """The one JSON-LD of a page."""
    scripts = output.pages[path.removesuffix("index.html")].xpath("//script[@type='application/ld+json']/text()")
    assert len(scripts) == 1, path
    return json.loads(scripts[0])


def ours(output: Output) -> list[str]:
    """The pages that are ours, and not posts with a box."""
    return [p for p in output.ours if p in (WALL, INDEX) or p.startswith("questions/")]


def entries(output: Output, path: str) -> list[dict[str, Any]]:
    """Every h-entry of a page, however deep."""
    url = f"{output.url}/{path.removesuffix('index.html')}"
    found: list[dict[str, Any]] = []

    def walk(items: list[dict[str, Any]]) -> None:
        for item in items:
            found.extend([item] if "h-entry" in item["type"] else [])
            walk(item.get("children", []))

    walk(mf2py.parse(doc=output.files[path].decode(), url=url)["items"])
    return found


def plain(value: Any) -> str:
    """A property of microformats as text: of a card its name."""
    if isinstance(value, str):
        return value
    return value["properties"]["name"][0] if "properties" in value else value["value"]


def by_id(found: list[dict[str, Any]]) -> dict[str, dict[str, list[Any]]]:
    """The properties of entries, by the id of the note that their address names."""
    return {re.search(r"\d{4}-\d\d-\d\d-\w{4}", e["properties"]["url"][0])[0]: e["properties"] for e in found}


@pytest.mark.parametrize("site", ["full", "hostile"])
def test_every_feed_parses_everywhere(site: str, request: pytest.FixtureRequest) -> None:
    """For a lenient reader without a complaint, and for two strict ones at all."""
    output: Output = request.getfixturevalue(site)
    feeds = {path: data for path, data in output.files.items() if path.endswith(".atom.xml")}
    for path, data in feeds.items():
        parsed = feedparser.parse(data)
        etree.fromstring(data)
        expat.ParserCreate().Parse(data, True)
        assert (False, True) == (bool(parsed.bozo), bool(parsed.entries)), path

    assert {"feeds/thanks.atom.xml", "feeds/questions.atom.xml", "feeds/readers/boiler.atom.xml"} <= set(feeds)


@pytest.mark.parametrize("site", ["full", "hostile"])
@pytest.mark.parametrize("name", ["thanks", "questions"])
def test_a_json_feed_keeps_to_its_specification(site: str, name: str, request: pytest.FixtureRequest) -> None:
    """What JSON Feed 1.1 demands, and the entries of the Atom feed under the same ids."""
    output: Output = request.getfixturevalue(site)
    feed = json.loads(output.files[f"feeds/{name}.json"])
    atom = feedparser.parse(output.files[f"feeds/{name}.atom.xml"])
    items = feed["items"]

    assert feed["version"] == "https://jsonfeed.org/version/1.1"
    assert (feed["title"], feed["feed_url"]) == (atom.feed.title, f"{TINY_URL}/feeds/{name}.json")
    assert [i["id"] for i in items] == [e.id for e in atom.entries]
    assert [i["url"] for i in items] == [e.link for e in atom.entries]
    for item in items:
        assert isinstance(item["id"], str)
        assert item["content_html"]
        assert all(re.fullmatch(r"\d{4}-\d\d-\d\dT00:00:00Z", item[d]) for d in ("date_published", "date_modified"))
        assert [set(a) <= {"name", "url", "avatar"} and bool(a) for a in item["authors"]] == [True]
        assert all(isinstance(tag, str) for tag in item["tags"])
        known = {"id", "url", "external_url", "title", "content_html", "language", "tags", "authors"}
        assert set(item) <= known | {"date_published", "date_modified", "_gratitude"}


def test_a_posts_feed_holds_what_its_box_shows(full: Output) -> None:
    """Thanks and questions of the post; not whom the author thanks there."""
    feed = feedparser.parse(full.files["feeds/readers/tides.atom.xml"])
    page = full.pages["tides/"]
    found = {e.id.rpartition("/")[2] for e in feed.entries}
    shown = {id.removeprefix("n-") for id in page.xpath("//*[@data-gratitude='box']//*[starts-with(@id, 'n-')]/@id")}
    asked = {a.rstrip("/").rpartition("/")[2] for a in page.xpath("//*[@class='g-list g-qs g-near']//a/@href")}

    assert found == shown | asked
    assert page.xpath("//link[@rel='alternate']/@href")[-1] == f"{TINY_URL}/feeds/readers/tides.atom.xml"


def test_the_data_is_what_the_pages_show(full: Output, listed: dict[str, Note]) -> None:
    """Every note once, under an address that leads to it; words, names and places as they stand there."""
    data = json.loads(full.files["gratitude.json"])
    notes = [n for post in data["posts"] for n in post["notes"]]

    assert sorted(n["id"] for n in (*notes, *data["questions"])) == sorted(listed)
    assert [] == [n["url"] for n in (*notes, *data["questions"]) if full.dangling("", n["url"])]
    for note in notes:
        address, _, fragment = note["url"].removeprefix(f"{TINY_URL}/").partition("#")
        shown = full.pages[address].xpath("//*[@id=$id]", id=fragment)[0]
        texts = [
            flat(t.text_content())
            for t in shown.xpath(".//blockquote[contains(@class, 'e-content')] | ./div//*[@class='e-content']")
        ]
        assert letters(note["text"]) == letters(texts[0])
        assert [letters(r["text"]) for r in note["replies"]] == [letters(t) for t in texts[1:]]
        assert note["byline"] in flat(shown.text_content())
        assert note.get("place", "") in flat(shown.text_content())
    assert [p["more"] for p in data["posts"] if "more" in p] == [
        flat(m.text_content()) for m in full.pages["who-this-helped/"].find_class("g-more")
    ]


def letters(text: str) -> str:
    """The letters and digits of a text; the numbers of a list stand in no text of a page."""
    return "".join(filter(str.isalpha, text))


@pytest.mark.parametrize("site", ["full", "published", "hostile"])
def test_the_wall_tells_machines_what_it_shows(site: str, request: pytest.FixtureRequest) -> None:
    """As many comments as letters, in their order, each with the words, the day and the name that stand there."""
    output: Output = request.getfixturevalue(site)
    page, found = output.pages["who-this-helped/"], ld(output, WALL)
    notes = page.xpath("//*[contains(concat(' ', @class, ' '), ' g-note ')]")
    items = [element["item"] for element in found["mainEntity"]["itemListElement"]]

    assert found["@type"] == "CollectionPage"
    assert found["mainEntity"]["numberOfItems"] == len(items) == len(notes) > 10
    for item, note in zip(items, notes, strict=True):
        name = flat(
            note.xpath("./p[@class='g-by']/span[contains(@class, 'h-card')]/*[@class='p-name']")[0].text_content()
        )
        assert letters(item["text"]) == letters(note.xpath("./blockquote")[0].text_content())
        assert item["datePublished"] == note.xpath("./p//time/@datetime")[0]
        assert flat(item["author"]["name"] if "author" in item else name) == name
        assert ("author" in item) == (not name.startswith("A reader")), name
        assert len(item.get("comment", ())) == len(note.find_class("g-reply"))
        assert item["url"] == urljoin(f"{output.url}/who-this-helped/", note.xpath(".//a[@class='u-url']/@href")[0])


@pytest.mark.parametrize("site", ["full", "published", "hostile"])
def test_a_question_tells_machines_what_it_shows(site: str, request: pytest.FixtureRequest) -> None:
    """Title, words and answers of the page; each answer's address leads to it."""
    output: Output = request.getfixturevalue(site)
    pages = [p for p in ours(output) if p not in (WALL, INDEX)]
    for path in pages:
        page, found = output.pages[path.removesuffix("index.html")], ld(output, path)
        asked = found["mainEntity"]
        turns = [
            letters(t.text_content()) for t in page.xpath("//*[starts-with(@class, 'g-turn')]/*[@class='e-content']")
        ]
        said = [letters(a["text"]) for a in (*asked.get("suggestedAnswer", ()), *asked.get("comment", ()))]
        assert (found["@type"], asked["@type"]) == ("WebPage", "Question")
        assert flat(asked["name"]) == flat(page.xpath("//data[@class='p-name']/@value")[0])
        assert (letters(asked["text"]), sorted(said)) == (turns[0], sorted(turns[1:]))
        assert asked["answerCount"] == len(asked.get("suggestedAnswer", ())) == len(page.find_class("g-answer"))
        assert [] == [a["url"] for a in asked.get("suggestedAnswer", ()) if output.dangling("", a["url"])]
        assert "acceptedAnswer" not in asked

    assert len(pages) >= 3


@pytest.mark.parametrize("site", ["full", "published"])
def test_the_index_tells_machines_what_it_lists(site: str, request: pytest.FixtureRequest) -> None:
    """Addresses and titles, in its order."""
    output: Output = request.getfixturevalue(site)
    found = ld(output, INDEX)
    links = output.pages["questions/"].xpath("//*[contains(@class, 'g-qs')]//a[contains(@class, 'p-name')]")
    elements = found["mainEntity"]["itemListElement"]

    assert found["@type"] == "CollectionPage"
    assert [(e["url"], e["name"]) for e in elements] == [(a.get("href"), flat(a.text_content())) for a in links]
    assert found["mainEntity"]["numberOfItems"] == len(elements) >= 3


@pytest.mark.parametrize("path", [WALL, "boiler/index.html", "tides/index.html", "tides/fr/index.html", INDEX])
def test_a_parser_of_microformats_finds_every_note(full: Output, listed: dict[str, Note], path: str) -> None:
    """Each once, with its writer, its day, the posts it is about, its words and its replies."""
    is_asked = {id for id, note in listed.items() if note.kind is NoteKind.QUESTION}
    credits = {id for id, note in listed.items() if note.kind is NoteKind.CREDIT}
    post = path.split("/", maxsplit=1)[0]
    at_post = {id for id, n in listed.items() if post in (n.post, *(a.post for a in n.also))}
    expected = {WALL: set(listed) - is_asked - credits, INDEX: is_asked}.get(path, at_post)
    found = entries(full, path)
    notes = by_id(found)

    assert len(found) == len(notes)
    assert set(notes) == expected
    for id, properties in notes.items():
        note = listed[id]
        names = {Show.NAMED: note.name, Show.ANONYMOUS: "A reader", Show.MINE: "A reader, told by Ada Marsh"}
        assert properties["published"] == [note.day.isoformat()]
        assert [plain(a) for a in properties.get("author", [])] == ([] if id in credits else [names[note.show]])
        assert len(properties.get("in-reply-to", ())) == sum(a.post != UNLISTED for a in note.also) + bool(note.post)
        if id not in is_asked:
            assert letters(plain(properties["content"][0])) == letters(note_words(full, note))
            assert_cites(properties.get("comment", ()), note)


def note_words(output: Output, note: Note) -> str:
    """The words of a note as the data has them."""
    data = json.loads(output.files["gratitude.json"])
    return next(n["text"] for post in data["posts"] for n in post["notes"] if n["id"] == note.id)


def assert_cites(comments: Any, note: Note) -> None:
    """Each reply is a citation with the day and the name of who wrote it, and its words once."""
    written = note.name or "A reader"
    assert [c["type"] for c in comments] == [["h-cite"]] * (len(note.turns) - 1)
    for cite, turn in zip(comments, note.turns[1:], strict=True):
        assert cite["properties"]["published"] == [turn.day.isoformat()]
        assert [plain(a) for a in cite["properties"]["author"]] == ["Ada Marsh" if turn.who is Who.ANSWER else written]
        assert len(cite["properties"]["content"]) == 1


def test_a_questions_page_is_one_entry_with_its_replies(full: Output, listed: dict[str, Note]) -> None:
    """Related questions stand beside it, each with an address of its own."""
    for id, note in listed.items():
        if note.kind is NoteKind.QUESTION:
            path = f"questions/{id}/index.html"
            properties = by_id(entries(full, path))[id]
            assert properties["published"] == [note.day.isoformat()]
            assert len(properties["name"]) == len(properties["author"]) == len(properties["content"]) == 1
            assert_cites(properties.get("comment", ()), note)


def test_extruct_reads_both_markups_of_every_page(full: Output, listed: dict[str, Note]) -> None:
    """What search engines' readers read: as many letters and questions as there are, in each of the two."""
    asked = [n for n in listed.values() if n.kind is NoteKind.QUESTION]
    told = [n for n in listed.values() if n.kind not in (NoteKind.QUESTION, NoteKind.CREDIT)]
    found, tops = {}, {}
    for path in (WALL, INDEX, *(f"questions/{n.id}/index.html" for n in asked)):
        page = extruct.extract(
            full.files[path].decode(), base_url=f"{full.url}/{path}", syntaxes=["json-ld", "microformat"]
        )
        tops[path] = [kind for item in page["microformat"] for kind in item["type"]]
        found[path] = (len(page["json-ld"]), str(page["microformat"]).count("'h-entry'"), str(page["json-ld"]))

    assert (found[WALL][:2], found[WALL][2].count("'ListItem'")) == ((1, len(told)), len(told))
    assert (found[INDEX][:2], found[INDEX][2].count("'ListItem'")) == ((1, len(asked)), len(asked))
    assert [(found[p][0], tops[p]) for p in found if p not in (WALL, INDEX)] == [(1, ["h-entry"])] * len(asked)


def test_a_drafts_question_is_an_entry_on_its_own_page(full: Output) -> None:
    """It has no other; its address is there."""
    properties = by_id(entries(full, "drafts/half-written/index.html"))[DRAFT]

    assert properties["url"] == [f"{TINY_URL}/drafts/half-written/#n-{DRAFT}"]
    assert [plain(properties[name][0]) for name in ("author", "content")] == [
        "Sal",
        "When will the half written post be done?",
    ]


def test_the_hostile_are_entries_as_well(hostile: Output) -> None:
    """Nobody's markup hides a note, or makes another."""
    expected = sum(line.isprintable() for line in HOSTILE)
    found = [id for id in by_id(entries(hostile, WALL)) if "-bad" in id]

    assert len(found) == expected >= 6
    assert len([id for id in by_id(entries(hostile, INDEX)) if "-bad" in id]) == expected


@pytest.mark.parametrize("site", ["full", "published", "hostile"])
def test_a_head_says_each_thing_once(site: str, request: pytest.FixtureRequest) -> None:
    """One description, one canonical address, one of each property; no script but ours; addresses are the page's."""
    output: Output = request.getfixturevalue(site)
    for path in ours(output):
        page = output.pages[path.removesuffix("index.html")]
        head = page.find("head")
        names = Counter(m.get("name") or m.get("property") for m in head.findall("meta") if not m.get("charset"))
        address = f"{output.url}/{path.removesuffix('index.html')}"
        assert {"description", "og:type", "og:title", "og:description", "og:url", "og:site_name"} <= set(names)
        assert set(names.values()) == {1}, (path, names)
        assert head.xpath("link[@rel='canonical']/@href") == [address]
        assert head.xpath("meta[@property='og:url']/@content") == [address]
        assert [s.get("type") for s in head.findall("script")] == ["application/ld+json"]
        assert [s.get("src") is None for s in page.xpath("//body//script")] in ([], [False])


def test_the_feeds_are_named_where_they_belong(full: Output) -> None:
    """Atom and JSON, in the head and at the foot of the wall and the index."""
    for path, name in (("who-this-helped/", "thanks"), ("questions/", "questions")):
        page = full.pages[path]
        expected = [f"{TINY_URL}/feeds/{name}.atom.xml", f"{TINY_URL}/feeds/{name}.json"]
        assert page.xpath("//head/link[@rel='alternate']/@href")[-2:] == expected
        assert page.xpath("//*[@class='g-foot']//a[@type]/@href") == expected
        assert page.xpath("//*[@class='g-foot']//a[@type]/text()") == ["Atom", "JSON Feed"]


def test_a_theme_that_says_it_itself_is_not_contradicted(tmp_path: Path) -> None:
    """Many themes print a description and OpenGraph of their own for every page."""
    site = copy_of_tiny(tmp_path)
    theirs = (
        '<meta property="og:title" content="Theirs"><meta name="description" content="Theirs">'
        '<link rel="canonical" href="{{ SITEURL }}/{{ output_file }}">'
    )
    site.write(
        "overrides/page.html",
        f'{{% extends "!simple/page.html" %}}{{% block head %}}{{{{ super() }}}}{theirs}{{% endblock %}}',
    )
    site.configure('THEME_TEMPLATES_OVERRIDES = ["overrides"]')
    site.build("--fatal", "warnings")
    head = Output(site.output, TINY_URL).pages["who-this-helped/"].find("head")

    assert head.xpath("meta[@property='og:title' or @name='description']/@content") == ["Theirs", "Theirs"]
    assert head.xpath("link[@rel='canonical']/@href") == [f"{TINY_URL}/{WALL}"]
    assert len(head.xpath("meta[@property='og:description']")) == 1


@pytest.mark.parametrize(
    ("settings", "base"), [("RELATIVE_URLS = True", ".."), ('SITEURL = ""\nFEED_ALL_ATOM = None', "")]
)
def test_what_must_be_absolute_is_left_out(tmp_path: Path, settings: str, base: str) -> None:
    """No canonical address and no og:url; the addresses of JSON-LD are the page's own, which it allows."""
    site = copy_of_tiny(tmp_path)
    site.configure(EVERYTHING.replace('"sitemap", ', ""))
    site.configure(settings)
    site.build("--fatal", "warnings")
    output = Output(site.output, TINY_URL)

    assert output.pages["who-this-helped/"].xpath("//link[@rel='canonical'] | //meta[@property='og:url']") == []
    assert ld(output, WALL)["url"] == f"{base}/who-this-helped/"
    assert ("feeds/thanks.json" in output.files) == (base == "..")


def test_the_sitemap_holds_our_pages_once_each(full: Output, listed: dict[str, Note]) -> None:
    """With the day of their newest note; of a draft's or a hidden post's question there is no page to hold."""
    tree = etree.fromstring(full.files["sitemap.xml"])
    find = partial(tree.xpath, namespaces={"s": "http://www.sitemaps.org/schemas/sitemap/0.9"})
    days = {u[0].text: u[1].text[:10] for u in find("//s:url[s:lastmod]")}
    asked = {id: note for id, note in listed.items() if note.kind is NoteKind.QUESTION}
    expected = {f"{TINY_URL}/questions/{id}/": note.day.isoformat() for id, note in asked.items()} | {
        f"{TINY_URL}/who-this-helped/": "2026-09-05",
        f"{TINY_URL}/questions/": "2026-10-21",
    }

    assert expected == {url: day for url, day in days.items() if "questions" in url or "who-this" in url}
    assert len(set(find("//s:loc/text()"))) == len(find("//s:loc/text()")) > len(expected)
    assert [] == [loc for loc in find("//s:loc/text()") if "drafts" in loc or DRAFT in loc]


def test_nothing_private_is_served(full: Output) -> None:
    """No opaque person, no way a note came, no question of a draft, in any file that programs read."""
    files = {p: d.decode() for p, d in full.files.items() if p.endswith((".json", ".xml")) or p in ours(full)}

    assert len(files) >= 12
    for word in ("p-mk42", "p-gp07", "Via:", DRAFT, "half written", "2026-02-01", "quiet-corner/#"):
        assert [] == [path for path, text in files.items() if word in text], word


def test_sites_are_small_enough_to_read(full: Output) -> None:
    """What a page tells machines is about as long as what it shows people, not a multiple."""
    page = full.files[WALL].decode()
    script = re.search(r'<script type="application/ld\+json">.*?</script>', page, re.DOTALL)

    assert script is not None
    assert len(script[0]) < len(page) / 2
