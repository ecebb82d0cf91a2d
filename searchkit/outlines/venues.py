"""Where people met: the place that a title or a first paragraph names, in its own words."""

from __future__ import annotations

import re

from .countries import find_places, is_capital, is_name
from .cues import cues, sentence_texts
from .tokens import vocabulary
from .wording import Wording, collapse

__all__ = ["find_place", "region_after"]

_TELLING = 2
"""Of the sentences that tell of a meeting so many are asked for its place."""
_PROPER = r"[A-ZÀ-Þ](?:[\w'’]|-(?=\w)|\.(?=[A-Z]))*\.?"
_NAME = re.compile(
    rf"(?:the |THE )?({_PROPER}"
    rf"(?: (?:(?:of|de|des|la|le|el|al|the|du|am|an der|da|do) )?{_PROPER}){{0,4}})"
)
_IN = re.compile(
    # One set of signs comes first, which is what a search is fast for.
    r"(?P<how>[IiAa](?<![^\s(].)(?:(?<=[Ii])n|(?<=[Aa])t|(?<=I)N|(?<=A)T)) (?=(?:the )?[A-ZÀ-Þ])"
)
_SPOKEN = re.compile(
    r"(?:doorstop(?: interview)?|(?:press|news|media) (?:conference|briefing|availability)),"
    r" [^,]{2,40}\Z",
    re.IGNORECASE,
)
"""What ends in the place where somebody answered the press."""
_BEHIND_DASH = re.compile(
    rf"\b(?:doorstop(?: interview)?|(?:press|news|media) (?:conference|briefing)) [–—-] "
    rf"(?-i:({_PROPER}(?: {_PROPER}){{0,3}}, {_PROPER}(?: {_PROPER})?))\Z",
    re.IGNORECASE,
)
"""The same of a house and its town: ``Doorstop – Parliament House, Canberra``."""
_COMPASS = re.compile(r"(?:North|South|East|West)(?:ern|-?\w*ern)?\b|Central\b", re.IGNORECASE)
_GUEST = re.compile(r"\bwho (?:is|was|are|were)\b[^.;]{0,60}\Z")
_AND = re.compile(rf" (?:and|AND|&) ({_PROPER}(?: {_PROPER}){{0,2}})")
_JOURNEY = re.compile(r"\b(?:visits?|trip|tour|journey|mission)\b", re.IGNORECASE)
_TO = re.compile(r"\b(?:to|visits|in) (?:the )?\Z", re.IGNORECASE)
_BODIES = frozenset({"Committee", "Commission", "Assembly", "Congress", "Session"})
"""What makes the words before it the name of a body: ``in Sixth Committee``."""
_SHOUTED = frozenset({"ON", "AT", "IN", "FROM", "AND", "BY", "WITH", "HELD"})
"""What ends the name of a place in a title in capitals."""
_PART = rf"{_PROPER}(?: (?:(?:of|de|and|&|the) )?{_PROPER}){{0,5}}"
_WELCOMED = re.compile(
    r"\b(?:welcomed|hosted|received)\b[^.;]{3,200}? to (?:the )?([A-Z1][\w ’'-]{4,30}?)"
    r"(?= (?:today|yesterday|this|on|for|in|earlier|last)\b|[.,;])"
)
"""Where guests come to: ``welcomed her to Downing Street``."""
_NUMBERED = re.compile(r"(?<=Room|Hall)(?: No\.)? [A-Z]?\d{1,4}[A-Z]?\b")
_AT_END = re.compile(
    rf"(?:\d ?[ap]\.?m\b\.?|\bhours|\bhrs|\bnoon|\d[:.]\d\d),? (?:(?:in|at) )?(?:the )?"
    rf"({_PART}(?:, (?:\d{{1,4}} )?{_PART}){{0,3}})\Z"
)
"""What a title ends in behind the time of day."""
_HELD = re.compile(
    rf"\b(?:[Hh]eld|HELD)\b(?:[^.;]|\.(?=\d)|[ap]\.m\.){{0,60}}?\b(?:at|in|AT|IN) (?:the |THE )?"
    rf"({_PART}(?:, (?:\d{{1,4}} )?{_PART}){{1,3}})"
    r"(?=,? (?:on|from|commencing|starting|beginning|at|between|with|via|under|by|ON|FROM|AT)\b"
    r"|[.;)]|\Z)"
)
_TO_COME = re.compile(r"\b(?:will|to) (?:be held|take place) \Z")
"""Where something is still to be held."""
_ROOM_OF = re.compile(
    r"\bmet\b[^;]{0,80}? in ((?:[Rr]oom|ROOM) [A-Z]{0,4}-?\d{1,4}"
    rf"(?:,? (?:of )?(?:the )?(?!Hon\b|Mr|Ms|Sen|Rep|Dr){_PART})?)"
)
"""The room where a committee met: ``in room 12, Harbour Building``."""
_REGION = re.compile(rf", (the )?({_PROPER}(?: (?:of (?:the )?)?{_PROPER}){{0,4}})")
_SHORT_AT_END = re.compile(r"(?:\.[A-Z]|\b[A-Z]|St)\.\Z")
_SEAT = re.compile(
    r"\bat (?:the |his |her )?"
    r"((?:Prime Minister|President|Chancellor|Premier|Governor|Speaker)(?:'s|’s)"
    r" (?:Official |Private |Guest )?(?:Office|Residence|House))\b"
)
_ADDRESS = re.compile(
    r"\bat ((?:No\. ?)?\d{1,3} [A-Z][\w’']+ (?:Street|Road|Avenue|Square|Gardens|Place|Lane))\b"
)
_BRACKETED = re.compile(r"\((?:held )?(?:in|at) ([^()]{2,60})\)", re.IGNORECASE)
_SEVERAL = re.compile(
    r"(?:\b[Vv]isits? (?:(?:by|of) [^,()]{3,80}? to |to )?(?:the )?|\()"
    r"(?P<all>[A-Z][^(),]{2,40}(?:, [A-Z][^(),]{2,40})*,? and (?:the )?[A-Z][^(),]{2,40}?)"
    r"(?= by |\)| \(|\Z)"
)
"""Several countries of one journey, in a title."""
_BEFORE_DATE = re.compile(
    r", ([A-Z][^\d,()]{2,40}), (?:\d{1,2}(?: ?(?:-|–|to|and) ?\d{1,2})? )?[A-Z][a-z]{2,8}\.? "
    r"(?:\d{1,2}(?: ?(?:-|–|to|and) ?\d{1,2})?, )?\d{4}\Z"
)


