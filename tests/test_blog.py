"""Where the blog is, what its settings say, and its posts."""

from __future__ import annotations

import json
import logging
import os
import subprocess
import sys
import time
from pathlib import Path

import pytest

from gratitude.blog import find_blog, home, read_posts, site_of, write_setting
from gratitude.errors import BlogError

CONF = """PATH = "content"
SITENAME = "Notes on cron"
SITEURL = "https://www.blog.example/"
AUTHOR = "Cleo"
AUTHOR_EMAIL = "Cleo@Example.com"
TIMEZONE = "UTC"
FEED_ALL_ATOM = CATEGORY_FEED_ATOM = TRANSLATION_FEED_ATOM = None
"""


@pytest.fixture
def root(tmp_path, monkeypatch):
    monkeypatch.delenv("GRATITUDE_HOME", raising=False)
    folder = tmp_path / "blog"
    (folder / "content").mkdir(parents=True)
    (folder / "pelicanconf.py").write_text(CONF)
    return folder


@pytest.fixture
def write(root):
    """Write a post: ``write("a.md", "Title: A", "Date: 2024-01-01", words="...")``."""

    def make(path, *headers, words="Words."):
        file = root / "content" / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text("\n".join(headers) + f"\n\n{words}\n", encoding="utf-8")
        return file

    return make


def add(root, *lines):
    with (root / "pelicanconf.py").open("a") as file:
        file.write("\n".join(lines) + "\n")


def keys(root, cache=None):
    return [post.key for post in read_posts(find_blog(root), cache)]


def test_what_the_settings_say(root):
    """Folders are absolute, the address has no slash at its end, the rest is as set."""
    blog = find_blog(root)

    assert (root, root / "pelicanconf.py", root / "content") == (blog.root, blog.conf, blog.path)
    assert (root / "output", root / "content" / "gratitude") == (blog.output_path, blog.notes_path)
    assert (blog.siteurl, blog.sitename, blog.author) == ("https://www.blog.example", "Notes on cron", "Cleo")
    assert (blog.author_email, blog.lang, blog.blog_id, blog.conf_home) == ("cleo@example.com", "en", "", None)
    assert blog.theme.is_absolute()


def test_the_nearest_folder_above(root, monkeypatch):
    """Anywhere inside the site is inside the site; a settings file can be named, too."""
    inside = root / "content" / "deep"
    inside.mkdir()
    monkeypatch.chdir(inside)

    assert root == find_blog().root == find_blog(root).root == find_blog(root / "pelicanconf.py").root


def test_no_site_is_one_sentence(tmp_path, monkeypatch):
    """It says where was looked and what to do."""
    monkeypatch.chdir(tmp_path)

    for site in (None, tmp_path, tmp_path / "missing"):
        with pytest.raises(BlogError, match="--site"):
            find_blog(site)


@pytest.mark.parametrize(
    ("line", "says"),
    [
        ("SITENAME = (", "line 8: this is not Python"),
        ("A = missing", "line 8: NameError: name 'missing' is not defined"),
        ("import nowhere_at_all", "line 8: ModuleNotFoundError"),
        ("import os; os.environ['NOT_SET_ANYWHERE']", "line 8: KeyError"),
        ("int('s3cret')", "line 8: ValueError;"),
        ("raise SystemExit('s3cret')", "line 8: SystemExit;"),
        ("PATH = 'nowhere'", "Pelican cannot use these settings"),
        ("THEME = 'no-such-theme'", "Could not find the theme"),
    ],
)
def test_settings_that_fail_say_which_line(line, says, root):
    """A sentence with the line and the next step, without a traceback and without what a value was."""
    add(root, line)

    with pytest.raises(BlogError) as caught:
        find_blog(root)

    assert says in str(caught.value)
    assert "s3cret" not in str(caught.value)
    assert "\n" not in str(caught.value)


def test_what_settings_print_is_not_our_output(root, capsys):
    """Standard output may be JSON that a program reads."""
    add(root, "print('hello')")

    find_blog(root)

    assert capsys.readouterr() == ("", "hello\n")


def test_the_content_folder_of_the_command_line(tmp_path):
    """A pelicanconf.py without PATH gets it from `pelican content`."""
    (tmp_path / "content").mkdir()
    (tmp_path / "pelicanconf.py").write_text("SITENAME = 'x'\n")

    blog = find_blog(tmp_path)

    assert (tmp_path / "content", tmp_path / "output") == (blog.path, blog.output_path)


