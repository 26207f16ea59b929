"""What a writer's name and website look like. Few rules, and capped together: a name alone never decides. Pure."""

from __future__ import annotations

__all__ = ["writer_signals"]

import re
from collections.abc import Iterator
from dataclasses import replace
from urllib.parse import urlsplit

from ..message import Kind, Signal
from . import phrases
from .scripts import foreign_share
from .seen import LOGIN, Found, Seen
from .shapes import host_signals

MOST = 2.35
"""What name and website may weigh together, in log-odds: alone they lead to "unsure", never to "spam"."""

DOMAIN = re.compile(r"^(?:https?://)?(?:www\.)?(?:[\w-]{1,60}\.){1,4}[a-z]{2,12}(?:/\S{0,300})?$", re.I)
HOMES = re.compile(
    r"(?:^|\.)(?:github\.(?:io|com)|gitlab\.(?:io|com)|blogspot\.[a-z.]{2,6}|wordpress\.com|twitter\.com"
    r"|linkedin\.com|livejournal\.com|myopenid\.com|stackoverflow\.com|keybase\.io|about\.me|mastodon\.\w{2,12})$"
)
TRADES = (phrases.HARD, phrases.SOFT, phrases.OUTREACH["search ranking"], phrases.TRADE_NAME)
THROWAWAY = phrases.listed(
    """
    10minutemail.com 10minutemail.net 20minutemail.com discard.email dispostable.com dropmail.me emailfake.com
    emailondeck.com fakeinbox.com fakemail.net getairmail.com getnada.com grr.la guerrillamail.biz guerrillamail.com
    guerrillamail.de guerrillamail.net guerrillamail.org guerrillamailblock.com incognitomail.org inboxkitten.com
    jetable.org mail-temporaire.fr mailcatch.com maildrop.cc mailinator.com mailinator.net mailnesia.com mailnull.com
    mailsac.com mailtemp.info mintemail.com moakt.com mohmal.com mytemp.email mytrashmail.com nada.email sharklasers.com
    spam4.me spambog.com spambox.us temp-mail.io temp-mail.org tempail.com tempinbox.com
    tempmail.net tempmailo.com tempr.email throwawaymail.com trash-mail.com trashmail.com trashmail.de trashmail.net
    wegwerfmail.de wegwerfmail.net yopmail.com yopmail.fr yopmail.net
    """
)
"""Well-known services of mail addresses that live for minutes or need no password."""
NAME_WORD = re.compile(r"[^\W\d_]{2,40}")


def writer_signals(seen: Seen) -> Iterator[Signal]:
    """Return what name and website say, scaled down together where they would weigh more than `MOST`."""
    found = [*name_signals(seen), *website_signals(seen), *address_signals(seen)]
    total = sum(s.weight for s in found if s.weight > 0)
    for one in found:
        yield replace(one, weight=round(one.weight * MOST / total, 2)) if one.weight > 0 and total > MOST else one


def name_signals(seen: Seen) -> Iterator[Signal]:
    """A name that is an address, or keywords."""
    name, flat = seen.name, seen.name.casefold()
    if not name or flat == seen.message.sender.address:
        return
    if DOMAIN.match(name):
        if not LOGIN.search(flat):
            yield Signal("name-address", 1.2, f"the name looks like an address: '{name[:60]}'")
        return
    words = NAME_WORD.findall(name)
    if hit := next((m for p in TRADES if (m := p.search(flat))), None):
        yield Signal("name-trade", 1.5, f"the name has a word that sellers like in it: '{name[:60]}' ({hit[0]})")
    elif len(words) >= 3 and name == name.lower() and name.isascii():
        yield Signal("name-lower", 1.3, f"the name is all in small letters, as keywords are: '{name[:60]}'")
    elif len(words) >= 5:
        yield Signal("name-long", 0.8, f"the name is {len(words)} words long: '{name[:60]}'")
    share, script = foreign_share(name, seen.site.lang)
    if share > 0.5 and foreign_share(seen.prose, seen.site.lang)[0] < 0.3 and len(words) >= 3:
        yield Signal("name-script", 0.8, f"the name is in {script} letters and the words are not")


def website_signals(seen: Seen) -> Iterator[Signal]:
    """A website that was given: most spam gives one, many readers too."""
    site = seen.website
    if site is None:
        return
    if HOMES.search(site.host):
        yield Signal("website", 0.2, f"a website was given: {site.host}")
        return
    if not has_name(seen.name, site.host):
        yield Signal("website", 0.5, f"a website was given: {site.host}")
    if is_deep(site):
        yield Signal("deep-website", 1.2, "the website given is a page inside a site, not its front")
    yield from (
        replace(s, code=f"website-{s.code}", weight=round(s.weight * 0.8, 2)) for s in host_signals([site.host])
    )


def address_signals(seen: Seen) -> Iterator[Signal]:
    """An address made to be thrown away; never held against a thank-you, for readers protect themselves so too."""
    host = seen.message.sender.address.rpartition("@")[2].casefold()
    if Kind.THANKS not in seen.kinds and (known := next((d for d in THROWAWAY if _is_of(host, d)), "")):
        yield Signal("throwaway", 0.4, f"a mail address of the kind that is thrown away: {known}")


def _is_of(host: str, domain: str) -> bool:
    return host == domain or host.endswith(f".{domain}")


def has_name(name: str, host: str) -> bool:
    """Say whether ``host`` holds a word of a person's name (of at most three words, four letters or more)."""
    words = [w.casefold() for w in NAME_WORD.findall(name)]
    return len(words) <= 3 and not DOMAIN.match(name) and any(len(w) >= 4 and w in host for w in words)


def is_deep(site: Found) -> bool:
    """Say whether an address leads to a page inside, as links that are sold do, and not to somebody's front page."""
    try:
        parts = urlsplit(site.url)
    except ValueError:
        return False
    steps = [p for p in parts.path.split("/") if p]
    return (
        bool(parts.query)
        or len(steps) >= 2
        or (
            len(steps) == 1
            and (len(steps[0]) > 15 or "-" in steps[0] or steps[0].endswith((".php", ".html", ".htm", ".asp", ".aspx")))
        )
    )
