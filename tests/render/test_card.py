"""The values a template prints of one note."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from markupsafe import Markup

from gratitude.note import Note, NoteKind, Show, Turn, Who
from gratitude.render.card import (
    Card,
    TurnCard,
    byline,
    mailto,
    many_more,
    plain_title,
    question_title,
    turn_cards,
)
from gratitude.render.escape import inert, safe_in_any_reader, safe_in_any_theme
from gratitude.render.say import Say, direction

SAY = Say()
DAY = date(2026, 5, 3)


def note(words: str = "Words.", **values: Any) -> Note:
    return Note(id="2026-05-03-k3f9", day=DAY, turns=(Turn(Who.READER, words),), **values)


def card(words: str, best: str, *later: TurnCard) -> Card:
    opening = TurnCard(who=Who.READER, name="Ann", html=lambda _: Markup(words))
    return Card(
        id="x", kind=NoteKind.THANKS, show=Show.NAMED, name="Ann", place="", person="", face="", lang="", direction="auto",
        day=DAY, turns=(opening, *later), url="a/#n-x", best=best,
    )  # fmt: skip


@pytest.mark.parametrize(
    ("values", "expected"),
    [
        ({"show": Show.NAMED, "name": "Priya"}, "Priya"),
        ({"show": Show.ANONYMOUS}, "A reader"),
        ({"show": Show.MINE}, "A reader, told by Ada"),
        ({"kind": NoteKind.CREDIT, "name": "Dele"}, "Dele"),
    ],
)
def test_a_byline_shows_what_may_be_shown(values: dict[str, Any], expected: str) -> None:
    """A name only where the note is named; the author's retelling says whose words it is in."""
    assert expected == byline(note(**values), SAY, "Ada")


@pytest.mark.parametrize(
    ("words", "title", "expected"),
    [
        ("Whatever I say", "The author's title", "The author's title"),
        ("I read it. Does it work\nwith timers? Thanks.", "", "Does it work with timers?"),
        ("\nNo question mark here\nat all", "", "No question mark here"),
        (
            "Is " + "very " * 30 + "long?",
            "",
            "Is very very very very very very very very very very very very very very very…",
        ),
        ("x" * 200, "", "x" * 79 + "…"),
    ],
)
def test_a_question_is_listed_by_its_title_or_by_what_it_asks(words: str, title: str, expected: str) -> None:
    """At most 80 characters of the reader's; never a subject."""
    assert expected == question_title(note(words, title=title, kind=NoteKind.QUESTION))
    assert len(expected) <= 80


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        ('</title><script>alert("1")</script>', "‹/title›‹script›alert(”1”)‹/script›"),
        ("R&D isn't &lt;i&gt;", "R&amp;D isn’t &amp;lt;i&amp;gt;"),
        ("What does ${HOME} do in {{x}}?", "What does ${HOME} do in { {x}}?"),
    ],
)
def test_a_title_is_safe_printed_raw_or_stripped(title: str, expected: str) -> None:
    """Themes do either; neither may open a tag or close an attribute."""
    safe = safe_in_any_theme(title)

    assert expected == safe
    for printed in (safe, Markup(safe).striptags(), Markup(Markup(safe).striptags()).striptags()):
        assert not set('"<') & set(str(printed).replace("<i>", ""))


def test_a_feeds_title_reads_the_same_as_text_and_as_html() -> None:
    """Some feed readers take a title for HTML."""
    assert safe_in_any_reader("Jo <b>3</b> O'Neill & {{x}}") == "Jo ‹b›3‹/b› O'Neill & { {x}}"


def test_template_tags_are_inert() -> None:
    """Whatever engine a site's plugin runs over its pages."""
    assert inert("{{ {% {# {x} }} {{{") == "&#123;{ &#123;% &#123;# {x} }} &#123;&#123;{"


@pytest.mark.parametrize(
    ("lang", "expected"),
    [("", "auto"), ("en", "ltr"), ("he", "rtl"), ("ar-EG", "rtl"), ("FA", "rtl"), ("fr_FR", "ltr")],
)
def test_the_writing_direction_follows_the_language(lang: str, expected: str) -> None:
    """An unknown language is left to the browser."""
    assert expected == direction(lang)


@pytest.mark.parametrize(
    ("count", "alone", "expected"),
    [
        (0, False, ""),
        (2, True, ""),
        (3, False, "and a few more who wrote without asking to be quoted"),
        (12, False, "and a good many more who wrote without asking to be quoted"),
        (4, True, "A few people wrote to say that this was of use, without asking to be quoted."),
    ],
)
def test_those_who_are_not_quoted_are_told_in_words_from_three_on(count: int, alone: bool, expected: str) -> None:
    """No figure, and fewer than three could be guessed."""
    assert expected == many_more(count, alone, SAY)


@pytest.mark.parametrize(
    ("words", "best", "expected"),
    [
        ("<p>It rolls. He rang the bell.</p>", "He rang the bell.", '<p>It rolls. <span class="g-best">He rang the bell.</span></p>'),
        ("<p>2 &lt; 3 it is.</p>", "2 < 3 it is.", '<p><span class="g-best">2 &lt; 3 it is.</span></p>'),
        ("<p>Broken <em>in</em> two.</p>", "Broken in two.", "<p>Broken <em>in</em> two.</p>"),
        ("<p>Twice. Twice.</p>", "Twice.", "<p>Twice. Twice.</p>"),
        ("<p>Words.</p>", "", "<p>Words.</p>"),
    ],
)  # fmt: skip
def test_the_best_line_is_set_large_where_it_stands_in_one_piece(words: str, best: str, expected: str) -> None:
    """Otherwise the words stay as they are."""
    assert Markup(expected) == card(words, best).large("")


def test_a_card_knows_its_answer_and_its_latest_day() -> None:
    """The day comes from the turns, never from a file's time."""
    answer = TurnCard(who=Who.ANSWER, name="Ada", html=lambda _: Markup("<p>Yes.</p>"), day=date(2026, 5, 4))
    thanks = TurnCard(who=Who.READER, name="Ann", html=lambda _: Markup("<p>Ah.</p>"), day=date(2026, 5, 6))
    answered, alone = card("<p>?</p>", "", answer, thanks), card("<p>?</p>", "")

    assert (answered.answer, answered.is_answered, answered.updated) == (answer, True, date(2026, 5, 6))
    assert (alone.answer, alone.is_answered, alone.updated) == (None, False, DAY)


def test_turns_stand_under_the_name_of_their_writer() -> None:
    """An answer is the author's; the opening of a retold note is not signed by the author."""
    told = Note(
        id="x", day=DAY, show=Show.MINE, turns=(Turn(Who.ANSWER, "A reader asked."), Turn(Who.ANSWER, "Yes.", DAY))
    )
    cards = turn_cards(told, "A reader, told by Ada", "Ada", [lambda _, t=t: Markup(t.words) for t in told.turns])

    assert [c.name for c in cards] == ["A reader, told by Ada", "Ada"]
    assert [c.html("") for c in cards] == [Markup("A reader asked."), Markup("Yes.")]


def test_a_mail_link_holds_any_title() -> None:
    """Nothing in a title adds a header or another address."""
    link = mailto("ada@example.com", "Re: R&D?\nBcc: x@example.com")

    assert link == "mailto:ada@example.com?subject=Re%3A%20R%26D%3F%0ABcc%3A%20x%40example.com"


def test_a_title_of_html_is_read_as_words() -> None:
    """Pelican's titles are HTML; a subject is not."""
    assert plain_title("Q&amp;A: <em>cron</em>") == "Q&A: cron"
