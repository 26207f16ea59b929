"""Links from words, day and memory, with the reasons in words: likely where the gap says so, else guesses. Pure."""

from __future__ import annotations

__all__ = ["guesses", "shared", "specificity"]

import math
from collections.abc import Iterator, Sequence

from ..message import Catalogue, History, Link, Message, Reason, Tier
from ..text import plural
from .index import Index, Query, idf, query
from .known import Known, known
from .people import wrote_about
from .rank import Ranked, is_likely, ranked
from .stem import tokens
from .threads import plain_subject

SHOWN_WORDS = 4
SHOWN_LIKENESS = 0.3
"""Cosine from which on two messages may be called alike in a reason."""


def guesses(message: Message, catalogue: Catalogue, history: History) -> tuple[Link, ...]:
    """Return at most five posts, best first; none where the words cannot say.

    That is: no word of a subject, or none that a post or an earlier message about one holds ("Thanks!").
    The score is the share of a softmax over the shown: good for order, not a probability.
    """
    here = known(catalogue)
    asked = asked_of(message, here.index)
    here.memory.learn(history.about_posts())
    if not (asked.content & here.index.df.keys() or here.memory.has_word(asked.content, message.identity)):
        return ()
    day = message.day.toordinal() if message.day else None
    best = ranked(asked, day, here.index, here.memory, identity=message.identity)
    found = [shared(asked, here.index, one.post) for one in best]
    rare = len(_rare(found[0], here.index))
    has_memory = here.memory.has_others(message.identity)
    likely = is_likely(best, here.index, matched=len(found[0]), rare=rare, has_memory=has_memory)
    total = sum(math.exp(one.score - best[0].score) for one in best)
    written = wrote_about(message, history)
    return tuple(
        Link(
            post=here.index.posts[one.post].key,
            score=round(math.exp(one.score - best[0].score) / total, 4),
            tier=Tier.LIKELY if likely and i == 0 else Tier.GUESS,
            evidence=(*_words(one, found[i], asked, here.index), *_circumstances(one, here, message, written)),
        )
        for i, one in enumerate(best)
    )


def asked_of(message: Message, index: Index) -> Query:
    """Return what is asked for a message: its own words, and the subject without "Re:"."""
    subject = plain_subject(message.subject)
    return query(f"{subject}\n{message.own_words}" if subject else message.own_words, index)


def shared(asked: Query, index: Index, post: int) -> list[str]:
    """Return the content stems of the message that a post holds, the rarest first."""
    return sorted((w for w in asked.stems if w in asked.content and index.holds(post, w)), key=index.df.__getitem__)


def specificity(message: Message, catalogue: Catalogue, post: str) -> tuple[float, tuple[str, ...]]:
    """Return how much the words fit this post alone, 0 (any post) to 1, and the words that say so, as written.

    A word counts as much as it is rare, so two words that no other post holds give .63. It is less where another post
    holds the same rare words: half, where it holds all of them.
    """
    here = known(catalogue)
    index, own = here.index, here.place.get(post)
    asked = asked_of(message, index)
    if own is None:
        return 0.0, ()
    top = idf(len(index), 1)
    rare = _rare(shared(asked, index, own), index)
    values = {w: index.idf(w) / top for w in rare}
    if not values:
        return 0.0, ()
    others: dict[int, float] = {}
    for word, value in values.items():
        for other, _ in index.body.get(word, ()):
            if other != own:
                others[other] = others.get(other, 0.0) + value
    mine = sum(values.values())
    strength = 1 - math.exp(-mine / 2)
    score = strength * (1 - 0.5 * max(others.values(), default=0.0) / mine)
    return round(score, 3), tuple(asked.stems[w] for w in rare[: 2 * SHOWN_WORDS])


def _rare(words: Sequence[str], index: Index) -> list[str]:
    """Return the stems that few posts hold: at most 3 % of them, or two."""
    return [w for w in words if index.df[w] <= max(2, 0.03 * len(index))]


def _words(one: Ranked, found: Sequence[str], asked: Query, index: Index) -> Iterator[Reason]:
    """Yield what the words say for a post, each a true sentence. ``found`` are the shared stems."""
    forms, rare = index.forms(one.post), _rare(found, index)
    same = [w for w in rare or found if asked.stems[w] in forms]
    if same:
        which = ("rare word" if rare else "word") + ("s" if len(same[:SHOWN_WORDS]) > 1 else "")
        yield Reason("words", f"shares the {which} {_listed(same, asked)} with the post")
    elif found:
        yield Reason("words", f"has {_listed(rare or found, asked)}, which the post has in another form")
    title = {w for t in index.posts[one.post].titles for w in tokens(t)}
    if named := [w for w in found if asked.stems[w] in title]:
        which = "words" if len(named[:SHOWN_WORDS]) > 1 else "word"
        yield Reason("title", f"has the title's {which} {_listed(named, asked)}")


def _circumstances(one: Ranked, here: Known, message: Message, written: dict[str, int]) -> Iterator[Reason]:
    """Yield what day, earlier messages and writer say for a post."""
    if one.lag is not None and here.index.is_dated and one.lag >= 0:
        yield Reason("date", f"was written {_lag(one.lag)}")
    day = message.day.toordinal() if message.day else None
    if day is not None and (week := here.memory.week(one.post, day, message.identity)):
        verb = "is" if week == 1 else "are"
        yield Reason("memory", f"{plural(week, 'earlier message')} of the seven days before it {verb} about the post")
    if one.alike >= SHOWN_LIKENESS:
        yield Reason("alike", "is like an earlier message about the post")
    if times := written.get(here.index.posts[one.post].key, 0):
        yield Reason("writer", f"its writer wrote about the post before, {plural(times, 'time')}")


def _listed(words: Sequence[str], asked: Query) -> str:
    return ", ".join(asked.stems[w] for w in words[:SHOWN_WORDS])


def _lag(days: int) -> str:
    """Return how long after the post: "on the day of the post", "3 days after the post"."""
    if days == 0:
        return "on the day of the post"
    if days < 14:
        return f"{plural(days, 'day')} after the post"
    if days < 60:
        return f"{plural(days // 7, 'week')} after the post"
    if days < 730:
        return f"{plural(days // 30, 'month')} after the post"
    return f"{plural(days // 365, 'year')} after the post"
