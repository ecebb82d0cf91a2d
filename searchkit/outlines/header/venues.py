"""Where people met: the place that a title or a first paragraph names, in its own words."""

from __future__ import annotations

import re
from functools import lru_cache

from ..lands.countries import country_of, find_places, is_capital, is_name
from ..names.tokens import vocabulary
from ..words.wording import collapse
from .cues import cues, sentence_texts
from .place_names import (
    NAME,
    PROPER,
    SHORT_AT_END,
    is_event,
    is_house,
    is_known,
    is_town,
    place_name,
)

__all__ = [
    "NOT_HERE",
    "TALKS",
    "countries_of_journey",
    "country_of_journey",
    "find_place",
    "held_at",
    "is_nowhere",
    "seat",
    "welcomed_to",
]

_TELLING = 2
"""Of the sentences that tell of a meeting so many are asked for its place."""
_IN = re.compile(
    # One set of signs comes first, which is what a search is fast for.
    r"(?P<how>[IiAa](?<![^\s(].)(?:(?<=[Ii])n|(?<=[Aa])t|(?<=I)N|(?<=A)T)) "
    r"(?:the (?:[\w-]+ ){0,2}(?:annexe?|wing|gardens?|terrace|lobby) of )?"
    r"(?=(?:the )?[A-ZÀ-ÞĀ-ɏ])"
)
_SPOKEN = re.compile(
    r"(?:doorstop(?: interview)?|(?:press|news|media) (?:conference|briefing|availability)),"
    r" [^,]{2,40}\Z",
    re.IGNORECASE,
)
"""What ends in the place where somebody answered the press."""
_SPOKEN_IN = re.compile(
    r"(?:doorstop(?: interview)?|(?:press|news|media) (?:conference|briefing|availability)),"
    r" ([^,]{2,40}, [^,]{2,40})\Z",
    re.IGNORECASE,
)
"""The same of a town and its country: ``Doorstop, Vik, Norland``."""
_QUOTED = re.compile(r": [^:]*\b(?:is|are|was|were|has|have|must|will|should|can)\b")
"""What somebody said, in a title: a place in it is one that was talked of."""
_BEHIND_DASH = re.compile(
    rf"\b(?:doorstop(?: interview)?|(?:press|news|media) (?:conference|briefing)) [–—-] "
    rf"(?-i:({PROPER}(?: {PROPER}){{0,3}}, {PROPER}(?: {PROPER})?))\Z",
    re.IGNORECASE,
)
"""The same of a house and its town: ``Doorstop – Parliament House, Canberra``."""
_TOWN_IN_BRACKETS = re.compile(rf" \(({NAME.pattern})\)")
"""The town behind its country: ``Norland (Vik)``."""
_MORE = re.compile(
    rf"((?:,|,? and) (?:the )?)({PROPER}(?: {PROPER}){{0,3}}?)(?=,| and | from | on |[.;]|\Z)"
)
"""A further country of a journey: ``Norland, Chile and Oman``."""
_VISITED = re.compile(
    rf"\b(?:visited|visiting|arrived in|visit to) ({PROPER}(?: {PROPER}){{0,3}})\Z"
)
"""The town before its country: ``visited Vik in the Kingdom of Norland``."""
_SIGNED_AT = re.compile(r"\b(?:was|were) signed (?:on [^,.;]{3,30} )?[ia][nt] (?=[A-Z])")
_SIGNING = re.compile(r"\b(?:[Ss]igning|[Ss]ignature|[Ee]xchange of [Nn]otes)\b")
_TOWN_AT_END = re.compile(rf" [–—-] ({NAME.pattern})\Z")
"""The town that a title ends in behind a dash: ``Doorstop interview - Honiara``."""
_DAY = r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day"
_DATED = re.compile(
    r",? ?(?:\((?:\d|local|[A-Z][a-z]+ \d)|\(?on (?:the [a-z]+ (?:[a-z]+ )?of (?:the )?)?"
    rf"(?:\d|{_DAY}|[A-Z][a-z]{{2,8}}\.? \d)|from \d|{_DAY}\b|\(?(?:earlier )?(?:today|yesterday)\b"
    r"|this (?:morning|afternoon|evening|week)\b"
    r"|for (?:about |approximately |around |some |over |nearly )?"
    r"(?:\d+|one|two|three|an|half|thirty|forty|fifty|sixty|ninety)\b[^.;]{0,30}(?:hour|minute))"
)
"""What tells, behind a place, when people were there or how long."""
_ACRONYM = re.compile(r"[A-Z][A-Z&/-]*[A-Z]\d{0,4}")
_ANNOUNCED = re.compile(
    r"\A[^.;]{0,200}? (?:has |have )?(?:announced|declared|said|stated|expressed|reaffirmed"
    r"|stressed|pledged|praised|confirmed|presented|opened|launched|concluded|inaugurated|signed)"
    r" (?=in [A-Z])"
)
"""What somebody did in a place, where the document tells of no meeting."""
_SINCE = re.compile(
    r"\b(?:following|since) (?:on from )?(?:the|their|its|his|her)\b[^,.;]{0,60}"
    r"\b(?:meetings?|summit|talks|visit|conference)\b[^,.;]{0,40}\Z"
)
"""Before the place of an earlier meeting: ``to meet again following the talks held in Oslo``."""
NOT_HERE = frozenset(
    {"based", "situated", "located", "born", "office", "offices", "signed", "adopted", "reached"}
    | {"agreed", "concluded", "living", "residing", "resident", "lived", "agreement", "convention"}
    | {
        "treaty",
        "declaration",
        "scheduled",
        "planned",
        "killed",
        "accredited",
        "stationed",
        "interest",
    }
)
"""Before a town these tell of something else than of where somebody is now."""
TALKS = frozenset(
    {"talks", "dialogue", "hearing", "launch", "opening", "signing", "round", "rounds"}
)
"""Events besides those that name an occasion."""
_POSTED = frozenset({
    "ambassador", "embassy", "consulate", "legation", "chargé", "mission", "dean", "professor",
    "fellow", "lecturer", "rector",
})  # fmt: skip
"""Before a place these tell where somebody is posted, and nothing of a meeting."""
_COMPASS = re.compile(r"(?:North|South|East|West)(?:ern|-?\w*ern)?\b|Central\b", re.IGNORECASE)
_GUEST = re.compile(
    r"\bwho (?:is|was|are|were|paid|had paid)\b[^.;]{0,60}\Z"
    r"|\bduring (?:his|her|their) (?:\w+ ){0,3}(?:visit|stay)s? (?:to|in) (?:the )?\Z"
)
"""What tells of a guest in passing: the country is that of the hosts."""
_CALLED = re.compile(r"[^.;]*\b(?:courtesy call|called on|calls on)\b")
_IN_PASSING = re.compile(
    r"(?<!\bwho )\b(?:is|was|are|were)(?: currently| then)? visiting (?:the )?\Z"
)
_JOURNEY = re.compile(r"\b(?:visits?|trip|tour|journey|mission)\b", re.IGNORECASE)
_OF_JOURNEY = re.compile(
    r"\b(?:[Pp]ress|[Nn]ews|[Mm]edia) (?:[Cc]onference|[Bb]riefing|[Oo]ccasion|[Aa]vailability)\b"
    r".*\b(?:on|regarding|concerning|about|ahead of|before|following|after) "
    r"(?:his|her|their|the|His|Her|Their|The) (?:\w+ ){0,2}\Z"
)
"""What tells that the press is met for a journey, here or there: ``Press Conference on His``."""
_TO_PART = re.compile(r" (?:by [^()]{3,80} )?to (?:the )?([A-ZÀ-ÞĀ-ɏ][\w -]+?)(?= by | \(|, |\Z)")
"""Where a journey leads that is more than a country: ``to the Middle East``."""
_TO = re.compile(r"\b(?:to|visits|in) (?:the )?\Z", re.IGNORECASE)
_PART = rf"{PROPER}(?: (?:(?:of|de|and|&|the) )?{PROPER}){{0,5}}"
_WELCOMED = re.compile(
    r"\b(?:welcomed|hosted|received)\b[^.;]{3,200}? to (?:the )?([A-Z1][\w ’'-]{2,30}?)"
    r"(?= (?:today|yesterday|this|on|for|in|earlier|last)\b|[.,;])"
)
"""Where guests come to: ``welcomed her to Downing Street``."""
_AT_END = re.compile(
    rf"(?:\d ?[ap]\.?m\b\.?|\bhours|\bhrs|\bnoon|\d[:.]\d\d),? (?:(?:in|at) )?(?:the )?"
    rf"({_PART}(?:, (?:\d{{1,4}} )?{_PART}){{0,3}})\Z"
)
"""What a title ends in behind the time of day."""
_DISTRICT = r"(?:, [A-Z]\.? ?[A-Z]?\.? ?\d{1,2})?"
"""The postal district behind a street: ``, S.W. 1``."""
_HELD = re.compile(
    rf"\b(?:[Hh]eld|HELD)\b(?:[^.;]|\.(?=\d)|[ap]\.m\.){{0,60}}?\b(?:at|in|AT|IN) (?:the |THE )?"
    rf"({_PART}(?:, (?:\d{{1,4}} )?{_PART}){{1,3}}{_DISTRICT})"
    r"(?=,? (?:on|from|commencing|starting|beginning|at|between|with|via|under|by|ON|FROM|AT)\b"
    r"|[.;)]|\Z)"
)
_PLANNED = re.compile(
    r"\b(?:planned|upcoming|forthcoming|future|proposed|possible)\b[^.;,]{0,40}\Z"
)
"""A journey that is only spoken of: ``the planned visit to``."""
_TO_COME = re.compile(r"\b(?:will|to) (?:be held|take place) \Z")
"""Where something is still to be held."""
_ROOM_OF = re.compile(
    r"\bmet\b[^;]{0,80}? in ((?:[Rr]oom|ROOM) [A-Z]{0,4}-?\d{1,4}"
    rf"(?:,? (?:of )?(?:the )?(?!Hon\b|Mr|Ms|Sen|Rep|Dr){_PART})?)"
)
"""The room where a committee met: ``in room 12, Harbour Building``."""
_SEAT = re.compile(
    r"\bat (?:the |his |her )?"
    r"((?:Prime Minister|President|Chancellor|Premier|Governor|Speaker)(?:'s|’s)"
    r" (?:Official |Private |Guest )?(?:Office|Residence|House))\b"
)
_ADDRESS = re.compile(
    r"\b(?:at|AT) ((?:[Nn]o\. ?)?\d{1,3} [A-ZÀ-ÞĀ-ɏ][\w’']+ "
    r"(?:Street|Road|Avenue|Square|Gardens|Place|Lane|STREET|ROAD|AVENUE|SQUARE|GARDENS|PLACE|LANE))"
    r"(?!\w)"
)
_NUMBER = re.compile(r"\d [A-ZÀ-ÞĀ-ɏ]")
"""Without it there is no address."""
_BRACKETED = re.compile(
    r"\((?:held )?(?:in|at) ([^()]{2,60})\)"
    r"|\((?-i:([A-ZÀ-ÞĀ-ɏ][\w.’'-]+(?: [A-ZÀ-ÞĀ-ɏ][\w.’'-]+){0,2}(?:, [A-ZÀ-ÞĀ-ɏ][\w ]+)?)),"
    r" (?:[^()\d]{0,12}\d{1,2}[^()]{0,24}\d{4}|[^()]{3,12} \d{1,2}(?:, \d{4})?)\)",
    re.IGNORECASE,
)
_SEVERAL = re.compile(
    r"(?:\b[Vv]isits? (?:(?:by|of) [^,()]{3,80}? to |to )?(?:the )?|\()"
    r"(?P<all>[A-ZÀ-ÞĀ-ɏ][^(),]{2,40}(?:, [A-ZÀ-ÞĀ-ɏ][^(),]{2,40})*,? and "
    r"(?:the )?[A-ZÀ-ÞĀ-ɏ][^(),]{2,40}?)"
    r"(?= by |\)| \(|\Z)"
)
"""Several countries of one journey, in a title."""
_BEFORE_DATE = re.compile(
    r"(?:,|:| [–—-]) ((?:\d{1,3} )?[A-ZÀ-ÞĀ-ɏ][^\d,()]{2,40}), "
    r"(?:\d{1,2}(?: ?(?:-|–|to|and) ?\d{1,2})? )?"
    r"[A-Z][A-Za-z]{2,8}\.? (?:\d{1,2}(?: ?(?:-|–|to|and) ?\d{1,2})?, )?\d{4}\Z"
)
_NOWHERE = re.compile(
    r"(?:(?:north|south|east|central|latin|southeast|the) )?"
    r"(?:asia|africa|europe|america|americas|oceania)(?:[- ]pacific)?"
    r"|(?:h\.? ?e\.?|mrs?|ms)\b\.? .+|.*[>»|›:/]",
    re.IGNORECASE,
)
"""No place where people meet: ``Asia``, ``HE Jo Doe``, ``Fish Senate >``."""


