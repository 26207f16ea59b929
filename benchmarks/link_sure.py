"""How often the sure link is the right one, on messages that name their post themselves, built with a seed.

The posts are those of ``link_dev``; their addresses, the site's older ones and everything a message says are invented.
Each message carries one way of naming a post (`CARRIERS`), among words and other addresses that say nothing.
"""

from __future__ import annotations

__all__ = ["CARRIERS", "Carried", "built", "measured_sure"]

import random
import re
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime
from urllib.parse import quote

from benchmarks.link_data import REMARK, Blog, Past
from gratitude.link import link
from gratitude.link.posts import Posts
from gratitude.message import Earlier, Form, Message, Post, Tier
from gratitude.note import Via

SITE, OLD = "https://blog.example", "http://www.old.example"
PLACES = ("{slug}.html", "posts/{slug}/", "{day:%Y}/{day:%m}/{slug}.html", "{slug}/", "archive/{day:%Y}/{slug}")
SAYINGS = (
    "Thank you for this, it helped me a lot.",
    "I read {} on the train this morning and have a question.",
    "Does this still hold today?\n\n{}\n\nBest wishes, Ann",
    "Found a small mistake in {}, third paragraph.",
    "Hello! {} was just what I was looking for. See also https://elsewhere.example/2019/05/other/ on that.",
    "{}\n\nThis one saved my weekend. My own site is https://ann.example/blog/ by the way.",
    "After two days of trying I came across {} (via https://search.example/?q=help), many thanks",
    "Your blog {home} is a pleasure. I mean above all {}.",
)
TRACKING = ("utm_source=mail&utm_medium=social", "fbclid=IwAR0x", "gclid=4&mc_cid=9", "utm_campaign=a%20b")
SUBJECTS = (
    "Re: {}",
    "RE: Re: {}",
    "Aw: {}",
    "[blog] Re: {}",
    "{}",
    "Comment on {}",
    "Fwd: {} (thanks!)",
    "Question about “{}”",
)


@dataclass(frozen=True, slots=True)
class Carried:
    """A message, how it names its post, and which one that is."""

    carrier: str
    message: Message
    post: str


@dataclass(frozen=True, slots=True)
class _Maker:
    """What carriers draw from: a post, its address, chance."""

    post: Post
    chance: random.Random
    replied: Earlier

    @property
    def url(self) -> str:
        return self.post.urls[0]

    @property
    def day(self) -> date:
        return self.post.day or date(2015, 3, 4)


Carrier = Callable[[_Maker], dict[str, object]]


def _said(address: Callable[[_Maker], str]) -> Carrier:
    """Return a carrier that says an address among its words."""

    def carry(m: _Maker) -> dict[str, object]:
        saying = m.chance.choice([s for s in SAYINGS if "{}" in s])
        return {"own_words": saying.replace("{home}", SITE + "/").replace("{}", address(m))}

    return carry


def _wrapped(m: _Maker) -> str:
    return m.chance.choice([
        f"https://eur01.safelinks.protection.outlook.com/?url={quote(m.url, safe='')}&data=05%7C01&reserved=0",
        f"https://urldefense.proofpoint.com/v2/url?u={_proofpoint(m.url)}&d=DwMFaQ",
        f"https://www.google.com/url?q={quote(m.url, safe='')}&sa=D",
    ])  # fmt: skip


def _proofpoint(url: str) -> str:
    """Return an address as Proofpoint's second wrapping writes it: "-" for "%", "_" for "/"."""
    return quote(url, safe="").replace("-", "%2D").replace("_", "%5F").replace("%2F", "_").replace("%", "-")


def _broken(m: _Maker) -> str:
    """Return the address as a careless mail program wraps it: cut at a hyphen or a slash."""
    places = [i + 1 for i, c in enumerate(m.url) if c in "-/" and i > len(SITE) + 1 and i + 2 < len(m.url)]
    cut = m.chance.choice(places) if places else 0
    return f"{m.url[:cut]}\n{m.url[cut:]}" if cut else m.url


def _titled(m: _Maker) -> dict[str, object]:
    return {"own_words": SAYINGS[0], "subject": m.chance.choice(SUBJECTS).replace("{}", m.post.title)}


def _answer(m: _Maker) -> dict[str, object]:
    above = m.replied.message.message_id
    return {"own_words": "That did it. Thank you!", "in_reply_to": above, "references": ("unknown@example.com", above)}


def _blogger(m: _Maker) -> str:
    """Return Blogger's address: the title's slug cut after about 39 characters, at a word."""
    slug = m.post.slug
    if len(slug) > 39 and "-" in slug[15:39]:
        slug = slug[:39].rpartition("-")[0]
    return f"{OLD}/{m.day:%Y}/{m.day:%m}/{quote(slug)}.html"


