"""Everything `gratitude check` looks at: what is wrong, where, and the next step."""

from datetime import date

import pytest

import builders
from gratitude.blog import find_blog
from gratitude.check import findings
from gratitude.codec import encode, to_plain
from gratitude.errors import NoteError, Problem
from gratitude.inbox import open_inbox
from gratitude.link.posts import catalogue
from gratitude.message import Event
from gratitude.moderate import Name
from gratitude.note import Also, Note, NoteKind, Show, Turn, Who
from gratitude.note.folder import NoteFile, NoteFolder
from gratitude.screen.answers import Reply, heard
from gratitude.screen.service import Service

CONF = 'SITEURL = "https://blog.example"\nPATH = "content"\nTHEME = "simple"\nTIMEZONE = "UTC"\n'


@pytest.fixture
def site(tmp_path):
    """A blog with two posts; call with more lines of pelicanconf.py."""

    def make(more=""):
        root = tmp_path / "site"
        (root / "content").mkdir(parents=True, exist_ok=True)
        for slug in ("cron-environment", "sourdough"):
            (root / f"content/{slug}.md").write_text(f"Title: {slug}\nSlug: {slug}\nDate: 2024-01-01\n\nWords.\n")
        (root / "pelicanconf.py").write_text(CONF + more)
        return find_blog(root)

    return make


def note_of(post, **more):
    return builders.note(**({"post": post} | more))


def found(blog, *notes, bad=(), inbox=None, home=None):
    files = tuple(NoteFile(f"{n.post}/{n.id}.note", n) for n in notes)
    return list(findings(blog, catalogue(blog, None), NoteFolder(files, tuple(bad)), inbox, home))


def texts(*args, **more):
    return [f.text for f in found(*args, **more) if f.is_wrong]


def test_a_blog_where_all_is_well_has_nothing_to_mend(site):
    """Notes of posts that are there, of the whole blog, with further posts."""
    blog = site()

    assert (
        texts(
            blog, note_of("sourdough"), note_of(""), note_of("sourdough", also=(Also("cron-environment", "inspired"),))
        )
        == []
    )


def test_a_note_by_which_somebody_can_be_reached_is_named(site):
    """A hand wrote it, or --keep kept it: worth knowing, and wrong where it stands for a name. Never the address itself."""
    words = "Write to ben@example.com or call +49 170 5550123."
    said = found(
        site(),
        builders.note(words, post="sourdough"),
        note_of("sourdough", id="2026-05-04-zzzz", name="ann@example.com"),
    )

    assert [
        (
            "content/gratitude/sourdough/2026-05-03-k3f9.note: a mail address and a telephone number stand in it for everybody to read",
            False,
        ),
        ("content/gratitude/sourdough/2026-05-04-zzzz.note: a mail address stands in it for everybody to read", True),
    ] == [(f.text, f.is_wrong) for f in said]


def test_a_bad_note_is_named_with_its_line(site):
    """Each problem on a line of its own, by the path in the blog's folder."""
    bad = NoteError("sourdough/x.note", (Problem(1, "write this"), Problem(4, "write that")))

    assert texts(site(), bad=[bad]) == [
        "content/gratitude/sourdough/x.note, line 1: write this",
        "content/gratitude/sourdough/x.note, line 4: write that",
    ]


def test_a_renamed_post_names_the_new_one(site):
    """And both ways: rename the folder, or write `Post:`."""
    (told,) = texts(site(), note_of("cron-enviroment"))

    assert "renamed to cron-environment" in told
    assert "rename the folder" in told
    assert "`Post: cron-environment`" in told


def test_a_post_that_is_gone_is_told_also_among_the_further_ones(site):
    """A note is about several posts; each must be there."""
    (told,) = texts(site(), note_of("sourdough", also=(Also("entirely-else", "helped"),)))

    assert "no post entirely-else" in told


def test_a_slug_of_several_posts_names_their_paths(site, tmp_path):
    """Until `Post:` says which, the note cannot be shown."""
    for folder in ("a", "b"):
        (tmp_path / f"site/content/{folder}").mkdir(parents=True)
        (tmp_path / f"site/content/{folder}/intro.md").write_text(
            "Title: Intro\nSlug: intro\nDate: 2024-01-01\n\nHello.\n"
        )

    (told,) = texts(site(), note_of("intro"))

    assert "`Post: a/intro.md`" in told
    assert "b/intro.md" in told


