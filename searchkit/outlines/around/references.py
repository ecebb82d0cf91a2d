"""References: the numbers and symbols that documents are filed under."""

from __future__ import annotations

import re

from ..front.date_lines import date_line

__all__ = ["is_reference"]

_REFERENCE = re.compile(
    r"(?:(?:doc(?:ument)?|ref(?:erence)?|release|symbol)\b\.?(?: ?(?:no\b\.?|nr\b\.?|#))?:? )"
    r"?(?:[A-Z]{1,6} )?(?=\S*\d)[A-Z0-9()]+(?:/[A-Z0-9().-]+|[.-][A-Z0-9()]+[./-][A-Z0-9()]+)"
    r"(?:[./-][A-Z0-9()]+){0,6}",
    re.IGNORECASE,
)
"""The number of a document by itself: ``Doc. JCF 7/9``, ``1942-12-10-2018``, ``WTO/AIR/20``."""
_SYMBOL = re.compile(
    r"[A-Z]{1,3}-[A-Z]{1,3}\(\d{2}\)\d{1,4}|"
    r"[A-Z]{2,6}(?:/[A-Z]{1,6}| ?/(?:Ser|Inf|INF|Rev|Add|Doc|Res|Dec)\.?(?=\W|[A-Z\d]|\Z)){1,3}"
    r"(?:[./ ]{0,2}[A-Z\d][A-Z\d./()-]{0,12}){0,2}"
)
"""The same in letters, perhaps with numbers behind a space: ``CC/Ser.G``, ``CC/ACTA 1802/11``."""
_NUMBERED = re.compile(
    r"(?:[A-ZÀ-ÞĀ-ɏ][\w.]* ){0,3}(?:[A-ZÀ-ÞĀ-ɏ][\w.]* ?:|"
    r"(?:ID|Number|Code|File|Serial|Ref\.?|Doc\.?) ?[:#]?"
    r"|N[oºr°]\.? ?:?|№|#) ?(?=[\w/.-]*\d)[A-Z]{0,4}[\d/.-]+[A-Z]?"
)
"""The number of a page under its name: ``News ID : 384211``, ``Nº 0211``."""


def is_reference(words: str) -> bool:
    """Whether a line is nothing but the number of a document, with its name or without."""
    patterns = _REFERENCE, _NUMBERED, _SYMBOL
    return any(one.fullmatch(words) for one in patterns) and date_line(words) is None
