"""Dates as English texts write them -> partial ISO dates.

A *date* may lack its year (``12 June``) or its day (``June 2002``): what the text does not state
stays out, never guessed. Of ``12/05/2014`` only the year is sure, unless the text shows elsewhere
whether it writes days or months first. A *range* (``from 12 to 14 October``) counts as its first
day. A *date line* holds a date, and besides it at most a time, a place and a sender.
"""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import lru_cache

from .countries import is_capital
from .slips import COLUMN, mended
from .wording import Wording

__all__ = [
    "Date",
    "date_line",
    "find_dates",
    "has_several_days",
    "heads_column",
    "place_beside",
    "settled",
]

_MONTHS = "jan feb mar apr may jun jul aug sep oct nov dec"
_NUMBERS = {name: number for number, name in enumerate(_MONTHS.split(), 1)}
_LATIN = "I II III IV V VI VII VIII IX X XI XII"
_ROMANS = {roman: number for number, roman in enumerate(_LATIN.split(), 1)}
_M = (
    r"(?P<{0}>(?:Jan|Feb|Mar|Apr|Aug|Sept?|Oct|Nov|Dec)\[[a-z]+\]"
    r"|Jan(?:uary|\.)?|Feb(?:ruary|\.)?|Mar(?:ch|\.)?|Apr(?:il|\.)?|May|June?\.?|July?\.?"
    r"|Aug(?:ust|\.)?|Sept?(?:ember|\.)?|Oct(?:ober|\.)?|Nov(?:ember|\.)?|Dec(?:ember|\.)?"
    r"|JAN(?:UARY|\.)?|FEB(?:RUARY|\.)?|MAR(?:CH|\.)?|APR(?:IL|\.)?|MAY|JUNE?\.?|JULY?\.?"
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
    rf"\b{_D.format('d1')}(?:\s+(?:of\s+)?{_M.format('m0')}(?=\s*(?:-|–|—|to|until|till)\s*\d))?"
    rf"{_DAYS}(?:(?:\.|[\"”»])?\s+(?:(?:day )?of\s+)?|[-/]){_M.format('m1')}(?![A-Za-z])"
    r"(?:(?:,?\s+|[-/])(?P<y1>[12][0-9]{3})\b)?"
    # June 13, 2002; June 23 to 25; June 2002
    rf"|\b{_M.format('m2')}(?:\s+|,\s+(?={_DD},?\s+[12]\d{{3}})|(?<=\.))(?:the\s+)?{_D.format('d2')}(?![0-9]|:[0-9]|[.,][0-9])"
    rf"(?:{_TO}{_M.format('m3')}\s+{_DD}\b|{_DAYS})"
    rf"(?:\s*\([A-Z][a-z]{{2,8}}\.?\))?(?:,?\s*(?P<y2>[12][0-9]{{3}})\b)?"
    rf"|\b{_M.format('m4')},?\s+(?P<y4>[12][0-9]{{3}})\b"
    # 2002-06-13; 2002/6/13; 2002.6.13; 13.6.2002; 2002年6月13日
    r"|(?<![\d./-])(?P<y5>[12][0-9]{3})(?P<sep>[-/]|\. ?)(?P<m5>[01]?[0-9])(?P=sep)"
    r"(?P<d5>[0-3]?[0-9])(?![\d-])"
    r"|(?<![\d./-])(?P<d6>[0-3]?[0-9])(?P<sep2>[/-]|\. ?)(?P<m6>[0-3]?[0-9])(?P=sep2)"
    r"(?P<y6>[12][0-9]{3})(?![\d/-])"
    # 13.VI.2002
    rf"|(?<![\d./-])(?P<d8>[0-3]?[0-9])(?P<sep8>[./-])(?:\s?){_ROMAN.format('m8')}(?P=sep8)\s?"
    r"(?P<y8>[12][0-9]{3})(?![\d/-])"
    r"|(?P<y7>[12][0-9]{3})\s?年\s?(?P<m7>[01]?[0-9])\s?月(?:\s?(?P<d7>[0-3]?[0-9])\s?日)?"
)
_BEGINS = re.compile(
    # One set of signs comes first, which is what a search is fast for.
    r"[0-9JFMASONDjfmasond](?:(?<=[0-9])"
    r"|(?<!\w.)(?i:an|eb|ar|pr|ay|un|ul|ug|ep|ct|ov|ec))"
)
"""Where a date may begin: at a figure or a month."""
_HINT = re.compile(r"\d")
_LONGEST_MONTH = 40
"""No month is longer, in characters, be it with brackets in it: ``Sept[ember]``."""
_WEEKDAY = r"(?:Mon|Tues?|Wed(?:nes)?|Thu(?:r|rs)?|Fri|Sat(?:ur)?|Sun)(?:day)?\b\.?"
_CLOCK = r"\d{1,2}(?:[:.]\d{2}){1,2}(?!\d)(?:\s*[ap]\.? ?m\b\.?)?|\d{1,2}\s*[ap]\.? ?m\b\.?"
_BESIDE = re.compile(
    rf"\b{_WEEKDAY}|\b(?:at |from )?(?:{_CLOCK})(?:\s*(?:-|–|—|to)\s*(?:{_CLOCK}))?"
    r"(?:\s*(?:hrs|hours)\b)?|\(?\blocal time\b\)?|\bnoon\b|\b[0-2]\d[0-5]\dZ\b"
    r"|\b(?-i:GMT|UTC|[A-Z]{1,3}[SD]?T)\b"
    r"(?:[+-]\d{1,2}(?::?\d{2})?)?|,? ?\bunique id: ?\w+",
    re.IGNORECASE,
)
_IN_TITLE = re.compile(
    r"(?!HELD\b|AT\b|IN\b|ON\b|THE\b)[A-Z][A-Z’']+(?: [A-Z][A-Z’']+){0,7} (?:AT|IN) "
    r"(?:[A-Z’']+ ){1,6}ON (?:(?:MON|TUES|WEDNES|THURS|FRI|SATUR|SUN)DAY,? (?:THE )?)?\Z"
)
"""The end of a title in capitals before its day: ``MINISTER AT THE COD HALL ON MONDAY``."""
_LABEL = re.compile(
    r"[\s(\[*_#]*(?:(?:(?:publish(?:ed|ing)?|publication|release|issue|posting|upload|news"
    r"|registration) date"
    r"|dated?|sent|issued|released?|(?:first |originally )?published|posted|created"
    r"|(?:last )?updated|delivered|debated|recorded|mis à jour|le|on"
    r"|(?:time|when|day)(?=\s*:))\b"
    r"(?: (?:on|date|of issue|of publication|(?:and |/ ?)?time|at)|/time)?"
    r"\s*[\])]?\s*:?\s*)+",
    re.IGNORECASE,
)
_CHANGED = re.compile("updated|modified|revised|reviewed|changed")
_REVISED = re.compile(
    r"(?:\s*[/|·•,;–—-])?\s*\(?\b(?:last |was )?(?:updated|modified|revised|reviewed|changed)\b"
    r"(?: (?:on|at))?\s*:?\s*(?=\S*\d)",
    re.IGNORECASE,
)
"""When a page was changed since it was published, behind the date of that."""
_BESIDE_WORD = re.compile(r"[^\W\d_](?:[\w.'’&-]*\w)?\.?")
_SMALL = frozenset(
    {"of", "the", "and", "de", "for", "at", "in", "la", "el", "al"}
    | {"am", "an", "der", "sur", "sous", "du", "des", "del", "di", "da", "do", "na", "nad", "pri"}
)
_NO_LABEL = frozenset({"from", "since", "until", "after", "before", "between"})
_SEPARATORS = re.compile(r"\s+[-–—|/•·]+(?:\s+|\Z)|[()\[\]|;•·—–]|\n|\A[-–—,\s]+")
_PRESS_ROOM = re.compile(
    r"\b(?:Press|News|Media) (?:(?:Conference|Briefing|Interview|Information) )?"
    r"(?=(?:Room|Hall|Cent(?:er|re))\b)"
)
"""What a room is for: it tells of no event."""
_HALF_DAY = re.compile(r"[ap]\.?m\.?", re.IGNORECASE)
"""Of two documents of a day the one of its morning or afternoon: ``3 May 2004 (PM)``."""
_PARTICULARS = re.compile(r"(?:(?:date|day|time|place|venue|and)s?[, /&]*)+", re.IGNORECASE)
"""What a line tells, by name: ``DATE, TIME``."""
_PARTS = re.compile(rf"{_SEPARATORS.pattern}|,")

