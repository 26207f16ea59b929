"""`collect` and `explain`: what readers wrote comes in, and why it is seen as it is."""

from __future__ import annotations

__all__ = ["collect_command", "explain_command"]

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

import click

from ..again import look_again, tell_back
from ..collect import open_source
from ..collect.source import Source
from ..errors import BlogError, GratitudeError, InboxError, UsageError
from ..inbox import Inbox, open_inbox
from ..message import Kind
from ..moderate import Pile, piles_of, standing_of
from ..pipeline import YOURS, Explained, Report, explain, take_in
from ..text import plural
from .begin import begin
from .here import Here, now, pass_here, tell, warn
from .outside import DryRun, consulting, permitted_by, summary
from .rows import json_line, message_row

QUIET_FOR_S = 2.0
SHOWN = 20
"""Messages that could not be read and are named one by one."""


@click.command("collect", epilog="Example: gratitude collect ~/Maildir samples/wordpress.xml")
@click.argument("sources", nargs=-1, metavar="[SOURCE...]")
@click.option("--trust-headers", is_flag=True, help="Believe X-Gratitude-* headers in these sources.")
@click.option("--again", is_flag=True, help="Judge anew what was left out of these sources before.")
@click.option("--json", "as_json", is_flag=True, help="Print what was found as one JSON object.")
@pass_here
def collect_command(here: Here, sources: tuple[str, ...], *, trust_headers: bool, again: bool, as_json: bool) -> None:
    """Read mails and exports, and take in what readers wrote.

    A SOURCE is an mbox, a Maildir, a mail (.eml) or a folder of them, a WordPress export, or - for standard input.
    Without one those are read that `[collect] sources` in settings.toml names.
    Sources are never changed; reading one again adds nothing.
    """
    _needs_begin(here)
    wanted = sources or here.settings.sources
    opened, missing = _opened(wanted, trust_headers=trust_headers)
    spool = here.home / "spool"
    if spool.is_dir():
        opened.append(open_source(str(spool), trust_headers=True))
    if not opened and not missing:
        raise UsageError("nothing to read: name a SOURCE, or set [collect] sources in settings.toml")
    notes = here.notes()
    with here.inbox() as inbox, _alone(here.home), _progress() as progress, consulting(here, inbox) as consult:
        how = replace(here.how(), ask=consult.check if consult else None)
        report = take_in(inbox, opened, how, notes=notes.notes, again=again, progress=progress)
        if consult:
            look_again(inbox, how, consult)
            tell_back(inbox, consult, how.now)
        if report.has_sent:
            inbox.remember("sent", "yes")
        _purge(inbox, here)
    said = summary(consult) if consult else []
    if not wanted and not as_json:
        tell(
            "No SOURCE was named, so only the spool in the private folder was read. To read a mailbox or an export, "
            "name a SOURCE,\nor set [collect] sources in settings.toml.\n"
        )
    with here.inbox() as inbox:
        counts = _counts(inbox)
        if as_json:
            asked = {"akismet": {**consult.counts, "waiting": consult.waiting, "said": said}} if consult else {}
            tell(json_line(_as_json(report, counts) | asked))
        else:
            _tell_found(report, counts, has_sent=inbox.has_sent_mail(), spam_days=here.settings.spam_days)
            if said:
                tell("\n" + "\n".join(said))
    if missing or report.failed:
        raise GratitudeError("; ".join([*missing, *report.failed]))


@click.command("explain", epilog="Example: gratitude explain letter.eml")
@click.argument("sources", nargs=-1, required=True, metavar="SOURCE...")
@click.option("--json", "as_json", is_flag=True, help="One JSON object a message, one a line.")
@click.option("--trust-headers", is_flag=True, help="Believe X-Gratitude-* headers in these sources.")
@click.option("--akismet", "dry", is_flag=True, help="Also show what Akismet would be told, field by field; it is not.")
@pass_here
def explain_command(here: Here, sources: tuple[str, ...], *, as_json: bool, trust_headers: bool, dry: bool) -> None:
    """Say what each message is, about which post, and why.

    On a terminal the reasons are underlined in the message's own words, and the line one would quote is bold.
    Nothing is stored, and nobody is asked. All SOURCEs are one batch. Needs no `init`; where there is an inbox, what it
    knows is used. With --akismet, look at what would leave before you set [akismet] mail or imports.
    """
    opened, missing = _opened(sources, trust_headers=trust_headers, explain=True)
    run = DryRun(permitted_by(here.settings), here.catalogue, here.site.lang) if dry else None
    how, home = replace(here.how(), ask=run), here.home_if_any
    if home is None:
        _print_explained(explain(opened, how, failed=missing), as_json=as_json, run=run)
    else:
        with open_inbox(home, readonly=True) as inbox:
            found = explain(opened, how, base=inbox.base_history(), failed=missing)
            _print_explained(found, as_json=as_json, run=run)
    if missing:
        raise GratitudeError("; ".join(missing))


