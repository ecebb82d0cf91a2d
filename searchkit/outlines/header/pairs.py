"""Which two countries meet, and where.

A *pair* is the two countries of a meeting, from its title, the sides that the text names, those who
meet, or the visit that it tells of. Where somebody tours several countries there is none.
"""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING

from ..lands.countries import Place, countries_in, find_places
from ..sections.layout import Layout
from ..speech.sides import Side

if TYPE_CHECKING:
    from ..names.people import Draft

__all__ = ["find_pair", "seat_in", "take_home", "toured_in", "unless_third", "visited_by"]

_VISIT_TO = re.compile(r"[’']?s? (?:\w+ ){0,4}visits? to (?:the )?")
_VISITED = re.compile(
    r" (?:(?:will|would|to|shall|has|had|also) )*"
    r"(?:visit(?:ed|s|ing)?|(?:pa(?:y|id)|ma[dk]e) (?:\w+ ){1,4}visit to|travel(?:l?ed|s)? to"
    r"|(?:lead|led|bring|brought|send|sent) (?:\w+ ){1,3}(?:delegation|mission|team) to) (?:the )?"
)
_VISIT_BY = re.compile(r"\b[Vv]isits? to (?:the )?(?P<where>[^,.;]{2,40}?) (?:\w+ )?by (?:the )?\Z")
_VISIT_OF = re.compile(r"\b[Vv]isits? (?:of|by) (?:the )?\Z")
_TO = re.compile(r" to (?:the )?")
_DATELINE = re.compile(
    r"(?:, [A-ZÀ-ÞĀ-ɏ][\w ]+)?,? (?:[A-Z][a-z]{2,8}\.? \d|\d)[^\n—–]{0,18} ?[—–-]{1,2} "
)
_TOUR = re.compile(
    r"\b[Vv]isits? (?:(?:of|by) [^.;]{3,90}? )?to (?:the )?(?:(?! by )[^,.;()]){3,60}?"
    r"(?:(?:,| and|, and) (?:the )?[A-ZÀ-ÞĀ-ɏ][\w’' ]+)+"
)
_VISIT_TO_IN_TITLE = re.compile(
    r"\b[Vv]isits? (?:(?:of|by) [^.;]{3,90}? )?to (?:the )?[^,.;]{3,50}"
)
_SPOKEN_BY = re.compile(r"\b(?:[Rr]emarks|[Ss]peech|[Ss]tatement|[Aa]ddress|[Mm]essage) by ")
_IN = re.compile(r"\b(?:[Ii]n|visited|visit to) \Z")
_ELSEWHERE = re.compile(r"\b(?:margins?|side-?lines?|summit|conference|visit\w*|attend\w*)\b")
_AT = re.compile(r"\bat (?:the )?\Z")
_MATTER = re.compile(
    r"\b(?:in|on|over|against|regarding|concerning|about|towards?) (?:the )?\Z"
    r"|\b(?:support|assistance|aid|help|invasion|attacks?|war|sanctions)\b[^.;]{0,12} "
    r"(?:to|for|of|on) (?:the )?\Z",
    re.IGNORECASE,
)
"""A country named so is spoken of, and does not meet: ``the situation in Ruritania``."""
_THEME = re.compile(
    r" (?:\w+ )?(?:issues?|questions?|crisis|conflicts?|problems?|wars?|settlement|situation|peace"
    r"|nuclear|oil|occupation|elections?)\b"
)
"""What follows a country's adjective where its affairs are spoken of: ``the Ruritanian crisis``."""
_AND = re.compile(r"(?: and |-|–| – )(?:the )?")
_DOES = re.compile(
    r"(?:[’']s)? (?:would|will|had|has|was|is|stood|stands|could|should|attach\w+|wish\w*|hop\w+|"
    r"support\w*|intend\w*|continue\w*|remain\w*|[’']s)\b|[’']s "
)
_LEADERS = frozenset({"minister", "president", "chancellor", "premier", "king"})
_HELD_IN = re.compile(r"\d,? in (?:the )?(?:(?:Republic|Kingdom) of )?\Z")
_BESIDE = 2
_SEATED = 2
_CLEAR = 3


