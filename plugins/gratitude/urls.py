"""Addresses in text: finding them, undoing what mail filters did to them, and making two spellings one. Pure."""

from __future__ import annotations

__all__ = ["canonical", "find", "host", "original", "unwrapped"]

import base64
import re
from collections.abc import Iterator
from urllib.parse import parse_qsl, quote, unquote, urlencode, urlsplit

URL = re.compile(r"https?://[^\s<>\"'“”«»]+", re.IGNORECASE)
TRAILING = ".,;:!?…*_'\"”’»"
TRACKING = re.compile(r"^(utm_\w+|fbclid|gclid|mc_[ce]id|igshid|ref|source)$")
"""Query parameters that say how somebody came, not what the page is (remark42 #411)."""


def find(text: str) -> Iterator[tuple[int, int, str]]:
    """Yield (start, end, address) for each http(s) address in ``text``, without the punctuation behind it."""
    for m in URL.finditer(text):
        url, end = m[0], len(m[0])
        unopened = url.count(")") - url.count("(")
        while end and (url[end - 1] in TRAILING or url[end - 1] in "]}" or (url[end - 1] == ")" and unopened > 0)):
            unopened -= url[end - 1] == ")"
            end -= 1
        if end > len("https://"):
            yield m.start(), m.start() + end, url[:end]


def host(url: str) -> str:
    """Return the host of ``url`` in lower case, without port and ``www.``; ``""`` where there is none."""
    try:
        return (urlsplit(url).hostname or "").removeprefix("www.")
    except ValueError:
        return ""


def canonical(url: str) -> str:
    """Return the one spelling of ``url`` that two people's copies share: ``host/path`` or ``host/path?query``.

    Scheme, port, ``www.``, fragment, tracking parameters, ``index.html`` and the last slash go; percent-encoding is
    undone; the path keeps its case. ``""`` for what is no address.
    """
    try:
        parts = urlsplit(url)
    except ValueError:
        return ""
    path = re.sub(r"/(index\.html?)?$", "", unquote(parts.path))
    query = [(k, v) for k, v in parse_qsl(parts.query, keep_blank_values=True) if not TRACKING.match(k)]
    return host(url) + path + ("?" + urlencode(query) if query else "")


COPIES = re.compile(
    r"https?://(?:"
    r"web\.archive\.org/(?:web|save)/(?:\d{1,14}(?:[a-z]{2}_)?/|\*/)?"  # Internet Archive
    r"|archive\.(?:today|ph|is|li|vn|fo|md)/(?:newest/|\d{4,14}/|o/\w{1,10}/)"
    r"|[\w.-]{1,200}\.cdn\.ampproject\.org/[cvi]/(?P<s1>s/)?"  # AMP caches
    r"|(?:www\.)?google\.[a-z.]{2,6}/amp/(?P<s2>s/)?"
    r"|r\.jina\.ai/|12ft\.io/(?:proxy\?q=)?|feedly\.com/i/(?:entry|article)/"  # reading services
    r"|webcache\.googleusercontent\.com/search\?q=cache:(?:[\w-]{1,20}:)?"
    r"|translate\.google(?:usercontent)?\.[a-z.]{2,6}/translate(?:_c)?\?(?:[^#\s]{0,200}&)?u="
    r")(?P<url>[^\s]{4,2000})",
    re.IGNORECASE,
)
TRANSLATED = re.compile(r"https?://([a-z0-9-]{4,250})\.translate\.goog(/[^\s]{0,2000})?", re.IGNORECASE)


def original(url: str) -> str:
    """Return the address of the page that ``url`` is a copy of: in an archive, a cache or a translation; else ``url``.

    For looking a page up; what the writer wrote stays the copy's address.
    """
    if m := TRANSLATED.fullmatch(url):  # "-" stands for a dot, "--" for a hyphen
        name = m[1].replace("--", "\0").replace("-", ".").replace("\0", "-")
        return f"https://{name}{re.sub(r'[?&]_x_tr_[^&#]*', '', m[2] or '/')}"
    if not (m := COPIES.fullmatch(url)):
        return url
    found = m["url"]
    if found[:9].lower().startswith(("http%3a", "https%3a")):
        found = unquote(found.partition("&")[0])
    return found if re.match(r"https?:/", found, re.IGNORECASE) else f"https://{found}"


