"""Builds small sites for real: Pelican in a process of its own, our package from plugins/."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
TINY = ROOT / "tests" / "sites" / "tiny"


@dataclass(frozen=True)
class Site:
    """A copy of tests/sites/tiny that a test may change and build."""

    root: Path

    @property
    def output(self) -> Path:
        return self.root / "output"

    def page(self, path: str) -> str:
        return (self.output / path).read_text(encoding="utf-8")

    def tree(self) -> dict[str, bytes]:
        files = sorted(p for p in self.output.rglob("*") if p.is_file())
        return {p.relative_to(self.output).as_posix(): p.read_bytes() for p in files}

    def anywhere(self, needle: str) -> list[str]:
        return [path for path, data in self.tree().items() if needle.encode() in data]

    def note(self, path: str, text: str) -> Path:
        return self.write(f"content/gratitude/{path}", text)

    def write(self, path: str, text: str) -> Path:
        target = self.root / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(text, encoding="utf-8")
        return target

    def configure(self, lines: str) -> None:
        with (self.root / "pelicanconf.py").open("a", encoding="utf-8") as file:
            file.write(lines + "\n")

    def build(self, *options: str, ok: int = 0) -> str:
        """Build and return what Pelican said; without a plugin: ``build("-e", "PLUGINS=[]")``."""
        run = subprocess.run(
            [sys.executable, "-m", "pelican", "content", "-s", "pelicanconf.py", *options],
            cwd=self.root,
            capture_output=True,
            text=True,
            check=False,
            timeout=120,
            env={**os.environ, "COLUMNS": "1000", "SOURCE_DATE_EPOCH": "1795000000", "NO_COLOR": "1", "TERM": "dumb"},
        )
        said = run.stdout + run.stderr
        assert run.returncode == ok, said
        assert "Traceback" not in said, said
        return said


def copy_of_tiny(folder: Path, *, notes: bool = True) -> Site:
    site = Site(folder / "site")
    shutil.copytree(TINY, site.root, ignore=shutil.ignore_patterns("output", "cache", "__pycache__"))
    if not notes:
        shutil.rmtree(site.root / "content" / "gratitude")
    site.configure(f"PLUGIN_PATHS = [{str(ROOT / 'plugins')!r}]")
    return site


@pytest.fixture
def tiny(tmp_path: Path) -> Site:
    """The tiny site, with all its notes."""
    return copy_of_tiny(tmp_path)


@pytest.fixture
def bare(tmp_path: Path) -> Site:
    """The tiny site without any note."""
    return copy_of_tiny(tmp_path, notes=False)


@pytest.fixture(scope="session")
def built(tmp_path_factory: pytest.TempPathFactory) -> Site:
    """The tiny site, built once; tests only read it."""
    site = copy_of_tiny(tmp_path_factory.mktemp("built"))
    site.build("--fatal", "warnings")
    return site


@pytest.fixture(scope="session")
def new_site(tmp_path_factory: pytest.TempPathFactory) -> Callable[[], Site]:
    return lambda: copy_of_tiny(tmp_path_factory.mktemp("site"))