def find_pair(
    text: str,
    layout: Layout,
    drafts: list[Draft],
    places: list[Place],
    sides: list[Side],
    titled: tuple[str, ...],
    issued: str | None,
) -> tuple[str, ...]:
    """The two countries that meet, if there are two; ``titled`` are those in the title.

    ``issued`` is whose government publishes the document, if it is known.
    """
    if len(titled) == 2 and not any(d.international and d.participant for d in drafts):
        return titled
    facing = tuple(dict.fromkeys(side.country for side in sides))
    if len(facing) == 2:
        return facing
    meeting = [d for d in drafts if d.participant]
    known = tuple(dict.fromkeys(d.country for d in meeting if d.country))
    if len(known) == 2:
        return known
    at = {p.start: p for p in places}
    visited = set[str]().union(*(visited_by(text, d, at) for d in meeting))
    named = known or tuple(visited)
    if len(named) != 1 or any(d.international for d in meeting):
        return ()
    spoken_of = [
        p
        for p in places
        if p.kind != "capital" and p.country != named[0] and not _spoken_of(text, p)
    ]
    others = Counter(p.country for p in spoken_of)
    first, second = (*others.most_common(2), ("", 0), ("", 0))[:2]
    if known and len(meeting) == 2:
        host = _host(text, layout, places, known[0])
        # Named often, and clearly more often than any third; or no third is named.
        begins = layout.blocks[0].end if layout.blocks else len(text)
        alone = not second[1] and (first[1] > 1 or any(p.start < begins for p in spoken_of[:1]))
        if (first[1] >= max(3, 1.5 * second[1])) or (first[1] and alone):
            return known[0], first[0]
        return (known[0], host) if host else ()
    if visited and not known and issued is not None and issued not in visited:
        return issued, named[0]
    if visited and first[1] >= max(2, 1.5 * second[1]):
        return first[0], named[0]
    return ()


def unless_third(drafts: list[Draft], pair: tuple[str, ...], issued: str | None) -> tuple[str, ...]:
    """The pair, unless somebody of a third country meets both, each in a talk of its own."""
    others = {d.country for d in drafts if d.participant and d.country} - set(pair)
    return () if others or (issued is not None and issued not in pair) else pair


def toured_in(title: str) -> set[str]:
    """The countries that the title says somebody tours, if there are several."""
    tour = _TOUR.search(title)
    countries = {*countries_in(find_places(tour[0]))} if tour else set()
    return countries if len(countries) > 1 else set()


