"""The benchmark still runs, on invented rows, and prints nothing of a comment."""

from __future__ import annotations

import gzip
import json
import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parents[2]))

from benchmarks import prior, screening

from gratitude.screen.prior import unpacked
from gratitude.screen.tokens import words_of


def write(path: Path, rows: list[dict[str, object]]) -> None:
    path.parent.mkdir(exist_ok=True)
    with gzip.open(path, "wt", encoding="utf-8") as file:
        file.writelines(json.dumps(row) + "\n" for row in rows)


@pytest.fixture
def data(tmp_path: Path) -> Path:
    def row(i: int, text: str, **more: object) -> dict[str, object]:
        base = {"id": str(i), "blog": "secretblog", "post_id": "p", "date": "2020-01-02", "author": "Ann", "url": None}
        return base | {"text": text, "contested": False} | more

    def both(text: str) -> list[dict[str, object]]:
        return [row(i, text.format(i), blog=blog) for blog in ("secretblog", "otherblog") for i in range(100)]

    spam = both("casino bonus <a href=http://casino{}.com.example/>free spins</a>")
    ham = both("Thanks, the second step of the list helped me.")
    write(tmp_path / "spam_dev.jsonl.gz", [*spam, row(99, "contested", contested=True, date=None)])
    write(tmp_path / "ham_dev.jsonl.gz", ham)
    post = {"id": "p", "title": "Lists", "date": None, "text": "Steps of a list"}
    for blog in ("secretblog", "otherblog"):
        write(tmp_path / "link_dev" / f"{blog}.posts.jsonl.gz", [post])
    return tmp_path


def test_it_measures_and_names_nobody(data: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch):
    """Tables with letters for blogs; recall and held are those of the rows, the bars those of the other blogs."""
    monkeypatch.setattr(screening, "SHUFFLES", 2)

    assert screening.main(["--data", str(data)]) == 0
    out = capsys.readouterr().out

    rows = {line.split("|")[1].strip(): line.split("|")[2:] for line in out.splitlines() if line.startswith("|")}
    assert [c.strip() for c in rows["A"][:4]] == ["1.000", "1.000", "0.00%", "0.00%"]
    for name in ("hand rules alone", "naive Bayes", "prior alone", "**whole queue at hand**: rules, prior, queue"):
        assert [c.strip() for c in rows[name][:4]] == ["1.000", "0.00% (0.00%)", "1.000", "0.00% (0.00%)"], name
    assert [c.strip() for c in rows["20"][:4]] == ["2", "1.000", "1.000", "1.000"]
    assert "html-link" in rows
    assert not {word for word in ("secretblog", "otherblog", "Ann", "bonus", "vegetable") if word in out}


def test_a_model_never_saw_the_blogs_it_judges(data: Path):
    """Neither that of the row nor the one whose bar is set."""
    judged = screening.judge(screening.read_rows(data), {})
    asked: list[frozenset[str]] = []

    def fit(without: frozenset[str]):
        asked.append(without)
        return lambda one: 1.0

    screening.measured(judged, screening.Models(judged, fit), lambda one, fitted: fitted)

    assert set(asked) == {frozenset({"secretblog"}), frozenset({"otherblog"}), frozenset({"secretblog", "otherblog"})}


def test_the_bar_is_where_so_many_are_lost():
    """The mean of the sides counts, not the rows together."""
    sides = [[0.0] * 99 + [9.0], [0.0, 1.0, 2.0, 3.0]]

    assert screening.bar(sides, 0.005) == 3.0
    assert screening.bar(sides, 0.13) == 2.0
    assert screening.bar([], 0.03) == 0.0


def test_the_prior_is_made_anew(data: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]):
    """The same data give the same bytes; what it learned is what the rows say."""
    files = [tmp_path / "a.bin", tmp_path / "b.bin"]
    for file in files:
        assert prior.main(["--data", str(data), "--to", str(file)]) == 0

    made = unpacked(files[0].read_bytes())
    assert files[0].read_bytes() == files[1].read_bytes()
    assert (
        made.score(words_of("casino bonus free spins"))[0] > 0 > made.score(words_of("step of the list helped me"))[0]
    )


def test_the_mask_is_taken_off_hosts(data: Path):
    """``.example`` behind an ending is the data's, not the spammer's."""
    words = screening.read_rows(data)[3].message.own_words

    assert "http://casino3.com/" in words


def test_the_data_must_be_named():
    """There is no default folder."""
    with pytest.raises(SystemExit):
        screening.main([])
