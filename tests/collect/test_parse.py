"""Every pair in corpus/mail is a rule: the mail, and what of it is expected (only the fields that are named)."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from collect.samples import mail
from gratitude.collect.parse import parse, true_addresses
from gratitude.collect.skim import skim
from gratitude.message import Folder, Person

CORPUS = Path(__file__).parents[1] / "corpus" / "mail"
MAILS = sorted(p.stem for p in CORPUS.glob("*.eml"))
FORM = ("post", "show", "honeypot", "seconds", "author_url")
PLAIN = b"From: Ann <ann@example.com>\nDate: Fri, 9 May 2025 08:00:00 +0000\nSubject: Hi\n\nThank you.\n"


def read(name, expected):
    """What parse and skim say of a mail, in the fields of the pair."""
    raw = (CORPUS / f"{name}.eml").read_bytes()
    m = parse(raw, trusted=expected.get("trusted", False))
    found = {
        "rule": expected["rule"],
        "trusted": expected.get("trusted"),
        "reason": skim(raw),
        "name": m.sender.name,
        "address": m.sender.address,
        "to": list(m.to),
        "references": list(m.references),
        "sent": m.sent.isoformat() if m.sent else None,
        "folder": m.folder.value,
        "via": m.via.value,
        "form": {k: getattr(m.form, k) for k in FORM},
        "facts": {k: m.facts.get(k) for k in expected.get("facts", ())},
        "unreadable": m.facts.get("unreadable"),
        "quoted_has": expected.get("quoted_has") if expected.get("quoted_has", "") in m.quoted else m.quoted,
        "identity_starts": m.identity[: len(expected.get("identity_starts", ""))],
    }
    plain = {
        k: getattr(m, k)
        for k in ("identity", "subject", "own_words", "quoted", "message_id", "in_reply_to", "is_reaction")
    }
    return {k: {**found, **plain}[k] for k in expected}


@pytest.mark.parametrize("name", MAILS)
def test_a_mail_of_the_corpus_reads_as_expected(name):
    """The pair's own rule."""
    expected = json.loads((CORPUS / f"{name}.expected.json").read_text("utf-8"))

    found = read(name, expected)

    assert expected == found


@pytest.mark.parametrize("name", MAILS)
def test_own_words_and_quotes_are_lines_of_the_body(name):
    """No line of the writer's or of the quoted part is invented, and every line is in one of the two."""
    m = parse((CORPUS / f"{name}.eml").read_bytes())

    body, shown = m.body.split("\n"), [*m.own_words.split("\n"), *m.quoted.split("\n")]
    invented = [
        line for line in shown if line.strip() and line not in m.body and line.rstrip() not in map(str.rstrip, body)
    ]
    lost = [line for line in body if line.strip() and line.rstrip() not in map(str.rstrip, shown)]

    assert (invented, lost) == ([], [])


@pytest.mark.parametrize("name", MAILS)
def test_crlf_and_lf_make_one_message(name):
    """Containers differ in line ends; identity and words do not."""
    raw = (CORPUS / f"{name}.eml").read_bytes()

    lf, crlf = parse(raw), parse(raw.replace(b"\n", b"\r\n"))

    assert (lf.identity, lf.own_words, lf.subject, lf.sent) == (crlf.identity, crlf.own_words, crlf.subject, crlf.sent)


@pytest.mark.parametrize(
    "other",
    [
        pytest.param(PLAIN.replace(b"\n", b"\r\n"), id="line ends"),
        pytest.param(PLAIN + b"\n\n", id="empty lines at the end"),
        pytest.param(PLAIN.replace(b"Subject: Hi", b"X-Other: 1\nSubject:\n Hi"), id="folding and other headers"),
        pytest.param(
            PLAIN.replace(b"\n\nThank you.", b"\nContent-Transfer-Encoding: base64\n\nVGhhbmsgeW91Lg=="),
            id="transfer encoding",
        ),
    ],
)
def test_a_hash_identity_does_not_depend_on_the_container(other):
    """From, Date, Subject and the text are one message, however a mailbox stores them."""
    assert parse(PLAIN).identity == parse(other).identity


def test_from_quoting_does_not_change_the_identity():
    """An mbox quotes ``From `` in a body; the identity is that of the letter."""
    letter = PLAIN + b"From here on it works.\n"

    assert parse(letter).identity == parse(letter.replace(b"\nFrom here", b"\n>From here")).identity


@pytest.mark.parametrize("change", [(b"Thank", b"Thunk"), (b"9 May", b"8 May"), (b"Hi", b"Ho"), (b"ann@", b"ben@")])
def test_a_hash_identity_tells_letters_apart(change):
    """Another From, Date, Subject or text is another message."""
    assert parse(PLAIN).identity != parse(PLAIN.replace(*change)).identity


def test_hashed_identity_ignores_a_message_id():
    """Form mailers repeat their Message-ID: the hash tells such letters apart."""
    one = PLAIN.replace(b"Subject", b"Message-ID: <form@example.com>\nSubject")

    assert ("mid:form@example.com", parse(PLAIN).identity) == (parse(one).identity, parse(one).fingerprint)


def test_references_keep_the_last_two_hundred():
    """A hostile References cannot grow: the nearest ancestors stay."""
    ids = " ".join(f"<{n}@x>" for n in range(500)).encode()

    found = parse(b"References: " + ids + b"\n\nx").references

    assert (len(found), found[0], found[-1]) == (200, "300@x", "499@x")


