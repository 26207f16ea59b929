"""How well a message's words and day find its post, addresses removed, beside FTS5 in the same run.

Day one: nothing is known but the message. Import: all messages of the blog are at hand, none decided; each is ranked
with what was guessed of those before it, and then, the newest first, of all others. Memory: the true posts of all earlier messages are known. What is fitted
(weights, the cut of "likely") is fitted without the blog it is measured on. Top-1 and top-5 are averaged over blogs,
which appear as letters; a message that gets no link counts as missed.
"""

from __future__ import annotations

__all__ = ["Seen", "likely_cuts", "main", "measured", "table"]

import math
import random
import sqlite3
import time
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import date, timedelta
from pathlib import Path

from benchmarks.fit_links import fitted, gathered
from benchmarks.link_data import REMARK, Blog, Past, read
from benchmarks.link_sure import measured_sure
from gratitude.inbox.history import maybe_posts
from gratitude.link import link, link_again
from gratitude.link.guesses import asked_of
from gratitude.link.index import Index
from gratitude.link.known import known
from gratitude.link.likely import GAP, confidence, may_be_likely
from gratitude.link.posts import Posts
from gratitude.link.rank import ranked
from gratitude.link.stem import tokens
from gratitude.link.weights import TABLE, Weights
from gratitude.message import Earlier, Message, Post, Tier

MAX_WORDS = 60
"""Words of a message that FTS5 is asked for."""

AIMS = {"FTS5, date": 0.95, "day one": 0.94, "memory": 0.95}
"""Precision that the cut of "likely" aims at on the other blogs: what it is to hold on this one."""

FLOOR = GAP
"""No cut of ours lies below the one that is shipped, whatever the other blogs say."""

RESAMPLES = 500
Stands = Callable[[], tuple[float, bool]]
"""Returns the gap of the first, and whether it may be likely if the gap is wide; costs no time of the ranking."""

Ranker = Callable[[Message], tuple[list[str], Stands, bool]]
"""Returns the posts found, how the first stands, and whether its tier is likely."""


@dataclass(frozen=True, slots=True)
class Seen:
    """What became of one message: the place of its true post (None: not found), how it stood, CPU in ms."""

    place: int | None
    gap: float
    may: bool
    is_likely: bool
    is_silent: bool
    cpu_ms: float


def ours(posts: Sequence[Post], past: Past) -> Ranker:
    """Return our ranking: `link` as it is used, its index made."""
    catalogue = Posts(posts)
    index = catalogue.index
    _ = (index.names, index.pieces, [(index.places(i), index.forms(i)) for i in range(len(index))])
    here = known(catalogue)

    def rank(message: Message) -> tuple[list[str], Stands, bool]:
        found = link(message, REMARK, catalogue, past).posts

        def stands() -> tuple[float, bool]:
            day = message.day.toordinal() if message.day else None
            asked = asked_of(message, index)
            best = confidence(ranked(asked, day, index, here.memory, identity=message.identity), asked, index)
            return best.gap, bool(found) and may_be_likely(best)

        return [one.post for one in found], stands, bool(found) and found[0].tier is Tier.LIKELY

    return rank


def fts5(posts: Sequence[Post], *, dated: bool) -> Ranker:
    """Return the base line: FTS5's bm25, title 4, porter; ``dated`` with the age of the post, undated ones dropped."""
    db = sqlite3.connect(":memory:")
    db.execute("CREATE VIRTUAL TABLE p USING fts5(title, words, tokenize='porter unicode61')")
    db.executemany(
        "INSERT INTO p (rowid, title, words) VALUES (?, ?, ?)", [(i, p.title, p.words) for i, p in enumerate(posts)]
    )
    ask = "SELECT rowid, bm25(p, 4.0, 1.0) AS s FROM p WHERE p MATCH ? ORDER BY s, rowid"
    has_days = sum(p.day is not None for p in posts) * 2 > len(posts)

    def rank(message: Message) -> tuple[list[str], Stands, bool]:
        words = list(dict.fromkeys(tokens(message.own_words)))[:MAX_WORDS]
        match = " OR ".join(f'"{word}"' for word in words)
        scored = [(-score, i) for i, score in db.execute(ask, (match,))] if words else []
        if dated and has_days and message.day is not None:
            lags = [(score, i, (message.day - day).days) for score, i in scored if (day := posts[i].day)]
            aged = [(s - 1.5 * math.log(1 + max(0, lag) / 7), i) for s, i, lag in lags if lag >= -1]
            scored = sorted(aged, key=lambda one: (-one[0], one[1]))
        gap = scored[0][0] - scored[1][0] if len(scored) > 1 else 0.0
        return [posts[i].key for _, i in scored[:5]], lambda: (gap, True), False

    return rank


