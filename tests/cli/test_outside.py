"""Akismet from the command line, over a real socket: what leaves, what never does, and what is said of it."""

import json
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from akismet_server import BROKEN, GARBAGE, HAM, KEY, LIMIT, SPAM, Said, alert, nowhere, provisional
from gratitude.inbox import open_inbox

PLUGINS = Path(__file__).resolve().parents[2] / "plugins"
IP, AGENT = "9.9.9.9", "Mozilla/5.0 (X11; Linux x86_64)"
FORM = f"X-Gratitude-Post: cron-environment\nX-Gratitude-Show: named\nX-Gratitude-Honeypot:\nX-Gratitude-Ip: {IP}\nX-Gratitude-User-Agent: {AGENT}\n"
QUESTION = "Does env -i work with timers too? I tried it on two machines."
WXR = """<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0" xmlns:wp="http://wordpress.org/export/1.2/" xmlns:content="http://purl.org/rss/1.0/modules/content/">
<channel><link>https://blog.example</link><wp:base_blog_url>https://blog.example</wp:base_blog_url>
<item><title>Cron and its environment</title><link>https://blog.example/cron-environment.html</link><wp:status>publish</wp:status>
{comments}</item></channel></rss>"""


def comment(number, approved, words="Which shell is this about?"):
    return (
        f"<wp:comment><wp:comment_id>{number}</wp:comment_id><wp:comment_author>Bo</wp:comment_author>"
        f"<wp:comment_author_email>bo@example.com</wp:comment_author_email><wp:comment_author_IP>{IP}</wp:comment_author_IP>"
        f"<wp:comment_date_gmt>2015-03-0{number} 10:00:00</wp:comment_date_gmt><wp:comment_content>{words}</wp:comment_content>"
        f"<wp:comment_approved>{approved}</wp:comment_approved><wp:comment_type></wp:comment_type></wp:comment>"
    )


@pytest.fixture
def spooled(blog):
    """Call to put a form message into the spool of the blog."""
    new = blog.root / ".private/spool/new"
    new.mkdir(parents=True)
    (new.parent / "cur").mkdir()
    (blog.root / ".private").chmod(0o700)

    def put(name="one", words=QUESTION, headers=FORM, **more):
        blog.mail(name, words, headers=headers, **more).rename(new / name)

    return put


@pytest.fixture
def keyed(blog, spooled, akismet, monkeypatch):
    """The blog with a key, the stand-in in Akismet's place."""
    monkeypatch.setenv("PYTHON_AKISMET_API_KEY", KEY)
    monkeypatch.setenv("GRATITUDE_AKISMET_ENDPOINT", akismet.url)
    return blog


def set_(blog, *lines):
    (blog.root / ".private").mkdir(exist_ok=True)
    (blog.root / ".private/settings.toml").write_text("[akismet]\n" + "\n".join(lines) + "\n")


def later(blog):
    """Let the time pass after which Akismet is asked again."""
    with open_inbox(blog.root / ".private") as inbox:
        inbox._c.execute(
            "UPDATE fact SET value = json_set(value, '$.until', '2020-01-01T00:00:00+00:00') WHERE name = 'akismet' AND value <> ''"
        )
        inbox._c.execute(
            "UPDATE message SET verdict = json_set(verdict, '$.recheck_at', '2020-01-01T00:00:00+00:00') WHERE verdict LIKE '%recheck_at%'"
        )


def shown(blog):
    return blog("show", blog.only()["id"]).out


def test_a_form_message_is_asked_about_field_by_field(keyed, spooled, akismet):
    """By default: a form message with a real IP. Exactly these fields leave, the writer's address is not among them."""
    spooled()

    said = keyed("collect").out

    (call,) = akismet.calls
    assert {
        "api_key": KEY, "blog": "https://blog.example", "user_ip": IP, "user_agent": AGENT, "comment_type": "comment",
        "permalink": "https://blog.example/cron-environment.html", "comment_author": "Ann Example",
        "comment_content": QUESTION, "comment_date_gmt": "2025-05-09T08:00:00Z",
        "comment_post_modified_gmt": "2024-01-10T00:00:00Z", "comment_context[]": "Cron and its environment",
        "blog_lang": "en", "blog_charset": "UTF-8", "honeypot_field_name": "gratitude_trap", "gratitude_trap": "",
    } == call.fields  # fmt: skip
    assert "Akismet was asked about 1 message: 1 fine." in said
    assert "Akismet finds nothing against it" in shown(keyed)


