"""A comment that a comment system's letter brings is its visitor's."""

from __future__ import annotations

import pytest

from collect.samples import mail
from gratitude.collect.author import whose
from gratitude.collect.parse import parse
from gratitude.collect.relayed import relayed
from gratitude.collect.source import arrival
from gratitude.message import Folder, Site

POST = "https://stillpages.example.com/2019/05/redirects/"
ADMIN = "https://stillpages.example.com/wp-admin/comment.php?action="
NEW = f"""A new comment on the post "Redirects" has been published:
{POST}

Author: Ben Example (IP address: 192.0.2.7, host7.example.net)
Email: ben@example.com
URL: https://ben.example.com/
Comment:
Thank you, that ended two days of searching.

Note: I use nginx.

You can see all comments on this post here:
{POST}#comments

Permalink: {POST}#comment-12
Trash it: {ADMIN}trash&c=12#wpbody-content
"""
OLD = f"""Ein neuer Kommentar zum Beitrag „Redirects“ wartet auf deine Freigabe
{POST}

Autor : Eva Beispiel (IP: 192.0.2.10 , host10.example.net)
E-Mail : eva@example.com
URL    : \nWhois  : http://whois.arin.net/rest/ip/192.0.2.10
Kommentar: \nVielen Dank, das war alles, was mir fehlte.

Genehmigen: {ADMIN}approve&c=15
Als Spam markieren: {ADMIN}spam&c=15
"""
PINGBACK = f"""A new pingback on the post "Redirects" is waiting for your approval
{POST}

Website: Another Blog (IP address: 192.0.2.11, other.example.net)
URL: https://other.example.net/post
Pingback excerpt: \n[…] as the author wrote […]

Approve it: {ADMIN}approve&c=16
"""
ISSO = f"""Fay Example <fay@example.com> wrote:

Your post saved me, thank you!

IP address: 192.0.2.0
Link to comment: {POST}#isso-18

---
Delete comment: https://comments.example.com/id/18/delete/abc
"""
PELICAN = f"""Hey,
I posted a new comment on {POST}

Greetings Gil Example


Raw comment data:
----------------------------------------
email: \ndate: 2014-03-21T15:02+01:00
author: Gil Example
replyto: 1md

It works now. Thank you!
"""
DISQUS = f"""Hal Example (unregistered) wrote, in response to Author:

> Did it help?

It did, thank you.

Link to comment: http://disq.us/p/abc
{POST}#comment-1234

-----
Options: Reply with "Like" to like this comment, or respond in the body to post a reply comment.
"""
JETPACK = """New comment on "Redirects"

Ida Example commented on Redirects

Thanks a lot, that was the cure.

Name: Ida Example
Email: ida@example.com
IP: 192.0.2.12

Approve   Trash   Mark as Spam
"""
LETTERS = [
    (NEW, "WordPress <wordpress@stillpages.example.com>", ("Ben Example", "ben@example.com"),
     "Thank you, that ended two days of searching.\n\nNote: I use nginx."),
    (OLD, "maren@stillpages.example.com", ("Eva Beispiel", "eva@example.com"), "Vielen Dank, das war alles, was mir fehlte."),
    (ISSO, "Isso <isso@stillpages.example.com>", ("Fay Example", "fay@example.com"), "Your post saved me, thank you!"),
    (PELICAN, "Gil <gil@example.com>", ("Gil Example", "gil@example.com"), "It works now. Thank you!"),
    (DISQUS, "Disqus <notifications@disqus.net>", ("Hal Example", ""), "It did, thank you."),
    (JETPACK, "WordPress.com <donotreply@wordpress.com>", ("Ida Example", "ida@example.com"), "Thanks a lot, that was the cure."),
    ("Someone left a comment on your page\n\nKay Example on Redirects:\nThat saved my evening.", "noreply@commento.io",
     ("Kay Example", ""), "That saved my evening."),
    ("A new comment was posted by Lea Example <lea@example.com> on Redirects.\n\nThat saved my day.", "noreply@staticman.net",
     ("Lea Example", "lea@example.com"), "That saved my day."),
    ("New comment from Mia Example on your site to \"Redirects\"\n\nThat saved me.\n\nReply <https://x.example/#r>", "notify@example.com",
     ("Mia Example", ""), "That saved me."),
]  # fmt: skip
SITE = Site(hosts=frozenset({"stillpages.example.com"}), addresses=frozenset({"maren@stillpages.example.com"}))


