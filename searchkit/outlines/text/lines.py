"""A text's lines -> paragraphs: what stands together before it is known what it is.

A *paragraph* is a line, or the lines over which one was wrapped, with the markers it starts with.
Offsets index the text; nothing of it is changed or copied.
"""

from __future__ import annotations

import re
from collections.abc import Collection
from dataclasses import dataclass, replace
from itertools import pairwise

from ..front.date_lines import date_line, place_beside
from ..front.place_lines import is_place
from ..header.dates import find_dates
from ..particulars.listing import PARTICULARS, last_of_particulars
from ..sections.markers import Marker, kind_of, readings_of
from ..words.wording import Wording
from .intervals import without_even_gaps
from .lone_numbers import with_lone_numbers
from .raw_lines import Line, read_lines
from .wrapping import continues, go_on_apart, is_one_line, wrapping

__all__ = ["Paragraph", "read_paragraphs"]

_UNDERLINE = frozenset("=-")
_FAR_WIDER = 4
"""A row of signs so many times as wide as the line above it is none that underlines it."""
_COPYRIGHT = ("(a)", 3)
"""``(C) Ministry of Ports``"""
_SURE = ("minute 1", "1.", "(1)", "1)", "[1]", "circled", "一", "(一)", "Ⅰ", "(Ⅰ)", "ⅰ", "(ⅰ)")
"""Styles that number whatever their value; a page may start at ``11.``."""

_REST = 301
"""So much of a line tells whether it is a title."""
_HEAD_SHARE, _HEAD_LENGTH = 0.7, 40
"""A heading between lines that were wrapped is so much shorter than they are, or so short."""
_SECOND = 2
_EXCERPT = 4
"""So many of a text that begins with a later one."""
_COUNTED = 2
"""So many paragraphs with figures in front of them are counted."""
_LONGEST_MONTH = 31
_DATED = 30
"""So many characters after a number tell whether it is that of a day."""
_DAYS = 31
_MANY = 100
"""A number as high stands alone only where it is that of a letter or a telegram."""
_ONE_PAGE = 20
"""A number as high without any beside it is a telegram's, where nothing has number 1."""
_ROW = 120
"""A row of a table is no longer."""
_SIDE_BY_SIDE = re.compile(r"\S {3,}\S")
_DIFFER = (-1, -1)
_YEARS = 1000
"""From here on a number is more often a year than a part of a document."""


@dataclass(slots=True)
class Paragraph:
    """``text[start:end]`` without white space around it; ``body`` is where its own text begins.

    ``indent`` is in columns, ``gap`` says whether a blank line (or nothing) stands before it, and
    ``depth`` is Markdown's for a heading, else 0. ``wrapped`` is true of several
    lines that were one.
    """

    start: int
    body: int
    end: int
    indent: int
    gap: bool
    numbers: tuple[Marker, ...] = ()
    bullet: str | None = None
    depth: int = 0
    boilerplate: bool = False
    wrapped: bool = False

    @property
    def empty(self) -> bool:
        """Whether it has no text besides its markers."""
        return self.body >= self.end

    @property
    def marked(self) -> bool:
        """Whether it starts with a number, a letter, a bullet or Markdown's hashes."""
        return self.body > self.start or self.depth > 0


def _seen(lines: list[Line]) -> set[tuple[str, int]]:
    return {
        reading
        for line in lines
        if line.markers is not None
        for marker in line.markers.numbers
        for reading in marker.readings
    }


def _pairs(lines: list[Line]) -> set[tuple[str, str, int, int]]:
    """The first two numbers of lines that have two, styles and values: ``1. (1)``.

    Of styles of which two values differ on a line there is one more, with `_DIFFER` for values.
    """
    pairs = {
        (first.readings[0][0], second.readings[0][0], first.readings[0][1], second.readings[0][1])
        for line in lines
        if line.markers is not None and len(line.markers.numbers) > 1
        for first, second in [line.markers.numbers[:2]]
    }
    return pairs | {(outer, inner, *_DIFFER) for outer, inner, a, b in pairs if a != b}