def measured(
    rank: Ranker, messages: Iterable[tuple[Message, str]], past: Past | None = None, *, decided: bool = True
) -> list[Seen]:
    """Return how a ranking does on each message.

    ``past`` is told afterwards: the true post where it is ``decided``, else what was guessed (by `link` again, from
    the same past: the shares that the inbox would keep).
    """
    seen = []
    for message, truth in messages:
        start = time.process_time()
        found, stands, is_likely = rank(message)
        cpu_ms = 1000 * (time.process_time() - start)
        gap, may = stands()
        place = found.index(truth) if truth in found else None
        seen.append(Seen(place, gap, may, is_likely, not found, cpu_ms))
        if past is not None and decided:
            past.known.append(Earlier(message=message, post=truth))
    return seen


def imported(posts: Sequence[Post], messages: Iterable[tuple[Message, str]]) -> list[Seen]:
    """Return how we do where all messages are at hand and none is decided."""
    catalogue, past, told = Posts(posts), Past(), list(messages)
    found = []
    for message, _ in told:
        found.append(link(message, REMARK, catalogue, past))
        past.guessed.append(Earlier(message=message, maybe=maybe_posts(found[-1])))
    for i in reversed(range(len(told))):
        found[i] = link_again(told[i][0], found[i], catalogue, past)
        past.guessed[i] = Earlier(message=told[i][0], maybe=maybe_posts(found[i]))
    seen = []
    for (_, truth), links in zip(told, found, strict=True):
        place = next((i for i, one in enumerate(links.posts) if one.post == truth), None)
        seen.append(Seen(place, 0.0, False, False, not links.posts, 0.0))
    return seen


@contextmanager
def weighted(table: Mapping[str, Weights]) -> Iterator[None]:
    """Rank with another table of weights."""
    kept = dict(TABLE)
    TABLE.update(table)
    try:
        yield
    finally:
        TABLE.update(kept)


def likely_cuts(blogs: Sequence[Sequence[Seen]], aim: float) -> list[float]:
    """Return for each blog the lowest cut of the gap at which the other blogs, pooled, were right as often as ``aim``.

    Never below ``FLOOR``; infinite where they never were.
    """
    cuts = []
    for i in range(len(blogs)):
        others = [s for k, blog in enumerate(blogs) if k != i for s in blog if s.may]
        others.sort(key=lambda s: -s.gap)
        cut, right = math.inf, 0
        for n, one in enumerate(others, 1):
            right += one.place == 0
            if n >= 8 and right / n >= aim:
                cut = one.gap
        cuts.append(max(cut, FLOOR))
    return cuts


def table(blogs: Sequence[Blog], *, fit: bool = True) -> str:
    """Return the measures as Markdown. ``fit`` False: the table of weights as it is shipped, not fitted anew."""
    rows = [gathered(blog) for blog in blogs] if fit and len(blogs) > 1 else []
    every = fitted(rows) if rows else TABLE
    found: list[dict[str, list[Seen]]] = []
    for i, (posts, messages) in enumerate(blogs):
        others = fitted([r for k, r in enumerate(rows) if k != i], every, steps=3) if rows else TABLE
        with weighted(others):
            past = Past()
            found.append({
                "FTS5": measured(fts5(posts, dated=False), messages),
                "FTS5, date": measured(fts5(posts, dated=True), messages),
                "day one": measured(ours(posts, Past()), messages),
                "import": imported(posts, messages),
                "memory": measured(ours(posts, past), messages, past),
            })  # fmt: skip
    is_dated = [Index(posts).is_dated for posts, _ in blogs]
    return "\n".join([*_top(blogs, found), "", *_likely(found, is_dated)])


def main(data: Path) -> str:
    """Return the report on ``link_dev`` in the folder ``data``."""
    blogs = read(data / "link_dev")
    total, wrong, missed = measured_sure(blogs)
    sure = (
        f"Sure, of {total} built messages: {wrong.total()} wrong {dict(wrong)}, {missed.total()} missed {dict(missed)}"
    )
    first, again = catalogue_s()
    made = f"Catalogue of 2,000 invented posts, CPU: {first:.2f} s from nothing, {again:.2f} s after one changed"
    return f"## Links\n\n{table(blogs)}\n\n{sure}\n\n{made}"