@pytest.mark.parametrize(
    ("conf", "publish", "url"),
    [
        ("", 'SITEURL = "https://blog.example/b/"\nraise SystemExit\n', "https://blog.example/b"),
        ("http://localhost:8000", "SITEURL: str = 'https://blog.example'", "https://blog.example"),
        ("http://localhost:8000", None, "http://localhost:8000"),
        ("https://mine.example", 'SITEURL = "https://other.example"', "https://mine.example"),
        ("//blog.example", None, "https://blog.example"),
        ("blog.example/x", None, "https://blog.example/x"),
        ("", "SITEURL = name + 'x'", ""),
        ("", "SITEURL = (", ""),
        ("", None, ""),
    ],
)
def test_the_address_of_the_site(conf, publish, url, root):
    """An empty SITEURL is looked up in publishconf.py, which is read and never run."""
    add(root, f"SITEURL = {conf!r}")
    if publish is not None:
        (root / "publishconf.py").write_text(publish)

    assert url == find_blog(root).siteurl


def test_publishconf_may_be_named(root):
    """It imports what lies beside it."""
    (root / "publishconf.py").write_text("from pelicanconf import *\nSITEURL = 'https://live.example'\n")
    sys.modules.pop("pelicanconf", None)

    blog = find_blog(root / "publishconf.py")

    assert (blog.siteurl, blog.sitename) == ("https://live.example", "Notes on cron")


def test_the_private_folder_in_order(root, tmp_path):
    """--home, the environment, the settings, the user's data folder."""
    add(root, 'GRATITUDE_BLOG = "b-7f3k"')
    named = home(find_blog(root), None, {})
    add(root, 'GRATITUDE_HOME = ".gratitude"')
    blog = find_blog(root)

    assert named.parts[-2:] == ("gratitude", "b-7f3k")
    assert root / ".gratitude" == home(blog, None, {})
    assert tmp_path / "env" == home(blog, None, {"GRATITUDE_HOME": str(tmp_path / "env")})
    assert tmp_path / "flag" == home(blog, tmp_path / "flag", {"GRATITUDE_HOME": str(tmp_path / "env")})


def test_no_private_folder_names_init(root):
    """Before `init` there is none; a name that leads elsewhere is none."""
    with pytest.raises(BlogError, match="gratitude init"):
        home(find_blog(root), None, {})
    add(root, 'GRATITUDE_BLOG = "../../etc"')
    with pytest.raises(BlogError, match="GRATITUDE_BLOG"):
        home(find_blog(root), None, {})


@pytest.mark.parametrize("where", ["content", "content/x/y", "output", "link/x", "theme/in"])
def test_a_private_folder_is_never_published(where, root):
    """Inside PATH, OUTPUT_PATH or THEME it is refused, through a link as well."""
    (root / "theme").mkdir()
    (root / "link").symlink_to(root / "content", target_is_directory=True)
    add(root, "THEME = 'theme'")

    with pytest.raises(BlogError, match="could be published"):
        home(find_blog(root), root / where, {})


def test_the_site_for_the_private_steps(root):
    """Hosts without www., the author's addresses in lower case, and names that are really set."""
    site = site_of(find_blog(root), ["Me@Example.com"], ["www.Old.example", "http://older.example/blog"])

    assert {"blog.example", "old.example", "older.example"} == site.hosts
    assert {"cleo@example.com", "me@example.com"} == site.addresses
    assert (site.names, site.lang) == (("Notes on cron", "Cleo"), "en")


def test_a_setting_is_appended_and_nothing_else_changes(root):
    """All bytes stay; the line is read back; a second time nothing happens; mode and link stay."""
    real, conf = root / "real.py", root / "pelicanconf.py"
    real.write_bytes(b"# caf\xc3\xa9\r\n" + CONF.encode().replace(b"\n", b"\r\n") + b"LAST = 1")
    real.chmod(0o640)
    conf.unlink()
    conf.symlink_to(real)
    before = real.read_bytes()

    for _ in range(2):
        write_setting(find_blog(root), "GRATITUDE_BLOG", 'b-"ü\\')

    assert before + b'\r\nGRATITUDE_BLOG = "b-\\U00000022\\U000000fc\\U0000005c"\r\n' == real.read_bytes()
    assert find_blog(root).blog_id == 'b-"ü\\'
    assert conf.is_symlink()
    assert real.stat().st_mode & 0o777 == 0o640
    assert sorted(p.name for p in root.iterdir() if p.name != "__pycache__") == ["content", "pelicanconf.py", "real.py"]


def test_a_setting_says_what_it_is_for(root):
    """On a line of its own, apart from a comment that stood at the end."""
    conf = root / "pelicanconf.py"
    conf.write_text(CONF + "# the last word")

    write_setting(find_blog(root), "GRATITUDE_BLOG", "b-1", why="Where the letters lie.")

    assert f'{CONF}# the last word\n\n# Where the letters lie.\nGRATITUDE_BLOG = "b-1"\n' == conf.read_text()


