"""How the layout is kept: what a build loads, what imports what while loading, and how large things may grow."""

from __future__ import annotations

import ast
import json
import os
import subprocess
import sys
from collections.abc import Iterator
from graphlib import CycleError, TopologicalSorter
from pathlib import Path

import pytest

PLUGINS = Path(__file__).resolve().parents[1] / "plugins"
PACKAGE = PLUGINS / "gratitude"
SOURCES = sorted(PACKAGE.rglob("*.py"))
PUBLIC_HALF = {"", "render", "note", "text", "urls", "errors"}
"""What a build may load of ours, by the first name below the package; the package itself is ""."""
NOT_FOR_A_BUILD = {"sqlite3", "imaplib", "smtplib", "mailbox", "flask", "bs4", "akismet", "httpx"}
HEAVY = {"bs4", "akismet", "httpx", "flask", "waitress", "defusedxml", "imapclient"}

NOTE = """\
From: Ann
Show: named

This saved my weekend. Thank you!
"""
CONF = """\
SITENAME = "Small"
PATH = "content"
TIMEZONE = "UTC"
FEED_ALL_ATOM = CATEGORY_FEED_ATOM = TRANSLATION_FEED_ATOM = AUTHOR_FEED_ATOM = AUTHOR_FEED_RSS = None
"""
# Runs Pelican without a network. ``way`` is the folder of PLUGIN_PATHS, or one that holds pelican/plugins/gratitude.
BUILD = """\
import json, socket, sys
from pathlib import Path
tried = []
def refuse(self, address, *more):
    tried.append(repr(address))
    raise OSError("no network in this test")
socket.socket.connect = socket.socket.connect_ex = refuse
import pelican, pelican.plugins
own = str(Path(pelican.__file__).parent / "plugins")
pelican.plugins.__path__ = [own, *sys.argv[2:]]  # an editable install of ours is hidden
pelican.main(["content", "-s", sys.argv[1], "--fatal", "warnings"])
print(json.dumps({"modules": sorted(sys.modules), "tried": tried}))
"""
HELP = """\
import json, sys
from gratitude.cli import main
try:
    main(["--help"])
except SystemExit as end:
    print(json.dumps({"code": end.code, "modules": sorted(sys.modules)}))
"""


def said(script: str, *arguments: str, cwd: Path, **environment: str) -> tuple[str, dict[str, list[str]]]:
    """Run a script in a process of its own; return what it printed and the JSON of its last line."""
    run = subprocess.run(
        [sys.executable, "-c", script, *arguments],
        cwd=cwd,
        env={**os.environ, "PYTHONPATH": str(PLUGINS), **environment},
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )
    assert run.returncode == 0, run.stdout + run.stderr
    *text, last = run.stdout.splitlines()
    return "\n".join(text), json.loads(last)


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """A blog with one post, and one thank-you note about it."""
    notes = tmp_path / "content" / "gratitude" / "kettle"
    notes.mkdir(parents=True)
    (notes / "2026-05-03-ab12.note").write_text(NOTE, encoding="utf-8")
    post = "Title: Descaling a kettle\nDate: 2026-05-01\nSlug: kettle\n\nVinegar, and an hour.\n"
    (tmp_path / "content" / "kettle.md").write_text(post, encoding="utf-8")
    return tmp_path


@pytest.mark.parametrize("name", ["gratitude", "pelican.plugins.gratitude"])
def test_a_build_loads_the_public_half_only(site: Path, name: str):
    """A site is built with no network and no private folder, and loads nothing of the private half."""
    by_path = f'PLUGIN_PATHS = [{str(PLUGINS)!r}]\nPLUGINS = ["gratitude"]\n'
    (site / "pelicanconf.py").write_text(CONF + (by_path if name == "gratitude" else ""), encoding="utf-8")
    found_in = [] if name == "gratitude" else [str(PLUGINS)]
    nowhere = site / "no-home"

    _, run = said(BUILD, "pelicanconf.py", *found_in, cwd=site, HOME=str(nowhere), XDG_DATA_HOME=str(nowhere))

    ours = {m.removeprefix(name).lstrip(".") for m in run["modules"] if m == name or m.startswith(f"{name}.")}
    assert PUBLIC_HALF >= {m.partition(".")[0] for m in ours}
    assert {"", "render.plugin", "note.format"} <= ours, "the plugin did not run"
    assert set() == NOT_FOR_A_BUILD & set(run["modules"])
    assert [] == run["tried"]
    assert not nowhere.exists()
    assert "This saved my weekend" in (site / "output" / "who-this-helped" / "index.html").read_text(encoding="utf-8")


def test_help_is_light(tmp_path: Path):
    """`gratitude --help` loads neither the desk's nor the mail reader's nor the network's libraries."""
    text, run = said(HELP, cwd=tmp_path)

    assert "collect" in text
    assert set() == HEAVY & set(run["modules"])