def is_nowhere(words: str) -> bool:
    """Whether what was taken for a place is a continent, a person, or part of a trail."""
    return _NOWHERE.fullmatch(words) is not None


def find_place(title: str, opening: str) -> str | None:
    """Where they met: the title's place, or the opening's where that is fuller or the only one."""
    telling = [
        s for s in sentence_texts(opening) if cues().meeting.search(s) and not s.startswith("(On ")
    ][:_TELLING]
    bracketed = _BRACKETED.search(title)
    inside = collapse(bracketed[1] or bracketed[2]) if bracketed else None
    named = inside if inside and inside[:1].isupper() else _place_in(title, True)
    several = countries_of_journey(title)
    if several is not None:
        return several
    held = next(filter(None, map(held_at, (title, *telling))), None)
    if held is not None:
        return held
    behind = _AT_END.search(title)
    if behind is not None and not cues().venues.isdisjoint(behind[1].lower().split()):
        return behind[1]
    dashed = _BEHIND_DASH.search(title) if named is None else None
    if dashed is not None and is_house(dashed[1].partition(", ")[0]):
        return dashed[1]
    at_end = _SPOKEN_IN.search(title) if named is None else None
    if at_end is not None and place_name(at_end[1], 0) == at_end[1]:
        return at_end[1]
    last = title.rpartition(", ")[2]
    spoken = _SPOKEN.search(title)
    known = is_town(last) or spoken is not None
    if named is None and last != title and known and place_name(last, 0) == last:
        return last
    town = _TOWN_AT_END.search(title) if named is None else None
    if town is not None and is_town(town[1]):
        return town[1]
    dated = _BEFORE_DATE.search(title) if named is None else None
    if dated is not None and (place_name(dated[1], 0) == dated[1] or _is_address(dated[1])):
        return dated[1]
    if named is None and (seated := seat(title)) is not None:
        return seated
    told = next(filter(None, (_place_in(sentence, False) for sentence in telling)), None)
    country = country_of_journey(title)
    if country is not None and told is not None and ", " not in told and is_house(told):
        # "Visit to Chile" is more than a house there.
        return country
    if country is not None and told is not None and _is_elsewhere(told, country):
        return country
    if told:
        quoted = named is not None and _QUOTED.search(title) is not None
        return told if not named or quoted or named in told else named
    office = next(filter(None, map(seat, (title, *telling))), None)
    if named is None and office is not None:
        return office
    guests = next(filter(None, map(_WELCOMED.search, telling)), None)
    hosted = guests[1] if guests is not None else ""
    if named is None and (hosted.lower() in cues().houses or is_town(hosted)):
        return hosted
    journey = next(filter(None, map(_place_of_journey, telling)), None)
    # "Santiago, Chile" tells more than "Chile".
    journey = journey if journey and journey.endswith(named or "") else named
    if country is not None and (journey is None or is_name(journey)):
        return _capital_in(opening, country) or country
    if journey is not None:
        return journey
    signed = _SIGNED_AT.search(opening) if _SIGNING.search(title) else None
    if signed is not None:
        return place_name(opening, signed.end())
    if telling:
        return next(filter(None, (_town_in(sentence) for sentence in telling)), None)
    announced = _ANNOUNCED.search(opening)
    return _town_in(opening[announced.start() :]) if announced is not None else None


