"""The settings of the public half: one table, defaults, and one sentence for each wrong value."""

from __future__ import annotations

import pytest

from gratitude.render.options import SETTINGS, read

DEFAULTS = {s.name: s.default for s in SETTINGS}


def test_without_settings_there_are_the_defaults() -> None:
    """A site that sets nothing gets every default and no complaint; the defaults are right values themselves."""
    assert read({}) == (DEFAULTS, [])


def test_a_value_of_the_site_is_taken() -> None:
    """What is right is used as it is."""
    values, problems = read({"GRATITUDE_MENU": True, "GRATITUDE_WALL_URL": "thanks/", "GRATITUDE_FEED_ATOM": None})

    assert problems == []
    assert values == DEFAULTS | {"GRATITUDE_MENU": True, "GRATITUDE_WALL_URL": "thanks/", "GRATITUDE_FEED_ATOM": None}


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("GRATITUDE_PATH", ""),
        ("GRATITUDE_PATH", "../elsewhere"),
        ("GRATITUDE_PATH", "/etc"),
        ("GRATITUDE_WALL_SAVE_AS", "../wall.html"),
        ("GRATITUDE_WALL_SAVE_AS", "/wall.html"),
        ("GRATITUDE_WALL_TITLE", ""),
        ("GRATITUDE_WALL_URL", None),
        ("GRATITUDE_QUESTION_URL", "questions/"),
        ("GRATITUDE_QUESTION_URL", "questions/{slug}/{id}"),
        ("GRATITUDE_QUESTION_SAVE_AS", "questions/index.html"),
        ("GRATITUDE_QUESTION_SAVE_AS", "questions/{id}/{"),
        ("GRATITUDE_OPEN_QUESTIONS", 1),
        ("GRATITUDE_MENU", "yes"),
        ("GRATITUDE_INVITATION", "not an address"),
        ("GRATITUDE_INVITATION", "ada@example.com?bcc=x@example.com"),
        ("GRATITUDE_FEED_ATOM", ""),
        ("GRATITUDE_FEED_ATOM", True),
        ("GRATITUDE_FEED_ATOM_URL", 7),
        ("GRATITUDE_FEED_JSON", "../thanks.json"),
        ("GRATITUDE_QUESTIONS_FEED_JSON", ""),
        ("GRATITUDE_DATA", True),
        ("GRATITUDE_POST_FEED_ATOM", "feeds/all.xml"),
        ("GRATITUDE_POST_FEED_ATOM", "/feeds/{slug}.xml"),
        ("GRATITUDE_POST_FEED_ATOM", "feeds/{slug}{id}.xml"),
        ("GRATITUDE_POST_FEED_ATOM", "feeds/{slug.x}{slug}.xml"),
        ("GRATITUDE_POST_FEED_ATOM", True),
        ("GRATITUDE_POST_FEED_ATOM_URL", "feeds/"),
    ],
)
def test_a_wrong_value_is_one_sentence_and_its_default(name: str, value: object) -> None:
    """The sentence names the setting, what it must be, what it is and what is used."""
    values, problems = read({name: value})

    assert values == DEFAULTS
    assert len(problems) == 1
    assert problems[0].startswith(f"{name} must be ")
    assert repr(value) in problems[0]


@pytest.mark.parametrize(
    "name", ["GRATITUDE_WALL_SAVE_AS", "GRATITUDE_QUESTIONS_SAVE_AS", "GRATITUDE_QUESTION_SAVE_AS"]
)
def test_an_empty_place_means_no_such_page(name: str) -> None:
    """As Pelican's own SAVE_AS settings do."""
    assert read({name: ""})[1] == []


def test_every_setting_explains_itself() -> None:
    """The reference page is made of these sentences."""
    for setting in SETTINGS:
        assert setting.name.startswith("GRATITUDE_")
        assert setting.help.endswith(".")


def test_names_are_there_once() -> None:
    """Two rows of one name would hide one of them."""
    assert len(SETTINGS) == len(DEFAULTS)
