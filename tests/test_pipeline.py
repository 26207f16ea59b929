"""The order of the steps: what comes in, what it knows of the batch, and what goes out."""

from dataclasses import dataclass, replace
from datetime import date, timedelta
from pathlib import Path

import pytest

import builders
from gratitude.again import look_again, reconsider
from gratitude.errors import SourceError
from gratitude.inbox import open_inbox
from gratitude.link.posts import Posts
from gratitude.message import Arrival, Event, Folder, Kind, Level, Message, Person, Post, Site, State, Tier
from gratitude.moderate import Name, standing_of
from gratitude.note import Show
from gratitude.note.folder import NoteFile, read_notes
from gratitude.pipeline import How, explain, learn, plan_out, put_out, take_in
from gratitude.publish import Confirm, Held, Remove, Write
from gratitude.screen import Opinion
from gratitude.screen.learned import marks_of

AUTHOR = Person("Maren", "maren@blog.example")
URL = "https://blog.example/cron.html"
THANKS = f"Your post {URL} saved my weekend. Thank you!"


@dataclass
class Memory:
    """A source held in memory: it resumes by its marks, and may break off."""

    messages: list[Message]
    name: str = "memory"
    breaks: bool = False
    reasons: tuple[tuple[str, bool], ...] = ()

    def arrivals(self, done):
        for message in self.messages:
            if not done(message.identity):
                yield Arrival(message=message, mark=message.identity, place=message.identity)
        for reason, broken in self.reasons:
            yield Arrival(message=None, reason=reason, broken=broken, place="m.mbox, message 9")
        if self.breaks:
            raise SourceError(f"{self.name}: it broke off; run `gratitude collect` again")


def mail(words=THANKS, name="one", **more):
    values = {
        "identity": f"mid:{name}@example.com",
        "message_id": f"{name}@example.com",
        "to": (AUTHOR.address,),
    } | more
    return builders.message(words, **values)


def own(words="Gladly!", name="own", to="ann@example.com", **more):
    """A letter of the author's."""
    return mail(words, name, sender=AUTHOR, to=(to,), folder=Folder.SENT, **more)


@pytest.fixture
def how():
    posts = tuple(
        Post(key=k, slug=k, path=f"{k}.md", titles=(k,), urls=(f"https://blog.example/{k}.html",), day=date(2024, 1, 1), words=w)
        for k, w in (("cron", "Cron runs a job with almost no environment."), ("bread", "Sourdough is slow in a cold kitchen."))
    )  # fmt: skip
    site = Site(hosts=frozenset({"blog.example"}), addresses=frozenset({AUTHOR.address}), names=("Maren",))
    return How(site=site, catalogue=Posts(posts, hosts=site.hosts), now=builders.NOW)


@pytest.fixture
def inbox(tmp_path):
    with open_inbox(tmp_path / "home") as opened:
        yield opened


def dump(inbox):
    """Everything that is in the inbox, but for the journal's times."""
    return [(c.id, c.messages, [(e.name, e.data) for e in c.events]) for c in inbox.conversations()]


def test_a_letter_goes_the_whole_way(inbox, how):
    """Read, understood, linked, screened, and new."""
    report = take_in(inbox, [Memory([mail()])], how)

    (talk,) = inbox.conversations()
    assert (1, 1, {talk.id: 1}) == (report.read, report.new, report.taken)
    assert talk.opening.kinds.primary is Kind.THANKS
    assert talk.opening.links.posts[0].post == "cron"
    assert standing_of(talk.events).state is State.NEW


def test_again_nothing_is_read_and_nothing_changes(inbox, how):
    """Neither from the same source nor from another one."""
    letters = [mail(), mail("Another one, thanks for the bread post!", "two", sender=Person("Ben", "ben@example.com"))]
    take_in(inbox, [Memory(letters)], how)
    before = dump(inbox)

    same = take_in(inbox, [Memory(letters)], how)
    other = take_in(inbox, [Memory(letters, name="copy")], how)

    assert (0, 0) == (same.read, same.new)
    assert (2, 0) == (other.read, other.new)
    assert before == dump(inbox)


