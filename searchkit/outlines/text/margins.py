"""Numbers that count the lines of a page, in the margin: hearings and courts are printed so.

Each page counts its lines anew, blank ones too, and what its lines say stands in several columns.
Between two pages stands at most the number of the page, with what comes again at its edges.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

__all__ = ["LineNumber", "line_numbers"]

_FIRST = re.compile(r"^[ \t]*1(?:[ \t]{2,}\S.*)?$", re.MULTILINE)
_NUMBERED = re.compile(r"[ \t]*(?P<number>\d{1,2})(?P<rest>[ \t]{2,}(?P<words>\S.*)|[ \t]*)")
_LABEL = re.compile(
    r"(?:[A-ZÀ-ÞĀ-ɏ][\w.'’ -]{0,40}:|[QA]\.?(?=\s)|[\[(])"
    r"|(?:BY |THE )?[A-ZÀ-ÞĀ-ɏ][A-ZÀ-ÞĀ-ɏ.'’ -]+:"
)
"""What begins a turn, or tells what happens in the room."""
_DIGITS = re.compile(r"\d+")
_SMALL = re.compile(r"\b[a-z]{3,}")
"""Without it once at the edge of a page stands nobody's sentence."""
_LEAST = 10
"""So many lines in a row are counted at least on one page."""
_IN_THE_MIDDLE = 9
"""A line that stands in the middle is indented by so much more than others."""
_FURTHER = 3


@dataclass(frozen=True, slots=True)
class LineNumber:
    """The number of a line, or of a page, at ``text[start:end]``; ``goes_on``: the line carries the
    paragraph above on.
    """

    start: int
    end: int
    goes_on: bool
    page: bool = False


@dataclass(frozen=True, slots=True)
class _Row:
    start: int
    end: int
    number: int
    column: int
    words: str


def line_numbers(text: str) -> Iterator[LineNumber]:
    """The numbers in the margin of ``text`` in order, where its lines are counted."""
    if _FIRST.search(text) is None:
        return
    rows = _rows(text)
    pages = list(_pages(rows))
    counted = [row for page in pages for row in page]
    columns = sorted(row.column for row in counted if row.words)
    if max(map(len, pages), default=0) < _LEAST or not columns:
        return
    usual = columns[0]
    if columns[-1] - usual < _FURTHER:
        return
    if not any(_LABEL.match(row.words) for row in counted):
        return
    numbered = {row.start for row in counted}
    lost = _without_number(rows)
    last = counted[-1].start
    above: _Row | None = None
    for row in rows:
        if row.start in numbered:
            yield LineNumber(row.start, row.end, _goes_on(row, above, usual))
            above = row if row.words else None
        elif above is not None and (row.start < last or not row.words) and row.start not in lost:
            yield LineNumber(row.start, row.end, goes_on=False, page=True)


def _rows(text: str) -> list[_Row]:
    """The lines that are not blank; those without a number have the number 0."""
    found: list[_Row] = []
    offset = 0
    for raw in text.splitlines(keepends=True):
        line = raw.rstrip()
        if line.strip():
            match = _NUMBERED.fullmatch(line)
            if match is not None:
                words = match["words"] or ""
                column = len(line.expandtabs(4)) - len(words.expandtabs(4))
                start, end = (offset + at for at in match.span("number"))
                found.append(_Row(start, end, int(match["number"]), column, words))
            else:
                bare = line.strip()
                start = offset + line.index(bare)
                found.append(_Row(start, start + len(bare), 0, 0, bare))
        offset += len(raw)
    return found


def _without_number(rows: Sequence[_Row]) -> frozenset[int]:
    """Where lines of the text start that have lost their number: none comes again between pages."""
    plain = {row.start: _DIGITS.sub("", row.words) for row in rows if not row.number}
    again = Counter(plain.values())
    return frozenset(
        start for start, words in plain.items() if again[words] == 1 and _SMALL.search(words)
    )


def _pages(rows: Sequence[_Row]) -> Iterator[list[_Row]]:
    """The runs of rows that count from 1 on, each with the next number."""
    page: list[_Row] = []
    for row in rows:
        if page and row.number == page[-1].number + 1:
            page.append(row)
            continue
        if len(page) > 1:
            yield page
        page = [row] if row.number == 1 else []
    if len(page) > 1:
        yield page


def _goes_on(row: _Row, above: _Row | None, usual: int) -> bool:
    """Whether a row carries on the paragraph of the one above it."""
    if above is None or above.words[0] in "([" or _LABEL.match(row.words):
        return False
    middle = usual + _IN_THE_MIDDLE
    if row.column >= middle or (above.column >= middle and not _LABEL.match(above.words)):
        return False
    # The first line of a paragraph within a turn is indented further.
    ended = above.words[-1] in ".?!"
    return not (ended and row.column >= above.column + _FURTHER and not _LABEL.match(above.words))
