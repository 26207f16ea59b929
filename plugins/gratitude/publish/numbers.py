"""Telephone numbers in a text, where they stand as such; dates, versions, prices and their like are none. Pure."""

from __future__ import annotations

__all__ = ["TELEPHONE", "maybe_telephones", "telephones"]

import re
from collections.abc import Iterator

from .detect import IN_CODE
from .seen import Find, Page

TELEPHONE = "a telephone number"

SPACE = r"[ \u00a0\u2007\u2009\u202f]"
BETWEEN = rf"(?:{SPACE}?[-./()\u2010\u2011\u2013]{{1,2}}{SPACE}?|{SPACE}{{1,2}}\(?)"
DIGITS = rf"\(?\d{{1,15}}(?:{BETWEEN}\d{{1,15}}){{0,9}}"
NUMBER = re.compile(rf"(?<!\w)(?:\+{SPACE}?)?{DIGITS}(?!\w)")
"""A maximal run of groups of digits; `_is_telephone` judges it as a whole."""

WORDS = (
    "telephone|telefon|telefono|telefone|telefoon|telefoonnummer|telefonnummer|téléphone|teléfono|telephon|tel|tél|fon|phone|"
    "mobile|mobil|mobiel|móvil|celular|cellulare|cell|mob|handy|handynummer|natel|gsm|portable|fax|telefax|tlf|tlfn|puh|"
    "puhelin|whatsapp|тел|телефон|моб|電話|电话|手机|携帯|전화"
)
FILLERS = r"(?:nummer|number|numéro|numero|no|nr|num|is|ist|est|es|on|at|under|unter|direct|durchwahl|work|home|me)"
CUE = re.compile(
    rf"(?:(?<!\w)(?:{WORDS})\b|[☎☏📞📱✆🕿🖷]\ufe0f?|\bcall me\b|\b(?:ring|text) me\b|\bmy number\b)"
    rf"[\s.:=]{{0,4}}(?:\(?{FILLERS}\b\)?[\s.:=]{{0,4}}){{0,3}}$",
    re.IGNORECASE,
)
LETTER_CUE = re.compile(
    r"(?:^|[\n|•·,;])[^\S\n]{0,4}[TMFPHtmfph][.:]{1,2}[^\S\n]{0,3}$|(?:^|[\n|•·])[^\S\n]{0,4}[TMFPH] $"
)
OTHER_NUMBER = re.compile(
    r"(?:\b(?:isbn(?:-1[03])?|issn|doi|iban|bic|order|invoice|ticket|id|case|ref|bug|issue|rfc|pid|serial|build|version|commit|"
    r"auftrag|auftragsnummer|bestellung|bestellnummer|rechnung|rechnungsnummer|kundennummer|customer|account|konto|port)\b"
    r"|[#№§$€£¥])[\s.:#-]{0,3}(?:(?:no|nr|number|nummer|id)\b[\s.:]{0,3})?$",
    re.IGNORECASE,
)
DATE = re.compile(
    r"(?<!\d)(?:(?:19|20)\d\d[-/. ](?:0?[1-9]|1[0-2])[-/. ](?:0?[1-9]|[12]\d|3[01])"
    r"|(?:0?[1-9]|[12]\d|3[01])[-/. ](?:0?[1-9]|1[0-2])[-/. ](?:19|20)\d\d)(?!\d)"
)
SPLIT = re.compile(rf"{SPACE}[-/\u2013]{SPACE}|{SPACE}{{2}}")
GROUP = re.compile(r"\d+")
NANP = re.compile(rf"(?:1[-. ])?(?:\([2-9]\d\d\){SPACE}?|[2-9]\d\d([-.]|{SPACE}))\d{{3}}(?:[-.]|{SPACE})\d{{4}}")
EXTENSION = re.compile(r"[ ,]{0,2}(?:x|ext\.?|extension|dw|durchwahl)[ .:]{0,2}\d{1,6}(?!\w)", re.IGNORECASE)
LONE = re.compile(r"(?<![\w.,:/+=#-])0[1-9]\d{8,10}(?![\w.,:/=-]\w|\w)")
LINKED = re.compile(
    r"(?:wa\.me/|whatsapp\.com/send/?\?(?:[^\s#]{0,80}&)?phone=|\btel:)(?P<n>(?:\+|%2B)?\d[\d.()-]{4,19}\d)",
    re.IGNORECASE,
)


