"""The straight road: from a mail to the page, with the commands a person types."""

import json
from datetime import UTC, datetime
from pathlib import Path

import pytest

from gratitude.collect import open_source
from gratitude.inbox import open_inbox

URL = "https://blog.example/cron-environment.html"
WORDS = f"Your post {URL} saved my weekend. Thank you!"


def test_a_mail_becomes_words_on_the_page(blog):
    """collect, accept with the writer's yes, publish, build: the words stand on the post, on the wall, nowhere else."""
    blog("collect", blog.mail("one", WORDS + "\n\nAnn"))
    row = blog.only("new")
    blog("accept", row["id"], "--show", "named", "--permission", "Yes, with my name, 2025-05-10")

    said = blog("publish").out
    blog.build("--fatal", "warnings")

    (path,) = blog.notes()
    assert path.startswith("cron-environment/2025-05-09-")
    assert path in said
    holding = sorted(
        p.relative_to(blog.root / "output").as_posix()
        for p in (blog.root / "output").rglob("*.html")
        if "saved my weekend" in p.read_text("utf-8")
    )
    assert holding == ["cron-environment.html", "who-this-helped/index.html"]


def test_a_private_mail_is_refused_with_the_ways_out(blog):
    """Silence is no: without a recorded yes accept exits 1 and names keep, mine and --permission."""
    blog("collect", blog.mail("one", WORDS))

    refused = blog("accept", blog.only()["id"], code=1)

    assert all(way in refused.err for way in ("--permission", "--show mine", "gratitude keep"))
    assert blog.only()["state"] == "new"


def test_accepting_again_changes_nothing(blog):
    """Repeated, accept exits 0 and the next publish writes nothing."""
    blog("collect", blog.mail("one", WORDS))
    found = blog.only()["id"]
    yes = ("--show", "named", "--permission", "Yes, 2025-05-10")
    blog("accept", found, *yes)
    blog("publish")
    before = blog.notes()

    again = blog("accept", found, *yes)

    assert "nothing changed" in again.out
    assert "Nothing to publish" in blog("publish").out
    assert blog.notes() == before


def test_mine_tells_it_in_the_authors_words(blog):
    """`--show mine` needs no consent and holds no word of the writer's."""
    blog("collect", blog.mail("one", WORDS))
    words = blog.root / "mine.txt"
    words.write_text("A reader told me that it ended a bad weekend.\n")

    blog("accept", blog.only()["id"], "--show", "mine", "--words", words)
    blog("publish")

    (text,) = blog.notes().values()
    assert "A reader told me" in text
    assert "Show: mine" in text
    assert "saved my weekend" not in text
    assert "Ann" not in text


def test_an_excerpt_is_the_writers_words(blog):
    """--words takes a subsequence and shows the gaps; other words are refused with the first that differ."""
    blog("collect", blog.mail("one", f"Hello, long story. {WORDS} My boss is happy too. All the best"))
    found = blog.only()["id"]
    yes = ("--show", "named", "--permission", "Yes, 2025-05-10")

    refused = blog("accept", found, "--words", "-", *yes, stdin="It rescued my weekend", code=1)
    blog("accept", found, "--words", "-", *yes, stdin="saved my weekend. My boss is happy too.")
    blog("publish")

    assert "It rescued" in refused.err
    (text,) = blog.notes().values()
    assert "saved my weekend. […] My boss is happy too." in text


def test_what_was_changed_after_the_yes_waits_for_a_new_one(blog):
    """Another name does not go out, the published note stays as it was, and a new permission lets it out."""
    blog("collect", blog.mail("one", WORDS))
    found = blog.only()["id"]
    blog("accept", found, "--show", "named", "--permission", "Yes, 2025-05-10")
    blog("publish")
    before = blog.notes()

    told = blog("edit", found, "--name", "Dr. Ann Example of Example Ltd").out
    held = blog("publish").out

    assert "consent is missing" in told
    assert "held back" in held
    assert blog.notes() == before
    blog("edit", found, "--show", "named", "--permission", "Yes with the title, 2025-05-12")
    blog("publish")
    assert "From: Dr. Ann Example of Example Ltd" in "".join(blog.notes().values())