def find_place(title: str, opening: str) -> str | None:
    """Where they met: the title's place, or the opening's where that is fuller or the only one."""
    telling = [s for s in sentence_texts(opening) if cues().meeting.search(s)][:_TELLING]
    bracketed = _BRACKETED.search(title)
    inside = collapse(bracketed[1]) if bracketed else None
    named = inside if inside and inside[:1].isupper() else _place_in(title, True)
    several = _countries_of_journey(title)
    if several is not None:
        return several
    held = next(filter(None, map(_held, (title, *telling))), None)
    if held is not None:
        return held
    behind = _AT_END.search(title)
    if behind is not None and not cues().venues.isdisjoint(behind[1].lower().split()):
        return behind[1]
    dashed = _BEHIND_DASH.search(title) if named is None else None
    if dashed is not None and _is_house(dashed[1].partition(", ")[0]):
        return dashed[1]
    last = title.rpartition(", ")[2]
    spoken = _SPOKEN.search(title)
    known = is_capital(last) or last in Wording.default().seats or spoken is not None
    if named is None and last != title and known and _name(last, 0) == last:
        return last
    dated = _BEFORE_DATE.search(title) if named is None else None
    if dated is not None and _name(dated[1], 0) == dated[1]:
        return dated[1]
    told = next(filter(None, (_place_in(sentence, False) for sentence in telling)), None)
    country = _country_of_journey(title)
    if country is not None and told is not None and ", " not in told and _is_house(told):
        # "Visit to Chile" is more than a house there.
        return country
    if told:
        return told if not named or named in told else named
    seat = next(filter(None, map(_seat, (title, *telling))), None)
    if named is None and seat is not None:
        return seat
    guests = next(filter(None, map(_WELCOMED.search, telling)), None)
    if named is None and guests is not None and guests[1].lower() in cues().houses:
        return guests[1]
    journey = next(filter(None, map(_place_of_journey, telling)), None)
    # "Santiago, Chile" tells more than "Chile".
    journey = journey if journey and journey.endswith(named or "") else named
    return country if country is not None and (journey is None or is_name(journey)) else journey


def _place_in(words: str, title: bool) -> str | None:
    """The place after ``in`` (or, if there is none, ``at``) that tells where a meeting was."""
    known = cues()
    best: str | None = None
    for match in _IN.finditer(words):
        name = _name(words, match.end())
        if name is None or _TO_COME.search(words, 0, match.start("how")) is not None:
            continue
        before = words[: match.start("how")].split()[-1:]
        if not title and not _may_precede(before[0] if before else ""):
            continue
        if title and words.isupper() and not _is_known(name):
            continue  # any word of a title in capitals looks like a name
        if title and _COMPASS.match(name) and name not in known.regions:
            continue
        matter = title and before and match["how"].lower() == "in"
        if matter and before[0].lower() in known.matters:
            continue
        if match["how"].lower() == "in":
            return name
        venue = not known.venues.isdisjoint(name.lower().split())
        if best is None and ", " in name:
            best = name  # "at Vik, Norland"
        # "at the Ministry" tells no more than that it was indoors.
        house = name.lower() in known.houses
        if best is None and (title or house or (venue and " " in name)):
            best = name
    return best


