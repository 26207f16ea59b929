"""The gate: what may be shown of a note, and what keeps it back."""

from dataclasses import replace
from datetime import date

import pytest

from builders import WORDS, conversation, event, kinds, links, message, note, reader, taken
from gratitude.message import Permission, Span, Tier
from gratitude.moderate import Consent, Move, Refusal, consent_of, decide, missing, standing_of
from gratitude.moderate.consent import may_show, permit_for, quoting
from gratitude.moderate.standing import Name, Standing, only_elided
from gratitude.note import Show

SOURCES = ("mid:one@example.com",)
YES = ("Yes with my name", date(2026, 5, 10))


def permitted(made, show=None, day="2026-05-10"):
    data = {**permit_for(made, show or made.show), "wording": "yes", "day": day}
    return standing_of([event(Name.PERMITTED, 1, **data)])


def lacks(made, found=None, standing=None):
    standing = replace(standing or Standing(), sources=SOURCES)
    return missing(made, found or conversation(), standing)


def test_silence_is_no():
    """A private letter without a permission is shown with neither name nor words."""
    assert lacks(note()) == ("no consent is recorded",)
    assert lacks(note(show=Show.ANONYMOUS)) == ("no consent is recorded",)


def test_the_authors_own_words_need_nobody():
    """`mine` holds no word of the writer's."""
    assert lacks(note("A reader asked about timers.", show=Show.MINE)) == ()


@pytest.mark.parametrize("permission", list(Permission))
def test_what_a_letter_seems_to_say_is_a_hint(permission):
    """Classify's permission never allows; its refusal refuses."""
    found = conversation(taken(found=kinds(permission=permission)))

    assert lacks(note(), found)
    assert (Consent.REFUSED if permission is Permission.REFUSED else Consent.NONE) == consent_of(found, Standing())


def test_what_was_public_may_be_shown_as_it_was():
    """A public comment: its words or an excerpt, under its own name or none, on any post."""
    found = conversation(message(public=True))

    assert consent_of(found, Standing()) == Consent.PUBLIC
    assert lacks(note(), found) == ()
    assert lacks(note("Thank you!", show=Show.ANONYMOUS, post="other"), found) == ()
    assert lacks(note(name="Dr. Ann"), found) == ("the comment was public with other words or under another name",)
    assert lacks(note(place="Pune"), found)
    assert lacks(note("It ruined my weekend."), found)
    assert lacks(note("Your post […] my weekend. Thank me!"), found)


def test_a_public_comment_that_asks_to_be_taken_down_is_refused():
    """Case 61: it was public, and is no longer to be."""
    found = conversation(taken(message(public=True), found=kinds(permission=Permission.REFUSED, said="please delete")))

    assert consent_of(found, Standing()) == Consent.REFUSED
    assert lacks(note(), found)
    assert [q.sentences for q in quoting(found)] == [("please delete",)]


@pytest.mark.parametrize(
    ("form", "consent", "named", "anonymous"),
    [
        ("named", Consent.NAMED, True, True),
        ("anonymous", Consent.ANONYMOUS, False, True),
        ("counted", Consent.COUNTED, False, False),
        ("private", Consent.REFUSED, False, False),
        ("", Consent.NONE, False, False),
        ("everything", Consent.NONE, False, False),
    ],
)
def test_a_forms_choice_is_consent(form, consent, named, anonymous):
    """What the writer chose holds for the whole words under their own name; an unknown choice is none."""
    found = conversation(message(form=form))

    assert consent == consent_of(found, Standing())
    assert named == (lacks(note(), found) == ())
    assert anonymous == (lacks(note(show=Show.ANONYMOUS), found) == ())


@pytest.mark.parametrize(
    ("said", "consent"), [(Permission.REFUSED, Consent.REFUSED), (Permission.ANONYMOUS, Consent.ANONYMOUS)]
)
def test_words_that_say_less_than_the_form_count(said, consent):
    """A form left at "named" with "please leave out my name" in the words: the stricter one."""
    found = conversation(taken(message(form="named"), found=kinds(permission=said)))

    assert consent == consent_of(found, Standing())
    assert lacks(note(), found)


