"""Who is heard: those whose words are reported, where nothing else tells who met."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from ..names.naming import Naming
from ..sections.layout import Layout
from ..speech.reporting import read_verb
from ..transcripts.talking import unique

if TYPE_CHECKING:
    from ..names.people import Draft

__all__ = ["opening_speech", "reported", "speaking_of"]

_TOLD_OF = re.compile(r"\bthat (?:the )?\Z")
"""Before the one of whose words another tells: ``Mr. Roe said that President Doe had agreed``."""
_SAID = re.compile(r"[,?!.][\"”’'] (?:said|asked|replied|added|remarked) (?:the )?\Z")
"""Before the one whose words were quoted."""
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


def speaking_of(
    text: str, namings: list[Naming], owner: dict[int, Draft], listed: list[Draft]
) -> list[Draft]:
    """Those of a record's list who say something in it, by name or by an office that may be theirs.

    All of them where hardly anybody does.
    """
    spoke = reported(text, namings, owner, least=1)
    spoke += [
        owner[n.start]
        for n in namings
        if n.start in owner and _SAID.search(text, max(0, n.start - _BEFORE), n.start)
    ]
    offices = [
        n.offices[0]
        for n in namings
        if n.start not in owner
        and n.definite
        and n.offices
        and read_verb(text, n.tail, n.tail + _REACH) is not None
    ]
    found = [
        draft
        for draft in listed
        if draft in spoke or any(told <= held for told in offices for held in draft.offices)
    ]
    return found if len(found) >= _SEVERAL else listed
