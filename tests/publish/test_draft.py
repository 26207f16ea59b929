"""The note that accept would make, and what an edit sets."""

from dataclasses import replace
from datetime import date

import pytest

from builders import NOW, WORDS, answer, conversation, event, kinds, links, message, note, reader, taken
from gratitude.codec import to_plain
from gratitude.errors import Refused
from gratitude.message import Event, Kind, Permission, Person, Tier
from gratitude.moderate import Move, Name, decide, missing, standing_of
from gratitude.note import Also, NoteKind, Show, Turn, Via, Who
from gratitude.note.format import format_note, parse
from gratitude.publish.draft import Changes, changed_fields, draft

ID = "2026-05-03-k3f9"
ONE = "mid:one@example.com"
LETTER = "Your post saved my weekend. Write to ann@example.com or call 0170 1234567. It was Ann's best day. Bye, Ann"
YES = ("Yes with my name", date(2026, 5, 30))


def made(found=None, changes=None, show=Show.NAMED, **more):
    found = found or conversation()
    return draft(found, standing_of(found.events), changes or Changes(), show=show, note_id=ID, **more)


def accepted(found, changes=None, show=Show.NAMED, permission=YES):
    """The conversation after accept, as the command line does it."""
    made_ = made(found, changes, show, consented=permission is not None)
    events = decide(found, Move.ACCEPT, note=made_.note, sources=made_.sources, permission=permission)
    assert isinstance(events, tuple), str(events)
    step = 1 + max((e.step for e in found.events), default=0)
    return replace(found, events=(*found.events, *(replace(e, step=step, at=NOW) for e in events)))


def edited(found, **changes):
    """The conversation after edit, as the command line does it."""
    standing = standing_of(found.events)
    show = standing.note.show if standing.note else Show.NAMED
    fields = changed_fields(found, standing, Changes(**changes), show=show)
    step = 1 + max((e.step for e in found.events), default=0)
    return replace(found, events=(*found.events, Event(name=Name.EDITED, data=fields, step=step, at=NOW)))


def note_of(found):
    return standing_of(found.events).note


def words(found):
    return tuple(t.words for t in note_of(found).turns)


# --- a new note -------------------------------------------------------------------------------------------------------


def test_the_letter_becomes_a_note():
    """Words, name, post, kind, day and how it came; the person's word where it is named."""
    found = made(person="p-7xk2")

    assert found.note == note(person="p-7xk2")
    assert found.sources == (ONE,)
    assert (found.taken, found.warnings) == ((), ())


def test_without_a_name_there_is_no_person_either():
    """The same for one person's *named* notes."""
    assert made(show=Show.ANONYMOUS, person="p-7xk2").note == note(show=Show.ANONYMOUS)


def test_what_no_note_may_hold_is_taken_out_and_told():
    """Addresses and telephone numbers; the name stays where it may be shown."""
    found = made(conversation(message(LETTER)))

    assert "ann@example.com" not in found.note.words
    assert "1234567" not in found.note.words
    assert "Bye, Ann" in found.note.words
    assert {text for _, text in found.taken} == {"ann@example.com", "0170 1234567"}


def test_anonymous_words_do_not_name_the_writer():
    """From, the address and --name; the author's own name may stand."""
    own = taken(
        message("Gladly.", identity="mid:own", sender=Person("Maren", "maren@stillpages.example.com"), yours=True)
    )
    found = made(conversation(taken(LETTER + " Dear Maren!"), own), Changes(name="Annie"), Show.ANONYMOUS)

    assert "Ann" not in found.note.words
    assert "Maren" in found.note.words
    assert found.note.name == ""


def test_what_is_kept_stays():
    """--keep TEXT, now and remembered from an edit."""
    found = conversation(message(LETTER))

    assert "0170 1234567" in made(found, Changes(keep=("0170 1234567",))).note.words
    assert "0170 1234567" in made(edited(found, keep=("0170 1234567",))).note.words


