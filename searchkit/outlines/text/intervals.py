"""Blank lines that part nothing: where one stands between all lines, short ones too.

Pages made of nothing but paragraphs, Word files and texts with double spacing part what belongs
together as well: persons line by line, days with what was done on them. Such lines are known by
their form, which is that of the line above.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from ..particulars.listing import ADDRESSED
from .raw_lines import Line

__all__ = ["without_even_gaps"]

_SHORT = 100
_LEAST = 3
"""So many short lines below others tell whether gaps are even."""
_SHARE = 0.8
_GROUP_WORDS = 6
_FURTHER = 4
_NAME = (
    r"(?:(?:[A-ZÀ-ÞĀ-ɏ]\.|[A-ZÀ-ÞĀ-ɏ][\w.’'-]*|d[aeiu]|v[ao]n|de[rln]|al|bin|af)[ \t]+){1,4}"
    r"[A-ZÀ-ÞĀ-ɏ][\w’'-]+"
)
_PERSON = re.compile(rf"{_NAME}(?:, | \(| [-–—|] )\S.{{2,}}")
"""A name with its office behind it: ``Ida Dahle, Minister of Ports``."""
_BARE = re.compile(_NAME)
_STYLED = ("Mr", "Ms", "Mrs", "Dr", "Miss", "Mr.", "Ms.", "Mrs.", "Dr.", "Minister")
_DAY = re.compile(
    r"(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b|(?:January|February|March|April|May|June"
    r"|July|August|September|October|November|December) \d|\d{1,2} (?:January|February|March|April"
    r"|May|June|July|August|September|October|November|December)\b|\d{1,2}[:.]\d\d\b)"
)
_COLUMNS = re.compile(r"\S(?: {3,}|\t| \| |[ ]?(?:\. ?){4})")
_OPEN = re.compile(
    r"(?:AND|OF|THE|BETWEEN|AT|ON|IN|FOR|TO|WITH|BY|HELD|and|of|the|between|at|on|in|for|to|with|by)"
)
"""A title goes on behind one of these, or before it."""


def without_even_gaps(text: str, lines: Sequence[Line]) -> None:
    """Take the gaps between lines that belong together, where gaps are even."""
    if not _are_even(text, lines):
        return
    above, persons, indent = "", False, 0
    for index, line in enumerate(lines):
        words = text[line.start : line.end] if _is_short(text, line) else ""
        person = bool(words) and _is_person(words)
        if words and above and line.gap:
            if person:
                line.gap = not (persons or len(above.split()) <= _GROUP_WORDS)
            elif persons and _BARE.fullmatch(words) and _is_named(text, lines, index):
                line.gap, person = False, True
            elif _are_alike(above, words) or (
                line.indent > indent + _FURTHER and _COLUMNS.search(above)
            ):
                line.gap = False
        above, persons, indent = words, person, line.indent


def _are_even(text: str, lines: Sequence[Line]) -> bool:
    """Whether blank lines stand between nearly all short lines without a marker."""
    pairs = [
        below.gap
        for above, below in pairwise(lines)
        if _is_short(text, above) and _is_short(text, below)
    ]
    return len(pairs) >= _LEAST and sum(pairs) >= _SHARE * len(pairs)


def _is_short(text: str, line: Line) -> bool:
    """Whether a line has no marker and is no sentence."""
    return (
        line.markers is None
        and not line.boilerplate
        and line.end - line.start <= _SHORT
        and text[line.end - 1] not in ".!?:;"
    )


def _are_alike(above: str, words: str) -> bool:
    """Whether a line is one of a list with the line above it, or goes on with its words."""
    if _DAY.match(words) is not None and _DAY.match(above) is not None:
        return True
    if _COLUMNS.search(words) is not None and _COLUMNS.search(above) is not None:
        return True
    return bool(
        words[0].islower()
        or _OPEN.fullmatch(above.rpartition(" ")[2])
        or (words.partition(" ")[0].isupper() and _OPEN.fullmatch(words.partition(" ")[0]))
    )


def _is_person(words: str) -> bool:
    return ADDRESSED.match(words) is not None or _PERSON.fullmatch(words) is not None


def _is_named(text: str, lines: Sequence[Line], index: int) -> bool:
    """Whether a line that may be a name is one: a name stands below it, or ``Dr Roe`` elsewhere."""
    words = text[lines[index].start : lines[index].end]
    below = lines[index + 1 : index + 2]
    if below and _is_short(text, below[0]) and _BARE.fullmatch(text, below[0].start, below[0].end):
        return True
    surname = words.rpartition(" ")[2]
    return any(f"{styled} {surname}" in text for styled in _STYLED)
