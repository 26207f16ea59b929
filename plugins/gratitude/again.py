"""What is looked at again: after the rules got better, when another judge can be asked, where the author differs."""

from __future__ import annotations

__all__ = ["look_again", "reconsider", "tell_back"]

from dataclasses import replace
from datetime import datetime
from functools import partial

from .inbox import Inbox
from .message import Message, State
from .moderate import corrections, standing_of
from .pipeline import How, judge
from .screen import Opinion
from .screen.consult import Consult, remembered


def reconsider(inbox: Inbox, how: How) -> int:
    """Judge the undecided messages of the inbox anew, after the rules got better; return how many changed.

    Nobody is asked anew: what another judge said of a message is remembered with its verdict.
    """
    run, changed = inbox.intake(how.now), 0
    for conversation in inbox.conversations():
        if standing_of(conversation.events).state is not State.NEW:
            continue
        for taken in conversation.reader:
            known = replace(how, ask=partial(_again, remembered(taken.verdict)))
            judged = judge(taken.message, run.history(taken.message), known)
            if (judged.kinds, judged.links, judged.verdict) != (taken.kinds, taken.links, taken.verdict):
                run.rejudge(taken.message, judged.kinds, judged.links, replace(judged.verdict, left_out=None))
                changed += 1
    return changed


def look_again(inbox: Inbox, how: How, consult: Consult) -> int:
    """Judge anew the undecided messages that another judge wanted to see again, or could not be asked about.

    Return how many there were. For the next collect: nothing waits for a service while the author works.
    """
    due = inbox.to_look_at_again(how.now)
    run, count = inbox.intake(how.now), 0
    for conversation in inbox.conversations() if due else ():
        if standing_of(conversation.events).state is not State.NEW:
            continue
        for taken in (t for t in conversation.reader if t.message.identity in due):
            ask = partial(consult.again, before=remembered(taken.verdict))
            judged = judge(taken.message, run.history(taken.message), replace(how, ask=ask))
            run.rejudge(taken.message, judged.kinds, judged.links, replace(judged.verdict, left_out=None))
            count += 1
    return count


def tell_back(inbox: Inbox, consult: Consult, now: datetime) -> int:
    """Tell the service where the author judged otherwise; return how many times it heard. See `corrections`."""
    known = inbox.disclosures.by_message()
    told = 0
    for conversation in inbox.conversations() if known else ():
        for one in corrections(conversation, standing_of(conversation.events), known):
            told += consult.report(one.message, now, as_spam=one.is_spam, names=one.fields)
    return told


def _again(before: Opinion | None, _message: Message, _now: datetime) -> Opinion | None:
    """An `Ask` that asks nobody and says what was said before."""
    return before
