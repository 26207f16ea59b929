"""A reaction ("thumbs up") that a program sent as a letter: its mark and the author's own words, none of the writer's. Pure."""

from __future__ import annotations

__all__ = ["announces", "is_tapback", "speaks_against"]

import re

REACTED = re.compile(
    r".{1,120}(?:\breacted (?:with .{1,12} )?to your (?:message|comment|email)|\breacted via gmail"
    r"|hat (?:mit .{1,12} )?auf (?:ihre|deine) nachricht reagiert"
    r"|hat über gmail reagiert|a réagi (?:avec .{1,12} )?à (?:votre|ton) message|a réagi via gmail"
    r"|(?:ha reaccionado|reaccionó) (?:con .{1,12} )?a (?:tu|su) mensaje"
    r"|ha reagito (?:con .{1,12} )?al (?:tuo|suo) messaggio|reagiu (?:com .{1,12} )?à (?:sua|tua) mensagem"
    r"|heeft (?:met .{1,12} )?(?:gereageerd op (?:uw|je) bericht|op (?:uw|je) bericht gereageerd)"
    r"|reagerade (?:med .{1,12} )?på ditt meddelande|reagerede (?:med .{1,12} )?på din (?:meddelelse|besked)"
    r"|reagerte (?:med .{1,12} )?på meldingen din)(?: (?:in|på|en|su|em) (?:microsoft )?(?:teams|outlook))?[:.!]?\s{0,4}",
    re.IGNORECASE,
)
"""The first line of Outlook's, Gmail's and Teams' letters (nextcloud/mail#10961); the quoted original follows."""
QUOTED = r"(?:[“„«\"]\s?.{1,2000}\s?[”“»\"])"
THING = (
    r"(?:an? (?:image|photo|picture|message|attachment|movie|video|link|location|sticker|audio message|voice message))"
)
TAPBACK = re.compile(
    rf"(?:(?:liked|loved|disliked|laughed at|emphasi[sz]ed|questioned|reacted .{{1,12}} to|removed an? .{{1,40}} from) (?:{QUOTED}|{THING})"
    rf"|\W{{1,6}} to {QUOTED}|(?:a aimé|a adoré|n'a pas aimé|a réagi .{{1,12}} à|a ri (?:de|à)|a mis en évidence) {QUOTED}"
    rf"|(?:hat )?(?:mit .{{1,12}} auf|gefällt|gefällt nicht|liebt|lacht über|hebt hervor) {QUOTED}(?: reagiert)?"
    rf"|(?:le (?:gustó|encantó|disgustó)|reaccionó .{{1,12}} a|le dio risa) {QUOTED}|(?:piace|non piace|ha adorato) {QUOTED}"
    rf"|(?:gostou de|amou|não gostou de|curtiu) {QUOTED}|(?:vindt|vond) {QUOTED} (?:leuk|geweldig|niet leuk)|(?:gillade|älskade) {QUOTED})\.?",
    re.IGNORECASE | re.DOTALL,
)
"""What Apple's Messages and Google's write out where the other side cannot show a reaction."""
OPENS = re.compile('[“„«"]')
CLOSES = {"“": "”", "„": "“”", "«": "»", '"': '"'}
MESSAGES_MARK = re.compile(r"[“„«]|\b(?:an?) \w+$")
AGAINST = re.compile(
    r"(?:disliked|questioned|removed|n'a pas aimé|gefällt nicht|le disgustó|non piace|não gostou)\b|(?:vindt|vond).{1,2100}niet leuk",
    re.I | re.S,
)
LINK = re.compile(r"\s{0,4}<?https?://[^\s<>]{1,400}>?$")


def announces(first: str) -> bool:
    """Say whether a letter's first line is a program's announcement; it is a reaction if nothing is written below."""
    return len(first) < 600 and bool(REACTED.fullmatch(LINK.sub("", first)))


def is_tapback(own: str, *, answers: bool) -> bool:
    """Say whether ``own``, all that seems its writer's, is a reaction written out.

    It has curly quotes around the author's words; typed with straight ones it may be a reader's sentence, so these
    count only in a letter that ``answers`` another.
    """
    own = own.strip()
    fits = len(own) < 2100 and bool(TAPBACK.fullmatch(own)) and _quotes_once(own)
    return fits and (answers or bool(MESSAGES_MARK.search(own)))


def _quotes_once(own: str) -> bool:
    """Say whether the first quotation goes on to the end, others within it: ``Loved “A” and “B”`` is a reader's sentence."""
    first = OPENS.search(own)
    if first is None:
        return True
    depth, closes = 0, CLOSES[first[0]]
    inside = own[first.end() : max(map(own.rfind, closes))]
    for before, mark in zip(" " + inside, inside, strict=False):
        if first[0] == '"':
            if mark == '"':
                return before.isspace()  # one inside opens behind a space
        elif mark == first[0]:
            depth += 1
        elif mark in closes:
            depth -= 1
        if depth < 0:
            return False
    return True


def speaks_against(own: str) -> bool:
    """Say whether the reaction is a thumb down, a question mark, or one taken back: no praise."""
    return bool(AGAINST.match(own.strip()))
