"""Text as this project means it: clean characters, words, and when two texts are nearly the same. Pure."""

from __future__ import annotations

__all__ = ["blank_trimmed", "clean", "folded", "is_same_name", "near_same", "one_line", "plural", "words", "xml_errors"]

import re
import unicodedata

# All that is no Char of XML 1.0 §2.2. One such character in a feed ends Pelican's whole build.
# (Written as what it holds: to compile all the rest and turn it round takes 4 ms of every build and command.)
NOT_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
# Bidirectional controls and tag characters: they can make a line read as another one (CVE-2021-42574).
HIDDEN = re.compile("[\u202a-\u202e\u2066-\u2069\u200e\u200f\u061c\U000e0000-\U000e007f]")
# C1 controls and the two Unicode line ends are legal in XML, but break a value that must stay on its line.
LINE_BREAKERS = re.compile("[\x7f-\x9f\u2028\u2029]")
NO_LETTER = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ud800-\udfff\ufffe\uffff\U000e0000-\U000e007f]"
)
"""What `clean` takes away or changes, in one look: most texts hold none of it."""
WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")


def clean(text: str) -> str:
    """Return ``text`` with LF line ends and only characters that may be published. Any length; never raises."""
    if not NO_LETTER.search(text):
        return text
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    text = text.replace("\x85", "\n").replace("\u2028", "\n").replace("\u2029", "\n")
    return LINE_BREAKERS.sub("", HIDDEN.sub("", NOT_XML.sub("", text)))


def one_line(text: str) -> str:
    """Return ``text`` cleaned and on one line, white space made single and stripped."""
    return " ".join(clean(text).split())


def xml_errors(text: str) -> list[int]:
    """Return the line numbers (from 1) that hold a character XML 1.0 forbids, without repeats."""
    return sorted({text.count("\n", 0, m.start()) + 1 for m in NOT_XML.finditer(text)})


def blank_trimmed(text: str) -> str:
    """Return ``text`` without the empty lines at its ends and without white space at its very end."""
    lines = text.split("\n")
    while lines and not lines[0].strip():
        lines.pop(0)
    while lines and not lines[-1].strip():
        lines.pop()
    return "\n".join(lines).rstrip()


def folded(text: str) -> str:
    """Return ``text`` for comparing: NFKC, lower case, white space single."""
    return " ".join(unicodedata.normalize("NFKC", text).casefold().split())


def words(text: str) -> list[str]:
    """Return the words of ``text`` in order, NFKC and lower case, letters and digits only."""
    return WORD.findall(unicodedata.normalize("NFKC", text).casefold())


def is_same_name(one: str, other: str) -> bool:
    """Say whether two names may be one person's: "Ann", "Ann Example", "Example, Ann", "A. Example"; not "Ben Example"."""
    a, b = words(one), words(other)
    if not a or not b or a[0] == b[0] or set(a) <= set(b) or set(b) <= set(a):
        return True
    short, long = sorted((a[0], b[0]), key=len)
    return len(short) == 1 and long.startswith(short) and a[-1] == b[-1]


def near_same(one: str, other: str) -> bool:
    """Say whether two texts are the same but for a few words: at least .8 of their three-word shingles are shared."""
    a, b = words(one), words(other)
    if a == b:
        return True
    first = {tuple(a[i : i + 3]) for i in range(max(1, len(a) - 2))}
    second = {tuple(b[i : i + 3]) for i in range(max(1, len(b) - 2))}
    return bool(a and b) and len(first & second) >= 0.8 * len(first | second)


def plural(count: int, one: str, many: str = "") -> str:
    """Return "1 note" or "3 notes": the count with the right form of the word."""
    return f"{count} {one if count == 1 else many or one + 's'}"
