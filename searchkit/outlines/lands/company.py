"""Whose company somebody is in: a delegation, a ministry, a message or a visit tells a country.

Who comes with somebody is of his or her country, and who speaks for a ministry is of its country.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Mapping
from typing import TYPE_CHECKING

from ..meeting.met import is_met_at
from ..names.naming import Naming
from ..names.tokens import Tokens
from ..sections.layout import Layout
from ..speech.sides import Named, Side, in_order
from ..words.gates import Expression
from .countries import Place, countries_in, find_places
from .stages import home_of_headings, stages

if TYPE_CHECKING:
    from ..names.people import Draft

__all__ = [
    "accompanied",
    "by_company",
    "called_on",
    "came_along",
    "conveyed_by",
    "delegations",
    "hosts",
    "messages",
    "of_ministries",
    "under_headings",
    "unknown",
]

_MESSAGES = (
    "message", "greetings", "letter", "regards", "wishes", "congratulations", "condolences",
    "regret", "apologies", "thanks", "gratitude", "invitation", "concern", "anxiety", "request",
)  # fmt: skip
_CONVEYS = ("convey", "relay", "transmit", "deliver", "extend", "hand")
_CONVEYED = Expression(
    rf"\b(?:{'|'.join(_CONVEYS)})\w*\b[^.;]*\b(?:{'|'.join(_MESSAGES)})\b"
    r"[^.;]*\b(?:from|of)(?: the)? \Z"
)
_GOES_ON = re.compile(r"\s*(?P<who>She|He)\b")
_OBJECT = re.compile(r"\b(?:on|with|to|by|from|met) (?:the |H\.E\. )*\Z")
"""Before the first name of a sentence: it names no subject."""
_BY_WHOM = re.compile(
    r"\b(?:greetings|regards|message|letter|wishes|invitation) (?:of|from) (?:the )?\Z"
)
_WERE_CONVEYED = re.compile(
    r"[^.;]{0,80}?\b(?:was|were) (?:conveyed|delivered|relayed|transmitted|handed over) by "
    r"(?:the )?"
)
_DEATH = re.compile(r"\b(?:death|passing|demise|loss)\b")
_CALLED_ON = re.compile(r"\b[Cc]all(?:s|ed|ing)?\s+(?:up)?on\s+(?:the\s+|H\.E\.\s+|Mr\.\s+)*\Z")
_MET_TOO = re.compile(
    r"\b(?:also|then|later|separately|where (?:he|she|they)) "
    r"(?:met|(?:had|held) (?:an? )?(?:talks?|meetings?)) (?:with )?"
    r"(?:(?:the|H\.\s?E\.|Mr\.|Ms\.|Dr\.) )*\Z"
)
_AND_MET = re.compile(
    r"(?: \([^()\n]{1,40}\))?(?:,| and|, and)(?: (?:also |then )?"
    r"(?:met(?: with)?|called on|had [\w ]{3,30} with|was (?:received|hosted)(?: to \w+)? by))?"
    r"(?: the)? "
)
_COMPANY = frozenset({"accompanied", "came", "together", "alongside", "joined", "delegation"})
_ACCOMPANIED = re.compile(
    r"(?:accompanied by|came with|together with|alongside|joined by|delegation including)\b"
)
_HE_OR_SHE = re.compile(r"\s*(?:he|she) (?:is|was) ")
_CAME_ALONG = re.compile(r",? (?:who )?(?:also )?accompanied (?:him|her|them|the)\b")
_DELEGATION = re.compile(
    r" (?:delegation|side|team|party)(?:[’']s (?:main )?members)? (?:(?:was|were|is|being) "
    r"(?:(?:headed|led|represented) )?(?:by )?|(?:headed |led )?by |included |comprised |"
    r"consisted of )"
)
_OF_DELEGATION = re.compile(r"\b[Dd]elegations? (?:of|from) (?:the )?\Z")
_COMPRISES = re.compile(
    r",? (?:(?:was|is|which was) )?(?:compris(?:ed|es|ing)|consist(?:ed|s|ing) of|composed of"
    r"|made up of|includ(?:ed|es|ing)|were|was|(?:led|headed) by)\b"
)
_ON_SIDE = re.compile(r" side,? (?:(?:was|were|is|being|by|there were)\b)?")
_THERE = re.compile(r"(?:\b[Pp]resent(?: were)?,?|;(?: and)?,?) (?:on|from|for) the \Z")
_ON_WHOSE = re.compile(
    r"\b(?:took part|participated|attend(?:ed|ance)|present)\b[^.;]{0,40} (?:on|from|for) the \Z"
)
_SIDE_ENDS = re.compile(r" side(?=[.,;)]|\Z)")
_REACH = 30
_SENTENCE_END = re.compile(
    r"(?<!\b[A-Z])(?<!Mr)(?<!Ms)(?<!Mrs)(?<!Dr)(?<!Hon)(?<!Gen)(?<!Amb)(?<!Prof)(?<!Rev)(?<!Eng)\.(?=[\s)]|\Z)"
)
_FROM = re.compile(r"(?:\bFrom|(?:\A|[.;:(]\s?|[;,] and )from) (?:the )?\Z")
_OFFICIALS = re.compile(
    r" (?:officials?|participants|attendees|members|representatives) (?:also )?"
    r"(?:present |in attendance |attending )?(?:was|were|included|includes) "
)
_MINISTRY = re.compile(
    r"(?:,| of| from| at) (?:the )?(?:[A-ZÀ-ÞĀ-ɏ][\w-]+ ){0,3}?"
    r"(?:Ministry|Department|Embassy|Office|Bureau|Agency|Government|Mission|Institute|Directorate"
    r"|Authority|Secretariat)\b[^.;()\n]{0,80}"
)
_IN_ROLE = re.compile(
    r", (?:the )?(?:Royal )?(?:Ministry|Department|Embassy|Mission)\b[^.;()\n]{0,80}"
)
_OF_ANY_BODY = re.compile(r"(?:deputy )?(?:secretary|director)[- ]general")
_THEIR_EMBASSY = re.compile(r"(?:,[^,;.\n]{1,60})?, (?:the )?(?=[A-ZÀ-ÞĀ-ɏ])")
_EMBASSY = re.compile(r" (?:Embassy|Legation|High Commission|Permanent Mission)\b")
"""``Ambassador Roe, Ruritanian Embassy``."""
_THEIR_MATTERS = re.compile(
    r"(?:(?:,|/|-| &|,? and) ?[A-ZÀ-ÞĀ-ɏ]\w+){0,3}"
    r" (?:Affairs|Relations|Desk|Division|Section|Unit)\b"
)
"""``Department of Ruritania and Norland Affairs``, of neither."""
_WHOSE = re.compile(r" (?:of|in|from|at) (?:the )?(?=[A-ZÀ-ÞĀ-ɏ])|, (?:the )?(?=[A-ZÀ-ÞĀ-ɏ])")
_APART = re.compile(r"\.\s|\n[ \t]*\n")
_VISIT_IN_TITLE = re.compile(
    r"\b[Vv]isits?(?: (?:of|by) [^.;]{3,100}?)? to (?:the (?:Republic |Kingdom |State )?(?:of )?)?"
)
_GOVERNING = frozenset(
    {"minister", "president", "chancellor", "premier", "governor", "speaker", "king", "government"}
)
_TOUR = re.compile(r"\b(?:visits?|trip|tour|journey|bilateral|contacts)\b", re.IGNORECASE)
_OWN_VISIT = re.compile(
    r"[’']s? (?:\w+ ){0,3}[Vv]isits? to |\b[Vv]isits? (?:to [^;]{3,80} by|of [^;]{3,90} to) "
)
_OFFICE_TRAVELS = re.compile(
    r"(?:[Tt]he )?(?P<office>[A-ZÀ-ÞĀ-ɏ][\w ]{3,60}?)[’']s? (?:[\w-]+ ){0,3}[Vv]isits? to "
)
"""Who travels, told by office alone: ``the Prime Minister's visit to Ruritania``."""
_OF_A_BODY = re.compile(
    r"\b(?:Secretary[- ]General|Commissioner|High Representative|Chairperson-in-Office|Staff|"
    r"Mission|IMF|OSCE|NATO|World Bank|United Nations|UN|Council of Europe|European \w+|"
    r"African Union)\b"
)
_TIMED = re.compile(r"\([^()]*\d[^()]*\)")
_NEARBY = 80
_BEFORE = 24
_SEVERAL = 2
"""So many countries in headings tell where each part of a journey was."""
_BACK = 50
"""So many namings are looked back over for the one whom somebody accompanies."""


