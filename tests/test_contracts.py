"""The contracts of pyproject.toml hold, they can fail, and they cover every module that says it is pure."""

from __future__ import annotations

import ast
import os
import re
import shutil
import subprocess
import sys
import tomllib
from fnmatch import fnmatchcase
from pathlib import Path

import pytest

REPO = Path(__file__).resolve().parents[1]
CONTRACTS = {
    c["name"]: c
    for c in tomllib.loads((REPO / "pyproject.toml").read_text("utf-8"))["tool"]["importlinter"]["contracts"]
}


def lint_imports(plugins: Path, config: Path) -> tuple[int, str]:
    run = subprocess.run(
        [Path(sys.executable).with_name("lint-imports"), "--no-cache", config],
        env={**os.environ, "PYTHONPATH": str(plugins), "COLUMNS": "200"},
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )
    return run.returncode, run.stdout + run.stderr


def test_the_contracts_hold(repo: Path):
    """A message travels one way, pure modules touch no world, Pelican stays at its doors."""
    code, said = lint_imports(repo / "plugins", repo / "pyproject.toml")

    assert code == 0, said


@pytest.mark.slow
@pytest.mark.parametrize(
    ("module", "line", "broken"),
    [
        ("text.py", "import sqlite3", "Pure modules touch no world"),
        ("classify/thanks.py", "from ..link import stem", "A message travels one way"),
        ("classify/thanks.py", "def f():\n    from .. import inbox", "A message travels one way"),
        ("render/card.py", "def f():\n    from .. import inbox", "A message travels one way"),
        ("note/__init__.py", "from .. import inbox", "A message travels one way"),
        ("note/__init__.py", "import os", "First pages of packages touch no world"),
        ("link/__init__.py", "import sqlite3", "Linking decides, the catalogue reads"),
        ("settings.py", "import pelican", "Pelican stays at its doors"),
        ("utils.py", "", "A message travels one way"),
    ],
)
def test_a_breach_is_caught(repo: Path, tmp_path: Path, module: str, line: str, broken: str):
    """Each kind of import that the design forbids breaks the contract that forbids it."""
    package = tmp_path / "gratitude"
    shutil.copytree(repo / "plugins" / "gratitude", package, ignore=shutil.ignore_patterns("__pycache__"))
    with (package / module).open("a", encoding="utf-8") as file:
        file.write(f"\n{line}\n")

    code, said = lint_imports(tmp_path, repo / "pyproject.toml")

    assert code != 0
    assert f"{broken} BROKEN" in said, said


def test_what_says_pure_is_under_contract(repo: Path):
    """Every module whose docstring says "Pure." stands in a contract, and every module that does says so."""
    saying, covered = set(), set()
    packages = CONTRACTS["Pure modules touch no world"]["source_modules"]
    pages = {m for c in CONTRACTS.values() if c.get("as_packages") is False for m in c["source_modules"]}
    for path in (repo / "plugins" / "gratitude").rglob("*.py"):
        name = ".".join(path.relative_to(repo / "plugins").with_suffix("").parts).removesuffix(".__init__")
        if re.search(r"\bPure\.", ast.get_docstring(ast.parse(path.read_text("utf-8"))) or ""):
            saying.add(name)
        if name in pages or any(fnmatchcase(name, p) or name.startswith(f"{p}.") for p in packages):
            covered.add(name)

    assert saying == covered, f"not both: {sorted(saying ^ covered)}; see [tool.importlinter] in pyproject.toml"
