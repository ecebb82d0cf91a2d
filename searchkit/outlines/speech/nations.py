"""States as subjects: ``the Norwegian ministers``, ``ASEAN Member States``, a government."""

from __future__ import annotations

import re

from ..lands.countries import adjective_of, country_of, is_name
from ..names.tokens import Tokens
from .leading import NAME, THE, Led, before, led, span
from .subject import Subject, subject_words

__all__ = ["FRONT", "of_body", "of_nation", "of_state"]

_NATION = led(
    "the|all|both",
    r"(?:[Tt]he|[Aa]ll|[Bb]oth)(?: the)?(?: two| three| four| five)? "
    rf"(?P<who>{NAME}(?: {NAME})?)"
    r"(?P<region> region| [Ii]sland)? (?:foreign |prime |defen[cs]e |finance |economic |vice )?\Z",
)
_MEMBERS = Led(None, re.compile(rf"(?:\b[Tt]he )?\b(?P<who>{NAME}) (?:[Mm]ember |[Ii]sland )?\Z"))
_OF_BODY = re.compile(rf" of (?:the )?(?P<of>{NAME}(?: {NAME}){{1,2}})(?= [a-z])")
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
        apart = found.groupdict().get("region") or _meets(_REGIONS.get(who, who), text[:FRONT])
        if not apart and f" and {who} {text[start:end]} " not in text:
            return None
        return Subject(found.start(), end, "side", f"{who} side", text[found.start() : end])
    country = country_of(who)
    if country is None or is_name(who):
        return None
    side = f"{adjective_of(country)} side"
    return Subject(found.start(), end, "side", side, text[found.start() : end])


def _meets(name: str, front: str) -> bool:
    """Whether a title tells that those of a body or a region meet others: ``ASEAN-Norway``."""
    name = re.escape(name)
    return (
        re.search(
            rf"\b{name}(?:[-–]\w| ?(?:\+|[Pp]lus|and|with)\b)|\w[-–]{name}\b"
            rf"|\b(?:and|with|plus|Plus) (?:the )?{name}\b",
            front,
        )
        is not None
    )


def of_body(tokens: Tokens, start: int, end: int) -> Subject | None:
    """``The Ministers of the Cod Alliance``, which by the title meets somebody: its side."""
    of = _OF_BODY.match(tokens.text, end)
    if of is None or country_of(of["of"]) or not _meets(of["of"], tokens.text[:FRONT]):
        return None
    return span(tokens, start, of.end(), "side", f"{of['of']} side", THE)


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
