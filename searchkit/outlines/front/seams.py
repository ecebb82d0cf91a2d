"""Seams: where a title is broken into lines, told by the sense of the lines alone.

A line *goes on* with the one above it where that one is left open (it ends in ``of``, ``and`` or a
comma, or a bracket in it is not closed), or where it cannot begin anything itself (``with the
Minister of Norway``). A *run* is of lines that go on with one another.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Protocol

from ..header.cues import cues
from ..lands.countries import find_places
from ..words.wording import Wording
from .date_lines import place_beside
from .place_lines import is_place

__all__ = ["runs"]


class _Line(Protocol):
    role: str
    words: str
    gap: bool
    depth: int


_MONTH = (
    r"(?:January|February|March|April|May|June|July|August|September|October|November|December)"
)
_OPEN_END = re.compile(
    r"(?:(?:^|[\s(])(?:of|the|and|or|by|between|with|to|for|on|in|at|from|(?-i:an?)|as|into|its|his"
    r"|her|their|upon|under|during|following|after|&|mrs?|ms|dr|h\.e|hon)\.?|,|\w['’]s|s['’]"
    # what stands before an office, a meeting or whom somebody met
    r"|\s(?:foreign|prime|deputy|vice|joint|bilateral|trilateral|multilateral|official|high-level)"
    r"|\bheld|\bthe (?:first|second|third|[a-z-]+th|\d{1,3}(?:st|nd|rd|th))"
    r"|\b(?:after|following|before) (?:meeting|visiting|receiving|welcoming|hosting))\Z",
    re.IGNORECASE,
)
"""What a title cannot end in."""
_MET = re.compile(r" meeting\Z", re.IGNORECASE)
"""Whom may come next, or where it was: ``Remarks Following Meeting`` / ``Vik, Norway``."""
_PAIR = re.compile(r"\bthe (?:\w+ )?\w+[-–]\w+\Z", re.IGNORECASE)
"""Two countries of which something is to be told: ``Session of the Norway-Chile``."""
_WHOSE = re.compile(
    r"\b(?:of|with|and|between|by|for|to) ((?:[A-ZÀ-ÞĀ-ɏ][\w-]+ ){0,4}[A-ZÀ-ÞĀ-ɏ][\w-]+)\Z", re.I
)
"""An office without an article: its holder comes next."""
_DAY_AT_END = re.compile(r"(?<![\w.,:/-])\d{1,2}(?:st|nd|rd|th)?(?: (?:day )?of)?\Z", re.I)
_MONTH_AT_END = re.compile(
    rf"(?:\b\d{{1,2}}(?:st|nd|rd|th)? {_MONTH}|{_MONTH} \d{{1,2}}),?\Z", re.I
)
_MONTH_FIRST = re.compile(rf"{_MONTH},? \d{{4}}\b", re.IGNORECASE)
_YEAR_FIRST = re.compile(r"(?:19|20)\d\d\b")
_CLOCK = re.compile(
    r"\d{1,2}(?:[.:]\d\d)? ?(?:[ap]\.?m\b|hours|hrs)|\d{1,2}[.:]\d\d\b", re.IGNORECASE
)
_NUMBER_AT_END = re.compile(r"\bat \d{1,3}\Z", re.IGNORECASE)
_HALF_DAY = re.compile(r"[ap]\.?m\b", re.IGNORECASE)
_HOUR_AT_END = re.compile(r" \d{1,2}(?:[.:]\d\d)?\Z")
_ON_A_DAY = re.compile(
    r"(?!(?:held|at|in|on|dated?|published|posted|issued)\b)[^\W\d][\w.’'-]*,? "
    r"(?:[\w.’'-]+,? ){0,5}on (?:the )?(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day\b|\d)",
    re.IGNORECASE,
)
"""The rest of what something is called, and its day: ``Street on Monday 3 May 2004``."""
_HELD = re.compile(r"held (?:at|in|on|from|[a-z]+day)\b", re.IGNORECASE)
_HELD_AT = re.compile(r"\bheld (?:at|in) [^,;:]{2,60}\Z", re.IGNORECASE)
"""Where a meeting was held, left open: its day comes next."""
_WAS_HELD = re.compile(r"(?:[^\W\d]+ ){1,5}held (?:at|in|on|from|[a-z]+day)\b", re.IGNORECASE)
_IN_A_HOUSE = re.compile(
    r"\b(?:in|at) (?:the )?"
    r"(?:[A-ZÀ-ÞĀ-ɏ][\w’']+ ){0,2}[A-ZÀ-ÞĀ-ɏ][\w’']+\Z",
    re.I,
)
_NEVER_FIRST = re.compile(r"(?:and|with|between|of|or|&) ", re.IGNORECASE)
"""What no title begins with."""
_OF = re.compile("of ", re.IGNORECASE)
_SELDOM_FIRST = re.compile(
    r"(?:on|in|at|by|for|to|from|during|following|after|before|ahead of|prior to|upon|hosted"
    r"|within|under|as|(?-i:HELD)) ",
    re.IGNORECASE,
)
"""What a title seldom begins with, where it has begun above."""
_IN_BRACKETS = re.compile(r"\([^()]+(?:\([^()]+\)[^()]*)?\)")
_SIGNED = re.compile(r"(?i:by|from) (?:[A-ZÀ-ÞĀ-ɏ][\w.’'-]+ ?){2,3}(?:,|\Z)")
"""A line that tells who wrote the text: ``By Jo Doe, Press Officer``."""
_PAIRS = (("(", ")"), ("[", "]"), ("“", "”"), ("«", "»"))
_MAY_BE_VERBS = frozenset({"visits", "calls", "talks"})
_LEAST = 3
"""A line that goes on with a verb has so many words at least."""


def _is_open(words: str) -> bool:
    """Whether a line is left open at its end."""
    return (
        _OPEN_END.search(words) is not None
        or any(words.count(opening) > words.count(closing) for opening, closing in _PAIRS)
        or any(
            x.end == len(words) and (x.kind == "adjective" or _PAIR.search(words))
            for x in find_places(words)
        )
    )


def _parts_office(above: str, below: str, wording: Wording) -> bool:
    """Whether the break is within an office: ``... with the Foreign`` / ``Minister of Norway``."""
    *_, linked, before = "", "", *above.lower().split()
    after = below.partition(" ")[0].lower().rstrip(",:")
    # "Minister of Trade" lacks nothing.
    parted = bool(linked) and linked not in ("of", "for", "and")
    return parted and after in wording.offices and before in wording.before_office


def _lacks_holder(above: str, below: str, wording: Wording) -> bool:
    """Whether a line ends in an office without an article, and a name may come next."""
    whose = _WHOSE.search(above)
    if whose is None or above.isupper() != below.isupper() or not below[:1].isupper():
        return False
    *before, head = whose[1].lower().split()
    nations = {whose[1][x.start : x.end].lower() for x in find_places(whose[1])}
    first = below.partition(" ")[0].lower().rstrip(",:'’s")
    return (
        head in wording.offices
        and all(word in wording.before_office or word in nations for word in before)
        and first not in wording.promising
        and wording.kind(below) is None
    )


def _is_whose(above: str, below: str, wording: Wording) -> bool:
    """Whether a line begins with who holds the office above: ``Roe's Visit``, ``Roe Visits``."""
    first, _, rest = below.partition(" ")
    owned = first.endswith(("'s", "’s", "'S", "’S"))
    known = first.lower() in wording.promising or first.lower() in wording.offices
    does = rest.partition(" ")[0].lower() in wording.headline_verbs | _MAY_BE_VERBS
    return (
        (owned or does)
        and first[:1].isupper()
        and not known
        and wording.is_byline(above)
        and "," not in above
    )


