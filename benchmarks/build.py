"""What a build costs with notes and without: ``python -m benchmarks.build [--peer PYTHON]``.

A blog of invented words (1,000 posts of about 350 words, each with 3 of 60 tags, pages of 10, theme `simple`) is
built plain, with the plugin and no notes, with 10,000 notes (300 of them questions) without a cache and with that of
the run before, and again in one process after a single note was changed, as `pelican --autoreload` does it (the
median of five). CPU time (user and system) of whole processes, medians, every case once a round, so that other work
on the machine slows all alike. ``--peer`` names the Python of an environment in which the plugin `minchin.pelican.plugins.static_comments` is
installed: it gets the same 10,000 texts, without its feed for each post, in a theme that does not even show them.

The aims: no notes at most 1 % inside our receivers, and the same bytes; 10,000 notes at most +60 % cold, +15 % warm;
a question's page at most 1.3 times a plain page; no page of ours over 300 KB.
"""

from __future__ import annotations

__all__ = ["Size", "main", "make_sites", "measured", "table"]

import argparse
import filecmp
import json
import os
import random
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from zlib import crc32

from .startup import PLUGINS, START, with_bytecode

SEED = 20260503
TAGS = 60
CONF = """\
AUTHOR = "Ada"
SITENAME = "The Harbour"
SITEURL = "https://harbour.example"
PATH = "content"
THEME = "simple"
TIMEZONE = "UTC"
DEFAULT_PAGINATION = 10
"""
ONLY_PAGES = """\
DISPLAY_PAGES_ON_MENU = False
GRATITUDE_BOX = False
GRATITUDE_WALL_SAVE_AS = GRATITUDE_QUESTIONS_SAVE_AS = ""
GRATITUDE_FEED_ATOM = GRATITUDE_QUESTIONS_FEED_ATOM = None
"""
PEER = """\
PLUGINS = ["minchin.pelican.plugins.static_comments"]
PELICAN_COMMENT_SYSTEM = True
PELICAN_COMMENT_SYSTEM_FEED = None
"""
BUILD = f"""{START}
pelican.main(["-s", "pelicanconf.py", "-q", "-o", OUTPUT, "--cache-path", CACHE, *PLUGINS])
"""
PEER_BUILD = """\
import pelican
pelican.main(["-s", "pelicanconf.py", "-q", "-o", OUTPUT, "--cache-path", CACHE])
"""
# One Pelican object that runs again after each of five saves, as autoreload does; what is measured is the median.
REBUILD = f"""{START}
import json, statistics, time
from pathlib import Path
settings = pelican.read_settings("pelicanconf.py", override={{"OUTPUT_PATH": OUTPUT, "CACHE_PATH": CACHE, "PLUGINS": NAMED}})
blog = pelican.Pelican(settings)
blog.run()
took = []
for _ in range(5):
    for path in sorted(Path("content").glob("gratitude/*/*.note"))[-1:]:
        path.write_text(path.read_text(encoding="utf-8").rstrip() + " Again.\\n", encoding="utf-8")
    start = time.process_time()
    blog.run()
    took.append(time.process_time() - start)
print(json.dumps(statistics.median(took)))
"""
# The time between entering and leaving our receivers, without what Pelican does for us in between.
RECEIVERS = f"""{START}
import functools, json, time
from pelican.plugins.gratitude.render import plugin
spent, inner = {{}}, [0.0]
def timed(function):
    @functools.wraps(function)
    def run(*arguments, **named):
        inner.append(0.0)
        start = time.process_time()
        try:
            return function(*arguments, **named)
        finally:
            took = time.process_time() - start
            spent[function.__name__] = spent.get(function.__name__, 0) + took - inner.pop()
            inner[-1] += took
    return run
for name in plugin.register.__code__.co_names:
    if name.startswith("_") and callable(getattr(plugin, name, None)):
        setattr(plugin, name, timed(getattr(plugin, name)))
pelican.main(["-s", "pelicanconf.py", "-q", "-o", OUTPUT, "--cache-path", CACHE, *PLUGINS])
print(json.dumps(spent))
"""
# Plain pages and questions' pages of one site: all it takes from the file to the page, and to write them alone.
PAGES = f"""{START}
import json, time
from pelican.generators import PagesGenerator
from pelican.plugins.gratitude.render import plugin
spent = {{}}
def timed(name, function):
    def run(*arguments, **named):
        start = time.process_time()
        try:
            return function(*arguments, **named)
        finally:
            spent[name] = spent.get(name, 0) + time.process_time() - start
    return run
PagesGenerator.generate_context = timed("read plain", PagesGenerator.generate_context)
PagesGenerator.generate_output = timed("write plain", PagesGenerator.generate_output)
for name in ("_read_notes", "_arrange", "_write_pages"):
    setattr(plugin, name, timed(name, getattr(plugin, name)))
pelican.main(["-s", "pelicanconf.py", "-q", "-o", OUTPUT, "--cache-path", CACHE, *PLUGINS])
print(json.dumps(spent))
"""


