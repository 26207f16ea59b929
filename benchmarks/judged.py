"""Comments as screening sees them, models fitted on other blogs, and what comes of both (``benchmarks.screening``)."""

from __future__ import annotations

import gzip
import json
import re
import sys
import time
from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import cache
from math import log
from pathlib import Path
from statistics import mean

sys.path.insert(0, str(Path(__file__).parent.parent / "plugins"))

from gratitude.classify import classify
from gratitude.inbox.memory import MemoryHistory
from gratitude.link import link
from gratitude.link.posts import Posts
from gratitude.message import Form, Kinds, Level, Links, Message, Person, Post, Site
from gratitude.note import Via
from gratitude.screen import screen
from gratitude.screen.prior import LEAST, MOST, SHARE
from gratitude.screen.rules import BASE
from gratitude.screen.seen import look
from gratitude.screen.tokens import shape_of, words_of
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


GUARDS = frozenset({"thanks-guard", "pitch-guard", "for-you", "learner-guard"})
PAST = frozenset({"repeated", "shared-words", "shared-host"})
BLOCKLIST = re.compile(
    r"viagra|cialis|levitra|casino|poker|roulette|jackpot|betting|loan|mortgage|credit card|insurance|forex|bitcoin|porn"
    r"|xxx|escort|dating|pills?\\b|pharmacy|replica|rolex|handbag|jersey|outlet|discount|cheap|coupon|backlink|\\bseo\\b"
    r"|essay|make money|earn money|work from home|weight loss|diet|click here|buy now|free trial|hack"
)
Value = Callable[["Judged", float], float]


@dataclass(frozen=True)
class Judged:
    """One comment with what screening said with its blog's queue at hand; ``marks`` are its words by number."""

    row: Row
    level: Level
    signals: tuple[tuple[str, float], ...]
    marks: dict[int, str]
    lessons: frozenset[int]
    bare_thanks: bool
    flat: str
    group: tuple[str, ...]
    cpu_s: float

    @property
    def is_guarded(self) -> bool:
        """Say whether the thanks guard covers it."""
        return self.bare_thanks and not any(code in {"repeated", "honeypot"} for code, _ in self.signals)


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


def judge(rows: Sequence[Row], catalogues: Mapping[str, Posts]) -> list[Judged]:
    """Return what screening says of each uncontested row, with the queue of its blog at hand."""
    queues = defaultdict(list)
    for row in rows:
        queues[row.blog].append(row.message)
    histories = {blog: MemoryHistory(queue) for blog, queue in queues.items()}
    judged = []
    for row in rows:
        if row.contested:
            continue
        history = histories[row.blog].before(row.message)
        posts = catalogues.get(row.blog)
        links = link(row.message, row.kinds, posts, history) if posts is not None else Links()
        start = time.process_time()
        verdict = screen(row.message, row.kinds, links, history, site=Site(), now=NOW)
        spent = time.process_time() - start
        seen = look(row.message, row.kinds, links, Site())
        words = words_of(seen.flat)
        judged.append(
            Judged(
                row=row, level=verdict.level, signals=tuple((s.code, s.weight) for s in verdict.signals), marks=words,
                lessons=frozenset({*words, *shape_of(seen)}), bare_thanks=seen.is_bare_thanks, flat=seen.flat,
                group=(*(f.host for f in seen.outside), seen.website.host if seen.website else "")[:1], cpu_s=spent,
            )
        )  # fmt: skip
    return judged


# --- what is measured: a number for each comment, from its signals and from what a fitted model says of it ------------


def rules(one: Judged, _fitted: float = 0.0, without: frozenset[str] = PAST) -> float:
    """Return the log-odds of the hand-set rules, without those on the past and on names if asked."""
    return BASE + sum(w for code, w in one.signals if code not in GUARDS and code != "prior" and code not in without)


def with_prior(one: Judged, fitted: float, without: frozenset[str] = PAST) -> float:
    """Return rules and prior together, as the package adds them."""
    return rules(one, without=without) + max(LEAST, min(MOST, SHARE * fitted))


def is_name(code: str) -> bool:
    """Say whether a rule looks at the writer's name or website."""
    return code.startswith(("name-", "website")) or code in {"deep-website", "throwaway"}


class Models:
    """Scores of models that were fitted without the blog of the row, and without one other: made when asked for."""

    def __init__(self, judged: Sequence[Judged], fit: Callable[[frozenset[str]], Callable[[Judged], float]]) -> None:
        self._rows: dict[str, list[int]] = defaultdict(list)
        for i, one in enumerate(judged):
            self._rows[one.row.blog].append(i)
        self._judged, self.fit = judged, cache(fit)
        self._scores: dict[tuple[str, str], dict[int, float]] = {}

    def scores(self, blog: str, other: str) -> dict[int, float]:
        """Return the scores of the rows of ``blog`` by the model that saw neither it nor ``other``."""
        if (blog, other) not in self._scores:
            score = self.fit(frozenset({blog, other}))
            for one, two in ((blog, other), (other, blog)):
                self._scores[one, two] = {i: score(self._judged[i]) for i in self._rows[one]}
        return self._scores[blog, other]


