"""Date lines: lines that hold a date, and besides it at most a time, a place and a sender.

``(Tokyo, Saturday, January 28)`` is one, and so is ``Press Release | Posted on 3 May 2004``.
"""

from __future__ import annotations

import re
from calendar import monthrange
from functools import lru_cache

from ..header.dates import MONTH, Date, days_of, find_dates, is_of_calendar, month_number
from ..header.slips import COLUMN, mended
from ..lands.countries import is_capital
from ..words.wording import Wording

__all__ = [
    "WEEKDAYS",
    "capitalized",
    "date_line",
    "has_several_days",
    "heads_column",
    "place_beside",
]

WEEKDAYS = frozenset({"monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"})

_HINT = re.compile(r"\d")
_LINE_LENGTH = 120
_BESIDE_WORDS = 12
_SHORTEST = 4
"""What is set apart beside a day is longer: ``D.C.`` is of a place."""
_WEEKDAY = r"(?:Mon|Tues?|Wed(?:nes)?|Thu(?:r|rs)?|Fri|Sat(?:ur)?|Sun)(?:day)?\b\.?"
_CLOCK = r"\d{1,2}(?:[:.]\d{2}){1,2}(?!\d)(?:\s*[ap]\.? ?m\b\.?)?|\d{1,2}\s*[ap]\.? ?m\b\.?"
_ZONE = r"\b(?-i:GMT|UTC|[A-Z]{1,3}[SD]?T)\b(?:[+-]\d{1,2}(?::?\d{2})?)?"
_BESIDE = re.compile(
    r"\AT\d{2}:\d{2}(?::\d{2})?(?:\.\d{1,6})?(?:Z|[+-]\d{2}:?\d{2})?(?!\w)"
    rf"|\b{_WEEKDAY}|\b(?:at |from )?(?:(?:approximately|approx\.?|about|around) )?"
    rf"(?:{_CLOCK})(?:\s*(?:-|–|—|to)\s*(?:{_CLOCK}))?"
    r"(?:\s*(?:hrs|hours)\b)?|\(?\blocal time\b\)?|\bnoon\b|\b[0-2]\d[0-5]\dZ\b"
    rf"|\b(?:at )?(?:[0-2]?\dh[0-5]\d|[0-2]\d[0-5]\d ?(?:hrs?\b|hours\b|h\b|{_ZONE}))"
    rf"|{_ZONE}|,? ?\bunique id: ?\w+|\( ?[ap]\.? ?m\.? ?\)|\A,? [ap]\.m\.?\Z",
    re.IGNORECASE,
)
"""What may stand with a day: the weekday, the time of day and its zone."""
_IN_TITLE = re.compile(
    r"(?!HELD\b|AT\b|IN\b|ON\b|THE\b)[A-Z][A-Z’']+(?: [A-Z][A-Z’']+){0,7} (?:AT|IN) "
    r"(?:[A-Z’']+ ){1,6}ON (?:(?:MON|TUES|WEDNES|THURS|FRI|SATUR|SUN)DAY,? (?:THE )?)?\Z"
)
"""The end of a title in capitals before its day: ``MINISTER AT THE COD HALL ON MONDAY``."""
_WHAT = (
    r"(?:publish(?:ed|ing)?|publication|releas(?:ed?|ing)|issu(?:ed?|ance|ing)|post(?:ed|ing)?"
    r"|upload(?:ed)?|news|reg(?:istration|istered|\.)?|press|article|entry|story|creat(?:ed|ion)"
    r"|submi(?:tted|ssion)|update|delivery|event|meeting|session|sitting|conversation|interview"
    r"|call|talks|held|last (?:modified|updated))"
)
_DONE = (
    r"(?:(?:first |originally |last |was )?"
    r"(?:sent|issued|released?|published|posted|created|updated?|modified|delivered|debated|recorded"
    r"|submitted|uploaded|added|written|entered|registered|made(?= on)|filed|held))"
)
_LABEL = re.compile(
    rf"[\s(\[*_#]*(?:(?:(?:{_WHAT} )?dates?\b(?:(?:,| ?(?:and|&|/)) ?(?:time|place|venue)\b)*"
    rf"(?: (?:of |on )?(?:the )?{_WHAT}\b)?|dated"
    rf"|(?:(?:place|venue|time)s?\b(?:,| ?(?:and|&|/)) ?)+date(?=\s*:)"
    rf"|(?:(?:text|transcript) )?(?:as )?{_DONE} by [\w. -]{{2,60}}?(?=,? on\b|\Z)"
    rf"|{_DONE}|mis à jour|le|on|(?:online )?since|online"
    r"|as (?:of|at)|(?:for )?(?:immediate )?release(?: on delivery)?"
    r"|embargo(?:ed)?(?: (?:until|till|to))?"
    r"|(?:time|when|day)(?=\s*:))(?!\w)"
    r"(?: (?:on|date|at)\b)?\s*[\])*_]*\s*:?\s*)+",
    re.IGNORECASE,
)
"""What tells that a date comes: ``Date of issue:``, ``Posted by Jo Roe on``."""
_CHANGED = re.compile("updated?|modifi|revis|reviewed|changed|edited|amended")
_CHANGE = (
    r"(?:date )?(?:last |was )?(?:updated?|modified|modification|revised|revision|reviewed|changed"
    r"|edited|amended)(?: date)?\b"
)
_REVISED = re.compile(
    rf"(?:\s*[/|·•,;–—-])?\s*\(?(?:\b|(?<=\d)){_CHANGE}(?: (?:on|at))?\s*:?\s*"
    rf"(?=\S*\d|{_WEEKDAY}|{MONTH.format('changed')})",
    re.IGNORECASE,
)
"""When a page was changed since it was published, behind the date of that."""
_OF_CHANGE = re.compile(rf"\W*(?:page |content |text )?{_CHANGE}", re.IGNORECASE)
_BESIDE_WORD = re.compile(r"[^\W\d_](?:[\w.'’&-]*\w)?\.?")
_SMALL = frozenset(
    {"of", "the", "and", "de", "for", "at", "in", "la", "el", "al"}
    | {
        "am",
        "an",
        "der",
        "sur",
        "sous",
        "du",
        "des",
        "del",
        "di",
        "da",
        "do",
        "na",
        "nad",
        "pri",
        "front",
    }
)
_NO_LABEL = frozenset({"from", "since", "until", "after", "before", "between"})
_SEPARATORS = re.compile(r"\s+[-–—|/•·]+(?:\s+|\Z)|[()\[\]|;•·—–]|\n|\A[-–—,\s]+")
_PRESS_ROOM = re.compile(
    r"\b(?:Press|News|Media|Conference|Meeting|Briefing) "
    r"(?:(?:Conference|Briefing|Interview|Information) )?"
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
    r"(?P<room>(?:[A-ZÀ-ÞĀ-ɏ][\w.'’-]*\s+){1,4}[A-Z]?\d{1,4}[A-Z]?(?:/\d{1,3})?)(?=\Z|, )"
)
"""A room with its number, behind a day: ``, Room 271``."""
_BODIES = frozenset(
    {"organization", "organisation", "council", "committee", "commission", "union", "assembly"}
    | {"board", "secretariat", "conference", "association", "agency", "ministry", "nations"}
)
"""The end of a body's name, which no place has beside a day."""
_NO_ROOM = frozenset({"no", "ref", "reference", "vol", "volume", "issue", "page", "doc", "number"})
_DD = r"[0-3]?[0-9](?:st|nd|rd|th|ST|ND|RD|TH)?"
_SEVERAL = re.compile(
    rf"(?<![\d/.-])\b\d{{1,2}}(?:st|nd|rd|th)? ?(?:-|–|—|to|and|&) ?{_DD}"
    r"(?=,? [A-Z][A-Za-z]{2}|,? \d{4})"
    rf"|\b{MONTH.format('month')} \d{{1,2}} ?(?:-|–|—|to|and|&) ?{_DD}(?=\)?\s*\Z)"
    rf"|\b\d{{1,2}}(?:st|nd|rd|th)? {MONTH.format('first')} ?(?:-|–|—|to) ?{_DD} "
    rf"{MONTH.format('last')}"
)
"""Several days in a date line: ``3-4 May``, ``May 3 and 4, 2004``, ``28 May - 1 June``."""
_NUMBERED = re.compile(
    r"(?:ref|(?:no|nr|number|release|id)\b|(?:hits?|views?|volume|vol\.?|day|series)\b ?:? ?\d"
    r"|\d{1,2} min(?:ute)?s?\b)",
    re.IGNORECASE,
)
"""What begins the number of a document, or tells how long it is to read."""
_FORM = re.compile(
    r"(?:(?:cable(?:gram)?|telegram|airgram|despatch|dispatch|letter|minute|note|memorandum"
    r"|telegraphic)|(?:official |press |full |rush |edited )?(?:transcript|interview|text)"
    r"|e ?& ?o\.?e\.?|print|share|by [A-ZÀ-ÞĀ-ɏ][\w.’'-]+(?: [A-ZÀ-ÞĀ-ɏ][\w.’'-]+){0,3}"
    r"|(?:press|news|media) releases? (?:of|dated)|press secretary|spokes(?:person|man|woman)"
    r"|from (?:the )?(?:[A-ZÀ-ÞĀ-ɏ][\w-]+ ){0,3}(?:Secretary|Office|Ambassador|Minister|Desk)"
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
    r"[(\s]*(?:(?:Held|Issued|Done|Signed|Given)(?= (?:at|in|on)\b)|(?=(?-i:At|In) .* on\s*\Z))"
    r"(?P<where>.*?)(?:,? on)?\s*\Z",
    re.IGNORECASE,
)
"""What a line begins with that tells when and where something was held."""
_TELLS = re.compile(r"\b(?:held|between|with|took place)\b", re.IGNORECASE)
"""What only a part has that tells of an event."""
_ADDRESS = re.compile(
    r"(?:Committee |Conference |Meeting |Briefing )?(?:Room|Hall|Salle|Suite)(?: No\.)?"
    r" [A-Z]?\d{1,4}[A-Z]?\b"
    r"|\d{1,4} (?:[A-ZÀ-ÞĀ-ɏ][\w’']+ ){1,3}(?:Street"
    r"|Road|Avenue|Square|Gardens|Place|Lane|Terrace)\b"
)
"""A room or a house by its number."""
_LEADS = re.compile(r"(?:,? this|, the| on)\s*\Z", re.IGNORECASE)
"""What leads from a place to the day: ``Vik, the 3rd of May 2004``."""
_UNTIL = re.compile(r"\s*(?:-|–|—|~|to|until)\s*")
_AROUND_CHANGE = " |/·•,;–—-()"
_AROUND = ' ,.;*_#"“”«»'


