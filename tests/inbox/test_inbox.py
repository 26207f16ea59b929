"""The inbox: conversations, the journal, merge, split and undo."""

import os
import sqlite3
import stat
import subprocess
import sys
from pathlib import Path

import pytest

from builders import NOW, conversation, event, message, note, take, taken
from gratitude.codec import to_plain
from gratitude.errors import InboxError, Refused, UsageError
from gratitude.inbox import open_inbox
from gratitude.inbox.intake import conversation_id, opened
from gratitude.message import Event, Person, State
from gratitude.moderate import Name, standing_of

PLUGINS = str(Path(__file__).parents[2] / "plugins")


def mail(n, words="", **more):
    name = f"R{n}"
    values = {"sent": f"2026-05-{n:02}T10:00:00+00:00", "sender": Person(name, f"{name.lower()}@example.com")}
    return message(words or f"Thank you, number {n}.", identity=f"mid:{n}@example.com", **(values | more))


def move(inbox, found, name, **data):
    inbox.append(found, [event(name, **data)], now=NOW, step=inbox.next_step())


def accept(inbox, found, made=None):
    move(inbox, found, Name.ACCEPTED, note=to_plain(made or note()), sources=["mid:1@example.com"])


def state(inbox, found):
    """The state by the journal; the projected column must say the same."""
    loaded = inbox.conversation(found)
    derived = standing_of(loaded.events).state
    column = inbox._c.execute("SELECT state FROM conversation WHERE id = ?", (loaded.id,)).fetchone()[0]
    assert derived.value == column
    return derived


def bodies(inbox):
    """Which messages lie in which conversation, by their numbers."""
    found = {c.id: [t.message.identity[4:].split("@")[0] for t in c.messages] for c in inbox.conversations()}
    count = inbox._c.execute("SELECT count(*) FROM message WHERE stage = 'taken'").fetchone()[0]
    assert count == sum(len(m) for m in found.values()), "every message is in one conversation that can be seen"
    return found


def test_a_conversation_is_read_as_it_was_taken(inbox):
    """Messages with all that was said of them; the raw mail apart."""
    kept = taken(mail(1))

    (found,) = take(inbox, kept)

    loaded = inbox.conversation(found)
    assert loaded == conversation(taken(mail(1, raw=b"")), name=conversation_id("mid:1@example.com"), events=())
    assert inbox.raw("mid:1@example.com") == b"Thank you, number 1."
    assert inbox.raw("mid:unknown") == b""


def test_conversations_stand_newest_first_and_undated_last(inbox):
    """The order of `list`."""
    take(inbox, mail(2), mail(4), mail(3), mail(1, sent=None))

    assert [c.opening.message.identity for c in inbox.conversations()] == [f"mid:{n}@example.com" for n in (4, 3, 2, 1)]


def test_any_unique_beginning_names_a_conversation(inbox):
    """One that is several is refused and names them; none and nothing at all too."""
    ids = take(inbox, *(mail(n) for n in range(1, 25)))
    first = next(i for i in ids if sum(other[0] == i[0] for other in ids) > 1)

    assert inbox.find(first.upper()) == first
    assert inbox.find(f" {first[:7]} ") == first
    with pytest.raises(UsageError, match="one more character"):
        inbox.find(first[0])
    with pytest.raises(UsageError, match="no conversation"):
        inbox.find("zz")
    with pytest.raises(UsageError):
        inbox.find("")


def test_two_readers_never_share_a_conversation_by_chance(inbox):
    """Where another message's hash begins alike, the next eight digits are the ID; again, it is the same one."""
    inbox._c.execute(
        "INSERT INTO conversation (id, opened) VALUES (?, 'mid:other')", (conversation_id("mid:1@example.com"),)
    )

    (found,) = take(inbox, mail(1))

    assert found != conversation_id("mid:1@example.com")
    assert len(found) == 8
    assert opened(inbox._c, "mid:1@example.com") == found


