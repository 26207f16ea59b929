"""JSON that may be served or stand in a page."""

from __future__ import annotations

import json
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gratitude.render.escape import served_json
from render.samples import HOSTILE


@pytest.mark.parametrize("words", HOSTILE)
@pytest.mark.parametrize("indent", [None, 1])
def test_what_is_served_reads_back_and_ends_nothing(words: str, indent: int | None) -> None:
    """Neither the element it stands in, nor a comment, nor a CDATA section; and no template engine finds a tag."""
    value = {words: [words, {"a": {"b": words}}]}
    text = served_json(value, indent=indent)

    assert json.loads(text) == value
    assert not re.search("[<>&\u2028\u2029]|\\{[{%#]", text)


def test_a_backslash_before_a_brace_stays_one() -> None:
    """The escape of the brace must not be escaped by what stands before it."""
    assert json.loads(served_json("\\{{ \\\\{% x")) == "\\{{ \\\\{% x"


@given(st.recursive(st.text() | st.integers() | st.none(), lambda of: st.lists(of) | st.dictionaries(st.text(), of)))
def test_any_value_reads_back(value: object) -> None:
    """Whatever the nesting: what closes an object never looks like a tag to be opened."""
    text = served_json(value)

    assert json.loads(text) == value
    assert not re.search("[<>&]|\\{[{%#]", text)
