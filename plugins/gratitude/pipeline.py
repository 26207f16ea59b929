"""The order of the steps and nothing else: collect, classify, link, screen, then the inbox; and publish out of it."""

from __future__ import annotations

__all__ = [
    "Explained", "How", "Judged", "Report", "explain", "judge", "learn", "plan_out", "put_out", "take_in",
]  # fmt: skip

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from functools import partial
from pathlib import Path
from types import MappingProxyType

from .classify import classify
from .codec import to_plain
from .collect.author import whose
from .collect.source import Source
from .collect.wxr import SPAM as OLD_SPAM
from .errors import SourceError
from .inbox import Inbox, Intake, MemoryHistory
from .inbox.history import maybe_posts, sure_post
from .inbox.intake import named_apart
from .inbox.memory import Base, key_of
from .link import link, link_again
from .link.people import wrote_before
from .link.similar import Asked, asks_the_same
from .message import (
    Arrival,
    Catalogue,
    Event,
    History,
    Kind,
    Kinds,
    Level,
    Links,
    Message,
    Site,
    State,
    Tier,
    Verdict,
)  # fmt: skip
from .moderate import Consent, Name, consent_of, missing, standing_of
from .moderate.adoption import adoptions, sources_of
from .moderate.standing import known_notes
from .note import Show
from .note.folder import NoteFile
from .publish import Approved, Confirm, Remove, Step, Withdrawn, Write, apply, plan
from .screen import Ask, Lists, screen
from .screen.learned import marks_of

BATCH = 100
YOURS = "yours"
AHEAD = timedelta(days=2)
"""Further than any zone's clock can be ahead of ours."""
TWICE = "the same message came before"


@dataclass(frozen=True, slots=True, kw_only=True)
class How:
    """What holds for a whole run: the blog, its posts, the author's lists, the clock, and whom to ask about spam."""

    site: Site
    catalogue: Catalogue
    lists: Lists = field(default_factory=Lists)
    now: datetime
    ask: Ask | None = None


@dataclass(frozen=True, slots=True)
class Judged:
    """What the three steps say of one message."""

    kinds: Kinds
    links: Links
    verdict: Verdict


@dataclass(slots=True)
class Report:
    """What a run did: ``taken`` are the conversations that got messages; ``left_out`` counts by reason in words.

    ``unreadable`` says of each message that could not be read where it lay and why, ``failed`` of each source that
    broke off. ``read`` counts all there were, ``resumed`` those that a run before had read when it was cut, ``reclaimed``
    letters of the author's that had been taken for a reader's. ``has_sent``: letters that the author sent were among them.
    """

    read: int = 0
    new: int = 0
    taken: dict[str, int] = field(default_factory=dict)
    left_out: Counter[str] = field(default_factory=Counter)
    unreadable: list[str] = field(default_factory=list)
    failed: list[str] = field(default_factory=list)
    adopted: int = 0
    has_sent: bool = False
    resumed: int = 0
    reclaimed: int = 0


@dataclass(frozen=True, slots=True)
class Explained:
    """One message of a batch and what would become of it; ``reason`` is why it would not be taken in, or None.

    ``before``: when its writer wrote before and about what, in words. ``same``: the batch's others that ask the same.
    """

    arrival: Arrival
    message: Message
    judged: Judged
    reason: str | None
    before: str = ""
    same: tuple[Message, ...] = ()


def judge(message: Message, history: History, how: How) -> Judged:
    """Return what classify, link and screen say of one message. Every message goes this way, and only here."""
    kinds = classify(message, how.site.names)
    links = link(message, kinds, how.catalogue, history)
    if message.yours:
        return Judged(Kinds(kinds=(Kind.REMARK,), primary=Kind.REMARK), links, Verdict(level=Level.OK, score=0.0))
    verdict = screen(message, kinds, links, history, site=how.site, now=how.now, lists=how.lists, ask=how.ask)
    return Judged(kinds, links, verdict)


