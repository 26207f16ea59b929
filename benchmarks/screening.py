"""How well local screening tells spam from readers' comments: ``python -m benchmarks.screening --data DIR``.

``DIR`` holds ``spam_dev.jsonl.gz`` and ``ham_dev.jsonl.gz``: JSON lines with id, blog, post_id, date, author, url, text
and contested. Blogs appear as letters; nothing of a comment is printed. Recall is the mean over the blogs with 50 or
more spam, "held" the mean over those with 50 or more published comments; contested rows are left out. Each message is
screened once alone, and once with its blog's whole queue at hand (a message sees the earlier ones). Nothing is fitted
here: the rules and the two thresholds are those of the package. The last table moves the thresholds, for each blog
measured, to what the other blogs would have chosen.
"""

from __future__ import annotations

import argparse
import gzip
import json
import re
import sys
import time
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from statistics import mean, median

sys.path.insert(0, str(Path(__file__).parent.parent / "plugins"))

from gratitude.classify import classify
from gratitude.inbox.memory import MemoryHistory
from gratitude.link import link
from gratitude.link.posts import Posts
from gratitude.message import Form, Kind, Kinds, Level, Links, Message, Person, Post, Site, Verdict
from gratitude.note import Via
from gratitude.screen import SPAM, UNSURE, screen
from gratitude.screen.rules import BASE
from gratitude.text import clean

MANY = 50
"""A blog counts in a mean from this many rows on: one of twelve would swing it by a point."""
AIMS = (("unsure", 0.03), ("spam", 0.005))
NOW = datetime(2026, 1, 1, tzinfo=UTC)
MASKED = re.compile(r"((?:[\w-]{1,63}\.){1,6}[a-z]{2,20})\.example\b", re.IGNORECASE)
THANK_WORD = re.compile(r"\b(?:thank|thanks|thx|helped|saved my)", re.IGNORECASE)


@dataclass(frozen=True)
class Row:
    """One comment with what is known of it."""

    blog: str
    is_spam: bool
    contested: bool
    message: Message
    kinds: Kinds


@dataclass(frozen=True)
class Judged:
    """One comment with what a judge said: log-odds, or for the baseline a count."""

    row: Row
    value: float
    level: Level
    codes: tuple[str, ...] = ()
    cpu_s: float = 0.0


def read_rows(folder: Path) -> list[Row]:
    """Return all rows of the two files, with the mask ``.example`` taken off the hosts."""
    rows = []
    for name, is_spam in (("spam_dev", True), ("ham_dev", False)):
        with gzip.open(folder / f"{name}.jsonl.gz", "rt", encoding="utf-8") as lines:
            for number, line in enumerate(lines):
                rows.append(_row(json.loads(line), is_spam, f"{name}:{number}"))
    return rows


def _plain(masked: str | None) -> str:
    return MASKED.sub(r"\1", clean(masked or ""))


def _row(raw: dict[str, str], is_spam: bool, identity: str) -> Row:
    words = _plain(raw["text"])
    message = Message(
        identity=identity,
        message_id=identity,
        via=Via.COMMENT,
        sender=Person(_plain(raw["author"])),
        sent=datetime.fromisoformat(raw["date"][:10]).replace(tzinfo=UTC) if raw["date"] else None,
        body=words,
        own_words=words,
        form=Form(post=raw["post_id"] or "", author_url=_plain(raw["url"])),
    )
    return Row(raw["blog"], is_spam, bool(raw["contested"]), message, classify(message))


def read_posts(folder: Path) -> dict[str, Posts]:
    """Return the posts of the blogs that have a file under ``link_dev``; the others' specificity is unknown."""
    catalogues = {}
    for path in sorted(folder.glob("link_dev/*.posts.jsonl.gz")):
        with gzip.open(path, "rt", encoding="utf-8") as lines:
            raw = [json.loads(line) for line in lines]
        day = {p["id"]: datetime.fromisoformat(p["date"][:10]).date() if p["date"] else None for p in raw}
        catalogues[path.name.split(".")[0]] = Posts(
            [
                Post(
                    key=p["id"],
                    slug=p["id"],
                    path=p["id"],
                    titles=(p["title"] or "",),
                    urls=(),
                    day=day[p["id"]],
                    words=p["text"],
                )
                for p in raw
            ]
        )
    return catalogues