def test_without_a_key_nobody_is_asked(blog, spooled, akismet, monkeypatch):
    """An endpoint alone is nothing."""
    monkeypatch.setenv("GRATITUDE_AKISMET_ENDPOINT", akismet.url)
    spooled()

    assert "Akismet" not in blog("collect").out
    assert akismet.calls == []


def test_mail_never_leaves_unless_it_is_let_out(keyed, akismet):
    """A mail with an IP stays; with [akismet] mail it is sent as a message between people, once."""
    mail = keyed.mail(
        "one", f"{QUESTION} About https://blog.example/cron-environment.html", headers=f"X-Originating-IP: [{IP}]\n"
    )
    keyed("collect", mail)
    assert akismet.calls == []
    set_(keyed, "mail = true")

    keyed(
        "collect",
        keyed.mail(
            "two",
            f"Again: {QUESTION} https://blog.example/cron-environment.html",
            headers=f"X-Originating-IP: [{IP}]\n",
        ),
    )

    (call,) = akismet.checks
    assert ("message", IP) == (call.fields["comment_type"], call.fields["user_ip"])
    assert "ann@example.com" not in call.raw.decode()


def test_an_ip_is_never_invented(keyed, akismet, spooled):
    """No IP, a private one, one cut off by an eraser, one in Received: nothing leaves, and the author is told why."""
    set_(keyed, "mail = true")
    keyed(
        "collect",
        keyed.mail(
            "m",
            f"{QUESTION} https://blog.example/sourdough.html",
            headers=f"Received: from x ([{IP}]) by y; Fri, 9 May 2025 08:00:00 +0000\n",
        ),
    )
    for n, ip in enumerate(("", "192.168.1.5", "203.0.114.0", "127.0.0.1", "no address")):
        spooled(f"f{n}", f"{QUESTION} Number {n}.", FORM.replace(IP, ip), sender=f"R{n} <r{n}@example.com>")

    keyed("collect")

    assert akismet.calls == []
    ids = [row["id"] for row in keyed("list", "everything", "--json").rows]
    assert all("Akismet was not asked: the IP address of its writer is not known" in keyed("show", i).out for i in ids)


def test_an_export_stays_unless_it_is_let_out(keyed, akismet):
    """Pending comments of an old blog only with [akismet] imports; what it had approved never."""
    export = keyed.root / "export.xml"
    export.write_text(WXR.format(comments=comment(1, "1") + comment(2, "0")))
    keyed("collect", export)
    assert akismet.calls == []
    set_(keyed, "imports = true")
    export.write_text(WXR.format(comments=comment(3, "1", "And zsh?") + comment(4, "0", "And which cron?")))

    keyed("collect", export)

    assert ["And which cron?"] == [c.fields["comment_content"] for c in akismet.checks]


def test_a_filled_trap_is_decided_here(keyed, spooled, akismet):
    """Nobody's data is sent to learn what is known."""
    spooled(headers=FORM.replace("Honeypot:", "Honeypot: http://bot.example"))

    keyed("collect")

    assert akismet.calls == []
    assert keyed.only("spam")["level"] == "spam"


@pytest.mark.parametrize(
    ("said", "pile", "level", "words"),
    [
        (SPAM, "spam", "spam", "Akismet calls it spam"),
        (Said("true", headers={"X-akismet-pro-tip": "discard"}), "spam", "discard", "Akismet calls it spam of the worst kind"),
        (provisional(), "doubtful", "unsure", "Akismet is not sure yet and wants to look again, after 20"),
        (alert(), "new", "ok", "Akismet did not look at it: Your account is suspended for non-payment. (alert 10402)"),
        (LIMIT, "new", "ok", "Akismet's limit is reached; judged here alone, and asked again after 20"),
        (BROKEN, "new", "ok", "Akismet has trouble of its own (HTTP 500); judged here alone"),
        (GARBAGE, "new", "ok", "Akismet answered something that is no answer; judged here alone"),
        (Said("invalid"), "new", "ok", "Akismet refused the key; judged here alone"),
        (Said(close=True), "new", "ok", "Akismet could not be reached; judged here alone"),
    ],
    ids=["spam", "discard", "provisional", "alert", "limit", "broken", "garbage", "refused", "closed"],
)  # fmt: skip
def test_each_answer_has_its_place_and_its_words(keyed, spooled, akismet, said, pile, level, words):
    """The author reads what Akismet said, or that it said nothing."""
    akismet.always = said
    spooled()

    keyed("collect")

    assert level == keyed.only(pile)["level"]
    assert words in shown(keyed)


