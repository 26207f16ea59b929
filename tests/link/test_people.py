"""The same writer, and the same words."""

from __future__ import annotations

from gratitude.link.people import wrote_about
from gratitude.link.similar import alike
from gratitude.message import Earlier, Person


def test_what_a_writer_wrote_about_is_counted(message, past):
    """By exact address; the post written about last stands last."""
    earlier = [
        Earlier(message=message("x", f"mid:{i}@example.com"), post=post)
        for i, post in enumerate(("bread", "cron", "bread", ""))
    ]

    assert list(wrote_about(message("y"), past(*earlier)).items()) == [("cron", 1), ("bread", 2)]


def test_likeness_of_names_joins_nobody(message, past):
    """Another address is another person, and no address is nobody."""
    other = Earlier(
        message=message("x", "mid:1@example.com", sender=Person("Ann", "ann@elsewhere.example")), post="bread"
    )
    nobody = Earlier(message=message("x", "mid:2@example.com", sender=Person("Ann")), post="bread")

    assert wrote_about(message("y"), past(other, nobody)) == {}
    assert wrote_about(message("y", sender=Person("Ann")), past(other, nobody)) == {}


def test_a_message_itself_and_the_authors_mails_do_not_count(message, past):
    """Neither is what this writer wrote before."""
    itself = message("y")
    mine = message("x", "mid:1@example.com", yours=True)

    assert wrote_about(itself, past(Earlier(message=itself, post="bread"), Earlier(message=mine, post="bread"))) == {}


def test_messages_alike_are_told_once_and_in_order(message, past):
    """Nearly the same words, the oldest first; the author's and the message itself are left out."""
    same = "The dough rests in a basket overnight and then it bakes"
    one, two = message(same, "mid:1@example.com"), message(same + "!", "mid:2@example.com")
    mine, itself = message(same, "mid:3@example.com", yours=True), message(same)

    assert alike(itself, past(one, two, mine, itself, one)) == ("mid:1@example.com", "mid:2@example.com")
