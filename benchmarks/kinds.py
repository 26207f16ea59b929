"""How well kinds are told: thanks and questions on hand-labelled comments, beside two base lines.

Rows whose ``contested`` names a label are left out of the measure of that label. Blogs appear as letters.
"""

from __future__ import annotations

__all__ = ["main", "measured", "table"]

import json
import random
import re
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from typing import Any

from gratitude.classify import classify
from gratitude.message import Message
from gratitude.note import Via

WORD_LIST = re.compile(r"\b(thank|thanks|thank you|thx|appreciate)", re.IGNORECASE)
LABELS = ("thanks", "question")
ROUNDS = 1_000
"""Bootstrap samples of an interval."""

Row = Mapping[str, Any]
Rule = Callable[[Row], bool]


def kinds_of(row: Row) -> tuple[str, ...]:
    """Return what classify says of a row."""
    message = Message(
        identity=f"wp:example:{row['id']}",
        via=Via.IMPORT,
        own_words=row["text"],
        in_reply_to="?" if row.get("reply") else "",
    )
    return tuple(str(k) for k in classify(message).kinds)


def measured(pairs: Iterable[tuple[bool, bool]]) -> tuple[float, float, float]:
    """Return precision, recall and F1 of pairs (label, answer); 0 where there is nothing to divide."""
    pairs = list(pairs)
    hits = sum(label and answer for label, answer in pairs)
    said, true = sum(answer for _, answer in pairs), sum(label for label, _ in pairs)
    precision, recall = hits / said if said else 0.0, hits / true if true else 0.0
    return precision, recall, 2 * hits / (said + true) if said + true else 0.0


def interval(pairs: list[tuple[bool, bool]], seed: int = 1) -> tuple[float, float]:
    """Return the middle 95 % of F1 over `ROUNDS` bootstrap samples."""
    chance = random.Random(seed)
    scores = sorted(measured(chance.choices(pairs, k=len(pairs)))[2] for _ in range(ROUNDS)) if pairs else [0.0]
    return scores[int(0.025 * len(scores))], scores[int(0.975 * len(scores))]


def table(rows: list[Row]) -> str:
    """Return the measure as a Markdown table: pooled, then by blog."""
    answers = {row["id"]: kinds_of(row) for row in rows}
    base: dict[str, tuple[str, Rule]] = {
        "thanks": ("word list", lambda row: bool(WORD_LIST.search(row["text"]))),
        "question": ('contains "?"', lambda row: "?" in row["text"]),
    }
    lines = ["| label, rows | positives | P | R | F1 | 95 % | base line F1 |", "|---|---|---|---|---|---|---|"]
    for label in LABELS:
        name, rule = base[label]
        used = [row for row in rows if label not in row["contested"]]
        for blog, part in [("all blogs", used), *_by_blog(used)]:
            pairs = [(bool(row[label]), label in answers[row["id"]]) for row in part]
            p, r, f1 = measured(pairs)
            low, high = interval(pairs)
            other = measured((bool(row[label]), rule(row)) for row in part)[2]
            positives = sum(label for label, _ in pairs)
            lines.append(
                f"| {label}, {blog}: {len(part)} | {positives} | {p:.3f} | {r:.3f} | **{f1:.3f}** | {low:.2f}-{high:.2f} "
                f"| {other:.3f} ({name}) |"
            )
    return "\n".join(lines)


def _by_blog(rows: list[Row]) -> list[tuple[str, list[Row]]]:
    """Return the rows of each blog, the largest first, under a letter."""
    blogs: dict[str, list[Row]] = {}
    for row in rows:
        blogs.setdefault(row["blog"], []).append(row)
    order = sorted(blogs, key=lambda blog: (-len(blogs[blog]), blog))
    return [(f"blog {chr(ord('A') + i)}", blogs[blog]) for i, blog in enumerate(order)]


def main(data: Path) -> str:
    """Return the report on ``kinds_dev.jsonl`` in the folder ``data``."""
    with (data / "kinds_dev.jsonl").open(encoding="utf-8") as lines:
        return "## Kinds\n\n" + table([json.loads(line) for line in lines])
