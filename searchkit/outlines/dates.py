"""Dates as English texts write them -> partial ISO dates.

A *date* may lack its year (``12 June``) or its day (``June 2002``): what the text does not state
stays out, never guessed. A *range* (``from 12 to 14 October``) counts as its first day. A *date
line* holds a date and nothing else worth mentioning.
"""

from __future__ import annotations

import re
from calendar import monthrange
from dataclasses import dataclass

__all__ = ["Date", "date_line", "find_dates"]

_MONTHS = "jan feb mar apr may jun jul aug sep oct nov dec"
_NUMBERS = {name: number for number, name in enumerate(_MONTHS.split(), 1)}
_M = (
    r"(?P<{0}>Jan(?:uary|\.)?|Feb(?:ruary|\.)?|Mar(?:ch|\.)?|Apr(?:il|\.)?|May|June?\.?|July?\.?"
    r"|Aug(?:ust|\.)?|Sept?(?:ember|\.)?|Oct(?:ober|\.)?|Nov(?:ember|\.)?|Dec(?:ember|\.)?"
    r"|JANUARY|FEBRUARY|MARCH|APRIL|MAY|JUNE|JULY|AUGUST|SEPTEMBER|OCTOBER|NOVEMBER|DECEMBER)"
)
_D = r"(?P<{0}>[0-3]?[0-9])(?:st|nd|rd|th)?"
_TO = r"\s*(?:-|–|—|~|to|and|through|until|till)\s*"
_FORMS = re.compile(
    # 12 June 2002; 6th of March; 12 to 14 October; 30 September to 2 October 2002
    rf"\b{_D.format('d1')}(?:\s+{_M.format('m0')})?(?:{_TO}[0-3]?[0-9](?:st|nd|rd|th)?)?"
    rf"(?:\s+of)?\s+{_M.format('m1')}(?![a-z])(?:,?\s+(?P<y1>[12][0-9]{{3}})\b)?"
    # June 13, 2002; June 23 to 25; June 2002
    rf"|\b{_M.format('m2')}\s+(?:the\s+)?{_D.format('d2')}(?![0-9]|:[0-9]|[.,][0-9])"
    rf"(?:{_TO}(?:{_M.format('m3')}\s+)?[0-3]?[0-9](?:st|nd|rd|th)?\b)?"
    rf"(?:\s*\([A-Z][a-z]{{2,8}}\.?\))?(?:,?\s*(?P<y2>[12][0-9]{{3}})\b)?"
    rf"|\b{_M.format('m4')},?\s+(?P<y4>[12][0-9]{{3}})\b"
    # 2002-06-13; 2002/6/13; 2002.6.13; 13.6.2002; 2002年6月13日
    r"|(?<![\d./-])(?P<y5>[12][0-9]{3})(?P<sep>[-/.])(?P<m5>[01]?[0-9])(?P=sep)(?P<d5>[0-3]?[0-9])"
    r"(?![\d-])"
    r"|(?<![\d.])(?P<d6>[0-3]?[0-9])\.(?P<m6>[01]?[0-9])\.(?P<y6>[12][0-9]{3})(?!\d)"
    r"|(?P<y7>[12][0-9]{3})\s?年\s?(?P<m7>[01]?[0-9])\s?月(?:\s?(?P<d7>[0-3]?[0-9])\s?日)?"
)
_HINT = re.compile(r"\d")
_WEEKDAY = r"(?:Mon|Tue|Tues|Wed|Wednes|Thu|Thur|Thurs|Fri|Sat|Satur|Sun)(?:day)?\.?"
_BEFORE = re.compile(
    r"[\s(\[*_#]*(?:(?:date|dated|issued|released?|(?:first )?published|posted|(?:last )?updated"
    r"|on)"
    r"(?: (?:on|date|of issue))?\s*:?\s*)?"
    r"(?:(?-i:[A-Z][\w.'’-]+)(?: (?-i:[A-Z][\w.'’-]+)){0,2},\s*){0,2}"
    rf"(?:{_WEEKDAY},?\s*)?(?:the\s)?\Z",
    re.IGNORECASE,
)
_AFTER = re.compile(
    rf"[\s,]*(?:\(?{_WEEKDAY}\)?)?(?:[\s,]*(?:at\s)?\d{{1,2}}[:.]\d{{2}}\s*(?:[ap]\.?m\.?)?"
    r"(?:\s?\(?[A-Z]{2,4}\)?)?)?(?:,?\s+(?-i:[A-Z][\w.'’-]+)){0,2}[\s)\].*_]*\Z",
    re.IGNORECASE,
)
_LINE_LENGTH = 80


@dataclass(frozen=True, slots=True)
class Date:
    """A date that stands at ``text[start:end]``; ``year`` and ``day`` only where stated."""

    start: int
    end: int
    year: int | None
    month: int
    day: int | None

    @property
    def iso(self) -> str:
        """``2002-06-13``, ``2002-06``, ``--06-13``."""
        year = f"{self.year:04d}" if self.year is not None else "-"
        day = f"-{self.day:02d}" if self.day is not None else ""
        return f"{year}-{self.month:02d}{day}"


def _date(match: re.Match[str]) -> Date | None:
    group = match.groupdict()
    if group["d1"]:
        year, month, day = group["y1"], group["m0"] or group["m1"], group["d1"]
    elif group["d2"]:
        year, month, day = group["y2"], group["m2"], group["d2"]
    elif group["m4"]:
        year, month, day = group["y4"], group["m4"], None
    else:
        n = "5" if group["y5"] else "6" if group["y6"] else "7"
        year, month, day = group[f"y{n}"], group[f"m{n}"], group[f"d{n}"]
    number = int(month) if month.isdigit() else _NUMBERS[month[:3].lower()]
    if not 1 <= number <= 12:
        return None
    other = group["m1"] if group["m0"] else group["m3"]
    if year and other and _NUMBERS[other[:3].lower()] < number:
        # 30 December to 2 January 2004: the year is that of the range's end.
        year = str(int(year) - 1)
    # Without a year the 29th of February may exist: 2000 is a leap year.
    last = monthrange(int(year) if year else 2000, number)[1]
    if day is not None and not 1 <= int(day) <= last:
        return None
    return Date(
        start=match.start(),
        end=match.end(),
        year=int(year) if year else None,
        month=number,
        day=int(day) if day is not None else None,
    )


def find_dates(text: str, start: int = 0, end: int | None = None) -> list[Date]:
    """The dates in ``text[start:end]``, in order; offsets index ``text``."""
    stop = len(text) if end is None else end
    if not _HINT.search(text, start, stop):
        return []
    found = (_date(match) for match in _FORMS.finditer(text, start, stop))
    return [date for date in found if date is not None]


def date_line(line: str) -> Date | None:
    """The date of a line that holds nothing else: ``(Tokyo, Saturday, January 28)``.

    A weekday, a time, a place before or after it and a word such as ``Date:`` may stand with it.
    """
    if len(line) > _LINE_LENGTH:
        return None
    dates = find_dates(line)
    if len(dates) != 1 or not _BEFORE.match(line[: dates[0].start]):
        return None
    return dates[0] if _AFTER.match(line[dates[0].end :]) else None
