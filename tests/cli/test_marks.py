"""The reasons, marked in the message's own words."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

import builders
from gratitude.cli.marks import SGR, marked, styled
from gratitude.cli.words import explained
from gratitude.message import Kind, Kinds, Level, Links, Span, Verdict


def plain(text: str) -> str:
    for code in SGR.values():
        text = text.replace(code, "")
    return text


@pytest.mark.parametrize(
    ("evidence", "expected"),
    [
        ([Span("thanks", 0, 6, "Thanks")], "\x1b[4mThanks\x1b[24m, Ann. It ran."),
        ([Span("best", 13, 20, "It ran.")], "Thanks, Ann. \x1b[1mIt ran.\x1b[22m"),
        (
            [Span("best", 0, 12, "Thanks, Ann."), Span("thanks", 0, 6, "Thanks"), Span("thanks", 3, 7, "nks,")],
            "\x1b[1m\x1b[4mThanks,\x1b[24m Ann.\x1b[22m It ran.",
        ),
        ([Span("thanks", 4, 4, "")], "Thanks, Ann. It ran."),
    ],
)
def test_the_best_line_is_bold_and_reasons_are_underlined(evidence: list[Span], expected: str) -> None:
    """Both where they are both; pieces that overlap are one."""
    assert [expected] == styled([marked("Thanks, Ann. It ran.", evidence)])


def test_no_line_leaves_a_style_open() -> None:
    """A passage that goes over lines ends and begins again, so that what frames the words is not marked."""
    lines = styled(marked("one\ntwo\nthree", [Span("best", 1, 9, "ne\ntwo\nt")]).split("\n"))

    assert ["o\x1b[1mne\x1b[22m", "\x1b[1mtwo\x1b[22m", "\x1b[1mt\x1b[22mhree"] == lines


@given(st.text(max_size=60), st.lists(st.tuples(st.integers(0, 60), st.integers(0, 60)), max_size=5))
def test_marks_never_change_the_words(words: str, places: list[tuple[int, int]]) -> None:
    """Whatever was sent, without the styles it is what was sent (but for the marks themselves)."""
    spans = [Span("best" if a % 2 else "thanks", a, b, "") for a, b in places if a <= b <= len(words)]
    bare = "".join(c for c in words if c not in SGR)

    assert bare.split("\n") == [plain(line) for line in styled(marked(bare, spans).split("\n"))]
    assert all(c not in SGR for c in marked("\ufdd0" + words, spans))


def test_only_a_terminal_gets_marks() -> None:
    """In a pipe there are words and nothing else."""
    words = "Your note saved my weekend."
    kinds = Kinds(kinds=(Kind.THANKS,), primary=Kind.THANKS, evidence=(Span("thanks", 10, 26, words[10:26]),))
    message, verdict = builders.message(words), Verdict(level=Level.OK, score=0.0)

    assert "\x1b" not in explained(message, kinds, Links(), verdict, None)
    page = explained(message, kinds, Links(), verdict, None, on_terminal=True)
    assert "  | Your note \x1b[4msaved my weekend\x1b[24m." in page
