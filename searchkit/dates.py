"""Partial ISO dates as people read them, and as ranges of days, which engines compare as integers.

A day is written ``yyyymmdd`` as an int: ``2002-06-13`` is ``20020613``. A partial date is the
range of the days it may mean: ``2002-06`` is ``(20020601, 20020630)``. A date without a year
(``--10-14``) means no range.

A *unit* of the calendar is written as the first digits of its days: the thousand, hundred and ten
years ``2``, ``20`` and ``200``, the year ``2002``, the month ``200206``, the day ``20020613``. A
date lies in a range where one of the :func:`units` it lies in is one of those that make up the
range (:func:`within`), so that few of them are asked for, however long the range.
"""

from __future__ import annotations

import re
from calendar import monthrange
from functools import lru_cache

__all__ = ["bounds", "dated", "units", "within"]

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


@lru_cache(maxsize=10_000)
def units(first: int, last: int) -> tuple[str, ...]:
    """The units that hold a partial date of so many days, the longest first.

    >>> units(20020601, 20020630)
    ('2', '20', '200', '2002', '200206')
    """
    one, other = f"{first:08}", f"{last:08}"
    return tuple(one[:n] for n in _DIGITS if one[:n] == other[:n])


@lru_cache(maxsize=1_000)
def within(low: int | None, high: int | None) -> tuple[str, ...]:
    """The longest units that lie in a range of days; ``None`` is an open end.

    An end need not be a day: ``20020232`` is after February, ``20020300`` before March.

    >>> within(20020615, 20030131)[-3:], within(20000101, None)[:3]
    (('20020629', '20020630', '200301'), ('2', '3', '4'))
    """
    low, high = low or 0, _NEVER if high is None else high
    found: list[str] = []
    left = list("9876543210")
    while left:
        unit = left.pop()
        first, last = _ends(unit)
        if low <= first and last <= high:
            found.append(unit)
        elif len(unit) < _DIGITS[-1] and first <= high and low <= last:
            left += reversed(_parts(unit))
    return tuple(found)


_DIGITS = (1, 2, 3, 4, 6, 8)
"""How many digits a unit may have."""

_NEVER = 99991231


@lru_cache(maxsize=10_000)
def _ends(unit: str) -> tuple[int, int]:
    """The first and the last day of a unit."""
    first = int(f"{unit:0<4}") * 10000 + 101
    if len(unit) <= 4:
        return first, int(f"{unit:9<4}") * 10000 + 1231
    if len(unit) == 8:
        return int(unit), int(unit)
    month = int(unit) * 100
    return month + 1, month + monthrange(int(unit[:4]), int(unit[4:]))[1]


def _parts(unit: str) -> list[str]:
    """The units that one consists of, in order."""
    if len(unit) < 4:
        return [f"{unit}{digit}" for digit in range(10)]
    numbers = range(1, 13) if len(unit) == 4 else range(1, _ends(unit)[1] % 100 + 1)
    return [f"{unit}{number:02}" for number in numbers]


def dated(date: str | None) -> str:
    """A date as people read it; ``--10-14`` is a day of no stated year."""
    if not date:
        return "no date"
    return f"{date[2:]}, no year" if date.startswith("--") else date