def welcomed_to(words: str) -> str | None:
    """The town to which hosts welcomed somebody: ``welcomed Minister Roe to Oslo``."""
    guests = _WELCOMED.search(words)
    return guests[1] if guests is not None and is_town(guests[1]) else None


def _is_address(words: str) -> bool:
    """Whether words are the number of a house and its street."""
    return words[0].isdigit() and _ADDRESS.search(f"at {words}") is not None


def _capital_in(opening: str, country: str) -> str | None:
    """The capital of a country, where the first sentence tells what was done there."""
    first = next(iter(sentence_texts(opening)), "")
    for match in _IN.finditer(first):
        town = place_name(first, match.end())
        if town is not None and is_capital(town) and not _is_elsewhere(town, country):
            return town
    return None


def _is_elsewhere(town: str, country: str) -> bool:
    """Whether a town is the capital of another country than the one named."""
    home = country_of(country)
    return home is not None and any(
        place.kind == "capital" and place.country != home for place in find_places(town)
    )


def _town_in(words: str) -> str | None:
    """The first town that is known for one after ``in``, but for those where matters are told of.

    This is a weak sign: of more than where people met a sentence may tell the town.
    """
    for match in _IN.finditer(words):
        name = place_name(words, match.end()) if match["how"] == "in" else None
        if name is None or not is_town(name.partition(", ")[0]):
            continue
        if _SINCE.search(words, 0, match.start("how")) is not None:
            continue
        before = words[: match.start("how")].rsplit(None, 1)[-1:]
        if not before or not _is_of_matter(before[0]):
            return name
    return None


