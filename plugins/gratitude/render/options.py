"""The GRATITUDE_* settings of the public half: one table of name, default, check and help. Pure.

`pelican --print-settings` shows them, docs/reference/settings.md is written from them, and a wrong value costs one
warning and its default instead of the build.
"""

from __future__ import annotations

__all__ = ["SETTINGS", "Setting", "read"]

import re
from collections.abc import Callable, Mapping
from typing import NamedTuple

ADDRESS = r"[^\s@<>\"',;:?&]{1,64}@[^\s@<>\"',;:?&]{1,255}"


class Setting(NamedTuple):  # cheaper to make than a dataclass: this module loads on every run of Pelican
    """One setting: ``check`` returns what a right value is, or ``""`` for one that is right."""

    name: str
    default: object
    check: Callable[[object], str]
    help: str


def read(settings: Mapping[str, object]) -> tuple[dict[str, object], list[str]]:
    """Return the value of every setting, and one sentence for each wrong one, whose default is taken instead."""
    values: dict[str, object] = {}
    problems: list[str] = []
    for setting in SETTINGS:
        value = settings.get(setting.name, setting.default)
        wanted = setting.check(value)
        if wanted:
            problems.append(f"{setting.name} must be {wanted}, not {value!r}; {setting.default!r} is used")
            value = setting.default
        values[setting.name] = value
    return values, problems


def _words(value: object) -> str:
    return "" if isinstance(value, str) and value.strip() else "words in quotes"


def _maybe_words(value: object) -> str:
    return "" if value is None else _words(value) and "words in quotes, or None"


def _language(value: object) -> str:
    good = value is None or (isinstance(value, str) and re.fullmatch(r"[A-Za-z]{2,3}([-_][A-Za-z0-9]{1,8})*", value))
    return "" if good else "the tag of a language, like 'de', or None"


def _sentences(value: object) -> str:
    """Accept ``{sentence: words}``, and the same below the tag of a language; render.language reads them."""
    good = isinstance(value, Mapping) and all(
        isinstance(text, str) and (isinstance(said, str) or (isinstance(said, Mapping) and not _sentences(said)))
        for text, said in value.items()
    )
    return "" if good else "{'sentence of ours': 'your words'}"


def _switch(value: object) -> str:
    return "" if isinstance(value, bool) else "True or False"


def _folder(value: object) -> str:
    good = isinstance(value, str) and value.strip("/") and ".." not in value.split("/") and not value.startswith("/")
    return "" if good else "the name of a folder under PATH"


def _url(value: object) -> str:
    return "" if isinstance(value, str) else "an address below SITEURL"


def _file(value: object) -> str:
    """Accept a path below OUTPUT_PATH, or nothing at all: Pelican's way to say that a page is not wanted."""
    inside = isinstance(value, str) and not value.startswith("/") and ".." not in value.split("/")
    return "" if not value or inside else "a path below OUTPUT_PATH, or '' for no such page"


def _by_id(value: object) -> str:
    return "" if isinstance(value, str) and "{id}" in value and _fills(value) else "an address with {id} in it"


def _file_by_id(value: object) -> str:
    if not value:
        return ""
    return _file(value) or ("" if not _by_id(value) else "a path with {id} in it, or '' for no such pages")


def _feed(value: object) -> str:
    return "" if value is None or (isinstance(value, str) and value and not _file(value)) else "a path, or None"


def _maybe_url(value: object) -> str:
    return "" if value is None or isinstance(value, str) else "an address, or None"


def _names(value: object) -> str:
    good = isinstance(value, (list, tuple)) and all(isinstance(name, str) for name in value)
    return "" if good else "a list of slugs"


def _years(value: object) -> str:
    good = value is None or (isinstance(value, int) and not isinstance(value, bool) and 1 <= value <= 100)
    return "" if good else "a number of years, or None"


def _feed_by_slug(value: object) -> str:
    wanted = "a path with {slug} in it, or None"
    good = isinstance(value, str) and "{slug}" in value and _fills(value, "slug") and not _file(value)
    return "" if value is None or good else wanted


def _maybe_url_by_slug(value: object) -> str:
    good = isinstance(value, str) and "{slug}" in value and _fills(value, "slug")
    return "" if value is None or good else "an address with {slug} in it, or None"


def _mail(value: object) -> str:
    good = value is None or (isinstance(value, str) and re.fullmatch(ADDRESS, value))
    return "" if good else "a mail address, or None"


def _fills(value: str, name: str = "id") -> bool:
    try:
        value.format(**{name: "x"})
    except (AttributeError, KeyError, IndexError, ValueError):
        return False
    return True


