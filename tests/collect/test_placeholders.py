"""What programs put into a text is no word of the writer's."""

from __future__ import annotations

import pytest

from collect.samples import mail
from gratitude.classify import classify
from gratitude.collect.parse import parse
from gratitude.collect.placeholders import without_placeholders


@pytest.mark.parametrize(
    "added",
    [
        "[cid:image001.png@01D1ABCD.12345678]",
        "[image: Inline image 1]",
        "[Image removed by sender.]",
        "<<winmail.dat>>",
        "<< File: notes.pdf >>",
        "<image001.png>",
        "\ufffc",
        "BEGIN:VCARD\nVERSION:3.0\nFN:Ann Example\nTEL:+39 555 0123\nEND:VCARD",
    ],
)
def test_a_programs_placeholder_is_cut(added):
    """Pictures, attachments and pasted cards, as mail programs name them in plain text, are not shown as words."""
    assert "Thank you." == parse(mail(words=f"Thank you.\n\n{added}")).own_words


def test_unseen_letters_hide_nothing():
    """Soft hyphens, zero-width spaces and joiners vanish from words, names and subjects, so that thanks reads as thanks."""
    message = parse(
        mail(
            words="Thank\u200b you, it\ufeff saved my week\u00adend.",
            From="An\u200bn <ann@example.com>",
            Subject="cron\u2060tab",
        )
    )

    assert ("Thank you, it saved my weekend.", "Ann", "crontab", "thanks") == (
        message.own_words, message.sender.name, message.subject, classify(message).primary.value,
    )  # fmt: skip


@pytest.mark.parametrize(
    "text",
    [
        "see <PATH> and <config.txt>",
        "<config.txt>",
        "[x] done [cid]",
        "مي\u200cخواهم",
        "👩\u200d💻",
        "ภาษา\u200bไทย",
        "[image] of a cat",
        "BEGIN:VCARD only",
        "Why?\n```\nBEGIN:VCARD\nFN:Ben\nEND:VCARD\n```\nThank you.",
        "~~~\n<<main.py>>\n[image: cat]\n```\n<a.png>\n~~~\n",
    ],
)
def test_what_a_person_wrote_stays(text):
    """Angle brackets and square ones of the writer's, joiners of Persian and of emoji, and Thai's word ends stay."""
    assert text == without_placeholders(text)


def test_around_a_fence_placeholders_go():
    """Only what is fenced stays; an opening fence that never closes fences the rest."""
    text = "[cid:a@b] one\n```\n[cid:code]\n```\n[cid:c@d] two\n```\n[cid:rest]"

    assert " one\n```\n[cid:code]\n```\n two\n```\n[cid:rest]" == without_placeholders(text)
