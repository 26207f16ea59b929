"""What the plugin costs a `pelican` run that has no notes, and what `gratitude --help` costs.

Beside a run in which Pelican cannot find the plugin: Pelican imports every installed plugin, whatever PLUGINS says.
Runs alternate, each second round backwards, so that other work on the machine slows both alike; a busy machine makes
CPU time longer all the same (caches), and differences of 10 ms then mean nothing. CPU time is that of the whole process.
The aim: at most 15 ms. Run it with ``python -m benchmarks.startup [ROUNDS]``.
"""

from __future__ import annotations

__all__ = ["main", "measured", "table", "with_bytecode"]

import os
import resource
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path
from statistics import median

PLUGINS = Path(__file__).resolve().parents[1] / "plugins"
ROUNDS = 21
CONF = """\
SITENAME = "Small"
PATH = "content"
TIMEZONE = "UTC"
FEED_ALL_ATOM = CATEGORY_FEED_ATOM = TRANSLATION_FEED_ATOM = AUTHOR_FEED_ATOM = AUTHOR_FEED_RSS = None
"""
# The folders named on the command line are the only ones where plugins lie: whatever else is installed is hidden, also
# because what another plugin imports costs ours nothing any more. Pelican's own two modules are imported by then.
START = """\
import sys
import pelican, pelican.plugins
pelican.plugins.__path__ = sys.argv[1:]
"""
BUILD = f"""{START}
pelican.main(["content", "--quiet"])
assert ("pelican.plugins.gratitude" in sys.modules) == bool(sys.argv[1:])
"""
HELP = f"""{START}
from pelican.plugins.gratitude.cli import main
main(["--help"])
"""
RUNS: dict[str, Sequence[str]] = {
    "pelican without the plugin": ["-c", BUILD],
    "pelican with the plugin, no notes": ["-c", BUILD, str(PLUGINS)],
    "import pelican": ["-c", START],
    "gratitude --help": ["-c", HELP, str(PLUGINS)],
}


def with_bytecode() -> dict[str, str]:
    """Return the environment in which Python keeps the bytecode it made, as it does on a reader's machine.

    Where PYTHONDONTWRITEBYTECODE is set, an editable install is compiled anew in every run, and Pelican is not.
    """
    return {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}


def measured(rounds: int = ROUNDS) -> dict[str, float]:
    """Return the median CPU time of each run in `RUNS`, in ms; one more round goes before, to warm up."""
    times: dict[str, list[float]] = {name: [] for name in RUNS}
    with tempfile.TemporaryDirectory() as folder:
        site = Path(folder)
        (site / "content").mkdir()
        (site / "pelicanconf.py").write_text(CONF, encoding="utf-8")
        post = "Title: Descaling a kettle\nDate: 2026-05-01\nSlug: kettle\n\nVinegar, and an hour.\n"
        (site / "content" / "kettle.md").write_text(post, encoding="utf-8")
        for number in range(rounds + 1):
            for name in RUNS if number % 2 else reversed(RUNS):
                times[name].append(cpu_ms(RUNS[name], site))
    return {name: median(values[1:]) for name, values in times.items()}


def cpu_ms(arguments: Sequence[str], folder: Path) -> float:
    """Return the CPU time, user and system, of one Python process run in ``folder``."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run([sys.executable, *arguments], cwd=folder, check=True, stdout=subprocess.DEVNULL, env=with_bytecode())
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return 1000 * (after.ru_utime - before.ru_utime + after.ru_stime - before.ru_stime)


def table(times: dict[str, float]) -> str:
    """Return the medians, and what the plugin adds, as lines of text."""
    without, with_it, pelican, command = (times[name] for name in RUNS)
    lines = [f"{name:<36}{ms:>8.1f} ms" for name, ms in times.items()]
    lines.append(f"{'the plugin adds':<36}{with_it - without:>8.1f} ms   (aim: at most 15)")
    lines.append(f"{'--help beyond importing pelican':<36}{command - pelican:>8.1f} ms")
    return "\n".join(lines)


def main(arguments: Sequence[str]) -> None:
    """Measure and print."""
    rounds = int(arguments[0]) if arguments else ROUNDS
    print(f"medians of {rounds} runs, CPU time (load average {os.getloadavg()[0]:.1f} on {os.cpu_count()} cores)")
    print(table(measured(rounds)))


if __name__ == "__main__":
    main(sys.argv[1:])
