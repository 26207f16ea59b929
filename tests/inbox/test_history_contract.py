"""What a step may know of the past: the same answers from the inbox, from memory, and from memory over an inbox."""

from collections.abc import Callable, Sequence
from dataclasses import replace

import pytest

from builders import NOW, kinds, links, message, take, taken
from gratitude.inbox import Inbox, MemoryHistory
from gratitude.inbox.history import maybe_posts, sure_post
from gratitude.message import Arrival, Form, History, Lessons, Level, Message, Person, State, Taken, Tier
from gratitude.moderate.standing import Name

LONG = "Your post about cron and its empty environment saved my whole weekend, and I want to thank you for it."
History_of = Callable[[Sequence[Taken], Message], History]


def mail(n, words="", day=None, **more):
    values = {"identity": f"mid:{n}@example.com", "sent": day and f"2026-05-{day:02}T10:00:00+00:00"}
    if day is None:
        values["sent"] = f"2026-05-{n:02}T10:00:00+00:00"
    return message(words or f"Thank you, number {n}, for everything.", **(values | more))


def from_inbox(inbox, known, asking):
    take(inbox, *known)
    run = inbox.intake(NOW)
    run.stage("asking", [Arrival(message=asking, mark="asking")])
    return run.history(asking)


def from_memory(inbox, known, asking):
    history = MemoryHistory([*(t.message for t in known), asking])
    for t in known:
        history.judged(t.message, level=t.verdict.level, post=sure_post(t.links), maybe=maybe_posts(t.links))
    return history.before(asking)


def from_both(inbox, known, asking):
    """The odd ones are in the inbox, the others in the batch; one is in both."""
    take(inbox, *known[::2])
    batch = known[1::2] + known[:1]
    history = MemoryHistory([*(t.message for t in batch), asking], inbox.base_history())
    for t in batch:
        history.judged(t.message, level=t.verdict.level, post=sure_post(t.links), maybe=maybe_posts(t.links))
    return history.before(asking)


@pytest.fixture(params=[from_inbox, from_memory, from_both])
def history_of(request, inbox: Inbox) -> History_of:
    return lambda known, asking: request.param(inbox, [k if isinstance(k, Taken) else taken(k) for k in known], asking)


def numbers(found) -> list[str]:
    return [e.message.identity[4:].split("@")[0] for e in found]


def test_a_message_is_found_by_its_id_whatever_its_date(history_of):
    """Also one that is dated later; not for an empty or unknown one."""
    history = history_of([mail(1), mail(20)], mail(10))

    assert numbers([history.by_message_id("1@example.com"), history.by_message_id("20@example.com")]) == ["1", "20"]
    assert history.by_message_id("") is None
    assert history.by_message_id("other@example.com") is None


def test_of_two_with_one_id_the_older_is_meant(history_of):
    """Form mailers repeat their Message-ID."""
    second = mail(3, identity="mid:3@example.com#apart", message_id="1@example.com")

    for known in ([mail(1), second], [second, mail(1)]):
        assert numbers([history_of(known, mail(10)).by_message_id("1@example.com")]) == ["1"]


def test_a_message_without_an_id_is_not_found_by_none(history_of):
    """An empty id is none."""
    history = history_of([mail(1, message_id=""), mail(2, message_id="", in_reply_to="")], mail(10))

    assert history.by_message_id("") is None
    assert history.answers_to("") == []


def test_answers_are_found_whatever_their_date_oldest_first(history_of):
    """By In-Reply-To, else by the last reference; the author's too."""
    known = [
        mail(12, in_reply_to="10@example.com", yours=True),
        mail(11, references=("1@example.com", "10@example.com")),
        mail(13, references=("10@example.com", "1@example.com")),
        mail(14, in_reply_to="1@example.com", references=("10@example.com",)),
    ]

    history = history_of(known, mail(10))

    assert numbers(history.answers_to("10@example.com")) == ["11", "12"]
    assert history.answers_to("none@example.com") == []


def test_a_writers_earlier_messages_oldest_first(history_of):
    """Of one address; those before this one only, undated ones first of all; none for no address."""
    bob = Person("Bob", "bob@example.com")
    known = [mail(5), mail(3), mail(4, sender=bob), mail(20), mail(2, sent=None), mail(6, sender=Person("Ann", ""))]

    history = history_of(known, mail(10))

    assert numbers(history.by_writer("ann@example.com")) == ["2", "3", "5"]
    assert numbers(history.by_writer("bob@example.com")) == ["4"]
    assert history.by_writer("") == []


def test_at_the_same_moment_the_identity_decides(history_of):
    """So that two runs see the same past."""
    known = [mail(1, day=10), mail(2, day=10), mail(3, day=10)]

    assert numbers(history_of(known, mail(2, day=10, identity="mid:2x@example.com")).by_writer("ann@example.com")) == [
        "1",
        "2",
    ]