# (end of host, start of path, query parameters that hold the true address). A parameter in base64 begins with "b64:".
WRAPPERS = (
    (".safelinks.protection.outlook.com", "", ("url",)),
    (".safelinks.protection.office365.us", "", ("url",)),
    (".safelinks.protection.outlook.cn", "", ("url",)),
    (".safelinks.protection.partner.outlook.cn", "", ("url",)),
    (".safelink.emails.azure.net", "/redirect", ("destination",)),
    ("statics.teams.cdn.office.net", "/evergreen-assets/safelinks", ("url",)),
    ("statics.teams.microsoft.com", "/evergreen-assets/safelinks", ("url",)),
    ("urldefense.proofpoint.com", "/v1/", ("u",)),
    ("linkprotect.cudasvc.com", "/url", ("a",)),
    ("google.*", "/url", ("q", "url")),
    ("protection.sophos.com", "", ("b64:u",)),
    ("clicktime.symantec.com", "", ("u",)),
    ("clicktime.cloud.postoffice.net", "", ("u",)),
    ("-ctp.trendmicro.com", "", ("url",)),
    ("protect.fireeye.com", "", ("u",)),
    ("protect2.fireeye.com", "", ("u",)),
    ("link.edgepilot.com", "/s/", ("u",)),
    ("l.facebook.com", "/l.php", ("u",)),
    ("lm.facebook.com", "/l.php", ("u",)),
    ("l.instagram.com", "", ("u",)),
    ("youtube.com", "/redirect", ("q",)),
    ("linkedin.com", "/redir/", ("url",)),
    ("slack-redir.net", "/link", ("url",)),
    ("out.reddit.com", "", ("url",)),
    ("getpocket.com", "/redirect", ("url",)),
    ("duckduckgo.com", "/l/", ("uddg",)),
    ("t.umblr.com", "/redirect", ("z",)),
    ("vk.com", "/away.php", ("to",)),
    ("steamcommunity.com", "/linkfilter/", ("url", "u")),
    ("mimecast.com", "/s/", ()),
    ("mimecastprotect.com", "/s/", ()),
    ("mimecastprotect.com", "/r/", ()),
)
GOOGLE = re.compile(r"google\.(?:com?\.)?[a-z]{2,3}")
PROOFPOINT_V3 = re.compile(r"/v3/__(.+)__;(.*?)!")
RUN_LENGTHS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_"
MAX_WRAPPED = 8000


def _fits(name: str, ending: str) -> bool:
    """Whether ``name`` is this host, one below it, or, for ``google.*``, the like in any country."""
    if ending == "google.*":
        return bool(GOOGLE.fullmatch(name))
    bare = ending.lstrip(".")
    return name == bare or name.endswith(ending if ending[0] in ".-" else "." + bare)


def _in_path(name: str, path: str) -> str | None:
    """The address that Proofpoint v3, Cisco or Avanan wrote into the path; None where there is none."""
    if name in ("urldefense.com", "urldefense.us", "urldefense.proofpoint.com") and (m := PROOFPOINT_V3.search(path)):
        return _proofpoint_v3(m[1], m[2])
    if name == "secure-web.cisco.com":
        return unquote(path.rpartition("/")[2])
    if name.endswith(("avanan.click", "url-protection.com", "checkpoint.com")) and path.count("___") >= 2:
        return path.split("___")[1]
    return None


def _proofpoint_v3(address: str, encoded: str) -> str:
    """Proofpoint v3: each ``*`` is one character of the base64 behind it, ``**X`` a run of them."""
    try:
        letters = base64.urlsafe_b64decode(encoded + "=" * (-len(encoded) % 4)).decode()
    except ValueError:
        return ""
    out, i, at = [], 0, 0
    while i < len(address):
        run = 1
        if address[i] != "*":
            out.append(address[i])
            i += 1
            continue
        if address[i : i + 2] == "**" and address[i + 2 : i + 3] in RUN_LENGTHS and i + 2 < len(address):
            run, i = RUN_LENGTHS.index(address[i + 2]) + 2, i + 2
        out.append(letters[at : at + run])
        at, i = at + run, i + 1
    return re.sub(r"^(https?:/)(?=[^/])", r"\1/", "".join(out))


def _parameter(query: str, wanted: str) -> str:
    """A parameter's value, whatever the case of its name; base64 undone where the filter writes it so."""
    name, is_base64 = wanted.removeprefix("b64:"), wanted.startswith("b64:")
    try:
        value = next((v for k, v in parse_qsl(query, max_num_fields=100) if k.lower() == name), "")
        return base64.urlsafe_b64decode(value + "=" * (-len(value) % 4)).decode() if is_base64 else value
    except ValueError:
        return ""


def _once(url: str) -> str | None:
    """One layer of wrapping undone; ``url`` itself when there is none, None when it cannot be."""
    name = host(url)
    try:
        parts = urlsplit(url)
    except ValueError:
        return url
    true = _in_path(
        name, parts.path + ("?" + parts.query if parts.query else "") + ("#" + parts.fragment if parts.fragment else "")
    )
    if true is None and name == "urldefense.proofpoint.com" and parts.path.startswith("/v2/"):
        true = unquote(_parameter(parts.query, "u").replace("-", "%").replace("_", "/"))
    if true is None and name in ("urldefense.com", "urldefense.us"):
        return None
    for ending, path, parameters in WRAPPERS:
        if true is None and _fits(name, ending) and parts.path.lower().startswith(path):
            if ending == "google.*" and not any(_parameter(parts.query, p) for p in parameters):
                return url
            true = next((v for p in parameters if (v := _parameter(parts.query, p))), "")
    if true is None:
        return url
    true = re.sub('[\\s<>"\x00-\x20\x7f-\x9f\u2028\u2029]', lambda m: quote(m[0]), true.strip())
    return true if true.lower().startswith(("http://", "https://")) and host(true) else None


def unwrapped(url: str) -> str | None:
    """Return the true address inside a mail filter's wrapping, ``url`` itself when it is not wrapped.

    None for a wrapping that cannot be undone (Mimecast keeps the address to itself). Known: Microsoft Safe Links,
    Proofpoint v1 to v3, Barracuda, Cisco, Sophos, Symantec, Trend Micro, FireEye, Google and their like; also one
    inside another, up to five deep.
    """
    for _ in range(6):
        true = _once(url) if len(url) <= MAX_WRAPPED else url
        if true is None or true == url:
            return true
        url = true
    return None