def telephones(page: Page) -> Iterator[tuple[Find, str]]:
    """Yield (find, why it stays) for each telephone number; ``""``: it must go. Linear in the text.

    International (``+49 170 ...``, ``0049 ...``) and grouped national shapes, and any number of six to fifteen digits
    (ITU E.164) behind a word such as "Tel." or "Mobile". In links only what dials: ``tel:``, WhatsApp.
    """
    text = page.text
    for m in LINKED.finditer(text):
        yield Find(*page.whole(page.views[0], *m.span("n")), TELEPHONE), IN_CODE if page.in_code(*m.span()) else ""
    for m in NUMBER.finditer(text):
        if page.link(*m.span()):
            continue
        before = text[max(0, m.start() - 48) : m.start()]
        for start, end in _candidates(m):
            if not _is_telephone(text[start:end], before if start <= m.start() + 1 else ""):
                continue
            further = EXTENSION.match(text, end)
            find = Find(start, further.end() if further else end, TELEPHONE)
            yield find, IN_CODE if page.in_code(find.start, find.end) else ""


def maybe_telephones(page: Page) -> Iterator[str]:
    """Yield the numbers that stay and could be a telephone's: ten to twelve digits in one piece, a zero first."""
    for m in LONE.finditer(page.text):
        before = page.text[max(0, m.start() - 48) : m.start()]
        if not (page.in_code(*m.span()) or page.link(*m.span()) or OTHER_NUMBER.search(before)):
            yield m[0]


def _candidates(m: re.Match[str]) -> Iterator[tuple[int, int]]:
    """Yield the whole run, or its parts where it holds more digits than a number has."""
    if sum(c.isdigit() for c in m[0]) <= 15:
        is_inside = m[0][0] == "(" and ")" not in m[0]  # "(0170 ...)": the mark belongs to the sentence
        yield m.start() + is_inside, m.end()
        return
    at = 0
    for cut in (*SPLIT.finditer(m[0]), None):
        end = cut.start() if cut else len(m[0])
        yield m.start() + at, m.start() + end
        at = cut.end() if cut else end


def _is_telephone(number: str, before: str) -> bool:
    groups = GROUP.findall(number)
    digits = "".join(groups)
    if not (digits.isascii() and 6 <= len(digits) <= 15) or len(set(digits)) == 1:
        return False
    if number[0] == "+":
        thousands = len(digits) <= 9 and len(groups) > 1 and all(len(g) == 3 for g in groups[1:])
        return len(digits) >= 8 and digits[0] != "0" and not digits.endswith("00000") and not thousands
    if _is_dotted(number, groups) or DATE.search(number):
        return False
    tail = before.rstrip()[-1:]
    if tail and not (tail.isdigit() or tail in ",;"):
        if OTHER_NUMBER.search(before):
            return False
        if CUE.search(before) or LETTER_CUE.search(before):
            return True
    if before[-1:] in set(".:/=_#%$€£¥,-+@&?'") or number.count("(") != number.count(")"):
        return before[-1:] == ":" and not before[-2:-1].isdigit() and _is_grouped(number, groups, digits)
    return _is_grouped(number, groups, digits)


def _is_grouped(number: str, groups: list[str], digits: str) -> bool:
    """Say whether the groups alone show a telephone number: ``(030) 123456``, ``01 23 45 67 89``, ``555-123-4567``."""
    if NANP.fullmatch(number):
        return True
    if len(groups) < 2:
        return False
    if digits.startswith("00"):
        return len(groups[0]) in {2, 4, 5} and digits[2] != "0" and len(digits) >= 11 and max(map(len, groups)) >= 3
    if not re.match(r"0[1-9]", groups[0]) or not 9 <= len(digits) <= 12:
        return False
    pairs = len(groups) == 5 and all(len(g) == 2 for g in groups)
    return pairs or max(map(len, groups)) >= 3


def _is_dotted(number: str, groups: list[str]) -> bool:
    """Say whether it is a fraction, a version or an IP address: dots alone, and two groups, a short one, or four."""
    if "." not in number or re.search(r"[^\d.]", number):
        return False
    four = len(groups) == 4 and all(len(g) <= 3 and int(g) < 256 for g in groups)
    return four or len(groups) == 2 or any(len(g) == 1 for g in groups)