def test_merge_keeps_the_older_id_and_the_other_leads_to_it(inbox):
    """All messages are in the older one, and both IDs, also shortened, name it."""
    a, b = take(inbox, mail(1), mail(2))

    inbox.merge(a, b, now=NOW, step=inbox.next_step())

    assert bodies(inbox) == {a: ["1", "2"]}
    assert (inbox.find(a), inbox.find(b), inbox.find(b[:7])) == (a, a, a)


def test_merges_in_a_row_lead_to_the_last(inbox):
    """Three conversations one after another; IDs that begin alike and lead to one are not ambiguous."""
    a, b, c = take(inbox, mail(1), mail(2), mail(3))
    inbox.merge(b, c, now=NOW, step=inbox.next_step())
    inbox.merge(a, b, now=NOW, step=inbox.next_step())
    inbox._c.execute(
        "INSERT INTO conversation (id, opened, leads_to, state) VALUES ('ffff0001', 'x', ?, 'new'), ('ffff0002', 'y', ?, 'new')",
        (b, c),
    )

    assert [inbox.find(i) for i in (a, b, c, "ffff")] == [a] * 4
    assert bodies(inbox) == {a: ["1", "2", "3"]}


def test_merge_with_itself_is_refused(inbox):
    """Nothing is changed."""
    (a,) = take(inbox, mail(1))

    with pytest.raises(Refused):
        inbox.merge(a, a, now=NOW, step=inbox.next_step())

    assert bodies(inbox) == {a: ["1"]}


def test_undo_of_a_merge_gives_each_its_messages_again(inbox):
    """Also their states; what was written after the merge stays in the older one."""
    a, b = take(inbox, mail(1), mail(2))
    move(inbox, b, Name.KEPT)
    inbox.merge(a, b, now=NOW, step=inbox.next_step())
    take(inbox, mail(3), joins="mid:2@example.com")

    undone = inbox.undo(None, now=NOW)

    assert [e.name for e in undone] == [Name.JOINED]
    assert bodies(inbox) == {a: ["1", "3"], b: ["2"]}
    assert (state(inbox, a), state(inbox, b)) == (State.NEW, State.KEPT)
    assert inbox.find(b) == b


def test_one_merge_of_three_is_one_step(inbox):
    """`merge A B C` is taken back by one undo."""
    a, b, c = take(inbox, mail(1), mail(2), mail(3))
    step = inbox.next_step()
    for other in (b, c):
        inbox.merge(a, other, now=NOW, step=step)

    inbox.undo(b, now=NOW)

    assert bodies(inbox) == {a: ["1"], b: ["2"], c: ["3"]}


def test_split_opens_a_conversation_named_for_its_first_message(inbox):
    """The others keep their ID; undo brings everything back, also what joined the new one since."""
    (a,) = take(inbox, mail(1))
    take(inbox, mail(2), mail(3), joins="mid:1@example.com")

    new = inbox.split(a, ["mid:2@example.com", "mid:3@example.com"], now=NOW, step=inbox.next_step())

    assert new == conversation_id("mid:2@example.com")
    assert bodies(inbox) == {a: ["1"], new: ["2", "3"]}
    take(inbox, mail(4), joins="mid:3@example.com")
    inbox.undo(None, now=NOW)
    assert bodies(inbox) == {a: ["1", "2", "3", "4"]}
    assert inbox.find(new) == a


def test_split_after_undo_is_the_same_conversation_again(inbox):
    """The ID is the message's; its old journal is still there."""
    (a,) = take(inbox, mail(1))
    take(inbox, mail(2), joins="mid:1@example.com")
    new = inbox.split(a, ["mid:2@example.com"], now=NOW, step=inbox.next_step())
    move(inbox, new, Name.KEPT)
    inbox.undo(a, now=NOW)

    again = inbox.split(a, ["mid:2@example.com"], now=NOW, step=inbox.next_step())

    assert again == new
    assert state(inbox, new) is State.KEPT


