"""Fits the one table of weights by which posts are ranked: ``python -m benchmarks.fit_links --data DIR``.

A listwise logistic fit: of the posts that were looked at, the true one should have the largest share. Every blog counts
the same, whatever its size. The weights of the words are shared by the situations in which earlier messages are known
or guessed (one set for all loses .004 of the first on day one); the rest have their own in each. It prints the table of ``gratitude/link/weights.py``; ``--write`` puts it there. Pure Python: Newton's method, a
few seconds a step.
"""

from __future__ import annotations

__all__ = ["Row", "fitted", "gathered", "main", "printed"]

import argparse
import math
import random
import re
import sys
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent / "plugins"))

from benchmarks.link_data import Blog, Past, read
from gratitude.link.guesses import asked_of, guesses
from gratitude.link.known import known
from gratitude.link.posts import Posts
from gratitude.link.rank import ranking
from gratitude.link.weights import TABLE, Weights
from gratitude.message import Earlier

TEXT = ("body", "window", "title", "titled", "names")
OWN = ("pairs", "to_reader", "rate", "alike")
SETS = ("nothing known", "more known")
NAMES = (*(f"{name}: {part}" for name in SETS for part in TEXT), *(f"{name}: {part}" for name in TABLE for part in OWN))
"""What is fitted."""

FIRST_DAY = ("pairs", "to_reader")
"""What helps where nothing is known of earlier messages, and nowhere else: there its weight stays 0."""

PARTS = (*TEXT, *OWN)
POSTS = 25
"""Posts of a message that enter the fit."""

MESSAGES = 200
"""Messages of a blog that enter the fit, drawn with a seed; more change no weight by more than its range."""

PRIOR = 0.01
"""L2 on weights in units of their parts' spread. From .0001 to .1 nothing changes (measured)."""


@dataclass(frozen=True, slots=True)
class Row:
    """One message in one situation: the parts of each post that was looked at, and which of them is the true one."""

    situation: str
    parts: tuple[tuple[float, ...], ...]
    truth: int


def gathered(blog: Blog) -> list[Row]:
    """Return the rows of a blog: drawn messages with nothing known, with posts known, and with guesses known."""
    drawn = _drawn(blog)
    return [row for situation in TABLE for row in _rows(blog, situation, drawn)]


def _rows(blog: Blog, situation: str, drawn: set[str]) -> Iterator[Row]:
    """Yield the rows of the messages ``drawn`` (identities), each with the past that the situation knows."""
    posts, messages = blog
    catalogue, past = Posts(posts), Past()
    here = known(catalogue)
    for message, truth in messages:
        if message.identity in drawn and truth in here.place:
            here.memory.learn(past.known)
            here.guessed.learn(past.guessed)
            day = message.day.toordinal() if message.day else None
            asked = asked_of(message, here.index)
            best = ranking(asked, day, here.index, here.memory, here.guessed, identity=message.identity, top=POSTS)
            place = next((i for i, one in enumerate(best.order) if one.post == here.place[truth]), None)
            if place is not None:
                without = _without(situation)
                found = (tuple(0.0 if p in without else getattr(o.parts, p) for p in PARTS) for o in best.order)
                yield Row(situation, tuple(found), place)
        if situation == "posts known":
            past.known.append(Earlier(message=message, post=truth))
        elif situation == "guesses known":
            maybe = tuple((link.post, link.score) for link in guesses(message, catalogue, past))
            past.guessed.append(Earlier(message=message, maybe=maybe))


def _without(situation: str) -> tuple[str, ...]:
    """Return the parts whose weight stays 0: the first day knows no likeness."""
    return ("alike",) if situation == "nothing known" else FIRST_DAY


def _drawn(blog: Blog) -> set[str]:
    names = [message.identity for message, _ in blog[1]]
    return set(names if len(names) <= MESSAGES else random.Random(1).sample(names, MESSAGES))


def fitted(blogs: Sequence[Sequence[Row]], start: Mapping[str, Weights] = TABLE, steps: int = 8) -> dict[str, Weights]:
    """Return the table that fits the rows of ``blogs`` best, by Newton's method from ``start``."""
    drawn = [(rows, 1 / max(1, len(rows))) for rows in blogs]
    spread = _spread([row for rows in blogs for row in rows])
    weights = [w * s for w, s in zip(_vector(start), spread, strict=True)]
    for _ in range(steps):
        size = len(weights)
        slope = [PRIOR * w for w in weights]
        bend = [[PRIOR if i == j else 0.0 for j in range(size)] for i in range(size)]
        for rows, share in drawn:
            for row in rows:
                _add(row, share, weights, spread, slope, bend)
        step = _solved(bend, slope)
        weights = [w - s for w, s in zip(weights, step, strict=True)]
        if max(map(abs, step)) < 0.002:
            break
    return _table([w / s for w, s in zip(weights, spread, strict=True)])