@pytest.mark.slow
def test_a_slow_answer_ends_in_words(keyed, spooled, akismet):
    """After five seconds it is judged here; the run goes on."""
    akismet.always = Said("false", delay_s=8)
    spooled()

    assert "1 message could not be asked about (Akismet did not answer in time)" in keyed("collect").out


def test_a_thank_you_is_not_spam_on_akismets_word_alone(keyed, spooled, akismet):
    """It waits among the doubtful, with both reasons."""
    akismet.always = SPAM
    spooled(words="Thank you, env -i saved my weekend: my backup job runs again.")

    keyed("collect")

    assert keyed.only("doubtful")["level"] == "unsure"
    assert "Akismet calls it spam" in shown(keyed)


def test_with_the_network_unplugged_a_run_finishes_with_words(blog, spooled, monkeypatch):
    """Three tries, then the rest is judged here; the message says so, and so does check; the next run asks nobody."""
    monkeypatch.setenv("PYTHON_AKISMET_API_KEY", KEY)
    monkeypatch.setenv("GRATITUDE_AKISMET_ENDPOINT", nowhere())
    for n in range(6):
        spooled(f"f{n}", f"{QUESTION} Number {n}.", sender=f"R{n} <r{n}@example.com>")

    said = blog("collect").out

    assert "6 messages could not be asked about (Akismet could not be reached); local rules judged" in said
    assert re.search(r"the first `gratitude collect` after 20\d\d-\d\d-\d\d \d\d:\d\d UTC asks again", said)
    assert "Akismet could not be reached; it is not asked again before 20" in blog("check").out
    with open_inbox(blog.root / ".private") as inbox:
        assert [("comment-check", "away")] * 3 == [(d.call, d.outcome) for d in inbox.disclosures.all()]


def test_what_could_not_be_asked_is_asked_by_the_next_collect(keyed, spooled, akismet):
    """Not before its time, and with no word that it was asked before: it was not."""
    akismet.script = [LIMIT]
    spooled()
    keyed("collect")
    keyed("collect")
    assert len(akismet.checks) == 1
    later(keyed)
    akismet.script = [SPAM]

    keyed("collect")

    assert keyed.only("spam")["level"] == "spam"
    assert "recheck_reason" not in akismet.checks[-1].fields
    keyed("collect")
    assert len(akismet.checks) == 2


def test_not_sure_yet_is_asked_again_three_times_at_most(keyed, spooled, akismet):
    """With the reason; then the doubt is the author's."""
    akismet.always = provisional()
    spooled()
    for _ in range(5):
        keyed("collect")
        later(keyed)

    assert [None, "recheck", "recheck"] == [c.fields.get("recheck_reason") for c in akismet.checks]
    assert keyed.only("doubtful")["level"] == "unsure"


def test_what_was_decided_is_not_asked_about_again(keyed, spooled, akismet):
    """The author's word is the last."""
    akismet.always = provisional()
    spooled()
    keyed("collect")
    keyed("keep", keyed.only()["id"])
    later(keyed)

    keyed("collect")

    assert len(akismet.checks) == 1


def test_the_author_corrects_it_at_the_next_collect(keyed, spooled, akismet):
    """A decision waits for no network; the same fields go back, once; a taken-back spam is taken back there too."""
    spooled()
    keyed("collect")
    found = keyed.only()["id"]
    keyed("spam", found)
    assert akismet.of("submit-spam") == []

    said = keyed("collect").out
    keyed("collect")

    (report,) = akismet.of("submit-spam")
    assert akismet.checks[0].pairs == report.pairs
    assert "Akismet was told of 1 decision of yours" in said
    keyed("undo")
    keyed("collect")
    assert len(akismet.of("submit-ham")) == 1
    keyed("accept", found)
    keyed("collect")
    assert ["comment-check", "submit-spam", "submit-ham"] == [c.name for c in akismet.calls]


def test_a_decision_taken_back_before_the_collect_tells_nobody(keyed, spooled, akismet):
    """Undo has its time."""
    spooled()
    keyed("collect")
    keyed("spam", keyed.only()["id"])
    keyed("undo")

    keyed("collect")

    assert [c.name for c in akismet.calls] == ["comment-check"]


