"""What stays in a text and a person should look at: IP addresses, streets, signatures, what tells who wrote it. Pure."""

from __future__ import annotations

__all__ = ["accounts", "identifying", "ip_addresses", "keys", "signature", "streets"]

import ipaddress
import re
from collections.abc import Iterator, Sequence

from .. import urls
from .names import Names
from .seen import Page

IPV4 = re.compile(r"(?<![\w.])(?<!::)(?<!ffff:)(?:\d{1,3}\.){3}\d{1,3}(?![\w]|\.\d)")
IPV6 = re.compile(r"(?<![\w:.])[0-9A-Fa-f:]{2,39}(?:\.\d{1,3}){0,3}(?![\w:])")

W = r"[^\W\d_][\w'’.-]{0,30}"
"""A word of a street's name."""
NUMBER = r"\d{1,4}[ ]?[a-zA-Z]?(?!\w)"
STREETS = tuple(
    re.compile(pattern)
    for pattern in (
        # German, Dutch, Swedish, Norwegian, Danish, Finnish: the kind is the end of the word
        (
            rf"(?<!\w)[A-ZÄÖÜÅØÆ][\w-]{{1,30}}(?:stra(?:ß|ss)e|str\.|weg|gasse|platz|allee|ring|damm|ufer|chaussee|steig|straat|"
            rf"laan|plein|gracht|kade|dijk|gatan|vägen|vegen|veien|gaten|vej|gade|allé|katu|kuja)[ ]{NUMBER}"
        ),
        rf"(?<!\w)[A-ZÄÖÜ][\w-]{{1,30}}[ ](?:Straße|Strasse|Str\.|Weg|Gasse|Platz|Allee|Ring|Damm|Ufer|Chaussee)[ ]{NUMBER}",
        (
            rf"(?<!\w)(?:Am|An der|An den|Auf der|Auf dem|Hinter der|Unter den)[ ]"
            rf"(?!\w{{0,8}}(?:tag|woch|abend)(?!\w)|(?:Januar|Februar|März|April|Mai|Juni|Juli|August|\w{{2,5}}ember|Oktober))"
            rf"[A-ZÄÖÜ][\w-]{{2,30}}[ ]{NUMBER}"
        ),
        # English: number, name, kind
        (
            r"(?<![\w.])\d{1,5}[A-Za-z]?[ ](?:[A-Z][\w'’.]{0,30}[ ]){1,3}(?:Street|St|Road|Rd|Avenue|Ave|Lane|Ln|Drive|Dr|"
            r"Boulevard|Blvd|Court|Place|Way|Terrace|Crescent|Close|Square|Highway|Hwy|Parkway|Pkwy)(?!\w)"
        ),
        # French, Spanish, Catalan, Portuguese, Italian: kind, name, number; in French often the number first
        (
            rf"(?i:(?<!\w)\d{{1,4}}(?:[ ]?(?:bis|ter))?,?[ ](?:rue|avenue|av\.|boulevard|bd|place|chemin|impasse|allée|quai|cours)[ ])"
            rf"(?:{W}[ ]?){{1,5}}"
        ),
        (
            rf"(?<!\w)(?:[Rr]ue|Avenue|Boulevard|Place|Chemin|Impasse|Allée|Quai|Calle|C/|Avenida|Avda\.?|Av\.|Plaza|Paseo|Camino|"
            rf"Carrer|Rua|Travessa|Praça|Via|Viale|Piazza|Corso|Largo)[ ](?:{W}[ ]){{0,4}}{W},?[ ](?:[nN][º°.]?[ ]?)?{NUMBER}"
        ),
        # Polish, Czech, Slovak, Russian, Ukrainian
        (
            rf"(?<!\w)(?:ul\.|ulica|ulice|al\.|aleja|pl\.|os\.|nám\.|náměstí|ул\.|улица|вул\.|вулиця|пр\.|проспект|пер\.)[ ]?"
            rf"(?:{W}[ ]){{0,3}}{W},?[ ](?:д\.[ ]?)?{NUMBER}"
        ),
        r"(?i:(?<!\w)(?:P\.?[ ]?O\.?[ ]Box|Postfach|boîte postale)[ ]\d[\d ]{0,8}\d)",
    )
)

