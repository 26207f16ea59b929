"""Code in colours: short, and in languages that stay fast."""

from __future__ import annotations

import time

import pytest
from pygments.lexers import get_lexer_by_name

from gratitude.render import code

# what lexers were slow on: single signs and short pieces, repeated
HOSTILE = [*"a1 '\"`[(<{\\/*#=-$\n\t", "a ", "\t \n", "/*", "<<", "0x", "a.b", "\\x", "''", '"a']


@pytest.mark.parametrize("name", sorted(set(code.LANGUAGES.values())))
def test_no_lexer_of_ours_is_slow(name: str) -> None:
    """The longest code that is coloured takes well under a CPU second, whatever it holds: slow lexers take several."""
    for piece in HOSTILE:
        source = (piece * code.MAX_CHARS)[: code.MAX_CHARS]
        start = time.process_time()
        code.highlighted(source, name)

        assert time.process_time() - start < 1.0, repr(piece)


def test_every_name_is_a_lexer_of_pygments() -> None:
    """A name in the list that Pygments does not know would end a build."""
    for name in code.LANGUAGES.values():
        assert get_lexer_by_name(name)


@pytest.mark.parametrize(
    ("source", "language", "expected"),
    [
        ("x < 1", "", "x &lt; 1"),
        ("x < 1", "malbolge", "x &lt; 1"),
        ("x\n", "Python", '<span class="n">x</span>\n'),
        ("x" * 2_001, "python", "x" * 2_001),
    ],
)
def test_only_short_code_in_a_known_language_is_coloured(source: str, language: str, expected: str) -> None:
    """All other code is escaped and left alone."""
    assert expected == code.highlighted(source, language)


def test_code_keeps_its_lines() -> None:
    """Empty first and last lines are the writer's."""
    assert "\n\nx\n" in code.highlighted("\n\nx\n", "toml").replace('<span class="n">', "").replace(
        "</span>", ""
    ).replace('<span class="w">', "")
