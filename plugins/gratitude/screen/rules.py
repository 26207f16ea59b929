"""What in a message speaks for or against it, by hand-set log-odds, each with a sentence that says what was seen. Pure.

Weights are those of the trial in which hand weights did as well as fitted ones on blogs left out (rules fitted from
nothing forget what only one blog shows). Positive is towards spam; `BASE` is what a message without any signal has.
"""

from __future__ import annotations

__all__ = ["BASE", "quoted", "shown", "signals"]

from collections.abc import Iterable, Iterator

from .. import urls
from ..message import History, Kind, Signal
from ..text import plural
from . import phrases
from .learned import learned_signals
from .past import past_signals
from .prior import prior_signals
from .scripts import foreign_share, is_babble, mixed_words
from .seen import IDENTIFIER, Seen
from .shapes import link_signals
from .writer import writer_signals

BASE = -1.3
"""Log-odds of a message that shows nothing at all: about one in four."""

WEAK = frozenset({"a find by chance", "knowledge of any kind"})
"""Praise that counts only beside other praise: readers say these things about anything."""

MORE_THAN_PRAISE = 45
"""Words beyond which there is room for more than praise."""

HASTY_S = 5.0
"""Seconds in which nobody reads a form and writes a comment (the default of an often used plugin)."""


def signals(seen: Seen, history: History) -> tuple[Signal, ...]:
    """Return what speaks for and against a message, strongest first. Never raises."""
    found = [
        *form_signals(seen), *link_signals(seen), *writer_signals(seen), *trade_signals(seen), *script_signals(seen),
        *flattery_signals(seen), *sincere_signals(seen), *past_signals(seen, history), *prior_signals(seen),
        *learned_signals(seen, history),
    ]  # fmt: skip
    return tuple(sorted(found, key=lambda s: (-abs(s.weight), s.code)))


def quoted(found: Iterable[str], most: int = 3) -> str:
    """Return up to ``most`` different finds in quotation marks, in order, each at most 40 characters."""
    short = dict.fromkeys(f"'{one[:40]}…'" if len(one) > 40 else f"'{one}'" for one in found)
    return ", ".join(list(short)[:most])


def shown(seen: Seen, kind: Kind) -> str:
    """Return a colon and the first words that show ``kind``, as `classify` found them; ``""`` where it names none."""
    words = next((" ".join(span.text.split()) for span in seen.kinds.evidence if span.kind == kind), "")
    return f": {quoted([words])}" if words else ""


def form_signals(seen: Seen) -> Iterator[Signal]:
    """What the form itself noticed: a trap that was filled, and a hurry."""
    form = seen.message.form
    if form.honeypot is not None and form.honeypot.strip():
        yield Signal("honeypot", 5.0, "the field that people do not see was filled in")
    if form.seconds is not None and 0 <= form.seconds < HASTY_S:
        yield Signal("hasty", 1.4, f"it was sent {form.seconds:.0f} s after the form was opened")


def trade_signals(seen: Seen) -> Iterator[Signal]:
    """Words of trades that live on spam, search ranking, invitations elsewhere, praise of a healer or lender."""
    if hard := phrases.HARD.findall(seen.flat):
        yield Signal(
            "trade", 1.9 if len(set(hard)) == 1 else 2.5, f"words of a trade that lives on spam: {quoted(hard)}"
        )
    if soft := sorted(set(phrases.SOFT.findall(seen.flat)) - set(hard)):
        weight = min(3, len(soft)) * (0.8 if seen.words < 200 else 0.5)
        yield Signal("sales", round(weight, 2), f"words that advertising likes: {quoted(soft)}")
    for about, pattern in phrases.OUTREACH.items():
        if found := pattern.findall(seen.flat):
            yield Signal("outreach", 0.9, f"words of offers about {about}: {quoted(found)}")
    if found := phrases.INVITATION.findall(seen.flat):
        yield Signal(
            "invitation", 0.9 if seen.outside or seen.website else 0.3, f"it points elsewhere: {quoted(found)}"
        )
    if m := phrases.TESTIMONIAL.search(seen.flat):
        yield Signal("testimonial", 1.3, f"it names somebody to turn to: {quoted([m[0]])}")


