"""How much work a call is, beside another call in the same run: a busy machine slows both, and the ratio stays."""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import Any

GROWTH = 3
"""Times that twice the length may cost: linear work costs twice as much, work that grows with the square four times."""

ORDINARY = 20
"""Times that anything may cost of what an ordinary input of the same length costs, before its growth is looked at."""


def is_steep(call: Callable[[Any], object], half: Any, whole: Any, ordinary: Any) -> bool:
    """Say whether ``call`` grows faster than its input, ``whole`` being ``half`` twice over, and costs much at that.

    Of three readings the least of each counts, of six where three look bad: what else runs on the machine can only add.
    """
    costs = [float("inf")] * 3
    for reading in range(1, 7):
        costs = [min(known, spent_s(call, text)) for known, text in zip(costs, (half, whole, ordinary), strict=True)]
        if costs[1] <= ORDINARY * costs[2]:
            return False
        if reading >= 3 and costs[1] <= GROWTH * costs[0]:
            return False
    return True


def spent_s(call: Callable[[Any], object], text: Any) -> float:
    """Return the CPU seconds of one call."""
    begin = time.process_time()
    call(text)
    return time.process_time() - begin
