"""Every catalogue is whole and right, and the right one is chosen."""

from __future__ import annotations

import re
import string
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from jinja2 import Environment, nodes

from gratitude.render import language, options
from gratitude.render.say import Say
from gratitude.render.tools import Tools

PACKAGE = Path(language.__file__).parents[1]
TEMPLATES = PACKAGE / "render" / "templates" / "gratitude"
FOREIGN = [lang for lang in language.languages() if lang != "en"]
SETTINGS: dict[str, Any] = {
    **options.read({})[0], "DEFAULT_LANG": "en", "DATE_FORMATS": {}, "DEFAULT_DATE_FORMAT": "%a %d %B %Y", "THEME_STATIC_DIR": "theme",
}  # fmt: skip
FORMS_OF_0_1_2_5 = {
    "fr": [0, 0, 1, 1], "pt": [0, 0, 1, 1], "pl": [2, 0, 1, 2], "ru": [2, 0, 1, 2], "ja": [0, 0, 0, 0], "he": [2, 0, 1, 2],
}  # fmt: skip
"""As CLDR has them; all others are [1, 0, 1, 1], as English."""
SAME = {", ", "{name}:", "{name}, on {post}"}
"""Sentences that may be the same in another language: signs alone."""


def speaking(**values: Any) -> Say:
    return language.speaker(SETTINGS | values, values.pop("at", ""))


def in_templates() -> tuple[set[str], set[tuple[str, str]]]:
    """Return the sentences that our templates say, and those with a number: ``(one, many)``."""
    said, counted = set(), set()
    for path in TEMPLATES.glob("*.html"):
        for call in Environment().parse(path.read_text("utf-8")).find_all(nodes.Call):
            if isinstance(call.node, nodes.Getattr) and call.node.attr in ("t", "n"):
                words = [arg.value for arg in call.args if isinstance(arg, nodes.Const)]
                assert words, f"{path.name}: a sentence must be written out, so that it can be translated"
                if call.node.attr == "t":
                    said.add(words[0])
                else:
                    counted.add((words[0], words[1]))
    return said, counted


def in_code() -> set[str]:
    """Return the sentences that modules of the build half say, and the defaults of the author's titles."""
    import ast

    said = set(language.TITLES.values())
    for path in (PACKAGE / "render").glob("*.py"):
        for call in ast.walk(ast.parse(path.read_text("utf-8"))):
            if not (isinstance(call, ast.Call) and isinstance(call.func, ast.Attribute) and call.func.attr == "t"):
                continue
            if path.name in ("tools.py", "language.py"):
                continue  # they pass sentences on
            assert isinstance(call.args[0], ast.Constant), f"{path.name}:{call.lineno}: write the sentence out"
            said.add(call.args[0].value)
    return said


@cache
def book(lang: str) -> dict[str, Any]:
    found = language.catalogue(lang)
    assert found is not None
    return dict(found)


def fields(text: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(text) if name is not None}


def test_there_are_these_languages() -> None:
    """English and ten others, one of them written from right to left."""
    assert {"de", "fr", "es", "pt", "it", "nl", "pl", "ru", "ja", "he"} <= set(FOREIGN)


def test_the_english_file_holds_every_sentence_and_no_other() -> None:
    """It is what a translator copies; its words are its keys."""
    said, counted = in_templates()
    english = book("en")

    assert said | in_code() == set(english["sentences"])
    assert {(forms[0], forms[1]) for forms in english["counted"].values()} == counted
    assert all(key == value for key, value in english["sentences"].items())
    assert all(key == forms[1] for key, forms in english["counted"].items())


@pytest.mark.parametrize("lang", FOREIGN)
def test_a_catalogue_has_the_same_sentences_with_the_same_places(lang: str) -> None:
    """None is missing, none is left from an older page; what is filled in is filled in there too."""
    english, theirs = book("en"), book(lang)

    assert list(english["sentences"]) == list(theirs["sentences"])
    assert list(english["counted"]) == list(theirs["counted"])
    for key, said in theirs["sentences"].items():
        assert fields(key) == fields(said), key
    for key, forms in theirs["counted"].items():
        assert fields(key) == fields(forms[-1]), key
        assert all(fields(form) <= fields(key) for form in forms)


