"""Which of the days above a document's text is that of issue, and which that of the meeting.

A page tells of itself when it was made, when it was *changed*, and where it was printed, *today*.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from ..header.dates import Date
from .date_lines import date_line, tells_change
from .headline import FrontLine

__all__ = ["ISSUED", "held_and_issued"]

ISSUED = re.compile(
    r"\W*(?:(?:text )?as )?(?:published|publication|issued?|released?|posted)\b", re.IGNORECASE
)
"""What labels the day of issue."""
_REVISED = re.compile(r"\b(?:updated|modified|revised|reviewed|changed)(?: on| at)? ?:?\Z", re.I)
"""What labels the day on which a page was changed."""
_OTHER_SCRIPT = re.compile(r"\W*[^\W\d_\u0000-\u024f\u1e00-\u1eff]")
_BOTH = 2
_LATE = 120
"""So many days after it was issued no page is told of any more: it was printed then."""


def held_and_issued(
    lines: Sequence[FrontLine], full: Sequence[int], dates: Sequence[int], titles: Sequence[int]
) -> tuple[list[int], list[int]]:
    """Which line tells the day of the meeting, if another than that of issue does, and which that.

    ``full`` are the date lines with a year.
    """
    changed = {
        i for i in full if tells_change(lines[i].words) or _REVISED.search(_label_above(lines, i))
    }
    full = [i for i in full if i not in changed] or full
    # What a label in another script tells of a day is not known; of two the first is of issue.
    other = [i for i in full if _OTHER_SCRIPT.match(lines[i].words)]
    full = [i for i in full if i not in other] or full[:1]
    days = {i: date for i in full if (date := date_line(lines[i].words)) and date.day}
    days = _without_today(days, titles)
    told = sorted({date.iso for date in days.values()})
    if len(told) != _BOTH:
        return [], [*(days or full or dates)][:1]
    labelled = [i for i in days if ISSUED.match(lines[i].words)]
    issued = labelled[0] if labelled else next(i for i in days if days[i].iso == told[1])
    held = [i for i in days if days[i].iso != days[issued].iso]
    return held[:1], [issued]


def _label_above(lines: Sequence[FrontLine], index: int) -> str:
    """The line right above one, which may tell what day it is: ``Last updated on``."""
    return lines[index - 1].words if index and not lines[index].gap else ""


def _without_today(days: dict[int, Date], titles: Sequence[int]) -> dict[int, Date]:
    """``days`` without one above the title so late that the page was printed then: ``Tuesday``."""
    above = [i for i in days if titles and i < titles[0]]
    below = [_count(days[i]) for i in days if i not in above]
    late = {i for i in above if below and _count(days[i]) - max(below) > _LATE}
    return {i: day for i, day in days.items() if i not in late}


def _count(date: Date) -> int:
    """A day as a number of days, exact enough to tell how far apart two are."""
    return 372 * (date.year or 0) + 31 * (date.month or 0) + (date.day or 0)