def _is_of_matter(word: str) -> bool:
    """Whether a word before ``in`` binds the place to a matter that is talked of."""
    low = word.lower().strip("()[],\"'")
    return low in cues().matters or low in NOT_HERE


def _place_in(words: str, title: bool) -> str | None:
    """The place after ``in`` (or, if there is none, ``at``) that tells where a meeting was."""
    known = cues()
    best: str | None = None
    for match in _IN.finditer(words):
        name = place_name(words, match.end())
        if name is None or _TO_COME.search(words, 0, match.start("how")) is not None:
            continue
        if _SINCE.search(words, 0, match.start("how")) is not None:
            continue
        before = words[: match.start("how")].rsplit(None, 1)[-1:]
        if _ACRONYM.fullmatch(name) and not words.isupper() and not is_known(name):
            continue  # "in APEC"
        dated = not title and _DATED.match(words, words.find(name, match.end()) + len(name))
        last = before[0] if before else ""
        if not title and not _may_precede(last) and (not dated or _is_of_matter(last)):
            continue
        if not (title or dated) and last[:1].isupper() and last.lower() in known.matters:
            continue  # "the Agreement on Cooperation in Science"
        if not title and before and before[0].lower() in _POSTED:
            continue
        if title and words.isupper() and not is_known(name):
            continue  # any word of a title in capitals looks like a name
        if title and _COMPASS.match(name) and name not in known.regions:
            continue
        matter = title and before and match["how"].lower() == "in"
        if matter and before[0].lower() in known.matters:
            continue
        if match["how"].lower() == "in":
            town = _VISITED.search(words, 0, match.start("how") - 1) if is_name(name) else None
            return town[1] if town is not None else name
        venue = not known.venues.isdisjoint(name.lower().replace("/", " ").split())
        if best is None and ", " in name:
            best = name  # "at Vik, Norland"
        # "at the Ministry" tells no more than that it was indoors.
        house = name.lower() in known.houses
        if venue and not (title or house or " " in name):
            continue
        noun = name.lower().rpartition(" ")[2]
        event = noun in known.events or noun in TALKS
        if best is None and ((title and not event) or house or (venue and " " in name)):
            best = name
        beside = dated or (not title and last.lower() in known.before_place)
        if best is None and beside and not is_event(words, match.end()):
            best = name  # "at Vik on 3 May"
    return best