def test_a_yes_that_is_older_than_the_letter_is_pointed_out(blog):
    """The author may have mistyped the day, or mean a yes to another letter."""
    blog("collect", str(blog.mail("a", f"See {URL}, it helped. Thank you!")))
    found = blog.only()["id"]

    told = [
        blog("accept", found, "--show", "named", "--permission", "Yes, 2020-05-10").out,
        blog("edit", found, "--show", "named", "--permission", "Yes, 2020-05-11").out,
        blog("edit", found, "--show", "named", "--permission", "Yes, 2025-05-10").out,
    ]

    assert [True, True, False] == ["is older than what they wrote" in t for t in told]


def test_a_permission_taken_back_is_told_until_it_is_heard(blog):
    """The writer changed her mind by mail: publish says so each time, and the way it names takes the note down."""
    blog("collect", str(blog.mail("a", f"See {URL}, it helped. Thank you!")))
    found = blog.only()["id"]
    blog("accept", found, "--show", "named", "--permission", "Yes, 2025-05-10")
    blog("publish")
    reply = blog.mail(
        "b",
        "Please do not publish my letter after all.",
        date="Mon, 12 May 2025 08:00:00 +0000",
        headers="In-Reply-To: <a@example.com>\n",
    )
    blog("collect", str(reply))

    told = [blog("publish").out for _ in range(2)]
    assert ["the writer took the permission back" in t and f"gratitude keep {found}" in t for t in told] == [True, True]
    assert len(blog.notes()) == 1
    blog("keep", found)
    blog("publish")
    assert blog.notes() == {}


def test_undo_goes_back_and_publish_shows_the_removal(blog):
    """After a publish, undo and publish take the words off again, and the build takes them out of the output."""
    blog("collect", blog.mail("one", WORDS))
    found = blog.only()["id"]
    blog("accept", found, "--show", "anonymous", "--permission", "Yes, 2025-05-10")
    blog("publish")
    blog.build()

    blog("undo")
    said = blog("publish").out
    blog.build()

    assert "remove cron-environment/" in said
    assert blog.notes() == {}
    assert not [p for p in (blog.root / "output").rglob("*.html") if "saved my weekend" in p.read_text("utf-8")]
    assert "nothing to take back" in blog("undo", code=1).err


def test_many_removals_need_force(blog):
    """More than five notes that are more than a third are not removed by accident."""
    for n in range(7):
        blog(
            "collect",
            blog.mail(f"m{n}", f"{WORDS} It was number {n} of my jobs.", sender=f"Reader {n} <r{n}@example.com>"),
        )
    ids = [r["id"] for r in blog("list", "everything", "--json").rows]
    blog("accept", *ids, "--show", "anonymous", "--permission", "Yes, 2025-05-10")
    blog("publish")
    assert len(blog.notes()) == 7
    blog("undo")

    refused = blog("publish", code=1)

    assert "--force" in refused.err
    assert len(blog.notes()) == 7
    blog("publish", "--force")
    assert blog.notes() == {}


def test_a_note_edited_by_hand_wins(blog):
    """Publish leaves it alone and says so, until --overwrite."""
    blog("collect", blog.mail("one", WORDS))
    found = blog.only()["id"]
    blog("accept", found, "--show", "anonymous", "--permission", "Yes, 2025-05-10")
    blog("publish")
    (path,) = (blog.root / "content/gratitude").rglob("*.note")
    path.write_text(path.read_text().replace("weekend", "summer"))
    blog("edit", found, "--title", "A weekend saved")

    held = blog("publish").out

    assert "edited by hand" in held
    assert "summer" in path.read_text()
    blog("publish", "--overwrite", found)
    assert "Title: A weekend saved" in path.read_text()
    assert "summer" not in path.read_text()


