"""What programs write into a text in the place of something else, and letters that nobody sees: none of it is words. Pure."""

from __future__ import annotations

__all__ = ["without_placeholders"]

import re

UNSEEN = re.compile(
    "[\u00ad\u180e\u2060\ufeff]|(?<![\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff])\u200b(?![\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff])"
)
"""Soft hyphens, word joiners and zero-width spaces (a text without spaces keeps these: Thai, Lao, Burmese, Khmer)."""
IN_LINE = re.compile(
    r"\[cid:[^\]\s]{1,200}\]|\[(?:inline image|image|bild|imagen|immagine|imagem|afbeelding)(?: [^\]\n]{0,60})?: [^\]\n]{0,200}\]"
    r"|\[(?:inline image \d{0,3}|image removed by sender\.?|bild wurde vom absender entfernt\.?|image supprimée par l.expéditeur\.?)[^\]\n]{0,120}\]|\ufffc",
    re.IGNORECASE,
)
"""Pictures as Gmail, Outlook and Apple Mail show them in plain text."""
ON_A_LINE = re.compile(
    r"^[ \t]{0,8}(?:(?:<<[^<>\n]{1,120}\.[a-z]{2,4} ?>>|<[^<>\n]{1,120}\.(?:png|jpe?g|gif|heic|tiff?|bmp)>)[ \t]{0,4}){1,8}$",
    re.IGNORECASE | re.MULTILINE,
)
"""Attachments as Outlook and Apple Mail name them, in a line of their own."""
CARD = re.compile(
    r"^[ \t]{0,8}BEGIN:VCARD[ \t]*$.{0,8000}?^[ \t]{0,8}END:VCARD[ \t]*$\n?", re.IGNORECASE | re.MULTILINE | re.DOTALL
)
SIGNS = re.compile("[\u00ad\u180e\u200b\u2060\ufeff\ufffc]|\\[|<|BEGIN:VCARD", re.IGNORECASE)


def without_placeholders(text: str) -> str:
    """Return ``text`` without a program's ``[cid:...]``, ``<<winmail.dat>>`` and pasted cards, and without unseen letters."""
    if not SIGNS.search(text):
        return text
    text = UNSEEN.sub("", text)
    if "VCARD" in text.upper():
        text = CARD.sub("", text)
    return ON_A_LINE.sub("", IN_LINE.sub("", text))
