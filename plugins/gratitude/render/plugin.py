"""Pelican's door: which signal leads to what. Receivers are module-level (Pelican holds them weakly) and short.

A build goes: settings (`initialized`), templates (`generator_init`), notes (`page_generator_finalized`: articles and
pages are read, static files not yet), cards (`all_generators_finalized`), pages (`article_writer_finalized`: before
the theme's static files, which win over ours), boxes (`content_written`), markers out of feeds (`feed_generated`).
Modules that only a blog with notes needs are imported when there are some: this one loads on every `pelican` run.
"""

from __future__ import annotations

__all__ = ["register"]

import gc
import logging
import os
from collections.abc import Callable, Collection
from datetime import UTC, date, datetime, time
from functools import wraps
from pathlib import Path
from typing import Any, TypeVar, cast

from blinker import ANY
from pelican import signals

from . import options

logger = logging.getLogger(__name__)
told = logging.getLogger(f"{__name__}.notes")
"""For bad notes: past Pelican's limit, which shows the same warning once a process, so that autoreload repeats it."""
KEY = "gratitude_run"
T = TypeVar("T", bound=Callable[..., None])
SUFFIX = ".note"


LIBRARIES = {"nh3": "nh3", "markdown_it": "markdown-it-py", "pygments": "pygments", "markdown": "markdown"}
"""What notes are rendered with: the module's name, and by which it is installed."""


def _undisturbed(receiver: T) -> T:
    """Return ``receiver`` without the garbage collector: of what a build makes nothing is garbage before its end.

    (A fifth of the time with 10,000 notes, since every collection looks at the whole site.) Where a library is missing,
    as where the package lies in PLUGIN_PATHS and was not installed, the build ends with a sentence: one without the
    notes would take the pages that are there off the site.
    """

    @wraps(receiver)
    def run(*arguments: Any, **named: Any) -> None:
        was_on = gc.isenabled()
        gc.disable()
        try:
            receiver(*arguments, **named)
        except ModuleNotFoundError as exc:
            if exc.name not in LIBRARIES:
                raise
            raise SystemExit(
                f"gratitude cannot show the notes: {LIBRARIES[exc.name]} is not installed. "
                f"Next: python -m pip install {LIBRARIES[exc.name]}"
            ) from None
        finally:
            if was_on:
                gc.enable()

    return cast(T, run)


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
    signals.page_writer_finalized.connect(_remember)
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


@_undisturbed
def _read_notes(generator: Any) -> None:
    """Read the notes and find their posts, before Pelican looks which static files are linked."""
    settings, context = generator.settings, generator.context
    root = Path(settings["PATH"], settings["GRATITUDE_PATH"])
    if not root.is_dir() and not settings["GRATITUDE_INVITATION"]:
        return
    from . import cache, language, memory, notes
    from .author import AuthorWords
    from .run import Run

    gc.unfreeze()  # a build that broke off may have left it
    say = language.speaker(settings)
    titles = language.worded(settings, say)
    context.update(titles)
    for problem in language.problems(settings):
        logger.warning("%s", problem)
    if language.unknown(settings):
        logger.info("%s", language.unknown(settings))
    run = Run(
        settings={**settings, **titles},
        found=notes.Found(root, cache.of(settings, "files"), cache.of(settings, "notes")),
        contents=context["generated_content"],
        author=AuthorWords(settings, context, cache.of(settings, "answers")),
        memory=memory.Memory(cache.of(settings, "shown", settings["OUTPUT_PATH"])),
        today=_today(),
        say=say,
    )
    if not run.found and not settings["GRATITUDE_INVITATION"]:
        return
    context[KEY] = run
    recalled = run.memory.recall(_shown(run, generator))
    if recalled:
        context["static_links"] |= set(recalled["links"])
        problems = recalled["problems"]
    else:
        run.read()
        context["static_links"] |= run.author.static_links
        problems = run.problems
    for problem in problems:
        told.warning("%s", problem)
    gc.freeze()


def _shown(run: Any, generator: Any, elsewhere: Collection[int] = ()) -> str:
    """Return the digest of what this build is about to show, as far as it is known by now; note what it stands on."""
    from pelican.settings import DEFAULT_CONFIG

    from .memory import ground, shown

    run.ground = ground(run.settings, generator.context, generator.env, DEFAULT_CONFIG.keys())
    others = sorted(path for path, content in run.contents.items() if id(content) in elsewhere)
    beside = (run.today, list(run.found.digests.items()), others)
    return "" if run.found.bad else shown(run.ground, generator.context, beside)


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


