"""Bad input is normal: one clear sentence with the next step, exit 1 or 2, never a traceback, never anybody's words."""

import os
import re
import resource
import signal
import sqlite3
import subprocess
import sys
import time
from pathlib import Path

import pytest

PLUGINS = Path(__file__).resolve().parents[2] / "plugins"
WORDS = "Thank you for https://blog.example/sourdough.html, my secret-word dough is fine."
STEP = re.compile(
    r"gratitude|mend|name|write|correct|copy|pipe|save|upgrade|add|choose|permission|export|unpack|look", re.IGNORECASE
)


@pytest.fixture
def process(blog):
    """Start the command in a process of its own; ``text`` False gives bytes."""

    def start(*args, env=(), **more):
        command = [sys.executable, "-m", "gratitude", *map(str, args)]
        environment = {**os.environ, "PYTHONPATH": str(PLUGINS), **dict(env)}
        # started by a shell's `&` we would hand down that Ctrl-C is ignored
        options = {"stdout": -1, "stderr": -1, "stdin": -1, "preexec_fn": _with_ctrl_c, **more}
        return subprocess.Popen(command, cwd=blog.root, env=environment, **options)

    return start


def _with_ctrl_c():
    signal.signal(signal.SIGINT, signal.default_int_handler)


def ended(started, data=None):
    """Return (exit code, standard output, standard error) of a process, its errors without a traceback."""
    out, err = started.communicate(data, timeout=120)
    assert b"Traceback" not in err
    return started.returncode, out.decode(), err.decode()


def is_one_sentence(result, *parts):
    """Say whether an error names what it is about and a next step, on one line, without a letter's words."""
    (line,) = result.err.strip().splitlines()
    assert line.startswith("gratitude: ")
    assert STEP.search(line.removeprefix("gratitude: ")), line
    assert "secret" not in line
    return all(part in line for part in parts)


# --- sources -------------------------------------------------------------------------------------------------------


def test_a_source_that_cannot_be_read_is_one_sentence(blog, tmp_path):
    """Missing, of no kind we know, packed, a device, without a name: each names itself and what to do."""
    (tmp_path / "binary.mbox").write_bytes(b"\x00\x01secret\xff\xfe" * 100)
    (tmp_path / "mail.pst").write_bytes(b"!BDN secret")
    (tmp_path / "nothing").mkdir()
    (tmp_path / "nothing/a.txt").write_text("secret")
    (tmp_path / "torn.xml").write_text(
        '<?xml version="1.0"?><rss xmlns:wp="http://wordpress.org/export/1.2/"><channel><item>secret'
    )

    for name in ("missing.mbox", "binary.mbox", "mail.pst", "nothing", "torn.xml"):
        for verb in ("collect", "explain"):
            assert is_one_sentence(blog(verb, tmp_path / name, code=1), name), name
    assert is_one_sentence(blog("collect", "/dev/null", code=1), "/dev/null")
    assert is_one_sentence(blog("collect", "", code=1), "without a name")


def test_an_empty_mailbox_is_no_error(blog, tmp_path):
    """It holds no messages, and that is said."""
    (tmp_path / "empty.mbox").touch()

    assert "no messages" in blog("explain", tmp_path / "empty.mbox").out
    assert "The inbox is empty." in blog("collect", tmp_path / "empty.mbox").out
    assert blog("explain", "--json", tmp_path / "empty.mbox").out == ""


def test_garbage_in_an_mbox_is_left_out_and_told(blog, tmp_path):
    """One bad message is set aside with its reason, and the letter behind it is read."""
    letter = blog.mail("one", WORDS).read_bytes()
    garbage = bytes(range(1, 256)).replace(b"\n", b"") * 50
    (tmp_path / "m.mbox").write_bytes(
        b"From a Fri May  9 08:00:00 2025\n" + garbage + b"\n\nFrom b Fri May  9 08:00:00 2025\n" + letter
    )

    said = blog("collect", tmp_path / "m.mbox")

    assert "unreadable" in said.out or "could not be read" in said.out
    assert blog.only("new")["from"]["name"] == "Ann Example"


