"""How well local screening tells spam from readers' comments: ``python -m benchmarks.screening --data DIR``.

``DIR`` holds ``spam_dev.jsonl.gz`` and ``ham_dev.jsonl.gz`` (JSON lines with id, blog, post_id, date, author, url, text
and contested) and ``link_dev/*.posts.jsonl.gz``. Blogs appear as letters; nothing of a comment is printed. Contested rows
are left out. Recall is the mean over the blogs with 50 or more spam, "held" the mean over those with 50 or more
published comments.

Whatever is fitted is fitted without the blog it is measured on: the prior (``benchmarks.prior``) and naive Bayes are
trained on the other blogs; the bars are those at which the other blogs would lose 3 % and .5 % of their published
comments, by scores of models that saw neither of the two blogs. The weights of the rules are set by hand, and the rules
were written while reading these blogs: for them the figures are hopeful.
"""

from __future__ import annotations

import argparse
import sys
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from random import Random
from statistics import mean, median

sys.path.insert(0, str(Path(__file__).parent.parent / "plugins"))

from gratitude.inbox.memory import MemoryHistory
from gratitude.message import Level
from gratitude.screen import SPAM, UNSURE

from .judged import (
    BLOCKLIST,
    GUARDS,
    THANK_WORD,
    Judged,
    Models,
    Result,
    Value,
    bar,
    bayes,
    by_blog,
    is_name,
    judge,
    measured,
    nothing_fitted,
    read_posts,
    read_rows,
    rules,
    with_prior,
)
from .prior import priors


def line(name: str, r: Result) -> str:
    """Return one line of the main table."""
    cells = [name]
    for side in (0, 1):
        cells.append(f"{_mean(r.recall[side]):.3f}")
        cells.append(f"{_mean(r.held[side]):.2%} ({r.pooled[side]:.2%})")
    cells += [f"{r.thanks[0]} of {r.thanks[1]}", f"{r.guarded}", f"{r.bars[0]:.2f}, {r.bars[1]:.2f}"]
    return f"| {' | '.join(cells)} |"


def _mean(shares: Mapping[str, float]) -> float:
    return mean(shares.values()) if shares else 0.0


def as_shipped(judged: Sequence[Judged]) -> Result:
    """Return what the levels of the package give: its own bars and its own prior, which knows these blogs."""
    sides = []
    for levels in ((Level.UNSURE, Level.SPAM, Level.DISCARD), (Level.SPAM, Level.DISCARD)):
        for is_spam in (True, False):
            blogs = by_blog(judged, is_spam=is_spam)
            sides.append({blog: mean(judged[i].level in levels for i in rows) for blog, rows in blogs.items()})
    ham = [judged[i] for rows in by_blog(judged, is_spam=False).values() for i in rows]
    words = [one for one in ham if THANK_WORD.search(one.row.message.own_words)]
    at_spam = [one for one in words if one.level is Level.SPAM]
    pooled = [mean([o.level in levels for o in ham] or [0]) for levels in ((Level.UNSURE, Level.SPAM), (Level.SPAM,))]
    guarded = sum(one.is_guarded and one.level is Level.SPAM for one in ham)
    return Result(
        (sides[0], sides[2]),
        (sides[1], sides[3]),
        (pooled[0], pooled[1]),
        (UNSURE, SPAM),
        (len(at_spam), len(words)),
        guarded,
    )


def largest_group(judged: Sequence[Judged]) -> frozenset[int]:
    """Return the rows (by identity of the object) of the largest campaign: spam of one blog that leads to one host."""
    groups: dict[tuple[str, ...], list[int]] = defaultdict(list)
    for one in judged:
        if one.row.is_spam and one.group != ("",):
            groups[one.row.blog, *one.group].append(id(one))
    return frozenset(max(groups.values(), key=len, default=[]))