@pytest.mark.parametrize(
    ("primary", "expected"),
    [
        (Kind.THANKS, NoteKind.THANKS),
        (Kind.QUESTION, NoteKind.QUESTION),
        (Kind.CORRECTION, NoteKind.CORRECTION),
        (Kind.PRAISE, NoteKind.REMARK),
        (Kind.REMARK, NoteKind.REMARK),
        (Kind.PITCH, NoteKind.REMARK),
    ],
)
def test_kinds_of_letters_become_kinds_of_notes(primary, expected):
    """Praise becomes a remark; --kind says otherwise."""
    found = conversation(taken(found=kinds(primary)))

    assert made(found).note.kind is expected
    assert made(found, Changes(kind="question")).note.kind is NoteKind.QUESTION


@pytest.mark.parametrize(
    "name",
    [
        "",
        "ann@example.com",
        "https://ann.example.com/",
        "www.ann.example.com",
        "//ann.example",
        "ann at example dot com",
        "+49 170 5550123",
    ],
)
def test_without_a_name_named_is_refused(name):
    """An address is none; --name helps."""
    found = conversation(message(sender=Person(name, "ann@example.com")))

    with pytest.raises(Refused, match="--name"):
        made(found)
    assert made(found, Changes(name="Ann")).note.name == "Ann"


@pytest.mark.parametrize("field", ["name", "place"])
def test_no_address_becomes_a_name(field):
    """Also not by an edit."""
    with pytest.raises(Refused, match="address"):
        changed_fields(conversation(), standing_of([]), Changes(**{field: "ann@example.com"}), show=Show.NAMED)


def test_no_address_becomes_part_of_a_title():
    """It stands on a public page like the words; what the author keeps stays."""
    title = "Why ann@example.com and git@forge.example:x differ"
    found = made(changes=Changes(title=title))

    assert found.note.title == "Why […] and git@forge.example:x differ"
    assert ("a mail address", "ann@example.com") in found.taken
    assert made(changes=Changes(title=title, keep=("ann@example.com",))).note.title == title


def test_a_language_is_a_language():
    """What the note file could not hold is refused at once."""
    assert made(changes=Changes(lang="pt-BR")).note.lang == "pt-BR"
    with pytest.raises(Refused, match="--lang"):
        made(changes=Changes(lang="my own"))


def test_the_post_is_the_one_that_is_set_or_sure_or_likely():
    """A likely one is named as such; a guess or none asks."""
    likely = conversation(taken(to=links("cron", Tier.LIKELY)))

    assert made().note.post == "cron"
    assert (made(likely).note.post, len(made(likely).warnings)) == ("cron", 1)
    assert made(likely, Changes(post="")).note.post == ""
    assert made(edited(likely, post="timers")).note.post == "timers"
    for to in (links("cron", Tier.GUESS), links("")):
        with pytest.raises(Refused, match="--post"):
            made(conversation(taken(to=to)))
        assert made(conversation(taken(to=to)), Changes(post="timers")).note.post == "timers"


def test_a_later_letter_may_say_which_post_is_meant():
    """The best founded link of all the reader's messages."""
    later = taken("The one on cron.", identity="mid:two", sent="2026-05-05T10:00:00+00:00")

    assert made(conversation(taken(to=links("bread", Tier.GUESS)), later)).note.post == "cron"


def test_an_excerpt_is_the_writers_words_with_visible_gaps():
    """What is left out is marked, what is not there refused with the words."""
    found = conversation(message(LETTER))

    assert made(found, Changes(words="Your post saved my weekend. Bye, Ann")).note.words == (
        "Your post saved my weekend. […] Bye, Ann"
    )
    with pytest.raises(Refused, match="ruined my weekend"):
        made(found, Changes(words="Your post ruined my weekend."))


def test_an_excerpt_is_elided_too():
    """An author who copies the whole line copies the address."""
    found = made(conversation(message(LETTER)), Changes(words="Write to ann@example.com or call 0170 1234567."))

    assert "ann@" not in found.note.words
    assert "1234567" not in found.note.words


@pytest.mark.parametrize("words_", ["", " \n", "ann@example.com", "[…]"])
def test_nothing_to_show_is_refused(words_):
    """A letter of nothing but an address has no words of its own."""
    with pytest.raises(Refused):
        made(conversation(message(words_)))


