"""Paragraphs without the parser."""

from __future__ import annotations

import re

from hypothesis import example, given, settings
from hypothesis import strategies as st

from gratitude.render import quick, words
from gratitude.text import clean

PIECES = [
    "*", "_", "`", "`a b`", "` `", "\n", "\n   ", "  \n", "  ", " ", "- ", "1. ", "# ", "[", "](", ")", "![", "<", ">", "&", "&amp;",
    "{{", "|", "\\", "---", "===", "https://example.com/a_b?x=1&y", "http://x", "://", "x", "Ann", "<b>", "é", "\t", "~", "'", '"',
    "https://example.com/{{a}}", "https://example.com/'q'", "https://exämple.com/%20%zz[1]", "私は", "a@example.com", "\xa0",
]  # fmt: skip


@settings(max_examples=400, deadline=None)
@given(st.lists(st.sampled_from(PIECES), min_size=1, max_size=12).map("".join))
@example("***\n_")
@example("\n---\n_")
@example("`a`b`c` and `d\ne` f")
@example("see https://example.com/a`b`c")
def test_the_quick_way_writes_what_the_parser_would(text: str) -> None:
    """What needs no parser comes out as the parser would write it."""
    block = clean(text)
    if "\n" in block.strip() and "\n\n" in block.replace(" ", "").replace("\t", ""):
        block = block.replace("\n", " ")
    short = quick.paragraph(block) if block.strip() else None

    assert short is None or _folded(words._parsed(block, 0)) == _folded(short)


def _folded(markup: str) -> str:
    """Return HTML without white space at tags: a tab before a line's end, blanks at the ends of code."""
    return re.sub(r"\s*(<[^>]*>)\s*", r"\1", " ".join(markup.split()))
