"""Who is heard: those whose words are reported, where nothing else tells who met."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from .layout import Layout
from .naming import Naming
from .reporting import read_verb
from .talking import unique

if TYPE_CHECKING:
    from .people import Draft

__all__ = ["opening_speech", "reported"]

_TOLD_OF = re.compile(r"\bthat (?:the )?\Z")
"""Before the one of whose words another tells: ``Mr. Roe said that President Doe had agreed``."""
_BEFORE = 40
"""So far before a name it may tell that another speaks of him or her."""
_SEVERAL = 2
_REACH = 200
"""So far behind a name its verb may stand, in characters."""


def reported(
    text: str, namings: list[Naming], owner: dict[int, Draft], least: int = _SEVERAL
) -> list[Draft]:
    """Where nothing tells who met, those whose words are reported."""
    found = unique(
        [
            owner[n.start]
            for n in namings
            if n.start in owner
            and read_verb(text, n.tail, n.tail + _REACH) is not None
            and not _TOLD_OF.search(text, max(0, n.start - _BEFORE), n.start)
        ]
    )
    return found if len(found) >= least else []


def opening_speech(layout: Layout, owner: dict[int, Draft], text: str) -> list[Draft]:
    """Those who open a passage by speaking: ``General Roe observed that``."""
    tails = {
        n.start: n.tail
        for draft in {id(each): each for each in owner.values()}.values()
        for n in draft.namings
        if owner.get(n.start) is draft
    }
    found: list[Draft] = []
    for block in layout.blocks:
        tail = tails.get(block.start)
        if tail is not None and read_verb(text, tail, min(block.end, tail + _REACH)) is not None:
            found.append(owner[block.start])
    return unique(found)