def module_name(path: Path, package: Path) -> str:
    return ".".join(path.relative_to(package.parent).with_suffix("").parts).removesuffix(".__init__")


def at_import_time(node: ast.AST) -> Iterator[ast.Import | ast.ImportFrom]:
    """Yield the imports that run when a module is loaded: not those in functions, nor for type checkers only."""
    for child in ast.iter_child_nodes(node):
        if isinstance(child, ast.Import | ast.ImportFrom):
            yield child
        elif isinstance(child, ast.If) and "TYPE_CHECKING" in ast.dump(child.test):
            continue
        elif not isinstance(child, ast.FunctionDef | ast.AsyncFunctionDef | ast.Lambda):
            yield from at_import_time(child)


def import_graph(package: Path) -> dict[str, set[str]]:
    """Return which modules of ``package`` each of them imports while it is loaded (relative imports, as ours are)."""
    paths = {module_name(p, package): p for p in package.rglob("*.py")}
    graph: dict[str, set[str]] = {name: set() for name in paths}
    for name, path in paths.items():
        parents = name.split(".") if path.name == "__init__.py" else name.split(".")[:-1]
        for node in at_import_time(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.ImportFrom) and node.level:
                base = ".".join([*parents[: len(parents) - node.level + 1], *([node.module] if node.module else [])])
                graph[name] |= {f"{base}.{a.name}" if f"{base}.{a.name}" in paths else base for a in node.names}
        graph[name] -= {name}
    return graph


def first_cycle(graph: dict[str, set[str]]) -> list[str]:
    """Return a cycle of ``graph``, its first module again at the end; empty when there is none."""
    try:
        TopologicalSorter(graph).prepare()
    except CycleError as exc:
        return list(exc.args[1])
    return []


def test_no_import_cycle():
    """No module needs, while it loads, one that needs it: also within a package, which import-linter cannot see."""
    graph = import_graph(PACKAGE)

    assert len(SOURCES) == len(graph)
    assert [] == first_cycle(graph)


@pytest.mark.parametrize(
    ("one", "two", "cycle"),
    [
        ("from . import two", "from .one import x", True),
        ("from .two import x", "def f():\n    from . import one", False),
        ("from .two import x", "if TYPE_CHECKING:\n    from . import one", False),
    ],
)
def test_a_cycle_is_found(tmp_path: Path, one: str, two: str, cycle: bool):
    """The search above tells a cycle from imports that run later or never."""
    package = tmp_path / "package"
    package.mkdir()
    for name, text in (("__init__", ""), ("one", one), ("two", two)):
        (package / f"{name}.py").write_text(text, encoding="utf-8")

    assert cycle == bool(first_cycle(import_graph(package)))


@pytest.mark.parametrize("path", SOURCES, ids=lambda p: module_name(p, PACKAGE))
def test_a_module_keeps_the_house_style(path: Path):
    """Relative imports of our own, heavy libraries only inside functions, docstrings, at most 400 and 60 lines."""
    text = path.read_text(encoding="utf-8")
    tree = ast.parse(text)

    assert [] == list(own_names(tree)), "it also runs as pelican.plugins.gratitude: import relatively"
    assert set() == HEAVY & set(first_names(at_import_time(tree))), "import it where it is used"
    assert [] == list(undocumented(tree))
    assert len(text.splitlines()) <= 400
    assert [] == [
        f"{n.name}: {n.end_lineno - n.lineno + 1} lines"
        for n in ast.walk(tree)
        if isinstance(n, ast.FunctionDef | ast.AsyncFunctionDef) and n.end_lineno and n.end_lineno - n.lineno >= 60
    ]


def first_names(imports: Iterator[ast.AST]) -> Iterator[str]:
    for node in imports:
        if isinstance(node, ast.Import):
            yield from (a.name.partition(".")[0] for a in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
            yield node.module.partition(".")[0]


def own_names(tree: ast.Module) -> Iterator[str]:
    """Yield imports of our own package by an absolute name, which would load a second copy of it."""
    for node in ast.walk(tree):
        names = [a.name for a in node.names] if isinstance(node, ast.Import) else []
        if isinstance(node, ast.ImportFrom) and not node.level:
            names = [f"{node.module}.{a.name}" for a in node.names]
        yield from (n for n in names if f"{n}.".startswith(("gratitude.", "pelican.plugins.gratitude.")))


def undocumented(
    node: ast.Module | ast.ClassDef | ast.FunctionDef | ast.AsyncFunctionDef, where: str = "module"
) -> Iterator[str]:
    """Yield what is public and has no docstring: the module, its classes and functions, their methods."""
    if not ast.get_docstring(node):
        yield where
    if isinstance(node, ast.Module | ast.ClassDef):
        for child in node.body:
            if isinstance(child, ast.ClassDef | ast.FunctionDef | ast.AsyncFunctionDef) and child.name[0] != "_":
                yield from undocumented(child, child.name)