def _lone_firsts(
    text: str, lines: list[Line], seen: set[tuple[str, int]], wording: Wording
) -> frozenset[int]:
    """Where lines start that are the first and only ones under several numbers: ``4. Docks``, under
    it ``A. Lamps``, then ``5. Ferries``, under it ``A. Fares``.
    """
    found: dict[str, list[Line]] = {}
    for above, line in pairwise(lines):
        markers = line.markers
        if markers is None or len(markers.numbers) != 1 or markers.numbers[0].path:
            continue
        first = next((s for s, value in markers.numbers[0].readings if value == 1), "")
        if first.strip("().") not in ("a", "A") or (first, 2) in seen:
            continue
        rest = text[line.start + markers.end : min(line.end, line.start + _REST)]
        if not (rest[:1].isupper() and wording.is_title(rest)):
            continue
        if not markers.depth:
            over = above.markers
            if over is None or not over.numbers or over.numbers[-1].readings[0][0] == first:
                continue
            words = text[above.start + over.end : min(above.end, above.start + _REST)]
            if (*over.numbers[-1].readings[0][:1], 1) not in seen or not wording.is_title(words):
                continue
        found.setdefault(first, []).append(line)
    return frozenset(line.start for group in found.values() if len(group) > 1 for line in group)


def _counts_paragraphs(text: str, lines: list[Line]) -> bool:
    """Whether figures without any sign count the paragraphs of a text, or of each of its parts.

    Each count begins with 1 and leaves no number out.
    """
    above = counts = 0
    least = _COUNTED
    for index, line in enumerate(lines):
        if line.markers is None or not line.markers.numbers:
            continue
        style, value = line.markers.numbers[0].readings[0]
        if style != "1" or date_line(text[line.start : min(line.end, line.start + _REST)]):
            continue
        begins = line.gap or not index or text[lines[index - 1].end - 1] in ".!?:)”"
        # The first paragraph of some has no number: "2  Minister Roe ..." is the second.
        excerpt = not above and line.gap and value < _YEARS
        if excerpt and value > 1:
            least = _COUNTED if value == _SECOND else _EXCERPT
        elif value not in (1, above + 1) or not (begins or value == 1):
            return False
        if value == 1 and above == 1:
            return False
        above = value
        counts += 1
    return counts >= least and above > 1


def _settle(
    text: str,
    line: Line,
    seen: set[tuple[str, int]],
    pairs: set[tuple[str, str, int, int]],
    wording: Wording,
    counted: bool,
) -> None:
    """Keep of a line's markers those that the other markers of the text bear out.

    An initial (``A. Smith``), a sum (``3.5``) or a date (``12 June``) starts a line too, but is
    no member of a series. Of two that count alike the first is a list's, put before the
    document's own.
    """
    markers = line.markers
    if markers is None or not markers.numbers:
        return
    numbers: list[Marker] = []
    end = markers.start
    for marker in markers.numbers:
        after = line.start + marker.end
        rest = text[after : min(line.end, after + _REST)]
        # A heading that Markdown marks bears its number out: "## 4.16 Trade".
        if markers.depth and marker.path and rest[:1].isupper():
            readings = marker.readings
        else:
            readings = tuple(
                r for r in marker.readings if _borne_out(marker, r, rest, seen, wording, counted)
            )
        if not readings and marker.readings[0][1] >= _YEARS and not numbers:
            if date_line(text[line.start : min(line.end, line.start + _REST)]) is not None:
                break  # "2004. 5. 3"
            continue  # a telegram's number before that of its first paragraph: "4793. 1. Berg"
        if not readings:
            break
        if len(readings) < len(marker.readings):
            marker = replace(marker, readings=readings)
        numbers.append(marker)
        end = marker.end
    if len(numbers) > 1:
        (outer, value), (inner, same) = numbers[0].readings[0], numbers[1].readings[0]
        if same == value:
            near = any((outer, inner, n, n) in pairs for n in (value - 1, value + 1))
            # "1. (2)" and "2. (1)" beside them are parts of parts.
            near = near and (outer, inner, *_DIFFER) not in pairs
            # "2. 2." where there is no "2. 1.", and "1. 1." where there is nothing like it
            if outer == inner and value == 1:
                near = near or sum(pair[:2] == (outer, inner) for pair in pairs) == 1
            if near or (outer == inner and value > 1 and (outer, inner, value, 1) not in pairs):
                del numbers[0]
    kept = tuple(numbers)
    if kept == markers.numbers:
        return
    if kept or markers.bullet is not None or markers.depth:
        line.markers = replace(markers, numbers=kept, end=end)
    else:
        line.markers = None