def held_at(words: str) -> str | None:
    """The rooms, buildings and towns that come one after another where something was held."""
    room = _ROOM_OF.search(words) if "oom " in words or "ROOM " in words else None
    if room is not None:
        return room[1]
    match = _HELD.search(words) if "eld" in words or "HELD" in words else None
    if match is None or ", " not in match[1]:
        return None
    low = match[1].lower().replace(",", "").split()
    somebody = not vocabulary().heads.isdisjoint(low)
    events = cues().events.intersection(low)
    if somebody or (events and cues().venues.isdisjoint(low)):
        return None
    return match[1] if SHORT_AT_END.search(match[1]) else match[1].rstrip(".")


def seat(words: str) -> str | None:
    """The office of somebody by office, or an address: ``at the Prime Minister's Office``."""
    match = _SEAT.search(words) if "'s " in words or "’s " in words else None
    match = match or (_ADDRESS.search(words) if _NUMBER.search(words) is not None else None)
    return match[1] if match is not None else None


def _may_precede(word: str) -> bool:
    if not word:
        return True
    bare = word.strip("()[],\"'")
    return (
        word[-1] in "),"
        or bare[:1].isupper()
        or bare[:1].isdigit()
        or bare.lower() in cues().before_place
        or bare.lower() in cues().venues
    )


