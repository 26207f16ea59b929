"""What a build may remember for the next one: disposable files in Pelican's CACHE_PATH, never needed, never trusted.

A file is JSON behind one line that says who wrote it: our version (of our own code and of the libraries that make
HTML) and a checksum. One that is broken, cut short, somebody else's or older is passed over as if it were not there.
JSON and not pickle, as Pelican's own caches: whoever could plant a pickle could run code in the build.
"""

from __future__ import annotations

__all__ = ["Cache", "Texts", "digest", "is_plain", "of", "version"]

import json
import os
import sys
from collections.abc import Mapping
from contextlib import suppress
from datetime import date, datetime
from functools import cache
from hashlib import blake2b
from pathlib import Path
from typing import Any
from zlib import adler32

HERE = Path(__file__).parent
FORM = "gratitude-cache-3"
LIBRARIES = ("jinja2", "markdown", "markdown-it-py", "markupsafe", "nh3", "pelican", "pygments")


def digest(data: bytes) -> str:
    """Return 32 hexadecimal digits that no other bytes have."""
    return blake2b(data, digest_size=16).hexdigest()


def is_plain(value: object) -> bool:
    """Say whether ``repr(value)`` says all of it: texts, numbers, days, and lists and mappings of these."""
    if isinstance(value, (list, tuple)):
        return all(map(is_plain, value))
    if isinstance(value, dict):
        return all(is_plain(k) and is_plain(v) for k, v in value.items())
    return value is None or type(value) in (str, int, float, bool, date, datetime)


@cache
def version() -> str:
    """Return what everything remembered depends on besides its input: our code and templates, and the libraries.

    ``""`` where the code cannot be read (out of an archive): then nothing is remembered.
    """
    from importlib.metadata import PackageNotFoundError
    from importlib.metadata import version as of

    found = blake2b(sys.version.encode(), digest_size=16)
    try:
        package = HERE.parent
        sources = [*package.glob("*.py"), *(p for d in ("note", "render", "locale") for p in (package / d).rglob("*"))]
        for path in sorted(p for p in sources if "__pycache__" not in p.parts and p.is_file()):
            found.update(path.read_bytes())
        for library in LIBRARIES:
            found.update(f"{library} {of(library)}\n".encode())
    except (OSError, PackageNotFoundError):
        return ""
    return found.hexdigest()


def of(settings: Mapping[str, Any], name: str, output: str = "") -> Cache:
    """Return the cache ``name`` of this site's notes: one file for each notes folder, wherever the blog is moved to.

    With an ``output`` folder one for each of these too: a site in several languages is several sites.

    It keeps nothing where GRATITUDE_CACHE says so, and below PATH or THEME: what is written there would start the
    next build of an autoreload. With ``--ignore-cache`` nothing is found in it; Pelican hands that down as a
    LOAD_CONTENT_CACHE of False, which is also the default: it speaks where contents are cached.
    """
    folder = Path(settings["CACHE_PATH"])
    watched = [Path(str(settings[name])) for name in ("PATH", "THEME")]
    if not settings["GRATITUDE_CACHE"] or any(w == folder or w in folder.parents for w in watched):
        return Cache(None)
    root = os.path.relpath(Path(settings["PATH"], settings["GRATITUDE_PATH"]), folder)
    root += f" {os.path.relpath(output, folder)}" if output else ""
    ignored = "--ignore-cache" in sys.argv or (settings["CACHE_CONTENT"] and not settings["LOAD_CONTENT_CACHE"])
    return Cache(folder / f"gratitude-{name}-{digest(os.fsencode(root))[:8]}.json", load=not ignored)


class Texts:
    """Long texts, one behind the other, each known by where it stands: JSON would look at every letter of 30 MB."""

    def __init__(self, data: bytes = b"") -> None:
        self._parts = [data]
        self._size = len(data)

    @property
    def data(self) -> bytes:
        """All of them, in UTF-8."""
        return b"".join(self._parts)

    def add(self, text: str) -> list[int]:
        """Add one; return where it stands."""
        part = text.encode("utf-8", "surrogatepass")
        self._parts.append(part)
        self._size += len(part)
        return [self._size - len(part), self._size]

    def get(self, where: list[int]) -> str:
        """Return the text that stands there; of texts that were read."""
        return self._parts[0][where[0] : where[1]].decode("utf-8", "surrogatepass")


class Cache:
    """One file of the cache. Without a ``path`` nothing is found and nothing kept."""

    def __init__(self, path: Path | None, *, load: bool = True) -> None:
        self._path = path if path and version() else None
        self._load = load

    @property
    def keeps(self) -> bool:
        """Whether `write` may keep anything."""
        return self._path is not None

    def read(self) -> Any:
        """Return what an earlier build kept, None where there is nothing to rely on. Never raises."""
        found = self.read_with_texts()
        return found and found[0]

    def read_with_texts(self) -> tuple[Any, Texts] | None:
        """Return the same, and the texts that stand behind it."""
        if self._path is None or not self._load:
            return None
        try:
            with self._path.open("rb") as file:
                *whose, sizes, checksum = file.readline(400).decode("ascii").split(" ")
                if whose != [FORM, version()]:
                    return None
                size = int(sizes.partition("+")[0])
                value, texts = file.read(size), file.read()
            is_whole = [sizes, checksum.strip()] == _sums(value, texts)
            return (json.loads(value), Texts(texts)) if is_whole else None
        except (OSError, ValueError, RecursionError):
            return None

    def write(self, value: Any, texts: Texts | None = None) -> None:
        """Keep ``value`` (of JSON's types) and ``texts``, whole or not at all; where nothing can be written, nothing."""
        if self._path is None:
            return
        row = json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode("utf-8", "surrogatepass")
        long = texts.data if texts else b""
        temporary = self._path.with_name(f".{self._path.name}.{os.getpid()}.tmp")
        try:
            self._path.parent.mkdir(parents=True, exist_ok=True)
            with temporary.open("xb") as file:  # never through a link that lies there
                file.write(" ".join([FORM, version(), *_sums(row, long)]).encode("ascii") + b"\n")
                file.write(row)
                file.write(long)
            temporary.replace(self._path)
        except OSError:
            with suppress(OSError):
                temporary.unlink()


def _sums(value: bytes, texts: bytes) -> list[str]:
    """Return the lengths of both parts, and checksums of both: of 30 MB of texts a quick one, against half a file."""
    return [f"{len(value)}+{len(texts)}", f"{digest(value)}{adler32(texts):08x}"]
