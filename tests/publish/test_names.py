"""Words without their writer's name: what goes, and what only sounds like it."""

import unicodedata

import pytest

from gratitude.message import Person
from gratitude.publish.common import COMMON, ROLES
from gratitude.publish.redact import redact

ANN = Person("Ann Example", "ann@example.com")
MARK = Person("Mark May", "mark.may@example.com")


def nameless(text, *people, names=()):
    return redact(text, people=people, names=names, without_names=True).words


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("Thank you!\n\nAnn", "Thank you!\n\n[…]"),
        ("Thank you!\nann", "Thank you!\n[…]"),
        ("Thanks, Ann", "Thanks, […]"),
        ("Ann Example wrote", "[…] wrote"),
        ("ANN  EXAMPLE wrote", "[…] wrote"),
        ("ann example wrote", "[…] wrote"),
        ("Example, Ann", "[…]"),
        ("Ann's tip and Ann’s trick", "[…] tip and […] trick"),
        ("Dear Mr Example, Ann here", "Dear Mr […], […] here"),
        ("*Ann* and _Ann_ and (Ann)", "*[…]* and […] and ([…])"),
        ("So long\nA.", "So long\n[…]."),
        ("So long\nAE", "So long\n[…]"),
        ("Ann-Marie", "[…]-Marie"),
    ],
)
def test_the_writers_name_goes(text, left):
    """The whole name goes in any case, its parts with a capital, and in any case where they sign."""
    assert left == nameless(text, ANN)


@pytest.mark.parametrize(
    "text",
    [
        "Annual reports by Joann and Annette of Examples",
        "an ann of examples, for example",
        "`Ann` and\n\n    Ann = 1",
        "A plan and E numbers\nfor us",
        "thanks a\nlot",
        "Annsays",
        "Ann_x and Ann2",
    ],
)
def test_inside_other_words_and_in_code_it_stays(text):
    """A name inside another word, a lower-case part in a sentence, and code stay as they are."""
    assert text == nameless(text, ANN)


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("Mark the date. Will you, in May?", "Mark the date. Will you, in May?"),
        ("I'm Mark.", "I'm […]."),
        ("My name is mark.", "My name is […]."),
        ("Hello, this is Mark speaking", "Hello, this is […] speaking"),
        ("ich bin Mark", "ich bin […]"),
        ("mark may says", "[…] says"),
        ("Mark May says", "[…] says"),
        ("Cheers,\nMark", "Cheers,\n[…]"),
        ("Cheers,\nmark", "Cheers,\n[…]"),
        ("Cheers, Mark", "Cheers, […]"),
        ("It works now. Mark", "It works now. […]"),
        ("It works now -- Mark", "It works now -- […]"),
        ("Mark\n\nPS: it was May. Mark it.", "[…]\n\nPS: it was May. Mark it."),
        ("This is the mark", "This is the mark"),
    ],
)
def test_a_name_that_is_a_word_goes_where_it_signs(text, left):
    """A name that is a common word goes in the whole name, in a sign-off and behind "I'm", and nowhere else."""
    assert left == nameless(text, MARK)


@pytest.mark.parametrize("form", ["NFC", "NFD"])
def test_letters_with_marks_are_the_same_in_both_forms(form):
    """A name is found composed or decomposed; without its marks it is another name."""
    text = unicodedata.normalize(form, "Thanks. José Núñez, and Jose")

    assert "Thanks. […], and Jose" == nameless(text, Person("José Núñez"))


@pytest.mark.parametrize(
    ("name", "text", "left"),
    [
        ("山田太郎", "山田太郎です。", "[…]です。"),
        ("Иван Петров", "Спасибо. иван петров", "Спасибо. […]"),
        ("प्रिया", "धन्यवाद\nप्रिया", "धन्यवाद\n[…]"),
        ("Conan O'Brien", "Conan O’Brien was here", "[…] was here"),
        ("Bo", "Bo knows.\nBo", "Bo knows.\n[…]"),
        ("priya", "Thanks from PRIYA", "Thanks from […]"),
    ],
)
def test_names_of_many_scripts(name, text, left):
    """Names are found in scripts with and without capitals and spaces."""
    assert left == nameless(text, Person(name))


def test_the_address_tells_a_name_too():
    """A writer without a display name is known by the address; a role in an address is nobody's name."""
    text = "Ann here. Info: the Author says hello.\nann"

    left = nameless(text, Person("", "ann.info@example.com"), Person("", "author@blog.example"))

    assert "[…] here. Info: the Author says hello.\n[…]" == left


def test_names_that_were_set_count():
    """``names`` go like the names of the people."""
    assert "Thanks, […] from […]" == nameless("Thanks, Nan from Nantucket", names=["Nan", "Nantucket"])


def test_named_words_keep_the_name():
    """Without ``without_names`` a name is nobody's secret."""
    assert "Ann Example\nAnn" == redact("Ann Example\nAnn", people=[ANN], names=["Ann"]).words


def test_a_name_that_is_kept_stays():
    """``keep`` keeps a name as well."""
    found = redact("Ann's law. Ann", people=[ANN], without_names=True, keep=["Ann's law"])

    assert "Ann's law. […]" == found.words


def test_what_was_taken_is_called_a_name():
    """A name is told as one; a name inside an address is part of the address."""
    found = redact("Ann (ann.example@work.example)", people=[ANN], without_names=True)

    assert (("the writer's name", "Ann"), ("a mail address", "ann.example@work.example")) == found.taken


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("I work at Foo Ltd. It is fine", "I work at Foo Ltd"),
        ("it broke at my company, twice", "at my company, twice"),
        ("I wrote it up on my blog", "on my blog"),
        ("Ich arbeite bei Foo", "Ich arbeite bei Foo"),
        ("je travaille chez Foo", "je travaille chez Foo"),
        ("see https://ann-rides.example/", "https://ann-rides.example/"),
        ("see https://code.example/annexample", "https://code.example/annexample"),
    ],
)
def test_what_tells_the_writer_is_named(text, named):
    """Employer, own pages, and links that hold the name stay and are named where the name may not be shown."""
    found = redact(text, people=[ANN], without_names=True)

    assert text == found.words
    assert (f"could tell who wrote it, and stays: “{named}”",) == found.warnings
    assert () == redact(text, people=[ANN]).warnings


def test_the_word_lists_are_folded():
    """The lists hold casefolded words without spaces, so that a look-up finds them."""
    assert all(w == w.casefold().strip() and w for w in COMMON | ROLES)
