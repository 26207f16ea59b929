"""Which scripts a text is written in, and whether letters pose as others. Pure."""

from __future__ import annotations

__all__ = ["foreign_share", "is_babble", "mixed_words"]

import re

from .phrases import listed
from .seen import LOOKALIKES, ZERO_WIDTH

LETTERS = re.compile(r"[^\W\d_]{3,40}")
SCRIPTS = (
    ("Cyrillic", "\u0400", "\u052f"),
    ("Greek", "\u0370", "\u03ff"),
    ("Hebrew", "\u0590", "\u05ff"),
    ("Arabic", "\u0600", "\u06ff"),
    ("Devanagari", "\u0900", "\u097f"),
    ("Thai", "\u0e00", "\u0e7f"),
    ("Hangul", "\uac00", "\ud7a3"),
    ("Japanese", "\u3040", "\u30ff"),
    ("Chinese", "\u4e00", "\u9fff"),
)
HOME = {
    **dict.fromkeys(("ru", "uk", "be", "bg", "sr", "mk", "kk", "mn"), "Cyrillic"),
    **dict.fromkeys(("ar", "fa", "ur"), "Arabic"),
    **dict.fromkeys(("hi", "mr", "ne"), "Devanagari"),
    **{"el": "Greek", "he": "Hebrew", "th": "Thai", "ko": "Hangul", "ja": "Japanese", "zh": "Chinese"},
}
"""The script of a language other than Latin, which is at home everywhere."""

COMMON = listed(
    """
    a an and are as at be but by can do for from get had has have he how i if in is it its just like me my no
    not of on or so some that the their them then there they this to too up us was we what when which who will
    with would you your thanks thank der die das und ist nicht ich du es ein eine zu mit für auf von dass wie
    auch danke le la les et est je tu il un une de des pour que qui dans avec pas merci el los y yo en lo con
    por para una del gracias o os e é não em um uma com obrigado che di per non sono grazie het een van ik dat
    niet voor met bedankt och att det som inte jag tack og ikke jeg takk w z na nie się jest dzięki bir ve bu
    için çok az és nem hogy ja ei että se v že
    """
)
"""Words without which hardly anybody says five words, in the languages we know best."""


def foreign_share(words: str, lang: str) -> tuple[float, str]:
    """Return the share of letters in a script foreign to a blog in ``lang``, and that script's name; 0 and ``""``."""
    letters = [c for c in words if c.isalpha()]
    home = HOME.get(lang[:2].lower(), "")
    if not letters:
        return 0.0, ""
    counts = {name: sum(1 for c in letters if low <= c <= high) for name, low, high in SCRIPTS if name != home}
    if home == "Japanese":
        counts["Chinese"] = 0
    name, count = max(counts.items(), key=lambda pair: pair[1])
    return (count / len(letters), name) if count else (0.0, "")


def mixed_words(words: str) -> list[str]:
    """Return the words in which other scripts' letters pose as Latin ones, or invisible characters split the letters.

    A word counts when every foreign letter in it looks like a Latin one: "PDFом" is Russian for "with a PDF".
    """
    found = []
    for word in words.split():
        if word.isascii():
            continue
        bare = word.translate(ZERO_WIDTH)
        if (
            len(bare) < len(word)
            and bare.isascii()
            and bare.isalpha()
            and not word.startswith("\ufeff")
            and "\u00ad" not in word
        ):
            found.append(bare)
            continue
        for m in LETTERS.finditer(bare):
            latin = sum(1 for c in m[0] if c.isascii())
            odd = [c for c in m[0].casefold() if ord(c) > 0x24F or c in "ɑɡ"]
            if (
                latin >= 1
                and odd
                and all(ord(c) in LOOKALIKES or "\uff21" <= c <= "\uff5a" or "\u2160" <= c <= "\u217f" for c in odd)
            ):
                found.append(m[0])
    return found


def is_babble(flat: str) -> bool:
    """Say whether at least five Latin words hold none of the common words of a dozen languages: a list of keywords."""
    found = re.findall(r"[a-zà-ž]{1,40}", flat)
    return len(found) >= 5 and not any(word in COMMON for word in found)
