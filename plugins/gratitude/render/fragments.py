"""Prepares the Jinja environment it is handed: our templates are found last, and escape everything.

The theme and THEME_TEMPLATES_OVERRIDES come before us, so each fragment can be replaced alone. Pelican's environment
does not escape; one callable makes templates under ``gratitude/`` escape, whoever brings them, and leaves all others
as they were.
"""

from __future__ import annotations

__all__ = ["prepare", "render"]

import re
from collections.abc import Callable, Mapping, MutableMapping
from pathlib import Path
from types import CodeType
from typing import Any

from jinja2 import ChoiceLoader, Environment, FileSystemLoader, Template

from .tools import Tools

HERE = Path(__file__).parent
FILTERS = ("length", "replace", "striptags")
"""Those that our templates use."""
COMPILED: dict[str, tuple[tuple[Any, ...], CodeType]] = {}
"""By path: what the code was made of, and the code. No build can leave anything of itself in it."""


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


def _escaping(before: bool | Callable[[str | None], bool]) -> Callable[[str | None], bool]:
    """Return the rule: true for our fragments (also as ``!theme/gratitude/...``), else what was there before."""

    def rule(name: str | None) -> bool:
        if name and re.match(r"(?:![a-z]+/)?gratitude/", name):
            return True
        return before(name) if callable(before) else bool(before)

    return rule
