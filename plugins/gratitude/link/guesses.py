"""Links from words, day and memory, with the reasons in words: likely where the gap says so, else guesses. Pure."""

from __future__ import annotations

__all__ = ["guesses", "shared", "silence", "specificity"]

import math
from collections.abc import Iterator, Sequence

from ..message import Catalogue, History, Link, Message, Reason, Tier
from ..text import plural
from .everyday import is_everyday
from .index import Index, Query, idf
from .known import Known, known
from .likely import confidence, is_likely
from .people import wrote_about
from .rank import Ranked, ranking, rare_of
from .spans import as_written, spans
from .stem import tokens
from .threads import plain_subject

SHOWN_WORDS, SHOWN_POSTS = 4, 5
SAYS_NOTHING = "its words fit any post"
NO_WORD_SHARED = "shares no telling word with the post"
MIN_CHARS = 12
"""A shorter message without a telling word has no post by its day alone: "Thanks!" is said of every post. One with such a
word ("kivy?") has, whether a post holds it or not (+.004 of the first five), and so has longer courtesy: without any
message that has no telling word, it is .007 lower of the first, .019 of the first five."""

BEFORE = "of the four weeks before it"
MOSTLY = 0.5
"""Share from which on an undecided message seems to be about a post."""

TITLED = 3
"""Words of a title, none an everyday one, that are more than chance: `screen.relevance` relies on their reason."""

SHOWN_LIKENESS = 0.3
"""Cosine from which on two messages may be called alike in a reason."""


def guesses(message: Message, catalogue: Catalogue, history: History) -> tuple[Link, ...]:
    """Return at most five posts, best first; none where neither words nor circumstances say anything (`silence`).

    What is known for certain decides the tier, and a likely post comes first; messages that nobody has decided yet
    help the order of the guesses only. Words that fit any post show none: then only the day or earlier messages speak,
    which the evidence says; where they are very few ("Thanks!") only messages of the weeks before and the writer's own.
    The score is a share (a softmax over the posts that were looked at): good for order, not a probability.
    """
    here = known(catalogue)
    asked = asked_of(message, here.index)
    here.memory.learn(history.about_posts())
    here.guessed.learn(history.undecided())
    day = message.day.toordinal() if message.day else None
    order = ranking(asked, day, here.index, here.memory, here.guessed, identity=message.identity)
    stands = confidence(order.firm, asked, here.index)
    likely = is_likely(stands, is_dated=here.index.is_dated)
    best = order.order
    if likely:
        best = [order.firm[0], *(one for one in order.order if one.post != order.firm[0].post)][:SHOWN_POSTS]
    written = wrote_about(message, history)
    links: list[Link] = []
    for one in best:
        evidence = _evidence(one, asked, here, message, written)
        if evidence:
            tier = Tier.LIKELY if likely and one is best[0] else Tier.GUESS
            score = round(min(one.share, links[-1].score if links else 1.0), 4)
            links.append(Link(post=here.index.posts[one.post].key, score=score, tier=tier, evidence=evidence))
    return tuple(links)


def silence(message: Message, catalogue: Catalogue) -> str:
    """Return why no post is shown: the words name no subject ("Thanks!"), or none that a post has."""
    if not asked_of(message, known(catalogue).index).content:
        return SAYS_NOTHING
    return "none of its telling words stands in a post"


def _evidence(one: Ranked, asked: Query, here: Known, message: Message, written: dict[str, int]) -> tuple[Reason, ...]:
    """Return what speaks for a post; nothing where that is not enough to name it."""
    words = tuple(_words(one, asked, here.index, message))
    others = tuple(_circumstances(one, asked, here, message, written))
    if words and one.lag is not None and one.lag < -1:
        words = (*words, Reason("date", "was written before the date of the post"))
    if words or not others:
        return (*words, *others)
    is_short = len(message.own_words.strip()) < MIN_CHARS
    if is_short and not asked.content and not any(reason.code in ("memory", "alike", "writer") for reason in others):
        return ()
    return (Reason("silent", NO_WORD_SHARED if asked.content else SAYS_NOTHING), *others)


