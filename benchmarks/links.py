"""How well a message's words and day find its post, addresses removed, beside FTS5 in the same run.

Day one: nothing is known but the message. Memory: the true posts of all earlier messages are known. Top-1 and top-5
are averaged over blogs, which appear as letters. A message that gets no link counts as missed.
"""

from __future__ import annotations

__all__ = ["Measure", "main", "measured", "table"]

import gzip
import json
import math
import sqlite3
import time
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

from gratitude.link import link
from gratitude.link.posts import Posts
from gratitude.link.stem import tokens
from gratitude.message import Earlier, Kind, Kinds, Message, Post, Tier
from gratitude.note import Via

REMARK = Kinds(kinds=(Kind.REMARK,), primary=Kind.REMARK)
MAX_WORDS = 60
"""Words of a message that FTS5 is asked for."""

Ranker = Callable[[Message], tuple[list[str], bool]]


@dataclass
class Past:
    """A history in which the posts of earlier messages are known."""

    known: list[Earlier] = field(default_factory=list)

    def by_message_id(self, message_id: str) -> Earlier | None:
        """Nothing: the messages stand alone."""
        return None

    def answers_to(self, message_id: str) -> Sequence[Earlier]:
        """Nothing."""
        return ()

    def like(self, message: Message) -> Sequence[Earlier]:
        """Nothing."""
        return ()

    def by_writer(self, address: str) -> Sequence[Earlier]:
        """Nothing."""
        return ()

    def about_posts(self) -> Sequence[Earlier]:
        """What was told so far."""
        return self.known


@dataclass(frozen=True)
class Measure:
    """Shares of the messages of one blog, and CPU milliseconds a message."""

    top1: float
    top5: float
    likely: float
    precise: float
    unlinked: float
    cpu_ms: float


def read(folder: Path) -> list[tuple[list[Post], list[tuple[Message, str]]]]:
    """Return the blogs of ``link_dev``: posts, and messages with their true posts in order of time."""
    blogs = []
    for file in sorted(folder.glob("*.posts.jsonl.gz")):
        posts = [
            Post(
                key=row["id"],
                slug=row["id"].rstrip("/").split("/")[-1],
                path=row["id"],
                titles=(row["title"] or "",),
                urls=(),
                day=date.fromisoformat(row["date"]) if row["date"] else None,
                words=row["text"] or "",
            )
            for row in _rows(file)
        ]
        rows = _rows(file.with_name(file.name.replace(".posts.", ".comments.")))
        rows.sort(key=lambda row: (row["date"] or "", str(row["id"])))
        blogs.append((posts, [(_message(row), row["post_id"]) for row in rows]))
    return blogs


def ours(posts: Sequence[Post], past: Past) -> Ranker:
    """Return our ranking: `link` as it is used, its index made."""
    catalogue = Posts(posts)
    index = catalogue.index
    _ = (index.names, index.pieces, [(index.places(i), index.forms(i)) for i in range(len(index))])

    def rank(message: Message) -> tuple[list[str], bool]:
        found = link(message, REMARK, catalogue, past).posts
        return [one.post for one in found], bool(found) and found[0].tier is Tier.LIKELY

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

    def rank(message: Message) -> tuple[list[str], bool]:
        words = list(dict.fromkeys(tokens(message.own_words)))[:MAX_WORDS]
        if not words:
            return [], False
        match = " OR ".join(f'"{word}"' for word in words)
        if not dated or not has_days or message.day is None:
            return [posts[i].key for i, _ in db.execute(f"{ask} LIMIT 5", (match,))], False
        scored = []
        for i, score in db.execute(ask, (match,)):
            day = posts[i].day
            if day is not None and (lag := (message.day - day).days) >= -1:
                scored.append((-score - 1.5 * math.log(1 + max(0, lag) / 7), -i))
        return [posts[-i].key for _, i in sorted(scored, reverse=True)[:5]], False

    return rank


def measured(rank: Ranker, messages: Iterable[tuple[Message, str]], past: Past | None = None) -> Measure:
    """Return how a ranking does; with ``past`` it is told each message's true post afterwards."""
    top1 = top5 = likely = precise = unlinked = count = 0
    cpu = 0.0
    for message, truth in messages:
        start = time.process_time()
        found, is_likely = rank(message)
        cpu += time.process_time() - start
        count += 1
        unlinked += not found
        top1 += found[:1] == [truth]
        top5 += truth in found
        likely += is_likely
        precise += is_likely and found[0] == truth
        if past is not None:
            past.known.append(Earlier(message=message, post=truth))
    return Measure(
        top1=top1 / count,
        top5=top5 / count,
        likely=likely / count,
        precise=precise / likely if likely else math.nan,
        unlinked=unlinked / count,
        cpu_ms=1000 * cpu / count,
    )


def table(blogs: Sequence[tuple[list[Post], list[tuple[Message, str]]]]) -> str:
    """Return the measure as a Markdown table, a blog a row and the mean of the blogs."""
    kinds = ("FTS5", "FTS5, date", "day one", "memory")
    rows: list[dict[str, Measure]] = []
    for posts, messages in blogs:
        past = Past()
        rows.append({
            "FTS5": measured(fts5(posts, dated=False), messages),
            "FTS5, date": measured(fts5(posts, dated=True), messages),
            "day one": measured(ours(posts, Past()), messages),
            "memory": measured(ours(posts, past), messages, past),
        })  # fmt: skip
    head = "| blog: posts, messages | " + " | ".join(f"{k} top-1/top-5" for k in kinds)
    lines = [
        head + " | likely, day one | likely, memory | no link | CPU ms: FTS5, day one, memory |",
        "|---" * (len(kinds) + 5) + "|",
    ]
    for i, ((posts, messages), row) in enumerate(zip(blogs, rows, strict=True)):
        cells = [f"{row[k].top1:.2f}/{row[k].top5:.2f}" for k in kinds]
        cells += [_likely(row["day one"]), _likely(row["memory"]), f"{row['day one'].unlinked:.2f}"]
        cells.append(", ".join(f"{row[k].cpu_ms:.1f}" for k in ("FTS5", "day one", "memory")))
        lines.append(f"| {chr(ord('A') + i)}: {len(posts)}, {len(messages)} | {' | '.join(cells)} |")
    means = [f"**{_mean(r[k].top1 for r in rows):.3f}/{_mean(r[k].top5 for r in rows):.3f}**" for k in kinds]
    ratio = _mean(r["day one"].cpu_ms / r["FTS5"].cpu_ms for r in rows)
    lines.append(f"| mean | {' | '.join(means)} | | | | day one is {ratio:.1f} times FTS5 |")
    return "\n".join(lines)


def main(data: Path) -> str:
    """Return the report on ``link_dev`` in the folder ``data``."""
    return "## Links\n\n" + table(read(data / "link_dev"))


def _likely(measure: Measure) -> str:
    return f"{measure.precise:.2f} right at {measure.likely:.2f}" if measure.likely else "none"


def _mean(values: Iterable[float]) -> float:
    numbers = list(values)
    return sum(numbers) / len(numbers)


def _rows(file: Path) -> list[dict[str, Any]]:
    with gzip.open(file, "rt", encoding="utf-8") as lines:
        return [json.loads(line) for line in lines]


def _message(row: dict[str, Any]) -> Message:
    sent = datetime.combine(date.fromisoformat(row["date"]), datetime.min.time(), UTC) if row["date"] else None
    return Message(identity=f"wp:example:{row['id']}", via=Via.IMPORT, own_words=row["text"] or "", sent=sent)