def test_a_message_without_a_date_waits_for_a_day(blog):
    """Accept goes, publish says that a day is missing, `edit --date` lets it out."""
    path = blog.mail("one", WORDS)
    path.write_text(path.read_text().replace("Date: Fri, 9 May 2025 08:00:00 +0000\n", ""))
    blog("collect", path)
    found = blog.only()["id"]
    blog("accept", found, "--show", "anonymous", "--permission", "Yes, 2025-05-10")

    held = blog("publish").out

    assert "no day" in held
    assert blog.notes() == {}
    blog("edit", found, "--date", "2025-05-09")
    blog("publish")
    (name,) = blog.notes()
    assert name.startswith("cron-environment/2025-05-09-")


def test_addresses_and_numbers_never_get_into_a_note(blog):
    """What elision takes is told, and --keep brings it back where it is no address of the people."""
    blog("collect", blog.mail("one", f"{WORDS}\nWrite to ann.other@example.org or call +49 30 5550123.\nAnn"))

    said = blog("accept", blog.only()["id"], "--show", "named", "--permission", "Yes, 2025-05-10").out
    blog("publish")

    (text,) = blog.notes().values()
    assert "ann.other@example.org" not in text
    assert "5550123" not in text
    assert "a mail address" in said
    assert "a telephone number" in said


def test_an_answer_stands_in_the_note(blog):
    """What the author sent is offered, and only `answer` puts it into the note."""
    blog("collect", blog.mail("one", f"Does {URL} also work with systemd timers?", subject="A question"))
    sent = blog.mail(
        "two",
        "Yes, put it into Environment=.\n\n> Does it work?",
        sender="author@blog.example",
        headers="In-Reply-To: <one@example.com>\n",
        date="Sat, 10 May 2025 08:00:00 +0000",
        subject="Re: A question",
    )
    sent.write_text(sent.read_text().replace("To: author@blog.example", "To: ann@example.com"))
    blog("collect", sent)
    row = blog.only()
    blog("accept", row["id"], "--show", "anonymous", "--permission", "Yes, 2025-05-11")

    blog("answer", row["id"], "--sent")
    blog("publish")
    blog.build("--fatal", "warnings")

    (text,) = blog.notes().values()
    assert "--- answer, 2025-05-10\n\nYes, put it into Environment=." in text
    assert row["primary"] == "question"
    assert list((blog.root / "output/questions").rglob("index.html"))


def test_merge_and_split_and_their_undo(blog):
    """Merging keeps the older ID and the other leads to it; splitting and undo take it apart again."""
    blog(
        "collect",
        blog.mail("one", WORDS),
        blog.mail("two", f"Another day, another thank you for {URL}.", date="Mon, 2 Jun 2025 08:00:00 +0000"),
    )
    older, younger = (r["id"] for r in reversed(blog("list", "everything", "--json").rows))

    told = f"{older} is one conversation of 2 messages now; {younger} leads to it. `gratitude undo` parts them.\n"
    assert told == blog("merge", younger, older).out
    assert [r["id"] for r in blog("list", "everything", "--json").rows] == [older]
    assert json.loads(blog("show", younger, "--json").out)["id"] == older
    blog("split", older, "2")
    assert {r["id"] for r in blog("list", "everything", "--json").rows} == {older, younger}
    blog("undo")
    blog("undo")
    assert {r["id"] for r in blog("list", "everything", "--json").rows} == {older, younger}


def test_a_second_machine_adopts_what_is_published(blog):
    """A fresh inbox finds its notes on disk: they show as published, and publish changes nothing."""
    mail = blog.mail("one", WORDS)
    blog("collect", mail)
    blog("accept", blog.only()["id"], "--show", "named", "--permission", "Yes, 2025-05-10")
    blog("publish")
    before = blog.notes()

    said = blog("collect", "--home", blog.root.parent / "second", mail).out
    row = blog("list", "everything", "--json", "--home", blog.root.parent / "second").rows[0]

    assert "1 note on the blog" in said
    assert (row["state"], row["note"]) == ("accepted", f"gratitude/{next(iter(before))}")
    assert "Nothing to publish" in blog("publish", "--home", blog.root.parent / "second").out
    assert blog.notes() == before
    assert "consent recorded elsewhere" in blog("check", "--home", blog.root.parent / "second").out


