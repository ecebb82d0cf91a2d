"""The numbers that editors gave to records: ``136. Memorandum of Conversation``."""

from __future__ import annotations

import re
from collections.abc import Sequence

from ..text.lines import Paragraph
from ..words.wording import Wording
from .headline import could_be_title

__all__ = ["has_editors_number", "is_record", "without_editors_number"]

_RECORD = r"(?:Memorandum|(?:Tele|Cable|Air)gram|Despatch|Letter|Note|Record|Minutes)\b"
_NUMBERED = re.compile(
    rf"\A(?:\d{{1,4}}\.?|Doc(?:ument|\.)? (?:[Nn]o\.? ?)?\d{{1,4}} ?[:.]) (?={_RECORD})"
)
_NOTED = re.compile(r"(?i)(?<=\bconversation)\d{1,2}(?= )")
_NAMED = re.compile(_RECORD)


def is_record(words: str) -> bool:
    """Whether words behind a number name a record, which no line above it does."""
    return _NAMED.match(words) is not None


def without_editors_number(title: str) -> str:
    """A title without the number before the name of a record, and that of a note behind it."""
    return _NOTED.sub("", _NUMBERED.sub("", title))


def has_editors_number(
    paragraph: Paragraph, paragraphs: Sequence[Paragraph], words: str, wording: Wording
) -> bool:
    """Whether the number of a title, the first of ``paragraphs``, is no section's."""
    if len(paragraph.numbers) != 1 or paragraph.bullet:
        return False
    if not could_be_title(words.rstrip(","), wording):
        return False
    series = {(style, value + 1) for style, value in paragraph.numbers[0].readings}
    others = (m for p in paragraphs[1:] for marker in p.numbers for m in marker.readings)
    return wording.promises(words) and series.isdisjoint(others)
