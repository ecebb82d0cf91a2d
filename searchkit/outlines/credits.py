"""Credits: lines that tell whose the quotation above them is, ``Jane Roe, Minister for Cod``."""

from __future__ import annotations

import re
from dataclasses import replace

from .lines import Paragraph

__all__ = ["credited_at", "without_credits"]

_CREDIT = re.compile(
    r"[^\S\n]*\n\s*+(?:[—–-]{1,2} ?)?(?P<name>[A-ZÀ-ÞĀ-ɏ][\w.'’-]*(?: [\w.'’-]+){1,4}),"
    r" [^\n.!?:;“”\"]{4,120}(?=[^\S\n]*(?:\n|\Z))"
)
_OPEN = frozenset("“\"«„'‘")
_CLOSED = ("”", '"', "»", "’", "'")
_WORDS = 5
"""A quotation of fewer words names something."""


def credited_at(text: str, start: int, end: int) -> int | None:
    """Where the name begins that stands below a quotation, and nothing else but an office."""
    if text[start] not in _OPEN or not text.startswith(_CLOSED, end - 1):
        return None
    if text.count(" ", start, end) < _WORDS:
        return None
    credit = _CREDIT.match(text, end)
    return credit.start("name") if credit is not None else None


def without_credits(text: str, body: list[Paragraph]) -> list[Paragraph]:
    """``body`` with the lines marked as boilerplate that tell whose the quotation above is."""
    found = list(body)
    for index, quotation in enumerate(body[:-1]):
        line = body[index + 1]
        if quotation.boilerplate or line.boilerplate or line.marked:
            continue
        at = credited_at(text, quotation.body, quotation.end)
        if at is not None and line.start <= at < line.end:
            found[index + 1] = replace(line, boilerplate=True)
    return found