def test_collecting_again_adds_nothing(blog):
    """The same source, or the same mail from another one, is known."""
    mail = blog.mail("one", WORDS)
    copy = blog.root / "copy.mbox"
    copy.write_bytes(b"From ann@example.com Fri May  9 08:00:00 2025\n" + mail.read_bytes() + b"\n")
    blog("collect", mail)
    before = blog("list", "everything", "--json").out

    blog("collect", mail)
    blog("collect", copy)

    assert blog("list", "everything", "--json").out == before


def test_an_address_set_later_makes_a_letter_the_authors(blog):
    """It was taken for a reader's; the next collect puts it where it belongs, and it is offered as the answer."""
    conf = blog.root / "pelicanconf.py"
    conf.write_text(conf.read_text().replace('AUTHOR_EMAIL = "author@blog.example"\n', ""))
    blog("init", "--yes")
    answer = {
        "sender": "Me <me@home.example>",
        "headers": "In-Reply-To: <one@example.com>\n",
        "subject": "Re: A question",
    }
    asked, told = (
        blog.mail("one", f"Does {URL} also work with systemd timers?"), blog.mail("two", f"Yes, as {URL} says.", **answer)
    )  # fmt: skip
    blog("collect", asked, told)
    assert len(blog("list", "--json").rows) == 2
    assert "no mail address of yours is known" in blog("check").out

    settings = blog.root / ".private/settings.toml"
    settings.write_text(settings.read_text().replace("# addresses = []", 'addresses = ["me@home.example"]'))
    said = blog("collect").out

    assert "1 letter that had been taken for a reader's is yours, by its address." in said
    assert "0 people never heard back" in said
    assert "You answered" in blog("show", blog.only()["id"]).out
    assert "no mail address" not in blog("check").out


def test_a_cut_run_is_told_when_it_goes_on(blog):
    """What it had read counts as read, also where nothing is left to read."""
    mail = blog.mail("one", WORDS)
    blog("init", "--yes")
    with open_inbox(blog.root / ".private") as inbox:
        source = open_source(str(mail))
        inbox.intake(datetime.now(UTC)).stage(source.name, list(source.arrivals(lambda _mark: False)))

    said = blog("collect", mail).out

    assert said.startswith("Went on with 1 message of a run that was cut; 1 new one of readers came in.")


def test_show_says_what_is_shown_held_back_and_possible(blog):
    """Words that wait for a yes are not told as coming; what is on the blog is told as being there."""
    blog("collect", blog.mail("one", f"Does {URL} also work with systemd timers?"))
    found = blog.only()["id"]
    fresh = blog("show", found).out
    blog("accept", found, "--show", "named", "--permission", "Yes, 2025-05-10")
    accepted = blog("show", found).out
    blog("publish")
    published = blog("show", found).out
    blog("edit", found, "--place", "Pune")
    changed = blog("show", found).out
    blog("answer", found, "--words", "-", stdin="It does.")

    assert f"gratitude answer {found}" in fresh
    assert f"gratitude undo {found}" not in fresh
    assert "What will be shown (named, as Ann Example):" in accepted
    assert f"gratitude undo {found}" in accepted
    assert "What is shown (named, as Ann Example), in gratitude/cron-environment/" in published
    assert "Held back" not in accepted + published
    assert "Held back: nobody asked the writer about this place. `gratitude publish` names the way out." in changed
    assert f"gratitude answer {found}" not in blog("show", found).out


def test_an_inbox_that_is_empty_says_how_it_is_filled(blog):
    """On a new machine the first look must not read as if all was lost."""
    assert "`gratitude restore FILE` brings a backup back" in blog("list", "done").out
    blog("collect", blog.mail("one", WORDS))
    assert "The inbox is empty" not in blog("list", "done").out


def test_a_note_deleted_by_hand_is_told_until_it_is_kept(blog):
    """Whoever deleted the file meant it; `keep` says so to the inbox too."""
    blog("collect", blog.mail("one", WORDS))
    found = blog.only()["id"]
    blog("accept", found, "--show", "anonymous", "--permission", "Yes, 2025-05-10")
    blog("publish")
    for note in (blog.root / "content/gratitude").rglob("*.note"):
        note.unlink()

    assert f"gratitude keep {found} lets it be" in blog("publish").out
    blog("keep", found)
    assert "Nothing to publish" in blog("publish").out
    assert blog.notes() == {}


