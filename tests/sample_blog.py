"""The sample blog built for real, for the tests in site/: what it wrote, and a server on loopback that shows it."""

from __future__ import annotations

import http.server
import os
import shutil
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cached_property, partial
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urldefrag, urljoin, urlsplit

from lxml import html

ROOT = Path(__file__).parents[1]
SITEURL = "https://stillpages.example.com"


@dataclass
class Output:
    """What a build wrote, and the address it was built for."""

    root: Path
    url: str = SITEURL

    @cached_property
    def files(self) -> dict[str, bytes]:
        """Every file, by its path below the output."""
        found = sorted(p for p in self.root.rglob("*") if p.is_file())
        return {p.relative_to(self.root).as_posix(): p.read_bytes() for p in found}

    @cached_property
    def pages(self) -> dict[str, Any]:
        """Every HTML page as a tree, by its address relative to the site: ``questions/`` or ``tags.html``."""
        return {
            path.removesuffix("index.html"): html.document_fromstring(data, parser=html.HTMLParser(encoding="utf-8"))
            for path, data in self.files.items()
            if path.endswith(".html")
        }

    @cached_property
    def ours(self) -> list[str]:
        """The paths of the pages that hold something of ours: they link our stylesheet."""
        return [path for path in self.holding("/gratitude.css") if path.endswith(".html")]

    def holding(self, needle: str) -> list[str]:
        """The paths of the files with these words in them."""
        return [path for path, data in self.files.items() if needle.encode() in data]

    def dangling(self, page: str, link: str) -> bool:
        """Whether ``link``, as ``page`` has it, leads into this site and there to nothing."""
        address, fragment = urldefrag(urljoin(f"{self.url}/{page}", link))
        if not f"{address}/".startswith(f"{self.url}/"):
            return False
        path = unquote(urlsplit(address).path).lstrip("/")
        if path not in self.pages:
            return path not in self.files or bool(fragment)
        return bool(fragment) and fragment not in self.pages[path].xpath("//@id")


def pelican(*options: str, source: Path, output: Path, siteurl: str = "") -> list[str]:
    """The command that builds ``source`` into ``output`` and leaves nothing elsewhere."""
    cache = output.with_name(f"{output.name}-cache")
    settings = [f'CACHE_PATH="{cache}"', f'PLUGIN_PATHS=["{ROOT / "plugins"}"]']
    settings += [f'SITEURL="{siteurl}"'] if siteurl else []
    content = str(source / "content")
    return [sys.executable, "-u", "-m", "pelican", content, "-o", str(output), *options, "-e", *settings]


QUIET = {**os.environ, "COLUMNS": "1000", "NO_COLOR": "1", "TERM": "dumb"}


def build(*options: str, output: Path, source: Path = ROOT, siteurl: str = "") -> None:
    """Build as one publishes; any warning is a failure."""
    options = ("-s", "publishconf.py", "--fatal", "warnings", *options)
    command = pelican(*options, source=source, output=output, siteurl=siteurl)
    run = subprocess.run(command, cwd=source, capture_output=True, text=True, check=False, timeout=120, env=QUIET)
    assert run.returncode == 0, run.stdout + run.stderr


def copy_of_the_blog(folder: Path) -> Path:
    """A copy that a test may change: its content, its theme, its settings."""
    for name in ("content", "theme"):
        shutil.copytree(ROOT / name, folder / name)
    for name in ("pelicanconf.py", "publishconf.py"):
        shutil.copy2(ROOT / name, folder / name)
    return folder


class _Files(http.server.SimpleHTTPRequestHandler):
    def log_message(self, format: str, *values: object) -> None:
        """Say nothing."""


@contextmanager
def served(folder: Path, *, source: Path = ROOT) -> Iterator[Output]:
    """Build ``source`` for an address on loopback, and serve it there."""
    folder.mkdir(exist_ok=True)
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), partial(_Files, directory=str(folder))) as server:
        url = f"http://127.0.0.1:{server.server_port}"
        build(output=folder, source=source, siteurl=url)
        thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05}, daemon=True)
        thread.start()
        yield Output(folder, url)
        server.shutdown()
        thread.join()
