"""A WordPress export: what is taken in, what was public, and how its own tools' mistakes are mended."""

from __future__ import annotations

import io
import time

import pytest

from collect.samples import wp_comment, wxr
from gratitude.collect import open_source
from gratitude.collect.source import detect
from gratitude.collect.wxr import mended_name, mended_text
from gratitude.errors import SourceError
from gratitude.message import Folder
from gratitude.note import Via

AUTHOR = "<wp:author><wp:author_id>2</wp:author_id><wp:author_email>maren@stillpages.example.com</wp:author_email></wp:author>"


def read(data, explain=True):
    """The arrivals of an export."""
    source = detect("-", trusted=False, explain=explain, stdin=io.BytesIO(data))
    return list(source.arrivals(lambda mark: False))


def one(*args, **values):
    """The only arrival of an export with one comment."""
    (found,) = read(wxr(wp_comment(*args, **values)))
    return found


def test_a_comment_becomes_a_message():
    """Every field has its place; IP and agent go into the form, where retention finds them."""
    found = one(
        42, "Thank you, it works.", author_url="https://ann.example.com", author_IP="::ffff:203.0.113.7", agent="Mozilla/5.0",
        meta={"akismet_result": "false", "akismet_as_submitted": "secret"}, type="comment",
    )  # fmt: skip
    m = found.message

    assert (None, "comment 42", "wp:stillpages.example.com:42") == (found.reason, found.place, found.mark)
    assert ("wp:stillpages.example.com:42", "wp:stillpages.example.com:42") == (m.identity, m.message_id)
    assert ("Ann Example", "ann@example.com", "Thank you, it works.") == (m.sender.name, m.sender.address, m.own_words)
    assert ("https://stillpages.example.com/2019/05/redirects/", True, False) == (m.post_url, m.public, m.yours)
    assert ("https://ann.example.com", "203.0.113.7", "Mozilla/5.0") == (
        m.form.author_url,
        m.form.ip,
        m.form.user_agent,
    )
    expected = {"approved": "1", "type": "comment", "akismet_result": "false", "post-title": "Redirects"}
    assert expected == m.facts
    assert ("comment", "2019-05-04T10:00:00+00:00") == (m.via.value, m.sent.isoformat())


@pytest.mark.parametrize(
    ("values", "reason"),
    [
        ({"type": "pingback"}, "a pingback"),
        ({"type": "trackback"}, "a trackback"),
        ({"type": "order_note"}, "a shop's note"),
        ({"type": "note"}, "an editor's note"),
        ({"type": "webmention_like"}, "a record that is no comment"),
        ({"approved": "trash"}, "in the trash of the old blog"),
        ({"approved": "post-trashed"}, "in the trash of the old blog"),
        ({"approved": "spam"}, "marked as spam on the old blog"),
        ({"approved": "maybe"}, "a comment of a status that gratitude does not know"),
        ({"content": "  "}, "an empty comment"),
        (
            {"author": "A WordPress Commenter", "author_email": "wapuu@wordpress.example"},
            "the sample comment of a new blog",
        ),
        (
            {"author": "Mr WordPress", "author_email": "", "author_url": "http://wordpress.org/"},
            "the sample comment of a new blog",
        ),
        ({"author": "WordPress Meetup", "author_url": "https://meetup.example.com/"}, None),
        (
            {"content": "[...] I read about it [...]", "author_email": "", "author_url": "http://ben.example.com/1"},
            "a pingback",
        ),
        ({"content": "[...] I read about it [...]", "author_url": "http://ben.example.com/1"}, None),
        (
            {"content": 'Reblogged this on <a href="http://ben.example.com/1">Ben, at sea</a>.'},
            "told that somebody shows the post on another blog",
        ),
        ({"content": "Hat dies auf Bens Seite rebloggt."}, "told that somebody shows the post on another blog"),
        ({"content": "Reblogged this on my own blog, for it saved a kettle"}, None),
        ({"content": "[…] is what you left out", "author_email": "", "author_url": "http://ben.example.com/"}, None),
        ({"approved": "0"}, None),
        ({"approved": None}, None),
        ({"type": None}, None),
        ({"type": "comment"}, None),
    ],
)
def test_only_comments_are_taken_in(values, reason):
    """Types and statuses by an allow-list; everything else has its reason."""
    assert reason == one(**values).reason


