"""Headings that only look so: short lines in bold, underlined or larger than what is below them.

A line is *dressed* if all of its words are. Several of them, each once and each over a longer line
that is not, are the headings of a document; one may be anything, and numbers tell for themselves.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Sequence

from .writing import starts_with_marker

__all__ = ["headings_by_dress"]

_LONGEST = 100
_SHORTEST = 3
_MOST_WORDS = 14
_LONG = 120
"""A line as long is no part of what stands above a document."""
_LEAST = 2
_ITEM = re.compile(r"(?:[-–—•*]|\(?\w{1,3}[.)])\s")
_NAMED = re.compile(
    r"(?:Q|A|Question|Answer|Moderator|Mr|Mrs|Ms|Dr|Sir|Lord|Lady|(?:Prime |Foreign )?Minister"
    r"|(?:Vice[- ])?President|Chancellor|Ambassador|Secretary|The Chair\w*|Chair|Scribe|Present"
    r"|Participants|Attendees|Attendance|Regrets|Apologies|Date|Time|Place|Venue|Subject|From|To"
    r"|Contacts?)\b(?! of\b)(?!.* (?:and|on)\b)",
    re.IGNORECASE,
)
"""How lines begin that name who speaks below, or what is told there in a word."""
_DAY = re.compile(
    r"\b\d{1,2}(?:st|nd|rd|th)? [A-Z][a-z]+,? (?:19|20)\d\d|[A-Z][a-z]+ \d{1,2}, (?:19|20)\d\d"
)


def headings_by_dress(lines: Sequence[str], dressed: Collection[int]) -> list[int]:
    """Which of the ``dressed`` lines, told by their indices, are headings."""
    if len(dressed) < _LEAST:
        return []
    kept = [index for index, line in enumerate(lines) if line.strip()]
    found: list[int] = []
    begun = False
    for at, index in enumerate(kept[:-1]):
        line, below = lines[index].strip(), kept[at + 1]
        if begun and index in dressed and below not in dressed and _may_head(line):
            under = lines[below].strip()
            above = at and kept[at - 1] in dressed
            longer = len(under) > len(line) or _ITEM.match(under)
            if longer and not above and not under.startswith("#"):
                found.append(index)
        begun = begun or line.startswith("#") or len(line) >= _LONG
    often = Counter(lines[index].strip() for index in found)
    found = [index for index in found if often[lines[index].strip()] == 1]
    return found if len(found) >= _LEAST else []


def _may_head(line: str) -> bool:
    return (
        _SHORTEST <= len(line) <= _LONGEST
        and len(line.split()) <= _MOST_WORDS
        and (line[0].isupper() or not line[0].isascii())
        and line[-1] not in ",;:"
        and not starts_with_marker(line)
        and _NAMED.match(line) is None
        and _DAY.search(line) is None
    )
