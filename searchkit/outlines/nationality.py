"""Which country each person is of.

A person's country is what the text says; where it does not, what follows (*derived*) from the
meeting of a *pair* of countries: a visit to one is made from the other, ``between X and Y of A``
makes X of B. Some offices tell a country by themselves (the Secretary of State), a leader's office
tells which of a pair it is. The *home* country is that of the pair whose own people the text names
without saying where they are from; who comes with somebody is of his or her country.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from itertools import pairwise
from typing import TYPE_CHECKING

from .affiliation import across, of_groups, of_leagues, of_rows, of_those_told_of, of_units, shared
from .company import (
    accompanied,
    by_company,
    called_on,
    came_along,
    conveyed_by,
    delegations,
    hosts,
    messages,
    of_ministries,
    under_headings,
    unknown,
)
from .countries import Place, countries_in, find_places, leaders, leads_alone
from .issuers import issuer, take_hosts, take_issuer
from .layout import Layout
from .origins import may_be_of, take_origins
from .sides import Side, find_sides, in_order, take_leaders, take_sides
from .tokens import Tokens

if TYPE_CHECKING:
    from .people import Draft

__all__ = ["find_countries"]

_VISIT_TO = re.compile(r"[’']?s? (?:\w+ ){0,4}visits? to (?:the )?")
_VISITED = re.compile(
    r" (?:(?:will|would|to|shall|has|had|also) )*"
    r"(?:visit(?:ed|s|ing)?|pa(?:y|id) (?:\w+ ){1,4}visit to) (?:the )?"
)
_VISIT_BY = re.compile(r"\b[Vv]isits? to (?:the )?(?P<where>[^,.;]{2,40}?) (?:\w+ )?by (?:the )?\Z")
_VISIT_OF = re.compile(r"\b[Vv]isits? (?:of|by) (?:the )?\Z")
_TO = re.compile(r" to (?:the )?")
_DATELINE = re.compile(
    r"(?:, [A-Z][\w ]+)?,? (?:[A-Z][a-z]{2,8}\.? \d|\d)[^\n—–]{0,18} ?[—–-]{1,2} "
)
_TOUR = re.compile(r"\b[Vv]isits? to (?:the )?[^,.;()]{3,60}?(?: and|,) (?:the )?[A-Z][\w ]+")
_VISIT_TO_IN_TITLE = re.compile(
    r"\b[Vv]isits? (?:(?:of|by) [^.;]{3,90}? )?to (?:the )?[^,.;]{3,50}"
)
_IN = re.compile(r"\b[Ii]n \Z")
_ELSEWHERE = re.compile(r"\b(?:margins?|side-?lines?|summit|conference|visit\w*|attend\w*)\b")
_AT = re.compile(r"\bat (?:the )?\Z")
_JOINED = re.compile(r"\b(?:joined|took part|participated|attributable|sat in)\b")
_OF_A_BODY = re.compile(r"\b(?:Secretary[- ]General|High Representative|Commissioner)\b")
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
_HIGH = frozenset({"high", "representative"})
_GOVERNING = frozenset({"minister", "president", "chancellor", "premier"})
_OFFICIAL = frozenset(
    {"secretary", "ambassador", "administrator", "advisor", "senator", "spokesperson", "deputy"}
)
_AMBASSADOR = frozenset({"ambassador"})
_NEARBY = 80
"""A country named so near to a person, in characters, may be his or hers."""


def _pair(
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
    visited = set[str]().union(*(_visited(text, d, at) for d in meeting))
    named = known or tuple(visited)
    if len(named) != 1 or any(d.international for d in meeting):
        return ()
    spoken_of = [
        p
        for p in places
        if p.kind != "capital"
        and p.country != named[0]
        and not _MATTER.search(text, max(0, p.start - 40), p.start)
        and not (p.kind == "adjective" and _THEME.match(text, p.end))
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


def _facing(drafts: list[Draft], pair: tuple[str, ...], issued: str | None) -> tuple[str, ...]:
    """The pair, unless somebody of a third country meets both, each in a talk of its own."""
    others = {d.country for d in drafts if d.participant and d.country} - set(pair)
    return () if others or (issued is not None and issued not in pair) else pair


def _toured(title: str) -> set[str]:
    """The countries that the title says somebody tours, if there are several."""
    tour = _TOUR.search(title)
    countries = {*countries_in(find_places(tour[0]))} if tour else set()
    return countries if len(countries) > 1 else set()


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


def _seat(text: str, layout: Layout, places: list[Place], pair: tuple[str, ...]) -> str | None:
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
            and _IN.search(text, max(0, p.start - 6), p.start)
        }
    return told.pop() if len(told) == 1 else None


def _visited(text: str, draft: Draft, at: dict[int, Place]) -> set[str]:
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


def _conjoined(text: str, drafts: list[Draft], pair: tuple[str, ...]) -> None:
    """``between X and Y of A``: X is of the other; ``to Y of A and Z``: Z is of A too."""
    named = in_order(drafts)
    for (one, first), (two, second) in pairwise(named):
        if not re.fullmatch(r",? and (?:the )?", text[one.tail : two.start]) or first is second:
            continue
        before = text[max(0, one.start - 12) : one.start].split()[-2:]
        word = next((w for w in reversed(before) if w != "the"), "")
        if word == "between":
            for draft, other in ((first, second), (second, first)):
                if draft.country is None and other.country in pair:
                    draft.country = next((c for c in pair if c != other.country), None)
                    draft.derived = True
        elif (
            word in ("to", "with", "by", "and", "including")
            and second.country is None
            and not second.participant
            and first.country not in (None, *pair)
        ):
            second.country, second.derived = first.country, True


def find_countries(
    text: str,
    layout: Layout,
    tokens: Tokens,
    drafts: list[Draft],
    places: list[Place],
    held: Mapping[int, Draft],
    rosters: Sequence[tuple[int, int]],
) -> None:
    """Give everybody the country that the text states, or that follows from it (``derived``).

    ``held`` are bare offices with their holders, ``rosters`` where lists of those who met stand.
    """
    _of_the_union(text, drafts)
    if not unknown(drafts):
        return
    at = {p.start: p for p in places}
    of_rows(tokens.text, drafts, places)
    sides = find_sides(text, tokens)
    take_sides(text, layout, drafts, sides)
    take_leaders(text, drafts, at)
    _telling(drafts, {place.country for place in places})
    of_ministries(text, drafts, at)
    shared(text, drafts, places)
    delegations(text, drafts, places)
    of_leagues(drafts)
    received = take_hosts(text, layout, drafts)
    of_those_told_of(text, drafts, held, at)
    toured = _toured(layout.title)
    titled = tuple(c for c in countries_in(find_places(layout.title)) if c not in toured)
    issued = issuer(text, layout) or received
    take_origins(drafts, {place.country for place in places} | {*titled, issued or ""})
    came_along(text, drafts)
    of_groups(tokens.text, drafts, rosters, issued)
    messages(text, drafts)
    under_headings(layout, drafts, places)
    hosts(layout, drafts, places)
    pair = _pair(text, layout, drafts, places, sides, titled, issued)
    pair = () if toured.issuperset(pair) else _facing(drafts, pair, issued)
    _conjoined(text, drafts, pair)
    _left_over(titled, drafts)
    home = None
    if len(pair) == 2:
        of_units(drafts, pair)
        across(text, drafts, pair)
        _by_exclusion(text, drafts, pair, at)
        home = issued if issued in pair else _home(drafts, pair)
        called_on(text, drafts, pair, home, _seat(text, layout, places, pair))
    accompanied(text, tokens, drafts)
    messages(text, drafts)
    if len(pair) == 2:
        _by_office(drafts, pair, home, lambda d: _third(text, d, places, pair))
    messages(text, drafts)
    conveyed_by(text, drafts)
    of_those_told_of(text, drafts, held, at)
    by_company(text, drafts, sides)
    if home is not None:
        facing = {side.country for side in sides}
        _of_home(text, layout, drafts, places, home, told=len(facing) > 1)
    elif not pair:
        _of_the_only(text, layout, drafts, places)
    if issued is not None and home is None:
        _of_home(text, layout, drafts, places, issued, told=True)
    if issued is not None:
        _of_government(text, drafts, places, issued, pair)
    take_issuer(text, layout, drafts)
    _by_sound(text, drafts, places, pair)


def _of_the_union(text: str, drafts: list[Draft]) -> None:
    """The High Representative, who speaks for the European Union as a minister for a country."""
    for draft in drafts:
        if draft.country is None and any(office >= _HIGH for office in draft.offices):
            told = any("european" in role or "eu" in role.split() for role in draft.roles)
            if told or "European Union" in text or "EU " in text:
                draft.country, draft.derived = "European Union", not told


def _of_home(
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
        alone = governs and not _third(text, draft, places, (home,))
        if not may_be_of(draft.name, home):
            continue
        if draft.offices and (joins or alone or _styled(draft, drafts, home)):
            draft.country, draft.derived = home, True


def _of_government(
    text: str, drafts: list[Draft], places: list[Place], issued: str, pair: tuple[str, ...]
) -> None:
    """A government's own envoys and officials, near whom it names no country but who meets."""
    for draft in unknown(drafts):
        own = any(office & _OFFICIAL for office in draft.offices)
        envoy = any(office == _AMBASSADOR for office in draft.offices)
        if (own and not _third(text, draft, places, (issued,))) or (
            envoy and not _third(text, draft, places, (issued, *pair))
        ):
            draft.country, draft.derived = issued, True


