"""Addresses in text: what is found, what is one address, and what mail filters hid."""

from __future__ import annotations

import base64
import time
from urllib.parse import quote

import pytest

from gratitude.urls import canonical, find, host, original, unwrapped

TRUE = "https://stillpages.example.com/redirects-that-last/?a=1&b=two#end"
CODED = quote(TRUE, safe="")
SAFE = f"https://eur02.safelinks.protection.outlook.com/?url={CODED}&data=05%7C02%7Cmaren%40stillpages.example.com&reserved=0"


@pytest.mark.parametrize(
    "wrapped",
    [
        pytest.param(SAFE, id="Safe Links"),
        pytest.param(SAFE.replace("/?url", "/ap/w-59584e83/?url"), id="Safe Links for Office"),
        pytest.param(SAFE.replace("eur02.", ""), id="Safe Links without region"),
        pytest.param(SAFE.replace("outlook.com", "office365.us"), id="Safe Links of the government"),
        pytest.param(
            SAFE.replace("safelinks.protection.outlook.com", "SafeLinks.Protection.Outlook.com"), id="another case"
        ),
        pytest.param(
            f"https://statics.teams.cdn.office.net/evergreen-assets/safelinks/1/atp-safelinks.html?url={CODED}",
            id="Teams",
        ),
        pytest.param(f"https://urldefense.proofpoint.com/v1/url?u={CODED}&k=x", id="Proofpoint v1"),
        pytest.param(
            "https://urldefense.proofpoint.com/v2/url?u=https-3A__stillpages.example.com_redirects-2Dthat-2Dlast_-3Fa-3D1-26b-3Dtwo-23end&d=x",
            id="Proofpoint v2",
        ),
        pytest.param(f"https://urldefense.com/v3/__{TRUE}__;!!AbC!x-y$", id="Proofpoint v3"),
        pytest.param(
            f"https://urldefense.us/v3/__{TRUE.replace('#', '*')}__;Iw!!AbC!x$",
            id="Proofpoint v3 with a replaced character",
        ),
        pytest.param(
            f"https://urldefense.com/v3/__{TRUE.replace('//', '/', 1)}__;!!AbC!x$", id="Proofpoint v3 with one slash"
        ),
        pytest.param(f"https://linkprotect.cudasvc.com/url?a={CODED}&c=E,1,x&typo=1", id="Barracuda"),
        pytest.param(f"https://www.google.com/url?q={CODED}&sa=D&source=x", id="Google"),
        pytest.param(f"https://www.google.co.uk/url?sa=t&url={CODED}", id="Google in another country"),
        pytest.param(f"https://secure-web.cisco.com/1abcDEF/{CODED}", id="Cisco"),
        pytest.param(
            f"https://eu-west-1.protection.sophos.com?d=example.com&u={base64.urlsafe_b64encode(TRUE.encode()).decode().rstrip('=')}&i=x",
            id="Sophos",
        ),
        pytest.param(f"https://clicktime.symantec.com/3AbC?u={CODED}", id="Symantec"),
        pytest.param(
            f"https://imsva91-ctp.trendmicro.com:443/wis/clicktime/v1/query?url={CODED}&umid=x", id="Trend Micro"
        ),
        pytest.param(f"https://protect2.fireeye.com/url?k=1&u={CODED}", id="FireEye"),
        pytest.param(f"https://url.avanan.click/v2/___{TRUE}___.YXAzOm", id="Avanan"),
        pytest.param(f"https://l.facebook.com/l.php?u={CODED}&h=x", id="Facebook"),
        pytest.param(
            f"https://nam02.safelinks.protection.outlook.com/?url={quote(SAFE, safe='')}&data=x",
            id="one inside another",
        ),
    ],
)
def test_a_wrapping_is_undone(wrapped):
    """What a mail filter wrote around an address is taken off, also twice."""
    assert unwrapped(wrapped) == TRUE


@pytest.mark.parametrize(
    "wrapped",
    [
        pytest.param("https://protect-eu.mimecast.com/s/AbCdEf?domain=example.com", id="Mimecast keeps the address"),
        pytest.param("https://url.uk.m.mimecastprotect.com/s/AbC", id="Mimecast's other host"),
        pytest.param("https://eur02.safelinks.protection.outlook.com/?data=x", id="Safe Links cut off"),
        pytest.param("https://urldefense.com/v3/__https://example", id="Proofpoint v3 cut off"),
        pytest.param(f"https://l.facebook.com/l.php?u={quote('javascript:alert(1)')}", id="what is no address"),
        pytest.param("https://eu.protection.sophos.com?u=%FF%FF%FF", id="broken base64"),
    ],
)
def test_a_wrapping_that_cannot_be_undone_is_none(wrapped):
    """Nothing is guessed: the caller elides it whole."""
    assert unwrapped(wrapped) is None


