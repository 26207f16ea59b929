"""The measure still runs."""

from __future__ import annotations

import importlib.util
import json
import sys
from pathlib import Path
from types import ModuleType

ROOT = Path(__file__).resolve().parents[2]
ROWS = [
    {"text": "Thank you for the guide!", "thanks": True, "question": False},
    {"text": "How do I restore it", "thanks": False, "question": True},
    {"text": "Thanks in advance, but does it run?", "thanks": False, "question": True},
    {"text": "It rained.", "thanks": False, "question": False},
]


def loaded(name: str) -> ModuleType:
    """Return a module of ``benchmarks/``, which is no package of ours."""
    spec = importlib.util.spec_from_file_location(f"{name}_benchmark", ROOT / "benchmarks" / f"{name}.py")
    assert spec and spec.loader
    module = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = module
    spec.loader.exec_module(module)
    return module


def test_kinds_are_measured_beside_their_base_lines(tmp_path: Path) -> None:
    """On four invented rows the rules are right, the word list and "?" are not; a blog is a letter."""
    lines = [json.dumps({"id": i, "blog": "stillpages", "contested": [], **row}) for i, row in enumerate(ROWS)]
    (tmp_path / "kinds_dev.jsonl").write_text("\n".join(lines), encoding="utf-8")

    report = loaded("kinds").main(tmp_path)

    assert "| thanks, all blogs: 4 | 1 | 1.000 | 1.000 | **1.000** |" in report
    assert "0.667 (word list)" in report
    assert "stillpages" not in report


def test_a_part_takes_its_place_and_what_a_person_wrote_stays() -> None:
    """Each part has its marks; the other part, and what was read and judged, is left as it is."""
    rebuilt = loaded("understanding").rebuilt
    first = rebuilt("# Title\n", "kinds", "old\n")
    both = rebuilt(first + "\nRead by a person: 88.\n", "links", "three\n")

    assert first == "# Title\n\n<!-- kinds: measured -->\nold\n<!-- kinds: end -->\n"
    assert both.replace("old", "new") == rebuilt(both, "kinds", "new")