def _borne_out(
    marker: Marker,
    reading: tuple[str, int],
    rest: str,
    seen: set[tuple[str, int]],
    wording: Wording,
    counted: bool,
) -> bool:
    style, value = reading
    series = (style, value + 1) in seen or (value > 1 and (style, value - 1) in seen)
    series = series or _fills_gap(style, value, seen)
    if marker.path:
        sign, _, above = style.partition(" ")
        prefix, _, last = above.rpartition(".")
        if not last.isdecimal():
            # "II.3" below "II.": initials and codes stand alone.
            lettered = any(reading in seen for reading in readings_of(last, "", "."))
            return (series or lettered) and not rest[:1].islower()
        parent = (f"{sign} {prefix}", int(last)) if prefix else ("1.", int(last))
        if sign == "dash":
            days = find_dates(f"{above}-{value} {rest[:_DATED]}")
            return (series or parent in seen) and not (days and not days[0].start)
        return (series or value == 1 or parent in seen) and not rest[:1].islower()
    if style == "1glued":
        return {(style, 1), (style, 2), (style, 3)} <= seen or _fills_gap(style, value, seen)
    if style in ("1", "I"):
        row = style == "1" and len(rest) <= _ROW and rest[-1:] not in (".", "!", "?")
        if row and _SIDE_BY_SIDE.search(rest) is not None:
            return False  # a row of a table: "1   Mr Roe      Norland"
        dated = any(not date.start for date in find_dates(f"{marker.label} {rest[:_DATED]}"))
        sentence = counted and style == "1" and rest[:1].isupper()
        return series and not dated and (sentence or wording.is_title(rest))
    if value >= _YEARS:
        return (style, value - 1) in seen
    if style == "1." and value <= _LONGEST_MONTH and rest[:1].isupper():
        days = find_dates(f"{value} {rest[:_DATED]}")
        if days and not days[0].start and days[0].year:
            return False  # "23. May 2004"
    alone = value > _ONE_PAGE and (style, 1) not in seen
    if style == "(1)" and alone:
        return series  # a year behind the letters of a paper: "C.P. / (48) 152"
    if style == "1." and (value >= _MANY or alone):
        if series or not wording.is_title(rest):
            return series
        # "214. Reference: Cable 163" over "1." has the sender's number, "214. Memorandum" a title.
        return (style, 1) not in seen or wording.promises(rest)
    if " " in style and style not in _SURE:
        # An item of an agenda that is another's bears its number: the document's own begin with 1.
        # Minutes may tell some of its items only: three that count on are their own.
        own = (style, 1) in seen or any(
            {(style, first + step) for step in range(_COUNTED + 1)} <= seen
            for first in range(value - _COUNTED, value + 1)
        )
        return value == 1 or (series and own)
    if style in _SURE or (value == 1 and style.startswith("(")):
        # "23. May 2019 - 17:08"
        may_be_day = style == "1." and value <= _DAYS and rest[:1].isupper()
        day = date_line(f"{marker.label}. {rest[:_DATED]}") if may_be_day else None
        return day is None or day.year is None
    return series


def _fills_gap(style: str, value: int, seen: set[tuple[str, int]]) -> bool:
    """Whether a number stands where a series with another sign has none: ``1.``, ``2``, ``3.``"""
    kind = kind_of(style)
    if (style.lower(), value) == _COPYRIGHT:
        return False
    return any(
        (other, value) not in seen
        and ((other, value - 1) in seen or (value == 1 and (other, 2) in seen))
        for other in (f"{kind}.", f"{kind})", f"({kind})", kind)
        if other != style
    )