def test_a_setting_that_would_break_the_file_is_not_written(root):
    """A file that ends in the middle of a line is left alone, and the line to add is named."""
    blog = find_blog(root)
    (root / "pelicanconf.py").write_text("A = 1 + \\")

    with pytest.raises(BlogError, match='GRATITUDE_BLOG = "b-1"'):
        write_setting(blog, "GRATITUDE_BLOG", "b-1")
    assert (root / "pelicanconf.py").read_text() == "A = 1 + \\"


def test_posts_are_as_pelican_reads_them(root, write):
    """Slug, address, day, state, language and words; markup and scripts are no words."""
    write("one.md", "Title: Cron & co", "Date: 2024-01-10 23:30", "Slug: cron", "Redirect_from: /old/, /older.html",
          words="Runs *nightly* in `/etc`.\n\n<script>var x = 1;</script>")  # fmt: skip
    write("pages/about.md", "Title: About me")
    (root / "content" / "r.rst").write_text("Rst post\n########\n:date: 2023-01-01\n\nBody.\n")

    cron, rst, about = read_posts(find_blog(root))

    assert (cron.key, cron.slug, cron.path, cron.titles) == ("cron", "cron", "one.md", ("Cron & co",))
    assert (cron.urls, cron.aliases) == (("https://www.blog.example/cron.html",), ("/old/", "/older.html"))
    assert (
        str(cron.day),
        cron.status,
        cron.lang,
        " ".join(cron.words.split()),
    ) == ("2024-01-10", "published", "en", "Runs nightly in /etc .")
    assert (rst.key, about.key, about.day) == ("rst-post", "about-me", None)
    assert about.urls == ("https://www.blog.example/pages/about-me.html",)


def test_drafts_hidden_and_future_posts_carry_their_state(root, write):
    """All can be linked; with WITH_FUTURE_DATES off, the future is a draft until it comes."""
    add(root, "WITH_FUTURE_DATES = False")
    write("a.md", "Title: A", "Status: draft")
    write("b.md", "Title: B", "Date: 2024-01-01", "Status: hidden")
    write("c.md", "Title: C", "Date: 2099-01-01")
    write("pages/d.md", "Title: D", "Status: draft")

    got = {post.key: (post.status, post.day is None) for post in read_posts(find_blog(root))}

    assert got == {"a": ("draft", True), "b": ("hidden", False), "c": ("draft", False), "d": ("draft", True)}


def test_translations_are_one_post(root, write):
    """The original's title, path and day; every language's address and words; a draft translation changes no state."""
    write("en.md", "Title: Cron", "Date: 2024-01-10", "Slug: cron", words="It starts.")
    write("fr.md", "Title: Le cron", "Date: 2024-02-11", "Slug: cron", "Lang: fr", words="Il commence.")
    write(
        "de.md", "Title: Der Cron", "Date: 2024-02-12", "Slug: cron", "Lang: de", "Status: draft", words="Er beginnt."
    )

    (post,) = read_posts(find_blog(root))

    assert (post.key, post.path, str(post.day), post.status) == ("cron", "en.md", "2024-01-10", "published")
    assert post.titles == ("Cron", "Le cron", "Der Cron")
    assert [url.split("example/")[1] for url in post.urls] == ["cron.html", "cron-fr.html", "drafts/cron-de.html"]
    assert post.words == "It starts.\nIl commence.\nEr beginnt."


def test_two_posts_of_one_slug_have_their_paths_as_keys(root, write):
    """Two posts of one language, and a page beside a post, are different posts (pelican#2303)."""
    add(root, 'ARTICLE_URL = ARTICLE_SAVE_AS = "{category}/{slug}.html"')
    write("one.md", "Title: One", "Date: 2024-01-01", "Slug: intro", "Category: cron")
    write("two.md", "Title: Two", "Date: 2024-01-02", "Slug: intro", "Category: bread")
    write("x.md", "Title: X", "Date: 2023-01-02", "Slug: same")
    write("pages/y.md", "Title: Y", "Slug: same")

    assert keys(root) == ["two.md", "one.md", "x.md", "pages/y.md"]


def test_what_pelican_leaves_out_is_left_out(root, write):
    """No title, an unknown state, skipped, excluded, ignored, broken, our own notes."""
    add(root, 'ARTICLE_EXCLUDES = ["private"]', 'IGNORE_FILES = ["_*"]')
    write("ok.md", "Title: Ok", "Date: 2024-01-01")
    write("readme.md", words="No title here.")
    write("odd.md", "Title: Odd", "Date: 2024-01-01", "Status: odd")
    write("skip.md", "Title: Skip", "Date: 2024-01-01", "Status: skip")
    write("bad.md", "Title: Bad", "Date: the other day")
    write("private/p.md", "Title: P", "Date: 2024-01-01")
    write("_i.md", "Title: I", "Date: 2024-01-01")
    write("gratitude/n.md", "Title: N", "Date: 2024-01-01")
    (root / "content" / "bytes.md").write_bytes(b"Title: \xff\xfe\nDate: 2024-01-01\n\nx\n")

    assert keys(root) == ["ok"]


