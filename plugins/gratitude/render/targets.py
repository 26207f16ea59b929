"""Which post a note is about: by slug, or by path where several posts share a slug. Pure."""

from __future__ import annotations

__all__ = ["Target", "Targets"]

import difflib
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from typing import Any

Content = Any
"""A Pelican article or page, any status. What is used of it: slug, lang, status, translations, in_default_lang."""


@dataclass(frozen=True, slots=True)
class Target:
    """One post in all its languages. ``path`` (of the original, under PATH) names it; ``main`` is linked to."""

    path: str
    main: Content
    contents: tuple[Content, ...]

    @property
    def listed(self) -> bool:
        """May our pages and feeds name it? Drafts and hidden posts they may not."""
        return bool(self.main.status == "published")

    def within(self, elsewhere: Collection[int]) -> Target | None:
        """Return the post without the languages that another site shows (their ``id()``); None where none is left."""
        mine = tuple(c for c in self.contents if id(c) not in elsewhere)
        if len(mine) == len(self.contents):
            return self
        shown = [c for c in mine if c.status == "published"]
        main = self.main if self.main in mine else next(iter(shown or mine), None)
        return Target(self.path, main, mine) if main is not None else None


class Targets:
    """The posts of a site, as Pelican's ``generated_content`` holds them: ``{path: content or None}``."""

    def __init__(self, contents: Mapping[str, Content | None]) -> None:
        self._by_path = {p: c for p, c in contents.items() if c is not None and bool(getattr(c, "slug", ""))}
        self._paths = {id(c): path for path, c in self._by_path.items()}
        self._found: dict[str, Target | str] = {}
        self.elsewhere: Collection[int] = ()
        self._by_slug: dict[str, list[Content]] = {}
        for content in self._by_path.values():
            self._by_slug.setdefault(content.slug, []).append(content)

    def here(self, target: Target | None) -> Target | None:
        """Return ``target`` as this site shows it, None where it does not; `elsewhere` is what other sites show."""
        return target.within(self.elsewhere) if target and self.elsewhere else target

    def find(self, post: str) -> Target | str:
        """Return the post that ``post`` (a slug, or a path under PATH) names, or a sentence that says what to write."""
        if post not in self._found:
            self._found[post] = self._find(post)
        return self._found[post]

    def handle(self, target: Target) -> str:
        """Return the name of ``target`` in addresses: its slug, or its path where an older post has the same slug.

        The oldest keeps its name when another comes; a page, which has no day, is younger than any post.
        """
        slug = str(target.main.slug)
        sharing = [self._target(family) for family in self._families(self._by_slug.get(slug, ()))]
        first = min(sharing, key=_age, default=target)
        return slug if first.path == target.path else target.path

    def _find(self, post: str) -> Target | str:
        if post in self._by_path:
            return self._target(self._family(self._by_path[post]))
        families = self._families(self._by_slug.get(post, ()))
        if len(families) == 1:
            return self._target(families[0])
        if families:
            paths = ", ".join(sorted(self._target(f).path for f in families))
            return (
                f"{post!r} names several posts ({paths}); write which one, for example `Post: {paths.split(', ')[0]}`"
            )
        near = difflib.get_close_matches(post, self._by_slug, n=1)
        hint = f" (is it {near[0]!r}?)" if near else ""
        return f"no post has the slug or path {post!r}{hint}; write `Post:` with the right one, or move the file"

    def _families(self, contents: Iterable[Content]) -> list[list[Content]]:
        families: list[list[Content]] = []
        for content in contents:
            if not any(content in family for family in families):
                families.append(self._family(content))
        return families

    def _family(self, content: Content) -> list[Content]:
        """Return ``content`` and its translations: what Pelican says, and a draft in another language beside it."""
        beside = [c for c in self._by_slug[content.slug] if type(c) is type(content) and c.lang != content.lang]
        family = [content]
        for other in [*getattr(content, "translations", ()), *beside]:
            if all(other.lang != member.lang for member in family) and id(other) in self._paths:
                family.append(other)
        return family

    def _target(self, family: list[Content]) -> Target:
        original = next((c for c in family if c.in_default_lang), family[0])
        published = [c for c in (original, *family) if c.status == "published"]
        return Target(self._paths[id(original)], published[0] if published else original, tuple(family))


def _age(target: Target) -> tuple[bool, str, str]:
    """Return what the posts of one slug are ordered by, the oldest first."""
    day = getattr(target.main, "date", None)
    return day is None, day.isoformat() if day else "", target.path