def asked_of(message: Message, index: Index) -> Query:
    """Return what is asked for a message: its own words, and the subject without "Re:"."""
    subject = plain_subject(message.subject)
    return index.asked(f"{subject}\n{message.own_words}" if subject else message.own_words)


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
    rare = rare_of(shared(asked, index, own), index)
    values = {w: index.idf(w) / top for w in rare}
    if not values:
        return 0.0, ()
    others: dict[int, float] = {}
    for word, value in values.items():
        for other, _ in index.postings(word):
            if other != own:
                others[other] = others.get(other, 0.0) + value
    mine = sum(values.values())
    strength = 1 - math.exp(-mine / 2)
    score = strength * (1 - 0.5 * max(others.values(), default=0.0) / mine)
    named = sorted((asked.stems[w] for w in rare), key=is_everyday)[: 2 * SHOWN_WORDS]
    return round(score, 3), as_written(named, message)


def _words(one: Ranked, asked: Query, index: Index, message: Message) -> Iterator[Reason]:
    """Yield what the words say for a post, each a true sentence, with the places of the words it names."""
    found = shared(asked, index, one.post)
    forms = index.forms(one.post)
    told = [w for w in found if not is_everyday(asked.stems[w])]
    rare = rare_of(told, index)
    if same := [w for w in rare or told or found if asked.stems[w] in forms]:
        alone = all(index.df[w] == 1 for w in same[:SHOWN_WORDS])
        others = "" if not rare else " and no other" if alone else " and few others"
        yield _reason("words", f"shares the {{words}} {{}} with the post{others}", same, asked, message)
    elif found:
        yield _reason("words", "has {like} of the post's: {}", rare or told or found, asked, message)
    title = {w for t in index.posts[one.post].titles for w in tokens(t)}
    if named := [w for w in found if asked.stems[w] in title]:
        told = [w for w in named if not is_everyday(asked.stems[w])]
        yield _reason("titled" if len(told) >= TITLED else "title", "the title has {}", named, asked, message)


def _reason(code: str, sentence: str, stems: Sequence[str], asked: Query, message: Message) -> Reason:
    """Return a reason that names the words of at most four ``stems`` in the place of ``{}``."""
    words = [asked.stems[w] for w in stems[:SHOWN_WORDS]]
    one = len(words) == 1
    sentence = sentence.replace("{words}", "word" if one else "words")
    sentence = sentence.replace("{like}", "a word much like one" if one else "words much like some")
    return Reason(code, sentence.replace("{}", ", ".join(words)), spans(code, words, message))


def _circumstances(
    one: Ranked, asked: Query, here: Known, message: Message, written: dict[str, int]
) -> Iterator[Reason]:
    """Yield what day, earlier messages and writer say for a post."""
    if one.lag is not None and here.index.is_dated and one.lag >= -1:
        yield Reason("date", f"was written {_lag(one.lag)}")
    day = message.day.toordinal() if message.day else None
    if day is not None and (count := here.memory.lately(one.post, day, message.identity)):
        yield Reason("memory", f"{_others(count)} {BEFORE} {'is' if count == 1 else 'are'} about the post")
    elif day is not None and (count := here.guessed.lately(one.post, day, message.identity, MOSTLY)):
        verb = "seems" if count == 1 else "seem"
        yield Reason("memory", f"{_others(count)} {BEFORE}, not decided yet, {verb} to be about the post")
    if one.alike >= SHOWN_LIKENESS:
        is_known = here.memory.alike(asked, message.identity).get(one.post, 0.0) >= SHOWN_LIKENESS
        yield Reason("alike", f"is like other messages that {'are' if is_known else 'seem to be'} about the post")
    if times := written.get(here.index.posts[one.post].key, 0):
        yield Reason("writer", f"its writer wrote about the post before{_times(times)}")


def _others(count: int) -> str:
    return "another message" if count == 1 else f"{count} other messages"


def _times(count: int) -> str:
    """Return how often, where it was more than once."""
    return "" if count == 1 else ", twice" if count == 2 else f", {count} times"


def _lag(days: int) -> str:
    """Return how long after the post: "on the day of the post", "3 days after the post".

    A day before it may be the same day in another zone (left without a reason, such posts lost .002 on one blog).
    """
    if days < 0:
        return "a day before the date of the post"
    if days == 0:
        return "on the day of the post"
    if days < 14:
        return f"{plural(days, 'day')} after the post"
    if days < 60:
        return f"{plural(round(days / 7), 'week')} after the post"
    if days < 730:
        return f"{plural(round(days / 30.44), 'month')} after the post"
    return f"{plural(round(days / 365.25), 'year')} after the post"