def test_a_broken_export_ends_and_the_rest_is_read(blog, tmp_path):
    """A source that breaks off is told at the end, exit 1; the others came in."""
    (tmp_path / "torn.xml").write_text(
        '<?xml version="1.0"?><rss xmlns:wp="http://wordpress.org/export/1.2/"><channel><item>'
    )

    said = blog("collect", tmp_path / "torn.xml", blog.mail("one", WORDS), code=1)

    assert "torn.xml" in said.err
    assert blog.only("new")


def test_without_a_source_it_says_what_was_read(blog):
    """After `init` there is the spool; a newcomer who names nothing is told how to name something."""
    blog("init", "--yes")

    assert "name a SOURCE" in blog("collect").out
    assert "[SOURCE...]" in blog("collect", "--help").out


# --- the blog and its settings -------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("line", "part"),
    [
        ("x = (", "not Python"),
        ('raise RuntimeError("secret-key")', "RuntimeError"),
        ("import sys; sys.exit(3)", "SystemExit"),
        ("import no_such_module_here", "no_such_module_here"),
    ],
)
def test_settings_that_cannot_be_read_name_the_line(blog, line, part):
    """Never its text, which may hold a key."""
    conf = blog.root / "pelicanconf.py"
    number = len(conf.read_text().splitlines()) + 1
    conf.write_text(conf.read_text() + line + "\n")

    assert is_one_sentence(blog("list", code=1), f"line {number}", part)


def test_a_private_folder_inside_the_content_is_refused(blog, monkeypatch):
    """Whatever names it, nothing is made there."""
    monkeypatch.setenv("GRATITUDE_HOME", str(blog.root / "content/private"))

    for verb in ("init", "collect", "list", "backup", "check"):
        assert is_one_sentence(blog(verb, code=1), "could be published", "--home")
    assert not (blog.root / "content/private").exists()


def test_wrong_private_settings_are_all_told_at_once(blog):
    """With the file and each setting's name."""
    blog("init", "--yes")
    (blog.root / ".private/settings.toml").write_text('[keep]\nspam_days = "secret"\n[author]\naddresses = 5\n')

    assert is_one_sentence(blog("collect", blog.mail("one", WORDS), code=1), "[keep] spam_days", "[author] addresses")


def test_a_tilde_of_nobody_is_told(blog):
    """Python raises RuntimeError for the name of a user who is not there."""
    assert is_one_sentence(blog("collect", "~nobody-of-that-name/mail", code=2), "~")
    assert is_one_sentence(blog("list", "--home", "~nobody-of-that-name/x", code=2), "~")


# --- the inbox ------------------------------------------------------------------------------------------------------


def inbox_of(blog):
    blog("collect", blog.mail("one", WORDS))
    return blog.root / ".private/inbox.sqlite"


COMMANDS = (("list",), ("show", "a"), ("check",), ("publish",), ("undo",), ("backup",), ("collect", "one.eml"))


def test_an_inbox_that_is_garbage_is_told(blog):
    """By every command that needs it, and nothing is written over it."""
    file = inbox_of(blog)
    file.write_bytes(b"garbage " * 1000)

    for command in COMMANDS:
        verb, *rest = command
        assert is_one_sentence(blog(verb, *(blog.root / r if ".eml" in r else r for r in rest), code=1), "restore"), (
            verb
        )
    assert file.read_bytes() == b"garbage " * 1000


def test_an_inbox_with_torn_pages_is_told(blog):
    """Damage in the middle of the file is found by whoever meets it."""
    file = inbox_of(blog)
    data = bytearray(file.read_bytes())
    data[4096:] = b"\x41" * (len(data) - 4096)
    file.write_bytes(data)

    assert is_one_sentence(blog("list", code=1), "restore")
    assert blog("check", code=1).err


def test_an_inbox_of_a_newer_gratitude_is_left_alone(blog):
    """Told what to do, and its bytes stay."""
    file = inbox_of(blog)
    c = sqlite3.connect(file)
    c.execute("PRAGMA user_version=99")
    c.close()
    before = file.read_bytes()

    for command in (("list",), ("check",), ("init", "--yes")):
        assert is_one_sentence(blog(*command, code=1), "newer", "upgrade")
    assert file.read_bytes() == before