@pytest.mark.parametrize(("line", "count"), [("PLUGINS = []\n", 1), ('PLUGINS = ["sitemap"]\n', 1), ('PLUGINS = ["gratitude"]\n', 0), ('PLUGINS = ["pelican.plugins.gratitude"]\n', 0), ("", 0)])  # fmt: skip
def test_a_list_of_plugins_without_ours_is_told(site, line, count):
    """Without a list Pelican finds the installed plugin by itself."""
    told = [t for t in texts(site(line)) if "PLUGINS does not name" in t]

    assert count == len(told)


def test_a_missing_siteurl_is_worth_knowing(site):
    """Links in mails are not understood without it; nothing is broken."""
    blog = site('SITEURL = ""\n')

    (one,) = found(blog)
    assert "SITEURL is empty" in one.text
    assert not one.is_wrong


# --- the private half -----------------------------------------------------------------------------------------------


@pytest.fixture
def home(tmp_path):
    return tmp_path / "home"


@pytest.fixture
def inbox(home):
    with open_inbox(home) as opened:
        yield opened


def taken_in(inbox, words=builders.WORDS, **more):
    """Take a message in; return its conversation's ID."""
    run = inbox.intake(builders.NOW)
    arrived = builders.message(words, **more)
    run.stage("test", [builders_arrival(arrived)])
    (message,) = run.staged(yours=False)
    t = builders.taken(message)
    name = run.take(message, t.kinds, builders.links("sourdough"), t.verdict)
    run.finish()
    return name


def builders_arrival(message):
    from gratitude.message import Arrival

    return Arrival(message=message, mark="1")


def decided(inbox, name, note, **more):
    data = {"note": to_plain(note), "sources": [inbox.conversation(name).opening.message.identity]}
    inbox.append(name, [Event(name=more.get("event", Name.ACCEPTED), data=data)], now=builders.NOW, step=1)


def test_what_lies_open_is_told_with_the_command(site, home, inbox):
    """Others on the machine must not read letters."""
    home.chmod(0o755)
    (home / "inbox.sqlite").chmod(0o644)

    told = texts(site(), inbox=inbox, home=home)

    assert [t.rpartition("run: ")[2] for t in told] == [f"chmod 700 {home}", f"chmod 600 {home / 'inbox.sqlite'}"]


def test_a_note_without_consent_is_told(site, inbox):
    """What was accepted and then changed waits for a yes."""
    name = taken_in(inbox)
    decided(inbox, name, note_of("sourdough", show=Show.ANONYMOUS))

    (told,) = texts(site(), inbox=inbox)

    assert told.startswith(f"{name}: consent is missing: no consent is recorded")


def test_a_decision_about_a_post_that_is_gone_is_told_with_the_edit(site, inbox):
    """With the whole command."""
    name = taken_in(inbox)
    note = Note(id="2026-05-03-aaaa", kind=NoteKind.THANKS, post="sourdou", show=Show.MINE, day=date(2026, 5, 3), turns=(Turn(Who.ANSWER, "Mine."),))  # fmt: skip
    decided(inbox, name, note)

    (told,) = texts(site(), inbox=inbox)

    assert f"{name}: its post sourdou is gone" in told
    assert f"gratitude edit {name} --post SLUG" in told


def test_a_decision_without_a_day_is_told_with_the_edit(site, inbox):
    """`publish` would hold it back."""
    name = taken_in(inbox, sent=None)
    note = Note(
        id="undated-aaaa",
        kind=NoteKind.THANKS,
        post="sourdough",
        show=Show.MINE,
        day=None,
        turns=(Turn(Who.ANSWER, "Mine."),),
    )
    decided(inbox, name, note)

    assert texts(site(), inbox=inbox) == [f"{name}: it has no day; gratitude edit {name} --date DAY"]