def tells_change(line: str) -> bool:
    """Whether a line tells on which day a page was changed: ``Modified: 3 May 2004``."""
    return _OF_CHANGE.match(line) is not None


def heads_column(line: str) -> bool:
    """Whether a line tells on which day, and where on the page, debates go on."""
    return COLUMN.search(line) is not None and date_line(line) is not None


# The same line is asked for as a date, as a place and as the end of what is wrapped.
@lru_cache(256)
def date_line(line: str) -> Date | None:
    """The date of a line that holds nothing else: ``(Tokyo, Saturday, January 28)``.

    A weekday, a time, a place, a sender and a word such as ``Date:`` may stand with it.
    """
    if len(line) > _LINE_LENGTH or not _HINT.search(line):
        return None
    return _date_of(_REMARK.sub("", line) if _LABEL.match(line) is not None else line)


_REMARK = re.compile(r"(?<=\d) \([^()\d]{10,80}\)\Z")
"""What is said of a text behind its day: ``Delivered on: 4 July 2013 (Transcript as spoken)``."""
_SENT = re.compile(r"(?:[A-Z]{1,2} )?(\d{2})[0-2]\d[0-5]\dZ ([A-Z]{3}) (\d{2}|\d{4})")
"""When a telegram was sent: ``O 091415Z MAR 76``."""
_OLDEST_TELEGRAM = 1940
"""A year of two digits is the first one from here on."""


