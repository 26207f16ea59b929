"""The benchmark still runs, on invented rows, and prints nothing of a comment."""

from __future__ import annotations

import gzip
import json
import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parents[2]))

from benchmarks import screening


def write(path: Path, rows: list[dict[str, object]]) -> None:
    path.parent.mkdir(exist_ok=True)
    with gzip.open(path, "wt", encoding="utf-8") as file:
        file.writelines(json.dumps(row) + "\n" for row in rows)


@pytest.fixture
def data(tmp_path: Path) -> Path:
    def row(i: int, text: str, **more: object) -> dict[str, object]:
        base = {"id": str(i), "blog": "secretblog", "post_id": "p", "date": "2020-01-02", "author": "Ann", "url": None}
        return base | {"text": text, "contested": False} | more

    spam = [row(i, f"casino bonus {i} <a href=http://casino{i}.com.example/>free spins</a>") for i in range(60)]
    write(tmp_path / "spam_dev.jsonl.gz", [*spam, row(99, "contested", contested=True, date=None)])
    write(tmp_path / "ham_dev.jsonl.gz", [row(i, f"Thanks, step {i} of the list helped me.") for i in range(60)])
    post = {"id": "p", "title": "Lists", "date": None, "text": "Steps of a list"}
    write(tmp_path / "link_dev" / "secretblog.posts.jsonl.gz", [post])
    return tmp_path


def test_it_measures_and_names_nobody(data: Path, capsys: pytest.CaptureFixture[str]):
    """Tables with letters for blogs; recall and held are those of the rows."""
    assert screening.main(["--data", str(data)]) == 0
    out = capsys.readouterr().out

    assert "| A | 60 | 1.000 | 1.000 | 60 | 0.00% | 0.00% |" in out
    assert "| rules, each message alone | 1.000 | 1.000 | 0.00% (0.00%) | 0.00% (0.00%) | 0 of 60 (0.00%) |" in out
    assert not {word for word in ("secretblog", "Ann", "bonus") if word in out}


def test_the_mask_is_taken_off_hosts(data: Path):
    """``.example`` behind an ending is the data's, not the spammer's."""
    words = screening.read_rows(data)[3].message.own_words

    assert "http://casino3.com/" in words


def test_the_data_must_be_named():
    """There is no default folder."""
    with pytest.raises(SystemExit):
        screening.main([])