def rule_table(judged: Sequence[Judged], models: Models, whole: Result) -> list[str]:
    """Return, for each rule: how often it speaks on spam and on published comments, and what is lost without it."""
    spam, ham = by_blog(judged, is_spam=True), by_blog(judged, is_spam=False)
    lines = []
    for code in sorted({code for one in judged for code, _ in one.signals} - GUARDS):
        speaks = [
            mean(mean(any(c == code for c, _ in judged[i].signals) for i in rows) for rows in side.values())
            for side in (spam, ham)
        ]
        if code == "prior":
            less = measured(judged, models, lambda one, _f: rules(one, without=frozenset()))
        else:
            less = measured(judged, models, lambda one, f, c=code: with_prior(one, f, frozenset({c})))  # type: ignore[misc]
        lost = [_mean(whole.recall[side]) - _mean(less.recall[side]) for side in (0, 1)]
        lines.append(f"| {code} | {speaks[0]:.3f} | {speaks[1]:.3f} | {lost[0]:+.4f} | {lost[1]:+.4f} |")
    return lines


def blog_table(judged: Sequence[Judged], whole: Result, unnamed: Result) -> list[str]:
    """Return one line for each blog that counts, named by a letter; held also without the rules on names."""
    lines = []
    for number, blog in enumerate(sorted({one.row.blog for one in judged})):
        s, h = (f"{whole.recall[side][blog]:.3f}" if blog in whole.recall[side] else "" for side in (0, 1))
        held = [
            f"{r.held[side][blog]:.2%}" if blog in r.held[side] else "" for r in (whole, unnamed) for side in (0, 1)
        ]
        if s or held[0]:
            lines.append(f"| {chr(ord('A') + number)} | {s} | {h} | {' | '.join(held)} |")
    return lines


# --- learning ----------------------------------------------------------------------------------------------------------

SIZES = (20, 50, 100, 400)
SHUFFLES = 20


