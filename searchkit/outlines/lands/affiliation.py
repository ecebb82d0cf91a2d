"""Whose country it is that stands in a list of people at some distance from a name.

A *row* has a country and who sat for it (``Ruritania . . . Mr. Roe``). A country *shared* stands
after the last of several names (``Mr. Roe and Ms. Doe from Ruritania``). Those of one *group* in a
list of who was there are of one country.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from typing import TYPE_CHECKING

from ..names.ranks import is_international
from ..names.rosters import interprets
from ..sections.layout import Layout
from ..speech.sides import Named
from ..words.wording import Wording
from .countries import Place, countries_in, country_of, find_places

if TYPE_CHECKING:
    from ..names.people import Draft

__all__ = [
    "of_columns",
    "of_desks",
    "of_groups",
    "of_listed_sides",
    "of_rows",
    "shared",
    "side_by_side",
]

_GAP = re.compile(
    r"[ \t]*(?:(?:\. ?){3,}|…+|\t+| {2,}|[:|–—][ \t]*|(?<= )-(?= ))[ \t]*(?:H\.E\.[ \t]*)?\Z"
)
_ROW_HEAD = re.compile(r"(?:[A-Z][a-z]+:)?[ \t|*•·-]*\Z")
_BACK = re.compile(r"[ \t]*(?:(?:\. ?){3,}|…+|\t+| {2,}|\|[ \t]*)[ \t]*\(?\Z")
_ROW = 160
_DESK = re.compile(r",[ \t]*[A-Z]{1,4}(?:/[A-Z]{1,5}){0,3}(?:[ \t]*\([^()\n]*\))?[ \t]*(?:\n|;|\Z)")
_LINE = re.compile(r"[^\n]+")
_COLUMN = 20
_CELL = re.compile(r"[^\s](?:[^\t\n ]| (?! ))*")
_FROM = re.compile(r"(?:, | (?:both|all) )from (?:the )?\Z")
_ON_LIST_FOR = re.compile(r",?\sfor (?:the )?\Z")
_JOINED = re.compile(r",?\s(?:and|&)\s(?:the\s|H\.E\.\s)*\Z|,\s(?:the\s|H\.E\.\s)*\Z")
_ROW_BEGIN = re.compile(r"(?:[A-ZÀ-ÞĀ-ɏ][\w ]{2,20}:)?[ \t]*(?:[-–•*◦]|\(?\d{1,2}[.)])?[ \t]*")
"""What stands before the name in a row: a label, a sign, a number."""


def of_rows(text: str, named: Named, places: Sequence[Place]) -> None:
    """``Ruritania . . . Mr. Roe``, ``Mr. Roe . . . (Ruritania)``: the text gives the country."""
    starts = [n.start for n, _ in named]
    for place in places:
        line = text.rfind("\n", 0, place.start) + 1
        end = text.find("\n", place.end)
        end = end if end >= 0 else len(text)
        if place.kind != "name" or end - line > _ROW:
            continue
        row = named[bisect_left(starts, line) : bisect_left(starts, end)]
        if len({id(d) for _, d in row}) != 1:
            continue
        naming, draft = row[0]
        if draft.country is not None:
            continue
        first = naming.start
        if place.end < first:
            above = _ROW_HEAD.match(text[line : place.start]) is not None
            fits = above and _GAP.match(text[place.end : first]) is not None
        else:
            between = text[max(naming.tail, naming.end) : place.start]
            # "Dr. Roe, Norway" is all of its row
            whole = between.strip() == "," and not text[place.end : end].strip(" \t;,")
            fits = _BACK.match(between) is not None or (
                whole and _ROW_BEGIN.fullmatch(text, line, first) is not None
            )
        if fits:
            draft.country = place.country


def _headed_columns(text: str, places: Sequence[Place]) -> list[tuple[int, int]]:
    """Where a line begins with a country and more stands far behind it: the head of columns."""
    spans = []
    for place in places:
        line = text.rfind("\n", 0, place.start) + 1
        if (
            place.kind == "name"
            and text.startswith("   ", place.end)
            and (not text[line : place.start].strip())
        ):
            blank = text.find("\n\n", place.end)
            spans.append((line, blank if blank >= 0 else len(text)))
    return spans


def of_columns(
    text: str,
    named: Named,
    rosters: Sequence[tuple[int, int]],
    places: Sequence[Place],
) -> None:
    """Those in a column of a list of who was there are of the country that stands over it."""
    named = [(n, d) for n, d in named if d.country is None]
    starts = [n.start for n, _ in named]
    for start, end in (*rosters, *_headed_columns(text, places)):
        countries: list[str | None] = []
        for line in _LINE.finditer(text, start, end):
            cells = [*_CELL.finditer(text, line.start(), line.end())]
            heads = [country_of(cell[0]) for cell in cells]
            if len(heads) > 1 and all(heads):
                countries = heads
            elif len(cells) == len(countries):
                for cell, country in zip(cells, countries, strict=True):
                    first, last = (bisect_left(starts, at) for at in cell.span())
                    for _, draft in named[first:last]:
                        draft.country = country


def of_listed_sides(text: str, named: Named, rosters: Sequence[tuple[int, int]]) -> None:
    """Those on a list are of the one country that the line over it names: ``Omani side:``."""
    starts = [n.start for n, _ in named]
    for start, end in rosters:
        head = text[text.rfind("\n", 0, max(0, start - 1)) + 1 : start].strip(" \t\n*#")
        countries = countries_in(find_places(head)) if head.endswith(":") else ()
        for _, draft in named[bisect_left(starts, start) : bisect_left(starts, end)]:
            if len(countries) == 1 and draft.country is None and not draft.international:
                draft.country = countries[0]


def side_by_side(
    text: str, named: Named, rosters: Sequence[tuple[int, int]], issued: str | None
) -> None:
    """Those in a column of a list without heads are of the country of one of them.

    Of two columns, the one without a country is the issuer's.
    """
    starts = [n.start for n, _ in named]
    for start, end in rosters:
        columns: tuple[list[Draft], list[Draft]] = ([], [])
        for line in _LINE.finditer(text, start, end):
            cells = [*_CELL.finditer(text, line.start(), line.end())]
            inner = [
                named[bisect_left(starts, c.start()) : bisect_left(starts, c.end())] for c in cells
            ]
            if len(cells) == len(columns) and all(inner):
                for column, here in zip(columns, inner, strict=True):
                    column.extend(d for _, d in here)
            elif len(cells) == 1 and inner[0] and columns[1]:
                left = cells[0].start() - line.start() < _COLUMN
                columns[0 if left else 1].extend(d for _, d in inner[0])
        told = [{d.country for d in column if d.country} for column in columns]
        for column, countries, others in zip(columns, told, told[::-1], strict=True):
            country = next(iter(countries)) if len(countries) == 1 else None
            if not countries and others and issued and issued not in others:
                country = issued
            for draft in column if country and columns[1] else ():
                if draft.country is None and not draft.international:
                    draft.presume(country)


def shared(
    text: str, named: Named, places: Sequence[Place], rosters: Sequence[tuple[int, int]]
) -> None:
    """``Mr. Roe, Minister, and Ms. Doe, Director, from Ruritania``: both are of Ruritania.

    On a list of who was there so are ``Mr. Roe and Ms. Doe for Ruritania``.
    """
    tails = {max(n.tail, n.end): i for i, (n, _) in enumerate(named)}
    for place in places:
        lead = _FROM.search(text, max(0, place.start - 16), place.start)
        if lead is None and any(start <= place.start < end for start, end in rosters):
            lead = _ON_LIST_FOR.search(text, max(0, place.start - 12), place.start)
        if place.kind == "capital" or lead is None:
            continue
        at = tails.get(lead.start())
        if at is None:
            continue
        while at >= 0:
            naming, draft = named[at]
            if draft.country is None and not draft.international:
                draft.presume(place.country)
            elif draft.country != place.country:
                break
            before = named[at - 1][0] if at else None
            gap = text[max(before.tail, before.end) : naming.start] if before else ""
            if before is None or not _JOINED.match(gap):
                break
            at -= 1


def of_groups(
    text: str,
    named: Named,
    rosters: Sequence[tuple[int, int]],
    issued: str | None,
) -> None:
    """Those in one group of a list of who was there are of the country that one of them is of.

    Groups are set apart by blank lines. Of two, the one without a country is the issuer's.
    """
    starts = [n.start for n, _ in named]
    for start, end in rosters:
        groups: list[list[Draft]] = []
        begin = start
        for gap in [*re.finditer(r"\n[ \t]*\n", text[start:end]), None]:
            stop = start + gap.start() if gap else end
            listed = named[bisect_left(starts, begin) : bisect_left(starts, stop)]
            here = [d for n, d in listed if not interprets(text, n)]
            groups += [here] if here else []
            begin = stop
        if len(groups) < 2:
            continue
        told = [{d.country for d in group if d.country} for group in groups]
        for group, countries in zip(groups, told, strict=True):
            country = next(iter(countries)) if len(countries) == 1 else None
            if not countries and issued and all(issued not in others for others in told):
                country = issued
            for draft in group if country else ():
                if draft.country is None and not draft.international:
                    draft.presume(country)


def of_desks(
    text: str, layout: Layout, named: Named, rosters: Sequence[tuple[int, int]], issued: str | None
) -> None:
    """On a list ``Jan Roe, EUR/NE`` is of the issuer's: others' desks have no letters there.

    In what is no record of a talk, they are those of bodies where none have a stroke between
    them. Those of bodies that many states share are told: ``Jan Roe, WHO`` is of no country.
    """
    desks: list[tuple[Draft, bool]] = []
    for naming, draft in named if issued is not None else ():
        desk = _DESK.match(text, naming.end)
        if desk is None or not any(start <= naming.start < end for start, end in rosters):
            continue
        if draft.country is None and is_international(desk[0]):
            draft.international = True
        elif not draft.international:
            desks.append((draft, "/" in desk[0]))
    record = Wording.default().records.search(layout.title) is not None
    for draft, _ in desks if record or any(stroke for _, stroke in desks) else ():
        if draft.country is None:
            draft.presume(issued)
