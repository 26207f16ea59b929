"""Tags that readers typed into old comment boxes to mark code and quotes, as Markdown. Pure.

``[code lang="bash"]``, ``[sourcecode]``, ``[bash]``, ``<pre>``, ``<code>`` and ``<blockquote>`` become fences, backticks
and ``>``. Only what is opened and closed is a tag; all else is words, and so is ``<PATH>``.
"""

from __future__ import annotations

__all__ = ["fenced"]

import re
from collections.abc import Iterator

from . import code, codelike

NAMES = "code|sourcecode|source|" + "|".join(sorted(code.LANGUAGES))
OPENING = re.compile(
    rf"^ {{0,3}}(?P<fence>`{{3,}}|~{{3,}})[^\n]*|(?P<ticks>`+)|"
    rf"\[(?P<short>{NAMES})(?P<how>[ =][^\[\]\n]{{0,200}})?\]|<(?P<tag>pre|code|blockquote)(?P<with>\s[^<>\n]{{0,200}})?>",
    re.IGNORECASE | re.MULTILINE,
)
INNER = re.compile(r"\s*<code(\s[^<>\n]{0,200})?>(.*)</code>\s*", re.IGNORECASE | re.DOTALL)
LANGUAGE = re.compile(
    r"""\s*(?:(?:lang(?:uage)?|class)\s*)?=?\s*["']?(?:language-|lang-|brush:\s*)?([\w+#-]+);?["']?\s*""", re.I
)


def fenced(text: str) -> str:
    """Return ``text`` with the tags of old comment boxes as Markdown. What stands in fences and backticks stays."""
    return "".join(_pieces(text)) if "[/" in text or "</" in text else text


def _pieces(text: str) -> Iterator[str]:
    done = at = 0
    lower = text.lower() if len(text.lower()) == len(text) else text  # "İ" is longer in lower case
    missing: set[str] = set()
    while opening := OPENING.search(text, at):
        at, closing = opening.end(), _closing(opening)
        end = -1 if closing in missing else lower.find(closing, at)
        if end < 0 and opening["fence"]:
            break
        if end < 0:
            missing.add(closing)
            continue
        whole = opening.start(), end + len(closing)
        marked = _marked(opening, text[at:end], alone=_alone(text, *whole))
        if marked is not None:
            yield text[done : opening.start()]
            yield marked
            done = whole[1]
        at = whole[1]
    yield text[done:]


def _closing(opening: re.Match[str]) -> str:
    """Return what closes a tag, a run of backticks or a fence."""
    if opening["fence"]:
        return "\n" + opening["fence"]
    if opening["ticks"]:
        return opening["ticks"]
    return f"[/{opening['short'].lower()}]" if opening["short"] else f"</{opening['tag'].lower()}>"


def _alone(text: str, start: int, end: int) -> bool:
    """Whether nothing else stands on the lines of ``text[start:end]``."""
    before = text.rfind("\n", max(0, start - 4), start) + 1 or max(0, start - 4)
    return not text[before:start].strip() and (before == 0 or before > start - 4) and text[end : end + 1] in ("", "\n")


def _marked(opening: re.Match[str], inside: str, *, alone: bool) -> str | None:
    """Return what stood between two tags as Markdown marks it; None where it is to stay as it is."""
    name, how = (opening["short"] or opening["tag"] or "").lower(), opening["how"] or opening["with"] or ""
    if not name or not inside.strip():
        return None
    if name == "blockquote" or (
        name == "pre" and not any(map(codelike.is_output, filter(str.strip, inside.split("\n"))))
    ):
        return "\n\n" + "\n".join(f"> {line}" for line in inside.strip("\n").split("\n")) + "\n\n" if not how else None
    if name == "pre" and (inner := INNER.fullmatch(inside)):
        how, inside = how + (inner[1] or ""), inner[2]
    info = _info(name, how)
    if "\n" in inside or alone:
        fence = "~" * max(3, *(len(run) + 1 for run in re.findall("~+", inside)), 3)
        return f"\n{fence} {info}\n{inside.strip(chr(10))}\n{fence}\n"
    if info and not code.is_known(info):
        return None
    ticks = "`" * max(1, *(len(run) + 1 for run in re.findall("`+", inside)), 1)
    blank = " " if inside[0] in "` " or inside[-1] in "` " else ""
    return f"{ticks}{blank}{inside}{blank}{ticks}"


def _info(name: str, how: str) -> str:
    """Return what stands behind the backticks: the language alone where that is all, else every word of the tag."""
    if not how.strip():
        return name if code.is_known(name) else ""
    named = LANGUAGE.fullmatch(how)
    return named[1] if named and code.is_known(named[1]) else " ".join(how.split())
