"""Slips: what is glued, spare or short in a line with a day, mended before the day is read."""

from __future__ import annotations

import re

__all__ = ["COLUMN", "mended"]

_WEEKDAYS = re.compile(
    r"(?<=\d) ?\((?:Mon|Tue|Tues|Wed|Thu|Thur|Thurs|Fri|Sat|Sun)(?:[a-z]{0,5}day)?\.?\)"
    r"(?=\s*(?:-|–|—|~|to|and)\s*\d)"
)
"""The weekday of the first of several days: ``18 (Mon) - 20 (Wed)``."""
_GLUED = re.compile(
    r"(?<=[a-z] \d{4})(?=\d{1,2}:\d{2}\b)|(?<=\d [ap]\.m\.)(?=[A-Z][a-z])"
    r"|(?<=\d)(?=[•·])|(?<=[•·])(?=\w)"
)
"""Before a time of day or a place that is glued to what it stands beside, as pages have it."""
_SPARE = re.compile(r"(?<=\d)\.(?= [A-Z][a-z]{2,8} [12]\d{3})|(?<=[a-z]),(?= \d{1,2},? [12]\d{3})")
"""A point behind the day, a comma before it: ``23. May 2019``, ``November, 10, 2010``."""
_FROM_TO = re.compile(r"\b[Ff]rom (?:the )?(\d{1,2}) to (?:the )?(\d{1,2})(?= (?:of )?[A-Z])")
"""Several days in other words: ``from 5 to 7 May``."""
COLUMN = re.compile(r"(?<=\d) ?[:,]? (?:col(?:umn|\.)|p(?:age|\.)) ?\d{1,5}[a-z]*\Z", re.I)
"""Where on the printed page a day's debates go on: ``3 May 2004 : Column 741``."""
_SHORT = re.compile(
    r"\A(?P<d>\d{2})\.(?P<m>\d{2})\.(?P<y>\d{2})(?= [|–—-] )"
    r"|\A(?P<Y>[12]\d{3}) (?P<M>\d{2}) (?P<D>\d{2})(?=\Z| [|–—-] )"
)
"""A day in figures before a bar, or by itself: ``03.05.04 | News``, ``2004 05 03``."""
_CABLE = re.compile(r"\A\d{3,5}\. (?=[A-Z][A-Z]+\b)")
"""The number of a cable before its place and day: ``1120. OSLO, 3 May 1965``."""
_CENTURY = 50
"""Years of two digits below it are of this century."""


def _in_full(match: re.Match[str]) -> str:
    if match["Y"]:
        return f"{match['Y']}-{match['M']}-{match['D']}"
    century = 20 if int(match["y"]) < _CENTURY else 19
    return f"{match['d']}.{match['m']}.{century}{match['y']}"


def mended(line: str) -> str:
    """A date line with a space for what is glued or spare in it."""
    line = _WEEKDAYS.sub("", line) if "(" in line else line
    line = _CABLE.sub("", _SHORT.sub(_in_full, line, 1))
    line = _FROM_TO.sub(r"\1-\2", line) if "rom " in line else line
    return _SPARE.sub("", _GLUED.sub(" ", COLUMN.sub("", line)))
