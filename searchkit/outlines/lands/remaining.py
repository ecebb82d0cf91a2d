"""The countries of those of whom nothing nearer tells one.

Whoever writes names *own* people without their country, and foreigners by it or where it is spoken
of. So a chief whom the writer's state has not, or has another of, is of the foreign country that is
named nearest; everybody else in office is of the writer's own.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Sequence
from typing import TYPE_CHECKING

from ..meeting.met import told_us
from ..names.naming import Naming
from ..names.origins import may_be_of
from ..offices.tenure import chief_offices, is_taken, may_hold
from ..sections.layout import Layout
from .company import unknown
from .countries import Place, countries_in, find_places

if TYPE_CHECKING:
    from ..names.people import Draft

__all__ = ["of_the_day", "of_the_nearest"]

_AT = re.compile(r"\b(?:[Ii]n|[Aa]t|[Ff]rom|[Nn]ear) \Z")
_CLAUSE = re.compile(r";|\n[ \t]*\n|\. |, (?:and|but|while|whereas|then)\b")
_BEFORE = 6
_GOVERNING = frozenset({"minister", "president", "premier", "governor", "king"})
_NEARBY = 300
_GOING = re.compile(r"\b(?:depart(?:s|ing|ure)|leav(?:es|ing)|travels?|travelling) (?:for|to) (.+)")
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_NAMES_OF_THE_DAY = {
    "Germany": ("West Germany", 1949, 1990),
    "Russia": ("Soviet Union", 1923, 1991),
}
"""What a state was called in years gone by, where a text does not name it otherwise."""


def of_the_nearest(
    text: str, layout: Layout, drafts: list[Draft], places: Sequence[Place], home: str | None
) -> None:
    """A chief who is not of ``home`` is of the country that is told nearest to the name.

    So is a minister who told the writers something.
    """
    for draft in unknown(drafts):
        met = (
            home is not None
            and any(office & _GOVERNING for office in draft.offices)
            and any(told_us(text, naming) for naming in draft.namings)
        )
        if not (met or chief_offices(draft)) or (draft.participant and home is None):
            continue
        own = home is not None and may_be_of(draft.name, home) and may_hold(draft, home)
        if own and not met and not is_taken(draft, home or "", drafts):
            continue
        country = _nearest(text, layout, draft, drafts, places, home)
        going = _GOING.search(layout.title)
        if going is not None and country in countries_in(find_places(going[1])):
            continue  # "Minister Roe before departing for Norway"
        if country is not None:
            draft.presume(country)


def of_the_day(text: str, drafts: Sequence[Draft]) -> None:
    """What follows is told in the names of the day: whoever spoke for Bonn in 1971 is of West
    Germany."""
    derived = [d for d in drafts if d.derived and d.country in _NAMES_OF_THE_DAY]
    year = max(map(int, _YEAR.findall(text)), default=0) if derived else 0
    both = any(draft.country == "East Germany" for draft in drafts)
    for draft in derived:
        name, first, last = _NAMES_OF_THE_DAY[draft.country or ""]
        if first <= year < last and not (both and name == "West Germany"):
            draft.country = name


def _nearest(
    text: str,
    layout: Layout,
    draft: Draft,
    drafts: Sequence[Draft],
    places: Sequence[Place],
    home: str | None,
) -> str | None:
    """The country told nearest: in the sentence, in the paragraph, in its headings, or the only."""
    starts = [place.start for place in places]

    def fits(country: str) -> bool:
        return country != home and may_hold(draft, country) and not is_taken(draft, country, drafts)

    naming = draft.namings[0]
    block = next((b for b in layout.blocks if b.start <= naming.start < b.end), None)
    begin = block.start if block else max(0, naming.start - _NEARBY)
    end = block.end if block else naming.end + _NEARBY
    first = max(begin, text.rfind(". ", begin, naming.start) + 1)
    stop = text.find(". ", naming.tail, end)
    sentence, paragraph = (first, stop if stop >= 0 else end), (begin, end)
    titled = {p.country for p in find_places(layout.title) if p.kind == "capital"}

    def near(a: int, b: int, stage: bool) -> list[Place]:
        told = places[bisect_left(starts, a) : bisect_left(starts, b)]
        return [p for p in told if fits(p.country) and _is_stage(text, p) is stage]

    # "the agreement that President Roe signed in Skopje", under a title that tells of Skopje
    here = near(*sentence, False) or [p for p in near(*sentence, True) if p.country in titled]
    here = here or near(*paragraph, False) or near(*sentence, True) or near(*paragraph, True)
    if here:
        here = _in_clause(text, naming, here) or here
        return min(here, key=lambda p: _apart(p, naming.start, naming.end)).country
    told = [p for p in places if fits(p.country) and not _is_stage(text, p)]
    count = Counter(p.country for p in told).most_common(2)
    if count and (len(count) == 1 or count[0][1] >= 2 * count[1][1]):
        return count[0][0]
    return None


def _in_clause(text: str, naming: Naming, here: Sequence[Place]) -> list[Place]:
    """Those in the clause of a name: ``In Oslo I saw Minister Roe, and in Rome Minister Doe``."""
    return [
        place
        for place in here
        if _CLAUSE.search(text, min(place.start, naming.start), max(place.start, naming.start))
        is None
    ]


def _is_stage(text: str, place: Place) -> bool:
    """Whether a capital is only where something happened: ``in Paris``."""
    return (
        place.kind == "capital"
        and _AT.search(text, max(0, place.start - _BEFORE), place.start) is not None
    )


def _apart(place: Place, start: int, end: int) -> int:
    """How far a country stands from a name; one that follows is further off."""
    return start - place.end if place.end <= start else 2 * max(0, place.start - end)
