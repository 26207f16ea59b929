"""What a person types after the verbs."""

import io
from datetime import date

import pytest
from click import BadParameter

from gratitude.cli.typed import DAY, PILE, permission_of, too_early, words_of
from gratitude.errors import UsageError


@pytest.mark.parametrize(
    ("text", "wording", "day"),
    [
        ("Yes, 2026-05-03", "Yes", date(2026, 5, 3)),
        ("Yes, of course, with my name, 2026-05-03", "Yes, of course, with my name", date(2026, 5, 3)),
        ("  by  telephone ,2026-05-03 ", "by telephone", date(2026, 5, 3)),
    ],
)
def test_a_permission_is_its_wording_and_the_day_after_the_last_comma(text, wording, day):
    """Commas may stand in the wording."""
    assert (wording, day) == permission_of(text)


@pytest.mark.parametrize(
    "text", ["", "Yes", "2026-05-03", ", 2026-05-03", "Yes, soon", "Yes, 2026-02-30", "Yes 2026-05-03", "Yes, "]
)
def test_a_permission_without_wording_or_day_shows_how_it_is_written(text):
    """A usage error, and the example holds the form."""
    with pytest.raises(UsageError, match="2026-05-03"):
        permission_of(text)


def test_a_permission_of_a_day_to_come_is_a_slip_of_the_hand():
    """Nobody has said yes yet on that day."""
    with pytest.raises(UsageError, match="yet to come"):
        permission_of("Yes, 2999-05-03")


def test_no_permission_is_none():
    """The option was not given."""
    assert permission_of(None) is None


@pytest.mark.parametrize("text", ["tomorrow", "", "2026-13-01", "03.05.2026"])
def test_a_day_that_is_none_shows_one(text):
    """The sentence says how to write it."""
    with pytest.raises(BadParameter, match="write it like 2026-05-03"):
        DAY.convert(text, None, None)


def test_words_come_from_a_file(tmp_path):
    """As UTF-8, whole."""
    path = tmp_path / "words.txt"
    path.write_text("Grüße 👋\n", "utf-8")

    assert words_of(str(path)) == "Grüße 👋\n"


def test_words_that_cannot_be_read_are_one_sentence(tmp_path):
    """Missing, a folder, not UTF-8, empty, far too long: each names the file and what is wrong, not what is in it."""
    (tmp_path / "latin").write_bytes(b"secret gr\xfc\xdfe")
    (tmp_path / "empty").write_text(" \n")
    (tmp_path / "long").write_text("secret " * 40_000)
    wanted = {
        "missing": "No such file",
        "": "Is a directory",
        "latin": "not UTF-8",
        "empty": "is empty",
        "long": "too long",
    }

    for name, why in wanted.items():
        with pytest.raises(UsageError, match=why) as caught:
            words_of(str(tmp_path / name))
        assert "secret" not in str(caught.value)


def test_without_a_file_and_without_a_terminal_there_are_no_words():
    """Only `mine` asks the editor, and only in a terminal: a script never hangs."""
    assert words_of(None) is None
    assert words_of(None, mine=True) is None


@pytest.mark.parametrize("typed", ["never-heard-back", "Never heard back", "never_heard_back"])
def test_a_pile_is_known_however_it_is_written(typed):
    """The pages say it in words, the command line with hyphens."""
    assert PILE.convert(typed, None, None) == "never-heard-back"


@pytest.mark.parametrize(
    ("typed", "hint"),
    [
        ("nevr", "did you mean `never-heard-back`"), ("ask", "did you mean `ask-first`"), ("dout", "did you mean `doubtful`"),
        ("questons", "did you mean `questions`"), ("d", "there are new, questions"), ("", "there are new, questions"), ("xyz", "there are new, questions"),
    ],
)  # fmt: skip
def test_a_pile_that_is_none_names_what_is_near(typed, hint):
    """One that can be meant, else all of them."""
    with pytest.raises(BadParameter, match=hint):
        PILE.convert(typed, None, None)


@pytest.mark.parametrize("is_terminal", [True, False])
def test_a_terminal_that_waits_for_words_says_how_they_end(monkeypatch, capsys, is_terminal):
    """Else it looks as if the command hung; a pipe needs no word about it."""
    typed = io.StringIO("Hello.\n")
    typed.isatty = lambda: is_terminal
    monkeypatch.setattr("sys.stdin", typed)

    assert words_of("-") == "Hello.\n"
    assert is_terminal == ("Ctrl-D" in capsys.readouterr().err)


@pytest.mark.parametrize(
    ("day", "is_odd"),
    [(date(2026, 5, 1), True), (date(2026, 5, 2), False), (date(2026, 5, 3), False), (date(2026, 6, 1), False)],
)
def test_a_yes_older_than_the_letter_is_odd(day, is_odd):
    """A yes to an earlier letter is none to a later one; a day's difference may be the zone's."""
    assert is_odd == bool(too_early(("Yes", day), [date(2026, 4, 1), None, date(2026, 5, 3)]))
    assert "" == too_early(None, [date(2026, 5, 3)]) == too_early(("Yes", day), [None])
