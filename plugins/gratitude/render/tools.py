"""What our fragments call ``gratitude``: sentences, days, flowers, addresses, and fragments within fragments."""

from __future__ import annotations

__all__ = ["Tools"]

from collections.abc import Mapping
from datetime import date
from functools import cached_property
from typing import TYPE_CHECKING, Any

from jinja2 import Environment, Template, pass_context
from jinja2.runtime import Context
from markupsafe import Markup

if TYPE_CHECKING:
    from .days import Days
    from .say import Say


class Tools:
    """What our fragments call ``gratitude``: words, days, addresses of our files, in one language.

    ``lang`` is the language of what stands around our words: of the blog, or of a translated post.
    """

    def __init__(self, settings: Mapping[str, Any], env: Environment, lang: str = "") -> None:
        self._settings = settings
        self._env = env
        self._parts: dict[tuple[str, str], _Part] = {}
        self._made: dict[tuple[object, ...], Markup] = {}
        self._lang = lang or str(settings["DEFAULT_LANG"])
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

    @cached_property
    def days(self) -> Days:
        """What writes days as the site does."""
        from .days import Days

        return Days(self._settings, self._env.filters["strftime"], self.say, self._lang)

    def day(self, day: date, lang: str = "") -> str:
        """Return ``day`` as the site writes its posts' dates; names in the page's language."""
        return self.days.day(day, lang)

    def month(self, day: date) -> str:
        """Return month and year of ``day``."""
        return self.days.month(day)

    def months(self) -> list[tuple[str, str, str]]:
        """Return the names of the twelve months; see `Days.months`."""
        return self.days.months()

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