KEY = re.compile(
    r"-----BEGIN [A-Z ]{0,30}PRIVATE KEY-----"
    r"|\b(?:AKIA|ASIA)[0-9A-Z]{16}\b|\b(?:ghp|gho|ghu|ghs|ghr|github_pat|glpat|xox[abprs]|sk|pk|rk|npm|pypi)[_-][\w-]{16,200}"
    r"|\beyJ[\w-]{10,2000}\.eyJ[\w-]{10,2000}"
    r"|(?:password|passwd|passphrase|passwort|kennwort|mot de passe|contraseña|wachtwoord|api[_ -]?key|secret|auth[_ -]?token|access[_ -]?token)"
    r"[\"']?[ \t]{0,2}[:=][ \t]{0,2}[^\s,;]{4,100}",
    re.IGNORECASE,
)
"""What a log or a configuration that somebody pastes holds by mistake."""
IBAN = re.compile(r"(?<!\w)[A-Z]{2}\d{2}(?: ?[0-9A-Z]{4}){2,7}(?: ?[0-9A-Z]{1,3})?(?!\w)")
CARD = re.compile(r"(?<![\w.-])\d(?:[ -]?\d){12,18}(?![\w-])")

GREETING = re.compile(
    r"(?:with |mit |met |med |many |meilleures |com os |z |s |с |з )?(?:(?:kind|best|warm|warmest|kindest|friendly|freundlichen|"
    r"freundliche|freundlichem|viele|liebe|lieben|beste|besten|herzliche|herzlichen|schöne|vriendelijke|hartelijke|vänliga?|bästa|"
    r"venlig|vennlig|bedste|beste|cordiales|mes|bien|un|cordiali|distinti|melhores|přátelským|наилучшими)[ ])?"
    r"(?:regards|wishes|greetings|grüße|grüßen|grüssen|grüsse|gruß|gruss|cordialement|salutations|saludos?|saluti|groet|groeten|"
    r"hälsningar|hälsning|hilsen|terveisin|cumprimentos|pozdrawiam|poważaniem|pozdravem|уважением|пожеланиями|повагою|üdvözlettel|"
    r"tisztelettel|saygılarımla)"
    r"|(?:yours )?(?:sincerely|truly|faithfully)(?: yours)?|all the best|mfg|mvh|mvg|atentamente|atenciosamente|amicalement|best|cheers|yours|lg|vg|"
    r"bien à vous|敬具|此致",
    re.IGNORECASE,
)
MAX_SIGNATURE_LINES = 12

TELLING = re.compile(
    r"(?<!\w)(?:I(?:['’]m| am)? (?:work(?:ing|ed)? (?:at|for|as)|employed (?:at|by)|(?:the|a) (?:author|maintainer|founder|owner|ceo|"
    r"cto|head|director) (?:of|at))|(?:at |in |on )?(?:my|our) (?:(?:own|personal) )?(?:company|employer|blog|website|web site|site|"
    r"homepage|university|school|podcast|channel|book|startup|firm|agency|github|team at)|ich arbeite (?:bei|für|als|an)|"
    r"(?:mein|meine[mnr]?|unser|unsere[mnr]?) (?:firma|arbeitgeber|blog|webseite|website|homepage|seite|uni|universität|schule|buch|"
    r"unternehmen)|je travaille (?:chez|pour|à)|(?:mon|notre) (?:blog|site|entreprise|employeur|livre|université)|"
    r"ma (?:société|boîte)|trabajo (?:en|para)|(?:mi|nuestra) (?:empresa|blog|página|web|libro|universidad)|lavoro (?:per|presso)|"
    r"(?:il mio|la mia) (?:blog|sito|azienda)|ik werk (?:bij|voor)|(?:mijn|ons) (?:blog|bedrijf|site|website|werkgever)|"
    r"jag jobbar (?:på|för)|min (?:blogg|hemsida|arbetsgivare)|pracuję w)(?!\w)[^\n.!?;]{0,60}",
    re.IGNORECASE,
)


