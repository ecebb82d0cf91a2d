"""Titles in capitals, with the small letters that the same title has elsewhere.

``VISIT TO OMAN AND QATAR BY FOREIGN MINISTER ROE`` names what ``Visit to Oman and Qatar by Foreign
Minister Roe`` names, and rules tell names by their capitals. Every character stays in its place.
"""

from __future__ import annotations

import re
from dataclasses import replace

from ..sections.layout import Layout

__all__ = ["in_title_case"]

_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")
_LEAST = 4
"""A title of fewer words may be an acronym or a masthead."""
_ORDINAL = re.compile(r"(?<=\d)(?:st|nd|rd|th)\b")
"""Small letters that stand among capitals: ``THE 991st MEETING``."""
_SMALL = frozenset(
    re.findall(
        r"\w+",
        "a about after against amid among an and as at before between by de during for from held "
        "in into of on or over since the through to towards under until upon via with within "
        "without two three four five six seven eight nine ten",
    )
)


def in_title_case(layout: Layout) -> Layout:
    """``layout`` for those who ask what its title tells; its text has the same length."""
    spans = [(part.start, part.end) for part in layout.parts if part.role == "title"]
    words = _WORD.findall(layout.title)
    if not spans or len(words) < _LEAST or not _ORDINAL.sub("", layout.title).isupper():
        return layout
    text = layout.text
    body = text[spans[-1][1] :]
    kept = {w for w in words if w in body and re.search(rf"\b{re.escape(w)}\b", body)}

    def cased(found: re.Match[str]) -> str:
        word = found[0]
        low = word.lower()
        if word in kept or len(word) == 1 or len(low) != len(word):
            return word
        before = found.string[: found.start()][-1:]
        small = (low in _SMALL and found.start()) or before.isdigit()  # 12th
        return low if small else low[0].upper() + low[1:]

    pieces, done = [], 0
    for start, end in spans:
        pieces += [text[done:start], _WORD.sub(cased, text[start:end])]
        done = end
    title = _WORD.sub(cased, layout.title)
    return replace(layout, title=title, text="".join([*pieces, text[done:]]))
