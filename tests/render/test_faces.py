"""A flower a person, the same every time."""

from __future__ import annotations

import re

from gratitude.render.faces import petals


def test_the_same_person_has_the_same_flower_and_others_another() -> None:
    """On every page and in every build."""
    assert petals("p-7xk2") == petals("p-7xk2")
    assert len({petals(f"p-{i}")[0] for i in range(200)}) == 200


def test_somebody_without_a_name_has_none() -> None:
    """Two people without a name must not look like one."""
    assert petals("") == ("", "")


def test_a_flower_is_numbers_alone_and_stays_in_its_frame() -> None:
    """Nothing of the name gets into the drawing."""
    for who in ("<script>", "Zoë", "\ud800", "a" * 10_000):
        path, middle = petals(who)

        assert re.fullmatch(r"[M0C. \-\d]+", path)
        assert all(abs(float(n)) <= 18 for n in re.findall(r"-?\d+\.\d", path))
        assert 1 < float(middle) < 3
