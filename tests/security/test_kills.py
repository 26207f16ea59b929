"""SIGKILL at any moment: nothing is lost, halved or doubled, and the next run ends where an undisturbed one does."""

import os
import random
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from akismet_server import KEY, Said, akismet_server
from gratitude.inbox import open_inbox

PLUGINS = Path(__file__).resolve().parents[2] / "plugins"
CONF = 'SITENAME = "B"\nSITEURL = "https://blog.example"\nPATH = "content"\nTIMEZONE = "UTC"\nAUTHOR = "A"\nAUTHOR_EMAIL = "me@blog.example"\nGRATITUDE_HOME = ".private"\n'
MAILS, KILLS = 25, 8
SCRIPT = """
import sys
from gratitude.cli import main
def run(*args):
    try:
        main(list(args))
    except SystemExit as exc:
        if exc.code:
            raise
run("collect")
import contextlib, io, json
out = io.StringIO()
with contextlib.redirect_stdout(out):
    run("list", "new", "--json")
ids = [json.loads(line)["id"] for line in out.getvalue().splitlines()]
if ids:
    run("accept", *ids)
run("publish", "--force")
"""


def command(root):
    return subprocess.Popen(
        [sys.executable, "-c", SCRIPT],
        cwd=root,
        env={**os.environ, "PYTHONPATH": str(PLUGINS)},
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
    )


def plant(root, first, last):
    for sub in ("tmp", "new", "cur"):
        (root / ".private/spool" / sub).mkdir(parents=True, exist_ok=True)
    for n in range(first, last):
        text = f"From: Reader {n} <r{n}@example.com>\nTo: me@blog.example\nX-Gratitude-Post: a-post\nX-Gratitude-Show: named\nDate: Mon, 5 Jan 2026 10:00:00 +0000\nMessage-ID: <{n}@example.com>\nSubject: Thanks\n\nstart {n} it helped me with job {n} of many end {n}\n"
        (root / ".private/spool/new" / str(n)).write_text(text)


@pytest.mark.slow
def test_killed_anywhere_ends_the_same(tmp_path):
    """Each mail is a whole note exactly once, no temporary file stays, and a second run changes no byte."""
    rng = random.Random(7)
    (tmp_path / "content").mkdir()
    (tmp_path / "content/a-post.md").write_text("Title: A post\nSlug: a-post\nDate: 2025-01-01\n\nWords.\n")
    (tmp_path / "pelicanconf.py").write_text(CONF)
    plant(tmp_path, 0, MAILS)
    for i in range(KILLS):
        running = command(tmp_path)
        time.sleep(rng.uniform(0.4, 2.0))
        running.send_signal(signal.SIGKILL)
        running.wait()
        for path in (tmp_path / "content/gratitude").rglob("[!.]*.note"):
            assert path.read_text().rstrip().endswith(tuple(str(n) for n in range(10))), path
        plant(tmp_path, MAILS + i, MAILS + i + 1)

    running = command(tmp_path)
    said = running.communicate()[1].decode()
    assert running.returncode == 0, said
    found = [p.read_text() for p in (tmp_path / "content/gratitude").rglob("*") if p.is_file()]

    assert sorted(int(text.rstrip().rpartition(" ")[2]) for text in found) == list(range(MAILS + KILLS))
    before = {
        p: (p.read_bytes(), p.stat().st_mtime_ns) for p in (tmp_path / "content/gratitude").rglob("*") if p.is_file()
    }
    assert command(tmp_path).wait() == 0
    assert {
        p: (p.read_bytes(), p.stat().st_mtime_ns) for p in (tmp_path / "content/gratitude").rglob("*") if p.is_file()
    } == before


@pytest.mark.slow
def test_nothing_leaves_without_a_record(tmp_path):
    """Killed while Akismet is asked: every request that arrived there is written down here, and the end is the same."""
    rng = random.Random(11)
    (tmp_path / "content").mkdir()
    (tmp_path / "content/a-post.md").write_text("Title: A post\nSlug: a-post\nDate: 2025-01-01\n\nWords.\n")
    (tmp_path / "pelicanconf.py").write_text(CONF)
    plant(tmp_path, 0, MAILS)
    for path in (tmp_path / ".private/spool/new").iterdir():
        path.write_text(f"X-Gratitude-Ip: 9.9.9.9\n{path.read_text()}")
    script = 'import sys; from gratitude.cli import main; main(["collect"])'
    with akismet_server() as server:
        server.always = Said("false", delay_s=0.1)
        env = os.environ | {
            "PYTHONPATH": str(PLUGINS),
            "PYTHON_AKISMET_API_KEY": KEY,
            "GRATITUDE_AKISMET_ENDPOINT": server.url,
        }
        for asked in sorted(rng.sample(range(1, MAILS), 4)):
            running = subprocess.Popen([sys.executable, "-c", script], cwd=tmp_path, env=env, stdout=subprocess.DEVNULL)
            while len(server.checks) < asked and running.poll() is None:
                time.sleep(0.005)
            time.sleep(rng.uniform(0, 0.15))
            running.send_signal(signal.SIGKILL)
            running.wait()
        subprocess.run([sys.executable, "-c", script], cwd=tmp_path, env=env, stdout=subprocess.DEVNULL, check=True)

        with open_inbox(tmp_path / ".private") as inbox:
            records, found = inbox.disclosures.all(), inbox.conversations()

    assert len(server.checks) <= len(records) <= MAILS + 4
    assert 4 >= sum(not r.outcome for r in records)
    assert MAILS == len({r.message for r in records})
    assert {"akismet"} == {t.verdict.engine for c in found for t in c.reader}
