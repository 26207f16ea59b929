"""Consent is a gate: what of a note may be shown, and what keeps the rest back. Pure."""

from __future__ import annotations

__all__ = ["Consent", "Quoting", "consent_of", "may_show", "missing", "permit_for", "quoting"]

import re
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from ..message import Conversation, Permission, Span, Taken, Tier
from ..note import Note, Show, Turn, Who
from ..text import words as words_of
from .excerpt import is_excerpt
from .standing import Permit, Standing, only_elided


class Consent(StrEnum):
    """What a conversation's consent allows at most."""

    PUBLIC = "public"
    NAMED = "named"
    ANONYMOUS = "anonymous"
    COUNTED = "counted"
    REFUSED = "refused"
    NONE = "none"


MAX_SENTENCE = 200
SENTENCE_END = re.compile(r"[.!?…]+[\"'”’)]*(?=\s|$)|[。！？]|\n[ \t]*\n")
FORM = {"named": Consent.NAMED, "anonymous": Consent.ANONYMOUS, "counted": Consent.COUNTED, "private": Consent.REFUSED}
RECORDED = {Show.NAMED: Consent.NAMED, Show.ANONYMOUS: Consent.ANONYMOUS, Show.COUNTED: Consent.COUNTED}


def consent_of(conversation: Conversation, standing: Standing) -> Consent:
    """Return what the conversation's consent allows: permissions the author recorded first, then the message's own.

    A permission that ``classify`` found in a letter is a hint and counts for nothing here but a refusal.
    """
    allowed = {p.show for p in _holding(conversation, standing)}
    for show, consent in RECORDED.items():
        if show in allowed:
            return consent
    if form := _form_of(conversation.opening):
        return form
    if _refused(conversation):
        return Consent.REFUSED
    return Consent.PUBLIC if conversation.opening.message.public else Consent.NONE


def missing(note: Note, conversation: Conversation, standing: Standing) -> tuple[str, ...]:
    """Return in words what keeps ``note`` from being shown; empty where it may be."""
    if note.show is Show.MINE:
        return ()
    if note.show is Show.COUNTED:
        counted = consent_of(conversation, standing) is Consent.COUNTED
        return () if counted else ("the writer did not say that the letter may be counted",)
    messages = {t.message.identity: t for t in conversation.reader}
    turns = [t for t in note.turns if t.who is Who.READER]
    wrong = []
    for i, turn in enumerate(turns):
        source = messages.get(standing.sources[i]) if i < len(standing.sources) else None
        if not may_show(note, turn.words, source, conversation, standing):
            wrong.append(_what(note, turn, source, conversation, standing, first=not i))
    return tuple(dict.fromkeys(wrong))


def may_show(note: Note, words: str, source: Taken | None, conversation: Conversation, standing: Standing) -> bool:
    """Say whether ``words`` may stand in ``note``: a permission covers them, or ``source`` brings its own consent.

    ``source`` is the message behind the words, None where it is not known.
    """
    names = names_of(conversation)
    if any(p.covers(note, words, names) for p in _holding(conversation, standing)):
        return True
    return source is not None and _own_consent(note, words, source, conversation)


@dataclass(frozen=True, slots=True)
class Quoting:
    """What a writer says about being quoted: the whole ``sentences`` in which they say it, on which ``day``."""

    said: Permission
    sentences: tuple[str, ...]
    day: date | None


def quoting(conversation: Conversation) -> tuple[Quoting, ...]:
    """Return what the reader's messages say about being quoted, oldest first; of a form's choice no sentence.

    Single words ("no name") can be read both ways, and are seldom what a person remembers as the yes.
    """
    return tuple(
        Quoting(
            t.kinds.permission,
            tuple(dict.fromkeys(_sentence(t.message.own_words, s) for s in t.kinds.evidence if s.kind == "permission")),
            t.message.day,
        )
        for t in conversation.reader
        if t.kinds.permission is not Permission.NONE
    )