def unknown(drafts: list[Draft]) -> list[Draft]:
    """Those whose country is still to be found, those who meet first."""
    found = [d for d in drafts if d.country is None and not d.international]
    if len(found) < 2:
        return found
    return [d for d in found if d.participant] + [d for d in found if not d.participant]


def accompanied(text: str, tokens: Tokens, drafts: list[Draft], held: Mapping[int, Draft]) -> None:
    """``Minister Roe was accompanied by X and Y``: X and Y are of Roe's country.

    ``held`` are bare offices with their holders: ``the Minister was accompanied by``.
    """
    cues = tokens.starts_of(_COMPANY)
    matches = [match for cue in cues if (match := _ACCOMPANIED.match(text, cue))]
    named = in_order(drafts) if matches else []
    starts = [n.start for n, _ in named]
    for match in matches:
        full_stop = _SENTENCE_END.search(text, match.end())
        stop = full_stop.start() if full_stop else len(text)
        begin = max(text.rfind(". ", 0, match.start()), text.rfind("\n", 0, match.start())) + 1
        head = text[begin : match.start()].lower()
        company = named[bisect_left(starts, match.end()) : bisect_left(starts, stop)]
        here = bisect_left(starts, match.start())
        lead = [
            d
            for n, d in named[max(0, here - _BACK) : here]
            if d.country and (n.start >= begin or any(role in head for role in d.roles))
        ]
        if not lead and _HE_OR_SHE.match(head):
            # whoever the sentence before begins with
            floor = max(text.rfind(mark, 0, max(0, begin - 2)) for mark in (". ", "\n"))
            lead = [d for n, d in named[max(0, here - _BACK) : here] if n.start > floor][:1]
            lead = [d for d in lead if d.country]
        lead = lead or [d for at, d in held.items() if begin <= at < match.start() and d.country]
        for _, draft in company if lead else ():
            if draft.country is None and not draft.international:
                draft.presume(lead[-1].country)


