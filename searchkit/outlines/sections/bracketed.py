"""Headings in brackets: lines of which several stand alike over texts of their own.

``(On the telephone talk)`` and ``< Points of the talks >`` head the parts of a statement or of a
sheet of facts. One such line alone tells of a picture, a translation or a room.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from ..front.date_lines import date_line
from ..text.lines import Paragraph
from ..transcripts.labels import speech_labels
from ..words.wording import Wording, collapse

__all__ = ["bracketed_headings"]

_CLOSING = {
    "(": ")", "[": "]", "<": ">", "（": "）", "［": "］", "＜": "＞", "〈": "〉", "《": "》",
    "【": "】", "「": "」", "『": "』", "〔": "〕",
}  # fmt: skip
_LONGEST = 240
_MOST_WORDS = 32
_SHORT = 7
"""In so few words an office is somebody: ``(Minister Roe)``."""
_OFFICE = 3
"""An office stands among so many words that begin with it."""
_MATTER = ("On ", "About ", "Concerning ", "Regarding ")
"""What begins so tells of what is spoken, in a clause perhaps."""
_BEFORE_OFFICE = frozenset({"by", "of", "on", "to", "with"})
_SERIES = 2
_REST = 301
_SAYING = "(["
"""In these a transcript tells what happens in the room: ``(Laughter)``."""


def bracketed_headings(text: str, body: Sequence[Paragraph], wording: Wording) -> frozenset[int]:
    """Where the headings start that are lines in brackets of one kind, no two the same.

    Round and square ones count as one kind.
    """
    groups: dict[str, dict[int, str]] = {}
    kept = [paragraph for paragraph in body if not paragraph.boilerplate]
    for line, below in pairwise(kept):
        whole = text[line.body : min(line.end, line.body + _LONGEST)].strip("*_")
        if line.numbers or line.bullet is not None or not whole:
            continue
        if _CLOSING.get(whole[0]) != whole[-1]:
            continue
        words, sign = collapse(whole[1:-1]), whole[0]
        if sign == "(" and wording.kind(words) is not None:
            continue
        if _is_heading(words, wording) and _is_text(text, below, wording):
            groups.setdefault(_SAYING if sign in _SAYING else sign, {})[line.start] = words
    found: set[int] = set()
    for sign, group in groups.items():
        several = len(group) >= _SERIES and len(set(group.values())) == len(group)
        if several and (sign != _SAYING or not speech_labels(text, body)):
            found.update(group)
    return frozenset(found)


def _is_heading(words: str, wording: Wording) -> bool:
    """Whether words in brackets name a matter, and no day, kind, picture or person."""
    low = words.lower().split()
    return (
        words[:1].isupper()
        and len(low) <= _MOST_WORDS
        and (words.startswith(_MATTER) or wording.is_title(words))
        and date_line(words) is None
        and not wording.is_boilerplate(f"({words})")
        and not any(map(str.isdigit, words))
        and (len(low) >= _SHORT or _names_matter(low, wording))
    )


def _names_matter(low: Sequence[str], wording: Wording) -> bool:
    """Whether words begin with no office: ``Meeting with Minister Roe``, and not ``Minister``."""
    office = next((at for at, word in enumerate(low[:_OFFICE]) if word in wording.offices), None)
    return office is None or not _BEFORE_OFFICE.isdisjoint(low[:office])


def _is_text(text: str, below: Paragraph, wording: Wording) -> bool:
    """Whether what stands below a line is items or sentences."""
    words = text[below.body : min(below.end, below.body + _REST)]
    return below.bullet is not None or bool(below.numbers) or not wording.is_title(words)
