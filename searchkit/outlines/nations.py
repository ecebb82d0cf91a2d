"""States as subjects: ``the Norwegian ministers``, ``ASEAN Member States``, a government."""

from __future__ import annotations

import re

from .countries import adjective_of, country_of, is_name
from .leading import NAME, THE, Led, before, led, span
from .subject import Subject, subject_words
from .tokens import Tokens

__all__ = ["FRONT", "of_nation", "of_state"]

_NATION = led(
    "the|all|both",
    r"(?:[Tt]he|[Aa]ll|[Bb]oth)(?: the)?(?: two| three| four| five)? "
    rf"(?P<who>{NAME}(?: {NAME})?)"
    r" (?:foreign |prime |defen[cs]e |finance |economic |vice )?\Z",
)
_MEMBERS = Led(None, re.compile(rf"(?:\b[Tt]he )?\b(?P<who>{NAME}) (?:[Mm]ember )?\Z"))
_REGIONS = {
    "Central Asian": "Central Asia",
    "Nordic": "Nordic",
    "Baltic": "Baltic",
    "Benelux": "Benelux",
    "Mekong": "Mekong",
    "Pacific": "Pacific",
    "Caribbean": "Caribbean",
    "African": "Africa",
    "Arab": "Arab",
    "Gulf": "Gulf",
    "Visegrad": "Visegrad",
    "European": "Europe",
}
"""Regions that meet somebody as one side, by their adjectives."""
FRONT = 600
"""A title and an opening are no longer, in characters."""
_OF_STATE = led("the", rf"[Tt]he\s+(?P<whose>{NAME}(?:[ ]{NAME})?)\s+\Z")
_GOVERNMENT_OF = re.compile(
    r"\s+of\s+(?:the\s+)?(?P<of>[A-ZÀ-ÞĀ-ɏ][\w.]*(?:[ ](?:of[ ]|the[ ])*[A-ZÀ-ÞĀ-ɏ][\w.]*)*)"
)


def of_nation(tokens: Tokens, start: int, end: int, *, some: bool) -> Subject | None:
    """``the Norwegian ministers``, ``all ASEAN leaders`` where ASEAN meets somebody: their side."""
    found = before(_NATION, tokens, start)
    if found is None and not some:
        found = before(_MEMBERS, tokens, start)
    if found is None:
        return None
    text, who = tokens.text, found["who"].removesuffix(" Member")
    if who in subject_words().bodies or who in _REGIONS:
        name = re.escape(_REGIONS.get(who, who))
        if not re.search(
            rf"\b{name}(?:[-–]\w| ?(?:\+|[Pp]lus|and|with)\b)|\w[-–]{name}\b"
            rf"|\b(?:and|with|plus|Plus) (?:the )?{name}\b",
            text[:FRONT],
        ):
            return None
        return Subject(found.start(), end, "side", f"{who} side", text[found.start() : end])
    country = country_of(who)
    if country is None or is_name(who):
        return None
    side = f"{adjective_of(country)} side"
    return Subject(found.start(), end, "side", side, text[found.start() : end])


def of_state(tokens: Tokens, start: int, end: int) -> Subject | None:
    """``the Japanese Government``, ``the Government of Japan``."""
    text = tokens.text
    of = _GOVERNMENT_OF.match(text, end)
    country = country_of(of.group("of")) if of else None
    if of and country:
        speaker = f"{adjective_of(country)} side"
        return span(tokens, start, of.end(), "country", speaker, THE)
    whose = before(_OF_STATE, tokens, start)
    country = country_of(whose.group("whose")) if whose else None
    if whose is None or country is None:
        return None
    return Subject(
        whose.start(), end, "country", f"{adjective_of(country)} side", text[whose.start() : end]
    )