def take_home(text: str, layout: Layout, drafts: list[Draft], places: list[Place]) -> str | None:
    """Give the first of those who meet a country where the text only gives those of the others.

    That country, which is returned, is the one that the text tells most of, clearly before any
    third: as one that does something (``Ruritania would help``), beside a country of the others, or
    by its capital in the opening.
    """
    meeting = [d for d in drafts if d.participant]
    others = [d for d in drafts if d.participant or any(o & _LEADERS for o in d.offices)]
    marked = {d.country for d in others if d.country}
    unmarked = [d for d in meeting if d.country is None and d.offices]
    begin = layout.blocks[0].start if layout.blocks else 0
    first_named = (
        min(
            meeting, key=lambda d: next((n.start for n in d.namings if n.start >= begin), len(text))
        )
        if meeting
        else None
    )
    if _SPOKEN_BY.search(layout.title):
        # "Remarks by Minister Roe with Minister Doe" greet Minister Doe first
        first_named = min(meeting, key=lambda d: d.namings[0].start, default=None)
    if (
        not marked
        or first_named is None
        or first_named not in unmarked
        or any(d.international for d in meeting)
    ):
        return None
    told: Counter[str] = Counter()
    marked |= visited_by(text, first_named, {p.start: p for p in places})
    seats: set[str] = set()
    opening = layout.blocks[0].end if layout.blocks else 0
    for before, place in zip((None, *places), places, strict=False):
        if place.country in marked:
            continue
        if place.kind == "capital" or (
            place.start < opening and _HELD_IN.search(text, max(0, place.start - 40), place.start)
        ):
            seats |= {place.country} if place.start < opening else set()
            continue
        beside = before is not None and before.country in marked and before.kind != "capital"
        if beside and before and _AND.fullmatch(text, before.end, place.start):
            told[place.country] += _BESIDE
        elif _spoken_of(text, place):
            continue
        else:
            told[place.country] += 1 + (_DOES.match(text, place.end) is not None)
        after = _AND.match(text, place.end)
        if after and any(p.start == after.end() and p.country in marked for p in places):
            told[place.country] += _BESIDE
    for country in seats:
        told[country] += _SEATED
    first, second = (*told.most_common(2), ("", 0), ("", 0))[:2]
    least = max(_CLEAR, 2 * second[1]) if second[1] else _BESIDE
    if first[1] < least:
        return None
    first_named.presume(first[0])
    return first[0]


def _spoken_of(text: str, place: Place) -> bool:
    """Whether a country is named as what others speak of."""
    return _MATTER.search(text, max(0, place.start - 40), place.start) is not None or (
        place.kind == "adjective" and _THEME.match(text, place.end) is not None
    )


def _host(text: str, layout: Layout, places: list[Place], guest: str) -> str | None:
    """Whose seat a dateline or the opening names, if the text names none but the guest's more."""
    opening = layout.blocks[0].end if layout.blocks else 0
    seats = [p for p in places if p.kind == "capital" and p.country != guest]
    dated = next(
        (
            p
            for p in seats
            if text[max(0, p.start - 1) : p.start] in ("", "\n", "(")
            and _DATELINE.match(text, p.end)
        ),
        None,
    )
    if dated is not None and not _ELSEWHERE.search(text, dated.end, opening):
        return dated.country
    count = Counter(p.country for p in places if p.country != guest).most_common(1)
    inside = (p for p in seats if p.start < opening)
    here = next(
        (p.country for p in inside if _AT.search(text, max(0, p.start - 10), p.start)), None
    )
    return here if count and count[0][1] > 1 and count[0][0] == here else None


def seat_in(text: str, layout: Layout, places: list[Place], pair: tuple[str, ...]) -> str | None:
    """Which of the two the title says is visited, or in whose capital the opening has them meet."""
    visit = _VISIT_TO_IN_TITLE.search(layout.title)
    told = {*countries_in(find_places(visit[0]))} & set(pair) if visit else set()
    if not told and layout.blocks:
        opening = layout.blocks[0]
        told = {
            p.country
            for p in places
            if opening.start <= p.start < opening.end
            and p.kind == "capital"
            and p.country in pair
            and _IN.search(text, max(0, p.start - 10), p.start)
        }
    return told.pop() if len(told) == 1 else None


def visited_by(text: str, draft: Draft, at: dict[int, Place]) -> set[str]:
    """Countries that the person is said to visit."""
    visited: set[str] = set()

    def take(offset: int) -> None:
        place = at.get(offset)
        if place is not None:
            visited.add(place.country)

    for naming in draft.namings:
        for pattern in (_VISIT_TO,) if naming.possessive else (_VISITED,):
            match = pattern.match(text, naming.end)
            if match:
                take(match.end())
        before = text[max(0, naming.start - 80) : naming.start]
        by = _VISIT_BY.search(before)
        if by:
            take(max(0, naming.start - 80) + by.start("where"))
        if _VISIT_OF.search(before):
            match = _TO.match(text, naming.tail)
            if match:
                take(match.end())
    return visited