def test_the_folder_is_kept_and_labels_refine_only_an_inbox():
    """A mail from a Sent folder is sent, whatever its labels say."""
    raw = b"X-Gmail-Labels: Spam\nFrom: a@example.com\n\nx"

    assert (parse(raw).folder, parse(raw, folder=Folder.SENT).folder) == (Folder.JUNK, Folder.SENT)


def test_the_raw_mail_is_kept():
    """Nothing is lost: the bytes stay beside what was read."""
    assert parse(PLAIN).raw == PLAIN


@pytest.mark.parametrize("raw", [b"", b"\n", b"\0", b"no header at all", b"\xff\xfe" * 50])
def test_what_is_no_mail_is_unreadable(raw):
    """Bytes without a header are kept with the reason."""
    m = parse(raw)

    assert ("it has no header", Person()) == (m.facts.get("unreadable"), m.sender)


def test_a_bug_of_ours_costs_no_letter(monkeypatch):
    """Whatever goes wrong inside, the mail is kept as unreadable."""
    monkeypatch.setattr("gratitude.collect.parse.leaves", lambda *a: 1 / 0)

    m = parse(PLAIN)

    assert (m.facts["unreadable"], m.raw) == ("gratitude could not read it (ZeroDivisionError)", PLAIN)


def test_an_old_mac_mail_with_bare_cr_is_read():
    """Lines that end in CR alone are lines."""
    assert parse(PLAIN.replace(b"\n", b"\r")).own_words == "Thank you."


def test_a_date_days_after_its_receipt_is_a_broken_clock():
    """No letter is received two days before it was sent."""
    raw = b"Received: x; Fri, 9 May 2025 08:00:00 +0000\nDate: Fri, 9 May 2036 08:00:00 +0000\nFrom: a@example.com\n\nx"

    assert str(parse(raw).day) == "2025-05-09"


def test_true_addresses_leaves_other_text_alone():
    """Only wrapped addresses change."""
    text = "see https://example.com/a_(b), or mail ann@example.com."

    assert text == true_addresses(text)


def test_the_pure_core_pairs_every_mail_with_its_expectation():
    """No mail without its JSON, no JSON without its mail."""
    assert sorted(p.name.removesuffix(".expected.json") for p in CORPUS.glob("*.json")) == MAILS


@pytest.mark.parametrize(
    ("heads", "words"),
    [
        (("", "Content-Disposition: inline; filename=cron.log\n"), "one"),
        (("", 'Content-Type: text/plain; name="notes.txt"\n'), "one"),
        (("", ""), "one\n\ntwo"),
        (('Content-Type: text/plain; name="body.txt"\n', ""), "one\n\ntwo"),
    ],
)
def test_a_file_between_the_words_is_none_of_them(heads, words):
    """Apple Mail sends a log in line behind the words; where the first part has a name, the words themselves have one."""
    parts = "".join(f"--b\n{head}\n{text}\n" for head, text in zip(heads, ("one", "two"), strict=True))
    raw = f"From: ann@example.com\nSubject: Hi\nContent-Type: multipart/mixed; boundary=b\n\n{parts}--b--\n"

    assert words == parse(raw.encode()).own_words


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("<html><body><p>Thank you &amp; bye</p></body></html>", "Thank you & bye"),
        ('<div dir="ltr">Thank you</div>', "Thank you"),
        ("<p>is a tag, and <b> too", "<p>is a tag, and <b> too"),
        ("How do I write <div>?", "How do I write <div>?"),
    ],
)
def test_a_page_that_calls_itself_plain_text_is_a_page(text, words):
    """Some mailers send HTML as text/plain; words about HTML are words."""
    assert words == parse(b"From: ann@example.com\nSubject: Hi\n\n" + text.encode()).own_words


def test_a_letter_that_begins_with_html_is_a_letter():
    """A reader who shows a line of HTML and goes on in words keeps both; an address in angle brackets ends no page."""
    words = '<div class="box">My box</div>\n\ndoes not show up. Why?\n\nBen <https://ben.example.com>'

    assert words == parse(mail(words=words)).own_words


@pytest.mark.parametrize(
    ("kind", "body", "words"),
    [
        ("multipart/mixed", "Thank you.", "Thank you."),
        ("text/markdown", "Thank *you*.", "Thank *you*."),
        ("text/enriched", "<bold>Thank</bold> you << all.", "Thank you < all."),
        ("text/plain", "It&#39;s fixed &amp; runs.", "It's fixed & runs."),
        ("text/plain", "My feed shows it&#39;s instead of it's.", "My feed shows it&#39;s instead of it's."),
        ("text/plain", "Use &amp; in links.", "Use &amp; in links."),
        ("text/plain", "One\x0cTwo \x1b[31mred\x1b[0m", "One\nTwo red"),
    ],
)
def test_words_of_rarer_types_are_read(kind, body, words):
    """A multipart without a boundary, Markdown, enriched text (RFC 1896), a form mailer's entities, a terminal's colours."""
    raw = mail(words=body, Content_Type=f"{kind}; charset=utf-8")

    assert words == parse(raw).own_words


def test_a_winmail_dat_alone_says_so():
    """Outlook's own wrapping holds words that nobody else reads; the author learns why the letter is empty."""
    raw = mail(
        words="eJ8+Ig==", Content_Type="application/ms-tnef; name=winmail.dat", Content_Transfer_Encoding="base64"
    )

    assert "winmail.dat" in parse(raw).facts["unreadable"]
