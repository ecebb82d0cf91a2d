"""States that speak, and those who speak for them without a name: ``our Maltese hosts``.

What they say is their side's; so is what the head or members of its delegation say.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

from ...records import BOTH_SIDES
from ..lands.countries import Place, adjective_of, country_of, is_name
from ..names.tokens import Tokens
from .reporting import may_speak
from .subject import Subject, side_name

if TYPE_CHECKING:
    from .flow import Flow
    from .frames import Reader

__all__ = ["delegate_meant", "delegations", "states"]

_SENT_WORDS = """
officials representatives hosts guests experts negotiators delegates partners participants team
party ministry counterparts colleagues diplomats friends interlocutors members authorities
"""
_SENT = frozenset(_SENT_WORDS.split())
_BODIES = frozenset({"side", "delegation", "team", "government"})
_NATION = re.compile(
    r"(?P<led>\b(?:[Tt]he|[Oo]ur|[Aa]ll|[Bb]oth)(?: [a-z]+ing)? )?"
    r"(?P<who>\b[A-ZÀ-ÞĀ-ɏ][\w.-]*(?: [A-ZÀ-ÞĀ-ɏ][\w.-]*)?)"
    r" (?:(?:senior|foreign|defen[cs]e|finance|trade|government|embassy|two|other) )?\Z"
)
_MEMBERS = re.compile(
    r"\b(?:(?:[Tt]he |[Aa] )?(?:[Hh]ead|[Ll]eader|[Rr]epresentatives?|[Mm]embers?|[Dd]elegation"
    r"|[Dd]elegates|[Oo]fficials|[Ss]pokes(?:man|woman|person))|[Tt]hose) (?:of|on|from|for) the "
    r"(?P<who>[A-ZÀ-ÞĀ-ɏ][\w.-]*(?: [A-ZÀ-ÞĀ-ɏ][\w.-]*)?) \Z"
)
_CLAUSE = re.compile(r"(?:\A|[.;:,!?–—-]\s+|\n\s*(?:[-*•o·(]\S{0,3}[ \t]+)?|\) |\b(?:and|but) )\Z")
_DATELINE = re.compile(r",? (?:\d{1,2} [A-Z]|[A-Z][a-z]+ \d|\([^()\n]{3,40}\) ?[-–—]|[-–—])")
_BACK = 80


def delegations(tokens: Tokens) -> list[Subject]:
    """The subjects of ``tokens`` that stand for a side."""
    found: list[Subject] = []
    text = tokens.text
    for i in tokens.where(_SENT | _BODIES):
        start, end, low = tokens.starts[i], tokens.ends[i], tokens.lows[i]
        if tokens.words[i] != low or not may_speak(text, end):
            continue
        back = max(0, start - _BACK)
        match = _MEMBERS.search(text, back, start) if low in _BODIES else None
        if match is None and low in _SENT:
            match = _NATION.search(text, back, start)
            if match is not None and match["led"] is None:
                alone = _CLAUSE.search(text, max(0, match.start() - 8), match.start())
                match = match if alone is not None else None
        country = country_of(match["who"]) if match is not None else None
        if match is None or country is None:
            continue
        if is_name(match["who"]) and adjective_of(country) != match["who"]:
            continue  # "Norway officials"
        side = side_name(match["who"])
        found.append(Subject(match.start(), end, "side", side, text[match.start() : end]))
    return found


def states(text: str, places: Sequence[Place]) -> list[Subject]:
    """The countries of ``text`` that may speak, as their sides."""
    found: list[Subject] = []
    for place in places:
        a, b = place.start, place.end
        if place.kind == "adjective" and not text[a:b].isupper():
            continue
        if place.kind == "capital" and text[a:b].isupper() and _DATELINE.match(text, b):
            continue  # "DUSHANBE, 27 April 2010 - The Minister said"
        if text[b : b + 1] in ("-", "'", "’", "–") or (a and text[a - 1] in "-–"):
            continue
        found.append(Subject(a, b, "country", f"{adjective_of(place.country)} side", text[a:b]))
    return found


def delegate_meant(reader: Reader, flow: Flow, start: int) -> str | None:
    """The state of whose delegate a sentence tells: ``Norway was for it. She said why.``

    Only where whoever acted last is of another state, was asked nothing, and nothing tells that
    the pronoun fits.
    """
    if (
        flow.questions
        or flow.side in (None, BOTH_SIDES)
        or not reader.text.startswith(("She ", "He "), start)
    ):
        return None
    other = flow.person and reader.side_of(flow.person) not in (None, flow.side)
    return flow.side if other and flow.person not in reader.gender else None
