"""Signs and letters as wide as a Chinese character, which Japanese and Chinese keyboards type."""

from __future__ import annotations

__all__ = ["halfwidth"]

_NARROW = {wide: wide - 0xFEE0 for wide in range(0xFF01, 0xFF5F)}
_SPACES = dict.fromkeys((0x3000, 0x200B, 0x2060, 0xFEFF), " ")
"""The wide space, and marks without width, which come along when a word is copied from a page."""
_SIGNS = _NARROW | _SPACES


def halfwidth(query: str) -> str:
    """``query``, of the same length, in plain letters and signs: ``ｓｐｅａｋｅｒ：河野``."""
    return query if query.isascii() else query.translate(_SIGNS)
