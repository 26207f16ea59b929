"""Older addresses of posts, as the files say that web servers read for their redirects."""

from __future__ import annotations

__all__ = ["read_redirects", "redirects_in"]

import re
import shlex
from collections.abc import Iterator
from pathlib import Path

NAMES = ("_redirects", ".htaccess", "redirects", "redirects.txt", "htaccess")
"""Netlify's and Cloudflare's ``_redirects``, Apache's ``.htaccess``, and what people call them in their sources."""

FOLDERS = ("", "extra", "static", "root", "extras")
"""Where Pelican sites keep what EXTRA_PATH_METADATA puts at the root, below PATH."""

MAX_BYTES = 2_000_000
MAX_REDIRECTS = 50_000
STATUS = re.compile(r"30[1278]!?|permanent|temp|seeother", re.IGNORECASE)
PLAIN = re.compile(r"[^\s*?()\[\]{}|+^$\\]{1,2000}")
"""A pattern that is an address: nothing in it that a rule would fill in."""


def read_redirects(root: Path, content: Path) -> dict[str, str]:
    """Return old address -> new address of the redirect files in the site's folder and in its content.

    The first file that says something of an address decides. A file that cannot be read says nothing.
    """
    found: dict[str, str] = {}
    for folder in (root, *(content / name for name in FOLDERS)):
        for name in NAMES:
            try:
                with (folder / name).open("rb") as file:
                    text = file.read(MAX_BYTES).decode("utf-8", "replace")
            except OSError:
                continue
            for old, new in redirects_in(text):
                if len(found) < MAX_REDIRECTS:
                    found.setdefault(old, new)
    return found


def redirects_in(text: str) -> Iterator[tuple[str, str]]:
    """Yield (old, new) of each plain redirect in a file's text; rules with patterns are left out. Never raises.

    Netlify: ``/old /new 301``. Apache: ``Redirect 301 /old /new``, ``RedirectPermanent /old /new``,
    ``RedirectMatch 301 ^/old$ /new`` and ``RewriteRule ^old$ /new [R=301]`` (mod_alias, mod_rewrite).
    """
    for line in text.splitlines():
        words = _words(line)
        command = words[0].lower() if words else ""
        if command in ("redirect", "redirectpermanent", "redirectmatch", "rewriterule"):
            words = [w for w in words[1:] if not STATUS.fullmatch(w)]
            if command == "rewriterule" and not (len(words) > 2 and re.search(r"\bR\b", words[2])):
                continue  # an inner rewriting is no address that anybody copied
        if len(words) < 2:
            continue
        old, new = _plain(words[0]), _plain(words[1])
        if old and new and ("/" in words[1]):
            yield old, new


def _words(line: str) -> list[str]:
    """Return the words of a line, quoted ones whole; none for a comment or an empty one."""
    line = line.strip()
    if not line or line.startswith("#") or len(line) > 4 * 2000:
        return []
    if '"' not in line:
        return line.split()
    try:
        return shlex.split(line, comments=True)
    except ValueError:
        return []


def _plain(address: str) -> str:
    """Return an address, or a pattern that stands for one, as an address; ``""`` for any other."""
    bare = re.sub(r"/\?\$?$|\$$", "", address.removeprefix("^")).replace("\\.", ".").replace("\\-", "-")
    if not PLAIN.fullmatch(bare.replace("?p=", "")):
        return ""
    return bare if "//" in bare else "/" + bare.lstrip("/")
