"""Fenced code in colours: short code, and only lexers that were measured to stay linear on hostile input. Pure."""

from __future__ import annotations

__all__ = ["CLASSES", "LANGUAGES", "MAX_CHARS", "block", "highlighted", "is_known"]

import html

LANGUAGES = {
    "bash": "bash", "sh": "bash", "shell": "bash", "console": "console", "python": "python", "py": "python",
    "json": "json", "yaml": "yaml", "yml": "yaml", "toml": "toml", "ini": "ini", "sql": "sql", "css": "css",
    "javascript": "javascript", "js": "javascript", "go": "go", "rust": "rust", "rs": "rust", "diff": "diff",
}  # fmt: skip
"""What a reader may name after three backticks, and the lexer it gets. A lexer that a reader chose can take seconds
for 4 kB (autoit, crystal, java ...), so each of these was timed with the characters of tests/render/test_code.py."""

MAX_CHARS = 2_000
"""Longer code, or code with more than this in all fences of one text, stays without colours."""

CLASSES = {
    "k", "kc", "kd", "kn", "kp", "kr", "kt", "n", "na", "nb", "nc", "nd", "ne", "nf", "ni", "nl", "nn", "no", "nt",
    "nv", "o", "ow", "c", "c1", "ch", "cm", "cp", "cs", "s", "s1", "s2", "sa", "sb", "sd", "se", "si", "sh", "m",
    "mf", "mi", "mh", "mo", "mb", "gd", "gi", "gh", "gu", "gp", "go", "p", "err", "w", "bp", "fm", "vm", "l", "ld",
}  # fmt: skip
"""The classes of Pygments that may stand on a span; a theme's own colours for code find them."""


def is_known(language: str) -> bool:
    """Say whether ``language`` is the name of one of our lexers, whatever its case."""
    return language.lower() in LANGUAGES


def highlighted(source: str, language: str) -> str:
    """Return ``source`` as the inner HTML of a ``pre``, in spans where ``language`` is known and the code short."""
    if not is_known(language) or len(source) > MAX_CHARS:
        return html.escape(source, quote=False)
    from pygments.formatters.html import HtmlFormatter  # type: ignore[import-untyped]
    from pygments.lexers import get_lexer_by_name  # type: ignore[import-untyped]

    lexer = get_lexer_by_name(LANGUAGES[language.lower()], stripnl=False, ensurenl=False)
    formatter = HtmlFormatter(nowrap=True)
    parts: list[str] = []
    formatter.format(lexer.get_tokens(source), _Parts(parts))
    return "".join(parts)


def block(source: str, info: str, *, coloured: bool) -> str:
    """Return code as a block; what was written behind its backticks and is no language stays readable above it."""
    known = is_known(info)
    above = f"<p>{html.escape(info, quote=False)}</p>\n" if info and not known else ""
    inner = highlighted(source, info) if coloured and known else html.escape(source, quote=False)
    return f'{above}<div class="highlight"><pre><code>{inner}</code></pre></div>'


class _Parts:
    """The one method of a file that Pygments' formatter calls."""

    def __init__(self, parts: list[str]) -> None:
        self.write = parts.append
