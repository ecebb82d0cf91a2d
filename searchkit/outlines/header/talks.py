"""The day of the talks where the first paragraph does not tell it.

It may stand in a later paragraph (``During the talks held on 8 June``), in the *particulars* of one
sitting (``(April 6, 10:00-11:30, State Hall)``), in a *programme* whose lines begin with a day
(``9 January | Meeting with Minister Roe``), or in a heading (``Norland (7 - 8 November)``).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from itertools import takewhile

from ..front.date_lines import has_several_days
from ..sections.blocks import Block
from ..sections.layout import Layout
from ..sections.programmes import is_programme, is_row
from ..words.wording import collapse
from .cues import sentence_spans
from .dates import Date, find_dates
from .days import is_of_another_time, issue_of, year_of
from .venues import countries_of_journey

__all__ = ["day_of_talks"]

_BLOCKS = 16
"""So many paragraphs may tell of the talks."""
_OPENINGS = 5
"""Of those without particulars so many."""
_LENGTH = 1200
_NEAR = 90
_BEFORE = 21
"""Talks were so many days before the day of issue at most, and a visit was no longer."""
_MET = (
    r"talks|met|meetings?|summit|consultations?|dialogue|conversations?|sessions?|conferred|round"
)
_TALKS = re.compile(rf"\b(?:{_MET})\b", re.IGNORECASE)
_TALKS_OR_VISIT = re.compile(
    rf"\b(?:{_MET}|received|hosted|called on|spoke|visited|visits?|arrived)\b", re.IGNORECASE
)
_SITTING = re.compile(r"\([^()]{0,60}\d{1,2}[:.]\d\d[^()]{0,200}\)?")
"""When a sitting was, in brackets, with the time of day."""
_ROW = re.compile(
    r"[\s|*•–-]*(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day,? (?:the )?)?(?=[A-Z0-9])"
)
_MEETS = re.compile(r"\b(?:meetings?|talks|summit|consultations?|call|dialogue)\b", re.IGNORECASE)


def day_of_talks(text: str, layout: Layout, issued: str | None, days: Date | None) -> Date | None:
    """The first day that the text tells of talks, within ``days`` of a visit if it has any.

    Without them it is one of the three weeks before the day of issue.
    """
    weak: Date | None = None
    visit = days is not None
    one_country = visit and countries_of_journey(layout.title) is None
    for number, block in enumerate(layout.blocks[:_BLOCKS]):
        for found, strong in _told(text, block, number < _OPENINGS, visit, one_country):
            if not _fits(found, issued, days):
                continue
            if strong:
                year = days.year if days is not None else None
                return found if found.year else replace(found, year=year)
            weak = weak or found
    return weak if days is None else None


def _told(
    text: str, block: Block, opens: bool, visit: bool, one_country: bool
) -> Iterator[tuple[Date, bool]]:
    """The days that a paragraph tells, and whether they are surely those of talks.

    Args:
        opens: whether the paragraph is one of the first.
        visit: whether the talks were within a visit.
        one_country: whether the visit was to one country.
    """
    stop = min(block.end, block.start + _LENGTH)
    lines = [collapse(line) for line in text[block.start : stop].splitlines()]
    sitting = _SITTING.match(lines[0]) if lines else None
    if sitting is not None:
        yield from ((found, True) for found in find_dates(sitting[0])[:1])
        return
    for number, line in enumerate(lines):
        row = _ROW.match(line)
        begins = find_dates(line, row.end())[:1] if row is not None else []
        if begins and row is not None and begins[0].start == row.end() and begins[0].day:
            rest = line[begins[0].end :].lstrip()
            if not rest or rest[0] in ":|(–-":
                below = takewhile(is_row, lines[number + 1 :])  # what was done on the day
                yield begins[0], any(map(_MEETS.search, (rest, *below)))
    for heading in block.headings if one_country else block.headings[-1:]:
        for found in find_dates(heading)[:1]:
            if found.day and not has_several_days(heading):
                # Of a journey to several countries its first day is told by what stands above.
                yield found, one_country and _MEETS.search(heading, 0, found.start) is not None
    if not (opens or visit) or is_programme(text[block.start : stop]):
        return
    words = collapse(text[block.start : stop])
    telling = _TALKS if visit else _TALKS_OR_VISIT
    for start, end in sentence_spans(words):
        if telling.search(words, start, end) is None:
            continue
        for found in find_dates(words, start, end):
            near = max(start, found.start - _NEAR), min(end, found.end + _NEAR)
            other = found.day is None or is_of_another_time(words, start, found)
            # The days of a visit are those of its talks nowhere but in its first sentence.
            other = other or (visit and has_several_days(words[found.start : found.end]))
            if not other and telling.search(words, *near):
                yield found, True


def _fits(found: Date, issued: str | None, days: Date | None) -> bool:
    """Whether a day is one of those of a visit, or of the weeks before the day of issue."""
    if days is not None:
        known = found.month is not None and days.month is not None
        gap = 31 * ((found.month or 0) - (days.month or 0)) + (found.day or 0) - (days.day or 0)
        return known and found.year in (None, days.year) and 0 <= gap < _BEFORE
    published = issue_of(issued)
    if published is None or published.day is None or found.month is None or found.day is None:
        return published is None
    year = found.year or year_of(found, published)
    try:
        gap = (date.fromisoformat(published.iso) - date(year, found.month, found.day)).days
    except ValueError:
        return False
    return 0 <= gap < _BEFORE
