"""Runs a callable of ours on one input in a process of its own, with a limit on CPU seconds and memory."""

import json
import subprocess
import sys
from pathlib import Path

PLUGINS = Path(__file__).resolve().parents[2] / "plugins"
RUN = """
import importlib, json, resource, sys, time
resource.setrlimit(resource.RLIMIT_CPU, (int(sys.argv[3]), int(sys.argv[3]) + 1))
resource.setrlimit(resource.RLIMIT_AS, (2 << 30, 2 << 30))
module, _, name = sys.argv[1].partition(":")
call = getattr(importlib.import_module(module), name)
data = sys.stdin.buffer.read()
cases = data.split(b"\\0\\0\\0") if sys.argv[2] == "bytes" else data.decode().split("\\0\\0\\0")
out = []
for case in cases:
    start = time.process_time()
    result = call(case)
    out.append([time.process_time() - start, result if isinstance(result, str) else repr(result)[:200]])
json.dump(out, sys.stdout)
"""


def run(target, cases, *, cpu_s):
    """Return [(CPU seconds, result)] of ``target`` ("module:callable") on each case; a killed or raising run fails."""
    kind = "bytes" if isinstance(cases[0], bytes) else "text"
    data = b"\0\0\0".join(cases) if kind == "bytes" else "\0\0\0".join(cases).encode()
    done = subprocess.run(
        [sys.executable, "-c", RUN, target, kind, str(cpu_s)],
        input=data,
        capture_output=True,
        env={"PYTHONPATH": str(PLUGINS)},
        check=False,
    )
    assert done.returncode == 0, (done.returncode, done.stderr.decode()[-800:])
    return [tuple(pair) for pair in json.loads(done.stdout)]
