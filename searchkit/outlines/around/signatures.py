"""Signatures within a text, and to whom it went: those of the letter that a record was sent with.

A *signature* is a line that says so itself: ``[signature] (J. Roe)``, ``/s/ Jane Roe``. The office
of who signs stands above it or below it, a name below it; enclosures may be listed above.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from ..text.lines import Paragraph
from ..words.wording import Wording, collapse

__all__ = ["without_signatures"]

_LONGEST = 120
_SIGNATURE = re.compile(
    r"(?i:[\[(](?:signature|signed|sgd\.?)[\])]|/s(?:igned)?/|signed:)"
    r"[ \t:–—-]*(?P<who>[\[(]?(?:[A-ZÀ-ÞĀ-ɏ][\w.’'-]*+[ ,]*+){0,5}[\])]?)\.?"
)
_NAME = re.compile(r"[\[(]?(?:[A-ZÀ-ÞĀ-ɏ][\w.’'-]*+[ ,]*+){1,4}[\])]?")
_ENCLOSED = re.compile(
    r"(?:enclosures?|attachments?|annex(?:es)?|encl?s?\.?|copies|copy)\b *(?::|\()", re.IGNORECASE
)
_TO = re.compile(r"(?:To|TO)[: ] ?(?:the |THE |[A-ZÀ-ÞĀ-ɏ])")
_ADDRESSEE = re.compile(
    r"(?:Comrade|COMRADE|Cde|H\.? ?E\.|H(?:is|er) |The (?:R\w+\.? )?Hon|Sir|Dr|Mrs?|Ms|M)\b.{2,60}"
)
_ADDRESSES = 12
"""To whom a letter goes stands among so many of its first lines."""
_LINES = 2
"""An office and what is enclosed stand in so many lines above a signature."""


def without_signatures(text: str, body: list[Paragraph], wording: Wording) -> list[Paragraph]:
    """``body`` with signatures marked as boilerplate, and with them offices and enclosures."""
    apart = set(_addressee(text, body, wording))
    for index, line in enumerate(body):
        signed = _SIGNATURE.fullmatch(_words(text, line)) if not line.marked else None
        if signed is None:
            continue
        apart.add(index)
        apart.update(_above(text, body, index, wording))
        below = body[index + 1] if index + 1 < len(body) else None
        if below is not None and not signed["who"] and not below.marked:
            name = _NAME.fullmatch(_words(text, below))
            apart.update([index + 1] * (name is not None))
    if not apart:
        return body
    return [replace(p, boilerplate=True) if i in apart else p for i, p in enumerate(body)]


def _above(text: str, body: Sequence[Paragraph], index: int, wording: Wording) -> Iterator[int]:
    """Where the office of who signs stands above the signature, and what is enclosed."""
    for at in range(index - 1, max(-1, index - 1 - _LINES), -1):
        words = _words(text, body[at])
        office = at == index - 1 and not wording.offices.isdisjoint(words.lower().split())
        if body[at].marked or not words:
            return
        if not (_ENCLOSED.match(words) or (office and wording.is_title(words))):
            return
        yield at


def _addressee(text: str, body: Sequence[Paragraph], wording: Wording) -> Iterator[int]:
    """Where the lines stand below ``To the Head of Ports`` that name who that is."""
    for index, line in enumerate(body[:_ADDRESSES]):
        words = _words(text, line)
        if line.marked or _TO.match(words) is None or not wording.is_title(words):
            continue
        yield index
        below = body[index + 1] if index + 1 < len(body) else None
        if below is not None and not below.marked:
            name = _words(text, below)
            if _ADDRESSEE.fullmatch(name) and wording.is_title(name):
                yield index + 1


def _words(text: str, line: Paragraph) -> str:
    """The words of a short line, or none."""
    return "" if line.end - line.start > _LONGEST else collapse(text[line.start : line.end])
