"""A flower a person, the same every time."""

from __future__ import annotations

import re

from gratitude.render.faces import NOBODY, flower

DRAWING = re.compile(
    r'<svg class="g-face" viewBox="-12 -12 24 24" width="24" height="24" aria-hidden="true" focusable="false">'
    r'<path fill="currentColor" fill-opacity=".62" transform="rotate\((\d+\.\d)\)" d="([M0C. \-\d]+)"/>'
    r'<circle r="(\d\.\d)" fill="currentColor"/></svg>'
)


def test_the_same_person_has_the_same_flower_and_others_another() -> None:
    """On every page and in every build."""
    assert flower("p-7xk2") == flower("p-7xk2")
    assert len({flower(f"p-{i}") for i in range(2_000)}) == 2_000


def test_somebody_without_a_name_has_an_empty_ring() -> None:
    """Two people without a name must not look like one."""
    assert flower("") == NOBODY
    assert 'fill="none"' in NOBODY


def test_a_flower_is_numbers_alone_and_stays_in_its_frame() -> None:
    """Nothing of the name gets into the drawing; a petal's curve stays well within its two handles."""
    for who in ("<script>", "Zoë", "\ud800", "a" * 10_000, *map(str, range(200))):
        found = DRAWING.fullmatch(flower(who))

        assert found
        assert all(abs(float(n)) <= 18 for n in re.findall(r"-?\d+\.\d", found[2]))
        assert 0 <= float(found[1]) <= 90
        assert 1 < float(found[3]) < 3


def test_a_drawing_is_as_large_as_a_line_without_our_stylesheet() -> None:
    """Opened from disk or with the request for it blocked, each was as wide as the window."""
    for drawn in (flower("Ann"), NOBODY):
        assert ' width="24" height="24" ' in drawn.partition(">")[0]
