"""What of a conversation would be public: the note as it would stand, elided, with what was taken out. Pure."""

from __future__ import annotations

__all__ = ["Changes", "Draft", "Told", "changed_fields", "draft", "elided_answer"]

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Any

from ..errors import Refused
from ..message import Conversation, Kind, Message, Permission, Person, Taken, Tier
from ..moderate import Standing
from ..moderate.consent import may_show
from ..moderate.excerpt import GAP, excerpt_of, is_excerpt
from ..moderate.piles import primary_of
from ..moderate.standing import edited
from ..note import MAX_TURN_BYTES, Note, NoteKind, Show, Turn, Who
from ..note.headers import LANG
from ..text import blank_trimmed, clean, one_line
from .askers import count_of_askers, is_another
from .redact import Redacted, redact

KINDS = {Kind.THANKS: NoteKind.THANKS, Kind.QUESTION: NoteKind.QUESTION, Kind.CORRECTION: NoteKind.CORRECTION}
WEB_ADDRESS = re.compile(r"(?:https?:)?//|www\.", re.IGNORECASE)
"""How a name begins that is an address: OpenID logins left such names in old comments."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Changes:
    """What a command sets; None: it says nothing of it. ``words`` are an excerpt, or with ``mine`` the author's own.

    ``post`` is a key of the catalogue, ``""`` for the whole blog; ``also`` are (post, verb). ``keep`` are texts that
    elision would take and the author keeps.
    """

    words: str | None = None
    post: str | None = None
    also: tuple[tuple[str, str], ...] | None = None
    kind: str | None = None
    title: str | None = None
    name: str | None = None
    place: str | None = None
    lang: str | None = None
    day: date | None = None
    keep: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """The note that would be public, the messages behind its reader's turns, and what the author should know.

    ``taken``: (what it is, the text) of everything elided. ``warnings``: sentences.
    """

    note: Note
    sources: tuple[str, ...]
    taken: tuple[tuple[str, str], ...] = ()
    warnings: tuple[str, ...] = ()


@dataclass(slots=True)
class Told:
    """Collects what elision said over the turns of one note."""

    taken: list[tuple[str, str]] = field(default_factory=list)
    warnings: list[str] = field(default_factory=list)

    def add(self, found: Redacted) -> str:
        """Note what was taken out and warned of; return the words that are left."""
        self.taken += [t for t in found.taken if t not in self.taken]
        self.warnings += [w for w in found.warnings if w not in self.warnings]
        return str(found.words)


def draft(
    conversation: Conversation,
    standing: Standing,
    changes: Changes,
    *,
    show: Show,
    note_id: str,
    person: str = "",
    consented: bool = False,
) -> Draft:
    """Return what ``accept`` would make public of ``conversation``.

    ``consented``: a permission given in the same command covers the reader's later messages too. ``person`` is the
    opaque word of the writer, used where the note is named. Raises Refused where the author must say more first.
    """
    told = Told()
    old = standing.note
    if old is not None and old.show is show:
        base, sources = old, standing.sources
    elif old is not None and {old.show, show} == {Show.NAMED, Show.ANONYMOUS}:
        base, sources = _shown_as(conversation, standing, changes, old, show=show, told=told), standing.sources
    else:
        base, sources = _new(conversation, standing, changes, show=show, note_id=note_id, told=told), ()
        if show is not Show.MINE:
            sources = (conversation.opening.message.identity,)
    if show not in {Show.MINE, Show.COUNTED}:
        base, sources = _with_later_turns(conversation, standing, changes, base, sources, told, consented=consented)
    fields = changed_fields(conversation, standing, changes, show=show, told=told)
    if not sources and show is not Show.MINE and base.turns:
        sources = (conversation.opening.message.identity,)
    note = edited(base, fields)
    if note.show is Show.NAMED and (old is None or old.show is not show):
        note = replace(note, person=note.person or person)
    if note.kind is NoteKind.QUESTION and (count := count_of_askers(conversation)) > note.asked:
        note = replace(note, asked=count)
    if not note.is_authors:
        note = _with_elided_answers(conversation, standing, note, told)
    return Draft(note=note, sources=sources, taken=tuple(told.taken), warnings=tuple(told.warnings))


def changed_fields(
    conversation: Conversation, standing: Standing, changes: Changes, *, show: Show, told: Told | None = None
) -> dict[str, Any]:
    """Return what ``changes`` set, as an EDITED event keeps it: checked, cleaned and elided. Raises Refused."""
    told = told or Told()
    fields: dict[str, Any] = {}
    for key in ("title", "name", "place", "lang"):
        if (value := getattr(changes, key)) is not None:
            fields[key] = one_line(value)
    _check_line_fields(fields, standing)
    if fields.get("title"):  # on a public page too
        keep = (*standing.edits.get("keep", ()), *changes.keep)
        found = redact(fields["title"], people=people_of(conversation), keep=keep)
        fields["title"] = told.add(replace(found, warnings=()))
    if changes.post is not None:
        fields["post"] = changes.post
    if changes.also is not None:
        fields["also"] = [list(pair) for pair in changes.also]
    if changes.kind is not None:
        fields["kind"] = KINDS.get(Kind(changes.kind), NoteKind.REMARK).value
    if changes.day is not None:
        fields["day"] = changes.day.isoformat()
    if changes.keep:
        fields["keep"] = sorted({*standing.edits.get("keep", ()), *changes.keep})
    if changes.words is not None and show is not Show.COUNTED:
        fields["words"] = _chosen(conversation, standing, changes, changes.words, show=show, told=told)
    return fields


def elided_answer(conversation: Conversation, standing: Standing, words: str, *, show: Show, told: Told) -> str:
    """Return the author's answer as it may stand in a note: nobody's address, and no name where there shall be none."""
    names = tuple(dict.fromkeys(t.message.sender.name for t in conversation.reader if t.message.sender.name))
    keep = tuple(standing.edits.get("keep", ()))
    anonymous = show is Show.ANONYMOUS
    found = redact(
        blank_trimmed(clean(words)), people=people_of(conversation), keep=keep, without_names=anonymous, names=names
    )
    return told.add(replace(found, warnings=()))  # what else stands in their own answer the author knows


def _with_elided_answers(conversation: Conversation, standing: Standing, note: Note, told: Told) -> Note:
    """Return ``note`` with its answers elided: an anonymous note must not greet its writer by name."""
    turns = (
        replace(t, words=elided_answer(conversation, standing, t.words, show=note.show, told=told))
        if t.who is Who.ANSWER
        else t
        for t in note.turns
    )
    return replace(note, turns=tuple(turns))


def people_of(conversation: Conversation) -> tuple[Person, ...]:
    """Return everybody whose address a note of this conversation must never hold: the reader first, then the others.

    The author's own name may stand ("Dear Maren"), so only the reader comes with a name.
    """
    found: dict[Person, None] = dict.fromkeys(t.message.sender for t in conversation.reader if not t.message.yours)
    for taken in conversation.messages:
        found[Person(address=taken.message.sender.address)] = None
        found.update(dict.fromkeys(Person(address=a) for a in taken.message.to))
    return tuple(p for p in found if p.address or p.name)


def _new(
    conversation: Conversation, standing: Standing, changes: Changes, *, show: Show, note_id: str, told: Told
) -> Note:
    """Return the note made of the opening alone, with what the author set before."""
    opening = conversation.opening
    name = _name(conversation, standing, changes) if show is Show.NAMED else ""
    kind = KINDS.get(primary_of(conversation, standing), NoteKind.REMARK)
    turn = () if show is Show.COUNTED else (_opening_turn(conversation, standing, changes, show=show, told=told),)
    note = Note(
        id=note_id, kind=kind, post=_post(conversation, standing, changes, told), name=name, show=show, day=opening.message.day,
        via=opening.message.via, turns=turn,
    )  # fmt: skip
    before = {k: v for k, v in standing.edits.items() if k not in {"words", "name", "kind", "post"}}
    note = edited(note, before)
    if (old := standing.note) is None:
        return note
    answers = tuple(t for t in old.turns[1:] if t.who is Who.ANSWER) or note.turns[1:]
    return replace(old, show=show, name=note.name, place=note.place, person="", turns=(*turn, *answers) if turn else ())


def _shown_as(
    conversation: Conversation, standing: Standing, changes: Changes, old: Note, *, show: Show, told: Told
) -> Note:
    """Return the named note ``old`` without the name, or the anonymous one with it; everything else stays.

    Words that the author chose stay chosen; a turn that was the whole message is elided anew for ``show``.
    """
    messages = {t.message.identity: t.message for t in conversation.reader}
    turns, sources = [], iter(standing.sources)
    for turn in old.turns:
        words = turn.words
        if turn.who is Who.READER:
            source = messages.get(next(sources, ""))
            if source and words == _elide(
                conversation, standing, changes, source.own_words, show=old.show, told=Told()
            ):
                words = source.own_words
            words = _redacted(conversation, standing, changes, words, show=show, told=told)
        turns.append(replace(turn, words=words))
    named = show is Show.NAMED
    name = _name(conversation, standing, changes) if named else ""
    place = str(standing.edits.get("place", "")) if named else ""
    return replace(old, show=show, name=name, place=place, person="", turns=tuple(turns))


def _check_line_fields(fields: Mapping[str, Any], standing: Standing) -> None:
    """Raise Refused for a name, place or language that no note may hold."""
    if "@" in fields.get("name", "") or "@" in fields.get("place", ""):
        raise Refused("an address never stands in a note; write the name and place as the writer wants to be shown")
    if fields.get("name") == "" and standing.note is not None and standing.note.show is Show.NAMED:
        raise Refused("a named note needs a name; `gratitude accept --show anonymous` shows it without one")
    if fields.get("lang") and not LANG.fullmatch(fields["lang"]):
        raise Refused("--lang is the short name of a language, like fr or pt-BR")


def _opening_turn(conversation: Conversation, standing: Standing, changes: Changes, *, show: Show, told: Told) -> Turn:
    if show is Show.MINE:
        if changes.words is None or not changes.words.strip():
            raise Refused(
                f"`--show mine` needs your own words: --words FILE, or --words - for standard input ({conversation.id})"
            )
        words = _elide(conversation, standing, changes, changes.words, show=show, told=told)
        return Turn(Who.ANSWER, blank_trimmed(words))
    if changes.words is not None:
        return Turn(Who.READER, "")  # changed_fields puts the excerpt in
    whole = conversation.opening.message.own_words
    chosen = str(standing.edits.get("words", ""))
    if chosen and not is_excerpt(chosen, whole):
        chosen = ""  # the author's own words, once set for a note of theirs
    return Turn(Who.READER, _redacted(conversation, standing, changes, chosen or whole, show=show, told=told))


def _redacted(
    conversation: Conversation, standing: Standing, changes: Changes, words: str, *, show: Show, told: Told
) -> str:
    """Return words of the writer as they may stand in a note. Raises Refused where nothing is left, or too much."""
    text = _elide(conversation, standing, changes, words, show=show, told=told)
    if not text.replace(GAP, "").strip():
        raise Refused(
            f"{conversation.id} has no words of its own to show; `--show mine` tells it in yours, `keep` keeps it"
        )
    if len(text.encode()) > MAX_TURN_BYTES:
        raise Refused(f"{conversation.id} is longer than {MAX_TURN_BYTES:,} bytes; choose an excerpt with --words FILE")
    return text


def _elide(
    conversation: Conversation, standing: Standing, changes: Changes, words: str, *, show: Show, told: Told
) -> str:
    keep = (*standing.edits.get("keep", ()), *changes.keep)
    names = [n for n in (changes.name, standing.edits.get("name")) if n]
    names += [t.message.sender.name for t in conversation.reader if t.message.sender.name]
    people, names = people_of(conversation), list(dict.fromkeys(names))
    found = redact(clean(words), people=people, keep=keep, without_names=show is Show.ANONYMOUS, names=names)
    if show is Show.MINE and redact(found.words, people=people, without_names=True, names=names).taken:
        told.warnings.append("your words name the writer, who is not asked")
    return blank_trimmed(told.add(found))


def _chosen(
    conversation: Conversation, standing: Standing, changes: Changes, words: str, *, show: Show, told: Told
) -> str:
    """Return the excerpt that the author chose, with visible gaps and elided; their own words where it is ``mine``."""
    text = blank_trimmed(clean(words))
    if not text:
        raise Refused(f"--words holds no words; nothing about {conversation.id} was changed")
    if show is Show.MINE:
        return _elide(conversation, standing, changes, text, show=show, told=told)
    found = excerpt_of(text, _opening_of(conversation, standing).own_words)
    if found.differs:
        raise Refused(
            f"an excerpt holds only the writer's words, in their order; these are not there: “{found.differs}”"
        )
    return _redacted(conversation, standing, changes, found.words, show=show, told=told)


def _opening_of(conversation: Conversation, standing: Standing) -> Message:
    """Return the message behind the opening of the note, else the one that opened the conversation.

    They differ where an older message arrived after the note was made.
    """
    first = standing.sources[0] if standing.sources else ""
    found = next((t.message for t in conversation.reader if t.message.identity == first), None)
    return found or conversation.opening.message


def _name(conversation: Conversation, standing: Standing, changes: Changes) -> str:
    name = one_line(changes.name or str(standing.edits.get("name", "")) or conversation.opening.message.sender.name)
    if not name or "@" in name or WEB_ADDRESS.match(name) or redact(name).taken:
        what = "is an address" if name else "is not in the message"
        raise Refused(
            f'the name of the writer {what}; say how they want to be called with --name "NAME", or use --show anonymous'
        )
    return name


def _post(conversation: Conversation, standing: Standing, changes: Changes, told: Told) -> str:
    """Return the post the note is about: the one that is set, else a sure one, else a likely one, which is named."""
    if changes.post is not None:
        return changes.post
    if standing.note is not None:
        return standing.note.post
    if "post" in standing.edits:
        return str(standing.edits["post"])
    best = best_link(conversation.reader)
    if best is None or best[1] is Tier.GUESS:
        hint = f" (a guess: {best[0]})" if best else ""
        raise Refused(
            f"{conversation.id}: which post is it about?{hint} Say --post SLUG, or --post - for the whole blog"
        )
    if best[1] is Tier.LIKELY:
        told.warnings.append(f"the post is likely {best[0]}; another one: --post SLUG")
    return best[0]


def best_link(reader: Sequence[Taken]) -> tuple[str, Tier] | None:
    """Return (post, tier) of the best founded link over a reader's messages, the opening's first; None for none."""
    links = [(link.post, link.tier) for taken in reader for link in taken.links.posts[:1]]
    order = {Tier.SURE: 0, Tier.LIKELY: 1, Tier.GUESS: 2}
    return min(links, key=lambda pair: order[pair[1]], default=None)


def _with_later_turns(
    conversation: Conversation,
    standing: Standing,
    changes: Changes,
    base: Note,
    sources: tuple[str, ...],
    told: Told,
    *,
    consented: bool,
) -> tuple[Note, tuple[str, ...]]:
    """Return the note with the reader's later messages that consent covers, as turns in their order."""
    turns = list(base.turns)
    for taken in conversation.reader[1:]:
        message = taken.message
        if message.identity in sources or not _is_turn(taken) or message.day is None:
            continue
        if is_another(message.sender, conversation.opening.message.sender):
            told.warnings.append(f"a message of {message.day} is somebody else's and no turn of this reader's note")
            continue
        found = Told()
        words = _elide(conversation, standing, changes, message.own_words, show=base.show, told=found)
        if why := _not_a_turn(words):
            told.warnings.append(f"a later message of {message.day} is left out: {why}")
            continue
        if not (consented or may_show(base, words, taken, conversation, standing)):
            told.warnings.append(f"a later message of {message.day} is left out: it has no consent of its own")
            continue
        told.taken += [t for t in found.taken if t not in told.taken]
        told.warnings += [w for w in found.warnings if w not in told.warnings]
        at = next((i for i, t in enumerate(turns) if i and t.day and t.day > message.day), len(turns))
        place = sum(t.who is Who.READER for t in turns[:at])
        turns.insert(at, Turn(Who.READER, words, message.day))
        sources = (*sources[:place], message.identity, *sources[place:])
    return replace(base, turns=tuple(turns)), sources


def _not_a_turn(words: str) -> str:
    """Say why elided words make no turn; ``""`` where they do."""
    if not words.replace(GAP, "").strip():
        return "nothing of it is left to show"
    return f"it is longer than {MAX_TURN_BYTES:,} bytes" if len(words.encode()) > MAX_TURN_BYTES else ""


def _is_turn(taken: Taken) -> bool:
    """Say whether a later message is part of the conversation to show: no reaction, no mere permission, no empty one."""
    only_permission = (
        taken.kinds.permission in {Permission.NAMED, Permission.ANONYMOUS} and Kind.QUESTION not in taken.kinds
    )
    return bool(taken.message.own_words.strip()) and not taken.message.is_reaction and not only_permission
