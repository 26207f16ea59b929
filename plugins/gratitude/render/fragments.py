"""Prepares the Jinja environment it is handed: our templates are found last, and escape everything.

The theme and THEME_TEMPLATES_OVERRIDES come before us, so each fragment can be replaced alone. Pelican's environment
does not escape; one callable makes templates under ``gratitude/`` escape, whoever brings them, and leaves all others
as they were.
"""

from __future__ import annotations

__all__ = ["Tools", "prepare", "render"]

import re
from collections.abc import Callable, Mapping, MutableMapping
from datetime import date
from functools import cached_property
from pathlib import Path
from types import CodeType
from typing import TYPE_CHECKING, Any

from jinja2 import ChoiceLoader, Environment, FileSystemLoader, Template, pass_context
from jinja2.runtime import Context
from markupsafe import Markup

if TYPE_CHECKING:
    from .say import Say

HERE = Path(__file__).parent
FILTERS = ("length", "replace", "striptags")
"""Those that our templates use."""
COMPILED: dict[str, tuple[tuple[Any, ...], CodeType]] = {}
"""By path: what the code was made of, and the code. No build can leave anything of itself in it."""
CLOCK = r"%-?[HIMSpXcZzf]"
DIRECTIVE = re.compile(r"%-?.")
FIELDS: dict[str, Callable[[date], object]] = {
    **dict.fromkeys("aAuw", date.weekday),
    **dict.fromkeys("bBhm", lambda day: day.month),
    "d": lambda day: day.day,
    **dict.fromkeys("yY", lambda day: day.year),
}
"""What of a day a directive of strftime says; any other is filled in for each day."""