def test_empty_words_are_refused():
    """--words with an empty file changes nothing, for an excerpt and for one's own words."""
    for show in (Show.NAMED, Show.MINE):
        with pytest.raises(Refused):
            made(changes=Changes(words=" \n"), show=show)


def test_a_very_long_letter_asks_for_an_excerpt():
    """A reader's turn is at most 20,000 bytes."""
    long = conversation(message("Thank you so much. " * 1_100))

    with pytest.raises(Refused, match="--words"):
        made(long)
    assert made(long, Changes(words="Thank you so much.")).note.words == "Thank you so much."


def test_an_undated_letter_waits_for_its_day():
    """The day sets the id once."""
    found = conversation(message(sent=None))
    undated = draft(found, standing_of(()), Changes(), show=Show.NAMED, note_id="undated-k3f9").note

    assert undated.day is None
    dated = draft(found, standing_of(()), Changes(day=date(2026, 5, 3)), show=Show.NAMED, note_id="undated-k3f9").note
    assert (dated.id, dated.day) == (ID, date(2026, 5, 3))


def test_what_was_set_before_the_note_is_in_it():
    """Title, name, place, kind, post, answer: edits made early wait for accept."""
    found = edited(
        conversation(),
        title="Timers",
        name="Ann B.",
        place="Pune",
        kind="question",
        post="timers",
        also=(("bread", "asks"),),
    )
    data = {"words": "Gladly.", "day": "2026-05-04"}
    found = replace(found, events=(*found.events, event(Name.ANSWERED, 2, answer=data)))

    expected = note(WORDS, answer(), title="Timers", name="Ann B.", place="Pune", kind=NoteKind.QUESTION, post="timers",
                    also=(Also("bread", "asks"),))  # fmt: skip
    assert made(found).note == expected


def test_every_draft_can_be_written_and_read():
    """Whatever the words begin with: a header's look, a turn's look, a fence, spaces."""
    for words_ in (
        "Kind: thanks\n\nAnd more.",
        "--- answer, 2026-05-04\n\nNo.",
        "```\nenv -i\n```",
        "   indented",
        "\u2028x\x07y",
    ):
        found = made(conversation(message(words_))).note

        assert parse(format_note(found, folder="cron"), path="x", folder="cron", stem=ID) == found


# --- in the author's words, and as a number ---------------------------------------------------------------------------


def test_mine_is_the_authors_and_holds_no_word_of_the_writers():
    """Without words it asks for them."""
    with pytest.raises(Refused, match="--words"):
        made(show=Show.MINE)

    found = made(changes=Changes(words="A reader asked about timers."), show=Show.MINE)

    assert found.note.turns == (Turn(Who.ANSWER, "A reader asked about timers."),)
    assert (found.note.name, found.note.person, found.sources) == ("", "", ())


def test_the_authors_own_words_give_nobody_away():
    """Who was not asked is not to be reached, nor named without the author seeing it."""
    found = made(changes=Changes(words="Ann (ann@example.com) asked how timers do it."), show=Show.MINE)

    assert found.note.turns == (Turn(Who.ANSWER, "Ann ([…]) asked how timers do it."),)
    assert found.taken == (("a mail address", "ann@example.com"),)
    assert "your words name the writer, who is not asked" in found.warnings
    assert made(changes=Changes(words="A reader asked."), show=Show.MINE).warnings == ()


def test_the_authors_words_never_become_the_readers():
    """A note of one's own, edited, then shown with the reader's words: those, and nothing else."""
    found = accepted(conversation(), Changes(words="A reader asked."), Show.MINE, None)
    found = edited(found, words="A kind reader asked.")

    assert words(found) == ("A kind reader asked.",)
    assert words(accepted(found)) == (WORDS,)
    assert note_of(accepted(found)).turns[0].who is Who.READER


