"""The names of places: what a name that begins somewhere runs to, and what it is the name of."""

from __future__ import annotations

import re

from ..lands.countries import find_places, is_capital, is_name
from ..names.tokens import vocabulary
from ..words.wording import Wording
from .cues import cues

__all__ = [
    "NAME",
    "PROPER",
    "SHORT_AT_END",
    "is_event",
    "is_house",
    "is_known",
    "is_owner",
    "is_town",
    "place_name",
    "region_after",
]

PROPER = r"(?:a[dlnrst]h?-(?=[A-ZÀ-ÞĀ-ɏ]))?[A-ZÀ-ÞĀ-ɏ](?:[\w'’]|-(?=\w)|[./](?=[A-ZÀ-ÞĀ-ɏ]))*\.?"
_LINK = (
    r"(?:of the|of|de la|de|des|del|di|do|dos|da|das|du|la|le|el|al|es"
    r"|the(?! [A-Z][a-z]+(?:ian|ean|ese|ish|can|ench|utch|reek|aeli|raqi|wiss|zech)\b)"
    r"|am|an der|ob der|im|pri|nad|upon|sur|sous)"
)
"""What stands between the words of a place's name: ``Dar es Salaam``."""
NAME = re.compile(rf"(?:the |THE )?({PROPER}(?: (?:{_LINK} )?{PROPER}){{0,5}})")
"""Words with capitals that may name a place; the name without its article is the first group."""
_AND = re.compile(
    rf" (?:and|AND|&) ({PROPER}(?: {PROPER}){{0,2}}?)(?= (?:ON|AT|IN)\b| [a-z]|[^\w ]|\Z)"
)
_HOUSE_IN_CAPITALS = re.compile(
    r"(?:THE )?([A-Z]+(?: [A-Z]+){0,3}?(?: AND [A-Z]+)?"
    r" (?:OFFICE|HOUSE|PALACE|MINISTRY|HALL|CASTLE))"
    r"(?= (?:ON|AT|IN|FROM|BY)\b|[,.;]|\Z)"
)
"""An office in a title in capitals, where the next word may be any."""
_BODIES = frozenset({"Committee", "Commission", "Assembly", "Congress", "Session"})
"""What makes the words before it the name of a body: ``in Sixth Committee``."""
_STYLES = frozenset({"HE", "HH", "HRH", "HM", "His", "Her", "Their", "Sheikh", "Senator"})
"""What ends the name of a place as whoever was met there follows: ``in Vik HE Jo Roe``."""
_MINISTRY = re.compile(
    rf"(?:Ministry|Department|Office)(?: of (?:the )?(?:{PROPER})(?: (?:and )?{PROPER}){{0,3}})"
)
"""A house of government by its full name, without the country's: ``Ministry of Ports``."""
_SHOUTED = frozenset({"ON", "AT", "IN", "FROM", "AND", "BY", "WITH", "HELD"})
"""What ends the name of a place in a title in capitals."""
_HOUSE = 30
"""The last words of a house's name stand in so many characters."""
_NUMBERED = re.compile(r"(?<=Room|Hall)(?: No\.)? [A-Z]?\d{1,4}[A-Z]?\b")
_REGION = re.compile(rf", (the )?({PROPER}(?: (?:of (?:the )?)?{PROPER}){{0,4}})")
_PARTS = frozenset({"Province", "Prefecture", "Region", "Oblast", "County", "District", "Canton"})
"""What ends the name of a part of a country, known or not: ``Vik, Sole Province``."""
SHORT_AT_END = re.compile(r"(?:\.[A-Z]|\b[A-Z]|St)\.\Z")
"""A full stop that belongs to the name."""


_LISTED = re.compile(r"(?:,|,? and) (?:the )?[A-ZÀ-ÞĀ-ɏ]")


