"""Piles are views of the conversations; they may overlap. Pure."""

from __future__ import annotations

__all__ = ["Pile", "is_answered", "piles_of", "primary_of"]

from datetime import date
from enum import StrEnum

from ..message import Conversation, Kind, Level, State
from .consent import Consent, consent_of
from .standing import Standing


class Pile(StrEnum):
    """One view: its word on the command line. ``key`` is the desk's after ``g``."""

    NEW = "new"
    QUESTIONS = "questions"
    ASK_FIRST = "ask-first"
    NEVER_HEARD_BACK = "never-heard-back"
    LATER = "later"
    DOUBTFUL = "doubtful"
    SPAM = "spam"
    DONE = "done"
    EVERYTHING = "everything"

    @property
    def key(self) -> str:
        """The key after ``g`` that opens it."""
        return {"new": "n", "questions": "q", "ask-first": "f", "never-heard-back": "h", "later": "l", "doubtful": "u",
                "spam": "s", "done": "d", "everything": "a"}[self.value]  # fmt: skip

    @property
    def help(self) -> str:
        """What lies in it, in a few words."""
        return {
            "new": "waits for you; neither doubtful nor spam",
            "questions": "asks something, decided or not",
            "ask-first": "new, and its writer has not said that it may be shown",
            "never-heard-back": "thanked or asked and got no answer of yours; oldest first",
            "later": "put away until a day",
            "doubtful": "perhaps spam or not about the blog, and offers; look twice",
            "spam": "spam and trash, deleted after their days",
            "done": "accepted or kept",
            "everything": "all there is",
        }[self.value]


def primary_of(conversation: Conversation, standing: Standing) -> Kind:
    """Return what the conversation is: the kind the author set, else what the message that opened it is first of all."""
    if "kind" in standing.edits:
        value = str(standing.edits["kind"])
        return Kind(value) if value in set(Kind) else Kind.REMARK
    return conversation.opening.kinds.primary


def is_answered(conversation: Conversation, standing: Standing) -> bool:
    """Say whether the author has answered: a letter of theirs after the opening, or an answer in the note."""
    if conversation.answers or "answer" in standing.edits:
        return True
    return bool(standing.note and standing.note.answer)


def piles_of(conversation: Conversation, standing: Standing, *, today: date) -> tuple[Pile, ...]:
    """Return the piles a conversation lies in, in the order of `Pile`; EVERYTHING is always the last."""
    state = standing.state
    if state is State.LATER and standing.until and standing.until <= today:
        state = State.NEW
    level = conversation.opening.verdict.level
    primary = primary_of(conversation, standing)
    undecided = state is State.NEW
    kinds = set(conversation.opening.kinds.kinds) | {primary}
    waits = not is_answered(conversation, standing) and bool(kinds & {Kind.THANKS, Kind.QUESTION})
    is_doubtful = undecided and (level is Level.UNSURE or primary is Kind.PITCH)
    is_spam = state in {State.SPAM, State.TRASH} or (undecided and level in {Level.SPAM, Level.DISCARD})
    is_new = undecided and not is_doubtful and not is_spam
    heard = not is_spam and primary is not Kind.PITCH and level is not Level.UNSURE
    lies = {
        Pile.NEW: is_new,
        Pile.QUESTIONS: primary is Kind.QUESTION and not is_spam and not is_doubtful,
        Pile.ASK_FIRST: is_new and consent_of(conversation, standing) in {Consent.NONE, Consent.REFUSED},
        Pile.NEVER_HEARD_BACK: waits and heard,
        Pile.LATER: state is State.LATER,
        Pile.DOUBTFUL: is_doubtful,
        Pile.SPAM: is_spam,
        Pile.DONE: state in {State.ACCEPTED, State.KEPT, State.ASKED},
        Pile.EVERYTHING: True,
    }
    return tuple(pile for pile in Pile if lies[pile])
