"""What `list` prints of many conversations."""

from __future__ import annotations

import pytest

from gratitude.cli import look


def test_each_post_is_measured_once(blog, monkeypatch: pytest.MonkeyPatch) -> None:
    """The column of posts is as wide as the widest: with 5,000 conversations its search took 5 seconds, once a line."""
    for n in range(12):
        blog.mail(f"m{n}", f"Thank you for https://blog.example/sourdough.html, it was my {n}th loaf. Thanks!", sender=f"R <r{n}@example.com>")  # fmt: skip
    blog("collect", blog.root)
    measured: list[str] = []
    cells = look.cells
    monkeypatch.setattr(look, "cells", lambda text: measured.append(text) or cells(text))
    listed = blog("list", "everything").out

    assert listed.count("loaf") == 12
    assert len(measured) == 12
