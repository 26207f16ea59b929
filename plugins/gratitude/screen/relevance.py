"""What ties a mail to the blog, if anything: a mailbox holds a whole life. Pure."""

from __future__ import annotations

__all__ = ["Tie", "is_chore", "ties"]

import re
from collections.abc import Iterator
from dataclasses import dataclass

from ..message import History, Kind, Kinds, Links, Message, Site, Tier
from ..note import Via
from ..text import folded
from ..urls import URL
from .about import CHORES, MACHINES, OFFER, READ, WRITING, WRITING_UNSPACED
from .past import answers_the_author
from .seen import MAX_CHARS


@dataclass(frozen=True, slots=True)
class Tie:
    """One thing that ties a mail to the blog. ``is_clear`` False: only perhaps; a person should look."""

    code: str
    text: str
    is_clear: bool = True


GREETING = re.compile(
    r"(?:^|\b(?:hi|hello|hey|dear|hallo|liebe[rs]?|moin|bonjour|salut|chère?|cher|hola|ol[aá]|ciao|car[oa]|beste|hej"
    r"|cześć|mr|mrs|ms|herr|frau|thanks|thank you|danke|merci|gracias|cheers|regards|grüße)\b)[ ,.!]{0,2}$"
)
BLOG_BOX = re.compile(r"^(?:blog|comments?|feedback|webmaster|readers?)@")
CERTAIN = frozenset({"post", "thread", "form"})
"""Ties that hold whoever sent the mail."""
FORM = re.compile(
    r"(?:contact|kontakt)[- ]?form|formulaire de contact|formulario de contacto|modulo di contatto|contactformulier",
    re.I,
)
FORM_LINES = re.compile(
    r"^(?:your |full )?(?:name|from|nom|nombre|nome|naam): {0,3}\S[^\n]{0,80}\n(?:your )?e-?mail: ", re.I
)
"""How a contact form hands a visitor's words on by mail (`collect.author` has found the writer)."""
MIN_SPECIFIC = 2
"""Rare words that a guess at a post needs before it says anything."""
CLEAR_SPECIFIC = 3
"""Rare words with which a question, thanks or a correction is clearly about the post."""
BARE_WORDS = 5
"""A thank-you of so few words has no room for a dinner or a birthday."""


def ties(message: Message, kinds: Kinds, links: Links, history: History, site: Site) -> tuple[Tie, ...]:
    """Return what ties ``message`` to the blog, clear ties first; ``()`` for what is not about it.

    Only mail is asked: a comment or a form is about the blog by the way it came. In doubt, and only where something
    points to the blog, a tie that is not clear is given. Any text; never raises.
    """
    if message.via is not Via.MAIL:
        return (Tie("came", "it came by the blog"),)
    words = folded(f"{message.subject[:300]}\n{message.own_words[:MAX_CHARS]}")
    found = [*_known_ties(message, links, history), *_named_ties(words, kinds, site)]
    found += _perhaps_ties(words, message, kinds, links)
    if is_chore(message):
        found = [t for t in found if t.is_clear and t.code not in {"host", "name", "site"}]
    if MACHINES.search(message.sender.address):
        found = [t if t.code in CERTAIN else Tie(t.code, t.text, is_clear=False) for t in found]
    return tuple(sorted(found, key=lambda t: not t.is_clear))


def is_chore(message: Message) -> bool:
    """Say whether it reads like an errand (an order, an appointment, a reset) or like a machine's report."""
    head = f"{message.subject[:300]}\n{message.own_words[:1500]}"
    return bool(MACHINES.search(message.sender.address) or CHORES.search(folded(head)))


def _known_ties(message: Message, links: Links, history: History) -> Iterator[Tie]:
    """What linking and the past know."""
    best = next((link for link in links.posts if link.tier is not Tier.GUESS), None)
    if best is not None:
        why = best.evidence[0].text if best.evidence else ""
        yield Tie("post", f"it belongs to the post {best.post}" + (f": {why}" if why else ""))
    if message.facts.get("typed") or FORM_LINES.match(message.own_words) or FORM.search(message.body[-400:]):
        yield Tie("form", "it came by a contact form")
    elif message.facts.get("relayed"):
        yield Tie("form", "it is a comment that your comment system sent you")
    if answers_the_author(message, history):
        yield Tie("thread", "it answers a letter of yours")
    elif links.joins is not None:
        yield Tie("thread", "it belongs to a conversation about the blog")
    elif links.parent is not None:
        yield Tie("between-readers", "it answers another reader's message", is_clear=False)
    elif message.is_reaction:
        yield Tie("reaction", "it is a reaction to a letter that is not at hand", is_clear=False)


