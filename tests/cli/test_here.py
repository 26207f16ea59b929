"""Where a command works: the blog, its private folder, its posts."""

from pathlib import Path

import pytest

from gratitude.cli.here import Here, Tails
from gratitude.errors import BlogError, InboxError, UsageError
from gratitude.settings import Settings


@pytest.fixture
def here(blog):
    return Here(blog.root, None)


def test_the_private_folder_is_the_flags_before_any_other(blog, monkeypatch, tmp_path):
    """--home, then GRATITUDE_HOME of the environment, then that of pelicanconf.py."""
    by_conf = Here(blog.root, None).home
    monkeypatch.setenv("GRATITUDE_HOME", str(tmp_path / "env"))
    by_environment = Here(blog.root, None).home
    by_flag = Here(blog.root, tmp_path / "flag").home

    assert (blog.root / ".private", tmp_path / "env", tmp_path / "flag") == (by_conf, by_environment, by_flag)


@pytest.mark.parametrize("place", ["content/x", "output", "content"])
def test_a_private_folder_where_it_could_be_published_is_refused(blog, place):
    """Inside PATH or OUTPUT_PATH, whoever names it."""
    with pytest.raises(BlogError, match="could be published"):
        _ = Here(blog.root, blog.root / place).home


def test_looking_makes_nothing(here, blog):
    """Settings, site, posts and notes of a blog without a private folder are the defaults, and none is made."""
    assert here.home_if_any is None
    assert here.settings == Settings()
    assert here.notes().notes == ()
    assert len(here.catalogue.posts()) == 3
    assert not (blog.root / ".private").exists()


@pytest.mark.parametrize(
    ("name", "key"),
    [
        ("-", ""),
        ("sourdough", "sourdough"),
        ("https://blog.example/sourdough.html", "sourdough"),
        ("/sourdough.html", "sourdough"),
    ],
)
def test_a_post_is_named_by_slug_address_or_dash(here, name, key):
    """`-` is the whole blog."""
    assert key == here.post(name)


@pytest.mark.parametrize(("name", "hint"), [("sourdogh", "near it: sourdough"), ("tunnel", "near it: ssh-tunnels"), ("xyzzy", "gratitude posts"), ("", "gratitude posts")])  # fmt: skip
def test_a_post_that_is_not_there_is_told_with_what_is_near(here, name, hint):
    """A mistyped slug, or a word of one."""
    with pytest.raises(UsageError, match=hint):
        here.post(name)


def test_a_slug_of_several_posts_names_their_paths(here, blog):
    """The author says which."""
    for folder in ("a", "b"):
        (blog.root / "content" / folder).mkdir()
        (blog.root / f"content/{folder}/intro.md").write_text("Title: Intro\nSlug: intro\nDate: 2024-01-01\n\nHello.\n")

    with pytest.raises(UsageError, match=r"a/intro\.md, b/intro\.md"):
        here.post("intro")
    assert here.post("a/intro.md") == "a/intro.md"
    assert here.folder_of("a/intro.md") == "intro"


def test_a_place_is_named_as_the_author_sees_it(here):
    """Under the blog's folder, not under the notes'."""
    assert here.place_of("cron/x.note") == "content/gratitude/cron/x.note"


def test_an_inbox_that_may_not_be_written_is_told_so(here, blog, monkeypatch):
    """The next step is its permissions, not a backup. Tests may run as root: what the system answers is set."""
    blog("collect", blog.mail("one", "Thank you for the post on sourdough in winter!"))
    monkeypatch.setattr("os.access", lambda place, _mode: Path(place).name != "inbox.sqlite")

    with pytest.raises(InboxError, match=r"inbox\.sqlite cannot be written to; mend its permissions"), here.inbox():
        pass


def test_notes_that_may_not_be_read_are_not_gone(here, blog, monkeypatch):
    """An unreadable folder would look as if every note had been deleted by hand."""
    (blog.root / "content/gratitude").mkdir()
    monkeypatch.setattr("os.access", lambda _place, _mode: False)

    with pytest.raises(BlogError, match="cannot be read; mend its permissions"):
        here.notes()


class Draws:
    """Chance that draws what it is told, so that two draws can be the same."""

    def __init__(self, *words):
        self._letters = iter("".join(words))

    def choice(self, _letters):
        return next(self._letters)


def test_no_two_notes_end_alike(here, blog, monkeypatch):
    """Not with a note on disk, a broken one, one that waits in the inbox, or one of the same command."""
    folder = blog.root / "content/gratitude/sourdough"
    folder.mkdir(parents=True)
    (folder / "2026-01-01-aaaa.note").write_text("It helped.\n")
    (folder / "2026-01-02-bbbb.note").write_text("show :mine\n\nBroken.\n")
    blog("collect", blog.mail("one", "Thank you for https://blog.example/sourdough.html!"))
    blog("accept", blog.only("new")["id"], "--show", "mine", "--words", "-", stdin="Mine.")
    with here.inbox() as inbox:
        waiting = inbox.conversations()[0].events[0].data["note"]["id"][-4:]
        monkeypatch.setattr("gratitude.cli.here.secrets", Draws("aaaa", "bbbb", waiting, "cccc", "cccc", "dddd"))
        tails = Tails(here)

        assert ("cccc", "dddd") == (tails.free(inbox), tails.free(inbox))