def test_a_full_disk_loses_nothing_that_was_reported(blog, process):
    """A limit on the file's size stands in for it (EFBIG, as a quota): one sentence, and with room the same command works."""
    for n in range(30):
        blog.mail(f"m{n}", f"{WORDS} {os.urandom(3000).hex()}", sender=f"R {n} <r{n}@example.com>")

    def limit():
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        resource.setrlimit(resource.RLIMIT_FSIZE, (100_000, 100_000))

    code, _, err = ended(process("collect", ".", preexec_fn=limit))

    assert code == 1
    assert err.startswith("gratitude: ")
    assert len(err.splitlines()) == 1
    assert "secret" not in err
    blog("collect", blog.root)
    assert len(blog("list", "everything", "--json").rows) == 30


def test_two_collects_at_once_do_not_judge_the_same_letters(blog, process):
    """The second says that one is running; a killed one leaves no lock behind."""
    blog("init", "--yes")
    first = process("collect", "-")
    first.stdin.write(b"From a Fri May  9 08:00:00 2025\n" + b"x" * 100_000)  # more than the head, and no end
    first.stdin.flush()
    wait_for(blog.root / ".private/collect.lock")

    second = ended(process("collect", blog.mail("one", WORDS)))
    first.kill()
    first.communicate()
    third = ended(process("collect", blog.mail("one", WORDS)))

    assert second[0] == 1
    assert "another `gratitude collect` is running" in second[2]
    assert third[0] == 0


def test_moves_at_once_all_count(blog, process):
    """Each command is a step of its own, whoever comes first."""
    blog("collect", *(blog.mail(f"m{n}", f"{WORDS} {n}", sender=f"R{n} <r{n}@example.com>") for n in range(4)))
    ids = [row["id"] for row in blog("list", "everything", "--json").rows]

    codes = [ended(p)[0] for p in [process("keep", name) for name in ids]]

    assert codes == [0] * 4
    for _ in ids:
        blog("undo")
    assert {row["state"] for row in blog("list", "everything", "--json").rows} == {"new"}


def wait_for(path, seconds=60):
    """Wait until a file is there."""
    until = time.monotonic() + seconds
    while not path.exists():
        assert time.monotonic() < until, f"{path} never came"
        time.sleep(0.05)


# --- the terminal ---------------------------------------------------------------------------------------------------


def test_ctrl_c_is_a_sentence(blog, process):
    """No traceback, exit 1, and the next run works."""
    blog("init", "--yes")
    started = process("collect", "-")
    started.stdin.write(b"From a Fri May  9 08:00:00 2025\n" + b"x" * 100_000)
    started.stdin.flush()
    wait_for(blog.root / ".private/collect.lock")

    started.send_signal(signal.SIGINT)
    code, _, err = ended(started)

    assert code == 1
    assert "stopped" in err
    blog("collect", blog.mail("one", WORDS))


def test_a_closed_pipe_does_not_end_the_command(blog, process):
    """`gratitude collect | head -0` still takes everything in; nothing is said about the pipe."""
    mail = blog.mail("one", WORDS)
    read, write = os.pipe()
    os.close(read)
    command = [sys.executable, "-m", "gratitude", "collect", str(mail)]

    done = subprocess.run(command, cwd=blog.root, env={**os.environ, "PYTHONPATH": str(PLUGINS)}, stdout=write, stderr=-1, check=False)  # fmt: skip
    os.close(write)

    assert (0, b"") == (done.returncode, done.stderr)
    assert blog.only("new")


@pytest.mark.parametrize("env", [{"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"}, {"PYTHONIOENCODING": "ascii"}, {"PYTHONIOENCODING": "latin-1"}])  # fmt: skip
def test_a_terminal_without_utf8_costs_a_letter_and_not_the_command(blog, process, env):
    """Words in any script are shown as well as it can, JSON stays whole."""
    blog("collect", blog.mail("one", f"{WORDS} 本当にありがとう 🙏 “quoted”…", sender="Žofie <z@example.com>"))
    found = blog.only()["id"]

    for command in (("list",), ("show", found), ("explain", "one.eml")):
        assert ended(process(*command, env=env))[0] == 0
    assert "Žofie" in ended(process("list", "--json", env=env))[1].encode().decode("unicode_escape")