def test_the_order_of_a_mailbox_does_not_matter(how, tmp_path):
    """An answer that lies before the letter it answers, and a reply before the first letter."""
    first = mail()
    answer = own(in_reply_to="one@example.com", references=("one@example.com",), sent="2026-05-04T10:00:00+00:00")
    reply = mail("It works!", "two", in_reply_to="own@example.com", references=("one@example.com", "own@example.com"), sent="2026-05-05T10:00:00+00:00")  # fmt: skip
    seen = []
    for n, order in enumerate(([first, answer, reply], [reply, answer, first])):
        with open_inbox(tmp_path / str(n)) as inbox:
            take_in(inbox, [Memory(order)], how)
            seen.append(dump(inbox))

    assert seen[0] == seen[1]
    assert [3] == [len(messages) for _, messages, _ in seen[0]]


def test_the_authors_letters_stay_only_where_they_touch_a_reader(inbox, how):
    """The others leave, counted; that sent mail was read is known either way."""
    answer = own(in_reply_to="one@example.com", sent="2026-05-04T10:00:00+00:00")
    private = own("Dear bank, ...", "bank", to="bank@example.com")

    report = take_in(inbox, [Memory([mail(), answer, private])], how)

    (talk,) = inbox.conversations()
    assert ["own@example.com"] == [t.message.message_id for t in talk.answers]
    assert report.left_out == {"yours": 1}
    assert report.has_sent


def test_sent_mail_is_not_guessed_from_a_name(inbox, how):
    """A mailbox called "presents" holds no letter of the author's."""
    assert not take_in(inbox, [Memory([mail()], name="/mail/presents-and-sent-ideas")], how).has_sent


def test_what_is_not_about_the_blog_is_left_out_with_its_reason(inbox, how):
    """It leaves the inbox, and the count stays."""
    landlord = mail(
        "The plumber comes on Tuesday at nine.", "roof", subject="Roof", sender=Person("L", "l@example.org")
    )

    report = take_in(inbox, [Memory([landlord])], how)

    assert inbox.conversations() == []
    assert [1] == list(report.left_out.values())


def test_what_a_source_left_out_and_could_not_read_is_counted_apart(inbox, how):
    """With its reason, and with the place where it lay."""
    report = take_in(inbox, [Memory([mail()], reasons=(("a newsletter", False), ("it is torn", True)))], how)

    assert ({"a newsletter": 1}, ["m.mbox, message 9: it is torn"]) == (dict(report.left_out), report.unreadable)
    assert report.read == 3


def test_a_source_that_breaks_off_keeps_what_came_before_it(inbox, how):
    """It is told, and the other sources are read."""
    torn = Memory([mail()], name="torn", breaks=True)
    whole = Memory(
        [
            mail(
                "I baked the bread of https://blog.example/bread.html, thanks!",
                "two",
                sender=Person("Ben", "b@example.com"),
            )
        ]
    )

    report = take_in(inbox, [torn, whole], how)

    assert [line.split(":")[0] for line in report.failed] == ["torn"]
    assert len(inbox.conversations()) == 2


def test_explain_says_what_take_in_does(inbox, how):
    """The same steps over the same batch; nothing is stored."""
    letters = [mail(), mail(f"Does {URL} work with timers?", "two", sender=Person("Ben", "b@example.com")), own(in_reply_to="two@example.com")]  # fmt: skip
    told = {
        e.message.identity: (e.judged.kinds, e.judged.links, e.judged.verdict) for e in explain([Memory(letters)], how)
    }
    take_in(inbox, [Memory(letters)], how)

    stored = {t.message.identity: (t.kinds, t.links, t.verdict) for c in inbox.conversations() for t in c.reader}
    assert stored == {k: v for k, v in told.items() if k in stored}
    assert len(stored) == 2


def test_a_later_letter_of_the_batch_helps_an_earlier_one(inbox, how):
    """Who says only thanks an hour before a letter on cron means cron; alone, or decided otherwise, it does not move."""
    vague = mail("Thank you for the blog, this post was exactly what I needed today!", subject="Thanks a lot")
    clear = mail(
        "Now cron runs the job, environment and all.", "two",
        sender=Person("Ben", "b@example.com"), sent="2026-05-03T11:00:00+00:00",
    )  # fmt: skip

    posts = [replace(p, day=date(2024, 1, 1 + (p.key == "bread"))) for p in how.catalogue.posts()]
    how = replace(how, catalogue=Posts(posts, hosts=how.site.hosts))

    def first(*letters):
        return [e.judged.links.posts[0].post for e in explain([Memory(list(letters))], how)]

    take_in(inbox, [Memory([vague, clear])], how)
    stored = {t.message.identity: t.links for c in inbox.conversations() for t in c.reader}
    explained = {e.message.identity: e.judged.links for e in explain([Memory([vague, clear])], how)}

    assert (["bread"], ["cron", "cron"]) == (first(vague), first(vague, clear))
    assert stored == explained
    assert stored[vague.identity].posts[0].tier is Tier.GUESS


