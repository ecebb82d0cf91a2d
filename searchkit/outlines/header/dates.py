"""Dates as English texts write them -> partial ISO dates.

A *date* may lack its year (``12 June``) or its day (``June 2002``): what the text does not state
stays out, never guessed. Of ``12/05/2014`` only the year is sure, unless the text shows elsewhere
whether it writes days or months first. A *range* (``from 12 to 14 October``) counts as its first
day.
"""

from __future__ import annotations

import re
from calendar import monthrange, weekday
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import lru_cache

from ..lands.countries import find_places

__all__ = [
    "MONTH",
    "Date",
    "days_of",
    "find_dates",
    "is_of_calendar",
    "month_number",
    "settled",
]

_MONTHS = "jan feb mar apr may jun jul aug sep oct nov dec"
_NUMBERS = {name: number for number, name in enumerate(_MONTHS.split(), 1)}
_LATIN = "I II III IV V VI VII VIII IX X XI XII"
_ROMANS = {roman: number for number, roman in enumerate(_LATIN.split(), 1)}
MONTH = (
    r"(?P<{0}>(?:Jan|Feb|Mar|Apr|Aug|Sept?|Oct|Nov|Dec)\[[a-z]+\]"
    r"|Jan(?:uary|\.)?|Feb(?:ruary|\.)?|Mar(?:ch|\.)?|Apr(?:il|\.)?|June?\.?|July?\.?"
    r"|(?<=\bon )May\.|May(?:\.(?=\s+(?:[0-3]?[0-9],?\s+)?[12][0-9]{{3}}))?"
    r"|Aug(?:ust|\.)?|Sept?(?:ember|\.)?|Oct(?:ober|\.)?|Nov(?:ember|\.)?|Dec(?:ember|\.)?"
    r"|JAN(?:UARY|\.)?|FEB(?:RUARY|\.)?|MAR(?:CH|\.)?|APR(?:IL|\.)?|MAY\.?|JUNE?\.?|JULY?\.?"
    r"|AUG(?:UST|\.)?|SEPT?(?:EMBER|\.)?|OCT(?:OBER|\.)?|NOV(?:EMBER|\.)?|DEC(?:EMBER|\.)?"
    r"|january|february|april|june|july|august|september|october|november|december)"
)
_TH = r"(?:st|nd|rd|th|ST|ND|RD|TH)?"
_DD = rf"[0-3]?[0-9]{_TH}"
_D = r"(?P<{0}>[0-3]?[0-9])" + _TH
_ROMAN = r"(?P<{0}>XI{{0,2}}|I?X|VI{{0,3}}|I?V|I{{1,3}})"
_TO = r"\s*(?:-|–|—|~|/|to|and|through|until|till|&)\s*"
_DAYS = rf"(?:(?:,\s*{_DD})*,?{_TO}{_DD})?"
"""Further days after a first one: ``12, 13 and 14``."""
_FORMS = re.compile(
    # 12 June 2002; 6th of March; 12 to 14 October; 30 September to 2 October 2002; 12-Jun-2002
    rf"(?<![^\W_]){_D.format('d1')}(?:\s+(?:of\s+)?{MONTH.format('m0')}(?=\s*(?:-|–|—|to|until|till)\s*\d))?"
    rf"{_DAYS}(?:(?:\.|[\"”»])?\s+(?:(?:day )?of\s+)?|[-/]){MONTH.format('m1')}(?![A-Za-z])"
    r"(?:(?:,?\s+(?P<b1>\()?|[-/])(?P<y1>[12][0-9]{3})(?(b1)\)|(?![^\W_])))?"
    # June 13, 2002; June 23 to 25; June 2002
    rf"|(?<![^\W_]){MONTH.format('m2')}(?:\s+|,\s+(?={_DD},?\s+[12]\d{{3}})|(?<=\.))(?:the\s+)?{_D.format('d2')}(?![0-9]|:[0-9]|[.,][0-9])"
    rf"(?:{_TO}{MONTH.format('m3')}\s+{_DD}\b|{_DAYS})"
    rf"(?:\s*\([A-Z][a-z]{{2,8}}\.?\))?(?:,?\s*(?P<b2>\()?(?P<y2>[12][0-9]{{3}})(?(b2)\)|(?![^\W_])))?"
    rf"|(?<![^\W_]){MONTH.format('m4')},?\s+(?P<y4>[12][0-9]{{3}})(?![^\W_])"
    # 2002-06-13; 2002/6/13; 2002.6.13; 13.6.2002; 2002年6月13日
    r"|(?<![\d./-])(?P<y5>[12][0-9]{3})(?P<sep>[-/]|\. ?)(?P<m5>[01]?[0-9])(?P=sep)"
    r"(?P<d5>[0-3]?[0-9])(?![\d-])"
    r"|(?<![\d./-])(?P<d6>[0-3]?[0-9])(?P<sep2>[/-]|\. ?)(?P<m6>[0-3]?[0-9])(?P=sep2)"
    r"(?P<y6>[12][0-9]{3})(?![\d/-])"
    # 13.VI.2002
    rf"|(?<![\d./-])(?P<d8>[0-3]?[0-9])(?P<sep8>[./-])(?:\s?){_ROMAN.format('m8')}(?P=sep8)\s?"
    r"(?P<y8>[12][0-9]{3})(?![\d/-])"
    # 2002, June 13
    rf"|\b(?P<y9>[12][0-9]{{3}}),?\s+{MONTH.format('m9')}\s+{_D.format('d9')}(?![0-9]|[:.][0-9])"
    r"|(?P<y7>[12][0-9]{3})\s?年\s?(?P<m7>[01]?[0-9])\s?月(?:\s?(?P<d7>[0-3]?[0-9])\s?日)?"
)
_BEGINS = re.compile(
    # One set of signs comes first, which is what a search is fast for.
    r"[0-9JFMASONDjfmasond](?:(?<=[0-9])"
    r"|(?<![^\W_].)(?i:an|eb|ar|pr|ay|un|ul|ug|ep|ct|ov|ec))"
)
"""Where a date may begin: at a figure or a month."""
_HINT = re.compile(r"\d")
_LONGEST_MONTH = 40
"""No month is longer, in characters, be it with brackets in it: ``Sept[ember]``."""
_FIRST_YEAR = 1500
"""Years before it are those of other calendars."""
_MONTH_FIRST = re.compile(
    r"\b(?:U\.S\.|USA?\b|United States|America|White House|Philippine|Canad|Micronesia|Palau"
    r"|Marshall Islands|Liberia|(?:E|C|M|P)[SD]T\b)"
)
"""What tells of a country where the month is written before the day, in figures too."""
_MONTH_FIRST_IN = frozenset({
    "United States", "Philippines", "Canada", "Liberia", "Palau", "Marshall Islands", "Micronesia"
})  # fmt: skip
"""Where it is written so: their towns tell it as well."""
_WEEK = 7
_WEEKDAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")