@dataclass(frozen=True)
class Size:
    """How large the blog is."""

    posts: int = 1_000
    notes: int = 10_000
    questions: int = 300


class Words:
    """Invented words, the same for the same seed."""

    def __init__(self, seed: int) -> None:
        self.chance = random.Random(seed)
        consonants, vowels = "bdfgklmnprstvz", "aeiou"
        parts = [c + v for c in consonants for v in vowels]
        self._words = ["".join(self.chance.choices(parts, k=self.chance.randint(1, 4))) for _ in range(4_000)]

    def sentence(self) -> str:
        """Return one sentence."""
        words = self.chance.choices(self._words, k=self.chance.randint(5, 16))
        return " ".join(words).capitalize() + "."

    def text(self, count: int) -> str:
        """Return paragraphs of about ``count`` words."""
        paragraphs, lines, written = [], [], 0
        while written < count:
            lines.append(self.sentence())
            written += len(lines[-1].split())
            if len(lines) == 5:
                paragraphs.append(" ".join(lines))
                lines = []
        return "\n\n".join([*paragraphs, " ".join(lines)]).strip()

    def letter(self) -> str:
        """Return a reader's words: one in six holds markup."""
        text = self.text(self.chance.randint(15, 75))
        return self.chance.choice(
            [text] * 15
            + [
                f"{text}\n\n- {self.sentence()}\n- {self.sentence()}",
                f"{text}\n\n```\n{self.sentence()}\n```",
                f"{text} See https://example.com/{self._words[0]} *please*.",
            ]
        )

    def title(self) -> str:
        """Return a title of a few words."""
        return " ".join(self.chance.choices(self._words, k=5)).capitalize()

    def name(self) -> str:
        """Return a person's name."""
        return " ".join(w.capitalize() for w in self.chance.choices(self._words, k=2))