def _print_explained(found: Iterator[Explained], *, as_json: bool, run: DryRun | None) -> None:
    from .words import explained

    count = 0
    for e in found:
        count += 1
        if as_json:
            row = message_row(e.message, e.judged.kinds, e.judged.links, e.judged.verdict, e.reason)
            same = [m.message_id or m.identity for m in e.same]
            row |= {"wrote_before": e.before, "same_question": same}
            tell(json_line(row | ({"would_send": run.row(e.message)} if run else {})))
        else:
            said = e.judged
            page = explained(
                e.message, said.kinds, said.links, said.verdict, e.reason,
                beside=_beside(e), on_terminal=sys.stdout.isatty(),
            )  # fmt: skip
            tell("\n".join([page.rstrip("\n"), *run.lines(e.message), ""]) if run else page)
    if run and not as_json:
        tell(run.total())
    if not count and not as_json:
        tell("There are no messages in there.")


def _beside(e: Explained) -> Iterator[str]:
    """Yield what is known of the writer, and who asks the same."""
    if e.before:
        yield f"Its writer wrote before, {e.before}"
    if e.same:
        names = [m.sender.name or m.sender.address or "somebody" for m in e.same[:5]]
        yield f"Nearly the same is asked by {', '.join(names)}"


def _needs_begin(here: Here) -> None:
    """Offer `init` on a terminal where there is no private folder yet; else the error names it."""
    try:
        _ = here.home
    except BlogError as exc:
        if here.blog.blog_id or not (sys.stdin.isatty() and sys.stdout.isatty()):
            if "gratitude init" in str(exc):
                raise BlogError(
                    f"{here.blog.conf} names no private folder yet; run `gratitude init --yes` first"
                ) from exc
            raise
        if not click.confirm("This blog has no private folder yet. Make one now?", default=True):
            raise UsageError("nothing was made and nothing read; `gratitude init` makes the folder") from exc
        begin(here, ask=True, then="")


def _opened(names: tuple[str, ...], *, trust_headers: bool, explain: bool = False) -> tuple[list[Source], list[str]]:
    """Return the sources that can be read, and a sentence for each that cannot."""
    opened: list[Source] = []
    missing: list[str] = []
    for name in names:
        try:
            if not name.strip():
                raise UsageError("a SOURCE without a name; name a file or a folder, or - for standard input")
            opened.append(open_source(name, trust_headers=trust_headers, explain=explain))
        except GratitudeError as exc:
            missing.append(str(exc))
    if missing and not opened:
        raise GratitudeError("; ".join(missing))
    for sentence in missing:
        warn(f"gratitude: {sentence}")
    return opened, missing


@contextmanager
def _alone(home: Path) -> Iterator[None]:
    """Keep two runs from judging the same messages at once; a killed run leaves the lock free (flock)."""
    import fcntl

    with (home / "collect.lock").open("w") as file:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError as exc:
            raise InboxError("another `gratitude collect` is running; run this one again when it is done") from exc
        yield


@contextmanager
def _progress() -> Iterator[Callable[[str, int], None]]:
    """Yield what to call with (step, count): a line that moves on a terminal, nothing in a pipe."""
    if not sys.stderr.isatty():
        yield lambda _step, _count: None
        return
    from rich.console import Console
    from rich.status import Status

    began = now()
    status = Status("reading", console=Console(stderr=True))
    shown = False

    def told(step: str, count: int) -> None:
        nonlocal shown
        if not shown and (now() - began).total_seconds() > QUIET_FOR_S:
            status.start()
            shown = True
        status.update(f"{step}: {count:,} message{'' if count == 1 else 's'}")

    try:
        yield told
    finally:
        status.stop()


def _purge(inbox: Inbox, here: Here) -> None:
    from ..inbox.retention import forget_origins, purge

    today = now().date()
    purge(inbox, today=today, spam_days=here.settings.spam_days)
    forget_origins(inbox, today=today, ip_days=here.settings.ip_days)


