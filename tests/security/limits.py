"""Runs a callable of ours on hostile input in a process of its own, with a limit on CPU seconds and memory."""

import json
import pickle
import subprocess
import sys
from pathlib import Path

TESTS = Path(__file__).resolve().parents[1]
PLUGINS = TESTS.parent / "plugins"
RUN = """
import importlib, pickle, resource, sys
from effort import is_steep
target, shapes, ordinary, cpu_s = pickle.load(sys.stdin.buffer)
resource.setrlimit(resource.RLIMIT_CPU, (cpu_s, cpu_s + 1))
resource.setrlimit(resource.RLIMIT_AS, (2 << 30, 2 << 30))
module, _, name = target.partition(":")
call = getattr(importlib.import_module(module), name)
call(ordinary)
found = {}
for shape, (half, whole) in shapes.items():
    result = call(whole)
    found[shape] = is_steep(call, half, whole, ordinary), len(result) if isinstance(result, str) else 0
json = importlib.import_module("json")
json.dump(found, sys.stdout)
"""


def run(target, shapes, *, ordinary, cpu_s):
    """Return {shape: (whether its cost is steep, length of the result)}; a run that is killed or raises fails.

    ``target`` is "module:callable"; ``shapes`` holds the halves and the wholes of hostile inputs, ``ordinary`` one
    that is none; ``cpu_s`` stops what would never end.
    """
    done = subprocess.run(
        [sys.executable, "-c", RUN],
        input=pickle.dumps((target, shapes, ordinary, cpu_s)),
        capture_output=True,
        env={"PYTHONPATH": f"{PLUGINS}:{TESTS}"},
        check=False,
    )
    assert done.returncode == 0, (done.returncode, done.stderr.decode()[-800:])
    return {shape: tuple(pair) for shape, pair in json.loads(done.stdout).items()}
