"""Permission, record, question: in this order, through the real package."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from akismet_server import BROKEN, DISCARD, HAM, KEY, LIMIT, SPAM, Server, alert, nowhere, provisional
from builders import ANN
from gratitude.message import Form, Level, Message, Signal, Verdict
from gratitude.note import Via
from gratitude.screen.akismet import Akismet
from gratitude.screen.asking import Permitted
from gratitude.screen.consult import FACT, Account, Consult, remembered

NOW = datetime(2026, 6, 1, 9, 0, tzinfo=UTC)
ONE = Message(
    identity="mid:1@example.com", via=Via.FORM, sender=ANN, own_words="Hello", form=Form(ip="9.9.9.9", post="cron")
)


class Memory:
    """Keeps in a dict and a list what the inbox keeps in tables."""

    def __init__(self):
        self.facts, self.records = {}, []

    def fact(self, name):
        return self.facts.get(name, "")

    def remember(self, name, value):
        self.facts[name] = value

    def sending(self, message, call, fields, *, at):
        self.records.append([message, call, tuple(fields), at, ""])
        return len(self.records) - 1

    def came(self, number, outcome):
        self.records[number][4] = outcome


@pytest.fixture
def memory():
    return Memory()


@pytest.fixture
def consult(akismet, memory):
    """Call for a new run on the same memory."""

    def make(permitted=Permitted(), endpoint=akismet.url, mark="a"):  # noqa: B008
        wire = Akismet(key=KEY, blog="https://blog.example", endpoint=endpoint, timeout_s=2)
        return Consult(wire, memory, Account(permitted=permitted, lang="en", mark=mark))

    return make


@pytest.mark.parametrize(
    ("said", "level", "engine"),
    [
        (HAM, Level.OK, "akismet"), (SPAM, Level.SPAM, "akismet"), (DISCARD, Level.DISCARD, "akismet"), (provisional(), Level.UNSURE, "akismet"),
        (LIMIT, None, "local-fallback"), (alert(), None, "local-fallback"),
    ],
)  # fmt: skip
def test_an_answer_is_an_opinion(consult, akismet: Server, said, level, engine):
    """What is no answer leaves the verdict to local rules, and says so."""
    akismet.script = [said]

    found = consult().check(ONE, NOW)

    assert (level, engine) == (found.level, found.engine)
    assert (found.recheck_at is None) == (level in {Level.OK, Level.SPAM, Level.DISCARD})


def test_the_trace_says_what_was_told_and_when(consult):
    """Names of fields, the guid, the time; no value."""
    trace = consult().check(ONE, NOW).trace

    assert {"level": "ok", "answer": "ham", "at": NOW.isoformat(), "looks": "1"}.items() <= trace.items()
    assert "user_ip comment_type comment_author comment_content blog_lang blog_charset" == trace["fields"]
    assert "9.9.9.9" not in str(trace)


def test_what_leaves_is_written_down_before_it_leaves(consult, memory):
    """A run killed while it waits leaves a record without an outcome, never a request without a record."""

    class Killed(Exception):
        pass

    class Wire:
        def call(self, name, fields):
            assert [("mid:1@example.com", name, tuple(fields), NOW, "")] == [tuple(r) for r in memory.records]
            raise Killed

    with pytest.raises(Killed):
        Consult(Wire(), memory, Account(permitted=Permitted())).check(ONE, NOW)

    consult().check(ONE, NOW)
    assert ["", "ham"] == [r[4] for r in memory.records]


def test_what_may_not_leave_is_not_even_written_down(consult, memory, akismet: Server):
    """None for a kind that stays here; words for a form without an IP."""
    assert consult().check(replace(ONE, via=Via.MAIL), NOW) is None
    told = consult().check(replace(ONE, form=Form()), NOW)

    assert ("local", None, "Akismet was not asked: the IP address of its writer is not known") == (
        told.engine,
        told.level,
        told.text,
    )
    assert ([], []) == (memory.records, akismet.calls)


def test_a_thousand_messages_do_not_wait_one_by_one(consult, memory):
    """Three failures, then nobody is asked, in this run and in the next, until the pause ends."""
    run = consult(endpoint=nowhere())
    texts = {run.check(replace(ONE, identity=f"mid:{n}"), NOW).text for n in range(1000)}

    assert 3 == len(memory.records)
    assert {"Akismet could not be reached; judged here alone, and asked again after 2026-06-01 09:20 UTC"} == texts
    assert (1000, NOW + timedelta(minutes=20)) == (run.waiting, run.again_at)
    assert "local-fallback" == consult().check(ONE, NOW + timedelta(minutes=19)).engine
    assert Level.OK == consult().check(ONE, NOW + timedelta(minutes=20)).level
    assert "" == consult().service.text


def test_the_limit_stops_the_run_at_once(consult, akismet: Server):
    """One 429 is enough, for as long as it says."""
    akismet.script = [LIMIT]
    run = consult()

    first, second = run.check(ONE, NOW), run.check(ONE, NOW)

    assert first == second
    assert NOW + timedelta(hours=2) == second.recheck_at
    assert 1 == len(akismet.calls)


def test_a_second_look_says_that_it_is_one(consult, akismet: Server):
    """With the reason; an older answer stays where none comes."""
    akismet.script = [provisional(), BROKEN, BROKEN, SPAM]
    run = consult()
    before = run.check(ONE, NOW)

    without = run.again(ONE, NOW, before)
    after = run.again(ONE, NOW, without)

    assert (Level.UNSURE, before.text, NOW + timedelta(minutes=20)) == (without.level, without.text, without.recheck_at)
    assert (Level.SPAM, None, "2") == (after.level, after.recheck_at, after.trace["looks"])
    assert [None, "recheck", "recheck", "recheck"] == [c.fields.get("recheck_reason") for c in akismet.calls]


def test_a_second_look_that_is_no_longer_allowed_ends(consult, akismet: Server):
    """The author took the permission back, or the IP was deleted: what was said stays, and nothing waits any more."""
    akismet.script = [provisional()]
    mail = replace(ONE, via=Via.MAIL)
    before = consult(Permitted(mail=True)).check(mail, NOW)

    found = consult().again(mail, NOW, before)

    assert (Level.UNSURE, None) == (found.level, found.recheck_at)
    assert 1 == len(akismet.calls)


def test_a_report_tells_the_same_fields_and_no_more(consult, memory, akismet: Server):
    """Also where the author lets out less by now; without the IP there is none."""
    run = consult(Permitted(address=True))
    run.check(ONE, NOW)
    names = frozenset(memory.records[0][2])

    assert consult().report(ONE, NOW, as_spam=True, names=names)
    assert consult().report(ONE, NOW, as_spam=False, names=names - {"comment_author_email"})
    assert not consult().report(replace(ONE, form=Form(post="cron")), NOW, as_spam=True, names=names)

    assert [c.name for c in akismet.calls] == ["comment-check", "submit-spam", "submit-ham"]
    assert akismet.calls[0].pairs == akismet.calls[1].pairs
    assert "comment_author_email" not in akismet.calls[2].fields
    assert ["ham", "told", "told"] == [r[4] for r in memory.records]


def test_no_report_in_a_pause(consult, akismet: Server):
    """It is told by a later run."""
    akismet.script = [LIMIT]
    run = consult()
    run.check(ONE, NOW)

    assert not run.report(ONE, NOW, as_spam=True, names=frozenset({"user_ip"}))
    assert 1 == len(akismet.calls)


def test_an_opinion_is_remembered_with_its_verdict(consult, akismet: Server):
    """So that judging anew asks nobody; a verdict of local rules holds none."""
    akismet.script = [provisional(), LIMIT]
    run = consult()
    for opinion in (run.check(ONE, NOW), run.check(ONE, NOW)):
        signal = Signal("asked", 0.0, opinion.text, opinion.engine)
        verdict = Verdict(
            level=Level.OK,
            score=0.1,
            signals=(signal,),
            engine=opinion.engine,
            akismet=opinion.trace,
            recheck_at=opinion.recheck_at,
        )

        assert opinion == remembered(verdict)
    assert remembered(Verdict(level=Level.OK, score=0.1)) is None


def test_the_key_is_in_nothing_that_is_remembered(consult, memory, akismet: Server):
    """Neither in the facts nor in the records."""
    akismet.script = [alert(words=f"key {KEY} is suspended")]
    run = consult()
    opinion = run.check(ONE, NOW)

    assert FACT in memory.facts
    assert KEY not in f"{memory.facts}{memory.records}{opinion}{run.alert}"
