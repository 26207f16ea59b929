"""Links: the posts a message is about, ranked and with reasons; its thread; what is like it. Pure."""

from __future__ import annotations

__all__ = ["link", "link_again"]

from dataclasses import replace

from ..message import Catalogue, History, Kinds, Links, Message, Tier
from .explicit import explicit
from .guesses import guesses, silence, specificity
from .similar import alike
from .threads import joins, parent


def link(message: Message, kinds: Kinds, catalogue: Catalogue, history: History) -> Links:
    """Return what a message belongs to. Never raises for anything a message holds.

    Explicit evidence decides (tier sure), and then nothing is guessed. Else words, day and memory rank at most five
    posts; a message whose words name no subject gets none, and is said to. The author's own mails are never guessed
    about.
    ``kinds`` is given for what later evidence may ask of it; nothing here depends on it yet.
    """
    above = parent(message, history)
    posts = explicit(message, catalogue, history)
    if not posts and not message.yours:
        posts = guesses(message, catalogue, history)
    how_specific, words = specificity(message, catalogue, posts[0].post) if posts else (0.0, ())
    return Links(
        posts=posts,
        specificity=how_specific,
        specific=words,
        silent="" if posts or message.yours else silence(message, catalogue),
        parent=above.message.identity if above else None,
        joins=joins(message, history),
        alike=alike(message, history),
    )


def link_again(message: Message, links: Links, catalogue: Catalogue, history: History) -> Links:
    """Return ``links`` with the order of its guesses as it is now, when later messages are known too.

    What is sure stays, and so does which conversation it joins. Never raises for anything a message holds.
    """
    if message.yours or not links.posts or links.posts[0].tier is Tier.SURE:
        return links
    posts = guesses(message, catalogue, history)
    if not posts:
        return links
    how_specific, words = specificity(message, catalogue, posts[0].post)
    return replace(links, posts=posts, specificity=how_specific, specific=words)