def _by_sound(text: str, drafts: list[Draft], places: list[Place], pair: tuple[str, ...]) -> None:
    """An official whose name cannot be Japanese is of the other of two countries."""
    other = next((c for c in pair if c != "Japan"), None) if "Japan" in pair else None
    for draft in unknown(drafts) if other else ():
        foreign = draft.offices and not may_be_of(draft.name, "Japan")
        if foreign and not _third(text, draft, places, pair):
            draft.country, draft.derived = other, True


def _styled(draft: Draft, drafts: list[Draft], home: str) -> bool:
    """Whether a name is written as only those of ``home`` are: with the SURNAME in capitals."""
    styled = {d.country for d in drafts if d.country and _surname_first(d)}
    return styled == {home} and _surname_first(draft)


def _surname_first(draft: Draft) -> bool:
    first, *rest = draft.name.split()
    return len(first) > 2 and first.isupper() and bool(rest) and not any(w.isupper() for w in rest)


def _telling(drafts: list[Draft], named: set[str]) -> None:
    """Who holds an office that only one country has is of that country, if the text names it."""
    for draft in unknown(drafts):
        told = {leads_alone(part) for role in draft.roles for part in (role, *role.split(" and "))}
        told &= named
        if len(told) == 1:
            draft.country, draft.derived = told.pop(), True


