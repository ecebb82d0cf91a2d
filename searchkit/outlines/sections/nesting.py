"""Series of numbers within series of the same style: ``11. Cod``, ``1.``, ``2.``, ``12. Eels``.

A series that starts again with 1 below a numbered heading stands inside it where the number after
that of the heading comes later, and does not carry the inner series on. Markdown counts on where
every item of a list is written as ``1.``.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from ..text.lines import Paragraph
from ..words.wording import Wording
from .headings import is_heading_alone

__all__ = ["counted_on", "heads_in_capitals", "heads_of_series", "inner_starts", "levelled"]

_LONGEST = 100
"""A line over a series is no longer, in characters."""
_LEAST = 2
"""So many numbers stand above one that begins again, at least."""
_FURTHEST = 80
"""An inner series ends before so many numbers of its style."""
_PROSE = 140
"""What stands under a heading in capitals is no shorter."""
_SURE = 2


def heads_of_series(text: str, body: Sequence[Paragraph], wording: Wording) -> frozenset[int]:
    """Where lines start over series that all begin with 1: ``Report of the Board``, ``1. Cod``.

    Right above the number 1 of each series stands such a line, and two of them begin alike.
    """
    found: dict[str, dict[int, str]] = {}
    kept = [p for p in body if p.numbers or not p.boilerplate]
    ones = Counter(style for p in kept for style in _first(p))
    again = {style for style, count in ones.items() if count > 1}
    for above, line in pairwise(kept) if again else ():
        for style in again.intersection(_first(line)):
            words = text[above.body : min(above.end, above.body + _LONGEST + 1)]
            if not above.marked and len(words) <= _LONGEST and is_heading_alone(words, wording):
                found.setdefault(style, {})[above.start] = words
    for style, heads in found.items():
        first = Counter(words.split(None, 1)[0] for words in heads.values())
        if len(heads) == ones[style] == len(set(heads.values())) == first.most_common(1)[0][1]:
            return frozenset(heads)
    return frozenset()


def heads_in_capitals(text: str, body: Sequence[Paragraph], wording: Wording) -> frozenset[int]:
    """Where lines in capitals start that stand right over a text, as others do below a gap.

    A line that is set apart may stand right above one: ``Afternoon``, ``ICE``, below it the text.
    """
    sure: list[str] = []
    likely: dict[int, str] = {}
    for over, line, below in zip(body, body[1:], body[2:], strict=False):
        if line.marked or line.boilerplate or below.marked or below.gap or line.wrapped:
            continue
        words = text[line.body : min(line.end, line.body + _LONGEST + 1)]
        if not words.isupper() or len(words) > _LONGEST or below.end - below.body < _PROSE:
            continue
        if not is_heading_alone(words, wording):
            continue
        if line.gap:
            sure.append(words)
        elif over.gap and not over.marked and over.end - over.body <= _LONGEST:
            likely[line.start] = words
    said = [*sure, *likely.values()]
    alike = len(sure) >= _SURE and len(sure) >= len(likely) and len(set(said)) == len(said)
    return frozenset(likely) if alike else frozenset()


def _first(paragraph: Paragraph) -> list[str]:
    """The style in which a paragraph is the first of a series, if it is."""
    if len(paragraph.numbers) != 1 or paragraph.depth or paragraph.numbers[0].path:
        return []
    style, value = paragraph.numbers[0].readings[0]
    return [style] if value == 1 and style in ("1.", "1") else []


def inner_starts(body: Sequence[Paragraph], headings: Sequence[str | None]) -> frozenset[int]:
    """Where the paragraphs start that begin a series inside the numbered heading above them."""
    series: dict[str, list[tuple[int, int, bool, int]]] = {}
    parts = 0
    for paragraph, heading in zip(body, headings, strict=True):
        if paragraph.boilerplate:
            continue
        if heading is not None and not paragraph.numbers:
            parts += 1
        if len(paragraph.numbers) != 1 or paragraph.depth or paragraph.numbers[0].path:
            continue
        for style, value in paragraph.numbers[0].readings[:1]:
            row = (paragraph.start, value, heading is not None, parts)
            series.setdefault(style, []).append(row)
    found: set[int] = set()
    for rows in series.values():
        after: set[int] = set()
        for index, (start, value, _, part) in enumerate(rows):
            if value == 1 and index and _is_inside(rows, index, part, after):
                found.add(start)
    return frozenset(found)


def _is_inside(
    rows: Sequence[tuple[int, int, bool, int]], index: int, part: int, after: set[int]
) -> bool:
    """Whether the series that begins at ``index`` ends where the outer one goes on.

    ``after`` are the headings after which that has been so: the last of them has one as well.
    """
    outer = next((row for row in reversed(rows[max(0, index - _FURTHEST) : index]) if row[2]), None)
    if outer is None or outer[3] != part:
        return False
    reached = 1
    for start, value, title, _ in rows[index + 1 : index + _FURTHEST]:
        if value == reached + 1:
            reached = value
            continue
        inside = title and value == outer[1] + 1
        if inside:
            after.add(start)
        return inside
    return outer[0] in after


def counted_on(body: Sequence[Paragraph], headings: Sequence[str | None]) -> Sequence[Paragraph]:
    """``body`` with the numbers that items have of which each is written as ``1.``.

    So it is with a list that was broken off by a list within it, and begins with ``1.`` again.
    """
    values = {p.numbers[0].readings[0][1] for p in body if _is_outer(p)}
    if values != {1}:
        headed = any(
            heading and not (p.numbers and p.numbers[0].readings[0][0] == "(1)")
            for p, heading in zip(body, headings, strict=True)
        )
        return body if headed else _taken_up(body)
    found = list(body)
    above, value = -1, 1
    for index, (paragraph, heading) in enumerate(zip(body, headings, strict=True)):
        if paragraph.boilerplate:
            continue
        if not _is_counted(paragraph) or heading is not None:
            above = -1
            continue
        beside = above >= 0 and body[above].indent == paragraph.indent
        value = value + 1 if beside else 1
        above = index
        if value > 1:
            last = paragraph.numbers[0]
            style = last.readings[0][0]
            number = replace(last, label=str(value), readings=((style, value),))
            found[index] = replace(paragraph, numbers=(number,))
    return found


def _taken_up(body: Sequence[Paragraph]) -> Sequence[Paragraph]:
    """``body`` with the numbers of a list counted on below a list in brackets inside it.

    ``1.``, ``2.``, ``3. (1)``, ``(2)``, ``1.``, ``2.``: nothing stands between but those items.
    """
    kept = [i for i, p in enumerate(body) if not p.boilerplate]
    outer = [i for i in kept if _is_outer(body[i])]
    if len({body[i].indent for i in outer}) != 1 or any(body[i].depth for i in outer):
        return body
    values = [body[i].numbers[0].readings[0][1] for i in outer]
    again = [k for k, value in enumerate(values) if value == 1][1:]
    expected = [*range(1, again[0] + 1), *range(1, len(values) - again[0] + 1)] if again else []
    if len(again) != 1 or values != expected or again[0] < _LEAST:
        return body
    first, last = outer[again[0]], outer[again[0] - 1]
    inner = [body[i] for i in kept if last < i < first]
    if not inner or inner[-1].numbers[:1] == () or inner[-1].indent <= body[first].indent:
        return body
    if any(p.indent <= body[first].indent for p in inner):
        return body
    found = list(body)
    for place, index in enumerate(outer[again[0] :], again[0] + 1):
        number = replace(body[index].numbers[0], label=str(place), readings=(("1.", place),))
        found[index] = replace(body[index], numbers=(number, *body[index].numbers[1:]))
    return found


def _is_outer(paragraph: Paragraph) -> bool:
    """Whether a full stop stands behind the first number of a paragraph."""
    return bool(paragraph.numbers) and paragraph.numbers[0].readings[0][0] == "1."


def _is_counted(paragraph: Paragraph) -> bool:
    """Whether a paragraph has one number, with a full stop behind it."""
    numbers = paragraph.numbers
    return len(numbers) == 1 and not paragraph.depth and numbers[0].readings[0][0] == "1."


def levelled(body: Sequence[Paragraph]) -> Sequence[Paragraph]:
    """``body`` without the signs of headings where all are of one level and the numbers tell it.

    ``## 1. Trade`` right over ``## (1) Cod`` is what stands above it.
    """
    marked = [p for p in body if p.depth and p.numbers and not p.boilerplate]
    depths = {p.depth for p in body if p.depth and not p.boilerplate}
    if len(depths) != 1 or not any(_stands_over(a, b) for a, b in pairwise(marked)):
        return body
    return [replace(p, depth=0) if p.depth and p.numbers else p for p in body]


def _stands_over(above: Paragraph, below: Paragraph) -> bool:
    """Whether a series of another style, or a number with its parent's, begins below a heading."""
    style, _ = above.numbers[-1].readings[0]
    inner = below.numbers[0]
    if inner.path:
        return inner.label.startswith(f"{above.numbers[-1].label}.")
    first = any(value == 1 for _, value in inner.readings)
    return first and all(style != each for each, _ in inner.readings)
