"""The sentence of a note that is set large, and the sentence that asks. Pure."""

from __future__ import annotations

__all__ = ["asking", "best_scored", "sentences"]

import re

END = re.compile(r"[.!?…؟？]{1,8}[\"'”’»)]{0,4}(?=\s|$)")
"""Bounded, so that a text of full stops costs one pass."""
MARKUP, ADDRESS = re.compile(r"[`*_<>\[\]|\\{}]"), re.compile(r"https?://")
WORD = re.compile(r"\w+")
FORMULAS = frozenset(
    [
        "thank",
        "thanks",
        "thx",
        "cheers",
        "merci",
        "danke",
        "gracias",
        "grazie",
        "obrigado",
        "obrigada",
        "dzięki",
        "hello",
        "hi",
        "dear",
        "hallo",
        "bonjour",
        "hola",
        "regards",
    ]
)
LONGER_FORMULA = re.compile(r"\b(?:great (?:post|article|blog)|keep up)\b", re.IGNORECASE)
QUOTING = re.compile(
    r"\b(?:(?:quote|publish|print|post|use|mention|share|show) (?:this|it|that|me|them|these|my (?:name|words|letter|mail|e-?mail|story))"
    r"|(?:quoted|published|anonymous(?:ly)?|my name|meinen namen|mon nom|mi nombre|il mio nome|o meu nome|mijn naam)"
    r"|(?:zitier|veröffentlich|publizier|citer|publier|citar|publicar|citare|pubblicare|citeren|publiceren|zacytow|opublikow"
    r"|цитир|публик)\w*)\b",
    re.IGNORECASE,
)
"""What a letter says of being quoted is meant for the author."""
CONCRETE = frozenset(
    ["I", "my", "we", "our", "me", "ich", "mein", "wir", "je", "mon", "nous", "yo", "mi", "io", "mio", "ja", "mój"]
)
DIGIT = re.compile(r"\d")
ASKS = ("?", "？", "؟", "\u037e")
SHORT, LONG, BEST = 18, 140, 90
"""In characters. A sentence of about BEST reads well at one and a half times the size."""
SENTENCES_READ = 60
CONCRETE_BONUS = 0.15


def sentences(text: str) -> list[str]:
    """Return the sentences of ``text`` in order, each on one line; at most SENTENCES_READ. Linear, never raises."""
    found: list[str] = []
    for paragraph in re.split(r"\n\s*\n", text[:20_000]):
        flat = " ".join(paragraph.split())
        ends = [m.end() for m in END.finditer(flat)]
        found += filter(None, (flat[a:b].strip() for a, b in zip([0, *ends], [*ends, len(flat)], strict=True)))
        if len(found) >= SENTENCES_READ:
            break
    return found[:SENTENCES_READ]


def best_scored(text: str) -> tuple[float, str]:
    """Return how good the best line is, and the line: the sentence one would quote, concrete and no formula.

    ``(0, "")`` where none stands out.
    """
    fitting = [(1 - abs(len(line) - BEST) / LONG, line) for line in sentences(text) if SHORT <= len(line) <= LONG]
    fitting.sort(key=lambda pair: -pair[0])  # stable: of equals the first
    best = (0.0, "")
    for fit, line in fitting:
        if fit + CONCRETE_BONUS <= best[0]:
            break  # neither this nor a later one can be better, whatever it says
        score = _score(fit, line)
        if score > best[0]:
            best = (score, line)
    return best


def asking(text: str) -> str:
    """Return the first sentence that ends in a question mark (``?``, ``？``, ``؟``, ``;`` of Greek), else ``""``."""
    return next((line for line in sentences(text) if line.rstrip("\"'”’»)").endswith(ASKS)), "")


def _score(fit: float, line: str) -> float:
    if line.endswith("?") or MARKUP.search(line) or ("://" in line and ADDRESS.search(line)):
        return 0
    if QUOTING.search(line):
        return 0
    words = WORD.findall(line)
    folded = set(map(str.casefold, words))
    is_formula = not FORMULAS.isdisjoint(folded) or (
        ("great" in folded or "keep" in folded) and LONGER_FORMULA.search(line)
    )
    is_concrete = not CONCRETE.isdisjoint(words) or DIGIT.search(line)
    return fit + CONCRETE_BONUS * bool(is_concrete) - 0.9 * bool(is_formula)