_ROOM = re.compile(
    r",\s+(?:in |at )?(?:the )?"
    r"(?P<room>(?:[A-ZÀ-Þ][\w.'’-]*\s+){1,4}[A-Z]?\d{1,4}[A-Z]?(?:/\d{1,3})?)(?=\Z|, )"
)
"""A room with its number, behind a day: ``, Room 271``."""
_NO_ROOM = frozenset({"no", "ref", "reference", "vol", "volume", "issue", "page", "doc", "number"})
_SEVERAL = re.compile(
    rf"\b\d{{1,2}}(?:st|nd|rd|th)? ?(?:-|–|—|to|and|&) ?{_DD}(?=,? [A-Z][A-Za-z]{{2}}|,? \d{{4}})"
    rf"|\b{_M.format('month')} \d{{1,2}} ?(?:-|–|—|to|and|&) ?{_DD}(?=\)?\s*\Z)"
)
"""Several days in a date line: ``3-4 May``, ``May 3 and 4, 2004``."""
_NUMBERED = re.compile(
    r"(?:ref|(?:no|nr|number|release|id)\b|(?:hits?|views?|volume|vol\.?|day|series)\b ?:? ?\d)",
    re.IGNORECASE,
)
"""What begins the number of a document."""
_FORM = re.compile(
    r"(?:(?:cable(?:gram)?|telegram|airgram|despatch|dispatch|letter|minute|note|memorandum"
    r"|telegraphic)|(?:official |press |full |rush |edited )?(?:transcript|interview|text)"
    r"|e ?& ?o\.?e\.?|print|share|by [A-Z][\w.’'-]+(?: [A-Z][\w.’'-]+){1,3}"
    r"|from (?:the )?(?:[A-Z][\w-]+ ){0,3}(?:Secretary|Office|Ambassador|Minister|Desk)"
    r"|as (?:of|at)|category: .{2,40})",
    re.IGNORECASE,
)
"""What a document is, or who sends it, beside its date: ``Cablegram``, ``By Jo Roe``."""
_HELD_AT = re.compile(
    r"\A(?:(?:Held |Issued |Done |Signed |Given )?(?:[Aa]t|[Ii]n) (?:the )?"
    r"|(?:place|venue|location) ?: ?)",
    re.IGNORECASE,
)
"""What leads to the place in a date line: ``Held at Vik on 3 May 2004``."""
_HELD = re.compile(
    r"[(\s]*(?:Held|Issued|Done|Signed|Given)(?= (?:at|in|on)\b)(?P<where>.*?)(?:,? on)?\s*\Z",
    re.IGNORECASE,
)
"""What a line begins with that tells when and where something was held."""
_TELLS = re.compile(r"\b(?:held|between|with|took place)\b", re.IGNORECASE)
"""What only a part has that tells of an event."""
_ADDRESS = re.compile(
    r"(?:Committee |Conference |Meeting )?(?:Room|Hall|Salle|Suite) [A-Z]?\d{1,4}[A-Z]?\b"
    r"|\d{1,4} (?:[A-Z][\w’']+ ){1,3}(?:Street|Road|Avenue|Square|Gardens|Place|Lane|Terrace)\b"
)
"""A room or a house by its number."""
_AROUND = ' ,.;*_#"“”«»'
_FIRST_YEAR = 1500
"""Years before it are those of other calendars."""
_WEEK = 7
_LINE_LENGTH = 120
_BESIDE_WORDS = 12


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
        n = next(n for n in "5678" if group(f"y{n}"))
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
    return [date for date in _every_date(text, start, stop) if _is_of_calendar(date)]


