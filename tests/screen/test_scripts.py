"""Scripts and letters that pose as others."""

from __future__ import annotations

import pytest

from gratitude.screen.scripts import foreign_share, is_babble, mixed_words


@pytest.mark.parametrize(
    ("words", "lang", "expected"),
    [
        ("Большое спасибо", "en", "Cyrillic"),
        ("Большое спасибо", "ru", ""),
        ("ありがとうございます", "ja", ""),
        ("日本語の記事", "ja", ""),
        ("谢谢你的文章", "zh-Hans", ""),
        ("谢谢你的文章", "de", "Chinese"),
        ("Thank you", "ru", ""),
        ("شكرا جزيلا", "en", "Arabic"),
        ("12345 !!", "en", ""),
        ("", "en", ""),
    ],
)
def test_a_script_is_foreign_where_the_blog_has_another(words: str, lang: str, expected: str):
    """Latin letters are at home everywhere, others where their language is."""
    assert expected == foreign_share(words, lang)[1]


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("Thаnk yоu", ["Thаnk", "yоu"]),
        ("ｃａｓｉｎｏs", ["ｃａｓｉｎｏs"]),
        ("via\u200bgra", ["viagra"]),
        ("Grüße, Łódź, naïve, Straße, İstanbul", []),
        ("Спасибо за статью о PDFом", []),
        ("α-blending, 5 µm, Δt, λ", []),
        ("co\u00adoperate", []),
        ("plain", []),
    ],
)
def test_posing_letters_are_told_from_languages(words: str, expected: list[str]):
    """A word counts when every foreign letter in it looks like a Latin one."""
    assert expected == mixed_words(words)


@pytest.mark.parametrize(
    ("flat", "expected"),
    [
        ("cheap bags outlet store leather wallets", True),
        ("thanks", False),
        ("nexus four kernel rom", False),
        ("i have read it twice now", False),
        ("vielen dank für die mühe gestern", False),
        ("merci beaucoup pour cette aide précieuse", False),
        ("спасибо за эту статью о таймерах", False),
        ("", False),
    ],
)
def test_babble_has_no_common_word(flat: str, expected: bool):
    """Five words without one that every sentence needs are a list of keywords."""
    assert expected is is_babble(flat)