@pytest.mark.parametrize(("body", "sender", "who", "words"), LETTERS)
def test_the_words_are_the_visitors(body, sender, who, words):
    """WordPress, Isso, Disqus, Jetpack and their like: name, address and words are the visitor's, and so is the letter."""
    raw = mail(words=body, From=sender, Subject='[Still Pages] Comment: "Redirects"')

    found = arrival(raw, place="", mark="", folder=Folder.INBOX)
    message = whose(found.message, SITE)

    assert (*who, words, None, False) == (
        message.sender.name, message.sender.address, message.own_words, found.reason, message.yours,
    )  # fmt: skip


@pytest.mark.parametrize(
    ("body", "sender"), [(NEW, "wordpress@x.example"), (ISSO, "isso@x.example"), (DISQUS, "a@disqus.net")]
)
def test_it_stands_under_its_post(body, sender):
    """The address of the comment says which post it is about."""
    assert POST == relayed(body, sender=sender, subject="New comment").post_url


def test_a_letter_in_the_sent_folder_is_still_the_visitors():
    """Where the blog sends by the author's own account its letters lie in Sent too."""
    message = whose(parse(mail(words=NEW, From="maren@stillpages.example.com"), folder=Folder.SENT), SITE)

    assert (False, "ben@example.com") == (message.yours, message.sender.address)


def test_the_authors_own_comment_is_the_authors():
    """A comment under the author's own address is the author's answer."""
    own = NEW.replace("ben@example.com", "maren@stillpages.example.com")

    assert whose(parse(mail(words=own, From="wordpress@stillpages.example.com")), SITE).yours


def test_a_pingback_is_left_out():
    """Another blog's pingback is no reader's letter, as in an export."""
    raw = mail(words=PINGBACK, From="wordpress@stillpages.example.com")

    assert "a pingback" == arrival(raw, place="", mark="").reason


def test_the_marks_of_the_machine_are_not_the_comments():
    """A service's letter has the headers of a newsletter and says nobody reads the answers; the comment counts all the same."""
    raw = mail(
        words=JETPACK, From="donotreply@wordpress.com", Subject="New comment", List_Unsubscribe="<https://x.example>"
    )
    found = arrival(raw, place="", mark="")

    assert (None, "comment", False) == (
        found.reason, found.message.facts["relayed"], "list-unsubscribe" in found.message.facts,
    )  # fmt: skip


@pytest.mark.parametrize(
    ("words", "headers"),
    [
        (f"Look what Ben wrote.\n\n---------- Forwarded message ----------\n{NEW}", {}),
        (f"Hello Maren, I got this from your blog:\n\n{NEW.partition(POST)[2]}\nIs that right? Ann", {}),
        (f"Hello Maren, what is this?\n\n{ISSO}", {}),
        (f"{ISSO}\nIs that right? Ann", {}),
        ("Ben wrote:\nthat it works.\n\nThank you.", {"Subject": "your comment"}),
        ("Author: Ann\nI am the author of a book. Comment:\nThank you.", {}),
        (
            "The new comment on your page reads: Ann wrote:\nthanks",
            {"From": "noreply@shop.example", "Reply-To": "ann@example.com"},
        ),
    ],
)
def test_a_persons_letter_stays_that_persons(words, headers):
    """A letter that shows or forwards such a notice, or only looks a little like one, is its sender's."""
    assert "relayed" not in parse(mail(words=words, **headers)).facts


def test_a_notice_without_a_comment_is_left_out():
    """A machine's letter whose subject speaks of comments and which brings none is left out as before."""
    raw = mail(words="Your comment settings have changed.", From="noreply@wordpress.com", Subject="Comment settings")

    assert (None, "from a no-reply address") == ((found := arrival(raw, place="", mark="")).message, found.reason)


def test_what_is_typed_into_our_form_is_its_visitors():
    """A visitor who types such a letter into our own form writes in nobody else's name, least of all with a yes."""
    raw = mail(words=NEW, **{"X-Gratitude-Show": "named"})
    message = parse(raw, trusted=True)

    assert ("ann@example.com", "named", False) == (
        message.sender.address, message.form.show, "relayed" in message.facts,
    )  # fmt: skip