def test_a_merged_letter_can_be_split_off_again(inbox):
    """It comes back under its old ID; undo twice is as before."""
    a, b = take(inbox, mail(1), mail(2))
    inbox.merge(a, b, now=NOW, step=inbox.next_step())
    assert inbox.split(a, ["mid:2@example.com"], now=NOW, step=inbox.next_step()) == b
    assert bodies(inbox) == {a: ["1"], b: ["2"]}

    inbox.undo(None, now=NOW)
    assert bodies(inbox) == {a: ["1", "2"]}
    inbox.undo(None, now=NOW)

    assert bodies(inbox) == {a: ["1"], b: ["2"]}


@pytest.mark.parametrize("moved", [[], ["mid:1@example.com", "mid:2@example.com"]])
def test_a_split_moves_something_and_leaves_something(inbox, moved):
    """Nothing to move is no split, and an empty conversation none."""
    (a,) = take(inbox, mail(1))
    take(inbox, mail(2), joins="mid:1@example.com")

    with pytest.raises(Refused):
        inbox.split(a, moved, now=NOW, step=inbox.next_step())

    assert bodies(inbox) == {a: ["1", "2"]}
    assert inbox.conversation(a).events == ()


def test_a_split_of_the_opening_joins_nobody_else(inbox):
    """The old ID stays with those who are left, and the message gets a new one, also when it is split off again."""
    (a,) = take(inbox, mail(2))
    take(inbox, mail(1), mail(3), joins="mid:2@example.com")
    b = inbox.split(a, ["mid:3@example.com", "mid:2@example.com"], now=NOW, step=inbox.next_step())

    c = inbox.split(b, ["mid:2@example.com"], now=NOW, step=inbox.next_step())

    assert bodies(inbox) == {a: ["1"], b: ["3"], c: ["2"]}
    inbox.undo(None, now=NOW)
    inbox.undo(None, now=NOW)
    assert bodies(inbox) == {a: ["1", "2", "3"]}


def test_undo_goes_back_step_by_step(inbox):
    """The newest that stands, then the one before, until nothing is left."""
    a, b = take(inbox, mail(1), mail(2))
    move(inbox, a, Name.KEPT)
    move(inbox, b, Name.TRASH)
    move(inbox, a, Name.SPAM)

    names = [[e.name for e in inbox.undo(None, now=NOW)] for _ in range(4)]

    assert names == [[Name.SPAM], [Name.TRASH], [Name.KEPT], []]
    assert (state(inbox, a), state(inbox, b)) == (State.NEW, State.NEW)


def test_undo_within_one_conversation_leaves_the_others_of_the_step(inbox):
    """`trash A B C`, `undo B`: B is back, A and C stay; then `undo` takes back the rest."""
    ids = take(inbox, mail(1), mail(2), mail(3))
    step = inbox.next_step()
    for found in ids:
        inbox.append(found, [event(Name.TRASH)], now=NOW, step=step)

    inbox.undo(ids[1], now=NOW)

    assert [state(inbox, i) for i in ids] == [State.TRASH, State.NEW, State.TRASH]
    assert inbox.undo(ids[1], now=NOW) == ()
    assert len(inbox.undo(None, now=NOW)) == 2
    assert [state(inbox, i) for i in ids] == [State.NEW] * 3


def test_undo_of_one_conversation_passes_over_newer_steps_of_others(inbox):
    """`undo A` finds A's newest, whatever came later elsewhere."""
    a, b = take(inbox, mail(1), mail(2))
    move(inbox, a, Name.KEPT)
    move(inbox, b, Name.KEPT)

    inbox.undo(a, now=NOW)

    assert (state(inbox, a), state(inbox, b)) == (State.NEW, State.KEPT)
    assert [e.name for e in inbox.undo(None, now=NOW)] == [Name.KEPT]
    assert state(inbox, b) is State.NEW


def test_undo_takes_all_events_of_a_step(inbox):
    """A permission and the accept that gave it are one step."""
    (a,) = take(inbox, mail(1))
    data = {"show": "named", "words": ["x"], "name": "", "place": "", "post": "", "wording": "yes", "day": "2026-05-03"}
    events = [event(Name.PERMITTED, **data), event(Name.ACCEPTED, note=to_plain(note()), sources=[])]
    inbox.append(a, events, now=NOW, step=inbox.next_step())

    inbox.undo(None, now=NOW)

    standing = standing_of(inbox.conversation(a).events)
    assert (standing.note, standing.permits) == (None, ())