def test_explain_gives_every_message_in_its_order_with_a_reason(how):
    """Own letters, second copies and what is not about the blog are told, not dropped."""
    letters = [
        mail(),
        mail(),
        own(),
        mail("The plumber comes on Tuesday.", "roof", subject="Roof", sender=Person("", "l@example.org")),
    ]

    reasons = [e.reason for e in explain([Memory(letters)], how)]

    assert reasons[0] is None
    assert "came before" in reasons[1]
    assert reasons[2] == "yours"
    assert reasons[3]


def test_a_form_mailers_repeated_id_is_two_messages(how):
    """Another From and another Date under the same Message-ID (design)."""
    other = mail(
        "Thanks from me too for the cron post!", sender=Person("Ben", "b@example.com"), sent="2026-05-09T10:00:00+00:00"
    )

    first, second = (e for e in explain([Memory([mail(), other])], how))

    assert first.message.identity != second.message.identity
    assert second.reason is None


def test_reconsidering_changes_what_the_rules_say_and_nothing_that_was_decided(inbox, how):
    """With the same rules it changes nothing."""
    take_in(inbox, [Memory([mail(), mail(f"Ben here. {THANKS}", "two", sender=Person("Ben", "b@example.com"))])], how)
    keep = inbox.conversations()[0].id
    inbox.append(keep, [Event(name=Name.KEPT)], now=builders.NOW, step=inbox.next_step())
    before = dump(inbox)

    assert reconsider(inbox, how) == 0
    assert before == dump(inbox)

    bare = replace(how, catalogue=Posts((), hosts=frozenset()))
    assert reconsider(inbox, bare) == 1
    posts = {c.id: [link.post for link in c.opening.links.posts[:1]] for c in inbox.conversations()}
    assert posts.pop(keep) == ["cron"]
    assert list(posts.values()) == [[]]


def test_reconsidering_asks_nobody_and_forgets_nothing(inbox, how):
    """What another judge said stays with the verdict, and when it wants to be asked again."""
    opinion = Opinion(level=Level.UNSURE, text="not sure yet", trace={"level": "unsure"}, recheck_at=builders.NOW)
    take_in(inbox, [Memory([mail()])], replace(how, ask=lambda m, now: opinion))
    before = dump(inbox)

    def ask(message, now):
        raise AssertionError("somebody was asked")

    assert reconsider(inbox, replace(how, ask=ask)) == 0
    assert before == dump(inbox)
    assert reconsider(inbox, replace(how, catalogue=Posts((), hosts=frozenset()))) == 1
    (found,) = inbox.conversations()
    assert (Level.UNSURE, "akismet", builders.NOW) == (
        found.opening.verdict.level,
        found.opening.verdict.engine,
        found.opening.verdict.recheck_at,
    )


def test_looking_again_takes_only_what_is_due_and_undecided(inbox, how):
    """In its conversation, with the older opinion at hand; what is not due or decided is left alone."""
    waits = Opinion(level=None, text="it was away", engine="local-fallback", recheck_at=builders.NOW)
    later = replace(waits, recheck_at=builders.NOW + timedelta(hours=1))
    given = {"mid:one@example.com": waits, "mid:two@example.com": later, "mid:three@example.com": waits}
    mails = [mail(f"{n} here. {THANKS}", n, sender=Person(n, f"{n}@example.com")) for n in ("one", "two", "three")]
    take_in(inbox, [Memory(mails)], replace(how, ask=lambda m, now: given[m.identity]))
    keep = next(c.id for c in inbox.conversations() if c.opening.message.identity == "mid:three@example.com")
    inbox.append(keep, [Event(name=Name.KEPT)], now=builders.NOW, step=inbox.next_step())
    asked = []

    class Judge:
        def again(self, message, now, before):
            asked.append((message.identity, before))
            return Opinion(level=Level.OK, text="fine", trace={"level": "ok"})

    assert look_again(inbox, how, Judge()) == 1

    assert [("mid:one@example.com", waits)] == asked
    engines = {c.opening.message.identity[4:].split("@")[0]: c.opening.verdict.engine for c in inbox.conversations()}
    assert {"one": "akismet", "two": "local-fallback", "three": "local-fallback"} == engines


# --- adoption -------------------------------------------------------------------------------------------------------


