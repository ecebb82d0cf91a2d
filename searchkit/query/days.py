"""The text after ``date:`` -> a range of days.

Days are written ``yyyymmdd``, see :mod:`searchkit.dates`; a partial date is the range of the days
it may mean. An exclusive end is the next number: ``20021232``, after 2002, is no day and sorts as
it must.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from ..dates import bounds

__all__ = ["COMPARED", "HELP", "RANGE", "Days", "read_date", "read_range"]

RANGE = re.compile(r"([\[{])\s*([^\s\]}]+)\s+(?:TO|to)\s+([^\s\]}]+)\s*([\]}])")
"""``[2002 TO 2003]``; braces leave the end out; ``*`` is an open end."""

COMPARED = re.compile(r"([<>]=?)\s*")

HELP = "write date:2002, date:2002-06, date:2002-06-13 or date:[2002-06 TO 2003]"

_SIGNS = "\"'“”‘’„‟«»＂,;.!()"


class Days(NamedTuple):
    """First and last day, ``None`` for an open end; without ``bounds`` there is no such date.

    ``wrong`` says what was wrong with it, ``suggestion`` what may have been meant.
    """

    bounds: tuple[int | None, int | None] | None
    wrong: str | None = None
    suggestion: str | None = None


def read_date(text: str, compared: str = "") -> Days:
    """A date, after ``<``, ``<=``, ``>``, ``>=`` or by itself."""
    text = text.strip(_SIGNS)
    try:
        days = bounds(text)
        wrong = f'"{text}" has no year'
    except ValueError as error:
        days = None
        wrong = str(error).partition(": write")[0] if text else "there is no date here"
    if days is None:
        return Days(None, f"{wrong}: left out ({HELP})", _possible(text))
    low, high = days
    ranges = {">=": (low, None), ">": (high + 1, None), "<=": (None, high), "<": (None, low - 1)}
    return Days(ranges.get(compared, days))


def read_range(found: re.Match[str]) -> Days:
    """The range that :data:`RANGE` found; one that ends before it begins is turned round."""
    opening, first, last, closing = found.groups()
    dates = [Days((None, None)) if end == "*" else read_date(end) for end in (first, last)]
    for date in dates:
        if date.bounds is None:
            return date
    (low, after), (before, high) = (date.bounds or (None, None) for date in dates)
    if low is not None and high is not None and low > high:
        turned = f"{opening}{last} TO {first}{closing}"
        again = RANGE.match(turned)
        assert again
        wrong = f"the range ends before it begins: read as {turned}"
        return Days(read_range(again).bounds, wrong, f"date:{turned}")
    if opening == "{" and after is not None:
        low = after + 1
    if closing == "}" and before is not None:
        high = before - 1
    return Days((low, high))


def _possible(date: str) -> str | None:
    """The date that was meant, as far as it exists: ``date:2002`` for ``2002-13``."""
    parts = re.split(r"[-/.]", date)
    while parts:
        shorter = "-".join(parts)
        try:
            if bounds(shorter):
                return f"date:{shorter}"
        except ValueError:
            pass
        parts.pop()
    return None
