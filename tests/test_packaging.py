"""The package as people get it: built, installed and run for real, with the traps that were found on the way.

Nothing is downloaded: the new environments see the libraries of this one, and the build back end is one of them.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
import sysconfig
import tomllib
import venv
import zipfile
from collections.abc import Iterable
from contextlib import suppress
from dataclasses import dataclass
from importlib.metadata import PackageNotFoundError, requires
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

NOT_SOURCE = shutil.ignore_patterns(
    ".git", ".venv", ".*cache", ".hypothesis", ".gratitude", "__pycache__", "build", "dist", "output", "node_modules"
)
CONF = """\
SITENAME = "Small"
PATH = "content"
TIMEZONE = "UTC"
FEED_ALL_ATOM = CATEGORY_FEED_ATOM = TRANSLATION_FEED_ATOM = AUTHOR_FEED_ATOM = AUTHOR_FEED_RSS = None
"""
NOTE = "From: Ann\nShow: named\n\nThis saved my weekend. Thank you!\n"
Asked = tuple[str, frozenset[str]]
"""A distribution and its extras."""
PLUGINS_LISTED = "from pelican.plugins._utils import list_plugins; list_plugins()"
"""What the command `pelican-plugins` runs."""


@dataclass(frozen=True)
class Environment:
    """A new virtual environment, and the commands in it."""

    root: Path

    def run(self, *command: str | Path, cwd: Path) -> str:
        """Run a program of the environment in ``cwd``; it must succeed. Return what it printed."""
        program, *arguments = command
        done = subprocess.run(
            [self.root / "bin" / program, *arguments],
            cwd=cwd,
            env={k: v for k, v in os.environ.items() if k != "PYTHONPATH"} | {"COLUMNS": "400", "NO_COLOR": "1"},
            capture_output=True,
            text=True,
            timeout=120,
            check=False,
        )
        assert done.returncode == 0, done.stdout + done.stderr
        return done.stdout + done.stderr

    def install(self, *what: str | Path) -> None:
        """Install with this environment's pip, without looking anywhere else."""
        pip = [sys.executable, "-m", "pip", "--python", self.root / "bin" / "python", "install"]
        quiet = ["--quiet", "--no-deps", "--no-index", "--no-build-isolation", "--disable-pip-version-check"]
        done = subprocess.run([*pip, *quiet, *what], capture_output=True, text=True, timeout=300, check=False)
        assert done.returncode == 0, done.stdout + done.stderr

    def build(self, site: Path, conf: str = "") -> dict[str, bytes]:
        """Build ``site`` with these lines in its settings; return every file of the output."""
        (site / "pelicanconf.py").write_text(CONF + conf, encoding="utf-8")
        shutil.rmtree(site / "output", ignore_errors=True)
        self.run("python", "-m", "pelican", "content", "--fatal", "warnings", cwd=site)
        files = (p for p in (site / "output").rglob("*") if p.is_file())
        return {p.relative_to(site / "output").as_posix(): p.read_bytes() for p in files}


def new_environment(folder: Path) -> Environment:
    """Make an environment that has this one's libraries, but not this package."""
    libraries = folder / "libraries"
    libraries.mkdir(parents=True)
    for source in {sysconfig.get_path("purelib"), sysconfig.get_path("platlib")}:
        for entry in Path(source).iterdir():
            if "pelican_gratitude" not in entry.name:
                (libraries / entry.name).symlink_to(entry)
    root = folder / "venv"
    venv.create(root, symlinks=True, with_pip=False)
    (site_packages,) = root.glob("lib/python*/site-packages")
    (site_packages / "libraries.pth").write_text(f"{libraries}\n", encoding="utf-8")
    return Environment(root)


