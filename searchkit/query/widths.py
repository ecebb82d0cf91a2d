"""Signs and letters as wide as a Chinese character, which Japanese and Chinese keyboards type."""

from __future__ import annotations

import re

__all__ = ["halfwidth"]

_NARROW = {wide: wide - 0xFEE0 for wide in range(0xFF01, 0xFF5F)}
_SIGNS = _NARROW | {0x3000: " "}
_UNSEEN = re.compile(r"(?<!\w)[\u200b\u2060\ufeff]+|[\u200b\u2060\ufeff]+(?!\w)")
"""Marks without width around a word, which come along when it is copied from a page."""


def halfwidth(query: str) -> str:
    """``query``, of the same length, in plain letters and signs: ``ｓｐｅａｋｅｒ：河野``."""
    if query.isascii():
        return query
    return _UNSEEN.sub(lambda m: " " * len(m[0]), query.translate(_SIGNS))
