"""Pelican's door: which signal leads to what. Receivers are module-level (Pelican holds them weakly) and short.

A build goes: settings (`initialized`), templates (`generator_init`), notes (`page_generator_finalized`: articles and
pages are read, static files not yet), cards (`all_generators_finalized`), pages (`article_writer_finalized`: before
the theme's static files, which win over ours), boxes (`content_written`), markers out of feeds (`feed_generated`).
Modules that only a blog with notes needs are imported when there are some: this one loads on every `pelican` run.
"""

from __future__ import annotations

__all__ = ["register"]

import logging
import os
from datetime import UTC, date, datetime, time
from pathlib import Path
from typing import Any

from blinker import ANY
from pelican import signals

from . import options

logger = logging.getLogger(__name__)
told = logging.getLogger(f"{__name__}.notes")
"""For bad notes: past Pelican's limit, which shows the same warning once a process, so that autoreload repeats it."""
KEY = "gratitude_run"
SUFFIX = ".note"


def register() -> None:
    """Connect our receivers. Twice is once, also for two copies of the package: the first that registered stays.

    (Installed, we are ``pelican.plugins.gratitude``; with PLUGIN_PATHS ``gratitude``. A site may name both.)
    """
    mine = _read_settings.__module__.rpartition("gratitude.")[2]
    for receiver in signals.initialized.receivers_for(ANY):
        if receiver is not _read_settings and getattr(receiver, "__module__", "").endswith(f"gratitude.{mine}"):
            return
    if hasattr(told, "disable_filter"):
        told.disable_filter()
    signals.initialized.connect(_read_settings)
    signals.generator_init.connect(_prepare_templates)
    signals.page_generator_finalized.connect(_read_notes)
    signals.static_generator_finalized.connect(_keep_notes_out_of_output)
    signals.all_generators_finalized.connect(_arrange)
    signals.article_writer_finalized.connect(_write_pages)
    signals.content_written.connect(_fill_box)
    signals.feed_generated.connect(_strip_feed)


def _read_settings(pelican: Any) -> None:
    """Set the defaults where they show (`--print-settings`); a wrong value is one warning and its default."""
    values, problems = options.read(pelican.settings)
    pelican.settings.update(values)
    for problem in problems:
        logger.warning("%s", problem)


def _prepare_templates(generator: Any) -> None:
    from . import fragments

    fragments.prepare(generator.env, generator.settings)


def _read_notes(generator: Any) -> None:
    """Read the notes and find their posts, before Pelican looks which static files are linked."""
    settings, context = generator.settings, generator.context
    root = Path(settings["PATH"], settings["GRATITUDE_PATH"])
    if not root.is_dir() and not settings["GRATITUDE_INVITATION"]:
        return
    from . import language
    from .author import AuthorWords
    from .run import Run

    say = language.speaker(settings)
    titles = language.worded(settings, say)
    context.update(titles)
    run = Run({**settings, **titles}, root, _today(), say=say)
    for problem in language.problems(settings):
        logger.warning("%s", problem)
    if language.unknown(settings):
        logger.info("%s", language.unknown(settings))
    author = AuthorWords(settings, context)
    run.read(context["generated_content"], author)
    context["static_links"] |= author.static_links
    context[KEY] = run
    for problem in run.problems:
        told.warning("%s", problem)


def _today() -> date:
    """Return the day of this build in UTC: SOURCE_DATE_EPOCH where it is set (reproducible-builds.org)."""
    epoch = os.environ.get("SOURCE_DATE_EPOCH", "")
    return (datetime.fromtimestamp(int(epoch), UTC) if epoch.isdigit() else datetime.now(UTC)).date()


def _keep_notes_out_of_output(generator: Any) -> None:
    """Leave note files where they are with ``STATIC_PATHS = [""]``, which copies whatever lies below PATH.

    Our folder is not excluded as a whole: a blog may have had posts or pictures in a folder of this name.
    """
    below = generator.settings["GRATITUDE_PATH"].strip("/") + "/"
    found = [f for f in generator.staticfiles if _is_note(f.get_relative_source_path(), below)]
    if found:
        generator.staticfiles = [f for f in generator.staticfiles if f not in found]
        generator._update_context(("staticfiles",))
        for file in found:
            generator.context["static_content"].pop(file.get_relative_source_path(), None)


def _is_note(path: str, below: str) -> bool:
    return path.startswith(below) and path.endswith(SUFFIX)


