"""Small mails and exports that the collect tests share."""

from __future__ import annotations

from gratitude.message import Message, Person
from gratitude.note import Via


def mail(number=1, words="Thank you.", **headers):
    """The bytes of one plain mail; keyword ``In_Reply_To="<x>"`` adds or replaces a header."""
    fields = {
        "From": "Ann Example <ann@example.com>",
        "To": "maren@stillpages.example.com",
        "Subject": f"Letter {number}",
        "Date": f"Fri, 9 May 2025 08:00:{number % 60:02} +0000",
        "Message-ID": f"<{number}@example.com>",
    } | {k.replace("_", "-"): v for k, v in headers.items()}
    return ("".join(f"{k}: {v}\n" for k, v in fields.items() if v is not None) + f"\n{words}\n").encode()


def mbox(*mails):
    """An mbox of these mails."""
    return b"".join(b"From ann@example.com Fri May  9 08:00:00 2025\n" + m + b"\n" for m in mails)


def message(**values):
    """A message with defaults."""
    values = {"identity": "mid:1@example.com", "via": Via.MAIL, "sender": Person("Ann", "ann@example.com")} | values
    return Message(**values)


def wxr(*comments, post="<wp:status>publish</wp:status>", channel="", head='<?xml version="1.0" encoding="UTF-8"?>\n'):
    """A WordPress export with one post and these comments (`wp_comment`)."""
    return (
        f'{head}<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" '
        'xmlns:wp="http://wordpress.org/export/1.2/"><channel><title>Still Pages</title>'
        f"<link>https://stillpages.example.com</link>{channel}"
        "<item><title>Redirects</title><link>https://stillpages.example.com/2019/05/redirects/</link>"
        f"{post}{''.join(comments)}</item></channel></rss>"
    ).encode()


def wp_comment(number=1, words="Thank you.", **values):
    """One ``wp:comment``; keywords are the names without ``comment_``, a value of None leaves the field out."""
    fields = {
        "id": str(number),
        "author": "Ann Example",
        "author_email": "ann@example.com",
        "date": "2019-05-04 12:00:00",
        "date_gmt": "2019-05-04 10:00:00",
        "content": words,
        "approved": "1",
        "type": "",
        "parent": "0",
        "user_id": "0",
    } | values
    inner = "".join(
        f"<wp:comment_{k}><![CDATA[{v}]]></wp:comment_{k}>" for k, v in fields.items() if v is not None and k != "meta"
    )
    meta = "".join(
        f"<wp:commentmeta><wp:meta_key>{k}</wp:meta_key><wp:meta_value><![CDATA[{v}]]></wp:meta_value></wp:commentmeta>"
        for k, v in values.get("meta", {}).items()
    )
    return f"<wp:comment>{inner}{meta}</wp:comment>"
