"""Code in colours: short, and in languages that stay fast."""

from __future__ import annotations

import pytest
from pygments.lexers import get_lexer_by_name

from effort import is_steep
from gratitude.render import code

# what lexers were slow on: single signs and short pieces, repeated
HOSTILE = [*"a1 '\"`[(<{\\/*#=-$\n\t", "a ", "\t \n", "/*", "<<", "0x", "a.b", "\\x", "''", '"a']
ORDINARY = ("def tide(hour):  # in metres\n    return 3.2 * sin(hour / 12.4)\n" * code.MAX_CHARS)[: code.MAX_CHARS]


@pytest.mark.parametrize("name", sorted(set(code.LANGUAGES.values())))
def test_no_lexer_of_ours_is_slow(name: str) -> None:
    """The longest code that is coloured costs about what other code costs, whatever it holds; some lexers take seconds."""

    def colour(source: str) -> str:
        return code.highlighted(source, name if source != ORDINARY else "python")

    sources = {piece: (piece * code.MAX_CHARS)[: code.MAX_CHARS] for piece in HOSTILE}
    slow = [
        piece for piece, source in sources.items() if is_steep(colour, source[: code.MAX_CHARS // 2], source, ORDINARY)
    ]
    assert slow == []


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
