"""Bodies whose own record a text is: in it ``The Committee`` are all who met."""

from __future__ import annotations

import re

from ..words.gates import Expression, lowered
from .nations import FRONT

__all__ = ["own_bodies"]

_BODIES_THAT_MEET = (
    "committee", "sub-committee", "subcommittee", "council", "commission", "board", "panel",
    "group", "forum", "session",
)  # fmt: skip
"""A body whose own record a text is speaks for all who met: ``The Committee``."""
_HOUSES = (
    r"senate|cabinet|assembly|synod|court|congress|bureau|executive|trust|society|association|club|"
    r"branch|union|college|faculty|chapter|presidium|directorate|school|institute|federation|ministry"
)
_OWN_RECORD = Expression(
    rf"\b(?:minutes|record|meeting|session|sitting|proceedings|decisions|conclusions|summary)\b"
    rf"[^\n.]{{0,60}}?\bof (?:the |its )?(?:[a-z’'-]+ ){{0,4}}?(?P<of>{_HOUSES})\b"
    rf"|\b(?P<own>{_HOUSES})(?:[’']s)?(?: of[^\n.]{{0,50}})?[ \n,:–-]*"
    r"(?:(?:draft|monthly|regular|annual|general|ordinary|special|weekly|extraordinary) )*"
    r"(?:minutes|meeting|session|sitting|proceedings|conclusions)\b"
)
"""A body that is one only where a text says that it is the record of its meeting."""
_SHORT = re.compile(r"\b[A-Z]{3,6}\b")
_OF_MEETING = re.compile(
    r"(?i:meeting|committee|council|conference|group|board|commission|forum|panel|assembly)"
)


def own_bodies(text: str) -> tuple[frozenset[str], str | None]:
    """The nouns of such bodies, in small letters, and the letters of the meeting, if any."""
    front = lowered(text)[:FRONT]
    own = frozenset(word for word in _BODIES_THAT_MEET if word in front)
    own -= {word for word in own if len(own) > 1 and _is_heard(word, front)}
    own |= {match[match.lastgroup or 0] for match in _OWN_RECORD.finditer(front)}
    short = _short_of_meeting(text[:FRONT])
    own |= {short.lower()} if short else set()
    return own, short


def _is_heard(body: str, front: str) -> bool:
    """Whether a body is only one that tells those who meet something: ``briefed by the Board``."""
    first = front.find(body)
    return front.endswith(("by the ", "from the "), 0, first)


def _short_of_meeting(front: str) -> str | None:
    """The letters of the meeting whose record a text is: ``Senior Officials' Meeting``, ``SOM``."""
    for match in _SHORT.finditer(front):
        letters = match.group()
        name = r"\b" + r"[\w’']* (?:(?:of|on|the|for|and|in) )*".join(letters) + r"[\w’']*"
        found = re.search(name, front, re.IGNORECASE)
        if found is not None and _OF_MEETING.search(found.group()) is not None:
            return letters
    return None
