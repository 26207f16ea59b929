"""What came before: the same words from other hands, what became of the writer, whose letter it answers. Pure."""

from __future__ import annotations

__all__ = ["DUPLICATE", "answers_the_author", "elsewhere_signals", "past_signals"]

import math
from collections.abc import Iterator, Sequence

from .. import urls
from ..message import Earlier, History, Message, Signal, State, Tier
from ..text import folded, plural, words
from .seen import Seen
from .shapes import is_known
from .writer import HOMES

DUPLICATE = "repeated"
MORE_THAN_A_FEW = 6
"""Words that must be the same: shorter thanks are alike by nature (pluginkollektiv/antispam-bee#158)."""
ENOUGH_RUNS, A_FIFTH = 4, 0.2
"""Runs of words below which a share means nothing, and the share from which it does."""
COUNTED = 50
"""As many senders of the same a history counts (`inbox.memory.MAX_LIKE`)."""
WELCOME = frozenset({State.ACCEPTED, State.ASKED, State.KEPT})


def past_signals(seen: Seen, history: History) -> Iterator[Signal]:
    """Return what earlier messages say of this one."""
    repeated = list(repetition_signals(seen, history))
    yield from repeated
    yield from (s for s in elsewhere_signals(seen, history) if not (repeated and s.code == "shared-words"))
    yield from writer_history(seen.message, history)
    if answers_the_author(seen.message, history):
        yield Signal("answers-you", -2.5, "it answers a letter of yours")


def repetition_signals(seen: Seen, history: History) -> Iterator[Signal]:
    """The same words from another hand, or from the same hand elsewhere; sent twice by a bad line is nothing."""
    if len(words(seen.message.own_words)) < MORE_THAN_A_FEW and not seen.outside:
        return
    here = post_of(seen.message)
    sure = next((link.post for link in seen.links.posts if link.tier is Tier.SURE), "")
    others = [e for e in history.like(seen.message) if not e.message.yours and speaks_against(e, seen.message, sure)]
    if not others:
        return
    hands = {hand(e.message) for e in others} - {hand(seen.message)}
    places = {post for e in others if (post := post_of(e.message))} - {here}
    weight = min(4.0, (1.5 if seen.words >= 12 or seen.outside else 1.0) + math.log(len(others)))
    if any(e.state is State.SPAM for e in others):
        weight += 1.0
    ways = []
    if hands:
        ways.append(f"from {plural(len(hands), 'other name')}")
    if places:
        ways.append(f"under {plural(len(places), 'other post')}")
    yield Signal(DUPLICATE, round(weight, 2), f"nearly the same words came before {' and '.join(ways) or 'elsewhere'}")


def elsewhere_signals(seen: Seen, history: History) -> Iterator[Signal]:
    """Runs of its words, and hosts it leads to, that came under other names too: a campaign, however it is spun."""
    found = history.elsewhere(seen.message)
    share = found.shared / found.runs if found.runs >= ENOUGH_RUNS else 0.0
    if share >= A_FIFTH:
        text = f"{found.shared} of {found.runs} strings of words in it came from other senders too"
        yield Signal("shared-words", round(2.1 * share, 2), text)
    strange = {f.host for f in (*seen.outside, *((seen.website,) if seen.website else ())) if is_strange(f.host)}
    if met := {host: found.hosts[host] for host in strange if host in found.hosts}:
        host, names = max(met.items(), key=lambda pair: (pair[1], pair[0]))
        weight = min(2.4, 0.6 + 0.6 * math.log(names))
        others = plural(names, "other sender") if names < COUNTED else f"{COUNTED} other senders or more"
        yield Signal("shared-host", round(weight, 2), f"{others} led to {host[:80]} too")


def speaks_against(earlier: Earlier, message: Message, sure: str) -> bool:
    """Say whether another hand sent the earlier one, or the same to another post. ``sure``: this one's, or ``""``."""
    if hand(earlier.message) != hand(message):
        return True
    there = post_of(earlier.message)
    if there and (own := post_of(message)):
        return there != own
    return bool(earlier.post and sure and earlier.post != sure)


def is_strange(host: str) -> bool:
    """Say whether ``host`` is neither a place readers point to nor one where many people have their homes."""
    return not is_known(host) and HOMES.search(host) is None


def hand(message: Message) -> tuple[str, str]:
    """Who sent it, as far as one can tell: the name and the address that were given."""
    return folded(message.sender.name), message.sender.address.casefold()


def post_of(message: Message) -> str:
    """The post a form or an export says it stands under; ``""`` where it does not say."""
    post = message.form.post or message.post_url
    return urls.canonical(post) if "://" in post else post


def writer_history(message: Message, history: History) -> Iterator[Signal]:
    """What became of earlier messages of the same address. It can be forged, so it only moves a score."""
    earlier: Sequence[Earlier] = history.by_writer(message.sender.address) if message.sender.address else ()
    welcome = sum(1 for e in earlier if e.state in WELCOME)
    spam = sum(1 for e in earlier if e.state is State.SPAM)
    if welcome > spam:
        yield Signal(
            "welcome-writer", -2.0, f"you accepted or kept {plural(welcome, 'earlier message')} from this address"
        )
    elif spam:
        yield Signal("spam-writer", 1.5, f"you called {plural(spam, 'earlier message')} from this address spam")


def answers_the_author(message: Message, history: History) -> bool:
    """Say whether it answers a letter of the author's that is known."""
    chain = [message.in_reply_to, *message.references[-20:]]
    return any(e.message.yours for mid in dict.fromkeys(chain) if mid and (e := history.by_message_id(mid)) is not None)
