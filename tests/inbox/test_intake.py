"""Taking in: staged, judged, taken or left out; cut runs resume; nothing comes twice."""

import os
import random
import signal
import subprocess
import sys
import time
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest

from builders import NOW, event, links, message, note, take, taken
from gratitude.codec import to_plain
from gratitude.inbox import open_inbox
from gratitude.inbox.intake import named_apart
from gratitude.inbox.retention import purge
from gratitude.message import Arrival, Level, Person, State, Tier, Verdict
from gratitude.moderate import Name, standing_of
from gratitude.note import Via

HERE = Path(__file__).parent


def arrived(*messages, reason=None):
    return [Arrival(message=m, mark=m.identity, reason=reason) for m in messages]


def state(inbox, found):
    return standing_of(inbox.conversation(found).events).state


def test_the_same_mail_again_changes_no_row(inbox):
    """From the same source or another: a message's identity is what it is known by."""
    take(inbox, message())
    before = list(inbox._c.iterdump())

    assert inbox.intake(NOW).stage("test", arrived(message())) == []
    assert list(inbox._c.iterdump()) == before
    assert inbox.intake(NOW).stage("other", arrived(message())) == []
    assert [line for line in inbox._c.iterdump() if '"seen"' not in line] == [
        line for line in before if '"seen"' not in line
    ]


@pytest.mark.parametrize(
    ("changes", "comes"),
    [
        ({}, False),
        ({"identity": "wp:new.example:8"}, True),
        ({"own_words": "Thank you for something else."}, True),
        ({"sent": NOW + timedelta(days=1)}, True),
        ({"sender": Person("Ann", "other@example.com")}, True),
        ({"via": Via.MAIL}, True),
    ],
)
def test_a_comment_of_a_blog_that_moved_comes_once(inbox, changes, comes):
    """Two exports of one blog under two addresses: the same number, moment, hand and words are the same comment."""
    old = message(identity="wp:old.example:7", via=Via.COMMENT)
    take(inbox, old)
    new = replace(old, **({"identity": "wp:new.example:7"} | changes))

    assert bool(inbox.intake(NOW).stage("test", arrived(new))) is comes


def test_a_source_need_not_read_what_was_read(inbox):
    """Marks belong to one source; what was skimmed is marked too; --again reads everything once more."""
    run = inbox.intake(NOW)
    run.stage("a", [*arrived(message()), Arrival(message=None, mark="skimmed", reason="bulk"), Arrival(message=None)])

    assert [run.done("a", "mid:one@example.com"), run.done("a", "skimmed"), run.done("a", "new")] == [True, True, False]
    assert not run.done("b", "skimmed")
    assert not run.done("a", "skimmed", again=True)


def test_what_was_skimmed_is_not_staged(inbox):
    """A message with a reason is counted by its source and never waits to be judged."""
    run = inbox.intake(NOW)

    assert run.stage("a", arrived(message(), reason="bulk")) == []
    assert list(run.staged(yours=False)) == []


def test_messages_wait_oldest_first_and_apart_from_the_authors(inbox):
    """With their raw mail."""
    run = inbox.intake(NOW)
    late, early = message(sent="2026-05-09T10:00:00+00:00", identity="mid:b"), message(identity="mid:a")
    own = message(identity="mid:c", yours=True)
    run.stage("a", arrived(late, own, early))

    assert list(run.staged(yours=False)) == [early, late]
    assert list(run.staged(yours=True)) == [own]


def test_what_is_left_out_leaves_with_its_reason_and_stays_out(inbox):
    """A count and a hashed identity stay; --again judges it anew."""
    run = inbox.intake(NOW)
    run.stage("a", arrived(message(), message(identity="mid:two")))
    for m in list(run.staged(yours=False)):
        run.leave_out(m, "not about the blog")

    assert run.finish() == {"not about the blog": 2}
    assert inbox._c.execute("SELECT count(*) FROM message").fetchone()[0] == 0
    assert run.stage("b", arrived(message())) == []
    assert [m.identity for m in run.stage("a", arrived(message()), again=True)] == ["mid:one@example.com"]
    assert run.finish() == {}


