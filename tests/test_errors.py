"""Errors are sentences, one class for each thing somebody can do about them."""

import inspect

import pytest

from gratitude import errors
from gratitude.errors import GratitudeError, NoteError, Problem, UsageError

ALL = [c for _, c in inspect.getmembers(errors, inspect.isclass) if issubclass(c, GratitudeError)]


@pytest.mark.parametrize("error", ALL)
def test_every_error_is_one_of_ours_with_an_exit_code_and_a_word_on_what_to_do(error):
    """1: the user can mend it; 2: wrong use."""
    assert error.exit_code == (2 if error is UsageError else 1)
    assert error.__doc__ and len(error.__doc__.split()) > 5


def test_all_of_them_are_named():
    """Whoever reads ``__all__`` reads the whole tree."""
    assert {*(c.__name__ for c in ALL), "Problem"} == set(errors.__all__)


def test_an_error_is_its_sentence():
    """`str()` is what a person reads."""
    assert str(UsageError("write it so")) == "write it so"


def test_a_bad_note_tells_all_its_problems_with_their_lines():
    """One sentence a problem, in their order."""
    error = NoteError("cron/x.note", (Problem(1, "write a day"), Problem(7, "leave a line empty")))

    assert str(error) == "cron/x.note, line 1: write a day; cron/x.note, line 7: leave a line empty"
    assert ("cron/x.note", 2) == (error.path, len(error.problems))
