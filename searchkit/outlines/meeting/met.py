"""Whom somebody met, by the words beside the name: ``called on Minister Roe``, ``Roe told me``."""

from __future__ import annotations

import re

from ..names.naming import Naming

__all__ = ["is_met_at", "tells_press", "told_us"]

_MET = re.compile(
    r"\b(?:call(?:s|ed|ing)? on|(?:received|hosted|welcomed|told|greeted) by|"
    r"(?:^|[.:\n])\s*(?:I\s)?(?:received|visited|saw)|"
    r"(?:met|meets?|meetings?|talks|talked|conversations?|calls?|discussions?|consultations?|spoke|"
    r"spoken|speaks?) (?:with|to)|met|(?:message|letter|invitation) (?:to|for))\s"
    r"(?:(?:the|both|his|her|H\.\s?E\.|Mr\.|Ms\.|Mrs\.|Dr\.|Sir|also|Excellency|Majesty|Highness)\s)*\Z",
    re.IGNORECASE,
)
_TOLD_US = re.compile(
    r",? (?:(?:has|had|just|also|already|today|yesterday) )*(?:told|assured|asked|informed|thanked|"
    r"invited|promised|reminded|welcomed|received|hosted|said to|put to|explained to) "
    r"(?:me|us|(?:a|our|the) (?:delegation|group|party|mission|committee))\b"
    r"|,? had (?:told|assured|informed|asked) (?:him|her|them)\b"
)
_TOLD_PRESS = re.compile(
    r",? (?:has |have |had )?(?:told (?:the )?(?:reporters|journalists|press|media)|said|reported"
    r"|announced|confirmed|informed (?:the )?(?:press|media|journalists))\b(?! (?:that|to)\b)"
)
_BEFORE = 60


def is_met_at(text: str, naming: Naming) -> bool:
    """Whether a naming is of whom somebody met."""
    return (
        told_us(text, naming)
        or _MET.search(text, max(0, naming.start - _BEFORE), naming.start) is not None
    )


def told_us(text: str, naming: Naming) -> bool:
    """Whether who is named told the speaker something."""
    return _TOLD_US.match(text, max(naming.tail, naming.end)) is not None


def tells_press(text: str, naming: Naming) -> bool:
    """Whether who is named tells what the sentence says: ``..., Spokesman Roe told reporters``."""
    return _TOLD_PRESS.match(text, max(naming.tail, naming.end)) is not None