def _is_of_calendar(date: Date) -> bool:
    """Whether a date is not of another calendar: ``1441/6/12``."""
    return date.year is None or date.year >= _FIRST_YEAR


def _every_date(text: str, start: int, stop: int) -> list[Date]:
    """The dates in ``text[start:stop]``, those of other calendars too."""
    figure = _HINT.search(text, start, stop)
    if figure is None:
        return []
    # Before its first figure a date has a month at most.
    before = text[start : figure.start()].rstrip().removesuffix("the").rstrip()
    begin = start + max(0, len(before) - _LONGEST_MONTH)
    found = (_date(match) for match in _forms(text, begin, stop))
    return [date for date in found if date is not None]


def _forms(text: str, start: int, stop: int) -> Iterator[re.Match[str]]:
    """What looks like dates in ``text[start:stop]``, in order."""
    done = start
    for begin in _BEGINS.finditer(text, start, stop):
        if begin.start() >= done and (match := _FORMS.match(text, begin.start(), stop)):
            done = match.end()
            yield match


def heads_column(line: str) -> bool:
    """Whether a line tells on which day, and where on the page, debates go on."""
    return COLUMN.search(line) is not None and date_line(line) is not None


def date_line(line: str) -> Date | None:
    """The date of a line that holds nothing else: ``(Tokyo, Saturday, January 28)``.

    A weekday, a time, a place, a sender and a word such as ``Date:`` may stand with it.
    """
    if len(line) > _LINE_LENGTH or not _HINT.search(line):
        return None
    return _date_of(line)