def _does(above: str, below: str, wording: Wording) -> bool:
    """Whether a line tells what the one named above it does: ``Meets the Envoy of Norway``."""
    verb = below.partition(" ")[0].lower()
    return (
        verb in wording.headline_verbs
        and len(below.split()) >= _LEAST
        and wording.promises(above)
        and wording.headline_verbs.isdisjoint(above.lower().split())
        and wording.kind(above) is None
    )


def _goes_on(above: str, below: str, *, apart: bool, wording: Wording) -> bool:
    """Whether a line goes on with the one above it.

    Args:
        apart: whether a blank line is between the two that means something: brackets, and what may
            begin a line of its own, then go on with nothing.
    """
    if _MET.search(above) and all(map(is_place, below.split(", "))):
        return False
    if _is_open(above) or below[:1].islower() or _NEVER_FIRST.match(below) is not None:
        return True
    if _parts_office(above, below, wording):
        return True
    if apart:
        return False
    if _IN_BRACKETS.fullmatch(below) is not None:
        filed = wording.is_category(above) or wording.kind(below) is not None
        return wording.promises(above) and not filed
    if _SELDOM_FIRST.match(below) is None:
        return _does(above, below, wording)
    if (wording.is_category(above) or wording.is_sender(above)) and not below.isupper():
        return False  # "Statement" / "On the talks with Norway"
    signed = _SIGNED.match(below) is not None
    return not signed and wording.promises(above) and above.isupper() == below.isupper()


