"""What is kept of each file of posts, and the posts that these files make. Pure."""

from __future__ import annotations

__all__ = ["Record", "posts_of", "record_of"]

import html
import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date, datetime
from typing import Any, TypedDict
from urllib.parse import urlsplit

from ..message import Post

ALIAS_KEYS = ("aliases", "alias", "redirect_from", "redirects")
"""Metadata that hold a post's older addresses: Hugo's, pelican-alias', Jekyll's."""

HIDDEN_HTML = re.compile(r"<(script|style)\b[^>]*>.*?</\1\s*>", re.IGNORECASE | re.DOTALL)
TAG = re.compile(r"<[^<>]*>")


class Record(TypedDict, total=False):
    """What the cache keeps of one file; ``stamp`` is empty for one that must be read again."""

    stamp: list[int]
    is_post: bool
    kind: str
    path: str
    group: str | None
    slug: str
    lang: str
    is_original: bool
    status: str
    title: str
    day: str
    url: str
    aliases: list[str]
    words: str


def record_of(content: Any, settings: Mapping[str, Any], kind: str, stamp: list[int], now: datetime) -> Record:
    """Return what the cache keeps of one post or page (a Pelican Content, of which only attributes are read)."""
    ids = settings[f"{kind.upper()}_TRANSLATION_ID"]
    names = [ids] if isinstance(ids, str) else sorted(ids or ())
    when = getattr(content, "date", None)
    dated = when if isinstance(when, datetime) and when.year < date.max.year else None  # an undated draft has max
    waits = dated is not None and not settings["WITH_FUTURE_DATES"] and dated > now
    is_translation = str(content.metadata.get("translation", "false")).lower() != "false"
    return Record(
        stamp=[] if waits else stamp,  # a post that becomes public by itself is read again
        is_post=True,
        kind=kind,
        path=content.get_relative_source_path(),
        group="\n".join(str(getattr(content, name)) for name in names) if names else None,
        slug=str(getattr(content, "slug", "")),
        lang=str(getattr(content, "lang", "")),
        is_original=content.in_default_lang and not is_translation,
        status=content.status,
        title=_text(str(content.title)),
        day=dated.date().isoformat() if dated else "",
        url=str(content.url).replace("\\", "/"),
        aliases=_aliases(content.metadata),
        words=_text(content._content or ""),
    )


def _aliases(metadata: Mapping[str, Any]) -> list[str]:
    """Return the older addresses a post names, in any of the spellings that other programs use."""
    values = (v for k in ALIAS_KEYS if (v := metadata.get(k)))
    texts = (str(t) for v in values for t in (v if isinstance(v, list | tuple) else [v]))
    return [a for text in texts for a in re.split(r"[\s,\"'\[\]]+", text) if a]


def _text(markup: str) -> str:
    """Return the words of HTML on lines of single spaces."""
    plain = html.unescape(TAG.sub(" ", HIDDEN_HTML.sub(" ", markup)) if "<" in markup else markup)
    return "\n".join(line for raw in plain.split("\n") if (line := " ".join(raw.split())))


def posts_of(records: Sequence[Record], siteurl: str) -> list[Post]:
    """Return the posts that the files make: translations are one, and a shared slug makes the path the key."""
    posts = [_post(group, siteurl) for group in _groups(records)]
    slugs = Counter(post.slug for post in posts)
    keyed = [p if p.slug and slugs[p.slug] == 1 else _keyed_by_path(p) for p in posts]
    return sorted(keyed, key=lambda p: (-(p.day or date.min).toordinal(), p.path))


def _groups(records: Sequence[Record]) -> Iterator[list[Record]]:
    """Yield the files of each post, its original first. Two of one slug and language are two posts (pelican#2303).

    As `pelican.utils.process_translations`, but over all states: a draft translation belongs to its published original.
    """
    together: dict[tuple[str, str], list[Record]] = defaultdict(list)
    for record in records:
        if record["group"] is None:
            yield [record]
        else:
            together[record["kind"], record["group"]].append(record)
    for files in together.values():
        files.sort(key=lambda r: (not r["is_original"], r["status"] != "published", r["path"]))
        groups: list[list[Record]] = []
        for record in files:
            fit = next((g for g in groups if all(r["lang"] != record["lang"] for r in g)), None)
            if fit is None:
                groups.append([record])
            else:
                fit.append(record)
        yield from groups


def _post(files: Sequence[Record], siteurl: str) -> Post:
    """Return one post of its files (languages), the original's values first."""
    first = files[0]
    states = [r["status"] for r in files]
    return Post(
        key=first["slug"],
        slug=first["slug"],
        path=first["path"],
        titles=tuple(r["title"] for r in files),
        urls=tuple(r["url"] if urlsplit(r["url"]).scheme else f"{siteurl}/{r['url'].lstrip('/')}" for r in files),
        aliases=tuple(a for r in files for a in r["aliases"]),
        day=date.fromisoformat(first["day"]) if first["day"] else None,
        status="published" if "published" in states else states[0],
        lang=first["lang"],
        words="\n".join(r["words"] for r in files),
    )


def _keyed_by_path(post: Post) -> Post:
    """Return the same post with its path as key."""
    return replace(post, key=post.path)
