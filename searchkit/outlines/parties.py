"""Who meets, who sat in, and which country each person is of.

*Participants* are those who meet: named in the first sentence of the introduction that tells of a
meeting, else in the title. Whoever the text says *attended* is none of them. A person's country is
what the text says; where it does not, what follows from the meeting of two countries: a visit to
one is made from the other, ``between X and Y of A`` makes X of B, and a leader's office tells.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import Counter
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

from .countries import Place, country_of, find_places, leaders
from .layout import Layout
from .naming import Naming
from .sentences import split_sentences

if TYPE_CHECKING:
    from .people import Draft

__all__ = ["find_countries", "find_participants"]

_MEETING = re.compile(
    r"\b(?:met|meets?|meetings?|talks?|held|holds|hosted|hosts|received|receives|visit(?:ed)?|call(?:ed)?|"
    r"spoke|spoken|talked|conversation|conference|consultations?|dialogue|discussions?|discussed|luncheon|"
    r"lunch|dinner|breakfast|summit|conferred|welcomed|joined)\b",
    re.IGNORECASE,
)
_PURPOSE = re.compile(
    r"\b(?:to discuss|to exchange|to attend|on the occasion of|in order to|since the|as well as to|"
    r"and discussed|and exchanged|discussed|following the|ahead of|prior to|in preparation for|"
    r"who is visiting|accompanied by|attended by)\b"
)
_ATTENDED = re.compile(
    r"\b(?:attend(?:ed|ing|ees|ance|s)?|accompan(?:ied|ying)|(?:also|were|was) present|sat in|"
    r"present from|"
    r"other participants)\b",
    re.IGNORECASE,
)
_SIDE = re.compile(r"\b(?:side|delegation|participants|attendees)\b(?P<colon>\s?:)?", re.IGNORECASE)
_WHOSE = re.compile(
    r"(?P<from>\b(?:from|on|for|of) (?:(?:behalf of )?the )?)?"
    r"(?P<who>(?:\b[A-Z][\w.]{1,30} )?\b[A-Z][\w.]{1,30}) \Z",
    re.IGNORECASE,
)
_NEXT_TO = re.compile(r",?\s+(?:and others?,? (?:\w+ )?)?")
_VISIT_TO = re.compile(r"[’']?s? (?:\w+ ){0,4}visits? to (?:the )?")
_VISITED = re.compile(
    r" (?:(?:will|would|to|shall|has|had|also) )*"
    r"(?:visit(?:ed|s|ing)?|pa(?:y|id) (?:\w+ ){1,4}visit to) (?:the )?"
)
_VISIT_BY = re.compile(r"\bvisits? to (?:the )?(?P<where>[^,.;]{2,40}?) (?:\w+ )?by (?:the )?\Z")
_VISIT_OF = re.compile(r"\bvisits? (?:of|by) (?:the )?\Z")
_TO = re.compile(r" to (?:the )?")
_LIST = re.compile(
    r"^[ \t]*(?:participants|present|attendees|in attendance)[ \t]*(?::|$)",
    re.IGNORECASE | re.MULTILINE,
)
_LIST_END = re.compile(r"\n[ \t]*\n(?=[^\n]*(?:[.:?]|\n[ \t]*\n))")
_CONVEYED = re.compile(
    r"\b(?:convey|relay|transmit|deliver|extend|hand)\w*\b[^.;]*\b(?:message|greetings|letter|regards|"
    r"wishes|congratulations|condolences)\b[^.;]*\b(?:from|of)(?: the)? \Z"
)
_OWN_MEETING = re.compile(
    r"[’']s (?:\w+ ){0,3}(?:meeting|talks|call|courtesy|conversation|visit to)", re.IGNORECASE
)
_INTRODUCTION = 3


def _opening(layout: Layout) -> list[tuple[int, int]]:
    """Spans of the blocks that introduce the outline."""
    return [(b.start, b.end) for b in layout.blocks[:_INTRODUCTION]]


def find_participants(
    text: str, layout: Layout, namings: list[Naming], drafts: list[Draft]
) -> None:
    """Mark those who meet and those who sat in."""
    owner = {n.start: d for d in drafts for n in d.namings}
    starts = [n.start for n in namings]
    found: list[Draft] = []
    sat: list[Draft] = []
    for start, end in _opening(layout):
        for a, b in split_sentences(text, start, end):
            here = namings[bisect_left(starts, a) : bisect_right(starts, b - 1)]
            named = [(n, owner[n.start]) for n in here if n.start in owner]
            sits = _ATTENDED.search(text, a, b)
            if sits and (len(named) > 2 or found or sits.start() == a):
                sat += [d for n, d in named if found or n.start > sits.start()]
                named = [] if found else [(n, d) for n, d in named if n.start < sits.start()]
            if not found:
                unnamed = sum(not n.name and n.definite and n.start not in owner for n in here)
                found = _who_meet(text, a, b, named, unnamed)
    if not found:
        found = _by_title(text, layout, namings, owner) or _listed(text, namings, owner)
    for draft in sat:
        draft.attended = True
    for draft in found:
        draft.participant = True
        draft.attended = False


def _who_meet(
    text: str, a: int, b: int, named: list[tuple[Naming, Draft]], unnamed: int
) -> list[Draft]:
    if not named or not _MEETING.search(text, a, b):
        return []
    purpose = None
    for match in _PURPOSE.finditer(text, a, b):
        before = [n for n, _ in named if n.start < match.start() and not n.possessive]
        if len(before) >= 2 or (before and len(before) == len(named)):
            purpose = match.start()
            break
    inside = [
        (n, d) for n, d in named if (purpose is None or n.start < purpose) and not _owned(text, n)
    ]
    found = _unique([draft for _, draft in inside])
    return found if len(found) + unnamed > 1 else []


def _owned(text: str, naming: Naming) -> bool:
    """Whether the naming only owns something other than the meeting (``Smith's visit``)."""
    if not naming.possessive:
        return False
    return not _OWN_MEETING.match(text, naming.end)


def _by_title(
    text: str, layout: Layout, namings: list[Naming], owner: dict[int, Draft]
) -> list[Draft]:
    """Those who meet by the title, with those of the first sentence that tells of a meeting."""
    first = layout.blocks[0].start if layout.blocks else len(text)
    starts = [n.start for n in namings]
    found: list[Draft] = []
    spans = [(0, first)] + [
        (s, e) for a, b in _opening(layout) for s, e in split_sentences(text, a, b)
    ]
    for a, b in spans:
        if not _MEETING.search(text, a, b):
            continue
        purpose = _PURPOSE.search(text, a, b)
        for naming in namings[bisect_left(starts, a) : bisect_left(starts, b)]:
            draft = owner.get(naming.start)
            if draft is None or draft in found or _owned(text, naming):
                continue
            if purpose is None or naming.start < purpose.start():
                found.append(draft)
        if len(found) > 1:
            break
    return found if len(found) > 1 else []


def _listed(text: str, namings: list[Naming], owner: dict[int, Draft]) -> list[Draft]:
    """Those on a list headed ``Participants`` or ``Present``."""
    match = _LIST.search(text)
    if match is None:
        return []
    close = _LIST_END.search(text, match.end())
    stop = close.start() if close else len(text)
    inside = [owner[n.start] for n in namings if n.start in owner and match.end() <= n.start < stop]
    return _unique(inside)


def _unique(drafts: list[Draft]) -> list[Draft]:
    found: list[Draft] = []
    for draft in drafts:
        if draft not in found:
            found.append(draft)
    return found


@dataclass(frozen=True, slots=True)
class _Side:
    """``text[start:end]`` names the side of ``country``: ``from the Japanese side``."""

    start: int
    end: int
    country: str
    led: bool
    colon: bool


def _sides(text: str) -> list[_Side]:
    found: list[_Side] = []
    for match in _SIDE.finditer(text):
        whose = _WHOSE.search(text, max(0, match.start() - 80), match.start())
        if whose is None:
            continue
        words = whose.group("who")
        country = country_of(words) or country_of(words.split()[-1])
        if country:
            led = whose.group("from") is not None
            colon = match.group("colon") is not None
            found.append(_Side(whose.start(), match.end(), country, led, colon))
    return found


def _from_sides(text: str, drafts: list[Draft], sides: list[_Side]) -> None:
    """``A and B from the Russian side``, ``Japanese side: C, D``.

    The first side named in a sentence shows whether the names stand before or after it.
    """
    markers = [side for side in sides if side.led or side.colon]
    if not markers:
        return
    named = sorted(((n, d) for d in drafts for n in d.namings), key=lambda p: p[0].start)
    starts = [n.start for n, _ in named]
    sentences = [start for start, _ in split_sentences(text)]
    leading = False
    last = 0
    for i, side in enumerate(markers):
        sentence = sentences[max(0, bisect_right(sentences, side.start) - 1)]
        begin = max(sentence, text.rfind("(", sentence, side.start))
        after = markers[i + 1].start if i + 1 < len(markers) else len(text)
        before = named[bisect_left(starts, max(begin, last)) : bisect_left(starts, side.start)]
        if begin >= last or side.colon:
            leading = side.colon or not before
        if leading:
            stop = text.find(".", side.end, after)
            stop = stop if stop >= 0 else after
            here = named[bisect_left(starts, side.end) : bisect_left(starts, stop)]
        else:
            here = before
        close = bool(before) and _NEXT_TO.fullmatch(text, before[-1][0].tail, side.start)
        for _, draft in here:
            if draft.country is None and (draft.attended or (close and not leading)):
                draft.country = side.country
        last = side.end


def _pair(
    layout: Layout, drafts: list[Draft], places: list[Place], sides: list[_Side]
) -> tuple[str, ...]:
    """The two countries that meet, if there are two."""
    titled = tuple(
        dict.fromkeys(p.country for p in find_places(layout.title) if p.kind != "capital")
    )
    if len(titled) == 2:
        return titled
    facing = tuple(dict.fromkeys(side.country for side in sides))
    if len(facing) == 2:
        return facing
    known = tuple(dict.fromkeys(d.country for d in drafts if d.participant and d.country))
    if len(known) == 1:
        others = Counter(
            p.country for p in places if p.kind != "capital" and p.country not in known
        )
        first, second = (*others.most_common(2), ("", 0), ("", 0))[:2]
        # Named often, and clearly more often than any third.
        if sum(d.participant for d in drafts) == 2 and first[1] >= max(3, 1.5 * second[1]):
            return known[0], first[0]
    return known if len(known) == 2 else ()


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
    named = sorted(((n, d) for d in drafts for n in d.namings), key=lambda p: p[0].start)
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


def find_countries(text: str, layout: Layout, drafts: list[Draft], places: list[Place]) -> None:
    """Give everybody the country that the text states, or that follows from it (``derived``)."""
    sides = _sides(text)
    _from_sides(text, drafts, sides)
    pair = _pair(layout, drafts, places, sides)
    _conjoined(text, drafts, pair)
    _left_over(layout, drafts)
    if len(pair) == 2:
        _by_exclusion(text, drafts, pair, {p.start: p for p in places})
    _messages(text, drafts)
    if len(pair) == 2:
        _by_office(drafts, pair)
    _messages(text, drafts)
    _by_company(text, drafts, sides)


def _by_exclusion(
    text: str, drafts: list[Draft], pair: tuple[str, ...], at: dict[int, Place]
) -> None:
    """Of two who meet the second is of the second country; who visits one is of the other."""
    present = [d for d in drafts if d.participant]
    for draft in _unknown(drafts):
        meeting = [d.country for d in present if d is not draft]
        visited = _visited(text, draft, at) & set(pair)
        if draft.participant and len(meeting) == 1 and meeting[0] in pair:
            visited = {meeting[0]}
        if len(visited) == 1:
            draft.country = pair[1] if visited == {pair[0]} else pair[0]
            draft.derived = True


def _by_office(drafts: list[Draft], pair: tuple[str, ...]) -> None:
    """A Prime Minister is of that of the two countries which a Prime Minister leads."""
    chiefs = [d for d in drafts if d.country in pair and _led_as(d, d.country or "")]
    for draft in _unknown(drafts):
        led = [c for c in pair if _led_as(draft, c)]
        # Whose leader is known by another name has no second one.
        led = [
            c
            for c in led
            if not any(d.country == c and _led_as(d, c) & _led_as(draft, c) for d in chiefs)
        ]
        if len(led) == 1:
            draft.country, draft.derived = led[0], True
            chiefs.append(draft)


def _unknown(drafts: list[Draft]) -> list[Draft]:
    """Those whose country is still to be found, those who meet first."""
    return sorted(
        (d for d in drafts if d.country is None and not d.international),
        key=lambda d: not d.participant,
    )


def _led_as(draft: Draft, country: str) -> set[str]:
    """The leading offices of ``country`` that the person is said to hold."""
    return {"prime minister" if role == "pm" else role for role in draft.roles} & set(
        leaders(country)
    )


def _left_over(layout: Layout, drafts: list[Draft]) -> None:
    """The last of several who meet is of the last of the countries in the title."""
    titled = {p.country for p in find_places(layout.title) if p.kind != "capital"}
    meeting = [d for d in drafts if d.participant]
    unknown = [d for d in meeting if d.country is None and not d.international]
    rest = titled - {d.country for d in meeting}
    if len(unknown) == len(rest) == 1 and len(titled) == len(meeting):
        unknown[0].country, unknown[0].derived = rest.pop(), True


def _messages(text: str, drafts: list[Draft]) -> None:
    """``X conveyed a message from Y``: Y is of X's country."""
    named = sorted(((n, d) for d in drafts for n in d.namings), key=lambda p: p[0].start)
    for (one, first), (two, second) in pairwise(named):
        between = text[one.tail : two.start]
        if (
            second.country is None
            and first.country
            and len(between) < 120
            and _CONVEYED.search(between)
        ):
            second.country, second.derived = first.country, True


def _by_company(text: str, drafts: list[Draft], sides: list[_Side]) -> None:
    """``The Russian side thanked ... for the rescue of X``: X is of the side that speaks."""
    starts = [side.start for side in sides]
    for draft in drafts:
        if draft.country is not None or draft.international or draft.participant:
            continue
        start = draft.namings[0].start
        floor = max(text.rfind(mark, max(0, start - 600), start) for mark in (". ", "\n", ") "))
        at = bisect_left(starts, max(0, floor))
        if at < len(sides) and sides[at].start < start and not sides[at].led:
            draft.country, draft.derived = sides[at].country, True