def _arrange(generators: list[Any]) -> None:
    """Make the cards, hang them on their posts, and mark the places of the boxes."""
    context = generators[0].context
    run = context.get(KEY)
    if run is None:
        return
    from pelican.contents import Article

    from . import box
    from .pages import menu_items

    settings = generators[0].settings
    run.env = generators[0].env
    contents = [c for c in context["generated_content"].values() if c is not None]
    articles = [c for c in contents if isinstance(c, Article)]
    run.arrange(articles, lambda content: _atom_id(content, settings), _elsewhere(generators, contents))
    for content in contents:
        if id(content) in run.boxes:
            content.gratitude = run.boxes[id(content)]
            if settings["GRATITUDE_BOX"]:
                run.keys[id(content)] = len(run.keys)
                content._content = (content._content or "") + box.marker(run.keys[id(content)])
    if settings["GRATITUDE_POST_FEED_ATOM"]:
        from .outlets import post_heads

        run.heads.update(post_heads(run, run.settings))
    if settings["GRATITUDE_MENU"]:
        context["MENUITEMS"] = [*(context.get("MENUITEMS") or ()), *menu_items(run, run.settings)]


def _elsewhere(generators: list[Any], contents: list[Any]) -> set[int]:
    """Return the ``id()`` of posts in another language that no generator lists: i18n_subsites took them out.

    They were read, and stay in ``generated_content``, but another subsite writes them: a link to them would lead
    nowhere.
    """
    listed = {id(c) for g in generators for value in vars(g).values() if isinstance(value, list) for c in value}
    return {id(c) for c in contents if id(c) not in listed and not c.in_default_lang}


def _write_pages(generator: Any, writer: Any) -> None:
    """Write our pages and remove those of an earlier build that have nothing to show any more."""
    from . import stale

    context = generator.context
    run = context.get(KEY)
    output = Path(writer.output_path)
    if run is None:
        stale.sweep(generator.settings, output, writer)
        return
    from . import pages

    pages.write(
        run,
        pages.Site(
            settings=run.settings,
            context=context,
            env=generator.env,
            template=generator.get_template,
            writer=writer,
            output=output,
            make_page=_page_maker(generator),
            taken=frozenset(c.save_as for c in context["generated_content"].values() if c is not None),
        ),
    )


def _fill_box(path: str, context: dict[str, Any]) -> None:
    """Put box and head into a page that was just written, and take markers out of every other page."""
    run = context.get(KEY)
    if run is None:
        return
    content = context.get("article") or context.get("page")
    number = run.keys.get(id(content))
    head = run.heads.get(id(content))
    if not run.keys and head is None:
        return
    from . import box
    from .fragments import render

    file = Path(path)
    text = file.read_text(encoding="utf-8")
    if number is None:
        changed = box.stripped(text)
    else:
        fragment = render(run.env, "box", context, box=run.boxes[id(content)], at=content)
        changed, found = box.filled(text, number, fragment)
        if not found and not run.froze:
            run.froze = True
            logger.info("Another plugin read the posts before us; their boxes stand at the end of the page's article")
    if head:
        from .head import with_head

        changed = with_head(changed, head)
    if changed != text:
        file.write_text(changed, encoding="utf-8")


def _strip_feed(context: dict[str, Any], feed: Any) -> None:
    """Take the markers out of what Pelican's feeds hold of the posts."""
    run = context.get(KEY)
    if run is None or not run.keys:
        return
    from .box import stripped

    for item in feed.items:
        for name in ("description", "content"):
            if item.get(name):
                item[name] = stripped(item[name])


def _atom_id(content: Any, settings: Any) -> str:
    """Return the id that Pelican gives a post in its own Atom feeds; ``""`` for a page, which stands in none."""
    from urllib.parse import urljoin

    from feedgenerator import get_tag_uri

    day = getattr(content, "date", None)
    return str(get_tag_uri(urljoin(settings["SITEURL"] + "/", content.url), day)) if day else ""


def _page_maker(generator: Any) -> Any:
    """Return what makes a page that stands in no list: published, with a date, since themes and sitemaps ask."""
    from pelican.contents import Page

    def make(*, title: str, content: str, url: str, save_as: str, day: Any, summary: str) -> Any:
        metadata = {
            "title": title,
            "slug": url.strip("/").replace("/", "-"),
            "url": url,
            "save_as": save_as,
            "date": datetime.combine(day, time(), UTC),
            "status": "published",
            "template": "page",
            "summary": summary,
            "description": summary,
        }
        return Page(content, metadata, settings=generator.settings, context=generator.context)

    return make
