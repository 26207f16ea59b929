"""The measure still runs."""

from __future__ import annotations

import importlib.util
import json
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
ROWS = [
    {"text": "Thank you for the guide!", "thanks": True, "question": False},
    {"text": "How do I restore it", "thanks": False, "question": True},
    {"text": "Thanks in advance, but does it run?", "thanks": False, "question": True},
    {"text": "It rained.", "thanks": False, "question": False},
]


def test_kinds_are_measured_beside_their_base_lines(tmp_path: Path) -> None:
    """On four invented rows the rules are right, the word list and "?" are not; a blog is a letter."""
    lines = [json.dumps({"id": i, "blog": "stillpages", "contested": [], **row}) for i, row in enumerate(ROWS)]
    (tmp_path / "kinds_dev.jsonl").write_text("\n".join(lines), encoding="utf-8")
    spec = importlib.util.spec_from_file_location("kinds_benchmark", ROOT / "benchmarks" / "kinds.py")
    assert spec and spec.loader
    module = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = module
    spec.loader.exec_module(module)

    report = module.main(tmp_path)

    assert "| thanks, all blogs: 4 | 1 | 1.000 | 1.000 | **1.000** |" in report
    assert "0.667 (word list)" in report
    assert "stillpages" not in report
