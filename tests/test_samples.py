"""Every message of the samples goes where a person would put it: the file of truth was written before the rules."""

import json
from pathlib import Path

import pytest

from gratitude.blog import find_blog, site_of
from gratitude.collect import open_source
from gratitude.link.posts import catalogue
from gratitude.message import Level, Tier
from gratitude.pipeline import How, explain

ROOT = Path(__file__).resolve().parents[1]
TRUTH = json.loads((ROOT / "tests" / "samples_expected.json").read_text("utf-8"))


@pytest.fixture(scope="module")
def found():
    """{file or comment ID: what explain says of it}, the whole samples as one batch."""
    from datetime import UTC, datetime

    blog = find_blog(ROOT)
    site = site_of(blog)
    how = How(site=site, catalogue=catalogue(blog, None, site.hosts), now=datetime.now(UTC))
    sources = [open_source(str(ROOT / "samples" / name), explain=True) for name in ("mail", "wordpress.xml")]
    by_key = {}
    for e in explain(sources, how):
        key = (
            e.message.message_id.rpartition(":")[2]
            if e.message.via == "comment"
            else e.message.message_id or e.message.identity
        )
        by_key.setdefault(key, []).append(e)
    return by_key


def told(found, row):
    """What explain says of one row of the truth; the two copies of one mail share an ID."""
    if row["id"] is None:
        return next(e for key, (e, *_) in found.items() if key.startswith("sha256:"))
    explained = found[str(row["id"])]
    second = row["reason"] == "duplicate" and len(explained) > 1
    return explained[1 if second else 0]


def many(value):
    return value if isinstance(value, list) else [value]


def test_every_message_is_read(found):
    """The truth covers each message once, and each is read."""
    assert sum(len(e) for e in found.values()) == len(TRUTH)


@pytest.mark.parametrize("row", TRUTH, ids=lambda r: str(r["file"]).rpartition("/")[2])
def test_it_is_taken_in_or_left_out_as_a_person_would(found, row):
    """What is taken in lies in the right pile; what is left out has a reason."""
    e = told(found, row)

    if row["reason"] is not None:
        assert e.reason is not None or (row.get("reasons_ok") and e.judged.verdict.level in {Level.SPAM, Level.DISCARD})
        return
    if row.get("reasons_ok") and e.reason is not None:
        return  # spam about nothing here may lie in the spam, or stay out
    assert e.reason is None
    assert e.judged.verdict.level.value in many(row["level"]), [s.text for s in e.judged.verdict.signals]
    if row["post_required"] and e.judged.links.posts:
        assert e.judged.links.posts[0].post == row["post"]
    if e.judged.links.posts and e.judged.links.posts[0].tier is Tier.SURE:
        assert row["post"] in {None, e.judged.links.posts[0].post}


@pytest.mark.parametrize(
    "row", [r for r in TRUTH if r["reason"] is None], ids=lambda r: str(r["file"]).rpartition("/")[2]
)
def test_nobody_is_quoted_who_said_no(found, row):
    """A refusal is never read as a permission, and no permission is read where none was given."""
    permission = told(found, row).judged.kinds.permission.value

    if row["permission"] == "refused":
        assert permission == "refused"
    assert not (permission == "named" and row["permission"] in {"none", "anonymous"})
    assert not (permission == "anonymous" and row["permission"] == "none")
