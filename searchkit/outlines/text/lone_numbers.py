"""Numbers of paragraphs that stand alone on their lines: ``7``, and below it what it numbers.

So are printed minutes when they are taken from their pages as plain text. The numbers of pages
stand alone, too, but further apart, and amid sentences.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from itertools import count, pairwise
from statistics import median

from ..sections.markers import Marker, Markers
from .raw_lines import Line

__all__ = ["with_lone_numbers"]

_LEAST = 3
"""So many paragraphs are numbered at least."""
_MOST = 3
"""Numbers have no more figures."""
_PAGE = 1500
"""Numbers that are so many characters apart are those of pages."""
_SHORT = 60
"""A longer line above a number ends a sentence."""
_WIDE = 85
"""A line as wide goes on below, where no blank line follows."""
_ENDS = '.?!:;)”"'
_OPENS = "“\"‘'(["


def with_lone_numbers(text: str, lines: Sequence[Line]) -> None:
    """Take numbers alone on their lines for markers of the lines below, where they count on."""
    found = list(_lone(text, lines))
    values = [int(text[lines[i].start : lines[i].end]) for i in found]
    if len(found) < _LEAST or values != [*range(1, len(found) + 1)]:
        return
    starts = [lines[i].start for i in found]
    if median(b - a for a, b in pairwise(starts)) > _PAGE:
        return
    for i, value in zip(found, values, strict=True):
        length = lines[i].end - lines[i].start
        number = Marker(str(value), (("1.", value),), end=length)
        lines[i].markers = Markers(0, length, (number,))
        lines[i].boilerplate = False
        lines[i].gap = True
        lines[i + 1].joined = True
        _join_below(text, lines, i + 1, frozenset(found))


def _join_below(text: str, lines: Sequence[Line], first: int, numbers: Collection[int]) -> None:
    """Join the lines of a numbered paragraph that was wrapped, up to a blank line."""
    for above, line, at in zip(lines[first:], lines[first + 1 :], count(first + 1), strict=False):
        wide = above.end - above.start >= _WIDE
        heads = at + 1 in numbers and text[line.end - 1] not in _ENDS
        if line.gap or line.boilerplate or line.markers is not None or not wide or heads:
            return
        line.joined = True


def _lone(text: str, lines: Sequence[Line]) -> Iterator[int]:
    """Which lines are a number alone between the end of a sentence, or a short line, and a text."""
    for i in range(1, len(lines) - 1):
        line, above, below = lines[i], lines[i - 1], lines[i + 1]
        if line.end - line.start > _MOST or not text[line.start : line.end].isdecimal():
            continue
        first = text[below.start]
        opens = first.isupper() or first in _OPENS
        ends = above.end - above.start <= _SHORT or text[above.end - 1] in _ENDS
        if opens and ends and below.markers is None and not below.boilerplate:
            yield i
