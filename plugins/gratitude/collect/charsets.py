"""Bytes of a mail to text, whatever the mail says or fails to say about them. Pure."""

from __future__ import annotations

__all__ = ["decoded"]

import codecs
import re

ALIAS = {
    "unknown-8bit": "utf-8", "utf8mb4": "utf-8", "default": "utf-8", "x-unknown": "utf-8", "unicode-1-1-utf-7": "utf-7",
    "ascii": "cp1252", "us-ascii": "cp1252", "iso-8859-1": "cp1252", "latin-1": "cp1252", "latin1": "cp1252",
    "ansi_x3.4-1968": "cp1252", "gb2312": "gb18030", "gbk": "gb18030", "x-gbk": "gb18030", "cn-gb": "gb18030",
    "ks_c_5601-1987": "cp949", "euc-kr": "cp949", "shift_jis": "cp932", "x-sjis": "cp932", "x-mac-roman": "mac_roman",
    "iso-8859-8-i": "iso-8859-8", "iso-8859-9": "cp1254", "tis-620": "cp874", "windows-874": "cp874",
}  # fmt: skip
NO_TEXT = {"unicode_escape", "raw_unicode_escape", "idna", "punycode", "undefined", "mbcs", "oem"}
"""Python codecs that are no charset of a mail."""
DOUBLE_BYTE = {
    "gb18030",
    "gbk",
    "gb2312",
    "big5",
    "big5hkscs",
    "cp949",
    "euc_kr",
    "cp932",
    "shift_jis",
    "euc_jp",
    "johab",
}
HIGH_WORD = re.compile(rb"[\xa3\xb3\xa8\xb8\xc0-\xff]{4,}")
STRICT_FIRST = ("utf-16", "utf-32", "iso2022", "iso-2022", "utf-7", "hz")
STRAY = re.compile("[\udc80-\udcff]+")
TORN = re.compile("[\udcc2-\udcf4][\udc80-\udcbf]+")
TORN_END = re.compile("[\udcc2-\udcf4]\\Z")
"""A character whose bytes were cut off: at the end of a text or between two lines."""
ESCAPE = re.compile(rb"\x1b(\$[@B]|\$\([@BDQO]|\([BJIH])")


def _text_codec(name: str) -> str:
    """The codec's name if Python has it and it makes text, else cp1252."""
    try:
        info = codecs.lookup(name)
    except (LookupError, ValueError, TypeError):
        return "cp1252"
    return "cp1252" if info.name in NO_TEXT or not getattr(info, "_is_text_encoding", True) else info.name


def _double_byte(data: bytes, set_name: bytes) -> str:
    """JIS rows as Windows writes them (cp932 holds NEC's row 13, which Python's ISO-2022-JP lacks)."""
    if set_name in (b"$(D", b"$(Q", b"$(O"):
        return b"".join(b"\x8f" + bytes(x | 0x80 for x in data[i : i + 2]) for i in range(0, len(data) - 1, 2)).decode(
            "euc_jp", "replace"
        )
    out = bytearray()
    for i in range(0, len(data) - 1, 2):
        row, cell = data[i], data[i + 1]
        out.append((row + 1 >> 1) + (0x70 if row < 0x5F else 0xB0))
        out.append((cell + (0x1F if cell < 0x60 else 0x20)) if row & 1 else cell + 0x7E)
    return bytes(out).decode("cp932", "replace")


def _jis(data: bytes) -> str:
    """ISO-2022-JP by hand, where the codec gave up."""
    pieces = ESCAPE.split(data)
    out = [pieces[0].decode("ascii", "replace")]
    for set_name, part in zip(pieces[1::2], pieces[2::2], strict=True):
        if set_name.startswith(b"$"):
            lines = part.split(b"\n")
            out.append("\n".join(_double_byte(line, set_name) for line in lines))
        elif set_name == b"(I":
            out.append(bytes(x | 0x80 if 0x20 < x < 0x60 else x for x in part).decode("cp932", "replace"))
        else:
            out.append(part.decode("ascii", "replace"))
    return "".join(out)