def test_only_what_was_asked_about_is_corrected(keyed, spooled, akismet):
    """A mail that never left is not told of afterwards, nor one that Akismet gave no answer on."""
    akismet.script = [LIMIT]
    spooled()
    mail = keyed.mail("two", f"{QUESTION} https://blog.example/sourdough.html")
    keyed("collect", mail)
    keyed("spam", *(row["id"] for row in keyed("list", "everything", "--json").rows))
    later(keyed)

    keyed("collect")

    assert [c.name for c in akismet.calls] == ["comment-check"]


def test_a_correction_that_did_not_arrive_is_told_again(keyed, spooled, akismet):
    """Nothing is queued: what is to be told is derived anew."""
    spooled()
    keyed("collect")
    keyed("spam", keyed.only()["id"])
    akismet.script = [BROKEN, BROKEN]
    keyed("collect")

    keyed("collect")

    assert len(akismet.of("submit-spam")) == 3
    keyed("collect")
    assert len(akismet.of("submit-spam")) == 3


def test_the_dry_run_shows_every_field_and_sends_nothing(keyed, akismet):
    """Of a mail as if it were let out, and which setting does that; nothing is stored."""
    mail = keyed.mail(
        "one",
        f"{QUESTION} ann@example.com https://blog.example/cron-environment.html",
        headers=f"X-Originating-IP: {IP}\n",
    )

    said = keyed("explain", mail, "--akismet").out
    (row,) = keyed("explain", mail, "--akismet", "--json").rows
    set_(keyed, "mail = true")

    assert akismet.calls == []
    assert "nothing is sent: it is a mail, and [akismet] mail is off. With it on, this would be:" in said
    assert f"    user_ip = {IP}\n" in said
    assert (
        "Dry run: 0 messages of these would be sent to Akismet; nothing was.\n     1  not, because it is a mail" in said
    )
    assert {"sent": False, "why": "it is a mail, and [akismet] mail is off"} == {
        k: row["would_send"][k] for k in ("sent", "why")
    }
    assert "[address]" in row["would_send"]["fields"]["comment_content"]
    keyed("collect", mail)
    (call,) = akismet.checks
    assert row["would_send"]["fields"] == {name: call.fields[name] for name in call.told}


def test_explain_asks_nobody(keyed, spooled, akismet):
    """With a key and a form message, with and without the dry run."""
    spooled()
    spool = keyed.root / ".private/spool"

    keyed("explain", "--trust-headers", spool)
    said = keyed("explain", "--trust-headers", "--akismet", spool).out

    assert akismet.calls == []
    assert "Akismet: this would be sent:" in said
    assert "Dry run: 1 message of these would be sent" in said


def test_check_lists_what_left(keyed, spooled, akismet):
    """How many requests of each kind, when last, and each field with its count; show names them at the message."""
    spooled()
    keyed("collect")
    keyed("spam", keyed.only()["id"])
    keyed("collect")

    said = keyed("check").out

    assert "1 request left this machine for Akismet (comment-check), the last on 20" in said
    assert "1 request left this machine for Akismet (submit-spam)" in said
    assert "user_ip, user_agent, permalink, comment_type, comment_author, comment_content" in said
    assert "Left this machine: comment-check to Akismet, 20" in shown(keyed)
    row = json.loads(keyed("show", keyed.only()["id"], "--json").out)["messages"][0]
    assert ["comment-check", "submit-spam"] == [d["call"] for d in row["disclosed"]]
    assert akismet.checks[0].told == set(row["disclosed"][0]["fields"])


def test_check_tries_the_key_only_when_asked(keyed, spooled, akismet):
    """Without --akismet it is silent; with it the key and the usage are told; a key that holds ends a pause."""
    spooled()
    akismet.script = [Said("invalid")]
    keyed("collect")
    akismet.calls.clear()
    assert "Akismet refused the key; it is not asked again before" in keyed("check", code=1).out
    assert akismet.calls == []

    said = keyed("check", "--akismet", code=1).out

    assert "Akismet takes the key for https://blog.example; 7,463 calls this month of 350,000" in said
    assert ["verify-key", "usage-limit"] == [c.name for c in akismet.calls]
    assert "refused" not in keyed("check").out
    akismet.key = "another"
    assert "Akismet refused the key" in keyed("check", "--akismet", code=1).out


