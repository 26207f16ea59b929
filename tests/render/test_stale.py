"""What an earlier build left: ours goes, everybody else's stays."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from gratitude.render import options
from gratitude.render.stale import ListOfPages, candidates, remove

PAGE = '<div data-gratitude="wall">old words</div>'
SETTINGS = options.read({})[0]


@pytest.fixture
def output(tmp_path: Path) -> Path:
    (tmp_path / "output").mkdir()
    return tmp_path / "output"


def write(output: Path, path: str, text: str = PAGE) -> Path:
    target = output / path
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_text(text, encoding="utf-8")
    return target


@pytest.mark.parametrize(
    "text",
    [
        PAGE,
        "<generator>gratitude</generator>",
        '{"version": "https://jsonfeed.org/version/1.1", "_gratitude": {"version": 1}}',
        '{\n "format": "gratitude",\n "version": 1}',
        "/* gratitude.css - one */",
        "// gratitude: filter the questions",
        "x" * 9_000 + PAGE,
    ],
)
def test_a_file_with_our_mark_goes_and_so_does_its_empty_folder(output: Path, text: str) -> None:
    """Pages, feeds, stylesheet and script each carry one, through any theme."""
    write(output, "a/b/index.html", text)

    assert remove(["a/b/index.html"], output, set()) == ["a/b/index.html"]
    assert list(output.iterdir()) == []


@pytest.mark.parametrize("text", ["<p>by hand</p>", json.dumps({"words": '"_gratitude": {} "format": "gratitude"'})])
def test_a_file_without_our_mark_stays(output: Path, text: str) -> None:
    """Somebody else put it there, and may speak of us."""
    mine = write(output, "a/index.html", text)

    assert remove(["a/index.html", "missing.html"], output, set()) == []
    assert mine.exists()


def test_what_somebody_wrote_in_this_build_stays(output: Path) -> None:
    """Even with our mark: a theme may quote it."""
    mine = write(output, "a/index.html")

    assert remove(["a/index.html"], output, {str(mine)}) == []
    assert mine.exists()


def test_no_path_leads_out_and_no_link_is_followed(output: Path, tmp_path: Path) -> None:
    """A list that somebody tampered with, or a link in the output, reaches no other file."""
    outside = tmp_path / "outside"
    kept = [write(outside, "index.html"), write(output, "real.html")]
    (output / "folder").symlink_to(outside, target_is_directory=True)
    (output / "link.html").symlink_to(output / "real.html")
    paths = ["../outside/index.html", str(kept[0]), "folder/index.html", "link.html", "", ".", "a/../real.html"]

    assert remove(paths, output, set()) == []
    assert all(path.exists() for path in kept)


def test_the_places_of_the_settings_are_looked_at_without_a_list(output: Path) -> None:
    """Wall, index, feeds, and every page a question could have."""
    write(output, "questions/2026-01-01-abcd/index.html")
    found = candidates([], output, SETTINGS)

    assert found == {
        "who-this-helped/index.html", "questions/index.html", "questions/2026-01-01-abcd/index.html",
        "feeds/thanks.atom.xml", "feeds/questions.atom.xml", "who-helped-me/index.html",
    }  # fmt: skip


def test_so_are_the_places_of_what_is_asked_for(output: Path) -> None:
    """JSON feeds, data, and every feed that a post could have."""
    write(output, "feeds/readers/zips.atom.xml")
    settings = SETTINGS | {
        "GRATITUDE_FEED_JSON": "t.json", "GRATITUDE_QUESTIONS_FEED_JSON": "q.json", "GRATITUDE_DATA": "d.json",
        "GRATITUDE_POST_FEED_ATOM": "feeds/readers/{slug}.atom.xml",
    }  # fmt: skip

    assert {"t.json", "q.json", "d.json", "feeds/readers/zips.atom.xml"} <= candidates([], output, settings)


def test_the_list_is_kept_for_each_output_folder(tmp_path: Path) -> None:
    """Two builds into two folders know nothing of each other's pages."""
    one, other = tmp_path / "one", tmp_path / "other"
    ListOfPages(tmp_path / "cache", one).save(["b.html", "a.html"])
    ListOfPages(tmp_path / "cache", other).save(["c.html"])

    assert ListOfPages(tmp_path / "cache", one).written == ["a.html", "b.html"]
    assert ListOfPages(tmp_path / "cache", other).written == ["c.html"]


def test_nothing_to_remember_writes_no_cache(tmp_path: Path) -> None:
    """A site without notes gets no cache folder of ours, and an unchanged list is not written again."""
    ListOfPages(tmp_path / "cache", tmp_path).save([])
    missing = not (tmp_path / "cache").exists()
    ListOfPages(tmp_path / "cache", tmp_path).save(["a.html"])
    (tmp_path / "cache" / "gratitude-pages.json").chmod(0o444)
    before = (tmp_path / "cache" / "gratitude-pages.json").stat().st_mtime_ns
    ListOfPages(tmp_path / "cache", tmp_path).save(["a.html"])

    assert missing
    assert before == (tmp_path / "cache" / "gratitude-pages.json").stat().st_mtime_ns


@pytest.mark.parametrize(
    "text", ["", "{", "[]", '"x"', json.dumps({"OUT": "x"}), json.dumps({"OUT": [1, None]}), "\udce9"]
)
def test_a_broken_list_is_none(tmp_path: Path, text: str) -> None:
    """A disposable cache never ends a build."""
    cache = tmp_path / "gratitude-pages.json"
    cache.write_bytes(text.replace("OUT", str(tmp_path.resolve())).encode("utf-8", "surrogateescape"))

    assert ListOfPages(tmp_path, tmp_path).written == []


def test_a_cache_that_cannot_be_written_is_no_error(tmp_path: Path) -> None:
    """The folder may be a file, or read-only in CI."""
    (tmp_path / "cache").write_text("a file")

    ListOfPages(tmp_path / "cache", tmp_path).save(["a.html"])

    assert (tmp_path / "cache").read_text() == "a file"


def test_further_pages_are_looked_at_where_their_first_lies(output: Path) -> None:
    """Those of a wall that was long once; without its first page there are none to look for."""
    write(output, "who-this-helped/2021/index.html")
    write(output, "who-helped-me/page-2/index.html")
    write(output, "who-helped-me/index.html")
    found = candidates([], output, SETTINGS)

    assert "who-helped-me/page-2/index.html" in found
    assert "who-this-helped/2021/index.html" not in found
