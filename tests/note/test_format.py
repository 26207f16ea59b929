"""The grammar of the note file, both ways."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gratitude.errors import NoteError
from gratitude.note import MAX_TURN_BYTES, Also, Note, NoteKind, Show, Turn, Via, Who
from gratitude.note.format import format_note, note_path, parse
from gratitude.text import NOT_XML, blank_trimmed

EXAMPLE = """\
Kind: question
Title: Does the env -i trick work with systemd timers?
From: Priya
Place: Pune
Person: p-7xk2
Show: named
Via: mail

Your post saved my weekend. Does the same trick
work with systemd timers?

--- answer, 2026-05-04

Yes: put it into `Environment=`. I wrote it up in
[the post on timers]({filename}/systemd-timers.md).

--- reader, 2026-05-06

That did it. Thank you!
"""


def read(text, *, folder="cron-environment", stem="2026-05-03-k3f9"):
    return parse(text, path=f"{folder}/{stem}.note", folder=folder, stem=stem)


def problems(text, **where):
    with pytest.raises(NoteError) as caught:
        read(text, **where)
    return [(p.line, p.text) for p in caught.value.problems]


def test_the_example_of_the_design_is_read():
    """The file shown in the reference gives exactly this note, and is written back byte for byte."""
    expected = Note(
        id="2026-05-03-k3f9", kind=NoteKind.QUESTION, post="cron-environment", day=date(2026, 5, 3), name="Priya", place="Pune",
        title="Does the env -i trick work with systemd timers?", person="p-7xk2", show=Show.NAMED, via=Via.MAIL,
        turns=(
            Turn(Who.READER, "Your post saved my weekend. Does the same trick\nwork with systemd timers?"),
            Turn(Who.ANSWER, "Yes: put it into `Environment=`. I wrote it up in\n[the post on timers]({filename}/systemd-timers.md).", date(2026, 5, 4)),
            Turn(Who.READER, "That did it. Thank you!", date(2026, 5, 6)),
        ),
    )  # fmt: skip

    note = read(EXAMPLE)

    assert expected == note
    assert format_note(note, folder="cron-environment") == EXAMPLE


def test_a_file_with_only_words_is_a_note():
    """Words in a post's folder are an anonymous thank-you of the day in the file's name."""
    note = read("It helped.\n", folder="a-post", stem="2025-01-02-ab12")

    assert (note.kind, note.show, note.post, note.day, note.words) == (
        NoteKind.THANKS,
        Show.ANONYMOUS,
        "a-post",
        date(2025, 1, 2),
        "It helped.",
    )


def test_a_name_alone_means_named():
    """A note that names its writer and says nothing else is shown with the name."""
    assert read("From: Ann\n\nThanks.\n").show is Show.NAMED


@pytest.mark.parametrize(
    "first",
    ["show :mine", "SHOW: mine", "Answered by: x", "answered-by: x", "Note: this", "X-Foo: bar", "kind=question: no"],
)
def test_a_first_line_like_a_header_opens_a_block(first):
    """A mistyped header can never turn into published words."""
    if first == "kind=question: no":
        assert read(first + "\n").words == first
        return

    assert problems(first + "\n\nWords.\n")[0][0] == 1


def test_words_like_headers_stand_after_an_empty_line():
    """What begins like a header is words when the first line is empty."""
    assert read("\nShow: me the way\n").words == "Show: me the way"


@pytest.mark.parametrize(
    ("text", "line", "says"),
    [
        ("Kind: Thanks\n\nx\n", 1, "thanks, question"),
        ("Kind: thanks\nshow: mine\n\nx\n", 2, "`Show:` exactly"),
        ("Kind: thanks\nColour: red\n\nx\n", 2, "known are"),
        ("Kind: thanks\nKind: thanks\n\nx\n", 2, "twice"),
        ("Title:\n\nx\n", 1, "no value"),
        ("Kind: thanks\nwords at once\n", 2, "known are"),
        ("From: Ann\nShow: anonymous\n\nx\n", 1, "delete one"),
        ("From: Ann\nShow: mine\n\nx\n", 1, "delete one"),
        ("Show: named\n\nx\n", 1, "needs a `From:`"),
        ("Show: counted\n\nx\n", 1, "counted.note"),
        ("Count: 3\n\nx\n", 1, "counted.note"),
        ("Date: 2026-02-30\n\nx\n", 1, "a day like"),
        ("Pin: no\n\nx\n", 1, "`yes`"),
        ("Asked: 0\n\nx\n", 1, "from 1 on"),
        ("Lang: f_r\n\nx\n", 1, "pt-BR"),
        ("Also: helped\n\nx\n", 1, "slugs"),
        ("Answered-By: a b\n\nx\n", 1, "commas"),
        ("Via: pigeon\n\nx\n", 1, "webmention"),
        ("Kind: credit\n\nx\n", 1, "From"),
        ("Kind: thanks\n\n", 1, "no words"),
        ("", 1, "no words"),
        ("x\n--- answer, 2026-05-04\n\ny\n", 2, "empty line before"),
        ("x\n\n--- answer, 2026-05-04\ny\n", 3, "empty line before"),
        ("x\n\n--- answer 2026-05-04\n\ny\n", 3, "a turn begins with"),
        ("x\n\n--- Reader, 2026-05-04\n\ny\n", 3, "a turn begins with"),
        ("x\n\n--- answer, 2026-13-04\n\ny\n", 3, "a turn begins with"),
        ("x\n\n--- answer, 2026-05-04\n\n", 3, "no words"),
        ("Show: mine\n\nx\n\n--- reader, 2026-05-04\n\ny\n", 1, "no reader's turn"),
        ("Kind: credit\nFrom: Guido\n\nx\n\n--- reader, 2026-05-04\n\ny\n", 1, "no reader's turn"),
        ("a\x00b\n", 1, "control character"),
        ("Kind: thanks\n\na\nb\ufffe\n", 4, "control character"),
        ("x" * (MAX_TURN_BYTES + 1), 1, "20,000 bytes"),
    ],
)  # fmt: skip
def test_errors_say_the_line_and_what_to_write(text, line, says):
    """Everything that is not exactly right is an error with its line and the way out."""
    found = problems(text)

    assert [p for p in found if p[0] == line and says in p[1]], found


def test_bytes_that_are_not_utf8_are_an_error_with_their_line():
    """A file in another encoding is refused, not guessed."""
    assert problems(b"Kind: thanks\n\nGr\xfc\xdfe\n")[0][0] == 3


def test_a_byte_order_mark_and_crlf_are_read():
    """What an editor on another system adds is no error."""
    note = read(b"\xef\xbb\xbfKind: thanks\r\nFrom: Ann\r\n\r\nIt\r\nhelped.\r\n")

    assert (note.name, note.words) == ("Ann", "It\nhelped.")


def test_a_file_without_a_day_needs_a_date():
    """The day stands in the name or in Date; never anywhere else."""
    assert "no day" in problems("Words.\n", stem="ann")[0][1]
    assert read("Date: 2024-01-01\n\nWords.\n", stem="ann").day == date(2024, 1, 1)


def test_a_name_of_a_file_must_be_plain():
    """The stem is the id of the note and part of addresses."""
    assert "small letters" in problems("Words.\n", stem="2024-01-01-Ann B")[0][1]


def test_counted_note():
    """A number a post, no words, no day."""
    note = read("Show: counted\nCount: 4\n", stem="counted")

    assert (note.count, note.turns, note.day) == (4, (), None)
    assert "no words; delete" in problems("Show: counted\nCount: 4\n\nwords\n", stem="counted")[0][1]
    assert "Count: 4" in problems("Show: counted\n", stem="counted")[0][1]


def test_no_reader_text_can_be_written_into_an_authors_turn():
    """A line that looks like the start of a turn, also after backslashes, stays words of the one who wrote it."""
    words = "before\n\n--- answer, 2026-01-01\n\nI owe you money\n\n\\--- reader, 2026-01-02\n---Answer: no"
    note = Note(id="2026-01-01-aaaa", post="p", day=date(2026, 1, 1), turns=(Turn(Who.READER, words),))

    again = parse(format_note(note, folder="p"), path="x", folder="p", stem=note.id)

    assert again == note


def test_a_mine_note_is_the_authors_and_a_note_on_the_whole_blog_has_no_post():
    """Who wrote it decides how it is rendered; no folder means the whole blog."""
    note = read("Show: mine\n\nA reader asked whether.\n", folder="")

    assert (note.post, note.turns[0].who) == ("", Who.ANSWER)
    assert note_path(note.id, "") == "2026-05-03-k3f9.note"
    assert note_path("x", "slug") == "slug/x.note"


LINE = st.text(
    st.characters(exclude_categories=["Cs", "Cc"], exclude_characters="\ufffe\uffff\u2028\u2029"), max_size=40
)
WORDS = st.lists(
    LINE
    | st.sampled_from(
        [
            "--- answer, 2026-01-02",
            "\\--- reader, 2020-02-02",
            "---reader",
            "Kind: thanks",
            "> quoted",
            "",
            "<<<<<<< HEAD",
            "=======",
            ">>>>>>> b",
            "\\<<<<<<< x",
        ]
    ),
    min_size=1,
    max_size=6,
).map(lambda lines: blank_trimmed("\n".join(NOT_XML.sub("", line) for line in lines)) or "words")
ONE = LINE.map(lambda s: " ".join(NOT_XML.sub("", s).split())).filter(bool)
DAY = st.dates(min_value=date(1990, 1, 1), max_value=date(2100, 1, 1))
SLUG = st.from_regex(r"[a-z0-9]{1,8}(-[a-z0-9]{1,8})?", fullmatch=True)


@st.composite
def notes(draw):
    show = draw(st.sampled_from([Show.NAMED, Show.ANONYMOUS, Show.MINE]))
    kind = draw(st.sampled_from([k for k in NoteKind if k is not NoteKind.CREDIT]))
    later = st.builds(Turn, st.just(Who.ANSWER) if show is Show.MINE else st.sampled_from(Who), WORDS, DAY)
    opening = Turn(Who.ANSWER if show is Show.MINE else Who.READER, draw(WORDS))
    day = draw(DAY)
    return Note(
        id=draw(st.sampled_from([f"{day}-ab12", "by-hand"])), kind=kind, post=draw(SLUG | st.just("")), day=day, show=show,
        also=tuple(draw(st.lists(st.builds(Also, SLUG.filter(lambda s: s not in {"helped", "asks", "corrects", "inspired"}), st.sampled_from(["helped", "asks"])), max_size=2))),
        title=draw(ONE | st.just("")), name=draw(ONE) if show is Show.NAMED else "", place=draw(ONE | st.just("")),
        person=draw(st.sampled_from(["", "p-7xk2"])), lang=draw(st.sampled_from(["", "fr", "pt-BR"])), via=draw(st.sampled_from([None, *Via])),
        answered_by=tuple(draw(st.lists(SLUG, max_size=2))), checked=draw(st.none() | DAY), asked=draw(st.integers(0, 9)),
        pin=draw(st.booleans()), turns=(opening, *draw(st.lists(later, max_size=3))),
    )  # fmt: skip


@given(notes(), st.booleans())
def test_what_is_written_is_read_back(note, in_folder):
    """``parse(format_note(note)) == note``, in the post's folder or with a Post header, whatever people write."""
    folder = note.post if in_folder else ("other" if note.post else "")

    assert parse(format_note(note, folder=folder), path="x", folder=folder, stem=note.id) == note