CARRIERS: dict[str, Carrier] = {
    "address": _said(lambda m: m.url),
    "address with tracking": _said(lambda m: f"{m.url}?{m.chance.choice(TRACKING)}#comments"),
    "address in another spelling": _said(
        lambda m: (
            m.chance.choice([m.url.replace("https://", "http://www."), m.url.rstrip("/") + "/index.html"])
            if m.url.endswith("/")
            else m.url.replace("https://blog.example/", "http://BLOG.example:80/")
        )
    ),
    "address without https": _said(lambda m: m.url.removeprefix("https://")),
    "address in brackets": _said(lambda m: f"<{m.url}>"),
    "old WordPress address": _said(lambda m: f"{OLD}/{m.day:%Y}/{m.day:%m}/{m.day:%d}/{quote(m.post.slug)}/"),
    "old Blogger address": _said(_blogger),
    "old Jekyll address": _said(lambda m: f"{OLD}/notes/{m.day:%Y}/{m.day:%m}/{m.day:%d}/{quote(m.post.slug)}.html"),
    "old number": _said(lambda m: f"{OLD}{m.post.aliases[0]}"),
    "redirected address": _said(lambda m: f"{OLD}/moved/{quote(m.post.slug)}.aspx"),
    "wrapped address": _said(_wrapped),
    "broken address": _said(_broken),
    "form": lambda m: {"own_words": SAYINGS[0], "form": Form(post=m.chance.choice([m.post.key, m.url]))},
    "place of a comment": lambda m: {"own_words": SAYINGS[0], "post_url": m.url, "via": Via.IMPORT},
    "quoted address": lambda m: {"own_words": SAYINGS[0], "quoted": f"On Monday Ann wrote:\n> {m.url}\n> is new."},
    "title as subject": _titled,
    "title in quotes": lambda m: {"own_words": f"I have a question on “{m.post.title}”: does it still hold?"},
    "thread": _answer,
    "plus-address": lambda m: {"own_words": SAYINGS[0], "to": (f"ann+{m.post.slug}@example.com",)},
}
TITLES = ("title as subject", "title in quotes")


def built(blog: Blog, count: int, seed: int) -> tuple[Posts, list[Carried], Past]:
    """Return a site of the blog's posts, ``count`` messages that name one of them, and what came before them."""
    chance = random.Random(seed)
    place = chance.choice(PLACES)
    posts = _site(blog[0], place)
    redirects = {f"{OLD}/moved/{quote(p.slug)}.aspx": p.urls[0] for p in posts}
    catalogue = Posts(posts, siteurl=SITE, hosts=["blog.example", "old.example"], redirects=redirects)
    plain = [p for p in posts if re.fullmatch(r"[\w-]{1,190}", p.slug)]
    titled = _unmistakable(posts)
    past, found, names = Past(), [], list(CARRIERS)
    for i in range(count):
        name = names[i % len(names)]
        post = chance.choice(titled if name in TITLES and titled else plain)
        if name in TITLES and not titled:
            name = "address"
        replied = Earlier(message=_message(f"above-{seed}-{i}", own_words="Hello"), post=post.key)
        past.known.append(replied)
        values = CARRIERS[name](_Maker(post, chance, replied))
        found.append(Carried(name, _message(f"m-{seed}-{i}", **values), post.key))
    return catalogue, found, _Threads(past.known)


class _Threads(Past):
    """A past in which the messages that are answered are found by their ids."""

    def by_message_id(self, message_id: str) -> Earlier | None:
        """The message with this id."""
        return next((e for e in self.known if e.message.message_id == message_id), None)


def measured_sure(blogs: Sequence[Blog], count: int = 1200) -> tuple[int, Counter[str], Counter[str]]:
    """Return how many messages were built, and by carrier how many got a wrong sure post and how many none."""
    total, wrong, missed = 0, Counter[str](), Counter[str]()
    for seed, blog in enumerate(blogs):
        catalogue, messages, past = built(blog, count // len(blogs), seed)
        for one in messages:
            posts = link(one.message, REMARK, catalogue, past).posts
            total += 1
            if not posts or posts[0].tier is not Tier.SURE:
                missed[one.carrier] += 1
            elif [p.post for p in posts] != [one.post]:
                wrong[one.carrier] += 1
    return total, wrong, missed


def _message(name: str, **values: object) -> Message:
    given: dict[str, object] = {
        "via": Via.MAIL, "sent": datetime(2026, 5, 3, tzinfo=UTC), "message_id": f"{name}@example.com",
    }  # fmt: skip
    return Message(identity=f"mid:{name}@example.com", **(given | values))  # type: ignore[arg-type]


def _site(posts: Sequence[Post], place: str) -> list[Post]:
    """Return the posts with addresses of the site and numbers of an older one; a slug that two share gets a number."""
    seen: Counter[str] = Counter()
    found = []
    for i, post in enumerate(posts):
        slug = re.sub(r"[^\w-]+", "-", post.slug).strip("-") or "post"
        seen[slug] += 1
        slug = slug if seen[slug] == 1 else f"{slug}-no{seen[slug]}"
        where = place.replace("{slug}", slug).format(day=post.day or date(2015, 3, 4))
        url = f"{SITE}/{quote(where)}"
        found.append(replace(post, key=slug, slug=slug, urls=(url,), aliases=(f"/?p={1000 + i}",)))
    return found


def _unmistakable(posts: Sequence[Post]) -> list[Post]:
    """Return the posts whose title has three words, is nobody else's, and lies in no other title."""
    bare = {p.key: " ".join(re.findall(r"\w+", p.title.casefold())) for p in posts}
    return [
        p for p in posts
        if len(bare[p.key].split()) >= 3 and len(bare[p.key]) >= 15 and len(p.title) <= 180
        and not re.search(r"[\"“”„«»‘’']", p.title) and sum(bare[p.key] in other for other in bare.values()) == 1
    ]  # fmt: skip
