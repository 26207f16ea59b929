"""HTML of mails and old comments to text: links, code and quotes kept, decoration and hidden words dropped."""

from __future__ import annotations

import time

import pytest

from gratitude.collect.html import html_text
from gratitude.collect.tidy import tidied

URL = "https://stillpages.example.com/a/"


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        pytest.param("<p>One</p><p>Two<br>three</p>", "One\n\nTwo\nthree", id="paragraphs and breaks"),
        pytest.param("<div>One</div><div>Two</div>", "One\nTwo", id="divs are lines"),
        pytest.param("a  \n b&nbsp;c &amp; d &lt;e&gt;", "a b c & d <e>", id="white space and entities"),
        pytest.param(f'see <a href="{URL}">this</a>!', f"see this <{URL}>!", id="a link's address"),
        pytest.param(f'<a href="{URL}">{URL}</a>', URL, id="a link that shows its address"),
        pytest.param(f'<a href="{URL}">stillpages.example.com/a</a>', URL, id="a link that shows it without a scheme"),
        pytest.param(f'<a href="{URL}">https://stillpages.exa...</a>', URL, id="a shortened link"),
        pytest.param(
            f'<a href="{URL}">https://other.example.com</a>',
            f"https://other.example.com <{URL}>",
            id="a link that lies",
        ),
        pytest.param('<a href="mailto:a@example.com">Ann</a>', "Ann", id="mailto"),
        pytest.param('<a href="javascript:alert(1)">x</a>', "x", id="no address"),
        pytest.param(
            '<a href="https://protect.mimecast.com/s/A?domain=x">x</a>', "x <[…]>", id="a wrapping nobody can undo"
        ),
        pytest.param("<pre>a\n  b\n\nc</pre>", "```\na\n  b\n\nc\n```", id="pre"),
        pytest.param("<pre>```\nx\n```</pre>", "````\n```\nx\n```\n````", id="a fence longer than any inside"),
        pytest.param("use <code>env -i</code> now", "use `env -i` now", id="code in a line"),
        pytest.param("<code>a\nb</code>", "```\na\nb\n```", id="code over lines"),
        pytest.param("<ol start=3><li>x</li><li><p>y</p></li></ol>", "3. x\n4. y", id="a list that counts"),
        pytest.param("<ul><li>x<li>y</ul>", "- x\n- y", id="a list"),
        pytest.param("<table><tr><td>a</td><td>b</td></tr><tr><td>c</td></tr></table>", "a b\nc", id="a table"),
        pytest.param("<blockquote>q<blockquote>r</blockquote></blockquote>mine", "> q\n>> r\n\nmine", id="quotes"),
        pytest.param("<blockquote><pre>a\nb</pre></blockquote>x", "> ```\n> a\n> b\n> ```\n\nx", id="code in a quote"),
        pytest.param('<p style="display: none">x</p><p hidden>y</p>z', "z", id="hidden"),
        pytest.param("<style>p{}</style><script>x()</script><title>t</title>z", "z", id="not words"),
        pytest.param("<!-- a <b> --><![CDATA[x]]><?php y ?>z", "z", id="comments and declarations"),
        pytest.param('<img alt="👍" src=x><img alt="Company logo" src=y>', "👍", id="an emoji that is a picture"),
        pytest.param("<o:p>a</o:p><v:shape>b</v:shape>", "ab", id="Office's own tags"),
        pytest.param("1 < 2 && 4 > 3", "1 < 2 && 4 > 3", id="signs that are no tags"),
        pytest.param("a<b", "a<b", id="a tag that never ends"),
        pytest.param("", "", id="nothing"),
    ],
)
def test_html_becomes_the_text_a_person_reads(html, expected):
    """One rule each; see the id."""
    assert expected == html_text(html)[0]


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        ("use vector<int> or <PATH>", "use vector<int> or <PATH>"),
        ("one\ntwo", "one\ntwo"),
        ("one<br />\ntwo", "one\ntwo"),
        ("if (a <b && c> d)", "if (a <b && c> d)"),
        ("if a<b and c>d", "if a<b and c>d"),
        ('<p class="x">one <hr noshade><a href=http://example.com/x>two</a>', "one\n\ntwo <http://example.com/x>"),
        ('so glad <img src="icon_smile.gif" alt=":-)" class="wp-smiley" /> again', "so glad :-) again"),
        ('<img alt="photo">x', "x"),
        ("<b>bold</b> <em>x</em>", "bold x"),
    ],
)
def test_in_a_comment_somebody_typed_breaks_and_unknown_tags_are_words(html, expected):
    """``vector<int>`` is no tag, nor is ``<b && c>``, though a browser takes it for one; a line break is one."""
    assert expected == html_text(html, typed=True)[0]