def on_disk(**more):
    return NoteFile("cron/2026-05-03-k3f9.note", builders.note(THANKS, **more))


def test_a_note_on_disk_is_taken_over_by_the_letter_it_was_made_of(inbox, how):
    """It shows as published, and publish does nothing."""
    report = take_in(inbox, [Memory([mail()])], how, notes=[on_disk()])

    (talk,) = inbox.conversations()
    standing = standing_of(talk.events)
    assert (1, State.ACCEPTED, True) == (report.adopted, standing.state, standing.adopted)
    assert plan_out(inbox, [on_disk()], folder_of=str) == ()


def test_a_note_is_taken_over_once(inbox, how):
    """Collecting again, or another letter of the day with the same words, takes nothing."""
    take_in(inbox, [Memory([mail()])], how, notes=[on_disk()])

    again = take_in(inbox, [Memory([mail(name="two", sender=Person("Ben", "b@example.com"))])], how, notes=[on_disk()])

    assert again.adopted == 0


def test_a_note_that_two_letters_may_have_made_is_nobodys(inbox, how):
    """Guessing whose consent it was would be wrong half the time."""
    twin = mail(name="two", sender=Person("Ben", "b@example.com"))

    assert take_in(inbox, [Memory([mail(), twin])], how, notes=[on_disk()]).adopted == 0


# --- publish --------------------------------------------------------------------------------------------------------


def accepted(inbox, name, **more):
    """Accept a conversation in the author's words, and return its note."""
    note = builders.note("A reader told me.", show=Show.MINE, **more)
    from gratitude.codec import to_plain

    inbox.append(name, [Event(name=Name.ACCEPTED, data={"note": to_plain(note), "sources": []})], now=builders.NOW, step=inbox.next_step())  # fmt: skip
    return note


def publish(inbox, root: Path):
    """Plan and carry out; return the steps."""
    steps = plan_out(inbox, read_notes(root).notes, folder_of=str)
    assert put_out(inbox, steps, root, now=builders.NOW) == ()
    return steps


def test_what_was_accepted_is_written_and_the_journal_knows(inbox, how, tmp_path):
    """Once; the second run has nothing to do."""
    (name,) = take_in(inbox, [Memory([mail()])], how).taken
    note = accepted(inbox, name)

    first, second = publish(inbox, tmp_path / "notes"), publish(inbox, tmp_path / "notes")

    assert [Write] == [type(s) for s in first]
    assert second == ()
    assert standing_of(inbox.conversation(name).events).published == note


def test_a_run_that_was_cut_before_the_journal_is_confirmed(inbox, how, tmp_path):
    """The file is there, the journal only learns of it."""
    (name,) = take_in(inbox, [Memory([mail()])], how).taken
    accepted(inbox, name)
    steps = plan_out(inbox, (), folder_of=str)
    from gratitude.publish import apply

    apply(steps, tmp_path / "notes", done=lambda _step: None)

    assert [Confirm] == [type(s) for s in publish(inbox, tmp_path / "notes")]
    assert standing_of(inbox.conversation(name).events).published is not None


@pytest.mark.parametrize(("ahead", "is_dated"), [(1, True), (3, False), (5000, False)])
def test_a_day_that_is_yet_to_come_is_none(inbox, how, ahead, is_dated):
    """A broken clock's letter waits for the day the author sets; a zone may be a day ahead of ours."""
    sent = (how.now + timedelta(days=ahead)).isoformat()

    take_in(inbox, [Memory([mail(sent=sent)])], how)

    (found,) = inbox.conversations()
    assert is_dated is bool(found.opening.message.day)


def test_what_was_taken_back_is_removed(inbox, how, tmp_path):
    """And the journal knows that too."""
    (name,) = take_in(inbox, [Memory([mail()])], how).taken
    accepted(inbox, name)
    publish(inbox, tmp_path / "notes")
    inbox.undo(name, now=builders.NOW)

    assert [Remove] == [type(s) for s in publish(inbox, tmp_path / "notes")]
    assert read_notes(tmp_path / "notes").notes == ()
    assert standing_of(inbox.conversation(name).events).published is None