def judge(rows: Sequence[Row], catalogues: Mapping[str, Posts], *, with_queue: bool) -> list[Judged]:
    """Return the verdict on each row, with the queue of its blog at hand or with no history."""
    nobody = MemoryHistory([])
    queues = defaultdict(list)
    for row in rows:
        queues[row.blog].append(row.message)
    histories = {blog: MemoryHistory(queue) for blog, queue in queues.items()} if with_queue else {}
    judged = []
    for row in rows:
        history = histories.get(row.blog, nobody).before(row.message)
        posts = catalogues.get(row.blog)
        links = link(row.message, row.kinds, posts, history) if posts is not None else Links()
        start = time.process_time()
        verdict = screen(row.message, row.kinds, links, history, site=Site(), now=NOW)
        judged.append(
            Judged(
                row, total(verdict), verdict.level, tuple(s.code for s in verdict.signals), time.process_time() - start
            )
        )
    return judged


def total(verdict: Verdict) -> float:
    """Return the log-odds that a verdict's signals add up to."""
    return BASE + sum(s.weight for s in verdict.signals)


def count_links(rows: Sequence[Row]) -> list[Judged]:
    """The baseline: one link, in the text or as website, is unsure; two are spam."""
    judged = []
    for row in rows:
        links = len(re.findall(r"https?://", row.message.own_words)) + bool(row.message.form.author_url)
        judged.append(Judged(row, links, Level.SPAM if links >= 2 else Level.UNSURE if links else Level.OK))
    return judged


def by_blog(judged: Iterable[Judged], *, is_spam: bool) -> dict[str, list[Judged]]:
    """Return the uncontested rows of the blogs that have enough of them."""
    blogs = defaultdict(list)
    for one in judged:
        if one.row.is_spam is is_spam and not one.row.contested:
            blogs[one.row.blog].append(one)
    return {blog: found for blog, found in blogs.items() if len(found) >= MANY}


def share(found: Sequence[Judged], *levels: Level) -> float:
    """Return the share of rows at one of ``levels``."""
    return sum(one.level in levels for one in found) / len(found) if found else 0.0


def macro(blogs: dict[str, list[Judged]], *levels: Level) -> float:
    """Return the mean of the blogs' shares."""
    return mean(share(found, *levels) for found in blogs.values()) if blogs else 0.0


HELD = (Level.UNSURE, Level.SPAM, Level.DISCARD)
CONDEMNED = (Level.SPAM, Level.DISCARD)


def summary(name: str, judged: Sequence[Judged]) -> str:
    """Return one line of the main table."""
    spam, ham = by_blog(judged, is_spam=True), by_blog(judged, is_spam=False)
    open_ham = [one for one in judged if not one.row.is_spam and not one.row.contested]
    thanks = [one for one in open_ham if Kind.THANKS in one.row.kinds]
    condemned = sum(one.level in CONDEMNED for one in thanks)
    cells = (
        name,
        f"{macro(spam, *HELD):.3f}",
        f"{macro(spam, *CONDEMNED):.3f}",
        f"{macro(ham, *HELD):.2%} ({share(open_ham, *HELD):.2%})",
        f"{macro(ham, *CONDEMNED):.2%} ({share(open_ham, *CONDEMNED):.2%})",
        f"{condemned} of {len(thanks)} ({share(thanks, *CONDEMNED):.2%})",
    )
    return f"| {' | '.join(cells)} |"


