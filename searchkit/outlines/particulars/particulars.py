"""Particulars: what stands under a label of its own (``PLACE: Oslo``), as in a memorandum."""

from __future__ import annotations

import re

from ..front.date_lines import date_line, place_beside
from ..front.place_lines import is_venue, may_be_place
from ..header.dates import Date, find_dates
from ..sections.layout import Layout
from ..words.gates import Expression
from ..words.wording import Wording, collapse

__all__ = [
    "held_above",
    "is_dated_by_heading",
    "is_labelled_date",
    "labelled_date",
    "labelled_place",
    "office_beside",
    "place_in_brackets",
]

_FIRST = 6
"""The particulars of a memorandum stand in so many of the first paragraphs."""
_LENGTH = 200
_PLACE = re.compile(
    r"(?:meeting )?(?:place|venue|location)[ \t]*(?::|(?-i:(?<=[A-Z]{4}))\r?\n)\s*(\S.*)",
    re.IGNORECASE | re.DOTALL,
)
_VENUE = re.compile(r"[.;] (?:Place|Venue|Location): ([^.;]{2,120})(?=[.;]|\Z)")
"""A venue told behind another particular: ``Date of meeting: 3 May 2004. Venue: Room 2``."""
_CLOCK = re.compile(r",? (?:at )?\d{1,2}[.:]\d{2} ?(?:[ap]\.?m\.?|hrs?|hours)?\Z")
"""A time of day behind a place."""
_BEHIND = re.compile(r"(?<=\w) \([^()]*\)\Z")
_LABEL = re.compile(r"(?:place|venue|location) ?: ?", re.IGNORECASE)
_PLACES = ("place", "venue", "location")
_HEADING = re.compile(r"(?:(?:date|day|time|place|venue)s?(?:,? and |, |/)?){1,3}", re.IGNORECASE)
_NAMES = ("date", "day", "time", "when")
_UNMARKED = re.compile(r"\A[^A-Za-z]+")
_DATE = re.compile(
    r"(?:date|day|time)s?(?:(?:,| ?(?:and|&|/)) ?(?:time|date|place|venue|location)| of (?:the )?"
    r"meeting){0,2}\s*:",
    re.IGNORECASE,
)

_OFFICE = re.compile(
    r"\d [ap]\.?m\.?,?\s*(?:[Aa]t |[Ii]n (?!front ))?(?:the )?([A-ZÀ-ÞĀ-ɏ][\w ,.’'-]{3,60})\Z"
)
_HELD_AT = Expression(
    r"^[ \t]*[Hh]eld (?:at|in) (?:the )?([A-ZÀ-ÞĀ-ɏ][^\n,;:]{2,50}?"
    r"(?:, [A-ZÀ-ÞĀ-ɏ][^\n,;:\d]{2,30}?)?)"
    r"(?=,? on (?:the |\w+day\b|\d)|,?[ \t]*$)",
    re.MULTILINE,
)
_BRACKETED = Expression(
    r"\((?:[^()]{0,80}[.;] ?)?(?:[Vv]enue|[Pp]lace|[Ll]ocation) ?: ?([A-ZÀ-ÞĀ-ɏ][^().;:]{3,60})\)"
)
_ABOVE = 2000
"""The line that tells where a record's meeting was stands among so many characters."""


def is_labelled_date(text: str, layout: Layout) -> bool:
    """Whether the date stands under its own name (``Date and time: ...``, ``Time: ...``)."""
    dated = next((part for part in layout.parts if part.role == "date"), None)
    return dated is not None and text[dated.start : dated.start + 5].lower().startswith(_NAMES)


def is_dated_by_heading(text: str, layout: Layout) -> bool:
    """Whether the date stands below a line that is its name (``1. Date and place``).

    So does one behind what tells that something was held then: ``(Held at Vik on 3 May 2004)``.
    """
    dated = next((part for part in layout.parts if part.role == "date"), None)
    if dated is None:
        return False
    if text[dated.start : dated.start + 6].lstrip("(").lower().startswith("held "):
        return True
    above = text[: dated.start].rstrip().rpartition("\n")[2].strip()
    name = _UNMARKED.sub("", above)
    # "Date" alone is a field of a page that tells when it was published.
    return _HEADING.fullmatch(name) is not None and (name != above or " " in name)


