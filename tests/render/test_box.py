"""The marker of a box: filled on its page, gone from everywhere else."""

from __future__ import annotations

import pytest

from gratitude.render.box import filled, marker, stripped

BOX = '<div data-gratitude="box">words</div>'
ONE, TWO = marker(1), marker(2)


@pytest.mark.parametrize(
    ("page", "expected"),
    [
        (f"<head></head><p>x</p>{ONE}</article>", f"<head></head><p>x</p>{BOX}</article>"),
        (f'<head><meta content="x{ONE}"></head>a{ONE}b', f'<head><meta content="x"></head>a{BOX}b'),
        (
            f'<head><meta content="x&lt;!--gratitude:box 1--&gt;"></head>a{ONE}',
            f'<head><meta content="x"></head>a{BOX}',
        ),
        (f"<head></head>{ONE}a{ONE}b{TWO}", f"<head></head>a{BOX}b"),
        (f'<head></head>a{ONE}<script>{{"x": "{ONE}"}}</script>', f'<head></head>a{BOX}<script>{{"x": ""}}</script>'),
        (f"a{ONE}b", f"a{BOX}b"),
    ],
)
def test_the_box_goes_to_the_last_marker_of_the_body(page: str, expected: str) -> None:
    """Not into the head, not into a script, and once; markers of other posts go."""
    assert filled(page, 1, BOX) == (expected, True)


@pytest.mark.parametrize(
    ("page", "expected"),
    [
        ("<article>a</article><article>b</article></main>", f"<article>a</article><article>b{BOX}</article></main>"),
        ("<main>a</main></body>", f"<main>a{BOX}</main></body>"),
        ("<body>a</body>", f"<body>a{BOX}</body>"),
        (f"a{TWO}", f"a{BOX}"),
    ],
)
def test_without_its_marker_the_box_ends_the_article(page: str, expected: str) -> None:
    """A plugin may have frozen the content before the marker was there."""
    assert filled(page, 1, BOX) == (expected, False)


def test_a_page_that_holds_the_box_gets_no_second() -> None:
    """The theme included it."""
    assert filled(f"{BOX}<p>x</p>{ONE}", 1, BOX) == (f"{BOX}<p>x</p>", True)


@pytest.mark.parametrize(
    "text",
    [f"a{ONE}b", "a&lt;!--gratitude:box 12--&gt;b", "a\\u003c!--gratitude:box 3--\\u003eb", f"a{ONE}{TWO}b", "ab"],
)
def test_markers_go_however_they_were_escaped(text: str) -> None:
    """A theme may escape a summary, or write it into JSON."""
    assert stripped(text) == "ab"


def test_a_persons_words_about_the_marker_stay() -> None:
    """Only the comment itself is one."""
    assert stripped("gratitude:box 1 <!-- gratitude -->") == "gratitude:box 1 <!-- gratitude -->"
