"""The moment a mail was sent, out of what mail programs write into Date and Received. Pure.

Real ones write weekday and month in the language of the machine (sup#252), two-digit years, ISO dates, no zone.
What cannot be read is None: never today, never a guess (apache/ponymail#231).
"""

from __future__ import annotations

__all__ = ["read_date", "received_date", "wordpress_date"]

import re
import unicodedata
from datetime import UTC, datetime, timedelta

FIRST_YEAR, LAST_YEAR = 1990, 2099
"""No blog's mail is older, and a later one is a broken clock or a spammer who wants to stay on top."""

MONTHS = """
1 jan january januar janvier janv enero ene gennaio gen janeiro januari tammi tammikuu tam stycznia sty ledna led
1 ocak oca январь января янв січня січ ianuarie ian ιαν ιανουαριου gener sausio
2 feb february februar fevrier fevr fev fevereiro febrero febbraio februari helmi helmikuu hel lutego lut unora uno
2 subat sub февраль февраля фев лютого лют februarie φεβ φεβρουαριου febr
3 mar march marz maerz mrz mars marzo marco mrt maart maalis maaliskuu maa marca brezna bre mart март марта
3 березня бер martie μαρ μαρτιου marc marcius
4 apr april avril avr abril abr aprile huhti huhtikuu huh kwietnia kwi dubna dub nisan nis апрель апреля апр квітня
4 кві aprilie απρ απριλιου aprilis
5 may mai mayo maggio mag maio mei maj touko toukokuu tou maja kvetna kve mayis май мая травня тра maj majus μαι μαιου
6 jun june juni juin junio giugno giu junho kesa kesakuu kes czerwca cze cervna cvn haziran haz июнь июня июн червня
6 чер iunie iun ιουν ιουνιου junius
7 jul july juli juillet juil julio luglio lug julho heina heinakuu hei lipca lip cervence cvc temmuz tem июль июля июл
7 липня лип iulie iul ιουλ ιουλιου julius
8 aug august aout agosto ago augustus augusti elo elokuu sierpnia sie srpna srp agustos agu август августа авг серпня
8 сер αυγ αυγουστου augusztus agt
9 sep sept september septembre septiembre settembre set setembro syys syyskuu syy wrzesnia wrz zari zar eylul eyl
9 сентябрь сентября сен сент вересня вер septembrie σεπ σεπτεμβριου szept szeptember
10 oct october oktober octobre octubre ottobre ott outubro out okt loka lokakuu lok pazdziernika paz rijna rij ekim eki
10 октябрь октября окт жовтня жов octombrie οκτ οκτωβριου
11 nov november novembre noviembre novembro marras marraskuu listopada lis kasim kas ноябрь ноября ноя листопада лис
11 noiembrie νοε νοεμβριου
12 dec december dezember dez decembre diciembre dic dicembre dezembro joulu joulukuu jou grudnia gru prosince pro
12 aralik ara декабрь декабря дек грудня гру decembrie δεκ δεκεμβριου des desember
"""
ZONES = {"est": -5, "edt": -4, "cst": -6, "cdt": -5, "mst": -7, "mdt": -6, "pst": -8, "pdt": -7, "cet": 1, "cest": 2,
         "mez": 1, "mesz": 2, "bst": 1, "eet": 2, "eest": 3, "msk": 3, "jst": 9}  # fmt: skip

CLOCK = re.compile(
    r"(?<![\d:.])(\d{1,2})[:.](\d{2})(?:[:.](\d{2}))?(?:[.,]\d{1,9})?\s{0,2}([ap]\.?m\b)?(?![\d:.])", re.I
)
OFFSET = re.compile(r"(?:GMT|UTC|Z)?\s?([+-])(\d{2}):?(\d{2})(?!\d)")
HOURS = re.compile(r"\s?(?:GMT|UTC)?([+-])(\d{2})(?![\d:])")
"""An offset without minutes, right behind the clock (ISO 8601)."""
EPOCH = re.compile(r"\s*(\d{9,10})(\d{3})?(?:\.\d{1,6})?\s*")
"""Seconds or milliseconds since 1970, which scripts write that make mails out of other archives."""
ISO = re.compile(r"(?<!\d)(\d{4})[-/.年]\s?(\d{1,2})[-/.月]\s?(\d{1,2})(?!\d)")
NUMBERS = re.compile(r"(?<!\d)(\d{1,2})([/.])(\d{1,2})[/.](\d{4})(?!\d)")
TOKEN = re.compile(r"\d+|[^\W\d_]+")


def _folded(word: str) -> str:
    """Lower case, without accents (``Ağu`` and ``agu`` are one)."""
    return "".join(c for c in unicodedata.normalize("NFKD", word.casefold().replace("ı", "i")) if c.isalpha())


MONTH = {_folded(w): int(line.split()[0]) for line in MONTHS.split("\n") if line for w in line.split()[1:]}


def _month(word: str) -> int:
    """The month a word names, 0 for none: whole, else by the longest beginning that names one (``marraskuuta``)."""
    key = _folded(word[:40])
    shortest = 3 if len(key) > 4 else len(key)
    return next((month for n in range(len(key), shortest - 1, -1) if (month := MONTH.get(key[:n]))), 0)