def test_of_many_by_one_writer_the_newest_200(history_of):
    """A shop that wrote daily for a year fills no memory."""
    start = "2025-{:02}-{:02}T10:00:00+00:00"
    known = [mail(n, sent=start.format(1 + n // 28, 1 + n % 28)) for n in range(230)]

    found = history_of(known, mail(10)).by_writer("ann@example.com")

    assert numbers(found) == [str(n) for n in range(30, 230)]


def test_nearly_the_same_words_are_found(history_of):
    """A word changed, a greeting added, another case; before this one, oldest first."""
    known = [
        mail(3, LONG + " Bye."),
        mail(1, LONG),
        mail(2, "Something else entirely, about bread and salt and the weather by the sea."),
        mail(4, LONG.upper()),
        mail(20, LONG),
    ]

    assert numbers(history_of(known, mail(10, LONG)).like(mail(10, LONG))) == ["1", "3", "4"]


def test_a_short_text_is_like_itself(history_of):
    """Two words are compared too."""
    assert numbers(history_of([mail(1, "Thank you!"), mail(2, "Thank me!")], mail(10)).like(mail(10, "thank YOU"))) == [
        "1"
    ]


@pytest.mark.parametrize("words", ["", "👍", "!!!", "\n \n"])
def test_no_words_are_like_nothing(history_of, words):
    """Two thumbs are no repeated text."""
    known = [mail(1, "👍"), mail(2, " "), mail(3, "..."), mail(4, LONG)]

    assert history_of(known, mail(10, words)).like(mail(10, words)) == []


def test_of_many_alike_the_newest_fifty_before_this_one(history_of):
    """A bot that posted the same a thousand times: the later ones count, not the first found."""
    known = [mail(n, LONG, sent=f"2026-05-01T{n // 60:02}:{n % 60:02}:00+00:00") for n in range(690)]
    asking = mail(9, LONG, sent="2026-05-01T10:50:00+00:00", identity="mid:asking@example.com")

    assert numbers(history_of(known, asking).like(asking)) == [str(n) for n in range(601, 651)]


def test_messages_with_a_known_post_are_there_to_learn_from(history_of):
    """Sure links only, before this one, oldest first."""
    known = [
        taken(mail(3), to=links("timers")),
        taken(mail(1), to=links("cron")),
        taken(mail(2), to=links("cron", Tier.LIKELY)),
        taken(mail(4), to=links("")),
        taken(mail(20), to=links("cron")),
    ]

    found = history_of(known, mail(10)).about_posts()

    assert [(e.message.identity[4], e.post) for e in found] == [("1", "cron"), ("3", "timers")]


def test_what_was_guessed_of_undecided_messages_is_there_too(history_of):
    """With the shares of their posts, oldest first, later ones too; not of a sure one, of spam or of the author's own."""
    known = [
        taken(mail(3), to=links("timers", Tier.GUESS)),
        taken(mail(1), to=links("cron", Tier.LIKELY)),
        taken(mail(2), to=links("cron")),
        taken(mail(4), to=links("")),
        taken(mail(5), level=Level.SPAM, to=links("bread", Tier.GUESS)),
        taken(mail(6, yours=True), to=links("bread", Tier.GUESS)),
        taken(mail(20), to=links("cron", Tier.GUESS)),
    ]

    found = history_of(known, mail(10)).undecided()

    assert [(e.message.identity[4], [post for post, _ in e.maybe]) for e in found] == [
        ("1", ["cron"]),
        ("3", ["timers"]),
        ("2", ["cron"]),
    ]
    assert "20" in found[-1].message.identity
    assert all(0 < share <= 1 for e in found for _, share in e.maybe)


def test_what_became_of_a_message_is_told(history_of):
    """Its level and its post; new where nothing was decided."""
    history = history_of([taken(mail(1), level=Level.SPAM, to=links("cron"))], mail(10))

    found = history.by_message_id("1@example.com")

    assert (found.state, found.level, found.post) == (State.NEW, Level.SPAM, "cron")


def test_a_message_is_not_its_own_past(history_of):
    """It is known by its id alone."""
    asking = mail(10, LONG)
    history = history_of([mail(1)], asking)

    assert numbers(history.by_writer("ann@example.com")) == ["1"]
    assert history.like(asking) == []


BOUGHT = "Marvellous words on a subject that few people dare to touch, so see it at https://pills.example.com/now"


def by(n, name, words, **more):
    return mail(n, words, sender=Person(name, f"{name.lower()}@example.com"), **more)


def test_what_other_names_sent_too_is_counted(history_of):
    """Runs of four words and hosts, before and after this one; one name counts once."""
    known = [
        by(1, "Bob", BOUGHT),
        by(2, "Bob", BOUGHT + " again"),
        by(3, "Cat", "Look at http://www.pills.example.com/later"),
        by(20, "Dan", "Few people dare to touch https://cron.example.com/ these days"),
    ]

    found = history_of(known, by(10, "Ann", BOUGHT)).elsewhere(by(10, "Ann", BOUGHT))

    assert (found.runs, found.shared, dict(found.hosts)) == (16, 16, {"pills.example.com": 2})


def test_what_one_sends_twice_is_nowhere_else(history_of):
    """The same name and address; nor does a message meet itself, nor the author's letter."""
    known = [by(1, "Ann", BOUGHT), by(3, "Maren", BOUGHT, yours=True)]

    found = history_of(known, by(10, "Ann", BOUGHT)).elsewhere(by(10, "Ann", BOUGHT))

    assert (found.runs, found.shared, dict(found.hosts)) == (16, 0, {})


def test_a_website_is_met_again_in_words_and_as_a_website(history_of):
    """With or without a scheme; of no words there are no runs."""
    known = [
        replace(by(1, "Bob", "Hm."), form=Form(author_url="shop.example.com/x")),
        by(2, "Cat", "At http://SHOP.example.com."),
    ]
    asking = replace(by(10, "Ann", "Oh, yes!"), form=Form(author_url="https://www.shop.example.com"))

    found = history_of(known, asking).elsewhere(asking)

    assert (found.runs, found.shared, dict(found.hosts)) == (0, 0, {"shop.example.com": 2})


def test_of_many_names_fifty_are_counted(history_of):
    """A bot under a thousand names."""
    known = [by(n, f"Bot{n}", "http://pills.example.com", sent=f"2026-05-01T10:00:{n:02}+00:00") for n in range(60)]
    asking = by(10, "Ann", "http://pills.example.com", identity="mid:asking@example.com")

    assert history_of(known, asking).elsewhere(asking).hosts["pills.example.com"] >= 30


def test_nothing_was_taught_at_first(history_of):
    """The learner starts empty."""
    assert history_of([mail(1)], mail(10)).lessons([1, 2]) == Lessons()


# --- what only one of them knows --------------------------------------------------------------------------------------


def test_the_inbox_knows_what_the_author_decided(inbox):
    """The state of the conversation and the post that was set."""
    from builders import event

    (found,) = take(inbox, mail(1))
    inbox.append(found, [event(Name.EDITED, post="timers"), event(Name.SPAM)], now=NOW, step=1)

    earlier = inbox.base_history()(mail(10)).by_message_id("1@example.com")

    assert (earlier.state, earlier.post) == (State.SPAM, "timers")


def test_what_the_inbox_knows_counts_over_the_batch(inbox):
    """The same message read again by `explain`: its state is the inbox's, and it stands once."""
    from builders import event

    (found,) = take(inbox, taken(mail(1)))
    inbox.append(found, [event(Name.KEPT)], now=NOW, step=1)
    history = MemoryHistory([mail(1), mail(10)], inbox.base_history()).before(mail(10))

    assert history.by_message_id("1@example.com").state is State.KEPT
    assert [e.state for e in history.by_writer("ann@example.com")] == [State.KEPT]


def test_what_waits_in_this_run_is_known_before_it_is_judged(inbox):
    """The reader's letter that lies later in the mailbox is there, without a level."""
    run = inbox.intake(NOW)
    run.stage("s", [Arrival(message=m, mark=m.identity) for m in (mail(1), mail(10))])

    found = run.history(mail(10)).by_message_id("1@example.com")

    assert (found.level, found.post, found.state) == (None, "", State.NEW)


@pytest.mark.parametrize("where", ["inbox", "memory"])
def test_what_is_left_out_is_not_joined_and_still_counts_as_repetition(inbox, where):
    """By its id it is gone; the same words from it are still a repetition in this run."""
    out = mail(1, LONG)
    if where == "inbox":
        run = inbox.intake(NOW)
        run.stage("s", [Arrival(message=m, mark=m.identity) for m in (out, mail(10, LONG))])
        run.leave_out(out, "no")
        history = run.history(mail(10, LONG))
    else:
        memory = MemoryHistory([out, mail(10, LONG)])
        memory.judged(out, level=Level.OK, post="cron", left_out=True)
        history = memory.before(mail(10, LONG))

    assert history.by_message_id("1@example.com") is None
    assert history.answers_to("1@example.com") == []
    assert history.about_posts() == []
    assert numbers(history.like(mail(10, LONG))) == ["1"]


def test_a_run_learns_from_what_it_takes_in(inbox):
    """About posts: also those of this run, in their place by date."""
    take(inbox, taken(mail(5), to=links("cron")))
    run = inbox.intake(NOW)
    new = [taken(mail(7), to=links("timers")), taken(mail(3), to=links("bread"))]
    run.stage("s", [Arrival(message=t.message, mark=t.message.identity) for t in new])
    for t in new:
        run.take(t.message, kinds(), t.links, t.verdict)

    assert [e.post for e in run.history(mail(10)).about_posts()] == ["bread", "cron", "timers"]
    assert [e.post for e in run.history(mail(4)).about_posts()] == ["bread"]
    assert replace(run.history(mail(10)).about_posts()[0].message, raw=b"") == mail(3, raw=b"")