@pytest.mark.parametrize(
    ("values", "post", "is_public"),
    [
        ({}, "<wp:status>publish</wp:status>", True),
        ({"approved": "0"}, "<wp:status>publish</wp:status>", False),
        ({"approved": None}, "<wp:status>publish</wp:status>", False),
        ({}, "<wp:status>private</wp:status>", False),
        ({}, "<wp:status>draft</wp:status>", False),
        ({}, "<wp:status>publish</wp:status><wp:post_password>x</wp:post_password>", False),
        ({}, "", True),
    ],
)
def test_public_is_what_anybody_could_read(values, post, is_public):
    """Approved, on a published post without a password."""
    (found,) = read(wxr(wp_comment(**values), post=post))

    assert is_public == found.message.public


@pytest.mark.parametrize(
    ("values", "channel", "is_yours"),
    [
        ({"user_id": "0"}, AUTHOR, False),
        ({"user_id": "2"}, AUTHOR, True),
        ({"user_id": "7"}, AUTHOR, False),
        ({"user_id": "7", "author_email": "Maren@stillpages.example.com"}, AUTHOR, True),
        ({"user_id": "7"}, "", True),
        ({"user_id": None}, "", False),
    ],
)
def test_the_authors_own_comments_are_hers(values, channel, is_yours):
    """A user of the blog is the author; where the export lists authors, a registered reader is not."""
    (found,) = read(wxr(wp_comment(**values), channel=channel))

    assert (is_yours, Folder.SENT if is_yours else Folder.INBOX) == (found.message.yours, found.message.folder)


def test_answers_know_their_ancestors():
    """The parent is In-Reply-To, the chain the references; a missing parent is named all the same."""
    found = read(
        wxr(
            wp_comment(1),
            wp_comment(2, parent="1"),
            wp_comment(3, parent="2"),
            wp_comment(4, parent="99"),
            wp_comment(5, parent="5"),
        )
    )

    site = "wp:stillpages.example.com:"
    assert ["", site + "1", site + "2", site + "99", ""] == [a.message.in_reply_to for a in found]
    assert (site + "1", site + "2") == found[2].message.references


@pytest.mark.parametrize(
    ("values", "sent"),
    [
        ({}, "2019-05-04T10:00:00+00:00"),
        ({"date_gmt": "0000-00-00 00:00:00"}, "2019-05-04T12:00:00+00:00"),
        ({"date_gmt": None}, "2019-05-04T12:00:00+00:00"),
        ({"date_gmt": "0000-00-00 00:00:00", "date": "0000-00-00 00:00:00"}, None),
        ({"date_gmt": "-0001-11-30 00:00:00", "date": None}, None),
    ],
)
def test_a_zero_date_is_none(values, sent):
    """The blog's own clock where GMT is lost, nothing where both are; never today."""
    found = one(**values).message.sent

    assert sent == (found.isoformat() if found else None)


@pytest.mark.parametrize(
    ("raw", "expected"),
    [
        ("Siobh&aacute;n O&#039;Neill", "Siobhán O'Neill"),
        ("O\\'Halloran", "O'Halloran"),
        ("S&amp;auml;tze &amp;amp; Co", "Sätze & Co"),
        ("RenÃ© Dupont", "René Dupont"),
        ("Jo &lt;3", "Jo <3"),
        ("René", "René"),
        ("ÂngelaÃ", "ÂngelaÃ"),
        ("a\nb\0c", "a bc"),
        ("AT&T", "AT&T"),
        ('<a href="http://ben.example.com">Ben</a>', "Ben"),
        ("<b><i>Ben</i></b>", "Ben"),
        ("Zoe &#55357;&#56397;", "Zoe 👍"),
        ("Zoe &amp;#55357;&amp;#56397;", "Zoe 👍"),
        ("a <b", "a <b"),
    ],
)
def test_names_are_mended(raw, expected):
    """Entities, slashes and letters that were encoded twice."""
    assert expected == mended_name(raw)


