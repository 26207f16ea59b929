"""What a writer says about being quoted, read carefully: a hint for the author, never consent by itself. Pure."""

from __future__ import annotations

__all__ = ["permission"]

from ..message import Form, Permission, Span
from .reading import Place, Reading, apart_from

STRICTEST = (Permission.REFUSED, Permission.ANONYMOUS, Permission.NAMED)
SHOWN = {
    "private": Permission.REFUSED,
    "counted": Permission.REFUSED,
    "anonymous": Permission.ANONYMOUS,
    "named": Permission.NAMED,
}
"""What a form's choice says: only a number may be shown of ``counted``, no word."""


SHORT_SENTENCE = 8
"""Words."""


def permission(reading: Reading, form: Form) -> tuple[Permission, tuple[Span, ...]]:
    """Return the permission with the words that give or refuse it.

    Where the words and the form's choice differ, the stricter one counts; a refusal beats every permission beside it.
    "You may publish this" with no word about the name is anonymous. A question ("may I use this with my name?") is
    none, but one that asks to take something down is a refusal.
    """
    said, spans = _words(reading)
    chosen = SHOWN.get(form.show.strip().lower(), Permission.NONE)
    return next((p for p in STRICTEST if p in (said, chosen)), Permission.NONE), spans


def _words(reading: Reading) -> tuple[Permission, tuple[Span, ...]]:
    """Return what the words alone say."""
    without = _all(reading, "without_name", "without_name_not")
    refused = apart_from(_all(reading, "refused", "refused_not"), without)  # "do not publish my name" refuses no words
    if refused:
        return Permission.REFUSED, _spans(reading, refused)
    allowed = [
        p
        for s in reading.sentences
        if not s.asks
        for p in apart_from(reading.find_in_any("may_publish", s), reading.find_in_any("may_publish_not", s))
    ]
    named = [
        p
        for s in reading.sentences
        if not s.asks
        for p in apart_from(reading.find_in_any("with_name", s), reading.find_in_any("with_name_not", s))
    ]
    named = apart_from(named, without)
    if not allowed and not named:
        without = [p for p in without if _is_a_wish(reading, p)]
    if without and (allowed or not named):
        return Permission.ANONYMOUS, _spans(reading, allowed + without)
    agreed = allowed or [p for s in reading.sentences for p in reading.find_in_any("agreed", s)]
    if named and agreed:
        return Permission.NAMED, _spans(reading, allowed + named)
    return (Permission.ANONYMOUS, _spans(reading, allowed)) if allowed else (Permission.NONE, ())


def _is_a_wish(reading: Reading, place: Place) -> bool:
    """Say whether these words alone tell how the writer wants to be quoted ("without my name").

    One word ("anonymously") does so only in a short sentence: "a site where people can comment anonymously" does not.
    """
    sentence = next((s for s in reading.sentences if s.start <= place[0] < s.end), None)
    short = sentence is not None and len(reading.words(sentence.start, sentence.end)) <= SHORT_SENTENCE
    return short or len(reading.words(*place)) > 1


def _all(reading: Reading, slot: str, denied: str) -> list[Place]:
    """Return all places of a slot that nothing denies."""
    return [
        p for s in reading.sentences for p in apart_from(reading.find_in_any(slot, s), reading.find_in_any(denied, s))
    ]


def _spans(reading: Reading, places: list[Place]) -> tuple[Span, ...]:
    """Return places as spans, at most five."""
    return tuple(Span("permission", s, e, reading.text[s:e]) for s, e in sorted(set(places))[:5])