class Tools:
    """What our fragments call ``gratitude``: words, days, addresses of our files, in one language.

    ``lang`` is the language of what stands around our words: of the blog, or of a translated post.
    """

    def __init__(self, settings: Mapping[str, Any], env: Environment, lang: str = "") -> None:
        self._settings = settings
        self._env = env
        self._strftime: Callable[[date, str], str] = env.filters["strftime"]
        self._parts: dict[tuple[str, str], _Part] = {}
        self._made: dict[tuple[object, ...], Markup] = {}
        self._lang = lang or str(settings["DEFAULT_LANG"])
        self._days: dict[tuple[date, str], str] = {}
        self._parts_of_days: dict[tuple[str, object], str] = {}
        self._faces: dict[str, Markup] = {}
        self._times: dict[tuple[date, bool], Markup] = {}
        self._others: dict[str, Tools] = {}

    @pass_context
    def fragment(self, context: Context, name: str, **values: Any) -> Markup:
        """Return the fragment ``gratitude/NAME.html``, made of ``values``, the settings and SITEURL.

        What ``include`` does for a fragment that stands on a page a hundred times, at a third of its cost: no look
        for the template and no copy of the page's context each time. So it sees nothing else of the page.
        """
        key = name, context.get("SITEURL")
        if key not in self._parts:
            template = self._env.get_template(f"gratitude/{name}.html")
            always = {**template.globals, **self._settings, "SITEURL": key[1], "gratitude": self}
            self._parts[key] = _Part(template, always)
        return self._parts[key].rendered(values)

    @pass_context
    def once(self, context: Context, name: str, **values: Any) -> Markup:
        """Return the same as `fragment`, made once a build for the same ``values``: a person's flower, a day."""
        key = name, context.get("SITEURL"), *values.items()
        if key not in self._made:
            self._made[key] = self.fragment(context, name, **values)
        return self._made[key]

    @cached_property
    def say(self) -> Say:
        """What says our sentences. Made when the first is said: most runs of Pelican say none."""
        from .language import speaker

        return speaker(self._settings, self._lang)

    def t(self, text: str, **values: object) -> str:
        """Return our sentence ``text`` in this language, with ``{name}`` filled in."""
        return self.say.t(text, **values)

    def n(self, one: str, many: str, count: int, **values: object) -> str:
        """Return ``one`` or ``many`` in this language, with ``{count}`` filled in."""
        return self.say.n(one, many, count, **values)

    def title(self, name: str) -> str:
        """Return the author's words of a setting like GRATITUDE_WALL_TITLE, else ours in this language."""
        from .language import title

        return title(self._settings, self.say, name)

    def speaking(self, at: Any) -> Tools:
        """Return the tools for a post: in its language where it has one of its own."""
        lang = str(getattr(at, "lang", "") or self._lang)
        if lang == self._lang:
            return self
        if lang not in self._others:
            self._others[lang] = Tools(self._settings, self._env, lang)
        return self._others[lang]

    @cached_property
    def spoken(self) -> Markup:
        """The attributes of our outermost element: language and direction, where they are not those of the page."""
        from .say import base

        around = {base(self._lang), base(str(self._settings["DEFAULT_LANG"]))}
        lang = Markup(' lang="{}"').format(self.say.lang) if around != {base(self.say.lang)} else Markup()
        way = self.say.direction
        return lang + (Markup(' dir="{}"').format(way) if lang or way == "rtl" else Markup())

    @cached_property
    def their_lang(self) -> Markup:
        """The language of the page around us, as an attribute, where ours is another: of answers and letters."""
        return self._lang_if_other(self._lang)

    @cached_property
    def theirs(self) -> Markup:
        """The attributes of a title among our words: the blog's language where it differs, and its own direction."""
        return self._lang_if_other(str(self._settings["DEFAULT_LANG"])) + Markup(
            ' dir="auto"' if self.say.direction == "rtl" else ""
        )

    def _lang_if_other(self, lang: str) -> Markup:
        from .say import base

        return Markup(' lang="{}"').format(lang) if base(lang) != base(self.say.lang) else Markup()

    def sample(self) -> tuple[object, ...]:
        """Return what the site's language and dates look like: two sites for which this is the same print the same."""
        days = [self.day(date(2001, month, 2 * month)) for month in range(1, 13)]
        return self.months(), [self.month(date(2001, month, 1)) for month in range(1, 13)], days

    def day(self, day: date, lang: str = "") -> str:
        """Return ``day`` as the site writes its posts' dates, without a time of day; names in the page's language."""
        if (day, lang) not in self._days:
            self._days[day, lang] = self._written(day, lang)
        return self._days[day, lang]

    def _written(self, day: date, lang: str) -> str:
        formats, default = self._settings["DATE_FORMATS"], self._settings["DEFAULT_LANG"]
        wanted = next((formats[tag] for tag in (lang, self._lang, default) if tag in formats), None)
        wanted = wanted or self._settings["DEFAULT_DATE_FORMAT"]
        wanted = wanted[1] if isinstance(wanted, tuple) else wanted
        return self._named(day, self.say.day_pattern if re.search(CLOCK, wanted) else wanted)

    def month(self, day: date) -> str:
        """Return month and year of ``day``."""
        key = day.replace(day=1), "month"
        if key not in self._days:
            self._days[key] = self._named(day, self.say.month_pattern)
        return self._days[key]

    def _named(self, day: date, pattern: str) -> str:
        """Fill in ``pattern``: names from our catalogue, as the system may lack the locale; the rest by Pelican.

        Directive by directive, each kept for all days that have it in common: Pelican sets the locale for every call.
        """
        named = self.say.named(pattern, day)
        if type(self._strftime).__module__ != "pelican.utils":
            return self._strftime(day, named)  # a filter of the site's own may look at the pattern as a whole
        return DIRECTIVE.sub(lambda found: self._part_of(day, found[0]), named)

    def _part_of(self, day: date, directive: str) -> str:
        """Return one directive filled in, such as ``%B``."""
        key = directive, FIELDS.get(directive[-1], date.toordinal)(day)
        if key not in self._parts_of_days:
            self._parts_of_days[key] = self._strftime(day, directive)
        return self._parts_of_days[key]

    def months(self) -> list[tuple[str, str, str]]:
        """Return the names of the twelve months, each with its first sign and what makes it three: ``May, M, ay``.

        Where months are numbers (``10月``) the first sign is the number.
        """
        names = [self._named(date(2000, month, 1), "%B") for month in range(1, 13)]
        firsts = [re.match(r"\d+|.|", name) for name in names]
        return [(name, first[0], name[first.end() : 3]) for name, first in zip(names, firsts, strict=True) if first]

    def beside(self, address: str, part: str) -> str:
        """Return the address of a further page of the list at ``address``."""
        from .paging import beside

        return beside(address, part)

    def face(self, who: str) -> Markup:
        """Return the flower of a person, drawn once a build."""
        if who not in self._faces:
            from .faces import flower

            self._faces[who] = flower(who)
        return self._faces[who]

    def time(self, day: date, *, turned: bool = False) -> Markup:
        """Return the element of a day. Where the words around it run the other way (``turned``) it keeps its own."""
        if (day, turned) not in self._times:
            way = Markup(' dir="auto"') if turned else ""
            element = Markup('<time class="dt-published" datetime="{}"{}>{}</time>')
            self._times[day, turned] = element.format(day.isoformat(), way, self.day(day))
        return self._times[day, turned]

    def mailto(self, subject: str) -> str:
        """Return the mail link that invites, ``""`` where the author set no address."""
        from .card import mailto, plain_title

        address = self._settings["GRATITUDE_INVITATION"]
        return mailto(address, plain_title(subject)) if address else ""

    def first_sentence(self, markup: str) -> str:
        """Return the first sentence of an answer's HTML as plain words; the template escapes them."""
        from .best import sentences
        from .plain import visible

        return next(iter(sentences(visible(markup))), "")

    def asset(self, siteurl: str, name: str) -> str:
        """Return the address of our stylesheet or script."""
        return f"{siteurl}/{self._settings['THEME_STATIC_DIR']}/gratitude/{name}"