def came_along(text: str, drafts: list[Draft]) -> None:
    """``Minister Roe accompanied him``: Roe is of the country of the one whom the text tells of."""
    lead = next((d.country for d in drafts if d.participant and d.country), None)
    for draft in unknown(drafts):
        if any(_CAME_ALONG.match(text, max(n.tail, n.end)) for n in draft.namings):
            draft.country, draft.derived = lead, lead is not None


def called_on(
    text: str, drafts: list[Draft], pair: tuple[str, ...], home: str | None, seat: str | None
) -> None:
    """``The Minister called on X and Y``: they are of the country that is visited.

    ``seat`` is the country where they meet, if the text tells it.
    """
    host = seat or (pair[1] if home == pair[0] else pair[0]) if home is not None else None
    before: tuple[Naming, Draft] | None = None
    for naming, draft in in_order(drafts):
        floor = max(0, naming.start - 40)
        called = _CALLED_ON.search(text, floor, naming.start) or (
            draft.offices and _MET_TOO.search(text, floor, naming.start)
        )
        joined = before is not None and _AND_MET.fullmatch(text, before[0].tail, naming.start)
        if not called and not joined:
            before = None
            continue
        if draft.country is None and not draft.international:
            caller = _caller(text, naming, drafts, pair)
            draft.country = caller or host
            draft.derived = draft.country is not None
        before = naming, draft


def _caller(text: str, naming: Naming, drafts: list[Draft], pair: tuple[str, ...]) -> str | None:
    """Of two countries the one that who calls on somebody, named in the sentence, is not of."""
    begin = max(text.rfind(mark, 0, naming.start) for mark in (". ", "\n"))
    here = [(n, d) for n, d in in_order(drafts) if begin < n.start < naming.start]
    here = [(n, d) for n, d in here if not is_met_at(text, n)]
    if len(here) != 1 or here[0][1].country not in pair:
        return None
    return next(c for c in pair if c != here[0][1].country)


def of_ministries(text: str, drafts: list[Draft], named: Named, at: dict[int, Place]) -> None:
    """``Jane Roe, Director, Ministry of Fisheries of Ruritania``: she is of Ruritania."""
    starts = [n.start for n, _ in named]
    for draft in drafts:
        bare = not draft.international or all(map(_OF_ANY_BODY.fullmatch, draft.roles))
        for naming in draft.namings if draft.country is None and bare else ():
            after = bisect_right(starts, naming.start)
            stop = starts[after] if after < len(starts) else len(text)
            match = _MINISTRY.match(text, naming.tail, max(stop, naming.tail))
            match = match or _IN_ROLE.search(text, naming.end, max(naming.tail, naming.end))
            owners = _WHOSE.finditer(text, match.start(), match.end()) if match else ()
            told = (at[k] for o in owners if (k := o.end()) in at)
            place = next((p for p in told if not _THEIR_MATTERS.match(text, p.end)), None)
            abroad = _THEIR_EMBASSY.match(text, naming.end, stop) if place is None else None
            if abroad is not None:
                place = at.get(abroad.end())
                place = place if place and _EMBASSY.match(text, place.end) else None
            if place is not None:
                draft.country, draft.international = place.country, False
                break


