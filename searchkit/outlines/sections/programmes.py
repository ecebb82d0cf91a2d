"""Days of a programme: a line with the day, and below it what was done, line by line.

``Friday, 3 May`` with ``Morning: Arrival in Oslo`` and ``14:00 Talks`` below is one paragraph.
"""

from __future__ import annotations

import re
from dataclasses import replace

from ..front.date_lines import date_line
from ..text.lines import Paragraph

__all__ = ["is_programme", "is_row", "with_programmes"]

_ROW = re.compile(r"[A-ZÀ-ÞĀ-ɏ][\w’' -]{1,40}: ?\S")
"""What was done, behind a part of the day or a town: ``Vik: lunch``."""
_TIMED = re.compile(
    r"(?:[Ff]rom |[Aa]bout |c\. ?)?\d{1,2}(?:[:.h]\d{2}| ?[ap]\.?m\.?)\b"
    r"|(?:[Ii]n the )?(?:[Mm]orning|[Aa]fternoon|[Ee]vening|[Nn]oon|[Nn]ight)\b|[ap]\.m\. "
    r"|(?:A\.?M|P\.?M|MORNING|AFTERNOON|EVENING)\b"
)
"""What was done, behind the hour, perhaps without a colon: ``14:00 Talks``."""
_DAY = 60
_LONGEST = 200


def is_row(words: str) -> bool:
    """Whether words are a line of a programme and no sentence."""
    short = len(words) <= _LONGEST and words[-1:] not in (".", "!", "?")
    return short and (_ROW.match(words) is not None or _TIMED.match(words) is not None)


def is_programme(words: str) -> bool:
    """Whether a paragraph is a day of a programme: its first line a day, its second a row."""
    day, line, rows = words.partition("\n")
    if not line or len(day) > _DAY or not is_row(rows.partition("\n")[0].strip()):
        return False
    return date_line(day.strip()) is not None


def with_programmes(text: str, body: list[Paragraph]) -> list[Paragraph]:
    """``body`` with each day of a programme and what stands below it as one paragraph."""
    joined: list[Paragraph] = []
    index = 0
    while index < len(body):
        day = body[index]
        index += 1
        if _is_day(text, day):
            last = index
            while (
                last < len(body)
                and not text[body[last - 1].end : body[last].start].strip()
                and _is_below(text, body[last], first=last == index)
            ):
                last += 1  # no line between them was taken for the head of the document
            if last > index:
                day = replace(day, end=body[last - 1].end)
                index = last
        joined.append(day)
    return joined


def _is_day(text: str, line: Paragraph) -> bool:
    if line.marked or line.boilerplate or line.end - line.start > _DAY:
        return False
    date = date_line(text[line.start : line.end])
    return date is not None and date.day is not None


def _is_below(text: str, line: Paragraph, *, first: bool) -> bool:
    """Whether a line tells what was done on the day above it; the first shows that it is a row."""
    if line.gap or line.boilerplate or line.numbers or line.depth or _is_day(text, line):
        return False
    words = text[line.body : line.end]
    return is_row(words) if first else len(words) <= _LONGEST and words[-1:] not in ".!?"
