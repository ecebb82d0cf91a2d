"""Bytes -> text: which encoding they are in, and what had to be assumed or replaced.

Tried in order: a byte order mark, UTF-8, what the document itself declares (a web page), Japanese
encodings where the text then has kana as Japanese has, Windows-1252. What is damaged becomes �.
"""

from __future__ import annotations

import codecs

__all__ = ["NotText", "decode"]

_BINARY_CHECK = 1 << 20
_UTF16 = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
_UTF32 = (codecs.BOM_UTF32_LE, codecs.BOM_UTF32_BE)
_JAPANESE = ("cp932", "euc_jp")
_SAMPLE = 1 << 18
"""So many bytes tell which encoding a text is in."""
_KANA_SHARE = 0.15
"""Of the characters beyond ASCII; Japanese has a third and more, chance hardly any."""
_SHOWN = {"cp1252": "Windows-1252", "cp932": "Shift-JIS", "euc_jp": "EUC-JP"}
_DECLARED = {
    "shift_jis": "cp932", "shift-jis": "cp932", "x-sjis": "cp932", "sjis": "cp932",
    "windows-31j": "cp932", "ms932": "cp932", "cp932": "cp932", "euc-jp": "euc_jp",
    "x-euc-jp": "euc_jp", "iso-2022-jp": "iso2022_jp", "iso-8859-1": "cp1252", "latin1": "cp1252",
    "us-ascii": "cp1252", "windows-1252": "cp1252", "iso-8859-2": "iso8859-2",
    "iso-8859-15": "iso8859-15", "windows-1250": "cp1250", "windows-1251": "cp1251",
    "koi8-r": "koi8-r", "gb2312": "gb18030", "gbk": "gb18030", "gb18030": "gb18030",
    "big5": "big5", "euc-kr": "cp949", "ks_c_5601-1987": "cp949",
}  # fmt: skip
"""What documents call encodings, and the codec that reads what is then really in them."""


class NotText(Exception):
    """The bytes are no text."""


def decode(raw: bytes, *, declared: str | None = None) -> tuple[str, str, tuple[str, ...]]:
    """The text, the name of its codec, and notes where something was assumed or replaced.

    Args:
        declared: the encoding that the document names, believed if it is a known one.

    Raises:
        NotText: the bytes are binary.
    """
    if raw.startswith(_UTF16) and not raw.startswith(_UTF32):
        return _replacing(raw, "utf-16")
    if b"\0" in raw[:_BINARY_CHECK]:
        raise NotText("is a binary file, not text")
    if b"\x1b$" in raw[:_SAMPLE] and raw.isascii():
        return _replacing(raw, "iso2022_jp")
    try:
        return raw.decode("utf-8"), "utf-8", ()
    except UnicodeDecodeError:
        pass
    codec = _DECLARED.get((declared or "").strip().lower())
    if codec is not None:
        return _replacing(raw, codec)
    damaged = raw.decode("utf-8", "replace")
    # Other encodings have no valid UTF-8 sequences but by accident; damaged UTF-8 mostly has.
    if sum(char > "\x7f" for char in damaged) > 2 * damaged.count("�"):
        return _replacing(raw, "utf-8")
    codec = max(_JAPANESE, key=lambda name: _kana(raw, name))
    if _kana(raw, codec) < _KANA_SHARE:
        codec = "cp1252"
    text, codec, notes = _replacing(raw, codec)
    return text, codec, (f"is not UTF-8: read as {_SHOWN[codec]}", *notes)


def _kana(raw: bytes, codec: str) -> float:
    """The share of kana among what is not ASCII. Half-width kana are what EUC-JP is misread as."""
    high = [char for char in raw[:_SAMPLE].decode(codec, "replace") if char > "\x7f"]
    return sum("\u3041" <= char <= "\u30fe" for char in high) / len(high) if high else 0.0


def _replacing(raw: bytes, codec: str) -> tuple[str, str, tuple[str, ...]]:
    try:
        return raw.decode(codec), codec, ()
    except UnicodeDecodeError:
        text = raw.decode(codec, "replace")
    count = text.count("�")
    note = f"{count} damaged character{'s' if count != 1 else ''} replaced by �"
    return text, codec, (note,) if count else ()