def test_undo_leaves_what_the_author_did_not_do(inbox):
    """Publish and the return of a reader are no steps."""
    (a,) = take(inbox, mail(1))
    inbox.append(a, [event(Name.PUBLISHED, note=to_plain(note()))], now=NOW, step=0)

    assert inbox.undo(None, now=NOW) == ()


def test_no_two_steps_have_the_same_number(inbox):
    """Also where nothing was appended in between."""
    assert [inbox.next_step() for _ in range(3)] == [1, 2, 3]


def test_a_merged_conversation_shows_its_journal_for_withdrawing(inbox):
    """Publish learns of the note that is nobody's to keep any more; after undo it is its own again."""
    a, b = take(inbox, mail(1), mail(2))
    accept(inbox, b)
    inbox.merge(a, b, now=NOW, step=inbox.next_step())

    (merged,) = inbox.merged()

    assert (merged.id, merged.messages, standing_of(merged.events).note) == (b, (), note())
    inbox.undo(None, now=NOW)
    assert inbox.merged() == []


def test_the_post_the_author_set_is_what_history_knows(inbox):
    """Until it is taken back: then the sure link's again. `--post -` says that it is none."""
    (a,) = take(inbox, mail(1))

    def post():
        return inbox._c.execute("SELECT post FROM message").fetchone()[0]

    assert post() == "cron"
    move(inbox, a, Name.EDITED, post="timers")
    assert post() == "timers"
    move(inbox, a, Name.EDITED, post="")
    assert post() == ""
    inbox.undo(None, now=NOW)
    inbox.undo(None, now=NOW)
    assert post() == "cron"


def test_a_person_has_one_word(inbox):
    """The first random word stays; one that is taken already is made another."""
    assert inbox.person("ann@example.com", "p-aaaa") == "p-aaaa"
    assert inbox.person("ann@example.com", "p-bbbb") == "p-aaaa"
    assert inbox.person("bob@example.com", "p-aaaa") == "p-aaaaa"


def test_a_family_that_shares_an_address_is_not_one_person(inbox):
    """Who is not called like the first who wrote from it has a word of their own; a fuller name is no other person."""
    at = "family@example.com"
    for n, name in enumerate(("Ann", "Ben Example"), 1):
        take(
            inbox,
            message(identity=f"mid:{n}@example.com", sender=Person(name, at), sent=f"2026-05-0{n}T10:00:00+00:00"),
        )

    assert inbox.person(at, "p-aaaa", name="Ann") == "p-aaaa"
    assert inbox.person(at, "p-bbbb", name="Ben Example") == "p-bbbb"
    assert [inbox.person(at, "p-cccc", name=name) for name in ("Ann Example", "", "Example, Ben")] == [
        "p-aaaa",
        "p-aaaa",
        "p-bbbb",
    ]


def test_what_is_deleted_is_gone_and_stays_away(inbox):
    """Messages, journal and merged conversations; the same mail does not come back, nor with --again."""
    a, b, c, d = take(inbox, mail(1), mail(2), mail(3), mail(4))
    inbox.merge(b, c, now=NOW, step=inbox.next_step())
    inbox.merge(a, b, now=NOW, step=inbox.next_step())

    inbox.delete(a, reason="after its days")

    assert bodies(inbox) == {d: ["4"]}
    run = inbox.intake(NOW)
    from gratitude.message import Arrival

    for again in (False, True):
        assert run.stage("other", [Arrival(message=mail(2), mark="m")], again=again) == []


