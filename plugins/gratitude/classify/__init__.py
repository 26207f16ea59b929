"""What kind of message this is: thanks, a question, a correction, a pitch; with the words that show it. Pure.

The order of reading: `masking` covers what is not the writer's own sentence, `sentences` cuts, `folding` makes
spellings alike, `lexicon` finds the phrases of ``phrases/``; `questions`, `thanks`, `pitches` and `permission` judge,
`best` picks the line one would quote (`alone`: what needs no neighbour, `asked`: questions).
"""

from __future__ import annotations

__all__ = ["classify"]

import re
from collections.abc import Iterable

from ..message import Kind, Kinds, Message, Span
from ..note import Via
from .best import best_line
from .permission import permission
from .pitches import pitched
from .questions import thanks_another, wishes
from .reading import Place, Reading, read
from .thanks import praised, thanked

BULK_PRECEDENCE = ("bulk", "list", "junk")
MAX_SPANS = 5
"""Spans of one kind: more tell the author nothing new."""

MAX_SUBJECT = 300
"""Characters of a subject that are read."""

ANSWER_OR_FORWARD = re.compile(
    r"\s*(?:\[[^\]\n]{1,40}\]\s*)?(?:re|aw|antw|sv|vs|rv|res|rif|odp|ynt|fwd?|wg|tr|enc)\s*(?:\[\d+\])?\s*:",
    re.IGNORECASE,
)
OPEN_END = re.compile(
    r"(?<![\w'’])(?:(?:the|your|this|an?)(?: (?:great|nice|good|excellent|awesome|amazing|wonderful|fantastic|super|cool|brilliant"
    r"|beautiful|lovely|perfect|interesting|useful|helpful|impressive|incredible|stunning))?)\Z",
    re.IGNORECASE,
)
"""How evidence may not end: an article, or one and what is said of a thing still to come."""

NOUN = re.compile(
    r"(?:[ \n](?!(?:and|or|but|for|of|to|in|on|at|by|with|from|that|which|who|you|i|we|it|is|are|was|so|as|when|if)\b)"
    r"[^\W\d_][\w'’-]{0,40}){1,2}",
    re.IGNORECASE,
)
"""The words behind an article: a noun, or what stands before it and the noun."""

WHOLE = frozenset({"question", "best"})
"""Evidence that is whole sentences, with the marks at their end."""

ASKING_SUBJECT = re.compile(r"[?？]\s*$")


def classify(message: Message, names: Iterable[str] = ()) -> Kinds:
    """Return the kinds of a message, primary first, with evidence spans and what it says of being quoted.

    Primary: bulk (the headers say so) > pitch > question > correction > thanks > praise > remark. A reaction is
    praise without evidence, a thumb down a remark; what the author wrote, and a message without words, is a remark. At most the first
    20,000 characters are read. ``names`` are what the author may be called (`Site.names`): "@Ann, ..." is said to another
    commenter unless Ann is the author. Never raises; the same message always gets the same answer.
    """
    if message.yours:
        return Kinds(kinds=(Kind.REMARK,), primary=Kind.REMARK)
    if message.is_reaction:
        kind = Kind.REMARK if message.facts.get("reaction") == "against" else Kind.PRAISE
        return Kinds(kinds=(kind,), primary=kind)
    reading = read(message.own_words, names)
    shown = {} if not message.own_words.strip() else _shown(reading, message)
    order = _order(shown, _is_bulk(message))
    allowed, said = permission(reading, message.form)
    evidence = [*_spans(reading, shown, order), *said]
    asking = wishes(reading).asking if order[0] is Kind.QUESTION else ()
    best = best_line(reading, order[0], shown.get(order[0], []), asking, shown.get(Kind.PRAISE, []))
    if best is not None:
        evidence.append(_span(reading, "best", best))
    return Kinds(kinds=order, primary=order[0], permission=allowed, evidence=tuple(evidence))


def _shown(reading: Reading, message: Message) -> dict[Kind, list[Place]]:
    """Return the kinds that the words show, each with its places."""
    wanted = wishes(reading)
    questions = [(s.start, s.end) for s in wanted.asking]
    shown = {
        Kind.PITCH: pitched(reading),
        Kind.QUESTION: questions,
        Kind.CORRECTION: list(wanted.correcting),
        Kind.THANKS: thanked(reading, wanted.wanting),
        Kind.PRAISE: praised(reading),
    }
    found = {kind: places for kind, places in shown.items() if places}
    if message.via is not Via.MAIL and message.in_reply_to and thanks_another(reading):
        found.pop(Kind.THANKS, None)
    for kind in _of_subject(message, found):
        found[kind] = []
    return found


def _order(shown: dict[Kind, list[Place]], bulk: bool) -> tuple[Kind, ...]:
    """Return the kinds by weight: a pitch's thanks and applause are bait; applause is its own kind only alone."""
    dropped = {Kind.THANKS, Kind.PRAISE} if Kind.PITCH in shown else {Kind.PRAISE} if Kind.THANKS in shown else set()
    words = (Kind.PITCH, Kind.QUESTION, Kind.CORRECTION, Kind.THANKS, Kind.PRAISE)
    kinds = tuple(k for k in words if k in shown and k not in dropped)
    return ((Kind.BULK, *kinds) if bulk else kinds) or (Kind.REMARK,)


def _is_bulk(message: Message) -> bool:
    """Say whether the headers tell that this went to many (RFC 2919, RFC 2369, ``Precedence``)."""
    facts = message.facts
    precedence = facts.get("precedence", "").strip().lower()
    return bool(facts.get("list-id") or facts.get("list-unsubscribe")) or precedence in BULK_PRECEDENCE


def _of_subject(message: Message, found: Iterable[Kind]) -> list[Kind]:
    """Return what the subject of a letter adds where its words show nothing but applause ("broken link in ...").

    An answer's or a comment's subject is somebody else's words; but who answers below "Guest post for your blog" and
    shows neither thanks nor a correction is following up on an offer of their own.
    """
    subject = message.subject[:MAX_SUBJECT]
    if message.via is not Via.MAIL or not subject:
        return []
    if not {Kind.THANKS, Kind.CORRECTION, Kind.PITCH}.intersection(found) and pitched(read(subject)):
        return [Kind.PITCH]
    if not {Kind.PRAISE}.issuperset(found) or ANSWER_OR_FORWARD.match(subject):
        return []
    if ASKING_SUBJECT.search(subject):
        return [Kind.QUESTION]
    return [Kind.CORRECTION] if wishes(read(subject)).correcting else []


def _spans(reading: Reading, shown: dict[Kind, list[Place]], order: Iterable[Kind]) -> list[Span]:
    """Return the evidence, kind by kind in order, each in the order of the words."""
    return [_span(reading, kind, place) for kind in order for place in shown.get(kind, [])[:MAX_SPANS]]


def _span(reading: Reading, kind: str, place: Place) -> Span:
    """Return the words at a place; what ends in an article goes on to its noun ("I love the", "works like a")."""
    start, end = place
    if m := OPEN_END.search(reading.text, start, end):
        more = NOUN.match(reading.text, m.end())
        end = more.end() if more else end
    if kind not in WHOLE:
        end = start + len(reading.text[start:end].rstrip(" ,;:"))
    return Span(str(kind), start, end, reading.text[start:end])
