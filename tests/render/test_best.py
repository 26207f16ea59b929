"""The line that is set large, and the line that asks."""

from __future__ import annotations

import time

import pytest

from gratitude.render.best import asking, best_scored, sentences


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        (
            ("I had the plumber booked for Monday at £140. On Saturday night I pressed the valve like you said and water "
            "came out, so I knew it was the vessel before he did. He was very gracious about it."),
            "On Saturday night I pressed the valve like you said and water came out, so I knew it was the vessel before he did.",
        ),
        ("Thank you so much! My daughter rode the whole length of the street on that hub.",
         "My daughter rode the whole length of the street on that hub."),
        ("The kettle sings again since I cleaned it your way. You can quote this if you leave my name out of it, please.",
         "The kettle sings again since I cleaned it your way."),
        ("Seit Sonntag pfeift der Kessel wieder. Sie dürfen das gern zitieren, wenn Sie meinen Namen weglassen, bitte.",
         "Seit Sonntag pfeift der Kessel wieder."),
        ("Thank you!", ""),
        ("Thanks.", ""),
        ("", ""),
        ("Does this work with timers?", ""),
        ("See https://example.com/a for what I did with my bicycle last year.", ""),
    ],
)  # fmt: skip
def test_the_best_line_is_concrete_and_no_formula(words: str, expected: str) -> None:
    """A sentence of a good length that says what happened; none where there is nothing but thanks, markup or a question."""
    assert expected == best_scored(words)[1]


def test_a_good_line_scores_more_than_a_formula() -> None:
    """So that the wall can choose among notes."""
    good = best_scored("I fixed the boiler at nine in the evening with four children watching me do it.")
    formula = best_scored("Thank you very much for this great post, keep up the good work please.")

    assert good[0] > formula[0]


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("I tried it. Does it work\nwith timers? Thanks!", "Does it work with timers?"),
        ("これは何ですか？", "これは何ですか？"),
        ("«Вы уверены?»", "«Вы уверены?»"),
        ("No question here.", ""),
        ("", ""),
    ],
)
def test_the_first_sentence_that_asks(words: str, expected: str) -> None:
    """In any script, over the line breaks of a mail."""
    assert expected == asking(words)


def test_sentences_do_not_cross_paragraphs() -> None:
    """A greeting line without a full stop is a sentence of its own."""
    assert sentences("Dear Ada\n\nit worked. Really") == ["Dear Ada", "it worked.", "Really"]


@pytest.mark.parametrize("piece", ["a", ".", "a.", '."', "? ", "\n\n"])
def test_hostile_text_takes_no_time(piece: str) -> None:
    """20,000 characters of anything in a tenth of a second."""
    start = time.process_time()
    best_scored(piece * 20_000)
    asking(piece * 20_000)

    assert time.process_time() - start < 0.2
