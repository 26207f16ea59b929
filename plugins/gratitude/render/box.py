"""The box under a post: a comment marks its place in the post's content, and the written file gets it there. Pure.

The marker travels with the content through any theme's template (78 of 78 themes measured), where a box in the content
itself would also stand in feeds, summaries and index pages, and in ``<meta>`` text. So it is taken out of everything
but the post's own page.
"""

from __future__ import annotations

__all__ = ["NAME", "filled", "marker", "stripped"]

import re

MARKER = "<!--gratitude:box {}-->"
NAME = b"gratitude:box"
"""What a written file holds that has any marker in it, however escaped."""
# as it is, escaped in an attribute, and inside JSON
ANY = re.compile(r"(?:<|&lt;|\\u003c)!--gratitude:box \d+--(?:>|&gt;|\\u003e)")
IN_PAGE = 'data-gratitude="box"'
"""What a page already holds whose theme includes the box itself."""
FALLBACKS = ("</article>", "</main>", "</body>")


def marker(number: int) -> str:
    """Return the comment that holds the place of box ``number`` of this build."""
    return MARKER.format(number)


def stripped(text: str) -> str:
    """Return ``text`` without any marker, in whatever way it was escaped."""
    return ANY.sub("", text) if "gratitude:box" in text else text


def filled(page: str, number: int, box: str) -> tuple[str, bool]:
    """Return ``page`` with the box at its marker and no other marker, and whether the marker was there.

    It goes to the last place outside ``head`` and scripts. Where a plugin read the content before the marker was put
    there, Pelican shows what it remembered: then the box goes before the last ``</article>`` (or ``</main>``,
    ``</body>``).
    """
    if IN_PAGE in page:
        return stripped(page), True
    at = _place(page, marker(number))
    if at >= 0:
        after = at + len(marker(number))
        return stripped(page[:at]) + box + stripped(page[after:]), True
    page = stripped(page)
    for end in FALLBACKS:
        before, tag, after_tag = page.rpartition(end)
        if tag:
            return before + box + tag + after_tag, False
    return page + box, False


def _place(page: str, mark: str) -> int:
    """Return where the last marker in the body stands that no script holds, -1 for none."""
    body = page.find("</head>")
    at = page.rfind(mark)
    while at > body and page.rfind("<script", 0, at) > page.rfind("</script", 0, at):
        at = page.rfind(mark, 0, at)
    return at if at > body else -1
