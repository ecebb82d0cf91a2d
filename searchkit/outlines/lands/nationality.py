"""Which country each person is of.

A person's country is what the text says; where it does not, what follows (*derived*) from the
meeting of a *pair* of countries: a visit to one is made from the other, ``between X and Y of A``
makes X of B. Some offices tell a country by themselves (the Secretary of State), a leader's office
tells which of a pair it is. The *home* country is that of the pair whose own people the text names
without saying where they are from; who comes with somebody is of his or her country.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence, Set
from itertools import pairwise
from typing import TYPE_CHECKING

from ..header.pairs import find_pair, seat_in, take_home, toured_in, unless_third, visited_by
from ..meeting.represented import represented
from ..names.origins import may_be_of, may_sound_of, take_origins
from ..names.tokens import Tokens
from ..offices.tenure import is_taken, may_hold, members_named, of_its_own, only_of, serves_body
from ..sections.layout import Layout
from ..speech.sides import Named, find_sides, in_order, take_leaders, take_sides
from ..words.wording import Wording
from .affiliation import (
    of_columns,
    of_desks,
    of_groups,
    of_listed_sides,
    of_rows,
    shared,
    side_by_side,
)
from .avowals import by_avowals
from .benches import of_benches
from .bodies import among_themselves
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
from .countrymen import across, of_leagues, of_those_served, of_those_told_of, of_units
from .home import home_of, of_government, of_home, of_the_only, of_the_rest, third, traveller_of
from .issuers import issuer, seat_of, take_hosts, take_own
from .missions import host_of, of_missions, of_writers
from .press import (
    is_local,
    is_reporter,
    is_spoken,
    of_talkers,
    of_those_met,
    take_issuer,
    talking_home,
)
from .remaining import of_the_day, of_the_nearest

if TYPE_CHECKING:
    from ..names.people import Draft

__all__ = ["find_countries"]

_HIGH = frozenset({"high", "representative"})
_UNION = re.compile(r"European Union|EU ")
_AND = re.compile(r",? and (?:the )?")
_NEAR = 12
_WHOSE = re.compile("[’']s ")
_WITH = re.compile(r",? (?:and|with) (?:the |its |his |her )?")
_TRAVEL = re.compile(
    r",? (?:(?:will|have|had|also|both|today|are|were) )*"
    r"(?:travel\w*|flew|arrived?|left|departed|set off|returned)\b"
)


def _conjoined(text: str, named: Named, pair: tuple[str, ...]) -> None:
    """``between X and Y of A``: X is of the other; ``to Y of A and Z``: Z is of A too."""
    for (one, first), (two, second) in pairwise(named):
        if first is second or not _AND.fullmatch(text, one.tail, two.start):
            continue
        before = text[max(0, one.start - 12) : one.start].split()[-2:]
        word = next((w for w in reversed(before) if w != "the"), "")
        if word == "between":
            for draft, other in ((first, second), (second, first)):
                if draft.country is None and other.country in pair:
                    draft.presume(next((c for c in pair if c != other.country), None))
        elif (
            word in ("to", "with", "by", "and", "including")
            and second.country is None
            and not second.participant
            and first.country not in (None, *pair)
        ):
            second.presume(first.country)


def _called(text: str, layout: Layout, held: Mapping[int, Draft], at: Mapping[int, Place]) -> None:
    """``The Ruritanian Ambassador`` of a record whose only Ambassador is Roe: he is of that."""
    if Wording.default().records.search(layout.title) is None:
        return
    for start, draft in held.items():
        place = at.get(start)
        if place is None or place.kind != "adjective" or draft.country is not None:
            continue
        if text.startswith(" Ambassador", place.end) and "ambassador" in draft.roles:
            draft.presume(place.country)


def _owned(drafts: list[Draft]) -> None:
    """``Mr. Roe, Ruritania's High Commissioner``: he is of Ruritania."""
    for draft in unknown(drafts):
        for role in (n.role for n in draft.namings if n.role and _WHOSE.search(n.role)):
            place = next(iter(find_places(role)), None)
            if place is not None and not place.start and _WHOSE.match(role, place.end):
                draft.country = place.country