def test_reading_is_silent_and_leaves_the_log_as_it_was(root, write, capfd):
    """What Pelican has to say about a post it says at the next build."""
    write("readme.md", words="No title ![](x.png)")

    read_posts(find_blog(root))

    assert capfd.readouterr() == ("", "")
    assert logging.getLogger("pelican").level == logging.NOTSET


def test_the_cache_gives_the_same_and_sees_every_change(root, write, tmp_path):
    """A changed, new or removed file and changed settings are seen; the file is private."""
    cache = tmp_path / "posts.json"
    one = write("one.md", "Title: One", "Date: 2024-01-01")
    write("two.md", "Title: Two", "Date: 2024-01-02")
    first = read_posts(find_blog(root), cache)

    assert first == read_posts(find_blog(root), cache) == read_posts(find_blog(root))
    assert cache.stat().st_mode & 0o777 == 0o600
    write("one.md", "Title: One more", "Date: 2024-01-01")
    write("three.md", "Title: Three", "Date: 2024-01-03")
    (root / "content" / "two.md").unlink()
    assert keys(root, cache) == ["three", "one-more"]
    os.utime(one, (1, 1))
    add(root, 'SLUGIFY_SOURCE = "basename"')
    assert keys(root, cache) == ["three", "one"]


def test_the_cache_is_really_used(root, write, tmp_path):
    """What stands in it is not read again."""
    cache = tmp_path / "posts.json"
    write("one.md", "Title: One", "Date: 2024-01-01")
    keys(root, cache)
    cache.write_text(cache.read_text().replace('"title": "One"', '"title": "From the cache"'))

    assert [post.titles for post in read_posts(find_blog(root), cache)] == [("From the cache",)]


@pytest.mark.parametrize(
    "content", [b"", b"{", b"\xff", b"[]", b"null", b'{"of": 1}', b'{"of": "x", "files": {"a": 1}}']
)
def test_a_broken_cache_is_thrown_away(content, root, write, tmp_path):
    """Whatever lies there, the posts are read and the cache is made new."""
    cache = tmp_path / "posts.json"
    cache.write_bytes(content)
    write("one.md", "Title: One", "Date: 2024-01-01")

    assert keys(root, cache) == ["one"]
    assert {"article:one.md"} == json.loads(cache.read_bytes())["files"].keys()


def test_a_cache_of_the_right_settings_and_wrong_entries(root, write, tmp_path):
    """Entries that lack what a post needs are read again."""
    cache = tmp_path / "posts.json"
    write("one.md", "Title: One", "Date: 2024-01-01")
    keys(root, cache)
    stored = json.loads(cache.read_bytes())
    del stored["files"]["article:one.md"]["title"]
    for also in ({}, {"article:gone.md": 7}):
        cache.write_text(json.dumps({**stored, "files": stored["files"] | also}))

        assert keys(root, cache) == ["one"]


def test_a_cache_that_cannot_be_written_is_done_without(root, write, tmp_path):
    """The folder may not exist yet."""
    write("one.md", "Title: One", "Date: 2024-01-01")

    assert keys(root, tmp_path / "missing" / "posts.json") == ["one"]


@pytest.mark.slow
def test_two_thousand_posts_with_one_changed_take_less_than_a_second(root, write, tmp_path):
    """CPU seconds, not wall; reading the settings included."""
    for i in range(2_000):
        write(f"p{i}.md", f"Title: Post {i}", f"Date: 2024-01-{1 + i % 28:02d}", words=f"Words of post {i}. " * 60)
    cache = tmp_path / "posts.json"
    keys(root, cache)
    write("p7.md", "Title: Changed", "Date: 2024-01-01")
    start = time.process_time()

    assert "changed" in keys(root, cache)
    assert time.process_time() - start < 1.0


def test_importing_the_module_does_not_import_pelican():
    """`gratitude --help` stays light, and the logger class stays Python's own."""
    code = "import sys; sys.path.insert(0, sys.argv[1]); import gratitude.blog; print('pelican' in sys.modules)"
    plugins = Path(__file__).parent.parent / "plugins"

    done = subprocess.run([sys.executable, "-c", code, str(plugins)], capture_output=True, text=True, check=True)

    assert done.stdout == "False\n"
