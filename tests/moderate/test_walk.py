"""A walk through the table of moves over a real inbox and a real folder; what must hold holds after every step."""

from __future__ import annotations

import shutil
import tempfile
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule

from builders import NOW, message, take, taken
from gratitude.errors import Refused
from gratitude.inbox import open_inbox
from gratitude.message import Conversation, Event, Person, State
from gratitude.moderate import MOVES, Move, Name, Refusal, decide, moves_from, standing_of
from gratitude.moderate.consent import permit_for
from gratitude.moderate.excerpt import is_excerpt
from gratitude.note import Note, Show, Who
from gratitude.note.folder import read_notes, write_note
from gratitude.pipeline import plan_out, put_out
from gratitude.publish import Changes, Held, Remove, Write, changed_fields, draft

PEOPLE = ("Ann", "Bob", "Cleo", "Dan", "Eve")
FOREIGN = b"Show: anonymous\n\nWritten by hand, and nobody's.\n"
POSTS = ("cron", "timers", "")
which = st.integers(0, len(PEOPLE) + 9)
YES = ("Yes.", date(2026, 5, 30))
shown = st.sampled_from([Show.NAMED, Show.NAMED, Show.ANONYMOUS, Show.MINE, Show.COUNTED])
changes = st.sampled_from(
    [{f: v} for f in ("name", "place", "title") for v in ("Ann of Pune", "Other")]
    + [{"post": post} for post in POSTS]
    + [{"words": words} for words in ("I read it twice.", "Thank you!", "Not the writer's.")]
)


class Killed(Exception):
    """The run ends here."""


class Cut:
    """An inbox whose journal can no longer be written to after some events, as when the run is killed."""

    def __init__(self, inbox, after: int) -> None:
        self.inbox, self.left = inbox, after

    def append(self, *values, **more) -> None:
        if not self.left:
            raise Killed
        self.left -= 1
        self.inbox.append(*values, **more)