def built_wheel(source: Path, into: Path) -> Path:
    """Build source distribution and wheel as for a release (the wheel from the source distribution)."""
    command = [sys.executable, "-m", "build", "--no-isolation", "--outdir", into, source]
    done = subprocess.run(command, capture_output=True, text=True, timeout=300, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    (wheel,) = into.glob("*.whl")
    return wheel


def files_of(wheel: Path) -> set[str]:
    with zipfile.ZipFile(wheel) as archive:
        return {name for name in archive.namelist() if ".dist-info/" not in name}


def sources_of(clone: Path) -> set[str]:
    package = clone / "plugins" / "gratitude"
    files = (p for p in package.rglob("*") if p.is_file() and "__pycache__" not in p.parts)
    return {f"pelican/plugins/gratitude/{p.relative_to(package).as_posix()}" for p in files}


@pytest.fixture(scope="module")
def clone(tmp_path_factory: pytest.TempPathFactory, repo: Path) -> Path:
    """The sources, elsewhere, so that nothing is built in the clone you work in."""
    return Path(shutil.copytree(repo, tmp_path_factory.mktemp("clone") / "gratitude", ignore=NOT_SOURCE))


@pytest.fixture(scope="module")
def wheel(clone: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    return built_wheel(clone, tmp_path_factory.mktemp("dist"))


@pytest.fixture(scope="module")
def with_wheel(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Environment:
    """An environment in which the wheel is installed."""
    environment = new_environment(tmp_path_factory.mktemp("with-wheel"))
    environment.install(wheel)
    return environment


@pytest.fixture(scope="module")
def editable_clone(repo: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A second copy of the sources: the one that is installed in editable form."""
    return Path(shutil.copytree(repo, tmp_path_factory.mktemp("editable") / "gratitude", ignore=NOT_SOURCE))


@pytest.fixture(scope="module")
def with_editable(editable_clone: Path, tmp_path_factory: pytest.TempPathFactory) -> Environment:
    """An environment with ``pip install -e``."""
    environment = new_environment(tmp_path_factory.mktemp("with-editable"))
    environment.install("--editable", editable_clone)
    return environment


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """A blog of one post with a note about it."""
    notes = tmp_path / "site" / "content" / "gratitude" / "kettle"
    notes.mkdir(parents=True)
    (notes / "2026-05-03-ab12.note").write_text(NOTE, encoding="utf-8")
    post = "Title: Descaling a kettle\nDate: 2026-05-01\nSlug: kettle\n\nVinegar, and an hour.\n"
    (tmp_path / "site" / "content" / "kettle.md").write_text(post, encoding="utf-8")
    return tmp_path / "site"


def shown(output: dict[str, bytes]) -> tuple[int, int]:
    """Return how often the note's words stand on the wall, and on its post's page, for people to read."""
    words = re.compile(rb"<blockquote[^>]*>(?:<[^>]*>)*This saved my weekend")
    pages = output.get("who-this-helped/index.html", b""), output["kettle.html"]
    return len(words.findall(pages[0])), len(words.findall(pages[1]))


@pytest.mark.slow
def test_the_wheel_holds_the_package_and_nothing_else(clone: Path, wheel: Path):
    """Every file of plugins/gratitude lands below pelican/plugins/gratitude, which stays a namespace."""
    files = files_of(wheel)

    assert sources_of(clone) == files
    for core in (
        "__init__.py",
        "py.typed",
        "render/templates/gratitude/note.html",
        "inbox/sql/0003_learner.sql",
        "screen/prior.bin",
    ):
        assert f"pelican/plugins/gratitude/{core}" in files
    assert any(f.endswith("gratitude.css") for f in files)
    assert any("/classify/phrases/" in f for f in files)


@pytest.mark.slow
def test_the_wheel_carries_the_licence(wheel: Path):
    """Whoever gets the wheel gets the licence's text."""
    with zipfile.ZipFile(wheel) as archive:
        (name,) = (n for n in archive.namelist() if n.endswith("licenses/LICENSE"))
        text = archive.read(name).decode()

    assert "GNU AFFERO GENERAL PUBLIC LICENSE" in text
    assert "Version 3, 19 November 2007" in text


@pytest.mark.slow
def test_a_wheel_built_after_an_editable_install_is_whole(
    editable_clone: Path, with_editable: Environment, tmp_path: Path
):
    """The link in build/editable once made the builder skip the package itself: an empty wheel, and no error."""
    link = editable_clone / "build" / "editable" / "pelican" / "plugins" / "gratitude"
    assert link.resolve() == editable_clone / "plugins" / "gratitude"

    wheel = built_wheel(editable_clone, tmp_path)

    assert sources_of(editable_clone) == files_of(wheel)


@pytest.mark.slow
@pytest.mark.parametrize("way", ["with_wheel", "with_editable"])
def test_it_is_found_and_runs(way: str, site: Path, request: pytest.FixtureRequest):
    """Installed either way, Pelican lists it, both commands run, and a blog that names no plugins shows its note."""
    environment: Environment = request.getfixturevalue(way)

    listed = environment.run("python", "-c", PLUGINS_LISTED, cwd=site)
    by_script = environment.run("gratitude", "--help", cwd=site)
    by_module = environment.run("python", "-m", "pelican.plugins.gratitude", "--help", cwd=site)

    assert "pelican.plugins.gratitude" in listed
    assert by_script == by_module
    assert "collect" in by_script
    assert shown(environment.build(site)) == (1, 1)
    assert shown(environment.build(site, 'PLUGINS = ["gratitude"]\n')) == (1, 1)
    assert shown(environment.build(site, "PLUGINS = []\n")) == (0, 0)


@pytest.mark.slow
def test_an_editable_install_is_live(editable_clone: Path, with_editable: Environment, site: Path):
    """What is changed in the clone is what runs, templates too, with nothing installed again."""
    package = editable_clone / "plugins" / "gratitude"
    template = package / "render" / "templates" / "gratitude" / "note.html"
    before = template.read_text(encoding="utf-8")
    template.write_text(f"{before}<!-- changed just now -->", encoding="utf-8")
    (package / "written_just_now.py").write_text("WORD = 'new'\n", encoding="utf-8")
    try:
        output = with_editable.build(site)
        word = with_editable.run(
            "python", "-c", "from pelican.plugins.gratitude.written_just_now import WORD; print(WORD)", cwd=site
        )
    finally:
        template.write_text(before, encoding="utf-8")
        (package / "written_just_now.py").unlink()

    assert b"changed just now" in output["kettle.html"]
    assert word == "new\n"


@pytest.mark.slow
def test_it_works_without_being_installed(clone: Path, site: Path, tmp_path: Path):
    """PLUGIN_PATHS is enough: the folder plugins/ of a clone, by the name gratitude."""
    environment = new_environment(tmp_path / "bare")

    output = environment.build(site, f'PLUGIN_PATHS = [{str(clone / "plugins")!r}]\nPLUGINS = ["gratitude"]\n')

    assert "gratitude" not in environment.run("python", "-c", PLUGINS_LISTED, cwd=site)
    assert shown(output) == (1, 1)


@pytest.mark.slow
def test_version_tells_which_copy_runs(clone: Path, with_wheel: Environment, with_editable: Environment):
    """With a wheel installed, that copy runs also inside a clone: `gratitude --version` names its file."""
    version = re.search(r'__version__ = "(.+)"', (clone / "plugins/gratitude/__init__.py").read_text("utf-8"))[1]

    installed = with_wheel.run("gratitude", "--version", cwd=clone)
    editable = with_editable.run("gratitude", "--version", cwd=clone)

    (stale,) = with_wheel.root.glob("lib/python*/site-packages/pelican/plugins/gratitude/__init__.py")
    assert f"gratitude {version}" in installed
    assert str(stale) in installed
    assert str(clone) not in installed
    assert "site-packages" not in editable


@pytest.mark.slow
@pytest.mark.parametrize(
    "named",
    [
        'PLUGINS = ["gratitude", "pelican.plugins.gratitude"]\n',
        'PLUGIN_PATHS = [{plugins!r}]\nPLUGINS = ["gratitude", "pelican.plugins.gratitude"]\n',
        'import sys\nsys.path.insert(0, {plugins!r})\nimport gratitude\nPLUGINS = [gratitude, "gratitude"]\n',
    ],
    ids=["two names", "two names and a path", "two copies"],
)
def test_named_twice_it_runs_once(clone: Path, with_wheel: Environment, site: Path, named: str):
    """Two names, or two copies of the package, write what one writes."""
    once = with_wheel.build(site, 'PLUGINS = ["gratitude"]\n')
    twice = with_wheel.build(site, named.format(plugins=str(clone / "plugins")))

    assert shown(once) == (1, 1)
    assert once == twice


def required(texts: Iterable[str], extras: frozenset[str] = frozenset(), seen: set[Asked] | None = None) -> set[Asked]:
    """Return what these requirements of a distribution with ``extras`` ask for here, with what those ask for."""
    seen = set() if seen is None else seen
    for requirement in map(Requirement, texts):
        asked = canonicalize_name(requirement.name), frozenset(requirement.extras)
        marker = requirement.marker
        if asked in seen or (marker and not any(marker.evaluate({"extra": e}) for e in extras | {""})):
            continue
        seen.add(asked)
        with suppress(PackageNotFoundError):
            required(requires(requirement.name) or [], asked[1], seen)
    return seen


def test_constraints_pin_everything(repo: Path):
    """constraints.txt names one version, and no address, of all that is needed to run, test and check."""
    project = tomllib.loads((repo / "pyproject.toml").read_text("utf-8"))
    asked = [*project["project"]["dependencies"], *project["dependency-groups"]["dev"]]
    lines = [line for line in (repo / "constraints.txt").read_text("utf-8").splitlines() if line[0] != "#"]

    pins = [Requirement(line) for line in lines]

    assert all(re.fullmatch(r"[a-z0-9-]+==[a-z0-9.]+( ; [^:/@]+)?", line) for line in lines)
    here = [canonicalize_name(pin.name) for pin in pins if pin.marker is None or pin.marker.evaluate()]
    needed = {name for name, _ in required([*asked, *project["build-system"]["requires"]])}
    assert len(set(here)) == len(here)
    assert {"markdown", "mdurl", "trove-classifiers"} <= needed, "the search above misses some"
    assert set() == needed - set(here)


def test_make_help_names_every_target(repo: Path):
    """`make` alone tells what can be made."""
    done = subprocess.run(["make", "-s"], cwd=repo, capture_output=True, text=True, check=True)
    targets = re.search(r"^\.PHONY: (.+)$", (repo / "Makefile").read_text("utf-8"), re.MULTILINE)[1].split()

    assert sorted(targets) == sorted(line.split()[1] for line in done.stdout.splitlines())