def curve(judged: Sequence[Judged], models: Models, value: Value) -> list[str]:
    """Return recall at 1 % false positives after so many decisions, equal numbers of both, a fixed third held out."""
    from gratitude.message import Lessons
    from gratitude.screen.learned import strongest, weight_of

    spam, ham = by_blog(judged, is_spam=True), by_blog(judged, is_spam=False)
    sums: dict[int, list[tuple[float, float, float, float]]] = defaultdict(list)
    for blog in sorted(blog for blog in {*spam} & {*ham} if min(len(spam[blog]), len(ham[blog])) >= 90):
        sides = [Random(f"{side}").sample(rows, len(rows)) for side, rows in ((1, spam[blog]), (0, ham[blog]))]
        held = [i for rows in sides for i in rows[: len(rows) // 3]]
        pools = [rows[len(rows) // 3 :] for rows in sides]
        day_one = {i: value(judged[i], score) for i, score in models.scores(blog, blog).items()}
        for size in SIZES:
            if min(map(len, pools)) < size // 2:
                continue
            runs = []
            for shuffle in range(SHUFFLES):
                taught = MemoryHistory([])
                draw = Random(f"{size} {shuffle}")
                for pool, is_spam in zip(pools, (True, False), strict=True):
                    for i in draw.sample(pool, size // 2):
                        taught.teach(judged[i].lessons, is_spam=is_spam)
                history = taught.before(judged[held[0]].row.message)
                lessons: dict[int, Lessons] = {i: history.lessons(judged[i].lessons) for i in held}
                alone = {i: sum(part for part, _ in strongest(found)) for i, found in lessons.items()}
                both = {i: day_one[i] + weight_of(found) for i, found in lessons.items()}
                runs.append(tuple(_recall_at(judged, held, by, 0.01) for by in (alone, both, day_one)))
            means = [mean(r[k] for r in runs) for k in range(3)]
            spread = (sum((r[1] - means[1]) ** 2 for r in runs) / max(1, len(runs) - 1) / len(runs)) ** 0.5
            sums[size].append((means[0], means[1], means[2], spread))
    return [
        f"| {size} | {len(found)} | {mean(f[0] for f in found):.3f} | {mean(f[1] for f in found):.3f} "
        f"| {mean(f[2] for f in found):.3f} | {min((f[1] - f[2] for f in found), default=0):+.3f} "
        f"| {max(f[3] for f in found):.3f} |"
        for size, found in sorted(sums.items())
    ]


def _recall_at(judged: Sequence[Judged], rows: Sequence[int], values: Mapping[int, float], aim: float) -> float:
    at = bar([[values[i] for i in rows if not judged[i].row.is_spam]], aim)
    return mean(values[i] > at for i in rows if judged[i].row.is_spam)


def table(head: str, lines: Iterable[str]) -> None:
    """Print a table in Markdown."""
    print("\n".join([head, "|---" * (head.count("|") - 1) + "|", *lines, ""]), flush=True)


def main(argv: Sequence[str] | None = None) -> int:
    """Measure and print tables in Markdown."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.screening", description="How well screening does.")
    parser.add_argument("--data", type=Path, required=True, metavar="DIR", help="folder with spam_dev and ham_dev")
    folder = parser.parse_args(argv).data
    judged = judge(read_rows(folder), read_posts(folder))
    fitted, plain = priors(judged), nothing_fitted(judged)
    every: frozenset[str] = frozenset()
    names = frozenset(code for one in judged for code, _ in one.signals if is_name(code))
    spam = sum(one.row.is_spam for one in judged)
    print(f"{spam} spam, {len(judged) - spam} published; the package's bars {UNSURE:g}, {SPAM:g}\n")
    whole = measured(judged, fitted, lambda one, f: with_prior(one, f, every))
    unnamed = measured(judged, fitted, lambda one, f: with_prior(one, f, names))
    largest = largest_group(judged)
    fewer = [one for one in judged if id(one) not in largest]
    head = "| | unsure: recall | held: macro (pooled) | spam: recall | held: macro (pooled) | thank-words at spam | guarded | bars |"
    table(
        head,
        [
            line("blocklist, hits", measured(judged, plain, lambda one, _f: len(BLOCKLIST.findall(one.flat)))),
            line("naive Bayes", measured(judged, bayes(judged), lambda _one, f: f)),
            line("hand rules alone", measured(judged, plain, rules)),
            line("prior alone", measured(judged, fitted, lambda _one, f: f)),
            line("**each message alone**: rules, prior", measured(judged, fitted, with_prior)),
            line("rules, queue", measured(judged, plain, lambda one, f: rules(one, f, every))),
            line("**whole queue at hand**: rules, prior, queue", whole),
            line("the same without rules on names and addresses", unnamed),
            line("as the package stands (its prior knows these blogs)", as_shipped(judged)),
        ],
    )
    small = Models(fewer, fitted.fit)
    table(
        head.replace("| |", f"| without the largest group ({len(largest)} rows) |", 1),
        [
            line("each message alone", measured(fewer, small, with_prior)),
            line("whole queue at hand", measured(fewer, small, lambda one, f: with_prior(one, f, every))),
        ],
    )
    head = "| blog | recall, unsure | recall, spam | held | at spam | held without names | at spam without names |"
    table(head, blog_table(judged, whole, unnamed))
    head = "| decisions | blogs | learner alone | with the day-one score | untaught | worst blog against untaught | largest standard error |"
    table(head, curve(judged, fitted, lambda one, f: with_prior(one, f, every)))
    costs = [one.cpu_s * 1000 for one in judged]
    print(
        f"{median(costs):.2f} ms CPU a message (median), {mean(costs):.2f} (mean), screening with the queue at hand\n",
        flush=True,
    )
    table(
        "| rule | on spam | on published | recall lost without it, unsure | spam |", rule_table(judged, fitted, whole)
    )
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