@pytest.mark.parametrize(
    ("html", "own", "tail"),
    [
        (
            'x<div class="gmail_quote"><div class="gmail_attr">On y wrote:</div><blockquote>z</blockquote></div>',
            "x\n\n> z",
            "On y wrote:",
        ),
        ('x<div class="gmail_quote">---------- Forwarded message<br>z</div>', "x", "---------- Forwarded message\nz"),
        (
            'x<div class="moz-cite-prefix">On y wrote:</div><blockquote type="cite">z</blockquote>mine',
            "x\n\n> z\n\nmine",
            "On y wrote:",
        ),
        ('x<hr><div id="divRplyFwdMsg">From: y</div><div>z</div>', "x", "From: y\nz"),
        ('x<div id="x_divRplyFwdMsg">From: y</div><p>z</p>', "x", "From: y\n\nz"),
        ('x<div class="gmail_signature">Ann<br>Ltd</div>', "x", "Ann\nLtd"),
        ('<table><tr><td>x<div id="appendonsend"></div></td></tr></table><p>z</p>', "x", "z"),
    ],
)
def test_what_a_program_marks_as_quoted_goes_into_the_tail(html, own, tail):
    """Gmail, Thunderbird and Outlook mark the letter they answer; blockquotes stay in place with ``> ``."""
    assert (own, tail) == html_text(html)


def test_tidied_lets_only_well_formed_known_tags_through():
    """The parser never sees a comment, a script or half a tag."""
    html = '<p class="a>b">x</p><script>1<2</script><foo>y</foo><a href=\'x<b\n<div'

    assert tidied(html, typed=False) == '<p class="a>b">x</p>y&lt;a href=\'x&lt;b\n&lt;div'


@pytest.mark.parametrize(
    "piece",
    ["<", "<a", "<a ", '<a "', "<!--", "<![CDATA[", "<div>", "</div>", "<b><i>", "<script>", "<script", "&#", "&", "<blockquote>", "<pre>",
     "<li>", "<ol>", '<a href="https://x.example.com">', "<table><tr><td>", "\n", "<br>", "<style", "<!", "<?", "<p", '"', "<td", "x\n", "<b and c>", "<b a=x/open/open ", '<b a="'],
)  # fmt: skip
def test_hostile_html_takes_little_time(piece):
    """A quarter of a megabyte of one piece over and over: html.parser alone is quadratic on several of these."""
    html = piece * (256 * 1024 // len(piece))
    start = time.process_time()

    html_text(html)

    assert time.process_time() - start < 2


@pytest.mark.parametrize(
    "style",
    [
        "opacity:0",
        "max-height:0px;overflow:hidden",
        "font-size:1px;line-height:1px",
        "text-indent:-9999px",
        "position:absolute;left:-10000px",
    ],
)
def test_a_hidden_preheader_is_no_word(style):
    """The line that newsletters hide for a preview is read by nobody."""
    assert "Thank you." == html_text(f"<div style='{style}'>Half price!</div><p>Thank you.</p>")[0]


@pytest.mark.parametrize(
    "style",
    [
        "opacity:0.8",
        "max-height:0.5em",
        "font-size:1.1em",
        "text-indent:-18.0pt",
        "left:-2px",
        "margin-left:-100px",
        "fill-opacity:0",
    ],
)
def test_a_visible_style_hides_nothing(style):
    """Styles that only look a little like hiding leave the words."""
    assert "Half a word." == html_text(f"<p style='{style}'>Half a word.</p>")[0]