def _home(drafts: list[Draft], pair: tuple[str, ...]) -> str | None:
    """The country whose own people the text names without their country, or the first of both."""
    meeting = [d for d in drafts if d.participant and d.country in pair]
    unmarked = {d.country for d in meeting if d.derived}
    marked = {d.country for d in meeting if not d.derived}
    if unmarked == set(pair):
        return pair[0]
    return next(iter(unmarked)) if len(unmarked) == 1 and unmarked != marked else None


def _third(text: str, draft: Draft, places: list[Place], pair: tuple[str, ...]) -> bool:
    """Whether a third country is named near the person: he may be its own."""
    starts = [p.start for p in places]
    for naming in draft.namings:
        begin = text.rfind(". ", max(0, naming.start - _NEARBY), naming.start)
        begin = begin if begin >= 0 else naming.start - _NEARBY
        stop = text.find(". ", naming.tail, naming.tail + _NEARBY)
        stop = stop if stop >= 0 else naming.tail + _NEARBY
        near = places[bisect_left(starts, begin) : bisect_left(starts, stop)]
        if any(p.country not in pair for p in near):
            return True
    return False


def _of_the_only(text: str, layout: Layout, drafts: list[Draft], places: list[Place]) -> None:
    """Where a body's head meets people of one country only, the other ministers are its own too."""
    known = {d.country for d in drafts if d.country and d.participant}
    opening = text[: layout.blocks[0].end] if layout.blocks else ""
    if len(known) != 1 or not (
        any(d.international and d.participant for d in drafts) or _OF_A_BODY.search(opening)
    ):
        return
    only = known.pop()
    for draft in unknown(drafts):
        governs = any(office & _GOVERNING for office in draft.offices)
        if governs and not _third(text, draft, places, (only,)):
            draft.country, draft.derived = only, True


def _by_exclusion(
    text: str, drafts: list[Draft], pair: tuple[str, ...], at: dict[int, Place]
) -> None:
    """Of two who meet the second is of the second country; who visits one is of the other."""
    present = [d for d in drafts if d.participant]
    for draft in unknown(drafts):
        meeting = [d.country for d in present if d is not draft]
        visited = _visited(text, draft, at) & set(pair)
        if draft.participant and len(meeting) == 1 and meeting[0] in pair:
            visited = {meeting[0]}
        if len(visited) == 1:
            draft.country = pair[1] if visited == {pair[0]} else pair[0]
            draft.derived = True


def _by_office(
    drafts: list[Draft], pair: tuple[str, ...], home: str | None, third: Callable[[Draft], bool]
) -> None:
    """A Prime Minister is of that of the two countries which a Prime Minister leads.

    Where one leads both, the one named first without a country is of the home country.
    """
    chiefs = [d for d in drafts if d.country in pair and _led_as(d, d.country or "")]
    for draft in unknown(drafts):
        led = [c for c in pair if _led_as(draft, c)]
        # Whose leader is known by another name has no second one.
        led = [
            c
            for c in led
            if not any(d.country == c and _led_as(d, c) & _led_as(draft, c) for d in chiefs)
        ]
        if len(led) == 2 and home is not None and not third(draft):
            led = [home]
        if len(led) == 1:
            draft.country, draft.derived = led[0], True
            chiefs.append(draft)


def _led_as(draft: Draft, country: str) -> set[str]:
    """The leading offices of ``country`` that the person is said to hold."""
    return {"prime minister" if role == "pm" else role for role in draft.roles} & set(
        leaders(country)
    )


def _left_over(titled: tuple[str, ...], drafts: list[Draft]) -> None:
    """The last of several who meet is of the last of the countries in the title."""
    meeting = [d for d in drafts if d.participant]
    unknown = [d for d in meeting if d.country is None and not d.international]
    rest = set(titled) - {d.country for d in meeting}
    if len(unknown) == len(rest) == 1 and len(titled) == len(meeting):
        unknown[0].country, unknown[0].derived = rest.pop(), True