@pytest.mark.parametrize(
    ("raw", "expected"),
    [
        pytest.param("doesn\\'t &amp;amp; didn&#8217;t", "doesn't & didn’t", id="escapes"),
        pytest.param("2 &lt; 3 && 4 > 3", "2 < 3 && 4 > 3", id="signs"),
        pytest.param("one\ntwo\n\nthree", "one\ntwo\n\nthree", id="line breaks"),
        pytest.param("<p>one</p>\n<p>two</p>", "one\n\ntwo", id="paragraphs"),
        pytest.param("use <code>&lt;b&gt; \\' &amp;amp;</code>", "use `<b> \\' &amp;`", id="code is left alone"),
        pytest.param("<pre>if a &lt; b:\n    c \\'</pre>", "```\nif a < b:\n    c \\'\n```", id="a block of code"),
        pytest.param('[sourcecode language="sh"]\nenv -i\n[/sourcecode]', "```\nenv -i\n```", id="a shortcode"),
        pytest.param("[code]x", "[code]x", id="half a shortcode"),
        pytest.param(
            '<a href="https://example.com/abcdefgh">https://example.com/ab...</a>',
            "https://example.com/abcdefgh",
            id="a link",
        ),
        pytest.param("vector<int> and List<String>", "vector<int> and List<String>", id="generics"),
        pytest.param("Ã§a marche", "ça marche", id="encoded twice"),
        pytest.param("<blockquote>Maren said</blockquote>I agree", "> Maren said\n\nI agree", id="a quote stays"),
        pytest.param("<script>x</script>hi<!-- y -->", "hi", id="no script"),
        pytest.param("a\x0bb\u202ec", "abc", id="no controls"),
        pytest.param("thanks &#55357;&#56397;", "thanks 👍", id="a character in two halves"),
    ],
)
def test_words_are_mended(raw, expected):
    """HTML to text, one rule each; see the id."""
    assert expected == mended_text(raw)


@pytest.mark.parametrize(
    ("data", "words"),
    [
        pytest.param(wxr(wp_comment(1, "a\x08b\x1fc")), "abc", id="control characters"),
        pytest.param(
            wxr(wp_comment(1, "x")).replace(b"<![CDATA[x]]>", b"a&#8;b &#x1F; c"), "ab c", id="references to them"
        ),
        pytest.param(
            wxr(wp_comment(1, "x")).replace(b"<![CDATA[x]]>", b"salt & pepper &nbsp; &eacute;"),
            "salt & pepper é",
            id="bare ampersands",
        ),
        pytest.param(
            wxr(wp_comment(1, "x")).replace(b"[x]", b"[caf\xe9 \x93q\x94]"), "café “q”", id="bytes of Windows-1252"
        ),
        pytest.param(
            wxr(wp_comment(1, "x")).replace(b"[x]", b"[a\xef\xbf\xbfb\xed\xa0\x80]"), "abí €", id="noncharacters"
        ),
        pytest.param(wxr(wp_comment(1, "a ]]> b")), "a ]]> b", id="an end mark inside"),
        pytest.param(
            wxr(wp_comment(1, "x")).replace(b"<![CDATA[x]]>", b"thanks &#55357;&#56397;"),
            "thanks 👍",
            id="halves of a character",
        ),
        pytest.param(
            b"<br />\n<b>Warning</b>:  in_array() in wp-admin/export.php on line 3<br />\n" + wxr(wp_comment(1, "x")),
            "x",
            id="warnings of PHP before the declaration",
        ),
        pytest.param(
            b"\xef\xbb\xbf\n\n" + wxr(wp_comment(1, "x")), "x", id="a mark and empty lines before the declaration"
        ),
        pytest.param(
            wxr(wp_comment(1, "grüße"), head='<?xml version="1.0" encoding="iso-8859-1"?>').decode().encode("latin-1"),
            "grüße",
            id="Latin-1",
        ),
        pytest.param(
            wxr(wp_comment(1, "grüße"), head='<?xml version="1.0" encoding="utf-16"?>').decode().encode("utf-16"),
            "grüße",
            id="UTF-16",
        ),
        pytest.param(wxr(wp_comment(1, "x"), head=""), "x", id="no declaration"),
        pytest.param(
            wxr(wp_comment(1, "x"), head='<?xml version="1.0" encoding="klingon"?>'), "x", id="a charset nobody has"
        ),
        pytest.param(wxr(wp_comment(1, "x")).replace(b"export/1.2/", b"export/1.0/"), "x", id="an old namespace"),
    ],
)
def test_a_broken_stream_is_mended_before_the_parser(data, words):
    """One bad byte ends an XML parser, and with it ten years of comments."""
    assert [words] == [a.message.own_words for a in read(data)]