def write(path: Path, text: str) -> None:
    """Write a file, with its folders."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")


def posts(site: Path, size: Size) -> None:
    """Write the settings and the posts of the blog."""
    words = Words(SEED)
    write(site / "pelicanconf.py", CONF)
    for n in range(size.posts):
        # a letter at the end: page 2 of "tag1" would be "tag12"
        tags = ", ".join(f"tag{t}x" for t in words.chance.sample(range(TAGS), 3))
        head = f"Title: {words.title()}\nDate: {day(words, 2012)}\nSlug: post-{n}\nTags: {tags}\n"
        write(site / "content" / "posts" / f"post-{n}.md", f"{head}\n{words.text(350)}\n")


def day(words: Words, first: int, years: int = 12) -> str:
    """Return a day of one of some years."""
    return f"{first + words.chance.randrange(years)}-{words.chance.randint(1, 12):02}-{words.chance.randint(1, 28):02}"


def letters(size: Size) -> Iterator[tuple[str, str, str, str, str]]:
    """Yield slug of the post, day, name, a number and the words of every note; one in twenty wrote before."""
    words = Words(SEED + 1)
    people = [words.name()]
    for n in range(size.notes):
        slug = f"post-{words.chance.randrange(size.posts)}"
        name = words.chance.choice(people) if words.chance.random() < 0.05 else words.name()
        people.append(name)
        yield slug, day(words, 2013), name, f"{n:05}", words.letter()


def notes(site: Path, size: Size) -> None:
    """Write the notes of the blog, questions first; half of these have an answer."""
    for n, (slug, when, name, end, text) in enumerate(letters(size)):
        head = f"From: {name}\nPerson: p-{crc32(name.encode()):x}\nShow: named\nVia: comment\n"
        if n < size.questions:
            head = f"Kind: question\n{head}"
        answer = f"\n--- answer, 2025-02-03\n\n{text}\n" if n < size.questions and n % 2 else ""
        write(site / "content" / "gratitude" / slug / f"{when}-{end}.note", f"{head}\n{text}\n{answer}")


def comments(site: Path, size: Size) -> None:
    """Write the same as the peer wants it."""
    write(site / "pelicanconf.py", CONF + PEER)
    for slug, when, name, end, text in letters(size):
        write(site / "content" / "comments" / slug / f"{end}.md", f"date: {when}\nauthor: {name}\n\n{text}\n")


def pages(site: Path, size: Size) -> None:
    """Write as many plain pages as questions, of the same words, and no posts but those that are asked about."""
    posts(site, Size(posts=20))
    write(site / "pelicanconf.py", CONF + ONLY_PAGES)
    count = Size(posts=20, notes=size.questions, questions=size.questions)
    notes(site, count)
    for n, (_, when, name, _, text) in enumerate(letters(count)):
        body = f"{text}\n\n{text}" if n % 2 else text
        write(site / "content" / "pages" / f"page-{n}.md", f"Title: {name}\nDate: {when}\nSlug: page-{n}\n\n{body}\n")


def make_sites(folder: Path, size: Size, *, with_peer: bool = False) -> None:
    """Write the sites `plain`, `ours`, `pages` and, if wanted, `peer` below ``folder``."""
    for name in ("plain", "ours", *(("peer",) if with_peer else ())):
        posts(folder / name, size)
    notes(folder / "ours", size)
    pages(folder / "pages", size)
    if with_peer:
        comments(folder / "peer", size)


def run(site: Path, script: str, *, python: str = sys.executable, ours: bool = True, name: str) -> tuple[float, str]:
    """Return the CPU seconds of one process, and what it printed last. ``name`` tells apart output and cache."""
    folders = f"OUTPUT, CACHE = {f'output-{name}'!r}, {f'cache-{name}'!r}\n"
    named = ["gratitude"] if ours else []  # no other plugin that happens to be installed
    folders += f"NAMED, PLUGINS = {named!r}, {['-e', f'PLUGINS={json.dumps(named)}']!r}\n"
    arguments = [str(PLUGINS)] if ours else []
    before = os.times()
    process = subprocess.run(
        [python, "-c", folders + script, *arguments],
        cwd=site,
        check=True,
        stdout=subprocess.PIPE,
        text=True,
        env=with_bytecode(),
    )
    after = os.times()
    cpu = after.children_user - before.children_user + after.children_system - before.children_system
    return cpu, (process.stdout.splitlines() or [""])[-1]


def measured(folder: Path, size: Size, *, rounds: int, peer: str = "") -> dict[str, float]:
    """Return the median CPU seconds of each case, the figures of the pages, and the bytes of our largest page."""
    make_sites(folder, size, with_peer=bool(peer))
    plain, ours = folder / "plain", folder / "ours"
    times: dict[str, list[float]] = {}

    def note(case: str, seconds: float) -> None:
        times.setdefault(case, []).append(seconds)

    for _ in range(rounds):
        note("plain Pelican", run(plain, BUILD, ours=False, name="plain")[0])
        note("the plugin, no notes", run(plain, BUILD, name="ours")[0])
        note("notes, cold", run(ours, BUILD, name="ours")[0])
        note("notes, warm", run(ours, BUILD, name="ours")[0])
        for path in ours.glob("cache-ours/*"):
            path.unlink()
        if peer:
            note("the peer", run(folder / "peer", PEER_BUILD, python=peer, ours=False, name="peer")[0])
        note("rebuild, plain", json.loads(run(plain, REBUILD, ours=False, name="plain")[1]))
        note("rebuild after a note", json.loads(run(ours, REBUILD, name="again")[1]))
        note("inside our receivers, no notes", sum(json.loads(run(plain, RECEIVERS, name="ours")[1]).values()))
        spent = json.loads(run(folder / "pages", PAGES, name="cold")[1])
        note("write a plain page", spent["write plain"] / size.questions)
        note("write a question", spent["_write_pages"] / size.questions)
        note(
            "file to page, plain", (spent["read plain"] + spent["write plain"] - spent["_read_notes"]) / size.questions
        )
        note("file to page, question", sum(s for n, s in spent.items() if n[0] == "_") / size.questions)
        for path in (folder / "pages").glob("cache-cold/*"):
            path.unlink()
    same = is_same(plain / "output-plain", plain / "output-ours")
    found = {name: median(values) for name, values in times.items()}
    return {**found, "largest page": largest(ours / "output-ours"), "same bytes": float(same)}


def is_same(one: Path, other: Path) -> bool:
    """Say whether two folders hold the same files with the same bytes."""
    files = [sorted(p.relative_to(root) for p in root.rglob("*") if p.is_file()) for root in (one, other)]
    return files[0] == files[1] and not any(filecmp.cmpfiles(one, other, files[0], shallow=False)[1:])


def largest(output: Path) -> int:
    """Return the bytes of the largest page of ours below the output."""
    ours = [p for folder in ("who-this-helped", "questions") for p in (output / folder).rglob("*.html")]
    return max((p.stat().st_size for p in ours), default=0)


def table(found: dict[str, float]) -> str:
    """Return the figures as a table in Markdown, each with what it is measured against."""
    plain = found["plain Pelican"]

    def more(case: str, base: str = "plain Pelican") -> str:
        return f"{found[case] / found[base] - 1:+.1%}"

    rows = [("plain Pelican", f"{plain:.2f} s", "", "")]
    for case, aim in (("the plugin, no notes", ""), ("notes, cold", "+60 %"), ("notes, warm", "+15 %")):
        rows.append((case, f"{found[case]:.2f} s", more(case), aim))
    if "the peer" in found:
        rows.append(("the peer", f"{found['the peer']:.2f} s", more("the peer"), ""))
    inside = found["inside our receivers, no notes"]
    rows += [
        ("inside our receivers, no notes", f"{inside * 1000:.1f} ms", f"{inside / plain:.2%}", "1 %"),
        ("same bytes with no notes", "yes" if found["same bytes"] else "NO", "", "yes"),
        ("rebuild, plain", f"{found['rebuild, plain']:.2f} s", "", ""),
        ("rebuild after a note", f"{found['rebuild after a note']:.2f} s", more("rebuild after a note", "rebuild, plain"), ""),
    ]  # fmt: skip
    for base, case in (("write a plain page", "write a question"), ("file to page, plain", "file to page, question")):
        rows.append((base, f"{found[base] * 1000:.2f} ms", "", ""))
        rows.append((case, f"{found[case] * 1000:.2f} ms", f"x {found[case] / found[base]:.2f}", "x 1.3"))
    rows.append(("largest page of ours", f"{found['largest page'] / 1000:.0f} KB", "", "300 KB"))
    lines = ["| | CPU | against plain | aim |", "|---|---|---|---|"]
    return "\n".join([*lines, *(f"| {' | '.join(row)} |" for row in rows)])


def main(argv: Sequence[str] | None = None) -> int:
    """Measure and print."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.build", description="What a build costs.")
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--posts", type=int, default=Size.posts)
    parser.add_argument("--notes", type=int, default=Size.notes, help="how many, questions among them")
    parser.add_argument("--questions", type=int, default=Size.questions)
    parser.add_argument("--peer", default="", metavar="PYTHON", help="measure the peer, installed for this Python")
    asked = parser.parse_args(argv)
    size = Size(asked.posts, asked.notes, min(asked.questions, asked.notes))
    print(f"{size}; medians of {asked.rounds}, CPU seconds (load {os.getloadavg()[0]:.1f} on {os.cpu_count()} cores)")
    with tempfile.TemporaryDirectory() as folder:
        print(table(measured(Path(folder), size, rounds=asked.rounds, peer=asked.peer)))
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
