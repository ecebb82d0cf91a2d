"""Whom somebody met, by the words beside the name: ``called on Minister Roe``, ``Roe told me``."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from .naming import Naming

if TYPE_CHECKING:
    from .people import Draft

__all__ = ["is_met", "is_met_at"]

_MET = re.compile(
    r"\b(?:call(?:s|ed|ing)? on|(?:received|hosted|welcomed|told|greeted) by|"
    r"(?:met|meets?|meetings?|talks|talked|conversations?|calls?|discussions?|consultations?|spoke|"
    r"spoken|speaks?) (?:with|to)|met|(?:message|letter|invitation) (?:to|for))\s"
    r"(?:(?:the|both|his|her|H\.\s?E\.|Mr\.|Ms\.|Mrs\.|Dr\.|Sir|also|Excellency|Majesty|Highness)\s)*\Z",
    re.IGNORECASE,
)
_TOLD_US = re.compile(
    r",? (?:(?:has|had|just|also|already|today|yesterday) )*(?:told|assured|asked|informed|thanked|"
    r"invited|promised|reminded|welcomed|received|hosted|said to|put to|explained to) (?:me|us)\b"
)
_BEFORE = 60


def is_met(text: str, draft: Draft) -> bool:
    """Whether the text says that somebody met the person, who is then no countryman."""
    return any(is_met_at(text, naming) for naming in draft.namings)


def is_met_at(text: str, naming: Naming) -> bool:
    """Whether a naming is of whom somebody met."""
    after = max(naming.tail, naming.end)
    return (
        _TOLD_US.match(text, after) is not None
        or _MET.search(text, max(0, naming.start - _BEFORE), naming.start) is not None
    )
