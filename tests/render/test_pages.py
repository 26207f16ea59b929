"""The pages as they are written: long walls, credits, answers that may be out of date."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest

from render.conftest import Site

LETTER = "This is a letter of some length about the pressure of a boiler, written so that a page can be full. " * 12
WORDS = re.compile(r"Letter number (\d+)")


@pytest.fixture(scope="module")
def long_site(new_site: Callable[[], Site]) -> Site:
    """The tiny site with four hundred letters of four years, every tenth about the whole blog; tests only read it."""
    site = new_site()
    for n in range(400):
        folder = "" if n % 10 == 0 else ("boiler/", "tides/")[n % 2]
        head = f"From: Person {n}\nShow: named\nPerson: p-{n % 150}\n\n"
        day = f"{2020 + n % 4}-{1 + n % 12:02d}-{1 + n % 28:02d}"
        site.note(f"{folder}{day}-n{n:03d}.note", f"{head}Letter number {n}. {LETTER}\n")
    site.build("--fatal", "warnings")
    return site


def for_people(page: str) -> str:
    """A page without what machines read, which holds the words once more."""
    return re.sub(r"<script type=.application/ld.json.>.*?</script>", "", page)


def pages_of(site: Site, below: str) -> list[Path]:
    return sorted((site.output / below).rglob("index.html"))


def test_no_page_of_a_long_wall_is_heavy(long_site: Site) -> None:
    """At most 300 KB each, theme and all."""
    sizes = {
        p.relative_to(long_site.output).as_posix(): p.stat().st_size for p in pages_of(long_site, "who-this-helped")
    }

    assert len(sizes) > 5
    assert {path: size for path, size in sizes.items() if size > 300_000} == {}


def test_every_letter_of_a_long_wall_stands_on_the_pages_of_the_years_once(long_site: Site) -> None:
    """The front repeats only the newest."""
    years = [p for p in pages_of(long_site, "who-this-helped") if p.parent.name[:2] == "20"]
    found = sorted(int(n) for p in years for n in WORDS.findall(for_people(p.read_text(encoding="utf-8"))))
    front = WORDS.findall(for_people(long_site.page("who-this-helped/index.html")))

    assert found == list(range(400))
    assert 0 < len(front) <= 60


def test_the_permalink_of_a_letter_to_the_whole_blog_leads_to_its_year(long_site: Site) -> None:
    """From wherever it is shown; there is one place with that fragment."""
    front = long_site.page("who-this-helped/index.html")
    links = re.findall(r'href="https://harbour.example/(who-this-helped/[^"#]+)(#n-[^"]+)"', front)

    assert links
    for path, fragment in links:
        assert long_site.page(f"{path}index.html").count(f'id="{fragment[1:]}"') == 1
    assert [f for _, f in links if f'id="{f[1:]}"' in front] == []


def test_a_long_wall_leads_to_all_its_pages(long_site: Site) -> None:
    """From the first page and along the way from page to page; and each leads back."""
    seen: set[str] = set()
    todo = ["who-this-helped/"]
    while todo:
        path = todo.pop()
        if path not in seen:
            seen.add(path)
            found = re.findall(
                r'href="https://harbour.example/(who-this-helped/[^"#]*)', long_site.page(f"{path}index.html")
            )
            assert "who-this-helped/" in found or path == "who-this-helped/"
            todo += found

    written = {p.parent.relative_to(long_site.output).as_posix() + "/" for p in pages_of(long_site, "who-this-helped")}
    assert seen == written


def test_the_numbers_of_the_chart_are_those_of_the_pages(long_site: Site) -> None:
    """Every figure equals what is on the pages of its year."""
    front = long_site.page("who-this-helped/index.html")
    rows = re.findall(r"<tr><th scope=.row.>.*?>(\d{4})</a></th>(.*?)</tr>", front)
    counted = {year: sum(map(int, re.findall(r">(\d+)</span>", cells))) for year, cells in rows}
    shown = dict.fromkeys(counted, 0)
    for page in pages_of(long_site, "who-this-helped"):
        if page.parent.name[:4] in shown:
            shown[page.parent.name[:4]] += page.read_text(encoding="utf-8").count('<time class="dt-published"')

    assert len(counted) >= 4
    assert counted == shown


def test_a_wall_that_became_short_again_leaves_no_pages_behind(new_site: Callable[[], Site]) -> None:
    """The pages of the years go with the letters that made them necessary, cache or none."""
    site = new_site()
    notes = [site.note(f"tides/2023-01-{1 + n % 28:02d}-n{n:03d}.note", f"{LETTER * 4}\n") for n in range(60)]
    site.build()
    there = site.output.joinpath("who-this-helped", "2023", "index.html").exists()
    for note in notes:
        note.unlink()
    (site.root / "cache" / "gratitude-pages.json").unlink()
    site.build()

    assert there
    assert [p.name for p in (site.output / "who-this-helped").iterdir()] == ["index.html"]


def test_whom_the_author_thanks_stand_on_a_page_of_their_own(tiny: Site) -> None:
    """By post and for the whole blog; the wall leads there, and a letter of thanks is none of them."""
    tiny.note("2026-05-05-cr99.note", "Kind: credit\nFrom: Ines\n\nInes, who *reads* every draft.\n")
    tiny.build("--fatal", "warnings")
    page = tiny.page("who-helped-me/index.html")

    assert "<em>reads</em>" in page
    assert "Dele, who taught me" in page
    assert 'id="n-2026-05-05-cr99"' in page
    assert "g-by" in page
    assert 'href="https://harbour.example/who-helped-me/"' in tiny.page("who-this-helped/index.html")
    assert "who reads every draft" not in tiny.page("who-this-helped/index.html")


def test_an_answer_that_nobody_looked_at_for_years_says_so(new_site: Callable[[], Site]) -> None:
    """In the index and on its page; a day in `Checked` or a younger answer takes it back; so does the setting."""
    site = new_site()
    old = "Kind: question\nTitle: Old?\n\nDoes it hold?\n\n--- answer, 2019-02-01\n\nIt does.\n"
    site.note("tides/2019-01-01-old1.note", old)
    site.note("tides/2019-01-01-chk1.note", old.replace("Title: Old?", "Title: Kept?\nChecked: 2025-01-01"))
    site.build("--fatal", "warnings")
    index, page = site.page("questions/index.html"), site.page("questions/2019-01-01-old1/index.html")
    kept = site.page("questions/2019-01-01-chk1/index.html")
    site.configure("GRATITUDE_OUT_OF_DATE = None")
    site.build("--fatal", "warnings")

    assert index.count("<span>may be out of date</span>") == 1
    assert "the answer is of 2019 and may be out of date" in page
    assert "the answer is of" not in kept
    assert "checked in 2025" in kept
    assert "out of date" not in site.page("questions/index.html")


def test_the_questions_of_a_large_index_have_pages_by_post_and_tag(new_site: Callable[[], Site]) -> None:
    """No page over 300 KB, each question in the list once, and one click from the first page to every order."""
    site = new_site()
    site.configure("GRATITUDE_QUESTION_SAVE_AS = ''")
    for n in range(300):
        text = f"Kind: question\nTitle: Question {n:03d}?\n\nWhy?\n\n--- answer, 2025-02-01\n\nBecause. {LETTER}\n"
        site.note(f"{('boiler', 'tides')[n % 2]}/2025-01-{1 + n % 28:02d}-q{n:03d}.note", text)
    site.build("--fatal", "warnings")
    first = site.page("questions/index.html")
    pages = pages_of(site, "questions")

    assert [p.parent.name for p in pages if p.stat().st_size > 300_000] == []
    assert sorted({p.parent.name for p in pages}) == ["by-post", "by-tag", "questions"]
    assert 'href="https://harbour.example/questions/by-post/"' in first
    assert (
        sum(p.read_text(encoding="utf-8").count(">Question 007?</a>") for p in pages if "by-" not in p.parent.name) == 1
    )
