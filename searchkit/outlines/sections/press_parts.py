"""The parts of a press conference: headings right over others, ``Opening remarks`` over ``Ports``.

What is told at the start has headings of its own, and so have the questions. The opening remarks
end where somebody else speaks under a heading.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from ..text.lines import Paragraph
from .headings import ANSWERS

__all__ = ["heads_part", "of_parts"]

_OPENING = re.compile(
    r"(?:opening|introductory|initial) (?:remarks?|statements?|comments?|announcements?)"
    r"(?: (?:by|of|from) .{3,80})?:?",
    re.IGNORECASE,
)
_LONGEST = 120
_LABEL = re.compile(r"(?P<who>[A-ZÀ-ÞĀ-ɏ][^:\n.?!]{1,40}(?:\.[^:\n.?!]{1,80}){0,3}?):(?=\s)")
_WORD = re.compile(r"[^\W\d_][\w’'-]*")


def heads_part(words: str) -> bool:
    """Whether a heading is of a part with headings of its own: ``Opening remarks``."""
    return len(words) <= _LONGEST and (
        _OPENING.fullmatch(words) is not None or ANSWERS.fullmatch(words) is not None
    )


def of_parts(
    text: str, body: Sequence[Paragraph], headings: Sequence[str | None]
) -> frozenset[int]:
    """Where the headings without a number start that stand under such a one, right above them."""
    found: set[int] = set()
    left = [
        (paragraph, heading)
        for paragraph, heading in zip(body, headings, strict=True)
        if not paragraph.boilerplate
    ]
    inside = opening = False
    who: frozenset[str] | None = None
    for index, (paragraph, heading) in enumerate(left):
        if heading is None or paragraph.marked:
            continue
        if heads_part(heading):
            below = left[index + 1 : index + 2]
            inside = bool(below) and below[0][1] is not None and not below[0][0].marked
            opening, who = _OPENING.fullmatch(heading) is not None, None
            continue
        if inside and opening:
            said = next((p for p, other in left[index + 1 : index + 4] if other is None), None)
            label = _LABEL.match(text, said.body, said.end) if said is not None else None
            if label is not None:
                words = [word.casefold() for word in _WORD.findall(label["who"])]
                who = who or frozenset(words)
                inside = words[-1:] != [] and words[-1] in who
        if inside:
            found.add(paragraph.start)
    return frozenset(found)