def take_in(
    inbox: Inbox,
    sources: Iterable[Source],
    how: How,
    *,
    notes: Sequence[NoteFile] = (),
    again: bool = False,
    progress: Callable[[str, int], None] = lambda _step, _count: None,
) -> Report:
    """Take in what the sources hold: the whole way of a message, on one screen.

    Each step is stored in short transactions: a run that is cut goes on where it stopped. ``notes`` are the note files
    of the blog; what was published elsewhere is adopted. ``progress`` is told (step, messages so far).
    """
    run = inbox.intake(how.now)
    report = Report(resumed=run.waiting(), reclaimed=run.reclaim(how.site.addresses))
    report.has_sent = report.reclaimed > 0
    for source in sources:
        try:
            for batch in _batches(source.arrivals(partial(run.done, source.name, again=again))):
                arrivals = [_arrived(a, how) for a in batch]
                report.new += len(run.stage(source.name, arrivals, again=again))
                learn(inbox, how.site, [a.message for a in arrivals if a.message and a.reason == OLD_SPAM])
                _count(report, arrivals)
                progress("reading", report.read)
        except SourceError as exc:
            report.failed.append(str(exc))  # what was read of it stays, and the other sources go on
    taken: list[tuple[Message, Judged]] = []
    for n, message in enumerate(run.staged(yours=False), 1):
        judged = judge(message, run.history(message), how)
        if judged.verdict.left_out:
            run.leave_out(message, judged.verdict.left_out)
        else:
            found = run.take(message, judged.kinds, judged.links, judged.verdict)
            report.taken[found] = report.taken.get(found, 0) + 1
            taken.append((replace(message, raw=b""), judged))
        progress("understanding", n)
    _look_back(run, taken, how, progress)
    for message in run.staged(yours=True):
        _take_own(message, run, how)
    report.left_out.update(run.finish())
    report.adopted = _adopt(inbox, notes, how.now)
    return report


def explain(
    sources: Iterable[Source], how: How, *, base: Base | None = None, failed: list[str] | None = None
) -> Iterator[Explained]:
    """Yield what would become of each message of the sources, as one batch, in their order; nothing is stored.

    A source that breaks off is told in ``failed``; what was read of it counts.
    """
    arrivals: list[Arrival] = []
    for source in sources:
        try:
            arrivals += (_arrived(a, how) for a in source.arrivals(lambda _mark: False))
        except SourceError as exc:
            if failed is None:
                raise
            failed.append(str(exc))
    first: dict[str, Message] = {}
    read: list[tuple[Arrival, Message, bool]] = []
    for arrival in arrivals:
        if arrival.message is None:
            continue
        message = arrival.message
        if message.identity in first:
            message = named_apart(message, first[message.identity])
        read.append((arrival, message, message.identity in first))
        first.setdefault(message.identity, message)
    history = MemoryHistory(first.values(), base)
    found: dict[str, Judged] = {}
    ordered = sorted(first.values(), key=lambda m: (m.yours, key_of(m)))
    for message in ordered:
        judged = judge(message, history.before(message), how)
        found[message.identity] = judged
        post, maybe, out = sure_post(judged.links), maybe_posts(judged.links), judged.verdict.left_out is not None
        history.judged(message, level=judged.verdict.level, post=post, maybe=maybe, left_out=out)
    for message in reversed(ordered):  # as `_look_back`
        judged = found[message.identity]
        if judged.verdict.left_out is None:
            links = link_again(message, judged.links, how.catalogue, history.before(message))
            found[message.identity] = replace(judged, links=links)
            history.judged(message, level=judged.verdict.level, post=sure_post(links), maybe=maybe_posts(links))
    same = _same_questions(first, found)
    for arrival, message, is_second in read:
        judged = found[message.identity]
        why = arrival.reason or (TWICE if is_second else YOURS if message.yours else judged.verdict.left_out)
        before = wrote_before(message, history.before(message).by_writer(message.sender.address))
        yield Explained(arrival, message, judged, why, before, same.get(message.identity, ()))


def _same_questions(messages: Mapping[str, Message], found: Mapping[str, Judged]) -> dict[str, tuple[Message, ...]]:
    """Return {identity: the messages of the batch that ask nearly the same about the same post}."""
    asked = [
        Asked(identity, judged.links.posts[0].post, judged.kinds.best, messages[identity].sender.address)
        for identity, judged in found.items()
        if Kind.QUESTION in judged.kinds and judged.links.posts and judged.links.posts[0].tier is not Tier.GUESS
        if judged.verdict.left_out is None and judged.verdict.level in (Level.OK, Level.UNSURE)
    ]
    return {name: tuple(messages[i] for i in others) for name, others in asks_the_same(asked).items()}


def learn(inbox: Inbox, site: Site, spam: Iterable[Message] = ()) -> int:
    """Teach the learner what was decided since, and unlearn what was taken back; return how many messages changed.

    ``spam`` are messages that an export calls spam; they are learned and not taken in.
    """
    return inbox.learn(partial(marks_of, site=site), spam)


