"""Datelines: the place and the day that news begins with: ``OSLO, 3 May 2004 – Ms. Roe ...``."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from ..header.dates import Date, find_dates
from ..lands.countries import is_capital, is_name
from ..words.wording import Wording
from .date_lines import capitalized

__all__ = ["Dateline", "read_dateline"]

_MONTH = r"(?i:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)"
_WEEKDAY = r"(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|Mon|Tue|Wed|Thu|Fri|Sat|Sun)\.?"
_NAME = r"[A-ZÀ-ÞĀ-ɏ][\w.'’-]+(?: [A-ZÀ-ÞĀ-ɏ][\w.'’-]+){0,2}"
_WIRES = r"[A-ZÀ-ÞĀ-ɏ][\w. -]{1,30}(?: / [A-ZÀ-ÞĀ-ɏ][\w. -]{1,30}?){0,4}?"
"""The agencies that news is from, before its day: ``Fish News / NNA - ``."""
_PLACE = re.compile(
    r"[*_]{0,2}(?:\([A-ZÀ-ÞĀ-ɏ][\w.&/ -]{1,50}\) (?=[A-Z]{2}))?"
    r"[(\[]?(?:(?:Press|News|Media) [Rr]elease, |PRESS RELEASE, )?"
    r"(?!On |From |In |At |Since |By |Until |The )"
    rf"(?P<place>{_NAME}?(?:, (?!{_WEEKDAY},? )[A-ZÀ-ÞĀ-ɏ][\w.]+"
    rf"(?: [A-ZÀ-ÞĀ-ɏ]\w+)?)??)(?: [(\[][A-ZÀ-ÞĀ-ɏ][\w. ]+[)\]])?"
    rf"(?:[,:;.]? (?:\({_WIRES} [-–—] |[(\[])?|[,:]? ?[/|–—-]{{1,2}} ?(?:(?!"
    + _MONTH
    + r")[A-ZÀ-ÞĀ-ɏ][\w. ]{1,40}? ?[/|–—-]{1,2} ?)?)"
    rf"(?:{_WEEKDAY},? )?"
    r"(?:[A-ZÀ-ÞĀ-ɏ][\w'’ -]{2,20} \d{1,2},? 1[34]\d\d"
    r"(?: ?A?\.?H\.?)?(?:, ?| )(?:corresponding to )?)?"
    rf"(?=\d{{1,2}}(?!\d)|\d{{4}}-\d|{_MONTH}[A-Za-z]*\.? \d)"
)
_AGENCY = r"(?:,? [(\[/]?[A-ZÀ-ÞĀ-ɏ][\w./-]{1,15}(?: [A-ZÀ-ÞĀ-ɏ]\w{1,15})?[)\]/]?)?"
_DASH = re.compile(
    rf"(?:,? \({_WEEKDAY}\),?)?[)\]]?[*_]{{0,2}}(?:{_AGENCY}[)\]]? ?(?:[—–|/]|--?|:) ?(?=\S)"
    r"|[.,]? ?/[A-ZÀ-ÞĀ-ɏ][\w. -]{1,30}/[.:]? (?=[A-ZÀ-ÞĀ-ɏ“\"‘']))"
)
"""What ends a dateline, the name of an agency perhaps before it: ``, SPA --``."""
_OPENS = re.compile(r"[*_]{0,2}[(\[]?")
_TOWNS = r"[A-ZÀ-ÞĀ-ɏ][\w'’-]+(?: [A-ZÀ-ÞĀ-ɏ][\w'’-]+){0,2}"
_BESIDE_DAY = re.compile(
    rf"(?:,|:| [–—|/-])? [(\[]?(?P<place>{_TOWNS}(?:, {_TOWNS})?)[)\]]?(?= ?[–—|:-])"
)
"""A place behind the day: ``3 May 2004, OSLO – Ms. Roe``."""
_SHUTS = re.compile(r"[)\]] (?=[A-ZÀ-ÞĀ-ɏ“\"‘'])")
"""What ends a dateline in brackets: ``(Oslo, 3 May 2004) Ms. Roe``."""
_STOP = re.compile(r"\. (?=[A-ZÀ-ÞĀ-ɏ])")
"""What may end a dateline of a town that is known for one."""
_TOWN = re.compile(
    r"(?P<open>[(\[])?(?P<place>[A-ZÀ-ÞĀ-ɏ][\w.'’-]+(?: [A-ZÀ-ÞĀ-ɏ][\w.'’-]+){0,3}"
    r"(?:, [A-ZÀ-ÞĀ-ɏ][\w.]+(?: [A-ZÀ-ÞĀ-ɏ]\w+)?)?)"
    r"(?(open)[)\]]) ?(?:\([A-ZÀ-ÞĀ-ɏ][\w. /-]{1,24}\) ?)?(?:[—–]|--?) ?(?=[A-ZÀ-ÞĀ-ɏ“\"‘'])"
)
"""A dateline without a day: ``(Vik, Norland) – Ms. Roe ...``."""
_SHOUTED = re.compile(
    r"(?P<place>[A-Z]{3,}(?: [A-Z]{3,})?): (?=[A-ZÀ-ÞĀ-ɏ“\"‘'])"
    r"|(?P<town>[A-ZÀ-ÞĀ-ɏ][\w'’-]+(?: [A-ZÀ-ÞĀ-ɏ][\w'’-]+)?)"
    r" \([A-Z]\w{1,15}[A-Z]\w{0,15}\) (?=[A-ZÀ-ÞĀ-ɏ“\"‘'])"
)
"""The same with a colon: ``OSLO: Ms. Roe ...``; or an agency: ``Oslo (NewsNow) Ms. Roe ...``."""
_OTHER_CALENDAR = re.compile(
    rf"(?P<place>{_TOWNS}), [A-Z][\w'’ -]{{2,20}} \d{{1,2}},? 1[34]\d\d(?: ?A?H)?"
    r",? (?:[A-Z]{2,5} )?(?:[—–]|--?) (?=[A-ZÀ-ÞĀ-ɏ“\"‘'])"
)
"""A dateline with the day of another calendar alone: ``Riyadh, Rajab 12, 1443, SPA -- Mr. Roe``."""
_ENDS = re.compile(r"(?: ?[–—] ?| -{1,2} |--|/ ?|\. )(?=[A-ZÀ-ÞĀ-ɏ“\"‘'])")
_PARTS = re.compile(rf" ?[,./|()\[\]–—]+ ?| -{{1,2}} | (?={_MONTH}[a-z]*\.? \d)")
_PART = re.compile(
    rf"[A-Z][A-Z.&]{{1,11}}(?: [A-Z]{{2,10}})?|{_WEEKDAY}|\d{{4}}"
    rf"|{_MONTH}[A-Za-z]*\.? \d{{1,2}}(?: \d{{4}})?|\d{{1,2}} {_MONTH}[A-Za-z]*\.?(?: \d{{4}})?"
)
"""What stands beside the town: the letters of an agency, a day, a part of it."""
_HEAD = 72
"""A dateline is no longer, in characters."""
_DAY = 28
"""The day stands in so many characters."""


@dataclass(frozen=True, slots=True)
class Dateline:
    """``end`` is where the text after it begins."""

    place: str | None
    date: Date | None
    end: int


@lru_cache(16)  # several rooms ask it of the same paragraphs
def read_dateline(words: str) -> Dateline | None:
    """The dateline that ``words`` begin with, if any."""
    match = _PLACE.match(words)
    # "_Vik – 3 May 2004_ – Ms. Roe": emphasis ends a word as a space does.
    plain = words.replace("_", " ") if words[:1] == "_" else words
    dates = find_dates(plain, match.end(), match.end() + _DAY) if match is not None else []
    if match is None or not dates or dates[0].start != match.end() or dates[0].day is None:
        return _with_day_first(plain) or _without_day(words)
    dash = _ending(words, dates[0])
    if dash is None and dates[0].year and _is_seat(capitalized(match["place"])):
        dash = _STOP.match(words, dates[0].end)
    if dash is None:
        return _of_parts(words)
    return Dateline(capitalized(match["place"]), dates[0], dash.end())


def _ending(words: str, day: Date) -> re.Match[str] | None:
    """What ends the dateline behind its day."""
    dash = _DASH.match(words, day.end)
    bracket = words[:1] in ("(", "[") or "(" in words[: day.start]
    return _SHUTS.match(words, day.end) if dash is None and bracket else dash


def _with_day_first(words: str) -> Dateline | None:
    """The dateline that begins with its day, the place perhaps behind it."""
    opens = _OPENS.match(words)
    start = opens.end() if opens is not None else 0
    if not (words[start : start + 1].isdigit() or words[start : start + 1].isupper()):
        return None
    dates = find_dates(words, start, start + _DAY)
    if not dates or dates[0].start != start or not (dates[0].year and dates[0].day):
        return None
    beside = _BESIDE_DAY.match(words, dates[0].end)
    town = capitalized(beside["place"]) if beside is not None else None
    if beside is not None and (dash := _DASH.match(words, beside.end())) is not None:
        return Dateline(town, dates[0], dash.end())
    dash = _ending(words, dates[0])
    return Dateline(None, dates[0], dash.end()) if dash is not None else None


def _without_day(words: str) -> Dateline | None:
    """The dateline of nothing but a town that is known for one, or has its country beside it.

    The day of another calendar may stand beside it, too.
    """
    other = _OTHER_CALENDAR.match(words)
    if other is not None and _is_seat(capitalized(other["place"])):
        return Dateline(capitalized(other["place"]), None, other.end())
    match = _TOWN.match(words) or _SHOUTED.match(words)
    if match is None:
        return _of_parts(words)
    place = capitalized(match["place"] or match["town"])
    town, _, country = place.partition(", ")
    if not (_is_seat(town) or (country and is_name(country))):
        return _of_parts(words)
    return Dateline(place, None, match.end())


def _of_parts(words: str) -> Dateline | None:
    """The dateline of one known town, with agencies and a day beside it in whatever order."""
    for end in _ENDS.finditer(words, 0, _HEAD):
        parts = [part for part in _PARTS.split(words[: end.start()]) if part]
        towns = [part for part in parts if _is_seat(capitalized(part))]
        others = [part for part in parts if part not in towns]
        if len(towns) == 1 and others and all(_PART.fullmatch(p) or is_name(p) for p in others):
            days = [day for day in find_dates(words, 0, end.start()) if day.day]
            return Dateline(capitalized(towns[0]), days[0] if days else None, end.end())
    return None


def _is_seat(town: str) -> bool:
    return is_capital(town) or town in Wording.default().seats