@dataclass(frozen=True, slots=True)
class Date:
    """A date that stands at ``text[start:end]``; ``year`` and ``day`` only where stated.

    ``either`` are the two numbers of which one is the month and one the day, nobody knows which;
    then ``month`` and ``day`` are ``None``.
    """

    start: int
    end: int
    year: int | None
    month: int | None
    day: int | None
    either: tuple[int, int] | None = None

    @property
    def iso(self) -> str:
        """``2002-06-13``, ``2002-06``, ``2002``, ``--06-13``."""
        if self.month is None:
            return f"{self.year:04d}"
        year = f"{self.year:04d}" if self.year is not None else "-"
        day = f"-{self.day:02d}" if self.day is not None else ""
        return f"{year}-{self.month:02d}{day}"


def _date(match: re.Match[str]) -> Date | None:
    group = match.group
    if group("d1"):
        year, month, day = group("y1"), group("m0") or group("m1"), group("d1")
    elif group("d2"):
        year, month, day = group("y2"), group("m2"), group("d2")
    elif group("m4"):
        year, month, day = group("y4"), group("m4"), None
    else:
        n = next(n for n in "56789" if group(f"y{n}"))
        year, month, day = group(f"y{n}"), group(f"m{n}"), group(f"d{n}")
    if group("y6") and not group("sep2").startswith("."):
        first, second = int(group("d6")), int(group("m6"))
        if first != second and 1 <= first <= 12 and 1 <= second <= 12:
            return Date(match.start(), match.end(), int(group("y6")), None, None, (first, second))
    if group("y6") and int(month) > 12:
        month, day = day, month
    number = int(month) if month.isdigit() else _ROMANS.get(month) or _NUMBERS[month[:3].lower()]
    if not 1 <= number <= 12:
        return None
    other = group("m1") if group("m0") else group("m3")
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
    return [date for date in _every_date(text, start, stop) if is_of_calendar(date)]