def _is_said(above: str, below: str, text: str) -> bool:
    """Whether the text has the words on both sides of the break, with capitals, together."""
    last, first = above.rpartition(" ")[2], below.partition(" ")[0].rstrip(",:")
    if not (last[:1].isupper() and first[:1].isupper()):
        return False
    words = f"{last} {first}"
    return words in text or (words.isupper() and words.title() in text)


def _breaks_date(above: str, below: str) -> bool:
    """Whether the break is within a day or an hour: ``on Monday 3`` / ``May 2004``."""
    if _YEAR_FIRST.match(below):
        return _MONTH_AT_END.search(above) is not None
    if _CLOCK.match(below):
        return above.lower().endswith(" at")
    if _HALF_DAY.match(below):
        return _HOUR_AT_END.search(above) is not None
    return _MONTH_FIRST.match(below) is not None and _DAY_AT_END.search(above) is not None


def _tells_when(head: str, above: str, below: str, wording: Wording) -> bool:
    """Whether a line goes on with when a meeting was that the title from ``head`` on tells of."""
    if above.isupper() != below.isupper() or not wording.promises(head):
        return False
    if above.lower().endswith(" held"):
        return True
    if _HELD.match(below) is not None:
        return below.isupper() or below[:1].islower()
    record = wording.records.search(head) is not None or _HELD_AT.search(above) is not None
    return record and (_WAS_HELD.match(below) or _ON_A_DAY.match(below)) is not None


def _parts_house(above: str, below: str) -> bool:
    """Whether the break is within the name of a house: ``in Council`` / ``Chambers, 41 Water``."""
    if _NUMBER_AT_END.search(above) and below[:1].isupper():
        return True  # "at 10" / "Downing Street"
    house, _, _ = below.partition(",")
    first = house.partition(" ")[0].lower().rstrip(".")
    again = house.lower() in above.lower()  # the place is told again below the title
    return first in cues().venues and not again and _IN_A_HOUSE.search(above) is not None


def _joins(
    head: _Line, above: _Line, line: _Line, text: str, *, apart: bool, wording: Wording
) -> bool:
    """Whether a line goes on with the one above it, whatever it might be by itself.

    Args:
        head: the first line of the run that the line above is of.
    """
    if line.depth or above.depth:
        return False
    if head.role == "kind":
        return line.role == "title" and _OF.match(line.words) is not None
    if head.role != "title":
        return False
    if not line.gap and line.role != "kind" and _breaks_date(above.words, line.words):
        return True
    if not line.gap and line.role in ("title", "date"):
        if _tells_when(head.words, above.words, line.words, wording):
            return True
        if line.role == "title" and _parts_house(above.words, line.words):
            return True
    if line.role == "boilerplate":
        # An administration may be named in a title: "by the" / "Delegation of Norway".
        named = wording.is_sender(line.words) and not (apart and line.gap)
        left = _is_open(above.words) and above.words[-1:] != ","
        return named and (left or _NEVER_FIRST.match(line.words) is not None)
    if line.role != "title":
        return False
    return _goes_on(above.words, line.words, apart=apart and line.gap, wording=wording) or (
        not line.gap
        and (
            _is_said(above.words, line.words, text)
            or _is_whose(above.words, line.words, wording)
            or _lacks_holder(above.words, line.words, wording)
        )
    )


def _tells_day_of_title(head: _Line, above: _Line, line: _Line) -> bool:
    """Whether a day above that of issue ends a title: ``Briefing by the`` / ``Cabinet (3 May)``."""
    if head.role != "title" or line.role != "date" or line.gap or line.depth:
        return False
    if line.words[:1] == "(" and place_beside(line.words) is not None and not line.words.isupper():
        return False  # "(3-4 May, Vik)" tells when and where they met
    return line.words[:1] + line.words[-1:] == "()" or _is_open(above.words)


def runs(lines: Sequence[_Line], text: str, wording: Wording) -> list[range]:
    """``lines`` above ``text`` parted into runs of those that go on with one another."""
    found: list[range] = []
    # Where blank lines stand between all lines they tell nothing.
    apart = not all(line.gap for line in lines[1:])
    for index, line in enumerate(lines):
        above = lines[index - 1] if index else None
        head = lines[found[-1].start] if found else line
        dated = [below.role for below in lines[index + 1 : index + 2]] == ["date"]
        if above is not None and (
            _joins(head, above, line, text, apart=apart, wording=wording)
            or (dated and _tells_day_of_title(head, above, line))
        ):
            found[-1] = range(found[-1].start, index + 1)
        else:
            found.append(range(index, index + 1))
    return found