def test_a_note_of_ones_own_keeps_title_and_answers_and_no_readers_turn():
    """From named to mine: what the author made stays, what the reader wrote goes."""
    later = taken("It works.", identity="mid:two", sent="2026-05-06T10:00:00+00:00")
    found = edited(accepted(conversation(taken(), later)), title="Timers")
    data = {"words": "Gladly.", "day": "2026-05-04"}
    found = replace(found, events=(*found.events, event(Name.ANSWERED, 9, answer=data)))

    mine = note_of(accepted(found, Changes(words="A reader asked."), Show.MINE, None))

    assert mine.turns == (Turn(Who.ANSWER, "A reader asked."), answer())
    assert (mine.title, mine.id, mine.name, mine.person) == ("Timers", ID, "", "")


def test_a_counted_letter_holds_no_words():
    """Only the number counts."""
    found = made(conversation(message("", form="counted")), show=Show.COUNTED)

    assert found.note.turns == ()


# --- accept again, other shows ----------------------------------------------------------------------------------------


def test_accept_again_changes_nothing():
    """Also with the same words, name and permission."""
    first = accepted(conversation(message(LETTER)), Changes(words="Your post saved my weekend.", name="Ann B."))

    assert accepted(first, permission=None) == first
    assert accepted(first, Changes(words="Your post saved my weekend.", name="Ann B.")) == first


def test_accept_again_keeps_what_the_author_chose():
    """An excerpt and a name given once are not lost."""
    first = accepted(conversation(message(LETTER)), Changes(words="Your post saved my weekend.", name="Ann B."))

    again = accepted(first, Changes(title="Timers"), permission=None)

    assert (words(again), note_of(again).name) == (("Your post saved my weekend.",), "Ann B.")


def test_from_named_to_anonymous_the_name_goes_and_the_rest_stays():
    """Name, place, person and the name in the words; title, answer and excerpt stay; nobody is asked again."""
    found = accepted(
        conversation(message(LETTER)), Changes(words="Your post saved my weekend. Bye, Ann", title="T", place="Pune")
    )
    data = {"words": "Gladly.", "day": "2026-05-04"}
    found = replace(found, events=(*found.events, event(Name.ANSWERED, 9, answer=data)))

    after = accepted(found, show=Show.ANONYMOUS, permission=None)

    now = note_of(after)
    assert (now.name, now.place, now.person, now.title) == ("", "", "", "T")
    assert now.words.startswith("Your post saved my weekend. […]")
    assert "Ann" not in now.words
    assert now.turns[1] == answer()


def test_from_anonymous_to_named_the_whole_words_come_back_and_ask():
    """What elision took for the name alone is there again; the writer must have said yes to the name."""
    found = conversation(message("Thanks! Bye, Ann"))
    anonymous = accepted(found, show=Show.ANONYMOUS)
    assert "Ann" not in note_of(anonymous).words

    named = made(anonymous)

    assert (named.note.words, named.note.name) == ("Thanks! Bye, Ann", "Ann")
    assert missing(named.note, anonymous, standing_of(anonymous.events))


def test_an_adopted_note_changes_only_by_what_is_named():
    """Shown without the name: its title, pin and turns are still those of the file."""
    file = note(WORDS, answer(), reader("It works."), title="T", pin=True, person="p-7xk2", place="Pune", lang="en")
    later = taken("It works.", identity="mid:two", sent="2026-05-06T10:00:00+00:00")
    data = {"note": to_plain(file), "sources": [ONE, "mid:two"]}
    found = conversation(taken(), later, events=(event(Name.ADOPTED, **data),))

    assert made(found).note == file
    after = note_of(accepted(found, show=Show.ANONYMOUS, permission=None))
    assert after == replace(file, show=Show.ANONYMOUS, name="", place="", person="")


def test_a_named_note_keeps_a_name():
    """An empty --name is refused; without a note it takes back what was set."""
    with pytest.raises(Refused, match="anonymous"):
        edited(accepted(conversation()), name="")

    assert made(edited(edited(conversation(), name="Ann B."), name="")).note.name == "Ann"


def test_changed_after_the_yes():
    """Case 62: the name, the words, the post ask again, and only what was named has changed."""
    found = accepted(conversation(message(LETTER)), Changes(words="Your post saved my weekend."))

    for change in ({"name": "Dr. Ann Example"}, {"words": "Bye, Ann"}, {"post": "timers"}):
        after = edited(found, **change)
        standing = standing_of(after.events)
        assert missing(standing.note, after, standing), change
    titled = edited(found, title="Timers")
    assert missing(note_of(titled), titled, standing_of(titled.events)) == ()