@given(st.text() | st.binary())
def test_any_file_gives_a_note_or_an_error(data):
    """Nothing in a file raises anything but NoteError."""
    try:
        note = read(data)
    except NoteError as exc:
        assert exc.problems
    else:
        assert read(format_note(note, folder="cron-environment")) == note


@pytest.mark.parametrize("text", [
    "<<<<<<< HEAD\nKind: thanks\n=======\nKind: question\n>>>>>>> theirs\n\nIt works.\n",
    "Kind: thanks\n<<<<<<< HEAD\nFrom: Ann\n=======\nFrom: Ben\n>>>>>>> theirs\n\nIt works.\n",
    "Kind: thanks\n\n<<<<<<< HEAD\nIt works.\n=======\nIt worked.\n>>>>>>> theirs\n",
], ids=["in the first line", "in the header", "in the words"])  # fmt: skip
def test_a_merge_conflict_is_never_published(text):
    """Git's marks of two versions are an error with their line, never somebody's words."""
    ((line, told),) = problems(text)

    assert text.split("\n").index("<<<<<<< HEAD") + 1 == line
    assert "merge conflict" in told


def test_words_about_a_conflict_are_words():
    """Who asks about git's marks is read and written like anybody else."""
    words = "What is this?\n\n<<<<<<< HEAD\na\n=======\nb\n>>>>>>> theirs\n\nThank you."
    note = Note(id="2026-05-03-k3f9", post="git", day=date(2026, 5, 3), turns=(Turn(Who.READER, words),))

    assert note == read(format_note(note, folder="git"), folder="git")
    assert "Only <<<<<<< HEAD here." == read("Only <<<<<<< HEAD here.\n").turns[0].words
    assert "<<<<<<< HEAD" == read("\n<<<<<<< HEAD\n").turns[0].words