def test_a_letter_that_is_counted_says_from_when(blog):
    """One alone is told nowhere, and none where the blog does not count."""
    blog("collect", blog.mail("one", WORDS))
    found, yes = blog.only()["id"], ("--show", "counted", "--permission", "Count me, 2025-05-10")

    off = blog("accept", found, *yes).out
    blog("undo")
    (blog.root / ".private/settings.toml").write_text("[publish]\ncounted = true\n")
    on = blog("accept", found, *yes).out

    assert "from three about this post on, and only with `[publish] counted = true` in settings.toml" in off
    assert on.splitlines()[1:2] == ["  it is told as a number of people, from three about this post on"]


def test_later_comes_back_on_its_day(blog, monkeypatch):
    """What is put away leaves the new pile until the day."""
    blog("collect", blog.mail("one", WORDS))
    found = blog.only()["id"]

    blog("later", found, "--until", "2999-01-01")
    assert blog.only("later")["state"] == "later"
    monkeypatch.setattr("gratitude.cli.look.now", lambda: datetime(2999, 1, 1, 0, 1, tzinfo=UTC))

    assert blog.only("new")["id"] == found


def test_spam_trash_and_keep(blog):
    """Each takes it out of the new pile; undo brings it back."""
    blog("collect", blog.mail("one", WORDS))
    found = blog.only()["id"]
    for move, state in (("spam", "spam"), ("trash", "trash"), ("keep", "kept")):
        blog(move, found)
        assert blog.only()["state"] == state
        blog("undo")
        assert blog.only()["state"] == "new"


def test_each_move_says_where_it_is_now(blog):
    """Also for how long, and what of it is still on the blog until the next publish."""
    blog("collect", blog.mail("one", WORDS))
    found = blog.only()["id"]
    blog("accept", found, "--show", "anonymous", "--permission", "Yes, 2025-05-10")
    blog("publish")

    still = "It is still on the blog as it was; next: gratitude publish"
    assert still in blog("keep", found).out
    assert "Taken back in " + found + ": keep; it is accepted as before." in blog("undo").out
    assert f"{found}: spam; it lies in the spam pile for 30 days\n{still}" in blog("spam", found).out
    assert still not in blog("undo").out
    blog("publish")
    blog("keep", found)
    blog("publish")
    assert still not in blog("trash", found).out
    assert f"{found}: trash; it is kept private as before." in blog("undo").out


def test_what_was_changed_says_what_comes_next(blog):
    """After an edit of an accepted note that is `publish`; before, nothing hangs on it but `accept`."""
    blog("collect", blog.mail("one", WORDS))
    found = blog.only()["id"]

    assert "Next" not in blog("edit", found, "--title", "A title").out
    assert f"Next: gratitude accept {found}" in blog("answer", found, "--words", "-", stdin="You are welcome.").out
    blog("accept", found, "--show", "anonymous", "--permission", "Yes, 2025-05-10")
    assert "Next: gratitude publish" in blog("answer", found, "--words", "-", stdin="Welcome.").out
    said = blog("edit", found, "--place", "Pune", "--show", "named", "--permission", "With my name, 2025-05-11").out
    assert f"{found}: changed place and recorded the permission\n" in said


def test_a_yes_beside_a_no_is_told(blog):
    """The author may know more than the letter; what it says is shown all the same, and the no is said whole."""
    blog("collect", blog.mail("one", f"{WORDS} Please do not publish this mail, my employer reads your blog."))
    yes = ("--show", "named", "--permission", "On the telephone she said yes, 2025-06-01")

    said = blog("accept", blog.only()["id"], *yes).out

    no = "“Please do not publish this mail, my employer reads your blog.”"
    assert f"look at: the writer also said no on 2025-05-09: {no}; undo takes this back" in said


