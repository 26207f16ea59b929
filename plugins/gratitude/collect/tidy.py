"""HTML made harmless for a parser: only well-formed tags we know, no comments, no scripts. Linear. Pure.

Python's html.parser is quadratic on unclosed comments and tags (cpython gh-135462); none of these gets that far.
"""

from __future__ import annotations

__all__ = ["SILENT", "tidied"]

import re

MAX_TAGS = 20_000
"""Tags of one text; those behind are text."""

KNOWN = frozenset(
    """
    a abbr acronym address area article aside audio b base basefont bdi bdo big blockquote body br button canvas
    caption center cite code col colgroup dd del details dfn dir div dl dt em embed fieldset figcaption figure
    font footer form frame frameset h1 h2 h3 h4 h5 h6 head header hr html i iframe img input ins kbd label
    legend li link main map mark menu meta nav noframes noscript object ol optgroup option p param picture pre q
    s samp script section select small source span strike strong style sub summary sup svg table tbody td
    template textarea tfoot th thead time title tr track tt u ul var video wbr
    """.split()  # noqa: SIM905  a list of words is read as one
)
SILENT = ("script", "style", "head", "title", "template", "noscript", "iframe", "object", "svg", "select", "textarea")
CLOSED = ("script", "style", "head", "title")
TAG = re.compile(r"<(/?)([A-Za-z][A-Za-z0-9:_-]{0,40})(?=[\s/>])")
ATTRIBUTES = re.compile(
    r"(?:[\s/]++(?:[A-Za-z_:@][\w:.-]{0,60}+\s*+=\s*+(?:\"[^\"]*+\"|'[^']*+'|[^\s\"'=<>`]++)"
    r"|(?:allowfullscreen|checked|compact|controls|disabled|download|hidden|ismap|itemscope|noshade|nowrap|open|readonly|required"
    r"|reversed|selected)(?![\w=])))*+[\s/]*+",
    re.IGNORECASE,
)
"""What stands in a tag behind its name (HTML 5 §13.1.2.3): values, and those attributes that have none."""


def tidied(html: str, *, typed: bool) -> str:
    """Return ``html`` with well-formed known tags only, without comments, scripts and styles.

    In a comment that somebody ``typed`` an unknown tag is words (``vector<int>``); in a mail it is decoration.
    """
    out: list[str] = []
    at, tags, last_close = 0, 0, html.rfind(">")
    unclosed: set[str] = set()
    while (i := html.find("<", at)) >= 0:
        out.append(html[at:i])
        if html.startswith("<!--", i):
            end = html.find("-->", i + 4)
            at = end + 3 if end >= 0 else len(html)
            continue
        m = TAG.match(html, i)
        end = -1 if i > last_close else _tag_end(html, i)
        if end < 0 or tags >= MAX_TAGS or not (m or html[i + 1 : i + 2] in ("!", "?")):
            out.append("&lt;")
            at = i + 1
            continue
        at = end + 1
        name = m[2].lower() if m else ""
        tags += name in KNOWN
        if m and not m[1] and name in CLOSED and name not in unclosed:
            at = _behind(html, name, at, unclosed)
        elif typed and m and name in KNOWN and not m[1] and not ATTRIBUTES.fullmatch(html[m.end() : at - 1]):
            out.append("&lt;")  # "if a<b and c>d": no tag
            at = i + 1
        elif name in KNOWN and name not in CLOSED:
            out.append(html[i:at])
        elif typed and m and name not in KNOWN and ":" not in name:
            out.append(html[i:at].replace("<", "&lt;"))
    return "".join([*out, html[at:]])


def _behind(html: str, name: str, at: int, unclosed: set[str]) -> int:
    """Where the text goes on behind an element whose content is no words; a script that never ends takes all with it."""
    close = re.compile(rf"</{name}\s{{0,20}}>", re.IGNORECASE).search(html, at)
    if close:
        return close.end()
    unclosed.add(name)
    return len(html) if name in ("script", "style") else at


def _tag_end(html: str, start: int) -> int:
    """Where the tag ends, quotes heeded; -1 when it has not ended after 16 KiB."""
    end = start
    for _ in range(4):
        end = html.find(">", end + 1, start + 16384)
        if end < 0 or html.count('"', start, end) % 2 == 0:
            return end
    return html.find(">", start, start + 16384)
