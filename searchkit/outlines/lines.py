"""A text's lines -> paragraphs: what stands together before it is known what it is.

A *paragraph* is a line, or the lines over which one was wrapped, with the markers it starts with.
Offsets index the text; nothing of it is changed or copied.
"""

from __future__ import annotations

import re
from collections.abc import Collection
from dataclasses import dataclass, replace
from itertools import pairwise

from .dates import date_line, find_dates
from .listing import PARTICULARS, last_of_particulars
from .markers import Marker
from .raw_lines import Line, read_lines
from .wording import Wording

__all__ = ["Paragraph", "read_paragraphs"]

_WIDEST_WRAP = 120
"""Texts wrapped by hand or by a program have no longer lines, in characters."""
_NARROWEST_WRAP = 40
_WIDE = 60
_FEW_BREAKS = 3
_NEARLY_FULL = 0.85
_SHORT = 0.7
_ENOUGH = 0.6
"""The share of broken lines that have to be full before the breaks count as wrapping."""
_UNDERLINE = frozenset("=-")
_SURE = ("1.", "(1)", "1)", "[1]", "circled", "一", "(一)")
"""Styles that number whatever their value; a page may start at ``11.``."""

_INITIALS = re.compile(r"[A-ZÀ-Þ][\w’'-]* \([A-Z]{2,4}\)(?=[,;]| \(|\Z)")
"""A name with its initials in brackets."""

_SHORTEST_OPEN = 25
_OPEN = frozenset({
    "a", "an", "the", "and", "or", "of", "to", "in", "into", "for", "with", "by", "at", "from",
    "as", "that", "which", "who", "whose", "their", "its", "his", "her", "is", "are", "was", "were",
    "be", "been", "has", "have", "had", "will", "would", "should", "could", "can", "may", "must",
    "between"
})  # fmt: skip
"""No paragraph ends with one of these words."""
_ROW = 200
"""A row of a table that holds names, days or figures is no longer."""
_REST = 301
"""So much of a line tells whether it is a title."""
_COUNTED = 2
"""So many paragraphs with figures in front of them are counted."""
_DATED = 30
"""So many characters after a number tell whether it is that of a day."""
_DAY = 3
_MANY = 100
"""A number as high stands alone only where it is that of a letter or a telegram."""
_YEARS = 1000
"""From here on a number is more often a year than a part of a document."""


@dataclass(slots=True)
class Paragraph:
    """``text[start:end]`` without white space around it; ``body`` is where its own text begins.

    ``indent`` is in columns, ``gap`` says whether a blank line (or nothing) stands before it, and
    ``depth`` is Markdown's for a heading, else 0.
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

    @property
    def empty(self) -> bool:
        """Whether it has no text besides its markers."""
        return self.body >= self.end

    @property
    def marked(self) -> bool:
        """Whether it starts with a number, a letter, a bullet or Markdown's hashes."""
        return self.body > self.start or self.depth > 0


