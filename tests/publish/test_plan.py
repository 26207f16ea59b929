"""What publish would write and remove."""

from dataclasses import replace
from datetime import date

import pytest

from builders import note
from gratitude.note import Note, Show
from gratitude.note.folder import NoteFile
from gratitude.publish.plan import Approved, Confirm, Held, Remove, Withdrawn, Write, plan, too_many

HAND = replace(note(), title="By hand")
PATH = "cron/2026-05-03-k3f9.note"


def approved(made=None, **more):
    made = made or note()
    values = {"conversation": "aaaa", "note": made, "folder": made.post, "known": (made,), "published": None}
    return Approved(**(values | more))


def file(made=None, path=PATH):
    return NoteFile(path, made or note())


def steps(*approved_, withdrawn=(), on_disk=(), **more):
    return plan(approved_, withdrawn, on_disk, **more)


def only(found, kind):
    (step,) = found
    assert isinstance(step, kind)
    return step


def test_a_new_note_is_written_into_its_posts_folder():
    """The folder names the post; a note about the whole blog stands on top."""
    whole = note(post="")

    assert steps(approved()) == (Write("aaaa", PATH, note()),)
    assert steps(approved(whole)) == (Write("aaaa", "2026-05-03-k3f9.note", whole),)


def test_what_is_as_it_should_be_is_left_alone():
    """Planning twice plans nothing."""
    assert steps(approved(published=note()), on_disk=[file()]) == ()


def test_a_file_that_a_cut_run_wrote_is_only_told_to_the_journal():
    """The file is there and the journal does not know: nothing is written again."""
    assert steps(approved(), on_disk=[file()]) == (Confirm("aaaa", PATH, note()),)


def test_a_change_shows_what_it_replaces():
    """The old note is known to be ours."""
    new = note(title="Timers")

    found = steps(approved(new, known=(note(), new), published=note()), on_disk=[file()])

    assert found == (Write("aaaa", PATH, new, note()),)


def test_a_cut_run_and_another_change_are_no_hand_edit():
    """What is on disk was never journaled as published, and is still known as a note we once had."""
    new = note(title="Timers")

    assert only(steps(approved(new, known=(note(), new)), on_disk=[file()]), Write).old == note()


def test_a_note_moves_with_its_post():
    """Written under the new post first, then removed from the old; that is no vanishing note."""
    new = note(post="timers")

    found = steps(approved(new, known=(note(), new), published=note()), on_disk=[file()])

    assert found == (
        Write("aaaa", "timers/2026-05-03-k3f9.note", new, note()),
        Remove("aaaa", PATH, note(), moved=True),
    )
    assert too_many(found * 9, [file()]) == 0


def test_a_folder_that_a_hand_chose_is_kept():
    """A file with `Post:` in another folder is changed where it stands while its post is the same."""
    new = note(title="Timers")

    found = steps(
        approved(new, known=(note(), new), published=note()), on_disk=[file(path="letters/2026-05-03-k3f9.note")]
    )

    assert found == (Write("aaaa", "letters/2026-05-03-k3f9.note", new, note()),)


def test_a_hand_edit_wins():
    """Nothing of ours is new: not a word. Something is: held back with the way out. Overwritten: ours again."""
    new = note(title="Timers")
    changed = approved(new, known=(note(), new), published=note())

    assert steps(approved(published=note()), on_disk=[file(HAND)]) == ()
    held = only(steps(changed, on_disk=[file(HAND)]), Held)
    assert (held.path, held.way) == (PATH, "gratitude publish --overwrite aaaa")
    assert steps(changed, on_disk=[file(HAND)], overwrite=frozenset({"aaaa"})) == (Write("aaaa", PATH, new, HAND),)
    assert steps(changed, on_disk=[file(HAND)], overwrite=frozenset({"bbbb"})) == (held,)


def test_a_file_renamed_by_hand_is_told_as_that():
    """The same words under a name that is nobody's: writing them anew would show them twice."""
    moved = file(replace(note(), id="2026-05-03-mine"), "letters/2026-05-03-mine.note")

    held = only(steps(approved(published=note()), on_disk=[moved]), Held)

    assert "renamed by hand to letters/2026-05-03-mine.note" in held.why
    assert "2026-05-03-k3f9.note" in held.way


def test_a_file_deleted_by_hand_is_not_written_again():
    """Deleting is an edit; one way out writes it anew, the other says nothing of it any more."""
    gone = approved(published=note())

    held = only(steps(gone), Held)

    assert "deleted by hand" in held.why
    assert held.way == "gratitude publish --overwrite aaaa writes it anew; gratitude keep aaaa lets it be"
    assert steps(gone, overwrite=frozenset({"aaaa"})) == (Write("aaaa", PATH, note()),)


@pytest.mark.parametrize("overwrite", [frozenset(), frozenset({"aaaa"})])
def test_without_consent_nothing_changes(overwrite):
    """New words wait, and the published note stays exactly as it is; --overwrite is no consent."""
    new = note("Other words.")
    waiting = approved(new, known=(note(), new), published=note(), missing=("no consent is recorded",))

    held = only(steps(waiting, on_disk=[file()], overwrite=overwrite), Held)
    assert "no consent is recorded" in held.why
    assert "--permission" in held.way
    assert only(steps(waiting, overwrite=overwrite), Held).path == ""


