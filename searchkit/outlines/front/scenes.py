"""Scenes: the lines of a document's head that tell where its words were said.

A town stands by itself among who spoke and when (``Prime Minister`` / ``Suva``), or below the house
(``Cod Hall`` / ``Bergen, Norway``) and above the time of day.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from ..particulars.attendance import heads_attendance
from ..words.wording import Wording
from .front_lines import CLOCK
from .headline import FrontLine
from .place_lines import is_country, is_place, is_town_in_country, is_venue, may_be_place

__all__ = ["is_town_under_day", "place_below", "scene"]

_TOWN = re.compile(r"[A-ZÀ-ÞĀ-ɏ][a-zà-ÿĀ-ɏḀ-ỿ’'-]{2,}")
_SCENE = 3
"""So many lines tell where words were said at most."""
_BELOW = 8
"""A place stands in so many lines below the title."""


def scene(lines: Sequence[FrontLine], start: int, wording: Wording) -> list[int]:
    """The lines from ``start`` on that tell where words were said, the last of them when.

    The house and the town, each on a line, stand above the time of day.
    """
    at = start
    known = False
    while at < min(start + _SCENE, len(lines)):
        words = lines[at].words
        # "The Oval Office" is no administration.
        house = is_venue(words)
        if (lines[at].role != "title" and not house) or CLOCK.match(words):
            break
        known = known or house or _is_known(words)
        if not (house or _is_known(words) or may_be_place(words, wording)):
            return []
        at += 1
    timed = known and at < len(lines) and CLOCK.match(lines[at].words) is not None
    return list(range(start, at + 1)) if timed else []


def is_town_under_day(lines: Sequence[FrontLine], index: int) -> bool:
    """Whether a line is one word right under the day, blank lines around the two: ``Vik``."""
    line, below = lines[index], lines[index + 1 : index + 2]
    alone = not line.gap and all(one.gap for one in below)
    under = index > 1 and lines[index - 1].role == "date" and not lines[index - 1].gap
    return alone and under and _TOWN.fullmatch(line.words) is not None


def place_below(lines: Sequence[FrontLine], start: int, wording: Wording) -> int | None:
    """Which of the lines from ``start`` on is nothing but a place.

    A town with its country may stand right below the title, and rooms above those present; in a
    transcript any place stands beside who spoke, or when.
    """
    if (
        start < len(lines)
        and lines[start].role == "title"
        and (is_town_in_country(lines[start].words) or is_town_under_day(lines, start))
    ):
        return start
    first = start
    while first < len(lines) and lines[first].role == "boilerplate":
        first += 1
    if _is_venue_above_those_present(lines, first):
        return first
    heads = lines[: start + 2]
    if not any(wording.spoken.search(x.words) or wording.records.search(x.words) for x in heads):
        return None
    for at in range(start, min(start + _BELOW, len(lines))):
        line = lines[at]
        if line.role == "title" and not is_country(line.words) and _is_known(line.words):
            beside = _block(lines, at, start)
            if at == start or any(_tells_who_or_when(x, wording) for x in beside):
                return at
        elif line.role == "title" and not (
            _tells_who_or_when(line, wording) or is_venue(line.words)
        ):
            return None
    return None


def _block(lines: Sequence[FrontLine], at: int, start: int) -> list[FrontLine]:
    """The lines around ``at`` that no blank line parts from it."""
    first, last = at, at + 1
    while first > start and not lines[first].gap:
        first -= 1
    while last < len(lines) and not lines[last].gap:
        last += 1
    return [line for line in lines[first:last] if line is not lines[at]]


def _tells_who_or_when(line: FrontLine, wording: Wording) -> bool:
    return line.role in ("date", "kind") or (
        line.role == "title"
        and (wording.is_byline(line.words) or wording.is_bare_office(line.words))
    )


def _is_known(words: str) -> bool:
    """Whether a line is a town that is known for one, or has its country beside it."""
    return all(map(is_place, words.split(", "))) or is_town_in_country(words)


def _is_venue_above_those_present(lines: Sequence[FrontLine], index: int) -> bool:
    """Whether a line by itself names rooms or houses, and the list of those present comes next."""
    two = lines[index : index + 2]
    return (
        len(two) > 1
        and two[0].role == "title"
        and all(line.gap for line in two)
        and is_venue(two[0].words)
        and heads_attendance(two[1].words)
    )
