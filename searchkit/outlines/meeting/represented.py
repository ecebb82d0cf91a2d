"""Who represents a country, by the words beside it: ``Norway (Minister Roe)``, ``for Oman by``.

A country is *represented* by whom it has in brackets behind it, by whom a passive names for it and
by whoever does something on its behalf.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from typing import TYPE_CHECKING

from ..lands.company import unknown

if TYPE_CHECKING:
    from ..lands.countries import Place
    from ..names.people import Draft

__all__ = ["represented"]

_STYLES = r"(?:(?:the|its|H\.\s?E\.|Mr\.?|Ms\.?|Mrs\.?|Dr\.?|Hon\.?) )*"
_BY = re.compile(
    rf"(?:,? (?:was |is |were )?(?:also )?represented(?: (?:there|at [^,.;()]{{3,60}}))? by"
    rf"|(?P<short> by)) {_STYLES}"
)
_PASSIVE = re.compile(r"\b(?:represented|signed|led|headed|chaired)\b[^.;]*\b(?:by|for)\b")
_REPRESENTING = re.compile(r"\b[Rr]epresenting (?:the )?\Z")
_WAS = re.compile(rf" (?:was|were|is|are) {_STYLES}")
_FOR = re.compile(
    r"(?:,[^,;.()\n]{2,80})?,? (?:who )?(?:representing|represent(?:ed|s)|on behalf of"
    r"|speaking for|acting for) (?:the )?(?:[Gg]overnment of (?:the )?)?"
)
_DASHED = re.compile(r" [-–—] ")
_BRACKET = re.compile(rf" \({_STYLES}")
_GOES_ON = re.compile(r"[-–’']|[ \t][A-ZÀ-ÞĀ-ɏ]")
"""Behind a country: it is part of another name."""
_BEFORE = 160
_REACH = 90


def represented(text: str, drafts: list[Draft], places: list[Place]) -> None:
    """Give those who represent a country that country, if none is told of them."""
    states = [place for place in places if place.kind == "name"]
    starts = [place.start for place in states]
    for draft in unknown(drafts) if states else ():
        for naming in draft.namings:
            at = bisect_left(starts, naming.start) - 1
            before = states[at] if at >= 0 else None
            if before is not None and naming.start - before.end <= _REACH:
                gap = text[before.end : naming.start]
                if _brackets(text, gap, naming.tail) or _by(text, before, gap):
                    draft.country = before.country
                    break
            behalf = _FOR.match(text, naming.tail)
            dashed = behalf or _DASHED.match(text, naming.tail)
            k = bisect_right(starts, dashed.end() - 1) if dashed else len(states)
            here = dashed is not None and k < len(states) and starts[k] == dashed.end()
            here = here and _GOES_ON.match(text, states[k].end) is None
            if here and (behalf or _DASHED.match(text, states[k].end)):
                draft.country = states[k].country
                break


def _brackets(text: str, gap: str, tail: int) -> bool:
    """Whether a name alone is in brackets behind a country: ``Norway (Minister Roe)``."""
    return _BRACKET.fullmatch(gap) is not None and text.startswith(")", tail)


def _by(text: str, place: Place, gap: str) -> bool:
    """Whether a passive or its like stands between a country and a name."""
    match = _BY.fullmatch(gap)
    if match is not None:
        before = max(text.rfind("\n", 0, place.start), place.start - _BEFORE)
        return not match["short"] or _PASSIVE.search(text, max(0, before), place.start) is not None
    led = _REPRESENTING.search(text, max(0, place.start - _REACH), place.start)
    return led is not None and _WAS.fullmatch(gap) is not None
