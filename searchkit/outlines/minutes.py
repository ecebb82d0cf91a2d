"""Minutes: documents that nobody issued on a day of their own, by what they say of themselves."""

from __future__ import annotations

import re

from .layout import Layout
from .wording import collapse

__all__ = ["are_minutes"]

_MINUTES = re.compile(r"\bminutes\b", re.IGNORECASE)
_LED = re.compile(r"\W*(?:(?:meeting|draft|approved) )?(?:minutes|notes)\b", re.IGNORECASE)
"""What leads to the day of a meeting on a line: ``Minutes - 11 April 2006``."""
_OPENED = re.compile(r"\bto order\b", re.IGNORECASE)
_CARRIED = re.compile(
    r"\bseconded\b|\b(?:motion|vote|resolution) (?:was )?(?:carried|passed|approved)\b",
    re.IGNORECASE,
)
_ZONE = 6000
"""A meeting comes to order so near to the beginning, in characters."""


def are_minutes(text: str, layout: Layout) -> bool:
    """Whether a document says that it is minutes, or tells of motions as minutes do."""
    if layout.kind is not None and _MINUTES.search(layout.kind) is not None:
        return True
    days = (collapse(text[p.start : p.end]) for p in layout.parts if p.role == "date")
    if any(_LED.match(line) for line in days):
        return True
    return _OPENED.search(text, 0, _ZONE) is not None and _CARRIED.search(text) is not None