@pytest.mark.parametrize("lang", FOREIGN)
def test_no_sentence_was_left_in_english(lang: str) -> None:
    """Nor is one empty, or does one begin or end with a space."""
    for key, said in book(lang)["sentences"].items():
        assert said.strip() == said or key == ", "
        assert said
        assert said != key or key in SAME, key
    for key, forms in book(lang)["counted"].items():
        assert key not in forms


@pytest.mark.parametrize("lang", FOREIGN)
def test_the_name_of_a_link_begins_with_what_is_seen(lang: str) -> None:
    """WCAG 2.5.3: who says the words on the screen must reach the link."""
    said = book(lang)["sentences"]

    for seen in ("Read on", "Answer it"):
        assert said[f"{seen}: {{title}}"].startswith(said[seen])


@pytest.mark.parametrize("lang", FOREIGN)
def test_names_of_months_and_weekdays_are_all_there(lang: str) -> None:
    """Twelve and seven, each another; patterns hold what they must."""
    theirs = book(lang)

    for name, count in (("months", 12), ("months_short", 12), ("weekdays", 7), ("weekdays_short", 7)):
        assert len(set(theirs[name])) == count, name
    assert len(theirs.get("months_of_a_day", theirs["months"])) == 12
    assert {"%Y", "%-d"} <= set(re.findall(r"%-?\w", theirs["day"]))
    assert "%Y" in theirs["month"]


@pytest.mark.parametrize("lang", language.languages())
def test_there_is_a_form_for_every_number(lang: str) -> None:
    """The rule names no form that is not there, and leaves none unused."""
    from gettext import c2py

    rule = c2py(book(lang)["plural"])
    used = {rule(n) for n in range(250)}

    assert all(used == set(range(len(forms))) for forms in book(lang)["counted"].values())
    assert FORMS_OF_0_1_2_5.get(lang, [1, 0, 1, 1]) == [rule(n) for n in (0, 1, 2, 5)]


@pytest.mark.parametrize(
    ("lang", "count", "expected"),
    [
        ("pl", 2, "zapytały 2 osoby"), ("pl", 5, "zapytało 5 osób"), ("pl", 12, "zapytało 12 osób"),
        ("pl", 22, "zapytały 22 osoby"), ("ru", 3, "спросили 3 человека"), ("ru", 11, "спросили 11 человек"),
        ("ru", 21, "спросил 21 человек"), ("he", 2, "נשאלה על ידי שני אנשים"), ("ja", 2, "2人から同じ質問"),
        ("fr", 1, "posée par 1 personne"), ("en", 2, "asked by 2 people"),
    ],
)  # fmt: skip
def test_numbers_read_right(lang: str, count: int, expected: str) -> None:
    """As somebody who speaks the language would write it."""
    say = speaking(DEFAULT_LANG=lang)

    assert expected == say.n("asked by {count} person", "asked by {count} people", count)


@pytest.mark.parametrize(
    ("values", "lang", "expected"),
    [
        ({}, "en", "Who this helped"),
        ({"DEFAULT_LANG": "de"}, "de", "Wem das geholfen hat"),
        ({"DEFAULT_LANG": "de-AT"}, "de-AT", "Wem das geholfen hat"),
        ({"DEFAULT_LANG": "pt_br"}, "pt_br", "A quem isto ajudou"),
        ({"DEFAULT_LANG": "de", "GRATITUDE_LANG": "fr"}, "fr", "À qui cela a servi"),
        ({"DEFAULT_LANG": "de", "GRATITUDE_LANG": "en"}, "en", "Who this helped"),
        ({"DEFAULT_LANG": "da"}, "en", "Who this helped"),
        ({"DEFAULT_LANG": "../../x"}, "en", "Who this helped"),
        ({"at": "fr"}, "fr", "À qui cela a servi"),
        ({"at": "da", "DEFAULT_LANG": "de"}, "de", "Wem das geholfen hat"),
        ({"at": "de", "DEFAULT_LANG": "de", "GRATITUDE_LANG": "fr"}, "fr", "À qui cela a servi"),
    ],
)
def test_which_language_is_spoken(values: dict[str, Any], lang: str, expected: str) -> None:
    """The post's where there is a catalogue, else what GRATITUDE_LANG says, else DEFAULT_LANG's, else English."""
    say = speaking(**values)

    assert (lang, expected) == (say.lang, say.t("Who this helped"))