def _named_ties(words: str, kinds: Kinds, site: Site) -> Iterator[Tie]:
    """What the writer names: the author's writing, the blog, its address."""
    if m := WRITING.search(words) or WRITING_UNSPACED.search(words):
        if re.search(r"site|page|seite|sito|sitio|nettside|сайт", m[0]):
            yield Tie(
                "site", f"it speaks of your site: '{m[0][:60]}'", _is_to_author(kinds) and Kind.PITCH not in kinds
            )
        else:
            yield Tie("writing", f"it speaks of what you wrote: '{m[0][:60]}'")
    for host in sorted(site.hosts):
        if re.search(rf"(?<![\w@.-])(?:www\.)?{re.escape(host)}(?![\w-]|\.\w)", words):
            yield Tie("host", f"it names {host}")
            break
    for name in site.names:
        if _is_named(folded(name), words):
            yield Tie("name", f"it names {name}", is_clear=_is_title(name))
            break


def _is_to_author(kinds: Kinds) -> bool:
    """Say whether it is what readers write to an author: thanks, praise, a question, a correction."""
    return not {Kind.THANKS, Kind.PRAISE, Kind.QUESTION, Kind.CORRECTION}.isdisjoint(kinds.kinds)


def _is_named(name: str, words: str) -> bool:
    """Say whether the blog is named, and not somebody greeted or signing who is called so."""
    if len(name) < 4:
        return False
    for m in re.finditer(rf"(?<!\w){re.escape(name)}(?!\w)", words):
        if not GREETING.search(words[max(0, m.start() - 20) : m.start()]) and len(words) - m.end() > 2:
            return True
    return False


def _is_title(name: str) -> bool:
    """Say whether ``name`` can hardly be a person's: one that says blog, notes and the like, or has four words."""
    return len(name.split()) >= 4 or bool(
        re.search(r"blog|notes|log\b|journal|weblog|diary|notizen|carnet|cuaderno", name, re.I)
    )


def _is_dense(links: Links, message: Message) -> bool:
    """Say whether there are enough rare words for the length: a long private letter shares two with any blog."""
    return len(links.specific) >= max(MIN_SPECIFIC, min(6, len(message.own_words) // 400))


def _is_bare(message: Message) -> bool:
    """Say whether it is a few words out of the blue: no answer to anything that could be asked instead."""
    return not (message.in_reply_to or message.references) and 0 < len(message.own_words.split()) <= BARE_WORDS


def _perhaps_ties(words: str, message: Message, kinds: Kinds, links: Links) -> Iterator[Tie]:
    """What may be about the blog: a person should look, but where many rare words speak to the author."""
    to_author = _is_to_author(kinds)
    guess = next(iter(links.posts), None)
    if guess is not None and guess.tier is Tier.GUESS and links.specificity >= 0.5 and _is_dense(links, message):
        is_clear = to_author and len(links.specific) >= CLEAR_SPECIFIC and links.specificity >= 0.6
        text = f"it shares words with the post {guess.post}: {', '.join(links.specific[:4])}"
        yield Tie("guess", text, is_clear=is_clear)
    elif guess is not None and to_author and (said := next((r for r in guess.evidence if r.code == "titled"), None)):
        named = said.text.removeprefix("the title has ")
        yield Tie("titled", f"it has words of the title of the post {guess.post}: {named}", is_clear=False)
    if kinds.primary in {Kind.THANKS, Kind.PRAISE} and _is_bare(message):
        yield Tie("bare", "a few kind words, which may be about anything", is_clear=False)
    if to_author and (m := READ.search(URL.sub(" ", words))):
        yield Tie("read", f"it speaks of a text or a blog, perhaps yours: '{m[0][:60]}'", is_clear=False)
    if to_author and any(BLOG_BOX.match(to) for to in message.to):
        yield Tie("box", "it was sent to an address for readers", is_clear=False)
    if m := OFFER.search(words):
        if Kind.PITCH in kinds:
            yield Tie("offer", f"it offers something to the blog: '{m[0][:60]}'")
        elif to_author:
            yield Tie("offer", f"it may be meant for the blog: '{m[0][:60]}'", is_clear=False)
    elif Kind.PITCH in kinds:
        yield Tie("offer", "it offers something", is_clear=False)