def place_name(words: str, start: int) -> str | None:
    """The name of the place that starts at ``start``, with the country or region after a comma."""
    known = cues()
    housed_in = _HOUSE_IN_CAPITALS.match(words, start)
    if housed_in is not None:
        return housed_in[1]
    match = NAME.match(words, start)
    if match is None:
        return None
    end = match.end(1)
    more = _AND.match(words, end)
    if more is not None and is_house(more[1]) and not is_house(match[1]):
        return f"{match[1]}{more[0]}"  # "the Foreign and Commonwealth Office"
    ministry = _MINISTRY.match(match[1])
    if ministry is not None:
        return ministry[0].partition(".")[0]
    kept: list[str] = []
    # A title or a person's office ends the name of a place: "in Oslo Prime Minister Ode".
    every = match[1].split()
    whole = is_town(match[1])
    for index, word in enumerate(every):
        bare = word.rstrip(".'’")
        housed = not known.venues.isdisjoint(map(str.lower, every[index + 1 : index + 2]))
        if bare in _BODIES and not housed:
            return None
        if (bare in known.no_place and not housed) or bare in _SHOUTED:
            break
        low = word.lower()
        if low in vocabulary().heads and not (housed and bare == "Official"):
            break
        if index and not whole and (low in vocabulary().address or bare in _STYLES):
            break
        kept.append(word)
    while kept and kept[-1].islower():
        kept.pop()
    if not kept:
        return None
    name = " ".join(kept)
    if _adjective_at(name) and words[start + len(match[0]) :].lstrip()[:1].islower():
        return None  # "in the Norwegian capital"
    if is_owner(words, match):
        return None
    part, _, _ = name.partition(" of the ")
    if part != name and " " in part:
        return part  # "Vik House of the Ministry", but "the Chamber of the Cod Building"
    if name != match[1]:
        return None if is_event(words, start) else name
    if name.endswith(".") and not SHORT_AT_END.search(name):
        name = name[:-1]
    numbered = _NUMBERED.match(words, end)
    if numbered is not None:
        return name + numbered[0]
    region = region_after(words, end)
    if is_name(region[2:]) and is_name(name) and _LISTED.match(words, end + len(region)):
        return name  # "Norway, Chile and Oman"
    return name + region


def is_owner(words: str, name: re.Match[str]) -> bool:
    """Whether a name is whose the house behind it is: ``at the Organization's headquarters``."""
    below = words[name.end() : name.end() + _HOUSE].split(maxsplit=1)[:1]
    owned = name[1].endswith(("'s", "’s"))
    return owned and not cues().venues.isdisjoint(word.rstrip(".,;") for word in below)


def _adjective_at(name: str) -> bool:
    """Whether a name is but the adjective of a country."""
    places = find_places(name)
    return bool(places) and places[0].kind == "adjective" and places[0].end == len(name)


def region_after(words: str, comma: int) -> str:
    """The country or region after a comma at ``comma``, the comma with it, or ``""``."""
    match = _REGION.match(words, comma)
    if match is None:
        return ""
    region = match[2] if match[2] in cues().regions else match[2].rstrip(".")
    short, dot, _ = region.partition(". ")
    if dot and f"{short}." in cues().regions:
        region = f"{short}."  # "in Washington, D.C. The gist is"
    countries = find_places(region)
    whole = bool(countries) and (countries[0].start, countries[0].end) == (0, len(region))
    known = region in cues().regions or region in Wording.default().seats
    # "State House, Cod Palace"
    known = known or (is_house(region) and is_house(words[:comma].rpartition(", ")[2][-_HOUSE:]))
    known = known or region.rpartition(" ")[2] in _PARTS
    if known or (whole and countries[0].kind != "adjective"):
        return f", {match[1] or ''}{region}"
    return ""


def is_event(words: str, start: int) -> bool:
    """Whether the capitalised words from ``start`` name an event or a body, not a place."""
    match = NAME.match(words, start)
    return match is not None and not cues().events.isdisjoint(match[1].lower().split())


def is_town(name: str) -> bool:
    """Whether a name is that of a town that is known for one."""
    return is_capital(name) or name in Wording.default().seats


def is_known(name: str) -> bool:
    """Whether a name in capitals is that of a country, a capital, a seat or a building."""
    known = cues()
    place, *_ = name.title().split(", ")
    return is_name(place) or is_town(place) or place in known.regions or is_house(name)


def is_house(name: str) -> bool:
    """Whether a name is that of a building, or of a part of one."""
    known = cues()
    low = name.lower()
    return low in known.houses or not known.venues.isdisjoint(low.replace("/", " ").split())