def delegations(text: str, drafts: list[Draft], places: list[Place]) -> None:
    """``The members of the Ruritanian delegation were X and Y``: they are of Ruritania.

    So are those of whom it is told that they ``took part on the Ruritanian side``.
    """
    begins: list[tuple[int, str]] = []
    ended: list[tuple[int, str]] = []
    for place in places:
        if place.kind == "name" and _FROM.search(text, max(0, place.start - 12), place.start):
            if text.startswith(", ", place.end):
                begins.append((place.end, place.country))
            continue
        if place.kind == "adjective" and (officials := _OFFICIALS.match(text, place.end)):
            begins.append((officials.end(), place.country))
            continue
        listed = _ON_SIDE.match(text, place.end) if place.kind == "adjective" else None
        if _SIDE_ENDS.match(text, place.end) and _ON_WHOSE.search(
            text, max(0, place.start - _NEARBY), place.start
        ):
            ended.append((place.start, place.country))
            continue
        if listed and _THERE.search(text, max(0, place.start - _REACH), place.start):
            begins.append((listed.end(), place.country))
            continue
        match = _DELEGATION.match(text, place.end) if place.kind != "capital" else None
        if match:
            begins.append((match.end(), place.country))
        elif text.startswith(" delegation by ", place.end) or (
            place.kind == "name"
            and _COMPRISES.match(text, place.end)
            and _OF_DELEGATION.search(text, max(0, place.start - _BEFORE), place.start)
        ):
            begins.append((place.end, place.country))
    named = in_order(drafts) if begins or ended else []
    starts = [n.start for n, _ in named]
    for stop, country in ended:
        floor = max(text.rfind(mark, 0, stop) for mark in (". ", "\n"))
        for _, draft in named[bisect_left(starts, floor) : bisect_left(starts, stop)]:
            if draft.country is None and not draft.international:
                draft.presume(country)
    for index, (begin, country) in enumerate(begins):
        full_stop = _SENTENCE_END.search(text, begin)
        stop = full_stop.start() if full_stop else len(text)
        if index + 1 < len(begins):
            stop = min(stop, begins[index + 1][0])
        for _, draft in named[bisect_left(starts, begin) : bisect_left(starts, stop)]:
            if draft.country is None and not draft.international:
                draft.presume(country)


def messages(text: str, drafts: list[Draft], named: Named, held: Mapping[int, Draft]) -> None:
    """``X conveyed to Z a message from Y``: Y is of the country of X, named first.

    ``held`` are bare offices with their holders: ``the Ambassador conveyed``.
    """
    if not unknown(drafts) or not _CONVEYED.may_be_in(text):
        return
    first: Draft | None = None
    spoke: Draft | None = None
    last = 0
    acting = [(n.start, n.tail, d) for n, d in named]
    acting += [(start, start, d) for start, d in held.items()]
    for start, tail, draft in sorted(acting, key=lambda one: one[0]):
        if parted := [*_APART.finditer(text, last, start)]:
            spoke, first = first or spoke, None
            pronoun = _GOES_ON.match(text, parted[-1].end()) if spoke is not None else None
            if pronoun is not None and spoke is not None:
                # "Minister Roe spoke of cod. She handed over a letter from President Doe."
                gender = "f" if pronoun["who"] == "She" else "m"
                first = spoke if spoke.gender in (None, gender) else None
        last = tail
        if first is None:
            led = _OBJECT.search(text, max(0, start - 12), start)
            first = None if led else draft
        elif draft.country is None and not draft.international and first.country:
            between = text[max(start - 120, 0) : start]
            if _CONVEYED.compiled.search(between) and not _DEATH.search(between):
                draft.presume(first.country)


def conveyed_by(text: str, drafts: list[Draft], named: Named) -> None:
    """``The greetings of X were conveyed by Y``: X is of the country of Y."""
    by_start = {n.start: d for n, d in named}
    for draft in unknown(drafts):
        for naming in draft.namings:
            if _BY_WHOM.search(text, max(0, naming.start - 30), naming.start):
                match = _WERE_CONVEYED.match(text, max(naming.tail, naming.end))
                bringer = by_start.get(match.end()) if match else None
                if bringer is not None and bringer.country:
                    draft.presume(bringer.country)
                    break