def _counts(inbox: Inbox) -> dict[str, int]:
    """Return how many conversations lie in each pile, and how many people thanked, asked, and wait for an answer."""
    today = now().date()
    counts = {pile.value: 0 for pile in Pile}
    people: dict[str, set[str]] = {"thanks": set(), "asked": set(), "waiting": set()}
    for conversation in inbox.conversations():
        standing = standing_of(conversation.events)
        piles = piles_of(conversation, standing, today=today)
        for pile in piles:
            counts[pile.value] += 1
        sender = conversation.opening.message.sender
        who = sender.address or sender.name or conversation.id
        kinds = {k for taken in conversation.reader for k in taken.kinds.kinds}
        is_ours = Pile.SPAM not in piles and Pile.DOUBTFUL not in piles
        for name, holds in (
            ("thanks", is_ours and Kind.THANKS in kinds),
            ("asked", is_ours and Kind.QUESTION in kinds),
            ("waiting", Pile.NEVER_HEARD_BACK in piles),
        ):
            if holds:
                people[name].add(who)
    return counts | {name: len(found) for name, found in people.items()}


def _tell_found(report: Report, counts: dict[str, int], *, has_sent: bool, spam_days: int) -> None:
    tell(f"{_read(report)}\n")
    if not counts["everything"]:
        tell("The inbox is empty.")
    else:
        _tell_people(counts, has_sent=has_sent)
        _tell_waiting(counts, spam_days=spam_days)
    if report.reclaimed:
        taken = plural(
            report.reclaimed, "letter that had been taken for a reader's", "letters that had been taken for readers'"
        )
        tell(f"\n{taken} {'is yours, by its address' if report.reclaimed == 1 else 'are yours, by their addresses'}.")
    if report.adopted:
        stands = "comes of these messages and stands" if report.adopted == 1 else "come of these messages and stand"
        tell(f"\n{plural(report.adopted, 'note')} on the blog {stands} as published.")
    if report.left_out:
        tell("\nLeft out:")
        for reason, count in report.left_out.most_common():
            tell(f"  {count:>4}  {_in_words(reason)}")
        tell("Which, and why: gratitude explain SOURCE   (they say “Not taken in”)")
    if report.unreadable:
        tell(f"\n{plural(len(report.unreadable), 'message')} could not be read:")
        for line in report.unreadable[:SHOWN]:
            tell(f"  {line}")
        if len(report.unreadable) > SHOWN:
            tell(f"  … and {len(report.unreadable) - SHOWN} more")


def _read(report: Report) -> str:
    """Say how many messages were read, those that a cut run had read before too, and how many came in."""
    if not report.read and not report.resumed:
        return "Nothing new was found."
    came = sum(report.taken.values())
    new = f"{plural(came, 'new one')} of readers came in" if came else "nothing new of readers"
    read = f"Read {plural(report.read, 'message')}" if report.read else ""
    resumed = f"went on with {plural(report.resumed, 'message')} of a run that was cut" if report.resumed else ""
    done = " and ".join(part for part in (read, resumed) if part)
    return f"{done[0].upper()}{done[1:]}; {new}."


def _tell_people(counts: dict[str, int], *, has_sent: bool) -> None:
    """Tell what matters to a person, over all that is in the inbox."""
    thanked, asked, waiting = (plural(counts[name], "person", "people") for name in ("thanks", "asked", "waiting"))
    tell(f"  {thanked} wrote thanks, {asked} asked something.")
    if has_sent:
        tell(f"  {waiting} never heard back from you:   gratitude list never-heard-back")
    else:
        tell("  Who never heard back can be said once your sent mail is read too: gratitude collect YOUR-SENT-FOLDER")


def _tell_waiting(counts: dict[str, int], *, spam_days: int) -> None:
    """Tell what waits for a decision, and the command that shows it."""
    tell("\nWaiting for you:")
    for pile, words in (
        ("new", "to look at"),
        ("doubtful", "doubtful, and pitches"),
        ("spam", f"spam, kept for {plural(spam_days, 'day')} in case"),
    ):
        if counts[pile]:
            tell(f"  {counts[pile]:>4}  {words}:   gratitude list{'' if pile == 'new' else f' {pile}'}")
    if not any(counts[p] for p in ("new", "doubtful", "spam")):
        tell("  nothing; all is decided")


def _in_words(reason: str) -> str:
    return "your own, to nobody whose letter is here" if reason == YOURS else reason


def _as_json(report: Report, counts: dict[str, int]) -> dict[str, object]:
    return {
        "read": report.read, "new": report.new, "resumed": report.resumed, "reclaimed": report.reclaimed, "adopted": report.adopted, "left_out": dict(report.left_out),
        "unreadable": report.unreadable, "failed": report.failed, "counts": counts,
    }  # fmt: skip