def test_a_repeated_message_id_is_another_message_by_writer_and_date():
    """Form mailers repeat theirs: another From and another Date; either alone is the same message."""
    first = message()
    other = message("Other.", sender=Person("Bob", "bob@example.com"), sent="2026-05-09T10:00:00+00:00")

    assert named_apart(other, first).identity.startswith("mid:one@example.com#")
    assert named_apart(replace(other, sent=first.sent), first) == replace(other, sent=first.sent)
    assert named_apart(replace(other, sender=first.sender), first) == replace(other, sender=first.sender)


def test_messages_named_apart_are_both_taken_once(inbox):
    """In one batch, and the second again later."""
    other = message("Other.", sender=Person("Bob", "bob@example.com"), sent="2026-05-09T10:00:00+00:00")
    run = inbox.intake(NOW)

    assert len(run.stage("a", arrived(message(), other, other))) == 2
    assert run.stage("b", arrived(other)) == []


def test_a_message_joins_or_opens(inbox):
    """By the identity it joins; one that joins what was not taken in opens its own."""
    (a,) = take(inbox, message())
    joined = take(inbox, message(identity="mid:two"), joins="mid:one@example.com")
    opened = take(inbox, message(identity="mid:three"), joins="mid:nobody")

    assert joined == [a]
    assert opened != [a]
    assert len(inbox.conversations()) == 2


def test_joining_a_merged_conversation_leads_to_the_one_it_went_into(inbox):
    """Nobody's letter lands where it cannot be seen."""
    a, b = take(inbox, message(), message(identity="mid:two"))
    inbox.merge(a, b, now=NOW, step=1)

    assert take(inbox, message(identity="mid:three"), joins="mid:two") == [a]
    assert len(inbox.conversation(a).messages) == 3


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        (Name.ACCEPTED, State.NEW),
        (Name.KEPT, State.NEW),
        (Name.ASKED, State.NEW),
        (Name.LATER, State.NEW),
        (Name.TRASH, State.NEW),
        (Name.SPAM, State.SPAM),
    ],
)
def test_a_new_letter_brings_a_decided_conversation_back(inbox, name, expected):
    """Not a spammer's; a note that stands keeps standing."""
    (a,) = take(inbox, message())
    data = {"note": to_plain(note()), "sources": []} if name is Name.ACCEPTED else {}
    inbox.append(a, [event(name, **data)], now=NOW, step=1)

    take(inbox, message(identity="mid:two"), joins="mid:one@example.com")

    assert state(inbox, a) is expected
    column = inbox._c.execute("SELECT state FROM conversation").fetchone()[0]
    assert column == expected.value
    assert (standing_of(inbox.conversation(a).events).note is not None) == (name is Name.ACCEPTED)


@pytest.mark.parametrize("change", [{"yours": True}, {"is_reaction": True}])
def test_the_authors_answer_and_a_thumb_bring_nothing_back(inbox, change):
    """They are kept in the conversation, and the decision stands."""
    (a,) = take(inbox, message())
    inbox.append(a, [event(Name.KEPT)], now=NOW, step=1)

    take(inbox, message(identity="mid:two", **change), joins="mid:one@example.com")

    assert state(inbox, a) is State.KEPT
    assert len(inbox.conversation(a).messages) == 2


def test_a_new_conversation_is_not_returned(inbox):
    """Its journal is empty."""
    (a,) = take(inbox, message())

    assert inbox.conversation(a).events == ()


def test_judging_anew_replaces_what_was_said_and_not_what_was_decided(inbox):
    """Kinds, links and verdict; the post that the author set is still what history knows."""
    a, b = take(inbox, message(), message(identity="mid:two"))
    inbox.append(a, [event(Name.EDITED, post="timers")], now=NOW, step=1)
    run = inbox.intake(NOW)

    for found in (a, b):
        old = inbox.conversation(found).opening
        run.rejudge(old.message, old.kinds, links("bread"), Verdict(level=Level.UNSURE, score=0.5))

    assert [inbox.conversation(i).opening.verdict.level for i in (a, b)] == [Level.UNSURE] * 2
    posts = dict(inbox._c.execute("SELECT conversation, post FROM message"))
    assert posts == {a: "timers", b: "bread"}