def _sent(line: str) -> Date | None:
    sent = _SENT.fullmatch(line)
    month = month_number(sent[2]) if sent is not None else None
    if sent is None or month is None:
        return None
    year = int(sent[3])
    if year < 100:
        year += _OLDEST_TELEGRAM - _OLDEST_TELEGRAM % 100
        year += 100 if year < _OLDEST_TELEGRAM else 0
    day = int(sent[1])
    if not 1 <= day <= monthrange(year, month)[1]:
        return None
    return Date(0, len(line), year, month, day)


_MAILED = re.compile(
    r"(?:(?:Date|Sent) ?: ?)?(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun),? "
    r"(?:(?P<month>[A-Z][a-z]{2}) {1,2}(?P<day>\d{1,2})"
    r"|(?P<day2>\d{1,2}) (?P<month2>[A-Z][a-z]{2}))"
    r"(?: (?P<year2>\d{4}))? \d\d:\d\d(?::\d\d)?"
    r"(?: (?:[A-Z]{2,5}|[+-]\d{4}|\([A-Z]{2,5}\)))*(?: (?P<year>\d{4}))?"
)
"""When a letter was mailed: ``Mon Oct 3 09:12:55 UTC 2005``, ``Mon, 3 Oct 2005 09:12:55 +0000``."""


def _mailed(line: str) -> Date | None:
    mailed = _MAILED.fullmatch(line)
    if mailed is None or not (year := mailed["year"] or mailed["year2"]):
        return None
    every = find_dates(
        f"{mailed['day'] or mailed['day2']} {mailed['month'] or mailed['month2']} {year}"
    )
    return Date(0, len(line), every[0].year, every[0].month, every[0].day) if every else None


