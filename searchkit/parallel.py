"""Positions as text for people: what is said side by side, and what has changed.

Where the terminal is wide enough the sides stand in columns, else one below the other. What is new,
added or removed is coloured; without colour it stands in the signs of ``wdiff``, ``{+ +}`` and
``[- -]``.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import zip_longest
from typing import TYPE_CHECKING

from .records import BOTH_SIDES, Document
from .render import notes
from .spreads import rows
from .terminal import Style, columns, dated, listed, quoted, shorten, wrap

if TYPE_CHECKING:
    from .positions import Change, Comparison, Edit, Meeting, Revision, Said, Trace

__all__ = ["comparison", "trace"]

NARROWEST = 34
"""Columns that a side needs to stand beside another."""

WIDEST = 160
"""Columns that are used at most."""

_GAP = 3

Piece = tuple[str, str]
"""Text, and what it is: ``""`` as before, ``new``, ``added``, ``removed``."""

Line = tuple[str, int]
"""A line as it is written, and the columns that it takes."""

_SIGNS = {"new": ("{+", "+}"), "added": ("{+", "+}"), "removed": ("[-", "-]")}
_PAINT = {"new": ("yellow", "bold"), "added": ("green",), "removed": ("red",)}


def trace(found: Trace, style: Style) -> Iterator[str]:
    """A topic through the meetings, each side's words beside the others'."""
    yield from notes(found, style)
    if not found.meetings:
        yield style.paint(f"nothing found for {quoted(found.query)}", "dim")
        return
    passages = "1 passage" if found.passages == 1 else f"{found.passages:,} passages"
    meetings = "1 meeting" if len(found) == 1 else f"{len(found):,} meetings"
    yield style.paint(f"{passages} at {meetings}", "dim")
    for meeting in found:
        yield ""
        yield _heading(meeting.document, meeting.place, style)
        yield from _meeting(meeting, found.sides, style)
    yield ""
    if any(said.new for meeting in found for said in meeting.said):
        sample = "" if style.colour else " {+so+}"
        yield from _dim(f"marked{sample} is what the side did not say at its meeting before", style)
    if found.silent:
        count = "1 passage" if found.silent == 1 else f"{found.silent:,} passages"
        yield from _dim(f"{count} in which nobody speaks left out", style)


def _dim(text: str, style: Style) -> Iterator[str]:
    for start, end in wrap(text, style.room()):
        yield style.paint(text[start:end], "dim")


def _heading(document: Document, place: str | None, style: Style) -> str:
    facts = (dated(document.date), place, document.title or document.id)
    return style.paint(shorten(" · ".join(filter(None, facts)), _width(style)), "bold")


def _width(style: Style) -> int | None:
    return None if style.width is None else min(style.width, WIDEST)


def _meeting(meeting: Meeting, sides: Sequence[str], style: Style) -> Iterator[str]:
    """The turns of a meeting; those of several sides in columns, if there is room for them."""
    width = _width(style)
    here = [side for side in sides if any(said.side == side for said in meeting.said)]
    each = (width - 2 + _GAP) // len(here) - _GAP if width is not None and len(here) > 1 else 0
    beside = each >= NARROWEST
    headed = False
    for row in rows(meeting.said, sides):
        yield ""
        if not beside or row[0].side == BOTH_SIDES:
            for number, said in enumerate(row):
                if number:
                    yield ""
                yield from ("  " + line for line, _ in _turn(said, style.room(2), style))
        else:
            if not headed:
                names = [shorten(side, each) for side in here]
                yield from _beside([[(style.paint(n, "cyan"), columns(n))] for n in names], each)
                headed = True
            turns = {said.side: list(_turn(said, each, style, alone=False)) for said in row}
            yield from _beside([turns.get(side, []) for side in here], each)


def _beside(cells: Sequence[Sequence[Line]], each: int) -> Iterator[str]:
    """Lines of several cells beside each other, ``each`` columns for every cell."""
    for parts in zip_longest(*cells, fillvalue=("", 0)):
        gaps = (text + " " * (each + _GAP - used) for text, used in parts)
        yield ("  " + "".join(gaps)).rstrip()


def _turn(said: Said, room: int | None, style: Style, *, alone: bool = True) -> Iterator[Line]:
    """Who speaks where, with the side unless it stands above a column, and the words."""
    turn = said.turn
    who = turn.speaker + (f" for {turn.on_behalf_of}" if turn.on_behalf_of else "")
    if alone and said.side not in (turn.speaker, BOTH_SIDES):
        who += f", {said.side}"
    label = turn.passage.rpartition("#")[2]
    who = shorten(who, room and max(8, room - columns(label) - 2))
    yield style.paint(who, "green") + "  " + style.paint(label, "dim"), columns(who + label) + 2
    yield from _set(_marked(turn.text, said.new), room, style)


def _marked(text: str, spans: Iterable[tuple[int, int]]) -> Iterator[Piece]:
    at = 0
    for start, end in spans:
        yield text[at:start], ""
        yield text[start:end], "new"
        at = end
    yield text[at:], ""


def _set(pieces: Iterable[Piece], room: int | None, style: Style) -> Iterator[Line]:
    """Pieces set in lines of at most ``room`` columns, with the columns that each line takes."""
    text = ""
    kinds: list[tuple[int, int, str]] = []
    for words, kind in pieces:
        before, after = _SIGNS[kind] if kind and not style.colour else ("", "")
        start = len(text)
        text += f"{before}{words}{after}"
        if kind:
            kinds.append((start, len(text), kind))
    for start, end in wrap(text, room):
        line = ""
        at = start
        for a, b, kind in kinds:
            a, b = max(a, start), min(b, end)
            if a < b:
                paint = _PAINT[kind] if style.colour else ()
                line += style.paint(text[at:a]) + style.paint(text[a:b], *paint)
                at = b
        yield line + style.paint(text[at:end]), columns(text[start:end])


def comparison(found: Comparison, style: Style) -> Iterator[str]:
    """What one speaker says of a topic, each meeting against the one before."""
    yield from notes(found, style)
    if not found.meetings:
        yield style.paint(f"nothing found for {quoted(found.query)}", "dim")
        return
    head = f"{found.speaker} on {quoted(found.query)}"
    yield style.paint(head, "bold")
    if not found.changes:
        named = listed(dated(document.date) for document in found.meetings)
        said = f"speaks of it at one dated meeting only ({named}): nothing to compare"
        yield from _dim(said, style)
    for change in found:
        yield from _change(change, style)
    if found.undated:
        yield ""
        said = f"not compared, for the year is unknown: {listed(one.id for one in found.undated)}"
        yield from _dim(said, style)


_LABELS = {"again": "said again", "new": "new", "gone": "not said again"}


def _change(change: Change, style: Style) -> Iterator[str]:
    yield ""
    yield _heading(change.after, None, style)
    against = f"against {dated(change.before.date)} · {change.before.title or change.before.id}"
    yield style.paint(shorten(against, _width(style)), "dim")
    wide = max(columns(_where(one)) for one in change.revisions)
    for kind, label in _LABELS.items():
        some = [one for one in change.revisions if one.kind == kind]
        if some:
            yield ""
            yield "  " + style.paint(label, "cyan")
        last = ""
        for revision in some:
            where = _where(revision)
            head = "" if where == last else where
            for line, _ in _set(_edited(revision.edits), style.room(wide + 6), style):
                yield f"    {style.paint(head, 'dim')}{' ' * (wide - columns(head))}  {line}"
                head = ""
            last = where


def _where(revision: Revision) -> str:
    return (revision.after or revision.before or "").rpartition("#")[2]


def _edited(edits: Sequence[Edit]) -> Iterator[Piece]:
    for edit in edits:
        yield edit.text, "" if edit.kind == "same" else edit.kind
