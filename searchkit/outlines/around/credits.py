"""Credits: lines that tell whose the quotation above them is, ``Jane Roe, Minister for Cod``.

A dash before a credit tells what it is; then the name may stand alone, behind an office, or over
it: ``– Minister Roe``. Who issues a text with others is credited above it: ``Joint release with:``.
"""

from __future__ import annotations

import re
from dataclasses import replace

from ..text.lines import Paragraph
from ..words.wording import Wording

__all__ = ["credited_at", "without_co_issuers", "without_credits"]

_NAME = r"[A-ZÀ-ÞĀ-ɏ][\w.'’-]*(?: [\w.'’-]+){1,4}"
_OFFICE = r"[^\n.!?:;“”\"]{4,120}"
_CREDIT = re.compile(
    r"[^\S\n]*\n[>\s]*+[*_]{0,3}"
    rf"(?:(?:[—–―-]{{1,2}} ?)?[*_]{{0,3}}(?P<name>{_NAME})[*_]{{0,3}},[*_]{{0,3}} {_OFFICE}"
    rf"|[—–―-]{{1,2}} ?[*_]{{0,3}}(?P<dashed>{_NAME}(?: [\w.'’-]+){{0,4}})[*_]{{0,3}}"
    rf"(?: ?(?:\(|[—–-]) ?{_OFFICE}|,?[^\S\n]*\n[^\S\n>]*(?=[*_A-Z])(?![-—–]){_OFFICE})?)"
    r"(?=[^\S\n]*(?:\n|\Z))"
)
_ISSUED_WITH = re.compile(
    r"(?:joint )?(?:(?:media|press|news|ministerial) )?(?:releases?|statements?)"
    r"(?: (?:issued|released|made))?(?: jointly| together)? (?:with|by):",
    re.IGNORECASE,
)
_NEAR = 12
"""Who issues a text is told in so many of its first lines."""
_LINE = 200
_OPEN = frozenset("“\"«„'‘")
_CLOSED = ("”", '"', "»", "’", "'")
_SIGNS = "*_> \t"
_DASHES = frozenset("—–―-")
_WORDS = 5
"""A quotation of fewer words names something."""


def credited_at(text: str, start: int, end: int) -> tuple[int, int] | None:
    """Where it stands below a quotation who said it, and nothing else but an office."""
    while start < end and text[start] in _SIGNS:
        start += 1
    while start < end and text[end - 1] in _SIGNS:
        end -= 1
    if start == end or text[start] not in _OPEN or not text.startswith(_CLOSED, end - 1):
        return None
    if text.count(" ", start, end) < _WORDS:
        return None
    line = text.find("\n", end)
    credit = _CREDIT.match(text, line) if line >= 0 and not text[end:line].strip(_SIGNS) else None
    return (credit.start(credit.lastgroup or 0), credit.end()) if credit is not None else None


def without_co_issuers(text: str, paragraphs: list[Paragraph], wording: Wording) -> list[Paragraph]:
    """``paragraphs`` with those marked as boilerplate with whom a text was issued, and their head.

    Each stands on a line, with an office: ``- The Hon Jane Roe MP, Minister for Trade``.
    """
    found = list(paragraphs)
    for index, head in enumerate(paragraphs[:_NEAR]):
        if _ISSUED_WITH.fullmatch(text, head.body, head.end) is None:
            continue
        for at in range(index + 1, min(index + _NEAR, len(paragraphs))):
            line = paragraphs[at]
            words = text[line.body : min(line.end, line.body + _LINE)]
            held = {word.strip(",") for word in words.lower().split()} & wording.offices
            if line.numbers or line.depth or len(words) == _LINE or words[-1] in ".:!?":
                break
            if not held or wording.has_finite_verb(words):
                break
            found[index] = replace(head, boilerplate=True)
            found[at] = replace(line, boilerplate=True)
    return found


def without_credits(text: str, body: list[Paragraph]) -> list[Paragraph]:
    """``body`` with the lines marked as boilerplate that tell whose the quotation above is."""
    found = list(body)
    for index, quotation in enumerate(body[:-1]):
        if quotation.boilerplate:
            continue
        span = credited_at(text, quotation.body, quotation.end)
        if span is None:
            continue
        below = [i for i in range(index + 1, min(index + 5, len(body))) if not body[i].boilerplate]
        if not below or _is_item(quotation, *(body[i] for i in below[:2])):
            continue
        for i in below:
            if body[i].start < span[1] and not (body[i].numbers or body[i].depth):
                found[i] = replace(body[i], boilerplate=True)
    return found


def _is_item(quotation: Paragraph, line: Paragraph, below: Paragraph | None = None) -> bool:
    """Whether the dash before a line is that of several items."""
    if line.bullet is None:
        return False
    if line.bullet == quotation.bullet or not _DASHES.issuperset(line.bullet):
        return True
    return below is not None and below.bullet == line.bullet