def read_paragraphs(
    text: str,
    wording: Wording,
    *,
    start: int = 0,
    holes: Collection[int] = (),
    opened: Collection[int] = (),
) -> tuple[list[Paragraph], int]:
    """The paragraphs of ``text`` in order; every non-blank line is in exactly one of them.

    With them the width from which on a line goes on below, 0 if the lines were not wrapped.

    Args:
        start: the lines before it are boilerplate.
        holes: where lines start that stood within a paragraph and are blank now, or carry it on.
        opened: where lines start that carry no paragraph on.
    """
    lines = list(read_lines(text, wording, start, holes, opened))
    with_lone_numbers(text, lines)
    seen, pairs, counted = _seen(lines), _pairs(lines), _counts_paragraphs(text, lines)
    lone = _lone_firsts(text, lines, seen, wording)
    for line in lines:
        if line.start not in lone:
            _settle(text, line, seen, pairs, wording, counted)
    wrapped = wrapping(text, lines)
    without_even_gaps(text, lines)
    if wrapped.width:
        go_on_apart(text, lines, wrapped)
    paragraphs: list[Paragraph] = []
    index = 0
    while index < len(lines):
        line = lines[index]
        last = index
        while (
            last + 1 < len(lines)
            and continues(text, lines[last], lines[last + 1], wrapped, last == index)
            and not _is_over_number(text, lines, last + 1, wording)
        ):
            last += 1
        if index < PARTICULARS:
            last = last_of_particulars(text, lines, index, last)
        paragraph = _paragraph(text, line, lines[last].end)
        if last > index:
            paragraph.wrapped = is_one_line(text, lines[index : last + 1], wrapped)
        if last > index and _is_notice(text, paragraph, wording):
            line.markers, line.boilerplate = None, True
            paragraph = _paragraph(text, line, lines[last].end)
        index = last + 1
        if paragraph.boilerplate and _underlines(text, paragraph, paragraphs):
            # A row of = or - under a line makes it a heading, as in Markdown.
            above = paragraphs.pop()
            depth = 1 if text[paragraph.start] == "=" else 2
            if depth > 1 and paragraphs and _stands_above(text, paragraphs[-1], above):
                if len(paragraphs) > 1:
                    paragraphs[-1] = replace(paragraphs[-1], depth=depth - 1)
                else:
                    depth = 0  # what is ruled off is the title, of two lines
            paragraphs.append(replace(above, depth=depth))
        paragraphs.append(paragraph)
    return paragraphs, wrapped.midway


def _is_over_number(text: str, lines: list[Line], index: int, wording: Wording) -> bool:
    """Whether a short line below the end of a sentence stands over a number, and ends as none."""
    before, line, below = lines[index - 1], lines[index], lines[index + 1 : index + 2]
    if not below or below[0].markers is None or not below[0].markers.numbers:
        return False
    if line.markers is not None or text[before.end - 1] not in ".!?" or line.joined:
        return False
    words = text[line.start : line.end]
    short = len(words) <= _HEAD_SHARE * (before.end - before.start) or len(words) <= _HEAD_LENGTH
    return short and words[0].isupper() and words[-1].isalnum() and wording.is_title(words)


def _is_notice(text: str, paragraph: Paragraph, wording: Wording) -> bool:
    """Whether a paragraph of several lines is one remark that is boilerplate."""
    first = text[paragraph.start], text[min(paragraph.body, paragraph.end - 1)]
    if not any(sign in "([*" for sign in first) or paragraph.end - paragraph.start > 2 * _REST:
        return False
    return wording.is_boilerplate(text[paragraph.start : paragraph.end].replace("\n", " "))


def _paragraph(text: str, line: Line, end: int) -> Paragraph:
    start, markers = line.start, line.markers
    if markers is None:
        return Paragraph(start, start, end, line.indent, line.gap, boilerplate=line.boilerplate)
    body = min(start + markers.end, end)
    while body < end and text[body].isspace():
        body += 1
    return Paragraph(
        start, body, end, line.indent, line.gap, markers.numbers, markers.bullet, markers.depth
    )


def _underlines(text: str, rule: Paragraph, before: list[Paragraph]) -> bool:
    signs = text[rule.start : rule.end]
    return (
        bool(before)
        and not rule.gap
        and len(signs) > 2
        and len(set(signs)) == 1
        and signs[0] in _UNDERLINE
        and not before[-1].boilerplate
        and before[-1].bullet is None
        and "\n" not in text[before[-1].start : before[-1].end]
        and Wording.default().is_title(text[before[-1].body : before[-1].end])
        and (before[-1].gap or not _goes_on(text[before[-1].body : before[-1].end]))
        and not _is_below_place(text[before[-1].body : before[-1].end], signs)
    )


def _is_below_place(words: str, signs: str) -> bool:
    """Whether signs rule off the head of a document, which ends with a place and the day."""
    return (len(signs) > _FAR_WIDER * len(words) and is_place(words)) or (
        place_beside(words) is not None
    )


def _goes_on(words: str) -> bool:
    """Whether a line goes on with the one above it, or is the date below it."""
    return words.startswith(("AND ", "OF ", "FOR ", "ON ")) or date_line(words) is not None


def _stands_above(text: str, line: Paragraph, heading: Paragraph) -> bool:
    """Whether a line is a heading in capitals right over one that is underlined and has none."""
    words = text[line.start : min(line.end, line.start + _REST)]
    return (
        not (line.marked or line.boilerplate)
        and line.gap
        and words.isupper()
        and not text[heading.start : heading.end].isupper()
        and Wording.default().is_title(words)
    )