def _sentence(words: str, span: Span) -> str:
    """Return the sentence around ``span`` on one line, at most `MAX_SENTENCE` characters on each side of it.

    The span's own text where it is not in these words, as in an inbox that was judged by an older version.
    """
    if words[span.start : span.end] != span.text:
        return " ".join(span.text.split())
    before = words[max(0, span.start - MAX_SENTENCE) : span.start]
    after = words[span.end : span.end + MAX_SENTENCE]
    begin = max((m.end() for m in SENTENCE_END.finditer(before)), default=0)
    stop = SENTENCE_END.search(after)
    return " ".join((before[begin:] + span.text + after[: stop.end() if stop else None]).split())


def permit_for(note: Note, show: Show) -> dict[str, object]:
    """Return the data of a PERMITTED event for ``note`` as it stands, without wording and day."""
    words = [t.words for t in note.turns if t.who is Who.READER]
    return {"show": show.value, "words": words, "name": note.name, "place": note.place, "post": note.post}


def names_of(conversation: Conversation) -> frozenset[str]:
    """Return the words of the writer's own names, as From and the address give them, lower case."""
    people = [t.message.sender for t in conversation.reader]
    return frozenset(w for p in people for w in words_of(f"{p.name} {p.address.partition('@')[0]}"))


def _holding(conversation: Conversation, standing: Standing) -> tuple[Permit, ...]:
    """Return the permissions that still hold: a refusal written on a later day ends what was allowed before it."""
    refused = [t.message.day for t in conversation.reader if t.kinds.permission is Permission.REFUSED]
    ended = max((day for day in refused if day), default=None)
    return tuple(p for p in standing.permits if p.day is None or ended is None or ended <= p.day)


def _refused(conversation: Conversation) -> bool:
    return any(t.kinds.permission is Permission.REFUSED for t in conversation.reader)


def _form_of(taken: Taken) -> Consent | None:
    """Return what a form's choice allows, the stricter one where the words say less; None where it says nothing."""
    chosen = FORM.get(taken.message.form.show.strip().lower())
    if chosen not in {Consent.NAMED, Consent.ANONYMOUS}:
        return chosen
    said = taken.kinds.permission
    if said is Permission.REFUSED:
        return Consent.REFUSED
    return Consent.ANONYMOUS if said is Permission.ANONYMOUS else chosen


def _own_consent(note: Note, words: str, source: Taken, conversation: Conversation) -> bool:
    """Say whether the message behind words brings its own consent for them: it was public, or its form says so."""
    message = source.message
    named = note.show is Show.NAMED
    if named and (note.name != message.sender.name or note.place):
        return False
    if form := _form_of(source):
        allowed = form is Consent.NAMED or (form is Consent.ANONYMOUS and not named)
        return allowed and not _elsewhere(note, source) and _is_whole(words, source, conversation)
    return message.public and not _refused(conversation) and is_excerpt(words, message.own_words)


def _is_whole(words: str, source: Taken, conversation: Conversation) -> bool:
    """Say whether ``words`` are all that a form's writer wrote and saw, but for what elision takes."""
    return only_elided(words, source.message.own_words, names_of(conversation))


def _elsewhere(note: Note, source: Taken) -> bool:
    """Say whether ``note`` stands under another post than the one the form surely belongs to."""
    best = source.links.posts[:1]
    return bool(best and best[0].tier is Tier.SURE and best[0].post != note.post)


def _what(
    note: Note, turn: Turn, source: Taken | None, conversation: Conversation, standing: Standing, *, first: bool
) -> str:
    """Say in words what the permissions recorded do not cover."""
    permits = _holding(conversation, standing)
    told = [p for p in permits if turn.words in p.words]
    if not permits and source is not None and _form_of(source) in {Consent.NAMED, Consent.ANONYMOUS}:
        return "the form's yes was for other words, another name or another post"
    if not permits and source is not None and source.message.public and not _refused(conversation):
        return "the comment was public with other words or under another name"
    if not permits:
        return "the writer took the permission back" if standing.permits else "no consent is recorded"
    if not told:
        return "these words were not among those the writer agreed to" if first else "a later turn has no consent"
    named = [p for p in told if p.show is Show.NAMED]
    if note.show is Show.NAMED and not named:
        return "the writer agreed to be quoted without a name"
    if note.show is Show.NAMED and not any((p.name, p.place) == (note.name, note.place) for p in named):
        what = "place" if any(p.name == note.name for p in named) else "name"
        return f"nobody asked the writer about this {what}"
    return "the writer agreed to it under another post"
