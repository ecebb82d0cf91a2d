"""Who meets the press alone: whom a title tells, and nobody beside.

``Press Conference by Minister Roe``, ``Minister Roe's Doorstop after Talks with Minister Doe``,
``Minister Roe Meets the Press``. What such a page has in the first person, and its answers, are his
or hers; so is the meeting.
"""

from __future__ import annotations

import re
from collections.abc import Hashable, Iterable
from typing import TypeVar

from ..lands.press import is_spoken
from ..sections.layout import Block, Layout

__all__ = ["press_holder", "says_of_oneself"]

_JOINT = re.compile(r"\bjoint(?:ly)?\b", re.IGNORECASE)
_OCCASION = re.compile(
    r"\b(?:before|after|following|ahead of|prior to|upon|during|at|on|in|about|regarding|concerning"
    r"|to (?:announce|mark|discuss|explain)|interviewed by)\s",
    re.IGNORECASE,
)
"""What comes behind whoever meets the press tells when, and about what."""
_GREETS = re.compile(r"(?:Your )?Excellenc|(?:My )?[Dd]ear ")
"""How a speech beside one's guests begins."""
_ALONE = re.compile(r"(?<![\w.])(?:I(?:['’](?:m|ve|d|ll))?|[Mm]y(?:self)?|[Mm]e)(?![\w.)])")
_OF_ONESELF = re.compile(rf"{_ALONE.pattern}|(?<![\w.])[Ww]e(?:['’](?:re|ve|d|ll))?(?![\w.)])")
_QUOTED = re.compile(r"[“\"][^”\"]*[”\"]?")
_Who = TypeVar("_Who", bound=Hashable)


def press_holder(text: str, layout: Layout, named: Iterable[tuple[int, _Who]]) -> _Who | None:
    """Who alone meets the press by the title of a page: of those ``named``, each from an offset."""
    titles = [part for part in layout.parts if part.role == "title"]
    if not titles or not is_spoken(layout):
        return None
    if layout.blocks and _GREETS.match(text, layout.blocks[0].start) is not None:
        return None
    start, end = titles[0].start, titles[-1].end
    here = [(at, who) for at, who in named if start <= at < end]
    if not here or _JOINT.search(text, start, end) is not None:
        return None
    occasion = _OCCASION.search(text, here[0][0], end)
    stop = occasion.start() if occasion is not None else end
    found = {who for at, who in here if at < stop}
    return found.pop() if len(found) == 1 else None


def says_of_oneself(text: str, block: Block, *, alone: bool = False) -> bool:
    """Whether a block is in the first person, outside what it quotes; of one ``alone``."""
    person = _ALONE if alone else _OF_ONESELF
    if person.search(text, block.start, block.end) is None:
        return False
    return person.search(_QUOTED.sub("", text[block.start : block.end])) is not None
