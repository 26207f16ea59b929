"""The blog: where it is, what its settings say, and its posts as Pelican reads them.

The only reader of ``pelicanconf.py``. Pelican is imported inside the functions that need it: importing it costs half
a second and sets the global logger class (pelican/log.py), and ``gratitude --help`` must stay light.
"""

from __future__ import annotations

__all__ = ["Blog", "find_blog", "home", "read_posts", "site_of", "write_setting"]

import ast
import contextlib
import hashlib
import json
import logging
import os
import re
import sys
import tempfile
import traceback
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from ..errors import BlogError
from ..message import Post, Site
from ..urls import host
from .records import Record, posts_of, record_of

CONF = "pelicanconf.py"
DEFAULT_SITENAME = "A Pelican Blog"
"""Pelican's own default: it names no blog."""

CACHE_VERSION = 1
SAFE_TO_TELL = (NameError, ImportError, AttributeError, KeyError, FileNotFoundError)
"""Errors whose text names a thing, not a value: a settings file may hold keys."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Blog:
    """A Pelican site: its folders (absolute) and what its settings say.

    ``siteurl`` is absolute without a slash at its end, ``""`` where no setting says it. ``sitename``, ``author`` and
    ``author_email`` are ``""`` where they are not set. ``blog_id`` is GRATITUDE_BLOG. ``conf_home`` is GRATITUDE_HOME,
    a relative one taken from the folder of the settings file.
    """

    root: Path
    conf: Path
    path: Path
    output_path: Path
    theme: Path
    settings: Mapping[str, Any]
    siteurl: str = ""
    sitename: str = ""
    author: str = ""
    author_email: str = ""
    lang: str = "en"
    notes_path: Path
    blog_id: str = ""
    conf_home: Path | None = None


def find_blog(site: Path | None = None) -> Blog:
    """Return the blog in ``site`` (a folder, or a settings file), else in the nearest folder above this one.

    Runs ``pelicanconf.py``, as Pelican does; what it prints goes to standard error.
    Raises BlogError where there is none, or where its settings cannot be read.
    """
    conf = _conf(site)
    settings = _settings(conf)
    root = conf.parent
    path, output = Path(settings["PATH"]), Path(settings["OUTPUT_PATH"])
    own_home = settings.get("GRATITUDE_HOME")
    sitename = str(settings.get("SITENAME") or "")
    return Blog(
        root=root,
        conf=conf,
        path=path,
        output_path=output,
        theme=Path(settings["THEME"]),
        settings=settings,
        siteurl=_siteurl(settings, conf),
        sitename="" if sitename == DEFAULT_SITENAME else sitename,
        author=str(settings.get("AUTHOR") or ""),
        author_email=str(settings.get("AUTHOR_EMAIL") or "").strip().lower(),
        lang=str(settings.get("DEFAULT_LANG") or "en"),
        notes_path=path / str(settings.get("GRATITUDE_PATH") or "gratitude"),
        blog_id=str(settings.get("GRATITUDE_BLOG") or ""),
        conf_home=root / Path(own_home).expanduser() if own_home else None,
    )


def home(blog: Blog, flag: Path | None, environ: Mapping[str, str]) -> Path:
    """Return the private folder of ``blog`` (it need not exist): --home, the environment, pelicanconf.py, the user's.

    Raises BlogError where nothing names one, and for a place inside PATH, OUTPUT_PATH or THEME, from where it would
    be published. Links are followed before that is asked.
    """
    named = flag or (Path(environ["GRATITUDE_HOME"]) if environ.get("GRATITUDE_HOME") else None) or blog.conf_home
    if named is None:
        if not blog.blog_id:
            raise BlogError(f"{blog.conf} names no private folder yet; run `gratitude init`")
        if not re.fullmatch(r"[A-Za-z0-9][A-Za-z0-9_-]{0,99}", blog.blog_id):
            raise BlogError(f"{blog.conf}: GRATITUDE_BLOG may hold letters, digits and - only; run `gratitude init`")
        from platformdirs import user_data_dir

        named = Path(user_data_dir("gratitude", appauthor=False)) / blog.blog_id
    place = named.expanduser().absolute()
    for setting, folder in (("PATH", blog.path), ("OUTPUT_PATH", blog.output_path), ("THEME", blog.theme)):
        if place.resolve().is_relative_to(folder.resolve()):
            raise BlogError(
                f"{place} lies inside {setting}, where it could be published; name another place with --home"
            )
    return place


def site_of(blog: Blog, addresses: Iterable[str] = (), hosts: Iterable[str] = ()) -> Site:
    """Return what the private steps know of the blog; ``hosts`` are older ones, as hosts or as whole addresses."""
    own = [blog.siteurl, *(h if "//" in h else f"//{h}" for h in hosts)]
    return Site(
        hosts=frozenset(name for name in map(host, own) if name),
        addresses=frozenset(a.strip().lower() for a in (blog.author_email, *addresses) if a.strip()),
        names=tuple(name for name in (blog.sitename, blog.author) if name),
        lang=blog.lang,
    )


def write_setting(blog: Blog, name: str, value: str, *, why: str = "") -> None:
    """Append ``NAME = "value"`` to the settings file; all bytes before it stay. Atomic; a link to the file stays one.

    ``why`` (one line of ASCII) stands above it as a comment, apart from what another comment at the end speaks of.
    Nothing happens where the setting has this value already. Raises BlogError where the file cannot be written or
    would no longer be Python.
    """
    if not re.fullmatch(r"[A-Z][A-Z0-9_]*", name):
        raise ValueError(name)
    if blog.settings.get(name) == value:
        return
    literal = "".join(c if c.isascii() and c.isprintable() and c not in '"\\' else f"\\U{ord(c):08x}" for c in value)
    conf = blog.conf.resolve()
    line = f'{name} = "{literal}"'
    try:
        before = conf.read_bytes()
        end = b"\r\n" if b"\r\n" in before else b"\n"
        above = end + b"# " + why.encode() + end if why else b""
        after = before + (b"" if not before or before.endswith(b"\n") else end) + above + line.encode() + end
        ast.parse(after)
        _replace(conf, after, mode=conf.stat().st_mode & 0o777)
    except (OSError, SyntaxError, ValueError) as exc:
        raise BlogError(f"{blog.conf} could not be changed; add this line to it yourself: {line}") from exc


def read_posts(blog: Blog, cache: Path | None = None) -> list[Post]:
    """Return all posts and pages as Pelican reads them, newest first, undated last; drafts and hidden ones too.

    Pelican's readers, settings, paths, excludes and translations count; the site's plugins are not loaded. What
    Pelican would skip (no title, an unknown status) is left out. ``cache`` is a file that keeps what was read by
    modification time, size and settings; one that cannot be used is thrown away, one that cannot be written is done
    without. Two posts of one slug have their path under PATH as key.
    """
    settings = _reading_settings(blog)
    print_ = _fingerprint(settings)
    known, records = _load_cache(cache, print_), dict[str, Record]()
    with _quiet():
        readers, files = _files(settings)
        for kind, path in files:
            stat = (blog.path / path).stat() if (blog.path / path).is_file() else None
            stamp = [stat.st_mtime_ns, stat.st_size] if stat else []
            entry = known.get(f"{kind}:{path}")
            if entry is None or entry["stamp"] != stamp:
                entry = _read_one(readers, settings, kind, path, stamp)
            records[f"{kind}:{path}"] = entry
        posts = posts_of([r for r in records.values() if r["is_post"]], blog.siteurl)
    if cache is not None and records != known:
        with contextlib.suppress(OSError):
            _replace(cache, json.dumps({"of": print_, "files": records}, ensure_ascii=False).encode(), mode=0o600)
    return posts


def _conf(site: Path | None) -> Path:
    """Return the settings file of the given site, else the nearest one above the current folder."""
    if site is not None:
        place = site.expanduser().absolute()
        conf = place / CONF if place.is_dir() else place
        if not conf.is_file():
            raise BlogError(f"{place}: no {CONF} here; name the folder of a Pelican site with --site")
        return conf
    here = Path.cwd()
    for folder in (here, *here.parents):
        if (folder / CONF).is_file():
            return folder / CONF
    raise BlogError(f"No {CONF} in {here} or above it; go to the folder of your Pelican site, or name it with --site")


def _settings(conf: Path) -> dict[str, Any]:
    """Return Pelican's settings with absolute folders. Raises BlogError with the line where the file fails."""
    with _quiet(), contextlib.redirect_stdout(sys.stderr), _beside(conf.parent):
        from pelican.settings import read_settings

        try:
            settings: dict[str, Any] = dict(read_settings(str(conf)))
        except (Exception, SystemExit) as exc:
            raise BlogError(_why(conf, exc)) from exc
    for name, default in (("PATH", "content"), ("OUTPUT_PATH", "output"), ("CACHE_PATH", "cache")):
        # Where the file does not say it, the folder comes from Pelican's command line: take the one it is given there.
        folder = Path(settings[name])
        if not folder.is_absolute():
            settings[name] = str(conf.parent / (default if name != "PATH" or (conf.parent / default).is_dir() else "."))
    return settings