def test_a_yes_that_would_stand_on_the_page_is_told(blog, tmp_path):
    """It was said to the author; an excerpt without it, or a note in the author's words, says nothing of it."""
    blog("collect", blog.mail("one", f"{WORDS} You may publish this with my name."))
    found, excerpt = blog.only()["id"], tmp_path / "excerpt"
    excerpt.write_text("Your post saved my weekend.")
    yes = ("--show", "named", "--permission", "You may publish this with my name, 2025-05-09")

    refused = blog("accept", found, code=1).err
    said = blog("accept", found, *yes).out

    assert "(on 2025-05-09 the writer says: “You may publish this with my name.”)" in refused
    assert "look at: “You may publish this with my name.” was said to you; --words FILE can leave it out" in said
    assert "was said to you" not in blog("accept", found, "--words", excerpt, *yes).out
    assert "was said to you" not in blog("accept", found, "--show", "mine", "--words", excerpt).out


def test_new_starts_a_note_by_hand(blog):
    """The file is the author's: valid, in the post's folder, and untouched by publish."""
    blog(
        "new",
        "cron-environment",
        "--from",
        "Ben",
        "--date",
        "2025-06-01",
        "--words",
        "-",
        stdin="He told me at the station that it helped.",
    )
    blog("init", "--yes")

    assert "Nothing to publish" in blog("publish").out
    (text,) = blog.notes().values()
    assert "From: Ben" in text


def test_new_says_what_everybody_could_read(blog):
    """The file is the author's; a name that is an address is a slip, one in the words is named."""
    given = ("new", "sourdough", "--words", "-", "--date", "2025-05-03")

    blog(*given, "--from", "ann@example.com", stdin="Thanks!", code=1)
    told = blog(*given, "--from", "Ann", stdin="Thanks! Ask ben@example.com")

    assert "look at: a mail address (ben@example.com) stands in it for everybody to read" in told.out
    assert len(blog.notes()) == 1


def test_backup_and_restore(blog, tmp_path):
    """What is restored elsewhere is the same inbox; a filled folder is kept unless forced."""
    blog("collect", blog.mail("one", WORDS))
    blog("keep", blog.only()["id"])
    before = blog("list", "everything", "--json").out
    file = tmp_path / "b.tar.gz"

    first, second = blog("backup", file).out, blog("backup", file).out
    refused = blog("restore", file, code=1)
    blog("list", "--home", tmp_path / "other")
    restored = blog("restore", file, "--home", tmp_path / "other").out

    assert "--force" in refused.err
    assert ("in place of" in first, "in place of" in second) == (False, True)
    assert restored.splitlines() == [
        f"Restored {tmp_path / 'other'} from {file}: 1 conversation",
        "Next: gratitude check",
    ]
    assert file.stat().st_mode & 0o777 == 0o600
    assert blog("list", "everything", "--json", "--home", tmp_path / "other").out == before
    assert (tmp_path / "other").stat().st_mode & 0o777 == 0o700


def test_a_backup_into_a_folder_gets_a_name_there(blog, tmp_path):
    """A disk is named, not each file on it."""
    blog("collect", blog.mail("one", WORDS))

    said = blog("backup", tmp_path).out

    (made,) = tmp_path.glob("gratitude-*.tar.gz")
    assert said.startswith(f"Wrote {made}: the inbox")


@pytest.mark.parametrize("data", [b"", b"no gzip", b"\x1f\x8b\x08\x00broken"])
def test_a_file_that_is_no_backup_changes_nothing(blog, tmp_path, data):
    """One sentence, exit 1, and the folder is as it was."""
    blog("collect", blog.mail("one", WORDS))
    before = blog("list", "everything", "--json").out
    (tmp_path / "b.tar.gz").write_bytes(data)

    refused = blog("restore", "--force", tmp_path / "b.tar.gz", code=1)

    assert "backup" in refused.err
    assert blog("list", "everything", "--json").out == before


def test_explain_stores_nothing(blog):
    """A folder with a pelicanconf.py and a mail are enough; an inbox keeps its bytes."""
    mail = blog.mail("one", WORDS)
    row = blog("explain", "--json", mail).rows[0]

    assert not (blog.root / ".private").exists()
    assert (row["primary"], row["links"][0]["post"], row["links"][0]["tier"], row["reason"]) == (
        "thanks",
        "cron-environment",
        "sure",
        None,
    )
    blog("collect", mail)
    before = (blog.root / ".private/inbox.sqlite").read_bytes()
    blog("explain", mail)
    assert (blog.root / ".private/inbox.sqlite").read_bytes() == before


