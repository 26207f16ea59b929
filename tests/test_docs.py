"""The docs are held to the code."""

import re
import shlex
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
DOCS = ROOT / "docs"
sys.path.insert(0, str(DOCS))

import generate  # noqa: E402

PAGES = sorted([*DOCS.rglob("*.md"), ROOT / "README.md", ROOT / "CONTRIBUTING.md"])


@pytest.mark.parametrize("name", sorted(generate.PAGES))
def test_reference_pages_say_what_the_code_says(name):
    """Run `python docs/generate.py` after changing a command, a setting, a move or a header."""
    assert generate.PAGES[name]() == (DOCS / "reference" / name).read_text("utf-8")


@pytest.mark.parametrize("page", PAGES, ids=lambda p: p.relative_to(ROOT).as_posix())
def test_links_between_pages_lead_somewhere(page):
    """Every relative link of a page names a file that is there."""
    text = re.sub(r"```.*?```|`[^`\n]*`", "", page.read_text("utf-8"), flags=re.DOTALL)
    targets = [t.split("#")[0] for t in re.findall(r"\]\(([^)\s]+)\)", text)]

    assert [] == [
        t
        for t in targets
        if t and "://" not in t and not t.startswith(("mailto:", "{")) and not (page.parent / t).exists()
    ]


def test_commands_in_the_docs_exist():
    """No page tells to run a command that there is not."""
    from gratitude.cli.commands import COMMANDS

    known = {name for group in COMMANDS.values() for name in group}
    named = {
        m
        for page in PAGES
        if "decisions" not in page.parts
        for m in re.findall(r"`gratitude ([a-z]+)", page.read_text("utf-8"))
    }

    assert named - known == set()


def test_functions_on_the_way_of_a_mail_exist():
    """The page that follows a mail through the code names functions that are there."""
    from importlib import import_module

    page = (DOCS / "explanation" / "the-way-of-a-mail.md").read_text("utf-8")
    for module, name in re.findall(r"`gratitude\.([a-z_.]+):([A-Za-z_.]+)`", page):
        found = import_module(f"gratitude.{module}")
        for part in name.split("."):
            found = getattr(found, part)
        assert callable(found), (module, name)


@pytest.mark.slow
def test_the_tutorial_works_as_it_is_written(tmp_path):
    """Every command of the first evening runs, in a copy of the clone, and ends as the page says."""
    import os
    import shutil
    import subprocess

    for name in ("content", "theme", "samples"):
        shutil.copytree(ROOT / name, tmp_path / name)
    for name in ("pelicanconf.py", "publishconf.py"):
        shutil.copy(ROOT / name, tmp_path)
    (tmp_path / "plugins").symlink_to(ROOT / "plugins")
    env = {**os.environ, "PYTHONPATH": str(ROOT / "plugins"), "NO_COLOR": "1"}
    env.pop("GRATITUDE_HOME", None)
    page = (DOCS / "tutorial" / "first-evening.md").read_text("utf-8")
    lines = [
        "gratitude collect samples/mail samples/wordpress.xml",
        *re.findall(r"^(<!-- exit \d -->|    \.venv/bin/.*)$", page, re.MULTILINE),
    ]
    wanted, ran = 0, 0

    for line in lines:
        if line.startswith("<!--"):
            wanted = int(line.split()[2])
            continue
        command = line.strip().removeprefix(".venv/bin/")
        module = "pelican" if command.startswith("pelican") else "gratitude"
        done = subprocess.run(
            f"{shlex.quote(sys.executable)} -m {module} {command.split(' ', 1)[1]}",
            shell=True,
            cwd=tmp_path,
            env=env,
            capture_output=True,
            text=True,
            check=False,
        )
        assert done.returncode == wanted, (command, done.stdout, done.stderr)
        wanted, ran = 0, ran + 1

    assert ran >= 12
    assert any("Gwen Parfitt" in p.read_text("utf-8") for p in (tmp_path / "content/gratitude").rglob("*.note"))


def test_the_page_on_themes_names_every_fragment_and_only_what_a_note_has():
    """A theme author finds each template, and no name that is not there."""
    from gratitude.render.arrange import Section
    from gratitude.render.card import Card, TurnCard

    page = (DOCS / "how-to" / "your-theme.md").read_text("utf-8")
    data = page[page.index("## The notes as data") : page.index("## One fragment")]
    templates = {p.name for p in (ROOT / "plugins/gratitude/render/templates/gratitude").glob("*.html")}
    names = {n for row in re.findall(r"(?m)^\| `.*$|^Each of .*$", data) for n in re.findall(r"`([a-z_]+)", row)}

    assert templates == set(re.findall(r"`([a-z]+\.html)`", page[page.index("## One fragment") :]))
    assert {n for n in names if not any(hasattr(kind, n) for kind in (Section, Card, TurnCard))} == set()
