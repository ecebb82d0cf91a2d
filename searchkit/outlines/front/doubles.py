"""Doubles: titles that the head of a document says more than once: in its trail, as a caption.

However its lines are broken, what stands twice in what was taken for the title is the title.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from .extent import FOOTNOTE

__all__ = ["said_once"]

_LEAST = 3
"""So many words at least are a title that comes again."""
_BETWEEN = 4
"""So many words at most may stand between the two: ``hide``, ``Press release``."""
_MOST = 20
"""Doubles are looked for in so many lines at most."""
_AROUND = re.compile(r"\A(?:[>»•*–-]|\d{1,4}\.) |\s*\([^()]{3,40}\)\Z")
"""What only one of the two may have: a number, a kind."""


def said_once(lines: Sequence[str]) -> str | None:
    """The words that ``lines`` of a title say twice, from the start of one line, or None.

    ``Home`` / ``Cod Talks`` / ``hide`` / ``Cod Talks`` do, and so do ``Ice and Cod`` / ``Talks``
    over ``Ice and Cod Talks``.
    """
    lines = [" ".join(line.split()) for line in lines if line.strip()][:_MOST]
    words = [_AROUND.sub("", FOOTNOTE.sub("", line)).casefold().split() for line in lines]
    for again in range(1, len(lines)):
        own = [word for line in words[again:] for word in line]
        if len(own) < _LEAST:
            return None
        for first in range(again):
            above = [word for line in words[first:again] for word in line]
            if above[: len(own)] == own and len(above) - len(own) <= _BETWEEN:
                rest = lines[again:]
                once = " ".join(rest)
                return said_once(rest) or max(_first(lines[first:again], len(own)), once, key=len)
    return None


def _first(lines: Sequence[str], size: int) -> str:
    """The first of the ``lines`` that have so many words together, with what is around these."""
    words: list[str] = []
    count = 0
    for line in lines:
        words.append(line)
        count += len(_AROUND.sub("", FOOTNOTE.sub("", line)).split())
        if count >= size:
            break
    return " ".join(words) if count == size else ""