def nothing_fitted(judged: Sequence[Judged]) -> Models:
    """Return models that say 0."""
    return Models(judged, lambda _without: lambda _one: 0.0)


def bayes(judged: Sequence[Judged]) -> Models:
    """Return naive Bayes over words and pairs, trained on the other blogs."""
    counts: dict[str, tuple[dict[int, list[int]], list[int]]] = {}
    for one in judged:
        known, totals = counts.setdefault(one.row.blog, (defaultdict(lambda: [0, 0]), [0, 0]))
        totals[one.row.is_spam] += 1
        for mark in one.marks:
            known[mark][one.row.is_spam] += 1

    def fit(without: frozenset[str]) -> Callable[[Judged], float]:
        used = [counts[blog] for blog in counts if blog not in without]
        hams, spams = (sum(totals[side] for _, totals in used) + 1 for side in (0, 1))

        def score(one: Judged) -> float:
            total = 0.0
            for mark in one.marks:
                found = [known[mark] for known, _ in used if mark in known]
                ham, spam = sum(f[0] for f in found), sum(f[1] for f in found)
                total += log((spam + 0.5) / spams) - log((ham + 0.5) / hams)
            return total

        return score

    return Models(judged, fit)


# --- how it is measured ------------------------------------------------------------------------------------------------


@dataclass(frozen=True)
class Result:
    """What came of one way to judge, at "unsure" and at "spam": shares by blog, rows held, the bar of all blogs."""

    recall: tuple[dict[str, float], dict[str, float]]
    held: tuple[dict[str, float], dict[str, float]]
    pooled: tuple[float, float]
    bars: tuple[float, float]
    thanks: tuple[int, int]
    guarded: int


def by_blog(judged: Sequence[Judged], *, is_spam: bool) -> dict[str, list[int]]:
    """Return the numbers of the rows of the blogs that have enough of them."""
    blogs: dict[str, list[int]] = defaultdict(list)
    for i, one in enumerate(judged):
        if one.row.is_spam is is_spam:
            blogs[one.row.blog].append(i)
    return {blog: found for blog, found in blogs.items() if len(found) >= MANY}


def bar(sides: Sequence[Sequence[float]], aim: float) -> float:
    """Return the value above which, in the mean of the sides, a share of at most ``aim`` lies."""
    weighed = sorted(((value, 1 / len(side) / len(sides)) for side in sides for value in side), reverse=True)
    lost = 0.0
    for value, weight in weighed:
        lost += weight
        if lost > aim:
            return value
    return weighed[-1][0] - 1 if weighed else 0.0


def measured(judged: Sequence[Judged], models: Models, value: Value) -> Result:
    """Return what ``value`` reaches with bars that were chosen on other blogs."""
    spam, ham = by_blog(judged, is_spam=True), by_blog(judged, is_spam=False)

    def values(blog: str, other: str, rows: Sequence[int]) -> list[float]:
        scores = models.scores(blog, other)
        return [value(judged[i], scores[i]) for i in rows]

    recall: tuple[dict[str, float], dict[str, float]] = ({}, {})
    held: tuple[dict[str, float], dict[str, float]] = ({}, {})
    thanks, lost, guarded = [0, 0], [0, 0], 0
    own = {blog: values(blog, blog, rows) for blog, rows in ham.items()}
    for blog in {*spam, *ham}:
        others = [values(c, blog, rows) for c, rows in ham.items() if c != blog] or [*own.values()]
        bars = [bar(others, aim) for _, aim in AIMS]
        for rows, shares in ((spam.get(blog), recall), (ham.get(blog), held)):
            if not rows:
                continue
            found = values(blog, blog, rows)
            over = [
                [v > bars[0] for v in found],
                [v > bars[1] and not judged[i].is_guarded for i, v in zip(rows, found, strict=True)],
            ]
            for side in (0, 1):
                shares[side][blog] = mean(over[side])
            if shares is held:
                lost = [n + sum(o) for n, o in zip(lost, over, strict=True)]
                words = [bool(THANK_WORD.search(judged[i].row.message.own_words)) for i in rows]
                thanks[0] += sum(words)
                thanks[1] += sum(a and b for a, b in zip(words, over[1], strict=True))
                guarded += sum(judged[i].is_guarded and o for i, o in zip(rows, over[1], strict=True))
    count = sum(map(len, ham.values())) or 1
    whole = [bar([*own.values()], aim) for _, aim in AIMS] if own else [0.0, 0.0]
    return Result(
        recall, held, (lost[0] / count, lost[1] / count), (whole[0], whole[1]), (thanks[1], thanks[0]), guarded
    )