def _is_known(name: str) -> bool:
    """Whether a name in capitals is that of a country, a capital, a seat or a building."""
    known = cues()
    place, *_ = name.title().split(", ")
    return (
        is_name(place)
        or is_capital(place)
        or place in known.regions
        or place in Wording.default().seats
        or name.lower() in known.houses
        or not known.venues.isdisjoint(name.lower().split())
    )


def _held(words: str) -> str | None:
    """The rooms, buildings and towns that come one after another where something was held."""
    room = _ROOM_OF.search(words)
    if room is not None:
        return room[1]
    match = _HELD.search(words)
    if match is None or ", " not in match[1]:
        return None
    low = match[1].lower().replace(",", "").split()
    somebody = not vocabulary().heads.isdisjoint(low)
    events = cues().events.intersection(low)
    if somebody or (events and cues().venues.isdisjoint(low)):
        return None
    return match[1] if _SHORT_AT_END.search(match[1]) else match[1].rstrip(".")


def _seat(words: str) -> str | None:
    """The office of somebody by office, or an address: ``at the Prime Minister's Office``."""
    match = _SEAT.search(words) or _ADDRESS.search(words)
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
    )


def _name(words: str, start: int) -> str | None:
    """The name of the place that starts at ``start``, with the country or region after a comma."""
    known = cues()
    match = _NAME.match(words, start)
    if match is None:
        return None
    end = match.end(1)
    more = _AND.match(words, end)
    if more is not None and _is_house(more[1]) and not _is_house(match[1]):
        return f"{match[1]}{more[0]}"  # "the Foreign and Commonwealth Office"
    kept: list[str] = []
    # A title or a person's office ends the name of a place: "in Oslo Prime Minister Ode".
    every = match[1].split()
    for index, word in enumerate(every):
        bare = word.rstrip(".'’")
        housed = not known.venues.isdisjoint(map(str.lower, every[index + 1 : index + 2]))
        if bare in _BODIES and not housed:
            return None
        if (bare in known.no_place and not housed) or bare in _SHOUTED:
            break
        if word.lower() in vocabulary().heads and not (housed and bare == "Official"):
            break
        kept.append(word)
    if not kept or kept[-1].islower():
        return None
    name = " ".join(kept)
    if name != match[1]:
        return None if _is_event(words, start) else name
    if name.endswith(".") and not _SHORT_AT_END.search(name):
        name = name[:-1]
    numbered = _NUMBERED.match(words, end)
    return name + numbered[0] if numbered is not None else name + region_after(words, end)


def region_after(words: str, comma: int) -> str:
    """The country or region after a comma at ``comma``, the comma with it, or ``""``."""
    match = _REGION.match(words, comma)
    if match is None:
        return ""
    region = match[2] if match[2] in cues().regions else match[2].rstrip(".")
    countries = find_places(region)
    whole = bool(countries) and (countries[0].start, countries[0].end) == (0, len(region))
    known = region in cues().regions or region in Wording.default().seats
    if known or (whole and countries[0].kind != "adjective"):
        return f", {match[1] or ''}{region}"
    return ""


def _is_event(words: str, start: int) -> bool:
    """Whether the capitalised words from ``start`` name an event or a body, not a place."""
    match = _NAME.match(words, start)
    return match is not None and not cues().events.isdisjoint(match[1].lower().split())


def _countries_of_journey(title: str) -> str | None:
    """The countries of a journey to more than one: ``Visit to Norway and Chile by ...``."""
    match = _SEVERAL.search(title)
    if match is None:
        return None
    parts = re.split(r",? and (?:the )?|, (?:the )?", match["all"])
    return match["all"] if len(parts) > 1 and all(map(is_name, parts)) else None


def _country_of_journey(title: str) -> str | None:
    """The country of a journey to one: ``Working Visit to Norway by Minister Roe``."""
    journey = _JOURNEY.search(title)
    begin = journey.end() if journey is not None else len(title)
    for place in find_places(title):
        before = title[: place.start]
        if place.kind == "name" and place.start > begin and _TO.search(before) is not None:
            return title[place.start : place.end]
    return None


def _is_house(name: str) -> bool:
    """Whether a name is that of a building, or of a part of one."""
    known = cues()
    low = name.lower()
    return low in known.houses or not known.venues.isdisjoint(low.split())


def _place_of_journey(words: str) -> str | None:
    """Where a journey led on which people met.

    A country that somebody visited who was received there is that of the hosts, and no place.
    """
    match = cues().journeys_to.search(words)
    name = _name(words, match.end()) if match is not None else None
    if match is None or name is None or not is_name(name):
        return name
    guest = _GUEST.search(words, 0, match.end())
    received = guest is not None and cues().meeting.search(words, 0, guest.start()) is not None
    return None if received else name