def _travelling(text: str, named: Named) -> None:
    """``Minister Roe of A, and Minister Doe, travelled to Vik``: Doe is of A, too."""
    for (one, first), (two, second) in pairwise(named):
        if second.country is None and first.country and second.offices and first is not second:
            between = text[one.tail : two.start]
            if len(between) < _NEAR and _WITH.fullmatch(between) and _TRAVEL.match(text, two.tail):
                second.presume(first.country)


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
    members = members_named(layout.title)
    _of_the_union(text, drafts, members)
    if not unknown(drafts):
        return
    of_benches(tokens.text, drafts)
    at = {p.start: p for p in places}
    named = in_order(drafts)
    of_rows(tokens.text, named, places)
    of_columns(tokens.text, named, rosters, places)
    of_listed_sides(tokens.text, named, rosters)
    sides = find_sides(text, tokens)
    take_sides(text, layout, drafts, sides)
    sides = [side for side in sides if side.country]
    take_leaders(text, named, at)
    _called(text, layout, held, at)
    _travelling(text, named)
    _owned(drafts)
    printed = issuer(text, layout)
    _telling(drafts, {place.country for place in places} | members, members, printed)
    of_ministries(text, drafts, named, at)
    shared(text, named, places, rosters)
    delegations(text, drafts, places)
    represented(text, drafts, places)
    of_leagues(drafts)
    received = take_hosts(text, layout, drafts)
    of_those_told_of(text, drafts, named, held, at)
    toured = toured_in(layout.title)
    titled = tuple(c for c in countries_in(find_places(layout.title)) if c not in toured)
    host, own = host_of(text, layout, at)
    issued = printed or own or received
    take_own(text, layout, drafts, issued)
    of_writers(tokens.text, drafts, issued)
    side_by_side(tokens.text, named, rosters, issued)
    of_desks(tokens.text, layout, named, rosters, issued)
    asked = [d for d in drafts if not is_reporter(text, d)]
    take_origins(asked, {place.country for place in places} | {*titled, *members, issued or ""})
    of_those_served(drafts)
    issued = issued or talking_home(layout, drafts) or traveller_of(layout, drafts)
    of_talkers(layout, drafts, issued)
    of_missions(drafts, host if host != issued else None, own or (issued if host else None))
    came_along(text, drafts)
    of_groups(tokens.text, named, rosters, issued)
    messages(text, drafts, named, held)
    under_headings(text, layout, drafts, places)
    hosts(text, layout, drafts, places)
    if issued is None or issued in titled:
        _by_sound(text, [d for d in drafts if d.participant], places, titled)
    if issued is None:
        issued = take_home(text, layout, drafts, places)
        of_groups(tokens.text, named, rosters, issued)
    pair = find_pair(text, layout, drafts, places, sides, titled, issued)
    pair = () if toured.issuperset(pair) else unless_third(drafts, pair, issued)
    _conjoined(text, named, pair)
    _left_over(titled, drafts, issued)
    home = None
    if len(pair) == 2:
        of_units(drafts, pair)
        across(text, named, pair)
        guests = [d for d in drafts if d in asked and (d.offices or not is_spoken(layout))]
        guests = [d for d in guests if not (is_spoken(layout) and is_local(d))]
        _by_exclusion(text, guests, drafts, pair, at)
        home = issued if issued in pair else home_of(drafts, pair) or _untitled(pair, titled)
        called_on(text, drafts, pair, home, seat_in(text, layout, places, pair))
    accompanied(text, tokens, drafts, held)
    messages(text, drafts, named, held)
    of_those_met(text, layout, drafts, held, pair, home or issued)
    if len(pair) == 2:
        _by_office(drafts, pair, home, lambda d: third(text, d, places, pair))
        _by_exclusion(text, guests, drafts, pair, at)
        of_those_met(text, layout, drafts, held, pair, home or issued)
    messages(text, drafts, named, held)
    conveyed_by(text, drafts, named)
    of_those_told_of(text, drafts, named, held, at)
    by_company(text, drafts, sides)
    by_avowals(text, drafts, places, pair)
    if home is not None:
        facing = {side.country for side in sides}
        of_home(text, layout, drafts, places, home, told=len(facing) > 1)
        across(text, named, pair)
    elif not pair:
        of_the_only(text, layout, drafts, places)
    if issued is not None and home is None:
        of_home(text, layout, drafts, places, issued, told=True)
    if issued is not None:
        of_government(text, drafts, places, issued, pair)
    take_issuer(text, layout, drafts, issued)
    _by_sound(text, drafts, places, pair or titled)
    _left_over(titled, drafts, issued)
    of_the_nearest(text, layout, drafts, places, home or issued)
    if home or issued:
        of_the_rest(text, drafts, places, home or issued or "")
    for draft in unknown(drafts):
        draft.country = of_its_own(draft)
        draft.derived |= draft.country is not None
    of_the_day(text, drafts)
    _not_by_sound(drafts, pair, titled)
    among_themselves(layout, drafts, issued)


def _untitled(pair: tuple[str, ...], titled: tuple[str, ...]) -> str | None:
    """Of two countries the one that is not in the title, where the other is: its own."""
    rest = set(pair) - {*titled}
    return rest.pop() if len(rest) == 1 and len(titled) == 1 else None


