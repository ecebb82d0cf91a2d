"""Markers -> sections: which number stands under which.

The open sections form a stack. A marker that carries on the numbers of an open level closes all
below it; one of a new style opens a level; a series that starts again opens a level too where it
is indented or stands right under a heading or a lead-in, else it starts its level afresh. What a
document numbers twice under one parent gets ``-2``, so that ids stay unique.

A heading without a number gets its ordinal as id where nothing is numbered, or where the layout
marks it as a heading with a bullet. Beside numbers it gets ``h1``, ``h2`` ..., and the way in
which such headings stand among the numbers is one of `Among`.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from itertools import pairwise

from ..text.lines import Paragraph
from .among import COUNTING, Among
from .markers import Marker, kind_of

__all__ = ["COUNTED", "Numbering", "Place", "in_capitals"]

COUNTED = "counted"
"""The style of paragraphs that are counted through whatever heading they stand under."""
_DEEPEST = 12
"""No document that people write goes deeper; what does is counted at this depth."""
_SAME_COLUMN = 1
_WORDY = 8
"""So many letters are no short form: ``EU – Norland``."""
_BRACKETED = re.compile(r"\([^()]*\)")
_HEADS = re.compile(r"\bh\d+(?:-\d+)?(?:\.|\Z)")


@dataclass(frozen=True, slots=True)
class Place:
    """Where a paragraph stands: its section, the section's depth, the headings from the outermost.

    ``opened`` are the sections that its own markers open, as (id, depth); the last is its own.
    ``holds`` is true of a heading that is known to have something under it.
    """

    section: str
    depth: int
    headings: tuple[str, ...]
    opened: tuple[tuple[str, int], ...] = ()
    holds: bool = False


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

    def __init__(
        self, among: Among, depths: Collection[int] = (), inner: Collection[int] = ()
    ) -> None:
        """Args:
        depths: those of Markdown's headings of which some have a number of their own.
        inner: where paragraphs start that begin a series inside the heading above them.
        """
        self._among = among
        self._depths = depths
        self._inner = inner
        self._stack: list[_Level] = []
        self._overhead: _Level | None = None
        self._capitals: _Level | None = None
        self._used: Counter[str] = Counter()
        self._unnumbered: Counter[str] = Counter()
        self._expecting = False
        self._marked: list[_Level] = []
        self._ended: _Level | None = None
        self._closed: list[_Level] = []

    def mark(self) -> None:
        """Remember which levels are open: the items of a sentence open none for what follows."""
        self._marked = list(self._stack)

    def go_back(self) -> None:
        """Open the levels again that were open at the last mark, if any were."""
        self._ended = self._stack[0] if self._stack and not self._marked else None
        self._stack = self._marked

    def leave(self, following: Paragraph) -> None:
        """Close the paragraphs that ``following`` counts on from, below a heading with a letter.

        ``1. He spoke.``, ``A. TRADE``, ``2. He spoke again.``: the numbers run through the parts.
        """
        titled = any(level.title for level in self._stack)
        if not titled and self._successor(following.numbers[0], following.indent, False):
            self._stack.clear()

    def numbered(self, paragraph: Paragraph, heading: str | None) -> Place:
        """The place of a numbered or lettered item; ``heading`` is its text if that is a title."""
        opened = []
        parent = self._top_headings()
        self._expecting = self._expecting or paragraph.start in self._inner
        numbers = paragraph.numbers[self._repeated(paragraph.numbers) :]
        for index, marker in enumerate(numbers):
            last = index == len(numbers) - 1
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
        self._expecting = heading is not None or paragraph.empty
        return Place(top.section, top.depth, parent, tuple(opened))

    def _repeated(self, numbers: Sequence[Marker]) -> int:
        """How many repeat the numbers of open levels: the first of ``1. (2)`` after ``1. (1)``."""
        if len(numbers) != 2 or numbers[0].path or numbers[1].path:
            return 0
        return any(
            (outer.style, outer.value) in numbers[0].readings
            and (inner.style, inner.value + 1) in numbers[1].readings
            for outer, inner in pairwise(self._stack)
        )

    def heading(
        self,
        paragraph: Paragraph,
        heading: str,
        following: Paragraph | None = None,
        under: bool = False,
        *,
        part: bool = False,
    ) -> Place:
        """The place of a heading without a number.

        Args:
            following: the paragraph under it, or under the headings right below it.
            under: it stands under the last one in capitals, or under the last one that is not,
                where a document has these two levels.
            part: it stands under the first that is open, which heads a part.
        """
        self._expecting = True
        if paragraph.depth:
            level = self._hash(paragraph.depth, None, heading)
        elif self._among in (Among.ABOVE, Among.ALONE):
            level = self._alone(heading, under, part)
        elif self._among is Among.ACROSS and following is not None and following.numbers:
            return self._across(heading, following, under)
        else:
            level = self._apart(paragraph.indent, heading, under)
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
        level = self._stack[index] if index >= 0 else self._ended
        if level is None:
            return Place("0", 0, ())
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

    def _apart(self, indent: int, heading: str, under: bool) -> _Level:
        """Open a heading that the numbers after it close, ``under`` the last one in capitals."""
        heads = [i for i, level in enumerate(self._stack) if level.style == "heading"]
        del self._stack[heads[0] if heads else len(self._stack) :]
        above = self._capitals if under and self._among is Among.ACROSS else None
        if above is not None:
            section = self._unique(f"{above.section}.{self._ordinal(above.section)}")
        else:
            if self._among is not Among.BESIDE:
                above = next((level for level in reversed(self._stack) if level.title), None)
            section = self._apart_id(above)
        level = _Level(
            "heading",
            0,
            indent,
            section,
            above.depth + 1 if above else 1,
            True,
            (*(above.headings if above else ()), heading),
        )
        self._stack.append(level)
        return level

    def _alone(self, heading: str, under: bool, part: bool) -> _Level:
        """Open a heading at the top, or ``under`` the one of the upper level that is open."""
        marked = [i for i, level in enumerate(self._stack) if level.style.startswith("#")]
        if marked:
            # Under the last that Markdown marks.
            del self._stack[marked[-1] + 1 :]
        elif part and self._stack:
            del self._stack[1:]
        elif under and self._stack and self._stack[0].style == "heading":
            over = in_capitals(self._stack[0].headings[-1]) != in_capitals(heading)
            del self._stack[over:]
        else:
            self._stack.clear()
        parent = self._stack[-1].section if self._stack else ""
        counted = self._among is Among.ABOVE and not parent
        sign = "h" if counted or (marked and self._depths) else ""
        return self._push("heading", 0, 0, sign + self._ordinal(parent), heading)

    def _across(self, heading: str, following: Paragraph, under: bool) -> Place:
        """Set a heading over the numbers that come, which go on as if it were not there."""
        self._close_headings()
        top = self._capitals
        if under and top is not None:
            section = self._unique(f"{top.section}.{self._ordinal(top.section)}")
            headings = top.headings
            self._overhead = _Level(
                top.style, 0, 0, section, top.depth + 1, True, (*headings, heading)
            )
            depth = top.depth + 1
            return Place(section, depth, headings, ((section, depth),), holds=True)
        found = self._successor(following.numbers[0], following.indent, False)
        if found is not None:
            above = self._stack[found[0] - 1] if found[0] else None
        else:
            above = next((level for level in reversed(self._stack) if level.title), None)
        section, depth = self._apart_id(above), above.depth + 1 if above else 1
        headings = above.headings if above else ()
        over = above.section if above else ""
        self._overhead = _Level(over, 0, 0, section, depth, True, (*headings, heading))
        self._capitals = self._overhead if in_capitals(heading) else None
        return Place(section, depth, headings, ((section, depth),), holds=True)

    def _apart_id(self, above: _Level | None) -> str:
        parent = f"{above.section}." if above else ""
        return self._unique(f"{parent}h{self._ordinal(parent)}")

    def _close_headings(self) -> None:
        while self._stack and self._stack[-1].style == "heading":
            self._stack.pop()

    def _push(self, style: str, value: int, indent: int, label: str, heading: str | None) -> _Level:
        if len(self._stack) >= _DEEPEST:
            self._stack.pop()
        above = self._stack[-1] if self._stack else None
        # The style of a heading over numbers that run on is the section in which it stands.
        if self._overhead is not None and self._overhead.style == (above.section if above else ""):
            above = self._overhead
        headings = above.headings if above else ()
        level = _Level(
            style,
            value,
            indent,
            self._unique(f"{above.section}.{label}" if above else label),
            above.depth + 1 if above else 1,
            heading is not None,
            headings if heading is None else (*headings, heading),
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
        sign = "h" if depth in self._depths else ""
        label = marker.label if marker is not None else sign + self._ordinal(parent)
        if marker is not None and marker.path and label.startswith(f"{parent}."):
            label = label[len(parent) + 1 :]
        return self._push(style, 0, 0, label, heading)

    def _path(self, marker: Marker, indent: int, heading: str | None) -> _Level:
        while self._stack and not marker.label.startswith(f"{_own(self._stack[-1].section)}."):
            self._stack.pop()
        above = _own(self._stack[-1].section) if self._stack else ""
        label = marker.label[len(above) + 1 :] if above else marker.label
        style, value = marker.readings[0]
        return self._push(style, value, indent, label, heading)

    def _marker(self, marker: Marker, indent: int, heading: str | None, inner: bool) -> _Level:
        title = heading is not None
        # "1. Cod" right under "<Remarks by Minister Roe>" is its own first one.
        own = self._expecting and not title and any(value == 1 for _, value in marker.readings)
        if self._among not in (Among.ABOVE, Among.ALONE) and not own:
            self._close_headings()
        if not inner:
            reading = self._run_on(marker) if self._expecting and not title else None
            if reading is not None:
                return self._push(*reading, indent, marker.label, heading)
            found = self._successor(marker, indent, title)
            if title and self._stack and self._stack[-1].style == COUNTED:
                self._stack.pop()  # a paragraph counted through holds no heading
            if found is not None:
                return self._return_to(*found, marker, indent, heading)
        first = next(((s, v) for s, v in marker.readings if v == 1), None)
        style, value = first or marker.readings[0]
        if inner:
            return self._push(style, value, indent, marker.label, heading)
        known = self._known(marker, indent)
        if known is None and first is None and not self._expecting:
            slip = self._slip(marker, title)
            if slip is not None:
                return self._return_to(*slip, marker, indent, heading)
        deeper = bool(self._stack) and (
            self._expecting or indent > self._stack[-1].indent + _SAME_COLUMN
        )
        if known is not None and not (first and deeper):
            return self._return_to(*known, marker, indent, heading)
        if not self._expecting:
            if title and style in COUNTING:
                # "1. COD" is no part of an item "(2) He said that ...", which has no title.
                while self._stack and not self._stack[-1].title and _is_weaker(self._stack[-1]):
                    self._stack.pop()
            if style[0].isalpha() and " " in style:
                self._stack.clear()  # an annex, a part or a session is no part of an item
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

    def _run_on(self, marker: Marker) -> tuple[str, int] | None:
        """The reading with which a paragraph under a heading counts on from those under the last.

        Headings and paragraphs may be of one style: ``3. Cod``, ``1.``, ``2.``, ``4. Ice``, ``3.``
        """
        if not self._stack or not self._stack[-1].title:
            return None
        return next(
            (
                (style, value)
                for level in self._closed
                for style, value in marker.readings
                if level.style == style and level.value + 1 == value and not level.title
            ),
            None,
        )

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

    def _slip(self, marker: Marker, title: bool) -> tuple[int, tuple[str, int]] | None:
        """The level that ``marker`` carries on with another sign: ``1. Cod``, ``2  Eels``.

        It goes on with the sign that its level began with. A reading of another kind than the
        level's is none.
        """
        found: list[tuple[int, tuple[str, int]]] = []
        for index in range(len(self._stack) - 1, -1, -1):
            level = self._stack[index]
            path = level.style.startswith("path ")
            kind, last = kind_of(level.style), level.value
            if path:  # "4. Ice" after "3.1 Cod" and "3.2 Eels"
                if index and self._stack[index - 1].style.startswith("path "):
                    continue
                first = level.style[len("path ") :].partition(".")[0]
                kind, last = ("1", int(first)) if first.isdecimal() else ("", 0)
            for style, value in marker.readings:
                if kind_of(style) == kind and last + 1 == value and level.title == title:
                    found.append((index, (style if path else level.style, value)))
        # "3 Ice" carries on "2. Eels" rather than "(2) Smoked eels".
        opening = marker.readings[0][0][:1] == "("
        alike = [each for each in found if (self._stack[each[0]].style[:1] == "(") == opening]
        return next(iter(alike or found), None)

    def _return_to(
        self,
        index: int,
        reading: tuple[str, int],
        marker: Marker,
        indent: int,
        heading: str | None,
    ) -> _Level:
        if heading is not None:
            self._closed = self._stack[index + 1 :]
        del self._stack[index:]
        return self._push(*reading, indent, marker.label, heading)


def _is_weaker(level: _Level) -> bool:
    """Whether a level's numbers stand in brackets, or are small letters: those of items."""
    return level.style[-1:] == ")" or level.style[:1] in ("a", "i")


def _own(section: str) -> str:
    """A section's own numbers, without the headings over them: ``h1.3`` -> ``3``."""
    return _HEADS.sub("", section) if "h" in section else section


def in_capitals(heading: str) -> bool:
    """Whether a heading is in capitals, but for what is in brackets or behind a dash: ``WORK (item
    2)``, ``TRADE IN COD – a report``.
    """
    words = _BRACKETED.sub("", heading)
    first, dash, _ = words.replace(" - ", " – ").partition(" – ")
    return words.isupper() or (bool(dash) and first.isupper() and len(first) >= _WORDY)