@pytest.mark.parametrize("size", [1, 7, 64])
def test_mending_does_not_depend_on_where_the_stream_is_cut(monkeypatch, size):
    """Half a character, half a reference, half a mark at the end of a chunk."""
    monkeypatch.setattr("gratitude.collect.wordpress.CHUNK", size)
    words = "süß & salzig ]]> 👍 &amp;"
    data = wxr(wp_comment(1, words), wp_comment(2, "x"), wp_comment(3, "y")).replace(b"[x]", b"[caf\xe9]")
    data = data.replace(b"<![CDATA[y]]>", b"&#55357;&#56397;")

    assert ["süß & salzig ]]> 👍 &", "café", "👍"] == [a.message.own_words for a in read(data)]


def test_what_came_before_a_break_is_kept():
    """An export that breaks off gives its comments and a sentence with the line."""
    whole = wxr(wp_comment(1, "kept")).replace(b"</channel></rss>", b"<item><title>x</wrong>")

    found = read(whole)

    assert ["kept"] == [a.message.own_words for a in found if a.message]
    assert "the export breaks off at line 2; what follows could not be read" == found[-1].reason


def test_of_a_torn_post_the_whole_comments_are_kept():
    """A download that broke off in the second comment of the only post."""
    data = wxr(wp_comment(1, "kept"), wp_comment(2, "torn"))

    found = read(data[: data.index(b"torn") + 2])

    assert [("kept", None), (None, "the export breaks off at line 2; what follows could not be read")] == [
        (a.message and a.message.own_words, a.reason) for a in found
    ]


def test_an_export_behind_warnings_is_known_for_what_it_is(tmp_path):
    """PHP prints them into the download; a mail that tells of an export is a mail."""
    warned = b"Notice: Undefined index in wp-admin/export.php on line 3\n" + wxr(wp_comment(1, "x"))
    (tmp_path / "a.xml").write_bytes(warned)
    (tmp_path / "b.eml").write_bytes(b"From: ann@example.com\nSubject: my export\n\n" + wxr(wp_comment(1, "x")))

    assert [Via.COMMENT, Via.MAIL] == [
        a.message.via
        for name in ("a.xml", "b.eml")
        for a in open_source(str(tmp_path / name)).arrivals(lambda m: False)
    ]


def test_a_comment_says_what_its_post_is_called():
    """For linking, where the address names nothing (``/?p=12``)."""
    post = "<wp:post_name>caf%c3%a9</wp:post_name><wp:status>publish</wp:status>"

    (found,) = read(wxr(wp_comment(1), post=post))

    assert ("café", "Redirects") == (found.message.facts["post-name"], found.message.facts["post-title"])


def test_one_bad_record_is_set_aside(monkeypatch):
    """The run goes on."""
    monkeypatch.setattr("gratitude.collect.wxr.mended_name", lambda text: 1 / 0 if text == "Bad" else text)

    found = read(wxr(wp_comment(1, author="Bad"), wp_comment(2, author="Good")))

    assert ["unreadable (ZeroDivisionError)", None] == [a.reason for a in found]


