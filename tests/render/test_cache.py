"""A cache is disposable: what is broken, foreign or old is passed over, and nothing is written where it may not."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from gratitude.render import cache
from gratitude.render.cache import Cache, Texts, is_plain, of


def settings(root: Path, **more: Any) -> dict[str, Any]:
    return {
        "PATH": str(root / "content"), "THEME": str(root / "theme"), "CACHE_PATH": str(root / "cache"),
        "GRATITUDE_PATH": "gratitude", "GRATITUDE_CACHE": True, "CACHE_CONTENT": False, "LOAD_CONTENT_CACHE": False,
        **more,
    }  # fmt: skip


def test_what_is_kept_is_found(tmp_path: Path) -> None:
    """Any words survive, also a lone surrogate, in the value and in the long texts behind it."""
    kept = {"a": [1, None, "é \udcff\n"]}
    texts = Texts()
    where = [texts.add("é\n"), texts.add("\udcff")]
    Cache(tmp_path / "new" / "c.json").write(kept, texts)
    found = Cache(tmp_path / "new" / "c.json").read_with_texts()

    assert found
    assert (kept, ["é\n", "\udcff"]) == (found[0], [found[1].get(one) for one in where])
    assert ["c.json"] == [p.name for p in (tmp_path / "new").iterdir()]


@pytest.mark.parametrize(
    "broken",
    [
        lambda data: b"",
        lambda data: data[:-1],
        lambda data: data[:50],
        lambda data: data.replace(b'"kept', b'"kepT'),
        lambda data: data.replace(b"kept,", b"kepT,"),
        lambda data: data.replace(cache.FORM.encode(), b"gratitude-cache-0"),
        lambda data: data.replace(cache.version().encode(), b"0" * 32),
        lambda data: b"\x80\x04\x95" + data,
        lambda data: b"[" * 100_000,
        lambda data: b"null",
        lambda data: data + b"\n",
    ],
)
def test_a_broken_or_foreign_file_is_passed_over(tmp_path: Path, broken: Any) -> None:
    """Empty, cut, changed, of another version, a pickle, something else: all read as nothing, and are written over."""
    path = tmp_path / "c.json"
    texts = Texts()
    texts.add("kept, too")
    Cache(path).write(["kept"], texts)
    path.write_bytes(broken(path.read_bytes()))

    assert Cache(path).read() is None
    Cache(path).write(["new"])
    assert ["new"] == Cache(path).read()


def test_valid_json_that_nests_too_deep_is_passed_over(tmp_path: Path) -> None:
    """Even one with the right checksum."""
    body = b"[" * 200_000 + b"]" * 200_000
    head = " ".join([cache.FORM, cache.version(), *cache._sums(body, b"")])
    (tmp_path / "c.json").write_bytes(f"{head}\n".encode() + body)

    assert Cache(tmp_path / "c.json").read() is None


def test_a_folder_that_cannot_be_written_keeps_nothing(tmp_path: Path) -> None:
    """A file in the folder's place, a folder in the file's: nothing is raised, nothing is left lying."""
    (tmp_path / "file").write_text("x")
    Cache(tmp_path / "file" / "c.json").write([1])
    (tmp_path / "c.json").mkdir()
    Cache(tmp_path / "c.json").write([1])

    assert Cache(tmp_path / "c.json").read() is None
    assert ["c.json", "file"] == sorted(p.name for p in tmp_path.iterdir())


def test_nothing_is_kept_below_what_autoreload_watches(tmp_path: Path) -> None:
    """A CACHE_PATH below PATH or THEME would start the next build; GRATITUDE_CACHE = False keeps nothing anywhere."""
    for more in (
        {"CACHE_PATH": str(tmp_path / "content" / "cache")},
        {"CACHE_PATH": str(tmp_path / "theme")},
        {"GRATITUDE_CACHE": False},
    ):
        of(settings(tmp_path, **more), "notes").write([1])

    assert [] == list(tmp_path.iterdir())


def test_ignore_cache_finds_nothing_and_keeps(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """`--ignore-cache`, or its setting where contents are cached, works everything out anew and keeps it."""
    of(settings(tmp_path), "notes").write(["old"])
    monkeypatch.setattr("sys.argv", ["pelican", "--ignore-cache"])
    ignoring = of(settings(tmp_path), "notes")
    monkeypatch.setattr("sys.argv", ["pelican"])

    assert ignoring.read() is None
    assert of(settings(tmp_path, CACHE_CONTENT=True), "notes").read() is None
    ignoring.write(["new"])
    assert ["new"] == of(settings(tmp_path), "notes").read()
    assert ["new"] == of(settings(tmp_path, CACHE_CONTENT=True, LOAD_CONTENT_CACHE=True), "notes").read()


def test_each_notes_folder_and_each_output_has_its_own(tmp_path: Path) -> None:
    """Two sites of one cache folder do not take each other's; a blog that was moved keeps its own."""
    of(settings(tmp_path), "shown", str(tmp_path / "en")).write(["en"])
    of(settings(tmp_path), "shown", str(tmp_path / "de")).write(["de"])
    of(settings(tmp_path, GRATITUDE_PATH="letters"), "shown", str(tmp_path / "en")).write(["letters"])
    moved = tmp_path / "moved"
    moved.mkdir()
    (tmp_path / "cache").rename(moved / "cache")

    assert ["en"] == of(settings(moved), "shown", str(moved / "en")).read()
    assert ["de"] == of(settings(moved), "shown", str(moved / "de")).read()


def test_the_version_names_the_code_and_the_libraries(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """Another byte of our code or templates, another release of a library: another version."""
    first = cache.version()
    monkeypatch.setattr("importlib.metadata.version", lambda name: "99")
    other = cache.version.__wrapped__()
    (tmp_path / "gratitude" / "render").mkdir(parents=True)
    monkeypatch.setattr(cache, "HERE", tmp_path / "gratitude" / "render")
    (tmp_path / "gratitude" / "render" / "x.html").write_text("a")
    one = cache.version.__wrapped__()
    (tmp_path / "gratitude" / "render" / "x.html").write_text("b")

    assert 4 == len({first, other, one, cache.version.__wrapped__()})


def test_plain_is_what_prints_whole() -> None:
    """Texts, numbers, days and their lists; no object, of which two may print the same."""
    assert is_plain({"a": [1, None, ("x", 2.5, True)]})
    for odd in (object(), {"a": {1}}, [len], type("Text", (str,), {})("x")):
        assert not is_plain(odd)
