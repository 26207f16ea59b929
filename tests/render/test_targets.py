"""Which post a note is about."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any

from gratitude.render.targets import Target, Targets


@dataclass(eq=False)
class Article:
    slug: str
    lang: str = "en"
    status: str = "published"
    in_default_lang: bool = True
    translations: list[Any] = field(default_factory=list)
    date: datetime | None = None


class Page(Article):
    pass


def translated() -> tuple[Article, Article]:
    original, french = Article("cron"), Article("cron", "fr", in_default_lang=False)
    original.translations, french.translations = [french], [original]
    return original, french


def found(targets: Targets, post: str) -> Target:
    target = targets.find(post)
    assert isinstance(target, Target), target
    return target


def test_a_slug_names_its_post() -> None:
    """Articles and pages of any status are posts."""
    posts = {"a.md": Article("a"), "d.md": Article("d", status="draft"), "pages/p.md": Page("p"), "broken.md": None}
    targets = Targets(posts)

    assert [posts["a.md"]] == list(found(targets, "a").contents)
    assert found(targets, "p").path == "pages/p.md"
    assert not found(targets, "d").listed


def test_translations_are_one_post_under_the_path_of_the_original() -> None:
    """By slug, by the path of either language; linked to is the original."""
    original, french = translated()
    targets = Targets({"cron-fr.md": french, "cron.md": original})

    for post in ("cron", "cron.md", "cron-fr.md"):
        target = found(targets, post)
        assert target.path == "cron.md"
        assert target.main is original
        assert set(target.contents) == {original, french}


def test_a_draft_in_another_language_is_the_same_post() -> None:
    """Pelican links translations of one status only; the words still belong to one post, which is public."""
    published, draft = Article("cron"), Article("cron", "fr", "draft", in_default_lang=False)
    target = found(Targets({"cron.md": published, "cron-fr.md": draft}), "cron")

    assert target.listed
    assert set(target.contents) == {published, draft}


def test_when_only_the_translation_is_public_it_is_linked_to() -> None:
    """The title of a draft original is told nowhere."""
    draft, published = Article("cron", status="draft"), Article("cron", "fr", in_default_lang=False)
    target = found(Targets({"cron.md": draft, "cron-fr.md": published}), "cron")

    assert target.main is published
    assert target.listed


def test_a_slug_of_several_posts_names_none_and_a_path_names_one() -> None:
    """The sentence holds every path and what to write; an article and a page of one slug are two posts as well."""
    one, two, page = Article("intro"), Article("intro"), Page("intro")
    targets = Targets({"b/two.md": two, "a/one.md": one, "pages/intro.md": page})

    assert targets.find("intro") == (
        "'intro' names several posts (a/one.md, b/two.md, pages/intro.md); "
        "write which one, for example `Post: a/one.md`"
    )
    assert list(found(targets, "b/two.md").contents) == [two]


def test_the_oldest_post_keeps_a_shared_slug() -> None:
    """Files named by it stay where they are when another post comes; a page is younger than any post."""
    old, new = (
        Article("intro", date=datetime(2020, 1, 1, tzinfo=UTC)),
        Article("intro", date=datetime(2021, 1, 1, tzinfo=UTC)),
    )
    targets = Targets({"b/old.md": old, "a/new.md": new, "0/page.md": Page("intro"), "c.md": Article("alone")})
    names = {path: targets.handle(found(targets, path)) for path in ("b/old.md", "a/new.md", "0/page.md", "c.md")}

    assert names == {"b/old.md": "intro", "a/new.md": "a/new.md", "0/page.md": "0/page.md", "c.md": "alone"}


def test_a_missing_post_is_told_with_the_nearest_one() -> None:
    """A renamed slug is the usual reason."""
    targets = Targets({"cron.md": Article("cron-environment")})

    assert "(is it 'cron-environment'?)" in str(targets.find("cron-enviroment"))
    assert "(is it" not in str(targets.find("sourdough"))
