"""Whose country somebody speaks for.

An *avowal* is what who speaks says that a country will, wishes or is ready to do: it is the
speaker's own (``Minister Roe said that Ruritania would continue its support``). Whom somebody
thanks (``thanked Ruritania for its support``) is another.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from typing import TYPE_CHECKING

from ..offices.tenure import is_taken, may_hold
from .company import unknown
from .countries import Place

if TYPE_CHECKING:
    from ..names.people import Draft

__all__ = ["by_avowals"]

_SAYS = re.compile(
    r"(?:,[^,.;:]{1,60},)?(?: (?:also|then|further|again|in (?:turn|reply|response)),?)*"
    r" (?:said|says|stated|states|stressed|stresses|replied|replies|responded|responds|conveyed|"
    r"conveys|explained|explains|emphasi[sz]ed|emphasi[sz]es|reiterated|reiterates|affirmed|affirms|"
    r"reaffirmed|reaffirms|underlined|underlines|underscored|added|adds|noted|notes|pointed out|"
    r"declared|confirmed|confirms|assured|expressed|indicated|indicates|mentioned|announced|"
    r"announces|answered|remarked|observed|told)\b"
    r"(?: (?!that\b)[\w’'.-]+){0,8}? that (?:the (?:Government|people) of )?(?:the )?\Z"
)
_AVOWS = re.compile(
    r"(?:[’']s (?:government|side))? (?:also |too |itself )?"
    r"(?:would (?:continue|like|be (?:ready|happy|pleased|glad|willing)|do (?:its|all)|support|"
    r"work|provide|extend|contribute|host|send|dispatch|make (?:every|its)|consider|spare|"
    r"not accept|remain|keep|take part)|will|wishes|wished|wants|wanted|hopes|hoped|intends|"
    r"intended|attache[sd] |stands? (?:ready|by)|stood ready|"
    r"(?:is|was|remains|remained) (?:fully |firmly |strongly )?"
    r"(?:ready|committed|prepared|willing|determined|interested|opposed|grateful)|"
    r"supports|supported|appreciates|appreciated|highly |welcomes|welcomed|seeks|sought|"
    r"looks? forward|looked forward|firmly|expects|expected|pursues|pursued|regards|regarded|"
    r"favou?rs|favou?red|opposes|opposed)\b"
)
_THANKS = re.compile(
    r"(?:,[^,.;:]{1,60},)?(?: (?:also|then|further|again),?)*"
    r" (?:thanked|thanks|expressed (?:\w+ )?(?:gratitude|appreciation|thanks) to|congratulated)"
    r" (?:the (?:Government|people|Government and (?:the )?people) of )?(?:the )?\Z"
)
_REACH = 160


def by_avowals(
    text: str, drafts: list[Draft], places: Sequence[Place], pair: tuple[str, ...]
) -> None:
    """Who says what a country wishes is of it; who thanks one of a ``pair`` is of the other."""
    starts = [place.start for place in places]
    for draft in unknown(drafts):
        own: set[str] = set()
        thanked: set[str] = set()
        for naming in draft.namings:
            tail = max(naming.tail, naming.end)
            stop = text.find(". ", tail, tail + _REACH)
            stop = stop if stop >= 0 else tail + _REACH
            at = bisect_left(starts, tail)
            place = places[at] if at < len(places) and starts[at] < stop else None
            if place is None or place.kind == "adjective":
                continue
            if _SAYS.match(text, tail, place.start) and _AVOWS.match(text, place.end):
                own.add(place.country)
            elif _THANKS.match(text, tail, place.start):
                thanked.add(place.country)
        if not own and len(pair) == 2 and len(thanked) == 1 and thanked < set(pair):
            own = set(pair) - thanked
        if len(own) == 1 and draft.offices:
            country = own.pop()
            if may_hold(draft, country) and not is_taken(draft, country, drafts):
                draft.presume(country)
