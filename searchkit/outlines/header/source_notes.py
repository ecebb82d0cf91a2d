"""Notes that tell where a record is kept, and in one sentence where and when people met."""

from __future__ import annotations

import re

from ..sections.layout import Layout
from ..words.wording import collapse

__all__ = ["met_by_note"]

_SOURCE = re.compile(r"(?:[\[(]?\d{1,3}[.\])]{0,2}\s+|[*•-]\s*)?Source: ")
_MET = re.compile(
    r"(?<=[.;] )The (?:conversation|meeting|talks?|discussion|luncheon|lunch|dinner|breakfast)"
    r" (?:took place|was held|were held|occurred) (?:in|at|on) [^;]{3,160}?"
    r"(?<![A-Z])\.(?= [A-Z]|\W*\Z)"
)


def met_by_note(text: str, layout: Layout) -> str:
    """The sentence of a note on the source that tells where and when people met, or nothing."""
    if "Source: " not in text:
        return ""
    for part in layout.parts:
        if part.role == "boilerplate" and _SOURCE.match(text, part.start, part.end):
            met = _MET.search(collapse(text[part.start : part.end]))
            if met is not None:
                return met[0]
    return ""