def test_what_is_said_anew_of_a_guess_is_known_to_the_rest_of_the_run(inbox):
    """Another post, then a sure one; what was known for certain does not move."""
    guess = taken(message(), to=links("timers", Tier.GUESS))
    a, b = take(inbox, guess, taken(message(identity="mid:two"), to=links("cron")))
    run, asking = inbox.intake(NOW), message(identity="mid:three", sent="2026-05-09T10:00:00+00:00")

    def known():
        history = run.history(asking)
        return [e.maybe[0][0] for e in history.undecided()], sorted(e.post for e in history.about_posts())

    seen = [known()]
    for name, to in ((a, links("bread", Tier.GUESS)), (b, links("bread", Tier.GUESS)), (a, links("bread"))):
        old = inbox.conversation(name).opening
        run.rejudge(old.message, old.kinds, to, old.verdict)
        seen.append(known())

    assert [(["timers"], ["cron"]), (["bread"], ["cron"]), (["bread"], ["cron"]), ([], ["bread", "cron"])] == seen


# --- retention --------------------------------------------------------------------------------------------------------


def swept(inbox, day):
    return purge(inbox, today=day, spam_days=30)


BEN = Person("Ben", "ben@example.com")


def test_a_letter_of_an_address_set_later_becomes_the_authors(inbox):
    """It waits to be judged as theirs, and leaves no conversation and no trace of a reader behind."""
    mine = message("Spell it with two dots, then build the blog again, and look at https://dots.example/ for more.")
    _, left = take(inbox, mine, message(identity="mid:two", sender=BEN))

    assert inbox.intake(NOW).reclaim({"ann@example.com", "nobody@example.com"}) == 1
    (waits,) = inbox.intake(NOW).staged(yours=True)
    assert (mine.identity, True, mine.raw) == (waits.identity, waits.yours, waits.raw)
    assert [left] == [c.id for c in inbox.conversations()]
    assert not list(inbox._c.execute("SELECT 1 FROM trace WHERE identity = ?", (mine.identity,)))
    assert inbox.intake(NOW).reclaim({"ann@example.com"}) == 0


def test_what_was_decided_on_or_holds_a_readers_words_is_not_reclaimed(inbox):
    """The author dealt with it as a reader's; and nobody's words leave with a letter beside them."""
    decided, both = take(inbox, message(), message(identity="mid:two"))
    inbox.append(decided, [event(Name.KEPT)], now=NOW, step=1)
    take(inbox, message(identity="mid:three", sender=BEN), joins="mid:two")

    assert inbox.intake(NOW).reclaim({"ann@example.com"}) == 0
    assert {decided, both} == {c.id for c in inbox.conversations()}


def test_spam_lies_thirty_days_from_the_first_run_that_saw_it(inbox):
    """What screening put there: the inbox remembers that day."""
    take(inbox, taken(level=Level.SPAM), message(identity="mid:two"))
    first = date(2026, 6, 1)

    assert [swept(inbox, first + timedelta(days=d)) for d in (0, 29, 30, 31)] == [0, 0, 1, 0]
    assert [c.opening.message.identity for c in inbox.conversations()] == ["mid:two"]


def test_trash_lies_thirty_days_from_the_move(inbox):
    """Not from an earlier visit to the pile that was taken back."""
    (a,) = take(inbox, message())
    inbox.append(a, [event(Name.TRASH)], now=NOW, step=1)
    swept(inbox, NOW.date())
    inbox.undo(None, now=NOW)
    later = NOW + timedelta(days=40)
    inbox.append(a, [event(Name.TRASH)], now=later, step=inbox.next_step())

    days = [(later + timedelta(days=d)).date() for d in (0, 29, 30)]

    assert [swept(inbox, day) for day in days] == [0, 0, 1]


