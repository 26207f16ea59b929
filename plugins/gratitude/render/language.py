"""Which language our pages speak, and its catalogue: one file a language in ``locale/``, read when it is needed.

Nothing is read for English without own words. A catalogue never changes while a process runs, so one may be kept.
"""

from __future__ import annotations

__all__ = ["TITLES", "blog_language", "catalogue", "languages", "problems", "speaker", "title", "unknown", "worded"]

import re
from collections.abc import Mapping
from functools import cache
from importlib import resources
from string import Formatter
from typing import Any

from .say import Say, base

ENGLISH = "en"
TAG = re.compile(r"[A-Za-z]{2,3}(?:[-_][A-Za-z0-9]{1,8})*")
TITLES = {
    "GRATITUDE_WALL_TITLE": "Who this helped",
    "GRATITUDE_WALL_INTRO": "Sometimes a person writes to say that something here was of use. "
    "I keep those letters, and this is where they go when their writers agree.",
    "GRATITUDE_QUESTIONS_TITLE": "Questions readers asked",
    "GRATITUDE_QUESTIONS_INTRO": "Follow-up questions that came in about the posts, and what I said.",
    "GRATITUDE_CREDITS_TITLE": "Who helped me",
    "GRATITUDE_CREDITS_INTRO": "Nothing here was made alone. "
    "These are people to whom I owe something that stands on this blog.",
}
"""What these settings say where the author set none: sentences of the catalogue, like all others."""


def languages() -> list[str]:
    """Return the tags of all languages that have a catalogue, English among them."""
    names = (file.name for file in _folder().iterdir())
    return sorted(name.removesuffix(".toml") for name in names if name.endswith(".toml"))


def catalogue(lang: str) -> Mapping[str, Any] | None:
    """Return the catalogue of a language tag, else of its language without region, else None."""
    if not TAG.fullmatch(lang):
        return None
    exact = lang.lower().replace("_", "-")
    return next((found for tag in (exact, base(lang)) if (found := _read(tag)) is not None), None)


def blog_language(settings: Mapping[str, Any]) -> str:
    """Return the language that was chosen: GRATITUDE_LANG, else DEFAULT_LANG of the running Pelican."""
    return str(settings.get("GRATITUDE_LANG") or settings["DEFAULT_LANG"])


def unknown(settings: Mapping[str, Any]) -> str:
    """Return a sentence for a blog whose language has no catalogue, else ``""``."""
    lang = blog_language(settings)
    if base(speaker(settings).lang) == base(lang):
        return ""
    return f"The pages of letters and questions speak English: there are no words in {lang!r} yet (GRATITUDE_WORDS)"


def speaker(settings: Mapping[str, Any], lang: str = "") -> Say:
    """Return what speaks ``lang``, else the blog's language, else English.

    A post in DEFAULT_LANG counts as written in the blog's language, whatever GRATITUDE_LANG says.
    """
    blog = blog_language(settings)
    wanted = blog if not lang or base(lang) == base(str(settings["DEFAULT_LANG"])) else lang
    for tag in dict.fromkeys((wanted, blog)):
        own, _ = _own_words(settings, tag)
        if base(tag) == ENGLISH:
            return Say(own=own, lang=tag)
        found = catalogue(tag)
        if found is not None:
            return Say(found, own, tag)
    return Say(own=_own_words(settings, blog)[0], lang=blog if _is_whole(settings, blog) else ENGLISH)


def title(settings: Mapping[str, Any], say: Say, name: str) -> str:
    """Return what the author set for one of the TITLES, else our sentence in the language of ``say``."""
    return str(settings[name] or say.t(TITLES[name]))


def worded(settings: Mapping[str, Any], say: Say) -> dict[str, str]:
    """Return the settings of TITLES, each with words."""
    return {name: title(settings, say, name) for name in TITLES}


def problems(settings: Mapping[str, Any]) -> list[str]:
    """Return a sentence for each of GRATITUDE_WORDS that cannot be said; ours is said instead."""
    words = settings["GRATITUDE_WORDS"]
    tags = [blog_language(settings), *(tag for tag, value in words.items() if isinstance(value, Mapping))]
    return [problem for tag in dict.fromkeys(tags) for problem in _own_words(settings, tag)[1]]


def _own_words(settings: Mapping[str, Any], lang: str) -> tuple[dict[str, str], list[str]]:
    """Return the author's own words for a language, and what is wrong with the others.

    Of ``{sentence: words}`` all are for the blog's language, ``{lang: {sentence: words}}`` for that language.
    """
    given: Mapping[str, Any] = settings.get("GRATITUDE_WORDS") or {}
    if not given:
        return {}, []
    words: dict[str, str] = {}
    if lang == blog_language(settings):
        words.update({k: v for k, v in given.items() if isinstance(v, str)})
    for tag, table in given.items():
        if isinstance(table, Mapping) and tag in (lang, base(lang)):
            words.update(table)
    wrong = {text: _wrong(text, said) for text, said in words.items()}
    told = [f"GRATITUDE_WORDS: {why}" for why in wrong.values() if why]
    return {text: said for text, said in words.items() if not wrong[text]}, told


def _is_whole(settings: Mapping[str, Any], lang: str) -> bool:
    """Whether the author's own words are a whole language: more than half of the sentences."""
    return len(_own_words(settings, lang)[0]) * 2 > len(_sentences())


def _wrong(text: str, said: str) -> str:
    """Return why ``said`` cannot stand for our sentence ``text``, else ``""``."""
    if text not in _sentences():
        return f"{text!r} is none of our sentences; they stand in locale/en.toml"
    ours, theirs = placeholders(text), placeholders(said)
    if theirs is None or not theirs <= (ours or set()):
        allowed = ", ".join(f"{{{name}}}" for name in sorted(ours or ())) or "none"
        return f"{said!r} has other placeholders than {text!r} allows ({allowed}); our sentence is used"
    return ""


def placeholders(text: str) -> set[str] | None:
    """Return the names in braces; None where a brace stands alone, or more than a name stands in a pair."""
    try:
        parts = list(Formatter().parse(text))
    except ValueError:
        return None
    if any(spec or conversion for _, name, spec, conversion in parts if name is not None):
        return None
    names = {name for _, name, _, _ in parts if name is not None}
    if not all(name.isidentifier() for name in names) or "{{" in text or "}}" in text:
        return None
    return names


@cache
def _sentences() -> frozenset[str]:
    """Return every sentence of ours in English, of those with a number both forms."""
    english = _read(ENGLISH)
    assert english is not None
    return frozenset([*english["sentences"], *(form for forms in english["counted"].values() for form in forms)])


@cache
def _read(tag: str) -> Mapping[str, Any] | None:
    import tomllib

    try:
        text = _folder().joinpath(f"{tag}.toml").read_text(encoding="utf-8")
    except FileNotFoundError:
        return None
    return tomllib.loads(text)


def _folder() -> Any:
    return resources.files(__package__.rpartition(".")[0]).joinpath("locale")