_SENT = re.compile(r"(?:[A-Z]{1,2} )?(\d{2})[0-2]\d[0-5]\dZ ([A-Z]{3}) (\d{2}|\d{4})")
"""When a telegram was sent: ``O 091415Z MAR 76``."""
_OLDEST_TELEGRAM = 1940
"""A year of two digits is the first one from here on."""


def _sent(line: str) -> Date | None:
    sent = _SENT.fullmatch(line)
    if sent is None or sent[2].lower() not in _NUMBERS:
        return None
    year = int(sent[3])
    if year < 100:
        year += _OLDEST_TELEGRAM - _OLDEST_TELEGRAM % 100
        year += 100 if year < _OLDEST_TELEGRAM else 0
    month, day = _NUMBERS[sent[2].lower()], int(sent[1])
    if not 1 <= day <= monthrange(year, month)[1]:
        return None
    return Date(0, len(line), year, month, day)


# The same line is asked for as a date, as a place and as the end of what is wrapped.
@lru_cache(256)
def _date_of(line: str) -> Date | None:
    revised = _REVISED.search(line) if _CHANGED.search(line.lower()) else None
    if revised is not None and _HINT.search(line, 0, revised.start()):
        line = line[: revised.start()]
    line = mended(line)
    if (sent := _sent(line)) is not None:
        return sent
    every = _every_date(line, 0, len(line))
    dates = [date for date in every if _is_of_calendar(date)]
    if not dates or len({date.iso for date in dates}) > 1:
        return None
    first, last = every[0], every[-1]
    room = _room(line, last.end)
    after = line[last.end :] if room is None else line[last.end : room.start()]
    if _IN_TITLE.match(line, 0, first.start) is not None:
        return None
    rest = f"{_where(line[: first.start])};{_BESIDE.sub(' ', after)}"
    parts = (_unlabelled(part.strip(_AROUND)) for part in _PARTS.split(rest))
    rest = " ".join(part for part in parts if not _is_filing(part))
    words = _BESIDE_WORD.findall(rest)
    if (
        len(words) > _BESIDE_WORDS
        or _HINT.search(_ADDRESS.sub("", rest))
        or rest.rstrip()[-1:] in (":", "?", "!")
    ):
        return None
    if not all(not word[0].islower() or word in _SMALL for word in words):
        return None
    low = {word.lower().rstrip(".") for word in words}
    if not low.isdisjoint(_NO_LABEL):
        return None
    if low.isdisjoint(Wording.default().promising):
        return dates[0]
    told = map(str.lower, _BESIDE_WORD.findall(_PRESS_ROOM.sub("", rest)))
    bare = {word.rstrip(".") for word in told}
    return dates[0] if bare.isdisjoint(Wording.default().promising) else None