def test_what_stands_already_is_told_when_its_consent_ends():
    """The writer took the permission back: publish removes nothing by itself, and says what does."""
    held = only(steps(approved(published=note(), missing=("taken back",)), on_disk=[file()]), Held)

    assert (held.path, held.way) == (PATH, "gratitude keep aaaa takes it down")
    assert "taken back; the note is on the blog as it was" in held.why


def test_a_file_that_a_hand_broke_is_no_deleted_one():
    """It is named until it is mended or given up; once it is withdrawn its words shall not lie there forgotten."""
    broken = {note().id: PATH}
    gone = Withdrawn(conversation="aaaa", note_id=note().id, known=(note(),))

    held = only(steps(approved(published=note()), unreadable=broken), Held)
    assert (held.path, held.why) == (PATH, "its file cannot be read as a note")
    assert steps(approved(published=note()), unreadable=broken, overwrite=frozenset({"aaaa"})) == (
        Write("aaaa", PATH, note()),
    )
    held = only(steps(withdrawn=[gone], unreadable=broken), Held)
    assert (held.path, held.way) == (PATH, "delete the file")


def test_a_note_without_a_day_waits_for_one():
    """With the command that sets it."""
    undated = note(id="undated-k3f9", day=None)

    assert "--date" in only(steps(approved(undated)), Held).way


def test_a_day_taken_back_takes_the_file_along():
    """The note has another id then: the file under the earlier one goes, and comes back under the new one."""
    undated = note(id="undated-k3f9", day=None)
    known = (undated, note())
    held, removed = steps(approved(undated, known=known, published=note()), on_disk=[file()])

    assert isinstance(held, Held)
    assert removed == Remove("aaaa", PATH, note())
    later = note(id="2026-05-09-k3f9", day=date(2026, 5, 9))
    assert steps(approved(later, known=(*known, later), published=note()), on_disk=[file()]) == (
        Write("aaaa", "cron/2026-05-09-k3f9.note", later),
        Remove("aaaa", PATH, note(), moved=True),
    )


def test_what_is_withdrawn_is_removed():
    """Found by its id, wherever it stands; what is gone already needs nothing."""
    gone = Withdrawn(conversation="aaaa", note_id="2026-05-03-k3f9", known=(note(),))

    assert steps(withdrawn=[gone], on_disk=[file(path="else/2026-05-03-k3f9.note")]) == (
        Remove("aaaa", "else/2026-05-03-k3f9.note", note()),
    )
    assert steps(withdrawn=[gone]) == ()


def test_what_is_withdrawn_and_edited_by_hand_is_held():
    """A hand's words are not thrown away without being asked."""
    gone = Withdrawn(conversation="aaaa", note_id="2026-05-03-k3f9", known=(note(),))

    assert only(steps(withdrawn=[gone], on_disk=[file(HAND)]), Held).way == "gratitude publish --overwrite aaaa"
    assert steps(withdrawn=[gone], on_disk=[file(HAND)], overwrite=frozenset({"aaaa"})) == (Remove("aaaa", PATH, HAND),)


def test_files_of_nobody_are_never_touched():
    """Notes written by hand, of other conversations, of another inbox."""
    others = [file(note(id="by-hand"), "cron/by-hand.note"), file(note(id="2026-01-01-zzzz"), "x/2026-01-01-zzzz.note")]

    found = steps(
        approved(published=note()),
        withdrawn=[Withdrawn(conversation="bbbb", note_id="2026-02-02-bbbb")],
        on_disk=[*others, file()],
        overwrite=frozenset({"aaaa", "bbbb"}),
        counted={},
    )

    assert found == ()


@pytest.mark.parametrize(
    ("removed", "all_", "expected"),
    [(5, 5, 0), (6, 18, 0), (6, 17, 6), (7, 7, 7), (0, 0, 0)],
)
def test_many_removals_need_force(removed, all_, expected):
    """More than five, and more than a third of all."""
    ids = [f"2026-05-03-{n:04}" for n in range(all_)]
    on_disk = [file(note(id=i), f"cron/{i}.note") for i in ids]
    gone = [Withdrawn(conversation=i, note_id=i, known=(note(id=i),)) for i in ids[:removed]]

    assert too_many(steps(withdrawn=gone, on_disk=on_disk), on_disk) == expected


def counted(count, post="cron"):
    return Note(id="counted", post=post, show=Show.COUNTED, count=count)


def counted_file(count, post="cron"):
    return NoteFile(f"{post}/counted.note", counted(count, post))


@pytest.mark.parametrize(
    ("counts", "there", "expected"),
    [
        ({"cron": 3}, [], (Write("", "cron/counted.note", counted(3)),)),
        ({"cron": 2}, [], ()),
        ({"cron": 4}, [counted_file(3)], (Write("", "cron/counted.note", counted(4), counted(3)),)),
        ({"cron": 3}, [counted_file(3)], ()),
        ({"cron": 2}, [counted_file(3)], (Remove("", "cron/counted.note", counted(3)),)),
        ({}, [counted_file(3)], (Remove("", "cron/counted.note", counted(3)),)),
        ({"": 3}, [], (Write("", "counted.note", counted(3, "")),)),
        (None, [counted_file(3)], ()),
        (None, [], ()),
    ],
)
def test_letters_are_counted_from_three_on(counts, there, expected):
    """One file a post; below three it goes; where counting is off nothing is touched."""
    assert steps(on_disk=there, counted=counts) == expected


def test_the_order_is_stable():
    """Whatever order the conversations come in."""
    a, b = approved(), approved(note(id="2026-05-01-aaaa"), conversation="bbbb")

    assert steps(a, b) == steps(b, a)