def test_what_is_still_on_the_page_waits_for_publish(inbox):
    """Trashed with its note on disk: publish must still find whose file it is; afterwards it may go."""
    (a,) = take(inbox, message())
    made = {"note": to_plain(note()), "sources": ["mid:one@example.com"]}
    inbox.append(a, [event(Name.ACCEPTED, **made), event(Name.PUBLISHED, **made), event(Name.TRASH)], now=NOW, step=1)
    day = NOW.date() + timedelta(days=31)

    assert swept(inbox, day) == 0
    inbox.append(a, [event(Name.REMOVED)], now=NOW, step=0)
    assert swept(inbox, day) == 1


# --- killed ----------------------------------------------------------------------------------------------------------

WORK = """
import sys
from datetime import UTC, datetime
from pathlib import Path
from builders import kinds, links, message, NOW
from gratitude.inbox import open_inbox
from gratitude.message import Arrival, Level, Verdict

def mails():
    for n in range(120):
        yield message(f"Thank you, number {n}, for the post.", identity=f"mid:{n}@example.com",
                      sent=f"2026-05-{1 + n % 28:02}T{n % 24:02}:00:00+00:00", in_reply_to=f"{n - n % 5}@example.com" if n % 5 else "")

with open_inbox(Path(sys.argv[1])) as inbox:
    run = inbox.intake(NOW)
    waiting = [m for m in mails() if not run.done("s", m.identity)]
    for i in range(0, len(waiting), 10):
        run.stage("s", [Arrival(message=m, mark=m.identity) for m in waiting[i : i + 10]])
    print("reading done", flush=True)
    for m in run.staged(yours=False):
        if m.identity.endswith("7@example.com"):
            run.leave_out(m, "not about the blog")
            continue
        parent = run.history(m).by_message_id(m.in_reply_to)
        joins = parent.message.identity if parent else None
        run.take(m, kinds(), links("cron", joins=joins), Verdict(level=Level.OK, score=0.1))
    run.finish()
"""


def worker(home):
    env = {**os.environ, "PYTHONPATH": f"{HERE.parents[1] / 'plugins'}{os.pathsep}{HERE.parent}"}
    return subprocess.Popen([sys.executable, "-c", WORK, str(home)], env=env, stdout=subprocess.PIPE)


def everything(home):
    """All rows, without the order in which they were written."""
    with open_inbox(home) as inbox:
        assert inbox.checked() == "ok"
        return sorted(line for line in inbox._c.iterdump() if "sqlite_sequence" not in line)


def test_a_killed_run_goes_on_where_it_stopped(tmp_path):
    """SIGKILL at any moment, several times: in the end the inbox is that of an undisturbed run."""
    whole = worker(tmp_path / "whole")
    start = time.monotonic()
    whole.communicate(timeout=60)
    took = time.monotonic() - start
    chance = random.Random(7)

    for _ in range(5):
        killed = worker(tmp_path / "killed")
        time.sleep(chance.uniform(0.4, 0.98) * took)
        killed.send_signal(signal.SIGKILL)
        killed.communicate(timeout=60)
    last = worker(tmp_path / "killed")
    last.communicate(timeout=60)

    assert (whole.returncode, last.returncode) == (0, 0)
    assert everything(tmp_path / "killed") == everything(tmp_path / "whole")


def test_a_run_killed_in_judging_keeps_what_was_read(tmp_path):
    """Staged and judged messages survive: the next run reads nothing twice."""
    killed = worker(tmp_path / "home")
    assert killed.stdout is not None
    assert killed.stdout.readline() == b"reading done\n"
    time.sleep(0.02)
    killed.send_signal(signal.SIGKILL)
    killed.communicate(timeout=60)

    with open_inbox(tmp_path / "home") as inbox:
        run = inbox.intake(datetime.now(UTC))
        assert all(run.done("s", f"mid:{n}@example.com") for n in range(120))
        assert inbox._c.execute("SELECT count(*) FROM message").fetchone()[0] == 120


def test_what_is_decided_waits_for_the_disk_again(inbox):
    """Taking in is quick; afterwards every commit is durable as before."""
    take(inbox, message())

    assert inbox._c.execute("PRAGMA synchronous").fetchone()[0] == 2