def _date_of(line: str) -> Date | None:
    line = mended(_unrevised(line))
    if (sent := _sent(line) or _mailed(line)) is not None:
        return sent
    every = days_of(line)
    dates = [date for date in every if is_of_calendar(date)]
    several = len({date.iso for date in dates}) > 1
    if not dates or (several and not _is_range(line, dates)):
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


def _unrevised(line: str) -> str:
    """A line without the day on which the page was changed, beside that of issue."""
    if tells_change(line):
        told = find_dates(line)
        if len(told) == 2 and line[told[0].end :].lstrip(_AROUND_CHANGE)[:1].isalpha():
            below = line[told[0].end :].lstrip(_AROUND_CHANGE)
            return below.rjust(len(line))
    revised = _REVISED.search(line) if _CHANGED.search(line.lower()) else None
    if revised is not None and _HINT.search(line, 0, revised.start()):
        return line[: revised.start()]
    return line


def _is_range(line: str, dates: list[Date]) -> bool:
    """Whether the dates are the first and the last day of something."""
    if len(dates) != 2 or dates[0].day is None or dates[0].iso >= dates[1].iso:
        return False
    return _UNTIL.fullmatch(line, dates[0].end, dates[1].start) is not None


def _unlabelled(part: str) -> str:
    label = _LABEL.match(part)
    return part[label.end() :] if label is not None else part


def _room(line: str, start: int) -> re.Match[str] | None:
    """The room with its number that a line names from ``start`` on."""
    room = _ROOM.search(line, start)
    if room is None:
        return None
    low = {word.lower().rstrip(".") for word in _PRESS_ROOM.sub("", room["room"]).split()}
    wording = Wording.default()
    named = low.isdisjoint(_NO_ROOM | wording.promising) and not find_dates(room["room"])
    return room if named else None


def _where(before: str) -> str:
    """What stands before a date but the words that lead to it: ``Vik`` of ``Held at Vik on``."""
    before = _BESIDE.sub(" ", before)
    held = _HELD.match(before)
    where = held["where"] if held is not None else before
    lead = _LEADS.search(where)
    town = where[: lead.start() if lead is not None else None].strip(" (:")
    # "Oslo: 3 May 2004", "Oslo on 3 May 2004"
    known = (lead is not None or where.rstrip()[-1:] == ":") and _is_town(town)
    return town if known or (lead is not None and "," in lead[0]) else where


def _is_town(words: str) -> bool:
    """Whether a town is known for one, its country perhaps behind it."""
    town, _, _ = words.partition(", ")
    return is_capital(town) or town in Wording.default().seats


def _is_filing(part: str) -> bool:
    """Whether a part of a date line says who sends the document, what it is, or its number."""
    if _NUMBERED.match(part) is not None or _FORM.fullmatch(part) is not None:
        return True
    wording = Wording.default()
    named = (
        wording.is_category(part)
        or wording.kind(part) is not None
        or (len(part) > _SHORTEST and wording.is_boilerplate(part))
    )
    return named and _TELLS.search(part) is None


@lru_cache(256)
def place_beside(line: str) -> str | None:
    """The place that a date line names: ``Nairobi`` of ``Nairobi, 7 July 2016``."""
    line = _REMARK.sub("", mended(_unrevised(line)))
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
                or (words[:1].isdigit() and date_line(words) is not None)
                or words.lower() in _BODIES
            ):
                continue
            if "|" in line and not _is_town(words):
                continue  # between bars stands who sends the page, or a town that is known
            if words and (words[0].isupper() or words[0].isdigit()) and not _is_sender(words):
                return capitalized(words) if len(words) > 4 else words
    return None


def capitalized(place: str) -> str:
    """A place that stands in capitals with small letters: ``Vik, USA`` of ``VIK, USA``."""
    if not place.isupper():
        return place
    town, comma, state = place.partition(", ")
    return town.title() + comma + (state if len(state) < 4 else state.title())


def _bare(piece: str) -> str:
    """A part of a date line without signs around it, but for the last point of ``D.C.``"""
    bare = piece.strip(_AROUND)
    return f"{bare}." if re.search(r"\.[A-Z]\.\W*\Z", piece) else bare


def _is_sender(words: str) -> bool:
    return Wording.default().is_sender(words) and _ADDRESS.fullmatch(words) is None


def has_several_days(line: str) -> bool:
    """Whether a date line has several days, as meetings have and documents have not."""
    dates = find_dates(line)
    return _SEVERAL.search(line) is not None or _is_range(line, dates)