def test_explain_speaks_in_sentences(blog):
    """The page for a person names kind, post and reasons with the message's own words."""
    said = blog("explain", blog.mail("one", WORDS)).out

    assert "Reads like: thanks" in said
    assert "surely cron-environment" in said


def test_who_asked_the_same_and_who_wrote_before_is_told(blog):
    """`list`, `show` and `explain` suggest; only `merge` joins, and `undo` parts again."""
    ask = f"About {URL}: how do I set PATH for one single job?"
    mails = [
        blog.mail(
            "one", ask, sender="Ann Berg <ann@example.com>", subject="One job", date="Tue, 9 May 2023 08:00:00 +0000"
        ),
        blog.mail(
            "two", f"{URL}: can I set the PATH for a single job only?", sender="Bo <bo@example.com>", subject="PATH"
        ),
        blog.mail("three", WORDS, sender="Ann Berg <ann@example.com>", date="Mon, 2 Jun 2025 08:00:00 +0000"),
        blog.mail(
            "four",
            WORDS,
            sender="Ann Berg <berg@elsewhere.example>",
            subject="Again",
            date="Mon, 9 Jun 2025 08:00:00 +0000",
        ),
    ]
    said = {row["id"]: row for row in blog("explain", "--json", *mails).rows}
    assert said["one@example.com"]["same_question"] == ["two@example.com"]
    assert said["three@example.com"]["wrote_before"] == "in 2023, about cron-environment"
    assert "Nearly the same is asked by Bo" in blog("explain", *mails).out
    blog("collect", *mails)
    rows = {row["subject"]: row for row in blog("list", "everything", "--json").rows}
    one, two, three, four = (rows[name]["id"] for name in ("One job", "PATH", "Thank you", "Again"))

    assert rows["One job"]["same_question"] == [two]
    assert f"`gratitude merge {one} {two}` makes one question of it" in blog("list", "everything").out
    assert f"{two} asks nearly the same" in blog("show", one).out
    shown = blog("show", three)
    assert "Ann Berg wrote before, in 2023, about cron-environment." in shown.out
    assert f"Perhaps the same person wrote {four}: the same full name." in shown.out
    assert {"id": four, "why": "the same full name"} in json.loads(blog("show", three, "--json").out)[
        "maybe_same_writer"
    ]
    blog("merge", one, two)
    assert len(blog("list", "everything", "--json").rows) == 3
    blog("undo")
    assert blog("list", "everything", "--json").rows == [
        *reversed([rows[n] for n in ("One job", "PATH", "Thank you", "Again")])
    ]


def test_a_missing_source_is_one_sentence_and_the_rest_is_read(blog):
    """Exit 1 names what is missing; what can be read is read."""
    said = blog("collect", blog.mail("one", WORDS), blog.root / "nothing.mbox", code=1)

    assert "nothing.mbox" in said.err
    assert blog.only()["state"] == "new"


def test_a_folder_that_is_no_blog_is_one_sentence(tmp_path, capsys):
    """The next step is named."""
    from gratitude.cli import main

    with pytest.raises(SystemExit) as ended:
        main(["list", "--site", str(tmp_path)])

    assert ended.value.code == 1
    assert "pelicanconf.py" in capsys.readouterr().err


def test_an_unwritable_content_folder_is_told(blog):
    """Nothing is half-written, the journal does not say it was published, and the next publish does it."""
    blog("collect", blog.mail("one", WORDS))
    blog("accept", blog.only()["id"], "--show", "anonymous", "--permission", "Yes, 2025-05-10")
    (blog.root / "content/gratitude").write_text("a file in the way")

    said = blog("publish", code=1)

    assert "written" in said.err
    (blog.root / "content/gratitude").unlink()
    blog("publish")
    assert len(blog.notes()) == 1