class Walk(RuleBasedStateMachine):
    @initialize(busy=st.booleans())
    def begin(self, busy=False) -> None:
        self.home = Path(tempfile.mkdtemp(prefix="walk-"))
        self.opened = open_inbox(self.home / "home")
        self.inbox = self.opened.__enter__()
        self.root = self.home / "notes"
        (self.root / "cron").mkdir(parents=True)
        (self.root / "cron" / "2020-01-01-hand.note").write_bytes(FOREIGN)
        self.granted: list[tuple[int, dict]] = []
        self.ever: list[dict] = []
        self.hands: dict[str, bytes | None] = {}
        self.letters = 0
        self.ids = 0
        self.at = ""
        for n, name in enumerate(PEOPLE):
            person = Person(name, f"{name.lower()}@example.com")
            form = {1: "named", 2: "anonymous"}.get(n, "")
            words = f"Your post helped. I read it twice. Thank you! {name}"
            self._arrives(message(words, identity=f"mid:{n}", sender=person, form=form, public=n == 0), None)
        for n in range(len(PEOPLE)) if busy else ():
            self._accept(n, show=Show.NAMED, permission=YES)
        self.publish(0)

    def _arrives(self, letter, joins) -> None:
        self.letters += 1
        take(self.inbox, taken(letter), joins=joins)

    # --- moves --------------------------------------------------------------------------------------------------------

    def _one(self, n: int) -> Conversation:
        """The conversation the walk is at; from time to time another one, so that steps meet."""
        found = sorted(self.inbox.conversations(), key=lambda c: c.id)
        if n < len(PEOPLE) or not self.at:
            self.at = found[n % len(found)].id
        return self.inbox.conversation(self.at)

    def _append(self, conversation: Conversation, events: tuple[Event, ...]) -> None:
        step = self.inbox.next_step()
        self.inbox.append(conversation.id, events, now=NOW, step=step)
        for e in events:
            if e.name == Name.PERMITTED:
                self.granted.append((step, dict(e.data)))
                self.ever.append(dict(e.data))

    @rule(n=which, show=shown, permission=st.sampled_from([None, YES, YES]), short=st.booleans(),
          post=st.sampled_from([None, None, *POSTS]), name=st.sampled_from([None, None, "Ann of Pune"]))  # fmt: skip
    def accept(self, n, show, permission, short, post, name) -> None:
        self._accept(n, show, permission, short=short, post=post, name=name)

    def _accept(self, n, show, permission, *, short=False, post=None, name=None) -> None:
        conversation = self._one(n)
        standing = standing_of(conversation.events)
        words = "A reader wrote." if show is Show.MINE else "Your post helped. Thank you!" if short else None
        self.ids += 1
        try:
            made = draft(
                conversation, standing, Changes(words=words, post=post, name=name), show=show,
                note_id=standing.note_id or f"{conversation.opening.message.day}-{self.ids:04}",
                person=f"p-{self.ids:04}", consented=permission is not None,
            )  # fmt: skip
        except Refused:
            return
        outcome = decide(conversation, Move.ACCEPT, note=made.note, sources=made.sources, permission=permission)
        if isinstance(outcome, Refusal):
            return
        self._append(conversation, outcome)
        again = self.inbox.conversation(conversation.id)
        assert decide(again, Move.ACCEPT, note=made.note, sources=made.sources, permission=permission) == ()
        assert standing_of(again.events).state is State.ACCEPTED

    @rule(n=which, move=st.sampled_from([m for m in Move if m is not Move.ACCEPT]), days=st.integers(1, 3))
    def decided(self, n, move, days) -> None:
        conversation = self._one(n)
        state = standing_of(conversation.events).state
        outcome = decide(conversation, move, until=NOW.date() + timedelta(days))
        assert isinstance(outcome, Refusal) == (MOVES[move] not in moves_from(state))
        if not isinstance(outcome, Refusal):
            self._append(conversation, outcome)
            after = standing_of(self.inbox.conversation(conversation.id).events)
            assert after.state is MOVES[move].to
            assert not MOVES[move].withdraws or after.note is None

    @rule(n=which, change=changes, then_publish=st.booleans())
    def edit(self, n, change, then_publish) -> None:
        self._edit(n, Changes(**change))
        if then_publish:
            self.publish(n)

    def _edit(self, n, changes) -> None:
        conversation = self._one(n)
        standing = standing_of(conversation.events)
        try:
            fields = changed_fields(
                conversation, standing, changes, show=standing.note.show if standing.note else Show.NAMED
            )
        except Refused:
            return
        self._append(conversation, (Event(name=Name.EDITED, data=fields),))

    @rule(n=which, show=st.sampled_from([Show.NAMED, Show.ANONYMOUS]))
    def permission(self, n, show) -> None:
        conversation = self._one(n)
        note = standing_of(conversation.events).note
        if note is not None:
            data = {**permit_for(replace(note, show=show), show), "wording": "Yes.", "day": "2026-05-30"}
            self._append(conversation, (Event(name=Name.PERMITTED, data=data),))

    @rule(n=which, public=st.booleans())
    def writes_again(self, n, public) -> None:
        conversation = self._one(n)
        first = conversation.opening.message
        before = standing_of(conversation.events)
        words = f"It works now, number {self.letters}."
        day = f"2026-05-{4 + self.letters % 20:02}T10:00:00+00:00"
        letter = message(words, identity=f"mid:again{self.letters}", sender=first.sender, sent=day, public=public)
        self._arrives(letter, first.identity)
        after = standing_of(self.inbox.conversation(conversation.id).events)
        assert after.state is (State.SPAM if before.state is State.SPAM else State.NEW)
        assert after.note == before.note

    @rule(one=which, other=which, split=st.booleans())
    def regroup(self, one, other, split) -> None:
        if split:
            self._split(self._one(one))
            return
        older, younger = sorted((self._one(one), self._one(other)), key=lambda c: (c.opening.message.sent, c.id))
        if older.id != younger.id:
            self.inbox.merge(older.id, younger.id, now=NOW, step=self.inbox.next_step())
            assert self.inbox.find(younger.id) == older.id

    def _split(self, conversation) -> None:
        moved = [t.message.identity for t in conversation.messages[1:]]
        try:
            new = self.inbox.split(conversation.id, moved, now=NOW, step=self.inbox.next_step())
        except Refused:
            return
        assert len(self.inbox.conversation(new).messages) == len(moved)

    @rule(n=which, only_one=st.booleans(), then_publish=st.booleans())
    def undo(self, n, only_one, then_publish) -> None:
        self._undone(self.inbox.undo(self._one(n).id if only_one else None, now=NOW))
        if then_publish:
            self.publish(n)

    def _undone(self, events) -> None:
        for e in events:
            self.granted = [(s, g) for s, g in self.granted if (s, g) != (e.step, dict(e.data))]

    # --- the folder ---------------------------------------------------------------------------------------------------

    def _plan(self, overwrite=frozenset()):
        return plan_out(self.inbox, read_notes(self.root).notes, folder_of=lambda post: post, overwrite=overwrite)

    @rule(n=which, overwrite=st.booleans())
    def publish(self, n, overwrite=False) -> None:
        given = frozenset({self._one(n).id}) if overwrite else frozenset()
        steps = self._plan(given)
        self._about_to(steps, given)
        put_out(self.inbox, steps, self.root, now=NOW)
        assert all(isinstance(step, Held) for step in self._plan()), "planning twice plans nothing"
        assert read_notes(self.root).bad == ()

    @rule(after=st.integers(0, 2))
    def publish_and_be_killed(self, after) -> None:
        """Between a file and the journal; between the two files of a moved note, `check` tells of the second."""
        steps = self._plan()
        if any(isinstance(step, Remove) and step.moved for step in steps):
            return
        self._about_to(steps, frozenset())
        try:
            put_out(Cut(self.inbox, after), steps, self.root, now=NOW)
        except Killed:
            return

    def _about_to(self, steps, given) -> None:
        """Check what is written against the consent that stands now; a hand's file gives way only where it is told to."""
        now = [g for _, g in self.granted]
        for step in steps:
            if isinstance(step, Write):
                assert self._is_covered(step.note, now), step
            if isinstance(step, Write | Remove) and self.hands.pop(step.note.id, b"") != b"":
                assert self.inbox.find(step.conversation) in given

    @rule(n=which, deleted=st.sampled_from([False, False, True]))
    def by_hand(self, n, deleted) -> None:
        ours = [f for f in read_notes(self.root).notes if f.path != "cron/2020-01-01-hand.note"]
        if not ours:
            return
        file = ours[n % len(ours)]
        if deleted:
            (self.root / file.path).unlink()
            self.hands.pop(file.note.id, None)
        else:
            write_note(self.root, file.path, replace(file.note, title="By hand"))
            self.hands[file.note.id] = (self.root / file.path).read_bytes()

    # --- what holds ---------------------------------------------------------------------------------------------------

    def _is_covered(self, note: Note, grants: list[dict]) -> bool:
        """Say, by what the writers did and not by our gate, whether a note may be read by anybody."""
        if note.show is Show.MINE:
            return not any(t.who is Who.READER for t in note.turns)
        letters = [t.message for c in self.inbox.conversations() for t in c.messages]
        return all(
            any(self._grants(g, note, t.words) for g in grants) or any(self._own(m, note, t.words) for m in letters)
            for t in note.turns
            if t.who is Who.READER
        )

    @staticmethod
    def _grants(grant: dict, note: Note, words: str) -> bool:
        same = (grant["show"], grant["name"], grant["place"]) == ("named", note.name, note.place)
        without = [w.replace(name, "[…]") for w in grant["words"] for name in PEOPLE]
        return (
            (note.show is Show.ANONYMOUS or same)
            and words in [*grant["words"], *without]
            and grant["post"] == note.post
        )

    @staticmethod
    def _own(letter, note: Note, words: str) -> bool:
        named = note.show is Show.NAMED
        if named and (note.name, note.place) != (letter.sender.name, ""):
            return False
        if letter.form.show:
            whole = words in {letter.own_words, letter.own_words.replace(letter.sender.name, "[…]")}
            return whole and note.post == "cron" and (letter.form.show == "named" or not named)
        return letter.public and is_excerpt(words, letter.own_words)

    @invariant()
    def nothing_is_public_without_consent(self) -> None:
        for file in read_notes(self.root).notes:
            by_hand = replace(file.note, title="")
            assert file.path == "cron/2020-01-01-hand.note" or self._is_covered(by_hand, self.ever), file

    @invariant()
    def what_a_hand_wrote_is_as_it_was(self) -> None:
        assert (self.root / "cron" / "2020-01-01-hand.note").read_bytes() == FOREIGN
        files = {f.note.id: (self.root / f.path).read_bytes() for f in read_notes(self.root).notes}
        assert {i: files.get(i) for i in self.hands} == self.hands

    @invariant()
    def the_journal_says_what_the_table_says(self) -> None:
        conversations = self.inbox.conversations()
        known = {c.id: standing_of(c.events).state.value for c in (*conversations, *self.inbox.merged())}
        column = dict(self.inbox._c.execute("SELECT id, state FROM conversation"))
        assert {i: column[i] for i in known} == known
        assert {s for i, s in column.items() if i not in known} <= {"new"}

    @invariant()
    def every_message_can_be_seen_once(self) -> None:
        seen = [t.message.identity for c in self.inbox.conversations() for t in c.messages]
        assert len(seen) == len(set(seen)) == self.letters

    def teardown(self) -> None:
        """Undo repeated brings everything back to new, and the next publish takes everything of ours away."""
        if not hasattr(self, "inbox"):
            return
        try:
            while events := self.inbox.undo(None, now=NOW):
                self._undone(events)
            conversations = self.inbox.conversations()
            assert {standing_of(c.events).state for c in conversations} == {State.NEW}
            put_out(self.inbox, self._plan(frozenset(c.id for c in conversations)), self.root, now=NOW)
            assert [f.path for f in read_notes(self.root).notes] == ["cron/2020-01-01-hand.note"]
            assert self._plan() == ()
        finally:
            self.opened.__exit__(None, None, None)
            shutil.rmtree(self.home)


Walk.TestCase.settings = settings(
    max_examples=30, stateful_step_count=30, deadline=None, suppress_health_check=list(HealthCheck)
)
TestWalk = Walk.TestCase
