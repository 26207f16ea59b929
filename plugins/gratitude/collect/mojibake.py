"""UTF-8 that somebody read as Windows-1252 or Latin-1 and encoded again, as it was. Pure.

``donâ€™t`` and ``RenÃ©`` come out of moved databases, list archives and careless gateways (WeBlog#228). Words must never
get worse by mending, so a text is changed only where its every foreign letter is explained by that one mistake, and where
it does not speak of such mistakes itself.
"""

from __future__ import annotations

__all__ = ["mended"]

import re

MARKS = re.compile(
    "[\xc2-\xf4][\x80-\xbf\u0152\u0153\u0160\u0161\u0178\u017d\u017e\u0192\u02c6\u02dc\u2013-\u203a\u20ac\u2122]"
)
"""The first byte of a UTF-8 character and one that may follow, as both 8-bit sets show them."""
NEXT = "[\x80-\xbf\u0152-\u02dc\u2013-\u203a\u20ac\u2122]"
CERTAIN = re.compile(
    f"[\xc2\xc3][\xa0-\xbf]|[\xe0-\xf4]{NEXT}{{2}}|[\xc2-\xdf]{NEXT}[\xc2-\xdf]{NEXT}"
    f"|[\xc2-\xc5\xce\xcf]{NEXT}(?=[a-z])|(?<=[a-z])[\xc4\xc5][\xa0-\xbf]"
)
"""What no letter means: one such place there must be. ``MANHÃ…``, ``NESCAFÉ®``, ``120 Å³`` and ``3×½`` are as they should."""
ABOUT = re.compile(
    r"mojibake|utf-?8|unicode|latin-?1|iso-?8859|windows-?125|cp-?125|charset|character set|encod|codepage|zeichensatz|kodier"
    r"|garbled|zeichenkodierung|codificaci|codifica|encodage",
    re.IGNORECASE,
)
"""A letter about such letters shows them on purpose."""
SHOWN = re.compile(
    r"instead of|rather than|shows? (?:up )?as|turn(?:s|ed) into|bec(?:omes|ame)\b|\bstatt\b|anstelle|au lieu d|en vez de|en lugar de|in plaats van|invece d"
    "|[\"'`“‘«(\\[] ?[\xc2-\xf4][\x80-\xbfŒ-˜–-›€™]{1,3} ?[\"'`”’»)\\]]",
    re.IGNORECASE,
)
"""How a line shows one: compared with what it should be, or alone in quotes."""
ALONE = re.compile(
    "(?<!\\S)(?:[\xc2\xc3][\x80-\xbf\u0152-\u02dc\u2013-\u203a\u20ac\u2122]|\xe2\u20ac[\u02dc\u2122\u0153\x9d])(?![^\\s.,;:!?])"
)
"""An accented letter or a quotation mark that stands by itself: one that is shown ("I see â€™ everywhere")."""
LOST_A = re.compile("\xc3 +(?=\\S|$)")
"""``à`` whose second half, a no-break space, became a plain one on its way."""
HOLES = {code: chr(code) for code in (0x81, 0x8D, 0x8F, 0x90, 0x9D)}
"""Bytes that Windows-1252 leaves free; programs pass them on as they are."""
BYTES = {bytes([n]).decode("cp1252"): n for n in range(0x80, 0xA0) if n not in HOLES}
TO_LATIN = {ord(c): n for c, n in BYTES.items()}
MAX_ROUNDS = 3
"""Rounds of the same mistake: some texts were moved more than once."""


def _once(text: str) -> str:
    """``text`` with one round undone, or as it is."""
    found = MARKS.findall(text)
    if not CERTAIN.search(text):
        return text
    if len(found) > 1:
        text = LOST_A.sub("\xc3\xa0 ", text)
    try:
        return text.translate(TO_LATIN).encode("latin-1").decode("utf-8")
    except UnicodeError:
        return text


def mended(text: str) -> str:
    """Return ``text`` with its mojibake undone, or unchanged where that does not explain all of it. Never raises."""
    if not MARKS.search(text) or ABOUT.search(text):
        return text
    if len(set(ALONE.findall(text))) == 1 and not MARKS.search(ALONE.sub("", text)):
        return text
    if any(SHOWN.search(line) and MARKS.search(line) for line in text.split("\n")):
        return text
    for _ in range(MAX_ROUNDS):
        after = _once(text)
        if after == text:
            break
        text = after
    return text