def test_wrong_words_on_the_command_line_end_with_two(blog):
    """A usage error says what to write."""
    blog("collect", blog.mail("one", WORDS))
    found = blog.only()["id"]
    said = [
        blog("accept", found, "--permission", "Yes", code=2).err,
        blog("accept", found, "--post", "cron-enviroment", code=2).err,
        blog("show", "zzzz", code=2).err,
        blog("accpt", code=2).err,
    ]

    assert "a comma, the day" in said[0]
    assert "near it: cron-environment" in said[1]
    assert "no conversation" in said[2]
    assert "did you mean `accept`" in said[3]


def test_init_twice_changes_nothing(blog):
    """The second init says that the folder is there."""
    blog("init", "--yes")
    before = (blog.root / ".private/settings.toml").read_bytes()

    said = blog("init", "--yes").out

    assert "There already is" in said
    assert (blog.root / ".private/settings.toml").read_bytes() == before
    assert (blog.root / ".private").stat().st_mode & 0o777 == 0o700


def test_collect_before_init_names_it(blog):
    """Without a private folder collect exits 1 and names `gratitude init --yes`."""
    conf = blog.root / "pelicanconf.py"
    conf.write_text(conf.read_text().replace('GRATITUDE_HOME = ".private"\n', ""))

    assert "gratitude init --yes" in blog("collect", blog.mail("one", WORDS), code=1).err


def test_check_tells_renamed_and_missing_posts(blog):
    """A note whose post was renamed or is gone is told with the next step, exit 1."""
    note = blog.root / "content/gratitude/cron-enviroment/2025-05-03-ab12.note"
    note.parent.mkdir(parents=True)
    note.write_text("It helped.\n")
    gone = blog.root / "content/gratitude/quite-another/2025-05-03-cd34.note"
    gone.parent.mkdir(parents=True)
    gone.write_text("It helped too.\n")

    said = blog("check", code=1).out

    assert "renamed to cron-environment" in said
    assert "no post quite-another" in said


def test_help_of_every_command_shows_an_example(blog):
    """Each verb explains itself."""
    from gratitude.cli.commands import COMMANDS

    for name in (n for group in COMMANDS.values() for n in group):
        assert "Example: gratitude" in blog(name, "--help").out, name


def test_the_samples_are_where_the_docs_say():
    """`make site` and the tutorial collect these."""
    root = Path(__file__).resolve().parents[2] / "samples"

    assert (root / "mail/cur").is_dir()
    assert (root / "wordpress.xml").is_file()


def test_an_answer_does_not_name_who_wants_no_name(blog):
    """The author greets Ann by name; in a note without a name the greeting loses it, whichever came first."""
    blog(
        "collect",
        blog.mail("one", f"Does {URL} also work with systemd timers?", sender="Ann Wolters <ann@example.com>"),
    )
    found = blog.only()["id"]

    told = blog(
        "answer",
        found,
        "--words",
        "-",
        "--date",
        "2025-05-10",
        stdin="Hello Ann Wolters,\n\nyes, it does; ann@example.com was asked before.",
    ).out
    blog("accept", found, "--show", "anonymous", "--permission", "Yes but no name, 2025-05-11")
    blog("publish")

    (text,) = blog.notes().values()
    assert "a mail address" in told
    assert "Hello […]," in text
    assert "Wolters" not in text
    assert "@" not in text
    assert "nothing changed" in blog("accept", found).out


def lessons(blog):
    with open_inbox(blog.root / ".private") as inbox:
        found = inbox._c.execute("SELECT is_spam, messages FROM lessons WHERE messages > 0").fetchall()
        return {("ham", "spam")[row["is_spam"]]: row["messages"] for row in found}


def test_decisions_teach_and_undo_unlearns(blog):
    """Keep and spam teach, later and trash do not; undo takes the lesson back too."""
    blog("collect", blog.mail("one", WORDS))
    found = blog.only()["id"]

    taught = []
    for command in (
        ["keep", found],
        ["spam", found],
        ["undo"],
        ["later", found],
        ["trash", found],
        ["undo"],
        ["undo"],
        ["undo"],
    ):
        blog(*command)
        taught.append(lessons(blog))

    ham, spam, nothing = {"ham": 1}, {"spam": 1}, {}
    assert taught == [ham, spam, ham, ham, nothing, ham, ham, nothing]