def plan_out(
    inbox: Inbox,
    on_disk: Sequence[NoteFile],
    *,
    folder_of: Callable[[str], str],
    overwrite: frozenset[str] = frozenset(),
    counted: bool = False,
    unreadable: Mapping[str, str] = MappingProxyType({}),
) -> tuple[Step, ...]:
    """Return what publish would do with the notes on disk. ``unreadable``: {id: path} of files that are no notes."""
    approved, withdrawn, counts = [], [], Counter[str]()
    for conversation in inbox.conversations():
        standing = standing_of(conversation.events)
        note, known = standing.note, known_notes(conversation.events)
        if note is not None and note.show is Show.COUNTED:
            counts[folder_of(note.post)] += consent_of(conversation, standing) is Consent.COUNTED
        elif note is not None:
            approved.append(
                Approved(
                    conversation=conversation.id, note=note, folder=folder_of(note.post), known=known,
                    missing=missing(note, conversation, standing), published=standing.published,
                )
            )  # fmt: skip
        elif standing.note_id:
            withdrawn.append(Withdrawn(conversation=conversation.id, note_id=standing.note_id, known=known))
    for conversation in inbox.merged():  # what it has on disk is the other one's to tell now
        if known := known_notes(conversation.events):
            overwrite |= {conversation.id} if inbox.find(conversation.id) in overwrite else frozenset()
            withdrawn.append(Withdrawn(conversation=conversation.id, note_id=known[-1].id, known=known))
    return plan(
        approved, withdrawn, on_disk, overwrite=overwrite, counted=counts if counted else None, unreadable=unreadable
    )


def put_out(inbox: Inbox, steps: Iterable[Step], root: Path, *, now: datetime) -> tuple[str, ...]:
    """Carry out the steps of publish; the journal follows each file. Return what failed, in sentences."""

    def done(step: Step) -> None:
        if isinstance(step, Write | Confirm) and step.conversation:
            data = {"note": to_plain(step.note)}
            inbox.append(step.conversation, [Event(name=Name.PUBLISHED, data=data)], now=now, step=0)
        elif isinstance(step, Remove) and step.conversation and not step.moved:
            inbox.append(step.conversation, [Event(name=Name.REMOVED)], now=now, step=0)

    return apply(steps, root, done=done)


def _batches(arrivals: Iterator[Arrival]) -> Iterator[list[Arrival]]:
    """Yield the arrivals a few at a time, also those that came before a source broke off."""
    batch: list[Arrival] = []
    try:
        for arrival in arrivals:
            batch.append(arrival)
            if len(batch) == BATCH:
                yield batch
                batch = []
    except SourceError:
        yield batch
        raise
    if batch:
        yield batch


def _arrived(arrival: Arrival, how: How) -> Arrival:
    """Return ``arrival`` with its writer known: the author, a form's visitor, or whoever From says.

    A day that is yet to come is none: a broken clock's letter would stand on top of the wall for years.
    """
    if arrival.message is None:
        return arrival
    message = whose(arrival.message, how.site)
    if message.sent and message.sent > how.now + AHEAD:
        message = replace(message, sent=None)
    return replace(arrival, message=message)


def _count(report: Report, arrivals: Iterable[Arrival]) -> None:
    for arrival in arrivals:
        report.read += 1
        report.has_sent |= arrival.message is not None and arrival.message.yours
        if arrival.broken:
            report.unreadable.append(f"{arrival.place}: {arrival.reason}")
        elif arrival.reason:
            report.left_out[arrival.reason] += 1


def _look_back(
    run: Intake, taken: list[tuple[Message, Judged]], how: How, progress: Callable[[str, int], None]
) -> None:
    """Order the guesses of a batch again, the newest first, now that of each message the later ones are known too.

    The tier stays (docs/decisions/0011). A run that is cut here has taken in everything; some keep their first order.
    """
    for n, (message, judged) in enumerate(reversed(taken if len(taken) > 1 else []), 1):
        links = link_again(message, judged.links, how.catalogue, run.history(message))
        if links != judged.links:
            run.rejudge(message, judged.kinds, links, judged.verdict)
        progress("looking back", n)


def _take_own(message: Message, run: Intake, how: How) -> None:
    """Keep the author's letter where its chain touches a reader's message; else it leaves."""
    history = run.history(message)
    links = judge(message, history, how).links
    touched = links.joins or next(
        (e.message.identity for e in history.answers_to(message.message_id) if not e.message.yours), None
    )
    if touched is None or not run.is_taken(touched):
        run.leave_out(message, YOURS)
        return
    own = Kinds(kinds=(Kind.REMARK,), primary=Kind.REMARK)
    run.take(message, own, replace(links, joins=touched), Verdict(level=Level.OK, score=0.0))


def _adopt(inbox: Inbox, notes: Sequence[NoteFile], now: datetime) -> int:
    """Give each note on disk that no conversation owns to the one it was made of; return how many there were."""
    if not notes:
        return 0
    standings = {c.id: (c, standing_of(c.events)) for c in inbox.conversations()}
    owned = {s.note_id for _, s in standings.values() if s.note_id}
    owned |= {standing_of(c.events).note_id for c in inbox.merged()}
    free = [f.note for f in notes if f.note.id not in owned]
    undecided = [c for c, s in standings.values() if not s.note_id and s.state is State.NEW]
    found = adoptions(undecided, free)
    for name, note in found.items():
        data = {"note": to_plain(note), "sources": list(sources_of(standings[name][0], note))}
        inbox.append(name, [Event(name=Name.ADOPTED, data=data)], now=now, step=0)
    return len(found)
