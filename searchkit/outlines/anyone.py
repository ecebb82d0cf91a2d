"""One of those who meet whom nothing names: ``One member doubted it``, ``A Norwegian participant``.

Such a one speaks for all who meet, as several do; for a side where his or her people are told.
"""

from __future__ import annotations

import re

from ..records import BOTH_SIDES
from .countries import adjective_of, country_of
from .leading import before, led
from .subject import Subject
from .tokens import Tokens

__all__ = ["anyone"]

_ONE = led(
    "a|an|one|another|each|every",
    r"(?:an?|one|another|each|every)\s+(?:of\s+the\s+|other\s+)?"
    r"(?P<what>(?:[A-Za-z][\w’'-]*[ \t]+){0,3})\Z",
    re.IGNORECASE,
)
_WHO_MEETS = frozenset({
    "participant", "delegation", "member", "delegate", "minister", "councillor", "councilor",
    "panellist", "panelist", "trustee", "attendee",
})  # fmt: skip
"""What each of those in the room may be called."""
_ELSEWHERE = (" of ", " from ")
"""Behind these stands whose member somebody is: ``A member of the public asked``."""
_PREPOSITIONS = frozenset({"of", "to", "in", "for", "by", "with", "from", "on", "at", "as"})


def anyone(tokens: Tokens, start: int, end: int, low: str) -> Subject | None:
    """Who stands at ``text[start:end]``, after ``one``, ``a``, ``each`` and their like."""
    one = before(_ONE, tokens, start) if low in _WHO_MEETS else None
    text = tokens.text
    if one is None or text.startswith(_ELSEWHERE, end):
        return None
    what = one["what"].split()
    if not _PREPOSITIONS.isdisjoint(what):
        return None
    country = next(filter(None, map(country_of, what)), None)
    side = None if country is None else f"{adjective_of(country)} side"
    kind = "joint" if side is None else "side"
    return Subject(one.start(), end, kind, side or BOTH_SIDES, text[one.start() : end])