def test_a_forms_yes_is_for_the_words_its_writer_saw():
    """Shortened words, another name, another post ask again; elision does not."""
    whole = message("I did not like it at first. Call +49 170 1234567 or ann@example.com. Ann", form="named")
    found = conversation(whole)

    assert lacks(note("I did not like it at first. Call […] or […]. Ann"), found) == ()
    assert lacks(note("I did not like it at first. Call […] or […]. […]", show=Show.ANONYMOUS), found) == ()
    assert lacks(note("I did […] like it at first. Call […] or […]. Ann"), found)
    assert lacks(note(whole.own_words, name="Anna"), found)
    assert lacks(note(whole.own_words, post="other"), found) == (
        "the form's yes was for other words, another name or another post",
    )


def test_a_form_without_a_sure_post_goes_where_the_author_puts_it():
    """Only a post that the writer surely saw binds."""
    found = conversation(taken(message(form="named"), to=links("cron", Tier.LIKELY)))

    assert lacks(note(post="other"), found) == ()


@pytest.mark.parametrize(
    ("change", "why"),
    [
        ({}, ()),
        ({"title": "Timers"}, ()),
        ({"name": "Dr. Ann Example"}, ("nobody asked the writer about this name",)),
        ({"place": "Turin"}, ("nobody asked the writer about this place",)),
        ({"post": "timers"}, ("the writer agreed to it under another post",)),
        ({"show": Show.ANONYMOUS, "name": ""}, ()),
    ],
)
def test_a_permission_is_for_the_words_name_and_post_it_was_given_for(change, why):
    """Case 62: each change of what the writer saw asks again; a title and leaving out the name do not."""
    made = note()

    assert why == lacks(replace(made, **change), standing=permitted(made))


def test_a_changed_excerpt_asks_again():
    """Other words than those that were shown to the writer, also fewer of them."""
    told = ("these words were not among those the writer agreed to",)

    assert told == lacks(note("Your post saved my weekend."), standing=permitted(note()))
    assert told == lacks(note(WORDS + " I mean it."), standing=permitted(note()))


def test_elision_asks_nobody_again():
    """Taking an address, a number or the writer's name out of permitted words needs no new yes."""
    whole = note("Write to ann@example.com or 0170 1234567. Thanks, Ann")
    less = note("Write to […] or […]. Thanks, […]", show=Show.ANONYMOUS)

    assert lacks(less, standing=permitted(whole)) == ()
    assert lacks(whole, standing=permitted(less)), "putting it back asks"


def test_without_a_name_does_not_become_with_one():
    """A yes without the name is no yes with it."""
    made = note(show=Show.ANONYMOUS)

    assert lacks(note(), standing=permitted(made)) == ("the writer agreed to be quoted without a name",)


def test_each_turn_has_its_own_consent():
    """A later turn needs one too; two permissions may cover one turn each."""
    first, second = note(), note("That did it.")
    both = note(WORDS, reader("That did it."))
    one = permitted(first)
    two = replace(one, permits=(*one.permits, *permitted(second).permits))

    assert lacks(both, standing=one) == ("a later turn has no consent",)
    assert lacks(both, standing=two) == ()


def test_a_later_refusal_ends_a_permission():
    """Who wrote no on a later day than yes has said no; a yes after that counts again."""
    no = taken(
        "Please take it down.",
        identity="mid:two@example.com",
        sent="2026-05-20T10:00:00+00:00",
        found=kinds(permission=Permission.REFUSED, said="Please take it down."),
    )
    found = conversation(taken(), no)

    assert lacks(note(), found, permitted(note())) == ("the writer took the permission back",)
    assert consent_of(found, permitted(note())) == Consent.REFUSED
    assert lacks(note(), found, permitted(note(), day="2026-05-21")) == ()


def test_a_counted_letter_needs_that_choice():
    """Counting is a consent of its own: the form's, or a permission recorded for it."""
    counted = note(show=Show.COUNTED)

    assert lacks(counted) == ("the writer did not say that the letter may be counted",)
    assert lacks(counted, conversation(message(form="counted"))) == ()
    assert lacks(counted, standing=permitted(counted)) == ()
    assert consent_of(conversation(), permitted(counted)) == Consent.COUNTED


