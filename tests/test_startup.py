"""The measure of start-up still runs; its figures are for people, since a busy machine must fail no test."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

sys.path.append(str(Path(__file__).resolve().parents[1]))

from benchmarks.startup import RUNS, measured, table


@pytest.mark.slow
def test_it_measures_each_run():
    """One round gives a time for each run, and the table says what the plugin adds."""
    times = measured(rounds=1)

    assert list(RUNS) == list(times)
    assert min(times.values()) > 10
    assert "the plugin adds" in table(times)
