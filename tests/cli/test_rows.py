"""Conversations and messages as JSON and as lines: the contract that programs rely on."""

import io
import json
import sys
from datetime import date

import pytest

import builders
from gratitude.cli.rows import (
    WIDE,
    conversation_row,
    event_rows,
    json_line,
    lines_of,
    message_row,
    post_label,
)
from gratitude.cli.words import cells
from gratitude.message import Kind, Level, Link, Links, Permission, Reason, Signal, Span, Tier, Verdict
from gratitude.moderate import Name, standing_of

TODAY = date(2026, 6, 1)
LIST = ["id", "state", "piles", "kinds", "primary", "from", "date", "subject", "post", "tier", "level", "consent", "show", "best", "note"]  # fmt: skip
EXPLAIN = {
    "id", "from", "date", "subject", "own_words", "level", "score", "signals", "kinds", "primary", "permission", "evidence",
    "specificity", "links", "thread", "reason",
}  # fmt: skip


def row_of(*events, **more):
    talk = builders.conversation(builders.taken(**more), events=events)
    return conversation_row(talk, standing_of(talk.events), note=None, today=TODAY)


def test_a_conversation_has_the_fields_of_the_contract():
    """`list --json` prints these, in this order (fields may be added, none renamed)."""
    assert LIST == list(row_of())[: len(LIST)]


def test_a_conversation_says_what_it_is():
    """State, kind, post, consent and the writer stand in the words of the design."""
    row = row_of()

    told = {k: row[k] for k in ("id", "state", "primary", "date", "post", "tier", "level", "consent", "show")}
    assert told == {
        "id": "c0ffee00", "state": "new", "primary": "thanks", "date": "2026-05-03T10:00:00Z", "post": "cron", "tier": "sure",
        "level": "ok", "consent": "none", "show": None,
    }  # fmt: skip
    assert row["from"] == {"name": "Ann", "address": "ann@example.com"}
    assert row["piles"][-1] == "everything"


def test_a_kind_that_the_author_set_comes_first_and_is_among_the_kinds():
    """`kinds` holds the primary kind also where only the author sees it."""
    row = row_of(builders.event(Name.EDITED, 1, kind="question"))

    assert ("question", ["question", "thanks"]) == (row["primary"], row["kinds"])


def test_a_post_that_the_author_set_is_set():
    """Then it is no guess any more; the whole blog is null."""
    some = row_of(builders.event(Name.EDITED, 1, post="sourdough"))
    none = row_of(builders.event(Name.EDITED, 1, post=""))

    assert ("sourdough", "set") == (some["post"], some["tier"])
    assert (None, "set") == (none["post"], none["tier"])


def test_without_a_best_line_the_first_words_stand_there():
    """A list of empty lines would say nothing."""
    assert builders.WORDS == row_of()["best"]


def test_a_message_without_a_day_has_the_date_null():
    """Null, never today."""
    assert row_of(sent=None)["date"] is None


def test_a_message_has_the_fields_of_the_contract():
    """`explain --json`: every field is there, also where there is nothing to say."""
    t = builders.taken()
    row = message_row(t.message, t.kinds, Links(), t.verdict, None)

    assert set(row) >= EXPLAIN
    assert (row["links"], row["reason"], row["thread"]) == ([], None, {"in_reply_to": None, "references": []})
    assert json.loads(json_line(row)) == row


