"""Mojibake is mended where that is certain, and nowhere else."""

from __future__ import annotations

import pytest

from collect.samples import mail
from gratitude.collect.mojibake import mended
from gratitude.collect.parse import parse


def spoiled(text, charset="cp1252"):
    """``text`` as UTF-8 read in another charset; bytes that Windows-1252 leaves free pass as they are."""
    raw = text.encode()
    return "".join(bytes([b]).decode(charset, "ignore") or chr(b) for b in raw)


@pytest.mark.parametrize(
    "text",
    [
        "I don’t know how to thank you, it’s fixed.",
        "Merci beaucoup, ça marche enfin: le café est prêt.",
        "Спасибо большое за статью!",
        "Dziękuję, działa świetnie.",
        "Tak for artiklen, æ ø å Å.",
        "記事をありがとう。",
        "Thank you 😀",
        "20 °C was the cure.",
        "It is 5 μm thick.",
        "École fermée, été à venir.",
    ],
)
@pytest.mark.parametrize("charset", ["cp1252", "latin-1"])
def test_what_was_read_in_the_wrong_charset_is_mended(text, charset):
    """UTF-8 read as Windows-1252 or Latin-1 comes back whole, also twice."""
    assert [text, text] == [mended(spoiled(text, charset)), mended(spoiled(spoiled(text, charset), charset))]


@pytest.mark.parametrize(
    "text",
    [
        "Ein schöner Beitrag, vielen Dank für die Mühe.",
        "Ich schreibe fÃ¼r und ich schreibe über.",
        'My feed shows "Ã©", thank you.',
        "It shows donâ€™t instead of don't; your post explained it.",
        "Your post on UTF-8 explained my donâ€™t.",
        "A IRMÃ… DISSE",
        "I see â€™ everywhere. Your post helped.",
        "Since the move every Ã© looks broken, and Ã©, too.",
        "AMANHÃ… SEMPRE AMANHÃ… diz ele",
        "I love NESCAFÉ® and your post.",
        "The cell is 120 Å³ large, its side 5 Å² and 7 Å².",
        "I used 3×½ inch screws and 2×¼ inch ones.",
        "NÃO, OBRIGADO",
        "50 € – „gut“ … ¿qué?",
        "",
    ],
)
def test_words_never_get_worse(text):
    """A text that the mistake does not explain, or that speaks of it, stays as it is."""
    assert text == mended(text)


def test_a_lost_space_is_no_hindrance():
    """The second half of an à becomes a plain space on many ways; beside other signs it is read."""
    assert "voilà la réponse à tout, é" == mended("voilÃ  la rÃ©ponse Ã  tout, Ã©")


def test_name_subject_and_words_of_a_mail_are_mended():
    """Plain letters, not only old comments, are mended: name, subject, words."""
    message = parse(
        mail(words="Câ€™est rÃ©parÃ©.", From="RenÃ© Example <rene@example.com>", Subject="Merci, câ€™est rÃ©parÃ©")
    )

    assert ("René Example", "Merci, c’est réparé", "C’est réparé.") == (
        message.sender.name, message.subject, message.own_words,
    )  # fmt: skip