def countries_of_journey(title: str) -> str | None:
    """The countries of a journey to more than one: ``Visit to Norway and Chile by ...``."""
    match = _SEVERAL.search(title)
    if match is None or _OF_JOURNEY.search(title[: match.start()]):
        return None
    parts = re.split(r",? and (?:the )?|, (?:the )?", match["all"])
    named = len(parts) > 1 and all(is_name(p) or p in cues().continents for p in parts)
    return match["all"] if named else None


@lru_cache(4)  # asked again and again of one title
def country_of_journey(title: str) -> str | None:
    """The country of a journey to one: ``Working Visit to Norway by Minister Roe``."""
    journey = _JOURNEY.search(title)
    if journey is not None and _OF_JOURNEY.search(title[: journey.start()]):
        return None
    begin = journey.end() if journey is not None else len(title)
    for place in find_places(title):
        before = title[: place.start]
        if place.kind != "adjective" and place.start > begin and _TO.search(before) is not None:
            return title[place.start : place.end]
    if journey is None:
        return None
    match = _TO_PART.match(title, begin)
    return match[1] if match is not None and match[1] in cues().continents else None


def _last_of_several(words: str, end: int) -> int:
    """Where the last of several countries ends, of which the first does at ``end``."""
    last = end
    while (more := _MORE.match(words, end)) is not None and is_name(more[2]):
        end = more.end()
        last = end if "and " in more[1] else last
    return last


def _place_of_journey(words: str) -> str | None:
    """Where a journey led on which people met.

    A country that somebody visited who was received there is that of the hosts, and no place.
    """
    match = cues().journeys_to.search(words)
    name = place_name(words, match.end()) if match is not None else None
    if match is None or name is None or _PLANNED.search(words, 0, match.end()):
        return None
    if not is_name(name):
        return name
    behind = words.find(name, match.end()) + len(name)
    town = _TOWN_IN_BRACKETS.match(words, behind)
    if town is not None:
        return town[1]
    if (last := _last_of_several(words, behind)) > behind:
        return words[words.find(name, match.end()) : last]
    guest = _GUEST.search(words, 0, match.end())
    received = guest is not None and (
        cues().meeting.search(words, 0, guest.start()) is not None
        or _CALLED.match(words, match.end()) is not None
    )
    return None if received or _IN_PASSING.search(words[: match.end()]) else name