def under_headings(text: str, layout: Layout, drafts: list[Draft], places: list[Place]) -> None:
    """Who is named only under headings with one country, and governs, is of that country.

    Such a heading is one where the title or the opening tells of that country or of a journey, or
    where it tells when one met there: ``2. Ruritania (May 3)``.
    """
    if not layout.blocks:
        return
    headings = [h for block in layout.blocks for h in block.headings]
    home, told = home_of_headings(headings), stages(headings)
    named = {p.country for p in places if p.start < layout.blocks[0].end}
    tour = _TOUR.search(layout.title) is not None
    told = {
        h: country
        for h, country in told.items()
        if home or tour or country in named or _TIMED.search(h)
    }
    every = set(told.values())
    if len(every) < _SEVERAL:
        return
    spans = sorted((part.start, part.end) for part in layout.parts if part.role == "heading")
    begins = [begin for begin, _ in spans]
    starts = [block.start for block in layout.blocks]
    first = next(block.start for block in layout.blocks if told.keys() & set(block.headings))
    for draft in unknown(drafts):
        under: list[str] = []
        met: set[int] | None = None
        for naming in draft.namings:
            # A heading that names somebody stands above the block that it is of.
            over = bisect_right(begins, naming.start) - 1
            titled = over >= 0 and naming.start < spans[over][1]
            at = bisect_right(starts, naming.start) - 1 + titled
            if titled or (at >= 0 and naming.start < layout.blocks[at].end):
                path = layout.blocks[at].headings if at < len(starts) else ()
                stage = [told[h] for h in reversed(path) if h in told][:1]
                under += stage
                if stage:
                    continue
                if met is None:
                    met = {n.start for n in draft.namings if is_met_at(text, n)}
                if naming.start not in met and (naming.start < first or not met):
                    under.clear()  # named elsewhere, and never as one who was met in a country
                    break
        travels = _heads_page(layout, draft) or every.issubset(under)
        travels = travels or (home is not None and len({*under}) > 1)
        if under and draft.offices and not (travels and home is None):
            draft.presume(home if travels and home is not None else under[0])


def _heads_page(layout: Layout, draft: Draft) -> bool:
    """Whether the title names somebody: whose journey it is."""
    titles = [part for part in layout.parts if part.role == "title"]
    return any(part.start <= n.start < part.end for part in titles for n in draft.namings)


def hosts(text: str, layout: Layout, drafts: list[Draft], places: list[Place]) -> None:
    """Of whom the text names no country, those who govern are of the one country visited."""
    body = _OF_A_BODY.search(layout.title) is not None
    told = layout.title
    visit = _VISIT_IN_TITLE.search(told)
    if visit is None and body and layout.blocks:
        told = text[layout.blocks[0].start : layout.blocks[0].end]
        visit = _VISIT_IN_TITLE.search(told)
    if visit is None:
        return
    place = next(iter(find_places(told[visit.end() :])), None)
    led = [d for d in drafts if d.country]
    if place is None or place.start or place.kind == "adjective":
        return
    if not (led or body) or any(d.country == place.country and not d.derived for d in led[:1]):
        return
    sides = {place.country, *(d.country for d in led if d.participant)}
    starts = [p.start for p in places]
    visited = {*countries_in(find_places(told[visit.end() :]))} - {d.country for d in led[:1]}
    traveller = _OFFICE_TRAVELS.match(layout.title)
    for draft in unknown(drafts):
        if not any(office & _GOVERNING for office in draft.offices):
            continue
        if traveller is not None and traveller["office"].lower() in draft.roles:
            continue
        if (body or _OWN_VISIT.search(layout.title)) and _heads_page(layout, draft):
            continue
        first = draft.namings[0]
        brought = _BY_WHOM.search(text, max(0, first.start - _NEARBY), first.start)
        if brought and not brought[0].startswith("invitation"):
            continue  # the traveller brings a letter
        if len(visited) > 1 and not body:
            # "In Norland Minister Roe will open a port, and meet President Doe."
            begin = text.rfind("\n\n", 0, first.start) + 1
            before = places[bisect_left(starts, begin) : bisect_left(starts, first.start)]
            here = [p.country for p in before if p.country in visited]
            if here:
                draft.presume(here[-1])
                continue
        near = places[
            bisect_left(starts, first.start - _NEARBY) : bisect_left(starts, first.tail + _NEARBY)
        ]
        if all(p.country in sides for p in near):
            draft.presume(place.country)


def by_company(text: str, drafts: list[Draft], sides: list[Side]) -> None:
    """``The Russian side thanked ... for the rescue of X``: X is of the side that speaks."""
    starts = [side.start for side in sides]
    for draft in drafts:
        if draft.country is not None or draft.international or draft.participant:
            continue
        start = draft.namings[0].start
        if is_met_at(text, draft.namings[0]):
            continue
        floor = max(text.rfind(mark, max(0, start - 600), start) for mark in (". ", "\n", ") "))
        at = bisect_left(starts, max(0, floor))
        if at < len(sides) and sides[at].start < start and not sides[at].led:
            draft.presume(sides[at].country)
