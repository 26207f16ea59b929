"""How well messages are understood, beside base lines in the same run: ``python -m benchmarks.understanding --data DIR``.

DIR holds ``kinds_dev.jsonl`` (hand-labelled comments) and ``link_dev/`` (comments with their posts); there is no
default, and nothing of it is kept here. ``kinds`` or ``links`` behind the folder measures that part alone. What was
measured is printed and takes its place in ``benchmarks/understanding.md``; what a person read and judged stays there.
"""

from __future__ import annotations

__all__ = ["main", "rebuilt"]

import argparse
import importlib
import sys
from collections.abc import Sequence
from pathlib import Path

PARTS = ("kinds", "links")
REPORT = Path(__file__).with_suffix(".md")


def main(arguments: Sequence[str] | None = None, report: Path = REPORT) -> int:
    """Print the report and write it to ``report``; return 0, or 2 where the folder lacks the data."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.understanding", description=__doc__)
    parser.add_argument("--data", type=Path, required=True, help="folder with the labelled data")
    parser.add_argument("parts", nargs="*", choices=[*PARTS, []], help="what to measure; both by default")
    given = parser.parse_args(arguments)
    sys.path.insert(0, str(Path(__file__).resolve().parent.parent / "plugins"))
    for part in given.parts or PARTS:
        try:
            measured = importlib.import_module(f"benchmarks.{part}").main(given.data)
        except FileNotFoundError as error:
            print(f"{error.filename}: there is no such file; --data names the folder that holds it", file=sys.stderr)
            return 2
        print(measured, end="\n\n")
        old = report.read_text("utf-8") if report.exists() else "# How well messages are understood\n"
        report.write_text(rebuilt(old, part, measured), "utf-8")
    return 0


def rebuilt(old: str, part: str, measured: str) -> str:
    """Return the report with ``measured`` between the marks of its part, at the end where it has none yet."""
    begin, end = f"<!-- {part}: measured -->", f"<!-- {part}: end -->"
    block = f"{begin}\n{measured.strip()}\n{end}"
    before, found, rest = old.partition(begin)
    if not found:
        return f"{old.rstrip()}\n\n{block}\n"
    return before + block + rest.partition(end)[2]


if __name__ == "__main__":
    sys.exit(main())