def script_signals(seen: Seen) -> Iterator[Signal]:
    """Letters that pose as others, a script foreign to the blog, words without a sentence."""
    if mixed := mixed_words(seen.prose):
        weight = 1.3 if len(mixed) < 3 else 2.9
        yield Signal(
            "disguise",
            weight,
            f"{plural(len(mixed), 'word')} in disguise, by letters of other scripts or invisible ones: {quoted(mixed)}",
        )
    share, script = foreign_share(seen.prose, seen.site.lang)
    if share > 0.3:
        weight = 1.1 if seen.outside or seen.website else 1.0  # a reader's plain thanks in Greek is no doubtful thing
        yield Signal("script", weight, f"much of it is in {script} letters and the blog is not")
    if not seen.has_code and seen.identifiers == 0 and is_babble(seen.flat):
        yield Signal("babble", 1.1, "none of the commonest words of a dozen languages stands in it")


def flattery_signals(seen: Seen) -> Iterator[Signal]:
    """Praise that would stand under any post; it weighs when it comes with an address or with nothing else."""
    leads_away = bool(seen.outside or seen.website)
    found = {about: m[0] for about, pattern in phrases.FLATTERY.items() if (m := pattern.search(seen.flat))}
    spun = sorted(set(phrases.SPUN.findall(seen.flat)))
    talk = sorted(set(phrases.SMALL_TALK.findall(seen.flat)))
    if len(spun) + len(talk) >= 2:
        weight = 1.2 if len(spun) + len(talk) == 2 else 2.0
        yield Signal("template", weight, f"phrases that ready-made comments use: {quoted([*spun, *talk])}")
    elif (spun or talk) and leads_away:
        yield Signal("template", 0.6, f"a phrase that ready-made comments use: {quoted([*spun, *talk])}")
    if not found.keys() - WEAK or (is_specific(seen) and not leads_away):
        return
    if len(found) >= 2 or leads_away:
        weight = 0.35 * min(4, len(found)) + (0.9 if leads_away else 0.0)
        tail = ", together with an address" if leads_away else ""
        what = "a phrase that fits any post" if len(found) == 1 else "phrases that fit any post"
        yield Signal("flattery", round(weight, 2), f"{what}{tail}: {quoted(found.values())}")
    enough = 2 if leads_away else 3
    if len(found) >= enough and seen.words <= MORE_THAN_PRAISE and says_nothing_else(seen):
        yield Signal("nothing-else", 0.6, "no question, code or trial was found beside such phrases")


def says_nothing_else(seen: Seen) -> bool:
    """Say whether there is no code, no name of a thing, no question and no experience in a message."""
    if seen.has_code or seen.identifiers or Kind.QUESTION in seen.kinds:
        return False
    return phrases.EXPERIENCE.search(seen.flat) is None


def is_specific(seen: Seen) -> bool:
    """Say whether the words fit one post of the blog and not the others (`link` knows; False where it does not)."""
    return seen.links.specificity >= 0.5 and len(seen.links.specific) >= 2


def sincere_signals(seen: Seen) -> Iterator[Signal]:
    """What spam hardly ever troubles to have: code, experience, a question, words of this one post."""
    if seen.has_code:
        yield Signal("code", -1.2, "it holds code")
    if seen.identifiers >= 2 or (seen.identifiers and not seen.outside):
        names = (m[0] for m in IDENTIFIER.finditer(urls.URL.sub(" ", seen.prose)))
        yield Signal("names-of-things", -0.8, f"words that look like names in programs or of files: {quoted(names)}")
    if m := phrases.EXPERIENCE.search(seen.flat):
        yield Signal("experience", -0.7, f"words that readers use and spam seldom does: {quoted([m[0]])}")
    if Kind.QUESTION in seen.kinds and not seen.outside:
        yield Signal("asks", -0.3, f"it reads like a question{shown(seen, Kind.QUESTION)}")
    if Kind.CORRECTION in seen.kinds:
        yield Signal("corrects", -0.5, f"it reads like a correction{shown(seen, Kind.CORRECTION)}")
    if seen.prose.lstrip()[:1] in {"@", ">"}:
        yield Signal("answers-someone", -0.3, "it speaks to somebody or quotes")
    if seen.words >= 80 and not seen.outside and seen.website is None:
        yield Signal("long", -0.4, "it has 80 words or more, and no link or website")
    if seen.own and not seen.outside:
        yield Signal("own-link", -0.8, f"{plural(seen.own, 'link')} to the blog itself")
    if is_specific(seen) and seen.message.own_words.strip():
        yield Signal("specific", -0.6, f"words that speak for one post: {quoted(seen.links.specific)}")
