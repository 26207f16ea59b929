"""Our pages in the words of schema.org, as JSON-LD: exactly what stands on the page, and no claim beyond it. Pure.

Why no QAPage, no FAQPage and no accepted answer: docs/decisions/0006-what-machines-are-told.md.
"""

from __future__ import annotations

__all__ = ["Site", "index", "question", "wall"]

from collections.abc import Iterable
from dataclasses import dataclass

from ..note import NoteKind, Show
from .card import Card, LinkCard, PostCard, TurnCard, plain_title
from .escape import served_json
from .plain import visible

Thing = dict[str, object]


@dataclass(frozen=True, slots=True)
class Site:
    """What a page says of its site. ``base`` is SITEURL as the page has it: relative addresses are legal in JSON-LD."""

    base: str
    name: str
    lang: str

    def url(self, address: str) -> str:
        """Return a site-relative address as this page writes it."""
        return f"{self.base}/{address}"


def wall(cards: Iterable[Card], url: str, title: str, description: str, site: Site) -> str:
    """Return the script element of a page of letters; ``cards`` are those that stand on this page, in its order."""
    items = [_comment(card, site) for card in cards]
    return _script(_collection(items, "item", url, title, description, site))


def index(cards: Iterable[Card], url: str, title: str, description: str, site: Site) -> str:
    """Return the script element of the index: the addresses and names of the questions in it, in its order."""
    items: list[Thing] = [{"url": site.url(card.url), "name": card.title} for card in cards]
    return _script(_collection(items, "", url, title, description, site))


def question(card: Card, site: Site) -> str:
    """Return the script element of a question's page: the question, its answers and what was said besides."""
    turns = list(enumerate(card.turns, 1))[1:]
    answers = [_said("Answer", card, turn, number, site) for number, turn in turns if turn.is_authors]
    thing: Thing = {
        "@type": "Question",
        "url": site.url(card.url),
        "name": card.title,
        **_words(card, card.opening, site),
        "datePublished": card.day.isoformat(),
        **_parent(card, site),
        "answerCount": len(answers),
    }
    if answers:
        thing["suggestedAnswer"] = answers
    others = [_said("Comment", card, turn, number, site) for number, turn in turns if not turn.is_authors]
    if others:
        thing["comment"] = others
    page: Thing = {**_page("WebPage", card.url, card.title, site), "mainEntity": thing}
    if card.answered_by:
        page["relatedLink"] = [_address(link, site) for link in card.answered_by]
    return _script(page)


def _page(kind: str, url: str, title: str, site: Site) -> Thing:
    return {
        "@context": "https://schema.org",
        "@type": kind,
        "url": site.url(url),
        "name": title,
        "inLanguage": site.lang,
        "isPartOf": {"@type": "WebSite", "name": plain_title(site.name), "url": site.url("")},
    }


def _collection(items: list[Thing], key: str, url: str, title: str, description: str, site: Site) -> Thing:
    """Return a page with a list; ``key`` holds each thing, without one its properties are the item's own.

    A page that only leads on, such as the wall's list of posts, has no list.
    """
    page: Thing = {**_page("CollectionPage", url, title, site), "description": description}
    if not items:
        return page
    elements = [
        {"@type": "ListItem", "position": number, **({key: thing} if key else thing)}
        for number, thing in enumerate(items, 1)
    ]
    listed = {"@type": "ItemList", "numberOfItems": len(elements), "itemListElement": elements}
    return {**page, "mainEntity": listed}


def _comment(card: Card, site: Site) -> Thing:
    """Return one note. The replies below it on the page are comments of their own."""
    thing: Thing = {
        "@type": "Comment",
        "url": site.url(card.url),
        **_words(card, card.opening, site),
        "datePublished": card.day.isoformat(),
        **_parent(card, site),
    }
    replies = [_said("Comment", card, turn, 0, site) for turn in card.replies]
    return {**thing, "comment": replies} if replies else thing


def _said(kind: str, card: Card, turn: TurnCard, number: int, site: Site) -> Thing:
    """Return a later turn; ``number`` is its place on the question's page, 0 where it has no address of its own."""
    thing: Thing = {"@type": kind, **_words(card, turn, site)}
    if number:
        thing["url"] = site.url(f"{card.url}#{card.part(number)}")
    if turn.day:
        thing["datePublished"] = turn.day.isoformat()
    return thing


def _words(card: Card, turn: TurnCard, site: Site) -> Thing:
    """Return the words, and who wrote them where that is said: nobody is called "A reader".

    The opening of a ``mine`` or ``credit`` note is the author's, under a byline that is not.
    """
    thing: Thing = {"text": " ".join(visible(str(turn.html(site.base))).split())}
    is_later = turn is not card.opening
    named = turn.is_authors if is_later else False
    if named or (card.show is Show.NAMED and card.kind is not NoteKind.CREDIT and not turn.is_authors):
        thing["author"] = {"@type": "Person", "name": turn.name}
    if card.lang and not turn.is_authors:
        thing["inLanguage"] = card.lang
    return thing


def _parent(card: Card, site: Site) -> Thing:
    """Return the posts a note is about; a page of the site is no BlogPosting (it stands in no feed, so has no id)."""
    posts = [_post(post, site) for post in (card.post, *card.posts) if post]
    if not posts:
        return {}
    return {"parentItem": posts if len(posts) > 1 else posts[0]}


def _post(post: PostCard, site: Site) -> Thing:
    kind, name = ("BlogPosting", "headline") if post.atom_id else ("WebPage", "name")
    return {"@type": kind, name: plain_title(post.title), "url": site.url(post.url)}


def _address(link: LinkCard, site: Site) -> str:
    return link.url if link.absolute else site.url(link.url)


def _script(thing: Thing) -> str:
    return f'<script type="application/ld+json">{served_json(thing)}</script>'