def catalogue_s(count: int = 2000, words: int = 600) -> tuple[float, float]:
    """Return the CPU seconds of a whole catalogue of ``count`` invented posts, and after one of them changed."""
    chance = random.Random(1)
    letters = "abcdefghijklmnopqrstuvwxyz"
    known_words = ["".join(chance.choices(letters, k=chance.randint(3, 9))) for _ in range(20_000)]
    often = [1 / (rank + 1) for rank in range(len(known_words))]
    posts = [
        Post(
            key=f"p{i}", slug=f"p{i}", path=f"p{i}.md", urls=(f"https://blog.example/p{i}/",),
            titles=(" ".join(chance.choices(known_words, k=5)),), day=date(2010, 1, 1) + timedelta(i),
            words=" ".join(chance.choices(known_words, often, k=words)),
        )
        for i in range(count)
    ]  # fmt: skip

    def made(posts: Sequence[Post], before: Posts | None) -> tuple[Posts, float]:
        start = time.process_time()
        found = Posts(posts, siteurl="https://blog.example", before=before)
        _ = (found.index.names, found.index.pieces, found.index.in_titles, known(found).titles)
        return found, time.process_time() - start

    old, first = made(posts, None)
    _, again = made([replace(posts[0], words=posts[0].words + " changed"), *posts[1:]], old)
    return first, again


def _top(blogs: Sequence[Blog], found: Sequence[dict[str, list[Seen]]]) -> Iterator[str]:
    kinds = list(found[0])
    yield "| blog: posts, messages | " + " | ".join(kinds) + " | no link | CPU ms: FTS5, day one, memory |"
    yield "|---" * (len(kinds) + 3) + "|"
    for i, (blog, row) in enumerate(zip(blogs, found, strict=True)):
        cells = [f"{_share(row[k], 1):.2f}/{_share(row[k], 5):.2f}" for k in kinds]
        silent = sum(s.is_silent for s in row["day one"]) / len(row["day one"])
        cpu = ", ".join(f"{_cpu(row[k]):.1f}" for k in ("FTS5", "day one", "memory"))
        yield f"| {chr(65 + i)}: {len(blog[0])}, {len(blog[1])} | {' | '.join(cells)} | {silent:.2f} | {cpu} |"
    for top in (1, 5):
        cells = [_with_interval([row[k] for row in found], top) for k in kinds]
        ratios = [_mean(_cpu(r[k]) / max(_cpu(r["FTS5"]), 1e-6) for r in found) for k in ("day one", "memory")]
        costs = f"{ratios[0]:.1f}, {ratios[1]:.1f} times FTS5" if top == 1 else ""
        yield f"| mean top-{top} (95 % interval) | {' | '.join(cells)} | | {costs} |"


def _likely(found: Sequence[dict[str, list[Seen]]], is_dated: Sequence[bool]) -> Iterator[str]:
    """Yield how right "likely" is on the dated blogs, pooled, with the cut chosen on the others, and as it is shipped."""
    dated = [row for row, d in zip(found, is_dated, strict=True) if d]
    total = sum(len(row["day one"]) for row in dated) or 1
    yield "| likely, pooled over dated blogs | right at coverage | cuts | as shipped |"
    yield "|---|---|---|---|"
    for kind, aim in AIMS.items():
        seen = [row[kind] for row in dated]
        cuts = likely_cuts(seen, aim)
        told = [s for blog, cut in zip(seen, cuts, strict=True) for s in blog if s.gap >= cut and s.may]
        shipped = [s for blog in seen for s in blog if s.is_likely]
        spread = ", ".join(f"{cut:.2f}" for cut in cuts)
        yield f"| {kind}, aim {aim} | {_right(told, total)} | {spread} | {_right(shipped, total)} |"


def _right(told: Sequence[Seen], total: int) -> str:
    return f"{sum(s.place == 0 for s in told) / len(told):.3f} at {len(told) / total:.3f}" if told else "none"


def _share(seen: Sequence[Seen], top: int) -> float:
    return sum(s.place is not None and s.place < top for s in seen) / len(seen)


def _cpu(seen: Sequence[Seen]) -> float:
    return _mean(s.cpu_ms for s in seen)


def _with_interval(blogs: Sequence[Sequence[Seen]], top: int) -> str:
    """Return the mean over blogs with a bootstrap interval (messages drawn within their blogs)."""
    chance = random.Random(1)
    hits = [[s.place is not None and s.place < top for s in blog] for blog in blogs]
    means = sorted(_mean(sum(chance.choices(h, k=len(h))) / len(h) for h in hits) for _ in range(RESAMPLES))
    low, high = means[int(0.025 * RESAMPLES)], means[int(0.975 * RESAMPLES)]
    return f"**{_mean(sum(h) / len(h) for h in hits):.3f}** ({low:.3f}-{high:.3f})"


def _mean(values: Iterable[float]) -> float:
    numbers = list(values)
    return sum(numbers) / len(numbers)
