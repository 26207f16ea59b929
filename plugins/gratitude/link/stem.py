"""Words for comparing: what a text is cut into, and the stem that forms of one word share. Pure.

Porter's stemmer of 1980 (An algorithm for suffix stripping, Program 14/3), as FTS5's ``porter``. It knows English;
words of other languages pass nearly unchanged, which costs little (field measurement: no stemming +.017/+.013).
"""

from __future__ import annotations

__all__ = ["POLITE", "STOP", "is_content", "stem", "tokens"]

import re
import unicodedata
from functools import lru_cache

from .stopwords import FUNCTION_WORDS

TOKEN = re.compile(r"[^\W_]+")
# Scripts without spaces between words: two characters at a time stand for a word (as search engines do).
UNSPACED = re.compile("[\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\u0e00-\u0e7f]{2,}")
MAX_WORD = 64

STOP = frozenset(
    TOKEN.findall(
        "a about above after again against all also am an and any are aren as at be because been before being below "
        "between both but by can cannot could couldn d did didn do does doesn doing don down during each even few for "
        "from further get got had hadn has hasn have haven having he her here hers herself him himself his how i if "
        "in into is isn it its itself just let like ll m ma me might more most much must my myself no nor not now o "
        "of off on once one only or other our ours ourselves out over own re really s same shan she should shouldn so "
        "some still such t than that the their theirs them themselves then there these they this those through to too "
        "under until up us use used using ve very was wasn way we well were weren what when where which while who "
        "whom why will with won would wouldn y yes yet you your yours yourself yourselves"
    )
)
"""English words that say nothing about a subject."""

POLITE = frozenset(
    TOKEN.findall(
        "amazing appreciate appreciated article awesome best blog brilliant cheers comment excellent fantastic glad "
        "good great greetings happy hello help helped helpful hey hi hope interesting love loved lovely nice perfect "
        "please post posts read reading regards saved sharing superb thank thankful thanks thx wonderful work works "
        "write writing wrote "
        "bedankt dank danke dankeschön dankjewel dzieki dzięki dziekuje dziękuję gracias grazie merci obrigada obrigado "
        "благодарю спасибо あり りが がと とう 感谢 謝謝 谢谢"
    )
)
"""English words of praise and courtesy, and other languages' thanks: any post may hear them. In a blog about these things their rarity still counts
towards the order, but never towards a tier."""


def tokens(text: str) -> list[str]:
    """Return the words of ``text`` in order: NFKC, lower case, letters and digits; CJK in pairs of characters."""
    found = TOKEN.findall(unicodedata.normalize("NFKC", text).casefold())
    if text.isascii():
        return found
    return [piece for word in found for piece in _pieces(word)]


def is_content(word: str) -> bool:
    """Say whether a word can show a subject: no stop word, no courtesy, no single letter or short number."""
    return (
        word not in STOP
        and word not in FUNCTION_WORDS
        and word not in POLITE
        and len(word) > 1
        and not (word.isdigit() and len(word) < 3)
    )


def _pieces(word: str) -> list[str]:
    """Return a word, or the overlapping pairs of one in a script that puts no spaces between words."""
    if UNSPACED.fullmatch(word) is None:
        return [word]
    return [word[i : i + 2] for i in range(len(word) - 1)]


@lru_cache(maxsize=200_000)
def stem(word: str) -> str:
    """Return the stem of one lower-case word; words of other scripts and very short or long ones stay as they are."""
    if len(word) < 3 or len(word) > MAX_WORD or not (word.isascii() and word.isalpha()):
        return word
    for step in (_plural, _past, _y, _double, _long, _last, _final_e):
        word = step(word)
    return word


def _shape(word: str) -> str:
    """Return the word as v and c; y is a vowel after a consonant."""
    shape = ""
    for c in word:
        shape += "v" if c in "aeiou" or (c == "y" and shape.endswith("c")) else "c"
    return shape


def _measure(word: str) -> int:
    """Return Porter's m: how often a vowel is followed by a consonant."""
    return _shape(word).count("vc")


def _short(word: str) -> bool:
    """Return Porter's *o: the word ends consonant, vowel, consonant, the last of them not w, x or y."""
    return _shape(word)[-3:] == "cvc" and word[-1] not in "wxy"


def _plural(word: str) -> str:
    if word.endswith(("sses", "ies")):
        return word[:-2]
    return word[:-1] if word.endswith("s") and not word.endswith("ss") else word


def _past(word: str) -> str:
    if word.endswith("eed"):
        return word[:-1] if _measure(word[:-3]) > 0 else word
    for ending in ("ed", "ing"):
        base = word.removesuffix(ending)
        if base != word:
            if "v" not in _shape(base):
                return word
            if base.endswith(("at", "bl", "iz")):
                return base + "e"
            if len(base) > 1 and base[-1] == base[-2] and _shape(base)[-1] == "c" and base[-1] not in "lsz":
                return base[:-1]
            return base + "e" if _measure(base) == 1 and _short(base) else base
    return word


def _y(word: str) -> str:
    return word[:-1] + "i" if word.endswith("y") and "v" in _shape(word[:-1]) else word


DOUBLE = {
    "ational": "ate", "tional": "tion", "enci": "ence", "anci": "ance", "izer": "ize", "bli": "ble", "alli": "al",
    "entli": "ent", "eli": "e", "ousli": "ous", "ization": "ize", "ation": "ate", "ator": "ate", "alism": "al",
    "iveness": "ive", "fulness": "ful", "ousness": "ous", "aliti": "al", "iviti": "ive", "biliti": "ble", "logi": "log",
}  # fmt: skip
LONG = {"icate": "ic", "ative": "", "alize": "al", "iciti": "ic", "ical": "ic", "ful": "", "ness": ""}
LAST = (
    "ement", "ance", "ence", "able", "ible", "ment", "ant", "ent", "ion", "ism", "ate", "iti", "ous",
    "ive", "ize", "al", "er", "ic", "ou",
)  # fmt: skip


def _replaced(word: str, endings: dict[str, str]) -> str:
    """Return the word with its longest known ending replaced where enough word stands before it."""
    for length in range(min(7, len(word) - 1), 2, -1):
        ending = word[-length:]
        if ending in endings:
            base = word[:-length]
            return base + endings[ending] if _measure(base) > 0 else word
    return word


def _double(word: str) -> str:
    return _replaced(word, DOUBLE)


def _long(word: str) -> str:
    return _replaced(word, LONG)


def _last(word: str) -> str:
    for ending in LAST:
        if word.endswith(ending):
            base = word[: -len(ending)]
            return base if _measure(base) > 1 and (ending != "ion" or base[-1:] in ("s", "t")) else word
    return word


def _final_e(word: str) -> str:
    if word.endswith("e"):
        base = word[:-1]
        if _measure(base) > 1 or (_measure(base) == 1 and not _short(base)):
            word = base
    return word[:-1] if word.endswith("ll") and _measure(word[:-1]) > 1 else word
