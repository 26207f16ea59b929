"""`pelican -r` sees a note change, and then is quiet."""

from __future__ import annotations

import subprocess
import threading
import time
from pathlib import Path

import pytest

from sample_blog import QUIET, copy_of_the_blog, pelican

BUILT = "Done: Processed"


def wait(lines: list[str], builds: int, seconds: float) -> bool:
    """Whether there were that many builds within so many seconds."""
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        if sum(BUILT in line for line in lines) >= builds:
            return True
        time.sleep(0.1)
    return False


@pytest.mark.slow
def test_a_changed_note_is_built_once(tmp_path: Path) -> None:
    """The new words appear; what the build writes itself starts no other build."""
    blog, output = copy_of_the_blog(tmp_path / "blog"), tmp_path / "output"
    note = blog / "content" / "gratitude" / "letters-not-comments" / "2026-02-20-aaaa.note"
    command = pelican("-r", "-s", "pelicanconf.py", source=blog, output=output)
    lines: list[str] = []
    with subprocess.Popen(
        command, cwd=blog, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, env=QUIET
    ) as process:
        reader = threading.Thread(target=lambda: lines.extend(iter(process.stdout.readline, "")), daemon=True)
        reader.start()
        try:
            assert wait(lines, 1, 60), "".join(lines)
            for attempt in range(10):  # the first change may come before Pelican looks
                note.write_text(f"We wrote to the baker, for the {attempt}th time.\n", encoding="utf-8")
                if wait(lines, 2, 3):
                    break
            time.sleep(1.5)
            built = sum(BUILT in line for line in lines)
            time.sleep(4)
            later = sum(BUILT in line for line in lines)
        finally:
            process.terminate()
            reader.join(5)

    assert built >= 2, "".join(lines)
    assert later == built, "".join(lines)
    assert "We wrote to the baker" in (output / "letters-not-comments" / "index.html").read_text(encoding="utf-8")
