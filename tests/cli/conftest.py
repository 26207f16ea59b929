"""A small blog and the real command, in this process or in one of its own."""

import io
import json
import subprocess
import sys
from contextlib import redirect_stderr, redirect_stdout
from dataclasses import dataclass
from pathlib import Path

import pytest

from gratitude.cli import main

POSTS = {
    "cron-environment": ("Cron and its environment", "2024-01-10", "Cron runs a job with almost no environment: PATH is /usr/bin:/bin and nothing else. Reproduce a failing crontab with `env -i /bin/sh`."),
    "sourdough": ("Sourdough in winter", "2024-02-11", "A cold kitchen slows the yeast. Put the dough on top of the fridge and feed the starter twice a day."),
    "ssh-tunnels": ("Debugging an SSH tunnel", "2024-03-12", "When a forwarded port does not answer, try `ssh -v -N -L 8080:localhost:80` and read what the channel says."),
}  # fmt: skip
CONF = """\
SITENAME = "My Blog"
AUTHOR = "Author"
SITEURL = "https://blog.example"
PATH = "content"
OUTPUT_PATH = "output"
TIMEZONE = "UTC"
DEFAULT_LANG = "en"
THEME = "simple"
FEED_ALL_ATOM = CATEGORY_FEED_ATOM = TRANSLATION_FEED_ATOM = AUTHOR_FEED_ATOM = AUTHOR_FEED_RSS = None
PLUGINS = ["gratitude"]
AUTHOR_EMAIL = "author@blog.example"
GRATITUDE_HOME = ".private"
"""


@dataclass
class Result:
    """What a command said, and how it ended."""

    code: int
    out: str
    err: str

    @property
    def rows(self):
        return [json.loads(line) for line in self.out.splitlines()]


@dataclass
class Blog:
    """A Pelican site in a temporary folder, and the command at work on it."""

    root: Path

    def __call__(self, *args, stdin=None, code=0):
        """Run a command in this process; its exit code must be ``code``."""
        verb, *rest = map(str, args)
        out, err = io.StringIO(), io.StringIO()
        before, sys.stdin = sys.stdin, io.StringIO(stdin or "")
        try:
            with redirect_stdout(out), redirect_stderr(err), pytest.raises(SystemExit) as ended:
                main([verb, "--site", str(self.root), *rest])
        finally:
            sys.stdin = before
        ended, out, err = ended.value.code or 0, out.getvalue(), err.getvalue()
        assert ended == code, f"{args}: exit {ended}\n{out}\n{err}"
        assert "Traceback" not in out + err
        return Result(ended, out, err)

    def mail(
        self,
        name,
        words,
        *,
        sender="Ann Example <ann@example.com>",
        subject="Thank you",
        date="Fri, 9 May 2025 08:00:00 +0000",
        headers="",
    ):
        """Put a mail file into the blog's folder; return its path."""
        path = self.root / f"{name}.eml"
        path.write_text(
            f"From: {sender}\nTo: author@blog.example\nSubject: {subject}\nDate: {date}\nMessage-ID: <{name}@example.com>\n{headers}"
            f"Content-Type: text/plain; charset=utf-8\n\n{words}\n",
            "utf-8",
        )
        return path

    def notes(self):
        """Return {path under the notes folder: text}."""
        base = self.root / "content" / "gratitude"
        return {p.relative_to(base).as_posix(): p.read_text("utf-8") for p in sorted(base.rglob("*.note"))}

    def only(self, pile="everything"):
        """Return the only conversation of a pile."""
        (row,) = self("list", pile, "--json").rows
        return row

    def build(self, *options):
        """Run ``pelican content`` in a process of its own; return what it said."""
        plugins = Path(__file__).resolve().parents[2] / "plugins"
        done = subprocess.run(
            [sys.executable, "-m", "pelican", "content", "-s", "pelicanconf.py", "-e", f"PLUGIN_PATHS={json.dumps([str(plugins)])}", *options],
            cwd=self.root, capture_output=True, text=True, check=False,
        )  # fmt: skip
        assert done.returncode == 0, done.stdout + done.stderr
        return done.stdout + done.stderr


@pytest.fixture
def blog(tmp_path, monkeypatch):
    """A blog with three posts and a private folder of its own."""
    monkeypatch.delenv("GRATITUDE_HOME", raising=False)
    root = tmp_path / "site"
    (root / "content").mkdir(parents=True)
    for slug, (title, day, text) in POSTS.items():
        (root / "content" / f"{slug}.md").write_text(f"Title: {title}\nSlug: {slug}\nDate: {day}\n\n{text}\n", "utf-8")
    (root / "pelicanconf.py").write_text(CONF, "utf-8")
    return Blog(root)