def test_the_note_of_a_conversation_that_was_merged_away_is_removed(inbox, how, tmp_path):
    """Its file would stay for ever: no conversation of the list has it any more."""
    younger = mail(
        f"Ben here. {THANKS}", "two", sender=Person("Ben", "b@example.com"), sent="2026-05-05T10:00:00+00:00"
    )
    take_in(inbox, [Memory([mail(), younger])], how)
    other, stays = (c.id for c in inbox.conversations())
    accepted(inbox, other)
    publish(inbox, tmp_path / "notes")
    inbox.append(other, [Event(name=Name.KEPT)], now=builders.NOW, step=inbox.next_step())
    inbox.merge(stays, other, now=builders.NOW, step=inbox.next_step())

    assert [Remove] == [type(s) for s in publish(inbox, tmp_path / "notes")]
    assert read_notes(tmp_path / "notes").notes == ()
    assert publish(inbox, tmp_path / "notes") == ()


def test_a_merged_away_note_that_a_hand_changed_is_held_until_it_may_give_way(inbox, how, tmp_path):
    """`--overwrite` names the conversation it went into: its own ID leads there."""
    root = tmp_path / "notes"
    younger = mail(
        f"Ben here. {THANKS}", "two", sender=Person("Ben", "b@example.com"), sent="2026-05-05T10:00:00+00:00"
    )
    take_in(inbox, [Memory([mail(), younger])], how)
    other, stays = (c.id for c in inbox.conversations())
    accepted(inbox, other)
    publish(inbox, root)
    inbox.append(other, [Event(name=Name.KEPT)], now=builders.NOW, step=inbox.next_step())
    inbox.merge(stays, other, now=builders.NOW, step=inbox.next_step())
    (file,) = root.rglob("*.note")
    file.write_text(file.read_text().replace("told me", "wrote to me"))
    notes = read_notes(root).notes

    held = plan_out(inbox, notes, folder_of=str)
    gone = plan_out(inbox, notes, folder_of=str, overwrite=frozenset({inbox.find(other)}))

    assert [Held] == [type(s) for s in held]
    assert [Remove] == [type(s) for s in gone]


def test_letters_that_may_only_be_counted_are_counted_from_three_on(inbox, how, tmp_path):
    """And only where the author turned it on."""
    from gratitude.codec import to_plain
    from gratitude.message import Form

    letters = [
        mail(f"{THANKS} I am number {n}.", f"c{n}", sender=Person(f"R{n}", f"r{n}@example.com"), folder=Folder.INBOX)
        for n in range(3)
    ]
    letters = [replace(m, form=Form(show="counted")) for m in letters]
    take_in(inbox, [Memory(letters)], how)
    for talk in inbox.conversations():
        note = replace(builders.note(show=Show.COUNTED, id=f"2026-05-03-{talk.id[:4]}"), turns=())
        inbox.append(talk.id, [Event(name=Name.ACCEPTED, data={"note": to_plain(note)})], now=builders.NOW, step=inbox.next_step())  # fmt: skip

    assert plan_out(inbox, (), folder_of=str) == ()
    (step,) = plan_out(inbox, (), folder_of=str, counted=True)
    assert (step.path, step.note.count) == ("cron/counted.note", 3)


def test_spam_of_an_export_is_learned_and_not_taken_in(inbox, how):
    """An approved comment is learned once it is in, refused ones as they are read; both once."""
    good = mail(identity="wp:old.example:1", facts={"approved": "1"}, via=builders.Via.COMMENT)
    bad = mail("Cheap marble kitchens for all", identity="wp:old.example:2", facts={"approved": "spam"})

    class Export(Memory):
        def arrivals(self, done):
            yield from super().arrivals(done)
            if not done("2"):
                yield Arrival(message=bad, reason="marked as spam on the old blog", mark="2")

    for _ in range(2):
        report = take_in(inbox, [Export([good])], how)
        learn(inbox, how.site)

    assert [c.opening.message.identity for c in inbox.conversations()] == [good.identity]
    assert report.left_out == {}
    lessons = inbox.base_history()(good).lessons(marks_of(bad, how.site))
    assert (lessons.ham, lessons.spam) == (1, 1)
    assert {spam for _, spam in lessons.counts.values()} == {1}


def test_other_names_in_the_batch_speak_against_a_letter(how):
    """`explain` looks at the whole batch: the first of a campaign is told by the ones that follow."""
    words = "Great timing, cron users. Read on at https://marble.example.com/{0} and tell us what you think of it, {0}."
    comments = [
        mail(words.format(name), name, sender=builders.Person(name, f"{name}@example.com"), via=builders.Via.COMMENT)
        for name in ("bob", "cat", "dan")
    ]

    first = next(iter(explain([Memory(comments)], how)))

    assert {"shared-host", "shared-words"} <= {s.code for s in first.judged.verdict.signals}