def ip_addresses(page: Page) -> Iterator[str]:
    """Yield IP addresses, of code too; not those that are the same everywhere (``127.0.0.1``, ``0.0.0.0``, ``::1``)."""
    for pattern in (IPV4, IPV6):
        for m in pattern.finditer(page.text):
            if pattern is IPV6 and (m[0].count(":") < 2 or not any(c.isdigit() for c in m[0])):
                continue
            try:
                found = ipaddress.ip_address(m[0])
            except ValueError:
                continue
            if not (found.is_loopback or found.is_unspecified or m[0].startswith("255.")):
                yield m[0]


def keys(page: Page) -> Iterator[str]:
    """Yield what looks like a password, a token or a private key, code included. Linear in the text."""
    for m in KEY.finditer(page.text):
        yield m[0]


def accounts(page: Page) -> Iterator[str]:
    """Yield the numbers of bank accounts and cards: those whose check digits hold (ISO 13616, ISO/IEC 7812)."""
    for m in IBAN.finditer(page.text):
        plain = m[0].replace(" ", "")
        if 15 <= len(plain) <= 34 and int("".join(str(int(c, 36)) for c in plain[4:] + plain[:4])) % 97 == 1:
            yield m[0]
    for m in CARD.finditer(page.text):
        digits = [int(c) for c in m[0] if c.isdigit()]
        doubled = [d if n % 2 == 0 else d * 2 - 9 * (d > 4) for n, d in enumerate(reversed(digits))]
        if digits[0] in (3, 4, 5, 6) and len(set(digits)) > 1 and sum(doubled) % 10 == 0:
            yield m[0]


def streets(page: Page) -> Iterator[str]:
    """Yield what looks like a street with its number, in the forms of some fifteen languages."""
    for line in page.text.split("\n"):
        if any(c.isdigit() for c in line):
            for pattern in STREETS:
                for m in pattern.finditer(line):
                    yield m[0].strip()


def signature(page: Page, names: Names) -> str:
    """Return the greeting whose lines behind it look like a signature; ``""`` where there is none.

    A single line behind it that holds nothing but a name of ``names`` is how letters end, and no news.
    """
    lines = [line.strip() for line in page.text.split("\n") if line.strip()]
    for n in range(max(0, len(lines) - MAX_SIGNATURE_LINES - 1), len(lines)):
        greeting, behind = lines[n].strip(" ,.!–—-"), [b for b in lines[n + 1 :] if b.strip(" ,.–—-[…]")]
        if len(greeting) <= 60 and GREETING.fullmatch(greeting) and behind:
            words = [w.casefold() for w in re.findall(r"\w+", behind[0][:100])]
            if len(behind) > 1 or not words or not set(words) <= names.every:
                return greeting
    return ""


def identifying(page: Page, names: Names) -> Iterator[str]:
    """Yield what could tell who the writer is though the name is gone: work, own pages, links that hold the name."""
    for m in TELLING.finditer(page.text):
        yield m[0].strip(" ,:")
    for start, end in page.links:
        url = page.text[start:end]
        place = urls.host(url).casefold() + url.partition("://")[2].partition("/")[2].casefold()
        if any(len(name) > 2 and name in place for name in names.every):
            yield url


def quoted(texts: Sequence[str], most: int = 5) -> str:
    """Return up to ``most`` texts in quotation marks, and how many more there are."""
    every = list(dict.fromkeys(t if len(t) <= 80 else t[:79] + "…" for t in texts))
    more = f" and {len(every) - most} more" if len(every) > most else ""
    return ", ".join(f"“{t}”" for t in every[:most]) + more
