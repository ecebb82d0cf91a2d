"""Turns of a transcript that no colon shows, and colons that show no turn.

A speaker's name may stand in capitals before the words, or on the line above them; and after a
side's name and a colon may stand the names of its people.
"""

from __future__ import annotations

import re

from .frames import Reader
from .layout import Block

__all__ = ["is_list", "shouted"]

_MOSTLY = 0.6
_LINE = 80
_WORDY = 8
"""So long must a name in capitals be, with its title, to be a label without a colon."""
_BEGINS = re.compile(r"\s*(?:\([^()\n]{1,80}\)\s*)?(?:I\b|[A-Z][a-z’']+|[“\"])")
"""How the words of a speaker begin."""


def shouted(reader: Reader, block: Block) -> tuple[str, int] | None:
    """A speaker in capitals without a colon, before the words or on the line above them, and
    where the words begin."""
    before = reader.mentions(max(0, block.start - _LINE), block.start)[-1:]
    here = reader.mentions(block.start, block.start + 1)
    for mention in (*before, *here):
        if mention.name is None or not mention.form.isupper() or len(mention.form) < _WORDY:
            continue
        begin = max(mention.end, block.start)
        gap = reader.text[mention.end : begin]
        line = reader.text[reader.text.rfind("\n", 0, mention.start) + 1 : mention.start]
        if not (gap or line).strip() and _BEGINS.match(reader.text, begin, block.end):
            return mention.name, begin
    return None


def is_list(reader: Reader, start: int, end: int) -> bool:
    """Whether ``text[start:end]`` is hardly more than names with their offices."""
    if reader.text[end - 1] in "!?":
        return False  # "Mr President, dear Roe!"
    mentions = reader.mentions(start, end)
    named = sum(min(m.tail, end) - m.start for m in mentions if m.name)
    return named > 0 and named > _MOSTLY * (end - start)
