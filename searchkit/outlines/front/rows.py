"""Rows: lines above a text of several parts, side by side, one of which may be the day.

Wide gaps part them (*columns*), or bars, dashes and commas.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from ..around.references import is_reference
from ..text.lines import Paragraph
from ..words.wording import Wording, collapse
from .date_lines import date_line

__all__ = [
    "columns_of",
    "dated_part",
    "days_of_row",
    "is_barred",
    "is_dated_row",
    "is_field",
    "is_time",
    "role_of_columns",
]

_COLUMNS_OF_A_WIRE = 5
"""The line above an agency's news has so many columns at most, the last of them the day."""
_LEAST_BARS = 3
"""A line of a site's menu has as many bars at least."""
_MENU_PART = 2
"""A part of a menu between bars has so many words at most."""
_MOST = 3
_COLUMNS = re.compile(r"[ \t]{3,}|\t+")
_FIELD = re.compile(
    r"(?:(?:published|posted|issued|released|created|updated) (?:on|at)"
    r"|date|time|hits?|views?|no\.?|number|posted|published|registration date)"
)
_VALUED = re.compile(
    r"(?:languages?|reading time|topics?|countr(?:y|ies)|regions?|themes?|type|document type"
    r"|news type|original language|publisher|views?|hits?|read|policy areas?|tags?|share"
    r"|edition) ?: ?"
    r"\S+(?: \S+){0,5}",
    re.IGNORECASE,
)
"""What a page is filed under, with its name: ``Country: Norway``."""
_TIME = re.compile(
    r"\d{1,2}[:.]\d{2}(?:[:.]\d{2})?(?: ?[ap]\.?m\.?)?(?: \(?(?:[A-Z]{2,4}|local(?: time)?)\)?)?"
    r"|\d{1,6}",
    re.IGNORECASE,
)
_BARS = re.compile(r" [-–—|•·/] ")
_PARTED = re.compile(r",? [-–—/] |, (?=[A-Z\d])|(?<=\d) of (?=\d)|\. (?=[A-Z\d])")
_PUT = re.compile(r"(?:posted|published|submitted|uploaded|added|created)\b", re.IGNORECASE)
_BY = re.compile(r",? by [\w.’-]+(?: [A-ZÀ-ÞĀ-ɏ][\w.’-]+){0,2}\Z")
_PUT_THERE = re.compile(
    r"(?:(?:posted |published |written |submitted )?by [\w.’-]+(?: [A-ZÀ-ÞĀ-ɏ][\w.’-]+){0,2}"
    r"|\d{1,3} min(?:ute)?s?(?: read)?|reading time:? \d.*)",
    re.IGNORECASE,
)
"""Who put a page there, and how long it is: ``By Jo Doe``, ``2 min read``."""
_LATER = re.compile(r"\b(?:last|updated|modified|revised|reviewed|changed|ordered|printed)\b", re.I)
"""What is done with a page on another day than that of its issue."""
_MADE = re.compile(r"(?:created|updated|published|posted)(?: on)? ?: ?(?=.*\d)", re.IGNORECASE)
_ROW = 200
_LENGTH = 120
"""No row of a page's head is longer, in characters."""


def columns_of(text: str, paragraph: Paragraph) -> list[str]:
    """The columns of a line by itself that wide gaps part, else nothing."""
    line = text[paragraph.body : min(paragraph.end, paragraph.body + 200)].strip()
    if "\n" in line:
        return []
    columns = [collapse(column) for column in _COLUMNS.split(line)]
    most = _MOST if date_line(columns[-1]) is None else _COLUMNS_OF_A_WIRE
    return columns if 1 < len(columns) <= most else []


def role_of_columns(
    columns: Sequence[str], words: str, role: str | None, wording: Wording
) -> tuple[str | None, str]:
    """What a line of columns might be, and its words: the date, or what is not set apart."""
    dated = [column for column in columns if date_line(column) is not None]
    if len(dated) == 1:
        return "date", dated[0]
    kept = [
        column
        for column in columns
        if not (
            wording.is_boilerplate(column)
            or wording.is_category(column)
            or is_reference(column)
            or is_field(column)
        )
    ]
    filed = len(kept) == 1 and any(map(is_reference, columns))
    if not kept or (filed and kept[0].isupper() and not wording.promises(kept[0])):
        return "boilerplate", words
    return role, kept[0] if len(kept) == 1 and role == "title" else words


def is_field(words: str) -> bool:
    """Whether a line is a label or a figure by itself: ``Date``, ``Hit``, ``701``, ``18:10``."""
    bare = words.rstrip(": ").lower()
    valued = ":" in words[:-1] and _VALUED.fullmatch(words) is not None
    return valued or _FIELD.fullmatch(bare) is not None or is_time(words)


def is_time(words: str) -> bool:
    """Whether a line is a time of day or a figure by itself: ``18:10``, ``701``."""
    return _TIME.fullmatch(words.rstrip(": ")) is not None


def days_of_row(words: str) -> list[str]:
    """The cells of a row between bars that are days, but for that of a change."""
    dated = [cell for cell in words.split(" | ") if date_line(cell) is not None]
    return [cell for cell in dated if _LATER.match(cell) is None] if len(dated) > 1 else dated


def is_dated_row(words: str) -> bool:
    """Whether a row tells by its labels when a page was made, and changed: ``Created: 3 May``."""
    cells = words.split(" | ")
    return len(cells) > 1 and len(words) <= _ROW and any(map(_MADE.match, cells))


def dated_part(words: str, wording: Wording) -> str | None:
    """The day in a row whose other parts are numbers, or tell what it is: ``PR No. 12, 3 May``."""
    if len(words) > _LENGTH or not any(map(str.isdigit, words)) or _LATER.search(words):
        return None
    words = _BY.sub("", words) if _PUT.match(words) else words
    parts = _BARS.split(words)
    dated = [part for part in parts if date_line(part) is not None]
    if len(dated) == 1 and len(parts) > 1:
        others = [part for part in parts if part is not dated[0]]
        return dated[0] if all(_is_beside_day(part, wording) for part in others) else None
    for split in _PARTED.finditer(words):
        after = words[split.end() :]
        if date_line(after) is not None and _is_beside_day(words[: split.start()], wording):
            return after
    return None


def _is_beside_day(part: str, wording: Wording) -> bool:
    """Whether a part of a row is no title: a number, what the page is, who put it there."""
    part = part.strip("*_")
    return (
        is_reference(part)
        or is_field(part)
        or wording.is_category(part)
        or wording.is_boilerplate(part)
        or _PUT_THERE.fullmatch(part) is not None
    )


def is_barred(words: str) -> bool:
    """Whether bars stand between the parts of a line, as in a menu: ``Readouts | Travel``."""
    if words[0] == "|":
        return False
    parts = words.split(" | ")
    short = all(len(part.split()) <= _MENU_PART for part in parts)
    return len(parts) > _LEAST_BARS or (len(parts) == _LEAST_BARS and short)