def _unlabelled(part: str) -> str:
    label = _LABEL.match(part)
    return part[label.end() :] if label is not None else part


def _room(line: str, start: int) -> re.Match[str] | None:
    """The room with its number that a line names from ``start`` on."""
    room = _ROOM.search(line, start)
    if room is None:
        return None
    low = {word.lower().rstrip(".") for word in room["room"].split()}
    wording = Wording.default()
    named = low.isdisjoint(_NO_ROOM | wording.promising) and not find_dates(room["room"])
    return room if named else None


def _where(before: str) -> str:
    """What stands before a date but the words that lead to it: ``Vik`` of ``Held at Vik on``."""
    before = _BESIDE.sub(" ", before)
    held = _HELD.match(before)
    return held["where"] if held is not None else before


def _is_filing(part: str) -> bool:
    """Whether a part of a date line says who sends the document, what it is, or its number."""
    if _NUMBERED.match(part) is not None or _FORM.fullmatch(part) is not None:
        return True
    wording = Wording.default()
    named = wording.is_category(part) or wording.kind(part) is not None
    return named and _TELLS.search(part) is None


def place_beside(line: str) -> str | None:
    """The place that a date line names: ``Nairobi`` of ``Nairobi, 7 July 2016``."""
    line = mended(line)
    date = date_line(line)
    if date is None:
        return None
    for side in (_where(line[: date.start]), line[date.end :]):
        rest = _BESIDE.sub(";", _unlabelled(side))
        for part in _SEPARATORS.split(rest):
            every = (_unlabelled(_bare(piece)) for piece in part.split(", "))
            told = (p for p in every if p and (_ADDRESS.fullmatch(p) or not _is_filing(p)))
            words = _HELD_AT.sub("", ", ".join(told)).strip(":")
            if (
                words.startswith("By ")
                or _HALF_DAY.fullmatch(words)
                or _PARTICULARS.fullmatch(words)
                or ":" in words
            ):
                continue
            town, _, _ = words.partition(",")
            if "|" in line and not (is_capital(town) or town in Wording.default().seats):
                continue  # between bars stands who sends the page, or a town that is known
            if words and (words[0].isupper() or words[0].isdigit()) and not _is_sender(words):
                return words.title() if words.isupper() and len(words) > 4 else words
    return None


def _bare(piece: str) -> str:
    """A part of a date line without signs around it, but for the last point of ``D.C.``"""
    bare = piece.strip(_AROUND)
    return f"{bare}." if re.search(r"\.[A-Z]\.\W*\Z", piece) else bare


def _is_sender(words: str) -> bool:
    return Wording.default().is_sender(words) and _ADDRESS.fullmatch(words) is None


def has_several_days(line: str) -> bool:
    """Whether a date line has several days, as meetings have and documents have not."""
    return _SEVERAL.search(line) is not None


def settled(date: Date, text: str) -> Date:
    """``date`` read as ``text`` shows that it writes dates, if it does not tell by itself.

    Another date of numbers shows the order, and so does the same day written with its month, or
    one of the same week.
    """
    if date.either is None:
        return date
    first, second = date.either
    month_first = replace(date, month=first, day=second, either=None)
    day_first = replace(date, month=second, day=first, either=None)
    near: set[Date] = set()
    for match in _forms(text, 0, len(text)):
        other = _date(match)
        if other is None or other.month is None or other.day is None:
            continue
        if match["y6"]:
            if not match["sep2"].startswith(".") and other.month != other.day:
                return month_first if int(match["d6"]) == other.month else day_first
        elif other.year in (None, date.year):
            for reading in (month_first, day_first):
                if (other.month, other.day) == (reading.month, reading.day):
                    return reading
                if _apart(reading, other) <= _WEEK:
                    near.add(reading)
    return near.pop() if len(near) == 1 else date


def _apart(one: Date, other: Date) -> int:
    """How many days lie between two days of a year."""
    days = [31 * (date.month or 0) + (date.day or 0) for date in (one, other)]
    return abs(days[0] - days[1])
