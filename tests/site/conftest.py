"""The sample blog for the tests here: built once a session, as it is published, in `simple`, and for a browser."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any
from urllib.parse import urlsplit

import pytest

from gratitude.note.folder import NoteFile, read_notes
from sample_blog import ROOT, Output, build, copy_of_the_blog, served

# No window, and no request of the browser's own: without these it looks up its maker's hosts at every start.
CHROMIUM = [
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]


@pytest.fixture(scope="session")
def notes() -> list[NoteFile]:
    """The notes of the sample blog as they lie on disk."""
    folder = read_notes(ROOT / "content" / "gratitude")
    assert folder.bad == ()
    assert len(folder.notes) >= 19
    return list(folder.notes)


@pytest.fixture(scope="session")
def published(tmp_path_factory: pytest.TempPathFactory) -> Output:
    """The sample blog as it is published."""
    output = tmp_path_factory.mktemp("published") / "output"
    build(output=output)
    return Output(output)


@pytest.fixture(scope="session")
def in_simple(tmp_path_factory: pytest.TempPathFactory) -> Output:
    """The same, built again in Pelican's own theme `simple`."""
    output = tmp_path_factory.mktemp("simple") / "output"
    build("-t", "simple", output=output)
    return Output(output)


@pytest.fixture(scope="session")
def local(tmp_path_factory: pytest.TempPathFactory, chromium: Any) -> Iterator[Output]:
    """The sample blog on loopback."""
    with served(tmp_path_factory.mktemp("local") / "output") as output:
        yield output


@pytest.fixture(scope="session")
def busy(tmp_path_factory: pytest.TempPathFactory, chromium: Any) -> Iterator[Output]:
    """The sample blog on loopback after a good year: folded notes on one post, open questions, a filter."""
    source = copy_of_the_blog(tmp_path_factory.mktemp("busy"))
    folder = source / "content" / "gratitude" / "search-without-a-server"
    folder.mkdir()
    for day in range(1, 8):
        (folder / f"2026-03-0{day}-tttt.note").write_text(f"It found the recipe of shelf {day} for me.\n")
        question = f"Kind: question\nTitle: Does shelf {day} need an index?\n\nDoes it?\n"
        (folder / f"2026-04-0{day}-qqqq.note").write_text(question)
    with served(source / "output", source=source) as output:
        yield output


@pytest.fixture(scope="session")
def hebrew(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Output]:
    """The sample blog on loopback as if its author wrote Hebrew: letters in both directions, an open question."""
    source = copy_of_the_blog(tmp_path_factory.mktemp("hebrew"))
    for post in (source / "content").glob("*.md"):
        post.write_text(post.read_text("utf-8").replace("Lang: en\n", "Lang: he\n"), encoding="utf-8")
    folder = source / "content" / "gratitude" / "search-without-a-server"
    folder.mkdir(exist_ok=True)
    letters = {
        "2026-03-01-heb0": "From: יעל\nPlace: חיפה\nLang: he\nShow: named\n\nעבד בפעם הראשונה. תודה!\n\n"
        "--- answer, 2026-03-02\n\nתודה ליעל.\n",
        "2026-03-02-heb1": "Kind: question\nFrom: Ann\nShow: named\n\nDoes `rsync -a` keep the index?\n",
        "2026-03-03-heb2": "Kind: question\nFrom: יעל\nLang: he\nShow: named\n\nאיך מחפשים בעברית?\n\n"
        "--- answer, 2026-03-04\n\nכמו בכל שפה. Use `--lang he`.\n",
    }
    for name, text in letters.items():
        (folder / f"{name}.note").write_text(text, encoding="utf-8")
    with (source / "pelicanconf.py").open("a", encoding="utf-8") as conf:
        conf.write('\nDEFAULT_LANG = "he"\nGRATITUDE_INVITATION = "maren@stillpages.example.com"\n')
    with served(source / "output", source=source) as output:
        yield output


@pytest.fixture(scope="session")
def chromium(program: Callable[[str, str], str]) -> Iterator[Any]:
    """Debian's Chromium, driven by playwright."""
    path = program("chromium", "chromium")
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=CHROMIUM)
        yield browser
        browser.close()


@pytest.fixture
def visit(chromium: Any) -> Iterator[Callable[..., Any]]:
    """Call with an address to get its page in a window of its own; any request that leaves loopback fails the test."""
    strangers: list[str] = []
    windows: list[Any] = []

    def guard(route: Any) -> None:
        if urlsplit(route.request.url).hostname == "127.0.0.1":
            route.continue_()
        else:
            strangers.append(route.request.url)
            route.abort()

    def open_page(url: str, *, width: int = 1280, script: bool = True) -> Any:
        size = {"width": width, "height": 900}
        windows.append(chromium.new_context(viewport=size, java_script_enabled=script))
        windows[-1].route("**/*", guard)
        page = windows[-1].new_page()
        answer = page.goto(url)
        assert answer.ok, f"{url}: {answer.status}"
        return page

    yield open_page
    for window in windows:
        window.close()
    assert strangers == []
