"""Who meets by a telegram, a journal or a diary: who wrote it, and whom he or she saw."""

from __future__ import annotations

import re
from bisect import bisect_left
from typing import TYPE_CHECKING

from ..names.naming import Naming
from ..sections.layout import Layout
from ..speech.writers import SAW, written_by
from ..transcripts.talking import unique
from ..words.gates import Expression
from ..words.sentences import split_sentences

if TYPE_CHECKING:
    from ..names.people import Draft

__all__ = ["who_wrote"]

_WIRED = Expression(r"\b(?:telegram|cablegram|airgram|journal|diary)\b", re.IGNORECASE)
_HEAD = 400
"""The title of a telegram or a journal ends within so many characters."""
_TOLD_ME = re.compile(r"\b(?:told|assured|informed|asked) (?:me|us|\[(?:me|us)\])\b")


def who_wrote(
    text: str, layout: Layout, namings: list[Naming], owner: dict[int, Draft]
) -> list[Draft]:
    """Who wrote a telegram or a journal, and whom he saw: ``I called on Minister Roe``."""
    spans = written_by(text) if _WIRED.search(text, 0, _HEAD) else []
    if not spans:
        return []
    wrote = [owner[n.start] for n in namings if n.name and any(a <= n.start < b for a, b in spans)]
    starts = [n.start for n in namings]
    saw: list[Draft] = []
    for block in layout.blocks if wrote else ():
        for a, b in split_sentences(text, block.start, block.end):
            met = SAW.match(text, a, b)
            here = namings[bisect_left(starts, a) : bisect_left(starts, b)]
            told = _TOLD_ME.search(text, a, b) if met is None else None
            for n in here:
                whom = n.start >= met.end() if met else told is not None and n.start < told.start()
                if whom and n.start in owner and not n.possessive:
                    saw.append(owner[n.start])
                    break
    return unique([*wrote, *saw]) if saw else []
