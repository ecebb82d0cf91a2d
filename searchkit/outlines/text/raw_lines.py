"""A text's lines as they stand, without what clings to their ends and stands between sentences."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass

from ..sections.markers import Markers, read_markers
from ..words.wording import Wording

__all__ = ["Line", "read_lines"]

_UNSEEN = "\ufeff\u200b\u200c\u200d\u2060"
"""A byte order mark and what else takes no room."""
_BLANK = _UNSEEN + "".join(char for char in map(chr, range(0x3001)) if char.isspace())


@dataclass(slots=True)
class Line:
    """``text[start:end]`` without white space around it, indented by ``indent`` columns.

    ``gap`` says whether a blank line (or nothing) stands before it, and ``joined`` whether what
    was set apart between it and the line before stands within their paragraph. ``trail`` spaces
    stand behind it: a line is as wide as it was before its spaces were evened.
    """

    start: int
    end: int
    indent: int
    gap: bool
    joined: bool = False
    markers: Markers | None = None
    boilerplate: bool = False
    trail: int = 0

    @property
    def width(self) -> int:
        """How many columns the line takes."""
        return self.indent + self.end - self.start + self.trail


def read_lines(
    text: str,
    wording: Wording,
    first: int,
    holes: Collection[int] = (),
    opened: Collection[int] = (),
) -> Iterator[Line]:
    """The lines of ``text`` that are not blank, those before ``first`` as boilerplate.

    Args:
        holes: where lines start that stood within a paragraph and are blank now, or carry it on.
        opened: where lines start that carry no paragraph on.
    """
    offset, gap, joined = 0, True, False
    for raw in text.splitlines(keepends=True):
        bare = raw.strip()
        if bare and (bare[0] in _UNSEEN or bare[-1] in _UNSEEN):
            bare = raw.strip(_BLANK)
        if not bare and offset in holes:
            joined = True
        elif not bare:
            gap, joined = True, False
        else:
            indent = raw.index(bare[0])
            start = offset + indent
            joined = joined or offset in holes
            gap = gap or offset in opened
            trail = len(raw.rstrip("\r\n")) - len(raw.rstrip())
            if "\t" in raw[:indent]:
                indent = len(raw[:indent].expandtabs(4))
            if start < first or wording.is_boilerplate(bare):
                end = start + len(bare)
                yield Line(start, end, indent, gap, boilerplate=True, trail=trail)
            else:
                for piece in _pieces(bare, start, indent, gap, wording):
                    piece.joined = joined
                    piece.trail = trail if piece.end == start + len(bare) else 0
                    if not piece.boilerplate:
                        words = text[piece.start : piece.end]
                        piece.markers = read_markers(words, wording.numbering_words)
                    yield piece
            gap = joined = False
        offset += len(raw)


def _pieces(line: str, start: int, indent: int, gap: bool, wording: Wording) -> Iterator[Line]:
    """A line at ``start``, apart from what clings to its ends and stands between its sentences."""
    debris = wording.debris(line)
    if not debris:
        yield Line(start, start + len(line), indent, gap)
        return
    position = 0
    for begin, end in [*debris, (len(line), len(line))]:
        for first, last, apart in ((position, begin, False), (begin, end, True)):
            words = line[first:last]
            bare = words.strip()
            if bare:
                first += len(words) - len(words.lstrip())
                place = start + first
                # "Share this page (opens in a new tab)"
                apart = apart or wording.is_boilerplate(bare)
                yield Line(place, place + len(bare), indent, gap, boilerplate=apart)
                gap = False
        position = end