class _Part:
    """One template and what it always sees."""

    def __init__(self, template: Template, always: dict[str, Any]) -> None:
        self._template = template
        self._seen = always
        self._context = template.new_context(always, shared=True)
        self._is_busy = False

    def rendered(self, values: Mapping[str, Any]) -> Markup:
        """Return the fragment for these values. One that holds another of its kind gets a context of its own."""
        if self._is_busy:
            return Markup(self._template.render({**self._seen, **values}))
        self._is_busy = True
        try:
            self._seen.update(values)
            return Markup("".join(self._template.root_render_func(self._context)))
        finally:
            self._context.vars.clear()
            self._context.exported_vars.clear()
            for name in values:
                del self._seen[name]
            self._is_busy = False


class _Ours(FileSystemLoader):
    """Our own templates, compiled once a process: an autoreload builds in it again and again, a subsite once more.

    (All of them take .1 s of CPU, which is a third of what a blog of 100 posts takes to build.) What is compiled
    depends on the source, the environment's syntax and the filters that Jinja tries on constants; with an extension
    of Jinja's on more, so then nothing is kept.
    """

    def load(self, environment: Environment, name: str, globals: MutableMapping[str, Any] | None = None) -> Template:
        """Return the template ``name``; see `jinja2.BaseLoader.load`, of which this is the whole without bytecode."""
        if environment.extensions:
            return super().load(environment, name, globals)
        source, path, is_current = self.get_source(environment, name)
        key = source, _syntax(environment)
        if path not in COMPILED or COMPILED[path][0] != key:
            COMPILED[path] = key, environment.compile(source, name, path)
        code = COMPILED[path][1]
        return environment.template_class.from_code(environment, code, globals or {}, is_current)


def _syntax(env: Environment) -> tuple[Any, ...]:
    """Return all of an environment that a compiled template of ours depends on."""
    return (
        type(env), env.block_start_string, env.block_end_string, env.variable_start_string, env.variable_end_string,
        env.comment_start_string, env.comment_end_string, env.line_statement_prefix, env.line_comment_prefix,
        env.trim_blocks, env.lstrip_blocks, env.newline_sequence, env.keep_trailing_newline, env.optimized,
        env.finalize, env.is_async, *(env.filters.get(name) for name in FILTERS),
    )  # fmt: skip


def prepare(env: Environment, settings: Mapping[str, Any]) -> None:
    """Make our fragments loadable in ``env``. Doing it twice is doing it once."""
    if isinstance(env.globals.get("gratitude"), Tools):
        return
    ours = _Ours(HERE / "templates")
    if isinstance(env.loader, ChoiceLoader):
        env.loader.loaders = [*env.loader.loaders, ours]
    else:
        env.loader = ChoiceLoader([env.loader, ours] if env.loader else [ours])
    env.autoescape = _escaping(env.autoescape)
    env.auto_reload = False  # it lives for one build; to look at a file's time for every include costs a sixth
    env.globals["gratitude"] = Tools(settings, env)


def render(env: Environment, name: str, context: Mapping[str, Any], **values: Any) -> str:
    """Return the fragment ``gratitude/NAME.html``, rendered with the context of a page and ``values``.

    In it ``{{`` and its like are inert: a reader's name is no template either, for plugins that run Jinja over pages.
    """
    from .escape import inert

    return inert(env.get_template(f"gratitude/{name}.html").render({**context, **values}))


def _escaping(before: bool | Callable[[str | None], bool]) -> Callable[[str | None], bool]:
    """Return the rule: true for our fragments (also as ``!theme/gratitude/...``), else what was there before."""

    def rule(name: str | None) -> bool:
        if name and re.match(r"(?:![a-z]+/)?gratitude/", name):
            return True
        return before(name) if callable(before) else bool(before)

    return rule
