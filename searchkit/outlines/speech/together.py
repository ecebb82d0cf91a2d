"""Who speaks together: all who meet, only some of them, or a state for all its people.

All who meet are ``Both sides``. Where more meet than are named (``Norway and Malta welcomed it``,
at a meeting of five), the statement is the first one's, and the others are quoted.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from ..lands.countries import adjective_of, country_of
from ..words.gates import Expression
from .reporting import may_report
from .subject import subject_words

if TYPE_CHECKING:
    from .frames import Reader
    from .subject import Subject

__all__ = ["declares", "how_many", "some_of", "who_speak"]

_SIDE = " side"
_NUMBERS = {"three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8}
_COUNTED = Expression(
    # One set of signs comes first, which is what a search is fast for.
    r"[Tt](?<!\w.)he (?P<many>three|four|five|six|seven|eight) "
    r"(?:(?:foreign|defen[cs]e|prime|finance) )?(?:ministers|sides|leaders|parties|participants"
    r"|heads)\b"
)
_DECLARES = Expression(
    r"^[\W_]*(?:Press )?(?:Statement|Declaration|Comment) (?:by|of|from|on behalf of) (?:the )?"
    r"[^\n]{0,60}?(?:Press Secretary|Spokes(?:man|woman|person)|Government|Ministry|Department)\b"
    r"|^[\W_]*(?:[A-ZÀ-ÞĀ-ɏ][\w’']* ){0,3}(?:Government|Ministry|Foreign Affairs)(?:[’']s)?"
    r" (?:Statement|Declaration) (?:on|about|regarding|concerning)\b",
    re.MULTILINE,
)
_FRONT = 400
_WORD = re.compile(r"\w+")
_TWO = 2
_BACK = 8


def who_speak(reader: Reader) -> tuple[frozenset[str], frozenset[str]]:
    """The persons, and the sides of countries, with whom a sentence of the document begins."""
    text = reader.text
    persons: set[str] = set()
    sides: set[str] = set()
    for subject in reader.subjects(0, len(text)):
        if subject.speaker is None or subject.kind not in ("country", "side", "person"):
            continue
        before = text[max(0, subject.start - _BACK) : subject.start].rstrip()
        before = before.removesuffix("The").rstrip()
        if (not before or before[-1] in ".:•-)") and may_report(text, subject.end):
            (persons if subject.kind == "person" else sides).add(subject.speaker)
    return frozenset(persons), frozenset(sides)


def declares(text: str) -> bool:
    """Whether a text is what a government or those who speak for it declare, so that sentences in
    the present are its words: ``Norway welcomes the agreement.``"""
    return _DECLARES.search(text, 0, _FRONT) is not None


def how_many(text: str) -> int:
    """How many meet, as the text counts them: ``the four ministers``; 0 where it does not."""
    if not any(f" {number} " in text for number in _NUMBERS):
        return 0
    return max((_NUMBERS[match["many"].lower()] for match in _COUNTED.finditer(text)), default=0)


def some_of(reader: Reader, subject: Subject) -> tuple[str, ...]:
    """Those named in ``subject``, if others meet as well who do not speak; else nobody."""
    if not subject.members:
        return ()
    members = tuple(dict.fromkeys(name for name in subject.members if name is not None))
    if len(members) < _TWO or len(members) < len(subject.members):
        return ()
    return () if _are_all(reader, members) else members


def _are_all(reader: Reader, members: tuple[str, ...]) -> bool:
    """Whether ``members``, several persons or several sides, are all who meet."""
    persons, states = reader.who_speak()
    met = {side for name in reader.participants if (side := reader.side_of(name)) is not None}
    if all(name.endswith(_SIDE) for name in members):
        if len(members) == _TWO and _named_in_front(reader) == set(members):
            return True
        plain = [name.removesuffix(_SIDE) for name in members]
        groups = [name for name in plain if country_of(name) is None]
        if len(members) == _TWO and len(groups) == 1 and groups[0] not in subject_words().bodies:
            return True  # "Norway and the Pacific members"
        both = len(met) >= _TWO and met <= set(members)
        return both or len(met | states | set(members)) <= _TWO
    if reader.participants and reader.participants <= set(members):
        return True
    if len(members) == _TWO and _one_named_in_front(reader) in members:
        return True  # whom the title names met one after the other
    if len(members) < reader.count:
        return False  # of "the four ministers"
    own = {reader.side_of(name) for name in members}
    many = len(reader.participants) > _TWO * len(members) if None in own else len(own) == 1
    known = met | {side for name in persons if (side := reader.side_of(name)) is not None}
    return not many and len(known) <= _TWO


def _one_named_in_front(reader: Reader) -> str | None:
    """Who alone is named by the title: ``Visit by Minister Roe to Malta``."""
    blocks = reader.people.tokens.blocks
    names = {m.name for m in reader.mentions(0, blocks[0] if blocks else 0)} - {None}
    return next(iter(names)) if len(names) == 1 else None


def _named_in_front(reader: Reader) -> set[str]:
    """The sides that the title names: ``ASEAN-Norway Dialogue`` is of two."""
    blocks = reader.people.tokens.blocks
    end = blocks[0] if blocks else 0
    states = {place.country for place in reader.people.places if place.start < end}
    bodies = subject_words().bodies & set(_WORD.findall(reader.text, 0, end))
    return {f"{adjective_of(state)} side" for state in states} | {f"{b} side" for b in bodies}