# --- what the reader wrote later --------------------------------------------------------------------------------------


def later(words_="That did it!", day=6, **more):
    values = {"identity": f"mid:later{day}", "sent": f"2026-05-{day:02}T10:00:00+00:00"}
    return taken(message(words_, **(values | {k: v for k, v in more.items() if k != "found"})), found=more.get("found"))


def test_a_later_message_is_a_turn_under_its_own_consent():
    """Public, or by a form's choice, or by the permission of the same command; else left out and told."""
    public = taken(message(public=True))

    assert [t.words for t in made(conversation(public, later(public=True))).note.turns] == [WORDS, "That did it!"]
    assert [t.words for t in made(conversation(public, later(form="named"))).note.turns] == [WORDS, "That did it!"]
    assert [t.words for t in made(conversation(taken(), later()), consented=True).note.turns] == [WORDS, "That did it!"]
    private = made(conversation(public, later()))
    assert [t.words for t in private.note.turns] == [WORDS]
    assert "no consent of its own" in private.warnings[0]


def test_a_later_message_that_allows_less_does_not_keep_the_rest_back():
    """A second form sent without a name is left out of a named note, and the first is accepted all the same."""
    found = conversation(taken(message(form="named")), later(form="anonymous"))

    assert words(accepted(found, permission=None)) == (WORDS,)


def test_turns_and_the_messages_behind_them_stand_in_the_same_order():
    """Also where an earlier message arrives after a later one was taken in."""
    found = accepted(conversation(taken(message(public=True)), later(day=9, public=True)), permission=None)
    found = replace(found, messages=(found.messages[0], later("Half way.", 5, public=True), found.messages[1]))

    after = accepted(found, permission=None)

    assert words(after) == (WORDS, "Half way.", "That did it!")
    assert standing_of(after.events).sources == (ONE, "mid:later5", "mid:later9")


def test_an_older_message_that_comes_late_does_not_change_the_opening():
    """The words of the note are still checked against the message they were taken from."""
    found = accepted(conversation(message(LETTER, public=True)), permission=None)
    older = later("Older.", 1, public=True)
    found = replace(found, messages=(older, *found.messages))

    after = edited(found, words="Your post saved my weekend.")

    assert words(after) == ("Your post saved my weekend.",)
    assert missing(note_of(after), after, standing_of(after.events)) == ()


@pytest.mark.parametrize(
    "message_",
    [
        later("", public=True),
        later("👍", public=True, is_reaction=True),
        later("Yes, you may quote me.", public=True, found=kinds(Kind.REMARK, permission=Permission.NAMED)),
        later("No date.", public=True, sent=None, identity="mid:zzz"),
    ],
)
def test_what_is_no_turn_is_passed_over(message_):
    """Nothing, a thumb, a mere permission, words without a day."""
    found = conversation(taken(message(public=True)), message_)

    assert [t.words for t in made(found).note.turns] == [WORDS]


def test_a_later_message_too_long_or_empty_is_left_out_and_told():
    """It does not keep the letter back."""
    found = made(
        conversation(
            taken(message(public=True)), later("x " * 15_000, public=True), later("ann@example.com", 7, public=True)
        )
    )

    assert [t.words for t in found.note.turns] == [WORDS]
    assert [w.split(":")[0] for w in found.warnings] == [
        "a later message of 2026-05-06 is left out",
        "a later message of 2026-05-07 is left out",
    ]


def test_an_answer_stands_between_what_it_answers():
    """Turns are in the order of their days."""
    data = {"words": "Gladly.", "day": "2026-05-04"}
    found = conversation(
        taken(message(public=True)), later(public=True), events=(event(Name.ANSWERED, 1, answer=data),)
    )

    assert [t.who for t in made(found).note.turns] == [Who.READER, Who.ANSWER, Who.READER]


def test_how_it_came_is_kept():
    """`Via` is the message's."""
    assert made(conversation(message(via=Via.COMMENT, public=True))).note.via is Via.COMMENT
