"""Cables as they were sent: lines for those who pass them on, and among them when it was sent.

The *head* of a cable ends above its subject: ``FM AMEMBASSY OSLO``, ``TO SECSTATE WASHDC``,
``E.O. 11652: GDS``, ``TAGS: PFOR``. Its *group* tells day and hour: ``P 130204Z AUG 76``.
"""

from __future__ import annotations

import re
from calendar import monthrange

from ..header.dates import Date

__all__ = ["cable_head"]

_GROUP = re.compile(
    r"^(?:[A-Z]{1,2} ){0,4}(?P<day>[0-3]\d)[0-2]\d[0-5]\d ?Z\s(?P<month>JAN|FEB|MAR|APR|MAY|JUN|JUL"
    r"|AUG|SEP|OCT|NOV|DEC)\w*\s(?P<year>(?:19|20)?\d\d)\b",
    re.MULTILINE | re.IGNORECASE,
)
_SUBJECT = re.compile(r"^[ \t]*SUBJ(?:ECT)?[ \t]*:", re.MULTILINE | re.IGNORECASE)
_SENDER = re.compile(r"^[ \t]*FM [A-Z]", re.MULTILINE | re.IGNORECASE)
_LONGEST = 4000
"""The head of a cable is no longer, in characters."""
_CENTURY = 46
"""Years of two figures from here on are those of the last century."""
_MONTHS = ["JAN", "FEB", "MAR", "APR", "MAY", "JUN", "JUL", "AUG", "SEP", "OCT", "NOV", "DEC"]


def cable_head(text: str, start: int = 0) -> tuple[int, Date] | None:
    """Where the subject of a cable begins, and the day on which it was sent; ``None`` if none is.

    Args:
        start: where the document begins.
    """
    end = min(len(text), start + _LONGEST)
    group = _GROUP.search(text, start, end)
    sender = _SENDER.search(text, start, end) if group is not None else None
    subject = _SUBJECT.search(text, start, end) if sender is not None else None
    if group is None or sender is None or subject is None:
        return None
    if subject.start() < max(group.end(), sender.end()):
        return None
    year = int(group["year"])
    if len(group["year"]) == len("76"):
        year += 1900 if year >= _CENTURY else 2000
    month, day = _MONTHS.index(group["month"].upper()) + 1, int(group["day"])
    if not 0 < day <= monthrange(year, month)[1]:
        return None
    return subject.start(), Date(*group.span(), year, month, day)
