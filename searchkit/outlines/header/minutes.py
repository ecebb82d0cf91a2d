"""Minutes: documents that nobody issued on a day of their own, by what they say of themselves."""

from __future__ import annotations

import re

from ..front.date_lines import date_line
from ..sections.layout import Layout
from ..words.gates import Expression
from ..words.wording import collapse
from .dates import Date, find_dates

__all__ = ["are_minutes", "day_of_minutes", "is_of_last_time", "is_taken_down"]

_MINUTES = re.compile(r"\b(?:minutes|summary report)\b", re.IGNORECASE)
_LED = re.compile(r"\W*(?:(?:meeting|draft|approved) )?(?:minutes|notes)\b", re.IGNORECASE)
"""What leads to the day of a meeting on a line: ``Minutes - 11 April 2006``."""
_OPENED = Expression(r"\bto order\b", re.IGNORECASE)
_CALLED = Expression(r"(?<!was )(?<!were )\bcalled the [\w ]{0,60}?\bto order\b")
"""Who opened a meeting, as minutes tell."""
_CARRIED = Expression(
    r"\bseconded\b|\b(?:motion|vote|resolution) (?:was )?(?:carried|passed|approved)\b",
    re.IGNORECASE,
)
_TAKEN_DOWN = re.compile(
    r"\b(?:minutes|memorandum|notes?|records?) (?:of|on)\b|(?<!agreed )\b(?:minutes|notes)\Z",
    re.IGNORECASE,
)
_PRESENT = re.compile(
    r"^[#*|\t ]*(?:\d{1,2}\.?\s+)?(?:(?:also|members|directors|councillors|those|who was) )?"
    r"(?:present|in attendance|attendance|attendees|attending)\b[ *]*(?:[:(|–—-]|$)",
    re.IGNORECASE | re.MULTILINE,
)
"""Who came, as minutes tell it at their head."""
_OTHERS = re.compile(
    r"^[#*|\t ]*(?:\d{1,2}\.?\s+)?"
    r"(?:(?:apolog(?:y|ies)|regrets|absen(?:t|ces?|tees))\b[^.\n]{0,60}$"
    r"|(?:apologies|regrets|absent|scribes?|minute[- ]?takers?|minutes (?:taken )?by|recorder|clerk"
    r"|note[- ]?takers?)\b[ *]*[:|–—-])|\bapologies (?:for absence )?(?:were|had been) received\b",
    re.IGNORECASE | re.MULTILINE,
)
"""Who did not come, and who took down what was said."""
_LAST_TIME = Expression(
    r"\bminutes of (?:the )?[^.\n]{0,80}?\b(?:were|was) (?:duly |unanimously |then )*"
    r"(?:approved|agreed|confirmed|adopted|accepted|signed|taken as read|read)\b"
    r"|\bprevious minutes\b",
    re.IGNORECASE,
)
_ZONE = 6000
"""A meeting comes to order so near to the beginning, in characters."""


def day_of_minutes(text: str, layout: Layout) -> Date | None:
    """The day on a line above the text that is said to be that of the minutes."""
    for part in layout.parts:
        if part.role == "date" and _LED.match(line := collapse(text[part.start : part.end])):
            return date_line(line)
    return None


def are_minutes(text: str, layout: Layout) -> bool:
    """Whether a document says that it is minutes, or tells of motions as minutes do."""
    if layout.kind is not None and _MINUTES.search(layout.kind) is not None:
        return True
    if day_of_minutes(text, layout) is not None:
        return True
    if _CALLED.search(text, 0, _ZONE) is not None and "adjourn" in text:
        return True
    carried = _CARRIED.search(text) is not None
    if carried and _OPENED.search(text, 0, _ZONE) is not None:
        return True
    if _PRESENT.search(text, 0, _ZONE) is None:
        return False
    return (
        carried or _OTHERS.search(text, 0, _ZONE) is not None or _LAST_TIME.search(text) is not None
    )


def is_of_last_time(words: str) -> bool:
    """Whether a paragraph tells that the minutes of the meeting before were approved."""
    return _LAST_TIME.search(words) is not None


def is_taken_down(title: str) -> bool:
    """Whether a title names notes of what was said, its day behind them perhaps."""
    days = find_dates(title)
    last = days[-1] if days and days[-1].end == len(title) else None
    bare = title if last is None else title[: last.start].rstrip(" ,-–—:")
    return any(_TAKEN_DOWN.search(words) is not None for words in (title, bare))
