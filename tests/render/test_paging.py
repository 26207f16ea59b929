"""Long lists become several pages."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gratitude.render.paging import beside, divided, names


@given(st.lists(st.integers(0, 50)), st.integers(1, 100))
def test_nothing_is_lost_and_no_page_is_too_heavy(items: list[int], limit: int) -> None:
    """In order; only an item that is too heavy alone breaks the limit, and it stands alone."""
    pages = divided(items, lambda item: item, limit)

    assert [i for page in pages for i in page] == items
    assert all(page for page in pages)
    assert all(sum(page) <= limit or len(page) == 1 for page in pages)


def test_pages_are_filled_before_another_begins() -> None:
    """Else there would be more of them than needed."""
    assert divided([3, 3, 3, 9, 1], lambda item: item, 6) == [[3, 3], [3], [9], [1]]


def test_the_first_page_has_no_number() -> None:
    """So that its address stays when a second comes."""
    assert names("2021", 3) == ["2021", "2021-2", "2021-3"]


@pytest.mark.parametrize(
    ("address", "further"),
    [
        ("helped/", "helped/2021/"),
        ("helped/index.html", "helped/2021/index.html"),
        ("index.html", "2021/index.html"),
        ("helped.html", "helped/2021.html"),
        ("en/helped.html", "en/helped/2021.html"),
        ("helped", "helped/2021"),
        ("", "2021/"),
    ],
)
def test_a_further_page_stands_beside_the_first(address: str, further: str) -> None:
    """Address and file follow the same rule, so that one leads to the other."""
    assert beside(address, "2021") == further