@pytest.mark.parametrize("columns", ["20", "40", "80", "200"])
def test_a_narrow_terminal_is_no_trouble(blog, process, columns):
    """Neither for the list nor for --help."""
    blog("collect", blog.mail("one", WORDS))

    for command in (("list",), ("show", blog.only()["id"]), ("--help",), ("accept", "--help")):
        assert ended(process(*command, env={"COLUMNS": columns}))[0] == 0


def test_help_fits_a_terminal_of_80(process):
    """Every command's sentence stands on one line, whole."""
    _, out, _ = ended(process("--help", env={"COLUMNS": "80"}))

    _, _, out = out.partition("\n")  # "[ARGS]..."

    assert max(map(len, out.splitlines())) <= 80
    assert not re.search(r"\.\.\.$", out, re.MULTILINE)


# --- what is typed --------------------------------------------------------------------------------------------------


def test_what_is_typed_wrongly_ends_with_two(blog):
    """Nothing is done, and the sentence says what to write."""
    blog("collect", blog.mail("one", WORDS))
    found = blog.only()["id"]
    wrong = {
        ("list", "nopile"): "never-heard-back", ("list", "--foo"): "--foo", ("accept",): "ID", ("show", ""): "list everything",
        ("show", "%"): "list everything", ("later", found, "--until", "tomorrow"): "2026-05-03", ("split", found, 1): "2",
        ("split", found, 9): "1 message", ("merge", found): "two or more", ("edit", found): "--title",
        ("edit", found, "--show", "named"): "--permission", ("accept", found, "--show", "private"): "anonymous",
        ("accept", found, "--words", "/missing"): "/missing", ("accept", found, "--also", "inspired nowhere"): "gratitude posts", ("accept", found, "--also", "likes sourdough"): "corrects",
        ("restore", "/missing"): "/missing", ("new", "sourdough"): "--words", ("new", "nowhere", "--words", "-"): "gratitude posts",
    }  # fmt: skip
    before = blog("list", "everything", "--json").out

    for command, part in wrong.items():
        said = blog(*command, code=2).err
        assert part in said, f"{command}: {said}"
    assert blog("list", "everything", "--json").out == before


def test_a_day_that_is_past_puts_nothing_away(blog):
    """It is told as what was typed wrongly, and what is away already stays so."""
    blog("collect", blog.mail("one", WORDS))
    found = blog.only()["id"]
    blog("later", found, "--until", "2999-01-01")

    assert is_one_sentence(blog("later", found, "--until", "2020-01-01", code=2), "--until")
    assert blog.only("later")


def test_a_wrong_id_among_several_decides_nothing(blog):
    """And the sentence says so."""
    blog("collect", blog.mail("one", WORDS))

    assert is_one_sentence(blog("keep", blog.only()["id"], "zzzz", code=2), "nothing was decided")
    assert blog.only("new")


def test_the_words_of_the_way_out_are_no_permission(blog):
    """Pasted as they stand they would record a yes that nobody gave."""
    blog("collect", blog.mail("one", WORDS))
    found = blog.only()["id"]

    for wording in ("how they said yes, DAY", "how they said yes, 2025-06-01"):
        assert is_one_sentence(blog("accept", found, "--permission", wording, code=2), "how they said yes")
    assert blog.only("new")


def test_one_refused_does_not_keep_the_others_back(blog):
    """What can be accepted is accepted, what cannot is told, exit 1."""
    blog(
        "collect",
        blog.mail("one", WORDS),
        blog.mail("two", f"{WORDS} Again.", sender="Ben <ben@example.com>", headers=""),
    )
    one, two = (row["id"] for row in blog("list", "everything", "--json").rows)
    blog("edit", one, "--show", "named", "--permission", "Yes, 2025-06-01")

    said = blog("accept", one, two, code=1)

    assert f"{one} is accepted" in said.out
    assert f"{two} is not accepted" in said.err


# --- notes on disk --------------------------------------------------------------------------------------------------