def _why(conf: Path, exc: BaseException) -> str:
    """Return one sentence that says what is wrong with the settings file, and in which line."""
    if isinstance(exc, SyntaxError) and exc.filename == str(conf):
        return f"{conf}, line {exc.lineno}: this is not Python ({exc.msg}); correct it and run again"
    lines = [f.lineno for f in traceback.extract_tb(exc.__traceback__) if f.filename == str(conf)]
    told = f"{type(exc).__name__}: {str(exc).splitlines()[0][:200]}" if str(exc) else type(exc).__name__
    if lines:
        told = told if isinstance(exc, SAFE_TO_TELL) else type(exc).__name__
        return f"{conf}, line {lines[-1]}: {told}; correct it and run again"
    return f"{conf}: Pelican cannot use these settings ({told}); correct them and run again"


def _siteurl(settings: Mapping[str, Any], conf: Path) -> str:
    """Return the absolute address of the site; a local or empty one gives way to publishconf.py's literal."""
    url = str(settings.get("SITEURL") or "").strip()
    publish = conf.with_name("publishconf.py")
    if (not host(url) or host(url) in ("localhost", "127.0.0.1", "::1")) and publish != conf and publish.is_file():
        url = _literal(publish, "SITEURL") or url
    url = f"https:{url}" if url.startswith("//") else url
    if "://" not in url:
        url = f"https://{url}" if re.match(r"[\w-]+(\.[\w-]+)+(/|$)", url) else ""
    return url.rstrip("/")