def _year(text: str) -> int:
    """RFC 5322 §4.3: two digits under 50 are 20xx, other two or three count from 1900; 0 for what is no year."""
    number = int(text)
    if len(text) == 4:
        return number
    return 0 if len(text) > 4 else number + (2000 if len(text) == 2 and number < 50 else 1900)


def _day(text: str) -> tuple[int, int, int] | None:
    """Year, month and day out of a date without its clock and zone."""
    if m := ISO.search(text):
        return int(m[1]), int(m[2]), int(m[3])
    if m := NUMBERS.search(text):
        first, second, year = int(m[1]), int(m[3]), int(m[4])
        if first > 12 or first == second or m[2] == ".":  # with dots the day always leads
            return year, second, first
        return (year, first, second) if second > 12 else None
    return _named_month([m[0] for m in TOKEN.finditer(text)][:12])


def _named_month(tokens: list[str]) -> tuple[int, int, int] | None:
    """A date whose month is a word: ``9 de mayo de 2025`` first, ``May 9 2025`` only then (French ``mar., 9 mai``)."""
    spots = [(i, month) for i, token in enumerate(tokens) if not token.isdecimal() and (month := _month(token))]
    for i, month in spots:
        before = [t for t in tokens[max(0, i - 2) : i] if t.isdecimal() and len(t) <= 2]
        after = [t for t in tokens[i + 1 : i + 3] if t.isdecimal()]
        if before and after:
            return _year(after[0]), month, int(before[-1])
    for i, month in spots:
        numbers = [t for t in tokens[i + 1 :] if t.isdecimal()]
        if len(numbers) > 1 and len(numbers[0]) <= 2:
            return _year(numbers[1]), month, int(numbers[0])
    return None


def _moment(day: tuple[int, int, int], clock: tuple[int, int, int], offset_minutes: int) -> datetime | None:
    """The moment in UTC, None for what no calendar has or no blog can have received."""
    try:
        moment = datetime(*day, *clock, tzinfo=UTC) - timedelta(minutes=offset_minutes)
    except (ValueError, OverflowError):
        return None
    return moment if FIRST_YEAR <= moment.year <= LAST_YEAR else None


def _offset(text: str) -> int:
    """Minutes east of Greenwich; an unknown zone is Greenwich (RFC 5322 §4.3: ``-0000``)."""
    if m := HOURS.match(text):
        text = f"{m[1]}{m[2]}00"
    if m := OFFSET.search(text):
        minutes = int(m[2]) * 60 + int(m[3])
        return (minutes if m[1] == "+" else -minutes) if minutes <= 14 * 60 else 0
    named = (ZONES[w.lower()] * 60 for w in re.findall(r"[A-Za-z]{3,4}", text) if w.lower() in ZONES)
    return next(named, 0)


def read_date(text: str) -> datetime | None:
    """Return the moment a date header names, aware UTC; None where it cannot be read.

    ``text`` is decoded and on one line. Reads RFC 5322 and its obsolete forms, asctime, ISO 8601, day/month/year where
    only one order is possible, month names of some thirty languages.
    """
    text = unicodedata.normalize("NFKC", text[:200])
    if m := EPOCH.fullmatch(text):
        return _moment((1970, 1, 1), (0, 0, 0), -int(m[1]) // 60)
    clock = CLOCK.search(ISO.sub(lambda m: " " * len(m[0]), text).replace("T", " "))
    hours = (0, 0, 0)
    rest, zone = text, ""
    if clock:
        hour, minute, second = int(clock[1]), int(clock[2]), min(int(clock[3] or 0), 59)
        if clock[4] and hour <= 12:
            hour = hour % 12 + (12 if clock[4][0] in "pP" else 0)
        if hour > 23 or minute > 59:
            return None
        hours, zone = (hour, minute, second), text[clock.end() :]
        rest = text[: clock.start()] + " " + text[clock.end() :]
    rest = re.sub(r"\([^()]*\)", " ", OFFSET.sub(" ", rest) if clock else rest)
    day = _day(rest)
    return _moment(day, hours, _offset(zone)) if day else None


def received_date(value: str) -> datetime | None:
    """Return the moment of a Received line: what stands behind its last semicolon (RFC 5321 §4.4)."""
    return read_date(value.rpartition(";")[2]) if ";" in value else None


def wordpress_date(text: str) -> datetime | None:
    """Return ``YYYY-MM-DD HH:MM:SS`` as aware UTC; None for a zero date (Annotum#28) or anything else.

    Other exporters write no seconds, fractions of them, a ``Z``, or an offset.
    """
    m = re.fullmatch(
        r"\s*(\d{4})-(\d\d)-(\d\d)[ T](\d\d):(\d\d)(?::(\d\d)(?:\.\d{1,9})?)?(?:Z| ?UTC|([+-]\d\d:?\d\d))?\s*",
        text[:40],
    )
    if not m:
        return None
    year, month, day, hour, minute, second = (int(x or 0) for x in m.groups()[:6])
    return _moment((year, month, day), (hour, minute, second), _offset(m[7]) if m[7] else 0)
