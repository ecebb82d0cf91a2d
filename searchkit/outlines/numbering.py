"""Markers -> sections: which number stands under which.

The open sections form a stack. A marker that carries on the numbers of an open level closes all
below it; one of a new style opens a level; a series that starts again opens a level too where it
is indented or stands right under a heading or a lead-in, else it starts its level afresh. What a
document numbers twice under one parent gets ``-2``, so that ids stay unique.

A heading without a number gets its ordinal as id where nothing else is numbered at its level, and
``h1``, ``h2`` ... where the document's numbers run on past it.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from .lines import Paragraph
from .markers import Marker

__all__ = ["Numbering", "Place", "numbers_run_on"]

_DEEPEST = 12
"""No document that people write goes deeper; what does is counted at this depth."""
_SAME_COLUMN = 1


@dataclass(frozen=True, slots=True)
class Place:
    """Where a paragraph stands: its section, the section's depth, the headings from the outermost.

    ``opened`` are the sections that its own markers open, as (id, depth); the last is its own.
    """

    section: str
    depth: int
    headings: tuple[str, ...]
    opened: tuple[tuple[str, int], ...] = ()


@dataclass(slots=True)
class _Level:
    style: str
    value: int
    indent: int
    section: str
    depth: int
    title: bool
    headings: tuple[str, ...]


class Numbering:
    """Gives each paragraph its place, in the order of the document."""

    def __init__(self, *, ordinals: bool) -> None:
        """``ordinals``: headings without a number are counted, and numbers stand under them."""
        self._ordinals = ordinals
        self._stack: list[_Level] = []
        self._used: Counter[str] = Counter()
        self._unnumbered: Counter[str] = Counter()
        self._expecting = False

    def numbered(self, paragraph: Paragraph, heading: str | None) -> Place:
        """The place of a numbered or lettered item; ``heading`` is its text if that is a title."""
        opened = []
        parent = self._top_headings()
        for index, marker in enumerate(paragraph.numbers):
            last = index == len(paragraph.numbers) - 1
            title = heading if last else None
            if paragraph.depth and not index:
                level = self._hash(paragraph.depth, marker, title)
            elif marker.path:
                level = self._path(marker, paragraph.indent, title)
            else:
                # The second of two markers on a line stands under the first.
                inner = bool(index)
                level = self._marker(marker, paragraph.indent, title, inner)
            opened.append((level.section, level.depth))
            parent = level.headings[: len(level.headings) - (title is not None)]
            self._expecting = not last
        top = self._stack[-1]
        self._expecting = heading is not None or paragraph.body >= paragraph.end
        return Place(top.section, top.depth, parent, tuple(opened))

    def heading(self, paragraph: Paragraph, heading: str) -> Place:
        """The place of a heading without a number."""
        if paragraph.depth:
            level = self._hash(paragraph.depth, None, heading)
        elif self._ordinals:
            self._stack.clear()
            level = self._push("heading", 0, 0, self._ordinal(""), heading)
        else:
            while self._stack and self._stack[-1].style == "heading":
                self._stack.pop()
            above = next((lv for lv in reversed(self._stack) if lv.title), None)
            parent = above.section if above else ""
            self._unnumbered[parent] += 1
            section = (
                f"{parent}.h{self._unnumbered[parent]}"
                if parent
                else (f"h{self._unnumbered[parent]}")
            )
            level = _Level(
                "heading",
                0,
                paragraph.indent,
                self._unique(section),
                above.depth + 1 if above else 1,
                True,
                (*(above.headings if above else ()), heading),
            )
            self._stack.append(level)
        self._expecting = True
        return Place(
            level.section, level.depth, level.headings[:-1], ((level.section, level.depth),)
        )

    def unnumbered(self, paragraph: Paragraph, *, lead_in: bool) -> Place:
        """The place of a paragraph or bullet; ``lead_in``: its text ends in a colon."""
        index = len(self._stack) - 1
        if not self._expecting and paragraph.bullet is None:
            while (
                index >= 0
                and self._stack[index].indent > paragraph.indent + _SAME_COLUMN
                and not self._stack[index].title
            ):
                index -= 1
        self._expecting = lead_in
        if index < 0:
            return Place("0", 0, ())
        level = self._stack[index]
        return Place(level.section, level.depth, level.headings)

    def sentence(self, *, lead_in: bool) -> None:
        """Tell that the item just placed holds text of its own."""
        self._expecting = lead_in

    def _top_headings(self) -> tuple[str, ...]:
        return self._stack[-1].headings if self._stack else ()

    def _unique(self, section: str) -> str:
        self._used[section] += 1
        count = self._used[section]
        if count == 1:
            return section
        return self._unique(f"{section}-{count}")

    def _ordinal(self, parent: str) -> str:
        self._unnumbered[parent] += 1
        return str(self._unnumbered[parent])

    def _push(self, style: str, value: int, indent: int, label: str, heading: str | None) -> _Level:
        if len(self._stack) >= _DEEPEST:
            self._stack.pop()
        above = self._stack[-1] if self._stack else None
        level = _Level(
            style,
            value,
            indent,
            self._unique(f"{above.section}.{label}" if above else label),
            above.depth + 1 if above else 1,
            heading is not None,
            (above.headings if above else ()) + ((heading,) if heading is not None else ()),
        )
        self._stack.append(level)
        return level

    def _hash(self, depth: int, marker: Marker | None, heading: str | None) -> _Level:
        style = f"#{depth}"
        while self._stack and not (
            self._stack[-1].style.startswith("#") and self._stack[-1].style < style
        ):
            self._stack.pop()
        parent = self._stack[-1].section if self._stack else ""
        label = marker.label if marker is not None else self._ordinal(parent)
        if marker is not None and marker.path and label.startswith(f"{parent}."):
            label = label[len(parent) + 1 :]
        return self._push(style, 0, 0, label, heading)

    def _path(self, marker: Marker, indent: int, heading: str | None) -> _Level:
        while self._stack and not marker.label.startswith(f"{self._stack[-1].section}."):
            self._stack.pop()
        above = self._stack[-1].section if self._stack else ""
        label = marker.label[len(above) + 1 :] if above else marker.label
        style, value = marker.readings[0]
        return self._push(style, value, indent, label, heading)

    def _marker(self, marker: Marker, indent: int, heading: str | None, inner: bool) -> _Level:
        if not self._ordinals:
            # The numbers of this document run on past its unnumbered headings.
            while self._stack and self._stack[-1].style == "heading":
                self._stack.pop()
        title = heading is not None
        if not inner:
            found = self._successor(marker, indent, title)
            if found is not None:
                return self._return_to(*found, marker, indent, heading)
        first = next(((s, v) for s, v in marker.readings if v == 1), None)
        style, value = first or marker.readings[0]
        if inner:
            return self._push(style, value, indent, marker.label, heading)
        known = self._known(marker, indent)
        deeper = bool(self._stack) and (
            self._expecting or indent > self._stack[-1].indent + _SAME_COLUMN
        )
        if known is not None and not (first and deeper):
            return self._return_to(*known, marker, indent, heading)
        if not self._expecting:
            while self._stack and self._stack[-1].indent > indent + _SAME_COLUMN:
                self._stack.pop()
        return self._push(style, value, indent, marker.label, heading)

    def _successor(
        self, marker: Marker, indent: int, title: bool
    ) -> tuple[int, tuple[str, int]] | None:
        """The level whose numbers ``marker`` carries on, with the reading that does so."""
        found = [
            (index, (style, value))
            for index, level in enumerate(self._stack)
            for style, value in marker.readings
            if level.style == style and level.value + 1 == value
        ]
        if not found:
            return None
        near = [f for f in found if abs(self._stack[f[0]].indent - indent) <= _SAME_COLUMN]
        alike = [f for f in near or found if self._stack[f[0]].title == title]
        return (alike or near or found)[-1]

    def _known(self, marker: Marker, indent: int) -> tuple[int, tuple[str, int]] | None:
        """The innermost level of the marker's style, that of its column before others."""
        found = [
            (index, (style, value))
            for index, level in enumerate(self._stack)
            for style, value in marker.readings
            if level.style == style
        ]
        near = [f for f in found if abs(self._stack[f[0]].indent - indent) <= _SAME_COLUMN]
        return (near or found)[-1] if found else None

    def _return_to(
        self,
        index: int,
        reading: tuple[str, int],
        marker: Marker,
        indent: int,
        heading: str | None,
    ) -> _Level:
        del self._stack[index:]
        return self._push(*reading, indent, marker.label, heading)


def numbers_run_on(paragraphs: Sequence[tuple[Paragraph, bool]]) -> bool:
    """Whether the numbers run on past headings that have none, given (paragraph, is heading).

    They do not where each such heading has a series of its own, or where nothing is numbered.
    """
    restarts, waiting, marked, numbered = 0, False, False, False
    for paragraph, heading in paragraphs:
        if heading and not paragraph.numbers:
            waiting = True
            marked = marked or paragraph.depth > 0
        elif paragraph.numbers and not paragraph.depth:
            numbered = True
            if waiting and all(value > 1 for _, value in paragraph.numbers[0].readings):
                return True
            restarts += waiting
            waiting = False
    return numbered and restarts < 2 and not marked