def test_a_comment_without_a_number_has_a_hash():
    """Author, time and text make its identity; running twice changes nothing."""
    one_, two = (read(wxr(wp_comment(None, id=None)))[0].message.identity for _ in range(2))

    assert (True, True) == (one_ == two, one_.startswith("wp:stillpages.example.com:sha256-"))


@pytest.mark.parametrize(
    ("channel", "site"),
    [
        ("<wp:base_site_url>https://multi.example.com</wp:base_site_url><wp:base_blog_url>https://multi.example.com/one</wp:base_blog_url>",
         "multi.example.com/one"),
        ("<wp:base_blog_url>http://www.old.example.com/</wp:base_blog_url>", "old.example.com"),
        ("", "stillpages.example.com"),
    ],
)  # fmt: skip
def test_the_site_is_the_blogs_own_address(channel, site):
    """Two blogs of one WordPress have comments of the same number."""
    (found,) = read(wxr(wp_comment(1), channel=channel))

    assert f"wp:{site}:1" == found.message.identity


BILLION = (
    b'<?xml version="1.0"?><!DOCTYPE rss [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;">'
    b'<!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;&b;&b;">]><rss>&c;</rss>'
)


@pytest.mark.parametrize(
    ("data", "says"),
    [
        (BILLION, "declares a document type"),
        (b'<?xml version="1.0"?><!DOCTYPE rss SYSTEM "file:///etc/passwd"><rss></rss>', "declares a document type"),
        (b"<rss>" + b"<a>" * 200_000, "nested more than 40 deep"),
        (b'<rss a="' + b"x" * (20 << 20), "larger than 16 MiB"),
        (b"<rss><channel><item>", "the XML is broken"),
    ],
    ids=["entities", "external entity", "nesting", "a large attribute", "cut off"],
)
def test_an_xml_bomb_is_refused_quickly(data, says):
    """A clear sentence, and little time (security: bombs in two seconds)."""
    start = time.process_time()

    with pytest.raises(SourceError, match=says):
        read(data)

    assert time.process_time() - start < 2


def test_a_left_out_comment_has_no_message_unless_to_explain():
    """As with mail."""
    assert [None] == [a.message for a in read(wxr(wp_comment(type="pingback")), explain=False)]


def test_an_export_on_disk_is_named_and_marked(tmp_path):
    """What is done is skipped."""
    path = tmp_path / "export.xml"
    path.write_bytes(wxr(wp_comment(1), wp_comment(2)))

    found = list(open_source(str(path)).arrivals({"wp:stillpages.example.com:1"}.__contains__))

    assert ["comment 2"] == [a.place for a in found]


@pytest.mark.parametrize(
    ("status", "is_public"), [("approve", True), ("approved", True), ("hold", False), ("unapproved", False)]
)
def test_a_status_in_words_is_known(status, is_public):
    """Some exporters write what WordPress's interfaces say instead of 1 and 0."""
    found = one(approved=status)

    assert (None, is_public) == (found.reason, found.message.public)


def test_a_forums_quote_is_a_quote():
    """``[quote]`` marks somebody else's words; an unpaired one is text."""
    assert "> Thanks, said Ben.\n\nMe too." == mended_text("[quote=Ben]Thanks, said Ben.[/quote]Me too.")
    assert "A [quote] of mine." == mended_text("A [quote] of mine.")


@pytest.mark.parametrize(
    "head",
    [
        "Reblogged this on Ben, at sea and commented:",
        "A reblogué ceci sur Ben et a commenté :",
        "Reblogged this on Ben.",
    ],
)
def test_of_a_reblog_only_the_persons_words_stay(head):
    """The line above them is WordPress.com's, whatever language that speaks."""
    message = one(content=f"{head}\nIt mended my kettle. Reblogged this on Monday.").message

    assert message is not None
    assert "It mended my kettle. Reblogged this on Monday." == message.own_words
