"""The notation of the phrase files, and what every file must hold."""

from __future__ import annotations

import pytest

from classify_voices import VOICES
from gratitude.classify.folding import fold
from gratitude.classify.lexicon import SLOTS, Language, lexicon
from gratitude.classify.masking import masked
from gratitude.classify.notation import Beginnings, beginnings, compiled
from gratitude.classify.sentences import sentences

REQUIRED = ("thanks", "ahead", "helped", "ask", "may_publish", "with_name", "without_name", "refused", "pitch")


@pytest.mark.parametrize(
    ("phrase", "text", "found"),
    [
        ("thank you", "Thank you", True),
        ("thank you", "thank your mother", False),
        ("thank you [so|very] much", "thank you much", True),
        ("thank you [so|very] much", "thank you very much", True),
        ("(post|guide) helped", "the guide helped", True),
        ("(post|guide) helped", "the book helped", False),
        ("without .. name", "without giving anyone my name", True),
        ("without .. name", "without one two three four five name", False),
        ("change _ back", "change it back", True),
        ("change _ back", "change back", False),
        ("misspell*", "misspelled", True),
        ("no thanks", "No, thanks", True),
        ("^how can", "well, how can it", True),
        ("^how can", "so how can it", True),
        ("^how can", "this is how can openers work", False),
        ("m'a aidé", "Cela m’a aide", True),
    ],
)
def test_a_phrase_means_what_the_readme_says(phrase: str, text: str, found: bool) -> None:
    """One row for each sign of the notation."""
    pattern = compiled([phrase], links=["so"])

    assert found is bool(pattern.search(fold(text).text))


def test_without_spaces_phrases_stand_anywhere() -> None:
    """Japanese and Chinese do not part their words."""
    pattern = compiled(["写得[很|真]好", "^请问"], spaced=False)

    assert pattern.search(fold("这篇写得真好！").text)
    assert pattern.search(fold("你好，请问").text)
    assert not pattern.search(fold("我请问").text)


@pytest.mark.parametrize("phrase", ["[so] much", ".. name", "help(ed|s)", "(a|(b|c)) d"])
def test_a_phrase_nobody_can_mean_is_refused(phrase: str) -> None:
    """A translator learns at once what is wrong with the file."""
    with pytest.raises(ValueError, match=r"phrase|brackets"):
        compiled([phrase])


@pytest.mark.parametrize(
    "language", [x for x in lexicon().languages if x.code not in ("any", "further")], ids=lambda x: x.code
)
def test_every_language_has_what_it_needs(language) -> None:  # type: ignore[no-untyped-def]
    """Thanks, help, questions and permission in every file; every list compiles."""
    missing = [slot for slot in REQUIRED if not language.phrases.get(slot)]

    assert [] == missing
    assert language.common or language.script
    for slot in SLOTS:
        language.pattern(slot)


def test_no_file_has_a_list_that_nobody_reads() -> None:
    """A mistyped name would be silent otherwise."""
    import tomllib
    from importlib import resources

    known = {
        *SLOTS,
        "name",
        "common",
        "spaces",
        "comma",
        "script",
        "links",
        "for_what",
        "fillers",
        "hollow",
        "pointing",
    }
    folder = resources.files("gratitude.classify").joinpath("phrases")
    unknown = {
        f"{file.name}: {key}"
        for file in folder.iterdir()
        if file.name.endswith(".toml")
        for key in tomllib.loads(file.read_text(encoding="utf-8"))
        if key not in known
    }

    assert set() == unknown


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("this is what you said about the feed", "en"),
        ("das ist nicht die ganze Geschichte und ich", "de"),
        ("ce n'est pas une question pour vous", "fr"),
        ("これはいいですね", "ja"),
        ("это не работает", "ru"),
        ("这个怎么样", "zh"),
    ],
)
def test_a_language_is_known_by_its_common_words(text: str, code: str) -> None:
    """Weak phrases are looked for in the languages of the text only."""
    spoken = [x.code for x in lexicon().spoken(fold(text).text)]

    assert code in spoken
    assert len(spoken) < len(lexicon().languages)


def test_a_text_that_tells_nothing_may_be_any_language() -> None:
    """Better every language than none."""
    assert lexicon().languages == lexicon().spoken("kivy")


@pytest.mark.parametrize(
    ("phrase", "expected"),
    [
        ("thank you", Beginnings(words=frozenset({"thank"}))),
        ("^thank* you", Beginnings(starts=("thank",))),
        ("(thanks|a b*|Çok iyi) so", Beginnings(words=frozenset({"thanks", "a", "cok"}))),
        ("can't", Beginnings(words=frozenset({"cant"}))),
        ("a-b* c", Beginnings(words=frozenset({"a"}))),
        ("_ you", Beginnings(anything=True)),
        ("#x", Beginnings(anything=True)),
        ("\\o/", Beginnings(anything=True)),
    ],
)
def test_what_a_phrase_can_begin_with(phrase: str, expected: Beginnings) -> None:
    """A whole word, the first letters of one, or anything; of a language without spaces the first letter."""
    assert expected == beginnings([phrase])
    assert Beginnings(letters=frozenset("あお")) == beginnings(["ありがと*", "^(お|あ)"], spaced=False)


def test_what_cannot_stand_in_a_sentence_is_not_looked_for() -> None:
    """In all languages, over comments of many voices: no phrase is missed for what it can begin with."""
    lines = [line for some in VOICES.values() for line in some.strip().split("\n")]
    for text in [line.partition(" | ")[2] for line in lines[::4]]:
        for sentence in sentences(text, masked(text)):
            folded = sentence.folded.text
            found = [(x.code, slot) for x in lexicon().languages for slot in SLOTS if x.pattern(slot).search(folded)]
            assert [] == [(code, slot) for code, slot in found if not by_code(code).may_say(slot, folded)]


def by_code(code: str) -> Language:
    return next(language for language in lexicon().languages if language.code == code)