@pytest.mark.parametrize(
    "url",
    [
        TRUE,
        "https://www.google.com/search?q=https%3A%2F%2Fexample.com",
        "https://www.google.com/url",
        "https://notsafelinks.protection.outlook.com.example.com/?url=https%3A%2F%2Fx.example.com",
        "https://example.com/url?q=https%3A%2F%2Fother.example.com",
        "https://www.mimecast.com/blog/",
        "https://[broken/",
        "https://google.example.com/url?q=https%3A%2F%2Fx.example.com",
    ],
)
def test_what_is_not_wrapped_stays(url):
    """An address that only looks alike is left as it is."""
    assert url == unwrapped(url)


def test_what_comes_out_of_a_wrapping_stands_on_one_line():
    """No white space, control character or quote can be smuggled through a wrapping."""
    wrapped = "https://x.safelinks.protection.outlook.com/?url=" + quote('https://example.com/a b\n"<c>\x00')

    assert unwrapped(wrapped) == "https://example.com/a%20b%0A%22%3Cc%3E%00"


def test_wrappings_without_end_are_given_up():
    """More layers than any mail has are no address, and quickly."""
    url = TRUE
    for _ in range(9):
        url = "https://www.google.com/url?q=" + quote(url, safe="")[:7000]
    start = time.process_time()

    found = unwrapped(url)

    assert (found, time.process_time() - start < 0.5) == (None, True)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("see https://example.com/a.", ["https://example.com/a"]),
        ("(https://example.com/a_(b))", ["https://example.com/a_(b)"]),
        (
            "<https://example.com/x> and http://e.example.com/?q=1,",
            ["https://example.com/x", "http://e.example.com/?q=1"],
        ),
        ("https://", []),
        ("no address", []),
    ],
)
def test_find_leaves_the_punctuation_behind(text, expected):
    """An address ends before the punctuation of the sentence."""
    assert expected == [url for _, _, url in find(text)]


@pytest.mark.parametrize(
    "spelling",
    [
        "https://www.stillpages.example.com/a/",
        "http://stillpages.example.com:80/a/index.html",
        "https://stillpages.example.com/a?utm_source=x#part",
        "https://STILLPAGES.example.com/%61",
    ],
)
def test_spellings_of_one_address_are_one(spelling):
    """Scheme, port, www, tracking, fragment and index.html make no other page."""
    assert canonical(spelling) == "stillpages.example.com/a"


def test_host_of_what_is_no_address():
    """A broken address has no host and raises nothing."""
    assert [host("https://[x"), host("words"), host("https://www.Example.com:8000/x")] == ["", "", "example.com"]


@pytest.mark.parametrize(
    ("url", "expected"),
    [
        ("https://web.archive.org/web/20240501000000/https://blog.example/cron.html", "https://blog.example/cron.html"),
        ("http://web.archive.org/web/2024id_/http://blog.example/cron.html", "http://blog.example/cron.html"),
        ("https://archive.ph/newest/https://blog.example/cron.html", "https://blog.example/cron.html"),
        ("https://blog-example.cdn.ampproject.org/c/s/blog.example/cron.html", "https://blog.example/cron.html"),
        ("https://www.google.com/amp/s/blog.example/cron.html", "https://blog.example/cron.html"),
        (
            "https://my--blog-example.translate.goog/cron.html?_x_tr_sl=en&_x_tr_tl=de",
            "https://my-blog.example/cron.html",
        ),
        (
            "https://translate.google.com/translate?sl=en&u=https%3A%2F%2Fblog.example%2Fcron.html",
            "https://blog.example/cron.html",
        ),
        (
            "https://webcache.googleusercontent.com/search?q=cache:AbC:blog.example/cron.html",
            "https://blog.example/cron.html",
        ),
        ("https://blog.example/cron.html", "https://blog.example/cron.html"),
        ("https://web.archive.org/about", "https://web.archive.org/about"),
        ("https://r.jina.ai/https://blog.example/cron.html", "https://blog.example/cron.html"),
        ("https://12ft.io/proxy?q=https://blog.example/cron.html", "https://blog.example/cron.html"),
        ("https://archive.ph/AbCdE", "https://archive.ph/AbCdE"),
    ],
)
def test_a_copy_leads_to_its_page(url, expected):
    """Archives, caches and translations keep the address they copied; a shortened one keeps nothing."""
    assert expected == original(url)


@pytest.mark.parametrize(
    "url",
    [
        "https://out.reddit.com/t3_x?url=https%3A%2F%2Fblog.example%2Fcron.html&token=x",
        "https://getpocket.com/redirect?url=https%3A%2F%2Fblog.example%2Fcron.html",
        "https://duckduckgo.com/l/?uddg=https%3A%2F%2Fblog.example%2Fcron.html",
    ],
)
def test_a_services_redirection_is_undone(url):
    """Readers copy the address their list or search engine shows."""
    assert "https://blog.example/cron.html" == unwrapped(url)