def test_a_backup_is_whole_and_private(inbox, tmp_path):
    """Readable by its owner alone, and an inbox of its own."""
    (a,) = take(inbox, mail(1))
    (tmp_path / "copy").mkdir()

    inbox.backup_to(tmp_path / "copy" / "inbox.sqlite")

    assert stat.S_IMODE((tmp_path / "copy" / "inbox.sqlite").stat().st_mode) == 0o600
    with open_inbox(tmp_path / "copy") as copy:
        assert copy.checked() == "ok"
        assert copy.conversation(a) == inbox.conversation(a)


def test_the_private_folder_is_private(tmp_path):
    """0700 for the folder, 0600 for the file."""
    with open_inbox(tmp_path / "new" / "home"):
        pass

    modes = [stat.S_IMODE((tmp_path / "new" / p).stat().st_mode) for p in ("home", "home/inbox.sqlite")]
    assert modes == [0o700, 0o600]


def test_a_folder_that_cannot_be_is_told_in_words(tmp_path):
    """A file in its place is an InboxError with a way out."""
    (tmp_path / "home").write_text("")

    with pytest.raises(InboxError, match="--home"), open_inbox(tmp_path / "home"):
        pass


def test_what_sqlite_says_is_told_in_words(tmp_path):
    """A full disk, a lock and damage are sentences; a mistake of ours stays a mistake."""
    for said, told in [
        ("database or disk is full", "make room"),
        ("database is locked", "in a moment"),
        ("attempt to write a readonly database", "permissions"),
        ("no such table: x", "gratitude check"),
    ]:
        with pytest.raises(InboxError, match=told), open_inbox(tmp_path / "home"):
            raise sqlite3.OperationalError(said)
    with pytest.raises(InboxError, match="restore"), open_inbox(tmp_path / "home"):
        raise sqlite3.DatabaseError("database disk image is malformed")
    with pytest.raises(sqlite3.IntegrityError), open_inbox(tmp_path / "home"):
        raise sqlite3.IntegrityError("UNIQUE constraint failed")


WRITER = """
import sys
from datetime import UTC, datetime
from pathlib import Path
from gratitude.inbox import open_inbox
from gratitude.message import Event

home, found, me = Path(sys.argv[1]), sys.argv[2], sys.argv[3]
with open_inbox(home) as inbox:
    for n in range(40):
        step = inbox.next_step()
        inbox.append(found, [Event(name="edited", data={"title": f"{me}{n}"})], now=datetime.now(UTC), step=step)
"""


def test_two_processes_lose_nothing(tmp_path):
    """Both open a home that is not there yet, and append at once: every event is there, no step is shared."""
    home = tmp_path / "home"
    opener = "import sys\nfrom pathlib import Path\nfrom gratitude.inbox import open_inbox\nwith open_inbox(Path(sys.argv[1])): pass"
    env = {**os.environ, "PYTHONPATH": PLUGINS}
    first = [subprocess.Popen([sys.executable, "-c", opener, home], env=env) for _ in range(3)]
    assert [p.wait(60) for p in first] == [0, 0, 0]
    with open_inbox(home) as inbox:
        (a,) = take(inbox, mail(1))

    both = [subprocess.Popen([sys.executable, "-c", WRITER, home, a, me], env=env) for me in "xy"]

    assert [p.wait(60) for p in both] == [0, 0]
    with open_inbox(home) as inbox:
        events = inbox.conversation(a).events
    assert {e.data["title"] for e in events} == {f"{me}{n}" for me in "xy" for n in range(40)}
    assert len({e.step for e in events}) == 80
    assert [e.number for e in events] == sorted(e.number for e in events)


def test_nothing_appended_writes_nothing(inbox):
    """No events, no row."""
    (a,) = take(inbox, mail(1))

    inbox.append(a, [], now=NOW, step=7)

    assert inbox.conversation(a).events == ()


def test_a_step_that_fails_leaves_nothing(inbox):
    """Events are written all or none: one that cannot be stored takes the others with it."""
    (a,) = take(inbox, mail(1))

    with pytest.raises(TypeError):
        inbox.append(a, [event(Name.KEPT), Event(name="edited", data={"title": object()})], now=NOW, step=1)

    assert inbox.conversation(a).events == ()