def test_broken_notes_are_named_where_they_lie(blog):
    """`check` exits 1 with file and line; `publish` says that the blog leaves them out, and does its work."""
    folder = blog.root / "content/gratitude/sourdough"
    folder.mkdir(parents=True)
    (folder / "2026-01-01-aaaa.note").write_text("show :mine\n\nsecret\n")
    (folder / "2026-01-01-bbbb.note").write_bytes(b"\xff\xfe secret")
    (folder / "2026-01-01-cccc.note").symlink_to("/missing")
    blog("collect", blog.mail("one", WORDS))
    blog("accept", blog.only()["id"], "--show", "anonymous", "--permission", "Yes, 2025-06-01")

    checked, published = blog("check", code=1), blog("publish")

    for name in ("aaaa", "bbbb", "cccc"):
        assert f"content/gratitude/sourdough/2026-01-01-{name}.note, line 1: " in checked.out
        assert f"2026-01-01-{name}.note, line 1: " in published.err
    assert "3 things to mend" in checked.err
    assert "1 written" in published.out
    assert "secret" not in checked.out + published.err


def test_a_note_that_cannot_be_written_is_not_called_written(blog):
    """Only the others are; the sentence names the file."""
    blog(
        "collect",
        blog.mail("one", WORDS),
        blog.mail("two", f"Thank you for https://blog.example/ssh-tunnels.html, {WORDS}"),
    )
    for row in blog("list", "everything", "--json").rows:
        post = "sourdough" if row["date"] and row["best"] else "ssh-tunnels"
        blog("accept", row["id"], "--post", post, "--show", "anonymous", "--permission", "Yes, 2025-06-01")
    (blog.root / "content/gratitude").mkdir()
    (blog.root / "content/gratitude/sourdough").write_text("in the way")

    said = blog("publish", code=1)

    assert "was not written" in said.err
    assert "Next: pelican content" not in said.out
    (blog.root / "content/gratitude/sourdough").unlink()
    assert "2 written" in blog("publish").out


# --- init -----------------------------------------------------------------------------------------------------------


def test_init_without_anybody_to_answer_makes_nothing(blog):
    """The way out is `--yes`."""
    conf = blog.root / "pelicanconf.py"
    conf.write_text(conf.read_text().replace('GRATITUDE_HOME = ".private"\n', ""))
    before = conf.read_bytes()

    assert is_one_sentence(blog("init", code=2), "gratitude init --yes")
    assert conf.read_bytes() == before


def test_init_asks_again_for_an_address_that_is_none(blog):
    """And keeps paths whole, so that they hold from any folder."""
    said = blog("init", stdin="not-an-address\nMe@Example.com, two@example.com\nmail\n")

    text = (blog.root / ".private/settings.toml").read_text()
    assert "one @" in said.out + said.err
    assert 'addresses = ["me@example.com", "two@example.com"]' in text
    assert f'sources = ["{Path("mail").absolute()}"]' in text


@pytest.mark.parametrize(("typed", "code", "made"), [(b"n\n", 2, False), (b"\nme@home.example\n\n", 0, True)])
def test_collect_on_a_terminal_offers_what_is_missing(blog, process, typed, code, made):
    """A no makes nothing and reads nothing, and says so; after a yes it collects, and does not say to collect."""
    conf = blog.root / "pelicanconf.py"
    conf.write_text(conf.read_text().replace('GRATITUDE_HOME = ".private"\n', ""))
    ours, theirs = os.openpty()
    mail = blog.mail("one", WORDS)

    started = process("collect", str(mail), stdin=theirs, stdout=theirs, env={"XDG_DATA_HOME": str(blog.root / "data")})
    os.write(ours, typed)
    ended, err = started.wait(120), started.stderr.read().decode()
    os.close(theirs)
    said = os.read(ours, 100_000).decode()
    os.close(ours)

    assert (code, made, made) == (ended, "GRATITUDE_BLOG" in conf.read_text(), "1 new one of readers came in" in said)
    assert made != ("nothing was made and nothing read; `gratitude init`" in err)
    assert "Next: gratitude collect" not in said


def test_what_was_left_out_says_where_it_is_explained(blog):
    """A count alone does not say whose letter it was."""
    said = blog("collect", blog.mail("one", "Shall we have lunch on Sunday?", subject="Lunch")).out

    assert "gratitude explain SOURCE" in said
    assert "Not taken in" in blog("explain", blog.root / "one.eml").out
    assert "Left out" not in blog("collect", blog.mail("two", WORDS)).out