def printed(table: Mapping[str, Weights]) -> str:
    """Return the table as it stands in ``weights.py``."""
    lines = [
        f'    "{name}": Weights('
        + ", ".join(f"{field}={getattr(w, field):.3g}" for field in w.__dataclass_fields__)
        + "),"
        for name, w in table.items()
    ]
    return "TABLE = {\n" + "\n".join(lines) + "\n}\n"


def main(arguments: Sequence[str] | None = None) -> int:
    """Fit on all blogs and print the table; return 0."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.fit_links", description=__doc__)
    parser.add_argument("--data", type=Path, required=True, help="folder that holds link_dev/")
    parser.add_argument("--write", action="store_true", help="put the table into gratitude/link/weights.py")
    given = parser.parse_args(arguments)
    text = printed(fitted([gathered(blog) for blog in read(given.data / "link_dev")]))
    print(text)
    if given.write:
        file = Path(__file__).resolve().parent.parent / "plugins" / "gratitude" / "link" / "weights.py"
        old = file.read_text("utf-8")
        file.write_text(re.sub(r"TABLE = \{\n.*?\n\}\n", lambda _: text, old, count=1, flags=re.DOTALL), "utf-8")
    return 0


def _places(situation: str) -> tuple[int, ...]:
    """Return where a row's parts stand in the vector of weights."""
    text = 0 if situation in SETS else len(TEXT)
    own = len(SETS) * len(TEXT) + len(OWN) * list(TABLE).index(situation)
    return (*range(text, text + len(TEXT)), *range(own, own + len(OWN)))


def _vector(table: Mapping[str, Weights]) -> list[float]:
    vector = [0.0] * len(NAMES)
    for name, weights in table.items():
        for i, part in zip(_places(name), PARTS, strict=True):
            vector[i] = getattr(weights, part)
    return vector


def _table(vector: Sequence[float]) -> dict[str, Weights]:
    found = {}
    for name, old in TABLE.items():
        parts = {part: vector[i] for part, i in zip(PARTS, _places(name), strict=True)}
        found[name] = replace(old, **parts | dict.fromkeys(_without(name), 0.0))
    return found


def _spread(rows: Sequence[Row]) -> list[float]:
    """Return the standard deviation of each part within messages, so that one prior suits all."""
    sums, counts = [0.0] * len(NAMES), [0] * len(NAMES)
    for row in rows:
        for i, column in zip(_places(row.situation), zip(*row.parts, strict=True), strict=True):
            mean = sum(column) / len(column)
            sums[i] += sum((x - mean) ** 2 for x in column)
            counts[i] += len(column)
    return [math.sqrt(s / n) if n and s else 1.0 for s, n in zip(sums, counts, strict=True)]


def _add(
    row: Row, share: float, weights: list[float], spread: list[float], slope: list[float], bend: list[list[float]]
) -> None:
    """Add a row's part to slope and bend of the loss."""
    places = _places(row.situation)
    posts = [[x / spread[i] for x, i in zip(parts, places, strict=True)] for parts in row.parts]
    scores = [sum(x * weights[i] for x, i in zip(parts, places, strict=True)) for parts in posts]
    highest = max(scores)
    odds = [math.exp(s - highest) for s in scores]
    total = sum(odds)
    chances = [o / total for o in odds]
    size = range(len(places))
    mean = [sum(c * parts[k] for c, parts in zip(chances, posts, strict=True)) for k in size]
    for k in size:
        slope[places[k]] += share * (mean[k] - posts[row.truth][k])
        for m in range(k + 1):
            both = sum(c * parts[k] * parts[m] for c, parts in zip(chances, posts, strict=True)) - mean[k] * mean[m]
            bend[places[k]][places[m]] += share * both
            if m != k:
                bend[places[m]][places[k]] += share * both


def _solved(matrix: list[list[float]], vector: list[float]) -> list[float]:
    """Return x with matrix x = vector, by elimination."""
    rows = [[*row, value] for row, value in zip(matrix, vector, strict=True)]
    size = len(rows)
    for i in range(size):
        pivot = max(range(i, size), key=lambda r: abs(rows[r][i]))
        rows[i], rows[pivot] = rows[pivot], rows[i]
        for r in range(size):
            if r != i:
                factor = rows[r][i] / rows[i][i]
                rows[r] = [a - factor * b for a, b in zip(rows[r], rows[i], strict=True)]
    return [row[-1] / row[i] for i, row in enumerate(rows)]


if __name__ == "__main__":
    sys.exit(main())