def test_a_language_without_words_is_told_once_and_is_no_problem() -> None:
    """A Danish blog builds with `--fatal warnings`."""
    assert "'da'" in language.unknown(SETTINGS | {"DEFAULT_LANG": "da"})
    assert language.unknown(SETTINGS | {"DEFAULT_LANG": "pt-br"}) == ""
    assert language.unknown(SETTINGS) == ""
    assert language.problems(SETTINGS | {"DEFAULT_LANG": "da"}) == []


def test_own_words_for_single_sentences() -> None:
    """For the blog's language; below a language's tag for that one, also in the box of a translated post."""
    words = {"Who this helped": "Letters I keep", "fr": {"Who this helped": "Du courrier"}}

    assert speaking(GRATITUDE_WORDS=words).t("Who this helped") == "Letters I keep"
    assert speaking(GRATITUDE_WORDS=words, at="fr").t("Who this helped") == "Du courrier"
    assert speaking(GRATITUDE_WORDS=words, at="de").t("Who this helped") == "Wem das geholfen hat"
    assert speaking(GRATITUDE_WORDS=words, DEFAULT_LANG="fr-CH").t("Who this helped") == "Du courrier"
    assert language.problems(SETTINGS | {"GRATITUDE_WORDS": words}) == []


@pytest.mark.parametrize(
    ("text", "said", "why"),
    [
        ("checked in {year}", "looked at in {day}", "({year})"),
        ("checked in {year}", "looked at in {year!r}", "({year})"),
        ("checked in {year}", "looked at in {year.real}", "({year})"),
        ("checked in {year}", "looked at in {year", "({year})"),
        ("checked in {year}", "looked at in {}", "({year})"),
        ("tell me", "tell {me}", "(none)"),
        ("tell me", "tell {{me}}", "(none)"),
        ("Whom this helped", "Letters", "locale/en.toml"),
        ("asked by {count} people", "asked by {number}", "({count})"),
    ],
)
def test_words_that_cannot_be_said_are_one_sentence_and_ours_stays(text: str, said: str, why: str) -> None:
    """A wrong placeholder would end the build where it is filled in."""
    settings = SETTINGS | {"GRATITUDE_WORDS": {text: said}}
    problems = language.problems(settings)

    assert len(problems) == 1
    assert problems[0].startswith("GRATITUDE_WORDS: ")
    assert why in problems[0]
    assert language.speaker(settings).t(text, year=7, count=7) == text.format(year=7, count=7)


def test_own_words_may_leave_a_place_out() -> None:
    """Who does not want the year shown says so."""
    words = {"checked in {year}": "still right", "asked by {count} people": "asked by several"}
    say = speaking(GRATITUDE_WORDS=words)

    assert say.t("checked in {year}", year=2026) == "still right"
    assert say.n("asked by {count} person", "asked by {count} people", 4) == "asked by several"


def test_own_words_can_be_a_whole_language() -> None:
    """Then the pages speak it: a Danish blog whose author translated them is not told that there are no words."""
    words = {text: f"da {text}" for text in book("en")["sentences"]}
    settings = SETTINGS | {"DEFAULT_LANG": "da", "GRATITUDE_WORDS": words}

    assert language.speaker(settings).lang == "da"
    assert language.unknown(settings) == ""


def test_titles_of_the_author_are_kept_in_every_language() -> None:
    """Only what the author left unset is ours to say."""
    settings = SETTINGS | {"DEFAULT_LANG": "de", "GRATITUDE_WALL_TITLE": "Post"}
    titles = language.worded(settings, language.speaker(settings))

    assert titles["GRATITUDE_WALL_TITLE"] == "Post"
    assert titles["GRATITUDE_QUESTIONS_TITLE"] == "Was ich gefragt wurde"