def _not_by_sound(drafts: list[Draft], pair: tuple[str, ...], titled: tuple[str, ...]) -> None:
    """Whoever only follows to be of a country that has no such names is of the other of a pair.

    Whose letters are those of a third, may have come from there.
    """
    for draft in drafts:
        if draft.derived and draft.country and not may_be_of(draft.name, draft.country):
            others = set(pair or titled) - {draft.country}
            other = others.pop() if len(others) == 1 else None
            if other is not None and may_be_of(draft.name, other):
                draft.country = other
            elif not may_sound_of(draft.name, draft.country):
                draft.country = None


def _of_the_union(text: str, drafts: list[Draft], members: Set[str]) -> None:
    """The High Representative, who speaks for the European Union as a minister for a country."""
    for draft in drafts:
        if draft.country is None and any(office >= _HIGH for office in draft.offices):
            told = any("european" in role or "eu" in role.split() for role in draft.roles)
            # No other High Representative is a Vice-President.
            told = told or any("vice-president" in role for role in draft.roles)
            if told or "European Union" in {*members} or _UNION.search(text):
                draft.country, draft.derived = "European Union", not told


def _by_sound(text: str, drafts: list[Draft], places: list[Place], pair: tuple[str, ...]) -> None:
    """Of two countries an official is of the other one than that which has no such names."""
    for draft in unknown(drafts) if len(pair) == 2 else ():
        able = [country for country in pair if may_be_of(draft.name, country)]
        able = [c for c in able if may_hold(draft, c) and not is_taken(draft, c, drafts)]
        if not draft.offices or serves_body(draft) or len(able) != 1:
            continue
        if not third(text, draft, places, pair):
            draft.presume(able[0])


def _telling(drafts: list[Draft], named: Set[str], members: Set[str], printed: str | None) -> None:
    """Who holds an office that only one country has is of that country, if the text names it.

    Or only one of the ``members`` of the group that meets. An office that the country which
    ``printed`` the document has as well may be its own.
    """
    for draft in unknown(drafts):
        told = {leads_alone(part) for role in draft.roles for part in (role, *role.split(" and "))}
        told &= named
        country = told.pop() if len(told) == 1 else only_of(draft, members) or seat_of(draft.roles)
        own = printed is not None and printed != country and may_hold(draft, printed)
        if country is not None and not own:
            draft.presume(country)


def _by_exclusion(
    text: str, guests: list[Draft], drafts: list[Draft], pair: tuple[str, ...], at: dict[int, Place]
) -> None:
    """Of two who meet the second is of the second country; who visits one is of the other.

    ``guests`` are those who may be of either: no reporters, and no town's mayor among them.
    """
    present = [d for d in drafts if d.participant]
    for draft in unknown(guests):
        meeting = [d.country for d in present if d is not draft]
        visited = visited_by(text, draft, at) & set(pair)
        if draft.participant and len(meeting) == 1 and meeting[0] in pair:
            visited = {meeting[0]}
        if len(visited) == 1:
            other = pair[1] if visited == {pair[0]} else pair[0]
            if may_hold(draft, other):
                draft.presume(other)


def _by_office(
    drafts: list[Draft], pair: tuple[str, ...], home: str | None, third: Callable[[Draft], bool]
) -> None:
    """A Prime Minister is of that of the two countries which a Prime Minister leads.

    Where one leads both, the one named first without a country is of the home country.
    """
    chiefs = [d for d in drafts if d.country in pair and _led_as(d, d.country or "")]
    for draft in unknown(drafts):
        if serves_body(draft):
            continue
        able = [c for c in pair if may_hold(draft, c) and not is_taken(draft, c, drafts)]
        if len(able) == 1 and not third(draft):
            draft.presume(able[0])
            continue
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
            draft.presume(led[0])
            chiefs.append(draft)


def _led_as(draft: Draft, country: str) -> set[str]:
    """The leading offices of ``country`` that the person is said to hold."""
    return {"prime minister" if role == "pm" else role for role in draft.roles} & set(
        leaders(country)
    )


def _left_over(titled: tuple[str, ...], drafts: list[Draft], issued: str | None) -> None:
    """The last of several who meet is of the last of the countries in the title.

    If those in the title are others than the issuer's, it is the issuer's.
    """
    meeting = [d for d in drafts if d.participant]
    unknown = [d for d in meeting if d.country is None and not d.international]
    rest = set(titled) - {d.country for d in meeting}
    if len(unknown) == len(rest) == 1 and 1 < len(titled) == len(meeting):
        own = issued is not None and issued not in titled and may_hold(unknown[0], issued)
        unknown[0].presume(issued if own else rest.pop())