def labelled_date(text: str, layout: Layout) -> Date | None:
    """The first day in a paragraph that begins with ``Date:``, or has that for its heading."""
    line = _first(text, layout, _DATE)
    if line is not None:
        return next(iter(find_dates(line.string, line.end())), None)
    for block in layout.blocks[:_FIRST]:
        if block.headings and _HEADING.fullmatch(block.headings[-1]) is not None:
            return next(
                iter(find_dates(text, block.start, min(block.end, block.start + _LENGTH))), None
            )
    return None


def labelled_place(text: str, layout: Layout) -> str | None:
    """The place on a line, or in a paragraph, of its own: ``Venue: Oslo``."""
    places = [collapse(text[p.start : p.end]) for p in layout.parts if p.role == "place"]
    if places:
        # Of a house and its town below one another the town tells.
        line = next((place for place in places if ":" in place), places[-1])
        return _place(re.split(r"[\]:]", line, maxsplit=1)[-1].strip(" :*_"))
    labelled = _first(text, layout, _PLACE)
    if labelled is not None:
        return _place(collapse(labelled[1]))
    for block in layout.blocks[:_FIRST]:
        words = text[block.start : min(block.end, block.start + _LENGTH)]
        if block.headings and block.headings[-1].lower() in _PLACES:
            return _place(collapse(words))
        if block.headings and _HEADING.fullmatch(block.headings[-1]) is not None:
            lines = sorted(map(collapse, words.splitlines()), key=_is_of_time)
            place = next(filter(None, map(_place_of_line, lines)), None)
            if place is not None:
                return place
        line = collapse(words)
        beside = _DATE.match(line)
        if beside is not None and beside[0].lower().rstrip(" :").endswith(_PLACES):
            told = place_beside(
                collapse(text[block.start : text.find("\n", block.start)])[beside.end() :]
            )
            if told is not None:
                return told
        if _DATE.match(line) and (venue := _VENUE.search(line)) is not None:
            return venue[1]
    return None


def place_in_brackets(text: str) -> str | None:
    """The place that a remark above a text, or in its first lines, tells: ``(venue: Cod Hall)``."""
    match = _BRACKETED.search(text, 0, _ABOVE)
    return collapse(match[1]) if match is not None else None


def held_above(text: str) -> str | None:
    """The place on a line of its own above a record: ``Held at the Cod Hall, Vik,``."""
    match = _HELD_AT.search(text, 0, _ABOVE)
    return collapse(match[1]) if match is not None else None


def office_beside(text: str, layout: Layout) -> str | None:
    """The office where the press was met, behind the time of day in the date line."""
    dated = next((part for part in layout.parts if part.role == "date"), None)
    if dated is None:
        return None
    match = _OFFICE.search(text, dated.start, dated.end)
    return collapse(match[1]) if match is not None else None


def _place_of_line(line: str) -> str | None:
    """The place beside the date in a line, or the line that is nothing but a place."""
    named = _LABEL.match(line)
    if named is not None and date_line(line) is None:
        return _place(line[named.end() :]) or None
    alone = is_venue(line) or may_be_place(line, Wording.default())
    return place_beside(line) or (line if alone and date_line(line) is None else None)


def _place(words: str) -> str:
    """A place without the time of day and what a bracket tells behind it."""
    return _CLOCK.sub("", _BEHIND.sub("", words))


def _is_of_time(line: str) -> bool:
    """Whether a line is named for telling when, and not where."""
    label = _DATE.match(line)
    return label is not None and not label[0].lower().rstrip(" :").endswith(_PLACES)


def _first(text: str, layout: Layout, label: re.Pattern[str]) -> re.Match[str] | None:
    lines = (text[b.start : min(b.end, b.start + _LENGTH)] for b in layout.blocks[:_FIRST])
    return next(filter(None, map(label.match, lines)), None)
