"""Agenda titles: numbered lines that end in a full stop and head what stands below them.

``3. To approve the minutes of 8 April.`` and ``5. Talk with officers on the state of cod.`` are no
sentences. Where several numbers of one series stand over a text of their own, so do they.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from itertools import pairwise

from ..text.lines import Paragraph
from ..words.wording import Wording
from .headings import ONE_LINE, heading_words

__all__ = ["agenda_titles"]

_LEAST = 2
"""So many others of a series have titles."""
_MOST_WORDS = 32
_PURPOSE = re.compile(r"To (?:re-?)?[a-z]{3,} (?=\S)")
"""What is to be done at a meeting."""


def agenda_titles(text: str, body: Sequence[Paragraph], wording: Wording) -> frozenset[int]:
    """Where the numbered lines start that end in a full stop and are titles in a series of such."""
    known: Counter[tuple[str, int]] = Counter()
    stopped: dict[tuple[str, int], list[int]] = {}
    for line, below in pairwise(p for p in body if not p.boilerplate):
        if not line.numbers or line.bullet is not None or line.end - line.body > ONE_LINE:
            continue
        if below.numbers or below.bullet is not None or below.depth:
            continue
        number = line.numbers[-1]
        key = ("path" if number.path else number.readings[0][0], line.depth)
        words = heading_words(text, line)
        purpose = _PURPOSE.match(words) is not None
        if words.endswith(".") and _is_item(words, purpose, wording):
            stopped.setdefault(key, []).append(line.start)
            known[key] += purpose
        else:
            known[key] += not words.endswith(".") and wording.is_title(words)
    return frozenset(
        start for key, starts in stopped.items() if known[key] >= _LEAST for start in starts
    )


def _is_item(words: str, purpose: bool, wording: Wording) -> bool:
    """Whether words with a full stop are one phrase without a verb, or tell what is to be done."""
    if len(words.split()) > _MOST_WORDS or wording.sentence_end(words) is not None:
        return False
    if "\n" in words:
        return False
    return purpose or (words[:1].isupper() and wording.is_title(words[:-1]))
