"""How a sentence is said: translated, filled in, with the form that goes with a number, with the names of a day."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from markupsafe import Markup

from gratitude.render.say import Say, base

RUSSIAN_RULE = "n%10==1 && n%100!=11 ? 0 : n%10>=2 && n%10<=4 && (n%100<10 || n%100>=20) ? 1 : 2"
SAMPLE: dict[str, Any] = {
    "plural": RUSSIAN_RULE,
    "sentences": {"on {post}": "к записи {post}", "open": "пока без ответа"},
    "counted": {"{count} people": ["{count} человек", "{count} человека", "{count} людей"]},
    "months": ["", "", "", "", "май", *[""] * 7],
    "months_of_a_day": ["", "", "", "", "мая", *[""] * 7],
    "months_short": ["", "", "", "", "5%", *[""] * 7],
    "weekdays": ["", "", "", "", "", "", "воскресенье"],
}
SUNDAY = date(2026, 5, 3)


def test_a_sentence_the_catalogue_lacks_is_said_in_english() -> None:
    """A catalogue that is behind shows English words, never an error."""
    assert Say(SAMPLE).t("tell me") == "tell me"
    assert Say(SAMPLE).n("one {count}", "{count} many", 1) == "one 1"
    assert Say(SAMPLE).n("one {count}", "{count} many", 2) == "2 many"


def test_values_are_never_read_as_patterns() -> None:
    """A reader's name may look like one."""
    assert Say(SAMPLE).t("on {post}", post="{post}{0}") == "к записи {post}{0}"
    assert Say().t("open {") == "open {"


def test_a_link_in_a_sentence_stays_a_link_and_the_sentence_is_escaped() -> None:
    """The language decides where the link stands; its words may hold signs that HTML knows."""
    say = Say({"sentences": {"on {post}": "<{post}> & {who}"}})
    said = say.t("on {post}", post=Markup("<a href='x'>T</a>"), who="<b>")

    assert isinstance(said, Markup)
    assert said == "&lt;<a href='x'>T</a>&gt; &amp; &lt;b&gt;"
    assert not isinstance(say.t("on {post}", post="T", who=""), Markup)


@pytest.mark.parametrize(
    ("count", "expected"), [(1, "1 человек"), (2, "2 человека"), (5, "5 людей"), (11, "11 людей"), (21, "21 человек"), (22, "22 человека"), (112, "112 людей")]
)  # fmt: skip
def test_a_number_takes_the_form_of_the_language(count: int, expected: str) -> None:
    """Not the English two: Russian has three, and 21 goes with 1."""
    assert expected == Say(SAMPLE).n("{count} person", "{count} people", count)


def test_own_words_win() -> None:
    """Also over a form, of which the author writes the English two."""
    say = Say(SAMPLE, {"open": "без ответа", "{count} people": "много"})

    assert say.t("open") == "без ответа"
    assert say.n("{count} person", "{count} people", 5) == "много"
    assert say.n("{count} person", "{count} people", 1) == "1 человек"


@pytest.mark.parametrize(
    ("pattern", "expected"),
    [
        ("%-d %B %Y", "%-d мая %Y"),
        ("%B %Y", "май %Y"),
        ("%d.%m.%Y", "%d.%m.%Y"),
        ("100%% %d %b", "100%% %d 5%%"),
        ("%%B", "%%B"),
        ("%A %a", "воскресенье %a"),
    ],
)
def test_names_of_a_day_come_from_the_catalogue(pattern: str, expected: str) -> None:
    """In the case that the language wants beside a day; numbers and names it does not know are left to strftime."""
    assert expected == Say(SAMPLE).named(pattern, SUNDAY)


def test_english_leaves_the_names_to_the_system() -> None:
    """As the posts' own dates are."""
    assert Say().named("%A %d %B", SUNDAY) == "%A %d %B"


@pytest.mark.parametrize(("tag", "expected"), [("pt-BR", "pt"), ("pt_BR", "pt"), ("DE", "de"), ("", "")])
def test_the_language_of_a_tag(tag: str, expected: str) -> None:
    """Without region and script, in lower case."""
    assert expected == base(tag)


@pytest.mark.parametrize(("lang", "expected"), [("he", "rtl"), ("he-IL", "rtl"), ("de", "ltr")])
def test_who_speaks_hebrew_writes_from_right_to_left(lang: str, expected: str) -> None:
    """Our outermost element says so."""
    assert expected == Say(lang=lang).direction
