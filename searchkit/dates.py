"""Partial ISO dates as people read them, and as ranges of days, which engines compare as integers.

A day is written ``yyyymmdd`` as an int: ``2002-06-13`` is ``20020613``. A partial date is the
range of the days it may mean: ``2002-06`` is ``(20020601, 20020630)``. A date without a year
(``--10-14``) means no range.
"""

from __future__ import annotations

import re
from calendar import monthrange
from functools import lru_cache

__all__ = ["bounds", "dated"]

_ISO = re.compile(r"(\d{4})(?:-(\d{1,2})(?:-(\d{1,2}))?)?\Z")


@lru_cache(maxsize=10_000)  # Of many passages few days are meant.
def bounds(date: str) -> tuple[int, int] | None:
    """The first and the last day that ``date`` may mean, or ``None`` if it has no year.

    Raises:
        ValueError: ``date`` is not an ISO date or does not exist in the calendar.
    """
    if date.startswith("--"):
        return None
    match = _ISO.match(date)
    if match is None:
        raise ValueError(f"{date!r} is not a date: write 2002, 2002-06 or 2002-06-13")
    year, month, day = (int(part) if part else None for part in match.groups())
    assert year is not None
    if not year:
        raise ValueError("there is no year 0")
    if month is None:
        return year * 10000 + 101, year * 10000 + 1231
    if not 1 <= month <= 12:
        raise ValueError(f"{date!r} is not a date: there is no month {month}")
    last = monthrange(year, month)[1]
    if day is None:
        return year * 10000 + month * 100 + 1, year * 10000 + month * 100 + last
    if not 1 <= day <= last:
        raise ValueError(f"{date!r} is not a date: that month has no day {day}")
    number = year * 10000 + month * 100 + day
    return number, number


def dated(date: str | None) -> str:
    """A date as people read it; ``--10-14`` is a day of no stated year."""
    if not date:
        return "no date"
    return f"{date[2:]}, no year" if date.startswith("--") else date
