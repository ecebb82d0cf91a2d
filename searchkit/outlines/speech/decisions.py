"""What a body decides, where its record names it once: ``The Cabinet— (1) Took note of it.``

A *body* is who meets in one room: what it agrees is said by all. Its record names it above the
items of a decision, or not at all: ``Agreed to send four.``
"""

from __future__ import annotations

import re

__all__ = ["agreed", "decides", "is_body", "resolution", "was_resolved"]

_BODY = (
    r"(?:(?:The|This|All) )?(?:[A-ZÀ-ÞĀ-ɏ][\w’'-]*(?: of| and| on| for)? ){0,5}?"
    r"(?:Cabinet|(?:Sub-?)?[Cc]ommittee|Board|Council|Commission|Meeting|Panel|Group|Forum"
    r"|Conference|Assembly|Senate|Ministers|Members|Parties|Delegations|Force|Executive|Trustees"
    r"|Governors|Chamber|Plenary|Congress|Presidium|Bureau|Participants|Directors|Session"
    r"|Workshop|Ministerial|Branch|Delegates|Council of Ministers|meeting|members|participants)"
)
_ADVERBS = (
    r"(?:,? (?:then|also|accordingly|therefore|thereupon|thus|unanimously|further|furthermore"
    r"|hereby|subsequently|in conclusion|after discussion|having [^:—–]{5,90}),?)*"
)
_ALONE = re.compile(rf"{_BODY}{_ADVERBS}")
_DECIDES = re.compile(
    rf"{_BODY}{_ADVERBS} (?P<verb>decided|resolved|voted|determined|ordered|agreed)\b[^.;:]{{0,60}}"
)
_AGREED = re.compile(
    r"(?:(?:Unanimously|Also|Further|Generally|All) )?[Aa]greed,?(?: (?:unanimously|in principle"
    r"|by (?:all|consensus|general consent)|nem\.? ?con\.?|after discussion),?)?(?: to| that)\b"
)
_AGREED_ALONE = re.compile(
    r"(?:(?:Unanimously|All|It was|This was|So) )?[Aa]greed"
    r"(?: (?:unanimously|in principle|by (?:all|consensus|general consent)|nem\.? ?con))?\.?\s*\Z"
)
_RESOLUTION = re.compile(
    r"(?:\*\*|__)?(?:RESOLUTION|CONSENSUS|AGREED|AGREEMENT|Agreed)(?: [A-Z]{0,4}[\d./-]{1,8})?"
    r"(?:(?:\*\*|__)?:|:(?:\*\*|__))\s+(?=\S)"
)
_RESOLVED = re.compile(r"(?:\*\*|__)?(?:RESOLVED|Resolved|CARRIED|DEFEATED)(?:\*\*|__)?[:–—]\s")
_SIGNS = " \t\n:—–-"


def is_body(words: str) -> bool:
    """Whether ``words`` above a list name a body and no more."""
    return _ALONE.fullmatch(words.strip(_SIGNS)) is not None


def decides(words: str) -> str | None:
    """The verb with which ``words`` above a list tell that a body decided what is on it."""
    match = _DECIDES.fullmatch(words.strip(_SIGNS))
    return match["verb"] if match is not None else None


def agreed(text: str, start: int, end: int) -> bool:
    """Whether a sentence tells what all agreed, and names nobody: ``Agreed.``, ``Agreed to go.``"""
    alone = _AGREED_ALONE.match(text, start, end)
    return alone is not None or _AGREED.match(text, start, end) is not None


def was_resolved(text: str, start: int, end: int) -> bool:
    """Whether a paragraph tells what was resolved, which nobody says: ``RESOLVED: That it be.``"""
    return _RESOLVED.match(text, start, end) is not None


def resolution(text: str, start: int, end: int) -> int | None:
    """Where the words begin of what all resolved: ``RESOLUTION: Send four.``, ``Agreed: four.``"""
    match = _RESOLUTION.match(text, start, end)
    return match.end() if match is not None else None
