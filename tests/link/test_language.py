"""The language of a text, by its function words."""

from __future__ import annotations

import pytest

from gratitude.link.index import Index, query
from gratitude.link.language import language
from gratitude.link.rank import ranked
from gratitude.link.stem import tokens


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("I have a question about what you wrote: does it work with the other one?", "en"),
        ("Vielen Dank, das hat mir sehr geholfen. Ich habe noch eine Frage zu dem Timer.", "de"),
        ("Merci pour cet article, il est très clair et je vais le garder avec les autres.", "fr"),
        ("Muchas gracias por el artículo, me ha servido para lo que quería hacer con esto.", "es"),
        ("Muito obrigado, isso não estava na documentação e você me ajudou com uma coisa.", "pt"),
        ("Grazie, non lo sapevo: è quello che mi serviva per il mio piccolo forno.", "it"),
        ("Dank je wel, ik heb het nu ook gelezen en het is niet moeilijk voor mij.", "nl"),
        ("Bardzo mi to pomogło, nie wiedziałem że tak się to robi i czy jest to dobre.", "pl"),
        ("Thanks!", ""), ("Kivy?", ""), ("", ""), ("flock timer systemd", ""), ("Привет, спасибо за статью", ""),
    ],
)  # fmt: skip
def test_a_language_shows_in_its_small_words(text, code):
    """Three of them at least, and clearly more than of any other; else nothing is said."""
    assert code == language(tokens(text))


def test_foreign_function_words_pull_to_no_post(post):
    """A German letter about an English post: only its subject counts, not that one post is German."""
    fill = [post(f"p{i}", f"Walk {i}", f"A walk in week {i} with a book.", f"2024-01-{i:02d}") for i in range(1, 20)]
    german = post(
        "zeit", "Zeit", "Ich habe nicht viel Zeit, und doch ist das immer so mit der Zeit auf dem Land.", "2024-01-10"
    )
    english = post("flock", "Locking with flock", "Use flock so that one timer waits for the other.", "2024-01-10")
    index = Index([*fill, german, english])
    letter = "Ich habe das mit flock und dem timer nicht so ganz verstanden, was ist denn der Grund?"

    asked = query(letter, index)
    best = ranked(asked, None, index)[0]

    assert "flock" == index.posts[best.post].key
    assert not {"ich", "habe", "nicht", "der"} & asked.stems.keys()


def test_another_language_speaks_against_a_post_once(post):
    """All else the same, the post in the letter's language stands first, by one weight and no more."""
    words = "Bicicletta rossa e blu. "
    english = post("en", "Bike", words + "I have this and it was what you and they were.", "2024-01-10")
    italian = post("it", "Bike", words + "Non lo so, è quello che ho nella mia casa con il.", "2024-01-10")
    index = Index([english, italian])

    one, two = ranked(query("La bicicletta rossa non è nella mia casa, e lo so che è il tuo", index), None, index)

    assert ("it", 0.0, 1.0) == (index.posts[one.post].key, one.parts.language, two.parts.language)
