"""Mail addresses and message-ids: what goes, what stays and is named, what is neither."""

import pytest

from gratitude.publish.redact import redact

UNREACHED = "looks like an address that no mail reaches, and stays: “{}”"
CODE = "stands in code and stays: “{}”"


@pytest.mark.parametrize(
    "address",
    [
        "bob@corp.example",
        "bob.smith+blog@mail.corp.co.uk",
        "o'brien@corp.example",
        '"bob smith"@corp.example',
        "bob@[192.0.2.1]",
        "bob@xn--mller-kva.example",
        "jörg@müller.example",
        "bounces+12-ann=example.com@mail.example",
        "bob%40corp.example",
        "bob%2540corp%252Eexample",
        "bob&#64;corp.example",
        "bob (at) corp.example",
        "bob [at] corp [dot] example",
        "bob(at)corp(punkt)example",
        "bob [ät] corp.example",
        "bob@corp[.]example",
        "bob.smith at corp dot example",
        "mailto:bob@corp.example",
    ],
)
def test_what_could_be_delivered_to_goes(address):
    """An address of anybody goes where a mail could reach it, percent-encoded or written out as well."""
    found = redact(f"write to {address}, please")

    assert "a mail address" == found.taken[0][0]
    assert "example," not in found.words
    assert found.words.startswith("write to ")
    assert found.words.endswith("[…], please")


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("clone git@github.com:ann/tool.git", "git@github.com"),
        ("clone ssh://git@github.com/ann/tool.git", "git@github.com"),
        ("root@localhost", "root@localhost"),
        ("see getty@tty1.service", "getty@tty1.service"),
        ("user@host:~$ ls", "user@host"),
        ("bob@web1.corp.example:~$ ls", "bob@web1.corp.example"),
        ("[root@web1.corp.example ~]# ls", "root@web1.corp.example"),
        ("printer@office.local", "printer@office.local"),
        ("logo@2x.png", "logo@2x.png"),
        ("I am @ann@social.example", "ann@social.example"),
    ],
)
def test_what_no_mail_reaches_stays_and_is_named(text, named):
    """Accounts on a code host, hosts without a dot, units, prompts, files and Fediverse names stay and are named."""
    found = redact(text)

    assert text == found.words
    assert (UNREACHED.format(named),) == found.warnings


@pytest.mark.parametrize(
    "text",
    [
        "@property and @app.route('/')",
        "vue@3.4.2 and pkg@1.0.beta1",
        "5 @ 2 EUR each",
        "have a look at example.com or at example dot com",
        "meet me at example dot com",
        "a@ b @c @ @@ @",
        "https://photos.example/12345@N00/ and https://social.example/@ann",
        "list@ and <b@>",
    ],
)
def test_what_is_no_address_is_not_spoken_of(text):
    """Decorators, versions, prices and sentences stay, and nobody needs to look at them."""
    found = redact(text)

    assert (text, (), ()) == (found.words, found.taken, found.warnings)


@pytest.mark.parametrize(
    "text",
    [
        "run `mail bob@corp.example` now",
        "run ``a ` bob@corp.example`` now",
        "```\nbob@corp.example\n```",
        "~~~ sh\nbob@corp.example\n~~~~",
        "```\nnever closed\nbob@corp.example",
        "so:\n\n    bob@corp.example\n\nthat",
        "so:\n\n\tbob@corp.example",
        "[code]bob@corp.example[/code]",
        "<code>bob@corp.example</code>",
    ],
)
def test_in_code_it_stays_and_is_named(text):
    """In fences, code spans, indented blocks, code shortcodes and tags an address stays and is named."""
    found = redact(text)

    assert text == found.words
    assert (CODE.format("bob@corp.example"),) == found.warnings


@pytest.mark.parametrize(
    "text",
    [
        "one ` tick bob@corp.example",
        "a `code` bob@corp.example `code`",
        "a ` tick\n\nbob@corp.example ` more",
        "text\n    bob@corp.example",
        "```\nx\n```\nbob@corp.example",
        "[code]x[/code] bob@corp.example",
        "``` inline ``` bob@corp.example",
    ],
)
def test_beside_code_it_goes(text):
    """A lone tick, another paragraph, an indented line inside a paragraph are no code."""
    assert text.replace("bob@corp.example", "[…]") == redact(text).words


@pytest.mark.parametrize(
    "text",
    [
        "<20260503101112.4711@mail.corp.example>",
        "<CAJx+3=kq@mail.corp.example>",
        "<1234567.89@localhost>",
        "Message-ID: <x@y>",
    ],
)
def test_message_ids_go(text):
    """A message-id goes, though its host may be none."""
    found = redact(f"as in {text}.")

    assert "a message-id" == found.taken[0][0]
    assert "@" not in found.words


def test_an_address_in_angle_brackets_is_no_message_id():
    """Somebody's address in angle brackets is called what it is."""
    assert (("a mail address", "bob@corp.example"),) == redact("Bob <bob@corp.example>").taken


def test_a_message_id_in_code_stays():
    """In code a message-id stays and is named like an address."""
    found = redact("`<20260503.4711@mail.example>`")

    assert (CODE.format("20260503.4711@mail.example"),) == found.warnings


def test_many_of_one_sort_are_one_warning():
    """A sort of warning is one sentence, with five texts and how many more there are."""
    found = redact(" ".join(f"`u{n}@corp.example`" for n in range(8)))

    assert 1 == len(found.warnings)
    assert found.warnings[0].endswith("“u4@corp.example” and 3 more")
