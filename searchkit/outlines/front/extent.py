"""Extents: how far a title goes, from the line in which it begins.

It goes on below until a line comes that is told apart: by a blank line, by what it is (a place, a
caption, the day of issue), or because it says the title again.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from ..around.captions import is_caption_below
from ..words.wording import Wording
from .date_lines import WEEKDAYS, has_several_days, place_beside
from .place_lines import is_town_in_country

__all__ = ["FOOTNOTE", "ONE_BODY", "SITTING", "FrontLine", "extent", "is_kicker"]

_LINES = 3
_KICKER = 6
"""So many words stand above a headline at most that are no part of it."""
_LINES_IN_CAPITALS = 6
FOOTNOTE = re.compile(
    r"(?:(?:(?<=[a-z]{4})|(?<=[ap]\.m\.)|(?<=[)”’])|(?<=, (?:19|20)\d\d))\d{1,2}(?: \d{1,2})?"
    r"|(?<=\w)/\d{1,2}/)\Z"
)
"""The anchor of a footnote, glued to a title: ``Memorandum of Conversation/1/``."""
_CAPTION = re.compile(r"\s*\([^()]{1,60}\)\Z")
"""What captions that repeat the title add to it."""
_OPEN = WEEKDAYS | {"of", "the", "for", "and", "by", "between", "with", "to", "on", "in", "at"}
_OPEN |= {"from"}
_ON = re.compile(r"(?:(?:which was |was )?held )?on ", re.IGNORECASE)
"""What begins the line of a title that tells when: ``on Monday 3 May 2004``."""
_AT = re.compile(r"(?:HELD )?(?:AT|IN) ")
"""What begins the line of a title in capitals that tells where."""
_LEADS_ON = re.compile(
    r"(?:and|with|between) "
    r"|(?:following|after|before|prior to|ahead of|at) (?=(?:the|their|his|her)\b)",
    re.IGNORECASE,
)
"""What begins no title, but goes on with one."""
_MORE = re.compile(r"(?:AND|BETWEEN|FOR|OF|ON|TO|WITH) ")
"""What begins a further line of a title in capitals."""
_ISSUED = re.compile(
    r"\W*(?:(?:first |date )?(?:published|publication|issued?|released?|posted|uploaded|created)"
    r"|last|updated|embargo)",
    re.IGNORECASE,
)
"""What labels a day that is none of the title's."""
ONE_BODY = re.compile(
    r"(?:[A-Z’'&-]+,? ){0,7}(?:COMMITTEE|COMMISSION|COUNCIL|BOARD|ASSEMBLY|CABINET|PANEL)"
    r"(?: (?:OF|ON|FOR) .{3,60})?"
)
SITTING = re.compile(
    r"(?:[a-z]+(?:-[a-z]+)?|\d{1,4})(?:st|nd|rd|th|t|d) (?:\w+ )?(?:session|meeting|sitting)", re.I
)
"""Which meeting of a body: ``Fourth session``, ``81st plenary meeting``."""
_FIGURES = re.compile(r"\d[\d.:]*(?:st|nd|rd|th)?|\b[ap]\.?m\b\.?")


@dataclass(slots=True)
class FrontLine:
    """A paragraph of the front: what it might be, its words, whether a blank line is above it.

    ``labelled`` tells that a label stood before the words: ``Date:``.
    """

    role: str
    words: str
    gap: bool
    depth: int
    labelled: bool = False


def extent(
    lines: Sequence[FrontLine], first: int, likely: Sequence[int], wording: Wording
) -> list[int]:
    """The lines of the title that begins at ``first``, of which ``likely`` are no others' work.

    It begins below ``first`` where that is a short line above a whole headline.
    """
    if first + 1 in likely and is_kicker(lines[first], lines[first + 1], wording):
        first += 1
    group = [first]
    for index in range(first + 1, min(first + _LINES_IN_CAPITALS, len(lines))):
        line = lines[index]
        above = lines[index - 1].words
        if len(group) >= _LINES and not (_MORE.match(line.words) and _capitals(above, line.words)):
            break
        open_end = _is_open_to(above, line)
        if (index not in likely and not open_end) or line.depth or line.labelled:
            break
        if wording.is_particular(line.words) and not line.words.isupper():
            break
        if line.gap and not line.words[:1].islower() and above[-1:] != ",":
            break
        if not open_end and _is_headline(above, wording) and _is_headline(line.words, wording):
            break
        if any(_bare(line.words) == _bare(lines[i].words) for i in group):
            break
        if not open_end and (
            is_caption_below(line.words, lines[first].words) or is_town_in_country(line.words)
        ):
            break
        group.append(index)
    return group


def _is_open_to(above: str, line: FrontLine) -> bool:
    """Whether a line goes on with the one above it, whatever it looks like by itself."""
    if line.role not in ("title", "date"):
        return _AT.match(line.words) is not None and _capitals(above, line.words)
    if line.role == "date" and (line.labelled or _ISSUED.match(line.words)):
        return False
    if above.rpartition(" ")[2].lower() in _OPEN or above[-1:] == ",":
        return True
    if _LEADS_ON.match(line.words) or (_AT.match(line.words) and _capitals(above, line.words)):
        return True
    if line.role == "title":
        sitting = SITTING.fullmatch(line.words) is not None
        return sitting and ONE_BODY.fullmatch(above) is not None
    # Several days right below the name of a meeting are part of its title; with a place they
    # are a line of their own, but in capitals, where all of the front may be one title.
    several = not line.gap and has_several_days(line.words)
    whole = several and (line.words.isupper() or place_beside(line.words) is None)
    return whole or (above[-1:] == ":" and not line.gap) or _ON.match(line.words) is not None


def _is_headline(words: str, wording: Wording) -> bool:
    """Whether a line is a whole headline, so that another below it is of the text's deck.

    ``Minister receives call from Norway`` is one, and so is ``Both sides discuss cod``.
    """
    first, *rest = words.split() or [""]
    verbs = [at for at, word in enumerate(rest) if word.lower() in wording.headline_verbs]
    return first[:1].isupper() and bool(verbs) and verbs[0] < len(rest) - 1 and len(rest) > _LINES


def is_kicker(line: FrontLine, below: FrontLine, wording: Wording) -> bool:
    """Whether a short line is no part of the whole headline below it: ``Talks in Vik``.

    What somebody said is a title: ``Press Encounter with Roe``, over ``Roe meets the press``.
    """
    above, headline = line.words, below.words
    return (
        not (below.gap or line.depth or below.depth)
        and len(above.split()) <= _KICKER
        and len(above) < len(headline)
        and not _is_open_to(above, below)
        and above[-1:] not in "–—-"
        and wording.spoken.search(above) is None
        and _is_headline(headline, wording)
        and not _is_headline(above, wording)
    )


def _bare(caption: str) -> str:
    """A caption without what it adds to the title: a place in brackets, a number."""
    return FOOTNOTE.sub("", _CAPTION.sub("", caption))


def _capitals(*lines: str) -> bool:
    """Whether lines are in capitals, figures with their letters (``11th``, ``3 p.m.``) left out."""
    return all(_FIGURES.sub("", line).isupper() for line in lines)
