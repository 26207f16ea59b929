"""Does ``gratitude explain`` say what the benchmark measured? ``python -m benchmarks.link_explain --data DIR``.

The posts of a blog of ``link_dev`` are written as a Pelican site and its messages as an mbox, in a folder that is
removed again; then the command reads both, as anybody's. What it says of each message is put beside what `link` said
in the benchmark of a whole import.
"""

from __future__ import annotations

__all__ = ["Compared", "compared", "main", "written"]

import argparse
import html
import json
import mailbox
import re
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import timedelta
from email.message import EmailMessage
from email.utils import format_datetime
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent / "plugins"))

from benchmarks.link_data import REMARK, Blog, Past, read
from gratitude.inbox.history import maybe_posts
from gratitude.link import link, link_again
from gratitude.link.posts import Posts
from gratitude.message import Earlier, Message, Post

ROOT = Path(__file__).resolve().parent.parent
CONF = """AUTHOR = "Ann"
AUTHOR_EMAIL = "ann@example.com"
SITENAME = "Sample"
SITEURL = "https://blog.example"
PATH = "content"
TIMEZONE = "UTC"
DEFAULT_LANG = "en"
"""


@dataclass(frozen=True, slots=True)
class Compared:
    """Of ``count`` messages: how many got the same posts in the same order, and both shares of the first and five."""

    count: int
    same: int
    explained: tuple[float, float]
    measured: tuple[float, float]


def written(blog: Blog, folder: Path) -> tuple[list[Post], list[tuple[Message, str]]]:
    """Write a site and ``letters.mbox`` into ``folder``; return posts and messages as the command will see them."""
    posts, messages = blog
    (folder / "content" / "pages").mkdir(parents=True)
    (folder / "pelicanconf.py").write_text(CONF, "utf-8")
    keys: dict[str, str] = {}
    named = []
    for i, post in enumerate(posts):
        slug = re.sub(r"[^a-z0-9-]+", "-", post.slug.lower()).strip("-")[:80] or "post"
        slug = slug if slug not in keys.values() else f"{slug}-{i}"
        keys[post.key] = slug
        named.append(replace(post, key=slug, slug=slug, titles=(" ".join(post.title.split()) or slug,)))
        _write_post(named[-1], folder / "content")
    box = mailbox.mbox(folder / "letters.mbox")
    told = []
    for i, (message, truth) in enumerate(messages):
        one = replace(
            message, identity=f"mid:m{i:05}@example.com", sent=message.sent and message.sent + timedelta(seconds=i)
        )
        box.add(_mail(one, i))
        told.append((one, keys[truth]))
    box.close()
    return named, told


def compared(blog: Blog) -> Compared:
    """Return how far the command and the benchmark agree on a blog."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        posts, messages = written(blog, folder)
        said = _explained(folder)
        catalogue, past = Posts(posts), Past()
        rows = [said[message.identity.removeprefix("mid:")] for message, _ in messages]
        seen = [replace(m, own_words=row["own_words"]) for (m, _), row in zip(messages, rows, strict=True)]
        found = []  # quotes and signatures are cut by then
        for message, row in zip(seen, rows, strict=True):
            found.append(link(message, REMARK, catalogue, past))
            maybe = maybe_posts(found[-1]) if row["reason"] is None else ()
            past.guessed.append(Earlier(message=message, maybe=maybe))
        for i in reversed(range(len(seen))):
            if rows[i]["reason"] is None:
                found[i] = link_again(seen[i], found[i], catalogue, past)
                past.guessed[i] = Earlier(message=seen[i], maybe=maybe_posts(found[i]))
        same, hits = 0, [0, 0, 0, 0]
        for links, row, (_, truth) in zip(found, rows, messages, strict=True):
            here, there = [one.post for one in links.posts], [one["post"] for one in row["links"]]
            same += here == there
            for at, keys in ((0, there), (2, here)):
                hits[at] += keys[:1] == [truth]
                hits[at + 1] += truth in keys
    shares = [hit / len(messages) for hit in hits]
    return Compared(len(messages), same, (shares[0], shares[1]), (shares[2], shares[3]))


def main(arguments: Sequence[str] | None = None) -> int:
    """Print one line a blog; return 0 where both say the same, else 1."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.link_explain", description=__doc__)
    parser.add_argument("--data", type=Path, required=True, help="folder that holds link_dev/")
    parser.add_argument("--blogs", default="", help="letters of the blogs to try, all by default")
    given = parser.parse_args(arguments)
    is_same = True
    for i, blog in enumerate(read(given.data / "link_dev")):
        letter = chr(65 + i)
        if letter in (given.blogs or letter):
            got = compared(blog)
            is_same &= got.same == got.count
            shares = "{:.2f}/{:.2f} explained, {:.2f}/{:.2f} measured".format(*got.explained, *got.measured)
            print(f"{letter}: {got.same} of {got.count} the same; top-1/top-5 {shares}")
    return 0 if is_same else 1


def _explained(folder: Path) -> dict[str, dict[str, object]]:
    """Return what ``gratitude explain --json`` says of each message, by its id."""
    run = subprocess.run(
        [sys.executable, "-m", "gratitude", "explain", "--site", str(folder), "--json", str(folder / "letters.mbox")],
        cwd=ROOT / "plugins",
        capture_output=True,
        text=True,
        check=True,
    )
    return {row["id"]: row for row in map(json.loads, run.stdout.splitlines())}


def _write_post(post: Post, content: Path) -> None:
    """Write a post as HTML, which no reader of Markdown changes; an undated one is a page."""
    day = f'<meta name="date" content="{post.day}"/>' if post.day else ""
    head = f'<title>{html.escape(post.title)}</title><meta name="slug" content="{post.slug}"/>{day}'
    text = f"<html><head>{head}</head><body><pre>{html.escape(post.words)}</pre></body></html>"
    (content / ("." if post.day else "pages") / f"{post.slug}.html").write_text(text, "utf-8")


def _mail(message: Message, number: int) -> EmailMessage:
    mail = EmailMessage()
    mail["From"] = f"Reader <reader{number}@example.com>"
    mail["To"] = "ann@example.com"
    mail["Message-ID"] = f"<{message.identity.removeprefix('mid:')}>"
    if message.sent:
        mail["Date"] = format_datetime(message.sent)
    mail.set_content(message.own_words or "\n", cte="base64")
    return mail


if __name__ == "__main__":
    sys.exit(main())
