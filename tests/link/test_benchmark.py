"""The benchmark still runs, and measures what it says."""

from __future__ import annotations

import gzip
import json
from datetime import date, timedelta

import pytest
from benchmarks.links import Past, fts5, main, measured, ours, read

ANIMALS = ("wombat", "heron", "badger", "otter", "lynx", "marten", "plover", "shrew")


@pytest.fixture
def data(tmp_path):
    """Two blogs of eight posts: one with days, one without; each message names its animal."""
    folder = tmp_path / "link_dev"
    folder.mkdir()
    for blog, dated in (("first", True), ("second", False)):
        day = [str(date(2020, 1, 1) + timedelta(30 * i)) if dated else None for i in range(len(ANIMALS))]
        posts = [
            {"id": a, "title": f"On the {a}", "date": day[i], "text": f"The {a} sleeps."} for i, a in enumerate(ANIMALS)
        ]
        comments = [{"id": i, "post_id": a, "date": day[i], "text": f"I saw a {a}!"} for i, a in enumerate(ANIMALS)]
        comments.append({"id": 99, "post_id": "wombat", "date": day[0], "text": "Thanks!"})
        for name, rows in (("posts", posts), ("comments", comments)):
            with gzip.open(folder / f"{blog}.{name}.jsonl.gz", "wt", encoding="utf-8") as file:
                file.writelines(json.dumps(row) + "\n" for row in rows)
    return tmp_path


def test_the_report_has_a_row_for_each_blog_and_their_mean(data):
    """Blogs appear as letters only."""
    report = main(data)

    assert [line.split("|")[1].strip() for line in report.splitlines()[4:]] == ["A: 8, 9", "B: 8, 9", "mean"]
    assert "first" not in report


def test_the_shares_are_counted(data):
    """Eight of nine are found; the ninth says nothing and gets no link."""
    posts, messages = read(data / "link_dev")[0]

    one = measured(ours(posts, Past()), messages)

    assert (one.top1, one.top5, one.unlinked) == pytest.approx((8 / 9, 8 / 9, 1 / 9))


def test_the_base_line_finds_the_same_words(data):
    """FTS5 over the same posts, with and without days."""
    for posts, messages in read(data / "link_dev"):
        for dated in (False, True):
            assert measured(fts5(posts, dated=dated), messages).top1 == pytest.approx(8 / 9)


def test_memory_is_told_afterwards(data):
    """A message is ranked before its post is known, and all are known in the end."""
    posts, messages = read(data / "link_dev")[0]
    past = Past()

    measured(ours(posts, past), messages, past)

    assert [one.post for one in past.about_posts()] == [truth for _, truth in messages]