def tools(lang: str = "", **values: Any) -> Tools:
    env = Environment()
    env.filters["strftime"] = lambda day, pattern: day.strftime(pattern)
    return Tools(SETTINGS | values, env, lang)


@pytest.mark.parametrize(
    ("values", "lang", "spoken", "theirs", "their_lang"),
    [
        ({}, "", "", "", ""),
        ({"DEFAULT_LANG": "de"}, "", "", "", ""),
        ({"DEFAULT_LANG": "de-at"}, "", "", "", ""),
        ({"DEFAULT_LANG": "he"}, "", ' dir="rtl"', ' dir="auto"', ""),
        ({"DEFAULT_LANG": "da"}, "", ' lang="en" dir="ltr"', ' lang="da"', ' lang="da"'),
        ({"DEFAULT_LANG": "fa"}, "", ' lang="en" dir="ltr"', ' lang="fa"', ' lang="fa"'),
        ({}, "fr", ' lang="fr" dir="ltr"', ' lang="en"', ""),
        ({}, "he", ' lang="he" dir="rtl"', ' lang="en" dir="auto"', ""),
        ({}, "da", ' lang="en" dir="ltr"', "", ' lang="da"'),
    ],
)
def test_our_root_says_its_language_where_the_page_does_not(
    values: dict[str, Any], lang: str, spoken: str, theirs: str, their_lang: str
) -> None:
    """WCAG 3.1.2: words in another language than their page are marked, ours and, among them, theirs."""
    found = tools(lang, **values)

    assert (spoken, theirs, their_lang) == (found.spoken, found.theirs, found.their_lang)


def test_a_post_in_another_language_gets_tools_of_its_own() -> None:
    """Made once a language; a page without one gets the blog's."""
    ours = tools()
    french = type("Post", (), {"lang": "fr"})()

    assert ours.speaking(None) is ours
    assert ours.speaking(french) is ours.speaking(french)
    assert ours.speaking(french).title("GRATITUDE_WALL_TITLE") == "À qui cela a servi"


@pytest.mark.parametrize(
    ("lang", "pattern", "day", "month"),
    [
        ("en", "%a %d %B %Y", "Sun 03 May 2026", "May 2026"),
        ("de", "%a %d %B %Y", "So 03 Mai 2026", "Mai 2026"),
        ("de", "%d.%m.%y", "03.05.26", "Mai 2026"),
        ("de", "%d.%m.%y %H:%M", "3. Mai 2026", "Mai 2026"),
        ("pl", "%-d %B %Y", "3 maja 2026", "maj 2026"),
        ("ru", "%-d %B %Y", "3 мая 2026", "май 2026"),
        ("es", "%c", "3 de mayo de 2026", "mayo de 2026"),
        ("ja", "%X", "2026年5月3日", "2026年5月"),
        ("he", "%X", "3 במאי 2026", "מאי 2026"),
    ],
)
def test_days_speak_the_language_also_without_its_locale(lang: str, pattern: str, day: str, month: str) -> None:
    """The pattern is that of the posts; the names are the catalogue's, since the system may know English alone."""
    from datetime import date

    found = tools(DEFAULT_LANG=lang, DEFAULT_DATE_FORMAT=pattern)

    assert (day, month) == (found.day(date(2026, 5, 3)), found.month(date(2026, 5, 3)))
    assert found.months()[4][0] in month


@pytest.mark.parametrize(
    ("lang", "expected"),
    [("en", ("October", "O", "ct")), ("pl", ("październik", "p", "aź")), ("ja", ("10月", "10", "月"))],
)
def test_months_above_the_chart_are_short_without_losing_themselves(lang: str, expected: tuple[str, str, str]) -> None:
    """A telephone shows the first sign alone: of ``10月`` that is no 1."""
    assert expected == tools(DEFAULT_LANG=lang).months()[9]


def test_english_reads_no_file(monkeypatch: pytest.MonkeyPatch) -> None:
    """Most blogs are English, and every build would pay for it."""
    monkeypatch.setattr(language, "_read", lambda tag: pytest.fail(f"read {tag}"))

    assert language.speaker(SETTINGS).t("open") == "open"
    assert language.unknown(SETTINGS) == ""
