"""Everything one build knows of the notes: read, put to their posts, made into cards. Lives in the build's context.

Never in a module's globals: autoreload builds again in the same process, and i18n_subsites builds inside a build.
"""

from __future__ import annotations

__all__ = ["KEY", "Later", "Run"]

from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Any, Protocol

from markupsafe import Markup

from ..errors import NoteError, Problem
from ..note import NoteKind, Show
from . import arrange, asked, language, notes, walls
from .card import Card, Html, PostCard, many_more
from .cards import CardMaker, Placed
from .head import Head
from .marks import Marks
from .memory import Memory
from .say import Say
from .targets import Content, Target, Targets

KEY = "gratitude_run"
"""Under this name a build's context holds its Run."""


class Author(Protocol):
    """What renders the author's own words; `render.author` implements it with Pelican."""

    static_links: set[str]
    acts: bool

    def html(self, markdown: str, post: Any) -> Html:
        """Return the words as HTML."""

    def keep(self) -> None:
        """Remember the words' HTML for the next build."""


@dataclass(slots=True)
class Run:
    """One build. ``problems`` are what the author should mend.

    By ``id()`` of a content: ``boxes`` holds what stands on it, ``keys`` the number of its marker, ``paths`` its path,
    ``heads`` what a post's page says in its head. ``whole`` are our own pages, which need nothing more once written.
    ``contents`` are the site's, by path. ``ground`` is what `memory.ground` said. Where ``memory`` recalls an earlier build, nothing is read and made until
    somebody asks for a `section`; ``make`` then arranges everything.
    """

    settings: Mapping[str, Any]
    found: notes.Found
    contents: Mapping[str, Content | None]
    author: Author
    memory: Memory
    today: date
    placed: list[Placed] = field(default_factory=list)
    problems: list[str] = field(default_factory=list)
    say: Say = field(default_factory=Say)
    wall: walls.Wall = field(default_factory=walls.Wall)
    groups: list[walls.Group] = field(default_factory=list)
    index: asked.Index = field(default_factory=asked.Index)
    credits: list[arrange.Section] = field(default_factory=list)
    thanks: list[Card] = field(default_factory=list)
    questions: list[Card] = field(default_factory=list)
    boxes: dict[int, arrange.Section] = field(default_factory=dict)
    keys: dict[int, int] = field(default_factory=dict)
    paths: dict[int, str] = field(default_factory=dict)
    targets: Targets = field(default_factory=lambda: Targets({}))
    heads: dict[int, Head] = field(default_factory=dict)
    whole: list[Any] = field(default_factory=list)
    env: Any = None
    ground: str = ""
    marks: Marks = field(default_factory=Marks)
    froze: bool = False
    is_read: bool = False
    is_made: bool = False
    make: Callable[[], None] = lambda: None

    def read(self) -> None:
        """Read the notes and find their posts; what is wrong with a note goes to ``problems`` and it is left out."""
        if self.is_read:
            return
        self.is_read = True
        told, bad = self.found.read()
        name = self.settings["GRATITUDE_PATH"].strip("/")
        self.problems += [str(NoteError(f"{name}/{one.path}", one.problems)) for one in bad]
        self.targets = Targets(self.contents)
        for one in told:
            placed = self._placed(one, f"{name}/{one.path}", self.author)
            if placed:
                self.placed.append(placed)
        self.author.keep()

    def mark(self, *values: object) -> str:
        """Return the digest of what a page or a box is made of, ``""`` where nothing may be remembered."""
        return self.marks.of(self.ground, *values) if self.memory.is_kept else ""

    def section(self, number: int) -> arrange.Section:
        """Return what stands on the content of this ``id()``, made now where the build recalled its pages."""
        if not self.is_made:
            self.read()
            self.make()
        return self.boxes.get(number, arrange.Section())

    def arrange(
        self, articles: Iterable[Content], atom_id: Callable[[Content], str], elsewhere: Collection[int] = ()
    ) -> None:
        """Make the cards and put them on wall, index and boxes. ``articles`` are those that may carry an invitation.

        ``elsewhere`` are contents (their ``id()``) that were read here and that another site shows: i18n_subsites
        builds a site a language inside the build. A letter stands on the site that has its post.
        """
        self.is_made = True
        self.targets.elsewhere = elsewhere
        self.placed = [here for placed in self.placed if (here := self._here(placed))]
        maker = CardMaker(self.settings, self.targets, atom_id, self.today, self.say)
        counted: dict[str, int] = {}
        for placed in self.placed:
            if placed.note.show is Show.COUNTED:
                key = placed.target.path if placed.target else ""
                counted[key] = counted.get(key, 0) + placed.note.count
        cards = maker.cards(self.placed)
        where = walls.places(self._groups(cards, counted, maker))
        cards = maker.finished(cards, where)
        self._fill_public(cards, self._groups(cards, counted, maker), where, maker)
        self._fill_boxes(cards, counted, maker)
        if self.settings["GRATITUDE_INVITATION"]:
            for article in articles:
                self.boxes.setdefault(id(article), arrange.Section())

    def _here(self, placed: Placed) -> Placed | None:
        """Return the note at those of its posts that this site shows, None where its own is not one of them."""
        target = self.targets.here(placed.target)
        if target is placed.target and not placed.also:
            return placed
        if target is None and placed.target is not None:
            return None
        return replace(placed, target=target, also=tuple(filter(None, map(self.targets.here, placed.also))))

    def _placed(self, one: notes.Told, path: str, author: Author) -> Placed | None:
        """Return the note at its posts, or None for one whose post is missing; both are told."""
        note = one.note
        target = self.targets.find(note.post) if note.post else None
        if isinstance(target, str):
            self._problem(path, target)
            return None
        also: list[Target] = []
        for other in note.also:
            found = self.targets.find(other.post)
            if isinstance(found, str):
                self._problem(path, found.replace("`Post:`", "`Also:`"))
            elif found not in (target, *also):
                also.append(found)
        for answer in note.answered_by:
            missing = "" if "://" in answer else self.targets.find(answer)
            if isinstance(missing, str) and missing:
                self._problem(path, missing.replace("`Post:`", "`Answered-By:`"))
        source = f"{one.path} {self.found.digests[one.path]}"
        return Placed(note, target, tuple(also), _html(one, target, author), one.score, one.best, source)

    def _problem(self, path: str, text: str) -> None:
        self.problems.append(str(NoteError(path, (Problem(1, text),))))

    def _groups(
        self, cards: list[tuple[Placed, Card]], counted: Mapping[str, int], maker: CardMaker
    ) -> list[walls.Group]:
        """Return the thanks that everybody may read, by post, in the order of the wall."""
        posts: dict[str, PostCard | None] = {}
        for placed in self.placed:
            key = placed.target.path if placed.target else ""
            if key not in posts and placed.listed:
                posts[key] = maker.post(placed.target) if placed.target else None
        thanks = [c for p, c in cards if p.listed and _is_thanks(c)]
        alone = posts.keys() - {c.post.key if c.post else "" for c in thanks}
        more = {key: many_more(counted.get(key, 0), key in alone, self.say) for key in posts}
        return walls.groups(thanks, posts, more, self.settings["GRATITUDE_WALL_FIRST"])

    def _fill_public(
        self, cards: list[tuple[Placed, Card]], found: list[walls.Group], where: Mapping[str, str], maker: CardMaker
    ) -> None:
        """Fill wall, index, credits and feeds with what everybody may know of."""
        public = [c for p, c in cards if p.listed]
        self.thanks = [c for c in public if _is_thanks(c)]
        self.questions = [c for c in public if c.is_question]
        self.groups = found
        self.wall = walls.wall(found, where, maker.scores, self.thanks + self.questions)
        self.index = asked.index(self.questions, show_open=self.settings["GRATITUDE_OPEN_QUESTIONS"])
        credited = arrange.grouped(
            arrange.newest_first(c for c in public if c.kind is NoteKind.CREDIT), lambda c: c.post.key if c.post else ""
        )
        self.credits = [arrange.Section(post=group[0].post, credits=tuple(group)) for group in credited.values()]

    def _fill_boxes(self, cards: list[tuple[Placed, Card]], counted: dict[str, int], maker: CardMaker) -> None:
        """Put each note on every language of its post, and on the posts it names besides where it may be seen."""
        at: dict[str, tuple[Target, list[tuple[Placed, Card]]]] = {}
        for placed in self.placed:
            if placed.target and placed.note.show is Show.COUNTED:
                at.setdefault(placed.target.path, (placed.target, []))
        for placed, card in cards:
            targets = [placed.target, *(placed.also if placed.listed else ())]
            for target in filter(None, targets):
                at.setdefault(target.path, (target, []))[1].append((placed, card))
        for path, (target, pairs) in at.items():
            for say, contents in self._by_language(target):
                mine = [card if say is self.say else maker.spoken(placed, card, say) for placed, card in pairs]
                thanks = [c for c in mine if _is_thanks(c)]
                section = arrange.section(
                    thanks,
                    maker.scores,
                    more=many_more(counted.get(path, 0), not thanks, say),
                    questions=[c for c in mine if c.is_question],
                    credits=[c for c in mine if c.kind is NoteKind.CREDIT],
                )
                if section:
                    self.boxes.update({id(content): section for content in contents})

    def _by_language(self, target: Target) -> list[tuple[Say, list[Content]]]:
        """Return the languages that the boxes of one post speak, each with the contents that get it."""
        found: dict[str, tuple[Say, list[Content]]] = {self.say.lang: (self.say, [])}
        for content in target.contents:
            say = language.speaker(self.settings, str(getattr(content, "lang", "") or ""))
            found.setdefault(say.lang, (say, []))[1].append(content)
        return list(found.values())


class Later:
    """A section that is made when somebody looks at it, for themes that show it their own way."""

    def __init__(self, run: Run, number: int) -> None:
        self._run = run
        self._number = number

    def __bool__(self) -> bool:
        return bool(self._run.section(self._number))

    def __getattr__(self, name: str) -> Any:
        return getattr(self._run.section(self._number), name)


def _is_thanks(card: Card) -> bool:
    return card.kind not in (NoteKind.QUESTION, NoteKind.CREDIT)


def _html(one: notes.Told, target: Target | None, author: Author) -> tuple[Html, ...]:
    """Return the words of each turn as HTML: a reader's are ready, the author's go through the site's Markdown."""
    post = target.main if target else None
    return tuple(
        author.html(turn.words, post) if html is None else _ready(Markup(html))
        for turn, html in zip(one.note.turns, one.html, strict=True)
    )


def _ready(safe: Markup) -> Html:
    return lambda _siteurl: safe
