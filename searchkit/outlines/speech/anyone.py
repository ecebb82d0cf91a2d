"""One of those who meet whom nothing names: ``One member doubted it``, ``A Norwegian participant``.

Such a one speaks for all who meet, as several do; for a side where his or her people are told.
Those who are only *counted* are all of them: ``both heads of diplomacy``, ``the two negotiators``.
"""

from __future__ import annotations

import re

from ...records import BOTH_SIDES
from ..lands.countries import adjective_of, country_of
from ..names.tokens import Tokens
from .leading import before, led
from .reporting import may_speak
from .subject import Subject

__all__ = ["anyone", "counted", "some_of_them"]

_ONE = led(
    "a|an|one|another|each|every",
    r"(?:an?|one|another|each|every)\s+(?:of\s+the\s+|other\s+)?"
    r"(?P<what>(?:[A-Za-z][\w’'-]*[ \t]+){0,3})\Z",
    re.IGNORECASE,
)
_WHO_MEETS = frozenset({
    "participant", "delegation", "member", "delegate", "minister", "councillor", "councilor",
    "panellist", "panelist", "trustee", "attendee",
})  # fmt: skip
"""What each of those in the room may be called."""
_ELSEWHERE = (" of ", " from ")
"""Behind these stands whose member somebody is: ``A member of the public asked``."""
_PREPOSITIONS = frozenset({"of", "to", "in", "for", "by", "with", "from", "on", "at", "as"})
_THINGS = (
    "papers|letters|numbers|orders|matters|factors|sectors|chapters|quarters|borders|corridors"
    "|errors|tenders|offers|rivers|centers|powers|newspapers|folders|posters|others|vectors|lists"
    "|coasts|posts"
)
_COUNTED = re.compile(
    rf"(?:[Bb]oth|two|three|four|five)(?: of the)?(?: [A-Za-z][\w-]*(?<!s)){{0,3}}? (?!{_THINGS})"
    r"(?:[a-z-]+(?:ers|ors|ists|ians)|authorities|dignitaries|(?:heads|chiefs) of [a-z]+"
    r"|[a-z]*chiefs|statesmen|stateswomen|monarchs|sovereigns|personalities|figures|men|women"
    r"|friends)(?=[ ,])"
)
"""Whatever they are called: of things only few have such names."""
_NUMBERS = frozenset({"both", "two", "three", "four", "five"})
_OF_ALL = re.compile(r"\b(?:[Tt]he|[Tt]hese|[Aa]ll|[Tt]hose) \Z")
_LED = 8
_QUANTITIES = frozenset({"some", "several", "many", "most", "others", "a", "all", "few"})
_SOME_ALONE = re.compile(
    r"(?:Some|Several|Many|Most|Others|All|Few|A few|A number)(?: others)?(?= [a-z])"
)
_ROOM = re.compile(
    r"\b(?:members?|delegations?|participants?|delegates?|speakers?|ministers?|trustees|councill?ors"
    r"|panell?ists|attendees|directors|representatives)\b",
    re.IGNORECASE,
)
_BEFORE = 600
"""So far before, in characters, those are named of whom some speak."""


def counted(tokens: Tokens) -> list[Subject]:
    """Those who meet where their number shows them: ``both negotiators``, ``the two chiefs``."""
    found: list[Subject] = []
    text = tokens.text
    for start in tokens.starts_of(_NUMBERS):
        match = _COUNTED.match(text, start)
        if match is None or not may_speak(text, match.end()):
            continue
        of_all = _OF_ALL.search(text, max(0, start - _LED), start)
        if of_all is None and text[start] not in "Bb":
            continue
        begin = start if of_all is None else of_all.start()
        found.append(Subject(begin, match.end(), "joint", BOTH_SIDES, text[begin : match.end()]))
    return found


def some_of_them(tokens: Tokens) -> list[Subject]:
    """Some of those of whom the paragraph has told: ``Many members agreed. Others did not.``"""
    found: list[Subject] = []
    text = tokens.text
    for start in tokens.starts_of(_QUANTITIES):
        match = _SOME_ALONE.match(text, start)
        if match is None or not may_speak(text, match.end()):
            continue
        begin = max(text.rfind("\n", 0, start) + 1, start - _BEFORE)
        if text.endswith((". ", ".\n"), begin, start) and _ROOM.search(text, begin, start):
            found.append(Subject(start, match.end(), "joint", BOTH_SIDES, match.group()))
    return found


def anyone(tokens: Tokens, start: int, end: int, low: str) -> Subject | None:
    """Who stands at ``text[start:end]``, after ``one``, ``a``, ``each`` and their like."""
    one = before(_ONE, tokens, start) if low in _WHO_MEETS else None
    text = tokens.text
    if one is None or text.startswith(_ELSEWHERE, end):
        return None
    what = one["what"].split()
    if not _PREPOSITIONS.isdisjoint(what):
        return None
    country = next(filter(None, map(country_of, what)), None)
    side = None if country is None else f"{adjective_of(country)} side"
    kind = "joint" if side is None else "side"
    return Subject(one.start(), end, kind, side or BOTH_SIDES, text[one.start() : end])
