"""How well messages are understood, beside base lines in the same run: ``python -m benchmarks.understanding --data DIR``.

DIR holds ``kinds_dev.jsonl`` (hand-labelled comments) and ``link_dev/`` (comments with their posts); there is no
default, and nothing of it is kept here. ``kinds`` or ``links`` behind the folder measures that part alone.
"""

from __future__ import annotations

__all__ = ["main"]

import argparse
import importlib
import sys
from collections.abc import Sequence
from pathlib import Path

PARTS = ("kinds", "links")


def main(arguments: Sequence[str] | None = None) -> int:
    """Print the report; return 0, or 2 where the folder lacks the data."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.understanding", description=__doc__)
    parser.add_argument("--data", type=Path, required=True, help="folder with the labelled data")
    parser.add_argument("parts", nargs="*", choices=[*PARTS, []], help="what to measure; both by default")
    given = parser.parse_args(arguments)
    sys.path.insert(0, str(Path(__file__).resolve().parent.parent / "plugins"))
    for part in given.parts or PARTS:
        try:
            print(importlib.import_module(f"benchmarks.{part}").main(given.data), end="\n\n")
        except FileNotFoundError as error:
            print(f"{error.filename}: there is no such file; --data names the folder that holds it", file=sys.stderr)
            return 2
    return 0


if __name__ == "__main__":
    sys.exit(main())