def _double_byte_text(data: bytes, codec: str) -> str:
    """Text of a declared Chinese, Japanese or Korean charset whose few bytes could also be UTF-8 of two-byte letters.

    ``谢谢`` in GB 2312 is ``лл`` in UTF-8. Text that is more likely UTF-8 has letters of three bytes. ``""`` for that.
    """
    try:
        other = data.decode("utf-8")
        text = data.decode(codec)
    except ValueError:
        return ""
    return text if not data.isascii() and all(c < "\u0800" for c in other) else ""


def _cyrillic(data: bytes) -> str:
    """The codec of a Cyrillic text that says nothing of its charset, or says Latin; ``""`` where it is none.

    Words wholly of accented letters stand in no Latin text. In Windows-1251 small letters are 0xE0 to 0xFF, in KOI8-R
    0xC0 to 0xDF, and most letters of a text are small.
    """
    words = HIGH_WORD.findall(data[:20_000])
    high = sum(b >= 0xC0 for b in data[:20_000])
    letters = b"".join(words)
    if len(words) < 2 or len(letters) < 0.7 * high:
        return ""
    upper = sum(b >= 0xE0 for b in letters)
    codec = "cp1251" if upper * 2 > len(letters) else "koi8_r"
    text = letters.decode(codec, "replace").lower()
    return codec if sum(c in "оеаинтсрвл" for c in text) >= 0.5 * len(text) else ""


def _windows(m: re.Match[str]) -> str:
    """Bytes that are no UTF-8 in a text that says it is: Windows-1252, as nearly always."""
    return bytes(ord(c) - 0xDC00 for c in m[0]).decode("cp1252", "replace")


def _with_windows(text: str) -> str:
    """A text said to be UTF-8 whose other bytes were escaped: torn characters lost, the rest as Windows-1252."""
    text = TORN.sub(lambda m: "\ufffd" * len(m[0]), text)
    if any("\x7f" < c < "\ud800" or c > "\udfff" for c in text):  # it is UTF-8 elsewhere, so its end was cut
        text = TORN_END.sub("\ufffd", text)
    return STRAY.sub(_windows, text)


def decoded(data: bytes, charset: str = "") -> str:
    r"""Return ``data`` as text. Never raises; no lone surrogates.

    In this order: escape sequences of JIS or KS (Outlook sends them with no charset or a wrong one), UTF-16/32/7 and
    HZ where declared, UTF-8 where valid, the declared charset, Windows-1252; also for the bytes that are none in a text declared as UTF-8.
    """
    name = charset.strip("'\" \t").lower()[:64]
    name = ALIAS.get(name, name)
    if b"\x1b$" in data and data.isascii():
        name = "iso2022_kr" if b"\x1b$)C" in data else "iso2022_jp_ext"
        try:
            return data.decode(name)
        except ValueError:
            return data.decode(name, "replace") if name == "iso2022_kr" else _jis(data)
    codec = _text_codec(name) if name else "cp1252"
    if codec in DOUBLE_BYTE and (text := _double_byte_text(data, codec)):
        return text
    if codec == "cp1252" and (cyrillic := _cyrillic(data)):
        codec = cyrillic
    order = [(codec, "strict")] if name.startswith(STRICT_FIRST) else []
    last = [("utf-8", "surrogateescape")] if codec == "utf-8" else [(codec, "replace")]
    for attempt, errors in [*order, ("utf-8", "strict"), *last]:
        try:
            text = data.decode(attempt, errors)
            if errors == "surrogateescape":
                text = _with_windows(text)
            return text.encode("utf-8", "replace").decode("utf-8")
        except (LookupError, ValueError):
            continue
    return data.decode("cp1252", "replace")
