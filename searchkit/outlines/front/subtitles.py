"""Subtitles: what stands around a title that is more of it, or tells when: ``- Talks in Vik -``."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from ..text.lines import Paragraph
from ..words.wording import Wording
from .date_lines import date_line
from .datelines import read_dateline
from .headline import FrontLine, could_be_title

__all__ = ["dated_title", "subtitle", "with_dateline", "without_dashes_as_bullets"]

_NEAR = 12
"""Subtitles stand among so many of the first paragraphs."""
_LENGTH = 200
_DASHED = re.compile(r"(-{1,2}|[–—~]) ?[^\s–—~-][^\n]{3,180}[^\s–—~-] ?\1")
_DAY_BEHIND = re.compile(r"([^()]{12,120}) \([^()]{6,80}\)|([^–—]{12,120}?) [–—-] [^–—]{6,60}")
"""A title with its day and place: ``Third Cod Committee (3 May 2004; Cod House)``."""
_BODY = re.compile(r"\b(?:committee|commission|council|board|panel|group|forum)\b", re.IGNORECASE)


def without_dashes_as_bullets(
    text: str, paragraphs: list[Paragraph], wording: Wording
) -> list[Paragraph]:
    """``paragraphs`` without the bullets of those near the top that stand between dashes."""
    found = list(paragraphs)
    for at, line in enumerate(paragraphs[:_NEAR]):
        if not line.bullet or line.numbers or line.end - line.start > _LENGTH:
            continue
        start = text.find(line.bullet, line.start, line.body)
        words = text[start : line.end] if start >= 0 else ""
        if _DASHED.fullmatch(words) and wording.kind(words.strip(" -–—~")) is None:
            found[at] = replace(line, bullet=None, body=start)
    return found


def dated_title(lines: Sequence[FrontLine], wording: Wording) -> list[int]:
    """The first line if it is a title with its day behind it: ``Cod Committee (3 May 2004)``."""
    first = next((i for i, x in enumerate(lines) if x.role not in ("boilerplate", "kind")), None)
    if first is None or lines[first].labelled or lines[first].role != "date":
        return []
    told = _DAY_BEHIND.fullmatch(lines[first].words)
    own = (told[1] or told[2]) if told is not None else ""
    named = bool(told and told[1]) or wording.promises(own) or _BODY.search(own) is not None
    if not own or not named or date_line(own) is not None:
        return []
    return [first] if could_be_title(own, wording) else []


def with_dateline(lines: list[FrontLine], titles: Sequence[int]) -> list[FrontLine]:
    """``lines`` with the one right below the title as a date that begins with a dateline."""
    below = titles[-1] + 1 if titles else len(lines)
    if below >= len(lines) or lines[below].role != "title":
        return lines
    told = read_dateline(lines[below].words)
    if told is None or told.date is None or told.date.year is None:
        return lines
    day = replace(lines[below], role="date", words=lines[below].words[: told.end].rstrip(" -–—:"))
    return [*lines[:below], day, *lines[below + 1 :]]


def subtitle(lines: Sequence[FrontLine], titles: Sequence[int]) -> list[int]:
    """The line right below a title, between dashes, that says more of it: ``- Talks in Vik -``."""
    below = titles[-1] + 1 if titles else len(lines)
    if below >= len(lines) or (lines[below].gap and not lines[below].depth):
        return []
    return [below] if _DASHED.fullmatch(lines[below].words) else []
