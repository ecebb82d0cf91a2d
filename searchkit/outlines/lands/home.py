"""Who is of the country that a document is written from: its own people need no country.

The *home* country is the issuer's, else that of the pair whose own people the text names without
saying where they are from. A *third* country is one named near a person that is none of those
expected there.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from typing import TYPE_CHECKING

from ..meeting.met import is_met_at, told_us
from ..names.origins import may_be_of
from ..offices.tenure import is_taken, may_hold
from ..sections.layout import Layout
from .company import unknown
from .countries import Place, find_places

if TYPE_CHECKING:
    from ..names.people import Draft

__all__ = [
    "home_of",
    "of_government",
    "of_home",
    "of_the_only",
    "of_the_rest",
    "third",
    "traveller_of",
]

_JOINED = re.compile(r"\b(?:joined|took part|participated|attributable|sat in)\b")
_OF_A_BODY = re.compile(r"\b(?:Secretary[- ]General|High Representative|(?<!High )Commissioner)\b")
_GOVERNING = frozenset({"minister", "president", "chancellor", "premier"})
_SERVING = frozenset({"assistant", "adviser", "advisor", "spokesperson", "attaché", "aide"})
"""Who serves a president is none: ``Assistant to the President``."""
_OFFICIAL = frozenset(
    {"secretary", "ambassador", "administrator", "advisor", "senator", "spokesperson", "deputy"}
)
_OF_OTHERS = re.compile(
    r"\bsecretary[- ]general\b|\b(?:delegation|union|front|league|forum|organi[sz]ation)\b"
)
"""Offices that may be another's than a government's."""
_ASKING = frozenset({
    "host", "co-host", "presenter", "anchor", "journalist", "reporter", "interviewer", "moderator",
    "correspondent", "editor", "broadcaster", "commentator", "interpreter", "ceo", "professor",
})  # fmt: skip
_ONESELF = re.compile(
    r"\b(?:I|[Ww]e|[Mm]y|[Oo]ur|[Hh]e|[Ss]he|[Tt]hey|EAM|"
    r"[Tt]he (?:(?:[Ff]oreign |[Pp]rime )?[Mm]inister|[Pp]resident|[Cc]hancellor|[Pp]remier|"
    r"Secretary))\b"
)
_REGIONAL = re.compile(r"\b(?:region|oblast|krai|province|prefecture|voivodeship|governorate)\Z")
"""What an office is over within a state."""
_JOURNEY = re.compile(
    r"[’'](?:s )?(?:[\w-]+ ){0,3}(?:[Aa]ttendance|[Pp]articipation|[Vv]isits?|[Tt]rip)\b"
)
_ENDS = (". ", ".\n", "\n\n")
_RIGHT_BEFORE = 40
_NEARBY = 80
"""A country named so near to a person, in characters, may be his or hers."""


def home_of(drafts: list[Draft], pair: tuple[str, ...]) -> str | None:
    """The country whose own people the text names without their country, or the first of both."""
    meeting = [d for d in drafts if d.participant and d.country in pair]
    unmarked = {d.country for d in meeting if d.derived}
    marked = {d.country for d in meeting if not d.derived}
    if unmarked == set(pair):
        return pair[0]
    return next(iter(unmarked)) if len(unmarked) == 1 and unmarked != marked else None


def traveller_of(layout: Layout, drafts: Sequence[Draft]) -> str | None:
    """The country of the one of whose journey a page tells: ``Minister Roe's Visit to Ruritania``.

    His or her own state writes so.
    """
    whose = _JOURNEY.search(layout.title)
    titles = [part for part in layout.parts if part.role == "title"] if whose else ()
    named = {
        d.country
        for d in drafts
        for part in titles
        for n in d.namings
        if d.country and part.start <= n.start < part.end and n.possessive
    }
    return named.pop() if len(named) == 1 else None


def of_home(
    text: str,
    layout: Layout,
    drafts: list[Draft],
    places: list[Place],
    home: str,
    *,
    told: bool,
) -> None:
    """Who sat in, and ministers near whom no other country is named, are the home country's.

    Where the text has ``told`` the sides, it would have told that of whoever sat in.
    """
    opening = layout.blocks[min(2, len(layout.blocks) - 1)].end if layout.blocks else 0
    for draft in unknown(drafts):
        first = draft.namings[0].start
        around = text[text.rfind(". ", 0, first) + 1 : text.find(".", first) + 1]
        joins = (draft.attended and not told) or (
            first < opening and _JOINED.search(around) is not None
        )
        governs = any(office & _GOVERNING for office in draft.offices)
        alone = governs and not third(text, draft, places, (home,))
        if not may_be_of(draft.name, home) or _met_by_own(text, draft, drafts, home):
            continue
        if not may_hold(draft, home) or is_taken(draft, home, drafts):
            continue
        if draft.offices and (joins or alone or _styled(draft, drafts, home)):
            draft.presume(home)


def of_government(
    text: str, drafts: list[Draft], places: list[Place], issued: str, pair: tuple[str, ...]
) -> None:
    """A government's own envoys and officials, near whom it names no country but who meets.

    Of those who govern it must name none around them, of others none right before them.
    """
    among = {d.country for d in drafts if d.participant and d.country} <= {issued}
    for draft in unknown(drafts):
        if not may_hold(draft, issued) or is_taken(draft, issued, drafts):
            continue
        if among and any(_REGIONAL.search(role) for role in draft.roles):
            draft.presume(issued)
            continue
        if not draft.offices or any(office & _ASKING for office in draft.offices):
            continue
        own = not any(office & _GOVERNING and not office & _SERVING for office in draft.offices)
        official = any(office & _OFFICIAL for office in draft.offices)
        if draft.relative or any(_OF_OTHERS.search(role) for role in draft.roles):
            continue
        if not official and _met_by_own(text, draft, drafts, issued):
            continue
        if own and not _led_by_third(text, draft, places, (issued, *pair)):
            draft.presume(issued)


def of_the_rest(text: str, drafts: list[Draft], places: list[Place], home: str) -> None:
    """Chiefs and ministers of whom nothing tells another country, whatever is named near them.

    But not who meets own people alone: somebody must be the guest.
    """
    meeting = [d for d in drafts if d.participant]
    for draft in unknown(drafts):
        governs = any(office & _GOVERNING for office in draft.offices)
        guest = draft.participant and {d.country for d in meeting if d is not draft} == {home}
        if (
            governs
            and not guest
            and may_be_of(draft.name, home)
            and may_hold(draft, home)
            and not is_taken(draft, home, drafts)
            and not any(_OF_OTHERS.search(role) for role in draft.roles)
            and not _met_by_own(text, draft, drafts, home)
            and not _led_by_third(text, draft, places, (home,))
        ):
            draft.presume(home)


def of_the_only(text: str, layout: Layout, drafts: list[Draft], places: list[Place]) -> None:
    """Where a body's head meets people of one country only, the other ministers are its own too.

    Where nobody's country is told it is the one in the title.
    """
    known = {d.country for d in drafts if d.country and d.participant}
    known = known or {p.country for p in find_places(layout.title) if p.kind != "capital"}
    opening = text[: layout.blocks[0].end] if layout.blocks else ""
    if len(known) != 1 or not (
        any(d.international and d.participant for d in drafts) or _OF_A_BODY.search(opening)
    ):
        return
    only = known.pop()
    for draft in unknown(drafts):
        governs = any(office & _GOVERNING for office in draft.offices)
        if governs and not third(text, draft, places, (only,)):
            draft.presume(only)


def _met_by_own(text: str, draft: Draft, drafts: list[Draft], home: str) -> bool:
    """Whether one of the home country, or who speaks, is said to have met the person."""
    for naming in draft.namings:
        if not is_met_at(text, naming):
            continue
        begin = max(text.rfind(mark, 0, naming.start) for mark in (". ", "\n"))
        before = [d for d in drafts for n in d.namings if begin < n.start < naming.start]
        foreign = [d for d in before if d.country not in (None, home)]
        if not foreign and (before or _ONESELF.search(text, max(0, begin), naming.start)):
            return True
        if told_us(text, naming):
            return True
    return False


def third(text: str, draft: Draft, places: list[Place], pair: tuple[str, ...]) -> bool:
    """Whether a third country is named near the person: he may be its own."""
    starts = [p.start for p in places]
    for naming in draft.namings:
        begin = _sentence_from(text, naming.start, _NEARBY)
        stop = text.find(". ", naming.tail, naming.tail + _NEARBY)
        stop = stop if stop >= 0 else naming.tail + _NEARBY
        near = places[bisect_left(starts, begin) : bisect_left(starts, stop)]
        if any(p.country not in pair for p in near):
            return True
    return False


def _led_by_third(text: str, draft: Draft, places: list[Place], pair: tuple[str, ...]) -> bool:
    """Whether a third country is named right before the person is for the first time."""
    start = draft.namings[0].start
    begin = _sentence_from(text, start, _RIGHT_BEFORE)
    return any(p.country not in pair for p in places if begin <= p.start < start)


def _sentence_from(text: str, start: int, reach: int) -> int:
    """Where the sentence or the paragraph begins in which ``start`` is, or ``reach`` before."""
    floor = max(0, start - reach)
    begin = max(text.rfind(mark, floor, start) for mark in _ENDS)
    return begin if begin >= 0 else floor


def _styled(draft: Draft, drafts: list[Draft], home: str) -> bool:
    """Whether a name is written as only those of ``home`` are: with the SURNAME in capitals."""
    styled = {d.country for d in drafts if d.country and _surname_first(d)}
    return styled == {home} and _surname_first(draft)


def _surname_first(draft: Draft) -> bool:
    first, *rest = draft.name.split()
    return len(first) > 2 and first.isupper() and bool(rest) and not any(w.isupper() for w in rest)