def _literal(file: Path, name: str) -> str:
    """Return the last string literal that a Python file gives ``name``, without running it; ``""`` if none."""
    try:
        body = ast.parse(file.read_bytes()).body
    except (OSError, SyntaxError, ValueError):
        return ""
    found = ""
    for node in body:
        targets = (
            node.targets if isinstance(node, ast.Assign) else [node.target] if isinstance(node, ast.AnnAssign) else []
        )
        value = getattr(node, "value", None)
        if any(isinstance(t, ast.Name) and t.id == name for t in targets) and isinstance(value, ast.Constant):
            found = value.value.strip() if isinstance(value.value, str) else ""
    return found


@contextlib.contextmanager
def _quiet() -> Iterator[None]:
    """Keep Pelican's log silent: what it says of a post or a setting it says again, to the author, at each build."""
    logger = logging.getLogger("pelican")
    level = logger.level
    logger.setLevel(logging.CRITICAL)
    try:
        yield
    finally:
        logger.setLevel(level)


@contextlib.contextmanager
def _beside(folder: Path) -> Iterator[None]:
    """Let a settings file import what lies beside it (publishconf.py does)."""
    sys.path.insert(0, str(folder))
    try:
        yield
    finally:
        with contextlib.suppress(ValueError):
            sys.path.remove(str(folder))


