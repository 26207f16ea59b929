"""The markup is valid, by the W3C's own checker."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from sample_blog import Output

JAR = "vnu-jar/build/dist/vnu.jar"
BROKEN = '<!DOCTYPE html>\n<html lang="en"><title>Known to be wrong</title>\n<p></strong>\n</html>\n'


@pytest.mark.slow
def test_every_page_is_valid_html(
    published: Output,
    in_simple: Output,
    hebrew: Output,
    tmp_path: Path,
    program: Callable[[str, str], str],
    node_file: Callable[[str], Path],
) -> None:
    """In our theme every page, in `simple` and in Hebrew those that hold something of ours; only a known fault is blamed.

    That page is checked last, so a checker that did not run, or stopped half-way, cannot pass. Without -Xss2m it ends
    in a StackOverflowError and names no error.
    """
    java, jar = program("java", "default-jre-headless"), node_file(JAR)
    probe = tmp_path / "probe.html"
    probe.write_text(BROKEN)
    pages = [str(published.root / path) for path in published.files if path.endswith(".html")]
    pages += [str(site.root / path) for site in (in_simple, hebrew) for path in site.ours]
    command = [java, "-Xss2m", "-jar", str(jar), "--errors-only", "--format", "json", "--stdout"]
    run = subprocess.run([*command, *pages, str(probe)], capture_output=True, text=True, check=False, timeout=300)
    found = json.loads(run.stdout)["messages"]

    assert {"who-this-helped/index.html", "questions/index.html"} <= set(in_simple.ours)
    assert [f"file:{probe}"] == sorted({m.get("url", "the checker itself") for m in found}), found