@_undisturbed
def _arrange(generators: list[Any]) -> None:
    """Make the cards, hang them on their posts, and mark the places of the boxes."""
    context = generators[0].context
    run = context.get(KEY)
    if run is None:
        return
    from pelican.contents import Article

    from . import box
    from .run import Later

    settings = generators[0].settings
    run.env = generators[0].env
    contents = {path: c for path, c in context["generated_content"].items() if c is not None}
    articles = [c for c in contents.values() if isinstance(c, Article)]
    elsewhere = _elsewhere(generators, list(contents.values()))
    run.make = lambda: run.arrange(articles, lambda content: _atom_id(content, settings), elsewhere)
    if not run.memory.fits(_shown(run, generators[0], elsewhere)):
        run.read()
        run.make()
    recalled = run.memory.recalled
    run.heads.update(_post_heads(run))
    for path in recalled["marked"] if recalled else [p for p, c in contents.items() if id(c) in run.boxes]:
        content = contents[path]
        content.gratitude = Later(run, id(content)) if recalled else run.boxes[id(content)]
        run.paths[id(content)] = path
        if settings["GRATITUDE_BOX"]:
            run.keys[id(content)] = len(run.keys)
            content._content = (content._content or "") + box.marker(run.keys[id(content)])
    if settings["GRATITUDE_MENU"]:
        context["MENUITEMS"] = [*(context.get("MENUITEMS") or ()), *_menu(run)]
    gc.freeze()  # what stands now stands to the end: no collection while pages are written looks at it again


def _post_heads(run: Any) -> dict[int, Any]:
    """Return what the pages of posts say of their feeds, by ``id()`` of the content."""
    if not run.settings["GRATITUDE_POST_FEED_ATOM"]:
        return {}
    from .head import unpacked
    from .outlets import post_heads

    if run.memory.recalled is None:
        return post_heads(run, run.settings)
    return {id(run.contents[path]): unpacked(head) for path, head in run.memory.recalled["heads"]}


def _menu(run: Any) -> list[tuple[str, str]]:
    """Return what joins MENUITEMS."""
    from .pages import menu_items

    recalled = run.memory.recalled
    return [(title, address) for title, address in (recalled["menu"] if recalled else menu_items(run, run.settings))]


def _elsewhere(generators: list[Any], contents: list[Any]) -> set[int]:
    """Return the ``id()`` of posts in another language that no generator lists: i18n_subsites took them out.

    They were read, and stay in ``generated_content``, but another subsite writes them: a link to them would lead
    nowhere.
    """
    listed = {id(c) for g in generators for value in vars(g).values() if isinstance(value, list) for c in value}
    return {id(c) for c in contents if id(c) not in listed and not c.in_default_lang}


@_undisturbed
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

    site = pages.Site(
        settings=run.settings,
        context=context,
        env=generator.env,
        template=generator.get_template,
        writer=writer,
        output=output,
        make_page=_page_maker(generator),
        taken=frozenset(c.save_as for c in context["generated_content"].values() if c is not None),
    )
    recalled = run.memory.recalled
    if recalled is None or not pages.write_again(run, site):
        run.section(0)  # everything is made by now, or it is now
        pages.write(run, site)


def _fill_box(path: str, context: dict[str, Any]) -> None:
    """Put box and head into a page that was just written, and take markers out of every other page."""
    run = context.get(KEY)
    if run is None:
        return
    content = context.get("article") or context.get("page")
    if run.whole and content is run.whole[-1]:
        return
    number = run.keys.get(id(content))
    head = run.heads.get(id(content))
    if run.keys or head is not None:
        from .boxes import fill

        fill(path, run, context, content, number, head)


@_undisturbed
def _remember(generator: Any, writer: Any) -> None:
    """Keep what this build made for the next one; articles and pages are written by now."""
    run = generator.context.get(KEY)
    gc.unfreeze()
    if run is None or run.memory.recalled is not None or run.author.acts:
        return
    from .head import packed

    run.memory.write(
        links=sorted(run.author.static_links),
        problems=run.problems,
        marked=[run.paths[number] for number in run.boxes if number in run.paths],
        menu=_menu(run),
        heads=[(path, packed(run.heads[id(c)])) for path, c in run.contents.items() if id(c) in run.heads],
    )


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
        page = Page(content, metadata, settings=generator.settings, context=generator.context)
        # its links are resolved: Pelican's search for them costs as much as all else of a long page
        page._update_content = lambda text, _siteurl: text
        return page

    return make
