"""How the links of a message look: how many, how written, where to. Pure."""

from __future__ import annotations

__all__ = ["host_signals", "is_known", "link_signals"]

import re
from collections import Counter
from collections.abc import Iterator

from ..message import Signal
from ..text import folded, plural
from . import phrases
from .phrases import listed
from .seen import Found, Seen

SHORTENERS = listed(
    """
    bit.ly t.co goo.gl tinyurl.com shorturl.fm shorturl.at ow.ly is.gd buff.ly cutt.ly rebrand.ly t.ly rb.gy
    adf.ly tiny.cc lnkd.in v.gd clck.ru vk.cc s.id soo.gd bl.ink t2m.io linktr.ee u.to qr.ae urlz.fr surl.li
    """
)
RISKY = listed(
    """
    xyz top club icu info biz online site website shop store win loan click vip bet casino poker pw tk ml ga
    cf gq work buzz monster cyou space fun live life world today pro bid date party review trade stream men
    rest sbs cfd guru link
    """
)
"""Endings that cost next to nothing and are over-represented in comment spam; weighed lightly."""

KNOWN = listed(
    """
    github.com gist.github.com gitlab.com bitbucket.org codeberg.org sourceforge.net stackoverflow.com
    superuser.com serverfault.com stackexchange.com askubuntu.com wikipedia.org wikimedia.org youtube.com
    youtu.be vimeo.com pypi.org python.org readthedocs.io readthedocs.org mozilla.org archive.org arxiv.org
    doi.org debian.org ubuntu.com kernel.org gnu.org w3.org ietf.org npmjs.com rubygems.org crates.io docs.rs
    launchpad.net pastebin.com imgur.com codepen.io jsfiddle.net reddit.com news.ycombinator.com lwn.net
    microsoft.com apple.com nixos.org archlinux.org opensuse.org fedoraproject.org redhat.com oracle.com
    mastodon.social hachyderm.io fosstodon.org
    """
)
"""Places readers point to; spam uses some of them too, so they only spare a message the rules on strange hosts."""


def is_known(host: str) -> bool:
    """Say whether ``host`` is one of the places readers point to, or under one."""
    return any(host == one or host.endswith(f".{one}") for one in KNOWN)


def link_signals(seen: Seen) -> Iterator[Signal]:
    """Return what the links to other sites say; nothing where there are none."""
    if not seen.outside:
        return
    hosts = list(dict.fromkeys(f.host for f in seen.outside))
    strange = [f for f in seen.outside if not is_known(f.host)]
    yield from count_signals(seen, hosts, strange)
    yield from written_signals(seen)
    if not strange:
        return
    if seen.words < 4:
        yield Signal("only-a-link", 1.0, "it is a link and hardly a word")
    elif len(seen.outside) == 1 and seen.prose.rstrip().rstrip(".,)>/\"' ").endswith(seen.outside[0].url.rstrip("/.,")):
        yield Signal("link-last", 0.5, "the last thing in it is a link")
    yield from host_signals([f.host for f in strange])
    yield from path_signals(strange)


def count_signals(seen: Seen, hosts: list[str], strange: list[Found]) -> Iterator[Signal]:
    """How many links there are; places readers point to weigh less."""
    count = len(seen.outside)
    where = f" ({', '.join(hosts[:3])}{', …' if len(hosts) > 3 else ''})"
    many = f"{plural(count, 'link')} to {'another site' if len(hosts) == 1 else 'other sites'}{where}"
    weight = 0.5 if strange else 0.2
    if count >= 4 and seen.words < 100 * count:
        weight += 0.8
    yield Signal("links", weight, many)
    if repeated := next((url for url, n in Counter(f.url for f in seen.outside).items() if n > 1), ""):
        yield Signal("link-twice", 0.6, f"the same link more than once: {repeated[:80]}")


def written_signals(seen: Seen) -> Iterator[Signal]:
    """Links written by hand in HTML, BBCode or Markdown, in a way that readers seldom use."""
    shapes = Counter(f.shape for f in seen.outside)
    if shapes["href"] and not seen.has_code:
        yield Signal("html-link", 1.7, f"{plural(shapes['href'], 'link')} written in HTML")
    if shapes["bbcode"]:
        yield Signal("bbcode", 2.1, f"{plural(shapes['bbcode'], 'link')} written in BBCode, as on forums")
    if titled := [f for f in seen.outside if f.title and folded(f.title) == folded(f.label)]:
        yield Signal("titled-link", 1.6, f"a link whose title repeats its words: '{titled[0].label[:60]}'")


def path_signals(found: list[Found]) -> Iterator[Signal]:
    """What the pages are called that links lead to."""
    slugs = [re.sub(r"[-_/+.%=&?]+", " ", f.url.partition("://")[2].partition("/")[2].casefold()[:200]) for f in found]
    if hard := next((m for slug in slugs if (m := phrases.HARD.search(slug))), None):
        yield Signal("trade-page", 1.5, f"a link whose address names a trade that lives on spam: '{hard[0]}'")
    elif soft := next((m for slug in slugs if (m := phrases.SOFT.search(slug))), None):
        yield Signal("sales-page", 0.8, f"a link whose address has words that advertising likes: '{soft[0]}'")


def host_signals(hosts: list[str]) -> Iterator[Signal]:
    """What the names of hosts say, one signal of each sort at most."""
    if short := [h for h in hosts if h in SHORTENERS]:
        yield Signal("shortener", 1.0, f"an address that does not show where it leads: {short[0]}")
    if trade := next(((m[0], h) for h in hosts if (m := phrases.TRADE_HOST.search(h))), None):
        yield Signal("trade-host", 1.2, f"an address with '{trade[0]}' in it, as sellers have: {trade[1][:80]}")
    if odd := [h for h in hosts if is_odd(h)]:
        yield Signal("odd-host", 0.7, f"an address with a long name, numbers or hyphens in it: {odd[0][:80]}")
    if risky := [h for h in hosts if h.rsplit(".", 1)[-1] in RISKY]:
        yield Signal("ending", 0.6, f"an ending that spam likes: .{risky[0].rsplit('.', 1)[-1]}")


def is_odd(host: str) -> bool:
    """Say whether a host looks made up: two hyphens, letters and digits mixed, or a very long name."""
    name = max(host.split(".")[:-1] or [host], key=len)
    return name.count("-") >= 2 or len(name) >= 20 or bool(re.search(r"[a-z]\d{1,6}[a-z]|\d{3}|[a-z]\d{1,2}$", name))