def test_the_key_can_be_tried_before_there_is_an_inbox(blog, akismet, monkeypatch):
    """Nothing is made for it; without a key the way to one is told."""
    assert "there is no Akismet key; set [akismet] key" in blog("check", "--akismet", code=1).out
    monkeypatch.setenv("PYTHON_AKISMET_API_KEY", KEY)
    monkeypatch.setenv("GRATITUDE_AKISMET_ENDPOINT", akismet.url)

    assert "Akismet takes the key" in blog("check", "--akismet").out
    assert not (blog.root / ".private").exists()


def test_another_key_is_tried_at_once(keyed, spooled, akismet, monkeypatch):
    """Six hours are for a key that nobody mended."""
    monkeypatch.setenv("PYTHON_AKISMET_API_KEY", "mistyped")
    spooled()
    assert "`gratitude check --akismet` tries them" in keyed("collect").out
    monkeypatch.setenv("PYTHON_AKISMET_API_KEY", KEY)
    spooled("two", f"{QUESTION} And again?", sender="Bo <bo@example.com>")

    keyed("collect")

    assert ["mistyped", KEY] == [c.fields["api_key"] for c in akismet.checks]


def test_a_key_without_an_address_of_the_blog_is_told(keyed, spooled, akismet):
    """Akismet wants to know for which site it is asked."""
    conf = keyed.root / "pelicanconf.py"
    conf.write_text(conf.read_text().replace('SITEURL = "https://blog.example"', 'SITEURL = ""'))
    spooled()

    said = keyed("collect")

    assert "Akismet is not asked: SITEURL is empty" in said.err
    assert akismet.calls == []
    assert "SITEURL is empty" in keyed("check", code=1).out


@pytest.mark.parametrize("place", ["environment", "file"])
def test_the_key_appears_nowhere(blog, spooled, akismet, monkeypatch, place):
    """Not in any output, error, log line or traceback of a process, nor in the inbox, whatever Akismet answers."""
    env = {n: v for n, v in os.environ.items() if not n.startswith("PYTHON_AKISMET")} | {
        "PYTHONPATH": str(PLUGINS), "GRATITUDE_AKISMET_ENDPOINT": akismet.url, "GRATITUDE_DEBUG": "1",
    }  # fmt: skip
    if place == "environment":
        env["PYTHON_AKISMET_API_KEY"] = KEY
    else:
        set_(blog, f'key = "{KEY}"')
    leaky = Said(
        "odd",
        headers={
            "X-akismet-debug-help": f"the key {KEY} is odd",
            "X-akismet-alert-code": "1",
            "X-akismet-alert-msg": KEY,
        },
    )
    script = """
import logging, sys
logging.basicConfig(level=logging.INFO if "--echoes" in sys.argv else logging.DEBUG)
from gratitude.cli import main
for words in (["collect"], ["check", "--akismet"], ["explain", "--akismet", "--trust-headers", ".private/spool"], ["list", "everything", "--json"], ["check"]):
    try:
        main(words)
    except SystemExit:
        pass
from gratitude.settings import read_settings
from pathlib import Path; import os
print(read_settings(Path(".private"), os.environ))
"""
    said = ""
    for n, answer in enumerate(
        (leaky, Said("invalid", headers={"X-akismet-debug-help": KEY}), BROKEN, GARBAGE, LIMIT, HAM)
    ):
        akismet.always = answer
        spooled(f"f{n}", f"{QUESTION} {n}", sender=f"R{n} <r{n}@example.com>")
        later(blog)
        echoes = ["--echoes"] if KEY in str(answer.headers) else []  # what a library logs of an answer is not ours
        done = subprocess.run(
            [sys.executable, "-c", script, *echoes], cwd=blog.root, env=env, capture_output=True, text=True, check=True
        )
        said += done.stdout + done.stderr

    assert len(akismet.checks) >= 6
    assert all(KEY not in c.target for c in akismet.calls)
    assert "the key … is odd" in said
    assert KEY not in said
    assert all(
        KEY.encode() not in p.read_bytes()
        for p in (blog.root / ".private").rglob("*")
        if p.is_file() and p.name != "settings.toml"
    )
    assert KEY.encode() not in b"".join(p.read_bytes() for p in blog.root.glob("*") if p.is_file())
