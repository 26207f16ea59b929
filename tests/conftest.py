"""What every test may lean on: where the clone is, a home of its own, and programs that may be missing.

CI=true turns a missing program from a skip into a failure: a green run there has skipped nothing.
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import NoReturn

import pytest
from hypothesis import settings

from akismet_server import Server, akismet_server

ROOT = Path(__file__).resolve().parents[1]

# Other work on the machine must not fail a property: no deadline. CI tries the same examples each time.
settings.register_profile("gratitude", deadline=None, derandomize=os.environ.get("CI") == "true", print_blob=True)
settings.load_profile("gratitude")


@pytest.fixture(scope="session")
def repo() -> Path:
    """The root of the clone."""
    return ROOT


@pytest.fixture(scope="session", autouse=True)
def no_home_of_yours(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """No test, and nothing a test starts, reads or writes the private folder, settings or keys of whoever runs it."""
    with pytest.MonkeyPatch.context() as patch:
        for name in [n for n in os.environ if n.startswith(("GRATITUDE_", "PYTHON_AKISMET_"))]:
            patch.delenv(name)
        patch.setenv("XDG_DATA_HOME", str(tmp_path_factory.mktemp("data-home")))
        yield


def missing(what: str, package: str) -> NoReturn:
    """Skip this test because ``what`` is not here; fail it in CI. ``package`` is where one gets it."""
    say = f"{what} is missing; install {package}"
    if os.environ.get("CI") == "true":
        pytest.fail(f"{say} (.ci/run does)")
    pytest.skip(say)


@pytest.fixture(scope="session")
def program() -> Callable[[str, str], str]:
    """Call with a program and its Debian package to get the program's path: ``program("java", "default-jre-headless")``."""

    def find(name: str, package: str) -> str:
        path = shutil.which(name, path=os.environ.get("PATH", os.defpath) + os.pathsep + "/usr/sbin")
        return path or missing(name, package)

    return find


@pytest.fixture(scope="session")
def node_file() -> Callable[[str], Path]:
    """Call with a path below node_modules to get the file: ``node_file("axe-core/axe.min.js")``."""

    def find(path: str) -> Path:
        file = ROOT / "node_modules" / path
        return file if file.is_file() else missing(file.name, f"{path.split('/', 1)[0]} with npm")

    return find


@pytest.fixture
def akismet() -> Iterator[Server]:
    """The stand-in for Akismet, on loopback."""
    with akismet_server() as server:
        yield server