def days_of(line: str) -> list[Date]:
    """The dates in a line, those of other calendars too."""
    return [*_every_date(line, 0, len(line))]


def month_number(name: str) -> int | None:
    """The number of a month by its first three letters."""
    return _NUMBERS.get(name[:3].lower())


def is_of_calendar(date: Date) -> bool:
    """Whether a date is not of another calendar: ``1441/6/12``."""
    return date.year is None or date.year >= _FIRST_YEAR


@lru_cache(256)  # several rooms ask it of the same lines
def _every_date(text: str, start: int, stop: int) -> tuple[Date, ...]:
    """The dates in ``text[start:stop]``, those of other calendars too."""
    figure = _HINT.search(text, start, stop)
    if figure is None:
        return ()
    # Before its first figure a date has a month at most.
    before = text[start : figure.start()].rstrip().removesuffix("the").rstrip()
    begin = start + max(0, len(before) - _LONGEST_MONTH)
    found = (_date(match) for match in _forms(text, begin, stop))
    return tuple(date for date in found if date is not None)


def _forms(text: str, start: int, stop: int) -> Iterator[re.Match[str]]:
    """What looks like dates in ``text[start:stop]``, in order."""
    done = start
    for begin in _BEGINS.finditer(text, start, stop):
        if begin.start() >= done and (match := _FORMS.match(text, begin.start(), stop)):
            done = match.end()
            yield match


def settled(date: Date, text: str) -> Date:
    """``date`` read as ``text`` shows that it writes dates, if it does not tell by itself.

    The weekday beside it shows the order, or another date of numbers, and so does the same day
    written with its month, or one of the same week; and if nothing else does, whether other dates
    have the day before the name of their month. Where none has, the day comes first if countries
    are named and none where the month does.
    """
    if date.either is None:
        return date
    first, second = date.either
    month_first = replace(date, month=first, day=second, either=None)
    day_first = replace(date, month=second, day=first, either=None)
    beside = re.search(
        rf"\b({'|'.join(_WEEKDAYS)})[a-z]{{0,6}}[.,]? \(?0?{first}[/-]0?{second}[/-]", text
    )
    if beside is not None:
        index = _WEEKDAYS.index(beside[1])
        fits = [r for r in (month_first, day_first) if _weekday(r) == index]
        if len(fits) == 1:
            return fits[0]
    near: set[Date] = set()
    orders: set[Date] = set()
    for match in _forms(text, 0, len(text)):
        other = _date(match)
        if other is None or other.month is None or other.day is None:
            continue
        if match["y6"]:
            if not match["sep2"].startswith(".") and other.month != other.day:
                return month_first if int(match["d6"]) == other.month else day_first
            continue
        if match["d1"] or match["d2"]:
            orders.add(day_first if match["d1"] else month_first)
        if other.year in (None, date.year):
            for reading in (month_first, day_first):
                if (other.month, other.day) == (reading.month, reading.day):
                    return reading
                if _apart(reading, other) <= _WEEK:
                    near.add(reading)
    shown = near if len(near) == 1 else orders
    if not shown and _MONTH_FIRST.search(text) is None:
        named = {place.country for place in find_places(text)}
        if named and named.isdisjoint(_MONTH_FIRST_IN):
            return day_first
    return shown.pop() if len(shown) == 1 else date


def _weekday(date: Date) -> int:
    """Which day of the week a whole date is; Monday is 0."""
    return weekday(date.year or 0, date.month or 0, date.day or 0)


def _apart(one: Date, other: Date) -> int:
    """How many days lie between two days of a year."""
    days = [31 * (date.month or 0) + (date.day or 0) for date in (one, other)]
    return abs(days[0] - days[1])
