"""The benchmark still runs, and measures what it says."""

from __future__ import annotations

import gzip
import json
import math
import random
from dataclasses import replace
from datetime import date, timedelta

import pytest
from benchmarks.fit_links import PARTS, Row, fitted, printed
from benchmarks.link_data import Past, read
from benchmarks.link_explain import compared
from benchmarks.links import FLOOR, Seen, fts5, likely_cuts, main, measured, ours

from gratitude.link.weights import TABLE, Weights

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
    """Blogs appear as letters only; then the tier on dated blogs, and the built messages."""
    report = main(data)

    cells = [line.split("|")[1].strip() for line in report.splitlines() if line.startswith("|")]
    assert ["A: 8, 9", "B: 8, 9", "mean top-1 (95 % interval)", "mean top-5 (95 % interval)"] == cells[2:6]
    assert ["FTS5, date, aim 0.95", "day one, aim 0.94", "memory, aim 0.95"] == cells[8:]
    assert "Sure, of 1200 built messages: 0 wrong" in report
    assert "Catalogue of 2,000 invented posts" in report
    assert "first" not in report


def test_the_shares_are_counted(data):
    """Eight of nine are found; the ninth says nothing and gets no link."""
    posts, messages = read(data / "link_dev")[0]

    seen = measured(ours(posts, Past()), messages)

    assert ([0] * 8, 1) == ([s.place for s in seen if s.place is not None], sum(s.is_silent for s in seen))


def test_the_base_line_finds_the_same_words(data):
    """FTS5 over the same posts, with and without days."""
    for posts, messages in read(data / "link_dev"):
        for dated in (False, True):
            assert sum(s.place == 0 for s in measured(fts5(posts, dated=dated), messages)) == 8


def test_memory_is_told_afterwards(data):
    """A message is ranked before its post is known, and all are known in the end."""
    posts, messages = read(data / "link_dev")[0]
    past = Past()

    measured(ours(posts, past), messages, past)

    assert [one.post for one in past.about_posts()] == [truth for _, truth in messages]


def test_a_cut_is_chosen_without_the_blog_it_is_measured_on():
    """The lowest gap at which the others were right often enough, never below the floor; none where they never were."""
    good = [Seen(0, gap, True, False, False, 0.0) for gap in (9, 8, 7, 6, 5, 4, 3, 1)]
    bad = [Seen(None, gap, True, False, False, 0.0) for gap in (8, 7, 6)]

    assert [math.inf, FLOOR] == likely_cuts([good, bad], 0.9)
    assert [math.inf, math.inf] == likely_cuts([[replace(s, may=False) for s in good], bad], 0.9)


def test_a_fit_finds_what_tells_the_posts_apart():
    """The true post always has the better body: its weight grows, and the score of the truth with it; the rest stays near 0."""
    chance = random.Random(3)
    noise = [[[chance.random() for _ in PARTS] for _ in range(6)] for _ in range(60)]
    rows = [
        Row("nothing known", tuple((p[0] + 2 * (i == 2), *p[1:]) for i, p in enumerate(posts)), 2) for posts in noise
    ]

    found = fitted([rows, rows])["nothing known"]

    assert found.body > 1 > max(abs(found.window), abs(found.title), abs(found.names), abs(found.rate))
    assert TABLE["nothing known"].language == found.language


def test_what_is_printed_is_the_table(data):
    """The lines that --write puts into weights.py give the same table back."""
    text = printed(TABLE)

    scope: dict[str, object] = {"Weights": Weights}
    exec(text, scope)  # our own lines

    assert TABLE == scope["TABLE"]


def test_explain_says_what_the_benchmark_measures(data):
    """The posts as a Pelican site, the messages as an mbox: the command gives the same posts in the same order."""
    for blog in read(data / "link_dev"):
        got = compared(blog)

        assert (len(blog[1]), got.explained) == (got.same, got.measured)
        assert got.explained[0] >= 8 / 9
