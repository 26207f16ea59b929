"""What people meet: in a wide window and on a telephone, by day and by night, on paper, and without scripts."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from gratitude.note.folder import NoteFile
from sample_blog import Output

pytestmark = pytest.mark.slow

CONTENT = Path(__file__).resolve().parents[2] / "content"
QUESTION = next(
    p.stem for p in sorted((CONTENT / "gratitude").rglob("*.note")) if "Kind: question" in p.read_text("utf-8")
)
PAGES = [
    "who-this-helped/",
    "questions/",
    f"questions/{QUESTION}/",
    "redirects-that-last/",
    "dark-mode-without-javascript/",
]
AXE = "axe-core/axe.min.js"
RULES = {"type": "tag", "values": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]}
RUN = "rules => axe.run({runOnly: rules, resultTypes: ['violations']})"
SEEN = "e => e.checkVisibility({contentVisibilityAuto: true, opacityProperty: true, visibilityProperty: true})"


@pytest.mark.parametrize("width", [1280, 390])
@pytest.mark.parametrize("page", PAGES)
def test_everybody_can_use_it(
    local: Output, visit: Callable[..., Any], node_file: Callable[[str], Path], page: str, width: int
) -> None:
    """axe-core finds nothing, by day and by night (WCAG 2.2 A and AA, best practice), and nothing is too wide."""
    axe = node_file(AXE).read_text(encoding="utf-8")
    window = visit(f"{local.url}/{page}", width=width)
    window.evaluate(axe)
    for light in ("light", "dark"):
        window.emulate_media(color_scheme=light)
        found = window.evaluate(RUN, RULES)
        assert found["passes"], "axe did not run"
        blamed = [(v["id"], [n["html"] for n in v["nodes"]]) for v in found["violations"]]
        assert [] == blamed, light

    assert window.evaluate("document.documentElement.scrollWidth") == width


def test_axe_would_tell(local: Output, visit: Callable[..., Any], node_file: Callable[[str], Path]) -> None:
    """A picture without words and grey on grey are found on the same page."""
    window = visit(f"{local.url}/{PAGES[0]}")
    window.evaluate("document.querySelector('main').insertAdjacentHTML('beforeend', '<img src=\"x\"><p id=pale>pale')")
    window.evaluate("document.querySelector('#pale').style.cssText = 'color: #999; background: #aaa'")
    window.evaluate(node_file(AXE).read_text(encoding="utf-8"))
    found = window.evaluate(RUN, RULES)

    assert {"image-alt", "color-contrast"} <= {v["id"] for v in found["violations"]}


def test_folded_words_are_printed(busy: Output, visit: Callable[..., Any]) -> None:
    """Nobody can open a fold on paper; what only works on a screen is left out."""
    window = visit(f"{busy.url}/search-without-a-server/")
    folded = window.locator(".g-box details blockquote")
    on_screen = [folded.nth(i).evaluate(SEEN) for i in range(folded.count())]
    window.emulate_media(media="print")
    on_paper = [folded.nth(i).evaluate(SEEN) for i in range(folded.count())]

    assert [False] * 4 == on_screen
    assert [True] * 4 == on_paper
    assert not window.locator(".g-box summary").is_visible()
    assert all(folded.nth(i).bounding_box()["height"] > 10 for i in range(folded.count()))


def test_the_wall_prints_as_a_pdf(local: Output, visit: Callable[..., Any], tmp_path: Path) -> None:
    """On a few sheets, without the list of what is on the page."""
    window = visit(f"{local.url}/{PAGES[0]}")
    window.emulate_media(media="print")
    paper = window.pdf(path=tmp_path / "wall.pdf", format="A4")
    sheets = len(re.findall(rb"/Type\s*/Page\b", paper))

    assert not window.locator(".g-jump").is_visible()
    assert 2 <= sheets <= 8


def test_everything_reads_without_scripts(local: Output, visit: Callable[..., Any], notes: list[NoteFile]) -> None:
    """Wall and index show all they have, a fold opens by itself, and a filter that could not work is not there."""
    wall = visit(f"{local.url}/{PAGES[0]}", script=False)
    index = visit(f"{local.url}/{PAGES[1]}", script=False)
    asked = sum(f.note.kind.value == "question" for f in notes)
    words, rows = wall.locator(".g-note blockquote"), index.locator(".g-qs > li")
    wall.locator(".g-jump summary").click()

    assert len(notes) - asked == words.count() == sum(words.nth(i).is_visible() for i in range(words.count()))
    assert asked == rows.count() == sum(rows.nth(i).is_visible() for i in range(rows.count()))
    assert wall.locator(".g-jump a").first.is_visible()
    assert not index.locator(".g-filter").is_visible()


def test_no_script_no_filter_also_of_a_long_list(busy: Output, visit: Callable[..., Any]) -> None:
    """With a dozen questions the filter appears, and only for those for whom it works."""
    without = visit(f"{busy.url}/questions/", script=False)
    window = visit(f"{busy.url}/questions/")
    rows = window.locator(".g-qs > li:visible")
    all_of_them = rows.count()
    window.get_by_label("Find in the questions").fill("SHELF index 3")

    assert not without.locator(".g-filter").is_visible()
    assert without.locator(".g-qs > li:visible").count() == all_of_them >= 12
    assert ["Does shelf 3 need an index?"] == rows.locator("h3").all_inner_texts()


def test_open_questions_come_last(busy: Output, visit: Callable[..., Any]) -> None:
    """Under a heading of their own, and each says so in a word where it is listed."""
    window = visit(f"{busy.url}/questions/")
    states = window.eval_on_selector_all(".g-qs .g-state", "all => all.map(e => e.classList.contains('done'))")
    post = visit(f"{busy.url}/search-without-a-server/")

    assert states == sorted(states, reverse=True)
    assert 7 == states.count(False)
    assert 7 == post.locator(".g-box .g-near li", has_text="open").count()


MIRRORED = """() => {
  const root = document.querySelector(".gratitude"), edge = e => e.getBoundingClientRect();
  const near = [...root.querySelectorAll(".g-by, .g-near > li, .g-qs > li, .g-post-head, .g-path li")];
  const apart = (a, b) => a.right <= b.left + 1 || b.right <= a.left + 1 || a.bottom <= b.top + 1 || b.bottom <= a.top + 1;
  const seen = e => edge(e).width > 1 && edge(e).height > 1;
  const overlaps = near.flatMap(parent => {
    const parts = [...parent.children].filter(seen);
    return parts.flatMap((a, i) => parts.slice(i + 1).filter(b => !apart(edge(a), edge(b))).map(b => [a, b].map(e => e.outerHTML)));
  });
  const frame = edge(root);
  const outside = [...root.querySelectorAll("p, li, h2, h3, a, span, bdi, blockquote")].filter(seen)
    .filter(e => !e.closest(".g-vh") && (edge(e).left < frame.left - 1 || edge(e).right > frame.right + 1)).map(e => e.outerHTML);
  const line = root.querySelector("blockquote[dir=rtl] ~ .g-reply, .g-answer"), dot = root.querySelector(".g-state");
  return {
    overlaps,
    outside,
    way: getComputedStyle(root).direction,
    line: line && [getComputedStyle(line).borderRightWidth, getComputedStyle(line).borderLeftWidth].map(parseFloat),
    dot: dot && edge(dot).left > edge(dot.nextElementSibling).left,
  };
}"""


@pytest.mark.parametrize("width", [1280, 390])
@pytest.mark.parametrize(
    "page", ["who-this-helped/", "questions/", "questions/2026-03-03-heb2/", "search-without-a-server/"]
)
def test_a_hebrew_blog_runs_from_right_to_left(
    hebrew: Output, visit: Callable[..., Any], node_file: Callable[[str], Path], page: str, width: int
) -> None:
    """Lines and dots stand at the right, nothing lies over anything, nothing is too wide, and axe-core is content."""
    window = visit(f"{hebrew.url}/{page}", width=width)
    window.evaluate(node_file(AXE).read_text(encoding="utf-8"))
    found = window.evaluate(RUN, RULES)
    mirrored = window.evaluate(MIRRORED)

    assert [] == [(v["id"], [n["html"] for n in v["nodes"]]) for v in found["violations"]]
    assert "rtl" == mirrored["way"]
    assert [] == mirrored["overlaps"]
    assert [] == mirrored["outside"], "what sticks out at the left of an LTR page cannot even be scrolled to"
    assert mirrored["line"] is None or mirrored["line"][0] > 0 == mirrored["line"][1]
    assert mirrored["dot"] is not False
    assert mirrored["line"] or mirrored["dot"], "nothing to look at on this page"
    assert window.evaluate("document.documentElement.scrollWidth") == width
