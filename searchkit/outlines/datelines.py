"""Datelines: the place and the day that news begins with: ``OSLO, 3 May 2004 – Ms. Roe ...``."""

from __future__ import annotations

import re
from dataclasses import dataclass

from .dates import Date, find_dates

__all__ = ["Dateline", "read_dateline"]

_PLACE = re.compile(
    r"\(?(?!On |From |In |At |Since |By |Until |The )"
    r"(?P<place>[A-ZÀ-Þ][\w.'’-]+(?: [A-ZÀ-Þ][\w.'’-]+){0,2}?(?:, [A-Z][\w.]+(?: [A-Z]\w+)?)??)"
    r"[,:]? \(?(?=\d|[A-Z][a-z]{2,8}\.? \d|[A-Z]{3,9} \d)"
)
_DASH = re.compile(
    r"\)?(?:,? \(?[A-Z][\w./-]{1,15}(?: [A-Z]\w{1,15})?\)?)?\)? ?(?:[—–]|--?) ?(?=\S)"
)
"""What ends a dateline, the name of an agency perhaps before it: ``, SPA --``."""
_DAY = 24
"""The day stands in so many characters."""


@dataclass(frozen=True, slots=True)
class Dateline:
    """``end`` is where the text after it begins."""

    place: str
    date: Date
    end: int


def read_dateline(words: str) -> Dateline | None:
    """The dateline that ``words`` begin with, if any."""
    match = _PLACE.match(words)
    if match is None:
        return None
    dates = find_dates(words, match.end(), match.end() + _DAY)
    if not dates or dates[0].start != match.end() or dates[0].day is None:
        return None
    dash = _DASH.match(words, dates[0].end)
    if dash is None:
        return None
    place = match["place"]
    return Dateline(place.title() if place.isupper() else place, dates[0], dash.end())
