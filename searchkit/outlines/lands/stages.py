"""Stages: headings that tell with which country one talked: ``2. Ruritania``, ``Norland-Oman``.

A heading of one country alone tells it, and so does one of *two* where the same country is one of
both in every such heading: that is the *home* of who talked with all the others.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from .countries import countries_in, country_of, find_places, is_name

__all__ = ["home_of_headings", "stage", "stages"]

_IN_BRACKETS = re.compile(r"\([^()]*\)")
_VISIT = re.compile(
    r"\A(?:(?:official |state )?visit to |meetings in |talks in |in )?(?:the )?", re.I
)
_TWO = re.compile(
    r"(?P<one>[A-ZÀ-ÞĀ-ɏ][\w.’' ]{1,40}?) ?[-–] ?(?P<other>[A-ZÀ-ÞĀ-ɏ][\w.’' ]{1,40}?)"
    r"(?: (?:(?:Foreign|Prime|Trade|Defen[cs]e|Finance) )?(?:(?:Ministers?|Leaders)[’']? ?)?"
    r"(?:(?:Summit|Bilateral|Ministerial) )?"
    r"(?:Meetings?|Talks|Summit|Lunch|Dinner|Consultations))?",
)
_PAIR = 2


def stage(heading: str) -> str | None:
    """The country that a heading is of and nothing else: ``2. Ruritania (May 3)``."""
    bare = _IN_BRACKETS.sub("", heading).strip(" :.-–")
    bare = _VISIT.sub("", bare)
    return country_of(bare) if is_name(bare) else None


def _two(heading: str) -> tuple[str, ...]:
    """The two countries of a heading that tells of their talks and of nothing else."""
    match = _TWO.fullmatch(_IN_BRACKETS.sub("", heading).strip(" :.-–"))
    if match is None:
        return ()
    both = countries_in(find_places(f"{match['one']}, {match['other']}"))
    return both if len(both) == _PAIR and all(map(country_of, match.groups())) else ()


def home_of_headings(headings: Iterable[str]) -> str | None:
    """The country that is one of the two in every heading of two, where there are several."""
    pairs = [pair for pair in map(_two, dict.fromkeys(headings)) if pair]
    if len(pairs) < _PAIR:
        return None
    common = set(pairs[0]).intersection(*pairs)
    return common.pop() if len(common) == 1 else None


def stages(headings: Iterable[str]) -> dict[str, str]:
    """The country with which one talked under each heading that tells it."""
    every = list(dict.fromkeys(headings))
    home = home_of_headings(every)
    told = {heading: stage(heading) for heading in every}
    if home is not None:
        for heading in every:
            other = set(_two(heading)) - {home}
            told[heading] = told[heading] or (other.pop() if len(other) == 1 else None)
    return {heading: country for heading, country in told.items() if country}
