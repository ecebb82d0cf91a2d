"""How those present voted, line by line: ``Ayes: Roe`` and ``Nays: none`` are one paragraph."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from .lines import Paragraph

__all__ = ["ends_in_vote", "with_votes"]

_VOTED = re.compile(
    r"(?:(?:voting|voted) )?(?:ayes?|noes|nays?|yeas?|for|against|in favou?r|opposed"
    r"|abstain(?:ed|ing)?|abstentions?|absent|recused|not voting)"
    r"(?: \(\d{1,3}\))?[ \t]?(?:[:–—-]|\.{3})",
    re.IGNORECASE,
)
_SURE = re.compile(
    r"\b(?:ayes?|noes|nays?|yeas?|against|opposed|abstain|abstentions?)", re.IGNORECASE
)
_ROW = re.compile(
    r"^[ \t]*(?:[Vv]ot(?:ing|ed) )?(?:[Aa]ye|AYE|[Nn]o[ea]|NO[EA]|[Nn]ay|NAY|[Yy]ea|YEA"
    r"|[Aa]gain|AGAIN|[Oo]ppos|OPPOS|[Aa]bst|ABST)[^\n:]{0,20}[:–—.-]",
    re.MULTILINE,
)
"""One row of a vote: without any of them no text has one."""
_HEAD = re.compile(
    r"(?:(?:roll[- ]call|recorded) ?(?:vote)?|votes?|voting)\b[^.\n]{0,30}", re.IGNORECASE
)
_ARGUES = re.compile(r"(?: [a-z]+){3}")
"""So many small words are what somebody says for or against it."""
_LONGEST = 400
_LEAST = 2


def with_votes(text: str, paragraphs: list[Paragraph]) -> list[Paragraph]:
    """``paragraphs`` with the lines of each vote as one, that over them among them."""
    if _ROW.search(text) is None:
        return paragraphs
    kept: list[Paragraph] = []
    index = 0
    while index < len(paragraphs):
        first = paragraphs[index]
        heads = _says(text, first, _HEAD) and text[first.body : first.end].count(" ") < _LEAST
        last = index + heads
        while last < len(paragraphs) and _is_vote(text, paragraphs, last, index):
            last += 1
        rows = paragraphs[index + heads : last]
        if len(rows) < _LEAST or not any(_SURE.search(text, row.body, row.end) for row in rows):
            last = max(last, index + 1)
            kept += paragraphs[index:last]
        else:
            kept.append(replace(first, body=first.start, end=paragraphs[last - 1].end, depth=0))
        index = last
    return kept


def ends_in_vote(label: str) -> bool:
    """Whether a label is the end of one row of a vote and how the next voted: ``Roe, Fen Nays``."""
    return _SURE.fullmatch(label.rpartition(" ")[2]) is not None


def _is_vote(text: str, paragraphs: Sequence[Paragraph], at: int, first: int) -> bool:
    """Whether a line tells how some voted, right below the one above it."""
    line = paragraphs[at]
    if (at != first and line.gap) or not _says(text, line, _VOTED):
        return False
    return _ARGUES.search(text, line.body, line.end) is None


def _says(text: str, line: Paragraph, what: re.Pattern[str]) -> bool:
    short = line.end - line.start <= _LONGEST
    plain = not (line.boilerplate or line.numbers or line.bullet)
    return short and plain and what.match(text, line.body) is not None
