"""What is moved and decided, in lines of its own: a motion, who moved it and its fate are one.

A *label* alone on its line (``DECISION:``, ``RESOLVED``, ``Action item:``) belongs to what stands
below it. The lines of a *motion* tell who moved and seconded it, what it says and what became of
it: ``Moved by: Roe``, ``Seconded by: Fen``, ``THAT cod be sent.``, ``CARRIED``.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from .lines import Paragraph

__all__ = ["is_fate", "with_motions"]

_LABEL = re.compile(
    r"[*_]{0,3}(?:DECISION|RESOLVED|RESOLUTION|MOTION|ACTION(?: (?:ITEM|POINT))?|RECOMMENDATION"
    r"|AGREED|AGREEMENT|CONCLUSION"
    r"|Decision|Resolved|Resolution|Motion|Action(?: (?:[Ii]tem|[Pp]oint))?|Recommendation"
    r"|Agreed|Agreement)"
    r"(?: (?:[Nn]o\.? ?)?[A-Z]{0,4}[\d./-]{1,9})?[*_]{0,3}:[*_]{0,3}"
    r"|(?:[*_]{2})?(?:RESOLVED|AGREED)(?:[*_]{2})?"
)
_MOVED = re.compile(
    r"(?:Moved|MOVED|Proposed|PROPOSED|Mover|MOVER|Proposer|PROPOSER|Motion|MOTION|Prop"
    r"|On (?:the )?(?:proposal|motion)|ON (?:THE )?(?:PROPOSAL|MOTION))"
    r"(?:(?: made)? by| of)?(?: ?[:–—-])?\s+[A-ZÀ-ÞĀ-ɏ]"
)
_SECONDED = re.compile(
    r"(?:And )?(?:[Ss]econd(?:ed|er)?|SECOND(?:ED|ER)?|Sec)(?: by)?(?: ?[:–—-])?\s+[A-ZÀ-ÞĀ-ɏ]"
)
_THAT = re.compile(
    r"[\"“]?(?:THAT|That|BE IT RESOLVED|Be it resolved|WHEREAS|Whereas"
    r"|And (?:was )?(?:agreed|resolved))\b"
)
_NUMBER = re.compile(
    r"(?:Resolution|RESOLUTION|Motion|MOTION)\b(?: [Nn][Oo]\.?| #)? ?#?:? ?[\w./-]*\d"
)
_FATE = re.compile(
    r"[*_(]{0,3}(?:(?:The )?(?:motion|resolution|amendment|item|vote) )?(?:was |is )?"
    r"(?:(?:carried|defeated|lost|passed|adopted|approved|withdrawn|failed|tabled|agreed(?!\Z))"
    r"(?:,? (?:unanimously|by acclamation|nem\.? ?con\.?|as amended|with .{3,40}))?"
    r"|unanimous(?:ly carried)?)"
    r"(?: [\d-]{1,5})?[.!]?[*_)]{0,3}[.!]?",
    re.IGNORECASE,
)
"""What became of a motion: ``CARRIED``, ``Agreed.`` Without a full stop that is a heading, too."""
_LIKELY = re.compile(
    r"^[ \t]*[*_]{0,3}(?:and )?(?:sec(?:ond|[ :])|decision|resol|action|recomm|agree|conclusion"
    r"|motion)",
    re.IGNORECASE | re.MULTILINE,
)
"""Without any such line no text has any of these."""
_LONGEST = 600
_SHORT = 80
_LEAST = 2


def with_motions(text: str, paragraphs: list[Paragraph]) -> list[Paragraph]:
    """``paragraphs`` with each motion, and each label with what stands below it, as one."""
    if _LIKELY.search(text) is None:
        return paragraphs
    kept: list[Paragraph] = []
    index = none = 0
    while index < len(paragraphs):
        last = index
        if index >= none:
            last, none = _end_of_motion(text, paragraphs, index)
        if last == index and _labels(text, paragraphs, index):
            last = index + 2
        if last > index:
            whole = replace(paragraphs[index], end=paragraphs[last - 1].end)
            kept.append(replace(whole, boilerplate=False, wrapped=False))
        else:
            kept.append(paragraphs[index])
        index = max(last, index + 1)
    return kept


def is_fate(words: str) -> bool:
    """Whether a line tells nothing but what became of a motion: ``CARRIED``."""
    return len(words) <= _SHORT and _FATE.fullmatch(words) is not None


def _labels(text: str, paragraphs: Sequence[Paragraph], index: int) -> bool:
    """Whether a line is a label alone, over a paragraph."""
    line = paragraphs[index]
    if line.numbers or line.bullet or line.depth or line.boilerplate:
        return False
    if line.end - line.start > _SHORT or index + 1 >= len(paragraphs):
        return False
    below = paragraphs[index + 1]
    if below.marked or below.boilerplate or below.end - below.start < _LEAST:
        return False
    return _LABEL.fullmatch(text, line.start, line.end) is not None


def _end_of_motion(text: str, paragraphs: Sequence[Paragraph], index: int) -> tuple[int, int]:
    """The index after the last line of the motion that begins at ``index``, that itself if none.

    And the index before which no other begins: no line that was looked at tells who moved it.
    """
    rows: set[str] = set()
    last = at = index
    while at < len(paragraphs):
        line = paragraphs[at]
        kind = "" if line.numbers or line.bullet or line.depth else _kind(text, line)
        if line.boilerplate and kind not in ("moved", "seconded"):
            break
        # A blank line may stand above what is moved and what became of it.
        if not kind or (kind == "number" and rows) or (kind == "moved" and kind in rows):
            break
        if kind in ("that", "fate") and not rows:
            break
        rows.add(kind)
        at += 1
        last = at
    moved = "moved" in rows
    return last if moved and len(
        rows
    ) >= _LEAST and last > index + 1 else index, 0 if moved else last


def _kind(text: str, line: Paragraph) -> str:
    """What a line tells of a motion, or nothing."""
    if line.end - line.start > _LONGEST:
        return ""
    start, end = line.start, line.end
    if _MOVED.match(text, start, end):
        return "moved"
    if _SECONDED.match(text, start, end):
        return "seconded"
    if _THAT.match(text, start, end):
        return "that"
    if end - start <= _SHORT and _NUMBER.fullmatch(text, start, end):
        return "number"
    return "fate" if is_fate(text[start:end]) else ""
