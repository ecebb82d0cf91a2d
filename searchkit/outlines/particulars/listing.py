"""Particulars over several lines at the head of a record: who was present, what it is about."""

from __future__ import annotations

import re

from ..front.date_lines import date_line
from ..text.raw_lines import Line

__all__ = ["ADDRESSED", "PARTICULARS", "last_of_particulars"]

_LONGEST = 120
"""A particular is no longer, in characters."""
PARTICULARS = 40
"""Particulars stand in so many of the first lines."""
_PARTICULAR = re.compile(
    r"[(\[<]?(?:(?:members |also |those |others |other |main )?"
    r"(?:present|participants?|participating|attendees|"
    r"attendance|in attendance|attending|absent|apologies|members|observers|subjects?)"
    r"(?: for absence| present)?)"
    r"(?: (?:on|from|of|for) (?:the )?[^:\n]{2,30}? (?:side|delegation))?"
    r"[)\]>]?[ \t]*(?::|\t|\Z)"
    r"|(?:place|venue|location|date(?: and time| & time)?)[ \t]*:",
    re.IGNORECASE,
)
_PLACE = re.compile(r"(?:place|venue|location)[ \t]*:[ \t]*\S", re.IGNORECASE)
"""Of a place no more than its line is told, but for what stands further in."""
ADDRESSED = re.compile(
    r"(?:(?:The )?R(?:igh)?t\.? Hon|Hon\b|H\.? ?E\b|H(?:is|er) Excellency|Sir|Dame|Lord|Lady"
    r"|Mr|Mrs|Ms|Miss|Dr|M|Mme|Cllrs?|Crs?|Councillors?|Ald|Alderman"
    r"|Herr|Frau|Sig|Se[ñn]or|Count|Baron|Prof|Gen|Col|Amb|General|Admiral|Marshal|Colonel|Major"
    r"|Captain|Brigadier|Deputy|Lieut|Ambassador|Secretary|Minister|Senator|Governor|Judge|Sec|Adm|Capt|Maj"
    r"|Brig|Lt|Cdr)\b[.a-zñ]{0,6} "
    r"(?:[A-ZÀ-ÞĀ-ɏ]|d[eu] |v[ao]n )"
)
"""How lines begin that name persons."""
_SAYS = re.compile(r"(?<=[a-z]{4})\.\Z| (?:said|was|were|is|had|opened|asked|called) ")
_TOLD = re.compile(r" (?:said|was|were|is|had|opened|asked|called|[a-z]{3,}ed) ")
_OFFICE = re.compile(r", (?:M\.? ?P\.?|[QK]\.? ?C\.?|[A-Z][a-z]+ (?:of|for|to|in)\b)")
"""What follows a name in a list: letters behind it, an office."""
_FEW_WORDS = 8
"""A line with more of them and a full stop is a sentence, no particular."""
_FIELD = re.compile(r"[A-Z][A-Za-z ]{1,24}:(?=\s|\Z)")


def last_of_particulars(text: str, lines: list[Line], index: int, last: int) -> int:
    """The last line of the particulars that begin at ``index``, ``last`` where none do.

    Args:
        last: the last line over which the one at ``index`` was wrapped.
    """
    line = lines[index]
    label = _PARTICULAR.match(text, line.start, line.end)
    if label is not None:
        # A label alone on its line has its particulars further in.
        alone = label.end() == line.end
        # A day needs no more than its line.
        whole = date_line(text[line.start : line.end]) is not None
        place = _PLACE.match(text, line.start, line.end) is not None
        least = line.indent + (alone or whole or place)
        if alone and text[line.end - 1] == ":":
            last = _persons_below(text, lines, last)
        while last + 1 < len(lines) and _listed(text, lines[last + 1], least):
            last += 1
    return last


def _listed(text: str, line: Line, indent: int) -> bool:
    """Whether a line goes on with the particulars of the line above it: one more participant."""
    if line.gap or line.boilerplate or (line.markers is not None and line.markers.bullet is None):
        return False
    if line.indent < indent or line.end - line.start > _LONGEST:
        return False
    if text[line.end - 1] == "." and text.count(" ", line.start, line.end) > _FEW_WORDS:
        return False
    if date_line(text[line.start : line.end]) is not None:
        return False
    return _PARTICULAR.match(text, line.start, line.end) is None and (
        _FIELD.match(text, line.start, line.end) is None
    )


def _persons_below(text: str, lines: list[Line], last: int) -> int:
    """The last of the lines under ``Present:`` that name persons, blank lines between them or not.

    Each has a form of address, as those of old records have; where they end in full stops, a
    line may be wrapped: ``Sir Jan Roe, M.P., Secretary of State for Foreign`` / ``Affairs.``
    """
    while last + 1 < len(lines):
        line = lines[last + 1]
        if line.boilerplate or line.markers is not None or line.end - line.start > _LONGEST:
            break
        if ADDRESSED.match(text, line.start):
            office = _OFFICE.search(text, line.start, line.end) is not None
            if (_TOLD if office else _SAYS).search(text, line.start, line.end):
                break
        elif line.gap or text[lines[last].end - 1] in ".:" or not _ends(text, lines, last + 1):
            break
        last += 1
    return last


def _ends(text: str, lines: list[Line], index: int) -> bool:
    """Whether a line is the rest of one that names somebody: the next names another, or none is."""
    line = lines[index]
    if _TOLD.search(text, line.start, line.end) or not _listed(text, line, 0):
        return False
    if text[line.end - 1] != ".":
        return False
    return (
        index + 1 == len(lines)
        or lines[index + 1].gap
        or bool(
            ADDRESSED.match(text, lines[index + 1].start)
            or _PARTICULAR.match(text, lines[index + 1].start, lines[index + 1].end)
            or text[lines[index + 1].end - 1] == ":"
        )
    )
