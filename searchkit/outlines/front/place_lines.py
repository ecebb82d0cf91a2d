"""Lines that name a place and nothing else: a town, a country, a building."""

from __future__ import annotations

import re

from ..header.cues import cues
from ..lands.countries import find_places
from ..words.wording import Wording

__all__ = [
    "is_country",
    "is_place",
    "is_town_in_country",
    "is_venue",
    "may_be_place",
    "without_house",
]

_TOWN = re.compile(
    r"[A-ZÀ-ÞĀ-ɏ][\w'’.-]+(?: [A-ZÀ-ÞĀ-ɏ][\w'’.-]+)?(?:, [A-ZÀ-ÞĀ-ɏ][\w.]+(?: [A-ZÀ-ÞĀ-ɏ]\w+)?)?"
)
_TOWN_AND_COUNTRY = 2
_SMALL_OF_VENUE = frozenset({"of", "the", "and", "&", "de", "la", "no.", "for"})
_VENUE_WORDS = 14
_STATE = re.compile(
    r"(?:the |THE )?(?:[A-Z]\S+ ){0,3}"
    r"(?:Republic|REPUBLIC|Kingdom|KINGDOM|Principality|PRINCIPALITY)"
    r"(?: (?:of|OF)(?: (?:the|THE|and|AND|[A-ZÀ-ÞĀ-ɏ]\S*)){1,5})",
)
"""The full name of a country, known or not."""


def is_town_in_country(words: str) -> bool:
    """Whether a line is a town with its country: ``Bergen, Norway``."""
    parts = words.split(", ")
    both = len(parts) == _TOWN_AND_COUNTRY
    both = both and (is_place(parts[1]) or parts[1] in cues().regions)
    return both and _TOWN.fullmatch(words) is not None


def may_be_place(words: str, wording: Wording) -> bool:
    """Whether a line beside the date, of few words with capitals, may be a town's name."""
    return (
        _TOWN.fullmatch(words) is not None
        and wording.kind(words) is None
        and not wording.promises(words)
        and not wording.is_category(words)
        and not words.isupper()
    )


def is_venue(words: str) -> bool:
    """Whether a line names a building or a room and nothing else: ``Room 2, Town Hall``."""
    parts = words.strip("()").split(", ")
    named = all(
        word[:1].isupper() or word[:1].isdigit() or word in _SMALL_OF_VENUE
        for part in parts
        for word in part.split()
    )
    lows = {word.lower() for part in parts for word in part.split()}
    return (
        named
        and 1 < len(words.split()) <= _VENUE_WORDS
        and not cues().venues.isdisjoint(lows)
        and Wording.default().kind(words) is None
    )


_AND_ON_AIR = re.compile(
    r",? (?:and|&) (?:via |on )?[\w. ]{2,30} (?:Live|Zoom|Webex)\Z|,? and online\Z"
)


def without_house(words: str) -> str:
    """A place without the house right before its town: ``Grand Hotel Bergen, Norway``.

    Nor with where else it could be seen: ``Press Room and Ministry FB Live``.
    """
    words = _AND_ON_AIR.sub("", words)
    house, comma, state = words.partition(", ")
    every = house.split()
    for at in range(1, len(every) if comma and "," not in state else 0):
        town = " ".join(every[at:])
        if every[at - 1].lower() in cues().venues and is_place(town) and is_place(state):
            return f"{town}, {state}"
    return words


def is_country(words: str) -> bool:
    """Whether ``words`` are the name of a country and nothing else: ``Republic of Norland``."""
    places = find_places(words)
    whole = bool(places) and places[0].kind == "name"
    known = whole and (places[0].start, places[0].end) == (0, len(words))
    return known or _STATE.fullmatch(words) is not None


def is_place(words: str) -> bool:
    """Whether ``words`` are a country or a town that datelines name, and nothing else."""
    places = find_places(words)
    known = bool(places) and places[0].kind != "adjective"
    whole = known and (places[0].start, places[0].end) == (0, len(words))
    return whole or words.removesuffix(" City") in Wording.default().seats
