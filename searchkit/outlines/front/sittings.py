"""Records of bodies: which of their meetings this is (``7451st meeting``), and how one opens."""

from __future__ import annotations

import re
from collections.abc import Sequence

__all__ = ["is_sitting", "opens_sitting", "sitting_lines", "without_standing"]

_SITTING = re.compile(
    r"\d+(?:st|nd|rd|th) (?:(?:plenary|closed|special|private|public|regular|emergency) )?"
    r"(?:meeting|session|sitting)\*{0,2}",
    re.IGNORECASE,
)
_PROVISIONAL = r"(?: (?:provisional|official records))?"
_BODY = re.compile(
    r"(?:the )?(?:[\w’'-]+ ){1,6}?(?:council|assembly|commission|committee|board|conference)"
    rf"(?: (?:of|on|for) .{{3,60}}?)?{_PROVISIONAL}",
    re.IGNORECASE,
)


def is_sitting(line: str) -> bool:
    """Whether a line tells which of a body's meetings this is, and nothing else."""
    return _SITTING.fullmatch(line) is not None


def without_standing(title: str) -> str:
    """A title without the word that its record is provisional."""
    return re.sub(_PROVISIONAL, "", title, flags=re.IGNORECASE)


def sitting_lines(lines: Sequence[str]) -> list[int]:
    """Which lines are a body and one of its meetings: ``Security Council``, ``7451st meeting``."""
    for index, line in enumerate(lines):
        if is_sitting(line):
            above = [i for i in range(index) if _BODY.fullmatch(lines[i])]
            return [*above[-1:], index]
    return []


_OPENING = re.compile(
    r"prayers\.?|.{2,60} took the chair\b.{0,40}"
    r"|(?:the )?(?:\w+ ){0,3}(?:house|senate|assembly|council|parliament|dáil|seanad|chamber)"
    r" (?:met|sat|assembled|convened)\b.{0,60}",
    re.IGNORECASE,
)


def opens_sitting(line: str) -> bool:
    """Whether a line tells that a sitting began: ``Prayers``, ``Mr Speaker took the Chair``."""
    return _OPENING.fullmatch(line) is not None
