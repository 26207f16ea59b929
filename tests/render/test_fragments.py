"""Our templates in somebody else's Jinja environment."""

from __future__ import annotations

from typing import Any

import pytest
from jinja2 import ChoiceLoader, DictLoader, Environment
from jinja2.nodes import Filter

from gratitude.render import fragments, options

SETTINGS: dict[str, Any] = {
    **options.read({})[0],
    "DATE_FORMATS": {"fr": ("fr_FR", "%d.%m.%Y"), "de": "%d. %m. %Y, %H:%M Uhr"},
    "DEFAULT_DATE_FORMAT": "%Y/%m/%d",
    "DEFAULT_LANG": "en",
    "THEME_STATIC_DIR": "theme",
}


def environment(templates: dict[str, str], **values: Any) -> Environment:
    env = Environment(loader=ChoiceLoader([DictLoader(templates)]), **values)
    env.filters["strftime"] = lambda day, pattern: day.strftime(pattern)
    fragments.prepare(env, SETTINGS)
    return env


def test_the_theme_wins_over_ours_one_template_at_a_time() -> None:
    """Ours are found last."""
    env = environment({"gratitude/style.html": "theirs"})

    assert env.get_template("gratitude/style.html").render() == "theirs"
    assert "g-list" in env.get_template("gratitude/titles.html").render(cards=())


@pytest.mark.parametrize("theirs", [False, True, lambda name: name == "escaped.html"])
@pytest.mark.parametrize("name", ["gratitude/x.html", "!theme/gratitude/x.html", "plain.html", "escaped.html"])
def test_only_our_templates_change_their_escaping(theirs: Any, name: str) -> None:
    """For all others the site's own rule, whatever its form, stays in force."""
    before = theirs(name) if callable(theirs) else theirs
    env = environment({name: "{{ '<' }}"}, autoescape=theirs)
    expected = "&lt;" if "gratitude/" in name or before else "<"

    assert expected == env.get_template(name).render()


def test_included_and_extended_templates_keep_their_own_rule() -> None:
    """A fragment inside a theme's page escapes; the page around it does not begin to."""
    env = environment({"page.html": "{{ '<' }}{% include 'gratitude/a.html' %}", "gratitude/a.html": "{{ '<' }}{% block b %}{% endblock %}",
                       "gratitude/c.html": "{% extends 'gratitude/a.html' %}{% block b %}{{ '>' }}{% endblock %}"})  # fmt: skip

    assert env.get_template("page.html").render() == "<&lt;"
    assert env.get_template("gratitude/c.html").render() == "&lt;&gt;"
    assert env.from_string("{{ '<' }}").render() == "<"


def test_preparing_twice_is_preparing_once() -> None:
    """Pelican may hand us an environment again."""
    env = environment({})
    loaders, rule = list(env.loader.loaders), env.autoescape  # type: ignore[union-attr]
    fragments.prepare(env, SETTINGS)

    assert (loaders, rule) == (env.loader.loaders, env.autoescape)  # type: ignore[union-attr]


def test_an_environment_with_another_loader_keeps_it() -> None:
    """A plugin may have put its own in Pelican's place."""
    env = Environment(loader=DictLoader({"a.html": "a"}), autoescape=False)
    env.filters["strftime"] = str
    fragments.prepare(env, SETTINGS)

    assert env.get_template("a.html").render() == "a"
    assert env.get_template("gratitude/titles.html")


def test_template_tags_in_values_are_inert() -> None:
    """A name that looks like a template is none for the next engine."""
    env = environment({"gratitude/x.html": "{{ name }}"})

    assert fragments.render(env, "x", {"name": "{{ 7*7 }}"}) == "&#123;{ 7*7 }}"


def test_a_template_is_compiled_once_a_process(monkeypatch: pytest.MonkeyPatch) -> None:
    """The next build of an autoreload, whose environment is another, compiles nothing; another syntax does."""
    env = environment({})
    env.get_template("gratitude/box.html")
    names: list[str] = []
    compiled = Environment.compile

    def count(self: Environment, source: str, name: str, *more: Any) -> Any:
        names.append(name)
        return compiled(self, source, name, *more)

    monkeypatch.setattr(Environment, "compile", count)
    environment({}).get_template("gratitude/box.html")
    assert names == []
    environment({}, trim_blocks=True).get_template("gratitude/box.html")
    assert names[-1] == "gratitude/box.html"


def test_the_filters_of_our_templates_are_known() -> None:
    """Those that a site could have replaced: what is compiled depends on them."""
    env = environment({})
    nodes = [env.parse(path.read_text(encoding="utf-8")) for path in (fragments.HERE / "templates/gratitude").iterdir()]

    assert {found.name for one in nodes for found in one.find_all(Filter)} == set(fragments.FILTERS)


def test_every_fragment_compiles() -> None:
    """A template with a syntax error would only be found by the page that needs it."""
    env = environment({})
    names = [n for n in env.list_templates() if n.startswith("gratitude/")]

    assert len(names) >= 12
    assert all(env.get_template(name) for name in names)