def _wrap_width(text: str, lines: list[Line]) -> int:
    """The width that the text was wrapped at, 0 if it was not."""
    lengths = sorted(line.indent + line.end - line.start for line in lines)
    # One line in fifty may stick out.
    width = lengths[-1 - len(lengths) // 50] if lengths else 0
    if not _NARROWEST_WRAP <= width <= _WIDEST_WRAP:
        return 0
    breaks = [
        (before, after)
        for before, after in pairwise(lines)
        if not after.gap
        and (after.markers is None or (after.markers.numbers and not before.markers))
        and not before.boilerplate
        and not after.boilerplate
    ]
    # Lines that were wrapped mostly end in the middle of a sentence.
    midway = [pair for pair in breaks if text[pair[0].end - 1] not in ".!?:;"]
    full = sum(_full(text, *pair, int(width * _NEARLY_FULL)) for pair in midway)
    if len(midway) < _FEW_BREAKS:
        # So few breaks tell only if all are at the edge of lines as wide as texts are.
        return width if midway and width >= _WIDE and full == len(midway) else 0
    wrapped = 2 * len(midway) > len(breaks) and full >= _ENOUGH * len(midway)
    return width if wrapped else 0


def _ended_width(text: str, lines: list[Line], width: int) -> int:
    """The width from which on a line goes on below it though a sentence ends with it.

    Where blank lines stand between paragraphs, shorter lines do too.
    """
    short = int(width * _SHORT)
    gapless = any(
        text[before.end - 1] in ".!?" and not _full(text, before, after, short)
        for before, after in pairwise(lines)
        if not after.gap and after.markers is None and not after.boilerplate
    )
    return width if gapless else short


def _full(text: str, before: Line, after: Line, width: int) -> bool:
    """Whether the first word of ``after`` would not have fitted on the line ``before``."""
    limit = min(after.end, after.start + 40)
    word = text[after.start : limit].split(None, 1)[0]
    return before.indent + before.end - before.start + 1 + len(word) > width


def _continues(text: str, before: Line, after: Line, widths: tuple[int, int], first: bool) -> bool:
    """Whether ``after`` carries the paragraph of ``before`` on; ``first``: ``before`` opens it.

    ``widths`` are those of the wrapping, for a line within a sentence and for one that ends it.
    """
    width, ended_width = widths
    if after.joined and not (after.boilerplate or before.boilerplate):
        return True
    if after.gap or after.boilerplate or before.boilerplate:
        return False
    if before.markers is not None and before.markers.depth:
        return False
    last = text[before.end - 1]
    if after.markers is not None:
        # The 25th of "on June / 25. The ministers met", wrapped before a number.
        numbers = after.markers.numbers
        return bool(
            width
            and numbers
            and numbers[0].readings[0][0] in ("1.", "1")
            and numbers[0].readings[0][1] > 1
            and (last.isalnum() or last == ",")
            and _full(text, before, after, width)
        )
    if text[after.start].islower() and last not in ".!?:;：":
        return True
    if last.islower() and _ends_open(text, before) and not _apart(text, after):
        return True
    if last.isdigit() and width and _wraps_date(text, before, after):
        return True
    if all(text.find(" | ", a.start, min(a.end, a.start + _ROW)) >= 0 for a in (before, after)):
        return max(before.end - before.start, after.end - after.start) <= _ROW  # rows of a table
    if all(
        text.find("(", line.start, line.end) >= 0
        and _INITIALS.search(text, line.start, line.end) is not None
        for line in (before, after)
    ):
        return last == "," or last.isalnum()  # a list of those present, over several lines
    # A number alone on its line belongs to the text below it.
    if before.markers is not None and before.markers.end >= before.end - before.start:
        return True
    if not width or last in ":：":
        return False
    if after.indent > before.indent + 1 and not (first and before.markers is not None):
        return False
    ended = last in ".!?"
    return _full(text, before, after, ended_width if ended else int(width * _NEARLY_FULL)) and not (
        _apart(text, before) or _apart(text, after)
    )


def _ends_open(text: str, line: Line) -> bool:
    """Whether a line's last word needs another: ``... would be held in``."""
    space = text.rfind(" ", line.start, line.end)
    return space > line.start + _SHORTEST_OPEN and text[space + 1 : line.end] in _OPEN


def _wraps_date(text: str, before: Line, after: Line) -> bool:
    """Whether a line ends in the day and the next begins with the month: ``on 16 / May 2011``."""
    day = text[max(before.start, before.end - _DAY) : before.end].rpartition(" ")[2]
    if not day.isdecimal() or before.end - before.start <= _NARROWEST_WRAP:
        return False
    dates = find_dates(f"{day} {text[after.start : min(after.end, after.start + _DATED)]}")
    return bool(dates) and not dates[0].start and bool(dates[0].day)


def _apart(text: str, line: Line) -> bool:
    """Whether a line is a date or a kind, which no line is wrapped onto."""
    if line.end - line.start > 80:
        return False
    words = text[line.start : line.end]
    return date_line(words) is not None or Wording.default().kind(words) is not None


def _seen(lines: list[Line]) -> set[tuple[str, int]]:
    return {
        reading
        for line in lines
        if line.markers is not None
        for marker in line.markers.numbers
        for reading in marker.readings
    }


def _counted_twice(lines: list[Line]) -> set[tuple[str, str, int]]:
    """Pairs of styles on one line that count alike, with each value: ``1. (1)``, ``2. (2)``."""
    return {
        (first.readings[0][0], second.readings[0][0], first.readings[0][1])
        for line in lines
        if line.markers is not None and len(line.markers.numbers) > 1
        for first, second in [line.markers.numbers[:2]]
        if first.readings[0][1] == second.readings[0][1]
    }


def _counts_paragraphs(text: str, lines: list[Line]) -> bool:
    """Whether figures without any sign count the paragraphs of a text, or of each of its parts.

    Each count begins with 1 and leaves no number out.
    """
    above = counts = 0
    for index, line in enumerate(lines):
        if line.markers is None or not line.markers.numbers:
            continue
        style, value = line.markers.numbers[0].readings[0]
        if style != "1" or date_line(text[line.start : min(line.end, line.start + _REST)]):
            continue
        begins = line.gap or not index or text[lines[index - 1].end - 1] in ".!?:)”"
        if value not in (1, above + 1) or not (begins or value == 1):
            return False
        if value == 1 and above == 1:
            return False
        above = value
        counts += 1
    return counts >= _COUNTED and above > 1


def _settle(
    text: str,
    line: Line,
    seen: set[tuple[str, int]],
    twice: set[tuple[str, str, int]],
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
            continue  # a telegram's number before that of its first paragraph: "4793. 1. Berg"
        if not readings:
            break
        if len(readings) < len(marker.readings):
            marker = replace(marker, readings=readings)
        numbers.append(marker)
        end = marker.end
    if len(numbers) > 1:
        (outer, value), (inner, _) = numbers[0].readings[0], numbers[1].readings[0]
        near = any((outer, inner, next_to) in twice for next_to in (value - 1, value + 1))
        if near and (outer, inner, value) in twice:
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
    if marker.path:
        sign, _, above = style.partition(" ")
        prefix, _, last = above.rpartition(".")
        parent = (f"{sign} {prefix}", int(last)) if prefix else ("1.", int(last))
        if sign == "dash":
            days = find_dates(f"{above}-{value} {rest[:_DATED]}")
            return (series or parent in seen) and not (days and not days[0].start)
        return (series or value == 1 or parent in seen) and not rest[:1].islower()
    if style in ("1", "I"):
        dated = any(not date.start for date in find_dates(f"{marker.label} {rest[:_DATED]}"))
        sentence = counted and style == "1" and rest[:1].isupper()
        return series and not dated and (sentence or wording.is_title(rest))
    if value >= _YEARS:
        return (style, value - 1) in seen
    if value >= _MANY and style == "1.":
        return series or wording.is_title(rest)
    if " " in style:
        # An item of an agenda that is another's bears its number: the document's own begin with 1.
        return value == 1 or (series and (style, 1) in seen)
    if style in _SURE or (value == 1 and style.startswith("(")):
        return True
    return series


def read_paragraphs(
    text: str, wording: Wording, *, start: int = 0, holes: Collection[int] = ()
) -> list[Paragraph]:
    """The paragraphs of ``text`` in order; every non-blank line is in exactly one of them.

    Args:
        start: the lines before it are boilerplate.
        holes: where lines start that stood within a paragraph and are blank now.
    """
    lines = list(read_lines(text, wording, start, holes))
    seen, twice, counted = _seen(lines), _counted_twice(lines), _counts_paragraphs(text, lines)
    for line in lines:
        _settle(text, line, seen, twice, wording, counted)
    width = _wrap_width(text, lines)
    widths = width, _ended_width(text, lines, width) if width else 0
    paragraphs: list[Paragraph] = []
    index = 0
    while index < len(lines):
        line = lines[index]
        last = index
        while last + 1 < len(lines) and _continues(
            text, lines[last], lines[last + 1], widths, last == index
        ):
            last += 1
        if index < PARTICULARS:
            last = last_of_particulars(text, lines, index, last)
        paragraph = _paragraph(text, line, lines[last].end)
        index = last + 1
        if paragraph.boilerplate and _underlines(text, paragraph, paragraphs):
            # A row of = or - under a line makes it a heading, as in Markdown.
            above = paragraphs.pop()
            depth = 1 if text[paragraph.start] == "=" else 2
            if depth > 1 and paragraphs and _stands_above(text, paragraphs[-1], above):
                paragraphs[-1] = replace(paragraphs[-1], depth=depth - 1)
            paragraphs.append(replace(above, depth=depth))
        paragraphs.append(paragraph)
    return paragraphs


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
        and Wording.default().is_title(text[before[-1].body : before[-1].end])
    )


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