SETTINGS: tuple[Setting, ...] = (
    Setting("GRATITUDE_PATH", "gratitude", _folder, "Where the note files lie, below PATH."),
    Setting("GRATITUDE_WALL_URL", "who-this-helped/", _url, "Address of the page that shows who was helped."),
    Setting("GRATITUDE_WALL_SAVE_AS", "who-this-helped/index.html", _file, "Its file; '' for no such page."),
    Setting(
        "GRATITUDE_WALL_TITLE",
        None,
        _maybe_words,
        "Its title, also that of the box on a post; None: “Who this helped”, in the blog's language.",
    ),
    Setting(
        "GRATITUDE_WALL_INTRO",
        None,
        _maybe_words,
        "The first words of that page; None: “Sometimes a person writes to say ...”, in the blog's language.",
    ),
    Setting(
        "GRATITUDE_WALL_FIRST",
        (),
        _names,
        "Slugs (or paths under PATH) of the posts that page begins with, in this order; the others follow, newest first.",
    ),
    Setting("GRATITUDE_QUESTIONS_URL", "questions/", _url, "Address of the index of questions."),
    Setting("GRATITUDE_QUESTIONS_SAVE_AS", "questions/index.html", _file, "Its file; '' for no such page."),
    Setting(
        "GRATITUDE_QUESTIONS_TITLE",
        None,
        _maybe_words,
        "Its title; None: “Questions readers asked”, in the blog's language.",
    ),
    Setting(
        "GRATITUDE_QUESTIONS_INTRO",
        None,
        _maybe_words,
        "The first words of that page; None: “Follow-up questions that came in ...”, in the blog's language.",
    ),
    Setting("GRATITUDE_QUESTION_URL", "questions/{id}/", _by_id, "Address of the page of one question."),
    Setting(
        "GRATITUDE_QUESTION_SAVE_AS",
        "questions/{id}/index.html",
        _file_by_id,
        "Its file; '' for no such pages (the index then only lists the questions).",
    ),
    Setting(
        "GRATITUDE_OPEN_QUESTIONS", True, _switch, "Whether the index lists questions that nobody has answered yet."
    ),
    Setting(
        "GRATITUDE_OUT_OF_DATE",
        6,
        _years,
        "After how many years an answer that was not checked since is said to be perhaps out of date; None for never.",
    ),
    Setting("GRATITUDE_CREDITS_URL", "who-helped-me/", _url, "Address of the page of the people the author thanks."),
    Setting(
        "GRATITUDE_CREDITS_SAVE_AS",
        "who-helped-me/index.html",
        _file,
        "Its file; '' for no such page. It is written when a note of the kind credit is there.",
    ),
    Setting(
        "GRATITUDE_CREDITS_TITLE",
        None,
        _maybe_words,
        "Its title; None: “Who helped me”, in the blog's language.",
    ),
    Setting(
        "GRATITUDE_CREDITS_INTRO",
        None,
        _maybe_words,
        "The first words of that page; None: “Nothing here was made alone. ...”, in the blog's language.",
    ),
    Setting("GRATITUDE_MENU", False, _switch, "Whether the wall, the questions and the credits join MENUITEMS."),
    Setting(
        "GRATITUDE_BOX",
        True,
        _switch,
        "Whether a post with notes shows them below its text. "
        "With False the theme may include 'gratitude/box.html' where it likes; links to notes lead to the wall.",
    ),
    Setting(
        "GRATITUDE_INVITATION",
        None,
        _mail,
        "A mail address: with it every post invites its readers to say thanks or ask.",
    ),
    Setting(
        "GRATITUDE_CACHE",
        True,
        _switch,
        "Whether a build keeps in CACHE_PATH what the next one need not work out again. "
        "`--ignore-cache` does without for one build.",
    ),
    Setting("GRATITUDE_FEED_ATOM", "feeds/thanks.atom.xml", _feed, "Atom feed of the thanks; None for no feed."),
    Setting("GRATITUDE_FEED_ATOM_URL", None, _maybe_url, "Its address, where that is not its path."),
    Setting(
        "GRATITUDE_QUESTIONS_FEED_ATOM",
        "feeds/questions.atom.xml",
        _feed,
        "Atom feed of the questions; None for no feed. Without a SITEURL no feed is written.",
    ),
    Setting("GRATITUDE_QUESTIONS_FEED_ATOM_URL", None, _maybe_url, "Its address, where that is not its path."),
    Setting(
        "GRATITUDE_LANG",
        None,
        _language,
        "The language our pages speak; None: DEFAULT_LANG. One without a catalogue: English.",
    ),
    Setting(
        "GRATITUDE_WORDS",
        {},
        _sentences,
        "Words of your own for single sentences of ours: {'Who this helped': 'Letters I keep'}.",
    ),
    Setting("GRATITUDE_FEED_JSON", None, _feed, "JSON Feed of the thanks, such as 'feeds/thanks.json'."),
    Setting("GRATITUDE_FEED_JSON_URL", None, _maybe_url, "Its address, where that is not its path."),
    Setting(
        "GRATITUDE_QUESTIONS_FEED_JSON", None, _feed, "JSON Feed of the questions, such as 'feeds/questions.json'."
    ),
    Setting("GRATITUDE_QUESTIONS_FEED_JSON_URL", None, _maybe_url, "Its address, where that is not its path."),
    Setting(
        "GRATITUDE_POST_FEED_ATOM",
        None,
        _feed_by_slug,
        "Atom feed of what readers wrote about one post, thanks and questions: 'feeds/readers/{slug}.atom.xml'. "
        "Where an older post has the same slug, the path of the source stands for it.",
    ),
    Setting("GRATITUDE_POST_FEED_ATOM_URL", None, _maybe_url_by_slug, "Their address, where that is not their path."),
    Setting(
        "GRATITUDE_DATA",
        None,
        _feed,
        "All notes and questions as one JSON file for others to use, such as 'gratitude.json'.",
    ),
    Setting("GRATITUDE_DATA_URL", None, _maybe_url, "Its address, where that is not its path."),
)
"""In the order of the reference page. The private half's settings (GRATITUDE_BLOG, GRATITUDE_HOME) are not ours."""