def elsewhere(judged: Sequence[Judged]) -> str:
    """Return recall and held with thresholds that the other blogs' comments would have chosen (3 % and .5 % held)."""
    spam, ham = by_blog(judged, is_spam=True), by_blog(judged, is_spam=False)
    cells = []
    for _, aim in AIMS:

        def bar(without: str, aim: float = aim) -> float:
            values = sorted({o.value for found in ham.values() for o in found})
            others = [found for blog, found in ham.items() if blog != without] or list(ham.values())
            return next(
                (v for v in values if mean(sum(o.value > v for o in f) / len(f) for f in others) <= aim), values[-1]
            )

        bars = {blog: bar(blog) for blog in {*spam, *ham, ""}}
        recall, held = (
            mean(sum(o.value > bars[blog] for o in found) / len(found) for blog, found in side.items())
            for side in (spam, ham)
        )
        cells.append(f"{recall:.3f}, {held:.2%} (bar {bars['']:.2f})")
    return " | ".join(cells)


def rule_table(judged: Sequence[Judged]) -> list[str]:
    """Return, for each rule, how often it speaks on spam and on published comments (means over blogs)."""
    spam, ham = by_blog(judged, is_spam=True), by_blog(judged, is_spam=False)
    codes = sorted({code for one in judged for code in one.codes})

    def speaks(blogs: dict[str, list[Judged]], code: str) -> float:
        return mean(sum(code in o.codes for o in found) / len(found) for found in blogs.values())

    return [f"| {code} | {speaks(spam, code):.3f} | {speaks(ham, code):.3f} |" for code in codes]


def blog_table(judged: Sequence[Judged]) -> list[str]:
    """Return one line for each blog that counts, named by a letter."""
    spam, ham = by_blog(judged, is_spam=True), by_blog(judged, is_spam=False)
    lines = []
    for number, blog in enumerate(sorted({one.row.blog for one in judged})):
        s, h = spam.get(blog, []), ham.get(blog, [])
        caught = f"{len(s)} | {share(s, *HELD):.3f} | {share(s, *CONDEMNED):.3f}" if s else " | | "
        lost = f"{len(h)} | {share(h, *HELD):.2%} | {share(h, *CONDEMNED):.2%}" if h else " | | "
        if s or h:
            lines.append(f"| {chr(ord('A') + number)} | {caught} | {lost} |")
    return lines


def table(head: str, lines: Iterable[str]) -> None:
    """Print a table in Markdown."""
    print("\n".join([head, "|---" * (head.count("|") - 1) + "|", *lines, ""]))


def main(argv: Sequence[str] | None = None) -> int:
    """Measure and print tables in Markdown."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.screening", description="How well screening does.")
    parser.add_argument("--data", type=Path, required=True, metavar="DIR", help="folder with spam_dev and ham_dev")
    folder = parser.parse_args(argv).data
    rows, posts = read_rows(folder), read_posts(folder)
    alone, queue = judge(rows, posts, with_queue=False), judge(rows, posts, with_queue=True)
    runs = (
        ("links counted", count_links(rows)),
        ("rules, no post known", judge(rows, {}, with_queue=False)),
        ("rules, each message alone", alone),
        ("rules, whole queue at hand", queue),
    )
    print(
        f"{sum(r.is_spam for r in rows)} spam, {sum(not r.is_spam for r in rows)} published; bars {UNSURE:g}, {SPAM:g}\n"
    )
    head = "| | recall, unsure | recall, spam | held: macro (pooled) | at spam | thanks at spam |"
    table(head, (summary(name, judged) for name, judged in runs))
    head = "| bars of the other blogs | unsure: recall, held | spam: recall, held |"
    table(head, (f"| {name} | {elsewhere(judged)} |" for name, judged in runs[1:]))
    table("| blog | spam | at unsure | at spam | published | held | at spam |", blog_table(queue))
    table("| rule | on spam | on published |", rule_table(queue))
    for name, judged in runs[2:]:
        costs = [one.cpu_s * 1000 for one in judged]
        print(f"{name}: {median(costs):.2f} ms CPU a message (median), {mean(costs):.2f} (mean), screening alone")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