def test_adopted_notes_are_counted_as_consent_recorded_elsewhere(site, inbox):
    """Nothing to mend, worth knowing."""
    name = taken_in(inbox)
    note = note_of("sourdough")
    decided(inbox, name, note, event=Name.ADOPTED)

    (one,) = found(site(), note, inbox=inbox)

    assert one.text.startswith("1 note of this inbox: consent recorded elsewhere")
    assert not one.is_wrong


@pytest.mark.parametrize(
    ("changed", "is_wrong"),
    [
        ({"words": "It ruined my weekend."}, True),
        ({"post": "rye"}, True),
        ({"words": "It works."}, False),
        ({}, None),
    ],
    ids=["other words", "another post", "fewer words", "nothing"],
)
def test_what_a_hand_made_of_a_letter_is_told(site, inbox, changed, is_wrong):
    """Words or a post the writer never agreed to are to be mended; a shorter excerpt is worth knowing."""
    name = taken_in(inbox)
    note = note_of("sourdough", words="It works. Thank you.")
    decided(inbox, name, note, event=Name.ADOPTED)

    told = [
        f
        for f in found(
            site(), note_of(**({"post": "sourdough", "words": "It works. Thank you."} | changed)), inbox=inbox
        )
        if "a hand changed it" in f.text
    ]

    assert ([is_wrong] if is_wrong is not None else []) == [f.is_wrong for f in told]
    assert all(f"gratitude publish --overwrite {name}" in f.text for f in told)


def test_no_word_of_a_letter_is_told(site, inbox):
    """What `check` prints may be shown to others."""
    name = taken_in(inbox, "My secret-word thanks.", sender=builders.Person("Ann Secret", "secret@example.com"))
    decided(inbox, name, note_of("sourdou", words="My secret-word thanks."))

    assert texts(site(), inbox=inbox)
    assert not [t for t in texts(site(), inbox=inbox) if "ecret" in t]


def test_the_home_of_nobody_is_no_trouble(site):
    """Before `init` only the blog is looked at."""
    assert texts(site(), inbox=None, home=None) == []


# --- what left ------------------------------------------------------------------------------------------------------


def outside(site, inbox, more="", account="a"):
    blog = site(more)
    said = findings(blog, catalogue(blog, None), NoteFolder((), ()), inbox, None, account=account, now=builders.NOW)
    return [(f.text, f.is_wrong) for f in said if "kismet" in f.text]


def paused(inbox, reply, account="a"):
    service = Service(account=account).after(heard(reply, builders.NOW))
    inbox.remember("akismet", encode(service))


def test_what_left_is_listed_field_by_field(site, inbox):
    """Each kind of request with its count, its last time and its fields; a field that was not in all with its own count."""
    taken_in(inbox)
    (identity,) = (t.message.identity for c in inbox.conversations() for t in c.messages)
    assert outside(site, inbox) == []
    for fields in (("user_ip", "comment_content"), ("user_ip", "comment_content", "comment_author_url")):
        inbox.disclosures.sending(identity, "comment-check", fields, at=builders.NOW)

    ((text, is_wrong),) = outside(site, inbox)
    assert text == (
        "2 requests left this machine for Akismet (comment-check), the last on 2026-06-01 09:00 UTC: "
        "user_ip, comment_content, comment_author_url (1)"
    )
    assert not is_wrong


def test_a_pause_is_told_and_what_only_the_author_can_end_is_to_be_mended(site, inbox):
    """The limit passes by itself; a refused key does not. Another key, or none, knows nothing of it."""
    paused(inbox, Reply(failure="status", status=429))
    assert [False] == [wrong for _, wrong in outside(site, inbox)]
    paused(inbox, Reply(failure="key"))

    ((text, is_wrong),) = outside(site, inbox)

    assert text.startswith(
        "Akismet refused the key; it is not asked again before 2026-06-01 15:00 UTC; look at your key"
    )
    assert is_wrong
    assert outside(site, inbox, account="b") == []
    assert outside(site, inbox, account="") == []


def test_a_key_for_a_blog_without_an_address_is_to_be_mended(site, inbox):
    """Akismet would have to be told for which site it is asked."""
    ((text, is_wrong),) = outside(site, inbox, 'SITEURL = ""\n')

    assert ("SITEURL is empty" in text, is_wrong) == (True, True)
    assert outside(site, inbox, 'SITEURL = ""\n', account="") == []
