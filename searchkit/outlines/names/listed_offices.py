"""Offices that stand for somebody on a list: ``The Secretary``, and on the next line ``Mr. Roe``.

Where every name has an office above it, each office is that of the name below it; where some names
have none, an office alone with its article is one more of those present.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import replace

from .naming import Naming
from .rosters import roster_spans
from .titles import Office

__all__ = ["apart_from_offices"]

_BETWEEN = re.compile(r"[ \t]*(?:[;,]|\r?\n)[\s*•–—-]*")
_LED = re.compile(r"(?:\A|[\n;:,*•–—-])[ \t]*(?:The|the) \Z")
_CHAIR: Office = frozenset({"chairman"})
_BACK = 8


def apart_from_offices(text: str, namings: list[Naming]) -> list[Naming]:
    """``namings`` without the offices of those on a list that stand for others on it."""
    if not any(not naming.name and naming.definite for naming in namings):
        return namings
    starts = [naming.start for naming in namings]
    made = list(namings)
    for start, end, _ in roster_spans(text):
        here = range(bisect_left(starts, start), bisect_left(starts, end))
        below = [i + 1 for i in here if i + 1 in here and _over(text, namings[i], namings[i + 1])]
        named = [i for i in here if namings[i].name]
        if not below or len(below) == len(named):
            continue
        for i in below:
            made[i] = replace(namings[i], role=None, offices=(), country=None)
    return made


def _over(text: str, office: Naming, named: Naming) -> bool:
    """Whether an office with its article stands alone before somebody of that office."""
    if office.name or not named.name or named.role != office.role or _CHAIR in office.offices:
        return False
    if _LED.search(text, max(0, office.start - _BACK), office.start) is None:
        return False
    return _BETWEEN.fullmatch(text, office.end, named.start) is not None