def test_a_message_tells_everything_the_steps_said():
    """Signals, evidence and links keep their numbers, words and offsets."""
    words = "Thank you. You may quote me."
    found = builders.kinds(Kind.THANKS, permission=Permission.ANONYMOUS)
    kinds = type(found)(kinds=(Kind.THANKS,), primary=Kind.THANKS, permission=Permission.ANONYMOUS, evidence=(Span("thanks", 0, 9, "Thank you"),))  # fmt: skip
    links = Links(posts=(Link(post="cron", score=0.5, tier=Tier.LIKELY, evidence=(Reason("words", "shares words"),)),), specificity=0.25)  # fmt: skip
    verdict = Verdict(level=Level.UNSURE, score=0.5, signals=(Signal("caps", 1.5, "it shouts"),))

    row = message_row(builders.message(words, in_reply_to="a@b", references=("a@b",)), kinds, links, verdict, "yours")

    assert row["evidence"] == [{"kind": "thanks", "start": 0, "end": 9, "text": "Thank you"}]
    assert row["links"] == [{"post": "cron", "score": 0.5, "tier": "likely", "evidence": [{"code": "words", "text": "shares words"}]}]  # fmt: skip
    assert row["signals"] == [{"code": "caps", "weight": 1.5, "text": "it shouts", "source": "rule"}]
    assert (row["level"], row["score"], row["specificity"], row["permission"]) == ("unsure", 0.5, 0.25, "anonymous")
    assert (row["reason"], row["thread"]) == ("yours", {"in_reply_to": "a@b", "references": ["a@b"]})


def test_the_journal_says_what_was_taken_back():
    """An event that was undone says so; one of no step (publish) cannot be."""
    events = (builders.event(Name.KEPT, 3), builders.event(Name.UNDONE, 4, step=3), builders.event(Name.REMOVED))

    assert [("kept", True), ("undone", False), ("removed", False)] == [
        (e["name"], e["undone"]) for e in event_rows(events)
    ]


@pytest.mark.parametrize(("encoding", "line"), [("utf-8", '"é"'), ("UTF8", '"é"'), ("ascii", '"\\u00e9"'), ("latin-1", '"\\u00e9"')])  # fmt: skip
def test_json_is_whole_on_any_terminal(monkeypatch, encoding, line):
    """Where the stream does not speak UTF-8, letters are escaped instead of lost."""
    monkeypatch.setattr(sys, "stdout", io.TextIOWrapper(io.BytesIO(), encoding=encoding))

    assert line == json_line("é")


@pytest.mark.parametrize(
    ("post", "tier", "label"),
    [
        ("cron", "sure", "cron"), ("cron", "set", "cron"), ("cron", "likely", "cron?"), ("cron", "guess", "cron?"),
        (None, None, "-"), ("a" * 40, "guess", "a" * 28 + "…?"),
    ],
)  # fmt: skip
def test_a_post_that_is_not_sure_has_a_question_mark(post, tier, label):
    """Also a long one, whose name is cut and not its mark."""
    assert label == post_label({"post": post, "tier": tier})


@pytest.mark.parametrize("width", [20, 40, 80, WIDE - 1, WIDE, 200])
@pytest.mark.parametrize("name", ["Ann", "田辺ゆき", "A very long name that goes on and on", "é" * 30])
def test_no_line_is_wider_than_the_terminal(width, name):
    """Cut with an ellipsis, counted in cells: a wide character takes two."""
    row = row_of() | {"from": {"name": name, "address": ""}, "best": "日本語 word " * 40}

    assert max(cells(line) for line in lines_of(row, width, 10)) <= width


def test_a_narrow_terminal_still_shows_the_words():
    """At 80 columns the best line stands on a line of its own; on a wide one beside the rest."""
    narrow, wide = lines_of(row_of(), 80, 10), lines_of(row_of(), 160, 10)

    assert (2, 1) == (len(narrow), len(wide))
    assert builders.WORDS in narrow[1]
    assert builders.WORDS in wide[0]


def test_columns_stand_under_each_other():
    """Whatever the script of a name, the kind begins in the same cell."""
    rows = [row_of() | {"from": {"name": name, "address": ""}} for name in ("Ann", "田辺ゆき", "Zoë", "")]
    lines = [lines_of(row, 160, 10)[0] for row in rows]

    assert {cells(lines[0][: lines[0].index("thanks")])} == {cells(line[: line.index("thanks")]) for line in lines}