def test_a_permission_to_count_shows_no_words():
    """A number was allowed, not a word."""
    assert lacks(note(show=Show.ANONYMOUS), standing=permitted(note(show=Show.COUNTED)))


def test_words_of_an_unknown_message_have_only_permissions():
    """Without the message behind them nothing else can allow words."""
    found = conversation(message(public=True))

    assert not may_show(note(), WORDS, None, found, Standing())
    assert may_show(note(), WORDS, None, found, permitted(note()))


@pytest.mark.parametrize(
    ("part", "whole", "expected"),
    [
        ("Call […] now", "Call +49 (170) 123-4567 now", True),
        ("Call […] now", "Call 12 now", False),
        ("See […] now", "See https://x.example/?to=ann%40example.com now", True),
        ("See […] now", "See https://x.example/ now", False),
        ("Bye […]", "Bye <ann@example.com>", True),
        ("Bye […]", "Bye Ann.", True),
        ("Bye", "Bye Ann Bob", False),
        ("I […] like it", "I never like it", False),
        ("Well […]", "Well 😡", False),
        ("Something else", "Bye Ann", False),
    ],
)
def test_what_elision_takes_is_known_by_its_shape(part, whole, expected):
    """Addresses, long numbers, the writer's own names and marks; never a word, a short number or an emoji."""
    assert expected == only_elided(part, whole, frozenset({"ann"}))


def test_accept_records_the_permission_for_exactly_this_note():
    """A permission given with accept is one event, bound to words, name, place and post."""
    made = note(place="Turin")

    first, second = decide(conversation(), Move.ACCEPT, note=made, sources=SOURCES, permission=YES)

    assert (first.name, second.name) == (Name.PERMITTED, Name.ACCEPTED)
    expected = {
        "show": "named", "words": [WORDS], "name": "Ann", "place": "Turin", "post": "cron",
        "wording": "Yes with my name", "day": "2026-05-10",
    }  # fmt: skip
    assert expected == dict(first.data)


def test_a_refusal_names_what_the_writer_said_and_the_ways_out():
    """Refused words are quoted, and permission, mine and keep are offered."""
    found = conversation(taken(found=kinds(permission=Permission.REFUSED, said="do not publish this")))

    refused = decide(found, Move.ACCEPT, note=note(), sources=SOURCES)

    assert isinstance(refused, Refusal)
    assert "do not publish this" in refused.why
    assert [
        way for way, line in zip(["--permission", "--show mine", "keep"], refused.ways, strict=True) if way in line
    ] == ["--permission", "--show mine", "keep"]


@pytest.mark.parametrize(
    ("words", "part", "sentence"),
    [
        ("Thanks. Use it by all means but no name please. Bye", "no name", "Use it by all means but no name please."),
        ("Hello\n\nyou may\nquote me", "quote me", "you may quote me"),
        ("It works with v2.3 now. “Quote me!” Ann", "Quote me", "“Quote me!”"),
        ("助かりました。引用してもいいです。田中", "引用", "引用してもいいです。"),
        ("x" * 5000 + " quote me " + "y" * 5000, "quote me", "x" * 199 + " quote me " + "y" * 199),
    ],
)
def test_what_a_writer_says_about_quoting_is_a_whole_sentence(words, part, sentence):
    """Two words of it ("no name") can be read both ways: the sentence and its day are told; a word without an end is cut."""
    at = words.index(part)
    found = replace(kinds(permission=Permission.ANONYMOUS), evidence=(Span("permission", at, at + len(part), part),))

    (said,) = quoting(conversation(taken(message(words), found=found)))

    assert ((sentence,), date(2026, 5, 3)) == (said.sentences, said.day)


def test_a_hint_of_permission_is_shown_with_the_way_out():
    """What classify found is quoted to the author, who confirms it."""
    found = conversation(taken(found=kinds(permission=Permission.NAMED, said="feel free\nto quote me")))

    refused = decide(found, Move.ACCEPT, note=note(), sources=SOURCES)

    assert "“feel free to quote me”" in str(refused)
