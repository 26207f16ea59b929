"""Make the prior that comes with the package: ``python -m benchmarks.prior --data DIR``.

``DIR`` is that of ``benchmarks.screening``. Of each group of near-same texts one is taken; refused and published comments
count alike, and a blog as the square root of its groups. A logistic regression over hashed words and pairs of words is
fitted by Adagrad in plain Python, always in the same order, and cut to whole numbers of -127 to 127.
"""

from __future__ import annotations

import argparse
import random
import sys
from array import array
from collections import Counter
from collections.abc import Callable, Collection, Sequence
from math import exp, sqrt
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent.parent / "plugins"))

from gratitude.message import Links, Site
from gratitude.screen import prior as prior_file
from gratitude.screen.prior import FEW, PLACES, Prior, can_read
from gratitude.screen.seen import look
from gratitude.screen.tokens import words_of

from .judged import Judged, Models, Row, read_rows

L2 = 3e-5
"""Against the mean loss; of 1e-3 to 3e-5 the last did best on blogs left out."""
ROUNDS = 8
RATE = 0.5


class Example:
    """One comment as the fit sees it."""

    def __init__(self, row: Row) -> None:
        seen = look(row.message, row.kinds, Links(), Site())
        marks = words_of(seen.flat)
        self.blog, self.is_spam = row.blog, row.is_spam
        self.places = sorted({mark % PLACES for mark in marks})
        self.value = 1 / sqrt(max(len(marks), FEW))
        hosts = "" if seen.words > 3 else " ".join(f.host for f in (*seen.outside, *filter(None, [seen.website])))
        self.group = (row.blog, row.is_spam, " ".join(seen.flat.split()[:12]), hosts)


def examples(rows: Sequence[Row]) -> list[Example]:
    """Return one example of each group of near-same texts (the same first twelve words), contested ones left out."""
    found = {e.group: e for e in (Example(row) for row in rows if not row.contested)}
    return [e for e in found.values() if e.places]


def fit(known: Sequence[Example], without: Collection[str] = (), rounds: int = ROUNDS) -> Prior:
    """Return the prior of the examples whose blog is not in ``without``."""
    used = [e for e in known if e.blog not in without]
    groups = Counter((e.blog, e.is_spam) for e in used)
    sides = {side: sum(sqrt(n) for (_, is_spam), n in groups.items() if is_spam is side) for side in (True, False)}
    share = {key: len(used) / (2 * sides[key[1]] * sqrt(n)) for key, n in groups.items()}
    weights, steps, bias, bias_steps = [0.0] * PLACES, [1e-6] * PLACES, 0.0, 1e-6
    order = random.Random(1)
    for _ in range(rounds):
        order.shuffle(used)
        for e in used:
            total = bias + e.value * sum([weights[p] for p in e.places])
            slope = share[e.blog, e.is_spam] * (1 / (1 + exp(-max(-30.0, min(30.0, total)))) - e.is_spam)
            push = slope * e.value
            for p in e.places:
                g = push + L2 * weights[p]
                steps[p] += g * g
                weights[p] -= RATE * g / sqrt(steps[p])
            bias_steps += slope * slope
            bias -= RATE * slope / sqrt(bias_steps)
    unit = max(map(abs, weights)) / 127 or 1.0
    return Prior(bias, unit, array("b", [round(w / unit) for w in weights]))


def priors(judged: Sequence[Judged], rounds: int = 4) -> Models:
    """Return priors fitted on the other blogs; fewer rounds than the one in the package, for there are many."""
    known = examples([one.row for one in judged])

    def fitted(without: frozenset[str]) -> Callable[[Judged], float]:
        made = fit(known, without, rounds)
        return lambda one: made.score(one.marks)[0] if can_read(one.marks) else 0.0

    return Models(judged, fitted)


def main(argv: Sequence[str] | None = None) -> int:
    """Fit on all blogs and write the file into the package, or where ``--to`` says."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.prior", description="Make the built-in prior anew.")
    parser.add_argument("--data", type=Path, required=True, metavar="DIR", help="folder with spam_dev and ham_dev")
    default = Path(prior_file.__file__).with_name(prior_file.FILE)
    parser.add_argument("--to", type=Path, default=default, metavar="FILE", help="where to write it")
    options = parser.parse_args(argv)
    data = prior_file.packed(fit(examples(read_rows(options.data))))
    options.to.write_bytes(data)
    print(f"{len(data):,} bytes in {options.to.name}")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