def _replace(path: Path, data: bytes, *, mode: int) -> None:
    """Write a file whole or not at all."""
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        Path(name).chmod(mode)
        Path(name).replace(path)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise


def _reading_settings(blog: Blog) -> dict[str, Any]:
    """Return the settings for the readers: as the build has them, our own notes folder left out of the posts."""
    settings = dict(blog.settings)
    notes = os.path.relpath(blog.notes_path, blog.path)
    for key in ("ARTICLE_EXCLUDES", "PAGE_EXCLUDES"):
        settings[key] = [*settings[key], notes]
    markdown = dict(settings["MARKDOWN"])  # its reader fills these in, in place: the blog's settings stay as they are
    markdown["extensions"] = list(markdown.get("extensions") or ())
    markdown["extension_configs"] = dict(markdown.get("extension_configs") or {})
    return settings | {"MARKDOWN": markdown}


def _fingerprint(settings: Mapping[str, Any]) -> str:
    """Return a hash of what can change how a post is read; objects count by their type alone."""
    import markdown
    import pelican

    def plain(value: object) -> object:
        return sorted(map(str, value)) if isinstance(value, set | frozenset) else type(value).__qualname__

    told = {k: v for k, v in settings.items() if not k.startswith(("GRATITUDE_", "JINJA_"))}
    text = json.dumps([sorted(told.items())], default=plain, skipkeys=True)
    return hashlib.sha256(f"{CACHE_VERSION} {pelican.__version__} {markdown.__version__} {text}".encode()).hexdigest()


def _load_cache(cache: Path | None, print_: str) -> dict[str, Record]:
    """Return what the cache knows; nothing where it is missing, broken, or made with other settings."""
    if cache is None:
        return {}
    try:
        stored = json.loads(cache.read_bytes())
        files = stored["files"] if stored["of"] == print_ else {}
        whole = Record.__annotations__.keys()
        return {k: v for k, v in files.items() if v["stamp"] is not None and (v.keys() >= whole or not v["is_post"])}
    except (OSError, ValueError, KeyError, TypeError, AttributeError, RecursionError):
        return {}


def _files(settings: dict[str, Any]) -> tuple[Any, list[tuple[str, str]]]:
    """Return Pelican's readers and the files they read, (article or page, path under PATH), in order of the paths."""
    from pelican.generators import Generator
    from pelican.readers import Readers

    readers = Readers(settings)
    finder = Generator.__new__(Generator)  # its file search alone: a whole one prepares the theme
    finder.path, finder.settings, finder.readers = settings["PATH"], settings, readers
    found = []
    for kind in ("article", "page"):
        paths, excludes = settings[f"{kind.upper()}_PATHS"], settings[f"{kind.upper()}_EXCLUDES"]
        found += [(kind, os.path.normpath(f)) for f in finder.get_files(paths, exclude=excludes)]
    return readers, sorted(found)


def _read_one(readers: Any, settings: dict[str, Any], kind: str, path: str, stamp: list[int]) -> Record:
    """Return what one file holds, read by Pelican; ``is_post`` False where Pelican would skip it."""
    from pelican.contents import Article, Page

    try:
        content = readers.read_file(settings["PATH"], path, Article if kind == "article" else Page, context={})
        if not content.is_valid():
            return Record(stamp=stamp, is_post=False)
        return record_of(content, settings, kind, stamp, datetime.now(UTC))
    except Exception:  # noqa: BLE001 - the one-bad-post guard: readers and settings may raise anything
        return Record(stamp=stamp, is_post=False)
